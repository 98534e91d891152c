"""Bytes of a CSV file to rows: whatever a spreadsheet of any country saves, each fault at its line of the file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from briefdeck.errors import BriefdeckError, Position, Problem
from briefdeck.named import NamedTuple
from briefdeck.text.note import decoded

MOST_ROWS = 2_000
MOST_COLUMNS = 60
_DELIMITERS = ",;\t|"
_SAMPLE = 64  # records that tell the delimiter
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a spreadsheet (.xlsx, .ods) or a zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old spreadsheet (.xls)"),
    (b"%PDF-", "a PDF file"),
)
_SAVE = "in the spreadsheet: save as CSV (UTF-8), and name that file"


class CsvTable(NamedTuple):
    """The cells of a file, its first row the header; every row has as many cells as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]  # the line of the file that each row begins on
    header_line: int = 1
    remarks: tuple[Problem, ...] = ()


def read_csv(data: bytes, name: str) -> CsvTable:
    """The table in `data`. Raises BriefdeckError with every fault: no text, no rows, rows of other lengths."""
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise BriefdeckError([Problem("BD810", f"this is {what}, not a CSV file", Position(name), _SAVE)])
    text, remarks = decoded(data, name, _SAVE)
    first, _, rest = text.partition("\n")
    skipped = 0
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:  # Excel's own hint to itself
        delimiter, text, skipped = first.strip()[4], rest, 1
    else:
        delimiter = _delimiter(text)
    records = _records(text, delimiter, name, skipped)
    if len(records) < 2:
        found = "nothing" if not records else "only a first row"
        hint = "the first row names the columns, the others hold the cells"
        raise BriefdeckError([Problem("BD811", f"there is {found} in this CSV file", Position(name), hint)])
    return _table(records, name)._replace(remarks=remarks)


def _records(text: str, delimiter: str, name: str, skipped: int) -> list[tuple[int, list[str]]]:
    """Rows that hold anything, each with its line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    records: list[tuple[int, list[str]]] = []
    begins = 1
    try:
        for record in reader:
            if any(cell.strip() for cell in record):
                records.append((begins + skipped, [" ".join(cell.split()) for cell in record]))
            if len(records) > MOST_ROWS + 1:
                message = f"this CSV file has more than {MOST_ROWS:,} rows"
                raise BriefdeckError([Problem("BD812", message, Position(name), "keep the rows that the class needs")])
            begins = reader.line_num + 1
    except csv.Error as error:
        at = Position(name, begins + skipped)
        hint = 'a cell that begins with " must end with one; a " within it is written twice'
        raise BriefdeckError([Problem("BD813", _fault(error), at, hint)]) from None
    return records


def _fault(error: csv.Error) -> str:
    if "field limit" in str(error):
        return f"a cell has more than {csv.field_size_limit():,} characters: a quotation mark may be missing at its end"
    return "a quotation mark is out of place"


def _table(records: Sequence[tuple[int, list[str]]], name: str) -> CsvTable:
    (header_line, header), *rest = records
    while header and not header[-1] and all(not any(row[len(header) - 1 :]) for _, row in rest):
        header = header[:-1]  # empty columns at the right, which spreadsheets save for as long as they were touched
    if len(header) > MOST_COLUMNS:
        message = f"this CSV file has {len(header)} columns, more than {MOST_COLUMNS}"
        raise BriefdeckError([Problem("BD812", message, Position(name, header_line), "keep the columns that matter")])
    faults = list(_ragged(rest, len(header), name))
    if faults:
        raise BriefdeckError(faults)
    return CsvTable(
        header=tuple(header),
        rows=tuple(tuple(row[: len(header)]) for _, row in rest),
        lines=tuple(line for line, _ in rest),
        header_line=header_line,
    )


def _ragged(rows: Sequence[tuple[int, list[str]]], wanted: int, name: str) -> Iterator[Problem]:
    for line, row in rows:
        if len(row) < wanted or any(row[wanted:]):
            cells = "1 cell" if len(row) == 1 else f"{len(row)} cells"
            hint = "put a text that holds the separator in quotes, and leave no cell out"
            yield Problem("BD814", f"this row has {cells}, the first row {wanted}", Position(name, line), hint)


def _delimiter(text: str) -> str:
    """The mark that cuts the first rows into the same number of cells, and into the most."""

    def rank(delimiter: str) -> tuple[float, int, int]:
        counts = _counts(text, delimiter)
        most = max(set(counts), key=lambda count: (counts.count(count), count), default=1)
        agreeing = counts.count(most) / len(counts) if counts and most > 1 else 0.0
        return agreeing, most, -_DELIMITERS.index(delimiter)

    return max(_DELIMITERS, key=rank)


def _counts(text: str, delimiter: str) -> list[int]:
    counts: list[int] = []
    try:
        for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if any(cell.strip() for cell in record):
                counts.append(len(record))
            if len(counts) == _SAMPLE:
                break
    except csv.Error:
        pass
    return counts
