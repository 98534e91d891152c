"""What is in a finished brief, as plain frozen values. Lengths are points from the page's top left corner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from briefdeck.model.geometry import Size
from briefdeck.verify.embedded import Embedded


class Marking(Enum):
    """What the file says about a stretch of text."""

    TAGGED = "tagged"  # part of the structure tree
    ARTIFACT = "artifact"  # decoration, passed over when read aloud
    UNTAGGED = "untagged"  # neither: lost to a screen reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Text set in one font on one line."""

    text: str
    page: int  # from 1
    left: float
    right: float
    baseline: float
    size: float
    font: str
    marking: Marking
    decoration: int = 0  # which stretch of decoration it is part of, from 1
    contrast: float | None = None  # with what it stands on, 1 to 21; None: unknown
    seen: bool = True  # set with ink, inside the clip, on no layer that may be hidden, and nothing painted over it


@dataclass(frozen=True, slots=True)
class Passage:
    """One marked stretch of the page's content, as the structure tree refers to it."""

    text: str  # as it is read aloud
    runs: tuple[Run, ...]

    @property
    def shown(self) -> str:
        """Its words by the signs that are set."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One structure element, with what is below it in reading order."""

    tag: str  # standard type: H1, P, LI, ...
    id: str = ""
    alt: str = ""
    lang: str = ""
    actual_text: str = ""
    children: tuple[Element | Passage, ...] = ()

    @property
    def text(self) -> str:
        """Its words as they are read aloud, without the bullets and numbers of lists."""
        return self.actual_text or self.said

    @property
    def said(self) -> str:
        """Its words as they stand, whatever is to be read aloud in their place."""
        return "".join(
            child.text if isinstance(child, Passage) or child.tag in _INLINE else f" {child.text} "
            for child in self.children
            if isinstance(child, Passage) or child.tag != "Lbl"
        )

    def runs(self) -> Iterator[Run]:
        """All text set for it and what is below it."""
        for child in self.children:
            yield from child.runs if isinstance(child, Passage) else child.runs()

    def walk(self) -> Iterator[Element]:
        """Itself and every element below it, in reading order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()


_INLINE = frozenset({"Span", "Link", "Quote", "Em", "Strong", "Reference", "Code", "Sub"})


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One entry of the PDF's outline."""

    title: str
    level: int  # from 0
    leads: bool = True  # to a page that is there
    page: int = 0  # from 1; 0: none
    left: float | None = None  # where on it; None: nowhere in particular
    top: float | None = None


@dataclass(frozen=True, slots=True)
class BriefFont:
    """A font that the page uses."""

    name: str
    embedded: bool
    readable: bool  # its glyphs can be turned back into characters


@dataclass(frozen=True, slots=True)
class BriefPicture:
    """A picture, and how large it is painted in points."""

    pixels: Size
    painted: Size


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefFile:
    """A whole brief."""

    pages: int
    size: Size  # of the first page
    runs: tuple[Run, ...]  # everything that is set
    structure: tuple[Element, ...]  # the roots of the structure tree
    bookmarks: tuple[Bookmark, ...]
    fonts: tuple[BriefFont, ...]
    shown: tuple[BriefPicture, ...]
    title: str
    lang: str
    marked: bool  # it claims to be tagged
    shows_title: bool  # readers show its title, not its file name
    claims_access: bool  # its metadata claim PDF/UA
    claims_archive: bool = True  # and PDF/A
    embedded: Embedded
    page_faults: tuple[str, ...] = ()  # what is odd about its pages, one phrase each
    annotations: tuple[str, ...] = ()  # the words, or the kind, of what was put on its pages; links left out
    links: tuple[str, ...] = ()  # addresses that its words lead to
    active: tuple[str, ...] = ()  # what it would run or bring along, one phrase each
    breaches: tuple[str, ...] = ()  # of PDF/UA-1 and PDF/A-2a, one phrase each

    @property
    def ours(self) -> bool:
        """Whether it was made by briefdeck."""
        return bool(self.embedded.build) or any(element.id for element in self.elements())

    def elements(self) -> Iterator[Element]:
        """Every structure element in reading order."""
        for root in self.structure:
            yield from root.walk()
