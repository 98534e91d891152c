"""The table of formats: what a note may be, how it is told, and which module reads it. A new reader is one entry.

What a file holds counts for more than what it is called: a .txt that is a web page is read as one. Among the markup
languages, which all look like plain text, the name decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice
from typing import Literal

from briefdeck.errors import BriefdeckError, Position, Problem
from briefdeck.named import NamedTuple


class Format(NamedTuple):
    """One format of note."""

    name: str  # also the module below briefdeck.text.readers
    called: str  # in messages
    suffixes: tuple[str, ...]
    takes: Literal["text", "bytes"]  # what its `read` function is given
    holds: Callable[[bytes], bool] | None = None  # told by the first bytes; None: by the suffix alone


_ENOUGH_TAGS = 3
_BLOCK_TAG = rb"</?(?:p|li|ul|ol|h[1-6]|div|br|td|tr|table)(?:\s[^<>]{0,400})?/?>"
_HEAD = 4096


def _is_docx(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04") and b"word/" in data and b"[Content_Types].xml" in data


def _is_odt(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04") and b"application/vnd.oasis.opendocument.text" in data[:_HEAD]


def _is_rtf(data: bytes) -> bool:
    return data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf")


def _is_pdf(data: bytes) -> bool:
    return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-")


def _is_html(data: bytes) -> bool:
    """Whether block tags carry the text. A lesson about HTML that only names some tags opens with words."""
    if data.startswith(b"Version:") and b"StartHTML:" in data[:200]:
        return True  # what Windows puts on the clipboard
    data = data.replace(b"\x00", b"") if b"\x00" in data[:_HEAD] else data
    if not data.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith((b"<", b"\xe2\x80\x8b<")):
        return False
    tags = re.finditer(_BLOCK_TAG, data, re.IGNORECASE)
    return sum(1 for _ in islice(tags, _ENOUGH_TAGS)) == _ENOUGH_TAGS


FORMATS: tuple[Format, ...] = (
    Format("docx", "a Word document", (".docx", ".docm", ".dotx"), "bytes", _is_docx),
    Format("odt", "an OpenDocument text", (".odt", ".ott"), "bytes", _is_odt),
    Format("rtf", "a rich text file", (".rtf",), "bytes", _is_rtf),
    Format("pdf", "a PDF file", (".pdf",), "bytes", _is_pdf),
    Format("markdown", "Markdown", (".md", ".markdown", ".mkd", ".mdown"), "text"),
    Format("org", "an Org file", (".org",), "text"),
    Format("rst", "reStructuredText", (".rst", ".rest"), "text"),
    Format("asciidoc", "AsciiDoc", (".adoc", ".asciidoc", ".asc"), "text"),
    Format("html", "a web page", (".html", ".htm", ".xhtml"), "text", _is_html),
)
PLAIN = Format("plain", "plain text", (".txt",), "text")

_FOLLOW = "open what it leads to, save its text as .docx or .txt, and map that"

_NOT_NOTES: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", ""),
    (b"\xff\xd8\xff", "a JPEG picture", ""),
    (b"GIF8", "a GIF picture", ""),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (.doc, .ppt or .xls), or a protected one",
     "open it in Word or LibreOffice, save it as .docx without a password, and map that"),
    (b"PK\x03\x04", "a zip archive or an Office file that is no text document",
     "save its text as .docx, .odt or .txt and map that"),
    (b"PK\x05\x06", "an empty zip archive", ""),
    (b"\x1f\x8b\x08", "a gzip archive", "unpack it and map what is inside"),
    (b"[InternetShortcut]", "a shortcut to a note", _FOLLOW),
    (b"\x00\x05\x16\x07", "what a Mac keeps beside a file", "name the file without ._"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it and map what is inside"),
)  # fmt: skip


_SHORTCUTS = frozenset({".url", ".webloc", ".lnk", ".desktop", ".gdoc", ".gsheet", ".gslides"})
"""Names of files that only lead to others: on a desktop, or in a synchronised folder."""


def find_format(data: bytes, name: str) -> Format:
    """The format of a note. Raises BriefdeckError for a file that is no note."""
    suffix = f".{name.rsplit('.', 1)[1].lower()}" if "." in name else ""
    if suffix in _SHORTCUTS:
        raise _no_note("a shortcut to a note", name, _FOLLOW)
    if name.rpartition("/")[2].startswith("~$"):
        raise _no_note("the sign that a document is open in Word", name, "name the document without ~$")
    named = next((each for each in FORMATS if suffix in each.suffixes), PLAIN)
    if named.holds is not None and named.takes == "bytes" and not named.holds(data):
        named = PLAIN  # what a server or a scanner gave in its place is told by what it holds
    for each in FORMATS:
        if each.holds is not None and each.holds(data) and (each.takes == "bytes" or named is PLAIN):
            return each
    for signature, what, hint in _NOT_NOTES:
        if data.startswith(signature):
            raise _no_note(what, name, hint or "save its text as .txt and map that")
    return named


def named_otherwise(form: Format, name: str) -> str:
    """What the name promises, when a document is something else; "" when it is what it is called."""
    suffix = f".{name.rsplit('.', 1)[1].lower()}" if "." in name else ""
    named = next((each for each in FORMATS if suffix in each.suffixes and each.takes == "bytes"), None)
    return "" if named is None or form is named else named.called


def _no_note(what: str, name: str, hint: str) -> BriefdeckError:
    return BriefdeckError([Problem("BD202", f"this is {what}, not a note", Position(name), hint)])


def suffixes() -> tuple[str, ...]:
    """Every suffix of a note, plain text first."""
    return (*PLAIN.suffixes, *(suffix for each in FORMATS for suffix in each.suffixes))
