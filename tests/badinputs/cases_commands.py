"""Command lines that would cost somebody's work, or that mean another command, and odd states of the folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from badinputs.case import Case, Prepare
from badinputs.cases_disk import LESSON, OUTLINE
from template.samples import edited, swap

FILES = {"note.txt": LESSON, "outline.yaml": OUTLINE}
NOT_OURS = "somebody's own words"
NO_PAGES = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj "
    b"trailer<</Root 1 0 R>>"
)
SLIDE = "ppt/slides/slide1.xml"


def typed(name: str, *words: str, code: int, errors: tuple[str, ...] = (), **more: object) -> Case:
    """A command in a folder with a note, its outline and finished files."""
    files = {**FILES, **more.pop("beside", {})}  # type: ignore[dict-item]
    return Case(f"command: {name}", words, code, errors, files=files, **more)  # type: ignore[arg-type]


def folder(name: str) -> Prepare:
    return lambda place: (place / name).mkdir(parents=True, exist_ok=True)


def linked(target: str, name: str) -> Prepare:
    return lambda place: (place / name).symlink_to(target)


def finished(name: str, change: Callable[[bytes], bytes]) -> Prepare:
    """The earlier build in another folder, one of its files changed and the other one gone."""

    def prepare(place: Path) -> None:
        (place / "out").mkdir()
        (place / "out" / name).write_bytes(change((place / "dist" / name).read_bytes()))

    return prepare


def changed_places(place: Path) -> None:
    (place / "out").mkdir()
    shutil.copy(place / "dist/deck.pptx", place / "out/brief.pdf")
    shutil.copy(place / "dist/brief.pdf", place / "out/deck.pptx")


CASES: tuple[Case, ...] = (
    # What a command reads is never replaced by what it writes
    typed("an outline onto its note", "outline", "note.txt", "-o", "note.txt", code=4, errors=("BD520 note.txt",)),
    typed("the same with force", "outline", "note.txt", "-o", "note.txt", "--force", code=4,
          errors=("BD520 note.txt",)),
    typed("an outline onto a link to its note", "outline", "note.txt", "-o", "x.yaml", "--force", code=4,
          errors=("BD520 x.yaml",), prepare=linked("note.txt", "x.yaml")),
    typed("a build from the page that it makes", "build", "dist/brief.pdf", "-o", "dist", code=4,
          errors=("BD520 dist/brief.pdf",)),
    # An outline is told by its name
    typed("an outline named like a deck", "outline", "note.txt", "-o", "dist/deck.pptx", "--force", code=4,
          errors=("BD514 dist/deck.pptx",), says="-o deck.yaml"),
    typed("an outline into a device", "outline", "note.txt", "-o", "/dev/full", code=4, errors=("BD514 /dev/full",)),
    typed("an outline to standard output", "outline", "note.txt", "-o", "-", code=4, errors=("BD514 -",),
          says="-o outline.yaml"),
    typed("an outline into a folder that is not there", "outline", "note.txt", "-o", "monday", code=4,
          errors=("BD514 monday",)),
    typed("an outline where a folder has its name", "outline", "note.txt", "-o", "x.yaml/y.yaml", code=4,
          errors=("BD512 x.yaml/y.yaml",), beside={"x.yaml": "x"}),
    typed("an outline of an outline", "outline", "outline.yaml", "-o", "x.yaml", code=1, errors=("BD507 outline.yaml",),
          says="briefdeck build"),
    # Reports, pictures and PDFs beside the two
    typed("a report onto the deck", "verify", "--report", "dist/deck.pptx", code=4, errors=("BD516 dist/deck.pptx",)),
    typed("a report onto the note", "verify", "--report", "note.txt", code=4, errors=("BD516 note.txt",)),
    typed("a report into a folder's place", "verify", "--report", "dist", code=4, errors=("BD512 dist",)),
    typed("a handout of somebody else", "build", "--also", "handout", code=4, errors=("BD516 dist/handout.pdf",),
          beside={"dist/handout.pdf": NOT_OURS}),
    typed("pictures of somebody else", "build", "--also", "png", code=4, errors=("BD516 dist/brief.png",),
          beside={"dist/brief.png": NOT_OURS}),
    # Names of other systems, and addresses
    typed("a path of Windows", "build", "C:\\Users\\me\\outline.yaml", code=3, errors=("BD501",)),
    typed("a path of another machine", "build", "\\\\server\\share\\outline.yaml", code=3, errors=("BD501",)),
    # State that something has spoilt
    typed("a kept mapping that is a folder", "outline", "note.txt", "--force", code=4,
          errors=("BD512 .briefdeck/outline.yaml",), prepare=folder(".briefdeck/outline.yaml")),
    typed("a kept mapping that is noise", "outline", "note.txt", "--update", code=0, remarks=("BD525",),
          beside={".briefdeck/outline.yaml": b"\xff\0garbage: ["}),
    # Finished files
    typed("a deck and a brief that have changed places", "verify", "out", code=1, errors=("BD400", "BD406"),
          prepare=changed_places),
    typed("a brief without pages", "verify", "out", code=1, errors=("BD406",), says="a part of it cannot be read",
          beside={"out/brief.pdf": NO_PAGES}),
    typed("a deck whose sizes are words", "verify", "out", code=1, errors=("BD400",),
          says="a part of it cannot be read",
          prepare=finished("deck.pptx", lambda deck: edited(deck, {SLIDE: swap('sz="', 'sz="x')}))),
    typed("a file for a folder", "verify", "dist/deck.pptx", code=3, errors=("BD501 dist/deck.pptx",)),
    typed("an outline that is a folder", "verify", "--outline", "dist", code=3, errors=("BD502 dist",)),
    typed("a note that is a picture", "verify", "--note", "x.png", code=1, errors=("BD202 x.png",),
          beside={"x.png": b"\x89PNG\r\n\x1a\n"}),
)  # fmt: skip
