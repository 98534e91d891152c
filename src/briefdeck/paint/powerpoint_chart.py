"""Native charts: a chart part with its workbook, all colours the theme's, words and numbers PowerPoint can edit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from briefdeck.late import late_pattern
from briefdeck.model.geometry import Rect
from briefdeck.model.look import Ink
from briefdeck.model.page import Box, ChartContent, ChartSeries
from briefdeck.paint.powerpoint_language import proofing, right_to_left
from briefdeck.paint.powerpoint_package import Part, Relation
from briefdeck.paint.powerpoint_workbook import SHEET, column_name, number_text, workbook
from briefdeck.paint.powerpoint_xml import emu, fill, frame, hundredths
from briefdeck.paint.xml_text import escape

CHART: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_NAMESPACES: Final = (
    f'xmlns:c="{CHART}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_CATEGORY_AXIS, _VALUE_AXIS = 111111111, 222222222  # positive: python-pptx writes negative ones, which are invalid
_ROUND: Final = frozenset({"pie", "doughnut"})
_INVISIBLE: Final = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_DECIMALS: Final = late_pattern(r"\.0+")
_WHOLE: Final = 20  # an axis over so much has whole steps in every program
_ON_ONE_LINE: Final = ' wrap="none"'
"""Of the words at parts of a disc: LibreOffice would fold them to a fifth of the chart, in the middle of a word."""
_LINE_WIDTH: Final = 3.0  # points
_DASHES: Final = {2: "sysDash", 1: "sysDot", 4: "lgDash"}  # nearest of PowerPoint's own, by the length of the dash


def chart_parts(number: int, chart: ChartContent, size: Rect, lang: str) -> Iterator[Part]:
    """The part of the nth chart of the deck, and its workbook."""
    book = f"ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx"
    yield Part("chart", chart_name(number), chart_xml(chart, size, lang), (Relation("package", book),))
    yield Part("package", book, "", binary=workbook(chart))


def chart_name(number: int) -> str:
    """The part of the nth chart of the deck."""
    return f"ppt/charts/chart{number}.xml"


def chart_frame(number: int, box: Box, content: ChartContent, relation: str, *, mark: str) -> str:
    """A chart at its place on the slide, in the placeholder that the mark names ("" for none)."""
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="{escape(box.slot or box.name or "Chart")}" '
        f'descr="{escape(content.alt)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
        f"<p:nvPr>{mark}</p:nvPr></p:nvGraphicFramePr>{frame(box.frame, 'p')}<a:graphic>"
        f'<a:graphicData uri="{CHART}"><c:chart xmlns:c="{CHART}" r:id="{relation}"/></a:graphicData></a:graphic>'
        "</p:graphicFrame>"
    )


def chart_xml(chart: ChartContent, size: Rect, lang: str) -> str:
    """The chart part; the plot stands in the frame of that size where the composer drew it."""
    legend = ""
    if chart.named == "legend":
        left = f'<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="{chart.plot.x / size.width:.5f}"/><c:y val="0"/>'
        place = f"<c:layout><c:manualLayout>{left}</c:manualLayout></c:layout>"
        side, place = ("l" if right_to_left(lang) else "r", "") if chart.kind in _ROUND else ("t", place)
        legend = f'<c:legend><c:legendPos val="{side}"/>{place}<c:overlay val="0"/>{_words(chart)}</c:legend>'
    return (
        f'<c:chartSpace {_NAMESPACES}><c:date1904 val="0"/><c:lang val="{proofing(lang)}"/>'
        f'<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{_place(chart.plot, size)}'
        f"{_plot(chart, size)}{_axes(chart, rtl=right_to_left(lang))}{_INVISIBLE}</c:plotArea>{legend}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{_INVISIBLE}{_words(chart)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _place(plot: Rect, size: Rect) -> str:
    shares = {
        "x": plot.x / size.width,
        "y": plot.y / size.height,
        "w": plot.width / size.width,
        "h": plot.height / size.height,
    }
    places = "".join(f'<c:{side} val="{share:.5f}"/>' for side, share in shares.items())
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{places}</c:manualLayout></c:layout>"
    )


def _plot(chart: ChartContent, size: Rect) -> str:
    series = "".join(_series(index, one, chart, size) for index, one in enumerate(chart.series))
    axes = f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'
    match chart.kind:
        case "bar" | "column" | "stacked":
            direction = "bar" if chart.kind == "bar" else "col"
            grouping, overlap = ("stacked", 100) if chart.kind == "stacked" else ("clustered", -8)
            gap = 45 if len(chart.series) == 1 or chart.kind == "stacked" else 60
            return (
                f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>'
                f'{series}<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/>{axes}</c:barChart>'
            )
        case "line":
            return (
                f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>{axes}'
                "</c:lineChart>"
            )
        case "pie":
            return f'<c:pieChart><c:varyColors val="1"/>{series}<c:firstSliceAng val="0"/></c:pieChart>'
        case "doughnut":
            return (
                f'<c:doughnutChart><c:varyColors val="1"/>{series}<c:firstSliceAng val="0"/><c:holeSize val="55"/>'
                "</c:doughnutChart>"
            )


def _series(index: int, series: ChartSeries, chart: ChartContent, size: Rect) -> str:
    letter, last = column_name(index + 2), len(chart.categories) + 1
    looks = {
        "line": f"<c:spPr>{_line(series)}</c:spPr>{_symbol(series)}",
        "pie": "",
        "doughnut": "",
    }.get(chart.kind, f'<c:spPr>{_area(series.inks[0])}</c:spPr><c:invertIfNegative val="0"/>')
    points = ""
    if len(series.inks) > 1:
        inverting = "" if chart.kind in _ROUND else '<c:invertIfNegative val="0"/>'
        points = "".join(
            f'<c:dPt><c:idx val="{place}"/>{inverting}<c:bubble3D val="0"/><c:spPr>{_area(ink)}</c:spPr></c:dPt>'
            for place, ink in enumerate(series.inks)
        )
    values = _numbers(f"${letter}$2:${letter}${last}", series.values, chart.number_format)
    smooth = '<c:smooth val="0"/>' if chart.kind == "line" else ""
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>'
        f"<c:tx>{_strings(f'${letter}$1', (series.name,))}</c:tx>{looks}{points}{_labels(series, chart, size)}"
        f"<c:cat>{_strings(f'$A$2:$A${last}', chart.categories)}</c:cat>"
        f"<c:val>{values}</c:val>{smooth}</c:ser>"
    )


def _area(ink: Ink) -> str:
    """A filled mark; a thin edge of the ground keeps neighbours apart where colours cannot be told."""
    return f'{fill(ink)}<a:ln w="{emu(1.5)}">{fill(Ink("background"))}</a:ln>'


def _line(series: ChartSeries) -> str:
    dash = f'<a:prstDash val="{_DASHES.get(round(series.dash[0] / _LINE_WIDTH), "dash")}"/>' if series.dash else ""
    return f'<a:ln w="{emu(_LINE_WIDTH)}" cap="rnd">{fill(series.inks[0])}{dash}<a:round/></a:ln>'


def _symbol(series: ChartSeries) -> str:
    look = f'{fill(series.inks[0])}<a:ln w="{emu(1.5)}">{fill(Ink("background"))}</a:ln>'
    return f'<c:marker><c:symbol val="{series.symbol}"/><c:size val="9"/><c:spPr>{look}</c:spPr></c:marker>'


def _labels(series: ChartSeries, chart: ChartContent, size: Rect) -> str:
    """Numbers at the marks; on a line the name of the series where it ends, on a pie the name of each part."""
    single = ""
    if chart.named == "ends":
        single = _end_label(series, chart)
    elif chart.moved:
        single = "".join(_moved_label(place, chart, size) for place in range(len(chart.categories)))
    if not (chart.numbers or single or chart.kind in _ROUND):
        return ""
    place = {"bar": "outEnd", "column": "outEnd", "stacked": "ctr", "line": "t", "pie": "outEnd"}.get(chart.kind, "")
    placed = f'<c:dLblPos val="{place}"/>' if place else ""
    number = f'<c:numFmt formatCode="{escape(chart.number_format)}" sourceLinked="0"/>'
    shown = _shown(value=chart.numbers, category=chart.kind in _ROUND and not chart.named)
    words = _words(chart, series.label, wrap=_ON_ONE_LINE if chart.kind in _ROUND else "")
    return f"<c:dLbls>{single}{number}{_INVISIBLE}{words}{placed}{shown}{_separator(chart)}</c:dLbls>"


def _end_label(series: ChartSeries, chart: ChartContent) -> str:
    """The name of a series where its line ends."""
    places = [place for place, value in enumerate(series.values) if value is not None]
    if not places:
        return ""
    words = _words(chart, bold=True)
    return f'<c:dLbl><c:idx val="{places[-1]}"/>{_INVISIBLE}{words}<c:dLblPos val="r"/>{_shown(name=True)}</c:dLbl>'


def _moved_label(place: int, chart: ChartContent, size: Rect) -> str:
    """The words of a part of a ring, which would stand within it."""
    x, y = chart.moved[place]
    shares = f'<c:x val="{x / size.width:.5f}"/><c:y val="{y / size.height:.5f}"/>'
    number = f'<c:numFmt formatCode="{escape(chart.number_format)}" sourceLinked="0"/>'
    return (
        f'<c:dLbl><c:idx val="{place}"/><c:layout><c:manualLayout>{shares}</c:manualLayout></c:layout>{number}'
        f"{_INVISIBLE}{_words(chart, wrap=_ON_ONE_LINE)}{_shown(value=True, category=True)}{_separator(chart)}</c:dLbl>"
    )


def _separator(chart: ChartContent) -> str:
    return "<c:separator>: </c:separator>" if chart.kind in _ROUND else ""


def _shown(*, value: bool = False, category: bool = False, name: bool = False) -> str:
    flags = {
        "LegendKey": False,
        "Val": value,
        "CatName": category,
        "SerName": name,
        "Percent": False,
        "BubbleSize": False,
    }
    return "".join(f'<c:show{flag} val="{int(on)}"/>' for flag, on in flags.items())


def _strings(place: str, texts: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{index}"><c:v>{escape(text)}</c:v></c:pt>' for index, text in enumerate(texts))
    cache = f'<c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache>'
    return f"<c:strRef><c:f>{SHEET}!{place}</c:f>{cache}</c:strRef>"


def _numbers(place: str, values: Sequence[float | None], number_format: str) -> str:
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{number_text(value)}</c:v></c:pt>'
        for index, value in enumerate(values)
        if value is not None
    )
    return (
        f"<c:numRef><c:f>{SHEET}!{place}</c:f><c:numCache><c:formatCode>{escape(number_format)}</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>'
    )


def _axes(chart: ChartContent, *, rtl: bool) -> str:
    if chart.kind in _ROUND:
        return ""
    lying = chart.kind == "bar"
    reads = "maxMin" if lying or rtl else "minMax"  # the first category is the upper one, or the first to be read
    grows = "maxMin" if lying and rtl else "minMax"
    side = ("r" if rtl else "l") if lying else "b"
    floor = f'<c:min val="{number_text(chart.floor)}"/>' if chart.floor is not None else ""
    skip = f'<c:tickLblSkip val="{chart.every}"/>' if chart.every > 1 else ""
    label = _words(chart)
    number_format = escape(_axis_format(chart))
    hairline = f'<c:spPr><a:ln w="{emu(0.75)}">{fill(Ink("text", opacity=25))}</a:ln></c:spPr>'
    base = f'<c:spPr><a:ln w="{emu(1)}">{fill(Ink("text", opacity=65))}</a:ln></c:spPr>'
    gridlines = "" if chart.numbers else f"<c:majorGridlines>{hairline}</c:majorGridlines>"
    crosses = "max" if lying else "autoZero"
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling><c:orientation val="{reads}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>{base}{label}'
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        f'<c:lblOffset val="60"/>{skip}<c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="{grows}"/>{floor}</c:scaling>'
        f'<c:delete val="{int(chart.numbers)}"/><c:axPos val="{"b" if lying else "r" if rtl else "l"}"/>{gridlines}'
        f'<c:numFmt formatCode="{number_format}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{label}'
        f'<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="{crosses}"/><c:crossBetween val="between"/></c:valAx>'
    )


def _axis_format(chart: ChartContent) -> str:
    """How the axis writes its numbers: without decimals where its steps, a tenth of what it shows or more, are whole.

    Long numbers side by side are turned by some programs, and the whole chart shrinks for it.
    """
    numbers = [value for series in chart.series for value in series.values if value is not None]
    low, high = (min(numbers), max(numbers)) if chart.kind == "line" else (min(0.0, *numbers), max(0.0, *numbers))
    shown = (high - low) * (100 if "%" in chart.number_format else 1)
    return _DECIMALS.sub("", chart.number_format) if shown >= _WHOLE else chart.number_format


def _words(chart: ChartContent, ink: Ink | None = None, *, bold: bool = False, wrap: str = "") -> str:
    """How words look, written out: level, flat, in the theme's body font."""
    return (
        f'<c:txPr><a:bodyPr rot="0" vert="horz"{wrap}/><a:lstStyle/><a:p><a:pPr>'
        f'<a:defRPr sz="{hundredths(chart.text.size)}" b="{int(bold)}">{fill(ink or chart.text.ink)}'
        '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:pPr>'
        "<a:endParaRPr/></a:p></c:txPr>"
    )
