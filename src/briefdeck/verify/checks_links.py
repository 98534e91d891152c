"""P8 and P10: a click leads only where the outline leads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from briefdeck.errors import Problem
from briefdeck.verify.evidence import Evidence
from briefdeck.verify.script import Script
from briefdeck.verify.wording import clip

_HINT = "delete the link, or write its address into the outline"


def deck(evidence: Evidence) -> Iterator[Problem]:
    """The links on slides."""
    said = _said(evidence.script)
    for slide in evidence.deck.slides:
        for link in _strange(slide.links, said):
            yield Problem("BD407", f"slide {slide.number} leads to {link}, which the outline does not", hint=_HINT)


def brief(evidence: Evidence) -> Iterator[Problem]:
    """The links on the brief."""
    for link in _strange(evidence.brief.links, _said(evidence.script)):
        yield Problem("BD408", f"the brief leads to {link}, which the outline does not", hint=_HINT)


def _strange(links: Iterable[str], said: str) -> Iterator[str]:
    return (clip(link, 60) for link in dict.fromkeys(links) if _bare(link) not in said)


def _said(script: Script) -> str:
    """All that the outline says, as addresses are compared."""
    return _bare(repr(script.outline))


def _bare(text: str) -> str:
    """An address without what may be written or not: how it begins, a slash at its end, signs that are coded."""
    plain = re.sub(r"\\s|\\\\[nt]|[\u00ad\u200b\u2060]", "", unquote(text)).casefold()
    return re.sub(r"https?://|mailto:|tel:", "", plain).rstrip("/")
