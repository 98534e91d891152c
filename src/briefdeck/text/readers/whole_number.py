"""Whole numbers as markup writes them: plain digits, few of them. Whatever else stands there is no number."""

from __future__ import annotations

from briefdeck.late import late_pattern

_WHOLE = late_pattern(r"[+-]?[0-9]{1,8}")
"""`str.isdigit` also takes ² and ⑦, which `int` refuses; and of a thousand digits `int` makes a fault or a wait."""


def whole_number(text: str | None, otherwise: int, least: int = -99_999_999, most: int = 99_999_999) -> int:
    """The number that an attribute holds, brought between `least` and `most`; `otherwise` where it holds none."""
    stripped = (text or "").strip()
    return max(least, min(most, int(stripped))) if _WHOLE.fullmatch(stripped) else otherwise
