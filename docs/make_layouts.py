"""Write docs/layouts/*.png, one picture of each layout with something to say in it, and the gallery of docs/layouts.md.

    python docs/make_layouts.py

Needs the extra `png` and nothing else; the pictures are those of `briefdeck build --also png`.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageDraw

from briefdeck.compose.deck.layouts import LAYOUTS
from briefdeck.pipeline import Order, make
from briefdeck.text.attached import attach
from briefdeck.text.outline import load_outline

HERE = Path(__file__).resolve().parent
FOLDER = HERE / "layouts"
PAGE = HERE / "layouts.md"
WIDTH = 480
BEGIN, END = "<!-- the gallery is written by make_layouts.py -->", "<!-- the end of the gallery -->"

LABELS = (
    ("Light", "Leaves catch it in the green grains of their cells."),
    ("Water", "Roots drink it, and vessels lift it to the leaves."),
    ("Air", "Pores at the underside let carbon dioxide in."),
    ("Sugar", "It feeds the plant, and all that eats the plant."),
    ("Oxygen", "It is left over, and we breathe it."),
)
TERMS = (
    ("Stoma", "a pore of the leaf that opens by day and closes in drought"),
    ("Chlorophyll", "the green pigment that catches light"),
    ("Glucose", "the sugar that a leaf makes first"),
    ("Respiration", "how cells burn sugar to live"),
    ("Xylem", "the vessels that carry water up"),
)
TIMES = (
    ("1648", "Van Helmont weighs a willow and its soil."),
    ("1771", "Priestley's mint keeps a mouse alive."),
    ("1779", "Ingenhousz finds that light is needed."),
    ("1845", "Mayer: plants store the energy of the sun."),
    ("1961", "Calvin is honoured for the cycle of carbon."),
)
BRIEFLY = (
    "A willow is weighed.",
    "Mint saves a mouse.",
    "Light is needed.",
    "Plants store the sun.",
    "The cycle is found.",
)
SAID = (
    "A leaf is a kitchen that runs on light.",
    "Nothing that lives on land would live without it.",
    "What is left over is the air we breathe.",
    "Trees are built of air and water.",
)
WORDS = ("Light", "Water", "Air", "Sugar", "Oxygen", "Heat")
PARTS = ("Upper skin", "Palisade cells", "Spongy tissue", "Veins", "Lower skin", "Pores", "Guard cells", "Wax")
FIGURES = (("3,000 kJ", "of light reach a square metre in an hour"), ("11%", "of it at most becomes sugar"),
           ("20,000", "grains of green in a square millimetre of leaf"))  # fmt: skip
CHART = (
    'chart: {kind: bar, categories: ["Maize", "Sunflower", "Bean", "Oak", "Spruce"], '
    'series: [{name: "Sugar", values: [46, 38, 24, 15, 11]}]'
)


def quoted(pairs: tuple[tuple[str, str], ...], keys: tuple[str, str]) -> str:
    """Pairs as a list of things with two keys."""
    rows = (f'{{{keys[0]}: "{one}", {keys[1]}: "{other}"}}' for one, other in pairs)
    return f"[{', '.join(rows)}]"


def lines(*texts: str) -> str:
    """Texts as a list."""
    return "[" + ", ".join(f'"{text}"' for text in texts) + "]"


def section(body: str, title: str = "What a leaf does all day") -> str:
    """An outline of one section."""
    return f'title: "How plants eat light"\nsections:\n  - title: "{title}"\n    {body}\n'


MORE = (
    "Without it the kitchen stands still, whatever else there is.",
    "It is the first thing to look at when a plant does not thrive.",
    "Gardeners know it, and so do those who have forgotten to water.",
)


def labelled(count: int, *, sentences: int = 1) -> str:
    """A section of labels, each with one to four sentences."""
    more = "".join(f" {sentence}" for sentence in MORE[: sentences - 1])
    rows = ", ".join(f'{{label: "{label}", points: ["{text}{more}"]}}' for label, text in LABELS[:count])
    return section(f"points: [{rows}]")


def openings() -> Iterator[tuple[str, str]]:
    """Each layout that opens a deck or a section, and an outline that reaches it."""
    two = section(f"points: {lines(*SAID[:2])}") + f'  - title: "Inside the leaf"\n    points: {lines(*SAID[2:])}\n'
    grouped = ", ".join(f'{{label: "{label}", points: {lines(text, *SAID[:2])}}}' for label, text in LABELS[:2])
    yield (
        "Title",
        two.replace("\nsections", '\nsubtitle: "Photosynthesis for class 9"\nschool: "Hill School"\nsections'),
    )
    for count in (2, 3, 4, 5, 6, *range(8, 25, 2)):
        yield f"Agenda {count}", agenda_of(count)
    yield "Section with statement", section(f"points: [{lines(SAID[0])[1:-1]}, {grouped}]")
    yield "Section with points", section(f"points: [{lines(*SAID[:3])[1:-1]}, {grouped}]")
    inside = ", ".join(f'{{title: "{title}", points: {lines(*SAID[:3])}}}' for title in ("By day", "By night"))
    yield "Section with lead", section(f'lead: "{SAID[0]}"\n    sections: [{inside}]')
    yield "Section", section(f"points: [{lines(*SAID, *MORE, *SAID, *MORE)[1:-1]}]\n    sections: [{inside}]")
    yield "Subsection", section(f'points: ["{SAID[0]}"]\n    sections: [{{title: "By day"}}]')


def samples() -> Iterator[tuple[str, str]]:
    """Each layout and an outline that reaches it."""
    yield from openings()
    two = section(f"points: {lines(*SAID[:2])}") + f'  - title: "Inside the leaf"\n    points: {lines(*SAID[2:])}\n'
    number = f"figures: {quoted(FIGURES[:1], ('value', 'caption'))}"
    said = "At most 11% of the light becomes sugar."
    yield "Figure", section(f'points: [{{say: "{said}", from: 3}}, "{SAID[0]}", "{SAID[1]}"]\n    '
                            'figures: [{value: "11%", caption: "of the light becomes sugar", from: 3}]')  # fmt: skip
    yield "Number", section(number)
    for count in (2, 3):
        yield f"Numbers {count}", section(f"figures: {quoted(FIGURES[:count], ('value', 'caption'))}")
    sides = tuple(f'{{label: "{label}", points: {lines(*texts)}}}' for label, texts in
             (("By day", SAID[:2]), ("By night", ("Cells burn sugar.", "Oxygen is used up."))))  # fmt: skip
    yield "Comparison", section(f'compare: [{", ".join(sides)}]\n    layout: "Comparison"')
    yield "Middle comparison", section(f'compare: [{", ".join(sides)}]\n    layout: "Middle comparison"')
    yield "Low comparison", section(f"compare: [{', '.join(sides)}]")
    for count in (2, 3):
        yield f"Low cards {count}", labelled(count, sentences=4 - count)
        yield f"Middle cards {count}", f'{labelled(count, sentences=4 - count)}    layout: "Middle cards {count}"\n'
    for count in (2, 3, 4):
        more = "" if count == 4 else f'    layout: "Cards {count}"\n'
        yield f"Cards {count}", labelled(count, sentences={2: 4, 3: 2, 4: 1}[count]) + more
    yield "Low labels 2", labels_of("Low labels", 2)
    for count in (2, 3, 4, 5):
        yield f"Labels {count}", labels_of("Labels", count)
    for count in (2, 3, 4, 5, 6):
        yield f"Tiles {count}", section(f"points: {lines(*WORDS[:count])}")
    counted = f'{{say: "What a leaf is made of", points: {lines(*PARTS[:6])}}}'
    yield "Statement over columns", section(f"points: [{counted}]")
    for count in (1, 2, 3):
        name = "Statement" if count == 1 else f"Statements {count}"
        yield name, section(f"points: {lines(*SAID[:count])}")
    below = f'{{say: "What a leaf needs", points: {lines(*(text for _, text in LABELS[:3]))}}}'
    yield "Statement with points", section(f"points: [{below}]")
    for count in (1, 2, 3, 4, 5):
        told = f"timeline: {quoted(TIMES[:count], ('when', 'what'))}"
        yield f"Timeline {count}", section(f'{told}\n    layout: "Timeline {count}"')
        short = tuple((when, what) for (when, _), what in zip(TIMES[:count], BRIEFLY, strict=False))
        yield f"Low timeline {count}", section(f"timeline: {quoted(short, ('when', 'what'))}")
    yield "Quote", section('quote: {text: "Nature never hurries, and yet everything is done.", by: "Lao Tzu"}')
    cells = '["Oxygen", "out", "in"], ["Carbon dioxide", "in", "out"], ["Light", "yes", "no"]'
    head = 'header: ["", "By day", "By night"]'
    yield "Table", section(f'table: {{{head}, rows: [{cells}], caption: "Gases of a leaf"}}')
    yield "Chart", section(CHART + "}")
    reading, unit = "Maize makes four times as much as spruce.", "Sugar in a day, grams for a square metre of leaf"
    yield "Chart with reading", section(f'{CHART}, reading: "{reading}", caption: "{unit}"}}')
    picture = 'picture: {file: "hills.jpg", alt: "Hills", caption: "Every hill is a kitchen"}'
    yield "Picture with points", section(f"{picture}\n    points: {lines(*SAID[:3])}")
    yield "Picture", section(picture)
    yield "Picture wide", section(picture.replace("hills.jpg", "wide.jpg"))
    yield "Points with key point", section(f'lead: "{SAID[0]}"\n    points: {lines(*SAID[1:])}')
    yield "Points in columns", section(f"points: {lines(*PARTS)}")
    yield "Points", section(f"points: {lines(*SAID, *(text for _, text in LABELS[:2]))}")
    for count in (1, 2, 3, 4, 5):
        yield f"Terms {count}", two + f"terms: {quoted(TERMS[:count], ('term', 'meaning'))}\n"
    yield "Questions", two + f"questions: {lines('Why are leaves green?', 'What does a leaf do at night?')}\n"
    for count in (1, 2, 3, 4):
        yield f"Takeaways {count}", two + f"takeaways: {lines(*SAID[:count])}\n"
    yield (
        "Sources",
        two + f"sources: {lines('Raven and others, Biology of Plants, 2013', 'The herbarium of the school')}\n",
    )


def agenda_of(count: int) -> str:
    """An outline of so many sections."""
    titles = (*(label for label, _ in LABELS), *(term for term, _ in TERMS), *(text for text, _ in TIMES))
    parts = (*titles, *(f"{title} again" for title in titles))[:count]
    rows = "".join(f'  - title: "{title}"\n    points: ["{SAID[0]}"]\n' for title in parts)
    return f'title: "How plants eat light"\nsections:\n{rows}'


def labels_of(name: str, count: int) -> str:
    """Labels with a line each, of weights too different for cards."""
    short = ("Yes.", "Day and night.", "In small doses.", "By the cup.", "A little.")
    texts = [text if number == 1 else short[number] for number, (_, text) in enumerate(LABELS[:count])]
    pairs = zip(LABELS, texts, strict=False)
    rows = ", ".join(f'{{label: "{label}", say: "{text}"}}' for (label, _), text in pairs)
    return section(f'points: [{rows}]\n    layout: "{name} {count}"')


def hills(width: int, height: int) -> bytes:
    """A landscape, drawn."""
    image = Image.new("RGB", (width, height), (178, 205, 230))
    draw = ImageDraw.Draw(image)
    draw.ellipse([width * 0.68, height * 0.1, width * 0.68 + height * 0.2, height * 0.3], fill=(250, 238, 190))
    for number, ink in enumerate([(126, 170, 120), (92, 145, 95), (58, 112, 78), (32, 78, 62)]):
        ridge = [(x, height * (0.42 + 0.14 * number) + height * 0.1 * math.sin(7 * x / width + 1.7 * number))
                 for x in range(0, width + 9, 8)]  # fmt: skip
        draw.polygon([(0, height), *ridge, (width, height)], fill=ink)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=90)
    return out.getvalue()


def picture_of(name: str, text: str, files: dict[str, bytes]) -> bytes:
    """The slide that has the layout, as a small PNG."""
    attached = attach(load_outline(text, name)[0], files)
    briefing = make(attached.outline, Order(only="deck", also=("png",), width=WIDTH, media=attached.media))
    assert briefing.deck_document is not None
    found = [number for number, page in enumerate(briefing.deck_document.pages, 1) if page.layout == name]
    assert found, f"no slide of this outline has the layout {name}: {[p.layout for p in briefing.deck_document.pages]}"
    slide = next(data for file, data in briefing.also.items() if re.search(rf"-0*{found[0]}\.png$", file))
    out = io.BytesIO()
    Image.open(io.BytesIO(slide)).convert("RGB").quantize(48).save(out, "PNG", optimize=True)
    return out.getvalue()


def file_name(layout: str) -> str:
    """The file of a layout's picture."""
    return f"{layout.lower().replace(' ', '-')}.png"


def gallery(names: list[str]) -> str:
    """Three pictures a row, each above its name."""
    rows = [names[start : start + 3] for start in range(0, len(names), 3)]
    table = ["| | | |", "|---|---|---|"]
    for row in rows:
        table.append("| " + " | ".join(f"![{name}](layouts/{file_name(name)})<br>{name}" for name in row) + " |")
    return "\n".join(table)


def main() -> None:
    """Write every picture, and the gallery."""
    FOLDER.mkdir(exist_ok=True)
    files = {"hills.jpg": hills(1500, 1120), "wide.jpg": hills(2200, 760)}
    made = dict(samples())
    names = [seating.layout.name for seating in LAYOUTS]
    for name in names:
        (FOLDER / file_name(name)).write_bytes(picture_of(name, made[name], files))
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n\n{gallery(names)}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
