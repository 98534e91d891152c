"""The seed's own files, built once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from briefdeck.assets import read_look
from briefdeck.build_id import source_digest
from briefdeck.model.look import Furniture
from briefdeck.model.note import Note
from briefdeck.model.outline import Outline
from briefdeck.pipeline import Order, make, map_note
from briefdeck.text.note import read_note
from briefdeck.verify import verify
from briefdeck.verify.report import Report

SEED = Path(__file__).parents[2] / "seeds" / "000_6d5ad8971962cae4.txt"


@dataclass(frozen=True)
class Built:
    """A pair of finished files and what they were built from."""

    deck: bytes
    brief: bytes
    outline: Outline
    note: Note
    furniture: Furniture

    def report(
        self,
        deck: bytes | None = None,
        brief: bytes | None = None,
        outline: Outline | None = None,
        again: tuple[bytes | None, bytes | None] | None = (None, None),
    ) -> Report:
        """Verify the pair, or what is given in its place; `again` is what a second build gave."""
        return verify(
            deck or self.deck,
            brief or self.brief,
            outline or self.outline,
            self.note,
            self.furniture,
            source=source_digest(self.outline),
            again=again,
        )

    def rebuilt(self, outline: Outline) -> Report:
        """Build both files from another outline, and hold them against the own one."""
        other = make(outline, Order())
        return self.report(other.deck, other.brief)


@pytest.fixture(scope="session")
def built() -> Built:
    data = SEED.read_bytes()
    outline, _ = map_note(data, SEED.name)
    pair = make(outline, Order(outline_path="../outline.yaml", note_path="../seeds/seed.txt"))
    return Built(pair.deck, pair.brief, outline, read_note(data, SEED.name)[0], read_look("", outline.lang).furniture)
