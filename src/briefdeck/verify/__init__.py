"""Verify: read the finished files back and hold them against outline and note. Imports no composer and no painter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from briefdeck.errors import Problem
    from briefdeck.model.look import Furniture
    from briefdeck.model.note import Note
    from briefdeck.model.outline import Outline
    from briefdeck.verify.brief_file import BriefFile
    from briefdeck.verify.deck_file import DeckFile
    from briefdeck.verify.evidence import Evidence, Rebuild
    from briefdeck.verify.outside import Answers
    from briefdeck.verify.report import Check, Report


def verify(
    deck: bytes | None,
    brief: bytes | None,
    outline: Outline | None,
    note: Note | None,
    furniture: Furniture,
    *,
    slides: bytes | None = None,
    handout: bytes | None = None,
    source: str | None = None,
    again: tuple[bytes | None, bytes | None] | None = None,
    answers: Answers | None = None,
) -> Report:
    """Check promises P1 to P8 on finished files.

    `answers` is what the programs of others gave for them; without it their checks are not in the report.
    `source` is the digest of the outline as it is now: where the files carry another, that is the first problem.
    `again` is the deck and the brief of a second build of the same outline with the same options, for P8.
    What is None is left out, and so is every check that needs it. Bytes that are no deck or no brief, or not made by
    briefdeck, give problems; nothing is raised.
    """
    from briefdeck.verify.evidence import Evidence
    from briefdeck.verify.parity import parity
    from briefdeck.verify.promises import check_all
    from briefdeck.verify.report import Report
    from briefdeck.verify.script import Script

    deck_file, deck_faults = _opened_deck(deck)
    brief_file, brief_faults = _opened_brief(brief)
    script = Script(outline, furniture) if outline else None
    evidence = Evidence(deck_file, brief_file, script, note, _rebuild(deck_file, deck, brief, again), source)
    also, also_faults = _also_checks(evidence, {"slides": slides, "handout": handout})
    outside: tuple[Check, ...] = ()
    if answers is not None:
        from briefdeck.verify.outside import outside_checks

        outside = tuple(outside_checks(deck_file, answers))
    return Report(
        rows=tuple(parity(evidence)),
        checks=(*check_all(evidence), *also, *outside),
        unreadable=(*deck_faults, *brief_faults, *also_faults),
    )


def _rebuild(
    deck_file: DeckFile | None,
    deck: bytes | None,
    brief: bytes | None,
    again: tuple[bytes | None, bytes | None] | None,
) -> Rebuild | None:
    """Compare with a second build; a deck that was saved by another program since is not to be the same."""
    from briefdeck.verify.evidence import Rebuild

    if again is None:
        return None
    untouched = deck_file is not None and deck_file.sealed is True
    return Rebuild(
        same_deck=deck == again[0] if untouched and again[0] is not None else None,
        same_brief=brief == again[1] if brief is not None and again[1] is not None else None,
    )


def _also_checks(
    evidence: Evidence, files: Mapping[Literal["slides", "handout"], bytes | None]
) -> tuple[list[Check], list[Problem]]:
    """The checks of the PDFs that are there beside the two, and why one of them could not be read."""
    made: list[Check] = []
    unreadable: list[Problem] = []
    for kind, data in files.items():
        if data is not None:
            from briefdeck.verify.brief_reader import MOST_SLIDES, read_brief
            from briefdeck.verify.checks_also import Also, checks

            found, faults = read_brief(data, f"{kind}.pdf", MOST_SLIDES)
            unreadable += faults
            if found is not None:
                made += checks(Also(kind, found, evidence))
    return made, unreadable


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
