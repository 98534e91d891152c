"""Headings and blocks that markup states: Markdown, org, AsciiDoc, LaTeX, underlined titles, code, front matter.

Which dialect a note speaks is decided once for the whole note, since a lone `*` or `=` is a bullet or a sum.
"""

from __future__ import annotations

import re

from briefdeck.draft.rows import Kind, Row, text_row
from briefdeck.draft.words import is_ended, is_question, word_count
from briefdeck.late import late_pattern

_MARKDOWN = late_pattern(r"(#{1,6})(?:\s+|(?=[^\W\d_]\w* ))(\S.*)$")
_ORG = late_pattern(r"(\*{1,8})\s+(\S.*)$")
_ASCIIDOC = late_pattern(r"(={1,6})\s+(\S.*)$")
_LATEX = late_pattern(r"\\(part|chapter|section|subsection|subsubsection|paragraph)\*?\{(.{1,200}?)\}")
_FRAME = late_pattern(r"\\(?:begin\{frame\}(?:<[^<>]{0,20}>|\[[^\[\]]{0,40}\]){0,2}|frametitle)\{(.{1,200}?)\}$")
_FRAME_LEVEL = 3
LATEX_COMMENT = late_pattern(r"(?:^|(?<=[^\\]))%.*$")
_LATEX_ONLY = late_pattern(r"\\(?:begin\{|documentclass\b|usepackage\b|(?:sub){0,2}section\*?\{|chapter\*?\{)")
_LATEX_SIGN = late_pattern(r"\\([%&#])")
_LATEX_LEVELS = {"part": 1, "chapter": 1, "section": 2, "subsection": 3, "subsubsection": 4, "paragraph": 5}
_BOLD = late_pattern(r"(\*\*|__)(?!\s)((?:(?!\*\*).){1,200}?)\1\s*[:：]?\s*$")
_EDIT_LINK = late_pattern(
    r"\[(?:edit(?: source)?|bearbeiten|quelltext bearbeiten|modifier(?: le code)?|editar(?: código(?:-fonte)?)?|"
    r"править(?: код)?|ред\.?|редагувати(?: код)?|编辑|編輯|編集|संपादित करें|সম্পাদনা|عدل|تعديل)"
    r"(?:\s?\|\s?[^\[\]|]{1,30})?\]$",
    re.IGNORECASE,
)
_WIKI_LEVEL = 2
_FENCE = late_pattern(r"```|~~~")
_FIELD = late_pattern(r"(title|date|author|subtitle)\s*:\s*[\"']?(.*?)[\"']?\s*$", re.IGNORECASE)
_STATED = late_pattern(
    r"#\+(title|author|date|subtitle):\s*(.+)$|\\(title|author|date)\{([^{}]{1,300})\}|:(author|date|"
    r"subtitle):\s*(.+)$",
    re.IGNORECASE,
)
_UNDERLINE = late_pattern(r"([=\-~^*_#+─—])\1{2,}$")
_FRONT_LINES = 40
_LONGEST_UNDERLINED = 14


def read_markup(rows: list[Row]) -> list[Row]:
    """The rows with everything that markup says: headings with level, code, front matter."""
    rows = _front_matter(rows)
    coded = _code(rows)
    if any(row.kind in (Kind.TEXT, Kind.TABLE) for row in coded):
        rows = coded  # a note of nothing but code is its own text
    org, asciidoc = _speaks_org(rows), _speaks_asciidoc(rows)
    if any(speaks_latex(row.body) for row in rows if row.form is None):
        rows = [_latex(row) for row in rows]
    rows = [_marked_heading(row, org, asciidoc) if row.kind is Kind.TEXT else row for row in rows]
    return _underlined(rows)


def _front_matter(rows: list[Row]) -> list[Row]:
    """YAML between two `---` at the very top; its title and date are kept as cues on skipped rows."""
    first = next((index for index, row in enumerate(rows) if row.kind is not Kind.BLANK), -1)
    if first < 0 or rows[first].body != "---":
        return [_stated(row) for row in rows]
    inside = rows[first + 1 : first + _FRONT_LINES]
    length = next((index for index, row in enumerate(inside) if row.body in ("---", "...")), -1)
    if length < 1 or not any(_FIELD.match(row.text) for row in inside[:length]):
        return rows
    done = list(rows)
    for index in range(first, first + length + 2):
        row = rows[index]
        if row.kind is Kind.BLANK:
            continue
        field = _FIELD.match(row.text)
        done[index] = row._replace(kind=Kind.SKIP, why="front matter")
        if field and field[2]:
            done[index] = done[index]._replace(cue=field[1].lower(), title=field[2])
        elif row.body in ("---", "..."):
            done[index] = row._replace(kind=Kind.RULE)
    return done


def _stated(row: Row) -> Row:
    """A skipped row with the title, author or date that an org, LaTeX or AsciiDoc line states."""
    match = _STATED.match(row.body) if row.kind is Kind.SKIP and row.form is None else None
    if match is None:
        return row
    name, value = (part for part in match.groups() if part)
    return row._replace(cue=name.lower(), title=value.strip(), why="front matter")


def speaks_latex(line: str) -> bool:
    """Whether a line is a command that only LaTeX has: then "%" opens comments in the whole note."""
    return line.startswith("\\") and _LATEX_ONLY.match(line) is not None


def _latex(row: Row) -> Row:
    """A row of a LaTeX text: the title of a slide is a heading, and what stands behind "%" a comment."""
    if match := _FRAME.match(row.body):
        return _heading(row, "latex", match[1], _FRAME_LEVEL)
    if row.kind is not Kind.TEXT or ("%" not in row.body and "\\" not in row.body):
        return row
    said = LATEX_COMMENT.sub("", row.body).rstrip()
    if not said:
        return row._replace(kind=Kind.SKIP, why="a comment")
    return text_row(row, _LATEX_SIGN.sub(r"\1", said))


def _code(rows: list[Row]) -> list[Row]:
    """Rows between fences are code; a fence that never closes opens nothing."""
    fences = [index for index, row in enumerate(rows) if row.form is None and _FENCE.match(row.text.lstrip())]
    done = list(rows)
    for start, end in zip(fences[0::2], fences[1::2], strict=False):
        for index in range(start, end + 1):
            kind = Kind.RULE if index in (start, end) else Kind.CODE
            if rows[index].kind is not Kind.BLANK or kind is Kind.RULE:
                done[index] = rows[index]._replace(kind=kind, body=rows[index].text, plain=rows[index].text.strip())
    return done


def _speaks_org(rows: list[Row]) -> bool:
    """Stars are headings when `#+` lines exist, or when two depths follow one another from the margin."""
    depths = {len(match[1]) for row in rows if _is_plain(row) and (match := _ORG.match(row.text))}
    if not depths:
        return False
    directives = any(row.kind is Kind.SKIP and row.body.startswith("#+") for row in rows)
    return directives or any(depth + 1 in depths for depth in depths)


def _speaks_asciidoc(rows: list[Row]) -> bool:
    return sum(1 for row in rows if row.text.startswith("=") and _is_plain(row) and _ASCIIDOC.match(row.text)) >= 2


def _marked_heading(row: Row, org: bool, asciidoc: bool) -> Row:
    body = row.text.lstrip()
    first = body[0]
    if row.form is not None and row.form.strong and row.mark in ("", "#") and _names(row.plain):
        return _heading(row, "bold", row.plain, 0)
    if body[-1] == "]" and (match := _EDIT_LINK.search(body)) and body[: match.start()].strip():
        return _heading(row, "wiki", body[: match.start()].strip(), _WIKI_LEVEL)
    if not _is_plain(row):
        return row
    if first == "#":
        match = _MARKDOWN.match(body)
        if match and not org and _is_markdown_heading(match, row):
            level = len(match[1]) + row.indent // 4
            return _heading(row, "markdown", match[2].rstrip("# ").rstrip() or match[2], level)
    elif first == "*" and org and row.indent == 0:
        if match := _ORG.match(body):
            return _heading(row, "org", match[2], len(match[1]))
    elif first == "=" and asciidoc:
        if match := _ASCIIDOC.match(body):
            return _heading(row, "asciidoc", match[2].rstrip("= "), len(match[1]))
    elif first == "\\" and (match := _LATEX.match(body)):
        return _heading(row, "latex", match[2], _LATEX_LEVELS[match[1]])
    if first in "*_" and (match := _BOLD.match(body)):
        title = match[2].strip()
        if _names(title):
            return _heading(row, "bold", title, 0)
    return row


def _is_plain(row: Row) -> bool:
    """Whether a row is text of which its format says nothing, so that its signs may be marks."""
    return row.kind is Kind.TEXT and (row.form is None or row.form.kind == "text")


def _names(title: str) -> bool:
    """Whether emphasised words name what follows; a whole sentence in bold is only an important one."""
    return word_count(title) <= _LONGEST_UNDERLINED and not title.endswith((".", "。", "।", ",", ";"))


def _is_markdown_heading(match: re.Match[str], row: Row) -> bool:
    """`# Title`, also indented; not `#tag`, not `# 3 items left`, not a commented line of code."""
    title = match[2]
    if not match[0][len(match[1])].isspace():
        return False
    if row.indent >= 4 and word_count(title) > 12:
        return False
    return not title[0].isdigit() or len(match[1]) > 1 or re.match(r"\d+(?:\.\d+)*[.)]?\s+[^\W\d_]", title) is not None


def _underlined(rows: list[Row]) -> list[Row]:
    """A short line over a rule is a heading, when the rule is not just a break between two paragraphs."""
    done = list(rows)
    for index in range(1, len(rows)):
        rule, row = rows[index], done[index - 1]
        if rule.kind is not Kind.RULE or row.kind is not Kind.TEXT or not (match := _UNDERLINE.match(rule.body)):
            continue
        if row.mark not in ("", "#") or row.words > _LONGEST_UNDERLINED or not row.words:
            continue
        if is_ended(row.body) and not is_question(row.body):
            continue
        before = done[index - 2].kind if index >= 2 else Kind.BLANK
        alone = row.gap or before in (Kind.BLANK, Kind.RULE, Kind.SKIP, Kind.HEAD)
        if alone or len(rule.body) >= 6:
            level = 1 if match[1] in "=*#" else 2
            done[index - 1] = _heading(row, f"underline {match[1]}", row.text.strip(), level)
    return done


def _heading(row: Row, cue: str, title: str, level: int) -> Row:
    return row._replace(kind=Kind.HEAD, cue=cue, title=title, level=level, mark="" if cue == "org" else row.mark)
