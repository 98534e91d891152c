"""What a check may look at: the two files as read back, and what they are held against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from briefdeck.model.contents import contents
from briefdeck.model.look import Furniture
from briefdeck.model.note import Note
from briefdeck.model.outline import Outline, Section, walk_sections
from briefdeck.model.page import Entry
from briefdeck.verify.brief_file import BriefFile
from briefdeck.verify.deck_file import DeckFile
from briefdeck.verify.outline_words import Wording, labels, wordings
from briefdeck.verify.wording import Furnished


@dataclass(frozen=True)
class Evidence:
    """All there is; what follows from the outline is worked out once, when it is first asked for."""

    found_deck: DeckFile | None
    found_brief: BriefFile | None
    found_outline: Outline | None
    found_note: Note | None
    furniture: Furniture

    @property
    def deck(self) -> DeckFile:
        """The deck, for checks that are made only when there is one; so with the next three."""
        assert self.found_deck is not None
        return self.found_deck

    @property
    def brief(self) -> BriefFile:
        """The brief."""
        assert self.found_brief is not None
        return self.found_brief

    @property
    def outline(self) -> Outline:
        """The outline."""
        assert self.found_outline is not None
        return self.found_outline

    @property
    def note(self) -> Note:
        """The note."""
        assert self.found_note is not None
        return self.found_note

    @cached_property
    def contents(self) -> tuple[Entry, ...]:
        """The entries that both files must share; empty when there is no outline."""
        return contents(self.outline, self.furniture) if self.found_outline else ()

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """The entries by their ids."""
        return {entry.id: entry for entry in self.contents}

    @cached_property
    def wordings(self) -> Mapping[str, Wording]:
        """How each item must read; empty when there is no outline."""
        return wordings(self.outline) if self.found_outline else {}

    @cached_property
    def labels(self) -> Mapping[str, tuple[str, ...]]:
        """The labels of each section, by its id."""
        found: dict[str, list[str]] = {}
        for section, name, _ in labels(self.outline) if self.found_outline else ():
            found.setdefault(section, []).append(name)
        return {section: tuple(names) for section, names in found.items()}

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Every section of the outline in reading order."""
        return tuple(walk_sections(self.outline.sections)) if self.found_outline else ()

    @cached_property
    def furnished(self) -> Furnished:
        """The words that the generator may add."""
        return Furnished(self.furniture)
