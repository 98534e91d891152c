"""Rows: lines taken apart into indent, bullet or number, and words; and what the markup says outright.

A row is what every later pass works on. It is frozen; a pass that learns something gives a changed copy.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from briefdeck.draft.bars import between_bars, is_table_row
from briefdeck.draft.inline import plain, strip_emoji, strip_marks
from briefdeck.draft.lines import Line, clean_text
from briefdeck.draft.numbering import BARE_NUMBER, ROMAN_NUMBER, Numbering, read_numbering
from briefdeck.draft.sentences import AFTER_ORDINAL
from briefdeck.draft.words import word_count
from briefdeck.late import late_pattern
from briefdeck.model.note import Form
from briefdeck.named import NamedTuple


class Kind(Enum):
    """What a row is."""

    BLANK = "blank"
    RULE = "rule"  # a line of dashes or stars: decoration
    SKIP = "skip"  # markup without words for the class; `why` says what
    CODE = "code"
    TABLE = "table"
    PICTURE = "picture"
    HEAD = "heading"
    TEXT = "text"


_TO_BE_READ = frozenset({Kind.TEXT, Kind.HEAD})


class Row(NamedTuple):
    """One line, or one paragraph of wrapped lines, on its way to become a heading or a point."""

    sources: tuple[int, ...]
    text: str  # the cleaned line
    indent: int = 0
    kind: Kind = Kind.TEXT
    mark: str = ""  # its bullet: one sign, "#" for a number or letter
    number: str = ""  # the number or letter without its dot: "3", "2.1", "iv"
    body: str = ""  # the words without bullet
    plain: str = ""  # the body without inline marks and emoji
    words: int = 0
    gap: bool = False  # a blank line, a rule or the start of the note stands before it
    cue: str = ""  # what made it a heading
    title: str = ""  # of a heading
    level: int = 0  # of a heading: 1 is the top
    label: str = ""
    rest: str = ""  # what follows the label
    why: str = ""  # of a skipped row
    piece: bool = False  # one sentence of a longer line
    starts: tuple[int, ...] = ()  # of joined lines: where in `plain` each source begins
    form: Form | None = None  # what the format of the note says: certain
    cells: tuple[str, ...] = ()  # of a row of a table: what stands in each, with its inline marks
    term: str = ""  # of a line of a list of words: the word, which its meaning follows


RULE_SIGNS = frozenset("-=_*~#/.+|:│─━—–•·")
_BULLET = late_pattern(
    r"(?P<x>\\item)\s+(?=\S)|(?P<m>[-*+•·▪◦‣●○■□➢➤➔➜✓✔–—∙◆◇►▶§]|--|->|→|├──|└──|\uf0b7|\uf0a7|\uf0d8)(?P<s>\s+)(?=\S)"
    r"|(?P<y>[・･])(?=\S)|(?P<t>[•·▪●■➢➤►✓✔–├└\uf0b7\uf0a7\uf0d8]|-{1,2}|\*)(?=[^\W\d_]|['\"“‘(\[])"
)
_LETTER_BULLET = late_pattern(r"o\s+(?=[A-Za-z0-9\"“])")
LETTERS_ABROAD = ("абвгдежзик", "कखगघङचछज", "কখগঘঙচছজ", "அஆஇஈஉஊஎஏ", "أبجدهوزح")
"""The letters that number items, in their order."""

_NUMBER = late_pattern(
    r"[(（]?(?P<n>\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.)）](?=\s|[^\W\d_]|[\"“‘*(])\s*"
    r"|(?P<d>\d{1,2}(?:\.\d{1,2}){1,3})[.)]?\s+"
    r"|(?P<h>\d{1,3})(?:-\s+|\s[-–—]\s+(?=[^\W\d_])(?![^\W\d_]{1,2}[²³\s]*[=<>+*/^])|[、．]\s*)"
    r"|(?P<k>\d)\ufe0f?\u20e3\s*"
    r"|(?P<w>[０-９]{1,2})\s+|(?P<r>[①-⑳❶-❿])\s*"
    r"|（?(?P<c>[一二三四五六七八九十]{1,3})[、）]\s*"
    rf"|[(（]?(?P<z>[{''.join(LETTERS_ABROAD)}])[)）]\s*(?=\S)"
)
_NO_BULLETS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 '\"“(")
_AFTER_LETTERS = frozenset(".)）")
_TIME_CODE = late_pattern(r"(?:\[(?:\d{1,2}:)?\d{1,5}[:.]\d\d[^\]]{0,20}\]|\d\d:\d\d:\d\d(?:[.,]\d{1,3})?)\s+(?=\S)")
_CALLOUT = late_pattern(r"\[![\w-]{2,20}\][+-]?\s*")
_ADMONITION = late_pattern(
    r"\.\. (note|tip|warning|important|attention|hint|caution|danger)::\s*(\S.*)$", re.IGNORECASE
)
_TASK = late_pattern(r"\[[ xX]\]\s+")


_SKIPPED: tuple[tuple[str, str, str], ...] = (
    ("#:.[", r"#\+\w+|:\w+:(?:\s|$)|\.\. |\[(?:\[[^\]]{1,80}\]\]$|role|NOTE\b|TIP\b|WARNING\b)", "markup"),
    ("\\", r"\\(?:begin|end|label|usepackage|documentclass|maketitle|title|author|date)\b", "markup"),
    ("/<%", r"//[^/]|<!--[^>]{0,500}-->$|%%(?!.*%%\s*\S)", "a comment"),
    ("!", r"!\[[^\[\]]{0,300}\]\([^()]{0,500}\)$|!\[\[[^\]]{0,300}\]\]$", "a picture"),
    ("<", r"</?[a-z][^<>]{0,400}>$", "markup"),
    ("[", r"\[(?:\d+\]:?|[^\[\]^]{1,60}\]:)\s{0,4}<?https?://", "a list of links"),
)
"""First signs, pattern and reason of lines that are no words for the class."""

_NO_WORDS = "signs without words"
_FURNITURE = frozenset(
    {
        "back to top",
        "skip to content",
        "share this",
        "print this page",
        "not all images can be exported from search",
        "from wikipedia, the free encyclopedia",
        "jump to navigation jump to search",
        "jump to navigation",
        "jump to search",
        "jump to content",
    }
)
_PAGE_NUMBER = r"(?:% )?(?:page|p\.|стр\.|seite|página)\s*\d{1,4}(?:\s*(?:of|/|из|de|von)\s*\d{1,4})?$"
_FRAME_OF_PAGES = frozenset("-–—[")
_FRAMED_PAGE = r"[-–—]{1,2}\s?\d{1,4}\s?[-–—]{1,2}$|\[\d{1,4}\]$"
_PLACE_IN_BOOK = (
    r"(?:highlight|note|bookmark)s?\s?(?:\([^()]{1,20}\))?\s?[-–—|]\s?"
    r"(?:(?:page|location|loc\.)\s[\d-]{1,12}\s?[·|>-]?\s?){1,2}$"
)
_LONGEST_FURNITURE = 60


@lru_cache(maxsize=16)
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def _why_skipped(body: str) -> str:
    """Why a line holds no words for the class, or ""."""
    if not any(map(str.isalnum, body)):
        return _NO_WORDS
    for first, pattern, why in _SKIPPED:
        if body[0] in first and _pattern(pattern).match(body):
            return "" if why == "markup" and _ADMONITION.match(body) else why
    if len(body) > _LONGEST_FURNITURE:
        return ""
    if body.lower().strip(" .!^↑") in _FURNITURE or body.endswith(("(disambiguation).", "(disambiguation)")):
        return "page furniture"
    if body[0] in _FRAME_OF_PAGES and _pattern(_FRAMED_PAGE).match(body):
        return "a page number"
    if not body[-1].isdigit():
        return ""
    if _pattern(_PAGE_NUMBER).match(body):
        return "a page number"
    return "where a book was marked" if body[0] in "hnbHNB" and _pattern(_PLACE_IN_BOOK).match(body) else ""


def shape_rows(lines: list[Line]) -> list[Row]:
    """A row per line, with what can be told from the line alone."""
    numbering = read_numbering(lines)
    rows: list[Row] = []
    gap = True
    for line in lines:
        if line.form is not None and line.form.kind == "more" and rows:
            rows[-1] = rows[-1]._replace(sources=rows[-1].sources + line.sources)
            continue
        row = _shape(line, gap, numbering)
        if row.kind in _TO_BE_READ and not any(map(str.isalnum, row.plain)):
            row = row._replace(kind=Kind.SKIP, why=_NO_WORDS)  # "&nbsp;": nothing is left without the marks
        rows.append(row)
        gap = row.kind in (Kind.BLANK, Kind.RULE, Kind.SKIP)
    return rows


def text_row(row: Row, body: str) -> Row:
    """The row with other words."""
    stripped = strip_emoji(strip_marks(body))
    return row._replace(body=body, plain=stripped, words=word_count(stripped))


def number_style(number: str) -> str:
    """How a row is numbered: "1", "1.1", "I", "a", "①", "" when it is not; letters of either case."""
    if not number:
        return ""
    if not number[0].isdecimal() and number[0].isdigit():
        return "①"
    if any(number in letters for letters in LETTERS_ABROAD):
        return "a"
    if number[0].isdigit():
        return "1" + ".1" * number.count(".")
    if len(number) > 1 or not number.isascii():
        return "I" if number.isascii() and number.isupper() else "i" if number.isascii() else "一"
    return "A" if number.isupper() else "a"


def is_lower_case(rows: list[Row]) -> bool:
    """Whether most lines of the note begin with small letters."""
    first = [
        row.body[0] for row in rows if row.body and row.body[0].isalpha() and row.body[0].lower() != row.body[0].upper()
    ]
    return sum(map(str.islower, first)) > 0.6 * len(first)


def is_rule(text: str) -> bool:
    """Whether a line is decoration: three signs or more, and nothing to read."""
    signs = text.replace(" ", "")
    return (len(signs) >= 3 and RULE_SIGNS.issuperset(signs)) or text in ("│", "|")


def _shape(line: Line, gap: bool, numbering: Numbering) -> Row:
    text = line.text
    if line.form is not None:
        if line.form.kind != "text":
            return _formed(line, line.form, gap)
        text = clean_text(line.form.words) or text
    body = text.lstrip()
    if not body:
        return Row(line.sources, text, kind=Kind.BLANK)
    indent = len(text) - len(body)
    if is_rule(body):
        return Row(line.sources, text, indent, Kind.RULE, body=body)
    cells = line.cells if any(map(str.isalnum, body)) else ()
    if not cells and (why := _why_skipped(body)):
        return Row(line.sources, text, indent, Kind.SKIP, body=body, why=why)
    if cells or is_table_row(body):
        row = Row(line.sources, text, indent, Kind.TABLE, body=body, plain=strip_marks(body.strip(" |")), gap=gap)
        return row._replace(cells=cells or tuple(between_bars(body)))
    body = _TIME_CODE.sub("", _unwrapped(body), count=1)
    mark, number, words = take_mark(body, indent, numbering)
    row = text_row(Row(line.sources, text, indent, mark=mark, number=number, gap=gap, form=line.form), words)
    term = line.term and plain(line.term)
    return row._replace(term=term) if term and row.plain.startswith(f"{term} ") else row


_STEP = 4
"""Columns by which a list stands further in than the one around it."""


def _formed(line: Line, form: Form, gap: bool) -> Row:
    """The row of a line whose format says what it is."""
    row = Row(line.sources, line.text, gap=gap, form=form, body=line.text.strip())
    words = clean_text(form.words) or row.body
    if not words and form.kind in ("heading", "item"):
        return row._replace(kind=Kind.BLANK)  # a bullet without words: somebody pressed Enter once too often
    match form.kind:
        case "heading":
            return text_row(row, words)._replace(kind=Kind.HEAD, cue="style", title=words, level=form.level)
        case "item":
            mark = "#" if form.number else "-"
            return text_row(row._replace(indent=_STEP * form.level, mark=mark, number=form.number), words)
        case "row":
            return row._replace(kind=Kind.TABLE, cells=tuple(map(clean_text, form.cells)), plain=strip_marks(row.body))
        case "code":
            return row._replace(kind=Kind.CODE, plain=row.body)
        case "picture":
            return row._replace(kind=Kind.PICTURE, title=words)
        case "stated":
            return row._replace(kind=Kind.SKIP, cue=form.why, title=words, why="front matter")
        case _:
            return row._replace(kind=Kind.SKIP, why=form.why)


def _unwrapped(body: str) -> str:
    """The words of a quoted line or a boxed remark: "> text", "> [!note] Title", ".. note:: text"."""
    if body.startswith(">"):
        inner = _CALLOUT.sub("", body.lstrip("> "), count=1).strip()
        return inner or body
    match = _ADMONITION.match(body)
    return f"{match[1]}: {match[2]}" if match else body


def sources_of(row: Row, start: int, end: int) -> tuple[int, ...]:
    """The lines on which the characters from `start` to `end` of the row's plain words stand."""
    if len(row.starts) < 2:
        return row.sources
    ends = (*row.starts[1:], len(row.plain) + 1)
    found = tuple(
        source
        for source, first, last in zip(row.sources, row.starts, ends, strict=False)
        if first < end and last > start + 1
    )
    return found or row.sources


def take_mark(body: str, indent: int, numbering: Numbering) -> tuple[str, str, str]:
    """The bullet, the number, and the words after them."""
    if body[:1] not in _NO_BULLETS and (match := _BULLET.match(body)):
        mark = "-" if match["x"] else (match["m"] or match["t"] or match["y"])[-1:]
        words = body[match.end() :]
        if mark == "*" and not match["s"] and "*" in words:
            return "", "", body  # emphasis that opens the line
        mark = {"─": "├", ">": "→"}.get(mark, mark)
        return mark, "", _TASK.sub("", words, count=1) if words.startswith("[") else words
    if (
        body[:1] == "o"
        and (match := _LETTER_BULLET.match(body))
        and (numbering.rings or (indent and not body[match.end()].islower()))
    ):
        return "o", "", body[match.end() :]
    if numbering.waves and body.startswith("~ "):
        return "~", "", body[1:].lstrip()
    if body in numbering.counted:
        number, _, words = body.partition(" ")
        return "#", number, words.lstrip()
    if (numbering.bare and (match := BARE_NUMBER.match(body))) or (
        numbering.romans and (match := ROMAN_NUMBER.match(body))
    ):
        return "#", match["n"], body[match.end() :]
    if _may_be_numbered(body) and (match := _NUMBER.match(body)):
        number = match["n"] or match["d"] or match["h"] or match["k"] or match["c"] or match["w"]
        number = number or match["r"] or match["z"]
        if len(number) == 1 and number.isascii() and number.isalpha() and number not in numbering.letters:
            return "", "", body  # an initial: "C. Rajagopalachari"
        if number.isdecimal() and body[len(number) : len(number) + 1] == "." and AFTER_ORDINAL.match(body, match.end()):
            return "", "", body  # "30. Januar 1933"
        if match.end() < len(body):
            return "#", number, body[match.end() :]
    return "", "", body


def _may_be_numbered(body: str) -> bool:
    """Whether a number may open a line: a Latin letter does so only with a dot or a bracket soon after it."""
    letter = body[:1].isascii() and body[:1].isalpha()
    return not (letter and _AFTER_LETTERS.isdisjoint(body[1:6])) and body[:1] not in " '\"“"
