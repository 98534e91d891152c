"""Whatever is built keeps its promises: every theme, every paper, and outlines that chance writes."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings

from briefdeck.assets import read_look, theme_names
from briefdeck.errors import BriefdeckError
from briefdeck.model.ids import assign_ids
from briefdeck.model.outline import DeckSettings, Moment, Outline, Picture, Point, Section, Table
from briefdeck.model.values import replace
from briefdeck.pipeline import Order, make
from briefdeck.verify import verify
from compose.brief_outlines import outlines
from compose.outlines import MEDIA, REACHES, gallery
from support.photographs import paintable
from verify.mutations import in_part, in_presentation, swap


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("theme", theme_names())
def test_the_seed_passes_in_every_theme_on_every_paper(built, theme, paper):
    pair = make(built.outline, Order(theme=theme, paper=paper))
    assert built.report(pair.deck, pair.brief).problems == ()


@pytest.fixture(scope="module")
def everything():
    """An outline that reaches most layouts of the table."""
    many = next(one for one in REACHES.values() if len(one.terms) > 1)
    asked = next(one for one in REACHES.values() if one.questions)
    ends = next(one for one in REACHES.values() if one.takeaways)
    return replace(gallery(), terms=many.terms, questions=asked.questions, takeaways=ends.takeaways, subtitle="All")


@pytest.mark.parametrize("theme", theme_names())
def test_every_layout_can_be_read_in_every_theme(everything, theme):
    made = make(everything, Order(theme=theme, only="deck"))
    assert len({page.layout for page in made.deck_document.pages}) > 25
    report = verify(made.deck, None, everything, None, read_look("", "en").furniture)
    assert report.problems == ()


LANGUAGES = {"from the left": "en", "from the right": "ar"}


@pytest.mark.parametrize("lang", LANGUAGES.values(), ids=LANGUAGES)
def test_columns_are_read_from_the_side_where_the_language_begins(lang):
    """The agenda of many sections has two columns: the right one is the first of a language from the right."""
    sections = tuple(
        Section(id=f"s{number}", title=f"Part {number}", points=(Point(id=f"p{number}", say=f"Point {number}."),))
        for number in range(1, 11)
    )
    outline = Outline(title="Parts", lang=lang, sections=sections)
    deck, furniture = make(outline, Order(only="deck")).deck, read_look("", lang).furniture
    assert verify(deck, None, outline, None, furniture).problems == ()
    turned = in_presentation(swap(*[f'rtl="{int(lang == "ar") ^ side}"' for side in (0, 1)], 1))(deck)
    found = verify(turned, None, outline, None, furniture).problems
    order = [problem.message for problem in found if problem.code == "BD472" and "is read after" in problem.message]
    assert order == ["slide 2: “section 6” is read after “section 5” below it"]


@pytest.mark.parametrize("lang", ["en", "hi", "ru", "ja", "ar"])
def test_words_of_other_scripts_are_in_languages_of_their_own(lang):
    """A slide may have more of them than of the language of the outline; words of its own scripts are in none other."""
    said = ("Water नदी विद्यालय ऊर्जा", "Вода вода вода water", "水と光合成 water", "ماء water नदी", "Water")
    points = tuple(Point(id=f"p{number}", say=text) for number, text in enumerate(said))
    outline = Outline(
        title="Water, вода, नदी, ماء, 水", lang=lang, sections=(Section(id="s", title="नदी", points=points),)
    )
    deck, furniture = make(outline, Order(only="deck")).deck, read_look("", lang).furniture
    assert verify(deck, None, outline, None, furniture).problems == ()
    tagged = {"en": "en-US", "hi": "hi-IN", "ru": "ru-RU", "ja": "ja-JP", "ar": "ar-SA"}[lang]
    wrong = in_part("ppt/slides/slide1.xml", swap(f'lang="{tagged}"', 'lang="de-DE"'))(deck)
    assert "BD473" in {problem.code for problem in verify(wrong, None, outline, None, furniture).problems}


TOO_LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch " * 4


@pytest.mark.parametrize(
    "title", [f"km {TOO_LONG}", f"Light water sugar and {TOO_LONG}"], ids=["a short word", "words"]
)
def test_a_title_that_is_cut_short_is_known_though_points_have_its_words(title):
    points = (Point(id="p1", say="water sugar"), Point(id="p2", say="Sugar."))
    other = Section(id="s2", title="Water", points=(Point(id="p3", say="Leaf."),))
    sections = (Section(id="s1", title=title.strip(), points=points), other)
    outline = Outline(title="Parts", lang="en", sections=sections)
    deck = make(outline, Order(only="deck")).deck
    assert verify(deck, None, outline, None, read_look("", "en").furniture).problems == ()


@pytest.mark.parametrize(("lang", "title"), [("en", "know"), ("en", "What"), ("vi", "những")])
def test_a_title_that_is_a_word_of_the_furniture_around_it_is_known(lang, title):
    """As a question, "know" becomes "know: what should we know?"."""
    sections = tuple(
        Section(id=f"s{n}", title=text, points=tuple(Point(id=f"{p}{n}", say=f"{p.upper()} and light.") for p in "ab"))
        for n, text in enumerate((title, "Leaf"))
    )
    outline = Outline(title="Parts", lang=lang, sections=sections, deck=DeckSettings(titles="question"))
    deck, furniture = make(outline, Order(only="deck")).deck, read_look("", lang).furniture
    assert verify(deck, None, outline, None, furniture).problems == ()
    said = furniture.words["ask"].partition("{title}")[2]
    other = in_part("ppt/slides/slide3.xml", swap(said, said.replace("?", " 5?")))(deck)
    assert verify(other, None, outline, None, furniture).problems


def test_a_picture_stays_beside_the_layout_that_its_section_asks_for():
    """The layout is of what else the section has."""
    timeline = tuple(Moment(when=str(year), what="Something happened.") for year in (1990, 1991))
    picture = Picture(file="photo", alt="A leaf")
    sections = tuple(Section(id=f"s{number}", title=f"Part {number}", points=()) for number in (1, 2))
    wanted = replace(sections[0], layout="Timeline 2", timeline=timeline, picture=picture)
    outline = Outline(title="Parts", lang="en", sections=(wanted, replace(sections[1], lead="A lead.")))
    made = make(outline, Order(only="deck", media=paintable(MEDIA)))
    layouts = [page.layout for page in made.deck_document.pages if page.entry == "s1"]
    assert layouts[-2:] == ["Timeline 2", "Picture"]


@pytest.mark.slow
@settings(
    max_examples=60, deadline=None, suppress_health_check=[*HealthCheck], phases=[Phase.generate], derandomize=True
)
@given(outlines())
def test_outlines_of_chance_pass(outline):
    """In six scripts, from one point to eighty, with and without cuts."""
    try:
        pair = make(outline, Order())
    except BriefdeckError:
        assume(False)
    report = verify(pair.deck, pair.brief, outline, None, read_look("", outline.lang).furniture)
    assert report.problems == ()


@pytest.mark.parametrize("rows", [3, 12, 90])
def test_tables_of_any_length_keep_every_promise(rows):
    """Of few rows on one slide, of many on several; a brief too short for them lists which it left out."""
    table = Table(header=("River", "Length"), rows=tuple((f"River {n}", f"{n * 70} km") for n in range(rows)))
    outline = assign_ids(Outline(title="Rivers", sections=(Section(id="", title="Long", table=table),)))
    pair = make(outline, Order())
    report = verify(pair.deck, pair.brief, outline, None, read_look("", "en").furniture)
    assert report.problems == ()
    assert any("table-row" in cut.id for cut in pair.brief_document.cuts) == (rows == 90)
