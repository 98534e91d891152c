"""A template: somebody's own PowerPoint design, read into values.

They are what compose needs to seat text in its layouts, and the parts that the painter writes the slides among.
Lengths are points from the slide's top left corner; colours are "RRGGBB".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from briefdeck.errors import Problem
from briefdeck.model.geometry import Rect, Size
from briefdeck.model.look import ColorRole, DeckFont, FontRole
from briefdeck.model.page import Anchor, TextStyle
from briefdeck.named import NamedTuple

RoleName: TypeAlias = Literal["title", "section", "points", "comparison"]
"""What a layout of a template may be used for."""


class Placeholder(NamedTuple):
    """A place of a layout that slides fill, with everything it inherits from its master."""

    kind: str  # PowerPoint's word for it: `title`, `ctrTitle`, `body`, `obj`, `ftr`, ...
    idx: str  # PowerPoint's number for it, "" where the file says none
    name: str
    marks: tuple[tuple[str, str], ...]  # what its `p:ph` says, for the slide's own to say again
    frame: Rect
    room: Rect  # what its insets leave, kept clear of a logo
    given: Rect  # what its insets leave
    anchor: Anchor
    levels: tuple[TextStyle, ...]  # as inherited, five of them; an ink is the nearest that a theme has
    inks: tuple[str, ...]  # the colour of each level's text as it comes out, "" where it is not plain
    grounds: tuple[str, ...]  # the colours that lie under it; () where there is a picture or anything else unknown
    spaced_after: bool = False  # there is space below its paragraphs too
    resets: tuple[tuple[str, str], ...] = ()  # what its frame says that text which was measured cannot have


class TemplateLayout(NamedTuple):
    """A layout of the template."""

    name: str
    part: str  # "ppt/slideLayouts/slideLayout3.xml"
    master: str  # the part of its master
    kind: str  # PowerPoint's own word (`title`, `obj`, ...), "" for none
    placeholders: tuple[Placeholder, ...]
    text: tuple[TextStyle, ...]  # how its master sets running text, by level
    grounds: tuple[str, ...] = ()  # the colours of its background
    drawn: tuple[Rect, ...] = ()  # where it or its master shows anything else: pictures, panels, marks
    text_boxes: tuple[str, ...] = ()  # names of boxes with text that look like placeholders and are none

    def of(self, *kinds: str) -> tuple[Placeholder, ...]:
        """Its placeholders of these kinds."""
        return tuple(place for place in self.placeholders if place.kind in kinds)

    @property
    def title(self) -> Placeholder | None:
        """Where its title goes."""
        return next(iter(self.of("title", "ctrTitle")), None)


class RoleChoice(NamedTuple):
    """Which layout serves a role, and why. Without a layout, `reason` says what is done instead."""

    role: RoleName
    layout: TemplateLayout | None
    reason: str


class TemplatePart(NamedTuple):
    """One file of the template's package that stays."""

    name: str
    content_type: str  # "" for a file of relations
    data: bytes


class Package(NamedTuple):
    """What of the template goes into the deck as it is."""

    parts: tuple[TemplatePart, ...]
    masters: tuple[tuple[str, str], ...]  # (id, part)
    notes_master: str = ""  # its part
    handout_master: str = ""
    table_styles: str = ""  # its part
    notes_size: tuple[str, str] = ("6858000", "9144000")
    default_text: str = ""  # the inside of the presentation that says how other text looks, as XML
    embedded_fonts: str = ""  # the list of fonts that travel in the file, as XML
    font_parts: tuple[tuple[str, str], ...] = ()  # (relation id in that list, part)


class Template(NamedTuple):
    """A template that can be built on."""

    file: str
    digest: str  # of its bytes
    size: Size
    colors: Mapping[ColorRole, str]
    fonts: Mapping[FontRole, DeckFont]
    layouts: tuple[TemplateLayout, ...]
    roles: tuple[RoleChoice, ...]
    host: TemplateLayout  # carries what the template has no layout for: its title, its ornaments, its foot
    area: Rect  # where content goes on it
    package: Package
    rtl: bool = False  # its text runs from right to left
    remarks: tuple[Problem, ...] = ()
    mended: tuple[Problem, ...] = ()  # what is wrong with it and not with the decks built on it

    def role(self, name: RoleName) -> TemplateLayout | None:
        """The layout for a role, None when there is none."""
        return next((choice.layout for choice in self.roles if choice.role == name), None)


class Origin(NamedTuple):
    """The layout of a template that a layout is, or that it is drawn upon with placeholders of its own."""

    part: str  # of the template's package
    name: str  # what PowerPoint calls the layout that slides use
    marks: Mapping[str, tuple[tuple[str, str], ...]]  # what the `p:ph` of the template's own slots say
    bases: Mapping[str, tuple[TextStyle, ...]]  # how their text looks before anything is said about it, by level
    rooms: Mapping[str, Rect]  # what the layout gives their text; a slot with another frame says where it stands
    resets: Mapping[str, tuple[tuple[str, str], ...]]  # what a slot's frame must say against its layout
    drawn: bool = False  # slots without marks are drawn on a copy of the layout
    text: tuple[TextStyle, ...] = ()  # how the master sets text: what drawn slots need not say
