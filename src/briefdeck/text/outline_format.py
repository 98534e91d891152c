"""The format of `outline.yaml` as one table: its keys, in the order in which they are written, and what they hold.

A new key goes here and into the model; loading, writing and the JSON Schema follow.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_args

from briefdeck.errors import Position
from briefdeck.model.outline import (
    FURNISHINGS,
    BriefSettings,
    BriefStyle,
    Chart,
    DeckSettings,
    Figure,
    Furnishing,
    Moment,
    Outline,
    PaperName,
    Picture,
    Point,
    Quote,
    Remark,
    Section,
    Series,
    Side,
    Table,
    TemplateRoles,
    Term,
    TitleMode,
    TitleSource,
    Unused,
)
from briefdeck.model.values import field_names
from briefdeck.text.kinds import (
    Choice,
    Flag,
    Identifier,
    Key,
    LineNumbers,
    ListOf,
    Number,
    One,
    Pattern,
    Shape,
    Text,
    TitleOrigin,
)
from briefdeck.text.outline_rules import check_chart, check_point, check_section, check_table

VERSION = "1"


def _placed(model: Callable[..., object]) -> Callable[[dict[str, Any], Position], object]:
    """Builds a value of the model that knows where it stands."""
    return lambda values, at: model(**values, at=at)


def _named(model: Callable[..., object]) -> Callable[[dict[str, Any], Position], object]:
    """The same for what the author may give an id."""
    return lambda values, at: model(**{"id": "", **values}, explicit_id="id" in values, at=at)


def _fields(thing: object) -> dict[str, Any]:
    return {name: getattr(thing, name) for name in field_names(type(thing))}


def _named_parts(thing: Point | Section) -> Mapping[str, Any]:
    return {**_fields(thing), "id": thing.id if thing.explicit_id else ""}


def _title_from(lines: object) -> TitleSource:
    """What a section's title is when the author does not say: the note's line that it cites, or the author's own."""
    return "line" if lines else "user"


def _build_section(values: dict[str, Any], at: Position) -> object:
    return _named(Section)({"title_from": _title_from(values.get("lines")), **values}, at)


def _section_parts(section: Section) -> Mapping[str, Any]:
    origin = "" if section.title_from == _title_from(section.lines) else section.title_from
    return {**_named_parts(section), "title_from": origin}


def _build_outline(values: dict[str, Any], at: Position) -> object:
    origin, lines = values.pop("title_from", ("user", ()))
    values.pop("version", None)
    return Outline(**values, title_from=origin, title_lines=lines, at=at)


def _outline_parts(outline: Outline) -> Mapping[str, Any]:
    return {**_fields(outline), "version": VERSION, "title_from": (outline.title_from, outline.title_lines)}


_VERSION = Pattern(VERSION, "BD122", "the version of the format that this briefdeck reads", f'version: "{VERSION}"')
_LANGUAGE = Pattern("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", "BD138", "a language code", '"en", "hi" or "pt-BR"')
_NUMBER = Pattern(
    "([+−-]?[0-9]([0-9.,' \u00a0\u202f]*[0-9])? ?%?)?",
    "BD135",
    "a list of numbers",
    '[12.5, 14, ""], "" for a gap',
)
_ADDRESS = Pattern(
    "https?://[^ ]{3,290}", "BD161", "a web address of at most 300 letters", '"https://example.org/lesson"'
)
_TITLE_WORDS: tuple[str, ...] = get_args(TitleSource)
_CHARTS = ("bar", "column", "line", "pie", "doughnut", "stacked")

_FROM = Key(LineNumbers(), 'the lines of the note it comes from: 6, "6-8" or [6, 9]', field="lines")
_CAPTION = Key(Text(), "what stands below it")
_CSV = Key(Text(), "a CSV file beside the outline, instead of the numbers here")
_NUMBERED = Key(Flag(), "its points are steps, shown with their numbers")
_PRIORITY = Key(Number(1, 9), "1 stays longest on the brief, 9 goes first; else decided by rank")


def _text(about: str) -> Key:
    return Key(Text(), about)


def _needed(about: str) -> Key:
    return Key(Text(), about, required=True)


_OUTLINE = {
    "version": Key(_VERSION, "of this format"),
    "title": _needed("the title of the deck and of the brief"),
    "title_from": Key(TitleOrigin(_TITLE_WORDS), "where the title comes from: a line of the note, or one of the words"),
    "subtitle": _text("one line below the title"),
    "author": _text("who teaches this"),
    "school": _text("where"),
    "class": Key(Text(), "for whom", field="class_"),
    "date": _text("when, as it is to be read"),
    "logo": _text("a picture file beside the outline"),
    "note": _text("the file of the note"),
    "digest": _text("of the note, to see when it has changed"),
    "encoding": _text("of the note, where it cannot be told: cp1251, gb18030"),
    "lang": Key(_LANGUAGE, "language of the text: fonts, hyphens, spelling, and the added words"),
    "deck": Key(One("deck"), "settings of the slides"),
    "brief": Key(One("brief"), "settings of the page"),
    "sections": Key(ListOf(One("section"), least=1), "the sections, in order", required=True),
    "terms": Key(ListOf(One("term")), "words that the class must know"),
    "questions": Key(ListOf(One("question")), "questions to discuss"),
    "takeaways": Key(ListOf(One("takeaway")), "what to remember"),
    "sources": Key(ListOf(One("source")), "where to read more"),
    "unused": Key(ListOf(One("unused")), "lines of the note that appear nowhere, each with a reason"),
}

_SECTION = {
    "title": _needed("heading on the slide and on the brief"),
    "id": Key(Identifier(), "a name of your own, kept when the outline is made again"),
    "title_from": Key(Choice(_TITLE_WORDS), "where the title comes from, when not from the line in `from`"),
    "from": Key(LineNumbers(), "the line of the note that the heading stands on", field="lines"),
    "question": _text("the title asked as a question, for a deck with `titles: question`"),
    "lead": _text("one sentence above the points"),
    "notes": Key(Text(many_lines=True), "to say, not to show: speaker notes only"),
    "layout": _text("name of a slide layout; else the first that fits"),
    "priority": _PRIORITY,
    "numbered": _NUMBERED,
    "points": Key(ListOf(One("point")), "what is said, point by point"),
    "figures": Key(ListOf(One("figure")), "numbers worth showing big"),
    "quote": Key(One("quote"), "somebody's own words"),
    "timeline": Key(ListOf(One("moment")), "what happened when"),
    "compare": Key(ListOf(One("side"), least=2, most=2), "two sides, set against each other"),
    "table": Key(One("table"), "rows and columns"),
    "chart": Key(One("chart"), "numbers to draw"),
    "picture": Key(One("picture"), "a picture file"),
}  # fmt: skip

_SUBSECTIONS = Key(ListOf(One("subsection")), "sections inside this one; they hold no further sections")

_POINT = {
    "id": Key(Identifier(), "a name of your own, kept when the outline is made again"),
    "label": _text('its name, for example "Defence"; with points below it, it governs them'),
    "say": _text("the full sentence: brief and speaker notes"),
    "show": _text("the short form for the slide; without it, the slide shows `say`"),
    "more": Key(ListOf(Text()), "clauses of a long sentence that the slide shows below `show`, each on its own line"),
    "from": _FROM,
    "priority": _PRIORITY,
    "numbered": _NUMBERED,
    "counted": Key(Flag(default=True), "`false`: it is none of the numbered points among which it stands"),
    "points": Key(ListOf(One("point")), "the points that the label governs"),
}

_SECTION_HINTS = {"heading": "title", "name": "title", "bullets": "points", "text": "lead", "lines": "from"}


def _remark(what: str, key: str) -> Shape:
    """A question, a takeaway, a source: one sentence."""
    return Shape(
        what,
        {"text": _needed("the sentence"), "from": _FROM},
        _placed(Remark),
        short="text",
        hints={key: "text", "say": "text", "lines": "from"},
        one_line=True,
    )


SHAPES: Mapping[str, Shape] = {
    "outline": Shape(
        "an outline",
        _OUTLINE,
        _build_outline,
        parts=_outline_parts,
        hints={
            "language": "lang",
            "glossary": "terms",
            "references": "sources",
            "theme": "write it under `deck:` and `brief:`",
            "points": "points belong to a section: write them under `sections:`",
        },
    ),
    "deck": Shape(
        "a block of deck settings",
        {
            "theme": _text("name of a theme, or a theme file beside the outline"),
            "template": _text("a .pptx or .potx file beside the outline to take the design from"),
            "template_roles": Key(One("roles"), "which of its layouts serves for what, where you disagree"),
            "titles": Key(Choice(get_args(TitleMode)), "slide titles: as they are, asked, or the first point itself"),
            "builds": Key(Flag(), "points appear one by one, at a click"),
            "max_slides": Key(Number(3, 999), "no more slides than these; the rest is in the speaker notes"),
            "furniture": Key(
                ListOf(Choice(get_args(Furnishing)), least=1),
                f"what is added to the note's content; without it: {', '.join(FURNISHINGS)}",
            ),
        },
        _placed(DeckSettings),
        hints={"roles": "template_roles", "layouts": "template_roles"},
        one_line=True,
    ),
    "roles": Shape(
        "a block of template roles",
        {
            "title": _text("name of the layout for the title slide"),
            "section": _text("name of the layout that opens a section"),
            "points": _text("name of the layout with a title and text"),
            "comparison": _text("name of the layout with two headings and two texts"),
        },
        _placed(TemplateRoles),
        hints={"cover": "title", "content": "points", "bullets": "points", "divider": "section"},
        one_line=True,
    ),
    "brief": Shape(
        "a block of brief settings",
        {
            "theme": _text("name of a theme"),
            "style": Key(Choice(get_args(BriefStyle)), "what kind of page: see docs/brief.md"),
            "paper": Key(Choice(get_args(PaperName)), "size of the page"),
            "justify": Key(Flag(), "straight right edges, with hyphens"),
            "link": Key(_ADDRESS, "a web address, as a QR code on the page"),
            "more": Key(Flag(default=True), "say on the page how much more the deck has, unless `false`"),
        },
        _placed(BriefSettings),
        one_line=True,
    ),
    "section": Shape(
        "a section",
        {**_SECTION, "sections": _SUBSECTIONS},
        _build_section,
        parts=_section_parts,
        check=check_section,
        hints={**_SECTION_HINTS, "subsections": "sections"},
    ),
    "subsection": Shape(
        "a section inside a section",
        _SECTION,
        _build_section,
        parts=_section_parts,
        check=check_section,
        hints={
            **_SECTION_HINTS,
            "sections": "sections go two levels deep; write a point with a `label` and `points` below it",
        },
    ),
    "point": Shape(
        "a point",
        _POINT,
        _named(Point),
        parts=_named_parts,
        short="say",
        pair=("label", "say", "points"),
        check=check_point,
        hints={"text": "say", "title": "label", "bullets": "points", "lines": "from"},
    ),
    "figure": Shape(
        "a figure",
        {
            "value": _needed('the number as the note has it: "over $12 billion"'),
            "caption": _needed("what it counts"),
            "from": _FROM,
        },
        _placed(Figure),
        hints={"number": "value", "label": "caption", "text": "caption", "lines": "from"},
        one_line=True,
    ),
    "term": Shape(
        "a term",
        {"term": _needed("the word"), "meaning": _needed("what it means"), "from": _FROM},
        _placed(Term),
        pair=("term", "meaning"),
        hints={"name": "term", "word": "term", "definition": "meaning", "text": "meaning", "lines": "from"},
        one_line=True,
    ),
    "question": _remark("a question", "question"),
    "takeaway": _remark("a takeaway", "takeaway"),
    "source": _remark("a source", "source"),
    "unused": Shape(
        "an unused line",
        {"from": Key(LineNumbers(), "lines of the note", "lines", required=True), "reason": _needed("why")},
        _placed(Unused),
        hints={"lines": "from", "line": "from", "why": "reason"},
        one_line=True,
    ),
    "quote": Shape(
        "a quote",
        {"text": _needed("the words"), "by": _text("who said them"), "from": _FROM},
        _placed(Quote),
        short="text",
        hints={"author": "by", "quote": "text", "say": "text", "lines": "from"},
    ),
    "moment": Shape(
        "a moment of the timeline",
        {"when": _needed("the date, as it is to be read"), "what": _needed("what happened"), "from": _FROM},
        _placed(Moment),
        pair=("when", "what"),
        hints={"date": "when", "year": "when", "text": "what", "event": "what", "lines": "from"},
        one_line=True,
    ),
    "side": Shape(
        "a side of the comparison",
        {
            "label": _needed("its name"),
            "points": Key(ListOf(One("point"), least=1), "what is said of it", required=True),
        },
        _placed(Side),
        hints={"title": "label", "name": "label"},
    ),
    "table": Shape(
        "a table",
        {
            "header": Key(ListOf(Text(may_be_empty=True)), "the first row", places="header_at"),
            "rows": Key(
                ListOf(ListOf(Text(may_be_empty=True))), "the other rows, as many cells each", places="rows_at"
            ),
            "file": Key(Text(), "a CSV file beside the outline, instead of the cells here"),
            "caption": _CAPTION,
            "keep": Key(LineNumbers(), 'rows that stay longest on the brief, from 1 on: 2, "2-4", [1, 5]'),
            "from": _FROM,
        },
        _placed(Table),
        check=check_table,
        hints={"columns": "header", "title": "caption", "lines": "from"},
    ),
    "chart": Shape(
        "a chart",
        {
            "kind": Key(Choice(_CHARTS), "how to draw it", required=True),
            "categories": Key(ListOf(Text()), "what the numbers belong to", places="categories_at"),
            "series": Key(ListOf(One("series")), "rows of numbers, one for each category"),
            "file": _CSV,
            "reading": _text("what to see in it, one sentence"),
            "caption": _CAPTION,
            "from": _FROM,
        },
        _placed(Chart),
        check=check_chart,
        hints={"type": "kind", "title": "caption", "data": "series", "lines": "from"},
    ),
    "series": Shape(
        "a series",
        {
            "name": _needed("its name in the legend"),
            "values": Key(ListOf(_NUMBER, least=1), "its numbers", required=True),
        },
        _placed(Series),
        hints={"label": "name", "data": "values"},
        one_line=True,
    ),
    "picture": Shape(
        "a picture",
        {
            "file": _needed("a picture file beside the outline"),
            "alt": _needed("what is to be seen, for those who cannot see it"),
            "caption": _CAPTION,
            "from": _FROM,
        },
        _placed(Picture),
        hints={"path": "file", "src": "file", "image": "file", "description": "alt", "text": "alt", "lines": "from"},
    ),
}
