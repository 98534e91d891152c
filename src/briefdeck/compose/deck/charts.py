"""Charts of the deck: drawn into their seat, in the largest type that gives all their words room."""

from __future__ import annotations

from briefdeck.compose.chart.data import chart_alt, chart_caption, chart_data
from briefdeck.compose.chart.drawing import draw_chart
from briefdeck.compose.chart.marks import Words
from briefdeck.compose.deck.fit import Fitter
from briefdeck.compose.deck.items import line_item
from briefdeck.compose.deck.seating import Item, Kind, Seat
from briefdeck.compose.type.measure import DeckMeasure
from briefdeck.compose.type.scripts import runs_left, scripts_in
from briefdeck.compose.type.wrapping import WIDTH_MARGIN
from briefdeck.model.contents import extra_id
from briefdeck.model.geometry import Size
from briefdeck.model.outline import Section
from briefdeck.model.page import Paragraph, Part, Ref, Span, TextStyle
from briefdeck.model.values import replace

_MIXED = 0.85  # of its room is what a name in several scripts may fill, each from another font
_BESIDE = 3.0
"""Points that names and numbers need beyond their widths: LibreOffice shrinks a chart of which one stands out."""


def chart_items(section: Section, fitter: Fitter, seat: Seat, *, lang: str, spare: float) -> tuple[Item, ...]:
    """The section's chart, after the line that says what to see in it; () when its words find no room at any size.

    `lang` is the outline's. `spare` is what the chart may be higher than its seat with no caption below it, points.
    """
    chart = section.chart
    if chart is None or not chart.series:
        return ()
    more = 0.0 if chart_caption(chart, section.title) else spare
    frame = replace(seat.slot.frame, height=seat.slot.frame.height + more)
    content = draw_chart(
        chart_data(chart, lang),
        Size(frame.width, frame.height),
        [seat.levels(step)[0] for step in range(seat.steps)],
        _words(fitter.measure),
        fitter.look.theme.colors,
        chart_ref(section),
        chart_alt(chart, section.title),
        rtl=runs_left(lang),
    )
    if content is None:
        return ()
    reading = (line_item(Kind.READING, chart.reading, chart_ref(section)),) if chart.reading else ()
    return (*reading, Item(kind=Kind.CHART, native=content, frame=frame))


def chart_ref(section: Section) -> Ref:
    """What stands for the section's chart."""
    return Ref(section.id, extra_id(section, "chart"), Part.TEXT)


def _words(measure: DeckMeasure) -> Words:
    """Viewers break lines themselves, so the words stay as they are and are measured with a margin."""

    def lines(text: str, style: TextStyle, width: float) -> int:
        paragraph = Paragraph(spans=(Span(text=text),), style=style, ref=Ref(""))
        return measure.measure((paragraph,), width * (_MIXED if len(scripts_in(text)) > 1 else 1.0)).lines[0]

    return Words(
        width=lambda text, style: measure.width(text, style) / WIDTH_MARGIN + _BESIDE,
        lines=lines,
        set=lambda paragraph, _: paragraph,
        by_viewer=True,
        tall=lambda text: measure.line_factor(text, cell=True),
    )
