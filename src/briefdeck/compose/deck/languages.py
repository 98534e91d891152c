"""Texts in several scripts, part by part in the language of each: as PowerPoint has them when somebody types them.

Words of another script are then spelled in their own language, and every viewer sets each part in one font. Where one
part has letters of several scripts, LibreOffice fills a line by one reckoning and paints it by another.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from briefdeck.compose.type.scripts import CJK, EMOJI, LANGUAGE, runs_left, script_of, scripts_of, stretches
from briefdeck.model.page import Box, Page, Paragraph, Span, TableContent, Text
from briefdeck.model.values import replace

_LATIN = "en"
"""Of Latin words in a text of another script."""
_TELLING = frozenset({"Hira", "Kana", "Hang"})
"""The letters that tell Japanese and Korean from Chinese."""
_OFTEN_MISSING = frozenset({"Armn", "Cans", "Cher", "Cyrl", "Ethi", "Geor", "Grek"})
"""The scripts that are set in the font of Latin letters, though many such fonts lack them."""


def in_languages(page: Page, lang: str) -> Page:
    """The page with every paragraph in several scripts parted; `lang` is the document's, and stays unsaid."""
    return replace(page, boxes=tuple(_box(box, lang) for box in page.boxes))


def _box(box: Box, lang: str) -> Box:
    parted = partial(_parted, lang=lang)
    match box.content:
        case Text() as text:
            paragraphs = tuple(map(parted, text.paragraphs))
            return box if paragraphs == text.paragraphs else replace(box, content=replace(text, paragraphs=paragraphs))
        case TableContent() as table:
            rows = tuple(tuple(map(parted, row)) for row in table.rows)
            return box if rows == table.rows else replace(box, content=replace(table, rows=rows))
        case _:
            return box


def _parted(paragraph: Paragraph, *, lang: str) -> Paragraph:
    if paragraph.text.isascii():
        return paragraph
    parts = tuple(_stretches(paragraph.text))
    if len(parts) < 2 and not any(_runs_otherwise(_language(script, text, lang), lang) for script, text in parts):
        return paragraph
    return replace(paragraph, spans=tuple(part for span in paragraph.spans for part in _parts(span, lang)))


def _runs_otherwise(language: str, lang: str) -> bool:
    """Whether a text in one script is to be set from the other side than the document's."""
    return bool(language) and runs_left(language) != runs_left(lang)


def _parts(span: Span, lang: str) -> Iterator[Span]:
    """The span in stretches of one script; a link stays one."""
    if span.link or span.lang:
        yield span
        return
    for script, text in _stretches(span.text):
        yield span._replace(text=text, lang=_language(script, text, lang))


def _stretches(text: str) -> Iterator[tuple[str, str]]:
    """The text in stretches of one script; an emoji counts as Latin beside letters that may come from another font.

    LibreOffice takes one font for all that is missing in a stretch: the letters would come from that of the emoji, or
    the emoji would get the width of a letter.
    """
    for script, part in stretches(text):
        if script in _OFTEN_MISSING:
            yield from _emoji_parted(script, part)
        else:
            yield script, part


def _emoji_parted(script: str, text: str) -> Iterator[tuple[str, str]]:
    start, current = 0, script
    for at, char in enumerate(text):
        own = "Latn" if script_of(char) == EMOJI else script_of(char)
        if own in ("Latn", script) and own != current:
            if start < at:
                yield current, text[start:at]
            start, current = at, own
    yield current, text[start:]


def _language(script: str, text: str, lang: str) -> str:
    """The language of a stretch, "" where that is the document's."""
    if script in scripts_of(lang):
        return ""
    if script in CJK:
        return next((LANGUAGE[own] for own in map(script_of, text) if own in _TELLING), LANGUAGE["Hani"])
    return LANGUAGE.get(script, _LATIN if script == "Latn" else "")
