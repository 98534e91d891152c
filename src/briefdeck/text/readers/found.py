"""What a reader gives: numbered lines, what they count, pictures, and remarks."""

from __future__ import annotations

from briefdeck.errors import Problem
from briefdeck.model.note import Attachment, NoteLine, Unit
from briefdeck.named import NamedTuple


class Found(NamedTuple):
    """The lines of a file, read by the rules of its format."""

    lines: tuple[NoteLine, ...]
    unit: Unit = "line"
    attachments: tuple[Attachment, ...] = ()
    problems: tuple[Problem, ...] = ()
    encoding: str = ""
