"""Where the lines of a note end: at an edge that a program or a hand kept to, or where their writers ended them.

A wrapped line ends because the next word did not fit. So in wrapped text almost every line that breaks a sentence comes
near the edge of its block, counted with the word that follows; lines that somebody ended leave room for it.
"""

from __future__ import annotations

from itertools import pairwise

from briefdeck.draft.labels import split_label
from briefdeck.draft.rows import Kind, Row, is_lower_case
from briefdeck.draft.words import IDEOGRAPHS, ends_with_colon, is_ended, word_set
from briefdeck.late import late_pattern
from briefdeck.named import NamedTuple

NARROWEST, _WIDEST = 40, 120
COLUMNS = "   "
_WANT_MORE = word_set(
    "a an and at by for from her his in its of on or our the their to with der die das den dem des und oder von le la "
    "les du de et ou el los las del y e o os as do da и или в на с к о"
)
_UNSPACED = late_pattern(f"[{IDEOGRAPHS}\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_END_NOTHING = word_set(
    "an and or the of its our their my your is are was were der des dem den und oder ist sind le les du et est sont el "
    "los las os и или"
)
_BEGIN_NOTHING = word_set("and or of than which whose und oder deren dessen et ou dont y и или который которая которые")
_COMMAS = frozenset(",，،、")
_FEW_WORDS = 3
_NARROW, _OFTEN_BROKEN, _SELDOM_BROKEN = 50, 0.25, 0.1
_FAR_OVER, _FEW_OVER = 1.25, 0.06
_ENOUGH_LINES = 8
NEAR_EDGE = 0.88
"""Of the edge: lines set in letters of different widths do not end at one count of them."""
_ROOMY = 0.75
_FORCED_BREAKS = 2
"""How many lines come to the edge for one that breaks a sentence before it."""
_ENOUGH_SMALL = 3
_GOING_ON, _NARROW_ON, _SMALL_ON = 2, 3, 4
"""Lines that go on with a sentence at the edge of a block, so that it keeps to one; of a narrow one, or begun small."""
_ALIKE = 3
_OWN_EDGE = 3
"""Lines of a block that show where its edge is."""


class Block(NamedTuple):
    """Lines without a blank one between them; of an item with those that go on with it."""

    edge: int = 0  # the length of its longest line
    small: bool = False  # lines that somebody began there begin with small letters
    listed: bool = False  # most of its lines end where there was room
    kept: bool = False  # every line that does not end a sentence comes near the edge, and sentences go on


def wrapped_width(rows: list[Row]) -> int:
    """The width at which the note was wrapped, 0 when its lines are paragraphs.

    Three signs are needed: many lines of nearly one length, lines that break in the middle of a sentence, and that
    these are the long ones.
    """
    text = [row for row in rows if row.kind is Kind.TEXT and not is_address(row)]
    lengths = sorted(len(row.text) for row in text)
    if len(lengths) < _ENOUGH_LINES:
        return 0
    ninetieth = lengths[int(0.9 * (len(lengths) - 1))]
    if not NARROWEST <= ninetieth <= _WIDEST:
        return 0
    width = max(length for length in lengths if length <= 1.08 * ninetieth)
    if sum(1 for length in lengths if length > _FAR_OVER * width) > max(1, _FEW_OVER * len(lengths)):
        return 0  # where lines are wrapped none runs on
    full = sum(1 for length in lengths if 0.72 * width <= length <= width)
    small = is_lower_case([row for row in text if row.gap] or text)
    needed = 0.6 if small else 0.3  # small letters everywhere say nothing of broken sentences
    if full <= needed * len(lengths):
        return 0
    forced, roomy = _broken(rows, width)
    least = _OFTEN_BROKEN if width < _NARROW else _SELDOM_BROKEN  # short lines may be all there is to say
    return width if forced + roomy >= least * len(lengths) and forced >= _FORCED_BREAKS * roomy else 0


def begins_small(rows: list[Row], width: int) -> bool:
    """Whether the writer of the note begins lines with small letters, so that these do not tell a continued one."""
    text = [row for row in rows if row.kind is Kind.TEXT]
    if width:
        return is_lower_case([row for row in text if row.gap] or text[:1])
    if is_lower_case(text):
        return True
    forced, roomy = _broken(rows, 0)
    return roomy >= _ENOUGH_SMALL and roomy >= forced


def blocks_of(rows: list[Row], width: int) -> list[Block]:
    """For each row the block that it stands in; `width` is that of the note, 0 when it is not wrapped."""
    found: list[Block] = []
    for rows_of_block in _parted(rows):
        found += [_block(rows_of_block, width)] * len(rows_of_block)
    return found


def _block(rows: list[Row], width: int) -> Block:
    edge = _edge(rows)
    if len(rows) == 1:
        return Block(edge)
    room = _ROOMY * width if width else NEAR_EDGE * edge
    small = rows[0].body[:1].islower() and not rows[0].mark
    ended = is_ended(rows[-1].body)
    forced = roomy = going_on = amid = small_after_room = 0
    for first, second in pairwise(rows):
        if not second.body or _stops(first.body):
            continue
        lower = second.body[0].islower()
        if _reach(first, second) <= room:
            roomy += 1
            small_after_room += lower
        else:
            forced += 1
            told = ends_wanting(first.body) or ". " in first.body
            going_on += told or _may_go_on(second, ended=ended)
            amid += told or parts_sentence(first.body, second.body)
    small = small or 2 * small_after_room > going_on
    if roomy and len(rows) > _GOING_ON and _is_sentence(rows, edge):
        return Block(edge, kept=True)
    needed = _SMALL_ON if small else _GOING_ON if edge >= NARROWEST else _NARROW_ON
    kept = not roomy and going_on >= needed and (ended or (amid > 0 and edge >= NARROWEST))
    alike = not (ended or amid) and forced >= _ALIKE  # lines of one length, each of which says something whole
    return Block(edge, small, listed=roomy > forced or alike, kept=kept)


def _is_sentence(rows: list[Row], edge: int) -> bool:
    """Whether all lines of a block are one sentence, broken by hand somewhere near the edge."""
    return (
        not rows[0].body[:1].islower()
        and is_ended(rows[-1].body)
        and not any(len(row.text) < _ROOMY * edge for row in rows[:-1])
        and all(_breaks_sentence(first, second) for first, second in pairwise(rows))
    )


def near_edge(first: Row, second: Row, block: Block) -> bool:
    """Whether the first word of a line would hardly have fitted behind the line before, in their block."""
    return _reach(first, second) > NEAR_EDGE * block.edge


def _parted(rows: list[Row]) -> list[list[Row]]:
    """The rows, parted at blank lines and bullets, and where what is no text stands between them."""
    parts: list[list[Row]] = []
    for row in rows:
        goes_on = parts and not (row.gap or row.mark) and row.kind is parts[-1][-1].kind is Kind.TEXT
        if goes_on:
            parts[-1].append(row)
        else:
            parts.append([row])
    return parts


def _edge(rows: list[Row]) -> int:
    return max((len(row.text) for row in rows if not is_address(row)), default=0)


def is_address(row: Row) -> bool:
    """Whether a line is an address of the web, which nothing breaks."""
    return "://" in row.text and len(row.text.split(maxsplit=_FEW_WORDS)) <= _FEW_WORDS


def _broken(rows: list[Row], width: int) -> tuple[int, int]:
    """How many lines that break a sentence come to the edge of their block, and how many leave room.

    A block of a few lines has the edge of the note: of two lines the first is nearly always the longer one.
    """
    forced = roomy = 0
    for block in _parted(rows):
        if len(block) == 1:
            continue
        edge = _edge(block)
        if len(block) < _OWN_EDGE or edge < _ROOMY * width:
            edge = max(edge, width)
        for first, second in pairwise(block):
            if _breaks_sentence(first, second):
                near = _reach(first, second) > NEAR_EDGE * min(edge, width or edge)
                forced, roomy = forced + near, roomy + (not near)
    return forced, roomy


def _breaks_sentence(first: Row, second: Row) -> bool:
    """Whether a sentence goes on in the second line; a word of a glossary with its meaning goes on from nothing."""
    if _stops(first.body) or not _may_go_on(second, ended=True):
        return False
    if COLUMNS in second.body or COLUMNS in first.body:
        return False
    return not second.term and split_label(second.plain) is None


def _may_go_on(row: Row, *, ended: bool) -> bool:
    """Whether a line may go on with a sentence, by its first letter.

    In scripts without capitals every line may where its block is `ended` by a full stop; where words are not parted
    by spaces nothing tells.
    """
    first = row.body[:1]
    if first.islower():
        return True
    return ended and first.isalpha() and first.lower() == first.upper() and not _UNSPACED.match(first)


def _stops(text: str) -> bool:
    """Whether a line ends what it says, or announces the next one."""
    return (is_ended(text) and text.rstrip()[-1] not in _COMMAS) or ends_with_colon(text)


def is_open(text: str) -> bool:
    """Whether a line ends with a comma, or with a word that wants another."""
    return text.rstrip()[-1:] in _COMMAS or ends_wanting(text)


def ends_wanting(text: str) -> bool:
    """Whether the last word of a line is one that wants another."""
    return text.rsplit(maxsplit=1)[-1].lower() in _WANT_MORE


def parts_sentence(before: str, after: str) -> bool:
    """Whether a sentence goes on between two lines by its words alone: no "from 4 pm on", "go to a"."""
    last, first = before.rsplit(maxsplit=1)[-1].lower(), after.split(maxsplit=1)[0].lower()
    return before.rstrip()[-1:] in _COMMAS or last in _END_NOTHING or first in _BEGIN_NOTHING


def _reach(first: Row, second: Row) -> int:
    """How long a line would be with the first word of the next one."""
    return len(first.text) + 1 + len(second.body.split(maxsplit=1)[0])
