"""briefdeck: a note becomes an outline, the outline a native slide deck and a one-page brief with the same sections.

    from briefdeck import draft_outline, build_briefing

    outline = draft_outline(note_text)      # the text of outline.yaml
    briefing = build_briefing(outline)      # .deck and .brief are the bytes of the two files

Both raise `BriefdeckError`, which carries every problem found, each with its place and what to do.
"""

from __future__ import annotations

from briefdeck.version import __version__

TYPE_CHECKING = False  # as type checkers read it; `typing` would be imported before an interrupt can end well
if TYPE_CHECKING:
    from briefdeck.errors import BriefdeckError, Position, Problem, Severity
    from briefdeck.pipeline import Briefing, build_briefing, draft_outline

__all__ = [
    "BriefdeckError",
    "Briefing",
    "Position",
    "Problem",
    "Severity",
    "__version__",
    "build_briefing",
    "draft_outline",
]

_HOME = {
    "BriefdeckError": "briefdeck.errors",
    "Position": "briefdeck.errors",
    "Problem": "briefdeck.errors",
    "Severity": "briefdeck.errors",
    "Briefing": "briefdeck.pipeline",
    "build_briefing": "briefdeck.pipeline",
    "draft_outline": "briefdeck.pipeline",
}


def __getattr__(name: str) -> object:
    """Import the public names when they are used: the command line must start at once."""
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
