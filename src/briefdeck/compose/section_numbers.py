"""Which number a section has: the same beside its heading on the brief, on its slides and in the agenda."""

from __future__ import annotations

from briefdeck.late import late_pattern
from briefdeck.model.outline import Outline

_OWN = late_pattern(r"\W*(\d{1,2}(\.\d+)*[.):]?\s|[IVXLC]+[.):]\s|[A-Za-z][.)]\s)")


def section_numbers(outline: Outline) -> tuple[str, ...]:
    """The number of each section as it is shown.

    All are "" where there is one section only, or where any title begins with a number of its own: beside that a second
    one would be read as part of it.
    """
    sections = outline.sections
    counted = len(sections) > 1 and not any(_OWN.match(section.title) for section in sections)
    return tuple(str(number) if counted else "" for number, _ in enumerate(sections, start=1))
