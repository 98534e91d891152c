"""What must hold whatever comes in: nothing escapes but our own problems, nothing is lost or invented, one page."""

from __future__ import annotations

from briefdeck.assets import read_look
from briefdeck.errors import BriefdeckError, Problem, Severity
from briefdeck.model.outline import Outline
from briefdeck.model.values import field_names, is_value
from briefdeck.pipeline import Order, make, map_note
from briefdeck.text.note import read_note
from briefdeck.text.outline import dump_outline, load_outline
from briefdeck.verify import verify
from briefdeck.workspace import decode_yaml

MANY = 40_000
"""Bytes of a note from which a whole build takes too long for a fuzzer."""


class Ungrounded(AssertionError):
    """The mapper's own outline says what its note does not, or leaves a line out."""


def check_note(data: bytes, name: str = "note.txt") -> Outline | None:
    """Reading and mapping: every line is accounted for, every word is the note's, and the outline survives its file."""
    try:
        note, _ = read_note(data, name)
        outline, remarks = map_note(data, name)
    except BriefdeckError as error:
        check_problems(error.problems)
        return None
    check_problems(remarks)
    report = verify(None, None, outline, note, read_look("", outline.lang).furniture)
    check_same(outline)
    if report.problems:
        raise Ungrounded(report.problems)
    return outline


def check_outline(text: str) -> Outline | None:
    """Loading what anybody wrote: an outline or problems, and a loaded one survives its file."""
    try:
        outline, remarks = load_outline(text, "outline.yaml")
    except BriefdeckError as error:
        check_problems(error.problems)
        return None
    check_problems(remarks)
    check_same(outline)
    return outline


def check_outline_bytes(data: bytes) -> Outline | None:
    """The same from bytes, which need not be text."""
    from pathlib import Path

    try:
        text = decode_yaml(data, Path("outline.yaml"))
    except BriefdeckError as error:
        check_problems(error.problems)
        return None
    return check_outline(text)


def check_build(outline: Outline | None) -> None:
    """Both files are made, keep every promise, and come out the same a second time; or the problems are ours."""
    if outline is None:
        return
    try:
        pair = make(outline, Order())
    except BriefdeckError as error:
        check_problems(error.problems)
        return
    check_problems(pair.remarks)
    report = verify(pair.deck, pair.brief, outline, None, read_look("", outline.lang).furniture)
    assert report.ok, [problem for problem in report.problems if problem.severity is Severity.ERROR]
    again = make(outline, Order())
    assert (pair.deck, pair.brief) == (again.deck, again.brief), "two builds differ"


def check_same(outline: Outline) -> None:
    """What is dumped is loaded as the same outline."""
    text = dump_outline(outline)
    loaded, _ = load_outline(text, "outline.yaml")
    assert dump_outline(loaded) == text
    assert without_places(loaded) == without_places(outline)


def without_places(value: object) -> object:
    """The value as plain data, without the positions that only a file can give."""
    from briefdeck.errors import Position

    if isinstance(value, Position):
        return None
    if isinstance(value, tuple):
        names = getattr(value, "_fields", None)
        items = [without_places(item) for item in value]
        return dict(zip(names, items, strict=True)) if names else items
    if is_value(value):
        said = (name for name in field_names(type(value)) if not name.endswith("_at"))  # of cells and rows
        return {name: without_places(getattr(value, name)) for name in said}
    return value


def check_problems(problems: tuple[Problem, ...]) -> None:
    """Every problem has a code, words for a person and something to do, and speaks with our words only."""
    for problem in problems:
        assert problem.code.startswith("BD") and problem.message and "\n" not in problem.message, problem
        assert problem.hint or problem.severity is not Severity.ERROR, problem
        lower = problem.message.lower()
        assert not any(word in lower for word in FOREIGN), problem


FOREIGN = ("traceback", "lxml", "reportlab", "zipfile", "nonetype", "expected <block end>", "object at 0x", "errno")
"""Words that come from a library or from Python, not from us."""
