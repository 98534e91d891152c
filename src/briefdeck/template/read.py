"""Reads a template: bytes to a value, or every reason why it cannot be built on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from lxml.etree import _Element

from briefdeck.errors import NOWHERE, BriefdeckError, Position, Problem, Severity
from briefdeck.model.contrast import least_contrast
from briefdeck.model.geometry import Size
from briefdeck.model.look import ColorRole, FontRole
from briefdeck.model.template import RoleChoice, Template, TemplateLayout
from briefdeck.template.archive import Archive, P, R, open_archive
from briefdeck.template.colors import SCHEME, Palette, palette
from briefdeck.template.fonts import theme_fonts
from briefdeck.template.layouts import Master, Read, read_layout, usable
from briefdeck.template.numbers import points
from briefdeck.template.package import package_of
from briefdeck.template.roles import WORDS, Found, Wanted, choose_host, choose_roles

SMALLEST, LARGEST = 240.0, 4032.0
"""Points; PowerPoint's own largest slide is 56 inches wide, and on a smaller one no text is readable."""

LARGE = 18.0
"""Points; from here on a lower contrast is enough."""

_NO_WISH: Final = Wanted({}, NOWHERE)
_PLAIN: Final = {name: name for name in SCHEME}


def read_template(data: bytes, file: str, wanted: Wanted = _NO_WISH) -> Template:
    """A .pptx or .potx file as a template. Raises BriefdeckError with all that keeps it from being one."""
    archive = open_archive(data, file)
    root = archive.root(archive.presentation)
    size = _size(archive, root)
    masters = _masters(archive, root)
    other = root.find(f"{P}defaultTextStyle")
    read = [read_layout(archive, part, master, other, size) for _, master in masters for part in master.layouts]
    _check_layouts(archive, [one.layout for one in read])
    chosen, layouts = _chosen([one.layout for one in read], wanted, size)
    faults = list(chosen.problems)
    host = choose_host(layouts, chosen.choices, size)
    if host is None and not faults:
        faults.append(_only_titles(file, layouts))
    if faults:
        raise BriefdeckError(faults)
    assert host is not None
    home = next(master for _, master in masters if master.part == host[0].master)
    colors = _colors(archive, home.colors)
    faint = list(_faint(chosen.choices, colors, Position(file)))
    return Template(
        file=file,
        digest=hashlib.sha256(data).hexdigest(),
        size=size,
        colors=colors,
        fonts=theme_fonts(home.theme, _families(read)),
        layouts=tuple(one.layout for one in read),
        roles=chosen.choices,
        host=host[0],
        area=host[1],
        package=package_of(archive, [(number, master.part) for number, master in masters]),
        rtl=bool(home.root.find(f".//{P}bodyStyle/*[@rtl='1']") is not None),
        remarks=(*_remarks(archive, layouts), *(problem for problem, mended in faint if not mended)),
        mended=tuple(problem for problem, mended in faint if mended),
    )


def _size(archive: Archive, root: _Element) -> Size:
    said = root.find(f"{P}sldSz")
    size = Size(points(said.get("cx")), points(said.get("cy"))) if said is not None else Size(720, 540)
    if min(size) <= 0:
        raise BriefdeckError([archive.damaged("it does not say how large its slides are")])
    if not (min(size) >= SMALLEST and max(size) <= LARGEST):
        message = f"the slides of this template are {size.width / 72:.1f} by {size.height / 72:.1f} inches"
        hint = "set a usual size in PowerPoint (Design, Slide Size), for example Widescreen 16:9"
        raise BriefdeckError([Problem("BD719", message, Position(archive.file), hint)])
    return size


def _masters(archive: Archive, root: _Element) -> list[tuple[str, Master]]:
    """(id, master) in order."""
    relations = {relation.id: relation.target for relation in archive.relations(archive.presentation)}
    found = []
    for one in root.iterfind(f"{P}sldMasterIdLst/{P}sldMasterId"):
        part = relations.get(one.get(f"{R}id", ""), "")
        if part not in archive:
            raise BriefdeckError([archive.damaged("its slide master is missing")])
        found.append((one.get("id", ""), _master(archive, part)))
    if not found:
        hint = "open it in PowerPoint and save it again; a new presentation always has a slide master"
        raise BriefdeckError([Problem("BD710", "this template has no slide master", Position(archive.file), hint)])
    return found


def _master(archive: Archive, part: str) -> Master:
    root = archive.root(part)
    relations = archive.relations(part)
    theme = next((one.target for one in relations if one.kind == "theme"), "")
    if theme not in archive:
        raise BriefdeckError([archive.damaged("its slide master has no theme")])
    by_id = {one.id: one.target for one in relations if one.kind == "slideLayout"}
    listed = [by_id.get(one.get(f"{R}id", ""), "") for one in root.iterfind(f"{P}sldLayoutIdLst/{P}sldLayoutId")]
    mapped = root.find(f"{P}clrMap")
    names = _PLAIN if mapped is None else {str(name): str(value) for name, value in mapped.attrib.items()}
    drawn = archive.root(theme)
    return Master(part, root, drawn, tuple(dict.fromkeys(name for name in listed if name)), palette(drawn, names))


def _check_layouts(archive: Archive, layouts: Sequence[TemplateLayout]) -> None:
    at = Position(archive.file)
    if not layouts:
        hint = "add layouts in PowerPoint (View, Slide Master, Insert Layout): at least one with a title and text"
        raise BriefdeckError([Problem("BD711", "this template has a slide master but no layouts", at, hint)])
    if not usable(layouts):
        names = ", ".join(f"“{layout.name}”" for layout in layouts[:8])
        message = f"no layout of this template has a title placeholder, so slides would have no titles ({names})"
        hint = "in PowerPoint: View, Slide Master, choose a layout, tick Title; a text box does not count as a title"
        raise BriefdeckError([Problem("BD712", message, at, hint)])


def _chosen(layouts: Sequence[TemplateLayout], wanted: Wanted, size: Size) -> tuple[Found, Sequence[TemplateLayout]]:
    """The roles from the layouts of one master, that of the first with a layout for points; else from all of them."""
    by_master: dict[str, list[TemplateLayout]] = {}
    for layout in layouts:
        by_master.setdefault(layout.master, []).append(layout)
    for own in by_master.values():
        if len(by_master) == 1 or wanted.names:
            break
        found = choose_roles(own, wanted, size)
        if any(choice.role == "points" and choice.layout for choice in found.choices):
            return found, own
    return choose_roles(layouts, wanted, size), layouts


def _only_titles(file: str, layouts: Sequence[TemplateLayout]) -> Problem:
    names = ", ".join(f"“{layout.name}”" for layout in layouts[:8])
    message = f"this template has layouts for titles but none with room for content ({names})"
    hint = "in PowerPoint: View, Slide Master, Insert Layout, with a title at the top and a text placeholder below"
    return Problem("BD716", message, Position(file), hint)


def _colors(archive: Archive, colors: Palette) -> dict[ColorRole, str]:
    missing = [name for name in SCHEME if name not in colors.colors]
    if missing:
        raise BriefdeckError([archive.damaged(f"its theme lacks colours ({', '.join(missing[:4])})")])
    return {role: colors.colors[name] for name, role in SCHEME.items()}


def _families(read: Iterable[Read]) -> dict[FontRole, list[str]]:
    """The fonts that placeholders name outright, by the theme font in whose stead they stand."""
    found: dict[FontRole, list[str]] = {"heading": [], "body": []}
    for one in read:
        for level in one.levels:
            if level.family:
                found[level.style.font].append(level.family)
    return found


def _remarks(archive: Archive, layouts: Sequence[TemplateLayout]) -> Iterator[Problem]:
    at = Position(archive.file)
    if archive.macros:
        yield Problem("BD715", "the macros of this template are left out", at, severity=Severity.REMARK)
    for layout in layouts:
        if layout.text_boxes and layout.title is None:
            box = layout.text_boxes[0]
            message = f"the layout “{layout.name}” has a text box “{box}” where its title placeholder should be"
            hint = "in Slide Master view, delete the box and tick Title to use this layout"
            yield Problem("BD718", message, at, hint, severity=Severity.REMARK)


def _faint(
    choices: Iterable[RoleChoice], colors: Mapping[ColorRole, str], at: Position
) -> Iterator[tuple[Problem, bool]]:
    """Text of the layouts in use that is hard to see, each kind of place once; and whether a theme colour mends it."""
    places = {
        (place.kind, place.inks[0], place.grounds): (choice.role, choice.layout.name, place)
        for choice in reversed(tuple(choices))  # the first to have it stands for all
        if choice.layout
        for place in choice.layout.placeholders
        if place.kind not in ("dt", "pic")
    }
    for role, layout, place in places.values():
        least = 3.0 if place.levels[0].size >= LARGE else 4.5
        found = least_contrast(place.inks[0], place.grounds)
        if found is None or found >= least:
            continue
        mended = any((least_contrast(color, place.grounds) or 0.0) >= least for color in colors.values())
        message = (
            f"“{place.name}” of the layout “{layout}” ({WORDS[role]}) is hard to see: its contrast is {found:.1f} to 1"
        )
        hint = f"{least:g} to 1 are needed; " + (
            "the deck shows it in another colour of the theme" if mended else "no colour of the theme is better there"
        )
        yield Problem("BD717", message, at, hint, severity=Severity.REMARK), mended
