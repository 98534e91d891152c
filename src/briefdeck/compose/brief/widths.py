"""How wide the columns of a table are: what their words need, and a share of what is left."""

from __future__ import annotations

from collections.abc import Sequence


def column_widths(needs: Sequence[tuple[float, float]], width: float, gap: float) -> tuple[float, ...]:
    """Share a width among columns that need at least and at most so much, a gap between them; all in points.

    Each has what it needs at least, and of what is left as much as its longest cell asks for; where not even the least
    is to be had, the widest are cut back to one width.
    """
    room = width - gap * (len(needs) - 1)
    least = sum(need for need, _ in needs)
    if least > room:
        most = _cap([need for need, _ in needs], room)
        own = [min(need, most) for need, _ in needs]
    else:
        wishes = [max(0.0, most - need) for need, most in needs]
        share = min(1.0, (room - least) / max(sum(wishes), 1.0))
        spare = (room - least - share * sum(wishes)) / len(needs)
        own = [need + share * wish + spare for (need, _), wish in zip(needs, wishes, strict=True)]
    return (*(column + gap for column in own[:-1]), own[-1])


def _cap(needs: Sequence[float], room: float) -> float:
    """The width that no column may pass so that all together take just the room."""
    left, ordered = room, sorted(needs)
    for index, need in enumerate(ordered):
        fair = left / (len(ordered) - index)
        if need > fair:
            return fair
        left -= need
    return ordered[-1]
