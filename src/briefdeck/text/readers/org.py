"""Org files: outlines of stars, fields, drawers, blocks, tables between bars."""

from __future__ import annotations

import re

from briefdeck.late import late_pattern
from briefdeck.model.note import Form
from briefdeck.text.readers.footnotes import with_footnotes
from briefdeck.text.readers.found import Found
from briefdeck.text.readers.marked import CODE, COMMENT, MARKUP, MORE, Closings, row, split_cells, stated, with_forms
from briefdeck.text.readers.pictures import linked

_HEADING = late_pattern(r"(\*{1,12})\s+(\S.*)$")
_TODO = late_pattern(r"(?:TODO|DONE|NEXT|WAITING|CANCELLED|CANCELED)\s+(?=\S)|\[#[A-Z]\]\s+|COMMENT\s+")
_TAGS = late_pattern(r"\s+:(?:[\w@#%]{1,40}:){1,10}\s*$")
_FIELD = late_pattern(r"\s*#\+([A-Za-z_]{2,30}):\s*(.*)$")
_BLOCK = late_pattern(r"\s*#\+begin_([a-z]{2,20})\b", re.IGNORECASE)
_CODE_BLOCKS = {"src", "example", "export", "latex", "html"}
_LONGEST_DRAWER = 200  # lines
_PLANNED = late_pattern(r"\s*(?:CLOCK|DEADLINE|SCHEDULED|CLOSED):\s")
_PICTURE = late_pattern(
    r"\s*\[\[(?:file:)?([^\]]{1,300}\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?))(?:\]\[[^\]]{0,300})?\]\]\s*$", re.IGNORECASE
)
_CAPTION = late_pattern(r"\s*#\+caption(?:\[[^\]]{0,200}\])?:\s*(.*)$", re.IGNORECASE)
_ALT = late_pattern(r"\s*#\+attr_\w{2,20}:.{0,300}?:alt\s+(\S.*?)(?:\s+:\w.*)?$", re.IGNORECASE)
_TERM = late_pattern(r"(\s*[-+]\s+)(\S.{0,200}?)\s+::\s+(\S.*)$")
_EMPHASIS = late_pattern(r"(?<![\w=~/*+_])([=~/+])(?=\S)([^=~/+\n]{1,200}?)(?<=\S)\1(?![\w=~/*+])")
_STRONG = late_pattern(r"\*(\S(?:[^*]{0,198}\S)?)\*\s*:?$")
_COUNT = late_pattern(r"(?<=\. )\[@\d{1,4}\]\s?")
_SIGNS = frozenset("=~/+[<")
_NOTE_MARK = late_pattern(r"\s?\[fn:[\w-]{0,40}\]")
_NAMED_MARK = late_pattern(r"(?<=.)\[fn:(?P<name>[\w-]{1,40})\]")
_NOTE = late_pattern(r"\[fn:(?P<name>[\w-]{1,40})\]\s+(?P<said>\S.*)$")
_LINK = late_pattern(r"\[\[([^\[\]]{1,500})\](?:\[([^\[\]]{1,300})\])?\]")
_STAMP = late_pattern(r"[<\[](\d{4}-\d\d-\d\d)[^<>\[\]]{0,30}[>\]]")
_BULLET_TARGET = late_pattern(r"<<[^<>]{1,100}>>\s?")
_COUNTER = late_pattern(r"\s*\[\d{0,4}[/%]\d{0,4}\]\s*$")


def read(text: str, name: str) -> Found:
    """The lines of the text with what the marks state."""
    lines = text.lstrip("\ufeff").splitlines()
    forms: dict[int, Form] = {}
    closings = Closings(lines)
    at = 0
    while at < len(lines):
        at = _read_at(lines, at, forms, closings) + 1
    found = with_forms(lines, forms)
    return found._replace(lines=with_footnotes(found.lines, _NAMED_MARK, _NOTE))


def _read_at(lines: list[str], at: int, forms: dict[int, Form], closings: Closings) -> int:
    """State what begins at a line; the index of the last line that was read."""
    line = lines[at]
    stripped = line.strip()
    if match := _BLOCK.match(line):
        return _block(lines, at, match[1].lower(), forms, closings)
    if stripped.startswith(":") and stripped.endswith(":") and stripped.count(":") == 2 and " " not in stripped:
        end = closings.after(at, ":end:")
        if 0 < end < at + _LONGEST_DRAWER and not any(_HEADING.match(each) for each in lines[at:end]):
            forms |= dict.fromkeys(range(at, end + 1), MARKUP)
            return end
    if match := _PICTURE.match(line):
        return _picture(lines, at, match[1], forms)
    if form := _form(line, stripped):
        forms[at] = form
    return at


def _picture(lines: list[str], at: int, address: str, forms: dict[int, Form]) -> int:
    """A picture with what the lines right above it say of it."""
    first = at
    alt = caption = ""
    while first and lines[first - 1].lstrip()[:2] == "#+" and forms[first - 1].kind == "skip":
        first -= 1
        if match := _CAPTION.match(lines[first]):
            caption = _plain(match[1])
        elif match := _ALT.match(lines[first]):
            alt = match[1].strip('"')
    forms |= dict.fromkeys(range(first, at + 1), MORE)
    forms[first] = linked(address, alt, caption)
    return at


def _block(lines: list[str], at: int, kind: str, forms: dict[int, Form], closings: Closings) -> int:
    """A block between `#+begin_` and `#+end_`: code, a comment, or text such as a quotation."""
    end = closings.after(at, f"#+end_{kind}")
    forms[at] = MARKUP
    if end < 0:
        return at
    forms[end] = MARKUP
    if kind in _CODE_BLOCKS or kind == "comment":
        inside = CODE if kind in _CODE_BLOCKS else COMMENT
        forms |= {index: inside for index in range(at + 1, end) if lines[index].strip()}
        return end
    return at


def _form(line: str, stripped: str) -> Form | None:
    if match := _HEADING.match(line):
        words = _TAGS.sub("", match[2])
        for _ in range(2):
            words = _TODO.sub("", words, count=1) if _TODO.match(words) else words
        return Form("heading", level=len(match[1]), words=_plain(_COUNTER.sub("", words)) or match[2])
    if match := _FIELD.match(line):
        return stated(match[1], _STAMP.sub(r"\1", match[2])) if match[1].lower() not in ("caption", "name") else MARKUP
    if stripped.startswith("# ") or stripped == "#":
        return COMMENT
    if stripped.startswith("#+") or _PLANNED.match(line):
        return MARKUP
    if stripped.startswith("|"):
        if set(stripped) <= set("|-+: "):
            return MARKUP
        cells = split_cells(stripped)
        return row([_plain(cell) for cell in cells], len(cells)) if len(cells) > 1 else None
    if match := _STRONG.match(stripped):
        return Form(words=_plain(match[1]), strong=True)
    if match := _NOTE.match(line):
        return Form(words=_plain(match["said"]))
    if match := _TERM.match(line):
        return Form(words=f"{match[1]}{_plain(match[2])}: {_plain(match[3])}")
    changed = line.rstrip().removesuffix("\\\\")  # a line break
    if not _SIGNS.isdisjoint(line):
        changed = _COUNT.sub("", _plain(changed))
    return Form(words=changed) if changed != line and changed.strip() else None


def _plain(text: str) -> str:
    """The words without emphasis, links and targets; stars are left to the reading of lines."""
    text = _BULLET_TARGET.sub("", _NOTE_MARK.sub("", text))
    if "[[" in text:
        text = _LINK.sub(lambda match: match[2] or match[1], text)
    if "://" in text or "[[" in text:
        return text
    return _EMPHASIS.sub(lambda match: match[2], text)
