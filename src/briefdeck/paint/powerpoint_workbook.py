"""The workbook inside a chart, which PowerPoint opens for "Edit Data": categories in column A, then the series."""

from __future__ import annotations

from briefdeck.model.page import ChartContent
from briefdeck.paint.powerpoint_xml import HEADER
from briefdeck.paint.stable import archive
from briefdeck.paint.xml_text import escape

SHEET = "Sheet1"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_FIRST_FREE_FORMAT = 164  # below it are the spreadsheet's own


def workbook(chart: ChartContent) -> bytes:
    """An .xlsx file with the numbers of the chart, always the same bytes."""
    texts: dict[str, int] = {}
    sheet = _sheet(chart, texts)
    parts = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
            f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/></Types>'
        ),
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
            f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _relations(
            ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")
        ),
        "xl/worksheets/sheet1.xml": sheet,
        "xl/styles.xml": _styles(chart.number_format),
        "xl/sharedStrings.xml": _strings(texts),
    }
    return archive((name, (HEADER + xml).encode()) for name, xml in parts.items())


def column_name(number: int) -> str:
    """The letters of the nth column, from 1: A, Z, AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def number_text(value: float) -> str:
    """A number as spreadsheets and charts store it."""
    return format(value, ".15g")


def _sheet(chart: ChartContent, texts: dict[str, int]) -> str:
    rows = [_row(1, ("", *(series.name for series in chart.series)), texts)]
    for index, category in enumerate(chart.categories):
        rows.append(_row(index + 2, (category, *(series.values[index] for series in chart.series)), texts))
    last = f"{column_name(len(chart.series) + 1)}{len(chart.categories) + 1}"
    return (
        f'<worksheet xmlns="{_MAIN}"><dimension ref="A1:{last}"/><cols><col min="1" max="1" width="28" '
        f'customWidth="1"/></cols><sheetData>{"".join(rows)}</sheetData></worksheet>'
    )


def _row(number: int, cells: tuple[str | float | None, ...], texts: dict[str, int]) -> str:
    written = ""
    for column, cell in enumerate(cells, start=1):
        place = f"{column_name(column)}{number}"
        if isinstance(cell, str):
            if cell:
                written += f'<c r="{place}" t="s"><v>{texts.setdefault(cell, len(texts))}</v></c>'
        elif cell is not None:
            written += f'<c r="{place}" s="1"><v>{number_text(cell)}</v></c>'
    return f'<row r="{number}">{written}</row>'


def _strings(texts: dict[str, int]) -> str:
    items = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in texts)
    return f'<sst xmlns="{_MAIN}" count="{len(texts)}" uniqueCount="{len(texts)}">{items}</sst>'


def _styles(number_format: str) -> str:
    """The least that a spreadsheet accepts, and one style of cell for the numbers."""
    number = _FIRST_FREE_FORMAT
    plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    return (
        f'<styleSheet xmlns="{_MAIN}"><numFmts count="1"><numFmt numFmtId="{number}" '
        f'formatCode="{escape(number_format)}"/></numFmts>'
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="2">{plain}<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0" '
        'applyNumberFormat="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _relations(*relations: tuple[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(relations, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'
