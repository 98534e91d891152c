"""Which layout serves which role.

What the author says counts first, then PowerPoint's own word for the layout, then which placeholders it has, then its
name in several languages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import Final

from briefdeck.errors import Position, Problem
from briefdeck.model.geometry import Rect, Size
from briefdeck.model.template import Placeholder, RoleChoice, RoleName, TemplateLayout
from briefdeck.named import NamedTuple

_LARGE: Final = 0.18  # of the slide: a place for content
_TEXT: Final = ("body", "obj", "subTitle")
_HEAD: Final = 0.42  # of the slide's height: a title below that stands in the middle of the slide

_TYPES: Final[Mapping[RoleName, tuple[str, ...]]] = {
    "title": ("title",),
    "section": ("secHead",),
    "points": ("obj", "tx", "objOnly"),
    "comparison": ("twoTxTwoObj",),
}
_NAMES: Final[Mapping[RoleName, str]] = {
    "title": "title slide|cover|titelfolie|titelblad|couverture|diapositiva de t[ií]tulo|portada|slide de t[ií]tulo|"
    "capa|diapositiva titolo|титульн|タイトル スライド|表紙|标题幻灯片|封面|제목 슬라이드|शीर्षक स्लाइड|شريحة العنوان",
    "section": "section|divider|chapter|abschnitt|trenn|chapitre|secci[oó]n|se[cç][aã]o|sezione|раздел|"
    "セクション|节标题|章节|구역|अनुभाग|مقطع",
    "points": "content|bullet|text|inhalt|contenu|contenido|conte[uú]do|contenuto|объект|"
    "コンテンツ|内容|내용|सामग्री|محتوى",
    "comparison": "comparison|vergleich|comparaison|comparaci[oó]n|compara[cç][aã]o|confronto|сравнение|"
    "比較|比较|비교|तुलना|مقارنة",
}
_ROLES: Final[tuple[RoleName, ...]] = ("title", "section", "points", "comparison")

WORDS: Final[Mapping[RoleName, str]] = {
    "title": "title slide",
    "section": "section opening",
    "points": "title and points",
    "comparison": "comparison",
}
"""The roles in words."""


class Wanted(NamedTuple):
    """What the author says: role to name of a layout, and where in the outline that stands."""

    names: Mapping[RoleName, str]
    at: Position


class Found(NamedTuple):
    """The roles with what was wrong about them."""

    choices: tuple[RoleChoice, ...]
    problems: tuple[Problem, ...]


def choose_roles(layouts: Sequence[TemplateLayout], wanted: Wanted, size: Size) -> Found:
    """A choice for every role; what the author asks for and the template does not have comes back as problems."""
    problems: list[Problem] = []
    choices: list[RoleChoice] = []
    for role in _ROLES:
        choice = None
        if name := wanted.names.get(role, ""):
            choice, problem = _as_wanted(role, name, layouts, wanted.at, size)
            problems += [problem] if problem else []
        choices.append(choice or _best(role, layouts, size, choices))
    return Found(tuple(choices), tuple(problems))


def can_be(role: RoleName, layout: TemplateLayout, size: Size) -> bool:
    """Whether a layout has the places that a role needs."""
    if layout.title is None:
        return False
    match role:
        case "title" | "section":
            return True
        case "points":
            return bool(content_places(layout, size))
        case "comparison":
            return len(compared(layout)) == 4


def content_places(layout: TemplateLayout, size: Size) -> list[Placeholder]:
    """The large places for text, the largest first."""
    area = size.width * size.height * _LARGE
    found = [place for place in layout.of("body", "obj") if place.room.width * place.room.height >= area]
    return sorted(found, key=lambda place: -place.room.width * place.room.height)


def compared(layout: TemplateLayout) -> tuple[Placeholder, ...]:
    """Label, text, label, text of two sides beside each other; () when the layout has no such pair."""
    places = sorted(layout.of("body", "obj"), key=lambda place: (place.frame.x, place.frame.y))
    if len(places) != 4:
        return ()
    first, below, second, below2 = places
    sides = all(
        label.frame.bottom <= text.frame.y + label.frame.height / 2 and text.frame.height > label.frame.height
        for label, text in ((first, below), (second, below2))
    )
    return (first, below, second, below2) if sides and second.frame.x >= first.frame.right - 4 else ()


def _as_wanted(
    role: RoleName, name: str, layouts: Sequence[TemplateLayout], at: Position, size: Size
) -> tuple[RoleChoice | None, Problem | None]:
    same = [layout for layout in layouts if layout.name.casefold() == name.strip().casefold()]
    if not same:
        names = [layout.name for layout in layouts]
        close = get_close_matches(name, names, 1, 0.5)
        hint = f"did you mean “{close[0]}”? " if close else ""
        message = f"the template has no layout “{name}”, which `template_roles` names for “{role}”"
        return None, Problem("BD713", message, at, f"{hint}its layouts are: {_listed(names)}")
    fitting = [layout for layout in same if can_be(role, layout, size)]
    if not fitting:
        message = f"the layout “{name}” cannot serve as “{role}”: {_lacks(role)}"
        hint = "name another layout, or insert that placeholder in PowerPoint's Slide Master view"
        return None, Problem("BD714", message, at, hint)
    return RoleChoice(role, fitting[0], "you chose it in the outline"), None


def _lacks(role: RoleName) -> str:
    return {
        "title": "it has no title placeholder",
        "section": "it has no title placeholder",
        "points": "it has no title, or no large placeholder for text",
        "comparison": "it does not have a title, two headings and two texts",
    }[role]


def _best(role: RoleName, layouts: Sequence[TemplateLayout], size: Size, before: Sequence[RoleChoice]) -> RoleChoice:
    fitting = [layout for layout in layouts if can_be(role, layout, size)]
    for kind in _TYPES[role]:
        for layout in fitting:
            if layout.kind == kind:
                return RoleChoice(role, layout, "PowerPoint marks it as that kind of layout")
    taken = {choice.layout.part for choice in before if choice.layout}
    for layout in fitting:
        if _SIGNATURES[role](layout, size) and layout.part not in taken:
            return RoleChoice(role, layout, "it has the placeholders for it")
    for layout in fitting:
        if re.search(_NAMES[role], layout.name, re.IGNORECASE) and layout.part not in taken:
            return RoleChoice(role, layout, "its name says so")
    return _instead(role, fitting, size, before)


def _instead(role: RoleName, fitting: Sequence[TemplateLayout], size: Size, before: Sequence[RoleChoice]) -> RoleChoice:
    """What serves when no layout is meant for the role."""
    given = {choice.role: choice.layout for choice in before}
    if role == "section" and (title := given.get("title")):
        return RoleChoice(role, title, "there is no layout for sections, so the title slide's is used")
    if role == "title" and fitting:
        section = next((one for one in fitting if one.kind == "secHead"), None)
        chosen = section or next((one for one in fitting if _is_free(one, size)), fitting[0])
        return RoleChoice(role, chosen, "there is no title layout with a title placeholder; this one comes nearest")
    if role == "points" and fitting:
        largest = max(fitting, key=lambda one: content_places(one, size)[0].room.height)
        return RoleChoice(role, largest, "it has a title and room for text")
    return RoleChoice(role, None, "drawn by briefdeck in the template's colours and fonts")


def _is_free(layout: TemplateLayout, size: Size) -> bool:
    """Whether it has a title at its head and nothing below."""
    title = layout.title
    return (
        title is not None and not layout.of(*_TEXT, "pic", "tbl", "chart") and title.frame.bottom < size.height * _HEAD
    )


def _is_cover(layout: TemplateLayout, size: Size) -> bool:
    return bool(layout.of("ctrTitle")) or bool(layout.of("subTitle"))


def _is_list(layout: TemplateLayout, size: Size) -> bool:
    title = layout.title
    places = content_places(layout, size)
    return (
        title is not None
        and len(places) == 1
        and len(layout.of(*_TEXT)) == 1
        and not layout.of("pic", "ctrTitle")
        and title.frame.y < places[0].frame.y
    )


def _is_section(layout: TemplateLayout, size: Size) -> bool:
    title = layout.title
    return (
        title is not None
        and layout.kind == ""
        and not content_places(layout, size)
        and not layout.of("pic", "tbl", "chart")
        and title.frame.y > size.height * 0.25
        and len(layout.of(*_TEXT)) <= 1
    )


_SIGNATURES: Final[Mapping[RoleName, Callable[[TemplateLayout, Size], bool]]] = {
    "title": _is_cover,
    "section": _is_section,
    "points": _is_list,
    "comparison": lambda layout, _: bool(compared(layout)),
}


def choose_host(
    layouts: Sequence[TemplateLayout], choices: Sequence[RoleChoice], size: Size
) -> tuple[TemplateLayout, Rect] | None:
    """The layout that carries what the template has none for, and where content goes on it; None when none has room.

    It is the one for points, without its text: its title stands where those slides have it, and nothing is drawn where
    its text would be.
    """
    given = {choice.role: choice.layout for choice in choices}
    if points := given.get("points"):
        return points, content_places(points, size)[0].room
    for layout in layouts:
        if _is_free(layout, size):
            return layout, _free_area(layout, size)
    return None


def _free_area(layout: TemplateLayout, size: Size) -> Rect:
    """Below the title and above the foot."""
    title = layout.title
    assert title is not None
    feet = [place.frame.y for place in layout.of("ftr", "sldNum", "dt") if place.frame.y > size.height * 0.7]
    top, bottom = title.frame.bottom + size.height * 0.02, min([size.height * 0.92, *feet]) - size.height * 0.015
    return Rect(title.room.x, top, title.room.width, bottom - top)


def _listed(names: Sequence[str]) -> str:
    shown = [f"“{name}”" for name in names[:20]]
    return ", ".join(shown) + (f" and {len(names) - 20} more" if len(names) > 20 else "")
