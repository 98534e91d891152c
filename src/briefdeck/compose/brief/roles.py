"""The brief's type and space as data: how each role looks and how far it stands from what is above it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from briefdeck.compose.brief.block import HEADINGS, Block, Role
from briefdeck.compose.type.scripts import is_tall
from briefdeck.model.look import FontRole, Ink
from briefdeck.model.page import TextStyle
from briefdeck.named import NamedTuple

BODY_FLOOR = 10.0
CAPTION_FLOOR = 9.0
"""Points; nothing on the brief is smaller."""

Tag: TypeAlias = Literal["H1", "H2", "H3", "P", "LI", "Caption"]

_DIGIT, _STOP = 0.56, 0.24  # em: the width of a figure, and of the full stop behind a number
_APART = 0.35  # em: from a bullet or number to its text

TEXT = Ink("text")
HEADING = Ink("heading")
ACCENT = Ink("accent1")
QUIET = Ink("text", lighter=30)
HAIRLINE = Ink("text", lighter=55)


CUE_GAP = 20.0
"""Points between a cue and the text beside it."""


class Manner(NamedTuple):
    """What a style of the brief asks of all type."""

    body_floor: float = BODY_FLOOR
    caption_floor: float = CAPTION_FLOOR
    italics: bool = True
    values: tuple[float, ...] = (2.2, 1.9, 1.6, 1.3, 1.0)  # sizes of a large figure, in multiples of the body
    wide_values: tuple[float, ...] = (2.9, 2.5)  # tried first where the column is the whole page
    cues: float = 0.0  # the width in which headings and labels stand beside the text, as a part of the text's


USUAL = Manner()


class RoleType(NamedTuple):
    """One role's type, in multiples of the body size."""

    tag: Tag = "P"
    font: FontRole = "body"
    scale: float = 1.0
    bold: bool = False
    italic: bool = False
    ink: Ink = TEXT
    indent: float = 0.0  # em of the body
    hanging: float = 0.0  # em of the body
    bullet: Ink = ACCENT
    caption: bool = False  # may be as small as a caption


TYPE: Mapping[Role, RoleType] = {
    Role.SECTION: RoleType(tag="H2", font="heading", scale=1.28, bold=True, ink=HEADING, hanging=1.15),
    Role.SUBSECTION: RoleType(tag="H3", font="heading", scale=1.06, bold=True, ink=HEADING),
    Role.CUE: RoleType(bold=True, ink=HEADING, scale=0.95),
    Role.LEAD: RoleType(),
    Role.PLAIN: RoleType(),
    Role.POINT: RoleType(tag="LI", indent=1.15, hanging=1.15),
    Role.BELOW: RoleType(tag="LI", indent=2.15, hanging=1.0),
    Role.DEEP: RoleType(tag="LI", indent=2.95, hanging=0.8),
    Role.FIGURE: RoleType(bold=True, ink=ACCENT),
    Role.QUOTE: RoleType(italic=True, scale=1.06),
    Role.CAPTION: RoleType(tag="Caption", scale=0.88, caption=True),
    Role.TABLE: RoleType(scale=0.92, caption=True),
    Role.MORE: RoleType(scale=0.86, ink=QUIET, caption=True),
    Role.CHART: RoleType(scale=0.92, caption=True),
    Role.PICTURE: RoleType(),
    Role.MOMENT: RoleType(tag="LI", indent=1.15, hanging=1.15),
    Role.TERM: RoleType(tag="LI"),
    Role.QUESTION: RoleType(tag="LI", indent=1.5, hanging=1.5),
    Role.TAKEAWAY: RoleType(tag="LI", indent=1.15, hanging=1.15),
    Role.SOURCE: RoleType(tag="LI", scale=0.88, caption=True, indent=1.15, hanging=1.15),
}


def style(block: Block, size: float, manner: Manner = USUAL) -> TextStyle:
    """How a block is set when the body has the given size."""
    look = TYPE[block.role]
    floor = manner.caption_floor if look.caption else manner.body_floor
    slanted = look.italic and not any(is_tall(span.text) for span in block.spans)  # tall scripts have no italics
    scale = look.scale if slanted or not look.italic else 1.0  # only slanted letters look smaller than they are
    hangs = max(look.hanging, _wide(block.bullet) * look.scale + _APART) if block.bullet else 0.0
    indent = hangs if block.role is Role.SECTION else max(look.indent, look.indent - look.hanging + hangs)
    return TextStyle(
        font=look.font,
        size=max(floor, size * scale),
        ink=look.ink,
        bold=look.bold,
        italic=slanted and manner.italics,
        indent=indent * size,
        hanging=hangs * size,
        bullet=block.bullet,
        bullet_ink=look.bullet if block.bullet else None,
    )


def _wide(bullet: str) -> float:
    """How wide a bullet or number is, em."""
    number = bullet.removesuffix(".")
    return _DIGIT * len(number) + _STOP * (number != bullet)


class Spacing(NamedTuple):
    """The gaps above things, in quarter lines."""

    name: str
    section: int
    subsection: int
    headed: int  # below a heading
    item: int
    inside: int  # between the points of a group
    block: int  # around figures, quotes and tables


TIGHT = Spacing(name="tight", section=4, subsection=3, headed=1, item=1, inside=0, block=2)
CLOSE = Spacing(name="close", section=4, subsection=3, headed=1, item=1, inside=1, block=3)
NORMAL = Spacing(name="normal", section=5, subsection=3, headed=1, item=2, inside=1, block=4)
ROOMY = Spacing(name="roomy", section=7, subsection=4, headed=1, item=2, inside=1, block=5)
AIRY = Spacing(name="airy", section=8, subsection=5, headed=2, item=2, inside=2, block=6)
SPACINGS = (TIGHT, CLOSE, NORMAL, ROOMY, AIRY)

_BLOCKS = frozenset({Role.FIGURE, Role.QUOTE, Role.CAPTION, Role.TABLE, Role.MORE, Role.CHART, Role.PICTURE})


def gap(above: Block | None, block: Block, spacing: Spacing) -> int:
    """The space between two blocks of the flow, in quarter lines."""
    if above is None:
        return 0
    if block.role is Role.SECTION:
        return spacing.section
    if block.role is Role.SUBSECTION:
        return spacing.headed + 1 if above.role in HEADINGS else spacing.subsection
    if above.role in HEADINGS:
        return spacing.headed
    if above.role is Role.CAPTION or block.role is Role.MORE:
        return 1
    if block.role in _BLOCKS or above.role in _BLOCKS:
        return spacing.block
    if block.group and block.group == above.group:
        return spacing.inside
    return spacing.item
