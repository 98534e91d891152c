"""What only printed pages have: running heads, parted words, marks that are drawn after the words of their items."""

import pytest

from briefdeck.text.readers.pdf_letters import Letter, Line, Piece, lines_of
from briefdeck.text.readers.pdf_lines import join_lines

_WIDTH = 5.0  # points of a letter


def line(text: str, y: float, page: int = 1, x: float = 50, size: float = 11) -> Line:
    return Line(page, (Piece(x, x + _WIDTH * len(text), text),), y, size, bold=False)


def page(number: int, head: str, words: str, y: float = 800, size: float = 9) -> list[Line]:
    text = [line(f"{words} has a sentence of its own here, {each}.", 700 - 30 * each, number) for each in range(4)]
    return [line(head, y, number, size=size), *text]


@pytest.mark.parametrize(
    ("second", "told"),
    [
        (page(2, "Green Valley School", "Ice"), [("Green Valley School", "page furniture")]),
        (page(2, "Green Valley School", "Ice", y=760), [("Green Valley School", "")] * 2),
        (page(2, "Another head", "Ice"), [("Green Valley School", ""), ("Another head", "")]),
    ],
)
def test_what_stands_at_the_same_place_of_both_pages_is_furniture(second, told):
    done = join_lines([*page(1, "Green Valley School", "Water"), *second])
    assert [(each.text, each.skip) for each in done if each.size == 9] == told


def test_the_same_title_in_large_letters_on_both_pages_is_no_furniture():
    done = join_lines([*page(1, "Rivers", "Water", size=20), *page(2, "Rivers", "Ice", size=20)])
    assert [each.skip for each in done if each.text == "Rivers"] == ["", ""]


def test_a_hyphen_that_a_browser_set_parts_a_word_and_joins_a_compound():
    lines = [
        line("The well\u2010known story tells that water is an in\u2010", 700),
        line("visible gas in the air, and that it is a well\u2010", 686),
        line("known one.", 672),
    ]
    (joined,) = join_lines(lines)
    assert "an invisible gas" in joined.text
    assert joined.text.endswith("a well\u2010known one.")


def letters(text: str, x: float, y: float) -> list[Letter]:
    return [Letter(sign, x + 5 * at, x + 5 * at + 5, y, 11, bold=False) for at, sign in enumerate(text)]


def test_marks_that_are_drawn_after_all_words_stand_before_their_items():
    drawn = [*letters("Oceans", 60, 700), *letters("Ice", 60, 680), *letters("•", 48, 700), *letters("2.", 45, 680)]
    assert [each.text for each in lines_of(drawn, 1)] == ["• Oceans", "2. Ice"]


def test_a_sign_far_from_any_words_stays_alone():
    drawn = [*letters("Oceans", 60, 700), *letters("•", 10, 640), *letters("–", 300, 700)]
    assert [each.text for each in lines_of(drawn, 1)] == ["Oceans", "•", "–"]


def test_a_title_that_runs_on_every_page_in_small_letters_stays_the_title():
    pages = [each for number in (1, 2, 3) for each in page(number, "Rivers", "Water")]
    done = join_lines([pages[0], line("Rivers", 770, size=20), *pages[1:]])
    assert [(each.size, each.skip) for each in done if each.text == "Rivers"] == [(9, "page furniture"), (20, "")]


def test_a_title_wider_than_its_column_does_not_part_the_sentences_below_it():
    lines = [
        line("A title over both of the columns", 740, size=22)._replace(pieces=(Piece(50, 500, "A title over both"),)),
        line("The two presidents met for a long bilateral talk in", 700),
        line("Sochi in the south of Russia, and it went on until the", 686),
        line("Georgian border was in sight.", 672),
    ]
    assert [each.text[-20:] for each in join_lines(lines)] == ["A title over both", "border was in sight."]


@pytest.mark.parametrize(("second", "count"), [("to be discussed there?", 1), ("Regional", 2)])
def test_a_parted_heading_is_whole(second, count):
    bold = [line(text, y)._replace(bold=True) for text, y in (("What is likely", 700), (second, 686))]
    text = [line(f"Water has a sentence of its own here, number {each}.", 660 - 14 * each) for each in range(3)]
    assert sum(each.strong for each in join_lines([*bold, *text])) == count
