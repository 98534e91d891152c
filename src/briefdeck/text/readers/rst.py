"""reStructuredText: underlined titles, directives, literal blocks, field lists, tables of lines and bars."""

from __future__ import annotations

import re
from itertools import islice

from briefdeck.late import late_pattern
from briefdeck.model.note import Form
from briefdeck.text.readers import rst_tables
from briefdeck.text.readers.footnotes import with_footnotes
from briefdeck.text.readers.found import Found
from briefdeck.text.readers.marked import CODE, COMMENT, FIELDS, MARKUP, MORE, row, stated, with_forms
from briefdeck.text.readers.pictures import linked

_ADORNMENT = late_pattern(r"([!-/:-@\[-`{-~])\1{1,300}\s*$")
_DIRECTIVE = late_pattern(r"(\s*)\.\. (?:\|[^|]{1,80}\| )?([\w:-]{2,40})::\s*(.*)$")
_EXPLICIT = late_pattern(r"(\s*)\.\.(?: |$)(.*)$")
_NOTE = late_pattern(r"\s*\.\. \[(?:[\w.#*-]{1,40})\](?:\s+(\S.*))?$")
_NAMED_NOTE = late_pattern(r"\s*\.\. \[(?P<name>#?[\w.-]{1,40})\]\s+\S")
_NAMED_MARK = late_pattern(r"\[(?P<name>#?[\w.-]{1,40})\]_")
_OPTION = late_pattern(r"\s+:[\w-]{1,30}:(?:\s|$)")
_FIELD = late_pattern(r":([A-Za-z][\w .-]{0,40}):\s+(\S.*)$")
_AUTOMATIC = late_pattern(r"(\s*)#\.\s+(\S.*)$")
_ITEM = late_pattern(r"\s*(?:[-*+•]|\(?(?:\d{1,3}|#|[a-zA-Z])[.)])\s+(?=\S)")
_LINE_BLOCK = late_pattern(r"\|\s(\S.*)$")
_GRID = late_pattern(r"\s*\+[-=+]{2,}\+\s*$")
_SIMPLE = late_pattern(r"\s*={2,}(?:\s+={2,})+\s*$")
_LONGEST_TABLE = 500  # lines
_ADMONITIONS = {
    "note", "tip", "warning", "important", "attention", "hint", "caution", "danger", "admonition", "seealso",
    "topic", "sidebar", "epigraph", "highlights", "pull-quote", "container", "rubric", "centered",
}  # fmt: skip
_CALLED = {"note", "tip", "warning", "important", "attention", "hint", "caution", "danger"}
_CODE = {"code", "code-block", "sourcecode", "parsed-literal", "math", "highlight", "literalinclude", "raw", "doctest"}
_PICTURES = {"image", "figure"}
_CELLS = {"csv-table", "list-table"}
_INLINE = (
    (late_pattern(r":[a-z:]{2,30}:`([^`<]{1,300}?)\s*(?:<[^<>`]{1,300}>)?`"), r"\1"),  # a role
    (late_pattern(r"``(\S(?:[^`]{0,300}?\S)?)``"), r"\1"),
    (late_pattern(r"`([^`<]{1,300}?)\s*(?:<[^<>`]{1,500}>)?`__?"), r"\1"),  # a link
    (late_pattern(r"(?<!`)`([^`<>]{1,300})`(?!`)"), r"\1"),
    (late_pattern(r"\s?\[(?:#?[\w.-]{0,30}|\*)\]_"), ""),  # a footnote
    (late_pattern(r"\|([^|\s][^|]{0,80})\|_{0,2}"), r"\1"),
    (late_pattern(r"\\([*_`|:\\])"), r"\1"),
)


def read(text: str, name: str) -> Found:
    """The lines of the text with what the marks state."""
    lines = text.lstrip("\ufeff").expandtabs(8).splitlines()
    forms: dict[int, Form] = {}
    levels: list[str] = []
    at = 0
    while at < len(lines):
        at = _read_at(lines, at, forms, levels) + 1
    found = with_forms(lines, _whole_title(forms, levels))
    return found._replace(lines=with_footnotes(found.lines, _NAMED_MARK, _NAMED_NOTE))


def _whole_title(forms: dict[int, Form], levels: list[str]) -> dict[int, Form]:
    """Fields before the first heading or right after it speak of the whole: only those stay stated."""
    heads = sorted(index for index, form in forms.items() if form.kind == "heading")
    late = heads[1] if len(heads) > 1 else (heads[0] + 30 if heads else 30)
    return {
        index: Form(words=f"{form.why}: {form.words}") if form.kind == "stated" and index > late else form
        for index, form in forms.items()
    }


def _read_at(lines: list[str], at: int, forms: dict[int, Form], levels: list[str]) -> int:
    """State what begins at a line; the index of the last line that was read."""
    line = lines[at]
    if not line.strip():
        return at
    if end := _title(lines, at, forms, levels):
        return end
    if match := _DIRECTIVE.match(line):
        return _directive(lines, at, match[2].lower(), match[3], forms)
    if match := _NOTE.match(line):
        forms[at] = Form(words=_plain(match[1])) if match[1] else MARKUP
        return at
    if match := _EXPLICIT.match(line):
        return _over(lines, at, COMMENT if match[2] and not match[2].startswith(("_", "|")) else MARKUP, forms)
    if _GRID.match(line):
        return _grid(lines, at, forms)
    if _SIMPLE.match(line):
        return _simple(lines, at, forms)
    return _text(lines, at, forms)


def _title(lines: list[str], at: int, forms: dict[int, Form], levels: list[str]) -> int:
    """A line with an adornment under it, and perhaps over it; 0 when there is none."""
    over = _ADORNMENT.match(lines[at])
    title_at = at + 1 if over else at
    if title_at + 1 >= len(lines):
        return 0
    title, under = lines[title_at], _ADORNMENT.match(lines[title_at + 1])
    if not under or not title.strip() or (over and over[1] != under[1]) or (not over and title[0] == " "):
        return 0
    if len(lines[title_at + 1].rstrip()) < min(4, len(title.strip())) or _ADORNMENT.match(title):
        return 0
    if not over and len(lines[title_at + 1].rstrip()) < 0.6 * len(title.rstrip()):
        return 0
    style = under[1] * (2 if over else 1)
    if style not in levels:
        levels.append(style)
    forms[title_at] = Form("heading", level=levels.index(style) + 1, words=_plain(title.strip()))
    forms[title_at + 1] = MARKUP
    if over:
        forms[at] = MARKUP
    return title_at + 1


def _body_end(lines: list[str], at: int) -> int:
    """The index of the last line that stands further in than the one at `at`."""
    margin = len(lines[at]) - len(lines[at].lstrip())
    end = at
    for index in range(at + 1, len(lines)):
        line = lines[index]
        if line.strip():
            if len(line) - len(line.lstrip()) <= margin:
                break
            end = index
    return end


def _over(lines: list[str], at: int, form: Form, forms: dict[int, Form]) -> int:
    """Give a form to a line and all that stands below it."""
    end = _body_end(lines, at)
    forms |= {index: form for index in range(at, end + 1) if lines[index].strip()}
    return end


def _directive(lines: list[str], at: int, name: str, words: str, forms: dict[int, Form]) -> int:
    """Remarks in boxes are text, code is code, a picture a picture; what only steers the output is skipped."""
    if name in _CODE:
        end = _over(lines, at, CODE, forms)
        forms[at] = MARKUP
        forms |= {index: MARKUP for index in range(at + 1, end + 1) if _OPTION.match(lines[index])}
        return end
    if name in _PICTURES and words and not lines[at].lstrip().startswith(".. |"):
        return _picture(lines, at, words, forms)
    if name in _CELLS:
        found = rst_tables.rows_of(lines[at + 1 : _body_end(lines, at) + 1], name)
        forms[at] = Form(words=_plain(words), strong=True) if words else MARKUP
        forms |= {at + 1 + index: _plain_row(form) for index, form in found.items()}
        return _body_end(lines, at)
    if name not in _ADMONITIONS and name != "table":
        return _over(lines, at, MARKUP, forms)
    forms[at] = MARKUP
    if words:
        called = "" if name in ("admonition", "topic", "sidebar", "rubric", "table", "centered") else f"{name}: "
        forms[at] = Form(words=called + _plain(words), strong=not called)
    at += 1
    while at < len(lines) and _OPTION.match(lines[at]):
        forms[at] = MARKUP
        at += 1
    if not words and name in _CALLED:
        while at < len(lines) and not lines[at].strip():
            at += 1
        if at < len(lines) and lines[at][:1] == " " and not _ITEM.match(lines[at]):
            forms[at] = Form(words=f"{name}: {_plain(lines[at])}")
            at, words = at + 1, name
    while words and at < len(lines) and lines[at][:1] == " " and lines[at].strip():
        forms[at] = Form(words=_plain(lines[at]), goes_on=True)
        at += 1
    return at - 1  # what stands below is text


def _plain_row(form: Form) -> Form:
    return form._replace(cells=tuple(map(_plain, form.cells)))


def _picture(lines: list[str], at: int, address: str, forms: dict[int, Form]) -> int:
    """A picture with its description and, of a figure, the paragraph below it as its caption."""
    end = at
    alt = caption = ""
    for index in range(at + 1, _body_end(lines, at) + 1):
        words = lines[index].strip()
        if _OPTION.match(lines[index]) and not caption:
            alt = words.removeprefix(":alt:").strip() if words.startswith(":alt:") else alt
        elif caption and not words:
            break  # what follows is a legend: text
        elif words:
            caption = f"{caption} {words}".strip()
        end = index if words else end
    forms |= {index: MORE for index in range(at + 1, end + 1) if lines[index].strip()}
    forms[at] = linked(address, alt, _plain(caption))
    return end


def _grid(lines: list[str], at: int, forms: dict[int, Form]) -> int:
    """A table drawn with `+---+`: the lines between two rules are one row."""
    first: int | None = None
    cells: list[str] = []
    while at < len(lines) and lines[at].lstrip()[:1] in ("+", "|"):
        if lines[at].lstrip()[0] == "+":
            forms[at] = MARKUP
            first = None
        else:
            parts = [part.strip() for part in lines[at].strip().strip("|").split("|")]
            if first is None:
                first, cells = at, parts
            else:
                forms[at] = MORE
                cells = [f"{one} {two}".strip() for one, two in zip(cells, parts, strict=False)]
            forms[first] = row(map(_plain, cells), len(cells))
        at += 1
    return at - 1


def _simple(lines: list[str], at: int, forms: dict[int, Form]) -> int:
    """A table between lines of `====`, whose gaps divide the columns."""
    columns = [match.span() for match in re.finditer(r"=+", lines[at])]
    ahead = range(at + 1, min(len(lines), at + _LONGEST_TABLE))
    rules = list(islice((index for index in ahead if "==" in lines[index] and _SIMPLE.match(lines[index])), 2))
    if not rules:
        return at
    end = rules[1] if len(rules) > 1 and "" not in [line.strip() for line in lines[rules[0] : rules[1]]] else rules[0]
    forms |= {index: MARKUP for index in (at, *rules) if index <= end}
    last = -1
    for index in range(at + 1, end):
        if index in forms or not lines[index].strip() or not set(lines[index]) - set("- "):
            continue
        stops = [start for start, _ in columns[1:]] + [len(lines[index]) + 1]
        cells = [lines[index][start:stop] for (start, _), stop in zip(columns, stops, strict=True)]
        if not cells[0].strip() and last >= 0:
            before = forms[last].cells
            forms[last] = row([f"{one} {_plain(two)}" for one, two in zip(before, cells, strict=True)], len(cells))
            forms[index] = MORE
        else:
            forms[index], last = row(map(_plain, cells), len(cells)), index
    return end


def _text(lines: list[str], at: int, forms: dict[int, Form]) -> int:
    """A line of text: fields, numbers that count by themselves, marks of emphasis; `::` opens a literal block."""
    line = lines[at]
    if (match := _FIELD.match(line)) and match[1].lower() in FIELDS:
        forms[at] = stated(match[1], _plain(match[2]))
        return at
    words = line
    if match:
        words = f"{match[1]}: {match[2]}"
    elif match := _LINE_BLOCK.match(line):
        words = match[1]
    elif match := _AUTOMATIC.match(line):
        before = sum(1 for each in lines[max(0, at - 50) : at] if each.startswith(f"{match[1]}#. "))
        words = f"{match[1]}{before + 1}. {match[2]}"
    elif _is_term(lines, at):
        forms[at] = Form(words=f"{_plain(line)}: {_plain(lines[at + 1])}")
        forms[at + 1] = MORE
        while at + 2 < len(lines) and lines[at + 2].strip() and lines[at + 2][:1] == " ":
            forms[at + 2] = Form(words=_plain(lines[at + 2]), goes_on=True)
            at += 1
        return at + 1
    opens = words.rstrip().endswith("::") and at + 1 < len(lines) and not lines[at + 1].strip()
    if opens:
        words = words.rstrip()[:-1]
    indent = words[: len(words) - len(words.lstrip())]
    plain = indent + _plain(words.strip())
    goes_on = words == line.removesuffix(":") and _goes_on(lines, at, forms)
    if plain != line or goes_on:
        forms[at] = Form(words=plain, goes_on=goes_on) if plain.strip(" :") else MARKUP
    if opens and (end := _body_end(lines, at)) > at:
        forms |= {index: CODE for index in range(at + 1, end + 1) if lines[index].strip()}
        return end
    return at


def _is_term(lines: list[str], at: int) -> bool:
    """Whether a line is a term, whose meaning stands further in on the next line, with no blank line between."""
    line = lines[at]
    below = lines[at + 1] if at + 1 < len(lines) else ""
    margin = len(line) - len(line.lstrip())
    apart = at == 0 or not lines[at - 1].strip() or lines[at - 1][: margin + 1].isspace()
    plain = not _ITEM.match(line) and not line.rstrip().endswith((":", ".", ",", ";"))
    return (
        apart and plain and bool(below.strip()) and len(below) - len(below.lstrip()) > margin and not _ITEM.match(below)
    )


def _goes_on(lines: list[str], at: int, forms: dict[int, Form]) -> bool:
    """Whether a line goes on with the paragraph of the line before: at its indent, or at that of its item's words."""
    if not at or not lines[at - 1].strip() or _ITEM.match(lines[at]):
        return False
    before = forms.get(at - 1)
    if before is not None and (before.kind != "text" or before.strong):
        return False
    item = _ITEM.match(lines[at - 1])
    if _LINE_BLOCK.match(lines[at - 1]):
        return lines[at][:1] == " "
    margin = item.end() if item else len(lines[at - 1]) - len(lines[at - 1].lstrip())
    return len(lines[at]) - len(lines[at].lstrip()) == margin and not _LINE_BLOCK.match(lines[at])


def _plain(text: str) -> str:
    """The words without roles, links and footnote marks; stars are left to the reading of lines."""
    if "`" in text or "]_" in text or "|" in text or "\\" in text:
        for pattern, by in _INLINE:
            text = pattern.sub(by, text)
    return text.strip()
