"""What a check may look at: the two files as read back, what they are held against, and what came of comparing them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from briefdeck.model.note import Note
from briefdeck.model.page import EntryKind
from briefdeck.named import NamedTuple
from briefdeck.verify.brief_file import BriefFile
from briefdeck.verify.brief_texts import BriefTexts, brief_texts
from briefdeck.verify.comparing import Comparison, compare_brief, compare_slides
from briefdeck.verify.deck_file import DeckFile, Slide
from briefdeck.verify.script import Script


class Rebuild(NamedTuple):
    """Whether building once more from the same outline gave the same bytes; None where that was not compared."""

    same_deck: bool | None
    same_brief: bool | None


@dataclass(frozen=True)
class Evidence:
    """All there is. A check that needs what is not there is not made, so the properties need not ask."""

    found_deck: DeckFile | None
    found_brief: BriefFile | None
    found_outline: Script | None
    found_note: Note | None
    found_rebuild: Rebuild | None = None
    found_source: str | None = None  # digest of the outline as it is now

    @property
    def deck(self) -> DeckFile:
        """The deck."""
        assert self.found_deck is not None
        return self.found_deck

    @property
    def brief(self) -> BriefFile:
        """The brief."""
        assert self.found_brief is not None
        return self.found_brief

    @property
    def script(self) -> Script:
        """The outline, as the files must follow it."""
        assert self.found_outline is not None
        return self.found_outline

    @property
    def note(self) -> Note:
        """The note."""
        assert self.found_note is not None
        return self.found_note

    @property
    def source(self) -> str:
        """The digest of the outline as it is now."""
        assert self.found_source is not None
        return self.found_source

    @property
    def rebuild(self) -> Rebuild:
        """What came of building once more."""
        assert self.found_rebuild is not None
        return self.found_rebuild

    @cached_property
    def brief_texts(self) -> BriefTexts:
        """The words of the brief by what they stand for."""
        return brief_texts(self.brief)

    @cached_property
    def only_in_notes(self) -> tuple[str, ...]:
        """What the sections hold and no slide shows, by a limit on slides: the speaker notes say it."""
        gone = {cut.id for cut in self.deck.embedded.cuts}
        sections = [entry for entry in self.script.contents if entry.kind is EntryKind.SECTION]
        return tuple(
            item for entry in sections for item in (*entry.items, *entry.extras) if item in gone or entry.id in gone
        )

    @cached_property
    def compared_slides(self) -> tuple[tuple[Slide, Comparison], ...]:
        """Each slide of ours with what came of comparing it."""
        return tuple(compare_slides(self.deck, self.script))

    @cached_property
    def compared_brief(self) -> Comparison:
        """What came of comparing the brief."""
        embedded = self.brief.embedded
        gone = frozenset(cut.id for cut in embedded.cuts)
        return compare_brief(self.brief_texts, self.script, guided=embedded.style == "guided", gone=gone)
