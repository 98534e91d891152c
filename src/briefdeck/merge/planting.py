"""What is new in the note, and where it goes in an outline whose author may have moved what was around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefdeck.merge.tree import Node, said_by
from briefdeck.merge.trio import Trio
from briefdeck.model.edits import ONE_OR_NONE, SLOTS, Insert, Move, Plant, Said, Thing
from briefdeck.model.outline import Point, Side
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

_SILENT = ("unused",)  # kept up to date without a word
_ALONE = (*ONE_OR_NONE, "compare")  # a section has one of these or none


class Planting(NamedTuple):
    """What is to be put where, and what has no place."""

    inserts: tuple[Insert, ...]
    said: tuple[Said, ...]


class _Spot(NamedTuple):
    """A slot of mine, and what it holds there as far as it stays."""

    holder: int
    slot: str


class Planter:
    """Goes through the note's outline once; `moving` leave their place, `going` leave the outline."""

    def __init__(self, trio: Trio, moving: frozenset[int], going: frozenset[int]) -> None:
        self._trio = trio
        self._moving = moving
        self._going = going
        self._was = {now: was for was, now in trio.onward.items()}
        self._inserts: list[Insert] = []
        self._said: list[Said] = []

    def plant(self) -> Planting:
        """Find the place of everything that is new or moved."""
        for node in self._trio.theirs:
            if node.number in self._trio.to_mine:
                for slot in SLOTS.get(type(node.thing), ()):
                    self._fill(node, slot)
        return Planting(tuple(self._inserts), tuple(self._said))

    def _fill(self, parent: Node, slot: str) -> None:
        """Put what is new in one slot of theirs into mine."""
        holder = self._trio.to_mine[parent.number]
        children = [child for child in parent.children if self._trio.theirs[child].slot == slot]
        rows = [(child, self._items(child)) for child in children]
        if slot in _ALONE and any(items for _, items in rows):
            self._fill_alone(holder, slot, rows)
            return
        for run, before, after in _runs(rows, lambda child: self._anchor(child, _Spot(holder, slot))):
            self._insert(_Spot(holder, slot), run, before, after)

    def _insert(self, spot: _Spot, items: list[Plant | Move], before: int | None, after: int | None) -> None:
        mine = self._trio.mine
        if spot.slot == "sections" and mine[spot.holder].kind == "section" and mine[spot.holder].parent > 0:
            # The author has put this section inside another one: there is no room for sections in it.
            spot, before = _Spot(mine[spot.holder].parent, "sections"), spot.holder
        beside = before if before is not None else after
        self._inserts.append(
            Insert(
                mine[spot.holder].thing,
                spot.slot,
                tuple(items),
                mine[beside].thing if beside is not None else None,
                after=before is not None,
            )
        )

    def _fill_alone(self, holder: int, slot: str, rows: list[tuple[int, list[Plant | Move]]]) -> None:
        """A table, a comparison and the like: it comes as a whole, or the author's stays and it is told."""
        plants = [item for _, items in rows for item in items]
        node = self._trio.mine[holder]
        occupied = any(self._trio.mine[child].slot == slot and child not in self._going for child in node.children)
        if not occupied and (slot != "compare" or len(plants) == 2):
            self._insert(_Spot(holder, slot), plants, None, None)
        elif slot == "compare":
            self._insert(_Spot(holder, "points"), [_as_group(item) for item in plants], None, None)
        else:
            self._said += [
                Said("conflict", f"a {slot} of your own", said_by(item.thing), self._trio.theirs[child].lines)
                for child, items in rows
                for item in items
            ]

    def _anchor(self, child: int, spot: _Spot | None) -> int | None:
        """What stands for a thing of theirs in mine, where it stays in that slot (in any, when none is given)."""
        index = self._trio.to_mine.get(child)
        if index is None or index in self._moving or index in self._going:
            return None
        node = self._trio.mine[index]
        return index if spot is None or spot == (node.parent, node.slot) else None

    def _items(self, index: int) -> list[Plant | Move]:
        """What a thing of theirs brings: itself when it is new or moves, nothing when mine has it where it is."""
        trio = self._trio
        node = trio.theirs[index]
        if index in trio.to_mine:
            mine = trio.to_mine[index]
            said = Said("moved", said_by(trio.mine[mine].thing), lines=node.lines)
            return [Move(trio.mine[mine].thing, (said,))] if mine in self._moving else []
        if index in trio.known:
            return self._deleted(node)
        return self._new(node)

    def _new(self, node: Node) -> list[Plant | Move]:
        slots = self._slots(node)
        if _needs_content(node) and node.children and not slots:
            self._said.append(Said("empty", theirs=said_by(node.thing), lines=node.lines))
            return []
        return [self._planted(node, slots)]

    def _planted(self, node: Node, slots: tuple[tuple[str, tuple[Plant | Move, ...]], ...]) -> Plant:
        whole = not _holds_a_move(slots)
        if whole:
            slots = tuple((slot, tuple(_unmarked(item) for item in items)) for slot, items in slots)
        silent = node.kind in _SILENT
        said = () if silent else (Said("new", theirs=said_by(node.thing), lines=node.lines),)
        return Plant(_emptied(node.thing), slots, marked=not silent, said=said)

    def _slots(self, node: Node) -> tuple[tuple[str, tuple[Plant | Move, ...]], ...]:
        """What stands in a new thing, slot by slot; half a comparison becomes points."""
        found: dict[str, list[Plant | Move]] = {}
        for child in node.children:
            found.setdefault(self._trio.theirs[child].slot, []).extend(self._items(child))
        if len(sides := found.get("compare", [])) == 1:
            found.setdefault("points", []).append(_as_group(sides[0]))
            del found["compare"]
        return tuple((slot, tuple(items)) for slot, items in found.items() if items)

    def _deleted(self, node: Node) -> list[Plant | Move]:
        """What the author deleted stays so; what is new in it goes beside its neighbours, else it comes with them."""
        trio = self._trio
        before = trio.base[self._was[node.number]] if trio.base else None
        if before is not None and before.text != node.text:
            self._said.append(Said("deleted", before.text, said_by(node.thing), node.lines))
        for slot in SLOTS.get(type(node.thing), ()):
            children = [child for child in node.children if trio.theirs[child].slot == slot]
            if slot in _ALONE or not any(self._anchor(child, None) is not None for child in children):
                continue
            rows = [(child, self._items(child)) for child in children]
            for run, left, right in _runs(rows, lambda child: self._anchor(child, None)):
                beside = trio.mine[left if left is not None else right or 0]
                self._insert(_Spot(beside.parent, beside.slot), run, left, right)
            node = node._replace(children=tuple(child for child in node.children if child not in children))
        slots = self._slots(node)
        if not slots:
            return []
        if isinstance(node.thing, Point) and node.thing.say:
            return [item for _, items in slots for item in items]
        return [self._planted(node, slots)]


def _runs(
    rows: list[tuple[int, list[Plant | Move]]], anchor: Callable[[int], int | None]
) -> Iterator[tuple[list[Plant | Move], int | None, int | None]]:
    """What is to be put in, run by run, with what stands before it and after it in mine."""
    before: int | None = None
    run: list[Plant | Move] = []
    for child, items in rows:
        run += items
        if (here := anchor(child)) is not None:
            if run:
                yield run, before, here
            run, before = [], here
    if run:
        yield run, before, None


def _needs_content(node: Node) -> bool:
    return node.kind in ("section", "group", "compare")


def _holds_a_move(slots: tuple[tuple[str, tuple[Plant | Move, ...]], ...]) -> bool:
    return any(isinstance(item, Move) or _holds_a_move(item.slots) for _, items in slots for item in items)


def _unmarked(item: Plant | Move) -> Plant | Move:
    """Without the mark: the whole it stands in has one."""
    if isinstance(item, Move):
        return item
    slots = tuple((slot, tuple(_unmarked(below) for below in items)) for slot, items in item.slots)
    return item._replace(slots=slots, marked=False)


def _emptied(thing: Thing) -> Thing:
    """The thing with nothing in its slots."""
    slots = SLOTS.get(type(thing), ())
    return replace(thing, **{slot: None if slot in ONE_OR_NONE else () for slot in slots}) if slots else thing


def _as_group(item: Plant | Move) -> Plant | Move:
    """A side of a comparison as a label over its points."""
    if isinstance(item, Plant) and isinstance(item.thing, Side):
        return item._replace(thing=Point(label=item.thing.label))
    return item
