"""Whether words stand where they belong: cells of tables, what goes together, what comes first, what has a label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, pairwise

from briefdeck.verify.outline_words import Wording
from briefdeck.verify.wording import core, order_free

_SET_OFF = ":.!?…。：！？"
_ENDS = ":?!…،؟：？！।"
"""Behind a label that ends in one of these nothing more sets it off from what it opens."""
_MOST_WAYS = 5_000
"""Choices of columns that are tried for a part of a table: a header in which all names differ allows one."""
_DEEPER = 1.0  # points by which a label's own words stand further in


@dataclass(frozen=True, slots=True)
class Seat:
    """A needed text and the paragraph that is just that, or that after a label."""

    item: str
    text: str
    place: int  # of the paragraph, in reading order


def is_part_of(shown: Sequence[Sequence[str]], header: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table shows some columns and some rows of another, all in its order and no cell in another's place.

    Where the shown cells are not all cells of the other, nothing can be said, and they are taken as right.
    """
    wanted = [[order_free(core(cell)) for cell in row] for row in (header, *rows)]
    found = [[order_free(core(cell)) for cell in row] for row in shown]
    if not any(wanted[0]):  # names of columns that say nothing may stand there or not
        wanted, found = wanted[1:], found[1:] if found and not any(found[0]) else found
    width = len(found[0]) if found else 0
    if not width or any(len(row) != width for row in found):
        return True
    known = {cell for row in wanted for cell in row}
    if any(cell and cell not in known for row in found for cell in row):
        return True
    columns = len(wanted[0]) if wanted else 0
    ways = islice(combinations(range(columns), width), _MOST_WAYS)
    return any(_follows(found, [[row[place] for place in way] for row in wanted]) for way in ways)


def _follows(found: list[list[str]], wanted: list[list[str]]) -> bool:
    """Whether the rows stand among the wanted ones in their order."""
    left = iter(wanted)
    return all(any(row == other for other in left) for row in found)


def seats(paragraphs: Sequence[str], items: Sequence[str], wordings: Mapping[str, Wording]) -> list[Seat]:
    """Where the texts of items stand, in the order of the items; what stands nowhere or is needed twice is left out."""
    needed = [(item, form) for item in items for need in wordings[item].slide for form in need.forms]
    times = Counter(form for _, form in needed)
    places: dict[str, list[int]] = {}
    for place, words in enumerate(map(core, paragraphs)):
        places.setdefault(words, []).append(place)
    found: list[Seat] = []
    for item, form in needed:
        if times[form] > 1:
            continue
        labels = [f"{label}{mark} {form}" for label in wordings[item].labels for mark in (":", "")]
        here = [place for text in (form, *labels) for place in places.get(text, ())]
        if len(here) == 1:
            found.append(Seat(item, form, here[0]))
    return found


def parted(found: Sequence[Seat]) -> Iterator[tuple[Seat, Seat]]:
    """Texts of one item between which a text of another stands, with that other."""
    in_order = sorted(found, key=lambda seat: seat.place)
    last: dict[str, int] = {}
    for number, seat in enumerate(in_order):
        before = last.get(seat.item)
        if before is not None and before != number - 1:
            yield seat, in_order[number - 1]
        last[seat.item] = number


def turned_around(found: Sequence[Seat]) -> Iterator[tuple[Seat, Seat]]:
    """Neighbours that are the wrong way round: the second comes first in the outline. `found` is in its order."""
    for one, other in pairwise(found):
        if one.place > other.place:
            yield other, one


def governed(
    paragraphs: Sequence[str],
    labels: Sequence[str],
    texts: Collection[int] = (),
    names: Collection[str] = (),
    depths: Sequence[float] = (),
) -> dict[int, str]:
    """For each paragraph the label that stands nearest before it, or opens it; without those that have none.

    `texts` are the places of paragraphs that are no labels though they read like one. After one of the `names`, such as
    the section's in the corner of a slide or a point's that says no more than a label, nothing is known. `depths` tell
    how far each paragraph is indented: a label ends before what stands further out, one that opens a text before what
    stands as far.
    """
    known = sorted({core(label) for label in labels if label}, key=len, reverse=True)
    found: dict[int, str] = {}
    now, inside = "", 0.0
    for place, words in enumerate(map(core, paragraphs)):
        depth = depths[place] if depths else 0.0
        named = words in names and place not in texts
        if named or depth < inside:
            now, inside = "", 0.0
        if not named and place not in texts:
            label = next((label for label in known if words == label or _opens(words, label)), "")
            if label:
                now, inside = label, depth if words == label or not depths else depth + _DEEPER
        if now:
            found[place] = now
    return found


def _opens(words: str, label: str) -> bool:
    """Whether a text begins with a label that is set off from what follows: "Ice: ...", not "Ice melts"."""
    behind = words[len(label) : len(label) + 1]
    return words.startswith(label) and (behind in tuple(_SET_OFF) or (behind == " " and label[-1] in _ENDS))


def may_stand_under(label: str, own: Sequence[str], others: Sequence[Sequence[str]]) -> bool:
    """Whether an item with these labels, outermost first, may follow that label: its own, or one of a group inside."""
    return label in own or any(label in other and tuple(other[: len(own)]) == tuple(own) for other in others)
