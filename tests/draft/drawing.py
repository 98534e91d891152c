"""Outlines in a few characters, for case files that anybody can read and add to.

# title                   the whole (its source in brackets, when it is not a line of the note)
## section                ### subsection   (its source in brackets likewise)
- point                   - [label] point   - [label] alone: a label over the points below it
1. step                   a point that is shown with its number
+ table                   its header, cells between bars
“ words — name            somebody's words
% kind: series            the chart, and below it a line for each of its numbers
~ date: what              a stop of a timeline
<> label                  one side of a comparison, what is said of it below
? question                one of the note's own
* takeaway                what to take home
! left out                lines that appear nowhere, and why
"""

from briefdeck.draft.outline import draft_outline
from briefdeck.model.outline import Outline, Point, Section, steps_below
from briefdeck.text.note import read_note


def draft(text: str | bytes, name: str = "note.txt", lang: str = "") -> Outline:
    """The outline of a text."""
    data = text.encode() if isinstance(text, str) else text
    note, _ = read_note(data, name)
    return draft_outline(note, lang)[0]


def draw(outline: Outline, note: str = "") -> str:
    """The outline as lines of text; questions only those that stand in the note."""
    lines = [f"# {outline.title}{_source(outline.title_from)}"]
    for section in outline.sections:
        lines += _section(section, "##")
    lines += [f"? {question.text}" for question in outline.questions if question.text in note]
    lines += [f"* {takeaway.text}" for takeaway in outline.takeaways]
    lines += [f"! {', '.join(map(str, unused.lines))}: {unused.reason}" for unused in outline.unused]
    return "\n".join(lines)


def _section(section: Section, marks: str) -> list[str]:
    lines = [f"{marks} {section.title}{_source(section.title_from)}"]
    lines += _below(section, "")
    if section.quote:
        lines.append(f"“ {section.quote.text} — {section.quote.by}")
    lines += [f"~ {moment.when}: {moment.what}" for moment in section.timeline]
    for side in section.compare:
        lines.append(f"<> {side.label}")
        for point in side.points:
            lines += _point(point, "  ")
    if section.table:
        lines.append(f"+ {' | '.join(section.table.header)}")
        lines += [f"+ {' | '.join(row)}" for row in section.table.rows]
    if section.chart:
        lines.append(f"% {section.chart.kind}: {', '.join(one.name for one in section.chart.series)}")
        values = zip(*(one.values for one in section.chart.series), strict=True)
        lines += [f"% {' | '.join((name, *row))}" for name, row in zip(section.chart.categories, values, strict=True)]
    for below in section.sections:
        lines += _section(below, f"{marks}#")
    return lines


def _below(above: Section | Point, indent: str) -> list[str]:
    steps = steps_below(above)
    return [line for point, number in steps for line in _point(point, indent, f"{number}." if number else "-")]


def _point(point: Point, indent: str, mark: str = "-") -> list[str]:
    label = f"[{point.label}]" if point.label else ""
    line = f"{indent}{mark} {' '.join(part for part in (label, point.say) if part)}"
    return [line, *_below(point, f"{indent}  ")]


def _source(source: str) -> str:
    return "" if source == "line" else f" ({source})"


def read_cases(text: str) -> list[tuple[str, str, str]]:
    """(title, note, expected) of a case file: the three parts of a case end in a line with a full stop alone."""
    parts: list[list[str]] = [[]]
    for line in text.splitlines():
        if line == ".":
            parts.append([])
        elif line.startswith("%%"):
            continue  # a remark for people
        else:
            parts[-1].append(line)
    texts = ["\n".join(part) for part in parts]
    assert not texts[-1].strip(), f"the last case lacks a full stop: {texts[-1]!r}"
    assert len(texts) % 3 == 1, "a case has a title, a note and an outline, each ended by a full stop"
    return [
        (texts[start].strip(), texts[start + 1], texts[start + 2].strip("\n")) for start in range(0, len(texts) - 1, 3)
    ]
