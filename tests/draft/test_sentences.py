"""Sentences are found without breaking abbreviations, initials, numbers and quotations."""

import pytest

from briefdeck.draft.sentences import split_sentences


@pytest.mark.parametrize(
    "marked",
    [
        "Rain fell. | The river rose.",
        "Hence, the visit was meant to assure Mr. Putin of it. | It worked.",
        "Drifting closer to the U.S. and Russia to China.",
        "He moved to the U.S. | The firm stayed in Delhi.",
        "M.K. Stalin and C. Rajagopalachari met in St. Petersburg. | They spoke.",
        "It costs Rs. 1,000 a year, i.e. very little. | Many pay it.",
        "1. The first item of a list. | It has two sentences.",
        "He said, “It is a good idea. | It saves time.” | Nobody objected.",
        "Ownership passed in 2013. | [1] shows it.",
        "It also promotes the mother tongue. [1, 2, 3]",
        "Why? | Because it rains!",
        "यह एक वाक्य है। | यह दूसरा है।",
        "光合作用发生在叶绿体中。|它释放氧气。",
        "ما هو؟ | هو غذاء.",
        "Am 30. Januar 1933 endete es. | So war es.",
        "Do not collect … . | Well, not exactly.",
        "В 1861 г. Александр II подписал Манифест. | Крестьяне получили свободу.",
        "Es kostet 3,2 Mrd. € pro Jahr, z. B. für Netze und u. a. Speicher. | Das ist viel.",
        "El Sr. López vive en EE. UU. y trabaja allí. | Es profesor.",
        "They spoke at 9 a.m. on Fri. 3 May. | Then the sun set.",
        "He sat. | The sun shone.",
        "Compare it with last year (avg. 62 %). | It rose.",
        "La Dra. López llegó. | M. Dupont et Mme. Curie sont là.",
        "Prof. Weber wohnt in der Goethestr. 5 bzw. am Markt. | Er geht.",
        "Это сказал проф. Иванов в г. Москве. | Все слушали.",
        "Discuss the powers of the Governor. (2022)",
        "Who slept for less than eight hours? (hands up, no comments)",
        'You ask "¿Quién es el último?" (Who is last?) and know your turn. | Then wait.',
        "It rained. | (a) The river rose. | (b) It fell.",
        "They met. | (The talks had been planned for 2022 by both of them.) | Nothing came of it.",
        "It is so. | No. 5 is good. | I go. | We do.",
        "ये 1947 ई. में हुआ। | फिर नया संविधान बना।",
    ],
)
def test_a_line_is_divided_at_the_bars(marked):
    parts = [part.strip() for part in marked.split("|")]
    joiner = "" if "。" in marked else " "
    assert split_sentences(joiner.join(parts)) == parts


def test_a_blank_line_holds_none():
    assert split_sentences("  ") == []
