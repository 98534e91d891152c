"""Tables of a deck as they are read back: cells row by row, and what decides how they are read and seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from lxml.etree import _Element

from briefdeck.model.values import replace
from briefdeck.verify.archive import parse
from briefdeck.verify.deck_colors import Ground, fill_of
from briefdeck.verify.deck_file import DeckParagraph, DeckTable
from briefdeck.verify.deck_style import ancestry, paragraphs, text_of
from briefdeck.verify.deck_xml import EMU_PER_POINT, qn
from briefdeck.verify.text_height import text_height

if TYPE_CHECKING:
    from pptx.opc.package import Part

Cells: TypeAlias = Sequence[tuple[_Element, tuple[DeckParagraph, ...]]]
"""Every cell of a table with its paragraphs, row by row."""

_MARGIN = 91440  # EMU left and right in a cell that says nothing else
_ABOVE = 45720  # EMU above and below


class TableStyles:
    """The looks of tables that the deck brings along, by their ids; those that PowerPoint has built in are unknown."""

    def __init__(self, deck: Part) -> None:
        parts = (relation.target_part for relation in deck.rels.values() if relation.reltype.endswith("/tableStyles"))
        styles = (style for part in parts for style in parse(part.blob))
        self._by_id = {style.get("styleId", ""): style for style in styles}

    def parts_of(self, table: _Element, row: int) -> list[_Element]:
        """What says how the cells of a row look, nearest first; nothing for a look that is not known."""
        properties = table.find(qn("a:tblPr"))
        style = None if properties is None else self._by_id.get(properties.findtext(qn("a:tableStyleId"), ""))
        if style is None or properties is None:
            return []
        headed = _is_on(properties, "firstRow")
        names = ["firstRow"] if headed and not row else []
        if _is_on(properties, "bandRow") and not names:
            names.append("band2H" if (row - headed) % 2 else "band1H")
        found = (style.find(qn(f"a:{name}")) for name in (*names, "wholeTbl"))
        return [one for one in found if one is not None]


def cells_of(element: _Element, master: _Element, ground: Ground, styles: TableStyles) -> Cells:
    """The cells of a graphic frame that holds a table, on the ground that the frame stands on."""
    found: list[tuple[_Element, tuple[DeckParagraph, ...]]] = []
    for table in element.iter(qn("a:tbl")):
        for number, row in enumerate(table.iterchildren(qn("a:tr"))):
            looks = styles.parts_of(table, number)
            for cell in row.iterchildren(qn("a:tc")):
                body = cell.find(qn("a:txBody"))
                below = _ground(cell, looks, ground)
                if body is not None:
                    found.append((cell, tuple(paragraphs(ancestry(body, (), master, ""), below))))
    return found


def _ground(cell: _Element, looks: Sequence[_Element], ground: Ground) -> Ground | None:
    """What the words of a cell stand on, and their ink, by the cell itself and then by the look of its table."""
    fills = [fill_of(cell.find(qn("a:tcPr")))]
    fills += [fill_of(look.find(f"{qn('a:tcStyle')}/{qn('a:fill')}")) for look in looks]
    inks = (look.find(f"{qn('a:tcTxStyle')}/{qn('a:schemeClr')}") for look in looks)
    ink = next((one for one in inks if one is not None), None)
    below = replace(ground, ink=None if ink is None else ground.palette.named(ink))
    own = next((fill for fill in fills if fill is not None), None)
    if own is not None and own.tag != qn("a:noFill"):
        below = replace(below, colors=ground.palette.all_of(own, ground.colors or ((1.0, 1.0, 1.0),)))
    return below if below.colors and (looks or own is not None) else None


def table_of(element: _Element, cells: Cells) -> DeckTable | None:
    """The table of a graphic frame; None when it holds another thing."""
    table = element.find(f".//{qn('a:tbl')}")
    if table is None:
        return None
    properties = table.find(qn("a:tblPr"))
    widths = [int(column.get("w", "0")) for column in table.iterfind(f"{qn('a:tblGrid')}/{qn('a:gridCol')}")]
    said = {id(cell): words for cell, words in cells}
    rows, hidden, lost, height = [], [], [0], 0.0
    for row in table.iterchildren(qn("a:tr")):
        texts, needs = [], [int(row.get("h", "0")) / EMU_PER_POINT]
        for place, cell in enumerate(row.iterchildren(qn("a:tc"))):
            text = " ".join(map(text_of, cell.iterfind(f"{qn('a:txBody')}/{qn('a:p')}")))
            texts.append(text)
            lost.append(_lost_at_sides(cell.find(qn("a:tcPr"))) if text.strip() else 0)
            needs.append(_need(cell, said.get(id(cell), ()), widths[place:]))
            if text.strip() and any(cell.get(key) in ("1", "true") for key in ("hMerge", "vMerge")):
                hidden.append(text)
        rows.append(tuple(texts))
        height += max(needs)
    return DeckTable(
        rows=tuple(rows),
        names_columns=properties is not None and _is_on(properties, "firstRow"),
        right_to_left=properties is not None and _is_on(properties, "rtl"),
        merged_away=tuple(hidden),
        narrowest=(min(widths, default=0) - max(lost)) / EMU_PER_POINT,
        width=sum(widths) / EMU_PER_POINT,
        height=height,
    )


def _need(cell: _Element, said: Sequence[DeckParagraph], widths: Sequence[int]) -> float:
    """The least height of a cell in points; one that goes over several rows asks nothing of its own."""
    if int(cell.get("rowSpan") or 1) > 1 or not any(one.text.strip() for one in said):
        return 0.0
    properties = cell.find(qn("a:tcPr"))
    room = sum(widths[: int(cell.get("gridSpan") or 1)]) - sum(_margins(properties, ("marL", "marR"), _MARGIN))
    return text_height(said, room / EMU_PER_POINT) + sum(_margins(properties, ("marT", "marB"), _ABOVE)) / EMU_PER_POINT


def _margins(properties: _Element | None, sides: Sequence[str], usual: int) -> Iterator[int]:
    return (usual if properties is None else int(properties.get(side) or usual) for side in sides)


def _lost_at_sides(properties: _Element | None) -> int:
    """By how much the margins of a cell are wider than they usually are."""
    return max(0, sum(_margins(properties, ("marL", "marR"), _MARGIN)) - 2 * _MARGIN)


def _is_on(properties: _Element, name: str) -> bool:
    return properties.get(name) in ("1", "true")
