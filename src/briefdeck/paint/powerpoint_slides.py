"""One slide: its boxes in the placeholders of its layout, saying only what the layout does not say already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, assert_never
from urllib.parse import urlsplit

from briefdeck.late import late_pattern
from briefdeck.model.links import leads_to
from briefdeck.model.page import (
    Box,
    ChartContent,
    Page,
    PictureContent,
    ShapeContent,
    Slot,
    SlotKind,
    Span,
    TableContent,
    Text,
    TextStyle,
)
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple
from briefdeck.paint.powerpoint_chart import chart_frame, chart_name
from briefdeck.paint.powerpoint_language import right_to_left
from briefdeck.paint.powerpoint_master import LayoutPlan, number_field
from briefdeck.paint.powerpoint_package import Relation, Relations
from briefdeck.paint.powerpoint_picture import picture, picture_relation
from briefdeck.paint.powerpoint_shapes import decoration, placeholder, text_box
from briefdeck.paint.powerpoint_table import table_frame
from briefdeck.paint.powerpoint_text import body_properties, list_style, paragraph, plain_paragraph
from briefdeck.paint.powerpoint_xml import GROUP, NAMESPACES, element, frame

_SCHEMES: Final = frozenset({"http", "https", "mailto"})
_UNSAFE = late_pattern(r'[\s"<>\\^`{|}\x00-\x1f]')
_OWN_COLOR: Final = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
)


class Deck(NamedTuple):
    """What every slide needs to know of the deck it is in."""

    lang: str
    footer: str  # the document's title
    plans: Mapping[str, LayoutPlan]  # by name of the layout
    first_slides: Mapping[str, int]  # id of an entry to the number of its first slide
    charts: Mapping[ChartContent, int] = MappingProxyType({})  # the number of the part of each
    turned: bool = False  # its text runs against the direction that its layouts give it


class _Slide(NamedTuple):
    """The slide being written: what each of its shapes needs to know."""

    number: int  # from 1
    plan: LayoutPlan
    deck: Deck
    relations: Relations

    @property
    def rtl(self) -> bool:
        return right_to_left(self.deck.lang)

    def linked(self, span: Span) -> str:
        return _hyperlink(span, self.deck.first_slides, self.relations)


def slide_xml(page: Page, number: int, deck: Deck, relations: Relations) -> str:
    """The slide with that number, counted from 1. What it points at beyond the given relations is added to them."""
    slide = _Slide(number, deck.plans[page.layout], deck, relations)
    shapes: list[str] = []
    moving: list[tuple[int, Box]] = []
    for box in _in_order(page.boxes, slide.plan):
        if box.build:
            moving.append((len(shapes) + 2, box))
        shapes.append(_shape(len(shapes) + 2, box, slide))
    given = {box.slot for box in page.boxes}
    for slot in slide.plan.layout.slots:
        if slot.kind in (SlotKind.FOOTER, SlotKind.NUMBER) and slot.name not in given:
            shapes.append(_field(len(shapes) + 2, slot, slide))
    tags = relations.id(Relation("tags", slide_tags_name(number)))
    return (
        f"<p:sld {NAMESPACES}><p:cSld><p:spTree>{GROUP}{''.join(shapes)}</p:spTree>"
        f'<p:custDataLst><p:tags r:id="{tags}"/></p:custDataLst></p:cSld>'
        f"<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>{_timing(moving)}</p:sld>"
    )


def _timing(moving: Sequence[tuple[int, Box]]) -> str:
    if not moving:
        return ""
    from briefdeck.paint.powerpoint_timing import timing_xml

    return timing_xml(moving)


def _in_order(boxes: Sequence[Box], plan: LayoutPlan) -> list[Box]:
    """The boxes in reading order: the title first, above nothing but the decoration it stands on."""
    title = next((box for box in boxes if box.slot and plan.layout.slot(box.slot).kind is SlotKind.TITLE), None)
    if title is None:
        return list(boxes)
    before = boxes[: boxes.index(title)]
    ground = [box for box in before if isinstance(box.content, ShapeContent) and box.frame.overlaps(title.frame)]
    return [*ground, title, *(box for box in boxes if box is not title and box not in ground)]


def _shape(number: int, box: Box, slide: _Slide) -> str:
    slot = slide.plan.layout.slot(box.slot) if box.slot else None
    match box.content:
        case Text():
            if slot is None:
                return _free_text(number, box, box.content, slide)
            if slot.kind is SlotKind.NUMBER:
                return _field(number, slot, slide)
            return _slot_text(number, box, box.content, slot, slide)
        case TableContent():
            name = box.slot or box.name or f"Table {number}"
            mark = slide.plan.mark(slot) if slot else ""
            lang, linked = slide.deck.lang, slide.linked
            return table_frame(number, name, box.content, box.frame, mark=mark, lang=lang, linked=linked)
        case ChartContent():
            part = Relation("chart", chart_name(slide.deck.charts[box.content]))
            mark = slide.plan.mark(slot) if slot else ""
            return chart_frame(number, box, box.content, slide.relations.id(part), mark=mark)
        case PictureContent():
            relation = slide.relations.id(picture_relation(box.content))
            return picture(number, box, box.content, relation, mark=slide.plan.mark(slot) if slot else "")
        case ShapeContent():
            return decoration(number, box, box.content, drawn_on_layout=False)
        case other:
            assert_never(other)


def _slot_text(number: int, box: Box, content: Text, slot: Slot, slide: _Slide) -> str:
    """Text in its placeholder: the fitted sizes in its own list style, the place inherited."""
    bases = slide.plan.styles(slot)
    levels = content.level_styles or slot.levels
    styles = (*levels, *(replace(base, size=min(base.size, levels[-1].size)) for base in bases[len(levels) :]))
    lists = list_style(styles, rtl=slide.rtl, bases=bases, turned=slide.deck.turned)
    origin = slide.plan.layout.origin
    moved = _is_moved(slot, slide) or bool(any(box.free) and origin)  # a template's own insets are not known here
    anchor = box.anchor if box.anchor != slot.anchor or moved else None
    resets = origin.resets.get(slot.name, ()) if origin else ()
    fits = slot.kind is not SlotKind.FOOTER
    properties = body_properties(anchor, fits=fits, resets=resets, free=box.free)
    whole = leads_to(content)
    text = _paragraphs(_unlinked(content) if whole else content, styles, slide)
    body = f"{properties}<a:lstStyle>{lists}</a:lstStyle>{text}"
    link = _jump(whole, slide.deck.first_slides, slide.relations) if whole else ""
    place = None if frame(box.frame) == frame(slot.frame) and not moved else box.frame
    return placeholder(number, slot.name, slide.plan.mark(slot), place=place, body=body, link=link)


def _unlinked(content: Text) -> Text:
    return replace(
        content,
        paragraphs=tuple(
            replace(each, spans=tuple(replace(span, link="") for span in each.spans)) for each in content.paragraphs
        ),
    )


def _free_text(number: int, box: Box, content: Text, slide: _Slide) -> str:
    lists = list_style(content.level_styles, rtl=slide.rtl)
    text = _paragraphs(content, content.level_styles, slide)
    body = f"{body_properties(box.anchor, fits=True, free=box.free)}<a:lstStyle>{lists}</a:lstStyle>{text}"
    return text_box(number, box.name or f"Text {number}", box.frame, body)


def _paragraphs(content: Text, styles: Sequence[TextStyle], slide: _Slide) -> str:
    bases = dict(enumerate(styles))
    lang, linked = slide.deck.lang, slide.linked
    written = (paragraph(each, bases.get(each.level), lang=lang, linked=linked) for each in content.paragraphs)
    return "".join(written) or plain_paragraph("", lang=lang)


def _field(number: int, slot: Slot, slide: _Slide) -> str:
    """Footer or slide number, as PowerPoint's own Header & Footer dialog would put it on the slide."""
    if slot.kind is SlotKind.NUMBER:
        text = number_field(str(slide.number), slide.deck.lang)
    else:
        text = plain_paragraph(slide.deck.footer, lang=slide.deck.lang)
    bases = slide.plan.styles(slot)
    styles = (
        "" if slot.levels == bases[:1] or slot.levels == bases else list_style(slot.levels, rtl=slide.rtl, bases=bases)
    )
    moved = _is_moved(slot, slide)
    properties = body_properties(slot.anchor if moved else None, fits=False)
    body = f"{properties}{element('a:lstStyle', '', styles)}{text}"
    return placeholder(number, slot.name, slide.plan.mark(slot), place=slot.frame if moved else None, body=body)


def _is_moved(slot: Slot, slide: _Slide) -> bool:
    """Whether the slot stands elsewhere than its layout in a template says; then it has no insets either."""
    origin = slide.plan.layout.origin
    return origin is not None and origin.rooms.get(slot.name, slot.frame) != slot.frame


def _hyperlink(span: Span, first_slides: Mapping[str, int], relations: Relations) -> str:
    """A jump to the first slide of an entry, or a web address; "" when the link leads nowhere."""
    if span.link.startswith("#"):
        return _jump(span.link, first_slides, relations, _OWN_COLOR)
    address = _web_address(span.link)
    if not address:
        return ""
    target = relations.id(Relation("hyperlink", address, external=True))
    return f'<a:hlinkClick r:id="{target}">{_OWN_COLOR if span.ink else ""}</a:hlinkClick>'


def _jump(link: str, first_slides: Mapping[str, int], relations: Relations, color: str = "") -> str:
    slide = first_slides.get(link[1:])
    if slide is None:
        return ""
    target = relations.id(Relation("slide", slide_name(slide)))
    return element("a:hlinkClick", f' r:id="{target}" action="ppaction://hlinksldjump"', color)


def _web_address(link: str) -> str:
    """The address as a relation may hold it, "" when it is none: PowerPoint repairs a deck with a broken one."""
    address = _UNSAFE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), link.strip())
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    reachable = parts.path if parts.scheme == "mailto" else parts.hostname
    return address if parts.scheme in _SCHEMES and reachable else ""


def slide_name(number: int) -> str:
    """The part of the nth slide."""
    return f"ppt/slides/slide{number}.xml"


def slide_tags_name(number: int) -> str:
    """The part with the nth slide's tags; the first tags part is the presentation's."""
    return f"ppt/tags/tag{number + 1}.xml"
