"""Markdown both ways: an outline written out as Markdown and read again is the same; and the habits of two editors."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefdeck.draft.outline import draft_outline
from briefdeck.model.note import Form
from briefdeck.model.outline import Outline, walk_sections
from briefdeck.text.note import read_note

_WORDS = [
    "rivers",
    "lakes",
    "glaciers",
    "carry",
    "hold",
    "water",
    "slowly",
    "every",
    "year",
    "down",
    "through",
    "wide",
    "green",
    "valleys",
    "and",
    "fields",
]
sentences = st.lists(st.sampled_from(_WORDS), min_size=5, max_size=9).map(
    lambda words: f"{' '.join(words).capitalize()}."
)
titles = st.lists(st.sampled_from(_WORDS), min_size=2, max_size=4, unique=True).map(
    lambda words: " ".join(words).title()
)
sections = st.lists(st.tuples(titles, st.lists(sentences, min_size=1, max_size=5)), min_size=2, max_size=5)


@given(sections, st.sampled_from(["- ", "* ", "+ "]), st.booleans())
@settings(max_examples=60, deadline=None)
def test_sections_written_as_markdown_are_read_again(written, bullet, closed):
    closing = " ##" if closed else ""
    blocks = [f"## {title}{closing}\n\n" + "\n".join(bullet + point for point in points) for title, points in written]
    note, _ = read_note(("# The whole lesson\n\n" + "\n\n".join(blocks)).encode(), "lesson.md")
    outline = draft_outline(note)[0]
    assert outline.title == "The whole lesson"
    found = [(section.title, [point.say for point in section.points]) for section in walk_sections(outline.sections)]
    assert found == [(title, points) for title, points in written]


def forms(text: str) -> dict[int, Form]:
    return {line.number: line.form for line in read_note(text.encode(), "lesson.md")[0].lines if line.form}


CERTAIN = {
    "a heading": ("# Rivers\n\nThey flow.", {1: ("heading", 1, "Rivers")}),
    "a heading closed with signs": ("## Rivers ##\n\nThey flow.", {1: ("heading", 2, "Rivers")}),
    "a heading in a quotation": ("> # Rivers\n\nThey flow.", {1: ("heading", 1, "Rivers")}),
    "a tag is no heading": ("#rivers\n\nThey flow.", {1: ("skip", 0, "")}),
    "a heading in code is none": (
        "Text.\n\n```sh\n# comment\n```",
        {3: ("skip", 0, ""), 4: ("code", 0, ""), 5: ("skip", 0, "")},
    ),
    "code within longer fences": (
        "Text.\n\n````\n```\n# x\n```\n````",
        {3: ("skip", 0, ""), 4: ("code", 0, ""), 5: ("code", 0, ""), 6: ("code", 0, ""), 7: ("skip", 0, "")},
    ),
    "a fence that never closes opens nothing": ("```\n# Rivers\n\nThey flow.", {2: ("heading", 1, "Rivers")}),
    "a comment over lines": ("<!-- one\n# two -->\nText.", {1: ("skip", 0, ""), 2: ("skip", 0, "")}),
    "an Obsidian comment": ("%%\nhidden\n%%\nText.", {1: ("skip", 0, ""), 2: ("skip", 0, ""), 3: ("skip", 0, "")}),
    "a toggle": ("<details><summary>More on rivers</summary>", {1: ("text", 0, "More on rivers")}),
    "a footnote": ("Text.[^1]\n\n[^1]: In dry years.", {3: ("text", 0, "In dry years.")}),
    "a link's address": ("Text.\n\n[site]: https://example.org", {3: ("skip", 0, "")}),
    "another note shown here": ("Text.\n\n![[Glaciers]]", {3: ("skip", 0, "")}),
    "a picture": ("Text.\n\n![[map.png]]", {3: ("picture", 0, "")}),
    "a rule is no heading": ("Text.\n\n---\n\nMore.", {}),
}


@pytest.mark.parametrize("case", CERTAIN)
def test_what_the_marks_say_is_certain(case):
    text, expected = CERTAIN[case]
    assert {at: (form.kind, form.level, form.words) for at, form in forms(text).items()} == expected


def test_front_matter_gives_the_fields_of_the_whole():
    fields = 'title: "Rivers: a lesson"\nauthors:\n  - A. Teacher\nclass: 9b\ndate: 2026-03-01\nlang: en_GB\ntags: [x]'
    text = f"---\n{fields}\n---\n\nThey flow."
    outline = draft_outline(read_note(text.encode(), "lesson.md")[0])[0]
    assert (outline.title, outline.author, outline.class_) == ("Rivers: a lesson", "A. Teacher", "9b")
    assert (outline.date, outline.lang) == ("2026-03-01", "en-GB")


def test_a_table_has_as_many_cells_in_each_row_as_in_its_header():
    found = forms("Use | Share\n--- | ---:\nFarms | 70 | extra\nHomes\n\nText.")
    assert [form.cells for form in found.values() if form.kind == "row"] == [("Use", "Share"), ("Farms", "70")]


def test_a_bar_in_code_parts_no_cells():
    found = forms("| a | b |\n|---|---|\n| `x|y` | z\\|w |\n\nText.")
    assert found[3].cells == ("`x|y`", "z|w")


def drafted(text: str) -> Outline:
    return draft_outline(read_note(text.encode(), "lesson.md")[0])[0]


def test_the_properties_below_the_title_of_a_notion_page_are_no_words_for_the_class():
    text = "# Planets\n\nCreated: March 4, 2024 9:12 AM\nTags: science\nClass: 7 B\n\n## Mars\n\nMars has two moons.\n"
    outline = drafted(text)
    assert [section.title for section in outline.sections] == ["Mars"]
    assert outline.class_ == "7 B"
    kept = drafted("# Planets\n\nMars: red and small\nVenus: hot all year\n\n## Moons\n\nMars has two moons.\n")
    assert [point.label for point in kept.sections[0].points] == ["Mars", "Venus"]


def test_a_term_with_its_meaning_below_it_is_one_labelled_line():
    outline = drafted("# Rivers\n\n## Parts\n\nDelta\n: land at the mouth of a river\n\nMeander\n: a bend of a river\n")
    points = [(point.label, point.say, point.lines) for point in outline.sections[0].points]
    assert points == [("Delta", "land at the mouth of a river", (5, 6)), ("Meander", "a bend of a river", (8, 9))]


def test_ticks_in_a_table_and_an_empty_corner_are_kept():
    text = "# Cells\n\n## Parts\n\n| | Animal | Plant |\n|---|:-:|:-:|\n| Wall | ✗ | ✓ |\n| Nucleus 🧫 | ✓ | ✓ |\n"
    table = drafted(text).sections[0].table
    assert table is not None and table.header == ("", "Animal", "Plant")
    assert table.rows == (("Wall", "✗", "✓"), ("Nucleus", "✓", "✓"))


def test_a_formula_gives_no_figure():
    outline = drafted("# Energy\n\n## Mass\n\nThe formula $E = mc^2$ is known to nearly every pupil of the class.\n")
    assert outline.sections[0].figures == ()
