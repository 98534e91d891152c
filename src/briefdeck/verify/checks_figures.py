"""P6 and P7 for charts and pictures: native numbers that are the outline's, pictures there, whole and not stretched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefdeck.errors import Problem
from briefdeck.late import late_pattern
from briefdeck.model.contents import extra_id
from briefdeck.model.numbers import read_numbers
from briefdeck.model.outline import Chart
from briefdeck.verify.brief_file import Element
from briefdeck.verify.brief_texts import ITEM, id_of
from briefdeck.verify.deck_file import DeckChart, Shape, Slide
from briefdeck.verify.evidence import Evidence
from briefdeck.verify.wording import clip, normal, order_free, runs_left, words_of

AGAIN = "build again"
_STRETCHED = 0.015
"""How far the proportions may be off: boxes stand on whole EMU and hundredths of a per cent."""

_CLOSE = 1e-9
_GAP = 0.4  # of the type's size: words further apart belong to two labels
_NUMBER = late_pattern(r"[+−–-]?\s*\d[\d.,'’\s\u00a0\u202f]*%?\s*")
_ARABIC_FIGURE = late_pattern(r"[\u0660-\u0669\u06f0-\u06f9]")


def charts(evidence: Evidence) -> Iterator[Problem]:
    """The numbers of every chart, and of the workbook that opens for editing, are the outline's."""
    outline = evidence.script.outline
    wanted = {extra_id(section, "chart"): section.chart for section in evidence.script.sections if section.chart}
    for slide in evidence.deck.slides:
        for item in slide.items:
            if (chart := wanted.get(item)) is None:
                continue
            found = next((shape.chart for shape in slide.shapes if shape.chart), None)
            if found:
                yield from _differing(found, chart, outline.lang, slide.number)
                if found.turned and not evidence.deck.right_to_left:
                    message = f"the chart on slide {slide.number} grows from the wrong side"
                    yield Problem("BD452", message, hint=AGAIN)
    for item, chart in wanted.items():
        slides = [slide for slide in evidence.deck.slides if item in slide.items]
        if slides and not any(shape.chart for slide in slides for shape in slide.shapes):
            yield from _missing_cells(slides, chart)


def _missing_cells(slides: Sequence[Slide], chart: Chart) -> Iterator[Problem]:
    """The numbers that a table in place of a chart lacks."""
    tables = (shape for slide in slides for shape in slide.shapes if shape.kind == "table")
    cells = Counter(normal(cell.text) for table in tables for cell in table.paragraphs)
    wanted = Counter(normal(text) for series in chart.series for text in series.values if text)
    for text in sorted((wanted - cells).keys()):
        message = f"the table in place of a chart on slide {slides[0].number} lacks its number “{clip(text)}”"
        yield Problem("BD452", message, hint="if they were changed on purpose, change the outline too")


def spoken_charts(evidence: Evidence) -> Iterator[Problem]:
    """The alternative texts of charts tell the numbers with the names that they belong to."""
    wanted = {extra_id(section, "chart"): section.chart for section in evidence.script.sections if section.chart}
    told = [
        (f"slide {slide.number}", wanted[item], shape.alt)
        for slide in (evidence.found_deck.slides if evidence.found_deck else ())
        for item in slide.items
        for shape in (slide.shapes if item in wanted else ())
        if shape.chart
    ]
    for element in evidence.found_brief.elements() if evidence.found_brief else ():
        if element.tag == "Figure" and (chart := wanted.get(id_of(element.id))):
            told.append(("the brief", chart, element.alt))
    for where, chart, alt in told:
        if not _tells(normal(alt), chart):
            message = f"{where} tells the numbers of its chart otherwise than the outline: “{clip(alt)}”"
            yield Problem("BD458", message, hint=AGAIN)


def _tells(alt: str, chart: Chart) -> bool:
    """Whether an alternative text goes through a chart's names and numbers in their order, and then says no more."""
    place = 0
    for series in chart.series:
        for text in (series.name, *(one for pair in zip(chart.categories, series.values, strict=True) for one in pair)):
            found = alt.find(normal(text), place)
            if found < 0:
                return not any(map(str.isdigit, alt[place:]))
            place = found + len(normal(text))
    return True


def _differing(found: DeckChart, chart: Chart, lang: str, slide: int) -> Iterator[Problem]:
    texts = [text for series in chart.series for text in series.values]
    read = read_numbers(texts, lang).values
    count = len(chart.categories)
    rows = [read[start : start + count] for start in range(0, len(read), count)] if count else []
    names = tuple(normal(series.name) for series in chart.series)
    shown = (tuple(normal(one.name) for one in found.series), tuple(map(normal, found.categories)))
    if shown != (names, tuple(map(normal, chart.categories))):
        yield Problem("BD451", f"the chart on slide {slide} does not name what the outline names", hint=AGAIN)
        return
    yield from _drawn_otherwise(found, chart, slide)
    for name, row, one in zip(names, rows, found.series, strict=True):
        if not _same(row, one.values):
            message = f"the chart on slide {slide} has other numbers for “{clip(name)}” than the outline"
            yield Problem("BD452", message, hint="if they were changed on purpose, change the outline too")
    if found.workbook is None:
        message = f"the chart on slide {slide} has no workbook: its numbers cannot be edited"
        yield Problem("BD453", message, hint=AGAIN)
        return
    header, *cells = found.workbook or ((),)
    columns = [[row[place] if place < len(row) else None for row in cells] for place in range(1, len(names) + 1)]
    first = [row[0] if row else None for row in cells]
    if (
        [normal(str(cell)) for cell in header[1:]] != list(names)
        or [normal(str(cell)) for cell in first] != [normal(name) for name in chart.categories]
        or not all(_same(row, column) for row, column in zip(rows, columns, strict=True))
    ):
        message = f"the workbook of the chart on slide {slide} holds other cells than the outline"
        yield Problem("BD453", message, hint=AGAIN)


def _drawn_otherwise(found: DeckChart, chart: Chart, slide: int) -> Iterator[Problem]:
    """The right numbers drawn so that they look like others, or not at all."""
    where = f"the chart on slide {slide}"
    kind = "bar" if chart.kind == "column" else chart.kind
    if found.kinds not in ((kind,), ("bar",)):  # few numbers are drawn as bars, whatever was asked for
        yield Problem("BD451", f"{where} is drawn as “{' and '.join(found.kinds)}”, not as “{chart.kind}”", hint=AGAIN)
    values = [value for one in found.series for value in one.values if value is not None]
    if values and found.most is not None and found.most < max(values):
        yield Problem("BD452", f"{where} ends its axis below its largest number", hint=AGAIN)
    if values and found.least is not None and found.least > (0 if kind in ("bar", "stacked") else min(values)):
        yield Problem("BD452", f"{where} begins its axis where its numbers look smaller than they are", hint=AGAIN)
    for how in found.misleads:
        yield Problem("BD452", f"{where} {how}", hint=AGAIN)
    if found.percents and not any("%" in text or "٪" in text for series in chart.series for text in series.values):
        yield Problem("BD452", f"{where} writes its numbers as shares of a hundred, which they are not", hint=AGAIN)
    for name in found.unpainted:
        yield Problem("BD452", f"{where} does not paint “{clip(name)}”", hint=AGAIN)


def _same(wanted: Sequence[float | None], found: Sequence[object]) -> bool:
    if len(wanted) != len(found):
        return False
    for one, other in zip(wanted, found, strict=True):
        if one is None or other is None:
            if one is not other:
                return False
        elif not isinstance(other, float) or abs(one - other) > _CLOSE * max(1.0, abs(one)):
            return False
    return True


def proportions(evidence: Evidence) -> Iterator[Problem]:
    """Pictures on slides are there, and none is stretched."""
    for slide in evidence.deck.slides:
        for shape in slide.shapes:
            if shape.kind == "picture":
                yield from _picture(slide, shape)


def _picture(slide: Slide, shape: Shape) -> Iterator[Problem]:
    where = f"slide {slide.number}: the picture “{clip(shape.name, 40)}”"
    if shape.picture is None:
        yield Problem("BD454", f"{where} is not in the file", hint=AGAIN)
    elif shape.frame and _off(shape.picture.width, shape.picture.height, shape.frame.width, shape.frame.height):
        yield Problem("BD455", f"{where} is stretched", hint="reset its size, or build again")


def on_brief(evidence: Evidence) -> Iterator[Problem]:
    """Pictures on the brief are painted and not stretched."""
    brief = evidence.brief
    figures = [element for element in brief.elements() if element.tag == "Figure"]
    wordings = evidence.found_outline.wordings if evidence.found_outline else {}
    named = [wordings.get(id_of(element.id)) for element in figures if element.id.startswith(ITEM)]
    wanted = sum(wording is not None and wording.native == "picture" for wording in named)
    if len(brief.shown) < wanted:
        yield Problem("BD456", f"the brief names {wanted} pictures and shows {len(brief.shown)}", hint=AGAIN)
    outline = evidence.found_outline.outline if evidence.found_outline else None
    most = wanted + (bool(outline.logo) + bool(outline.brief.link) if outline else 0)  # a link is a QR code
    if evidence.found_outline and len(brief.shown) > most:
        yield Problem("BD456", f"the brief names {most} pictures and shows {len(brief.shown)}", hint=AGAIN)
    for picture in brief.shown:
        if _off(picture.pixels.width, picture.pixels.height, picture.painted.width, picture.painted.height):
            yield Problem("BD457", "a picture on the brief is stretched", hint=AGAIN)


def drawn_charts(evidence: Evidence) -> Iterator[Problem]:
    """The words of a chart on the brief are the outline's names and numbers, or the steps of its axis."""
    wanted = {extra_id(section, "chart"): section.chart for section in evidence.script.sections if section.chart}
    for element in evidence.brief.elements():
        chart = wanted.get(id_of(element.id)) if element.tag == "Figure" else None
        if chart is not None:
            yield from _labels(element, chart, evidence.script.outline.lang)


def _set_apart(name: str) -> Sequence[str]:
    """The numbers of a name that may stand on a line of their own: from right to left, or where there is no word."""
    turned = runs_left(name) or _ARABIC_FIGURE.search(name)
    return words_of(name) if turned or not any(map(str.isalpha, name)) else ()


def _labels(element: Element, chart: Chart, lang: str) -> Iterator[Problem]:
    names = (*chart.categories, *(series.name for series in chart.series))
    texts = [text for series in chart.series for text in series.values if text]
    pairs = (f"{name}: {text}" for one in chart.series for name, text in zip(chart.categories, one.values, strict=True))
    known = _bare(" ".join((*names, *texts, *pairs)))
    lines = [line for line in _lines(element) if _bare(line)]
    words = [word for line in lines if not _is_number(line) and order_free(line) == line for word in words_of(line)]
    strange = [word for word in words if _bare(word) not in known]
    named = {_bare(part) for name in names for part in (name, *_set_apart(name))}
    numbers = [line for line in lines if _is_number(line)]
    figures = [line for line in numbers if _bare(line) not in named]  # a name may be a number of the axis too
    untyped = [line for line in figures if _bare(line) not in map(_bare, texts)]
    axes = (read_numbers([*given, *texts], lang).values[: len(given)] for given in (figures, numbers))
    if untyped and not any(map(_are_ticks, axes)):
        strange += untyped
    if strange:
        message = f"a chart on the brief shows “{clip(strange[0])}”, which is not in the outline"
        yield Problem("BD458", message, hint=AGAIN)


def _is_number(line: str) -> bool:
    return bool(_NUMBER.fullmatch(line))


def _lines(element: Element) -> Iterator[str]:
    """The words of a drawn chart, label by label: those on one baseline without a gap between them are one."""
    runs = [run for run in element.runs() if run.text.strip()]
    caption = {id(run) for child in element.walk() if child.tag == "Caption" for run in child.runs()}
    line = ""
    before = None
    for run in runs:
        if id(run) in caption:
            continue
        apart = (
            before is None or abs(run.baseline - before.baseline) > 1 or abs(run.left - before.right) > _GAP * run.size
        )
        if apart and line:
            yield line
            line = ""
        line += run.text
        before = run
    if line:
        yield line


def _bare(text: str) -> str:
    return "".join(normal(text).split())


def _are_ticks(values: Sequence[float | None]) -> bool:
    """Whether these are the numbers of an axis: three or more, each as far from the one before as from the next."""
    numbers = sorted({value for value in values if value is not None})
    gaps = [other - one for one, other in pairwise(numbers)]
    return None not in values and len(gaps) > 1 and max(gaps) - min(gaps) <= 1e-6 * max(gaps)


def _off(width: float, height: float, shown_width: float, shown_height: float) -> bool:
    """Whether something is shown in other proportions than it has."""
    if min(width, height, shown_width, shown_height) <= 0:
        return True
    return abs(width / height * shown_height / shown_width - 1) > _STRETCHED
