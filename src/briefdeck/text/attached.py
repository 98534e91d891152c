"""The files that an outline names: numbers and cells are read into it, pictures stand beside it by their names.

Whoever opens files asks `named_files` what is wanted and gives the bytes to `attach`; nothing here touches the disk.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from briefdeck.errors import BriefdeckError, Position, Problem, Severity
from briefdeck.model.media import Media
from briefdeck.model.numbers import read_numbers
from briefdeck.model.outline import Chart, NamedFile, Outline, Section, Series, Table, named_files
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple
from briefdeck.text.csv_table import CsvTable, read_csv
from briefdeck.text.picture import read_picture

Kind = TypeVar("Kind", Table, Chart)


class Attached(NamedTuple):
    """An outline with its cells and numbers, and its pictures by the names that it gives them."""

    outline: Outline
    media: Mapping[str, Media]
    remarks: tuple[Problem, ...] = ()


def attach(outline: Outline, files: Mapping[str, bytes], paths: Mapping[str, str] | None = None) -> Attached:
    """Read what the outline names from `files`, by the names that it uses. Raises BriefdeckError with all faults.

    `paths` are the names that messages use for CSV files, where these are other than in the outline.
    """
    reader = _Reader(files, paths or {}, outline.lang)
    sections = tuple(reader.section(section) for section in outline.sections)
    for named in named_files(outline):
        if named.what in ("picture", "logo"):
            reader.picture(named)
    if any(problem.severity is Severity.ERROR for problem in reader.problems):
        raise BriefdeckError(dict.fromkeys(reader.problems))
    return Attached(replace(outline, sections=sections), reader.media, tuple(dict.fromkeys(reader.problems)))


class _Reader:
    """Reads file after file, and collects what is wrong with them."""

    def __init__(self, files: Mapping[str, bytes], paths: Mapping[str, str], lang: str) -> None:
        self._files = files
        self._paths = paths
        self._lang = lang
        self.media: dict[str, Media] = {}
        self.problems: list[Problem] = []

    def section(self, section: Section) -> Section:
        """The section, its table and chart and those below it filled in."""
        changes: dict[str, object] = {}
        if section.table and section.table.file and (cells := self._cells(section.table, "table")):
            changes["table"] = self._table(section.table, cells)
        if section.chart and section.chart.file and (cells := self._cells(section.chart, "chart")):
            changes["chart"] = self._chart(section.chart, cells)
        if section.sections:
            changes["sections"] = tuple(self.section(below) for below in section.sections)
        return replace(section, **changes) if changes else section

    def picture(self, named: NamedFile) -> None:
        """One picture, once however often it is named."""
        if named.name in self.media or (data := self._bytes(named.name, named.what, named.at)) is None:
            return
        try:
            read = read_picture(data, named.name, named.at)
        except BriefdeckError as error:
            self.problems += error.problems
            return
        self.media[named.name] = read.media
        self.problems += read.remarks

    def _bytes(self, name: str, what: str, at: Position) -> bytes | None:
        if name not in self._files:
            hint = "give its bytes under that name, or take it out"
            self.problems.append(Problem("BD802", f"the {what} “{name}” is not among the files given", at, hint))
            return None
        return self._files[name]

    def _cells(self, thing: Kind, what: str) -> CsvTable | None:
        data = self._bytes(thing.file, what, thing.at)
        if data is None:
            return None
        try:
            cells = read_csv(data, self._path(thing))
        except BriefdeckError as error:
            self.problems += error.problems
            return None
        self.problems += cells.remarks
        return cells

    def _path(self, thing: Kind) -> str:
        return self._paths.get(thing.file, thing.file)

    def _table(self, table: Table, cells: CsvTable) -> Table:
        header_at, rows_at = self._places(table, cells)
        places = (header_at,) * len(cells.header)
        return replace(table, header=cells.header, rows=cells.rows, header_at=places, rows_at=rows_at)

    def _places(self, thing: Kind, cells: CsvTable) -> tuple[Position, tuple[Position, ...]]:
        """Where the header stands, and each row."""
        path = self._path(thing)
        return Position(path, cells.header_line), tuple(Position(path, line) for line in cells.lines)

    def _chart(self, chart: Chart, cells: CsvTable) -> Chart:
        """The first column names the categories, each further one is a series."""
        path = self._path(chart)
        if len(cells.header) < 2:
            message = "a chart needs two columns: names, then numbers"
            self.problems.append(Problem("BD815", message, Position(path, 1), "add a column of numbers"))
            return chart
        columns = list(zip(*cells.rows, strict=True))
        numbers = [cell for column in columns[1:] for cell in column]
        self.problems += self._faults(numbers, cells, path)
        header_at, rows_at = self._places(chart, cells)
        series = tuple(
            Series(name=name or f"{number}", values=tuple(column), at=header_at)
            for number, (name, column) in enumerate(zip(cells.header[1:], columns[1:], strict=True), start=1)
        )
        return replace(chart, categories=columns[0], series=series, categories_at=rows_at)

    def _faults(self, numbers: Sequence[str], cells: CsvTable, path: str) -> Iterator[Problem]:
        """Cells that are no numbers, each at its line."""
        read = read_numbers(numbers, self._lang)
        for place in read.faults:
            column, row = divmod(place, len(cells.rows))
            message = f"“{numbers[place]}” in the column “{cells.header[column + 1]}” is no number"
            hint = "write digits alone, with % at most; units go into the caption, an empty cell is a gap"
            yield Problem("BD816", message, Position(path, cells.lines[row]), hint)
