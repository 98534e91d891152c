"""Three outlines of one lesson and which thing is which: as mapped before, as edited, as the changed note maps now."""

from __future__ import annotations

from briefdeck.merge.likeness import likeness, runs_of
from briefdeck.merge.match import Pairs, match
from briefdeck.merge.tree import Node, Tree, own_fields, tree_of
from briefdeck.model.outline import Lines, Outline, Section
from briefdeck.named import NamedTuple

_SURELY_THE_SAME = 0.8
"""What a line that the author has deleted and the note has changed must share with the new one to stay deleted."""

_FOLLOWING = frozenset({"lines", "title_lines", "title_from", "digest", "note", "encoding"})
"""Fields that follow from the note: no work of the author's is seen in them."""


class Trio(NamedTuple):
    """The trees, and the pairs from each node to its twins; what has no twin is not in a mapping."""

    base: Tree | None  # None: the mapping before is not known
    mine: Tree
    theirs: Tree
    to_base: Pairs  # mine -> base
    to_theirs: Pairs  # mine -> theirs
    to_mine: Pairs  # theirs -> mine
    onward: Pairs  # base -> theirs
    known: frozenset[int]  # of theirs: was in the note before
    line_now: dict[int, int]  # of a line before -> of that line now

    def before(self, index: int) -> Node | None:
        """What a thing of mine was when it was mapped."""
        return self.base[self.to_base[index]] if self.base and index in self.to_base else None

    def twin(self, index: int) -> Node | None:
        """What a thing of mine is in the note now."""
        return self.theirs[self.to_theirs[index]] if index in self.to_theirs else None

    def is_edited(self, index: int) -> bool:
        """Whether the author has changed what a thing of mine says itself; also for what was never mapped."""
        before = self.before(index)
        thing = self.mine[index].thing
        if before is None or getattr(thing, "explicit_id", False):
            return True
        names = (name for name in own_fields(thing) if name not in _FOLLOWING)
        return any(getattr(thing, name) != getattr(before.thing, name) for name in names)

    def is_gone(self, index: int) -> bool:
        """Whether a thing of mine came from the note and the note has it no longer."""
        return index in self.to_base and index not in self.to_theirs

    def lines_now(self, lines: Lines) -> Lines:
        """The lines of the note now that were these lines before; what was deleted is left out."""
        return tuple(sorted({self.line_now[line] for line in lines if line in self.line_now}))


def compare(base: Outline | None, mine: Outline, theirs: Outline) -> Trio:
    """Find out which thing is which."""
    ours, now = tree_of(mine), tree_of(theirs)
    if base is None:
        return _without_base(ours, now)
    before = tree_of(base)
    to_base = match(ours, before, same_lines=True)
    onward = match(before, now, same_lines=False)
    _forget_doubtful(before, now, onward, frozenset(to_base.values()))
    to_theirs = {one: onward[was] for one, was in to_base.items() if was in onward}
    known = frozenset(onward.values())
    to_theirs |= _written_already(ours, now, to_base, known)
    return Trio(
        base=before,
        mine=ours,
        theirs=now,
        to_base=to_base,
        to_theirs=to_theirs,
        to_mine={other: one for one, other in to_theirs.items()},
        onward=onward,
        known=known,
        line_now=_line_map(before, now, onward),
    )


def _without_base(mine: Tree, theirs: Tree) -> Trio:
    pairs = match(mine, theirs, same_lines=False)
    return Trio(
        base=None,
        mine=mine,
        theirs=theirs,
        to_base={},
        to_theirs=pairs,
        to_mine={other: one for one, other in pairs.items()},
        onward={},
        known=frozenset(pairs.values()),
        line_now=_line_map(mine, theirs, pairs),
    )


def _forget_doubtful(before: Tree, now: Tree, onward: Pairs, kept: frozenset[int]) -> None:
    """What the author has deleted stays deleted only when it surely is what the note says now; else it is new."""
    for was, is_now in list(onward.items()):
        one, other = before[was], now[is_now]
        if was in kept or one.children or one.text == other.text or other.children:
            continue
        if likeness(runs_of(one.text), runs_of(other.text)) < _SURELY_THE_SAME:
            del onward[was]


def _written_already(mine: Tree, theirs: Tree, to_base: Pairs, known: frozenset[int]) -> Pairs:
    """What the author wrote and the note now says in the same words: it is not to be there twice."""
    own = {(node.kind, node.text): node.number for node in reversed(mine) if node.number not in to_base and node.text}
    found = {}
    for node in theirs:
        leaf = not node.children and not isinstance(node.thing, Section)
        if leaf and node.number not in known and (one := own.pop((node.kind, node.text), None)) is not None:
            found[one] = node.number
    return found


def _line_map(before: Tree, now: Tree, pairs: Pairs) -> dict[int, int]:
    found: dict[int, int] = {}
    for was, is_now in pairs.items():
        old, new = before[was].lines, now[is_now].lines
        if len(old) == len(new):
            found |= {line: other for line, other in zip(old, new, strict=True) if line not in found}
    return found
