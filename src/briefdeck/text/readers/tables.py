"""Tables of a document: rows of cells where they hold data, plain paragraphs where they only lay out the page."""

from __future__ import annotations

from briefdeck.text.readers.paragraphs import Paragraph

MOST_COLUMNS = 60
"""Columns of a table that is read as one."""

_LONGEST_CELL = 400  # characters; a cell with more is a part of a page


def table_paragraphs(rows: list[list[list[Paragraph]]], widths: list[list[int]]) -> list[Paragraph]:
    """The table as rows of equal length, or its paragraphs in reading order when it is no table of data.

    `rows` holds, for each row and each of its cells, the paragraphs in it; `widths` how many columns each cell spans.
    """
    filled = [(cells, spans) for cells, spans in zip(rows, widths, strict=True) if any(any(cell) for cell in cells)]
    columns = max((sum(spans) for _, spans in filled), default=0)
    if not _holds_data([cells for cells, _ in filled], columns):
        return [paragraph for cells, _ in filled for cell in cells for paragraph in cell]
    found: list[Paragraph] = []
    for cells, spans in filled:
        texts: list[str] = []
        for cell, span in zip(cells, spans, strict=True):
            texts += [" ".join(each.text for each in cell if not each.skip), *([""] * (span - 1))]
        found.append(Paragraph("", cells=tuple(texts + [""] * (columns - len(texts))), gap=not found))
        found += [each for cell in cells for each in cell if each.picture]
    return found


def _holds_data(rows: list[list[list[Paragraph]]], columns: int) -> bool:
    if not 2 <= columns <= MOST_COLUMNS or len(rows) < 2:
        return False
    cells = [cell for row in rows for cell in row]
    if any(each.heading or each.cells for cell in cells for each in cell):
        return False  # headings and tables inside: the page is laid out with it
    if any(sum(len(each.text) for each in cell) > _LONGEST_CELL for cell in cells):
        return False
    return sum(1 for cell in cells if cell) > 0.5 * len(cells)
