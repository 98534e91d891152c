"""How wide the columns of a table are: what their words need, and a share of what is left."""

from __future__ import annotations

from collections.abc import Sequence

_UNEVEN = 1.12
"""Cells broken into some lines need so much more than an even part of their length: words do not end where lines do."""

_MOST_LINES = 99


def column_widths(needs: Sequence[tuple[float, float]], width: float, gap: float) -> tuple[float, ...]:
    """Share a width among columns that need at least and at most so much, a gap between them; all in points.

    Long cells are broken into lines, as few as possible and about as many in each column; what is left keeps the cells
    of other columns whole, the shortest first. Where not even the least is to be had, the widest are cut back to one
    width.
    """
    room = width - gap * (len(needs) - 1)
    if sum(least for least, _ in needs) > room:
        most = _cap([least for least, _ in needs], room)
        own = [min(least, most) for least, _ in needs]
    else:
        own = _filled(_broken(needs, room)[1], [most for _, most in needs], room)
    return (*(column + gap for column in own[:-1]), own[-1])


def most_lines(needs: Sequence[tuple[float, float]], width: float, gap: float) -> int:
    """Into how many lines the longest cells are broken, as far as can be told from their lengths."""
    return _broken(needs, width - gap * (len(needs) - 1))[0]


def _broken(needs: Sequence[tuple[float, float]], room: float) -> tuple[int, list[float]]:
    """The widths in which the longest cells of all columns stand in equally many lines, as few as the room allows."""
    for lines in range(1, _MOST_LINES):
        part = _UNEVEN / lines if lines > 1 else 1.0
        own = [max(least, part * most) for least, most in needs]
        if sum(own) <= room:
            return lines, own
    return _MOST_LINES, [least for least, _ in needs]


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


def _cap(needs: Sequence[float], room: float) -> float:
    """The width that no column may pass so that all together take just the room."""
    left, ordered = room, sorted(needs)
    for index, need in enumerate(ordered):
        fair = left / (len(ordered) - index)
        if need > fair:
            return fair
        left -= need
    return ordered[-1]
