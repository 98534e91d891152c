"""However people type, bullet, wrap or paste the seed note, its sections, labels and points stay."""

import re
import textwrap
from pathlib import Path

import pytest

from briefdeck.model.outline import Outline, walk_points, walk_sections
from draft.drawing import draft
from support.told import bare, told_points

SEED = (Path(__file__).parents[2] / "seeds" / "000_6d5ad8971962cae4.txt").read_text(encoding="utf-8")
LINES = SEED.splitlines()
HEADS = (2, 13)
LABELS = (5, 8, 11)
FOLLOWING = (6, 7, 9, 10, 12)


def heads(change):
    return "\n".join(change(line) if index in HEADS else line for index, line in enumerate(LINES))


def others(change):
    return "\n".join(line if index in HEADS else change(line) for index, line in enumerate(LINES))


def labels(separator):
    return re.sub(r"(?m)^(\w+) - ", rf"\1{separator}", SEED)


def wrapped(width, joint="\n", **indents):
    return joint.join(textwrap.fill(line, width, **indents) for line in LINES)


def refilled(width):
    """The lines of each part run into one paragraph."""
    parts = (LINES[:2], [LINES[2]], LINES[3:13], [LINES[13]], LINES[14:])
    return "\n".join(textwrap.fill(" ".join(part), width) for part in parts)


def numbered():
    numbers = {index: f"{number}. " for number, index in enumerate(HEADS, 1)}
    return "\n".join(numbers.get(index, "") + line for index, line in enumerate(LINES))


def indented_below():
    return "\n".join(f"    {line}" if index in FOLLOWING else line for index, line in enumerate(LINES))


VARIANTS = {
    "CRLF": SEED.replace("\n", "\r\n"),
    "mark": "\ufeff" + SEED,
    "UTF-16": SEED.encode("utf-16"),
    "UTF-16 without mark": SEED.encode("utf-16-be"),
    "no-break spaces": SEED.replace(" ", "\u00a0"),
    "blanks at line ends": SEED.replace("\n", "  \t\n"),
    "blank line after every line": SEED.replace("\n", "\n\n"),
    "blank lines around headings": heads(lambda line: f"\n{line}\n"),
    "zero-width signs": "\n".join(f"\u200b{line}" for line in LINES),
    "soft hyphens": SEED.replace("tion", "\u00adtion"),
    "straight quotes": SEED.replace("’", "'"),
    "en dash": labels(" – "),
    "em dash": labels(" — "),
    "em dash alone": labels("—"),
    "colon": labels(": "),
    "dash at the word": labels("- "),
    "tabs": others(lambda line: f"\t{line}"),
    "indent": others(lambda line: f"    {line}"),
    "indent below labels": indented_below(),
    "bold headings": heads(lambda line: f"**{line}**"),
    "bold labels": re.sub(r"(?m)^(\w+) - ", r"**\1:** ", SEED),
    "# headings": heads(lambda line: f"## {line}"),
    "# headings and bullets": "\n".join(f"## {x}" if i in HEADS else f"- {x}" for i, x in enumerate(LINES)),
    "capitals": heads(str.upper),
    "numbered headings": numbered(),
    "headings with a colon": heads(lambda line: line.replace("?", ":")),
    "underlined headings": heads(lambda line: f"{line}\n{'-' * len(line)}"),
    "one line": " ".join(LINES),
    "one paragraph": textwrap.fill(" ".join(LINES), 70),
    "HTML paragraphs": "\n".join(f"<p>{line}</p>" for line in LINES),
    "HTML headings": "\n".join(f"<h2>{x}</h2>" if i in HEADS else f"<p>{x}</p>" for i, x in enumerate(LINES)),
    "HTML on one line": "".join(f"<div><span>{line}</span></div>" for line in LINES),
    "HTML breaks": "<br>\n" + "<br>\n".join(LINES),
    **{f"bullet {mark}": others(lambda line, mark=mark: f"{mark} {line}") for mark in "-•➢*–▪"},
    **{f"wrapped at {width}": wrapped(width) for width in (60, 70, 80)},
    **{f"refilled at {width}": refilled(width) for width in (60, 70, 80)},
    "wrapped with gaps": wrapped(70, "\n\n"),
    "wrapped with hanging lines": wrapped(70, subsequent_indent="  "),
}


def told(outline: Outline) -> list[tuple[str, ...]]:
    """Titles, and points with their label, without case and signs."""
    found: list[tuple[str, ...]] = []
    for section in walk_sections(outline.sections):
        found.append(("section", bare(section.title)))
        for point in section.points:
            found += told_points(point)
    return found


@pytest.mark.parametrize("variant", VARIANTS)
def test_sections_labels_and_points_stay(variant):
    assert told(draft(VARIANTS[variant])) == told(draft(SEED))


def test_two_notes_in_one_file_give_the_sections_of_both():
    titles = [section.title for section in draft(SEED).sections]
    assert [section.title for section in draft(f"{SEED}\n\n{SEED}").sections] == titles * 2


def test_a_paragraph_wrapped_into_another_line_still_cites_its_own():
    outline = draft(wrapped(70))
    first, second = outline.sections[0].points
    assert (first.lines, second.lines) == ((1, 2), (3, 4))


OTHER = """The empire

Why in news?
The "old fort" has been opened again, and the ministry's report says that 75% of it is safe.

Key findings

- Walls: 3 of 4 walls stand.
- Gates - all gates are open.
    - the north gate is closed at night

Growth v decline
Growth\tDecline
new roads\tno roads
many ports\tfew ports

Important people
Babur won at Panipat in 1526.
Humayun lost to Sher Shah.
Akbar ruled for forty-nine years.

Strengths
a good army
many ports

Weaknesses
few ships
wars at home
"""

OTHER_VARIANTS = {
    "CRLF": OTHER.replace("\n", "\r\n"),
    "mark": "\ufeff" + OTHER,
    "UTF-16": OTHER.encode("utf-16"),
    "no-break spaces": OTHER.replace(" ", "\u00a0"),
    "blanks at line ends": OTHER.replace("\n", "  \n"),
    "two blank lines": OTHER.replace("\n\n", "\n\n\n"),
    "zero-width signs": "\n".join(f"\u200b{line}" if line else line for line in OTHER.splitlines()),
    "curly quotes": OTHER.replace("'", "’").replace('"old fort"', "“old fort”"),
    "dots as bullets": re.sub(r"(?m)^(\s*)- ", r"\1• ", OTHER),
    "wrapped": "\n".join(textwrap.fill(line, 70) if "\t" not in line else line for line in OTHER.splitlines()),
}


def names(outline: Outline) -> tuple[list[str], set[str], set[str]]:
    sections = list(walk_sections(outline.sections))
    points = [point for section in sections for point in walk_points(section.points)]
    straight = {point.say.replace("’", "'").replace("“", '"').replace("”", '"') for point in points}
    return [section.title for section in sections], {point.label for point in points}, straight


@pytest.mark.parametrize("variant", OTHER_VARIANTS.values(), ids=OTHER_VARIANTS)
def test_other_kinds_of_headings_and_lists_stay_as_well(variant):
    titles, _, _ = names(draft(OTHER))
    assert {"Key findings", "Growth v decline", "Important people", "Strengths", "Weaknesses"} <= set(titles)
    assert names(draft(variant)) == names(draft(OTHER))
