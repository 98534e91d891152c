"""The floor of `briefdeck build`: imports python-pptx and reportlab and writes bare slides and one page."""

import sys

from pptx import Presentation
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

slides = int(sys.argv[1])
presentation = Presentation()
for number in range(slides):
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    slide.shapes.title.text = f"Slide {number}"
    body = slide.placeholders[1].text_frame
    body.text = "A point of the note, as long as points are"
    for _ in range(3):
        body.add_paragraph().text = "Another point of the note, as long as points are"
    slide.notes_slide.notes_text_frame.text = "What the teacher says about it"
presentation.save("floor.pptx")
canvas = Canvas("floor.pdf", pagesize=A4)
for number in range(40):
    canvas.drawString(50, 800 - number * 15, "A line of the note, as long as lines of one column are")
canvas.save()
