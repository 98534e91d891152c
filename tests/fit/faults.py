"""What is wrong with a finished brief, told from its file alone: edges, overlaps, sizes, columns, breaks, the grid."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

from briefdeck.model.geometry import Rect
from fit.printed import Block, Glyph, Printed, printed

MARGIN = 36.0
"""Points: nothing is printed nearer to the paper's edge."""

HANGS = 3.0
"""Points that punctuation may hang over the edge of its column."""

FLOORS = {"clear-print": (12.0, 12.0), "poster": (14.0, 14.0)}
"""Points, by style: the smallest type of the text, and of captions, tables and sources."""

BODY, CAPTION = 10.0, 9.0
TWO_LINES = 2.0
_GRIDDED = frozenset({"P", "LI"})
_HEADINGS = frozenset({"H2", "H3"})
_ROWS = 3  # of a table, on either side of where it is parted
_DEEP, _SHALLOW = 1.2, 0.35  # points that one glyph may reach into another line's, by height and by width
_THIN = 3.0  # points: a rule
_LEADING = 1.4  # of the size, where no paragraph has two lines
_OFF = 0.5  # points off the grid that no eye sees
_DESCENDS = 1.5  # points that deep letters may reach below the foot
_LEFTWARD = frozenset({"ar", "he", "fa", "ur", "yi", "ps"})


def faults(pdf: bytes, columns: int, style: str = "standard") -> tuple[str, ...]:
    """Everything that is wrong with a brief of so many columns, in words; empty for a good page."""
    page = printed(pdf)
    if page.pages != 1:
        return (f"{page.pages} pages",)
    return (
        *_edges(page),
        *_overlaps(page),
        *_sizes(page, style),
        *_torn(page),
        *(fault for band in bands(page, columns) for fault in _band_faults(band, _rhythm(page, columns))),
    )


def _edges(page: Printed) -> Iterator[str]:
    across, down = MARGIN - HANGS, MARGIN - _DESCENDS
    paper = Rect(across, down, page.size.width - 2 * across, page.size.height - 2 * down)
    lost = [glyph.ink for glyph in page.glyphs if not paper.contains(glyph.ink, 0.0)]  # beyond the paper, too
    if lost or not paper.contains(page.ink, 0.0):
        yield f"ink stands outside the margins: {lost[0] if lost else page.ink}"


def _overlaps(page: Printed) -> Iterator[str]:
    found = sorted((glyph for glyph in page.glyphs if glyph.ink.height > 0), key=lambda glyph: glyph.ink.y)
    for index, glyph in enumerate(found):
        for other in found[index + 1 :]:
            if other.ink.y > glyph.ink.bottom - _DEEP:
                break
            if abs(glyph.baseline - other.baseline) > 1 and _shared(glyph.ink, other.ink):
                yield f"{_named(glyph)} and {_named(other)} stand on each other at {glyph.ink.x:.0f}, {other.ink.y:.0f}"
                return
    for rule in page.rules:
        crossed = next((glyph for glyph in found if _crosses(rule, glyph.ink)), None)
        if crossed:
            yield f"a line crosses {_named(crossed)} at {crossed.ink.x:.0f}, {crossed.ink.y:.0f}"


def _shared(one: Rect, other: Rect) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > _SHALLOW and down > _DEEP


def _crosses(rule: Rect, ink: Rect) -> bool:
    middle, center = rule.y + rule.height / 2, rule.x + rule.width / 2
    if rule.height <= _THIN < rule.width:
        return rule.x < ink.right and ink.x < rule.right and ink.y + 0.7 < middle < ink.bottom - 0.7
    return rule.y < ink.bottom and ink.y < rule.bottom and ink.x + 0.7 < center < ink.right - 0.7


def _named(glyph: Glyph) -> str:
    return f"{glyph.text!r} ({unicodedata.name(glyph.text, '?').lower()})"


def _sizes(page: Printed, style: str) -> Iterator[str]:
    body, caption = FLOORS.get(style, (BODY, CAPTION))
    sources = False
    for block in page.blocks:
        sources = block.id == "entry:sources" or (sources and not block.id.startswith("entry:"))
        small = block.tag in ("Caption", "TR", "Figure") or "#" in block.id or not block.id or sources
        least = min(block.sizes, default=body)
        if block.tag in _HEADINGS:
            least = max(block.sizes)  # the slides beside it are as small as a caption
        if least < (caption if small else body) - 1e-3:
            yield f"{least:g} points: {block.text[:40]}"


def _torn(page: Printed) -> Iterator[str]:
    """Single lines of a paragraph left behind or carried over."""
    for block in page.blocks:
        parts = [len(part) for part in _parts(block)]
        if len(parts) > 1 and (min(parts) < 2 or block.tag in _HEADINGS):
            yield f"{block.text[:40]!r} is parted into {parts} lines"


def _parts(block: Block) -> list[list[float]]:
    """The baselines of a block, column by column; a row of a table stands in one."""
    if block.tag == "TR":
        return [[line.baseline for line in block.lines]]
    found: list[list[float]] = [[]]
    for line, above in zip(block.lines, (None, *block.lines), strict=False):
        if above and line.baseline < above.baseline - line.size:
            found.append([])
        found[-1].append(line.baseline)
    return found


class Stretch(NamedTuple):
    """A block, or the part of it that stands in one column."""

    block: Block
    column: int  # 0, 1; -1 for what stands across both
    lines: tuple[float, ...]  # baselines
    top: float
    bottom: float


class Band(NamedTuple):
    """What stands side by side, in reading order."""

    stretches: tuple[Stretch, ...]

    def column(self, number: int) -> list[Stretch]:
        """What stands in one column of it."""
        return [stretch for stretch in self.stretches if stretch.column == number]


def bands(page: Printed, columns: int) -> list[Band]:
    """The flow between head and foot; each thing that stands across two columns ends a band and begins another."""
    if columns == 1:
        return []
    found: list[list[Stretch]] = []
    for stretch in _stretches(page):
        last = found[-1][-1].column if found else None
        if last == -1 and _names(stretch.block, found[-1][-1].block):
            stretch = stretch._replace(column=-1)  # as short as it is, it stands across with what it names
        if last is None or stretch.column < last or (stretch.column > last and last < 0):
            wide = stretch.column < 0 and stretch.block.tag in ("TR", "Figure")
            leading = _leading(found[-1]) if wide and found else []
            if leading:
                found[-1] = found[-1][: -len(leading)]
                found = [band for band in found if band]
            if not leading or not found or found[-1][-1].column >= 0:
                found.append([])
            found[-1] += [one._replace(column=-1) for one in leading]
        found[-1].append(stretch)
    return [Band(tuple(stretches)) for stretches in found]


def _leading(stretches: Sequence[Stretch]) -> list[Stretch]:
    """What stands across the page though it is short: before a table its caption, one thing at most, and titles."""
    if any(stretch.column != 0 for stretch in stretches):
        return []
    rest = [*stretches]
    found: list[Stretch] = []
    while rest and rest[-1].block.tag == "Caption":
        found.append(rest.pop())
    below = [*found]
    while rest and "#" in rest[-1].block.id:
        below.append(rest.pop())
    if rest and rest[-1].block.tag not in _HEADINGS:
        below.append(rest.pop())
    titled = bool(rest) and rest[-1].block.tag in _HEADINGS
    found = below if titled else found
    while rest and rest[-1].block.tag in _HEADINGS:
        found.append(rest.pop())
    return found[::-1]


def flow(page: Printed) -> list[Block]:
    """What stands between head and foot, in reading order."""
    named = [index for index, block in enumerate(page.blocks) if block.id and block.id != "entry:opening"]
    found = page.blocks[named[0] : named[-1] + 1] if named else ()
    return [block for above, block in zip((None, *found), found, strict=False) if not _is_beside(block, above)]


def _is_beside(block: Block, above: Block | None) -> bool:
    """Whether a block stands at the end of a heading: the slides that show the section."""
    return above is not None and above.tag in _HEADINGS and abs(block.bottom - above.bottom) < 1


def _stretches(page: Printed) -> Iterator[Stretch]:
    center = page.size.width / 2
    mirrored = page.lang[:2] in _LEFTWARD
    found = flow(page)
    tables = _tables(found)
    for block in found:
        start = 0
        for part in _parts(block):
            lines = block.lines[start : start + len(part)]
            start += len(part)
            edges = [(line.left, line.right) for line in lines]
            if block.frame:
                edges.append((block.frame.x, block.frame.right))
            edges += [(row.left, row.right) for row in tables.get(id(block), ()) if row.lines]
            left, right = min(edge for edge, _ in edges), max(edge for _, edge in edges)
            side = -1 if left < center - 1 and right > center + 1 else int(left > center)
            column = 1 - side if mirrored and side >= 0 else side
            frame = block.frame
            top = min([line.baseline - line.size for line in lines] + ([frame.y] if frame else []))
            bottom = max([line.baseline for line in lines] + ([frame.bottom] if frame else []))
            yield Stretch(block, column, tuple(part), top, bottom)


class _Rhythm(NamedTuple):
    """How the text of a page runs; points."""

    size: float  # of most of it
    step: float  # from baseline to baseline
    gaps: Mapping[str, float]  # usual, above what has that tag


def _rhythm(page: Printed, columns: int) -> _Rhythm:
    text = [block for block in page.blocks if block.tag in _GRIDDED and block.id and block.sizes]
    letters: Counter[float] = Counter()
    for block in text:
        letters[round(max(block.sizes), 2)] += len(block.text)
    size = letters.most_common(1)[0][0] if letters else BODY
    runs = [part for block in text if abs(max(block.sizes) - size) < 0.1 for part in _parts(block)]
    longest = max(runs, key=len, default=[])
    step = (longest[-1] - longest[0]) / (len(longest) - 1) if len(longest) > 1 else 0.0
    gaps: dict[str, list[float]] = {}
    for band in bands(page, columns):
        for above, below in pairwise(band.stretches):
            if above.column == below.column and above.block is not below.block:
                gaps.setdefault(below.block.tag, []).append(below.top - above.bottom)
    return _Rhythm(size, step, {tag: median(found) for tag, found in gaps.items()})


def _tables(blocks: Sequence[Block]) -> dict[int, list[Block]]:
    """The rows that each row of a table stands together with in one column, by the row's identity."""
    found: list[list[Block]] = []
    for above, row in zip((None, *blocks), blocks, strict=False):
        if row.tag != "TR":
            continue
        if above is None or above.tag != "TR" or above.id != row.id or above.bottom > row.bottom:
            found.append([])
        found[-1].append(row)
    return {id(row): rows for rows in found for row in rows}


def _band_faults(band: Band, rhythm: _Rhythm) -> Iterator[str]:
    yield from _left_at_the_foot(band)
    yield from _uneven(band, rhythm)
    yield from _off_the_grid(band, rhythm)
    yield from _across(band)


def _left_at_the_foot(band: Band) -> Iterator[str]:
    """Headings and captions at the foot of a column whose matter stands in the next."""
    for place, (above, below) in enumerate(pairwise(band.stretches)):
        if above.column != below.column and above.block is not below.block:
            after = band.stretches[place + 2 : place + 3]
            if _holds(above.block, below.block, after[0].block if after else None):
                yield f"{above.block.text[:40]!r} stands at the foot of a column"


def _holds(block: Block, below: Block, after: Block | None) -> bool:
    """Whether a block may not be parted from the next; a row of titles with nothing under them may."""
    if block.tag in _HEADINGS:
        return below.tag not in _HEADINGS or below.tag > block.tag or not _is_bare(below, after)
    if block.tag == "Caption":
        return below.tag in ("TR", "Figure")
    if block.tag == "LI" and not block.id:
        return True  # a label by itself
    return _names(below, block)


def _names(below: Block, block: Block) -> bool:
    """Whether it is the caption of a number, or the name below a quote."""
    return "#" in below.id and below.id.split("#")[0] == block.id


def _is_bare(heading: Block, after: Block | None) -> bool:
    """Whether nothing stands under a heading."""
    return after is None or (after.tag in _HEADINGS and after.tag <= heading.tag)


def _uneven(band: Band, rhythm: _Rhythm) -> Iterator[str]:
    """Columns further apart than two lines, and than the best that could be made of what stands in them."""
    first, second = band.column(0), band.column(1)
    if not first:
        return
    step = rhythm.step or rhythm.size * _LEADING
    feet = [max((stretch.bottom for stretch in column), default=first[0].top) for column in (first, second)]
    apart = abs(feet[0] - feet[1])
    allowed = max(TWO_LINES * step, min(_differences(band, rhythm), default=apart) + 1.5 * step)
    if apart > allowed + 1:
        yield f"the columns end {apart:.0f} points apart, {allowed:.0f} allowed"


def _differences(band: Band, rhythm: _Rhythm) -> Iterator[float]:
    """How far apart columns would end, for each place where the flow may be parted."""
    edges = [*_edges_of_lines(band, rhythm)]
    whole = edges[-1].bottom - edges[0].top
    yield whole  # not parted at all
    for above, below in pairwise(edges):
        if below.breaks:
            yield abs((above.bottom - edges[0].top) - (edges[-1].bottom - below.top + below.again))


class _Edge(NamedTuple):
    """A line, row or figure in the one long column that the two make."""

    top: float
    bottom: float
    breaks: bool  # a column may begin with it
    again: float = 0.0  # the height of what then stands above it, a table's header


def _edges_of_lines(band: Band, rhythm: _Rhythm) -> Iterator[_Edge]:
    """Everything one below the other; a gap is put where the columns were parted."""
    step = rhythm.step or rhythm.size * _LEADING
    blocks = [block for block, _ in groupby(stretch.block for stretch in band.stretches)]
    down, foot = 0.0, band.stretches[0].top
    for number, block in enumerate(blocks):
        whole = block.tag not in _GRIDDED or "#" in block.id
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        above = blocks[number - 1] if number else None
        free = above is not None and not _holds(above, block, after) and not _splits_a_table(blocks, number)
        seen = 0
        for stretch in (stretch for stretch in band.stretches if stretch.block is block):
            if stretch.column == 1 and not down:
                down = foot - stretch.top + (0.0 if seen else rhythm.gaps.get(block.tag, step / 2))
            count = len(block.lines)
            high = max(step, stretch.lines[0] - stretch.top if stretch.lines else 0.0)  # of a large figure: its type
            rows = [(line - high, line) for line in stretch.lines] if block.tag in _GRIDDED else []
            for top, bottom in rows or [(stretch.top, stretch.bottom)]:
                again = _header(blocks, number) if block.tag == "TR" else 0.0
                yield _Edge(
                    top + down, bottom + down, free if not seen else not whole and 2 <= seen <= count - 2, again
                )
                seen += 1
            foot = max(foot, stretch.bottom + down)


def _header(blocks: Sequence[Block], number: int) -> float:
    """How high the header of the table is that this row belongs to, 0 for the header itself."""
    above = blocks[number - 1] if number else None
    if above is None or above.tag != "TR" or above.id != blocks[number].id:
        return 0.0
    first, second = [block for block in blocks if block.tag == "TR" and block.id == above.id][:2]
    return max(second.top - first.top, first.bottom - first.top)


def _splits_a_table(blocks: Sequence[Block], number: int) -> bool:
    """Whether parting before this block would leave too few rows of a table on one side."""
    if blocks[number].tag != "TR" or blocks[number - 1].tag != "TR" or blocks[number].id != blocks[number - 1].id:
        return False
    rows = [place for place, block in enumerate(blocks) if block.tag == "TR" and block.id == blocks[number].id]
    place = rows.index(number)
    return place < _ROWS + 1 or len(rows) - place < _ROWS


def _off_the_grid(band: Band, rhythm: _Rhythm) -> Iterator[str]:
    """Lines of text whose baselines are no whole quarters of a line from each other."""
    text = [one for one in band.stretches if one.block.tag in _GRIDDED and max(one.block.sizes) < rhythm.size * 1.1]
    lines = [line for stretch in text for line in stretch.lines]
    unit = rhythm.step / 4
    for line in lines if unit else ():
        units = (line - lines[0]) / unit
        if abs(units - round(units)) * unit > _OFF:
            yield f"a line at {line:.1f} stands off the grid of {unit:.2f} points"
            return


def _across(band: Band) -> Iterator[str]:
    """What reaches across both columns without a table or figure that needs it."""
    found = [stretch.block for stretch in band.stretches if stretch.column < 0]
    if not all(block.tag in _HEADINGS for block in found) and not any(block.tag in ("TR", "Figure") for block in found):
        yield f"{found[0].text[:40]!r} reaches across the columns"
