"""Which build two finished files come from, and where their outline and note are: read cheaply, never raising."""

from __future__ import annotations

from briefdeck.model.identity import Identity
from briefdeck.verify.archive import UNREADABLE, fault, language, presentation_tags

_FACTS = ("build", "outline", "note", "version")
_DIGITS = 6


def read_identity(deck: bytes | None, brief: bytes | None) -> Identity:
    """What the files say about themselves, the deck first; every field is "" where neither file knows."""
    of_deck, of_brief = _of_deck(deck) if deck else {}, _of_brief(brief) if brief else {}
    known = {name: of_deck.get(name) or of_brief.get(name, "") for name in _FACTS}
    most = of_deck.get("max_slides", "")
    return Identity(
        title=of_brief.get("title", ""),
        lang=of_brief.get("lang") or of_deck.get("lang", ""),
        max_slides=int(most) if most.isascii() and most.isdigit() and len(most) < _DIGITS else 0,
        **known,
    )


def _of_deck(deck: bytes) -> dict[str, str]:
    if fault(deck):
        return {}
    try:
        tags = presentation_tags(deck)
        return {
            **{name: tags.get(f"BRIEFDECK_{name.upper()}", "") for name in (*_FACTS, "max_slides")},
            "lang": language(deck),
        }
    except UNREADABLE:
        return {}


def _of_brief(brief: bytes) -> dict[str, str]:
    from briefdeck.verify.brief_reader import read_properties

    return read_properties(brief)
