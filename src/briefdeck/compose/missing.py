"""Characters that no font of the PDFs has, said by script with the places of the outline they stand in."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from briefdeck.compose.type.scripts import COMMON, EMOJI, INHERITED, MATHS, SIGNS, script_of
from briefdeck.compose.type.typeset import BriefFonts, missing_characters
from briefdeck.errors import Position, Problem, Severity
from briefdeck.model.look import Ink
from briefdeck.model.outline import Outline, section_points, walk_sections
from briefdeck.model.page import ChartContent, ChartLabel, Page, Paragraph, Ref, Span, TableContent, Text, TextStyle

_SHOWN = 3  # of the characters of a script
_LINES = 8  # that are listed besides the first
_EAST_ASIAN = {
    **dict.fromkeys(("CJK", "IDEOGRAPHIC", "FULLWIDTH"), "Chinese"),
    **dict.fromkeys(("HIRAGANA", "KATAKANA"), "Japanese"),
    "HANGUL": "Korean",
}
_OF_NO_SCRIPT = frozenset({COMMON, INHERITED, EMOJI, MATHS, SIGNS})
_ANY = TextStyle(font="body", size=12, ink=Ink("text"))


def missing(pages: Iterable[Page], faces: BriefFonts, outline: Outline) -> tuple[Problem, ...]:
    """Warnings about the characters on the pages that could not be set: one for each script, at its first place."""
    texts = {text for page in pages for text in _texts(page)}
    shown = sorted({character for text in texts for character in text if not character.isascii()})
    if not shown:
        return ()
    paragraph = Paragraph(spans=(Span(text=" ".join(shown)),), style=_ANY, ref=Ref(""))
    by_script: dict[str, list[str]] = {}
    for character in missing_characters(paragraph, faces, outline.lang):
        by_script.setdefault(_script(character), []).append(character)
    return tuple(_warning(script, found, outline) for script, found in by_script.items())


def _warning(script: str, found: list[str], outline: Outline) -> Problem:
    if len(found) == 1:
        what = f"the character “{found[0]}”, {_name(found[0])}"
    else:
        some = "".join(found[:_SHOWN])
        what = f"{len(found)} {f'{script} ' if script else ''}characters, “{some}” among them"
    hint = "write it otherwise: the PDFs show a box in its place; PowerPoint looks for a font of its own"
    if script in _EAST_ASIAN.values():
        hint = 'fonts for Chinese, Japanese and Korean are not part of briefdeck: pip install "briefdeck[cjk]"'
    at, *others = _places(found, outline) or [outline.at]
    message = f"no font here has {what}{_also_at(others)}"
    return Problem("BD333", message, at, hint, severity=Severity.WARNING)


def _also_at(others: list[Position]) -> str:
    lines = [str(at.line) for at in others if at.line]
    if not lines:
        return ""
    listed = ", ".join(lines[:_LINES]) + (" and more" if len(lines) > _LINES else "")
    return f"; also in line{'s' if len(lines) > 1 else ''} {listed} of the outline"


def _script(character: str) -> str:
    """The script of a letter or mark as a person calls it, "" for other signs."""
    first = unicodedata.name(character, "").partition(" ")[0]
    belongs = unicodedata.category(character)[0] in "LM" or script_of(character) not in _OF_NO_SCRIPT
    other = first.capitalize() if belongs else ""
    return _EAST_ASIAN.get(first, other)


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


def _places(characters: list[str], outline: Outline) -> list[Position]:
    """Where the outline has any of the characters, each place once."""
    wanted = set(characters)
    return list(dict.fromkeys(at for text, at in _said(outline) if not wanted.isdisjoint(text)))


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
