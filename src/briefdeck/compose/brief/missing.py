"""Characters that no font of the brief has, each said once with the place of the outline it stands in."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from briefdeck.compose.type.scripts import CJK, script_of
from briefdeck.compose.type.typeset import BriefFonts, missing_characters
from briefdeck.errors import Position, Problem, Severity
from briefdeck.model.outline import Outline, section_points, walk_sections
from briefdeck.model.page import ChartContent, ChartLabel, Page, Paragraph, Ref, Span, TableContent, Text, TextStyle

_EACH = 3
"""So many characters get a warning each; more are said in one."""


def missing(page: Page, style: TextStyle, faces: BriefFonts, outline: Outline) -> tuple[Problem, ...]:
    """Warnings about the characters on the page that could not be set."""
    shown = sorted({character for text in _texts(page) for character in text if not character.isascii()})
    if not shown:
        return ()
    paragraph = Paragraph(spans=(Span(text=" ".join(shown)),), style=style, ref=Ref(""))
    found = missing_characters(paragraph, faces, outline.lang)
    if len(found) > _EACH:
        some = "".join(found[:_EACH])
        return (_warning(f"no font here has {len(found)} of the characters, “{some}” among them", found[0], outline),)
    return tuple(_warning(f"no font here has the character “{one}”, {_name(one)}", one, outline) for one in found)


def _warning(message: str, character: str, outline: Outline) -> Problem:
    hint = "write it otherwise: the brief shows a box in its place"
    if script_of(character) in CJK or "\u3000" <= character <= "\u303f":
        hint = 'fonts for Chinese, Japanese and Korean are not part of briefdeck: pip install "briefdeck[cjk]"'
    return Problem("BD333", message, _place(character, outline), hint, severity=Severity.WARNING)


def _name(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, '').lower()}".strip()


def _texts(page: Page) -> Iterator[str]:
    for box in page.boxes:
        if isinstance(box.content, Text):
            yield from (paragraph.text for paragraph in box.content.paragraphs)
        elif isinstance(box.content, TableContent):
            yield from (cell.text for row in box.content.rows for cell in row)
        elif isinstance(box.content, ChartContent):
            yield from (mark.paragraph.text for mark in box.content.marks if isinstance(mark, ChartLabel))


def _place(character: str, outline: Outline) -> Position:
    """Where the outline first has the character."""
    return next((at for text, at in _said(outline) if character in text), outline.at)


def _said(outline: Outline) -> Iterator[tuple[str, Position]]:
    yield f"{outline.title}{outline.subtitle}{outline.school}{outline.class_}{outline.author}", outline.at
    for section in walk_sections(outline.sections):
        yield section.title + section.lead, section.at
        for point in section_points(section):
            yield point.label + point.say + point.show, point.at
        for figure in section.figures:
            yield figure.value + figure.caption, figure.at
        for moment in section.timeline:
            yield moment.when + moment.what, moment.at
        if section.quote:
            yield section.quote.text + section.quote.by, section.quote.at
        if section.table:
            yield "".join(cell for row in (section.table.header, *section.table.rows) for cell in row), section.table.at
        if chart := section.chart:
            series = "".join(one.name + "".join(one.values) for one in chart.series)
            yield "".join((chart.caption, chart.reading, *chart.categories, series)), chart.at
        if section.picture:
            yield section.picture.caption, section.picture.at
    for term in outline.terms:
        yield term.term + term.meaning, term.at
    for remark in (*outline.questions, *outline.takeaways, *outline.sources):
        yield remark.text, remark.at
