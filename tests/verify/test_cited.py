"""Whether words stand in the lines they cite: marks between them do not matter, words and numbers do."""

import pytest

from briefdeck.verify.cited import Cited


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Plants eat **light**, [and](https://a.invalid/x_y) air.", "Plants eat light, and air."),
        ("so <w:p> is a tag and <b>bold</b> is one", "<w:p> is a tag and bold is one"),
        ("a < b: what <i>the</i> sum says > c", "b: what the sum says > c"),
        ("It rose[12] fast.[3, 4]", "It rose fast."),
        ("2 * 3 is *six* `x`", "2 * 3 is six x"),
        ("Old `` code ` here", "Old code here"),
        ("Fish &amp; chips &lt;b>", "Fish & chips <b>"),
        ("Over 3 %% hidden %% of them", "Over 3 of them"),
        ("See <https://a.invalid/x> and <ann@a.invalid>.", "See https://a.invalid/x and ann@a.invalid."),
        ("Rain \U0001f327\ufe0f falls", "Rain falls"),
        ("what\u061f\u061fthen", "what\u061f \u061f"),
    ],
)
def test_marks_between_the_words_do_not_matter(line, said):
    assert Cited([line]).holds(said)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("It is not so", "It is so"),
        ("<b>3.5</b> units", "35 units"),
        ("minus -2 of it", "minus 2 of it"),
        ("two **big words** here", "two words here"),
        ("it falls, then rises", "it rises, then falls"),
        ("no where to go", "nowhere to go"),
    ],
)
def test_words_signs_and_their_order_do(line, said):
    assert not Cited([line]).holds(said)


@pytest.mark.parametrize(
    ("line", "number", "there"),
    [
        ("It cost $12.5 then", "$12", False),
        ("It cost -$12 then", "$12", False),
        ("Orders of $-2 billion", "-2 billion", False),
        ("97 per cent% of it", "97 per cent", True),
        ("<x>97% of it", "97%", True),
        ("97%% of it", "97", False),
        ("97%%%% of it", "97", False),
        ("97%%sure?%% of it", "97", True),
        ("Over`9% of it", "9%", True),
        ("人口达12亿以上", "12亿以上", True),
        ("197% of it", "97%", False),
    ],
)
def test_a_number_stands_there_only_whole(line, number, there):
    assert Cited([line]).has_number(number) is there


@pytest.mark.parametrize(
    ("line", "text", "strange"),
    [
        ("|a|b&|", "b&", ""),
        ("| a |b |", "a b", ""),
        ("Oce:ns hold 9@7", "ns hold 9@", ""),
        ("light,air", "air", ""),
        ("Oceans hold", "cean", "cean"),
        ("It is 12.5", "12", "12"),
        ("It is 12%%sure?%% units", "12", ""),
        ("It is 12.5", "5", "5"),
        ("Dams hold water", "Dams hold wine", "wine"),
    ],
)
def test_the_first_word_that_the_lines_lack_is_named(line, text, strange):
    assert Cited([line]).strange(text) == strange


def test_a_quoted_line_that_goes_on_has_no_sign_within_the_sentence():
    assert Cited(["> Can she come? She would be sad if all", "> others went alone."]).holds("sad if all others went")
    assert Cited(["> Can she come?"]).holds("> Can she come?")
    assert not Cited(["the mass is", "less > more"]).holds("less more")
