"""Runs through the content of a page and says what text stands where, and under which mark."""

from __future__ import annotations

from collections.abc import Iterable
from math import hypot

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream, parse_content_stream

from briefdeck.model.geometry import Size
from briefdeck.model.values import replace
from briefdeck.verify.brief_drawing import DRAWING, Drawing
from briefdeck.verify.brief_file import BriefPicture, Marking, Run
from briefdeck.verify.brief_fonts import read_font
from briefdeck.verify.brief_page import IDENTITY, Mark, MarkedRun, Matrix, PageReading, TextState, matrix_of, times
from briefdeck.verify.brief_streams import read
from briefdeck.verify.contrast import contrast, over
from briefdeck.verify.wording import runs_left

DEEPEST_FORM = 8
"""Forms within forms that are followed."""

_PLAINLY = ("/Normal", "/Compatible")  # ways of painting one colour over another that leave it as it is
_NARROWEST, _TIGHTEST = 0.5, -0.15  # letters narrower, or closer by so much of their size, are not read
_WITH_OUTLINE = (1, 2)
_EMPTY = 1
_THICKEST = 0.2  # of its size: letters with a thicker outline are blots
_WITHOUT_INK = 3
"""The rendering mode of text that is neither filled nor stroked, without its clip."""


def read_page(pdf: Pdf, page: Page, number: int) -> PageReading:
    """What stands on the page (numbered from 1)."""
    reading = PageReading(number, float(page.mediabox[3]))
    left, bottom = float(page.mediabox[0]), float(page.mediabox[1])
    start = TextState(matrix=(1.0, 0.0, 0.0, 1.0, -left, -bottom))
    content = page.obj.get("/Contents")
    streams = list(content) if isinstance(content, Array) else [content]
    data = b"\n".join(read(stream) for stream in streams if isinstance(stream, Stream))
    _Interpreter(pdf, reading, start).run(data, page.obj.get("/Resources", page.resources))
    return reading


class _Interpreter(Drawing):
    """The part of the PDF imaging model that moves text."""

    def __init__(self, pdf: Pdf, reading: PageReading, state: TextState, depth: int = 0) -> None:
        super().__init__(reading, state)
        self._pdf = pdf
        self._saved: list[TextState] = []
        self._marks: list[Mark] = []
        self._depth = depth
        self._text: Matrix = IDENTITY
        self._line: Matrix = IDENTITY
        self._resources: Object = Dictionary()
        self._shown_before = 0  # the runs found before the text object at hand

    def run(self, content: bytes, resources: Object, marks: Iterable[Mark] = ()) -> None:
        self._resources = resources
        self._marks = list(marks)
        for instruction in parse_content_stream(self._pdf.make_stream(content)):
            operator = str(instruction.operator)
            action = _ACTIONS.get(operator)
            if action is not None:
                action(self, [*instruction.operands])

    def save(self, _: list[Object]) -> None:
        self._saved.append(self._state)

    def restore(self, _: list[Object]) -> None:
        if self._saved:
            self._state = self._saved.pop()

    def concatenate(self, operands: list[Object]) -> None:
        self._state = replace(self._state, matrix=times(matrix_of(operands), self._state.matrix))

    def begin_text(self, _: list[Object]) -> None:
        self._text = self._line = IDENTITY
        self._shown_before = len(self._reading.runs)

    def end_text(self, _: list[Object]) -> None:
        """Text from right to left is shown from the left: the strings of one text object are read from its end."""
        shown = self._reading.runs[self._shown_before :]
        if any(runs_left(found.run.text) for found in shown):
            self._reading.runs[self._shown_before :] = reversed(shown)

    def set_matrix(self, operands: list[Object]) -> None:
        self._text = self._line = matrix_of(operands)

    def move(self, operands: list[Object]) -> None:
        x, y = (float(operand) for operand in operands)
        self._text = self._line = times((1.0, 0.0, 0.0, 1.0, x, y), self._line)

    def move_and_lead(self, operands: list[Object]) -> None:
        self._state = replace(self._state, leading=-float(operands[1]))
        self.move(operands)

    def next_line(self, _: list[Object]) -> None:
        self._text = self._line = times((1.0, 0.0, 0.0, 1.0, 0.0, -self._state.leading), self._line)

    def set_font(self, operands: list[Object]) -> None:
        name = str(operands[0])
        found = self._resources.get("/Font", Dictionary()).get(name)
        font = None
        if found is not None:
            key = str(found.objgen) if found.is_indirect else f"{self._depth}{name}"
            font = self._reading.fonts.get(key)
            if font is None:
                font = self._reading.fonts[key] = read_font(found)
        self._state = replace(self._state, font=font, size=float(operands[1]))

    def set_character_space(self, operands: list[Object]) -> None:
        self._state = replace(self._state, character_space=float(operands[0]))

    def set_word_space(self, operands: list[Object]) -> None:
        self._state = replace(self._state, word_space=float(operands[0]))

    def set_stretch(self, operands: list[Object]) -> None:
        self._state = replace(self._state, stretch=float(operands[0]) / 100)

    def set_leading(self, operands: list[Object]) -> None:
        self._state = replace(self._state, leading=float(operands[0]))

    def set_rise(self, operands: list[Object]) -> None:
        self._state = replace(self._state, rise=float(operands[0]))

    def set_graphics(self, operands: list[Object]) -> None:
        state = self._resources.get("/ExtGState", Dictionary()).get(str(operands[0]))
        if isinstance(state, Dictionary):
            opacity = float(state.get("/ca", self._state.opacity))
            blended = str(state.get("/BM", "/Normal")) not in _PLAINLY or isinstance(state.get("/SMask"), Dictionary)
            self._state = replace(self._state, opacity=opacity, blended=self._state.blended or blended)

    def set_rendering(self, operands: list[Object]) -> None:
        mode = int(operands[0]) % 4
        self._state = replace(
            self._state, inked=mode != _WITHOUT_INK, filled=mode != _EMPTY, outlined=mode in _WITH_OUTLINE
        )

    def set_pen(self, operands: list[Object]) -> None:
        self._state = replace(self._state, pen=float(operands[0]))

    def begin_mark(self, operands: list[Object]) -> None:
        tag = str(operands[0]).lstrip("/")
        properties = operands[1] if len(operands) > 1 else None
        if isinstance(properties, Name):
            properties = self._resources.get("/Properties", Dictionary()).get(str(properties))
        known = properties if isinstance(properties, Dictionary) else Dictionary()
        number, actual = known.get("/MCID"), known.get("/ActualText")
        self._reading.decorations += tag == "Artifact"
        self._marks.append(
            Mark(
                tag,
                None if number is None else int(number),
                None if actual is None else str(actual),
                self._reading.decorations if tag == "Artifact" else 0,
            )
        )

    def end_mark(self, _: list[Object]) -> None:
        if self._marks:
            self._marks.pop()

    def draw_object(self, operands: list[Object]) -> None:
        thing = self._resources.get("/XObject", Dictionary()).get(str(operands[0]))
        if not isinstance(thing, Stream):
            return
        if thing.get("/Subtype") == Name.Image:
            self._paint(Size(float(thing.get("/Width", 0)), float(thing.get("/Height", 0))))
        elif thing.get("/Subtype") == Name.Form and self._depth < DEEPEST_FORM:
            matrix = thing.get("/Matrix")
            own = matrix_of(list(matrix)) if isinstance(matrix, Array) else IDENTITY
            inside = replace(self._state, matrix=times(own, self._state.matrix))
            form = _Interpreter(self._pdf, self._reading, inside, self._depth + 1)
            form.run(read(thing), thing.get("/Resources", self._resources), self._marks)

    def draw_inline_picture(self, _: list[Object]) -> None:
        self._paint(Size(1, 1))

    def _paint(self, pixels: Size) -> None:
        a, b, c, d, *_ = self._state.matrix
        self.cover_unit_square()
        self._reading.pictures.append(BriefPicture(pixels, Size(hypot(a, b), hypot(c, d))))

    def show(self, operands: list[Object]) -> None:
        self._show([operands[-1]])

    def show_on_next_line(self, operands: list[Object]) -> None:
        self.next_line([])
        self._show([operands[-1]])

    def show_spaced(self, operands: list[Object]) -> None:
        self._show(operands[0])

    def _show(self, strings: Iterable[Object]) -> None:
        """Set strings and the gaps between them, and move on."""
        state, font = self._state, self._state.font
        if font is None:
            return
        characters: list[str] = []
        advance = 0.0
        for string in strings:
            if not isinstance(string, Object):  # numbers arrive as Python's own
                advance -= float(string) / 1000 * state.size * state.stretch
                continue
            for code, text, width in font.glyphs(bytes(string)):
                extra = state.character_space + (state.word_space if font.code_length == 1 and code == 32 else 0.0)
                advance += (width / 1000 * state.size + extra) * state.stretch
                characters.append(text)
        start = times(self._text, state.matrix)
        self._text = times((1.0, 0.0, 0.0, 1.0, advance, 0.0), self._text)
        end = times(self._text, state.matrix)
        if characters:
            said = "".join(characters)
            self._add(said[::-1] if runs_left(said) else said, start, end)

    def _add(self, text: str, start: Matrix, end: Matrix) -> None:
        state, reading = self._state, self._reading
        assert state.font is not None
        number = next((mark.number for mark in reversed(self._marks) if mark.number is not None), None)
        artifact = any(mark.tag == "Artifact" for mark in self._marks)
        marking = Marking.ARTIFACT if artifact else Marking.UNTAGGED if number is None else Marking.TAGGED
        for mark in self._marks:
            if mark.actual_text is not None and mark.number is not None:
                reading.replaced[mark.number] = mark.actual_text
        ground = self._reading.ground((start[4] + end[4]) / 2, start[5] + 0.3 * state.size)
        ink = state.ink if state.filled else state.line_ink
        vertical = (start[2] ** 2 + start[3] ** 2) ** 0.5
        run = Run(
            text=text,
            page=reading.number,
            left=min(start[4], end[4]),
            right=max(start[4], end[4]),
            baseline=reading.height - start[5] - state.rise * vertical,
            size=abs(state.size) * vertical,
            font=state.font.name,
            marking=marking,
            decoration=max((mark.decoration for mark in self._marks), default=0),
            contrast=contrast(over(ink, ground, state.opacity), ground) if ink and ground else None,
            seen=ink is not None
            and start[0] * start[3] > start[1] * start[2]
            and self._is_seen((start[4] + end[4]) / 2, start[5] + 0.3 * state.size),
        )
        reading.runs.append(MarkedRun(run, None if artifact else number))

    def _is_seen(self, x: float, y: float) -> bool:
        state = self._state
        inside = all(area.holds(x, y) for area in state.clips)
        readable = state.stretch > _NARROWEST and state.character_space > _TIGHTEST * state.size
        return (
            state.inked
            and inside
            and readable
            and not state.blended
            and not (state.outlined and state.pen > _THICKEST * abs(state.size))
            and not any(mark.tag == "OC" for mark in self._marks)
        )


_ACTIONS = {
    **DRAWING,
    "q": _Interpreter.save,
    "Q": _Interpreter.restore,
    "cm": _Interpreter.concatenate,
    "BT": _Interpreter.begin_text,
    "ET": _Interpreter.end_text,
    "Tm": _Interpreter.set_matrix,
    "Td": _Interpreter.move,
    "TD": _Interpreter.move_and_lead,
    "T*": _Interpreter.next_line,
    "Tf": _Interpreter.set_font,
    "Tc": _Interpreter.set_character_space,
    "Tw": _Interpreter.set_word_space,
    "Tz": _Interpreter.set_stretch,
    "TL": _Interpreter.set_leading,
    "Ts": _Interpreter.set_rise,
    "gs": _Interpreter.set_graphics,
    "Tr": _Interpreter.set_rendering,
    "w": _Interpreter.set_pen,
    "BMC": _Interpreter.begin_mark,
    "BDC": _Interpreter.begin_mark,
    "EMC": _Interpreter.end_mark,
    "Do": _Interpreter.draw_object,
    "INLINE IMAGE": _Interpreter.draw_inline_picture,
    "Tj": _Interpreter.show,
    "'": _Interpreter.show_on_next_line,
    '"': _Interpreter.show_on_next_line,
    "TJ": _Interpreter.show_spaced,
}
