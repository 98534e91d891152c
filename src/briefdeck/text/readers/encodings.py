"""Bytes to text by a ladder: a mark, UTF-16 by its zero bytes, strict UTF-8, what the file declares, then a guess.

The guess is Windows-1252 for a text with a few accents, and another alphabet only where most bytes are high and the
frequency of letters agrees; it is said at the first byte that made it necessary. An encoding that the user names is
taken at its word.
"""

from __future__ import annotations

import codecs
from unicodedata import category

from briefdeck.errors import BriefdeckError, Position, Problem, Severity
from briefdeck.named import NamedTuple

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_JAPANESE_MAIL = (b"\x1b(", b"\x1b$B", b"\x1b$@")
"""How ISO-2022-JP shifts to ASCII and to Japanese: nothing else has these signs, and all of its bytes are low."""

_MOSTLY_HIGH = 0.3
_SAVE_AS = "save the note as UTF-8, or name its encoding with --encoding (for example cp1251, gb18030)"
_ONE_BYTE = {"latin-1", "latin1", "iso-8859-1", "iso8859-1", "ascii", "us-ascii"}


class Decoded(NamedTuple):
    """The text of a file, the encoding used, and a warning when it was a guess."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


def decode(data: bytes, name: str, encoding: str = "", declared: str = "") -> Decoded:
    """The text of the bytes; `encoding` is the user's, `declared` what the file says of itself and may be a lie.

    Raises BriefdeckError when the bytes are no text, or not in the encoding that the user named.
    """
    if encoding:
        return Decoded(_decode_as(data, name, encoding), encoding)
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return Decoded(_decode_as(data, name, marked), marked)
    if _JAPANESE_MAIL[0] in data and any(shift in data for shift in _JAPANESE_MAIL[1:]):
        return Decoded(_decode_as(data, name, "iso2022_jp"), "iso2022_jp")
    if wide := _wide_encoding(data):
        return Decoded(_decode_as(data, name, wide), wide)
    if b"\x00" in data:
        line = data.count(b"\n", 0, data.index(b"\x00")) + 1
        message = "the file holds zero bytes: it is not plain text"
        hint = "save its text as .txt (UTF-8) and map that"
        raise BriefdeckError([Problem("BD202", message, Position(name, line), hint)])
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _declared(data, declared) or _guessed(data, name, error)


def _decode_as(data: bytes, name: str, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        what = f"byte 0x{data[error.start]:02X}" if error.start < len(data) else "the end of the file"
        message = f"{what} is not valid {encoding}"
        hint = "name the right one with --encoding"
        raise BriefdeckError([Problem("BD204", message, _place(before, name), hint)]) from None
    except (LookupError, ValueError):
        hint = "for example utf-8, utf-16, cp1252, cp1251, gb18030"
        message = f"there is no text encoding called “{encoding}”"
        raise BriefdeckError([Problem("BD205", message, Position(name), hint)]) from None


def _wide_encoding(data: bytes) -> str:
    """UTF-16 without a mark: letters or at least spaces leave zeros in every second byte. "" when it is not."""
    sample = data[:4096]
    if len(sample) < 8 or len(data) % 2 or b"\x00" not in sample:
        return ""
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros > 0.4 * half and others < 0.05 * half:
            return encoding
        if zeros > 2 * others and _reads_well(sample, encoding):
            return encoding
    return ""


def _reads_well(sample: bytes, encoding: str) -> bool:
    """Whether the text in that encoding is made of letters and spaces: what chance does not do."""
    text = sample.decode(encoding, "replace")
    usual = sum(1 for char in text if char.isalnum() or char.isspace() or category(char)[0] in "PM")
    return usual > 0.95 * len(text)


def _declared(data: bytes, declared: str) -> Decoded | None:
    """What the file says of itself, where it can be true: the bytes are no UTF-8."""
    name = declared.strip().lower()
    if not name or name.replace("_", "-") in ("utf-8", "utf8"):
        return None
    name = "cp1252" if name in _ONE_BYTE else name  # what browsers do
    try:
        text = data.decode(name)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None
    return Decoded(text, name)


def _guessed(data: bytes, name: str, error: UnicodeDecodeError) -> Decoded:
    """Windows-1252 for a text with a few accents; what is mostly high bytes is another alphabet."""
    at = _place(data[: error.start].decode("utf-8", "replace"), name)
    what = f"byte 0x{data[error.start]:02X} is not UTF-8"
    letters = sum(byte > 0x40 for byte in data)
    high = sum(byte > 0x7F for byte in data)
    encoding, called = "cp1252", "Windows-1252"
    if high > _MOSTLY_HIGH * letters:
        from briefdeck.text.readers.alphabets import guess_alphabet

        encoding, called = guess_alphabet(data)
    try:
        text = data.decode(encoding) if encoding else ""
    except UnicodeDecodeError:
        text = ""
    if not text:
        raise BriefdeckError([Problem("BD204", f"{what}, and the encoding cannot be told", at, _SAVE_AS)])
    said = Problem("BD206", f"{what}: the note is read as {called}", at, _SAVE_AS, severity=Severity.WARNING)
    return Decoded(text, encoding, (said,))


def _place(before: str, name: str) -> Position:
    """The position right after `before`."""
    lines = (before + "x").splitlines()
    return Position(name, len(lines), len(lines[-1]))
