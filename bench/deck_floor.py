"""The floor of a large deck: a bare python-pptx loop that writes the text of slides.json, notes included.

python-pptx looks through all parts for each new one, which takes the square of their number. That search is replaced by
counting here: what is left is what a loop over slides costs at least with that library.
"""

from __future__ import annotations

import json
import sys
from itertools import count
from pathlib import Path

from pptx import Presentation
from pptx.opc.packuri import PackURI

slides = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
presentation = Presentation()
package = presentation.part.package
numbers: dict[str, count[int]] = {}
package.next_partname = lambda pattern: PackURI(pattern % next(numbers.setdefault(pattern, count(1))))
layout = presentation.slide_layouts[1]
ids = presentation.slides._sldIdLst
identity = count(256)
type(ids)._next_id = property(lambda _: next(identity))

for shown in slides:
    slide = presentation.slides.add_slide(layout)
    slide.shapes.title.text = shown["title"]
    body = slide.placeholders[1].text_frame
    for number, text in enumerate(shown["points"]):
        paragraph = body.paragraphs[0] if number == 0 else body.add_paragraph()
        paragraph.text = text
    slide.notes_slide.notes_text_frame.text = "\n".join(shown["notes"])
presentation.save(sys.argv[2])
