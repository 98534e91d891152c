"""Lessons made by chance: a note, an author who edits its outline, and a second version of the note."""

from __future__ import annotations

import re
from typing import NamedTuple

from hypothesis import strategies as st

from briefdeck.errors import NOWHERE
from briefdeck.model.outline import Outline, Point, Section
from briefdeck.model.values import replace
from briefdeck.pipeline import Updated, draft_outline, map_note, update_outline
from briefdeck.text.outline import dump_outline, load_outline

HEADINGS = ["What plants need?", "How light works?", "Where water goes?", "Who found it?", "What comes next?"]
LABELS = ["Light", "Water", "Soil"]
_SUBJECTS = [
    "Sunlight",
    "The leaf",
    "A root hair",
    "Chlorophyll",
    "The old gardener",
    "Priestley",
    "Every cell",
    "Rain",
]
_VERBS = ["carries", "warms", "stores", "splits", "feeds", "measured", "never reaches", "slowly changes"]
_OBJECTS = ["the sugar of the night", "twelve grams of salt", "water in the stem", "a green pigment", "the upper skin",
            "carbon from the air", "the mouse under the glass", "small openings below"]  # fmt: skip
SENTENCES = [f"{one} {two} {three}." for one in _SUBJECTS for two in _VERBS for three in _OBJECTS]


class Lesson(NamedTuple):
    """What the merge is given, and what to look for in what it gives."""

    before: str  # the note
    after: str  # the note, changed
    base: str  # the outline as it was mapped
    mine: str  # the outline as its author left it
    own: tuple[str, ...]  # texts that are the author's
    deleted: tuple[str, ...]  # texts that the author took out


def update(mine: str, note: str, base: str | None) -> Updated:
    return update_outline(mine, "outline.yaml", base, lambda lang, _: map_note(note.encode(), "note.txt", lang=lang)[0])


@st.composite
def notes(draw: st.DrawFn) -> list[str]:
    """The lines of a note: headings, plain lines, labelled lines, no sentence twice."""
    sentences = draw(st.lists(st.sampled_from(SENTENCES), min_size=4, max_size=14, unique=True))
    lines: list[str] = []
    headings = iter(HEADINGS)
    for number, sentence in enumerate(sentences):
        if number and draw(st.integers(0, 3)) == 0 and (heading := next(headings, None)):
            lines.append(heading)
        lines.append(f"{draw(st.sampled_from(LABELS))} - {sentence}" if draw(st.integers(0, 4)) == 0 else sentence)
    return lines


@st.composite
def changed(draw: st.DrawFn, lines: list[str]) -> list[str]:
    """The note after its teacher went through it: lines put in, taken out, mended, moved."""
    lines = list(lines)
    for _ in range(draw(st.integers(1, 5))):
        place = draw(st.integers(0, len(lines)))
        match draw(st.sampled_from(["put in", "top", "take out", "mend", "move", "heading", "block"])):
            case "put in" | "top" as how:
                fresh = draw(st.sampled_from(SENTENCES).filter(lambda text: not any(text in line for line in lines)))
                lines.insert(0 if how == "top" else place, fresh)
            case "take out" if len(lines) > 2:
                lines.pop(place % len(lines))
            case "block" if len(lines) > 5:
                del lines[place % len(lines) : place % len(lines) + 3]
            case "mend":
                lines[place % len(lines)] = lines[place % len(lines)].replace("the", "this").replace("a ", "one ")
            case "move":
                line = lines.pop(place % len(lines))
                lines.insert(draw(st.integers(0, len(lines))), line)
            case "heading":
                lines.insert(place, f"Why look at part {draw(st.integers(1, 99))}?")
    return lines


class _Author:
    """Goes through an outline and remembers what was done to it."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._count = 0
        self.own: list[str] = []
        self.deleted: list[str] = []

    def _some(self, most: int = 5) -> bool:
        return self._draw(st.integers(0, most)) == 0

    def _words(self, what: str) -> str:
        self._count += 1
        self.own.append(f"My own {what} number {self._count}, as I say it")
        return self.own[-1]

    def outline(self, outline: Outline) -> Outline:
        if self._some():
            outline = replace(outline, title=self._words("title"))
        sections = list(outline.sections)
        if len(sections) > 1 and self._some():
            sections = self._draw(st.permutations(sections))
        if len(sections) > 1 and self._some():
            gone = sections.pop()
            self.deleted += [text for point in gone.points for text in _said(point)]
        sections = [self._section(section) for section in sections]
        if self._some():
            points = (Point(say=self._words("point")), Point(say=self._words("point")))
            sections.append(Section(id="", title=self._words("section"), points=points))
        return replace(outline, sections=tuple(sections))

    def _section(self, section: Section) -> Section:
        if self._some():
            section = replace(section, title=self._words("heading"))
        if self._some():
            section = replace(section, layout="Points", notes=self._words("note"))
        return replace(section, points=self._points(section.points))

    def _points(self, points: tuple[Point, ...]) -> tuple[Point, ...]:
        rows: list[Point] = []
        for point in points:
            if self._some(6):
                self.deleted += list(_said(point))
                continue
            rows.append(self._point(point))
            if self._some():
                rows.append(Point(say=self._words("point"), label=self._words("label") if self._some(2) else ""))
        if self._some():
            rows = self._draw(st.permutations(rows))
        return tuple(rows)

    def _point(self, point: Point) -> Point:
        if point.is_group:
            label = self._words("label") if self._some() else point.label
            below = self._points(point.points) or (Point(say=self._words("point")),)
            return replace(point, label=label, points=below)
        if self._some():
            point = replace(point, say=self._words("sentence"), show="")
        elif self._some():
            point = replace(point, show=self._words("short form"))
        if self._some(12):
            point = replace(point, points=(Point(say=self._words("point")),))
        return point


def _said(point: Point) -> tuple[str, ...]:
    return (*((point.say,) if point.say else ()), *(text for below in point.points for text in _said(below)))


@st.composite
def written(draw: st.DrawFn, text: str) -> tuple[str, tuple[str, ...]]:
    """The outline as a person writes: comments, blank lines, other quotes, short ways; with the comments in it."""
    lines: list[str] = []
    comments: list[str] = []
    indent = 0
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            lines.append(line)
            continue
        row = re.sub(r'^( *- )say: (".*")$', r"\1\2", line)
        lines.append(line if _goes_on(text, line) else row)
        indent = len(line) - len(line.lstrip(" -"))
        choice = draw(st.integers(0, 14))
        if choice in (0, 1):
            comments.append(f"# remark {len(comments)} of mine.")
            lines.append(f"{' ' * indent if choice else ''}{comments[-1]}")
        elif choice == 2:
            comments.append(f"# beside {len(comments)}.")
            lines[-1] += f"   {comments[-1]}"
        elif choice == 3:
            lines.append("")
        elif choice == 4:
            lines[-1] = re.sub(r': "([^"\'\\]*)"$', r": '\1'", lines[-1])
    newline = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    return newline.join(lines) + newline, tuple(comments)


def _goes_on(text: str, line: str) -> bool:
    """Whether a point has more keys than the one on this line."""
    rows = text.splitlines()
    at = rows.index(line)
    indent = len(line) - len(line.lstrip(" -"))
    after = rows[at + 1] if at + 1 < len(rows) else ""
    return (
        after.startswith(" " * indent)
        and not after.startswith(" " * (indent + 1))
        and after[indent : indent + 1] != "-"
    )


@st.composite
def lessons(draw: st.DrawFn) -> tuple[Lesson, tuple[str, ...]]:
    before = draw(notes())
    after = draw(changed(before))
    base = draft_outline("\n".join(before))
    author = _Author(draw)
    edited = author.outline(load_outline(base, "base")[0])
    mine, comments = draw(written(dump_outline(edited)))
    own = tuple(text for text in author.own if text in mine)
    lesson = Lesson("\n".join(before), "\n".join(after), base, mine, own, tuple(author.deleted))
    return lesson, comments


__all__ = ["NOWHERE", "Lesson", "lessons", "update"]
