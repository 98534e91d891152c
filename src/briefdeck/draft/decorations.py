"""Headings that signs draw: `***** Title *****`, `>> Title <<`, `Title =====`."""

from __future__ import annotations

from briefdeck.draft.words import word_count
from briefdeck.late import late_pattern

_DECORATED = late_pattern(r"([*\-=_/#~+])\1{3,}[*\-=_/#~+\s]*(?P<t>[^\s*\-=_/#~+].{0,120})$")
_DECORATED_RIGHT = late_pattern(r"(?P<t>[^\s*\-=_/#~+].{0,100}?)\s*([*\-=/#~+])\2{3,}$")
_DECORATED_INSIDE = late_pattern(r"(?P<t>\S.{0,60}?)\s*[_*=~#-]{6,}\s*(?P<u>[^\s_*=~#-].{0,100}?)[_*=~#-]{4,}$")
_DECORATION_INSIDE = late_pattern(r"[_*=~#-]{4,}")
_FRAMED = late_pattern(
    r"(?P<a>>{2,4}|<{2,4}|:{2,4}|~{1,4}|[★☆◆●]{1,4})\s?(?P<t>[^\s<>:~].{0,80}?)\s?"
    r"(?P<b><{2,4}|>{2,4}|:{2,4}|~{1,4}|[★☆◆●]{1,4})$"
)
_FRAMES = frozenset("<>:~★☆◆●")
_MIRRORED = str.maketrans("<>", "><")
_DECORATION = " *-=_/#~+."


def decorated_title(text: str) -> str:
    """The title between the signs that draw it, or ""; a gap to fill in draws nothing ("Name: ______")."""
    if match := _DECORATED.match(text) or _DECORATED_RIGHT.match(text):
        title = match["t"]
    elif (match := _DECORATED_INSIDE.match(text)) and ":" not in text:
        title = f"{match['t']} {match['u']}"
    elif text[:1] in _FRAMES and (match := _FRAMED.match(text)) and match["b"] == match["a"].translate(_MIRRORED):
        title = match["t"]
    else:
        return ""
    title = " ".join(_DECORATION_INSIDE.sub(" ", title).split()).strip(_DECORATION)
    return title if 0 < word_count(title) <= 14 else ""
