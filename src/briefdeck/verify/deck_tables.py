"""Tables of a deck as they are read back: cells row by row, and what decides how they are read and seen."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from briefdeck.verify.deck_colors import Ground, Palette
from briefdeck.verify.deck_file import DeckParagraph, DeckTable
from briefdeck.verify.deck_style import ancestry, paragraphs, text_of
from briefdeck.verify.deck_xml import EMU_PER_POINT, qn

_MARGIN = 91440  # EMU left and right in a cell that says nothing else


def table_of(element: _Element) -> DeckTable | None:
    """The table of a graphic frame; None when it holds another thing."""
    table = element.find(f".//{qn('a:tbl')}")
    if table is None:
        return None
    properties = table.find(qn("a:tblPr"))
    rows, hidden, lost = [], [], [0]
    for row in table.iterchildren(qn("a:tr")):
        cells = []
        for cell in row.iterchildren(qn("a:tc")):
            text = " ".join(map(text_of, cell.iterfind(f"{qn('a:txBody')}/{qn('a:p')}")))
            cells.append(text)
            lost.append(_lost_at_sides(cell.find(qn("a:tcPr"))) if text.strip() else 0)
            if text.strip() and any(cell.get(key) in ("1", "true") for key in ("hMerge", "vMerge")):
                hidden.append(text)
        rows.append(tuple(cells))
    widths = [int(column.get("w", "0")) for column in table.iterfind(f"{qn('a:tblGrid')}/{qn('a:gridCol')}")]
    return DeckTable(
        rows=tuple(rows),
        names_columns=properties is not None and properties.get("firstRow") in ("1", "true"),
        right_to_left=properties is not None and properties.get("rtl") in ("1", "true"),
        merged_away=tuple(hidden),
        narrowest=(min(widths, default=0) - max(lost)) / EMU_PER_POINT,
    )


def _lost_at_sides(properties: _Element | None) -> int:
    """By how much the margins of a cell are wider than they usually are."""
    if properties is None:
        return 0
    return max(0, sum(int(properties.get(side) or _MARGIN) - _MARGIN for side in ("marL", "marR")))


def words_of_cells(element: _Element, master: _Element, colors: Palette) -> Iterator[DeckParagraph]:
    """The paragraphs in the cells of a graphic frame; in cells with a colour of their own, with their contrast."""
    for cell in element.iter(qn("a:tc")):
        body = cell.find(qn("a:txBody"))
        fill = colors.of(cell.find(f"{qn('a:tcPr')}/{qn('a:solidFill')}"))
        if body is not None:
            yield from paragraphs(ancestry(body, (), master, ""), None if fill is None else Ground(colors, fill))
