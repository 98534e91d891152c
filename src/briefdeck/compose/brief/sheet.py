"""One outline on one paper in one style: the room for its text, and what stands around that."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from briefdeck.compose.brief.head import FOOT_AIR, Head, foot, foot_height, head, logo_box, notes
from briefdeck.compose.brief.ladder import Fit
from briefdeck.compose.brief.page import flow_boxes, mirrored
from briefdeck.compose.brief.paper import Paper, Space, measure
from briefdeck.compose.brief.roles import CUE_GAP, HAIRLINE
from briefdeck.compose.brief.rungs import Rung
from briefdeck.compose.brief.styles import Style
from briefdeck.compose.type.scripts import runs_left
from briefdeck.compose.type.typeset import BriefFonts, count_lines, reach, set_paragraph
from briefdeck.model.geometry import Rect
from briefdeck.model.look import Look
from briefdeck.model.media import Media
from briefdeck.model.outline import Outline
from briefdeck.model.page import Box, Cut, Line, Paragraph, ShapeContent
from briefdeck.model.values import replace

if TYPE_CHECKING:
    from briefdeck.compose.brief.code import Code

_NOTES_AIR = 1.5  # lines between the text and the area for notes
_SUMMARY_AIR = 10.0  # points above the area to sum up in
_LOGO_AIR = 14.0  # points between the title and the logo
_LONG_SUBTITLE = "no room on one page: the subtitle is longer than a standfirst"


def _code(link: str) -> Code | None:
    if not link:
        return None
    from briefdeck.compose.brief.code import qr_code

    return qr_code(link)


class Sheet:
    """Sets the lines of one brief, and knows the head and the room that each rung has."""

    def __init__(
        self,
        outline: Outline,
        look: Look,
        paper: Paper,
        style: Style,
        *,
        key: bool = False,
        logo: Media | None = None,
    ) -> None:
        self._logo = logo
        self.size = paper.size
        self.faces = BriefFonts(look)
        self._paper = paper
        self._style = style
        self._over = (look.furniture.words["answers"],) if key else ()
        self._outline = outline
        self._furniture = look.furniture
        self._code = _code(outline.brief.link)
        self._code_alt = look.furniture.words["qr_code"].format(link=outline.brief.link)
        self.space = lru_cache(maxsize=32)(self._space)
        self._head = lru_cache(maxsize=32)(self._make_head)

    def set_lines(self, paragraph: Paragraph, width: float, *, hyphenate: bool = True) -> Paragraph:
        """The paragraph in lines; headings are never hyphenated."""
        hyphenate = hyphenate and paragraph.style.font == "body"
        return set_paragraph(paragraph, width, self.faces, lang=self._outline.lang, hyphenate=hyphenate)

    def count_lines(self, paragraph: Paragraph, width: float) -> int:
        """How many lines that makes."""
        hyphenate = paragraph.style.font == "body"
        return count_lines(paragraph, width, self.faces, lang=self._outline.lang, hyphenate=hyphenate)

    def reach(self, line: Line) -> tuple[float, float]:
        """How far a line's ink rises above its baseline and hangs below it, points."""
        return reach(line, self.faces)

    def cut_subtitle(self, rung: Rung) -> tuple[Cut, ...]:
        """The cut of a subtitle that is too long to stand above the columns."""
        if not self._outline.subtitle or self._head(rung).standfirst:
            return ()
        return (Cut(id="subtitle", text=self._outline.subtitle, reason=_LONG_SUBTITLE),)

    def boxes(self, found: Fit, cut: int) -> tuple[Box, ...]:
        """Everything on the page in reading order."""
        space = self.space(found.rung)
        boxes = (
            *self._head(found.rung).boxes,
            *flow_boxes(found, space),
            *self._notes(found, space),
            *self._summary(found.rung, space),
            *foot(self._outline, self._area(found.rung), self._furniture, cut, self.set_lines, caption=self._caption),
        )
        return mirrored(boxes, self.size) if runs_left(self._outline.lang) else boxes

    @property
    def _caption(self) -> float:
        return self._style.manner.caption_floor

    def _area(self, rung: Rung) -> Rect:
        """The rectangle inside the margins; with cues it is as wide as the paper allows."""
        return measure(self._paper, 2 if self._style.manner.cues else rung.columns, rung.size)

    def _space(self, rung: Rung) -> Space:
        area, top = self._area(rung), self._head(rung).bottom
        taken = foot_height(self._outline, area, self._furniture, self.set_lines, caption=self._caption)
        if self._style.summary:
            taken += self._style.summary * self.size.height + _SUMMARY_AIR
        cues = self._style.manner.cues
        width = (area.width - CUE_GAP) / (1 + cues) if cues else area.width
        room = Rect(area.right - width, top, width, area.bottom - taken - top)
        return Space(area=room, columns=rung.columns, gutter=self._paper.gutter)

    def _make_head(self, rung: Rung) -> Head:
        area = self._area(rung)
        logo = logo_box(self._logo, area) if self._logo else None
        if logo:
            area = replace(area, width=logo.frame.x - _LOGO_AIR - area.x)
        made = head(
            self._outline, area, rung.title, rung.size, self.set_lines,
            floor=self._style.manner.body_floor, caption=self._caption, over=self._over,
            code=self._code, code_alt=self._code_alt,
        )  # fmt: skip
        if logo is None:
            return made
        return replace(made, boxes=(*made.boxes, logo), bottom=max(made.bottom, logo.frame.bottom + rung.size))

    def _footed(self, rung: Rung) -> tuple[bool, float]:
        """Whether the page has a foot, and the lower edge of what stands above it."""
        area = self._area(rung)
        height = foot_height(self._outline, area, self._furniture, self.set_lines, caption=self._caption)
        return height > 0, area.bottom - height + (FOOT_AIR if height else 0.0)

    def _notes(self, found: Fit, space: Space) -> Iterator[Box]:
        """An area to write in below the columns, when they leave room for one."""
        if found.notes and not self._style.summary:
            top = space.area.y + found.depth + _NOTES_AIR * found.leading
            footed, bottom = self._footed(found.rung)
            area = Rect(space.area.x, top, space.area.width, bottom - top)
            yield from notes(area, self._furniture.words["notes"], found.rung.size, self.set_lines, footed=footed)

    def _summary(self, rung: Rung, space: Space) -> Iterator[Box]:
        """The rule between cues and text, and the area to sum up in over the whole width."""
        if not self._style.summary:
            return
        area = self._area(rung)
        footed, bottom = self._footed(rung)
        top = bottom - self._style.summary * self.size.height
        middle = space.area.x - CUE_GAP / 2
        rule = ShapeContent(shape="line", ink=HAIRLINE, stroke=0.75)
        upright = Rect(middle, space.area.y, 0.0, top - _SUMMARY_AIR - space.area.y)
        yield Box(frame=upright, content=rule, name="cue rule")
        yield Box(frame=Rect(area.x, top - _SUMMARY_AIR, area.width, 0.0), content=rule, name="summary rule")
        room = Rect(area.x, top, area.width, bottom - top)
        yield from notes(room, self._furniture.words["summary"], rung.size, self.set_lines, footed=footed)
