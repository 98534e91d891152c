"""Tables of a deck as they are read back: cells row by row, and what decides how they are read and seen."""

from __future__ import annotations

from lxml.etree import _Element

from briefdeck.verify.deck_file import DeckTable
from briefdeck.verify.deck_style import text_of
from briefdeck.verify.deck_xml import EMU_PER_POINT, qn


def table_of(element: _Element) -> DeckTable | None:
    """The table of a graphic frame; None when it holds another thing."""
    table = element.find(f".//{qn('a:tbl')}")
    if table is None:
        return None
    properties = table.find(qn("a:tblPr"))
    rows, hidden = [], []
    for row in table.iterchildren(qn("a:tr")):
        cells = []
        for cell in row.iterchildren(qn("a:tc")):
            text = " ".join(map(text_of, cell.iterfind(f"{qn('a:txBody')}/{qn('a:p')}")))
            cells.append(text)
            if text.strip() and any(cell.get(key) in ("1", "true") for key in ("hMerge", "vMerge")):
                hidden.append(text)
        rows.append(tuple(cells))
    widths = [int(column.get("w", "0")) for column in table.iterfind(f"{qn('a:tblGrid')}/{qn('a:gridCol')}")]
    return DeckTable(
        rows=tuple(rows),
        names_columns=properties is not None and properties.get("firstRow") in ("1", "true"),
        right_to_left=properties is not None and properties.get("rtl") in ("1", "true"),
        merged_away=tuple(hidden),
        narrowest=min(widths, default=0) / EMU_PER_POINT,
    )
