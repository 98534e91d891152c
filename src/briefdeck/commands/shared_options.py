"""Options that several commands take."""

from __future__ import annotations

from briefdeck.commands.declared import Option, Within
from briefdeck.model.limits import LIMITS, Limits, limits_for


def _limits(megabytes: float | None) -> Limits:
    return LIMITS if megabytes is None else limits_for(megabytes)


SHARED = (
    Option("--strict", "Exit with 1 when there are remarks.", "flag"),
    Option("--json", "One JSON object on standard output.", "flag", parameter="as_json"),
)
"""Every command takes them."""

ALLOW_DIR = Option(
    "--allow-dir",
    "Pictures and CSV files may also lie in this folder; may be given several times.",
    "folder",
    "DIR",
    parameter="allowed",
    several=True,
)
"""Of commands that read an outline with its files."""

MAX_SIZE = Option(
    "--max-size",
    "Take a note of so many MB, and an outline of a thousand points for each.  [default: 20]",
    Within(0.001, 1000),
    "MB",
    parameter="limits",
    convert=_limits,
)
"""Of commands that read notes and outlines."""
