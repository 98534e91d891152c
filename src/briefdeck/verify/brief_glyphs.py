"""Runs through the content of a page and says what text stands where, and under which mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream, parse_content_stream

from briefdeck.verify.brief_file import Marking, Run
from briefdeck.verify.brief_fonts import Font, read_font
from briefdeck.verify.brief_streams import read

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
DEEPEST_FORM = 8


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked content sequence that is open."""

    tag: str
    number: int | None = None  # MCID
    actual_text: str | None = None


@dataclass(frozen=True, slots=True)
class MarkedRun:
    """A run, and the number of the marked content it belongs to."""

    run: Run
    number: int | None = None


@dataclass(frozen=True, slots=True)
class TextState:
    """What `q` keeps and `Q` brings back."""

    matrix: Matrix = IDENTITY
    font: Font | None = None
    size: float = 0.0
    character_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


@dataclass(slots=True)
class PageReading:
    """Everything found on one page; filled while its content is run through."""

    number: int
    height: float
    runs: list[MarkedRun] = field(default_factory=list)
    replaced: dict[int, str] = field(default_factory=dict)  # marked content number to its /ActualText
    fonts: dict[str, Font] = field(default_factory=dict)
    pictures: int = 0


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


class _Interpreter:
    """The part of the PDF imaging model that moves text."""

    def __init__(self, pdf: Pdf, reading: PageReading, state: TextState, depth: int = 0) -> None:
        self._pdf = pdf
        self._reading = reading
        self._state = state
        self._saved: list[TextState] = []
        self._marks: list[Mark] = []
        self._depth = depth
        self._text: Matrix = IDENTITY
        self._line: Matrix = IDENTITY
        self._resources: Object = Dictionary()

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
        self._state = replace(self._state, matrix=_times(_matrix(operands), self._state.matrix))

    def begin_text(self, _: list[Object]) -> None:
        self._text = self._line = IDENTITY

    def set_matrix(self, operands: list[Object]) -> None:
        self._text = self._line = _matrix(operands)

    def move(self, operands: list[Object]) -> None:
        x, y = (float(operand) for operand in operands)
        self._text = self._line = _times((1.0, 0.0, 0.0, 1.0, x, y), self._line)

    def move_and_lead(self, operands: list[Object]) -> None:
        self._state = replace(self._state, leading=-float(operands[1]))
        self.move(operands)

    def next_line(self, _: list[Object]) -> None:
        self._text = self._line = _times((1.0, 0.0, 0.0, 1.0, 0.0, -self._state.leading), self._line)

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

    def begin_mark(self, operands: list[Object]) -> None:
        tag = str(operands[0]).lstrip("/")
        properties = operands[1] if len(operands) > 1 else None
        if isinstance(properties, Name):
            properties = self._resources.get("/Properties", Dictionary()).get(str(properties))
        if not isinstance(properties, Dictionary):
            self._marks.append(Mark(tag))
            return
        number, actual = properties.get("/MCID"), properties.get("/ActualText")
        self._marks.append(
            Mark(tag, None if number is None else int(number), None if actual is None else str(actual))
        )  # fmt: skip

    def end_mark(self, _: list[Object]) -> None:
        if self._marks:
            self._marks.pop()

    def draw_object(self, operands: list[Object]) -> None:
        thing = self._resources.get("/XObject", Dictionary()).get(str(operands[0]))
        if not isinstance(thing, Stream):
            return
        if thing.get("/Subtype") == Name.Image:
            self._reading.pictures += 1
        elif thing.get("/Subtype") == Name.Form and self._depth < DEEPEST_FORM:
            matrix = thing.get("/Matrix")
            own = _matrix(list(matrix)) if isinstance(matrix, Array) else IDENTITY
            inside = replace(self._state, matrix=_times(own, self._state.matrix))
            form = _Interpreter(self._pdf, self._reading, inside, self._depth + 1)
            form.run(read(thing), thing.get("/Resources", self._resources), self._marks)

    def draw_inline_picture(self, _: list[Object]) -> None:
        self._reading.pictures += 1

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
        start = _times(self._text, state.matrix)
        self._text = _times((1.0, 0.0, 0.0, 1.0, advance, 0.0), self._text)
        end = _times(self._text, state.matrix)
        if characters:
            self._add("".join(characters), start, end)

    def _add(self, text: str, start: Matrix, end: Matrix) -> None:
        state, reading = self._state, self._reading
        assert state.font is not None
        number = next((mark.number for mark in reversed(self._marks) if mark.number is not None), None)
        artifact = any(mark.tag == "Artifact" for mark in self._marks)
        marking = Marking.ARTIFACT if artifact else Marking.UNTAGGED if number is None else Marking.TAGGED
        for mark in self._marks:
            if mark.actual_text is not None and mark.number is not None:
                reading.replaced[mark.number] = mark.actual_text
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
        )
        reading.runs.append(MarkedRun(run, None if artifact else number))


_ACTIONS = {
    "q": _Interpreter.save,
    "Q": _Interpreter.restore,
    "cm": _Interpreter.concatenate,
    "BT": _Interpreter.begin_text,
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


def _matrix(operands: Iterable[Object]) -> Matrix:
    a, b, c, d, e, f = (float(operand) for operand in operands)
    return a, b, c, d, e, f


def _times(left: Matrix, right: Matrix) -> Matrix:
    """The left matrix applied first."""
    a, b, c, d, e, f = left
    g, h, i, j, k, m = right
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def passages(readings: Iterable[PageReading]) -> Iterator[tuple[tuple[int, int], str, tuple[Run, ...]]]:
    """Each marked stretch: (page from 1, number), its words as they are read aloud, and its runs."""
    for reading in readings:
        by_number: dict[int, list[Run]] = {}
        for marked in reading.runs:
            if marked.number is not None:
                by_number.setdefault(marked.number, []).append(marked.run)
        for number, runs in by_number.items():
            text = reading.replaced.get(number, "".join(run.text for run in runs))
            yield (reading.number, number), text, tuple(runs)
