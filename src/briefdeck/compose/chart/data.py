"""The numbers of a chart as it will be drawn, and what keeps a chart from being drawn at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefdeck.errors import Problem, quoted
from briefdeck.model.numbers import Numbers, read_numbers
from briefdeck.model.outline import Chart, Outline, Table, walk_sections
from briefdeck.model.page import ChartKind
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

MOST_SERIES = 6
MOST_PARTS = 8
"""More parts of a whole than this cannot be told apart."""

_MOST_CATEGORIES = {"bar": 20, "column": 40, "stacked": 40, "line": 400}
_LONGEST_ALT = 900  # characters; screen readers read it in one go


class ChartData(NamedTuple):
    """A chart whose numbers have been read; `texts` are the numbers as they were typed."""

    kind: ChartKind
    categories: tuple[str, ...]
    names: tuple[str, ...]
    values: tuple[tuple[float | None, ...], ...]  # a row for each name
    texts: tuple[tuple[str, ...], ...]
    format: str
    percent: bool
    decimal: str  # the mark before decimals
    named: int | None = None  # the one category that the reading speaks of

    @property
    def numbers(self) -> tuple[float, ...]:
        """Every number there is."""
        return tuple(value for row in self.values for value in row if value is not None)


def chart_data(chart: Chart, lang: str) -> ChartData:
    """The chart with its numbers read in the way of its language; what is no number is left out."""
    read = _numbers(chart, lang)
    count = len(chart.categories)
    rows = range(len(chart.series))
    return ChartData(
        kind=chart.kind,
        categories=chart.categories,
        names=tuple(series.name for series in chart.series),
        values=tuple(read.values[row * count : (row + 1) * count] for row in rows),
        texts=tuple(series.values for series in chart.series),
        format=read.format,
        percent=read.percent,
        decimal=read.decimal,
        named=_named(chart),
    )


def lain(chart: Chart) -> Chart | None:
    """The chart as bars that lie, which have the most room for names; None where it is that or would have too many."""
    if chart.kind == "bar" or len(chart.categories) > _MOST_CATEGORIES["bar"]:
        return None
    return replace(chart, kind="bar")


def tabled(chart: Chart) -> Table:
    """The chart's numbers as a table: a row for each category."""
    columns = [series.values for series in chart.series]
    return Table(
        header=("", *(series.name for series in chart.series)),
        rows=tuple(zip(chart.categories, *columns, strict=True)),
        caption=chart.caption,
        at=chart.at,
        header_at=(chart.at, *(series.at for series in chart.series)),
        rows_at=chart.categories_at,
    )


def chart_caption(chart: Chart, title: str) -> str:
    """What stands beside a chart: its caption, after the name of its only series where nothing else says that.

    Several series are named in the chart. `title` is that of its section.
    """
    name = chart.series[0].name.strip() if len(chart.series) == 1 else ""
    if any(name.casefold() in said.casefold() for said in (chart.caption, chart.reading, title)):
        return chart.caption
    return f"{name}: {chart.caption}" if chart.caption else name


def chart_alt(chart: Chart, title: str) -> str:
    """What a chart shows, for those who cannot see it: its caption or the title it stands under, then its numbers."""
    rows = []
    for series in chart.series:
        pairs = zip(chart.categories, series.values, strict=True)
        numbers = ", ".join(f"{category} {value or '–'}" for category, value in pairs)
        rows.append(f"{series.name}: {numbers}")
    said = f"{chart.caption or title}. {'; '.join(rows)}"
    if len(said) <= _LONGEST_ALT:
        return said
    return said[:_LONGEST_ALT].rpartition(", ")[0] + " …"


def chart_faults(outline: Outline) -> Iterator[Problem]:
    """What keeps the charts of an outline from being drawn, each at its place."""
    for section in walk_sections(outline.sections):
        if section.chart and section.chart.series:
            yield from faults_of(section.chart, outline.lang)


def faults_of(chart: Chart, lang: str) -> Iterator[Problem]:
    """What keeps one chart from being drawn."""
    read = _numbers(chart, lang)
    for place in read.faults:
        row, column = divmod(place, len(chart.categories))
        series = chart.series[row]
        value, name = quoted(series.values[column]), quoted(series.name)
        message = f"“{value}” in the series “{name}” is no number as the others are written"
        yield Problem("BD310", message, chart.at, "write all numbers in one way: 1234.5, or 1,234.5, or 1.234,5")
    if read.mixed:
        hint = "write % behind all of them or behind none"
        yield Problem("BD311", "some numbers of this chart are per cent and some are not", chart.at, hint)
    yield from _too_much(chart)
    values = [value for value in read.values if value is not None]
    if chart.kind in {"pie", "doughnut"}:
        yield from _no_whole(chart, values)
    elif not values:
        yield Problem("BD312", "this chart has no numbers", chart.at, "add some, or delete the chart")
    if chart.kind == "stacked" and any(value < 0 for value in values):
        hint = "use kind: column"
        yield Problem("BD312", "a stacked chart cannot show numbers below zero", chart.at, hint)


def _too_much(chart: Chart) -> Iterator[Problem]:
    if len(chart.series) > MOST_SERIES:
        message = f"this chart has {len(chart.series)} series, more than people can tell apart"
        yield Problem("BD312", message, chart.at, f"keep {MOST_SERIES}, or make two charts")
    most = _MOST_CATEGORIES.get(chart.kind)
    if most and len(chart.categories) > most:
        message = f"this chart has {len(chart.categories)} categories, more than the {most} that can be read"
        hint = "keep those that matter, or use kind: line" if chart.kind != "line" else "keep every second or tenth"
        yield Problem("BD312", message, chart.at, hint)


def _no_whole(chart: Chart, values: Sequence[float]) -> Iterator[Problem]:
    """What is not the parts of one whole."""
    if len(chart.series) > 1:
        hint = "use kind: stacked, or keep one series"
        yield Problem("BD312", f"a {chart.kind} shows one series, and this has {len(chart.series)}", chart.at, hint)
    if len(chart.categories) > MOST_PARTS:
        message = f"a {chart.kind} of {len(chart.categories)} parts cannot be read"
        yield Problem("BD312", message, chart.at, f"use kind: bar, or join the small ones: {MOST_PARTS} at most")
    if any(value < 0 for value in values) or not sum(values):
        hint = "use kind: bar"
        yield Problem("BD312", f"a {chart.kind} shows parts of a whole, all above zero", chart.at, hint)


def _numbers(chart: Chart, lang: str) -> Numbers:
    return read_numbers([text for series in chart.series for text in series.values], lang)


def _named(chart: Chart) -> int | None:
    """The category that the reading speaks of, when it is just one of several."""
    words = f" {_words(chart.reading)} "
    found = [place for place, name in enumerate(chart.categories) if name and f" {_words(name)} " in words]
    return found[0] if len(found) == 1 and len(chart.categories) > 1 and len(chart.series) == 1 else None


def _words(text: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in text.casefold()).split())
