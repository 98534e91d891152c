"""Charts to the point: every mark within its frame, bars as long as their numbers say, neighbours told apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefdeck.assets import read_look, theme_names
from briefdeck.compose.chart.data import chart_alt, chart_data
from briefdeck.compose.chart.drawing import draw_chart
from briefdeck.compose.chart.inks import contrast, ink_on, luminance, series_inks
from briefdeck.compose.chart.marks import Words
from briefdeck.compose.chart.scale import scale_of, tick_text
from briefdeck.model.geometry import Size
from briefdeck.model.look import Ink
from briefdeck.model.media import Path
from briefdeck.model.outline import Chart, Series
from briefdeck.model.page import ChartContent, ChartLabel, Ref, TextStyle

SIZE = Size(852, 290)
STYLES = [TextStyle(font="body", size=size, ink=Ink("text")) for size in (20, 18, 16, 14)]
COLORS = read_look().theme.colors
WORDS = Words(
    width=lambda text, style: len(text) * style.size / 2,
    lines=lambda text, style, width: max(1, -(-int(len(text) * style.size / 2) // max(1, int(width)))),
    set=lambda paragraph, _: paragraph,
)
KINDS = ("bar", "column", "line", "pie", "doughnut", "stacked")


def chart(kind: str, *rows: list[object], categories: list[str] | None = None, **more: object) -> Chart:
    series = tuple(Series(name=f"Row {number}", values=tuple(map(str, row))) for number, row in enumerate(rows))
    names = tuple(categories or [f"C{number}" for number in range(len(rows[0]))])
    return Chart(kind=kind, categories=names, series=series, **more)


def drawn(made: Chart, size: Size = SIZE, lang: str = "en", *, rtl: bool = False) -> ChartContent | None:
    return draw_chart(chart_data(made, lang), size, STYLES, WORDS, COLORS, Ref("s", "s.chart"), "alt", rtl=rtl)


def frames(content: ChartContent) -> list[tuple[float, float, float, float]]:
    """The edges of each filled mark without an edge of its own colour."""
    found = []
    for mark in content.marks:
        if isinstance(mark, Path) and mark.fill:
            points = [point for step, point in mark.steps if step in "ML"]
            xs, ys = [point[0] for point in points], [point[1] for point in points]
            found.append((min(xs), min(ys), max(xs), max(ys)))
    return found


def labels(content: ChartContent) -> list[str]:
    return [mark.paragraph.text for mark in content.marks if isinstance(mark, ChartLabel)]


def test_bars_are_as_long_as_their_numbers():
    content = drawn(chart("bar", [30, 15, 7.5]))
    lengths = [right - left for left, _, right, _ in frames(content)]
    assert lengths[0] / lengths[1] == pytest.approx(2)
    assert lengths[1] / lengths[2] == pytest.approx(2)
    assert [text for text in labels(content) if text[0].isdigit()] == ["30", "15", "7.5"]
    assert content.numbers
    assert content.floor == 0


def test_columns_below_zero_hang_from_the_line():
    content = drawn(chart("column", [10, -5]))
    (_, top, _, zero), (_, hang, _, foot) = frames(content)
    assert zero == pytest.approx(hang)
    assert (zero - top) / (foot - hang) == pytest.approx(2)
    assert content.floor is None


def test_stacked_columns_stand_on_each_other():
    content = drawn(chart("stacked", [10, 20], [5, 5]))
    below, above = [frame for frame in frames(content) if frame[3] - frame[1] > 15][:2]
    assert above[3] == pytest.approx(below[1])


def test_parts_of_a_whole_turn_once_around():
    content = drawn(chart("pie", [1, 2, 1]))
    assert {"C0: 1", "C1: 2", "C2: 1"} <= set(labels(content))
    assert len(content.series[0].inks) == 3
    assert content.plot.width == pytest.approx(content.plot.height)


def test_lines_that_end_apart_are_named_there_and_others_in_a_legend():
    assert drawn(chart("line", [1, 9], [9, 1])).named == "ends"
    assert drawn(chart("line", [1, 9], [2, 9])).named == "legend"
    alone = drawn(chart("line", [1, 9]))
    assert (alone.named, alone.numbers) == ("", True)


def test_a_gap_parts_a_line():
    content = drawn(chart("line", [1, 2, "", 4, 5]))
    line = next(mark for mark in content.marks if isinstance(mark, Path) and mark.stroke and mark.width > 2)
    assert [step for step, _ in line.steps] == ["M", "L", "M", "L"]


def test_many_categories_are_named_in_part():
    content = drawn(chart("line", list(range(60)), categories=[str(year) for year in range(1960, 2020)]))
    assert content.every > 1
    assert "1960" in labels(content)
    assert drawn(chart("column", [1, 2], categories=["Extraordinarily" * 6, "B"])) is None


def test_the_one_category_that_the_reading_speaks_of_stands_out():
    named = drawn(chart("bar", [3, 1, 2], categories=["Kochi", "Pune", "Jaipur"], reading="Pune has least."))
    assert len(named.series[0].inks) == 3
    assert named.series[0].inks[1] != named.series[0].inks[0] == named.series[0].inks[2]
    both = drawn(chart("bar", [3, 1, 2], categories=["Kochi", "Pune", "Jaipur"], reading="Pune, unlike Kochi."))
    assert len(both.series[0].inks) == 1


def test_a_page_read_from_the_right_is_mirrored():
    left, right = drawn(chart("bar", [3, 1])), drawn(chart("bar", [3, 1]), rtl=True)
    for (one, _, other, _), (start, _, end, _) in zip(frames(left), frames(right), strict=True):
        assert (start, end) == (pytest.approx(SIZE.width - other), pytest.approx(SIZE.width - one))


@pytest.mark.parametrize("theme", theme_names())
def test_marks_stand_out_from_the_ground_and_neighbours_differ_in_grey(theme):
    """In every theme, for six series: graphics need 3 to 1, words on marks 4.5 to 1."""
    colors = read_look(theme).theme.colors
    inks = series_inks(6, colors)
    ground = luminance(Ink("background"), colors)
    grey = [luminance(ink, colors) for ink in inks]
    assert all(contrast(one, ground) >= 3 for one in grey)
    assert all(contrast(one, other) >= 1.7 for one, other in pairwise(grey))
    for ink, one in zip(inks, grey, strict=True):
        assert contrast(luminance(ink_on(ink, colors), colors), one) >= 4.5


numbers = st.integers(-1000, 100_000)


def _passed(steps):
    """Points that a path passes: its corners, and of a curve, whose handles stand outside of it, the middle."""
    at = (0.0, 0.0)
    for _, values in steps:
        points = list(zip(values[::2], values[1::2], strict=True))
        if len(points) == 3:
            yield tuple((a + 3 * b + 3 * c + d) / 8 for a, b, c, d in zip(at, *points, strict=True))
        if points:
            at = points[-1]
            yield at


@settings(max_examples=150, deadline=None)
@given(
    kind=st.sampled_from(KINDS),
    rows=st.integers(1, 5).flatmap(
        lambda count: st.integers(1, 12).flatmap(
            lambda width: st.lists(st.lists(numbers, min_size=width, max_size=width), min_size=count, max_size=count)
        )
    ),
    width=st.sampled_from([236, 456, 852]),
    height=st.integers(110, 330),
)
def test_everything_stays_within_the_frame(kind, rows, width, height):
    if kind in {"pie", "doughnut"}:
        rows = [[abs(value) + 1 for value in rows[0][:8]]]
    if kind == "stacked":
        rows = [[abs(value) for value in row] for row in rows]
    content = drawn(chart(kind, *rows), Size(width, height))
    if content is None:
        return
    for mark in content.marks:
        if isinstance(mark, ChartLabel):
            assert mark.frame.x >= -12
            assert mark.frame.right <= width + 12
            assert mark.frame.y >= -8
            assert mark.frame.bottom <= height + 8
        else:
            for x, y in _passed(mark.steps):
                assert -8 <= x <= width + 8, mark.steps
                assert -8 <= y <= height + 8, mark.steps


@pytest.mark.parametrize(
    ("rows", "lang", "ticks"),
    [
        ([3, 14, 9], "en", ["0", "5", "10", "15"]),
        (["1,250", "3,000"], "en", ["0", "1,000", "2,000", "3,000"]),
        (["1.250,5", "3.000"], "de", ["0", "1.000", "2.000", "3.000"]),
        (["12 %", "48 %"], "en", ["0%", "10%", "20%", "30%", "40%", "50%"]),
        ([0.2, 0.9], "en", ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        ([-4, 12], "en", ["−5", "0", "5", "10", "15"]),
        ([7, 7], "en", ["0", "2", "4", "6", "8"]),
    ],
)
def test_an_axis_has_round_numbers_written_as_the_others(rows, lang, ticks):
    data = chart_data(chart("column", rows), lang)
    scale = scale_of(data)
    assert [tick_text(value, scale, data) for value in scale.ticks] == ticks


def test_the_alternative_text_says_every_number():
    made = chart("line", [3, 1], [2, ""], categories=["2019", "2020"], caption="Crops")
    assert chart_alt(made, "Title") == "Crops. Row 0: 2019 3, 2020 1; Row 1: 2019 2, 2020 –"
    long = chart("line", list(range(300)))
    assert len(chart_alt(long, "Title")) < 910


def test_lines_are_as_high_as_the_highest_script_among_the_names():
    high = WORDS._replace(tall=lambda text: 1.5 if "ก" in text else 1.0)
    for kind in KINDS:
        plain, tall = (
            draw_chart(
                chart_data(chart(kind, [7, 5, 3], categories=names), "en"), SIZE, STYLES, high, COLORS, Ref("s"), ""
            )
            for names in (["One", "Two", "Three"], ["One", "ก", "Three"])
        )
        heights = [label.frame.height / label.paragraph.style.size for label in _named(plain, "One")]
        assert [label.frame.height / label.paragraph.style.size for label in _named(tall, "One")] == [
            pytest.approx(1.5 * height) for height in heights
        ]


def _named(content: ChartContent, name: str) -> list[ChartLabel]:
    return [mark for mark in content.marks if isinstance(mark, ChartLabel) and mark.paragraph.text.startswith(name)]


LONG = [f"Name {number} of a part that is rather long to say" for number in range(6)]


def _pie(names: list[str], size: Size, *, by_viewer: bool) -> ChartContent | None:
    made = chart_data(chart("pie", [9, 5, 4, 3, 2, 1], categories=names), "en")
    return draw_chart(made, size, STYLES[-1:], WORDS._replace(by_viewer=by_viewer), COLORS, Ref("s"), "")


def test_the_parts_of_a_disc_are_named_so_that_a_program_that_sets_the_words_again_has_room():
    """Such programs put the words of parts that are thin upon each other, and long ones of a list into columns."""
    short = [name[:24] for name in LONG]
    assert _pie(short, Size(600, 170), by_viewer=False).named == ""  # moved apart beside the disc
    listed = _pie(short, Size(600, 170), by_viewer=True)
    assert listed.named == "legend"
    assert listed.plot.x > STYLES[-1].size  # the numbers stand around the disc
    assert listed.plot.y > STYLES[-1].size
    assert _pie(LONG, Size(430, 220), by_viewer=False) is not None
    assert _pie(LONG, Size(430, 220), by_viewer=True) is None


def test_of_many_names_only_short_ones_that_no_program_folds_are_left_out():
    """LibreOffice shows all where one can be folded or is long, however many lines that takes."""
    for count, long, named in (
        (30, "N1234", True),
        (10, "x" * 26, False),
        (10, "x" * 13 + "/" + "x" * 12, False),
        (10, "xxxxx xxxxx " + "x" * 14, False),
    ):
        short = [f"N{number}" for number in range(count - 1)]
        content = drawn(chart("line", list(range(count)), categories=[*short, long]))
        assert (content is not None and content.every > 1) is named
