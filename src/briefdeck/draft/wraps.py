"""Wrapped lines become paragraphs again, and very long lines become sentences.

The test for a wrapped line is what the wrapping did: it broke where the next word would not have fitted. A line with
room left for the next word ended because its writer ended it.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from briefdeck.draft.edges import (
    COLUMNS,
    NARROWEST,
    NEAR_EDGE,
    Block,
    begins_small,
    blocks_of,
    ends_wanting,
    is_address,
    is_open,
    near_edge,
    parts_sentence,
    wrapped_width,
)
from briefdeck.draft.labels import split_label, uses_dashes
from briefdeck.draft.numbering import Numbering
from briefdeck.draft.parted_words import PartedWords, parted_words
from briefdeck.draft.rows import Kind, Row, is_lower_case, sources_of, take_mark, text_row
from briefdeck.draft.sentences import split_sentences
from briefdeck.draft.words import (
    STOP_WORDS,
    ends_with_colon,
    has_ideographs,
    is_ended,
    is_question,
    word_count,
)
from briefdeck.late import late_pattern
from briefdeck.named import NamedTuple

_BROKEN = 20  # characters
_ENOUGH_OPENED, _MOSTLY_FIRST = 3, 0.6
_ENOUGH_WORDS = 4  # of a line that ends in a parted word
_FULL = 50  # characters of a line that may have been broken, in a note that is not wrapped
_LONG_LINE = 2000  # characters: nobody writes such a line by hand; it is a paste that lost its breaks
_PARAGRAPH = 240
_EVERY_LABEL = 3  # short sentences, each with its label, are a list in one line
_FEW_LINES = 3
_ONE_LINE_PASTE = 200
_CAPITALS = late_pattern(r"((?:[A-Z][A-Z’'&-]*\s){1,9}[A-Z][A-Z’'&-]+)\s(?=[A-Z][a-z’']+\s)")
_OPTION = late_pattern(r"\s+\(?(?P<n>[b-hB-H]|ii|iii)[.)]\s*(?=\S)")
_SECOND = ("b)", "b.", "B)", "B.", "ii)", "ii.")
_FEWEST_OPTIONS = 3
_DEEPEST_OPENING, _FEWEST_OPENINGS = 8, 2
_EQUATION = late_pattern(r"(?:[^\W\d_]{1,2}(?![^\W\d_])|[^=\w]|[\d_]){1,60}=")
"""A line that begins with a formula: no word stands before the sign."""

_CODE_ENDS = (";", "{", "}", "[", "(", "),", "},")
_CLOSING = late_pattern(r"[})\]]{1,9}[;,]?$")
"""A line of a program that only closes what lines above it opened."""

_DATE = late_pattern(r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\b")


class _Wrapping(NamedTuple):
    """How the note is wrapped: its width in characters, 0 when it is not; and whether labels are set off by dashes."""

    width: int
    dashed: bool
    lower_case: bool  # small letters begin most lines
    small: bool  # the writer begins lines with small letters, so that these do not tell a continued one
    openers: frozenset[str]  # names that stand at the beginning of lines and next to nowhere else: who says or does it


def unwrap(rows: list[Row]) -> list[Row]:
    """The rows with every wrapped line joined to the line it continues; sources are joined too."""
    rows = _without_first_indents(rows)
    text = [row for row in rows if row.kind is Kind.TEXT]
    width = wrapped_width(rows)
    openers = _openers(text) if width else frozenset()
    wrapping = _Wrapping(width, uses_dashes(rows), is_lower_case(text), begins_small(rows, width), openers)
    words = parted_words(rows)
    done: list[Row] = []
    last: Row | None = None  # the physical line before, when it is text
    for row, block in zip(rows, blocks_of(rows, width), strict=True):
        if last is not None and _closes(row, done[-1]):
            done[-1] = _join(done[-1], row, words)
            continue
        stated = row.form is not None and row.form.goes_on and row.kind is Kind.TEXT
        if last is not None and (stated or _continues(row, last, done[-1], wrapping, block)):
            done[-1] = _join(done[-1], row, words)
        else:
            done.append(row)
        last = row if row.kind is Kind.TEXT else None
    return done


def _closes(row: Row, before: Row) -> bool:
    """Whether a line without a word is the end of a program's statement, which would be cut off without it."""
    return row.kind is Kind.SKIP and before.body.endswith(_CODE_ENDS) and _CLOSING.match(row.body) is not None


def _without_first_indents(rows: list[Row]) -> list[Row]:
    """The rows with the first lines of paragraphs at the margin of the others, where a book would set them in."""
    opening = [
        index
        for index, (row, below) in enumerate(pairwise(rows))
        if row.kind is below.kind is Kind.TEXT
        and not (row.mark or below.mark or below.gap)
        and _DEEPEST_OPENING >= row.indent > below.indent
        and len(row.text) >= NARROWEST
        and (row.gap or index == 0 or (is_ended(rows[index - 1].body) and rows[index - 1].indent == below.indent))
    ]
    broken = sum(1 for index in opening if not is_ended(rows[index].body))
    if len(opening) < _FEWEST_OPENINGS or 2 * broken < len(opening):
        return rows
    done = list(rows)
    for index in opening:
        done[index] = rows[index]._replace(indent=rows[index + 1].indent, gap=True)
    return done


def _openers(text: list[Row]) -> frozenset[str]:
    """The names with which lines begin again and again: "Mark says ...", "Mark proposes ..."."""
    first = Counter(row.body.split(maxsplit=1)[0].rstrip(":") for row in text if row.body[:1].isupper())
    names = {word for word, count in first.items() if count >= _ENOUGH_OPENED and word.lower() not in STOP_WORDS}
    if not names:
        return frozenset()
    said = Counter(word.strip(".,:;!?()\"“”'’") for row in text for word in row.body.split())
    return frozenset(name for name in names if first[name] >= _MOSTLY_FIRST * said[name])


def is_wrapped(rows: list[Row]) -> bool:
    """Whether the note's paragraphs were wrapped by hand or by an editor."""
    return wrapped_width(rows) > 0


def _join(before: Row, row: Row, words: PartedWords) -> Row:
    """One row of two; when the lines came from one source each, where each begins is kept."""
    tail = row.text.strip() if row.mark else row.body
    whole = has_ideographs(before.body[-1:]) and has_ideographs(tail[:1])
    parted = _is_parted(before.body, tail)
    space = "" if whole or parted else " "
    body = words.joined(before.body, tail) if parted else before.body
    starts = (*(before.starts or (0,)), len(before.plain) - len(before.body) + len(body) + len(space))
    joined = text_row(before, body + space + tail)
    return joined._replace(sources=before.sources + row.sources, starts=starts)


def _is_parted(before: str, after: str) -> bool:
    """Whether a hyphen at the end of a line stands amid a word or between the two of a compound."""
    return before[-1:] == "-" and before[-2:-1].isalpha() and after[:1].islower()


def _continues(row: Row, last: Row, start: Row, wrapping: _Wrapping, block: Block) -> bool:
    """Whether `row` goes on with the sentence of the physical line `last`; `start` is the row it would join."""
    if row.kind is not Kind.TEXT or start.kind is not Kind.TEXT or not row.body or row.term:
        return False
    if row.mark:
        return _is_broken_dash(row, last, start, wrapping.width)
    long = len(last.text) >= NARROWEST or last.words >= _ENOUGH_WORDS
    parted = long and _is_parted(last.body, row.body)
    if parted or _is_long_heading(last.body, row.body):
        return not row.gap
    if ends_with_colon(last.body) or is_question(last.body) or _DATE.match(row.body):
        return False
    if COLUMNS in row.body or ("=" in row.body and _EQUATION.match(row.body)):
        return False
    ended = is_ended(last.body) and last.body.rstrip()[-1] not in ",，"
    lower = (row.body[0].islower() or row.body[0] in "),;([") and not is_address(row)
    if ended and not lower and is_question(row.body):
        return False  # a whole question on a line of its own
    if ((is_address(last) or COLUMNS in last.body) and not lower) or (ended and is_address(row)):
        return False
    if last.indent > start.indent >= row.indent and not start.mark:
        return False  # the lines that go on hang; this one does not
    hanging = row.indent >= last.indent + 2 and bool(start.mark or start.indent < row.indent)
    if _opens_label(row, last, wrapping, block, amid=lower and not ended):
        return False
    if wrapping.width:
        small = block.small or wrapping.small  # small letters tell nothing there
        cue = (lower and not small) or hanging
        if block.listed and not (cue or is_open(last.body)):
            return False
        width = min(wrapping.width, int(NEAR_EDGE * block.edge)) if block.kept and not ended else wrapping.width
        return _was_broken(row, last, start, width, ended=ended, cue=cue)
    return not (ended or _stands_out(row, last, start)) and _goes_on(row, last, start, wrapping, block)


def _opens_label(row: Row, last: Row, wrapping: _Wrapping, block: Block, *, amid: bool) -> bool:
    """Whether a row begins with a label or a speaker; `amid` a sentence, what ends in a colon may be the end of it."""
    first = row.body.split(maxsplit=1)[0]
    if split_label(row.plain, wrapping.dashed) is None:
        return first.rstrip(":") in wrapping.openers
    broken = block.kept or (len(last.text) >= NARROWEST and parts_sentence(last.body, row.body))
    no_room = len(last.text) + 1 + len(first) > wrapping.width > 0
    return not amid or not (no_room or (broken and near_edge(last, row, block)))


def _goes_on(row: Row, last: Row, start: Row, wrapping: _Wrapping, block: Block) -> bool:
    """In a note that is not wrapped: whether a line that ends no sentence was broken all the same."""
    lower, full = row.body[0].islower(), near_edge(last, row, block)
    if block.kept and (lower or full):
        return True
    hangs = bool(start.mark) and 2 <= row.indent - start.indent <= 6
    if hangs and ". " in last.body and is_ended(row.body):
        return True  # after one sentence another has begun
    if not lower or not full:
        return False
    long = len(last.text) >= NARROWEST
    if long and (parts_sentence(last.body, row.body) or (is_open(last.body) and not wrapping.small)):
        return True
    listed = last is start and not start.mark and last.body[0].islower()  # a line of its own, in small letters too
    if wrapping.lower_case or block.small or block.listed or listed:
        return False
    return (last.words >= 8 and len(last.body) >= _FULL and not wrapping.small) or (
        hangs and len(last.body) >= _BROKEN  # nobody breaks a line after two words
    )


def _is_long_heading(before: str, after: str) -> bool:
    """Whether a heading in capitals goes on: its first line ends with a word that wants another."""
    return before.isupper() and after.isupper() and ends_wanting(before) and word_count(before) > 1


def _stands_out(row: Row, last: Row, start: Row) -> bool:
    """Whether a row stands further out than what it would join; an item that was refilled goes on at the margin."""
    refilled = start.mark and row.indent == 0 and last is start and row.body[:1].islower()
    return row.indent < start.indent and not refilled


def _is_broken_dash(row: Row, last: Row, start: Row, width: int) -> bool:
    """Whether a dash stands at the beginning of its line only since not even it fitted behind the word before."""
    full = width and len(last.text) > width - 2 and not is_ended(last.body)
    return bool(full) and row.mark in "-–—" and not start.mark and row.indent == start.indent


def _was_broken(row: Row, last: Row, start: Row, width: int, *, ended: bool, cue: bool) -> bool:
    """In a wrapped note: whether the next word would not have fitted behind the line before."""
    first_word = row.body.split(maxsplit=1)[0]
    room = width - len(last.text)
    if _stands_out(row, last, start) or has_ideographs(first_word):
        return False
    if len(first_word) + 1 > room:
        if ended:
            return len(last.text) >= 0.8 * width and row.indent >= last.indent
        return cue or len(last.text) >= 0.8 * width or last.words >= 4
    return cue and not ended and row.body[0].islower() and len(last.text) >= 0.6 * width


def split_long(rows: list[Row]) -> list[Row]:
    """The rows with pastes that lost their line breaks cut into sentences, each a row of its own."""
    content = sum(1 for row in rows if row.kind in (Kind.TEXT, Kind.HEAD))
    limit = _ONE_LINE_PASTE if content < _FEW_LINES else _LONG_LINE
    others = any(len(row.starts) > 1 and _short_label(row.plain) for row in rows if row.kind is Kind.TEXT)
    done: list[Row] = []
    for row in rows:
        if row.kind is Kind.TEXT and row.number and (options := _options(row)):
            done.extend(options)
        elif row.kind is Kind.TEXT and (len(row.body) > limit or _holds_labels(row, least=1 if others else 2)):
            done.extend(_pieces(row))
        else:
            done.append(row)
    return done


def _options(row: Row) -> list[Row]:
    """The answers to choose from that stand on one line, each as a row: "(a) Wheat   (b) Paddy   (c) Gram"."""
    if row.number not in ("a", "A", "i") or len(row.starts) > 1 or not any(sign in row.body for sign in _SECOND):
        return []
    parts: list[str] = []
    numbers = [row.number]
    at = 0
    for match in _OPTION.finditer(row.body):
        if match["n"] != (chr(ord(numbers[-1]) + 1) if row.number != "i" else numbers[-1] + "i"):
            return []
        parts.append(row.body[at : match.start()])
        numbers.append(match["n"])
        at = match.end()
    parts.append(row.body[at:])
    if len(parts) < _FEWEST_OPTIONS or not all(map(str.strip, parts)):
        return []
    first, *others = (
        text_row(row._replace(number=number, piece=True, starts=()), part.strip(" ;,"))
        for number, part in zip(numbers, parts, strict=True)
    )
    return [first, *(other._replace(gap=False) for other in others)]


def _holds_labels(row: Row, *, least: int) -> bool:
    """Whether a paragraph runs through several labels: "... Advantages: they are cheap. Drawbacks: they break.".

    One is enough where lines were joined and another paragraph opens with one: a refilled text hides the others.
    """
    signs = row.plain.count(": ") + row.plain.count(" - ") + row.plain.count(" – ")
    if signs >= _EVERY_LABEL and len(row.plain) < _PARAGRAPH:
        parts = split_sentences(row.plain)
        return len(parts) >= _EVERY_LABEL and all(map(_short_label, parts))
    if len(row.plain) < _PARAGRAPH or signs < least or (least == 1 and len(row.starts) < 2):
        return False
    return sum(map(_short_label, split_sentences(row.plain))) >= least


def _short_label(sentence: str) -> bool:
    found = split_label(sentence)
    return found is not None and word_count(found[0]) <= 3 and found[0][0].isupper()


def _pieces(row: Row) -> list[Row]:
    """The row's sentences as rows; each cites the lines it stands on."""
    pieces: list[Row] = []
    at = 0
    for sentence in split_sentences(row.plain):
        for part in (part for half in _behind_capitals(sentence) for part in _portions(half)):
            start = max(at, row.plain.find(part[:60], at))
            at = min(len(row.plain), start + len(part))
            mark, number, words = take_mark(part, 0, Numbering()) if pieces else (row.mark, row.number, part)
            piece = text_row(row._replace(text=part, mark=mark, number=number, piece=True, starts=()), words)
            pieces.append(piece._replace(sources=sources_of(row, start, at), gap=row.gap and not pieces))
    return pieces


def _behind_capitals(sentence: str) -> list[str]:
    """A sentence, and before it the heading in capitals that lost its line: "WHAT TO DO Do not click."."""
    match = _CAPITALS.match(sentence)
    return [match[1], sentence[match.end() :]] if match else [sentence]


def _portions(sentence: str) -> list[str]:
    """A sentence of reasonable length; one that runs on for pages is cut between words."""
    if len(sentence) <= _LONG_LINE:
        return [sentence]
    portions: list[str] = []
    current: list[str] = []
    length = 0
    for word in sentence.split():
        if current and length + len(word) >= _LONG_LINE:
            portions.append(" ".join(current))
            current, length = [], 0
        current.append(word)
        length += len(word) + 1
    return [*portions, " ".join(current)] if current else portions
