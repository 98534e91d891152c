"""Master and layouts, built from the layouts that the document carries, used or not: a teacher picks them later.

The master looks like the layout that a teacher adds most: title and points. A layout says only where it differs, so
that a change to the master in PowerPoint reaches them all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from briefdeck.model.geometry import Rect, Size
from briefdeck.model.look import Ink
from briefdeck.model.page import Box, Layout, PictureContent, ShapeContent, Slot, SlotKind, TextStyle
from briefdeck.named import NamedTuple
from briefdeck.paint.powerpoint_language import proofing, right_to_left
from briefdeck.paint.powerpoint_package import Relations
from briefdeck.paint.powerpoint_picture import picture, picture_relation
from briefdeck.paint.powerpoint_shapes import decoration, placeholder, placeholder_mark
from briefdeck.paint.powerpoint_text import LEVELS, body_properties, deeper, list_style, plain_paragraph
from briefdeck.paint.powerpoint_xml import COLOR_MAP, GROUP, NAMESPACES, fill
from briefdeck.paint.xml_text import escape

_FIELD: Final = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"  # the id that PowerPoint itself gives slide numbers
_TYPED_LEVELS: Final = 5  # how many levels of a layout's text are styled, for what a teacher adds
_FIRST_LAYOUT_ID: Final = 2147483649  # ids of master and layouts share one range that starts just below
_INDEX: Final = {SlotKind.TITLE: 0, SlotKind.FOOTER: 11, SlotKind.NUMBER: 12}
_FIRST_INDEX: Final = 1  # of the main text, in every layout: PowerPoint carries it over when the layout changes
_NEXT_INDEX: Final = 13


class LayoutPlan(NamedTuple):
    """A layout and how its slots are numbered, so that slides find their placeholders."""

    layout: Layout
    number: int  # "slideLayout3.xml"
    indices: Mapping[str, int]  # slot name to placeholder index
    part: str  # "ppt/slideLayouts/slideLayout3.xml"

    @property
    def shown(self) -> str:
        """What PowerPoint calls it."""
        return self.layout.origin.name if self.layout.origin else self.layout.name

    def mark(self, slot: Slot, *, prompted: bool = False) -> str:
        """The `p:ph` of one slot."""
        if (origin := self.layout.origin) and slot.name in origin.marks:
            marks = (f' {name}="{escape(value)}"' for name, value in origin.marks[slot.name])
            return f"<p:ph{''.join(marks)}/>"
        centred = self.layout.kind == "title"
        return placeholder_mark(slot.kind, self.indices[slot.name], centred=centred, prompted=prompted)

    def styles(self, slot: Slot) -> tuple[TextStyle, ...]:
        """How the slot's text looks by level, levels that only a teacher will use included."""
        if (origin := self.layout.origin) and slot.name in origin.bases:
            return origin.bases[slot.name]
        return deeper(slot.levels, _TYPED_LEVELS) if slot.kind is SlotKind.TEXT else slot.levels


def plan_layouts(layouts: Sequence[Layout]) -> tuple[LayoutPlan, ...]:
    """Number the layouts and their slots."""
    return tuple(
        LayoutPlan(layout, number, _indices(layout), f"ppt/slideLayouts/slideLayout{number}.xml")
        for number, layout in enumerate(layouts, start=1)
    )


def _indices(layout: Layout) -> dict[str, int]:
    main = next((slot.name for slot in layout.slots if slot.kind is SlotKind.SUBTITLE), "") or next(
        (slot.name for slot in layout.slots if slot.kind is SlotKind.TEXT), ""
    )
    indices: dict[str, int] = {}
    following = _NEXT_INDEX
    for slot in layout.slots:
        if slot.kind in _INDEX:
            indices[slot.name] = _INDEX[slot.kind]
        elif slot.name == main:
            indices[slot.name] = _FIRST_INDEX
        else:
            indices[slot.name] = following
            following += 1
    return indices


class Master(NamedTuple):
    """The slots of the master: what layouts inherit where they say nothing."""

    title: Slot
    text: Slot
    footer: Slot
    number: Slot
    lang: str  # of the document
    footing: str  # what footers say: the document's title

    def inherited(self, slot: Slot) -> Slot | None:
        """The master's slot that PowerPoint looks at when a layout's slot says nothing."""
        match slot.kind:
            case SlotKind.TITLE:
                return self.title
            case SlotKind.FOOTER:
                return self.footer
            case SlotKind.NUMBER:
                return self.number
            case SlotKind.TEXT:
                return self.text
            case _:
                return None


def plan_master(layouts: Sequence[Layout], size: Size, lang: str, footing: str) -> Master:
    """The master's slots, from the plainest layout that has a title and text; with defaults for what no layout has."""
    plain = sorted(layouts, key=_plainness)
    slots = [slot for layout in plain for slot in layout.slots]
    text = TextStyle(font="body", size=20, ink=Ink("text"))
    small = TextStyle(font="body", size=12, ink=Ink("text"))
    margin, width = size.width * 0.06, size.width * 0.88
    defaults = (
        Slot(name="Title", kind=SlotKind.TITLE, frame=Rect(margin, 30, width, 80), levels=(text,)),
        Slot(name="Text", kind=SlotKind.TEXT, frame=Rect(margin, 140, width, size.height - 200), levels=(text,)),
        Slot(name="Footer", kind=SlotKind.FOOTER, frame=Rect(margin, size.height - 44, width / 2, 22), levels=(small,)),
        Slot(
            name="Number",
            kind=SlotKind.NUMBER,
            frame=Rect(margin + width - 80, size.height - 44, 80, 22),
            levels=(small,),
        ),
    )
    found = (next((slot for slot in slots if slot.kind is default.kind), default) for default in defaults)
    title, main, footer, number = found
    return Master(title, main, footer, number, lang, footing)


def _plainness(layout: Layout) -> tuple[bool, int]:
    """Title and one text first; PowerPoint's own word for that layout is `obj`."""
    return layout.kind != "obj", sum(slot.kind is SlotKind.TEXT for slot in layout.slots) or 99


def master_xml(master: Master, plans: Sequence[LayoutPlan]) -> str:
    """The slide master. Its relations are the layouts in order, then the theme."""
    lang, rtl = master.lang, right_to_left(master.lang)
    shapes = (
        _master_shape(2, master.title, ' type="title"', prompts(master.title, lang), lang),
        _master_shape(3, master.text, ' type="body" idx="1"', prompts(master.text, lang), lang),
        _master_shape(4, master.footer, ' type="ftr" sz="quarter" idx="3"', _footing(master), lang),
        _master_shape(5, master.number, ' type="sldNum" sz="quarter" idx="4"', number_field("‹#›", lang), lang),
    )
    ids = "".join(f'<p:sldLayoutId id="{_FIRST_LAYOUT_ID + plan.number}" r:id="rId{plan.number}"/>' for plan in plans)
    plain = TextStyle(font="body", size=18, ink=Ink("text"))
    return (
        f'<p:sldMaster {NAMESPACES} preserve="1"><p:cSld><p:bg><p:bgPr>{fill(Ink("background"))}<a:effectLst/></p:bgPr>'
        f"</p:bg><p:spTree>{GROUP}{''.join(shapes)}</p:spTree></p:cSld><p:clrMap {COLOR_MAP}/>"
        f'<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/><p:txStyles>'
        f"<p:titleStyle>{list_style(master.title.levels[:1], rtl=rtl)}</p:titleStyle>"
        f"<p:bodyStyle>{list_style(deeper(master.text.levels, LEVELS), rtl=rtl)}</p:bodyStyle>"
        f"<p:otherStyle>{list_style((plain,) * LEVELS, rtl=rtl)}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _master_shape(number: int, slot: Slot, marks: str, text: str, lang: str) -> str:
    """A placeholder of the master. How title and text look stands in the master's text styles instead."""
    fits = slot.kind in (SlotKind.TITLE, SlotKind.TEXT)
    styles = "" if fits else list_style(slot.levels, rtl=right_to_left(lang))
    body = f"{body_properties(slot.anchor, fits=fits)}<a:lstStyle>{styles}</a:lstStyle>{text}"
    return placeholder(number, slot.name, f"<p:ph{marks}/>", place=slot.frame, body=body)


def layout_xml(plan: LayoutPlan, master: Master, relations: Relations) -> str:
    """One layout: ornaments at the bottom, then the placeholders, the title first. Its pictures join its relations."""
    layout = plan.layout
    shapes: list[str] = []
    for box in layout.ornaments:
        shapes.append(ornament(len(shapes) + 2, box, layout, relations))
    for slot in sorted(layout.slots, key=lambda slot: slot.kind is not SlotKind.TITLE):
        shapes.append(_layout_shape(len(shapes) + 2, slot, plan, master))
    ground = ""
    if layout.background != Ink("background"):
        ground = f"<p:bg><p:bgPr>{fill(layout.background)}<a:effectLst/></p:bgPr></p:bg>"
    kind = f' type="{layout.kind}"' if layout.kind else ""
    return (
        f'<p:sldLayout {NAMESPACES}{kind} preserve="1" userDrawn="1"><p:cSld name="{escape(layout.name)}">{ground}'
        f"<p:spTree>{GROUP}{''.join(shapes)}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def ornament(number: int, box: Box, layout: Layout, relations: Relations) -> str:
    """A plain shape, or a picture such as a logo."""
    match box.content:
        case ShapeContent():
            return decoration(number, box, box.content, drawn_on_layout=True)
        case PictureContent():
            relation = relations.id(picture_relation(box.content))
            return picture(number, box, box.content, relation, drawn_on_layout=True)
        case _:
            raise AssertionError(f"layout {layout.name}: only plain shapes and pictures can be ornaments")


def _layout_shape(number: int, slot: Slot, plan: LayoutPlan, master: Master) -> str:
    above = master.inherited(slot)
    place = None if above and above.frame == slot.frame else slot.frame
    styles = ""
    if above is None or above.levels != slot.levels:
        styles = list_style(plan.styles(slot), rtl=right_to_left(master.lang))
    match slot.kind:
        case SlotKind.NUMBER:
            text = number_field("‹#›", master.lang)
        case SlotKind.FOOTER:
            text = _footing(master)
        case _:
            text = prompts(slot, master.lang)
    fits = slot.kind not in (SlotKind.NUMBER, SlotKind.FOOTER)
    body = f"{body_properties(slot.anchor, fits=fits)}<a:lstStyle>{styles}</a:lstStyle>{text}"
    mark, ground = plan.mark(slot, prompted=fits), _ground(slot, plan.layout)
    return placeholder(number, slot.name, mark, place=place, body=body, ground=ground)


def _ground(slot: Slot, layout: Layout) -> Ink | None:
    """The opaque panel that a slot lies on, to be its fill as well.

    It changes nothing that can be seen, but PowerPoint's accessibility checker compares text with the fill of its own
    shape. It stands on the layout, so that a slide which changes its layout does not keep the old ground.
    """
    below = [box for box in layout.ornaments if box.frame.overlaps(slot.frame)]
    if not below or not below[-1].frame.contains(slot.frame):
        return None
    panel = below[-1].content
    if isinstance(panel, ShapeContent) and panel.shape == "rect" and panel.ink.opacity == 100:
        return panel.ink
    return None


def prompts(slot: Slot, lang: str) -> str:
    """What the empty placeholder shows; further lines of a prompt stand for deeper levels."""
    lines = (slot.prompt or slot.name).split("\n")
    return "".join(plain_paragraph(line, lang=lang, level=min(level, 4)) for level, line in enumerate(lines))


def _footing(master: Master) -> str:
    """A footer's text. Without a run LibreOffice loses its font and place; PowerPoint copies it to new slides."""
    return plain_paragraph(master.footing or master.footer.name, lang=master.lang)


def number_field(shown: str, lang: str) -> str:
    """The paragraph of a slide number: a real field, so that it follows when slides move."""
    return f'<a:p><a:fld id="{_FIELD}" type="slidenum"><a:rPr lang="{proofing(lang)}"/><a:t>{shown}</a:t></a:fld></a:p>'
