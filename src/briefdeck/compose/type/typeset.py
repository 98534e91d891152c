"""The text engine's front: measuring for the deck, setting for the brief.

`DeckMeasure` says how much room a text takes on a slide, where PowerPoint breaks the lines. `set_paragraph` breaks the
lines of the brief itself and returns them as placed glyphs, so that the PDF painter needs no shaping.
"""

from __future__ import annotations

from itertools import chain, groupby, pairwise
from operator import itemgetter

from briefdeck.compose.type import bidi
from briefdeck.compose.type.firstfit import first_fit
from briefdeck.compose.type.fonts import BriefFonts, Glyph
from briefdeck.compose.type.galley import Atom, Galley, make_galley
from briefdeck.compose.type.hang import hanging
from briefdeck.compose.type.measure import HEIGHT_MARGIN, DeckMeasure, Measured
from briefdeck.compose.type.scripts import runs_left
from briefdeck.compose.type.shaping import Shaper, make_shaper
from briefdeck.compose.type.totalfit import Stop, justified, letter_share, ragged, stretch_ratio
from briefdeck.compose.type.wrapping import WIDTH_MARGIN
from briefdeck.model.page import GlyphRun, Line, Paragraph, Span, TextStyle
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

__all__ = [
    "HEIGHT_MARGIN",
    "WIDTH_MARGIN",
    "BriefFonts",
    "DeckMeasure",
    "Measured",
    "count_lines",
    "line_height",
    "missing_characters",
    "reach",
    "set_first_fit",
    "set_paragraph",
]

_RAGGED_ENOUGH = 0.34  # of the width: a line emptier than that may get a hyphen; reading the dictionary takes long
_EVEN_ENOUGH = 0.8  # of the stretch that a justified line can take
_LEAST_ROOM = 10.0  # 1/1000 em
_ROUNDED = 0.01  # 1/1000 em: what sums of widths may be off


def set_paragraph(
    paragraph: Paragraph,
    width: float,
    faces: BriefFonts,
    *,
    lang: str,
    justify: bool = False,
    hyphenate: bool = True,
    number: int = 0,
) -> Paragraph:
    """The paragraph with its `lines` filled for a box of that width, in points; `lang` is the document's (BCP 47).

    Lines stand below each other from the top of the box, `line_height(paragraph)` apart; `space_before` is left to
    the caller. A style with a bullet gives the first line its label; the bullet "#" shows `number`. The style's align
    says where lines stand, "left" being the side where the text begins; "justify" or `justify=True` fills them.
    A text without words has no lines. Without `hyphenate` only words that are wider than a line get a hyphen.
    """
    galley = _galley(paragraph, faces, lang)
    if galley is None:
        return replace(paragraph, lines=())
    style = paragraph.style
    fill = justify or style.align == "justify"
    room = max((width - style.indent) * 1000 / style.size, _LEAST_ROOM)
    stops = _fit(galley, room, fill, hyphenate)
    first = faces.chain(style.font, style.bold, style.italic, style.size)[0]
    height = line_height(paragraph)
    baseline = (height + (first.ascent - first.descent) * style.size / 1000) / 2
    mirrored = galley.base % 2 == 1 or runs_left(lang)
    lines = []
    for index, (before, stop) in enumerate(pairwise(stops)):
        short = (stop.forced or index == len(stops) - 2) and stop.end - before.start <= room
        start, end = hanging(galley.text[before.next : stop.ink], hyphen=stop.hyphen) if not mirrored else (0.0, 0.0)
        cast = _cast(galley, before, stop, room + start + end if fill and not short else None)
        line = _line(cast, paragraph, baseline=baseline + index * height, box=width, lang=lang, mirrored=mirrored)
        if start and style.align in ("left", "justify"):
            line = replace(line, x=line.x - start * style.size / 1000)
        lines.append(line)
    if style.bullet:
        label = _label(paragraph, faces, lang=lang, number=number, mirrored=mirrored, width=lines[0].width)
        if not mirrored:  # a sign that hangs out takes its line along, but not the bullet
            out = lines[0].x - style.indent
            label = tuple(replace(run, x=run.x - min(out, 0.0)) for run in label)
        lines[0] = replace(lines[0], label=label)
    return replace(paragraph, lines=tuple(lines))


def set_first_fit(
    paragraph: Paragraph,
    width: float,
    faces: BriefFonts,
    *,
    lang: str,
    baseline: float,
    pitch: float,
    label: str = "",
    marks: BriefFonts | None = None,
) -> Paragraph:
    """The paragraph with its `lines` filled as programs that show slides do it: each as full as it gets, no hyphens.

    The first line stands `baseline` points below the top, the others `pitch` apart. `label` is the bullet or number as
    it is shown, set in the faces of `marks`. A word wider than a line is broken anywhere.
    """
    galley = _galley(paragraph, faces, lang)
    if galley is None:
        return replace(paragraph, lines=())
    room = max((width - paragraph.style.indent) * 1000 / paragraph.style.size, _LEAST_ROOM)
    mirrored = runs_left(lang)
    lines = []
    for index, (before, stop) in enumerate(pairwise(first_fit(galley, room))):
        cast = _cast(galley, before, stop, None)
        y = baseline + index * pitch
        lines.append(_line(cast, paragraph, baseline=y, box=width, lang=lang, mirrored=mirrored))
    if label:
        marked = replace(paragraph, style=replace(paragraph.style, bullet=label))
        first = _label(marked, marks or faces, lang=lang, number=0, mirrored=mirrored, width=lines[0].width)
        lines[0] = replace(lines[0], label=first)
    return replace(paragraph, lines=tuple(lines))


def count_lines(paragraph: Paragraph, width: float, faces: BriefFonts, *, lang: str, hyphenate: bool = True) -> int:
    """How many lines `set_paragraph` would make of it: all that trying a size asks for."""
    galley = _galley(paragraph, faces, lang)
    if galley is None:
        return 0
    style = paragraph.style
    room = max((width - style.indent) * 1000 / style.size, _LEAST_ROOM)
    return len(_fit(galley, room, style.align == "justify", hyphenate)) - 1


def line_height(paragraph: Paragraph) -> float:
    """How far the paragraph's lines are apart, in points; its height is this times the number of its lines."""
    return paragraph.style.size * paragraph.style.leading


def reach(line: Line, faces: BriefFonts) -> tuple[float, float]:
    """How far the ink of a line rises above its baseline and hangs below it, both in points and never negative."""
    above = below = 0.0
    for run in line.runs:
        face = faces.face(run.file)
        for glyph, _, _, _, up in run.glyphs:
            rises, hangs = face.reach(glyph)
            above = max(above, (rises / face.zoom + up) * run.size / 1000)
            below = max(below, (hangs / face.zoom - up) * run.size / 1000)
    return above, below


def missing_characters(paragraph: Paragraph, faces: BriefFonts, lang: str) -> tuple[str, ...]:
    """The characters that no face has, each once; they are set as a sign that something is missing."""
    galley = _galley(paragraph, faces, lang)
    return galley.missing if galley else ()


def _galley(paragraph: Paragraph, faces: BriefFonts, lang: str) -> Galley | None:
    style = paragraph.style
    spans = tuple(
        (_clean(span.text.upper() if style.capitals else span.text), _shaper(style, span, faces, lang))
        for span in paragraph.spans
    )
    return make_galley(spans, leftward=runs_left(lang)) if any(text.strip() for text, _ in spans) else None


def _clean(text: str) -> str:
    """Without characters that only steer other programs: soft hyphens and the marks of direction."""
    return bidi.clean(text).replace("\u00ad", "")


def _shaper(style: TextStyle, span: Span, faces: BriefFonts, lang: str) -> Shaper:
    available = faces.chain(style.font, style.bold or span.bold, style.italic or span.italic, style.size)
    lang = span.lang or lang
    home = faces.home(available, lang)
    return make_shaper(available, lang, style.tracking * 1000 / style.size, tabular=style.tabular, home=home)


def _fit(galley: Galley, room: float, fill: bool, hyphenate: bool) -> list[Stop]:
    """The chosen stops, the paragraph's beginning included. Hyphens are tried only when a line is poor without."""
    stops = galley.stops
    fit = justified if fill else ragged
    too_wide = galley.widest > room + _ROUNDED
    if too_wide:
        stops = galley.with_emergencies(stops, room)
        stops = galley.with_hyphens(stops, 0.0 if hyphenate else room)
    chosen, worst = fit(stops, room, galley.space)
    if hyphenate and not too_wide and worst > (_EVEN_ENOUGH if fill else _RAGGED_ENOUGH):
        stops = galley.with_hyphens(stops)
        chosen, _ = fit(stops, room, galley.space)
    return [stops[0], *(stops[index] for index in chosen)]


class _Run(NamedTuple):
    """Neighbouring atoms that look alike."""

    span: int
    level: int
    file: str
    lang: str
    zoom: float  # of the face; widths and glyphs are in em of the text
    text: str
    glyphs: tuple[Glyph, ...]
    width: float


class _Cast(NamedTuple):
    """A line in type: its runs in the order of their characters, and how wide it is without its trailing spaces."""

    runs: list[_Run]
    width: float  # 1/1000 em, as all widths here
    trailing: float
    leftward: bool  # it runs to the left


def _cast(galley: Galley, before: Stop, stop: Stop, fill: float | None) -> _Cast:
    """The line between two stops; `fill` is the width it is stretched or squeezed to, None for its natural one."""
    atoms, trailing = galley.line(before, stop)
    width = sum([atom.segment.width for atom in atoms])
    if fill is not None:
        atoms = _stretched(atoms, fill - width)
        width = sum([atom.segment.width for atom in atoms])
    hanging = sum([atom.segment.width for atom in trailing])
    runs = [_run(key, list(group)) for key, group in groupby([*atoms, *trailing], key=_look)]
    return _Cast(runs, width, hanging, galley.base % 2 == 1)


def _look(atom: Atom) -> tuple[int, int, str, str, float]:
    return atom.span, atom.level, atom.segment.file, atom.segment.lang, atom.segment.zoom


def _run(look: tuple[int, int, str, str, float], atoms: list[Atom]) -> _Run:
    segments = [atom.segment for atom in atoms]
    text = "".join([segment.text for segment in segments])
    in_sight = reversed(segments) if look[1] % 2 else segments
    glyphs = tuple(chain.from_iterable([segment.glyphs for segment in in_sight]))
    return _Run(*look, text, glyphs, sum([segment.width for segment in segments]))


def _stretched(atoms: list[Atom], missing: float) -> list[Atom]:
    """The atoms with what is missing put between letters as far as that is not seen, and the rest into the spaces."""
    spaces = sum(atom.space for atom in atoms)
    letters = sum(atom.segment.letters for atom in atoms if not atom.space)
    if not spaces and not letters:
        return atoms
    space = max((atom.segment.width for atom in atoms if atom.space), default=0.0)
    track = letter_share(stretch_ratio(missing, spaces * space, letters))
    if letters and abs(track * letters) > abs(missing):
        track = missing / letters
    gap = (missing - track * letters) / spaces if spaces else 0.0
    return [_spaced(atom, gap if atom.space else track if atom.segment.letters else 0.0) for atom in atoms]


def _spaced(atom: Atom, more: float) -> Atom:
    if not more:
        return atom
    segment = atom.segment
    glyphs = tuple((glyph, chars, advance + more, dx, dy) for glyph, chars, advance, dx, dy in segment.glyphs)
    return atom._replace(segment=segment._replace(glyphs=glyphs, width=segment.width + more * len(glyphs)))


def _line(cast: _Cast, paragraph: Paragraph, *, baseline: float, box: float, lang: str, mirrored: bool) -> Line:
    """The line at its place in the box; `mirrored`: it begins at the right."""
    style = paragraph.style
    scale = style.size / 1000
    width = cast.width * scale
    spare = max(box - style.indent - width, 0.0)
    start, end = (1.0, 0.0) if mirrored else (0.0, 1.0)
    share = {"left": start, "justify": start, "center": 0.5, "right": end}
    x = (0.0 if mirrored else style.indent) + spare * share[style.align]
    pen = -cast.trailing if cast.leftward else 0.0  # the spaces at the line's end hang over it
    places = [0.0] * len(cast.runs)
    for index in bidi.visual_order([run.level for run in cast.runs]):
        places[index] = pen
        pen += cast.runs[index].width
    runs = tuple(_glyph_run(run, place * scale, paragraph, lang) for run, place in zip(cast.runs, places, strict=True))
    hyphenated = bool(runs) and runs[-1].text.endswith("\u00ad")
    return Line(baseline=baseline, x=x, width=width, runs=runs, hyphenated=hyphenated)


def _glyph_run(run: _Run, x: float, paragraph: Paragraph, lang: str) -> GlyphRun:
    span = paragraph.spans[run.span]
    own = run.lang or span.lang
    glyphs = run.glyphs
    if run.zoom != 1:
        zoom = run.zoom
        glyphs = tuple((glyph, said, wide / zoom, dx / zoom, dy / zoom) for glyph, said, wide, dx, dy in glyphs)
    return GlyphRun(
        file=run.file,
        size=paragraph.style.size * run.zoom,
        ink=span.ink or paragraph.style.ink,
        x=x,
        rtl=bool(run.level % 2),
        text=run.text,
        glyphs=glyphs,
        lang="" if own == lang else own,
        link=span.link,
        ref=span.ref,
    )


def _label(
    paragraph: Paragraph, faces: BriefFonts, *, lang: str, number: int, mirrored: bool, width: float
) -> tuple[GlyphRun, ...]:
    """The bullet or number of a list item, its left edge `hanging` before the line (after it in Hebrew or Arabic)."""
    style = paragraph.style
    text = f"{number}." if style.bullet == "#" else style.bullet
    mark = Span(text=text, ink=style.bullet_ink)
    parts = [
        _Run(0, level, segment.file, "", segment.zoom, segment.text, segment.glyphs, segment.width)
        for level, letters in groupby(zip(bidi.levels(text, int(mirrored)), text, strict=True), key=itemgetter(0))
        for segment in _shaper(style, mark, faces, lang).word("".join(map(itemgetter(1), letters)), level % 2 == 1)
    ]
    scale = style.size / 1000
    whole = sum(part.width for part in parts) * scale
    x = width + style.hanging - whole if mirrored else -style.hanging
    runs: dict[int, GlyphRun] = {}
    for index in bidi.visual_order([part.level for part in parts]):
        runs[index] = _glyph_run(parts[index], x, replace(paragraph, spans=(mark,)), lang)
        x += parts[index].width * scale
    return tuple(runs[index] for index in range(len(parts)))
