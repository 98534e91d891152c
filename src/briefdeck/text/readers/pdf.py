"""PDF files with text: letters with their places become lines; `pdf_lines.py` makes paragraphs of them.

A scanned file, a protected one and one whose letters have no meaning are refused in words. PDFium gives the letters: a
reader that trusts the order in which programs draw them loses the spaces that LibreOffice draws in another font.
"""

from __future__ import annotations

import ctypes
from typing import Any

from briefdeck.errors import BriefdeckError, Position, Problem, Severity
from briefdeck.interrupts import uninterrupted
from briefdeck.named import NamedTuple
from briefdeck.text.readers.found import Found
from briefdeck.text.readers.paragraphs import number_paragraphs
from briefdeck.text.readers.pdf_guard import LARGEST_PAGE, Unfolds, page_weights, weigh_streams
from briefdeck.text.readers.pdf_letters import Letter, Line, lines_of
from briefdeck.text.readers.pdf_lines import join_lines

MOST_PAGES = 1_000
"""Pages of a note."""

MOST_LETTERS = 5_000_000
"""Letters of all pages together: a thousand dense pages."""

_FEWEST_LETTERS = 20  # on a page, on average: a scanned page with a stamp has fewer
_READABLE = 0.6  # the share of signs that must be letters, digits, spaces or punctuation
_FORCE_BOLD = 1 << 18
_AGAIN = "open it in another program, print it to a new PDF, and map that; or copy its text into a .txt file"


class _Pages(NamedTuple):
    """What was read."""

    lines: list[Line]
    pages: int
    problems: tuple[Problem, ...]


def read(data: bytes, name: str) -> Found:
    """The paragraphs of a file. Raises BriefdeckError when there is no text to be had."""
    with uninterrupted():  # an interrupt amid this import would abort the process
        import pikepdf  # noqa: F401
    if b"/Encrypt" in data and _is_encrypted(data):
        raise _error("BD222", "this PDF is protected by a password", name, "save it without a password, and map that")
    pages = _guarded(data, name)
    said = "".join(line.text for line in pages.lines)
    letters = sum(map(str.isalnum, said))
    if letters < _FEWEST_LETTERS * pages.pages and letters < 200:
        message = "this PDF holds pictures of pages and no text (a scan)"
        hint = "have its text recognised first, for example with ocrmypdf, or type the note"
        raise _error("BD225", message, name, hint)
    plain = sum(1 for sign in said if sign.isalnum() or sign.isspace() or sign in "-–—.,;:!?()\"'“”‘’•%/|")
    if plain < _READABLE * len(said):
        raise _error("BD226", "this PDF does not say which letters its signs are", name, _AGAIN)
    return Found(number_paragraphs(join_lines(pages.lines)), unit="paragraph", problems=pages.problems)


def _is_encrypted(data: bytes) -> bool:
    import io

    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as file:
            return file.is_encrypted
    except pikepdf.PasswordError:
        return True
    except (pikepdf.PdfError, ValueError, RuntimeError):
        return False


def _guarded(data: bytes, name: str) -> _Pages:
    """The lines of all pages; whatever the libraries stumble over is the file's fault and said as such."""
    import pikepdf

    try:
        import pypdfium2
    except ImportError:
        hint = "install it with: pip install 'briefdeck[pdf]'; or copy the text into a .txt file"
        raise _error("BD227", "reading a PDF needs an extra that is not installed", name, hint) from None
    try:
        weigh_streams(data)
        weights = page_weights(data)
        if len(weights) > MOST_PAGES:
            raise Unfolds(f"it has {len(weights)} pages, more than {MOST_PAGES}")
        return _read_pages(pypdfium2.PdfDocument(data), weights, name)
    except Unfolds as unfolds:
        raise _error("BD220", f"this PDF is not read: {unfolds}", name, _AGAIN) from None
    except (
        pypdfium2.PdfiumError, pikepdf.PdfError, ValueError, KeyError, TypeError, AttributeError, RuntimeError,
        OverflowError, NotImplementedError,
    ):  # fmt: skip
        raise _error("BD221", "this PDF is damaged", name, _AGAIN) from None


def _read_pages(file: Any, weights: list[int], name: str) -> _Pages:
    lines: list[Line] = []
    problems: list[Problem] = []
    letters = 0
    try:
        for index, weight in enumerate(weights[: len(file)]):
            number = index + 1
            if weight > LARGEST_PAGE:
                at = Position(name, called=f"page {number}")
                message = f"page {number} is a drawing too large to look for text in: it is left out"
                problems.append(Problem("BD224", message, at, "type what it says", severity=Severity.WARNING))
                continue
            page = file[index]
            text = page.get_textpage()
            letters += text.count_chars()
            if letters > MOST_LETTERS:
                raise Unfolds("its pages hold more letters than any text does")
            lines += lines_of(_letters(text), number)
            text.close()
            page.close()
    finally:
        file.close()
    if problems and not lines:
        raise Unfolds("its pages draw more than any text does")
    return _Pages(lines, max(1, len(weights)), tuple(problems))


def _letters(text: Any) -> list[Letter]:
    """The letters of a page in the order of the file, each with its place."""
    import pypdfium2.raw as pdfium

    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    bold: dict[int, bool] = {}
    found: list[Letter] = []
    for index in range(text.count_chars()):
        if pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        code = pdfium.FPDFText_GetUnicode(text, index)
        if not pdfium.FPDFText_GetCharOrigin(text, index, x, y):
            continue
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        drawn = pdfium.FPDFText_GetTextObject(text, index)
        key = ctypes.cast(drawn, ctypes.c_void_p).value or 0
        if key not in bold:
            bold[key] = _is_bold(pdfium, text, index)
        size = pdfium.FPDFText_GetFontSize(text, index) * _scale(pdfium, text, index)
        sign = chr(code) if 0 < code < 0x110000 else "\ufffd"
        found.append(Letter(sign, x.value, max(x.value, box.right), y.value, round(size, 1), bold[key]))
    return found


def _scale(pdfium: Any, text: Any, index: int) -> float:
    """How much larger than its font size a letter is drawn."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(text, index, matrix):
        return 1.0
    return float((matrix.b * matrix.b + matrix.d * matrix.d) ** 0.5) or 1.0


def _is_bold(pdfium: Any, text: Any, index: int) -> bool:
    """Whether the name of a font says that it is bold, or its weight, or a flag."""
    buffer, flags = ctypes.create_string_buffer(200), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, index, buffer, 200, flags)
    low = buffer.value.decode("utf-8", "replace").lower()
    named = "bold" in low or "black" in low or "heavy" in low or low.endswith(("-bd", ",b"))
    return named or bool(flags.value & _FORCE_BOLD) or pdfium.FPDFText_GetFontWeight(text, index) >= 600


def _error(code: str, message: str, name: str, hint: str) -> BriefdeckError:
    return BriefdeckError([Problem(code, message, Position(name), hint)])
