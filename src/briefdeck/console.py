"""What the command line prints: problems with their line and a caret, the parity table, JSON. Values in, text out."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefdeck.errors import Position, Problem, Severity

if TYPE_CHECKING:
    from briefdeck.pipeline import Briefing
    from briefdeck.verify.report import Check, ParityRow

SHOWN_PROBLEMS = 20
"""Problems printed; the rest are counted."""

SHOWN_CUTS = 20
"""Cuts printed of each file; the rest are counted."""

SourceLine = Callable[[Position], str | None]
"""Gives the text of the line that a position names, or None where it is not to be had."""

_LABELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.REMARK: "remark"}
_COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.REMARK: "36;1"}
_MARKS = {True: "ok  ", False: "FAIL", None: "-   "}  # a check that could not be made is neither
_LONGEST_LINE = 100  # columns of an excerpt; on a narrow terminal as many as there are
_SHORTEST_LINE = 20
_WIDE = 120  # columns of a terminal whose width nobody knows
_INVISIBLE = ("Cc", "Cs", "Zl", "Zp")
_DIRECTION_CONTROLS = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")


def render_problems(problems: Iterable[Problem], source_line: SourceLine, *, colour: bool, width: int = _WIDE) -> str:
    """Render the gravest and earliest problems first, at most `SHOWN_PROBLEMS`, the rest counted.

    Lines of files take no more than `width` columns; sentences are left to the terminal to wrap.
    """
    weight = {severity: index for index, severity in enumerate(Severity)}
    ordered = sorted(problems, key=lambda problem: (weight[problem.severity], problem.at))
    blocks = [render_problem(problem, source_line, colour=colour, width=width) for problem in ordered[:SHOWN_PROBLEMS]]
    if (hidden := len(ordered) - SHOWN_PROBLEMS) > 0:
        blocks.append(f"... and {hidden} more")
    return "\n\n".join(blocks)


def render_problem(problem: Problem, source_line: SourceLine, *, colour: bool, width: int = _WIDE) -> str:
    """Render one problem: what is wrong, where, the line with a caret, what to do."""
    paint = _paint if colour else _plain
    label = f"{_LABELS[problem.severity]}[{problem.code}]"
    lines = [f"{paint(label, _COLOURS[problem.severity])}: {visible(problem.message)}"]
    at = problem.at
    if at.file or at.line:
        gutter = " " * len(str(at.line))
        lines.append(f"{gutter}{paint('-->', '34;1')} {visible(str(at))}")
        text = source_line(at) if at.line else None
        if text is not None:
            room = max(_SHORTEST_LINE, min(_LONGEST_LINE, width - len(gutter) - len(" | ")))
            lines += _excerpt(text, at, problem.note, paint, room)
    if problem.hint:
        lines.append(f"{paint('help', '32;1')}: {visible(problem.hint)}")
    return "\n".join(lines)


def _excerpt(text: str, at: Position, note: str, paint: Callable[[str, str], str], room: int) -> list[str]:
    """The line of the file in `room` columns, cut around the caret when it is longer, and the caret under its place."""
    gutter, bar = " " * len(str(at.line)), paint("|", "34;1")
    place = max(0, at.column - 1)
    start = 0 if len(text) <= room and columns(visible(text)) <= room else _start(text, place, room // 2)
    shown = _fitting(text[start : start + room], room)
    rows = [f"{gutter} {bar}", f"{paint(str(at.line), '34;1')} {bar} {shown}"]
    if at.column:
        before = columns(visible(text[start:place]))
        marked = columns(visible(text[place : place + min(at.length, room)]))  # wide letters take two columns
        carets = "^" * max(1, min(marked, room - before))
        said = visible(note)
        below = bool(said) and before + len(carets) + 1 + columns(said) > room
        beside = f" {said}" if said and not below else ""
        rows.append(f"{gutter} {bar} {' ' * before}{paint(carets + beside, '31;1')}")
        if below:
            rows.append(f"{gutter} {bar} {' ' * max(0, room - columns(said))}{paint(said, '31;1')}")
    return rows


def _start(text: str, place: int, most: int) -> int:
    """Where to begin, so that what stands before the place takes at most so many columns."""
    start = place
    taken = 0
    while start and (taken := taken + columns(visible(text[start - 1]))) <= most:
        start -= 1
    return start


def _fitting(text: str, room: int) -> str:
    """As much of the text's beginning, made visible, as takes no more than so many columns."""
    taken = 0
    for index, char in enumerate(text):
        taken += columns(visible(char))
        if taken > room:
            return visible(text[:index])
    return visible(text)


def visible(text: str) -> str:
    """The text with control characters made visible, so that an input cannot steer the terminal."""
    return "".join(
        " "
        if char == "\t"
        else f"\\u{ord(char):04x}"
        if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")
        else char
        for char in text
        if unicodedata.bidirectional(char) not in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    )


def columns(text: str) -> int:
    """How many terminal columns the text takes."""
    return sum(
        0
        if unicodedata.category(char) in ("Mn", "Me", "Cf")
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in text
    )


def render_table(header: Sequence[str], rows: Sequence[Sequence[str]], *, widest: int = 60) -> str:
    """Render rows under a header in aligned columns; a cell wider than `widest` columns is cut with an ellipsis."""
    cells = [[_clip(cell, widest) for cell in row] for row in (header, *rows)]
    widths = [max(columns(row[index]) for row in cells) for index in range(len(header))]

    def line(row: Sequence[str]) -> str:
        return "  ".join(cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()

    return "\n".join([line(cells[0]), "  ".join("-" * width for width in widths), *map(line, cells[1:])])


def _clip(text: str, widest: int) -> str:
    text = visible(text)
    if columns(text) <= widest:
        return text
    while columns(text) > widest - 1:
        text = text[:-1]
    return text.rstrip() + "…"


def render_parity(rows: Iterable[ParityRow]) -> str:
    """Render the parity table: what deck and brief carry, section by section."""
    return render_table(
        ("section", "slides", "place on the brief", "points in deck", "points in brief"),
        [(row.section, row.slides, row.place, row.deck_points, row.brief_points) for row in rows],
    )


def render_checks(checks: Iterable[Check]) -> str:
    """Render one line per check, promise first."""
    return "\n".join(
        f"{_MARKS[check.passed]}  {check.promise}  {check.name}"
        + (f": {visible(check.details)}" if check.details else "")
        for check in checks
    )


def made_lines(briefing: Briefing, targets: Mapping[str, Path]) -> Iterator[str]:
    """One line per file: what it is and how long."""
    if briefing.deck_document:
        yield f"{targets['deck']}: {len(briefing.deck_document.pages)} slides"
    if briefing.brief_document:
        yield f"{targets['brief']}: one page"
    pictures = [file for file in briefing.also if file.endswith(".png")]
    yield from (f"{targets[file]}" for file in briefing.also if file not in pictures)
    if pictures:
        last = f" to {targets[pictures[-1]].name}" if len(pictures) > 1 else ""
        yield f"{targets[pictures[0]]}{last}: {len(pictures)} picture{'' if len(pictures) == 1 else 's'}"


def cut_lines(briefing: Briefing, *, whole: bool = False) -> Iterator[str]:
    """The cuts of each file with reason and lines, the first `SHOWN_CUTS` and how many more, or the `whole` list."""
    for document in briefing.documents:
        if document.cuts:
            yield f"Left out of the {document.kind} ({len(document.cuts)}):"
        shown = document.cuts if whole else document.cuts[:SHOWN_CUTS]
        for cut in shown:
            place = f" (line {', '.join(map(str, cut.lines))})" if cut.lines else ""
            yield f"  {visible(cut.text)}{place}: {cut.reason}"
        if hidden := len(document.cuts) - len(shown):
            yield f"  ... and {hidden} more: `briefdeck build --explain` lists all of them"


def explain_table(briefing: Briefing) -> str:
    """Which layout each slide has, and why; how the brief was fitted to its page."""
    parts = []
    if briefing.deck_document:
        pages = enumerate(briefing.deck_document.pages, 1)
        rows = [(str(number), page.title, page.layout, page.why) for number, page in pages]
        parts.append(render_table(("page", "title", "layout", "why"), rows))
    if briefing.brief_document:
        parts.append(f"The brief: {briefing.brief_document.pages[0].why}.")
    return "\n".join(parts)


def briefing_data(briefing: Briefing) -> dict[str, object]:
    """What was made, for machines."""
    documents = briefing.documents
    return {
        "build": documents[0].identity.build,
        "pages": [
            {"file": document.kind, "title": page.title, "layout": page.layout, "why": page.why}
            for document in documents
            for page in document.pages
        ],
        "cuts": [
            {"file": document.kind, "id": cut.id, "text": cut.text, "reason": cut.reason, "lines": list(cut.lines)}
            for document in documents
            for cut in document.cuts
        ],
    }


def problem_data(problem: Problem) -> dict[str, object]:
    """Give one problem as JSON-ready data."""
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.message,
        "hint": problem.hint,
        "file": problem.at.file,
        "line": problem.at.line,
        "column": problem.at.column,
    }


def row_data(row: ParityRow) -> dict[str, object]:
    """Give one section of the parity table as JSON-ready data."""
    return {
        "section": row.section,
        "slides": row.slides,
        "place": row.place,
        "deck_points": row.deck_points,
        "brief_points": row.brief_points,
    }


def check_data(check: Check) -> dict[str, object]:
    """Give one check as JSON-ready data."""
    return {
        "promise": check.promise,
        "name": check.name,
        "passed": check.passed,
        "details": check.details,
        "problems": [problem_data(problem) for problem in check.problems],
    }


def to_json(data: Mapping[str, object]) -> str:
    """Render one object, for machines."""
    import json

    return json.dumps(data, ensure_ascii=False, indent=2)


def _paint(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"


def _plain(text: str, code: str) -> str:
    return text
