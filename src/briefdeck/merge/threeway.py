"""The merge as a recipe: which thing is which, what moves, what goes, what comes, and what each says in the end."""

from __future__ import annotations

from briefdeck.merge.fields import settle
from briefdeck.merge.moves import gone, moved
from briefdeck.merge.planting import Planter, Planting
from briefdeck.merge.tree import said_by
from briefdeck.merge.trio import Trio, compare
from briefdeck.model.edits import Edit, Remove, Said
from briefdeck.model.outline import Outline
from briefdeck.named import NamedTuple

_NEEDY = {"group": "points", "compare": "points", "outline": "sections"}
"""What must hold something, and in which slot."""


class Merged(NamedTuple):
    """What to do with the outline of the author, and what has no place in it but is to be told."""

    edits: tuple[Edit, ...]
    said: tuple[Said, ...] = ()


def merge(base: Outline | None, mine: Outline, theirs: Outline, *, moves: bool = True) -> Merged:
    """Bring the note's changes into the author's outline.

    `base` is the outline as it was mapped before (None when that is not known), `mine` the one that its author has
    edited, loaded from its file, `theirs` the changed note as it maps now. Titles, texts, order and layouts of the
    author stay; where both sides changed a text the author's stays and the other is told. Without `moves` nothing is
    put elsewhere that the note has put elsewhere.
    """
    if base == theirs:
        return Merged(())
    trio = compare(base, mine, theirs)
    moving = moved(trio) if moves else frozenset()
    going = gone(trio, moving)
    planting = Planter(trio, moving, frozenset(going)).plant()
    for _ in trio.mine:
        bare = _emptied(trio, moving, going, planting)
        if not bare:
            break
        if any(not _mend(trio, index, going) for index in bare):
            return merge(base, mine, theirs, moves=False)
        planting = Planter(trio, moving, frozenset(going)).plant()
    return _edits(trio, moving, going, planting)


def _emptied(trio: Trio, moving: frozenset[int], going: set[int], planting: Planting) -> list[int]:
    """What needs something below it and would have nothing left: labels, sides, and the outline."""
    filled = {(id(insert.into), insert.slot) for insert in planting.inserts}
    found = []
    for node in trio.mine:
        if node.number in going or node.kind not in _NEEDY or (id(node.thing), _NEEDY[node.kind]) in filled:
            continue
        if all(child in going or child in moving for child in _needed(trio, node.number)):
            found.append(node.number)
    return found


def _needed(trio: Trio, index: int) -> list[int]:
    """What stands in the slot that must not be empty."""
    node = trio.mine[index]
    return [child for child in node.children if trio.mine[child].slot == _NEEDY[node.kind]]


def _mend(trio: Trio, index: int, going: set[int]) -> bool:
    """Let an untouched label go that has nothing left, and an edited one keep what it had; whether that could be."""
    node = trio.mine[index]
    if node.kind == "group" and not trio.is_edited(index) and index not in _held(trio, index):
        going.add(index)
        return True
    kept = [child for child in _needed(trio, index) if child in going]
    for child in kept:
        going -= _with_all_below(trio, child)
    return bool(kept)


def _held(trio: Trio, index: int) -> set[int]:
    """Groups inside a comparison: they may be all that a side has."""
    return {index} if trio.mine[trio.mine[index].parent].kind == "compare" else set()


def _with_all_below(trio: Trio, index: int) -> set[int]:
    found = {index}
    for child in trio.mine[index].children:
        found |= _with_all_below(trio, child)
    return found


def _edits(trio: Trio, moving: frozenset[int], going: set[int], planting: Planting) -> Merged:
    edits: list[Edit] = []
    for node in trio.mine:
        if node.number in going:
            said = () if node.kind == "unused" else (Said("removed", said_by(node.thing), lines=node.lines),)
            edits.append(Remove(node.thing, said))
        elif (change := settle(trio, node)) is not None:
            edits.append(change)
    edits += planting.inserts
    return Merged(tuple(edits), planting.said)
