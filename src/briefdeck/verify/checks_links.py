"""P8 and P10: a click leads only where the outline leads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from briefdeck.errors import Problem
from briefdeck.verify.deck_outward import Link
from briefdeck.verify.evidence import Evidence
from briefdeck.verify.script import Script
from briefdeck.verify.wording import clip, core

_HINT = "delete the link, or write its address into the outline"


def deck(evidence: Evidence) -> Iterator[Problem]:
    """The links on slides."""
    said = _said(evidence.script)
    for slide in evidence.deck.slides:
        for address in _strange((link.address for link in slide.links if link.address), said):
            yield Problem("BD407", f"slide {slide.number} leads to {address}, which the outline does not", hint=_HINT)
        for link in slide.links:
            if link.address and _is_address(link.words) and not _is_that(link.words, link.address):
                message = f"slide {slide.number} says “{clip(link.words, 60)}” and leads to {clip(link.address, 60)}"
                yield Problem("BD407", message, hint=_HINT)
            elif not link.address and not _leads_home(link, evidence):
                message = (
                    f"slide {slide.number}: “{clip(link.words, 60)}” leads to slide {link.slide}, which is not its own"
                )
                yield Problem("BD407", message, hint="correct the link, or build again")


def _leads_home(link: Link, evidence: Evidence) -> bool:
    """Whether what names one section alone leads to a slide of it; other links lead wherever their author likes."""
    script, slides = evidence.script, evidence.deck.slides
    named = [name for name, title in script.titles.items() if title == core(link.words)]
    if len(named) != 1 or not 0 < link.slide <= len(slides):
        return True
    entry = script.entries.get(slides[link.slide - 1].entry)
    return entry is None or named[0] in (entry.id, entry.parent)


def _is_address(words: str) -> bool:
    return bool(re.fullmatch(r"\s*(https?://|www\.)\S+\s*", words))


def _is_that(words: str, address: str) -> bool:
    """Whether an address is shown as it is, or a part of it on a line of its own, or shortened."""
    shown, real = _bare(words.strip()).rstrip("….,;:)"), _bare(address)
    return shown in real or real in shown


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
