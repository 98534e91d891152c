"""Which thing of one outline is which of another: by the very words first, then by lines, company and likeness.

Line numbers count only between two outlines of the same note: one line put in at the top of a note shifts them all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable

from briefdeck.merge.likeness import alike
from briefdeck.merge.tree import Node, Tree, ancestors

_LEAST_ALIKE = 0.5
_NEIGHBOUR = 0.12  # what a neighbour in common adds to the likeness of two texts
_LEAST_SHARED = 0.5  # of the smaller one's points, for sections and groups under other titles
_CONTAINERS = ("section", "group", "compare")
_ONLY_ONE = ("quote", "table", "chart", "picture")

Pairs = dict[int, int]
Key = Callable[[Node], Hashable]


def match(left: Tree, right: Tree, *, same_lines: bool) -> Pairs:
    """The things of `left` that are things of `right`, as numbers; `same_lines`: both cite the same note."""
    pairs: Pairs = {0: 0}
    leaves = tuple(dict.fromkeys(node.kind for node in (*left, *right) if node.kind not in (*_CONTAINERS, "outline")))
    by_lines: Iterable[Key] = (lambda node: (node.text, node.lines),) if same_lines else ()
    for kind in leaves:
        _by_keys(left, right, pairs, kind, (*by_lines, lambda node: (node.context, node.text), lambda node: node.text))
        if same_lines:
            _by_keys(left, right, pairs, kind, (lambda node: node.lines or None,))
    for kind in leaves:
        _by_likeness(left, right, pairs, kind)
    _by_keys(left, right, pairs, "section", (*by_lines, lambda node: (node.context, node.text)))
    if same_lines:
        _by_keys(left, right, pairs, "section", (lambda node: node.lines or None,))
    _by_company(left, right, pairs, "section")
    _by_keys(left, right, pairs, "section", (lambda node: node.text,))
    _by_likeness(left, right, pairs, "section")
    _by_company(left, right, pairs, "group")
    _by_label(left, right, pairs)
    _by_place(left, right, pairs)
    return pairs


def _free(tree: Tree, taken: Iterable[int], kind: str) -> list[Node]:
    known = set(taken)
    return [node for node in tree if node.kind == kind and node.number not in known]


def _by_keys(left: Tree, right: Tree, pairs: Pairs, kind: str, keys: Iterable[Key]) -> None:
    """Pair what has the same key, the first with the first; a key of None pairs nothing."""
    for key in keys:
        found: dict[Hashable, list[int]] = defaultdict(list)
        for node in _free(right, pairs.values(), kind):
            found[key(node)].append(node.number)
        waiting = {name: iter(numbers) for name, numbers in found.items() if name is not None}
        for node in _free(left, pairs, kind):
            if (other := next(waiting.get(key(node), iter(())), None)) is not None:
                pairs[node.number] = other


def _by_label(left: Tree, right: Tree, pairs: Pairs) -> None:
    """Pair labels that say the same in the same section: elsewhere a label such as "Examples" is another one."""
    waiting: dict[tuple[int, str], list[int]] = defaultdict(list)
    for node in reversed(_free(right, pairs.values(), "group")):
        waiting[_holder(right, node.number, "section"), node.text].append(node.number)
    for node in _free(left, pairs, "group"):
        there = pairs.get(_holder(left, node.number, "section"), -1)
        if others := waiting.get((there, node.text)):
            pairs[node.number] = others.pop()


def _by_likeness(left: Tree, right: Tree, pairs: Pairs, kind: str) -> None:
    left_free, right_free = _free(left, pairs, kind), _free(right, pairs.values(), kind)
    if not left_free or not right_free:
        return
    before, after = _neighbours(left, right, pairs, kind)
    pairs |= alike(
        [(node.number, node.text) for node in left_free],
        [(node.number, node.text) for node in right_free],
        lambda one, other: (
            _NEIGHBOUR * ((before[0][one], before[1][other]) in before[2])
            + _NEIGHBOUR * ((after[0][one], after[1][other]) in after[2])
        ),
        _LEAST_ALIKE,
    )


_Side = tuple[dict[int, int], dict[int, int], frozenset[tuple[int, int]]]


def _neighbours(left: Tree, right: Tree, pairs: Pairs, kind: str) -> tuple[_Side, _Side]:
    """The next thing of the kind before and after each, and which of these belong together; -1 and -2 are the ends."""

    def beside(tree: Tree, *, backwards: bool) -> dict[int, int]:
        numbers = [node.number for node in tree if node.kind == kind]
        if backwards:
            numbers.reverse()
        return dict(zip(numbers, [-1, *numbers], strict=False))

    known = frozenset({*pairs.items(), (-1, -1)})
    return (
        (beside(left, backwards=False), beside(right, backwards=False), known),
        (beside(left, backwards=True), beside(right, backwards=True), known),
    )


def _by_company(left: Tree, right: Tree, pairs: Pairs, kind: str) -> None:
    """Pair sections or groups that hold the same points, whatever they are called now."""
    free_left = {node.number: 0 for node in _free(left, pairs, kind)}
    free_right = {node.number: 0 for node in _free(right, pairs.values(), kind)}
    shared: Counter[tuple[int, int]] = Counter()
    for one, other in pairs.items():
        if left[one].kind == "point":
            ours, theirs = _holder(left, one, kind), _holder(right, other, kind)
            if ours in free_left and theirs in free_right:
                shared[ours, theirs] += 1
    for tree, counts in ((left, free_left), (right, free_right)):
        for node in tree:
            if node.kind == "point" and (holder := _holder(tree, node.number, kind)) in counts:
                counts[holder] += 1
    taken = set(pairs.values())
    for (ours, theirs), count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        enough = count >= _LEAST_SHARED * min(free_left[ours], free_right[theirs])
        if enough and ours not in pairs and theirs not in taken:
            pairs[ours] = theirs
            taken.add(theirs)


def _holder(tree: Tree, index: int, kind: str) -> int:
    """The nearest section or group that a point stands in, -1 for none."""
    return next((above for above in ancestors(tree, index) if tree[above].kind == kind), -1)


def _by_place(left: Tree, right: Tree, pairs: Pairs) -> None:
    """Pair what there is only one of in a section, and the sides of a comparison, first with first."""
    for one, other in list(pairs.items()):
        for slot in (*_ONLY_ONE, "compare"):
            ours = [child for child in left[one].children if left[child].slot == slot]
            theirs = [child for child in right[other].children if right[child].slot == slot]
            for child, twin in zip(ours, theirs, strict=False):
                if child not in pairs and twin not in pairs.values():
                    pairs[child] = twin
