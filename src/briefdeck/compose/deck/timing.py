"""The timing plan: how many minutes each section may take, estimated from what is said and shown."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from briefdeck.compose.deck.notes import Spoken
from briefdeck.compose.deck.slides import Slide
from briefdeck.model.contents import OPENING
from briefdeck.model.look import Furniture
from briefdeck.model.outline import Outline, Section, section_points, walk_sections

_WORDS_A_MINUTE = 110  # spoken to a class, with pauses
_MINUTES_A_SLIDE = 0.5  # to look, and for a question
_LETTERS_A_WORD = 2.0  # of scripts that put no spaces between words


def timed(slides: Sequence[Slide], outline: Outline, spoken: Mapping[str, Spoken], furniture: Furniture) -> list[Slide]:
    """The slides with the minutes of each section in the notes of its first, and the whole plan in the opening's."""
    minutes = {section.id: _minutes(section, slides, spoken) for section in outline.sections}
    plan = [
        furniture.words["time_of"].format(title=section.title, minutes=minutes[section.id])
        for section in outline.sections
    ]
    plan.append(furniture.words["time_in_all"].format(minutes=sum(minutes.values())))
    firsts: dict[str, int] = {}
    for number, slide in enumerate(slides):
        firsts.setdefault(slide.entry, number)
    opening = max(number for number, slide in enumerate(slides) if slide.entry == OPENING)
    said = {opening: "\n".join(plan)}
    for section in outline.sections:
        if section.id in firsts:
            said[firsts[section.id]] = furniture.words["time"].format(minutes=minutes[section.id])
    return [
        slide._replace(notes="\n".join(filter(None, (slide.notes, said.get(number, "")))))
        for number, slide in enumerate(slides)
    ]


def _minutes(section: Section, slides: Sequence[Slide], spoken: Mapping[str, Spoken]) -> int:
    """At least one, rounded up."""
    within = tuple(walk_sections((section,)))
    words = sum(_words(spoken[point.id].text) for one in within for point in section_points(one) if point.id in spoken)
    entries = {one.id for one in within}
    shown = sum(slide.entry in entries for slide in slides)
    return max(1, math.ceil(words / _WORDS_A_MINUTE + shown * _MINUTES_A_SLIDE))


def _words(text: str) -> float:
    """How many words a text has; in scripts without spaces about one for two letters."""
    dense = sum("\u3040" <= letter <= "\u9fff" or "\u0e00" <= letter <= "\u0e7f" for letter in text)
    return len(text.split()) + dense / _LETTERS_A_WORD
