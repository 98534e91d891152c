"""What was once blamed wrongly: sound files whose words are few, alike, and in the way of one another."""

from __future__ import annotations

import pytest

from briefdeck.assets import read_look
from briefdeck.draft.outline import draft_outline
from briefdeck.errors import Problem
from briefdeck.model.ids import assign_ids
from briefdeck.model.outline import Chart, DeckSettings, Moment, Outline, Point, Section, Series, Table
from briefdeck.model.values import replace
from briefdeck.pipeline import Order, make
from briefdeck.text.note import read_note
from briefdeck.verify import verify
from fit.any_deck import any_deck
from fit.any_outline import any_outline
from verify import mutations as do


def problems(outline: Outline, order: Order | None = None) -> tuple[Problem, ...]:
    made = make(outline, order or Order())
    return verify(made.deck, made.brief, outline, None, read_look("", outline.lang).furniture).problems


@pytest.mark.parametrize("number", [13, 35, 50, 61, 81, 125, 143, 176, 205, 238, 277, 296, 2001, 2481, 2494])
def test_decks_of_chance(number):
    given = any_deck(number)
    assert problems(given.outline, given.order) == ()


@pytest.mark.parametrize("number", [4, 5, 7, 16, 22, 44, 77, 99, 2004, 2058])
def test_briefs_of_chance(number):
    assert problems(any_outline(number), Order(only="brief")) == ()


def outline(*sections: Section, lang: str = "en", **more: object) -> Outline:
    return assign_ids(Outline(title="T", lang=lang, sections=sections, **more))


@pytest.mark.parametrize(
    "table",
    [
        Table(header=("", "", ""), rows=(("Wheat", "3", ""), ("Maize", "5", ""))),
        Table(header=("Plant", "", "Yield"), rows=(("Wheat", "", "3"), ("Maize", "", "5"))),
        Table(header=("",), rows=(("Wheat",), ("",))),
        Table(header=(*"abcdefgh", ""), rows=((*["A rather long cell of a table"] * 8, ""),) * 20),
    ],
)
def test_tables_with_columns_that_are_empty_or_have_no_name(table):
    assert problems(outline(Section(id="", title="A", table=table))) == ()


def test_a_label_of_several_words_that_are_marked_one_by_one():
    """In scripts of joined signs each word is a stretch of its own; the label stands alone above its steps."""
    points = tuple(Point(say=text) for text in ("पत्ती हरी है", "जल ऊपर जाता है", "ऊर्जा आती है"))
    label = Point(label="प्रकाश ऊर्जा", points=points, numbered=True)
    assert problems(outline(Section(id="", title="पत्ती", points=(label, Point(say="क्षत्रिय"))), lang="hi")) == ()


def test_a_recap_that_goes_on_and_one_of_what_a_limit_has_left():
    long = " ".join(f"word{number}" for number in range(260))
    sections = tuple(
        Section(id="", title=title, points=(Point(say=f"{title} {long}", priority=9), Point(say=f"{title} is so")))
        for title in ("Rain", "Rivers")
    )
    for most in (None, 6):
        deck = DeckSettings(furniture=("recap",), max_slides=most)
        assert problems(outline(*sections, deck=deck), Order(only="deck")) == ()


def test_words_of_the_exit_ticket_that_are_a_title_too():
    given = outline(
        Section(id="", title="today", points=(Point(say="It rains"),)), deck=DeckSettings(furniture=("exit ticket",))
    )
    assert problems(given, Order(only="deck")) == ()


def test_a_term_that_its_sentence_says_in_small_letters():
    note, _ = read_note(b"The body\n\nThe heart is a muscle that pumps blood through the body.\n", "note.txt")
    mapped, _ = draft_outline(note)
    made = make(mapped, Order())
    assert [term.term for term in mapped.terms] == ["Heart"]
    report = verify(made.deck, made.brief, mapped, note, read_look("", mapped.lang).furniture)
    assert report.problems == ()
    other = replace(mapped, terms=(replace(mapped.terms[0], term="Liver"),))
    assert any(
        "Liver" in one.message for one in verify(made.deck, None, other, note, read_look("", "en").furniture).problems
    )


def test_a_numbered_label_in_the_narrow_column_of_a_brief_for_notes():
    """Its number stands before the first point beside it."""
    baked = Point(label="Bake", points=(Point(say="Heat the oven"), Point(say="Wait an hour")))
    given = outline(Section(id="", title="Bread", numbered=True, points=(Point(say="Mix"), baked)))
    assert problems(given, Order(only="brief", style="cornell")) == ()


@pytest.mark.parametrize(
    ("font", "sign"), [("Wingdings", "§"), ("Wingdings", "ü"), ("Wingdings", "Ø"), ("Courier New", "o"), ("Arial", "•")]
)
def test_bullets_that_powerpoint_offers(font, sign):
    """Some of them are letters, which their font draws as marks."""
    given = outline(Section(id="", title="A", points=(Point(say="It rains"), Point(say="It dries"))))
    deck = make(given, Order(only="deck")).deck
    bullet = f'<a:p><a:pPr><a:buFont typeface="{font}"/><a:buChar char="{sign}"/></a:pPr>'
    changed = do.on_slide("It rains", do.sub("<a:p>(?=(?:(?!<a:p>).)*It (?:rains|dries))", bullet))(deck)
    found = verify(changed, None, given, None, read_look("", "en").furniture).problems
    assert [one.code for one in found] == ["BD404"]


def test_names_in_a_chart_that_are_numbers_of_its_axis_too():
    series = (Series(name="1", values=("1", "2", "3")), Series(name="2", values=("3", "2", "1")))
    chart = Chart(kind="line", categories=("1", "2", "3"), series=series)
    assert problems(outline(Section(id="", title="A", chart=chart)), Order(only="brief")) == ()


def test_a_moment_whose_words_are_its_date():
    moments = (Moment(when="1990", what="1990"), Moment(when="1991", what="again"))
    assert problems(outline(Section(id="", title="A", timeline=moments)), Order(only="brief", style="cornell")) == ()


@pytest.mark.parametrize("title", ["हिन्दी", "Русский язык", "日本語", "العربية"])
def test_headings_in_another_language(title):
    words = Section(id="", title=title, points=(Point(say="Five new words."),))
    assert problems(replace(outline(words), title=title)) == ()


@pytest.mark.parametrize("title", ["Birth (1918/19)", "The attacks (9/11)", "Three quarters (3/4)"])
def test_titles_that_end_like_the_number_of_a_part(title):
    points = tuple(Point(say=f"What happened on day {number} was told by nobody at all.") for number in range(1, 12))
    assert (
        problems(outline(Section(id="", title=title, points=points), Section(id="", title="Later", points=points[:1])))
        == ()
    )


def test_a_part_of_a_section_with_its_own_title():
    """Its label is its title, and it counts all the same."""
    long = " ".join(f"word{number}" for number in range(40))
    steps = Point(label="Rivers", points=tuple(Point(say=f"River {number} {long}") for number in range(3)))
    plain = tuple(Point(say=f"{number} {long}") for number in range(6))
    assert problems(outline(Section(id="", title="Water", points=(*plain, steps, *plain))), Order(only="deck")) == ()


def test_an_agenda_in_which_one_title_begins_like_another():
    """Where lines run to the left a link takes the first word alone."""
    titles = ("الماء", "الماء والضوء", "الضوء", "الضوء والماء")
    sections = (Section(id="", title=title, points=(Point(say=f"{title} مهم جدا"),)) for title in titles)
    assert problems(outline(*sections, lang="ar", deck=DeckSettings(furniture=("agenda",))), Order(only="deck")) == ()


def test_labels_that_end_like_the_number_of_a_part():
    """Slides of their own have them for titles."""
    long = " ".join(f"word{number}" for number in range(30))
    years = [
        Point(label=label, points=tuple(Point(say=f"{label[:5]} {number} {long}") for number in range(3)))
        for label in ("Birth (1918/19)", "Reign (1940/41)")
    ]
    assert problems(outline(Section(id="", title="A life", points=tuple(years))), Order(only="deck")) == ()


@pytest.mark.parametrize(
    ("lang", "names"), [("fa", ("(USD) ۱۲۰", "۱۲۰ ۱۳۰")), ("en", ("10 000 – 20 000 000", "20 000 000 – 30 000 000"))]
)
def test_names_of_charts_whose_numbers_stand_on_a_line_of_their_own(lang, names):
    series = tuple(Series(name=name, values=("28", "85", "4")) for name in names)
    drawn = Chart(kind="column", categories=(*names, "A"), series=series)
    assert problems(outline(Section(id="", title="A", chart=drawn), lang=lang)) == ()
