"""How wide the columns of a table are: what their words need, and the rest so that its rows take the fewest lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from briefdeck.named import NamedTuple

_UNEVEN = 1.12
"""Cells broken into some lines need so much more than an even part of their length: words do not end where lines do."""

_MOST_LINES = 99
_SWEEPS = 6


class Need(NamedTuple):
    """What a column needs, in points."""

    least: float  # for its longest word
    cells: tuple[float, ...]  # how long each cell is in one line, the header first

    @property
    def most(self) -> float:
        """For its longest cell in one line."""
        return max(self.cells)


def column_widths(needs: Sequence[Need], width: float, gap: float) -> tuple[float, ...]:
    """Share a width among columns with a gap between them, both in points.

    Long cells are broken so that the rows take as few lines as possible, the header among them; cells that can be whole
    are. Where the longest words do not fit, the widest columns are cut back to one width.
    """
    room = width - gap * (len(needs) - 1)
    if sum(need.least for need in needs) > room:
        most = _cap([need.least for need in needs], room)
        own = [min(need.least, most) for need in needs]
    else:
        own = _fewest_lines(needs, _filled(_broken(needs, room), [need.most for need in needs], room))
    return (*(column + gap for column in own[:-1]), own[-1])


def _broken(needs: Sequence[Need], room: float) -> list[float]:
    """The widths in which the longest cells of all columns stand in equally many lines, as few as the room allows."""
    for lines in range(1, _MOST_LINES):
        part = _UNEVEN / lines if lines > 1 else 1.0
        own = [max(need.least, part * need.most) for need in needs]
        if sum(own) <= room:
            return own
    return [need.least for need in needs]


def _filled(own: list[float], wishes: Sequence[float], room: float) -> list[float]:
    """The widths, what is left of the room added: wishes are met from the smallest, and then all get alike."""
    left = room - sum(own)
    waiting = sorted((wish - width, place) for place, (wish, width) in enumerate(zip(wishes, own, strict=True)))
    while waiting and waiting[0][0] <= left:
        missing, place = waiting.pop(0)
        own[place] += max(0.0, missing)
        left -= max(0.0, missing)
    if waiting:
        total = sum(missing for missing, _ in waiting)
        for missing, place in waiting:
            own[place] += left * missing / total
        return own
    return [width + left / len(own) for width in own]


def _fewest_lines(needs: Sequence[Need], own: list[float]) -> list[float]:
    """The widths, changed while one column taking from another spares lines."""
    lines = [_lines(need, width) for need, width in zip(needs, own, strict=True)]
    best = _cost(lines)
    for _ in range(_SWEEPS):
        before = best
        for place, need in enumerate(needs):
            for wanted in _worthwhile(need, own[place]):
                for other, giver in enumerate(needs):
                    left = own[other] - (wanted - own[place])
                    if other == place or left < giver.least:
                        continue
                    tried = [*lines]
                    tried[place], tried[other] = _lines(need, wanted), _lines(giver, left)
                    if (cost := _cost(tried)) < best:
                        best, lines = cost, tried
                        own[place], own[other] = wanted, left
                        break
        if best == before:
            break
    return own


def _worthwhile(need: Need, width: float) -> Iterator[float]:
    """Widths above this one in which a column has fewer lines, the smallest first."""
    if need.most <= width:  # also where nothing stands in it, and it has no width at all
        return
    lengths = sorted({length for length in need.cells if length > width})
    yield from sorted({*lengths[:2], *lengths[-1:]})
    longest = need.most
    for count in range(ceil(_UNEVEN * longest / width) - 1, 1, -1):
        yield _UNEVEN * longest / count


def _lines(need: Need, width: float) -> list[int]:
    return [1 if length <= width else max(2, ceil(_UNEVEN * length / width)) for length in need.cells]


def _cost(lines: Sequence[Sequence[int]]) -> tuple[int, int]:
    """The lines of all rows, and then those of all cells."""
    return sum(map(max, zip(*lines, strict=True))), sum(map(sum, lines))


def _cap(needs: Sequence[float], room: float) -> float:
    """The width that no column may pass so that all together take just the room."""
    left, ordered = room, sorted(needs)
    for index, need in enumerate(ordered):
        fair = left / (len(ordered) - index)
        if need > fair:
            return fair
        left -= need
    return ordered[-1]
