"""Hanging punctuation: light signs stand a little outside the edge, so that the edge looks straight."""

from __future__ import annotations

from collections.abc import Mapping

_AT_START: Mapping[str, float] = {"“": 190.0, "‘": 110.0, "«": 130.0, "„": 120.0, "‚": 70.0, '"': 150.0, "(": 60.0}
_AT_END: Mapping[str, float] = {
    "-": 150.0, "‐": 150.0, "–": 130.0, ".": 110.0, ",": 110.0, ";": 80.0, ":": 80.0, "”": 170.0, "’": 100.0,
    "»": 130.0, '"': 150.0, ")": 50.0, "!": 40.0, "?": 30.0,
}  # fmt: skip
"""How far a sign stands out, in 1/1000 em: about half of itself, less for the heavier ones."""

FURTHEST = 200.0
"""No sign stands out further."""


def hanging(seen: str, *, hyphen: bool = False) -> tuple[float, float]:
    """How far the first and the last sign of a line stand out, in 1/1000 em, for lines that run to the right."""
    return _AT_START.get(seen[:1], 0.0), _AT_END["-"] if hyphen else _AT_END.get(seen[-1:], 0.0)
