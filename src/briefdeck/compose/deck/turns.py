"""Labels that follow one another in time: people who take turns, hours of a day. Side by side nobody reads them so."""

from __future__ import annotations

from collections.abc import Sequence

from briefdeck.late import late_pattern

_FEWEST = 3
_HOUR = late_pattern(r"\d{1,2}\s?(?:[:.h]\s?[0-5]\d(?:\s?[ap]\.?m\.?)?|[ap]\.?m\.?|Uhr|h|时|時|点)(?!\w)")


def take_turns(labels: Sequence[str]) -> bool:
    """Whether labels are those of a conversation, in which somebody speaks again, or most of them open with an hour."""
    if len(labels) < _FEWEST:
        return False
    hours = sum(1 for label in labels if _HOUR.match(label))
    return len(set(labels)) < len(labels) or 2 * hours > len(labels)
