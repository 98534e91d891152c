"""Outlines that are too large to compose, told before any of it is tried."""

from __future__ import annotations

from collections.abc import Iterator

from briefdeck.errors import BriefdeckError, Position, Problem
from briefdeck.model.limits import POINTS_PER_MEGABYTE, Limits
from briefdeck.model.outline import Outline, section_points, walk_sections
from briefdeck.model.values import field_names, is_place, is_value

_HEAD = ("title", "subtitle", "author", "school", "class_", "date")


def check_size(outline: Outline, limits: Limits) -> None:
    """Refuse at once what would take minutes. Raises BriefdeckError."""
    count = sum(1 for section in walk_sections(outline.sections) for _ in (section, *section_points(section)))
    if count > limits.points:
        message = f"this has {count:,} sections and points, more than {limits.points:,}"
        divide = f"split it by chapters, or allow it with --max-size {count // POINTS_PER_MEGABYTE + 1}"
        raise BriefdeckError([Problem("BD391", message, outline.at, divide)])
    long = [
        Problem(
            "BD392", f"{what} has {length:,} characters, more than {most:,}", at, "shorten it, or cut it into several"
        )
        for what, length, most, at in _long_texts(outline, limits)
    ]
    if long:
        raise BriefdeckError(long)


def _long_texts(outline: Outline, limits: Limits) -> Iterator[tuple[str, int, int, Position]]:
    """(what it is, its characters, the most that are taken, place) of every text that is too long."""
    for key in _HEAD:
        if (length := len(getattr(outline, key))) > limits.head:
            yield f"`{key.strip('_')}`", length, limits.head, outline.at
    parts = (outline.sections, outline.terms, outline.questions, outline.takeaways, outline.sources)
    found: list[tuple[int, Position]] = []
    _collect(parts, outline.at, limits.text, found)
    for length, at in found:
        yield "this text", length, limits.text, at


def _collect(value: object, at: Position, most: int, found: list[tuple[int, Position]]) -> None:
    """Add the length and the place of every text in a part of an outline that is longer than `most`."""
    if isinstance(value, str):
        if len(value) > most:
            found.append((len(value), at))
    elif isinstance(value, tuple):
        for one in value:
            _collect(one, at, most, found)
    elif is_value(value):
        own = getattr(value, "at", at)
        for name in field_names(type(value)):
            if not is_place(name):
                _collect(getattr(value, name), own, most, found)
