"""Named things of a note: what titles are made of."""

from __future__ import annotations

from briefdeck.draft.names import frequent_names
from support.growth import exponent


def test_a_name_of_a_heading_counts_where_the_text_says_it_too():
    said = ["Talks between India and the Russian President went on.", "They met in Sochi."]
    assert "Sochi" in frequent_names(said, ["The Sochi Meeting"] * 1) or "Sochi" in frequent_names(said, ["At Sochi"])
    assert frequent_names(said, ["Quite Another Matter"]) == []


def test_a_name_that_stands_inside_a_longer_one_is_said():
    said = ["Later the Russian President spoke of peace."]
    assert "Russia" in " ".join(frequent_names(said, ["On Russia", "For Russia"]))


def test_many_headings_over_a_long_text_take_time_in_proportion():
    """Each heading was once looked for in the whole text."""

    def work(size):
        headings = [f"Chapter Ab{number} Cd{number}" for number in range(size)]
        said = [f"Ef{number} flows to the sea in August." for number in range(size)]
        return lambda: frequent_names(said, headings)

    assert exponent(work, 4000) < 1.5


def test_a_name_behind_a_possessive_and_a_hyphen_is_found():
    """The search for it once never ended."""
    said = ["They met America’s- Solar Alliance.", "We met India’s- Solar Alliance."]
    assert "Solar Alliance" in frequent_names(said, ["On Solar Alliance"])
