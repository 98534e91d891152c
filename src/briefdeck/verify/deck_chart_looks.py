"""Charts that hold the right numbers and yet mislead: by how numbers are written, by labels, keys, axes and colours."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from briefdeck.late import late_pattern
from briefdeck.verify.deck_xml import qn

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_LITERAL = late_pattern(r'"([^"]*)"|\\(.)|_.|\*.')
_SCALING = late_pattern(r"(?<=[0#?]),+(?![#0?,])")
_GROUNDS = ("bg1", "lt1")
_SMALLEST = 12.0  # points
_MOST_SHARED = 30  # per cent of a bar's width that the next may cover
_DIGIT = late_pattern(r"[0#?]")


def misleads(drawn: _Element) -> Iterator[str]:
    """Why a chart (its part's root) would be read otherwise than it is meant, one phrase each."""
    codes = {one.get("formatCode", "") for one in drawn.iter(_c("numFmt"))}
    codes |= {one.text or "" for one in drawn.iter(_c("formatCode"))}
    for code in sorted(codes):
        if fault := _written(code):
            yield f"writes its numbers {fault}"
    if any(_says_otherwise(plot) for plot in drawn.iter() if str(plot.tag).endswith("Chart")):
        yield "labels its numbers with something else"
    if any(_is_on(entry, "delete") for entry in drawn.iter(_c("legendEntry"))):
        yield "leaves a name out of its key"
    series = list(drawn.iter(_c("ser")))
    unnamed = [one for one in series if not any(_is_on(label, "showSerName") for label in one.iter(_c("dLbl")))]
    if len(series) > 1 and unnamed and drawn.find(f".//{_c('legend')}") is None:
        yield "has no key that tells its series apart"
    if drawn.find(f".//{_c('logBase')}") is not None:
        yield "has an axis on which equal steps are not equal numbers"
    if any(_is_on(axis, "delete") for axis in drawn.iter(_c("catAx"), _c("dateAx"))):
        yield "does not name what its numbers belong to"
    yield from _added(drawn)
    sizes = [int(one.get("sz", "0")) / 100 for one in drawn.iter(qn("a:defRPr"), qn("a:rPr")) if one.get("sz")]
    if sizes and min(sizes) < _SMALLEST:
        yield f"sets words in {min(sizes):g} points, below {_SMALLEST:g}"
    if any(map(_is_pale, drawn.iter(_c("catAx"), _c("valAx"), _c("legend")))):
        yield "sets words in the colour of the ground that they stand on"
    if any(_is_blank(series) for series in drawn.iter(_c("ser"))):
        yield "paints a series in the colour of the ground that it stands on"
    if not any(_is_on(labels, "showVal") for labels in drawn.iter(_c("dLbls"), _c("dLbl"))) and all(
        _is_on(axis, "delete") for axis in drawn.iter(_c("valAx"))
    ):
        yield "writes none of its numbers, neither beside them nor on an axis"
    inks = [ink for series in drawn.iter(_c("ser")) if (ink := _ink(series))]
    if len(inks) > len({*inks}):
        yield "paints two series in one colour"


def _added(drawn: _Element) -> Iterator[str]:
    """What a hand has put into a chart or taken out of it, beside its numbers."""
    if any(label.find(_c("tx")) is not None for label in drawn.iter(_c("dLbl"))):
        yield "has a label that was typed"
    if any(_is_on(label, "delete") for label in drawn.iter(_c("dLbl"))):
        yield "leaves out the label of a number"
    if any(True for _ in drawn.iter(_c("trendline"), _c("errBars"))):
        yield "draws a line that stands for no number of its own"
    if drawn.find(f".//{_c('dispUnits')}") is not None:
        yield "writes its axis in other units than its numbers"
    if drawn.find(f".//{_c('view3D')}") is not None:
        yield "is drawn in depth, which makes what stands in front look larger"
    if any(point.find(f"{_c('spPr')}/{qn('a:noFill')}") is not None for point in drawn.iter(_c("dPt"))):
        yield "does not paint one of its numbers"
    if any(_begins_elsewhere(axis) for axis in drawn.iter(_c("catAx"), _c("dateAx"))):
        yield "does not begin its bars at nought"
    if any(_are_piled(bars) for bars in drawn.iter(_c("barChart"))):
        yield "lays the bars of one series on those of another"


def _is_pale(names: _Element) -> bool:
    inks = names.iterfind(f"{_c('txPr')}//{qn('a:defRPr')}/{qn('a:solidFill')}/{qn('a:schemeClr')}")
    return any(ink.get("val") in _GROUNDS and not len(ink) for ink in inks)


def _is_blank(series: _Element) -> bool:
    """Whether a series is filled with the ground's own colour, none of whose shades is asked for."""
    ink = series.find(f"{_c('spPr')}/{qn('a:solidFill')}/{qn('a:schemeClr')}")
    return ink is not None and ink.get("val") in _GROUNDS and not len(ink)


def _begins_elsewhere(axis: _Element) -> bool:
    """Whether the axis of names crosses that of numbers where somebody has put it: bars grow from there."""
    crosses, at = axis.find(_c("crosses")), axis.find(_c("crossesAt"))
    return (crosses is not None and crosses.get("val") != "autoZero") or (
        at is not None and float(at.get("val", 0)) != 0
    )


def _are_piled(bars: _Element) -> bool:
    grouping, overlap = bars.find(_c("grouping")), bars.find(_c("overlap"))
    several = len(bars.findall(_c("ser"))) > 1 and grouping is not None and grouping.get("val") == "clustered"
    return several and overlap is not None and int(overlap.get("val", "0").rstrip("%")) > _MOST_SHARED


def _says_otherwise(plot: _Element) -> bool:
    """Whether labels say something in place of numbers; slices of a pie name themselves, lines at their last point."""
    labels = [one for one in plot.iter(_c("dLbls"), _c("dLbl")) if not _is_on(one, "delete")]
    whole = [one for one in labels if one.tag == _c("dLbls")]
    named = not str(plot.tag).endswith(("pieChart", "doughnutChart")) and any(
        _is_on(one, "showCatName") for one in labels
    )
    odd = any(_is_on(one, name) for one in labels for name in ("showPercent", "showBubbleSize"))
    return named or odd or any(_is_on(one, "showSerName") for one in whole)


def percents(drawn: _Element) -> bool:
    """Whether numbers are written as shares of a hundred, by the labels or the axis that people see."""
    return any("%" in _bare(one.get("formatCode", "")) for one in drawn.iter(_c("numFmt")))


def _written(code: str) -> str:
    """What is odd about a number format, "" for nothing."""
    first = code.split(";", maxsplit=1)[0]
    literals = "".join(one or other for one, other in _LITERAL.findall(first))
    if any(map(str.isdigit, literals)):
        return f"with digits that are none of theirs (“{code}”)"
    if _SCALING.search(_bare(first)):
        return f"without their last digits (“{code}”)"
    if first != "General" and not _DIGIT.search(_bare(first)):
        return f"so that none is seen (“{code}”)"
    return ""


def _bare(code: str) -> str:
    return _LITERAL.sub("", code)


def _ink(series: _Element) -> str:
    """The colour of a series, "" where the program chooses; what is set for its points one by one is left to it."""
    from lxml.etree import tostring

    fill = series.find(f"{_c('spPr')}/{qn('a:solidFill')}")
    if fill is None:
        fill = series.find(f"{_c('spPr')}/{qn('a:ln')}/{qn('a:solidFill')}")
    return "" if fill is None else tostring(fill, encoding="unicode", with_tail=False)


def _is_on(element: _Element, name: str) -> bool:
    found = element.find(_c(name))
    return found is not None and found.get("val", "1") in ("1", "true")


def _c(name: str) -> str:
    return f"{{{CHART}}}{name}"
