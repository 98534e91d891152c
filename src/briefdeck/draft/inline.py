"""Marks inside a line: emphasis, links, reference numbers, emoji. They go; the words stay.

Formulas, code and addresses are set aside first, so that no asterisk or underscore of theirs is taken for a mark.
Every quantifier is bounded: a line of a million brackets costs no more than its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from briefdeck.draft.lines import JOINERS, UNSEEN
from briefdeck.late import late_pattern

_ASIDE = late_pattern("\x00(\\d+)\x01")  # control characters never reach a note's lines
_TAGS_IN_PAIRS = r"<([a-zA-Z][a-zA-Z0-9]{0,12})(?:\s[^<>]{0,300})?>([^<>]{0,500})</\1>"
_MARKS = frozenset("*_`[]<>!=~%{^$#\\&")
_ESCAPED = late_pattern(r"\\([.*_#+~!>&<-])")
"""A sign that is meant as itself; the brackets of formulas, which LaTeX writes so, are not."""

_ENTITY = late_pattern(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z][A-Za-z0-9]{1,31});")
EMOJI = "\U0001f000-\U0001faff\u2600-\u2767\u2794-\u27bf\u2b00-\u2bff\ufe0f\u20e3"
"""Emoji and pictographs, for a character class; not the brackets and numbers that stand among them."""
_FIRST_EMOJI = "\u20e3"


@cache
def _emoji() -> re.Pattern[str]:
    return re.compile(f"[{EMOJI}]+[\u200d{EMOJI}]*")


@cache
def _protected() -> re.Pattern[str]:
    return re.compile(
        r"\$[^\s$](?:[^$\n]{0,200}[^\s$])?\$(?!\d)|``?[^`\n]{1,200}``?|(?:https?://|www\.)[^\s<>\])]{1,500}"
    )


_HTML_COMMENT = ("<!--", r"<!--.{0,500}?-->")
_OBSIDIAN_COMMENT = ("%%", r"(?<!%)%%(?!%)[^%]{1,300}%%(?!%)")  # no row of percent signs

_RULES: tuple[tuple[str, str, str], ...] = (
    ("\\", r"\\(?:textbf|textit|emph|underline|texttt)\{([^{}]{1,300})\}", r"\1"),
    ("![", r"!\[[^\[\]]{0,300}\]\([^()\s]{0,500}\)|!\[\[[^\[\]]{1,300}\]\]", ""),  # picture
    ("[[", r"\[\[(?:[^\[\]|]{1,200}\|)?([^\[\]|]{1,200})\]\]", r"\1"),  # wiki link
    (
        "[",
        r"(?<=[^\W\d_])\[[a-z]\](?=[^\n]{0,500}\[\d{1,3}\](?!\())",
        "",
    ),  # a footnote, beside references
    ("[^", r"\s*(?<!\[)\[\^[\w-]{1,40}\](?!\()", ""),
    ("[", r"(?<=[\w.,)])\[(?:note \d{1,3}|citation needed|edit)\]", ""),
    (
        "[",
        r"\s*(?<!\[)\[(?!(?:1[5-9]|20)\d\d\])\^?\d{1,4}(?:\s?[,–-]\s?\d{1,4}){0,20}\](?!\()",
        "",
    ),  # reference; no org link: [5][6], and no year: Fisher v Bell [1961]
    ("](", r"\[([^\[\]]{1,300})\]\([^()\s]{0,500}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?: \"[^\"]{0,200}\")?\)", r"\1"),
    ("][", r"\[\[[\w:/.#?=&%~+-]{1,400}\]\[([^\[\]]{1,300})\]\]", r"\1"),  # org link
    ("][", r"(?<![\w\]])\[(?!\^)([^\[\]]{2,300})\]\[[^\[\]]{0,60}\](?!\()", r"\1"),  # link by reference
    (*_HTML_COMMENT, ""),
    ("<", r"<(?:br|hr|wbr)\s?/?>", " "),
    ("<", r"<(\x00\d{1,4}\x01|[\w.+-]{1,60}@[\w.-]{3,100})>", r"\1"),  # address
    ("\\", r"(?<=[^\s\\])\\$", ""),  # line break
    ("</", _TAGS_IN_PAIRS, r"\2"),
    ("</", _TAGS_IN_PAIRS, r"\2"),  # the tags around those
    ("</", _TAGS_IN_PAIRS, r"\2"),
    (":`", r":[a-z]{2,12}:`([^`]{1,200})`", r"\1"),  # role
    ("**", r"\*\*\s?((?:[^*]|\*(?!\*)){1,300}?)\*\*", r"\1"),
    ("__", r"(?<![\w_])__(?=\S)((?:[^_]|_(?!_)){1,300}?)(?<=\S)__(?!\w)", r"\1"),
    ("*", r"(?<![\w*])\*(?=[^\s*])([^*]{1,300}?)(?<=[^\s*])\*(?![\w*])", r"\1"),
    ("_", r"(?<![\w_])_(?=[^\s_])([^_]{1,300}?)(?<=[^\s_])_(?![\w_])", r"\1"),
    ("==", r"==(?=\S)([^=]{1,300}?)(?<=\S)==", r"\1"),
    ("~~", r"~~(?=\S)([^~]{1,300}?)(?<=\S)~~", r"\1"),
    (*_OBSIDIAN_COMMENT, ""),
    ("^", r"\s\^[A-Za-z0-9-]{2,40}$", ""),  # block name
)
"""What a line must hold, what then goes, and what stays of it; in order."""


@lru_cache(maxsize=32)
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


@lru_cache(maxsize=4096)
def strip_marks(text: str) -> str:
    """The words of a line without emphasis, links, tags and reference numbers; spaces single."""
    if not _MARKS.isdisjoint(text):
        kept: list[str] = []
        if "$" in text or "`" in text or "://" in text or "www." in text:
            text = _protected().sub(lambda match: _set_aside(match.group(), kept), text)
        if "\\" in text:
            text = _ESCAPED.sub(lambda match: _set_aside(match[1], kept), text)
        if "&" in text and ";" in text:
            text = _ENTITY.sub(_sign_of, text)
        for sign, pattern, by in _RULES:
            if sign in text:
                text = _pattern(pattern).sub(by, text)
        if kept:
            text = _ASIDE.sub(lambda match: kept[int(match.group(1))], text)
    spaced = " ".join(text.split())
    return text if text == spaced else spaced  # the same, not a copy: a long note has many lines


def _sign_of(match: re.Match[str]) -> str:
    """The sign that an entity names: "&amp;"; itself when it names none; nothing for a sign that is not seen."""
    from html import unescape
    from html.entities import html5

    sign = unescape(match[0]) if match[0][1] == "#" else html5.get(match[0][1:], "")
    if not sign or (sign not in UNSEEN + JOINERS and not sign.isprintable() and not sign.isspace()):
        return match[0]
    return "" if sign in UNSEEN else " " if sign.isspace() else sign


def comments(text: str) -> Iterator[tuple[int, int]]:
    """Where the comments inside a line begin and end, which `strip_marks` leaves out."""
    if not any(sign in text for sign, _ in (_HTML_COMMENT, _OBSIDIAN_COMMENT)):
        return
    text = _protected().sub(lambda match: "x" * len(match.group()), text)
    for sign, pattern in (_HTML_COMMENT, _OBSIDIAN_COMMENT):
        if sign in text:
            yield from (match.span() for match in _pattern(pattern).finditer(text))


def _set_aside(found: str, kept: list[str]) -> str:
    kept.append(found.strip("`").strip() if found.startswith("`") else found)
    return f"\x00{len(kept) - 1}\x01"


def _may_hold_emoji(text: str) -> bool:
    """Whether a text holds a sign from the first of them on; quotes, dashes and most letters stand before it."""
    return not text.isascii() and max(text) >= _FIRST_EMOJI


def strip_emoji(text: str) -> str:
    """The text without emoji; spaces single."""
    if not _may_hold_emoji(text):
        return text
    return " ".join(_emoji().sub(" ", text).split())


def starts_with_emoji(text: str) -> bool:
    """Whether a pictograph opens the text."""
    return _may_hold_emoji(text[:1]) and _emoji().match(text) is not None


def plain(text: str) -> str:
    """The words alone: no marks, no emoji."""
    return strip_emoji(strip_marks(text))
