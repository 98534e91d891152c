"""Numbers as people of many countries type them."""

import pytest

from briefdeck.model.numbers import read_numbers


@pytest.mark.parametrize(
    ("texts", "lang", "values", "format_"),
    [
        ("3 14 9", "en", [3, 14, 9], "0"),
        ("12.5 14 9", "en", [12.5, 14, 9], "0.0"),
        ("12,5 14 9", "en", [12.5, 14, 9], "0.0"),  # no group has one digit: the comma is a decimal one
        ("1,234 2,500", "en", [1234, 2500], "#,##0"),
        ("1,234 2,500", "de", [1.234, 2.5], "0.000"),
        ("1.234 2.500", "de", [1234, 2500], "#,##0"),
        ("1.234 2.500", "de-CH", [1.234, 2.5], "0.000"),
        ("1.234,5 2.500", "en", [1234.5, 2500], "#,##0.0"),  # the first tells how to read the second
        ("1,234 3,5", "en", [1.234, 3.5], "0.000"),
        ("12,34,567 1,00,000", "hi", [1234567, 100000], r"[>=10000000]##\,##\,##\,##0;[>=100000]##\,##\,##0;##,##0"),
        ("12.5% 50%", "en", [0.125, 0.5], "0.0%"),
        ("१२ ३४.५", "hi", [12, 34.5], "0.0"),
        ("١٢ ٣٤٫٥", "ar", [12, 34.5], "0.0"),
        ("−3 4 -5", "en", [-3, 4, -5], "0"),
        ("+3 −4", "en", [3, -4], "+0;-0;0"),
        ("0.125 1", "en", [0.125, 1], "0.000"),
        ("0,125 1", "en", [0.125, 1], "0.000"),
        ("1234567 12", "en", [1234567, 12], "0"),
    ],
)
def test_numbers_are_read_as_they_are_meant(texts, lang, values, format_):
    found = read_numbers(texts.split(), lang)
    assert list(found.values) == values
    assert found.faults == ()
    assert found.format == format_


def test_spaces_and_apostrophes_group_too():
    """Thin and unbreakable spaces, as typesetters and Swiss banks write them."""
    assert read_numbers(["1 234 567", "1\u202f000", "2'500", "12 %"], "fr").values == (1234567, 1000, 2500, 0.12)


@pytest.mark.parametrize("text", ["many", "12 kg", "1,2,3", "1.2.3", "5.", "$12", "(5)", "1,23,4", "12:30", "1e5", "½"])
def test_what_is_no_number_is_said(text):
    assert read_numbers(["12", text, ""], "en") == read_numbers(["12", text, ""], "en")._replace(
        values=(12.0, None, None), faults=(1,)
    )


def test_numbers_with_and_without_per_cent_are_noticed():
    assert read_numbers(["12%", "14"], "en").mixed
    assert not read_numbers(["12%", "14%"], "en").mixed
