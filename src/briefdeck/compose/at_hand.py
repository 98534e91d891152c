"""Whether the files that an outline names have been read: nothing may be left out in silence."""

from __future__ import annotations

from collections.abc import Iterator, Set

from briefdeck.errors import Problem
from briefdeck.model.outline import Outline, named_files, walk_sections


def not_at_hand(outline: Outline, given: Set[str]) -> Iterator[Problem]:
    """Pictures, tables and charts whose files have not been read; `given` are the names of the pictures that have."""
    for named in named_files(outline):
        if named.what == "picture" and named.name not in given:
            hint = "hand its file over with the outline"
            yield Problem("BD314", f"the picture “{named.name}” is not at hand", named.at, hint)
    for section in walk_sections(outline.sections):
        for what, thing, filled in (
            ("table", section.table, section.table and section.table.rows),
            ("chart", section.chart, section.chart and section.chart.series),
        ):
            if thing and thing.file and not filled:
                hint = "hand its file over with the outline"
                yield Problem("BD314", f"the {what} “{thing.file}” is not at hand", thing.at, hint)
