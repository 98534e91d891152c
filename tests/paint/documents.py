"""Documents built by hand: a small look, a layout table that uses every kind of slot, and pages for them.

Nothing here comes from a composer, so the painters can be tested alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefdeck.model.geometry import Rect, Size
from briefdeck.model.identity import Identity
from briefdeck.model.look import DeckFont, Furniture, Ink, Look, Theme
from briefdeck.model.page import (
    Anchor,
    Box,
    Content,
    Cut,
    Document,
    Entry,
    EntryKind,
    Layout,
    Page,
    Paragraph,
    Part,
    Ref,
    ShapeContent,
    Slot,
    SlotKind,
    Span,
    TableContent,
    Text,
    TextStyle,
)
from briefdeck.model.values import replace

SLIDE = Size(960, 540)
LEFT, WIDTH, TOP, HEIGHT = 54.0, 852.0, 144.0, 324.0

LOOK = Look(
    theme=Theme(
        name="test",
        title="Test & try",
        description="colours that are easy to tell apart",
        colors={
            "text": "20242C",
            "background": "FFFFFF",
            "heading": "12304A",
            "surface": "F4F1EA",
            "accent1": "0F6B6B",
            "accent2": "B8402A",
            "accent3": "E3A32B",
            "accent4": "2F6DA8",
            "accent5": "6B4C8A",
            "accent6": "5F7F3A",
            "link": "0B5CAD",
            "visited": "6B4C8A",
        },
        deck_fonts={
            "heading": DeckFont(family="Georgia", metrics=("gelasio",)),
            "body": DeckFont(family="Calibri", metrics=("carlito",)),
        },
        brief_faces={"heading": (), "body": ()},
    ),
    furniture=Furniture(lang="en", words={"agenda": "Agenda"}),
    fonts={},
)

INK, PAPER, HEADING, ACCENT = Ink("text"), Ink("background"), Ink("heading"), Ink("accent1")
TITLE = TextStyle(font="heading", size=32, ink=HEADING, bold=True, leading=1.14)
POINT = TextStyle(font="body", size=24, ink=INK, space_before=12, indent=23, hanging=23, bullet="•", bullet_ink=ACCENT)
DETAIL = TextStyle(font="body", size=20, ink=Ink("text", lighter=15), space_before=6, indent=49, hanging=20, bullet="–")
SMALL = TextStyle(font="body", size=12, ink=Ink("text", lighter=35))
PLAIN = TextStyle(font="body", size=20, ink=INK)


def shape(x: float, y: float, width: float, height: float, content: ShapeContent, name: str = "") -> Box:
    return Box(frame=Rect(x, y, width, height), content=content, name=name)


def rect(x: float, y: float, width: float, height: float, ink: Ink, name: str = "") -> Box:
    return shape(x, y, width, height, ShapeContent(shape="rect", ink=ink), name)


def slot(name: str, kind: SlotKind, frame: Rect, *levels: TextStyle, anchor: Anchor = "top", prompt: str = "") -> Slot:
    return Slot(name=name, kind=kind, frame=frame, levels=levels or (PLAIN,), anchor=anchor, prompt=prompt)


HEAD = slot("Title", SlotKind.TITLE, Rect(LEFT, 30, WIDTH, 79), TITLE, anchor="bottom", prompt="Claim in one line")
FEET = (
    slot("Footer", SlotKind.FOOTER, Rect(LEFT, 495, 560, 22), SMALL, anchor="middle"),
    slot("Number", SlotKind.NUMBER, Rect(820, 495, 86, 22), replace(SMALL, align="right", bold=True), anchor="middle"),
)
RULE = rect(LEFT, 118, 43, 4, Ink("accent2"), "Rule")


def cards(count: int) -> Layout:
    width = (WIDTH - 24 * (count - 1)) / count
    lefts = [LEFT + index * (width + 24) for index in range(count)]
    label = TextStyle(font="heading", size=24, ink=ACCENT, bold=True)
    return Layout(
        name=f"Cards {count}",
        ornaments=(RULE, *(rect(left, TOP, width, HEIGHT, Ink("surface"), f"Panel {left:.0f}") for left in lefts)),
        slots=(
            HEAD,
            *(
                slot(f"Card {n}", SlotKind.TEXT, Rect(left + 18, TOP + 18, width - 36, HEIGHT - 36), label, PLAIN)
                for n, left in enumerate(lefts, start=1)
            ),
            *FEET,
        ),
    )


LAYOUTS: tuple[Layout, ...] = (
    Layout(
        name="Title",
        kind="title",
        background=HEADING,
        ornaments=tuple(
            shape(720 + 120 * (n % 2), 120 * (n // 2), 120, 120, ShapeContent(shape="quarter", ink=ink, corner=n % 4))
            for n, ink in enumerate([ACCENT, Ink("accent1", darker=25), Ink("accent3"), Ink("accent2")] * 2)
        ),
        slots=(
            slot(
                "Title",
                SlotKind.TITLE,
                Rect(LEFT, 90, 530, 216),
                replace(TITLE, size=48, ink=PAPER),
                anchor="bottom",
                prompt="Title of the lesson",
            ),
            slot("Subtitle", SlotKind.SUBTITLE, Rect(LEFT, 350, 530, 80), replace(PLAIN, size=24, ink=Ink("surface"))),
        ),
    ),
    Layout(
        name="Agenda",
        ornaments=(rect(0, 0, 280, 540, Ink("accent1", darker=25), "Side"),),
        slots=(
            slot("Title", SlotKind.TITLE, Rect(LEFT, 54, 200, 190), replace(TITLE, ink=PAPER), anchor="bottom"),
            slot(
                "Parts",
                SlotKind.TEXT,
                Rect(330, 54, 576, 424),
                replace(POINT, size=28, bullet="#", indent=50, hanging=50, bullet_ink=Ink("accent2")),
                anchor="middle",
                prompt="Part\nWhat it covers",
            ),
            FEET[1],
        ),
    ),
    Layout(
        name="Section",
        kind="secHead",
        background=Ink("accent1", darker=25),
        ornaments=(shape(690, 270, 270, 270, ShapeContent(shape="ellipse", ink=Ink("text", opacity=20))),),
        slots=(slot("Title", SlotKind.TITLE, Rect(LEFT, 198, 600, 126), replace(TITLE, size=44, ink=PAPER)), FEET[1]),
    ),
    Layout(
        name="Points",
        kind="obj",
        ornaments=(RULE,),
        slots=(HEAD, slot("Points", SlotKind.TEXT, Rect(LEFT, TOP, WIDTH, HEIGHT), POINT, DETAIL), *FEET),
    ),
    cards(2),
    cards(3),
    Layout(
        name="Table",
        kind="tbl",
        ornaments=(RULE,),
        slots=(HEAD, slot("Table", SlotKind.TABLE, Rect(LEFT, TOP, WIDTH, HEIGHT)), *FEET),
    ),
    Layout(
        name="Chart and picture",
        ornaments=(RULE, shape(LEFT, 130, WIDTH, 0, ShapeContent(shape="line", ink=INK, stroke=0.75), "Hairline")),
        slots=(
            HEAD,
            slot("Chart", SlotKind.CHART, Rect(LEFT, TOP, 400, HEIGHT)),
            slot("Picture", SlotKind.PICTURE, Rect(500, TOP, 406, HEIGHT)),
            *FEET,
        ),
    ),
)


def paragraph(
    text: str | Sequence[Span],
    style: TextStyle,
    *,
    level: int = 0,
    section: str = "",
    item: str = "",
    part: Part = Part.FURNITURE,
) -> Paragraph:
    spans = (Span(text=text),) if isinstance(text, str) else tuple(text)
    return Paragraph(spans=spans, style=style, level=level, ref=Ref(section, item, part))


def layout(name: str) -> Layout:
    return next(each for each in LAYOUTS if each.name == name)


def fill(layout_name: str, slot_name: str, content: Content) -> Box:
    """A box that fills a slot where it stands."""
    place = layout(layout_name).slot(slot_name)
    return Box(frame=place.frame, content=content, slot=slot_name, anchor=place.anchor)


def titled(layout_name: str, entry: str, title: str, *others: Box, notes: Sequence[str] = ("Say this.",)) -> Page:
    """A page with its title in the title slot."""
    style = layout(layout_name).slot("Title").levels[0]
    words = Text(
        paragraphs=(paragraph(title, style, section=entry, part=Part.TITLE),),
        level_styles=(style,),
    )
    return Page(
        title=title,
        entry=entry,
        layout=layout_name,
        boxes=(fill(layout_name, "Title", words), *others),
        notes=tuple(paragraph(note, PLAIN, section=entry) for note in notes),
    )


def points(entry: str, texts: dict[str, str], size: float = 24, spacing: float = 12) -> Box:
    """The points of an entry on the Points layout: item id to text; ids with a dot are details."""
    styles = (
        replace(POINT, size=size, space_before=spacing),
        replace(DETAIL, size=min(size, DETAIL.size)),
    )
    return fill(
        "Points",
        "Points",
        Text(
            paragraphs=tuple(
                paragraph(
                    text,
                    styles["." in item],
                    level=int("." in item),
                    section=entry,
                    item=item,
                    part=Part.SHOW,
                )
                for item, text in texts.items()
            ),
            level_styles=styles,
        ),
    )


def agenda(links: dict[str, str]) -> Box:
    """The agenda's entries, each a link to its section."""
    style = layout("Agenda").slot("Parts").levels[0]
    return fill(
        "Agenda",
        "Parts",
        Text(
            paragraphs=tuple(paragraph([Span(text=text, link=f"#{entry}")], style) for entry, text in links.items()),
            level_styles=(style,),
        ),
    )


def table(entry: str, item: str, rows: Sequence[Sequence[str]]) -> Box:
    """A table on the Table layout."""
    header = TextStyle(font="body", size=18, ink=PAPER, bold=True)
    cell = TextStyle(font="body", size=18, ink=INK)
    return fill(
        "Table",
        "Table",
        TableContent(
            rows=tuple(
                tuple(paragraph(text, cell if number else header) for text in row) for number, row in enumerate(rows)
            ),
            column_widths=(WIDTH / len(rows[0]),) * len(rows[0]),
            row_heights=(40.0,) * len(rows),
            alt="What the table shows",
            ref=Ref(entry, item),
        ),
    )


def deck(*pages: Page, contents: Sequence[Entry], lang: str = "en-GB", title: str = "A test & a <try>") -> Document:
    return Document(
        kind="deck",
        size=SLIDE,
        contents=tuple(contents),
        pages=pages,
        identity=Identity(
            title=title,
            lang=lang,
            build="b1",
            author="A. Teacher",
            subject="Testing",
            outline="../outline.yaml",
            note="../note.txt",
            version="0.1",
        ),
        look=LOOK,
        layouts=LAYOUTS,
        cuts=(Cut(id="p99", text='Gone "for good"', reason="no room", lines=(9, 10)),),
    )


def entry(
    name: str,
    title: str,
    *items: str,
    kind: EntryKind = EntryKind.SECTION,
    parent: str = "",
    extras: Sequence[str] = (),
) -> Entry:
    return Entry(id=name, title=title, kind=kind, parent=parent, items=items, extras=tuple(extras))


OPENING = entry("opening", "A test", kind=EntryKind.OPENING)


def every_layout() -> Document:
    """A page for each layout that can be filled, with a subsection, links, a table, and two pages of one section."""
    subtitle = Text(
        paragraphs=(paragraph("What it is for", layout("Title").slot("Subtitle").levels[0]),),
        level_styles=layout("Title").slot("Subtitle").levels,
    )
    label, say = layout("Cards 3").slot("Card 1").levels
    card = [
        fill(
            "Cards 3",
            f"Card {n}",
            Text(
                paragraphs=(
                    paragraph(f"Label {n}", label, section="h3"),
                    paragraph(f"Card number {n}", say, level=1, section="h3", item=f"p{n + 6}", part=Part.SHOW),
                ),
                level_styles=(label, say),
            ),
        )
        for n in (1, 2, 3)
    ]
    web = paragraph(
        [
            Span(text="See "),
            Span(text="the source", link="https://example.org/a?b=1&c=2", bold=True),
            Span(text=" and "),
            Span(text="le texte", lang="fr", italic=True, ink=Ink("accent2")),
        ],
        POINT,
        section="h2",
        item="p5",
        part=Part.SHOW,
    )
    first = points("h2", {"p4": "First point", "p4.1": "A detail of it"})
    assert isinstance(first.content, Text)
    first = replace(first, content=replace(first.content, paragraphs=(*first.content.paragraphs, web)))
    return deck(
        titled("Title", "opening", "A test", fill("Title", "Subtitle", subtitle)),
        titled("Agenda", "opening", "Agenda", agenda({"h2": "One", "h3": "Two"})),
        titled("Section", "h2", "One"),
        titled("Points", "h2", "One: the points", first),
        titled("Points", "h2b", "One: below", points("h2b", {"p6": "A point below"}, size=28, spacing=20)),
        titled("Cards 3", "h3", "Two", *card, notes=("Take one card at a time.", "Then ask.")),
        titled(
            "Table", "h3", "Two: the table", table("h3", "h3.table", [["Who", "What"], ["A & B", "x < y"], ["C", "D"]])
        ),
        contents=[
            OPENING,
            entry("h2", "One", "p4", "p4.1", "p5"),
            entry("h2b", "Below", "p6", parent="h2"),
            entry("h3", "Two & more", "p7", "p8", "p9", extras=["h3.table"]),
        ],
    )


def filled(layouts: Sequence[Layout], lang: str = "en-GB") -> Document:
    """A deck with one page for each of these layouts, every slot filled with a few words or a small table."""
    pages, entries = [], []
    for number, each in enumerate(layouts):
        name = f"h{number}"
        unfilled = (SlotKind.FOOTER, SlotKind.NUMBER, SlotKind.CHART, SlotKind.PICTURE)
        boxes = tuple(_sample(place, name) for place in each.slots if place.kind not in unfilled)
        spoken = (paragraph("Say this.", PLAIN, section=name),)
        pages.append(Page(title=each.name, entry=name, boxes=boxes, layout=each.name, notes=spoken))
        extras = [f"{name}.{place.name}" for place in each.slots if place.kind is SlotKind.TABLE]
        entries.append(entry(name, each.name, extras=extras))
    return replace(deck(*pages, contents=entries, lang=lang), layouts=tuple(layouts))


def _sample(place: Slot, section: str) -> Box:
    if place.kind is SlotKind.TABLE:
        box = table(section, f"{section}.{place.name}", [["Who", "What"], ["A", "B"]])
        return replace(box, frame=place.frame, slot=place.name)
    part = Part.TITLE if place.kind is SlotKind.TITLE else Part.FURNITURE
    words = tuple(
        paragraph(f"{section} {place.name} {level}", style, level=level, section=section, part=part)
        for level, style in enumerate(place.levels)
    )
    content = Text(paragraphs=words, level_styles=place.levels)
    return Box(frame=place.frame, content=content, slot=place.name, anchor=place.anchor)
