"""Outlines that are too large to compose, told before any of it is tried."""

from __future__ import annotations

from briefdeck.errors import BriefdeckError, Problem
from briefdeck.model.limits import POINTS_PER_MEGABYTE, Limits
from briefdeck.model.outline import Outline, section_points, walk_sections


def check_size(outline: Outline, limits: Limits) -> None:
    """Refuse at once what would take minutes. Raises BriefdeckError."""
    count = sum(1 for section in walk_sections(outline.sections) for _ in (section, *section_points(section)))
    if count > limits.points:
        message = f"this has {count:,} sections and points, more than {limits.points:,}"
        hint = f"split it by chapters, or allow it with --max-size {count // POINTS_PER_MEGABYTE + 1}"
        raise BriefdeckError([Problem("BD391", message, outline.at, hint)])
    long = [
        Problem(
            "BD392",
            f"this point has {len(point.say):,} characters, more than {limits.text:,}",
            point.at,
            "cut it into sentences, each a point of its own",
        )
        for section in walk_sections(outline.sections)
        for point in section_points(section)
        if len(point.say) > limits.text
    ]
    if long:
        raise BriefdeckError(long)
