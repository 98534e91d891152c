"""A deck on somebody's own template: their masters, layouts, themes and media byte for byte, our slides among them.

Only two of their parts are touched: a master that gets further layouts is told of these, and our table style joins
theirs.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from briefdeck.model.contrast import contrast
from briefdeck.model.look import Ink
from briefdeck.model.page import Document, TextStyle
from briefdeck.model.seal import SEALED_IN
from briefdeck.model.template import Package, Template
from briefdeck.paint.powerpoint_content import deck_tags_part, slide_parts
from briefdeck.paint.powerpoint_drawn import drawn_layout, with_layouts, with_relations, with_table_style
from briefdeck.paint.powerpoint_language import right_to_left
from briefdeck.paint.powerpoint_master import LayoutPlan, plan_layouts
from briefdeck.paint.powerpoint_notes import notes_master_xml
from briefdeck.paint.powerpoint_package import Part, Relation, Relations, members
from briefdeck.paint.powerpoint_properties import app_xml, core_xml
from briefdeck.paint.powerpoint_settings import PROPERTIES, VIEW
from briefdeck.paint.powerpoint_slides import slide_name
from briefdeck.paint.powerpoint_table import TableInks, table_styles_xml
from briefdeck.paint.powerpoint_tags import FIRST_SLIDE_ID, section_list
from briefdeck.paint.powerpoint_text import LEVELS, list_style
from briefdeck.paint.powerpoint_xml import NAMESPACES, emu

_PRESENTATION = "ppt/presentation.xml"
_TABLE_STYLES = "ppt/tableStyles.xml"
_LAYOUT_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"
_HEADERS = (Ink("heading"), Ink("accent1"), Ink("text"))
_READABLE = 4.5


def template_members(document: Document, template: Template, entrances: Sequence[Relation]) -> dict[str, bytes]:
    """Every member of the archive by name, the presentation's tags with an empty seal."""
    kept = {part.name: part.data for part in template.package.parts}
    types = {part.name: part.content_type for part in template.package.parts if part.content_type}
    plans = _plans(document, kept)
    drawn = dict(_drawn(document, plans.values(), kept))
    kept |= drawn
    types |= {name: _LAYOUT_TYPE for name in drawn if name not in types and not name.endswith(".rels")}
    own = list(_own_parts(document, template, plans, kept))
    replaced = {part.name for part in own}
    others = {name: kind for name, kind in types.items() if name not in replaced}
    written = dict(members(own, entrances, others))
    return {**written, **{name: data for name, data in kept.items() if name not in written}}


def _plans(document: Document, kept: Mapping[str, bytes]) -> dict[str, LayoutPlan]:
    """The layouts that slides use, by name: the template's own parts, or free names for those drawn on copies."""
    used = {page.layout for page in document.pages}
    plans: dict[str, LayoutPlan] = {}
    taken = {name.lower() for name in kept}
    for plan in plan_layouts([layout for layout in document.layouts if layout.name in used]):
        origin = plan.layout.origin
        assert origin is not None, "every layout of a template comes from it"
        part = origin.part
        if origin.drawn:
            folder = posixpath.dirname(part)
            part = next(name for n in count(1) if (name := f"{folder}/slideLayout{n}.xml").lower() not in taken)
            taken.add(part.lower())
        plans[plan.layout.name] = plan._replace(part=part)
    return plans


def _drawn(document: Document, plans: Iterable[LayoutPlan], kept: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The parts of the drawn layouts, and what changes in the masters that carry them."""
    masters: dict[str, list[str]] = {}
    by_part = {layout.part: layout.master for layout in document.template.layouts} if document.template else {}
    for plan in plans:
        origin = plan.layout.origin
        if origin is not None and origin.drawn:
            masters.setdefault(by_part[origin.part], []).append(plan.part)
            yield plan.part, drawn_layout(kept[origin.part], plan, document.identity.lang)
            yield _rels(plan.part), kept[_rels(origin.part)]
    everything = [data for name, data in kept.items() if name in by_part.values()]
    numbers = {int(number) for data in everything for number in re.findall(rb'\bid="(2[0-9]{9}|[34][0-9]{9})"', data)}
    package = document.template.package if document.template else Package((), ())
    numbers |= {int(number) for number, _ in package.masters if re.fullmatch("[0-9]{1,10}", number)}
    free = (number for number in count(2147483649) if number not in numbers)
    for master, parts in masters.items():
        relations, ids = with_relations(kept[_rels(master)], parts, posixpath.dirname(master))
        yield _rels(master), relations
        yield master, with_layouts(kept[master], [(next(free), one) for one in ids])


def _rels(part: str) -> str:
    folder, file = posixpath.split(part)
    return f"{folder}/_rels/{file}.rels"


def _own_parts(
    document: Document, template: Template, plans: Mapping[str, LayoutPlan], kept: Mapping[str, bytes]
) -> Iterator[Part]:
    lang = document.identity.lang
    package = template.package
    yield Part("core-properties", "docProps/core.xml", core_xml(document.identity))
    yield Part("extended-properties", "docProps/app.xml", app_xml(document))
    notes_master = package.notes_master or _free("ppt/notesMasters/notesMaster{}.xml", kept)
    yield _presentation(document, template, notes_master)
    yield Part("presProps", "ppt/presProps.xml", PROPERTIES)
    yield Part("viewProps", "ppt/viewProps.xml", VIEW)
    inks = _table_inks(template)
    given = kept.get(package.table_styles)
    changed = with_table_style(given, inks) if given else b""
    plain = "" if given else table_styles_xml(inks)
    yield Part("tableStyles", package.table_styles or _TABLE_STYLES, plain, binary=changed)
    if not package.notes_master:
        theme = _free("ppt/theme/theme{}.xml", kept)
        data = kept[_theme_of(template.host.master, kept)]
        yield Part("theme", theme, "", binary=data)
        yield Part("notesMaster", notes_master, notes_master_xml(document.size, lang), (Relation("theme", theme),))
    turned = right_to_left(lang) != template.rtl
    yield from slide_parts(document, plans, notes_master, turned=turned)
    yield deck_tags_part(document, "")


def _table_inks(template: Template) -> TableInks:
    """A table's own ground, so that its words can be read wherever it stands, and what stands out from that."""
    ground = template.colors["background"]
    header = next((ink for ink in _HEADERS if contrast(template.colors[ink.role], ground) >= _READABLE), Ink("text"))
    dark = contrast(ground, "000000") < contrast(ground, "FFFFFF")
    return TableInks(header, Ink("background"), Ink("background", lighter=14 if dark else 0, darker=0 if dark else 6))


def _theme_of(master: str, kept: Mapping[str, bytes]) -> str:
    target = re.search(rb'Target="([^"]*/theme/[^"]*)"', kept[_rels(master)])
    assert target is not None, "a master without a theme is refused when the template is read"
    name = target[1].decode()
    return name.lstrip("/") if name.startswith("/") else posixpath.normpath(f"{posixpath.dirname(master)}/{name}")


def _free(pattern: str, kept: Mapping[str, bytes]) -> str:
    taken = {name.lower() for name in kept}
    return next(name for n in count(1) if (name := pattern.format(n)).lower() not in taken)


def _presentation(document: Document, template: Template, notes_master: str) -> Part:
    package = template.package
    relations = Relations()
    masters = "".join(
        f'<p:sldMasterId{_attribute("id", number)} r:id="{relations.id(Relation("slideMaster", part))}"/>'
        for number, part in package.masters
    )
    notes = relations.id(Relation("notesMaster", notes_master))
    handout = ""
    if package.handout_master:
        handout = relations.id(Relation("handoutMaster", package.handout_master))
        handout = f'<p:handoutMasterIdLst><p:handoutMasterId r:id="{handout}"/></p:handoutMasterIdLst>'
    slides = "".join(
        f'<p:sldId id="{FIRST_SLIDE_ID + number}" r:id="{relations.id(Relation("slide", slide_name(number + 1)))}"/>'
        for number in range(len(document.pages))
    )
    for kind, name in (
        ("presProps", "ppt/presProps.xml"),
        ("viewProps", "ppt/viewProps.xml"),
        ("tableStyles", package.table_styles or _TABLE_STYLES),
        ("theme", _theme_of(package.masters[0][1], {part.name: part.data for part in package.parts})),
    ):
        relations.id(Relation(kind, name))
    tags = relations.id(Relation("tags", SEALED_IN))
    rtl = right_to_left(document.identity.lang)
    width, height = package.notes_size
    plain = list_style((TextStyle(font="body", size=18, ink=Ink("text")),) * LEVELS, rtl=rtl)
    usual = f"<p:defaultTextStyle>{plain}</p:defaultTextStyle>"
    xml = (
        f'<p:presentation {NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0" rtl="{int(rtl)}"'
        f"{_attribute('embedTrueTypeFonts', '1' if package.embedded_fonts else '')}>"
        f"<p:sldMasterIdLst>{masters}</p:sldMasterIdLst>"
        f'<p:notesMasterIdLst><p:notesMasterId r:id="{notes}"/></p:notesMasterIdLst>{handout}'
        f"<p:sldIdLst>{slides}</p:sldIdLst>"
        f'<p:sldSz cx="{emu(document.size.width)}" cy="{emu(document.size.height)}"/>'
        f'<p:notesSz cx="{width}" cy="{height}"/>{_fonts(package, relations)}'
        f'<p:custDataLst><p:tags r:id="{tags}"/></p:custDataLst>'
        f"{package.default_text or usual}"
        f"<p:extLst>{section_list(document)}</p:extLst></p:presentation>"
    )
    return Part("presentation", _PRESENTATION, xml, relations.all())


def _attribute(name: str, value: str) -> str:
    """An attribute with a space before it, "" without a value."""
    return f' {name}="{value}"' if value else ""


def _fonts(package: Package, relations: Relations) -> str:
    """The list of embedded fonts, with the ids that the parts have now."""
    xml = package.embedded_fonts
    ids = {old: relations.id(Relation("font", part)) for old, part in package.font_parts}
    return re.sub(r'(\w+:id=)"([^"]*)"', lambda found: f'{found[1]}"{ids.get(found[2], found[2])}"', xml)
