"""Arranging: what a section holds becomes slides, each with a layout that seats it; nothing is said twice.

Labels of similar weight stand side by side; a figure stands beside the points of its line; a list that does not fit
is split in balance. Order is always the outline's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from briefdeck.compose.deck.figures import owned, said, stressed, with_sentence
from briefdeck.compose.deck.fit import Fitted, Fitter
from briefdeck.compose.deck.items import (
    figure_item,
    line_item,
    moment_items,
    point_item,
    quote_items,
    side_items,
    under_label,
)
from briefdeck.compose.deck.layout_parts import IN_ROWS, SIDE_BY_SIDE
from briefdeck.compose.deck.lists import CannotFit, Lister
from briefdeck.compose.deck.restated import as_labels, below_title
from briefdeck.compose.deck.seating import Comfort, Item, Kind, Seat, Seating
from briefdeck.compose.deck.split import announces, balanced, with_heads
from briefdeck.compose.deck.stretches import LARGE_GROUP, is_some_words, stops, stretches, weight
from briefdeck.compose.deck.tables import largest_cell, table_items, table_ref
from briefdeck.compose.deck.turns import take_turns
from briefdeck.model.media import Media
from briefdeck.model.outline import Chart, Figure, Point, Section, Table
from briefdeck.model.page import Part, Ref
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

_MOST_TOGETHER = 5  # labels on a slide
_ALONE = 1.7  # what a label on a slide of its own costs, where a shared slide costs about 1
_ALIKE = 1.25  # what it may cost, in slides, to have all labels of a section in layouts of one kind
_MUCH_LARGER = 1.15  # so much larger must a picture be shown in a layout further down the table
_MANY_LABELS = 3  # from so many on, labels of one sentence stay together and their figures follow


Deal: TypeAlias = list[tuple[int, Fitted | None]]
"""How many labels stand on each slide, and in which layout."""


class Draft(NamedTuple):
    """A slide that has its content and no title yet."""

    fitted: Fitted
    label: str = ""  # the label that titles it; "": the section's title does
    labels: tuple[str, ...] = ()  # the labels on its cards
    split: bool = False  # one of several parts of what would not fit one slide
    beside: tuple[Item, ...] = ()  # the caption of its table, chart or picture


class Arranger:
    """Arranges the content of one section. `figures_label` titles figures that belong to no slide of points.

    `numbers` are those of steps, by the identity of their points.
    """

    def __init__(
        self,
        fitter: Fitter,
        section: Section,
        figures_label: str,
        *,
        media: Mapping[str, Media] = MappingProxyType({}),
        numbers: Mapping[int, int] = MappingProxyType({}),
        lang: str = "",
    ) -> None:
        self._lang = lang
        self._media = media
        self._fitter = fitter
        self._section = section
        self._numbers = numbers
        self._figures_label = figures_label
        self._lister = Lister(fitter, section.layout)
        self.announcing: Point | None = None  # the last point, where it announces what no longer is in the section
        self.restated: Point | None = None  # the only point, where it says what the title says
        self.redrawn = ""  # what the chart became, where its names find no room in the kind that it should be
        self.said: tuple[Figure, ...] = ()  # figures that no slide shows large, since a point says their number

    def drafts(self, *, figures_apart: bool = False) -> list[Draft]:
        """The slides of the section itself, subsections left out. Raises CannotFit."""
        section = self._section
        pictured = self._pictured()
        points, self.restated = ((), None) if pictured else below_title(section)
        if len(points) > 1 and _only_announces(points[-1]):
            points, self.announcing = points[:-1], points[-1]
        by_point = {} if figures_apart else owned(points, section.figures)
        drafts = [*pictured]
        loose = [figure for figure in section.figures if all(figure not in figures for figures in by_point.values())]
        for start, stop, labelled in stretches(points, set(by_point)):
            stretch = points[start:stop]
            figures = {index - start: by_point[index] for index in range(start, stop) if index in by_point}
            made, left = self._labelled(stretch, figures) if labelled else self._plain(stretch, figures)
            drafts += made
            loose += left
        drafts += self._compared()
        self.said = () if figures_apart else tuple(figure for figure in loose if said(figure, points))
        drafts += self._figures([figure for figure in loose if figure not in self.said])
        drafts += self._listed(moment_items(section))
        drafts += self._listed(quote_items(section))
        drafts += self._tables()
        drafts += self._charts()
        if not pictured:
            drafts += self._pictures()
        return drafts

    def _listed(self, items: Sequence[Item], *, label: str = "") -> list[Draft]:
        parts = self._lister.listed(items)
        return [Draft(fitted=part, label=label, split=len(parts) > 1) for part in parts]

    def _labelled(self, groups: Sequence[Point], figures: dict[int, list[Figure]]) -> tuple[list[Draft], list[Figure]]:
        """Labels: those of some weight that have a figure on slides of their own, those between them side by side."""
        drafts: list[Draft] = []
        loose: list[Figure] = []
        start = 0
        for index, group in enumerate(groups):
            beside = None
            if index in figures and (len(groups) < _MANY_LABELS or weight(group) > 1):
                beside = self._beside(self._under(group), figures[index])
            if beside is None:
                loose += figures.get(index, ())
                continue
            drafts += self._groups(groups[start:index])
            drafts.append(Draft(fitted=beside, label=group.label))
            start = index + 1
        return [*drafts, *self._groups(groups[start:])], loose

    def _groups(self, groups: Sequence[Point]) -> list[Draft]:
        """Labels side by side on as few slides as can be, those that fit nowhere on their own, else all in one list."""
        items = self._items(groups)
        if items and (wanted := self._lister.wanted(items)):
            return [Draft(fitted=wanted)]
        dealt = self._dealt(items)
        drafts = []
        start = 0
        for size, fitted in dealt:
            together = groups[start : start + size]
            if fitted:
                labels = tuple(group.label for group in together)
                drafts.append(Draft(fitted=fitted, labels=labels, split=len(dealt) > 1))
            else:
                drafts += self._own(together[0])
            start += size
        if any(not fitted for _, fitted in dealt) and all(weight(group) < LARGE_GROUP for group in groups):
            listed = self._listed(items)
            return listed if len(listed) + 1 < len(drafts) else drafts
        return drafts

    def _dealt(self, items: Sequence[Item]) -> Deal:
        """How many neighbours share a slide, in order, and their layout; None for one that stands alone.

        Layouts of one kind throughout, where that takes hardly more slides than the best of all. What people say in
        turn, and what happens hour by hour, is read downwards.
        """
        if take_turns([item.words[0].text for item in items]):
            _, rows = self._cheapest(items, IN_ROWS)
            if all(fitted for _, fitted in rows):
                return rows
        best_cost, best = self._cheapest(items, "")
        kinds = dict.fromkeys(fitted.seating.why for _, fitted in best if fitted)
        if len(kinds) > 1:
            for kind in kinds:
                cost, deal = self._cheapest(items, kind)
                if cost < best_cost + _ALIKE and all(fitted for _, fitted in deal):
                    return deal
        return best

    def _cheapest(self, items: Sequence[Item], kind: str) -> tuple[float, Deal]:
        """The deal of few slides, few labels alone and similar numbers; of layouts of this kind where one is given."""
        lone: tuple[int, Fitted | None] = (1, None)
        costs = [0.0]
        lasts: Deal = []
        for stop in range(1, len(items) + 1):
            cost, last = costs[-1] + _ALONE, lone
            for size in range(2, min(_MOST_TOGETHER, stop) + 1):
                dealt = costs[stop - size] + 1 + (_MOST_TOGETHER - size) ** 2 / 100
                if dealt >= cost:
                    continue
                fitted = self._lister.choose(items[stop - size : stop], why=kind)
                if fitted and not any(seat.many for seat in fitted.seating.seats):
                    cost, last = dealt, (size, fitted)
            costs.append(cost)
            lasts.append(last)
        deal: Deal = []
        stop = len(items)
        while stop:
            deal.append(lasts[stop - 1])
            stop -= deal[-1][0]
        return costs[-1], deal[::-1]

    def _items(self, groups: Sequence[Point]) -> list[Item]:
        return [self._item(group) for group in groups]

    def _item(self, point: Point) -> Item:
        return stressed(point_item(point, self._section.id, self._numbers.get(id(point), 0)), self._section.figures)

    def _under(self, group: Point) -> tuple[Item, ...]:
        return tuple(stressed(item, self._section.figures) for item in under_label(group, self._section.id))

    def _own(self, group: Point) -> list[Draft]:
        """A label on slides of its own, as their title."""
        return self._listed(self._under(group), label=group.label)

    def _plain(self, points: Sequence[Point], figures: dict[int, list[Figure]]) -> tuple[list[Draft], list[Figure]]:
        """Points in a list; the first figure takes its point and some neighbours to a slide of their own."""
        if len(points) == 1:
            return self._single(points[0], figures.get(0, ()))
        items = with_heads(self._items(points))
        labels = () if figures or self._section.layout else as_labels(items)
        if labels and (beside := self._fitter.choose(labels, why=SIDE_BY_SIDE)):
            return [Draft(fitted=beside)], []
        for index in sorted(figures):
            for stop in stops(len(items), index):
                if beside := self._beside(items[index:stop], figures[index]):
                    rest = {at - stop: found for at, found in figures.items() if at >= stop}
                    after, loose = self._plain(points[stop:], rest)
                    passed = [one for at in figures if at < stop and at != index for one in figures[at]]
                    return [*self._listed(items[:index]), Draft(fitted=beside), *after], [*passed, *loose]
        return self._listed(items), [figure for found in figures.values() for figure in found]

    def _single(self, point: Point, figures: Sequence[Figure]) -> tuple[list[Draft], list[Figure]]:
        """One point or label; what stands under a label stands below it instead of a level deeper."""
        items = [self._item(point)]
        words = items[0].in_list
        if point.is_group and point.points:
            first, *others = self._under(point)
            items = [Item(kind=Kind.BRANCH, words=(words[0], *first.in_list)), *others]
        elif point.label and point.say:
            items = [Item(kind=Kind.BRANCH if len(words) > 1 else Kind.POINT, words=words)]
        if figures and (beside := self._beside(items, figures)):
            return [Draft(fitted=beside)], []
        return self._listed(items), list(figures)

    def _beside(self, items: Sequence[Item], figures: Sequence[Figure]) -> Fitted | None:
        """A point's only figure with what belongs to it; several numbers of one sentence make sense within it."""
        if len(figures) > 1 or not (together := with_sentence(figures[0], items, self._section.id)):
            return None
        beside = [words for item in together[1:] for words in item.in_list]
        if len(beside) == 1 and is_some_words(beside[0].text):
            return None  # lost on a panel as high as the slide
        return self._lister.choose(together)

    def _figures(self, figures: Sequence[Figure]) -> list[Draft]:
        """Figures that stand beside no points: up to three on a slide."""
        items = [figure_item(figure, self._section.id) for figure in dict.fromkeys(figures)]
        label = self._figures_label if len(items) > 1 else ""
        for size in (3, 2, 1):
            parts = balanced(items, [1.0] * len(items), -(-len(items) // size)) if items else []
            fitted = [self._lister.choose(part) for part in parts]
            if all(fitted):
                return [Draft(fitted=one, label=label, split=len(parts) > 1) for one in fitted if one]
        return self._listed(items, label=label)

    def _tables(self) -> list[Draft]:
        """The table, its rows over as many slides as they need."""
        if not (self._section.table and self._section.table.rows):
            return []
        return self._table(self._section.table, table_ref(self._section))

    def _table(self, table: Table, ref: Ref) -> list[Draft]:
        seat = self._fitter.seat_for(Kind.TABLE)
        items = table_items(table, self._section.title, ref, self._fitter.measure, seat)
        if not items:
            row, column = largest_cell(table, self._fitter.measure, seat)
            cell = (table.header, *table.rows)[row][column]
            raise CannotFit(line_item(Kind.TABLE, cell, ref), table.place(row, column))
        tables = [Draft(fitted=self._lister.alone(item), split=len(items) > 1) for item in items]
        return self._captioned(tables, table.caption, ref)

    def _charts(self) -> list[Draft]:
        """The chart, with the line that says what to see in it.

        Where its names find no room it lies down, since bars have the most for them, or is a table of its numbers.
        """
        chart = self._section.chart
        if not (chart and chart.series):
            return []
        from briefdeck.compose.chart.data import chart_caption, faults_of, lain, tabled
        from briefdeck.compose.deck.charts import chart_ref

        if any(faults_of(chart, self._lang)):
            return []  # said already
        ref = chart_ref(self._section)
        for one in filter(None, (chart, lain(chart))):
            for reading in dict.fromkeys((one.reading, "")):
                if fitted := self._drawn(replace(one, reading=reading)):
                    self.redrawn = "" if one is chart else "bars that lie"
                    drawn = self._captioned([Draft(fitted=fitted)], chart_caption(chart, self._section.title), ref)
                    return drawn if reading == chart.reading else [*self._read(chart.reading, ref), *drawn]
        self.redrawn = "a table of its numbers"
        return [*(self._read(chart.reading, ref) if chart.reading else ()), *self._table(tabled(chart), ref)]

    def _drawn(self, chart: Chart) -> Fitted | None:
        """The chart on a slide, None where its words find no room."""
        from briefdeck.compose.deck.charts import chart_items

        content = {Kind.CHART, Kind.READING} if chart.reading else {Kind.CHART}
        seat, below = self._fitter.seat_of(Kind.CHART, content)
        section = replace(self._section, chart=chart)
        items = chart_items(section, self._fitter, seat, lang=self._lang, spare=below)
        if not items:
            return None
        return self._lister.choose(items) or self._fitter.choose(items, comfort=Comfort.ANY)

    def _read(self, reading: str, ref: Ref) -> list[Draft]:
        """What to see in a chart, on a slide before it."""
        return self._listed((line_item(Kind.READING, reading, ref),))

    def _pictures(self) -> list[Draft]:
        """The picture on a slide of its own: of the layouts for one, that which shows most of it."""
        picture = self._section.picture
        if not (picture and picture.file in self._media):
            return []
        from briefdeck.compose.deck.pictures import area, picture_item, picture_ref

        media = self._media[picture.file]
        made_for_one = [seating for seating in self._fitter.layouts if seating.content == {Kind.PICTURE}]
        wanted = [seating for seating in made_for_one if seating.layout.name == self._section.layout]
        best: tuple[float, Fitted] | None = None
        for seating in wanted or made_for_one:
            item = picture_item(self._section, media, _picture_seat(seating))
            fitted = self._fitter.choose((item,), only=seating.layout.name, comfort=Comfort.ANY)
            if fitted and (best is None or area(item) > best[0] * _MUCH_LARGER):
                best = area(item), fitted
        if best is None:
            raise CannotFit(line_item(Kind.PICTURE, picture.file, picture_ref(self._section)), picture.at)
        return self._captioned([Draft(fitted=best[1])], picture.caption, picture_ref(self._section))

    def _pictured(self) -> list[Draft]:
        """The picture beside all the points of the section, where these are few and nothing else stands with them."""
        section, picture = self._section, self._section.picture
        if not (picture and picture.file in self._media and section.points) or section.figures:
            return []
        from briefdeck.compose.deck.pictures import picture_item, picture_ref

        for seating in self._fitter.layouts:
            if Kind.PICTURE in seating.content and Kind.POINT in seating.content:
                item = picture_item(section, self._media[picture.file], _picture_seat(seating))
                points = self._items(section.points)
                wanted = section.layout == seating.layout.name
                fitted = self._fitter.fit(seating, (*points, item), comfort=Comfort.ANY if wanted else Comfort.EASY)
                if fitted and section.layout in ("", seating.layout.name):
                    return self._captioned([Draft(fitted=fitted)], picture.caption, picture_ref(section))
        return []

    def _captioned(self, drafts: Sequence[Draft], text: str, ref: Ref) -> list[Draft]:
        """The drafts with their caption; where they have no room for it, it follows them."""
        if not text:
            return list(drafts)
        caption = line_item(Kind.CAPTION, text, replace(ref, part=Part.CAPTION))
        seats = [draft.fitted.seating.seat(Kind.CAPTION) for draft in drafts]
        if all(seat and self._fitter.holds(seat, caption) for seat in seats):
            return [replace(draft, beside=(caption,)) for draft in drafts]
        return [*drafts, *self._listed((caption,))]

    def _compared(self) -> list[Draft]:
        """The sides of a comparison beside each other, else one after the other under their labels."""
        section = self._section
        sides = side_items(section)
        if not sides:
            return []
        if together := self._lister.choose(sides):
            return [Draft(fitted=together)]
        groups = [Point(label=side.label, points=side.points) for side in section.compare]
        return [draft for group in groups for draft in self._listed(under_label(group, section.id), label=group.label)]


def _picture_seat(seating: Seating) -> Seat:
    return next(seat for seat in seating.seats if Kind.PICTURE in seat.takes)


def _only_announces(point: Point) -> bool:
    return not (point.label or point.points or point.more) and announces(point.shown)
