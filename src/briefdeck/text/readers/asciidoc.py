"""AsciiDoc: titles of equals signs, delimited blocks, lists whose depth is the number of their signs, `|===` tables."""

from __future__ import annotations

import re

from briefdeck.late import late_pattern
from briefdeck.model.note import Form
from briefdeck.text.readers.found import Found
from briefdeck.text.readers.marked import CODE, COMMENT, MARKUP, MORE, Closings, row, stated, with_forms
from briefdeck.text.readers.pictures import is_elsewhere, linked

_HEADING = late_pattern(r"(={1,6}|#{1,6})\s+(\S.*)$")
_ATTRIBUTE = late_pattern(r":!?([\w-]{1,40})!?:\s*(.*)$")
_AUTHOR = late_pattern(r"([^\W\d][\w.'’ -]{2,80}?)(?:\s+<[^<>\s]{3,100}>)?$")
_REVISION = late_pattern(r"(?:v[\d.]{1,20},?\s*)?(\d{4}-\d\d-\d\d|\d{1,2} \w{3,10} \d{4})?.{0,60}$")
_ADMONITION = late_pattern(r"\[(NOTE|TIP|WARNING|IMPORTANT|CAUTION)\b[^\]]{0,80}\]\s*$")
_BLOCK_TITLE = late_pattern(r"\.([^\s.].{0,200})$")
_ATTRIBUTES = late_pattern(r"\[[^\[\]]{0,300}\]\s*$|\[\[[^\[\]]{1,100}\]\]\s*$")
_ITEM = late_pattern(r"\s*(\*{1,6}|-|\.{1,6})\s+(?:\[[ xX*]\]\s+)?(\S.*)$")
_NUMBERED = late_pattern(r"\s*(\d{1,3}|[a-z])[.)]\s+(\S.*)$")
_TERM = late_pattern(r"\s*(\S.{0,150}?)(:{2,4}|;;)(?:\s+(\S.*))?$")
_MACRO = late_pattern(r"(?:image|video|audio|include|toc|ifdef|ifndef|ifeval|endif|menu|counter)::?\S*\[.{0,300}\]\s*$")
_PICTURE = late_pattern(r"image::([^\[\]]{1,500})\[(.{0,500}?)\]\s*$")
_FOLDER = late_pattern(r":imagesdir:\s*(\S.*)$")
_NAMED_VALUE = late_pattern(r"\b(alt|title)\s*=\s*(?:\"([^\"]{0,300})\"|([^,\"]{1,200}))")
_QUOTE = late_pattern(r"\[(?:quote|verse)\s?,\s*([^\[\],]{2,80})(?:,[^\[\]]{0,200})?\]$")
_AUTOMATIC = "#"
_REACH = 60  # lines
_FIRST_VALUE = late_pattern(r"\s*(?:\"([^\"]{1,300})\"|([^,=\"]{1,300}?))\s*(?:,|$)")
_STRONG = late_pattern(r"\*{1,2}(\S(?:[^*]{0,198}\S)?)\*{1,2}\s*:?$")
_DELIMITERS = {"----": "code", "....": "code", "++++": "code", "////": "comment", "====": "", "****": "", "____": "",
               "--": "", "```": "code"}  # fmt: skip
_TABLE = late_pattern(r"[|,:!]={3,}\s*$")
_CELL = late_pattern(r"(?:^|(?<=\s))(?:\d{0,3}(?:\.\d{1,3})?[+*])?[<^>.]{0,3}[adehlmsv]?\|")
_INLINE = (
    (late_pattern(r"(?:link:|mailto:)[^\s\[\]]{1,500}\[([^\[\]]{1,300})\]"), r"\1"),
    (late_pattern(r"https?://[^\s\[\]]{1,500}\[([^\[\]\^]{1,300})\^?\]"), r"\1"),
    (late_pattern(r"xref:[^\s\[\]]{1,200}\[([^\[\]]{0,300})\]"), r"\1"),
    (late_pattern(r"<<[^<>,]{1,100},\s*([^<>]{1,200})>>"), r"\1"),
    (late_pattern(r"<<([^<>,]{1,100})>>"), r"\1"),
    (late_pattern(r"\s?footnote:?\w{0,30}\[([^\[\]]{1,500})\]"), r" (\1)"),
    (late_pattern(r"(?:image|kbd|btn|icon|anchor):[^\s\[\]]{1,300}\[[^\[\]]{0,200}\]"), ""),
    (late_pattern(r"\[\.?[\w.#-]{1,40}\](?=#)"), ""),
    (late_pattern(r"(?<![\w#])##?([^#\s](?:[^#]{0,200}[^#\s])?)##?(?![\w#])"), r"\1"),
    (late_pattern(r"(?<![\w`])`\+?([^`\s](?:[^`]{0,200}[^`\s])?)\+?`(?![\w`])"), r"\1"),
    (late_pattern(r"(?<![\w+])\+([^+\s](?:[^+]{0,200}[^+\s])?)\+(?![\w+])"), r"\1"),
    (late_pattern(r"\s\+$"), ""),  # a line break
)


def read(text: str, name: str) -> Found:
    """The lines of the text with what the marks state."""
    lines = text.lstrip("\ufeff").splitlines()
    forms: dict[int, Form] = {}
    closings = Closings(lines)
    at = _header(lines, forms)
    while at < len(lines):
        at = _read_at(lines, at, forms, closings) + 1
    return with_forms(lines, forms)


def _header(lines: list[str], forms: dict[int, Form]) -> int:
    """Title, author, revision and attributes at the top; the index after them."""
    at = next((index for index, line in enumerate(lines) if line.strip() and not line.startswith("//")), 0)
    titled = at < len(lines) and lines[at].startswith("= ")
    if titled:
        forms[at] = stated("title", _plain(lines[at][2:]))
        at += 1
        if at < len(lines) and (match := _AUTHOR.match(lines[at].strip())) and not lines[at].startswith(":"):
            forms[at] = stated("author", match[1])
            at += 1
            if at < len(lines) and lines[at][:1] in "v0123456789" and (match := _REVISION.match(lines[at].strip())):
                forms[at] = stated("date", match[1] or "")
                at += 1
    while at < len(lines) and (match := _ATTRIBUTE.match(lines[at])):
        forms[at] = stated(match[1], match[2])
        at += 1
    return at


def _read_at(lines: list[str], at: int, forms: dict[int, Form], closings: Closings) -> int:
    """State what begins at a line; the index of the last line that was read."""
    line = lines[at].rstrip()
    if not line:
        return at
    if _TABLE.match(line):
        return _table(lines, at, forms, closings)
    if (match := _QUOTE.match(line)) and (end := _quote(lines, at, match[1].strip(' "'), forms, closings)):
        return end
    delimiter = line if line in ("--", "```") else line[:4]
    if delimiter in _DELIMITERS and not line.strip(delimiter[0]):
        kind = _DELIMITERS[delimiter]
        forms[at] = MARKUP
        end = closings.after(at, line) if kind else -1
        if end > 0:
            inside = CODE if kind == "code" else COMMENT
            forms |= {index: inside for index in range(at + 1, end) if lines[index].strip()}
            forms[end] = MARKUP
            return end
        return at
    if match := _PICTURE.match(line):
        return _picture(lines, at, match, forms)
    form = _form(line)
    if (kind := _admonition(lines, at)) and (form is None or form.kind == "text"):
        titled = ":" * (_BLOCK_TITLE.match(line) is not None)  # the paragraph below goes on from it
        forms[at] = Form(words=f"{kind}: {form.words if form else line.strip()}{titled}")
        return at
    if at and lines[at - 1].strip() and not lines[at - 1].rstrip().endswith(" +") and (form is None or _is_bare(form)):
        before = forms.get(at - 1)
        if before is None or before.kind == "item" or (before.kind == "text" and not before.strong):
            form = Form(words=form.words if form else "", goes_on=True)
    if form:
        forms[at] = form._replace(number=_count(forms, at, form)) if form.kind == "item" and form.number else form
    return at


def _admonition(lines: list[str], at: int) -> str:
    """The word of the block that a line opens, as in "[WARNING]" on the line above it; "" when it opens none."""
    above = at - 1
    if above > 0 and lines[above].rstrip() in ("====", "--"):
        above -= 1
    match = _ADMONITION.match(lines[above]) if above >= 0 else None
    return match[1] if match else ""


def _count(forms: dict[int, Form], at: int, item: Form) -> str:
    """The number of an item of a list that counts by itself: one more than the item before it at its depth."""
    if item.number != _AUTOMATIC:
        return item.number
    for index in range(at - 1, max(-1, at - _REACH), -1):
        before = forms.get(index)
        if before is not None and before.kind == "heading":
            break
        if before is not None and before.kind == "item" and before.number and before.level <= item.level:
            return str(int(before.number) + 1) if before.level == item.level and before.number.isdecimal() else "1"
    return "1"


def _quote(lines: list[str], at: int, by: str, forms: dict[int, Form], closings: Closings) -> int:
    """A quotation of one paragraph with its speaker, who is named above it; 0 when it is none."""
    opens = lines[at + 1].rstrip() if at + 1 < len(lines) else ""
    fenced = opens in ("____", "--")
    end = closings.after(at + 1, opens) if fenced else at + 1
    while not fenced and end + 1 < len(lines) and lines[end + 1].strip():
        end += 1
    said = [line.strip() for line in lines[at + 1 + fenced : end + (not fenced)]]
    if end < 0 or not said or not all(said):
        return 0
    forms |= dict.fromkeys(range(at, end + 1), MORE)
    words = _plain(" ".join(said)).strip('“”"')
    forms[at] = Form(words=f"“{words}” – {_plain(by)}")
    return end


def _picture(lines: list[str], at: int, match: re.Match[str], forms: dict[int, Form]) -> int:
    """A picture with its description, and its caption from the lines right above it."""
    said = {name: one or two for name, one, two in _NAMED_VALUE.findall(match[2])}
    first_value = _FIRST_VALUE.match(match[2])
    alt = said.get("alt") or (first_value and (first_value[1] or first_value[2])) or ""
    caption, first = said.get("title", ""), at
    while first and (_ATTRIBUTES.match(lines[first - 1]) or _BLOCK_TITLE.match(lines[first - 1])):
        first -= 1
        if title := _BLOCK_TITLE.match(lines[first]):
            caption = _plain(title[1])
            break
    folder = next((found[1] for each in reversed(lines[:at]) if (found := _FOLDER.match(each))), "").strip("/ ")
    address = match[1] if not folder or is_elsewhere(match[1]) else f"{folder}/{match[1]}"
    forms |= dict.fromkeys(range(first, at + 1), MORE)
    forms[first] = linked(address, alt, caption)
    return at


def _is_bare(form: Form) -> bool:
    """Whether a line is text of which nothing is said."""
    return form.kind == "text" and not form.strong and not form.words[:1].isspace() and ":" not in form.words


def _form(line: str) -> Form | None:
    if line.startswith("//") and not line.startswith("///"):
        return COMMENT
    if match := _HEADING.match(line):
        return Form("heading", level=len(match[1]), words=_plain(match[2].rstrip("= ").rstrip() or match[2]))
    if line in ("+", "<<<", "'''", "---", "***") or _ATTRIBUTES.match(line) or _MACRO.match(line):
        return MARKUP
    if _ATTRIBUTE.match(line):
        return MARKUP
    if match := _BLOCK_TITLE.match(line):
        return Form(words=_plain(match[1]), strong=True)
    if (match := _ITEM.match(line)) and not _STRONG.match(line):
        depth = len(match[1]) - 1
        return Form("item", level=depth, number=_AUTOMATIC if match[1][0] == "." else "", words=_plain(match[2]))
    if match := _NUMBERED.match(line):
        return Form("item", number=match[1], words=_plain(match[2]))
    if (match := _TERM.match(line)) and not line.startswith(("http", "{")):
        depth = {"::": 0, ":::": 1, "::::": 2}.get(match[2], 0)
        said = f"{_plain(match[1])}: {_plain(match[3])}" if match[3] else f"{_plain(match[1])}:"
        return Form(words="    " * depth + said)
    if match := _STRONG.match(line.strip()):
        return Form(words=_plain(match[1]), strong=True)
    plain = _plain(line)
    return Form(words=plain) if plain != line.strip() and plain else None


def _table(lines: list[str], at: int, forms: dict[int, Form], closings: Closings) -> int:
    """Cells between `|===`: as many in a row as the first line of cells has; each cites the line it begins on."""
    end = closings.after(at, lines[at].strip())
    forms[at] = MARKUP
    if end < 0:
        return at
    forms[end] = MARKUP
    cells: list[tuple[int, str]] = []
    for index in range(at + 1, end):
        before, *begun = _CELL.split(lines[index].replace("\\|", "\x00"))
        if cells and before.strip():
            cells[-1] = (cells[-1][0], f"{cells[-1][1]} {before.strip()}")
        cells += [(index, cell.strip()) for cell in begun]
    width = _width(lines, at, end)
    for start in range(0, len(cells), width):
        taken = cells[start : start + width]
        forms[taken[0][0]] = row([_plain(cell) for _, cell in taken], width)
        later = {index for index, _ in taken} - {taken[0][0]}
        forms |= dict.fromkeys(later, MORE)
    inside = False  # after the first cell
    for index in range(at + 1, end):
        inside = inside or index in forms
        if lines[index].strip() and index not in forms:
            forms[index] = MORE if inside else MARKUP
    return end


def _width(lines: list[str], at: int, end: int) -> int:
    """Columns: stated above the table, or the cells on its first line."""
    above = lines[at - 1] if at else ""
    if match := re.search(r'cols="?([^"\]]{1,200})"?', above):
        many = re.fullmatch(r"(\d{1,2})\*.*", match[1].strip())
        return max(1, int(many[1])) if many else match[1].count(",") + 1
    first = next((index for index in range(at + 1, end) if lines[index].strip()), end)
    return max(1, len(_cells(lines[first]))) if first < end else 1


def _cells(line: str) -> list[str]:
    """The cells that begin on a line."""
    if "|" not in line:
        return []
    return [part.strip() for part in _CELL.split(line.replace("\\|", "\x00"))[1:]]


def _plain(text: str) -> str:
    """The words without links, macros and literal marks; stars and underscores are left to the reading of lines."""
    for pattern, by in _INLINE:
        text = pattern.sub(by, text)
    return text.replace("\x00", "|").strip()
