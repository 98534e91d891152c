"""Documents made by hand for the tests of the PDF painter: lines already set, with a small shaper of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import uharfbuzz as hb

from briefdeck.model.geometry import Rect, Size
from briefdeck.model.identity import Identity
from briefdeck.model.look import DeckFont, Face, Furniture, Ink, Look, Theme
from briefdeck.model.page import (
    Box,
    Cut,
    Document,
    Entry,
    EntryKind,
    GlyphRun,
    Line,
    Page,
    Paragraph,
    Part,
    Ref,
    ShapeContent,
    Span,
    TableContent,
    Text,
    TextStyle,
)
from briefdeck.model.values import replace

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
REGULAR, BOLD, DISPLAY = (
    "SourceSerif4SmText-Regular.ttf",
    "SourceSerif4SmText-Semibold.ttf",
    "SourceSerif4Display-Semibold.ttf",
)
DEVANAGARI, ARABIC, HEBREW = (
    "NotoSerifDevanagari-Regular.ttf",
    "NotoNaskhArabic-Regular.ttf",
    "NotoSerifHebrew-Regular.ttf",
)
A4 = Size(595.28, 841.89)
TEXT = Ink("text")
PLAIN = TextStyle(font="body", size=10.5, ink=TEXT)
BULLET = TextStyle(font="body", size=10.5, ink=TEXT, bullet="•", hanging=10)
NUMBERED = TextStyle(font="body", size=10.5, ink=TEXT, bullet="#", hanging=14)
TITLE = TextStyle(font="heading", size=24, ink=TEXT, bold=True)
HEADING = TextStyle(font="heading", size=13, ink=Ink("heading"), bold=True)


class _Fonts(Mapping[str, bytes]):
    def __getitem__(self, name):
        return (FONTS / name).read_bytes()

    def __iter__(self):
        return iter(path.name for path in FONTS.glob("*.ttf"))

    def __len__(self):
        return len(list(FONTS.glob("*.ttf")))


@cache
def look() -> Look:
    deck_font = DeckFont(family="Calibri", metrics=("carlito",))
    colors = dict.fromkeys(("background", "surface"), "FFFFFF") | {
        "text": "111111",
        "heading": "1F3A5F",
        **{f"accent{number}": "1F3A5F" for number in range(1, 7)},
        "link": "1F3A5F",
        "visited": "1F3A5F",
    }
    theme = Theme(
        name="test",
        title="Test",
        description="",
        colors=colors,
        deck_fonts={"heading": deck_font, "body": deck_font},
        brief_faces={"heading": (Face(file=BOLD),), "body": (Face(file=REGULAR),)},
    )
    return Look(theme=theme, furniture=Furniture(lang="en", words={}), fonts=_Fonts())


@cache
def _shaper(file: str) -> hb.Font:
    return hb.Font(hb.Face(_Fonts()[file]))


def run(
    text: str,
    file: str = REGULAR,
    size: float = 10.5,
    *,
    lang: str = "",
    link: str = "",
    rtl: bool = False,
    ref: Ref | None = None,
    ink: Ink = TEXT,
    rise: float = 0.0,
) -> GlyphRun:
    """Shaped text at the left edge; `line` moves it to its place."""
    font = _shaper(file)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    hb.shape(font, buffer)
    starts = sorted({info.cluster for info in buffer.glyph_infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    scale = 1000 / font.face.upem
    glyphs, seen = [], set()
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        characters = "" if info.cluster in seen else text[info.cluster : ends[info.cluster]]
        seen.add(info.cluster)
        moves = (position.x_advance, position.x_offset, position.y_offset)
        glyphs.append((info.codepoint, characters, *(round(move * scale, 3) for move in moves)))
    return GlyphRun(file, size, ink, 0.0, rtl, text, tuple(glyphs), lang, link, ref, rise)


def width(piece: GlyphRun) -> float:
    return sum(glyph[2] for glyph in piece.glyphs) * piece.size / 1000


def line(baseline: float, *runs: GlyphRun, x: float = 0.0, hyphenated: bool = False, label: str = "") -> Line:
    """A line with its runs one beside the other."""
    placed, pen = [], 0.0
    for piece in runs:
        placed.append(_at(piece, pen))
        pen += width(piece)
    marks = (_at(run(label), -10.0),) if label else ()
    return Line(baseline, x, pen, tuple(placed), hyphenated, marks)


def _at(piece: GlyphRun, x: float) -> GlyphRun:
    return replace(piece, x=x)


def paragraph(tag: str, ref: Ref, style: TextStyle, *lines: Line, level: int = 0) -> Paragraph:
    """A paragraph with these lines, its words taken from them."""
    words = "".join(piece.text for row in lines for piece in row.runs)
    return Paragraph(spans=(Span(text=words),), style=style, ref=ref, tag=tag, lines=lines, level=level)


def box(x: float, y: float, *paragraphs: Paragraph, width: float = 250, height: float = 100) -> Box:
    return Box(frame=Rect(x, y, width, height), content=Text(paragraphs=paragraphs))


def title(text: str, entry: str = "opening") -> Paragraph:
    style, tag = (TITLE, "H1") if entry == "opening" else (HEADING, "H2")
    file = DISPLAY if entry == "opening" else BOLD
    return paragraph(
        tag, Ref(entry, part=Part.TITLE), style, line(style.size, run(text, file, style.size, ink=style.ink))
    )


def say(text: str, item: str, section: str = "s1", **how: object) -> Paragraph:
    return paragraph("P", Ref(section, item, Part.SAY), PLAIN, line(10.5, run(text, **how)))


def document(boxes: Iterable[Box], contents: tuple[Entry, ...], cuts: tuple[str, ...] = ()) -> Document:
    known = {"title": "How sound travels", "lang": "en-GB", "build": "b1", "author": "A. Teacher", "version": "0.1.0"}
    return Document(
        kind="brief",
        size=A4,
        contents=contents,
        pages=(Page(title=known["title"], entry="opening", boxes=tuple(boxes)),),
        identity=Identity(**known),
        look=look(),
        cuts=tuple(Cut(id=cut, text=cut, reason="full") for cut in cuts),
    )


OPENING = Entry(id="opening", title="How sound travels", kind=EntryKind.OPENING)
SOUND = Entry(id="s1", title="What to say first", kind=EntryKind.SECTION, items=("p6", "p7", "p8", "p9"))
SPEEDS = Entry(id="s2", title="How fast is it?", kind=EntryKind.SECTION, parent="s1", extras=("s2.table",))
WORDS = Entry(id="terms", title="Words", kind=EntryKind.TERMS, items=("t1", "t2"))


def many_cuts() -> Document:
    """The same page of a note so long that far more is left out than stands on it."""
    text = "What the third century asked of its kings — и что из этого вышло"
    reason = "no room on one page: later points without a label go first"
    cuts = tuple(Cut(id=f"p{number}", reason=reason, text=text, lines=(number,)) for number in range(1000, 2200))
    return replace(brief(), cuts=cuts)


def brief() -> Document:
    """A page with everything: headings, a paragraph over two boxes, lists, a table, links, decoration, a cut."""
    going_on = _over_two_boxes()
    return Document(
        kind="brief",
        size=A4,
        contents=(OPENING, SOUND, SPEEDS, WORDS),
        pages=(
            Page(
                title="How sound travels",
                entry="opening",
                boxes=(
                    _shape(40, 36, 515, 4, "rect", Ink("accent1", lighter=20)),
                    box(40, 50, title("How sound travels")),
                    _shape(40, 92, 515, 0, "line", Ink("heading"), stroke=0.75),
                    box(40, 100, _numbered(title("What to say first", "s1"), "1"), going_on[0]),
                    box(305, 100, going_on[1], *_points()),
                    _shape(300, 100, 6, 6, "ellipse", Ink("accent2", opacity=40)),
                    box(305, 220, title("How fast is it?", "s2"), _caption()),
                    _table(),
                    *(
                        _shape(545, 36, 10, 10, "quarter", Ink("accent1", darker=10), corner=corner)
                        for corner in range(4)
                    ),
                    box(40, 400, title("Words", "terms"), *_terms()),
                ),
            ),
        ),
        identity=Identity(
            title="How sound travels",
            lang="en-GB",
            build="b1c2",
            author="A. Teacher & Söhne",
            subject="Physics — grade 8",
            outline="../outline.yaml",
            note="../note.txt",
            version="0.1.0",
        ),
        look=look(),
        cuts=(Cut(id="p99", text="A long “story”", reason="the page is full", lines=(99, 100)),),
    )


def _numbered(heading: Paragraph, number: str) -> Paragraph:
    first, *rest = heading.lines
    fields = {name: getattr(heading, name) for name in ("spans", "style", "level", "ref", "tag")}
    label = (_at(run(number, BOLD, heading.style.size), -10.0),)
    return Paragraph(**fields, lines=(Line(first.baseline, first.x, first.width, first.runs, label=label), *rest))


def _shape(x, y, width, height, shape, ink, **rest) -> Box:
    return Box(frame=Rect(x, y, width, height), content=ShapeContent(shape=shape, ink=ink, **rest))


def _over_two_boxes() -> tuple[Paragraph, Paragraph]:
    ref = Ref("s1", "p6", Part.SAY)
    lines = (
        line(30.0, run("Sound is a wave of pressure, and a difficult af"), run("-"), hyphenated=True),
        line(44.0, run("fair. It waffles on and on until the column ends "), run("and ", BOLD)),
        line(10.5, run("continues", BOLD), run(" in the next one, see ")),
        line(
            24.5,
            run("the unit ", link="https://example.org/söund?a=1&b=(2)"),
            run("on waves", BOLD, link="https://example.org/söund?a=1&b=(2)"),
            run(" or "),
            run("the words", link="#terms"),
            run(" or "),
            run("what was cut", link="#gone"),
            run("."),
        ),
    )
    whole = paragraph("P", ref, PLAIN, *lines)
    spans = (
        Span(text="Sound is a wave of pressure, and a difficult affair. It waffles on and on until the column ends "),
        Span(text="and continues", bold=True),
        Span(text=" in the next one, see "),
        Span(text="the unit on waves", link="https://example.org/söund?a=1&b=(2)"),
        Span(text=" or "),
        Span(text="the words", link="#terms"),
        Span(text=" or what was cut."),
    )
    common = {"spans": spans, "style": whole.style, "ref": ref}
    return Paragraph(**common, lines=lines[:2]), Paragraph(**common, lines=lines[2:])


def _points() -> tuple[Paragraph, ...]:
    def point(item: str, y: float, *lines: Line, level: int = 0, style: TextStyle = BULLET) -> Paragraph:
        return paragraph("LI", Ref("s1", item, Part.SAY), style, *lines, level=level)

    return (
        point(
            "p7",
            40,
            line(44, run("Ask the class to hum ", ink=Ink("accent1")), label="•"),
            line(58, run("and to rest.")),
        ),
        point("p8", 70, line(72, run("Below the first."), x=12, label="–"), level=1),
        point("p9", 86, line(86, run("Prices: ₹120 or 5 km")), style=BULLET),
    )


def _caption() -> Paragraph:
    return paragraph("Caption", Ref("s2", "s2.table", Part.CAPTION), PLAIN, line(32, run("Speed of sound", BOLD)))


def _table() -> Box:
    ref = Ref("s2", "s2.table", Part.TEXT)
    rows = tuple(
        tuple(paragraph("P", ref, PLAIN, line(12, run(cell, BOLD if index == 0 else REGULAR), x=3)) for cell in cells)
        for index, cells in enumerate((("Medium", "m/s"), ("Air", "343"), ("Steel", "5960")))
    )
    table = TableContent(
        rows=rows, column_widths=(100, 60), row_heights=(16, 16, 16), alt="Speeds in three media", ref=ref
    )
    return Box(frame=Rect(305, 260, 160, 48), content=table)


def _terms() -> tuple[Paragraph, ...]:
    both = (
        line(
            30,
            run("wave", BOLD, ref=Ref("terms", "t1", Part.TERM)),
            run(" तरंग", DEVANAGARI, lang="hi"),
            run("; "),
            run("echo", BOLD, ref=Ref("terms", "t2", Part.TERM)),
            run(" comes back, H"),
            run("2", size=7, rise=-2),
            run("O"),
        ),
    )
    spans = (
        Span(text="wave", bold=True, ref=Ref("terms", "t1", Part.TERM)),
        Span(text=" तरंग", lang="hi"),
        Span(text="; "),
        Span(text="echo", bold=True, ref=Ref("terms", "t2", Part.TERM)),
        Span(text=" comes back, H2O"),
    )
    return (Paragraph(spans=spans, style=PLAIN, ref=Ref("terms", "t1", Part.MEANING), lines=both),)


def scripts() -> Document:
    """Words in several scripts, left to right and right to left."""
    hindi = "हिन्दी में संयुक्ताक्षर क्षत्रिय विद्यार्थी"
    arabic = "العربية لغة جميلة"
    hebrew = "שָׁלוֹם עולם"
    texts = (
        paragraph("P", Ref("s1", "p6", Part.SAY), PLAIN, line(40, run(hindi, DEVANAGARI, lang="hi"))),
        paragraph("P", Ref("s1", "p7", Part.SAY), PLAIN, line(60, run(arabic, ARABIC, lang="ar", rtl=True))),
        paragraph(
            "P",
            Ref("s1", "p8", Part.SAY),
            PLAIN,
            line(80, run("Say "), run(hebrew, HEBREW, lang="he", rtl=True), run(".")),
        ),
        paragraph(
            "P", Ref("s1", "p9", Part.SAY), PLAIN, line(100, run("Putin (Путин), fluffy waffles, Tiếng Việt, e\u0301"))
        ),
    )
    return document(
        [box(40, 50, title("How sound travels"), title("What to say first", "s1"), *texts)], (OPENING, SOUND)
    )


_MANY = {
    "NotoSerifBengali-Regular.ttf": ("bn", "কোলকাতা ভৌগোলিক শব্দ"),
    "NotoSerifTamil-Regular.ttf": ("ta", "தமிழ் கொடு ஸ்ரீ"),
    "NotoSerifMalayalam-Regular.ttf": ("ml", "മലയാളം ക്ഷൊ"),
    "NotoSansKannada-Regular.ttf": ("kn", "ಕನ್ನಡ ಕೊ ಕೋ"),
    "NotoSansTelugu-Regular.ttf": ("te", "తెలుగు క్షై"),
    "NotoSerifGujarati-Regular.ttf": ("gu", "ગુજરાતી ક્ષ"),
    "NotoSerifGurmukhi-Regular.ttf": ("pa", "ਪੰਜਾਬੀ"),
    "NotoSerifThai-Regular.ttf": ("th", "ภาษาไทย กำลัง น้ำ"),
    "NotoEmoji-Regular.ttf": ("", "👩\u200d🎓 ✂️ 🇮🇳 👍🏽"),
    "NotoSansMath-Regular.ttf": ("", "𝑥∈ℝ"),
}


def many_scripts() -> Document:
    """Words in the other scripts that there are fonts for."""
    texts = [
        paragraph("P", Ref("s1", file, Part.SAY), PLAIN, line(20.0 * row, run(text, file, lang=lang)))
        for row, (file, (lang, text)) in enumerate(_MANY.items(), 3)
    ]
    section = Entry(id="s1", title="What to say first", kind=EntryKind.SECTION, items=tuple(_MANY))
    return document([box(40, 50, title("Many"), title("What to say first", "s1"), *texts)], (OPENING, section))


def two_pages() -> Document:
    """A paragraph that begins on one page and ends on the next."""
    ref = Ref("s1", "p6", Part.SAY)
    lines = line(40, run("Sound is a wave ")), line(10, run("and goes on over the page."))
    whole = paragraph("P", ref, PLAIN, *lines)
    begun, ended = (Paragraph(spans=whole.spans, style=PLAIN, ref=ref, lines=(part,)) for part in lines)
    section = Entry(id="s1", title="What to say first", kind=EntryKind.SECTION, items=("p6",))
    first = document(
        [box(40, 50, title("How sound travels"), title("What to say first", "s1"), begun)], (OPENING, section)
    )
    second = Page(title="Second", entry="s1", boxes=(box(40, 50, ended),))
    fields = {name: getattr(first, name) for name in Document.__slots__}
    return Document(**{**fields, "pages": (*first.pages, second)})
