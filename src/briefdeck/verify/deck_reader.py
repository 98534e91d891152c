"""Reads a finished deck back from its bytes with python-pptx: only what the file says, nothing we remember."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from lxml.etree import _Element
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE

from briefdeck.errors import Problem
from briefdeck.model.geometry import Size
from briefdeck.verify.archive import TAGS_TYPE, fault, parse
from briefdeck.verify.deck_chart_looks import CHART
from briefdeck.verify.deck_charts import chart_of, picture_of
from briefdeck.verify.deck_colors import Ground, Palette, Stage, palette
from briefdeck.verify.deck_file import (
    FURNITURE_PLACEHOLDERS,
    DeckChart,
    DeckFile,
    DeckLayout,
    DeckParagraph,
    DeckSection,
    Shape,
    ShapeKind,
    Slide,
)
from briefdeck.verify.deck_languages import languages_of
from briefdeck.verify.deck_outward import guarded, links, loads, shows_less
from briefdeck.verify.deck_setting import styled_oddly
from briefdeck.verify.deck_style import ancestry, lacks_language, paragraphs, text_of
from briefdeck.verify.deck_tables import Cells, TableStyles, cells_of, table_of
from briefdeck.verify.deck_unseen import moves_on, shows_picture_behind, strays, unseen
from briefdeck.verify.deck_xml import EMU_PER_POINT, frame_of, placeholder_of, qn, shown_at
from briefdeck.verify.embedded import Embedded, embedded_from
from briefdeck.verify.seal import sealed

if TYPE_CHECKING:
    from pptx.opc.package import Part
    from pptx.presentation import Presentation as OpenDeck
    from pptx.slide import Slide as OpenSlide
    from pptx.slide import SlideLayout, SlideMaster

PREFIX = "BRIEFDECK_"
SECTION = "{http://schemas.microsoft.com/office/powerpoint/2010/main}section"
SECTION_SLIDE = "{http://schemas.microsoft.com/office/powerpoint/2010/main}sldId"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_SIGNS = ("wingdings", "webdings", "symbol", "marlett", "zapf dingbats", "zapfdingbats", "monotype sorts")
DRAWN = {qn("p:sp"), qn("p:pic"), qn("p:graphicFrame"), qn("p:grpSp"), qn("p:cxnSp")}


def read_deck(deck: bytes) -> tuple[DeckFile | None, tuple[Problem, ...]]:
    """The deck as values, or the problem that keeps it from being opened."""
    if broken := fault(deck):
        return None, (broken,)
    try:
        return _deck(Presentation(io.BytesIO(deck)), sealed(deck)), ()
    except Exception:  # python-pptx answers a damaged package with whatever its code runs into, in its own words
        return None, (Problem("BD400", "the deck is damaged: a part of it cannot be read", hint="build it again"),)


def _deck(deck: OpenDeck, untouched: bool | None) -> DeckFile:
    masters = tuple(deck.slide_masters)
    palettes = {master.part.partname: _palette(master) for master in masters}
    tables = TableStyles(deck.part)
    places = {
        layout.part.partname: _Places(layout, _mapped(layout._element, palettes[master.part.partname]), tables)
        for master in masters
        for layout in master.slide_layouts
    }
    numbers = {slide.part.partname: number for number, slide in enumerate(deck.slides, start=1)}
    slides = tuple(
        _slide(number, slide, places[slide.slide_layout.part.partname], numbers)
        for number, slide in enumerate(deck.slides, start=1)
    )
    used = {slide.slide_layout.part for slide in deck.slides}
    layouts = tuple(map(_layout, _layouts(masters)))
    properties = deck.core_properties
    size = Size((deck.slide_width or 0) / EMU_PER_POINT, (deck.slide_height or 0) / EMU_PER_POINT)
    return DeckFile(
        size=size,
        slides=slides,
        sections=tuple(_sections(deck)),
        layouts=layouts,
        masters_styled=all(_is_styled(master) for master in masters),
        title=properties.title or "",
        lang=properties.language or "",
        right_to_left=deck.element.get("rtl", "0") in ("1", "true"),
        embedded=_embedded(_tags(deck.part)),
        sign_fonts=tuple(dict.fromkeys(font for master in masters for font in _sign_fonts(master))),
        template=_tags(deck.part).get("TEMPLATE", ""),
        strays=tuple(_strays(deck, (*masters, *_layouts(masters)), size)),
        odd_styles=tuple(
            (page.name or "Slide Master", how)
            for page in (*masters, *(layout for layout in _layouts(masters) if layout.part in used))
            for how in styled_oddly(page._element)
        ),
        loads=(*loads(deck.part), *guarded(deck)),
        first_number=int(deck.element.get("firstSlideNum", "1")),
        shows_less=shows_less(deck.part),
        sealed=untouched,
    )


def _strays(deck: OpenDeck, pages: Iterable[SlideMaster | SlideLayout], size: Size) -> Iterator[tuple[str, str]]:
    for page in pages:
        yield from ((page.name, words) for words in strays(page._element, size))
    for relation in deck.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NOTES_MASTER and not relation.is_external:
            yield from (("Notes Page", words) for words in strays(parse(relation.target_part.blob), size))


def _layouts(masters: Iterable[SlideMaster]) -> list[SlideLayout]:
    return [layout for master in masters for layout in master.slide_layouts]


def _embedded(tags: dict[str, str]) -> Embedded:
    names = ("build", "source", "outline", "note", "version", "cuts")
    return embedded_from({name: tags.get(name.upper(), "") for name in names})


def _tags(part: Part) -> dict[str, str]:
    """Our tags of a part, by name without the prefix. PowerPoint keeps tags parts when it saves."""
    found: dict[str, str] = {}
    for relation in part.rels.values():
        if relation.reltype == TAGS_TYPE and not relation.is_external:
            for tag in parse(relation.target_part.blob):
                if (name := tag.get("name", "").upper()).startswith(PREFIX):
                    found[name.removeprefix(PREFIX)] = tag.get("val", "")
    return found


def _sections(deck: OpenDeck) -> Iterator[DeckSection]:
    ids = deck.part._element.iterfind(f"{qn('p:sldIdLst')}/{qn('p:sldId')}")
    numbers = {slide.get("id", ""): number for number, slide in enumerate(ids, start=1)}
    for section in deck.part._element.iter(SECTION):
        listed = (slide.get("id", "") for slide in section.iter(SECTION_SLIDE))
        slides = tuple(numbers[name] for name in listed if name in numbers)
        yield DeckSection(name=section.get("name", ""), slides=slides)


def _layout(layout: SlideLayout) -> DeckLayout:
    return DeckLayout(
        name=layout.name,
        placeholders=tuple(place.get("type", "obj") for place in layout._element.iter(qn("p:ph"))),
        fixed_colors=_fixed_colors(layout._element),
    )


def _is_styled(master: SlideMaster) -> bool:
    styles = master._element.find(qn("p:txStyles"))
    return styles is not None and all(
        styles.find(f"{qn(name)}/{qn('a:lvl1pPr')}") is not None for name in ("p:titleStyle", "p:bodyStyle")
    )


def _palette(master: SlideMaster) -> Palette:
    return palette(parse(master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob), master._element)


def _sign_fonts(master: SlideMaster) -> Iterator[str]:
    theme = parse(master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    for font in theme.iter(*map(qn, ("a:latin", "a:ea", "a:cs", "a:font"))):
        if font.get("typeface", "").lower().startswith(_SIGNS):
            yield font.get("typeface", "")


def _mapped(page: _Element, colors: Palette) -> Palette:
    """The colours as a layout or a slide maps them, where it does so itself."""
    own = page.find(f"{qn('p:clrMapOvr')}/{qn('a:overrideClrMapping')}")
    return colors if own is None else colors.mapped({str(key): str(value) for key, value in own.attrib.items()})


def _slide(number: int, slide: OpenSlide, places: _Places, numbers: Mapping[str, int]) -> Slide:
    tags = _tags(slide.part)
    notes = list(_notes(slide))
    elements = list(_drawn(slide._element.find(f"{qn('p:cSld')}/{qn('p:spTree')}")))
    shapes = tuple(_shapes(slide, elements, places))
    return Slide(
        number=number,
        layout=slide.slide_layout.name,
        shapes=shapes,
        notes=tuple(text for paragraph in notes if (text := text_of(paragraph)).strip()),
        notes_languages_missing=any(lacks_language(paragraph) for paragraph in notes),
        tagged="ENTRY" in tags,
        entry=tags.get("ENTRY", ""),
        items=tuple(tags.get("ITEMS", "").split()),
        planned_layout=tags.get("LAYOUT", ""),
        fixed_colors=_fixed_colors(slide._element),
        fixed_fonts=_fixed_fonts(slide._element),
        unseen=unseen(slide._element, elements, shapes),
        links=tuple(links(slide, numbers)),
        moves_on=moves_on(slide._element),
        picture_behind=shows_picture_behind(slide._element),
        languages=languages_of(slide._element.iter(qn("a:p"))),
        notes_languages=languages_of(iter(notes)),
    )


def _notes(slide: OpenSlide) -> Iterator[_Element]:
    """The paragraphs of the notes, and whatever else was written on their page but for its head and foot.

    python-pptx finds their place by queries that take longer than all else.
    """
    for relation in slide.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NOTES_SLIDE and not relation.is_external:
            page: _Element | None = getattr(relation.target_part, "_element", None)
            tree = None if page is None else page.find(f"{qn('p:cSld')}/{qn('p:spTree')}")
            for shape in () if tree is None else _drawn(tree):
                place, named = placeholder_of(shape), shape.find(f"*/{qn('p:cNvPr')}")
                hidden = named is not None and named.get("hidden") in ("1", "true")
                if not hidden and (place is None or place.get("type") not in FURNITURE_PLACEHOLDERS):
                    yield from shape.iterfind(f"{qn('p:txBody')}/{qn('a:p')}")


def _fixed_colors(element: _Element) -> tuple[str, ...]:
    tags = (qn("a:srgbClr"), qn("a:sysClr"), qn("a:prstClr"))
    return tuple(color.get("val", "") for color in element.iter(*tags))


def _fixed_fonts(element: _Element) -> tuple[str, ...]:
    tags = (qn("a:latin"), qn("a:ea"), qn("a:cs"))
    names = (font.get("typeface", "") for font in element.iter(*tags))
    return tuple(name for name in names if name and not name.startswith("+"))


def _shapes(slide: OpenSlide, elements: Iterable[_Element], places: _Places) -> Iterator[Shape]:
    for element in elements:
        yield _shape(element, places, slide)


def _drawn(tree: _Element) -> Iterator[_Element]:
    """Shapes in reading order, groups entered; what stands in an alternative is taken from its first choice."""
    for element in tree:
        if element.tag == qn("p:grpSp"):
            yield from _drawn(element)
        elif element.tag in DRAWN:
            yield element
        elif isinstance(element.tag, str) and element.tag.endswith("}AlternateContent") and len(element):
            yield from _drawn(element[0])


class _Places:
    """What the slides of a layout take from it and its master: what their own places leave unsaid, and their ground."""

    def __init__(self, of: SlideLayout, colors: Palette, tables: TableStyles) -> None:
        self.tables = tables
        self.master = of.slide_master._element
        layout = of._element
        self.colors, self._layout = colors, layout
        self._stage = Stage(colors, self.master, layout)
        self._by_index = {place.get("idx", "0"): shape for shape, place in _placeholders(layout)}
        self._by_kind = {_kind(place): shape for shape, place in _placeholders(self.master)}

    def stage_of(self, slide: _Element) -> Stage:
        """What a slide stands on: the layout's stage, unless the slide maps the colours itself."""
        colors = _mapped(slide, self.colors)
        return self._stage if colors is self.colors else Stage(colors, self.master, self._layout)

    def above(self, place: _Element | None) -> tuple[_Element | None, _Element | None]:
        """The layout's placeholder and the master's that a slide's placeholder inherits from."""
        if place is None:
            return None, None
        layout = self._by_index.get(place.get("idx", "0"))
        kind = _kind(place if layout is None else layout.find(f".//{qn('p:ph')}"))
        return layout, self._by_kind.get(kind)


def _placeholders(element: _Element) -> Iterator[tuple[_Element, _Element]]:
    for shape in element.iterfind(f"{qn('p:cSld')}/{qn('p:spTree')}/*"):
        if (place := placeholder_of(shape)) is not None:
            yield shape, place


def _kind(place: _Element) -> str:
    """The kind of a master's placeholder that one of this kind inherits from."""
    kind = place.get("type", "obj")
    if kind in ("title", "ctrTitle"):
        return "title"
    return kind if kind in ("ftr", "sldNum", "dt") else "body"


def _shape(element: _Element, places: _Places, slide: OpenSlide) -> Shape:
    place = placeholder_of(element)
    layout, master = places.above(place)
    frame = shown_at(element, next((found for one in (element, layout, master) if (found := frame_of(one))), None))
    kind = "" if place is None else place.get("type", "obj")
    middle = (frame.x + frame.width / 2, frame.y + frame.height / 2) if frame else (0.0, 0.0)
    texts: tuple[DeckParagraph, ...] = ()
    cells: Cells = ()
    room = chart = None
    body = element.find(qn("p:txBody"))
    if body is not None:
        around = ancestry(body, (layout, master), places.master, kind)
        ground = places.stage_of(slide._element).ground_of(element, (layout, master), slide._element, middle)
        texts = tuple(paragraphs(around, ground))
        horizontal, vertical = around.insets()
        room = Size(frame.width - horizontal, frame.height - vertical) if frame else None
    elif element.tag == qn("p:graphicFrame"):
        chart = chart_of(element, slide.part)
        ground = places.stage_of(slide._element).ground_of(element, (), slide._element, middle)
        cells = cells_of(element, places.master, ground or Ground(places.colors, ()), places.tables)
        texts = (*(words for _, said in cells for words in said), *_chart_words(chart))
    named = element.find(f"*/{qn('p:cNvPr')}")
    return Shape(
        name=named.get("name", ""),
        kind=_what(element, texts),
        placeholder=kind,
        seated=layout is not None,
        frame=frame,
        room=room,
        paragraphs=texts,
        alt=" ".join(filter(None, (named.get("title"), named.get("descr"), *_tips(element)))),
        numbers_itself=kind != "sldNum" or any(one.get("type") == "slidenum" for one in element.iter(qn("a:fld"))),
        decorative=any(mark.get("val") in ("1", "true") for mark in named.iter(DECORATIVE)),
        chart=chart,
        table=table_of(element, cells) if element.tag == qn("p:graphicFrame") else None,
        picture=picture_of(element, slide.part),
    )


def _tips(element: _Element) -> Iterator[str]:
    """What is shown and read out where a pointer rests on a link."""
    yield from (click.get("tooltip", "") for click in element.iter(qn("a:hlinkClick"), qn("a:hlinkHover")))


def _what(element: _Element, texts: tuple[DeckParagraph, ...]) -> ShapeKind:
    if element.tag == qn("p:pic"):
        return "picture"
    if element.tag == qn("p:graphicFrame"):
        if element.find(f".//{qn('a:tbl')}") is not None:
            return "table"
        return "chart" if element.find(f".//{{{CHART}}}chart") is not None else "other"
    if element.find(f"*/{qn('a:blipFill')}") is not None:
        return "picture"
    return (
        "text"
        if placeholder_of(element) is not None or any(paragraph.text.strip() for paragraph in texts)
        else "drawing"
    )


def _chart_words(chart: DeckChart | None) -> Iterator[DeckParagraph]:
    """The names and titles in a chart, each once; its numbers are data."""
    if chart:
        texts = (*chart.categories, *(series.name for series in chart.series), *chart.words)
        yield from (DeckParagraph(text=text, size=None) for text in texts)
