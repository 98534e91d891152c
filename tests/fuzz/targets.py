"""What is fuzzed, and the inputs to start from."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from fuzz.invariants import MANY, check_build, check_note, check_outline_bytes

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


def docx(document: str) -> bytes:
    """The smallest file that is a Word document."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", document)
    return stream.getvalue()


def note(data: bytes) -> None:
    """Plain text."""
    check_note(data)


def yaml(data: bytes) -> None:
    """An outline."""
    check_outline_bytes(data)


def word(data: bytes) -> None:
    """A .docx file; every second time its document alone, so that chance gets past the archive."""
    if data[:2] == b"PK":
        check_note(data, "note.docx")
    else:
        check_note(docx(data.decode("utf-8", "replace")), "note.docx")


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


def _outlines() -> Iterator[bytes]:
    yield (ROOT / "outline.yaml").read_bytes()
    from text.outlines import EVERYTHING

    yield EVERYTHING.encode()
    for path in sorted((ROOT / "tests" / "text" / "outline_errors").glob("*.yaml")):
        yield path.read_bytes()


TARGETS: dict[str, tuple[Callable[[bytes], None], Callable[[], Iterator[bytes]]]] = {
    "note": (note, _notes),
    "yaml": (yaml, _outlines),
    "docx": (word, lambda: iter((docx(DOCUMENT), DOCUMENT.encode()))),
    "html": (html, lambda: iter((HTML,))),
    "build": (build, lambda: (*_notes(), *(b":" + text for text in _outlines()))),
}
