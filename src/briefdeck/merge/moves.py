"""What the note has put elsewhere, and what of mine goes because the note has it no longer.

A thing follows the note only when the author has left it where the mapping put it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from briefdeck.merge.tree import Node, ancestors
from briefdeck.merge.trio import Trio

_MOVABLE = ("point", "group", "section", "figures", "timeline")
_ORDERED = ("points", "sections", "timeline")


def moved(trio: Trio) -> frozenset[int]:
    """The things of mine that go to another place, none of them into itself."""
    if trio.base is None:
        return frozenset()
    wanted = {node.number for node in trio.mine if node.kind in _MOVABLE and _is_elsewhere(trio, node)}
    wanted |= set(_out_of_order(trio, wanted))
    targets = {number: target for number in sorted(wanted) if (target := _target(trio, trio.mine[number])) is not None}
    while circle := _circle(trio, targets):
        for number in circle:
            targets.pop(number, None)
    return frozenset(targets)


def destination(trio: Trio, theirs: int) -> int | None:
    """The thing of mine that holds a thing of theirs, in it new things on the way; None when the author deleted it."""
    for above in ancestors(trio.theirs, theirs):
        if above in trio.to_mine:
            return trio.to_mine[above]
        if above in trio.known:
            return None
    return 0


def _is_elsewhere(trio: Trio, node: Node) -> bool:
    """Whether the note has it in another place, and the author has left it where it was."""
    before, now = trio.before(node.number), trio.twin(node.number)
    if before is None or now is None or not _is_left_alone(trio, node, before):
        return False
    if trio.is_gone(node.parent) and trio.is_edited(node.parent):
        return False  # the author has made what it stands in their own
    return trio.onward.get(before.parent) != now.parent or before.slot != now.slot


def _is_left_alone(trio: Trio, node: Node, before: Node) -> bool:
    return trio.to_base.get(node.parent) == before.parent and node.slot == before.slot


def _out_of_order(trio: Trio, elsewhere: set[int]) -> Iterator[int]:
    """What stands in another order in the note now, where the author has kept the order of the mapping."""
    for parent in trio.mine:
        now = trio.twin(parent.number)
        for slot in _ORDERED if now else ():
            rows = []
            for child in parent.children:
                before, twin = trio.before(child), trio.twin(child)
                if trio.mine[child].slot != slot or before is None or twin is None or child in elsewhere:
                    continue
                if _is_left_alone(trio, trio.mine[child], before) and now is not None and twin.parent == now.number:
                    rows.append((child, before.number, twin.number))
            if [row[1] for row in rows] == sorted(row[1] for row in rows):
                staying = _longest_rise([row[2] for row in rows])
                yield from (row[0] for place, row in enumerate(rows) if place not in staying)


def _longest_rise(numbers: Sequence[int]) -> frozenset[int]:
    """The places of a longest rising run of numbers, the others left out."""
    tails: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for place, number in enumerate(numbers):
        spot = bisect_left(tails, number)
        back.append(ends[spot - 1] if spot else -1)
        tails[spot : spot + 1] = [number]
        ends[spot : spot + 1] = [place]
    found = []
    place = ends[-1] if ends else -1
    while place >= 0:
        found.append(place)
        place = back[place]
    return frozenset(found)


def _target(trio: Trio, node: Node) -> int | None:
    """What of mine it goes into, None when it has to stay: a section can be too deep."""
    target = destination(trio, trio.to_theirs[node.number])
    if target is None or trio.theirs[trio.theirs[trio.to_theirs[node.number]].parent].kind != "section":
        return target
    has_sections = any(trio.mine[child].kind == "section" for child in node.children)
    return None if node.kind == "section" and (has_sections or trio.mine[target].parent > 0) else target


def _circle(trio: Trio, targets: dict[int, int]) -> set[int]:
    """Things that would stand in each other if all went where they are to go."""
    safe = {0}
    for start in targets:
        path = []
        at = start
        while at not in safe and at not in path:
            path.append(at)
            at = targets.get(at, trio.mine[at].parent)
        if at in path:
            return set(path[path.index(at) :])
        safe.update(path)
    return set()


def gone(trio: Trio, moving: frozenset[int]) -> set[int]:
    """What goes: the note has it no longer, the author has not changed it, and nothing in it stays."""
    going: set[int] = set()
    for node in reversed(trio.mine):
        empty = all(child in going or child in moving for child in node.children)
        if empty and trio.is_gone(node.number) and not trio.is_edited(node.number):
            going.add(node.number)
    for node in trio.mine:  # a comparison goes as a whole or not at all
        sides = [child for child in node.children if trio.mine[child].kind == "compare"]
        if not all(side in going for side in sides):
            going -= set(sides)
    return going
