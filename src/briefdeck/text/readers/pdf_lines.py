"""Lines of a PDF to paragraphs: running heads and page numbers go, wrapped lines join, columns and tables are told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from briefdeck.late import late_pattern
from briefdeck.named import NamedTuple
from briefdeck.text.readers.paragraphs import FURNITURE, Paragraph
from briefdeck.text.readers.pdf_letters import Line


class _Known(NamedTuple):
    """A line with what is asked of it again and again."""

    line: Line
    text: str
    x: float
    y: float
    size: float
    bold: bool
    furniture: bool = False  # a running head, said once


class _Head(NamedTuple):
    """A line at the edge of a page, as far as it is the same on every page."""

    bare: str  # its words in small letters, its numbers as "#"
    size: int


_NUMBER_LINE = late_pattern(
    r"[-–—\s(]*(?:page|p\.|seite|página|стр\.?|第)?\s*\d{1,4}\s*(?:(?:of|/|von|de|из)\s*\d{1,4})?[-–—\s)页]*$",
    re.IGNORECASE,
)
_MARK = late_pattern(r"\s*(?:[•·▪◦‣●○■□➢➤✓◆►\uf0b7\uf0a7\uf0d8*–—-]|\(?\d{1,3}(?:\.\d{1,3})*[.)]|\(?[a-zA-Z][.)])\s")
_ENDED = late_pattern(r"[.!?:।。！？؟][\"”’')\]]*$")
_EDGE_LINES = 3  # at the top and at the bottom of a page
_OFTEN = 0.4
_WIDE_GAP = 1.35  # times the usual distance of lines
_HALF = 0.6  # of the width of the column
_NARROWEST = 30  # characters: shorter lines are no running text
_STEP = 18.0
_LARGER = 1.12  # times the size of the running text
_TYPESET = "\u2010"  # the hyphen that browsers put where they part a word; keyboards have another


def join_lines(lines: list[Line]) -> list[Paragraph]:
    """The paragraphs of a document in reading order."""
    known = [_Known(line, line.text, line.x, line.y, line.size, line.bold) for line in lines]
    kept = list(_without_furniture(known))
    spacing, large = _spacing(kept), _LARGER * _body_size(kept)
    words = _Words.of(kept)
    margins = _margins(kept)
    edges = _edges(kept, margins, large)
    paragraphs: list[Paragraph] = []
    last: _Known | None = None
    for each, margin, edge in zip(kept, margins, edges, strict=True):
        gap = last is None or _is_apart(last, each, spacing)
        if (
            last is not None
            and paragraphs
            and (_goes_on(last, each, edge, margin, gap=gap) or (not gap and _is_rest_of_heading(last, each, large)))
        ):
            paragraphs[-1] = paragraphs[-1]._replace(text=_joined(paragraphs[-1].text, each.text.strip(), words))
        else:
            paragraphs.append(_paragraph(each, margin, gap=gap))
        last = each
    return _with_tables(paragraphs)


def _paragraph(line: _Known, margin: float, *, gap: bool) -> Paragraph:
    cells = _cells(line)
    inside = int(max(0.0, line.x - margin) // _STEP) if _MARK.match(line.text) or line.x - margin < 80 else 0
    return Paragraph(
        text=" ".join(line.text.split()),
        inside=min(6, inside),
        size=line.size,
        strong=line.bold,
        gap=gap,
        cells=cells if len(cells) > 1 and not line.furniture else (),
        skip=FURNITURE if line.furniture else "",
        page=line.line.page,
    )


def _without_furniture(lines: list[_Known]) -> Iterator[_Known]:
    """The lines without page numbers, and without the repetitions of running heads."""
    by_page: dict[int, list[_Known]] = {}
    for line in lines:
        by_page.setdefault(line.line.page, []).append(line)
    ordered = [sorted(page, key=lambda each: -each.y) for page in by_page.values()]
    edges = {id(each) for page in ordered for each in (*page[:_EDGE_LINES], *page[-_EDGE_LINES:])}
    pages = len(by_page)
    told = Counter(_head(each) for each in lines if id(each) in edges)
    running = {head for head, count in told.items() if pages > 2 and count >= max(3, _OFTEN * pages)}
    if pages == 2:
        running = _on_both(ordered[0], ordered[1])
    seen: set[_Head] = set()
    for line in lines:
        head = _head(line)
        numbers = id(line) in edges and _NUMBER_LINE.match(line.text.strip())
        if numbers and (told[head] >= max(2, _OFTEN * pages) or "page" in head.bare):
            continue
        if id(line) in edges and head in running:
            if head in seen:
                continue
            seen.add(head)
            yield line._replace(furniture=True)
            continue
        yield line


def _on_both(one: list[_Known], two: list[_Known]) -> set[_Head]:
    """What runs over both of two pages: the outermost line at the same place, in letters no larger than the text's."""
    body = _body_size([*one, *two])
    return {
        _head(first)
        for first, second in ((one[0], two[0]), (one[-1], two[-1]))
        if _head(first) == _head(second)
        and abs(first.y - second.y) < 1
        and abs(first.x - second.x) < 1
        and first.size <= body
    }


def _head(line: _Known) -> _Head:
    """What makes running heads alike. The title of the whole in larger letters is not the head that repeats it."""
    return _Head(re.sub(r"\d+", "#", " ".join(line.text.split()).lower()), round(line.size))


def _body_size(lines: list[_Known]) -> float:
    """The size of most letters, 0 when there are none."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def _spacing(lines: list[_Known]) -> dict[float, float]:
    """The usual distance between lines of each size."""
    found: dict[float, Counter[float]] = {}
    for one, two in pairwise(lines):
        distance = one.y - two.y
        if one.size == two.size and one.line.page == two.line.page and 0 < distance < 4 * one.size:
            found.setdefault(one.size, Counter())[round(distance * 2) / 2] += 1
    return {size: min(sorted(counts, key=lambda each: -counts[each])[:2]) for size, counts in found.items()}


def _is_apart(one: _Known, two: _Known, spacing: dict[float, float]) -> bool:
    """Whether white space stands between two lines that follow one another."""
    if one.line.page != two.line.page:
        return False
    distance = one.y - two.y
    usual = spacing.get(two.size, 1.25 * two.size)
    return distance > _WIDE_GAP * min(usual, 2 * two.size) or distance < -usual


def _edges(lines: list[_Known], margins: list[float], large: float) -> list[float]:
    """The right edge of each line's column: where its longest line of running text ends."""
    usual: dict[float, float] = {}
    for titles in (False, True):  # a title may run on over the next column: it counts where nothing else does
        known = frozenset(usual)
        for line, margin in zip(lines, margins, strict=True):
            if (line.size >= large) == titles and margin not in known:
                end = line.line.pieces[0].end  # what stands beside the line counts not
                usual[margin] = max(usual.get(margin, 0.0), end)
    return [usual[margin] for margin in margins]


def _margins(lines: list[_Known]) -> list[float]:
    """The left margin of each line's column: a jump upwards on a page begins a column."""
    margins: list[float] = []
    start = 0
    for index in range(1, len(lines) + 1):
        column_ends = index == len(lines) or (
            lines[index].line.page != lines[index - 1].line.page or lines[index].y > lines[index - 1].y + 40
        )
        if column_ends:
            block = lines[start:index]
            often = Counter(round(each.x) for each in block)
            common = [x for x, count in often.items() if count >= max(2, 0.05 * len(block))] or list(often)
            margins += [float(min(common))] * len(block)
            start = index
    return margins


def _goes_on(last: _Known, line: _Known, edge: float, margin: float, *, gap: bool) -> bool:
    """Whether a line goes on with the paragraph of the line before it: its first word would not have fitted there."""
    text = line.text.strip()
    before = last.text.strip()
    if last.furniture or line.furniture:
        return False
    if abs(last.size - line.size) > 0.5 or last.bold != line.bold or _MARK.match(line.text):
        return False
    if len(_cells(last)) > 1 or len(_cells(line)) > 1 or _ENDED.search(before):
        return False  # a sentence that ends with its line may end its paragraph
    lower = text[:1].islower() or text[:1] in ",;)"
    first = text.split(maxsplit=1)[0]
    letter = (line.line.end - line.x) / max(1, len(text))
    full = last.line.end + (len(first) + 1) * letter > edge - letter
    if last.line.page != line.line.page:
        return lower and full
    if gap:
        return False
    if lower:
        return full or last.line.end - margin > _HALF * (edge - margin)
    if _MARK.match(last.text) and line.x < last.x - 2:
        return before.count("(") > before.count(")")  # what goes on with an item does not stand left of it
    centred = last.x > margin + 20 and abs((last.x + last.line.end) - (line.x + line.line.end)) < 8
    hangs = line.x > last.x + 3 and not _MARK.match(last.text) and not centred
    narrow = last.line.end - last.x < _NARROWEST * letter
    return not hangs and not narrow and full


def _is_rest_of_heading(last: _Known, line: _Known, large: float) -> bool:
    """Whether a line in large or bold letters goes on with the one above: headings are parted where they read well."""
    named = last.bold and line.bold if line.size < large else last.bold == line.bold
    alike = named and last.size == line.size and last.line.page == line.line.page
    single = len(last.line.pieces) == len(line.line.pieces) == 1
    return alike and single and line.text.strip()[:1].islower() and not _ENDED.search(last.text.strip())


def _joined(before: str, text: str, words: _Words) -> str:
    """Two lines as one; a word that was parted at the end of the line is whole again."""
    if before.endswith("\u00ad"):
        return before[:-1] + " ".join(text.split())
    if before.endswith(_TYPESET) and before[-2:-1].isalpha() and text[:1].islower():
        parts = before.rsplit(maxsplit=1)[-1][:-1], text.split(maxsplit=1)[0].rstrip(".,;:!?")
        kept = words.is_compound(*parts)
        return (before if kept else before[:-1]) + " ".join(text.split())
    if before.endswith("-") and before[-2:-1].isalpha() and text[:1].islower():
        first, second = re.search(r"\w*-$", before), re.match(r"\w*", text)
        whole = words.is_whole(first[0][:-1] if first else "", second[0] if second else "")
        return (before[:-1] if whole else before) + " ".join(text.split())
    space = "" if before.endswith("-") and before[-2:-1].isalpha() else " "
    return f"{before}{space}{' '.join(text.split())}"


class _Words(NamedTuple):
    """The words of the document: what tells a word that was parted from one that is written with a hyphen."""

    known: frozenset[str]
    parted: bool  # many lines end in a hyphen: the program parted words

    @classmethod
    def of(cls, lines: list[_Known]) -> _Words:
        """The words of all lines."""
        said = (line.text.lower().replace(_TYPESET, "-") for line in lines)
        known = frozenset(word for text in said for word in re.findall(r"\w+(?:-\w+)*", text))
        ends = sum(line.text.rstrip().endswith("-") for line in lines)
        return cls(known, ends > 0.04 * len(lines))

    def is_whole(self, first: str, second: str) -> bool:
        """Whether two parts are one word without a hyphen."""
        if f"{first}{second}".lower() in self.known:
            return True
        return self.parted and not self.is_compound(first, second)

    def is_compound(self, first: str, second: str) -> bool:
        """Whether the document writes two parts with a hyphen elsewhere."""
        return f"{first}-{second}".lower() in self.known


def _cells(line: _Known) -> tuple[str, ...]:
    """The line parted where more white space stands than between words."""
    cells = [piece.text for piece in line.line.pieces]
    if len(cells) > 1 and _MARK.match(f"{cells[0]} ") and len(cells[0]) < 6:
        cells = [f"{cells[0]} {cells[1]}", *cells[2:]]
    return tuple(" ".join(cell.split()) for cell in cells)


def _with_tables(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Lines with the same number of cells one after another are a table; a single one is a line."""
    done: list[Paragraph] = []
    for index, each in enumerate(paragraphs):
        neighbours = paragraphs[max(0, index - 1) : index] + paragraphs[index + 1 : index + 2]
        alike = any(len(other.cells) == len(each.cells) for other in neighbours)
        done.append(each if each.cells and alike else each._replace(cells=()))
    return done
