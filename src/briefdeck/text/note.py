"""Bytes to note: decode, number the lines, and say what had to be mended on the way.

The ladder of encodings: a byte order mark, UTF-16 by its pattern of zero bytes, strict UTF-8, then Windows-1252 with a
warning at the first byte that made it necessary. An encoding that the user names is taken at its word.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterable, Iterator

from briefdeck.errors import BriefdeckError, Position, Problem, Severity
from briefdeck.model.note import Note, NoteLine

LIMIT = 20_000_000
"""Largest note in bytes: ten times the longest textbook, and still mapped in seconds."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (.doc, .ppt or .xls)"),
    (b"PK\x03\x04", "a zip archive or an Office file (.docx, .pptx, .odt)"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"{\\rtf", "a rich text file (.rtf)"),
)
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"


def read_note(data: bytes, name: str, encoding: str = "") -> tuple[Note, tuple[Problem, ...]]:
    """The note in `data`, and remarks on what was mended; `encoding` overrides the ladder.

    Raises BriefdeckError when there is nothing to map: empty, blank, too large, not text, or not decodable.
    """
    _refuse_what_is_no_text(data, name)
    text, used, problems = _decode(data, name, encoding)
    raw_lines = text.splitlines()
    lines = tuple(NoteLine(number, _CONTROL.sub("", line)) for number, line in enumerate(raw_lines, 1))
    if not any(line.text.strip().strip(_INVISIBLE) for line in lines):
        raise _error("BD201", "the note holds only blank lines", name, "write something in it, or name another file")
    problems += _remarks(raw_lines, name)
    digest = f"sha256:{hashlib.sha256(data).hexdigest()}"
    return Note(name=name, lines=lines, digest=digest, encoding=used), tuple(problems)


def decoded(data: bytes, name: str, hint: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file beside the note, by the same ladder, and a warning when its encoding was a guess."""
    try:
        text, _, problems = _decode(data, name, "")
    except BriefdeckError as error:
        raise BriefdeckError(_of_a_file(error.problems, hint)) from None
    return text, tuple(_of_a_file(problems, hint))


def _of_a_file(problems: Iterable[Problem], hint: str) -> Iterator[Problem]:
    yield from (problem._replace(message=problem.message.replace("the note", "the file"), hint=hint)
                for problem in problems)  # fmt: skip


def _refuse_what_is_no_text(data: bytes, name: str) -> None:
    if not data:
        raise _error("BD201", "the note is empty", name, "write something in it, or name another file")
    if len(data) > LIMIT:
        size = f"{len(data) / 1e6:.1f} MB"
        raise _error("BD203", f"the note is {size}, more than {LIMIT // 1_000_000} MB", name, "split it into parts")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise _error("BD202", f"this is {what}, not plain text", name, "save its text as .txt and map that")


def _decode(data: bytes, name: str, encoding: str) -> tuple[str, str, list[Problem]]:
    """The text, the encoding used, and a warning when it was a guess."""
    if encoding:
        return _decode_as(data, name, encoding), encoding, []
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, name, marked), marked, []
    if wide := _wide_encoding(data):
        return _decode_as(data, name, wide), wide, []
    if b"\x00" in data:
        line = data.count(b"\n", 0, data.index(b"\x00")) + 1
        message = "the file holds zero bytes: it is not plain text"
        raise BriefdeckError(
            [Problem("BD202", message, Position(name, line), "save its text as .txt (UTF-8) and map that")]
        )
    try:
        return data.decode("utf-8"), "utf-8", []
    except UnicodeDecodeError as error:
        return _decode_by_guess(data, name, error)


def _decode_as(data: bytes, name: str, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        at = _place(before, name)
        what = f"byte 0x{data[error.start]:02X}" if error.start < len(data) else "the end of the file"
        problem = Problem("BD204", f"{what} is not valid {encoding}", at, "name the right one with --encoding")
        raise BriefdeckError([problem]) from None
    except (LookupError, ValueError):
        hint = "for example utf-8, utf-16, cp1252, cp1251, gb18030"
        raise _error("BD205", f"there is no text encoding called “{encoding}”", name, hint) from None


def _wide_encoding(data: bytes) -> str:
    """UTF-16 without a mark: ASCII letters leave every second byte zero. "" when it is not."""
    sample = data[:4096]
    if len(sample) < 8 or len(data) % 2 or b"\x00" not in sample:
        return ""
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return ""


def _decode_by_guess(data: bytes, name: str, error: UnicodeDecodeError) -> tuple[str, str, list[Problem]]:
    """Windows-1252 for a text with a few accents; what is mostly high bytes is another alphabet and not guessed."""
    at = _place(data[: error.start].decode("utf-8", "replace"), name)
    what = f"byte 0x{data[error.start]:02X} is not UTF-8"
    hint = "save the note as UTF-8, or name its encoding with --encoding (for example cp1251, gb18030)"
    letters = sum(byte > 0x40 for byte in data)
    high = sum(byte > 0x7F for byte in data)
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if not text or high > 0.3 * letters:
        raise BriefdeckError([Problem("BD204", f"{what}, and the encoding cannot be told", at, hint)])
    message = f"{what}: the note is read as Windows-1252"
    return text, "cp1252", [Problem("BD206", message, at, hint, severity=Severity.WARNING)]


def _remarks(lines: list[str], name: str) -> list[Problem]:
    """Characters that were taken out, and characters that were lost before the note reached us; the first of each."""
    found: list[Problem] = []
    for code, pattern, message, hint in (
        ("BD207", _CONTROL, "control characters are left out", "nothing to do, unless words run together"),
        ("BD208", re.compile("\ufffd"), "letters were lost when this file was saved (�)", "type them again"),
    ):
        for number, line in enumerate(lines, 1):
            if match := pattern.search(line):
                at = Position(name, number, match.start() + 1)
                found.append(Problem(code, message, at, hint, severity=Severity.REMARK))
                break
    return found


def _place(before: str, name: str) -> Position:
    """The position right after `before`."""
    lines = (before + "x").splitlines()
    return Position(name, len(lines), len(lines[-1]))


def _error(code: str, message: str, name: str, hint: str) -> BriefdeckError:
    return BriefdeckError([Problem(code, message, Position(name), hint)])
