"""P6, native and editable: text in placeholders that layouts seat, native tables, colours and fonts of the theme."""

from __future__ import annotations

from collections.abc import Iterator

from briefdeck.errors import Problem, Severity
from briefdeck.verify.deck_file import DeckFile, Slide
from briefdeck.verify.evidence import Evidence
from briefdeck.verify.wording import clip

AGAIN = "build again"


def placeholders(evidence: Evidence) -> Iterator[Problem]:
    """Text sits in placeholders, each of them seated by the slide's layout, none of them empty."""
    for slide in evidence.deck.slides:
        for shape in slide.shapes:
            where = f"slide {slide.number}: “{clip(shape.name, 40)}”"
            if shape.kind == "text" and not shape.placeholder:
                message = f"{where} is a text box, which Outline view does not show: “{clip(shape.text, 40)}”"
                yield Problem("BD460", message, hint="use a placeholder of the layout")
            if shape.placeholder and not shape.seated:
                message = f"{where} is a placeholder that its layout “{slide.layout}” does not have"
                yield Problem("BD461", message, hint="choose another layout, or build again")
            if shape.kind == "text" and shape.placeholder and not shape.text.strip() and not shape.is_furniture:
                yield Problem("BD463", f"{where} is an empty placeholder", hint="delete it, or build again")


def pictures(evidence: Evidence) -> Iterator[Problem]:
    """A picture stands on a slide only when one of its items is a picture; tables and charts are native."""
    wordings = evidence.found_outline.wordings if evidence.found_outline else {}
    for slide in evidence.deck.slides:
        if slide.picture_behind:
            message = f"slide {slide.number} has a picture for a background, which the outline does not have"
            yield Problem("BD462", message, hint="text, tables and charts stay editable; build again")
        natives = [wording.native for item in slide.items if (wording := wordings.get(item))]
        for shape in slide.shapes:
            if shape.kind == "picture" and "picture" not in natives:
                message = f"slide {slide.number}: “{clip(shape.name, 40)}” is a picture that the outline does not have"
                yield Problem("BD462", message, hint="text, tables and charts stay editable; build again")
    shown: dict[str, list[Slide]] = {}  # its caption may have a slide of its own
    for slide in evidence.deck.slides:
        for item in dict.fromkeys(slide.items):
            shown.setdefault(item, []).append(slide)
    for item, slides in shown.items():
        kind = wordings[item].native if item in wordings else ""
        # The numbers of a chart whose names find no room in one stand in a table.
        kinds = {kind, "table"} if kind == "chart" else {kind}
        if kind and not any(shape.kind in kinds for slide in slides for shape in slide.shapes):
            yield Problem("BD464", f"slide {slides[0].number} has no native {kind}", hint=AGAIN)


def layouts(evidence: Evidence) -> Iterator[Problem]:
    """Layouts and masters are real and styled; a slide that was put on another layout is said."""
    deck = evidence.deck
    if not (deck.masters_styled or deck.template):
        yield Problem("BD465", "the deck's master does not style titles and text", hint=AGAIN)
    for name in (layout.name for layout in deck.layouts if not (layout.placeholders or deck.template)):
        yield Problem("BD465", f"the layout “{name}” has no placeholders", hint=AGAIN)
    for slide in deck.slides:
        if slide.planned_layout and slide.planned_layout != slide.layout:
            message = (
                f"slide {slide.number} is on the layout “{slide.layout}” and was made for “{slide.planned_layout}”"
            )
            yield Problem("BD468", message, hint="nothing, if you chose it", severity=Severity.REMARK)


def _fonts_of_signs(deck: DeckFile) -> Iterator[Problem]:
    for font in deck.sign_fonts:
        message = f"the theme sets words in “{font}”, in which letters are signs"
        yield Problem("BD467", message, hint="choose another pair of fonts, or build again")


def theme(evidence: Evidence) -> Iterator[Problem]:
    """Changing the theme changes every colour and every font."""
    deck = evidence.deck
    yield from _fonts_of_signs(deck)
    for slide in deck.slides:
        if slide.fixed_colors:
            message = f"slide {slide.number} has a colour that no theme can change: {slide.fixed_colors[0]}"
            yield Problem("BD466", message, hint="choose a theme colour, or build again")
        if slide.fixed_fonts:
            message = f"slide {slide.number} has a font that no theme can change: {slide.fixed_fonts[0]}"
            yield Problem("BD467", message, hint="choose a theme font, or build again")
    for layout in () if deck.template else deck.layouts:  # a template's own colours are its maker's business
        if layout.fixed_colors:
            message = f"the layout “{layout.name}” has a colour that no theme can change: {layout.fixed_colors[0]}"
            yield Problem("BD466", message, hint=AGAIN)
