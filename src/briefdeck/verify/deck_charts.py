"""Charts and pictures of a deck as they are read back: numbers of the chart and of its workbook, pixels and crops."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from math import isclose
from typing import TYPE_CHECKING, TypeAlias

from lxml.etree import _Element
from pptx.parts.image import ImagePart

from briefdeck.late import late_pattern
from briefdeck.verify.archive import UNREADABLE, parse
from briefdeck.verify.deck_chart_looks import CHART, misleads, percents
from briefdeck.verify.deck_file import DeckChart, DeckPicture, DeckSeries
from briefdeck.verify.deck_xml import THOUSANDTHS, qn

if TYPE_CHECKING:
    from pptx.opc.package import Part

PACKAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package"
Workbook: TypeAlias = tuple[tuple[str | float | None, ...], ...]
"""The cells of a sheet, row by row."""

_SHEETS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LARGEST_SHEET = 20_000_000  # bytes
_RANGE = late_pattern(r"(?:[^!]*!)?\$?([A-Z]{1,3})\$?(\d{1,5})(?::\$?([A-Z]{1,3})\$?(\d{1,5}))?")
_PLACE = late_pattern(r"([A-Z]+)(\d+)")


def chart_of(frame: _Element, part: Part) -> DeckChart | None:
    """The chart in a graphic frame; None when there is none."""
    for mention in frame.iter(_c("chart")):
        chart = part.related_part(mention.get(qn("r:id")))
        drawn = parse(chart.blob)
        plot = drawn.find(f"{_c('chart')}/{_c('plotArea')}")
        kinds = [child for child in plot if str(child.tag).endswith("Chart")] if plot is not None else []
        series = tuple(_series(one) for kind in kinds for one in kind.iterfind(_c("ser")))
        workbook = _workbook(chart)
        first = next((one for kind in kinds for one in kind.iterfind(_c("ser"))), None)
        return DeckChart(
            categories=tuple(_texts(first, "cat")),
            series=series,
            words=tuple(text.text or "" for text in drawn.iter(qn("a:t"))),
            workbook=workbook,
            kinds=tuple(map(_kind, kinds)),
            least=_bound(plot, "min"),
            most=_bound(plot, "max"),
            turned=_is_turned(plot),
            misleads=(*misleads(drawn), *_points_elsewhere(kinds, workbook)),
            percents=percents(drawn),
            unpainted=tuple(
                one.name
                for one, drawn_one in zip(
                    series, (ser for kind in kinds for ser in kind.iterfind(_c("ser"))), strict=True
                )
                if drawn_one.find(f"{_c('spPr')}/{qn('a:noFill')}") is not None
            ),
        )
    return None


def _kind(drawn: _Element) -> str:
    """What a part of a chart is drawn as, in the outline's words; lying and standing bars are both `bar`."""
    grouping = drawn.find(_c("grouping"))
    piled = grouping is not None and "tacked" in grouping.get("val", "")
    percent = grouping is not None and grouping.get("val", "").startswith("percent")
    name = str(drawn.tag).rpartition("}")[2].removesuffix("Chart")
    return "in per cent" if percent else "stacked" if piled else name


def _is_turned(plot: _Element | None) -> bool:
    found = None if plot is None else plot.find(f"{_c('valAx')}/{_c('scaling')}/{_c('orientation')}")
    return found is not None and found.get("val") == "maxMin"


def _bound(plot: _Element | None, which: str) -> float | None:
    """Where the axis of values is made to begin ("min") or end ("max")."""
    found = None if plot is None else plot.find(f"{_c('valAx')}/{_c('scaling')}/{_c(which)}")
    return None if found is None else float(found.get("val", "nan"))


def picture_of(shape: _Element, part: Part) -> DeckPicture | None:
    """The picture that a shape shows; None when it is none, or its part is missing."""
    fill = shape.find(qn("p:blipFill"))
    blip = None if fill is None else fill.find(qn("a:blip"))
    if fill is None or blip is None or not (relation := blip.get(qn("r:embed"))):
        return None
    image = part.related_part(relation) if relation in part.rels else None
    if not isinstance(image, ImagePart):
        return None
    source = fill.find(qn("a:srcRect"))
    sides = {side: int(source.get(side, "0")) / THOUSANDTHS if source is not None else 0.0 for side in "ltrb"}
    width, height = image.image.size
    return DeckPicture(
        width=width * (1 - sides["l"] - sides["r"]) / _filled(fill, "lr"),
        height=height * (1 - sides["t"] - sides["b"]) / _filled(fill, "tb"),
    )


def _filled(fill: _Element, sides: str) -> float:
    """How much of its frame a picture fills between two sides."""
    inner = fill.find(f"{qn('a:stretch')}/{qn('a:fillRect')}")
    left_free = 0.0 if inner is None else sum(int(inner.get(side, "0")) for side in sides) / THOUSANDTHS
    return max(1 - left_free, 0.01)


def _series(series: _Element) -> DeckSeries:
    values: dict[int, float] = {}
    for point in series.iterfind(f"{_c('val')}//{_c('numCache')}/{_c('pt')}"):
        values[int(point.get("idx", "0"))] = float(point.findtext(_c("v"), "nan"))
    count = series.find(f"{_c('val')}//{_c('numCache')}/{_c('ptCount')}")
    total = int(count.get("val", "0")) if count is not None else len(values)
    name = next(iter(_texts(series, "tx")), "")
    return DeckSeries(name, tuple(values.get(place) for place in range(total)))


def _texts(series: _Element | None, what: str) -> Iterator[str]:
    if series is not None:
        for value in series.iterfind(f"{_c(what)}//{_c('strCache')}/{_c('pt')}/{_c('v')}"):
            yield value.text or ""


def _points_elsewhere(kinds: Sequence[_Element], workbook: Workbook | None) -> Iterator[str]:
    """Whether a name or a number is taken from another cell: when the workbook is opened, the chart is drawn anew."""
    for series in (one for kind in kinds for one in kind.iterfind(_c("ser"))):
        for what in ("tx", "cat", "val"):
            said = series.find(f"{_c(what)}/*")
            cells = None if said is None or workbook is None else _cells(said.findtext(_c("f"), ""), workbook)
            shown = [] if said is None else [point.findtext(_c("v"), "") for point in said.iter(_c("pt"))]
            wanted = [cell for cell in cells or () if cell is not None]
            if cells is not None and not (len(shown) == len(wanted) and all(map(_is_same, shown, wanted))):
                yield "takes its numbers from other cells of its workbook"
                return


def _cells(range_: str, workbook: Workbook) -> list[str | float | None] | None:
    """The cells of a range such as `Sheet1!$B$2:$B$4`, row by row; None for what is no range of one sheet."""
    ends = _RANGE.fullmatch(range_)
    if ends is None:
        return None
    columns = [_column(ends[1]), _column(ends[3] or ends[1])]
    rows = range(int(ends[2]), int(ends[4] or ends[2]) + 1)
    lines = [workbook[row - 1] if 0 < row <= len(workbook) else () for row in rows]
    across = range(columns[0], columns[1] + 1)
    return [line[column - 1] if column <= len(line) else None for line in lines for column in across]


def _is_same(shown: str, cell: str | float) -> bool:
    """Whether a chart holds what its cell does."""
    if isinstance(cell, str):
        return shown == cell
    try:
        return isclose(float(shown), cell)
    except ValueError:
        return False


def _workbook(chart: Part) -> Workbook | None:
    """The cells of the first sheet row by row, None when there is no workbook that can be read."""
    books = (relation.target_part for relation in chart.rels.values() if relation.reltype == PACKAGE)
    for book in books:
        try:
            with zipfile.ZipFile(io.BytesIO(book.blob)) as archive:
                if sum(member.file_size for member in archive.infolist()) > _LARGEST_SHEET:
                    return None
                shared = _shared(archive)
                return tuple(_rows(parse(archive.read("xl/worksheets/sheet1.xml")), shared))
        except UNREADABLE:
            return None
    return None


def _shared(archive: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    strings = parse(archive.read("xl/sharedStrings.xml"))
    return ["".join(text.text or "" for text in item.iter(f"{_SHEETS}t")) for item in strings.iter(f"{_SHEETS}si")]


def _rows(sheet: _Element, shared: list[str]) -> Iterator[tuple[str | float | None, ...]]:
    for row in sheet.iter(f"{_SHEETS}row"):
        cells: dict[int, str | float | None] = {}
        for cell in row.iter(f"{_SHEETS}c"):
            if match := _PLACE.fullmatch(cell.get("r", "")):
                cells[_column(match[1])] = _value(cell, shared)
        yield tuple(cells.get(column) for column in range(1, max(cells, default=0) + 1))


def _value(cell: _Element, shared: list[str]) -> str | float | None:
    text = cell.findtext(f"{_SHEETS}v", "")
    if cell.get("t") == "s":
        return shared[int(text)]
    if cell.get("t") == "inlineStr":
        return "".join(part.text or "" for part in cell.iter(f"{_SHEETS}t"))
    return float(text) if text else None


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _c(name: str) -> str:
    return f"{{{CHART}}}{name}"
