"""Verify: read the finished files back and hold them against outline and note. Imports no composer and no painter."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefdeck.errors import Problem
    from briefdeck.model.look import Furniture
    from briefdeck.model.note import Note
    from briefdeck.model.outline import Outline
    from briefdeck.verify.brief_file import BriefFile
    from briefdeck.verify.deck_file import DeckFile
    from briefdeck.verify.report import Report


def verify(
    deck: bytes | None, brief: bytes | None, outline: Outline | None, note: Note | None, furniture: Furniture
) -> Report:
    """Check promises P1 to P8 on finished files, as far as that goes without a renderer.

    What is None is left out, and so is every check that needs it. Bytes that are no deck or no brief, or not made by
    briefdeck, give problems; nothing is raised.
    """
    from briefdeck.verify.evidence import Evidence
    from briefdeck.verify.parity import parity
    from briefdeck.verify.promises import PROMISES, check
    from briefdeck.verify.report import Report
    from briefdeck.verify.script import Script

    deck_file, deck_faults = _opened_deck(deck)
    brief_file, brief_faults = _opened_brief(brief)
    script = Script(outline, furniture) if outline else None
    evidence = Evidence(deck_file, brief_file, script, note)
    return Report(
        rows=tuple(parity(evidence)),
        checks=tuple(check(promise, evidence) for promise in PROMISES),
        unreadable=(*deck_faults, *brief_faults),
    )


def _opened_deck(deck: bytes | None) -> tuple[DeckFile | None, tuple[Problem, ...]]:
    if deck is None:
        return None, ()
    from briefdeck.verify.deck_reader import read_deck
    from briefdeck.verify.embedded import damage, foreign

    found, faults = read_deck(deck)
    if found is None:
        return None, faults
    if not found.ours:
        return None, (foreign("deck"),)
    return found, damage(found.embedded, "deck")


def _opened_brief(brief: bytes | None) -> tuple[BriefFile | None, tuple[Problem, ...]]:
    if brief is None:
        return None, ()
    from briefdeck.verify.brief_reader import read_brief
    from briefdeck.verify.embedded import damage, foreign

    found, faults = read_brief(brief)
    if found is None:
        return None, faults
    if not found.ours:
        return None, (foreign("brief"),)
    return found, damage(found.embedded, "brief")
