"""What an outline lets the files show: its contents, its words, and the furniture. Worked out once, when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from briefdeck.late import late_pattern
from briefdeck.model.contents import contents
from briefdeck.model.look import Furniture
from briefdeck.model.outline import Outline, Section, section_points, walk_sections
from briefdeck.model.page import Entry, EntryKind
from briefdeck.verify.outline_words import Wording, about, labels, wordings
from briefdeck.verify.steps import Step, steps
from briefdeck.verify.wording import Furnished, core

_ADDRESS = late_pattern(r"https?://\S+")
_AROUND = " :;,–—-|(<["


@dataclass(frozen=True)
class Script:
    """An outline as the files must follow it."""

    outline: Outline
    furniture: Furniture

    @cached_property
    def contents(self) -> tuple[Entry, ...]:
        """The entries that both files share, in order."""
        return contents(self.outline, self.furniture)

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """The entries by their ids."""
        return {entry.id: entry for entry in self.contents}

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The words of each entry's title, by its id."""
        return {entry.id: core(entry.title) for entry in self.contents}

    @cached_property
    def title_parts(self) -> Mapping[str, tuple[str, ...]]:
        """What slides may show of each title: all of it, or its words and the addresses behind them apart."""
        return {name: (title, *_parts(title)) for name, title in self.titles.items()}

    @cached_property
    def below(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the entries right below an entry; everything at the top level stands below the opening."""
        found: dict[str, list[str]] = {}
        opening = next(entry.id for entry in self.contents if entry.kind is EntryKind.OPENING)
        for entry in self.contents:
            found.setdefault(entry.parent or opening, []).append(entry.id)
        return {name: tuple(names) for name, names in found.items()}

    @cached_property
    def wordings(self) -> Mapping[str, Wording]:
        """How each item must read, by its id."""
        return wordings(self.outline)

    @cached_property
    def steps(self) -> Mapping[str, tuple[Step, ...]]:
        """The points and labels of each section with their numbers, by its id."""
        return steps(self.outline)

    @cached_property
    def labels(self) -> Mapping[str, tuple[str, ...]]:
        """The labels of each section, by its id."""
        found: dict[str, list[str]] = {}
        for section, name, _ in labels(self.outline):
            found.setdefault(section, []).append(name)
        return {section: tuple(names) for section, names in found.items()}

    @cached_property
    def about(self) -> tuple[str, ...]:
        """What the outline says about itself."""
        return about(self.outline)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Every section in reading order."""
        return tuple(walk_sections(self.outline.sections))

    @cached_property
    def asked(self) -> Mapping[str, str]:
        """The titles of sections as their author asks them, by id."""
        return {section.id: core(section.question) for section in self.sections if section.question}

    def recapped(self, gone: Set[str]) -> Iterator[str]:
        """What a recap may say: the top-level sections, each with the first point that is not gone from the slides."""
        for section in self.outline.sections:
            points = (point for one in walk_sections((section,)) for point in section_points(one))
            yield core(section.title)
            yield from (core(point.shown) for point in islice((one for one in points if one.id not in gone), 1))

    @cached_property
    def furnished(self) -> Furnished:
        """The words that the generator may add."""
        return Furnished(self.furniture, len(self.contents))


def _parts(title: str) -> tuple[str, ...]:
    found = _ADDRESS.search(title)
    words = title[: found.start()].rstrip(_AROUND) if found else ""
    return (core(words), *(core(address.strip("<>()[]")) for address in _ADDRESS.findall(title))) if words else ()
