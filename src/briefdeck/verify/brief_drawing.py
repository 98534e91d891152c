"""Runs through what a page draws beside its words: colours, paths, panels, lines, and what they leave to be seen."""

from __future__ import annotations

from pikepdf import Object

from briefdeck.model.values import replace
from briefdeck.verify.brief_page import PageReading, TextState, times
from briefdeck.verify.brief_paths import Area, Path, Point, Stroke
from briefdeck.verify.contrast import Color, over

_SEEN_THROUGH = 0.9
"""Opacity from which nothing is seen through a panel."""

_BROAD = 3.0  # points: a pen that covers words, not only strikes them through


class Drawing:
    """The part of the PDF imaging model that draws; `DRAWING` names its operators."""

    def __init__(self, reading: PageReading, state: TextState) -> None:
        self._reading = reading
        self._state = state
        self._path = Path()
        self._clipping = ""  # the operator by which the path at hand becomes a clip

    def _set_ink(self, operands: list[Object]) -> None:
        """Of the colours that programs write, those of a colour space that is named elsewhere are not followed."""
        self._state = replace(self._state, ink=_color(operands))

    def _set_line_ink(self, operands: list[Object]) -> None:
        self._state = replace(self._state, line_ink=_color(operands))

    def _set_other_ink(self, _: list[Object]) -> None:
        self._state = replace(self._state, ink=None)

    def _set_other_line_ink(self, _: list[Object]) -> None:
        self._state = replace(self._state, line_ink=None)

    def _move_path(self, operands: list[Object]) -> None:
        self._path.move(self._place(*operands))

    def _add_line(self, operands: list[Object]) -> None:
        self._path.line(self._place(*operands))

    def _add_curve(self, operands: list[Object]) -> None:
        first, second, end = (self._place(*operands[at : at + 2]) for at in (0, 2, 4))
        self._path.curve(first, second, end)

    def _add_curve_from_here(self, operands: list[Object]) -> None:
        second, end = (self._place(*operands[at : at + 2]) for at in (0, 2))
        self._path.curve(self._path.here() or second, second, end)

    def _add_curve_to_end(self, operands: list[Object]) -> None:
        first, end = (self._place(*operands[at : at + 2]) for at in (0, 2))
        self._path.curve(first, end, end)

    def _close_path(self, _: list[Object]) -> None:
        self._path.close()

    def _add_rectangle(self, operands: list[Object]) -> None:
        x, y, width, height = (float(operand) for operand in operands)
        self._path.move(self._place(x, y))
        for corner in ((x + width, y), (x + width, y + height), (x, y + height)):
            self._path.line(self._place(*corner))
        self._path.close()

    def _place(self, x: Object | float, y: Object | float) -> Point:
        matrix = times((1, 0, 0, 1, float(x), float(y)), self._state.matrix)
        return matrix[4], matrix[5]

    def _fill(self, _: list[Object]) -> None:
        self._paint_over(self._path.area(even_odd=False))
        self._end_path([])

    def _fill_even_odd(self, _: list[Object]) -> None:
        self._paint_over(self._path.area(even_odd=True))
        self._end_path([])

    def _draw(self, _: list[Object]) -> None:
        self._pass_over()
        self._end_path([])

    def _fill_and_draw(self, _: list[Object]) -> None:
        self._pass_over()
        self._fill([])

    def _fill_even_odd_and_draw(self, _: list[Object]) -> None:
        self._pass_over()
        self._fill_even_odd([])

    def _close_and_draw(self, _: list[Object]) -> None:
        self._path.close()
        self._draw([])

    def _close_fill_and_draw(self, _: list[Object]) -> None:
        self._path.close()
        self._fill_and_draw([])

    def _close_fill_even_odd_and_draw(self, _: list[Object]) -> None:
        self._path.close()
        self._fill_even_odd_and_draw([])

    def _fill_with_shading(self, _: list[Object]) -> None:
        """All that the clip leaves is painted over, in colours that are not followed."""
        self._reading.cover(self._state.clips)

    def _paint_over(self, area: Area | None) -> None:
        if area is None:
            return
        frame = area.frame
        ground = self._reading.ground(frame.x + frame.width / 2, frame.y + frame.height / 2)
        ink = self._state.ink
        painted = over(ink, ground, self._state.opacity) if ink and ground else None
        self._reading.panels.append((area, painted))
        if self._state.opacity > _SEEN_THROUGH:
            self._reading.cover((area, *self._state.clips))
            middle = frame.y + frame.height / 2
            self._reading.strike(Stroke((frame.x, middle), (frame.right, middle), frame.height))

    def _pass_over(self) -> None:
        scale = abs(self._state.matrix[0] * self._state.matrix[3] - self._state.matrix[1] * self._state.matrix[2])
        for stroke in self._path.strokes(self._state.pen * scale**0.5):
            self._reading.strike(stroke)
            if stroke.width > _BROAD:
                self._reading.cover((stroke.area(), *self._state.clips))

    def _clip(self, _: list[Object]) -> None:
        self._clipping = "W"

    def _clip_even_odd(self, _: list[Object]) -> None:
        self._clipping = "W*"

    def _end_path(self, _: list[Object]) -> None:
        area = self._path.area(even_odd=self._clipping == "W*") if self._clipping else None
        if area is not None:
            self._state = replace(self._state, clips=(*self._state.clips, area))
        self._path, self._clipping = Path(), ""

    def cover_unit_square(self) -> None:
        """What a picture does, which fills the square that the matrix has put somewhere."""
        corners = tuple(self._place(x, y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1)))
        self._reading.cover((Area((corners,)), *self._state.clips))


def _color(operands: list[Object]) -> Color | None:
    """A colour by its numbers: of grey, of red, green and blue, or of the four inks of a printer."""
    numbers = [float(operand) for operand in operands]
    if len(numbers) == 1:
        return numbers[0], numbers[0], numbers[0]
    if len(numbers) == 3:
        return numbers[0], numbers[1], numbers[2]
    if len(numbers) == 4:
        red, green, blue = ((1 - number) * (1 - numbers[3]) for number in numbers[:3])
        return red, green, blue
    return None


DRAWING = {
    **dict.fromkeys(("g", "rg", "k"), Drawing._set_ink),
    **dict.fromkeys(("G", "RG", "K"), Drawing._set_line_ink),
    **dict.fromkeys(("cs", "sc", "scn"), Drawing._set_other_ink),
    **dict.fromkeys(("CS", "SC", "SCN"), Drawing._set_other_line_ink),
    "re": Drawing._add_rectangle,
    "m": Drawing._move_path,
    "l": Drawing._add_line,
    "c": Drawing._add_curve,
    "v": Drawing._add_curve_from_here,
    "y": Drawing._add_curve_to_end,
    "h": Drawing._close_path,
    "W": Drawing._clip,
    "W*": Drawing._clip_even_odd,
    **dict.fromkeys(("f", "F"), Drawing._fill),
    "f*": Drawing._fill_even_odd,
    "B": Drawing._fill_and_draw,
    "B*": Drawing._fill_even_odd_and_draw,
    "b": Drawing._close_fill_and_draw,
    "b*": Drawing._close_fill_even_odd_and_draw,
    "S": Drawing._draw,
    "s": Drawing._close_and_draw,
    "n": Drawing._end_path,
    "sh": Drawing._fill_with_shading,
}
