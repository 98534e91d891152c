"""What the brief says and where: labels, numbers of sections, figures, the head and the foot."""

from __future__ import annotations

import pytest

from briefdeck.assets import read_look
from briefdeck.compose.brief.block import Plan, Role
from briefdeck.compose.brief.blocks import blocks
from briefdeck.compose.brief.document import compose_brief
from briefdeck.errors import Position, Severity
from briefdeck.model.contents import OPENING
from briefdeck.model.identity import Identity
from briefdeck.model.ids import assign_ids
from briefdeck.model.outline import BriefSettings, Figure, Outline, Point, Section
from briefdeck.model.page import Part, Text, refs
from briefdeck.model.values import replace
from compose.brief_outlines import outline, point, rich, sentence
from compose.brief_pages import body_size, boxes, brief, look, paragraphs, with_lines


def test_labels_run_in_before_their_first_point_and_the_next_stand_below() -> None:
    group = Point(label="Defence", points=(point(2), point(3)))
    of = assign_ids(Outline(title="T", sections=(Section(id="", title="S", lines=(1,), points=(point(4), group)),)))
    found = {item.ref.item: item for item in paragraphs(brief(of))}
    assert found["p2"].text == f"Defence. {sentence(2, 14)}"
    assert found["p2"].spans[0].bold
    assert (found["p2"].level, found["p3"].level) == (0, 1)


def test_the_label_of_a_point_that_is_cut_stays_with_what_stood_below_it() -> None:
    labelled = Point(label="Defence", say="It was said.", lines=(5,), points=(point(2), point(3)))
    plain = Point(say="It was done.", lines=(6,), points=(point(7),))
    of = assign_ids(Outline(title="T", sections=(Section(id="", title="S", lines=(1,), points=(labelled, plain)),)))
    flow = blocks(of, read_look("", "en").furniture, Plan(gone=frozenset({"p5", "p6"})))
    assert [(block.role, "".join(span.text for span in block.spans)) for block in flow[1:]] == [
        (Role.POINT, f"Defence. {sentence(2, 14)}"),
        (Role.BELOW, sentence(3, 14)),
        (Role.POINT, sentence(7, 14)),
    ]


def test_labels_end_in_a_colon_where_one_stands_before_no_sentence() -> None:
    points = (
        Point(label="Patent", say="20 years.", lines=(2,)),
        Point(label="Copyright", say="Sixty years.", lines=(3,)),
    )
    of = assign_ids(Outline(title="T", sections=(Section(id="", title="S", lines=(1,), points=points),)))
    texts = [found.text for found in paragraphs(brief(of))]
    assert {"Patent: 20 years.", "Copyright: Sixty years."} <= set(texts)


@pytest.mark.parametrize(
    ("label", "shown"),
    [("Tasks 📝", "Tasks 📝: "), ("Star ⭐️", "Star ⭐️: "), ("水", "水："), ("물", "물: "), ("水 💧", "水 💧：")],
)
def test_the_colon_behind_a_label_suits_its_letters_whatever_sign_stands_at_its_end(label: str, shown: str) -> None:
    named = Point(label=label, say="eight", lines=(2,))
    of = assign_ids(Outline(title="T", sections=(Section(id="", title="S", lines=(1,), points=(named,)),)))
    flow = blocks(of, read_look("", "en").furniture, Plan())
    assert flow[-1].spans[0].text == shown


def test_sections_are_numbered_unless_their_titles_are() -> None:
    plain, numbered = outline(2, 2), outline(2, 2)
    sections = tuple(
        replace(section, title=f"{number}. {section.title}") for number, section in enumerate(numbered.sections, 1)
    )
    heads = [found for found in paragraphs(brief(plain)) if found.tag == "H2"]
    assert [head.style.bullet for head in heads] == ["1", "2"]
    heads = [found for found in paragraphs(brief(replace(numbered, sections=sections))) if found.tag == "H2"]
    assert [head.style.bullet for head in heads] == ["", ""]


def test_a_figure_stands_large_below_the_point_it_comes_from() -> None:
    document = brief(rich())
    order = [found.ref.item for found in paragraphs(document)]
    assert order.index("f2") == order.index("p2") + 1
    value = next(found for found in paragraphs(document) if found.ref.item == "f2" and found.ref.part is Part.VALUE)
    assert value.style.size >= 1.9 * body_size(document)


def test_a_figure_stands_below_the_point_that_says_it_where_several_are_from_its_line() -> None:
    points = (point(2), point(2, say="Less than 2 % of it becomes sugar."), point(2))
    figures = (
        Figure(value="less than 2 %", caption="becomes sugar", lines=(2,)),
        Figure(value="a third", caption="of all light", lines=(2,)),
    )
    section = Section(id="", title="S", lines=(1,), points=points, figures=figures)
    order = [found.ref.item for found in paragraphs(brief(assign_ids(Outline(title="T", sections=(section,)))))]
    shown = [item for item in dict.fromkeys(order) if item.startswith(("p2", "f2"))]
    assert shown == ["p2", "p2b", "f2", "p2c", "f2b"]


def test_the_foot_names_the_note_and_its_lines() -> None:
    texts = [found.text for found in paragraphs(brief(outline(2, 3)))]
    assert "Source: leaves, lines 1–8" in texts


@pytest.mark.parametrize("words", ["מים", "מים ואוויר בכל הארץ", "מים ואוויר בכל הארץ " * 7])
def test_title_and_standfirst_begin_at_the_right_on_a_page_that_is_read_so(words: str) -> None:
    head = replace(outline(2, 3), lang="he", title=words.strip(), subtitle=words * 2)
    shown = [box for box in boxes(brief(head)) if isinstance(box.content, Text)]
    edges = {
        round(box.frame.x + line.x + line.width, 1)
        for box in shown
        for paragraph in box.content.paragraphs
        if paragraph.ref.section == OPENING
        for line in paragraph.lines
    }
    assert len(edges) == 1


def test_high_letters_of_a_title_do_not_touch_the_line_above_it() -> None:
    def gap(lang: str, title: str) -> float:
        kicker, heading, *_ = boxes(brief(replace(outline(2, 3), lang=lang, title=title, class_="7b")))
        assert isinstance(heading.content, Text)
        (title,) = heading.content.paragraphs
        return (heading.frame.y + title.lines[0].baseline - kicker.frame.bottom) / title.style.size

    assert gap("th", "น้ำที่ปู่ป้อน") > gap("en", "Water") + 0.1
    assert gap("ar", "أين المطر") > gap("en", "Water") + 0.1


def test_the_foot_names_no_codes() -> None:
    texts = [found.text for found in paragraphs(brief(outline(2, 3, note="seeds/000_6d5ad8971962cae4.txt")))]
    assert "Source: lesson notes, lines 1–8" in texts


def test_words_read_from_the_right_begin_in_the_right_column() -> None:
    words = "ضوء ورقة سكر ماء طاقة"
    points = tuple(Point(say=f"{words} {words} {number}", lines=(number + 2,)) for number in range(40))
    of = assign_ids(Outline(title=words, lang="ar", sections=(Section(id="", title=words, lines=(1,), points=points),)))
    document = brief(of)
    flow = [box for box in with_lines(document) if box.content.paragraphs[0].ref.item]
    assert flow[0].frame.x > document.size.width / 2 > flow[-1].frame.right


def test_a_character_without_a_font_is_said_with_its_place() -> None:
    at = Position("outline.yaml", 7, 3)
    points = (Point(say="The sign \U00012000 is Sumerian.", lines=(2,), at=at),)
    of = assign_ids(Outline(title="T", sections=(Section(id="", title="S", lines=(1,), points=points),)))
    _, problems = compose_brief(of, look(), Identity(title="T", lang="en", build="b"))
    (problem,) = problems
    assert (problem.code, problem.at, problem.severity) == ("BD333", at, Severity.WARNING)
    assert "U+12000" in problem.message


def test_the_foot_says_how_much_more_the_deck_has_unless_it_is_not_wanted() -> None:
    of = outline(40, 10)
    texts = " ".join(found.text for found in paragraphs(brief(of)))
    shown = {ref.item for ref in refs(brief(of).pages[0]) if ref.item}
    assert f"{400 - len(shown)} more in the deck" in texts
    quiet = replace(of, brief=BriefSettings(more=False))
    assert "more in the deck" not in " ".join(found.text for found in paragraphs(brief(quiet)))
