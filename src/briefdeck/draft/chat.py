"""Notes copied out of a chat: the time and the sender that stand before every message are no part of what was said.

Who wrote it stays as a label when several did; a message all in the bold of the chat ("*Acids*") is bold.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from briefdeck.late import late_pattern

_FEWEST = 3
_LONGEST_SENDER = 80  # characters
_LAST_OF_TIME = frozenset("0123456789mM.]")
_SEEN_FIRST = frozenset("[0123456789")
_STAMP = late_pattern(
    r"(?:\[\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?\s?m\.?)?\]\s"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?\s?m\.?)?\s[-–]\s)"
    r"(?:(?P<who>[^:\n]{1,40}):\s)?",
    re.IGNORECASE,
)
_SENDER = late_pattern(
    r"(?P<who>[^\d\s][^\n]{0,38}?)(?:\s[—–-]|\s{1,3})\s?\[?(?:(?:today|yesterday)(?:\sat)?,?\s|\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s)?"
    r"\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?\]?$",
    re.IGNORECASE,
)
"""A sender and the time on a line of their own, above what was said."""
_BOLD = late_pattern(r"\*([^*\s](?:[^*]{0,120}[^*\s])?)\*$")


def without_stamps(texts: Sequence[str]) -> list[str] | None:
    """The messages alone, when most lines of a note are messages with their time; else None."""
    if sum(text[:1] in _SEEN_FIRST for text in texts) < _FEWEST:
        return _without_senders(texts)
    found = [_STAMP.match(text) if text[:1] in _SEEN_FIRST else None for text in texts]
    messages = sum(match is not None for match in found)
    if messages < _FEWEST or 2 * messages < sum(map(bool, texts)):
        return None
    senders = {match["who"] for match in found if match and match["who"]}
    return [
        _message(text, match["who"], match.end(), senders) if match else text
        for text, match in zip(texts, found, strict=True)
    ]


def _without_senders(texts: Sequence[str]) -> list[str] | None:
    """The messages without the lines that say who sent them and when; None when there are none or several senders."""
    found = [
        _SENDER.match(text) if len(text) <= _LONGEST_SENDER and text[-1:] in _LAST_OF_TIME and ":" in text else None
        for text in texts
    ]
    senders = Counter(match["who"].strip() for match in found if match)
    if sum(senders.values()) < _FEWEST or len(senders) > 1:
        return None
    return ["" if match else text for text, match in zip(texts, found, strict=True)]


def _message(text: str, sender: str | None, start: int, senders: set[str | None]) -> str:
    said = _BOLD.sub(r"**\1**", text[start:].strip())
    return f"{sender}: {said}" if sender and len(senders) > 1 and said else said
