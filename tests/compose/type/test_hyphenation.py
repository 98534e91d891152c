"""Where words may be divided."""

from itertools import pairwise

import pytest

from briefdeck.compose.type.hyphenation import hyphen_points


def divided(word, lang):
    points = (0, *hyphen_points(word, lang), len(word))
    return "-".join(word[start:stop] for start, stop in pairwise(points))


@pytest.mark.parametrize(
    ("word", "lang", "expected"),
    [
        ("understanding", "en", "un-der-stand-ing"),
        ("understanding", "en-GB", "un-der-stand-ing"),
        ("“understanding”,", "en", "“un-der-stand-ing”,"),
        ("Verfassung", "de", "Ver-fas-sung"),
        ("сотрудничество", "ru", "со-труд-ни-че-ство"),
        ("сотрудничество", "en", "со-труд-ни-че-ство"),  # a Russian word in an English text
    ],
)
def test_words_are_divided_by_their_language(word, lang, expected):
    assert divided(word, lang) == expected


@pytest.mark.parametrize(
    ("word", "lang"),
    [
        ("being", "en"),  # short
        ("understanding", "zz"),  # no dictionary
        ("understanding2024", "en"),
        ("example.org/understanding", "en"),
        ("under_standing", "en"),
        ("हिन्दुस्तान", "hi"),
        ("", "en"),
        ("...", "en"),
    ],
)
def test_these_are_not_divided(word, lang):
    assert hyphen_points(word, lang) == ()
