"""Pictures in Markdown: those that have a line to themselves, as CommonMark, HTML, Obsidian and Google Docs write them.

A picture amid a sentence stays a sign in that sentence: what it shows belongs to the words around it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefdeck.late import late_pattern
from briefdeck.model.note import Form
from briefdeck.named import NamedTuple
from briefdeck.text.readers.marked import MORE
from briefdeck.text.readers.pictures import CarriedPictures, is_picture, linked

_LEAD = late_pattern(
    r"[ \t]*(?:(?:>|[-*+]|\d{1,3}[.)])[ \t]+){0,4}(?:<(?:p|div|center|figure|a)\b[^<>]{0,300}>[ \t]*){0,3}"
)
_ALT = r"(?P<alt>(?:[^\[\]]|\[[^\[\]]{0,100}\]){0,500})"
_AT = r"(?:<(?P<angled>[^<>]{1,800})>|(?P<plain>[^()\"<>]{1,800}?(?:\([^()]{0,100}\)[^()\"<>]{0,300}?)?))"
_INLINE = late_pattern(
    rf"(?P<link>\[)?!\[{_ALT}\]\(\s*{_AT}\s*(?:[\"'](?P<title>[^\"]{{0,300}}?)[\"'])?\s*\)(?:\{{[^{{}}]{{0,200}}\}})?"
)
_REFERRED = late_pattern(rf"(?P<link>\[)?!\[{_ALT}\](?:\[(?P<name>[^\[\]]{{0,100}})\])?")
_WIKI = late_pattern(r"!\[\[(?P<target>[^\[\]|#]{1,300})(?:#[^\[\]|]{0,200})?(?:\|(?P<options>[^\[\]]{0,300}))?\]\]")
_TAG = late_pattern(r"<img\s[^<>]{1,1500}>", re.IGNORECASE)
_ATTRIBUTE = late_pattern(r"\b(src|alt|title)\s*=\s*(?:\"([^\"]{0,1200})\"|'([^']{0,1200})')", re.IGNORECASE)
_LINK_END = late_pattern(r"\]\([^()]{0,800}\)")
_SIZE = late_pattern(r"(?:^|\|)\s*\d{1,5}(?:x\d{1,5})?\s*$")
_CLOSING = late_pattern(r"(?:\s|</(?:p|div|center|figure|a)>|<br\s*/?>|\\)+", re.IGNORECASE)
_DEFINITION = late_pattern(r" {0,3}\[([^\[\]^]{1,100})\]:\s*<?([^\s<>]+)>?(?:\s+[\"'(]([^\"]{0,300}?)[\"')])?\s*$")
_CAPTION = late_pattern(
    r"\s*(?:<figcaption[^<>]{0,200}>(?P<tagged>.{1,400}?)</figcaption>|(?P<sign>\*{1,2}|_)(?P<leaning>[^*_]{1,400})(?P=sign)"
    r"|(?P<named>(?:Figure|Fig\.|Image|Photo|Map|Abbildung|Abb\.|Bild|Figura|Рис\.|Рисунок|चित्र|图|圖|図|그림|الشكل|شكل)"
    r"\s{0,2}[\d०-९٠-٩][\d.]{0,6}\s?[.:–—：-].{1,400}))\s*$"
)  # fmt: skip


class _Named(NamedTuple):
    """A picture as a line names it."""

    address: str
    end: int  # of its signs in the line
    alt: str = ""
    title: str = ""


def picture_forms(lines: list[str], start: int, taken: Mapping[int, Form], carried: CarriedPictures) -> dict[int, Form]:
    """The lines that are pictures, from `start` on, with their captions; those `taken` are something else already."""
    found: dict[int, Form] = {}
    definitions: dict[str, tuple[str, str]] | None = None
    for index in range(start, len(lines)):
        line = lines[index]
        if index in taken or index in found or ("![" not in line and "<img" not in line.lower()):
            continue
        if definitions is None:
            definitions = _definitions(lines)
        if form := _form(line, definitions, carried):
            found[index] = form
            below = lines[index + 1] if index + 1 < len(lines) and index + 1 not in taken else ""
            if form.kind == "picture" and not form.caption and (caption := _caption(below)):
                found[index], found[index + 1] = form._replace(caption=caption), MORE
    return found


def _caption(text: str) -> str:
    """The words of a caption, "" when the text is none."""
    match = _CAPTION.match(text)
    return " ".join((match["tagged"] or match["leaning"] or match["named"]).split()) if match else ""


def _definitions(lines: list[str]) -> dict[str, tuple[str, str]]:
    """Addresses and titles that the note names once: `[leaf]: img/leaf.png "A leaf"`."""
    return {
        " ".join(match[1].lower().split()): (match[2], match[3] or "")
        for line in lines
        if "]:" in line[:110] and (match := _DEFINITION.match(line))
    }


def _form(line: str, definitions: Mapping[str, tuple[str, str]], carried: CarriedPictures) -> Form | None:
    """The form of a line that holds a picture and nothing beside it but its caption."""
    lead = _LEAD.match(line)
    at = lead.end() if lead else 0
    first = _named(line, at, definitions)
    if first is None:
        return None
    at = first.end
    while (further := _named(line, _after(line, at), definitions)) is not None:
        at = further.end
    rest = line[_after(line, at) :].strip()
    caption = _caption(rest) or first.title
    if rest and not _caption(rest):
        return None
    if not is_picture(first.address) and line.lstrip().startswith("![["):
        return Form("skip", why="another note that is shown here")
    if name := carried.take_data(first.address):
        return linked("", first.alt, caption)._replace(file=name)
    if first.address.startswith("data:"):
        return Form("skip", why="a picture that cannot be shown")
    return linked(first.address, first.alt, caption)


def _after(line: str, at: int) -> int:
    match = _CLOSING.match(line, at)
    return match.end() if match else at


def _named(line: str, at: int, definitions: Mapping[str, tuple[str, str]]) -> _Named | None:
    """The picture that is named at a place of a line, None when none is."""
    if match := _TAG.match(line, at):
        said = {key.lower(): one or two for key, one, two in _ATTRIBUTE.findall(match[0])}
        return _Named(said["src"], match.end(), said.get("alt", ""), said.get("title", "")) if said.get("src") else None
    if match := _WIKI.match(line, at):
        options = _SIZE.sub("", match["options"] or "")
        return _Named(match["target"].strip(), match.end(), options)
    if match := _INLINE.match(line, at):
        address, title = match["angled"] or match["plain"], match["title"] or ""
    elif match := _REFERRED.match(line, at):
        name = " ".join((match["name"] or match["alt"]).lower().split())
        if name not in definitions:
            return None
        address, title = definitions[name]
    else:
        return None
    end = match.end()
    if match["link"]:
        closing = _LINK_END.match(line, end)
        if not closing:
            return None
        end = closing.end()
    return _Named(address.strip(), end, _SIZE.sub("", match["alt"]), title)
