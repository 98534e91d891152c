"""Letters of a page to lines: those on one baseline, in the order of reading, with the spaces that nobody drew."""

from __future__ import annotations

from collections import Counter

from briefdeck.late import late_pattern
from briefdeck.named import NamedTuple


class Letter(NamedTuple):
    """One letter as it is drawn."""

    sign: str
    x: float  # points from the left
    end: float
    y: float  # of its baseline, points from the bottom
    size: float
    bold: bool


class Piece(NamedTuple):
    """A stretch of a line without a gap wider than those between words."""

    x: float
    end: float
    text: str


class Line(NamedTuple):
    """The pieces of one line."""

    page: int
    pieces: tuple[Piece, ...]
    y: float
    size: float  # of most of its letters
    bold: bool  # all of its letters

    @property
    def text(self) -> str:
        """The words of the line."""
        return " ".join(piece.text for piece in self.pieces)

    @property
    def x(self) -> float:
        """Where it begins."""
        return self.pieces[0].x

    @property
    def end(self) -> float:
        """Where it ends."""
        return self.pieces[-1].end


_SAME_LINE = 0.3  # of the size: baselines that differ by less are one line
_RAISED = 0.6
_WORD_GAP, _CELL_GAP = 0.17, 1.6  # of the size
_MARK_GAP = 3  # times the size
_LONGEST_MARK = 5
_BULLETS = frozenset("•·▪◦‣●○■□➢➤✓◆►\uf0b7\uf0a7\uf0d8–—-")
_COUNTED = late_pattern(r"\(?(?:\d{1,2}|[a-z])[.)]")
_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def lines_of(letters: list[Letter], page: int) -> list[Line]:
    """The lines of a page in the order in which the file draws them."""
    rows: list[list[Letter]] = []
    for letter in letters:
        if letter.sign in "\r\n\x00":
            continue
        row = rows[-1] if rows else None
        if row is not None and _is_beside(row[-1], letter):
            row.append(letter)
        elif (woven := _woven(rows, letter)) is not None:
            woven.append(letter)
        else:
            rows.append([letter])
    return [line for row in _with_marks(rows) if (line := _line(row, page)) is not None]


def _with_marks(rows: list[list[Letter]]) -> list[list[Letter]]:
    """The rows, each with the mark of its list item: some programs draw all marks of a page after its words."""
    marks = {id(row): row for row in rows if _is_mark("".join(each.sign for each in row).strip())}
    if not marks:
        return rows
    begun: dict[int, list[list[Letter]]] = {}
    for row in rows:
        if id(row) not in marks:
            begun.setdefault(round(row[0].y), []).append(row)
    placed: set[int] = set()
    for mark in marks.values():
        size, height, end = mark[0].size, mark[0].y, max(each.end for each in mark)
        for row in (each for near in (-1, 0, 1) for each in begun.get(round(height) + near, ())):
            if 0 <= row[0].x - end < _MARK_GAP * size and abs(row[0].y - height) < _SAME_LINE * size:
                blank = Letter(" ", end, row[0].x, row[0].y, row[0].size, bold=False)
                row[:0] = [*mark, blank]
                placed.add(id(mark))
                break
    return [row for row in rows if id(row) not in placed]


def _is_mark(text: str) -> bool:
    return text in _BULLETS or (0 < len(text) < _LONGEST_MARK and _COUNTED.fullmatch(text) is not None)


def _is_beside(last: Letter, letter: Letter) -> bool:
    """Whether a letter goes on with the line of the one before it; small raised ones do too."""
    size = max(last.size, letter.size)
    limit = _SAME_LINE if abs(last.size - letter.size) < 0.15 * size else _RAISED
    return abs(last.y - letter.y) < limit * size


def _woven(rows: list[list[Letter]], letter: Letter) -> list[Letter] | None:
    """A row just before that the letter stands within: some programs draw the spaces and stops of a line apart."""
    for row in reversed(rows[-3:]):
        if abs(row[0].y - letter.y) < _SAME_LINE * letter.size:
            first, last = min(each.x for each in row), max(each.end for each in row)
            if first - letter.size < letter.x < last + letter.size:
                return row
    return None


def _line(row: list[Letter], page: int) -> Line | None:
    solid = [letter for letter in row if letter.sign.strip()]
    if not solid:
        return None
    sizes = Counter(letter.size for letter in solid)
    size = max(sizes, key=lambda each: (sizes[each], each))
    base = Counter(round(letter.y, 1) for letter in solid if letter.size == size).most_common(1)[0][0]
    if not any(_is_right_to_left(letter.sign) for letter in solid):
        row = sorted(row, key=lambda letter: letter.x)
    pieces = _pieces(row, size, base)
    if not pieces:
        return None
    bold = all(letter.bold for letter in solid if letter.sign.isalnum())
    return Line(page, tuple(pieces), base, size, bold)


def _is_right_to_left(sign: str) -> bool:
    return "\u0590" <= sign <= "\u08ff" or "\ufb1d" <= sign <= "\ufefc"


def _pieces(row: list[Letter], size: float, base: float) -> list[Piece]:
    """The words of a line; a wide gap begins a new piece, a small one is a space."""
    pieces: list[tuple[float, float, list[str]]] = []
    for letter in row:
        sign = _raised(letter, size, base, pieces[-1][2] if pieces else [])
        if not pieces:
            if sign.strip():
                pieces.append((letter.x, letter.end, [sign]))
            continue
        x, end, signs = pieces[-1]
        gap = letter.x - end
        if not sign.strip():
            if signs[-1] != " " and sign:
                signs.append(" ")
            continue
        if gap > _CELL_GAP * size and signs:
            pieces.append((letter.x, letter.end, [sign]))
            continue
        if gap > _WORD_GAP * size and signs[-1] != " " and not _is_right_to_left(sign):
            signs.append(" ")
        signs.append(sign)
        pieces[-1] = (x, max(end, letter.end), signs)
    return [Piece(x, end, "".join(signs).strip()) for x, end, signs in pieces if "".join(signs).strip()]


def _raised(letter: Letter, size: float, base: float, before: list[str]) -> str:
    """The sign; a small raised digit after a stop leads to a footnote and goes, after a word it is a power."""
    if not letter.sign.isdecimal() or letter.size > 0.8 * size or letter.y < base + 0.15 * size:
        return letter.sign
    said = "".join(before).rstrip()
    stopped = not said or said[-1] in '.,;:!?"”’)'
    return "" if stopped else letter.sign.translate(_DIGITS)
