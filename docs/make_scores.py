"""Write the table of docs/brief.md that says what programs copy and find on a brief, by measuring it.

    python docs/make_scores.py        needs pdftotext, node, npm and the packages of briefdeck[dev]

A test holds the readers against the table.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "brief.md"
_TABLE = re.compile(r"(\n## Copying, searching.*?\n\n)\|.*?\n\n", re.DOTALL)


def main() -> int:
    """Measure and write; exit code 1 when a reader is missing."""
    sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]
    from support.readers_of_pages import READERS, unavailable
    from support.words_back import passages_back, table

    if reasons := list(filter(None, map(unavailable, READERS))):
        sys.stderr.write("\n".join([*reasons, ""]))
        return 1
    made = table({reader: passages_back(reader) for reader in READERS})
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(_TABLE.sub(lambda found: f"{found[1]}{made}\n\n", text, count=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
