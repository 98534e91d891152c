"""Notes copied out of a chat: the time and the sender that stand before every message are no part of what was said.

Who wrote it stays as a label when several did; a message all in the bold of the chat ("*Acids*") is bold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefdeck.late import late_pattern

_FEWEST = 3
_SEEN_FIRST = frozenset("[0123456789")
_STAMP = late_pattern(
    r"(?:\[\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?\s?m\.?)?\]\s"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?\s?m\.?)?\s[-–]\s)"
    r"(?:(?P<who>[^:\n]{1,40}):\s)?",
    re.IGNORECASE,
)
_BOLD = late_pattern(r"\*([^*\s](?:[^*]{0,120}[^*\s])?)\*$")


def without_stamps(texts: Sequence[str]) -> list[str] | None:
    """The messages alone, when most lines of a note are messages with their time; else None."""
    if sum(text[:1] in _SEEN_FIRST for text in texts) < _FEWEST:
        return None
    found = [_STAMP.match(text) if text[:1] in _SEEN_FIRST else None for text in texts]
    messages = sum(match is not None for match in found)
    if messages < _FEWEST or 2 * messages < sum(map(bool, texts)):
        return None
    senders = {match["who"] for match in found if match and match["who"]}
    return [
        _message(text, match["who"], match.end(), senders) if match else text
        for text, match in zip(texts, found, strict=True)
    ]


def _message(text: str, sender: str | None, start: int, senders: set[str | None]) -> str:
    said = _BOLD.sub(r"**\1**", text[start:].strip())
    return f"{sender}: {said}" if sender and len(senders) > 1 and said else said
