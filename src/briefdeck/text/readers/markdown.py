"""Markdown as people write it: CommonMark's blocks, front matter, and the habits of Obsidian and Notion.

Only what is certain is stated: headings, code, tables, comments, fields. Paragraphs and lists stay lines, since the
indents and line ends of notes mean more than CommonMark allows: two spaces nest a list, a line is a point.
"""

from __future__ import annotations

import re

from briefdeck.late import late_pattern
from briefdeck.model.note import Form
from briefdeck.text.readers.footnotes import with_footnotes
from briefdeck.text.readers.found import Found
from briefdeck.text.readers.markdown_pictures import picture_forms
from briefdeck.text.readers.marked import CODE, COMMENT, MARKUP, MORE, Closings, row, split_cells, stated, with_forms
from briefdeck.text.readers.pictures import CarriedPictures

_HEADING = late_pattern(r" {0,3}(?:> ?){0,3}(#{1,6})[ \t]+(\S.*)$")
_CLOSING = late_pattern(r"\s+#+\s*$")
_FENCE = late_pattern(r"[ \t]*(?:> ?)?(`{3,}|~{3,})([^`]*)$")
_FIELD = late_pattern(r"([A-Za-z][\w -]{0,30}):\s*(.*)$")
_ENTRY = late_pattern(r"\s*-\s+(.*)$")
_DELIMITER = late_pattern(
    r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*){1,60}\|?[ \t]*$|[ \t]*\|[ \t]*:?-+:?[ \t]*\|[ \t]*$"
)
_REFERENCE = late_pattern(r" {0,3}\[[^\]^]{1,100}\]:\s*\S+(?:\s+[\"'(].*)?$")
_FOOTNOTE = late_pattern(r" {0,3}\[\^(?P<name>[^\]]{1,60})\]:\s*(?P<said>\S.*)$")
_MARK = late_pattern(r"\[\^(?P<name>[^\]]{1,60})\](?!:)")
_SUMMARY = late_pattern(
    r"\s*(?:<details[^<>]{0,100}>\s*)?<summary[^<>]{0,100}>(.{1,300}?)</summary>\s*$", re.IGNORECASE
)
_TAGS = late_pattern(r"\s*(?:#[^\W\d][\w/-]{0,60}[ \t,]*){1,20}$")
_CALLOUT = late_pattern(r"\s*(?:> ?){1,5}\[!?[\w-]{2,20}\][+-]?\s*$")
_PROPERTIES = frozenset({
    "created", "created time", "created by", "last edited", "last edited time", "last edited by", "tags", "status",
})  # fmt: skip
_SPEAKER = late_pattern(r">\s?(?:—|–|--|-)\s?([^\W\d_].{1,80}?)\s*$")
_LONGEST_QUOTE = 12  # lines
_TERM = late_pattern(r"(?![-*+>#|]|\d{1,3}[.)])\S[^:]{0,80}$")
_MEANING = late_pattern(r" {0,3}:[ \t]+(\S.*)$")
_FRONT_LINES = 200


def read(text: str, name: str) -> Found:
    """The lines of the text with what the marks state."""
    lines = text.lstrip("\ufeff").splitlines()
    forms = _front_matter(lines)
    start = max(forms, default=-1) + 1
    coded = _code(lines, start)
    if any(line.strip() for index, line in enumerate(lines) if index >= start and index not in coded):
        forms |= coded  # a note of nothing but code is its own text
    forms |= _comments(lines, start, forms)
    carried = CarriedPictures()
    forms |= picture_forms(lines, start, forms, carried)
    for index in range(start, len(lines)):
        if index not in forms and lines[index].strip() and (form := _form(lines[index])):
            forms[index] = form
    forms |= _quotations(lines, start, forms)
    forms |= _properties(lines, start, forms) | _definitions(lines, start, forms)
    found = with_forms(lines, forms | _tables(lines, start, forms))
    return found._replace(lines=with_footnotes(found.lines, _MARK, _FOOTNOTE), attachments=carried.found())


def _form(line: str) -> Form | None:
    if match := _HEADING.match(line):
        words = _CLOSING.sub("", match[2]).strip()
        return Form("heading", level=len(match[1]), words=words) if words.strip("#") else MARKUP
    if match := _SUMMARY.match(line):  # a toggle
        return Form(words=match[1], strong=True)
    if _REFERENCE.match(line):
        return Form("skip", why="a list of links")
    if match := _FOOTNOTE.match(line):
        return Form(words=match["said"])
    if _TAGS.match(line):
        return Form("skip", why="tags")
    return MARKUP if _CALLOUT.match(line) else None


def _front_matter(lines: list[str]) -> dict[int, Form]:
    """Fields between two `---` at the top, each with what it says of the whole."""
    first = next((index for index, line in enumerate(lines) if line.strip()), -1)
    if first < 0 or lines[first].rstrip() != "---":
        return {}
    closing = range(first + 1, min(len(lines), first + _FRONT_LINES))
    end = next((index for index in closing if lines[index].rstrip() in ("---", "...")), -1)
    if end < 0 or not any(_FIELD.match(line) for line in lines[first + 1 : end]):
        return {}
    forms = {index: Form("skip", why="front matter") for index in range(first, end + 1) if lines[index].strip()}
    for index in range(first + 1, end):
        if match := _FIELD.match(lines[index]):
            value, at = _value(match[2], lines, index, end)
            forms[at] = stated(match[1], value)
    return forms


def _properties(lines: list[str], start: int, forms: dict[int, Form]) -> dict[int, Form]:
    """The fields that Notion writes below the title of a page: `Created: ...`, `Tags: ...`, a block of nothing else."""
    said = (index for index in range(start, len(lines)) if lines[index].strip())
    first, second = next(said, -1), next(said, -1)
    if second < 0 or first not in forms or forms[first].kind != "heading":
        return {}
    end = next((index for index in range(second, len(lines)) if not lines[index].strip()), len(lines))
    fields = [_FIELD.match(lines[index]) for index in range(second, end)]
    if not all(fields) or not any(match and match[1].lower() in _PROPERTIES for match in fields):
        return {}
    return {second + order: stated(match[1], match[2]) for order, match in enumerate(fields) if match}


def _quotations(lines: list[str], start: int, forms: dict[int, Form]) -> dict[int, Form]:
    """A quotation whose last line is a dash and a name: "> All flows.", "> — Heraclitus"."""
    found: dict[int, Form] = {}
    for index in range(start + 1, len(lines)):
        match = _SPEAKER.match(lines[index])
        if not match or index in forms:
            continue
        first = index
        while (
            first > start
            and lines[first - 1].startswith(">")
            and first - 1 not in forms
            and index - first < _LONGEST_QUOTE
        ):
            first -= 1
        said = [line.lstrip("> ").strip() for line in lines[first:index]]
        words = " ".join(line for line in said if line).strip('“”"')
        if words and "“" not in words and '"' not in words:
            found |= {line: MORE for line in range(first, index + 1) if lines[line].strip("> ")}
            found[min(found.keys() & set(range(first, index + 1)))] = Form(words=f"“{words}” – {match[1]}")
    return found


def _definitions(lines: list[str], start: int, forms: dict[int, Form]) -> dict[int, Form]:
    """A term and, below it, what it means after a colon: one labelled line."""
    found: dict[int, Form] = {}
    for index in range(start + 1, len(lines)):
        match = _MEANING.match(lines[index])
        term = lines[index - 1]
        if not match or index in forms or index - 1 in forms or not _TERM.match(term):
            continue
        found[index - 1] = Form(words=f"{term.strip()}: {match[1]}")
        found[index] = MORE
    return found


def _value(typed: str, lines: list[str], index: int, end: int) -> tuple[str, int]:
    """The value of a field and the line it stands on: a text, [a, list], or a list of lines below."""
    value = typed.strip()
    if not value and index + 1 < end and (match := _ENTRY.match(lines[index + 1])):
        return match[1].strip().strip("\"'"), index + 1
    if value.startswith("[") and value.endswith("]"):
        value = ", ".join(part.strip().strip("\"'") for part in value[1:-1].split(","))
    return value.strip().strip("\"'"), index


def _code(lines: list[str], start: int) -> dict[int, Form]:
    """Lines between fences; a fence that never closes opens nothing."""
    forms: dict[int, Form] = {}
    unclosed: dict[str, int] = {}  # the shortest fence of each sign that nothing closes any more
    at = start
    while at < len(lines):
        match = _FENCE.match(lines[at])
        end = -1
        if match and len(match[1]) < unclosed.get(match[1][0], len(match[1]) + 1):
            end = _fence_end(lines, at, match[1])
            if end < 0:
                unclosed[match[1][0]] = len(match[1])
        if end < 0:
            at += 1
            continue
        forms |= {index: CODE for index in range(at + 1, end) if lines[index].strip()}
        forms[at] = forms[end] = MARKUP
        at = end + 1
    return forms


def _fence_end(lines: list[str], start: int, fence: str) -> int:
    """Where a fence is closed: by at least as many of the same sign, alone on its line."""
    for index in range(start + 1, len(lines)):
        typed = lines[index].strip().removeprefix(">").strip()
        if typed.startswith(fence) and not typed.strip(fence[0]):
            return index
    return -1


def _comments(lines: list[str], start: int, forms: dict[int, Form]) -> dict[int, Form]:
    """Comments of several lines: `<!-- ... -->`, and Obsidian's `%%` on lines of their own."""
    found: dict[int, Form] = {}
    last = next((index for index in range(len(lines) - 1, -1, -1) if "-->" in lines[index]), -1)
    closings = Closings(lines)
    at = start
    while at < len(lines):
        line = lines[at].strip()
        end = -1
        if at not in forms and at < last and line.startswith("<!--") and "-->" not in line:
            end = next(index for index in range(at, len(lines)) if "-->" in lines[index])
        elif at not in forms and line == "%%":
            end = closings.after(at, "%%")
        if end >= 0:
            found |= {index: COMMENT for index in range(at, end + 1) if lines[index].strip()}
            at = end
        at += 1
    return found


def _tables(lines: list[str], start: int, forms: dict[int, Form]) -> dict[int, Form]:
    """Rows over and under a line of dashes and bars, as many cells in each as in the header."""
    found: dict[int, Form] = {}
    for index in range(start + 1, len(lines)):
        if "-" not in lines[index] or "|" not in lines[index] or not _DELIMITER.match(lines[index]):
            continue
        header = lines[index - 1]
        width = len(split_cells(header))
        if "|" not in header or width != len(split_cells(lines[index])) or index - 1 in forms or index in forms:
            continue
        found[index - 1] = row(split_cells(header), width)
        found[index] = MARKUP
        at = index + 1
        while at < len(lines) and "|" in lines[at] and at not in forms:
            found[at] = row(split_cells(lines[at]), width)
            at += 1
    return found
