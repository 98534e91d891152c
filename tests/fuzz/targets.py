"""What is fuzzed, and the inputs to start from."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from fuzz.invariants import MANY, check_build, check_note, check_outline_bytes
from text.readers import lesson_files as lessons

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT / "seeds" / "000_6d5ad8971962cae4.txt"
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
DOCUMENT = (
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Plants</w:t></w:r></w:p><w:p><w:r><w:t xml:space='
    '"preserve">They eat </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>light</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p>'
    "<w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
)
HTML = b"<!doctype html><title>Plants</title><h1>Plants</h1><p>They eat <b>light</b> &amp; air.<ul><li>Over 9%</ul>"


PART = b"\n%%\n"
"""What stands between the parts of a document where chance writes them without their archive."""

WORD_PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml")
ODT_PARTS = ("content.xml", "styles.xml")


def docx(*parts: bytes) -> bytes:
    """The smallest file that is a Word document: its text, and as many of its other parts as there are."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        for name, part in zip(WORD_PARTS, parts, strict=False):
            archive.writestr(name, part)
    return stream.getvalue()


def odt(*parts: bytes) -> bytes:
    """The smallest file that is an OpenDocument text."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for name, part in zip(ODT_PARTS, parts, strict=False):
            archive.writestr(name, part)
    return stream.getvalue()


def note(data: bytes) -> None:
    """Plain text."""
    check_note(data)


def yaml(data: bytes) -> None:
    """An outline."""
    check_outline_bytes(data)


def word(data: bytes) -> None:
    """A .docx file, or its parts alone, so that chance gets past the archive."""
    check_note(data if data[:2] == b"PK" else docx(*data.split(PART)), "note.docx")


def open_document(data: bytes) -> None:
    """An .odt file, or its parts alone."""
    check_note(data if data[:2] == b"PK" else odt(*data.split(PART)), "note.odt")


def rich_text(data: bytes) -> None:
    """An .rtf file."""
    check_note(data, "note.rtf")


def html(data: bytes) -> None:
    """A web page."""
    check_note(data, "note.html")


def build(data: bytes) -> None:
    """Everything: a note that begins with a colon is an outline."""
    if len(data) > MANY:
        return
    check_build(check_outline_bytes(data[1:]) if data[:1] == b":" else check_note(data))


def _seed() -> bytes:
    return SEED.read_bytes()


def _notes() -> Iterator[bytes]:
    text = _seed()
    yield text
    yield from (line + b"\n" for line in text.splitlines())
    yield b"# Title\n\n- one: two\n  - three\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n1. x\n2. y\n\n```\ncode\n```\n"
    yield b"Q: Why?\nA: Because over 3.5% of them may not.\n\n> said somebody (1999)\n\nSources\nA book, p. 3\n"
    yield "Überschrift\n\n„Zitat“ — etwa 12 €\n\nहिन्दी नोट\nالعربية\n中文。\n".encode()


def _parts(document: bytes, names: tuple[str, ...]) -> bytes:
    """The parts of a document as one input."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return PART.join(archive.read(name) for name in names if name in archive.namelist())


def _outlines() -> Iterator[bytes]:
    yield (ROOT / "outline.yaml").read_bytes()
    from text.outlines import EVERYTHING

    yield EVERYTHING.encode()
    for path in sorted((ROOT / "tests" / "text" / "outline_errors").glob("*.yaml")):
        yield path.read_bytes()


TARGETS: dict[str, tuple[Callable[[bytes], None], Callable[[], Iterable[bytes]]]] = {
    "note": (note, _notes),
    "yaml": (yaml, _outlines),
    "docx": (word, lambda: (docx(DOCUMENT.encode()), DOCUMENT.encode(), _parts(lessons.docx(), WORD_PARTS))),
    "odt": (open_document, lambda: (lessons.odt(), _parts(lessons.odt(), ODT_PARTS))),
    "rtf": (rich_text, lambda: (lessons.RTF.encode("cp1252"),)),
    "html": (
        html,
        lambda: (HTML, *(page.encode() for page in (lessons.HTML, lessons.GOOGLE_DOCS, lessons.WORD_PASTE))),
    ),
    "build": (build, lambda: (*_notes(), *(b":" + text for text in _outlines()))),
}
