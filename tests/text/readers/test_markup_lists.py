"""What the markup languages say of lists, terms, quotations and tables, beyond what all of them share."""

from __future__ import annotations

import pytest

from briefdeck.draft.outline import draft_outline
from briefdeck.model.outline import Outline, section_points, walk_sections
from briefdeck.text.note import read_note


def drafted(text: str, name: str) -> Outline:
    return draft_outline(read_note(text.encode(), name)[0])[0]


LISTS = {
    "list.org": "* Uses\n\n1. Washing powder\n2. Cheese making\n   - rennet\n"
    "3. [[https://example.org][Baby food]]\n\nMore of them.\n",
    "list.adoc": "== Uses\n\n. Washing powder\n. Cheese making\n* rennet\n. Baby food\n\nMore of them.\n",
    "list.rst": "Uses\n====\n\n#. Washing powder\n#. Cheese making\n\n   - rennet\n\n#. Baby food\n\nMore of them.\n",
    "list.md": "# Uses\n\n1. Washing powder\n2. Cheese making\n   - rennet\n3. Baby food\n\nMore of them.\n",
}


@pytest.mark.parametrize("name", LISTS)
def test_the_last_item_of_a_list_is_no_heading_whatever_stands_below_the_one_before(name):
    sections = list(walk_sections(drafted(LISTS[name], name).sections))
    assert len(sections) == 1
    said = [point.say for point in sections[0].points]
    assert said == ["Washing powder", "Cheese making", "Baby food", "More of them."]


QUOTED = {
    "said.md": "# Rivers\n\n## Words\n\n> Everything flows,\n> and nothing stays.\n> — Heraclitus\n",
    "said.adoc": "= Rivers\n\n== Words\n\n[quote, Heraclitus, On Nature]\n____\nEverything flows,\n"
    "and nothing stays.\n____\n",
    "short.adoc": "= Rivers\n\n== Words\n\n[quote, Heraclitus]\nEverything flows, and nothing stays.\n",
}


@pytest.mark.parametrize("name", QUOTED)
def test_a_quotation_that_the_marks_give_to_somebody_has_its_speaker(name):
    section = next(each for each in walk_sections(drafted(QUOTED[name], name).sections) if each.title == "Words")
    assert section.quote is not None and not section.points
    assert (section.quote.text, section.quote.by) == ("Everything flows, and nothing stays.", "Heraclitus")


def test_rst_boxes_and_terms_are_labels_with_their_wrapped_lines():
    text = (
        "Rivers\n======\n\n.. note:: Names of rivers\n   are old.\n\n.. warning::\n\n   Water is\n   strong.\n\n"
        "Delta\n   Land at the mouth\n   of a river.\nMeander\n   A bend.\n"
    )
    (section,) = drafted(text, "a.rst").sections
    assert [(point.label, point.say) for point in section.points] == [
        ("note", "Names of rivers are old."),
        ("warning", "Water is strong."),
        ("Delta", "Land at the mouth of a river."),
        ("Meander", "A bend."),
    ]


@pytest.mark.parametrize(
    "table",
    [
        ".. list-table:: Best pH\n   :header-rows: 1\n\n   * - Enzyme\n     - pH\n   * - Pepsin\n     - about\n"
        "       2\n",
        '.. csv-table:: Best pH\n   :header: "Enzyme", "pH"\n\n   "Pepsin", "about 2"\n',
    ],
)
def test_rst_tables_in_lists_and_values_are_tables(table):
    sections = walk_sections(drafted(f"Enzymes\n=======\n\nThey help.\n\n{table}", "a.rst").sections)
    (found,) = [section.table for section in sections if section.table]
    assert (found.header, found.rows) == (("Enzyme", "pH"), (("Pepsin", "about 2"),))


def test_org_dates_are_read_without_their_brackets():
    outline = drafted("#+TITLE: Rivers\n#+DATE: <2024-03-05 Tue>\n\n* Flow\n\nThey flow.\n", "a.org")
    assert outline.date == "2024-03-05"


NOTED = {
    "noted.md": """# Causes

Bread was dear.[^1] The State
was bankrupt.[^debt]

- The army was unpaid.[^a]

# Results

The king fell.

[^1]: Says Labrousse.
[^debt]: Half went to interest.
[^a]: Since May.
    It grumbled.
""",
    "noted.org": """* Causes

Bread was dear.[fn:1] The State
was bankrupt.[fn:debt]

- The army was unpaid.[fn:a]

* Results

The king fell.

[fn:1] Says Labrousse.
[fn:debt] Half went to interest.
[fn:a] Since May.
  It grumbled.
""",
    "noted.rst": """Causes
======

Bread was dear [1]_. The State
was bankrupt [#debt]_.

- The army was unpaid [#a]_.

Results
=======

The king fell.

.. [1] Says Labrousse.
.. [#debt] Half went to interest.
.. [#a] Since May.
   It grumbled.
""",
}


@pytest.mark.parametrize("name", NOTED)
def test_a_footnote_stands_with_what_refers_to_it(name):
    outline = drafted(NOTED[name], name)
    said = {
        section.title: " ".join(p.say for p in section_points(section)) for section in walk_sections(outline.sections)
    }
    assert said == {
        "Causes": "Bread was dear. The State was bankrupt. Says Labrousse. Half went to interest. The army was unpaid. "
        "Since May. It grumbled.",
        "Results": "The king fell.",
    }


def test_footnotes_under_a_heading_of_their_own_stay_a_section_and_unused_ones_stay_where_they_are():
    own = "* Causes\n\nBread was dear.[fn:1]\n\n* Results\n\nThe king fell.\n\n* Notes\n[fn:1] Says Labrousse.\n"
    assert [section.title for section in drafted(own, "a.org").sections] == ["Causes", "Results", "Notes"]
    lone = "# Causes\n\nBread was dear.\n\n# Results\n\nThe king fell.\n\n[^9]: Says Labrousse.\n"
    assert [point.say for point in drafted(lone, "a.md").sections[1].points] == ["The king fell.", "Says Labrousse."]


def test_a_block_of_asciidoc_that_warns_has_its_word_as_label():
    outline = drafted(
        "== Acids\n\nAcids burn.\n\n[WARNING]\nNever pour water\ninto acid.\n\n[NOTE]\n====\nGoggles stay on.\n====\n\n"
        "[IMPORTANT]\n.At the end\nWash your hands.\n",
        "a.adoc",
    )
    points = outline.sections[0].points
    assert [(point.label, point.say) for point in points] == [
        ("", "Acids burn."),
        ("WARNING", "Never pour water into acid."),
        ("NOTE", "Goggles stay on."),
        ("IMPORTANT", "At the end: Wash your hands."),
    ]
