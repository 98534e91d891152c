"""P4, nothing overflows, and P5, one page: sizes, boxes and the room that text has, without a renderer."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefdeck.errors import Problem
from briefdeck.late import late_pattern
from briefdeck.model.geometry import Rect
from briefdeck.verify.brief_file import BriefFile, Marking, Run
from briefdeck.verify.brief_texts import ENTRY, ITEM, id_of
from briefdeck.verify.deck_file import DeckParagraph, Shape, Slide
from briefdeck.verify.evidence import Evidence
from briefdeck.verify.text_height import text_height
from briefdeck.verify.wording import clip, core, normal, order_free, take

DECK_BODY, DECK_CAPTION, DECK_FOOTER = 18.0, 14.0, 12.0
BRIEF_BODY, BRIEF_CAPTION = 10.0, 9.0
"""Points; nothing of its kind is smaller."""

BRIEF_STYLES = {"clear-print": 12.0, "poster": 14.0}
"""Points; on briefs of these styles nothing at all is smaller."""

_SLANTED = late_pattern(r"-?(It|Italic|Oblique|SemiboldIt)$")

PRINTER_MARGIN = 18.0
"""Points that office printers leave white at every edge of the paper."""

SLACK = 0.6
"""Points; files round their lengths."""

_LABELLED = 20
"""Characters of a point from which it is told even when its label stands in the same paragraph."""

AGAIN = "build again"
_SMALLEST_CHART = 72.0  # points: nobody reads a chart of less than an inch
_NARROWEST = 8.0
"""Points of a column of a table: less than one letter and its margins."""
SHORTER = "shorten it, or build again"


def slide_sizes(evidence: Evidence) -> Iterator[Problem]:
    """Sizes are written out on the slides and none is below its floor."""
    for slide in evidence.deck.slides:
        captions = _captions(evidence, slide)
        for shape in slide.shapes:
            for paragraph in shape.paragraphs:
                if paragraph.text.strip() and shape.kind != "chart":
                    yield from _size(slide, shape, paragraph, captions)


def slide_boxes(evidence: Evidence) -> Iterator[Problem]:
    """Everything on a slide stands on it."""
    deck = evidence.deck
    slide_frame = Rect(0, 0, deck.size.width, deck.size.height)
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.frame is None:
                message = f"slide {slide.number}: “{shape.name}” has no place"
                yield Problem("BD447", message, hint=AGAIN)
            elif not slide_frame.contains(_taken(shape, shape.frame), SLACK) and not shape.decorative:
                message = f"slide {slide.number}: “{shape.name}” reaches over the edge of the slide"
                yield Problem("BD442", message, hint="move it, or build again")


def _taken(shape: Shape, frame: Rect) -> Rect:
    """What a shape takes of the slide: a table grows out of its frame."""
    table = shape.table
    if table is None:
        return frame
    return Rect(frame.x, frame.y, max(frame.width, table.width), max(frame.height, table.height))


def slide_text(evidence: Evidence) -> Iterator[Problem]:
    """Every text has the room it needs, by a cautious estimate."""
    for slide in evidence.deck.slides:
        for shape in slide.shapes:
            if shape.table and shape.table.narrowest < _NARROWEST:
                message = f"slide {slide.number}: a column of “{shape.name}” is too narrow for any word"
                yield Problem("BD443", message, hint=AGAIN)
            if shape.chart and shape.frame and min(shape.frame.width, shape.frame.height) < _SMALLEST_CHART:
                yield Problem("BD443", f"slide {slide.number}: the chart “{shape.name}” is too small", hint=AGAIN)
            if shape.room is None or not shape.text.strip() or shape.is_furniture:
                continue
            needed = text_height(shape.paragraphs, shape.room.width)
            if shape.room.width <= 0 or needed > shape.room.height + SLACK:
                message = (
                    f"slide {slide.number}: the text of “{shape.name}” needs at least {needed:.0f} points and has "
                    f"{shape.room.height:.0f}: “{clip(shape.text, 40)}”"
                )
                yield Problem("BD443", message, hint=SHORTER)


def brief_sizes(evidence: Evidence) -> Iterator[Problem]:
    """No type on the brief is below its floor."""
    brief = evidence.brief
    body = _body_runs(evidence, brief)
    least = BRIEF_STYLES.get(brief.embedded.style, 0.0)
    seen: set[tuple[float, bool]] = set()
    for run in brief.runs:
        floor = max(least, BRIEF_BODY if id(run) in body else BRIEF_CAPTION)
        kind = (round(run.size, 2), id(run) in body)
        if run.text.strip() and run.size < floor - 0.05 and kind not in seen:
            seen.add(kind)
            message = f"the brief sets “{clip(run.text, 40)}” in {run.size:.1f} points, below {floor:g}"
            yield Problem("BD445", message, hint=SHORTER)
    yield from _clear_print(brief)


def _clear_print(brief: BriefFile) -> Iterator[Problem]:
    """A brief in clear print has no italics, which many readers cannot tell apart from ornament."""
    slanted = next((run for run in brief.runs if run.text.strip() and _SLANTED.search(run.font)), None)
    if brief.embedded.style == "clear-print" and slanted:
        message = f"the brief in clear print sets “{clip(slanted.text, 40)}” in italics"
        yield Problem("BD448", message, hint=AGAIN)


def brief_margins(evidence: Evidence) -> Iterator[Problem]:
    """All type of the brief stands inside what printers can print, and not on other type."""
    brief = evidence.brief
    width, height = brief.size.width, brief.size.height
    right, bottom = width - PRINTER_MARGIN + SLACK, height - PRINTER_MARGIN + SLACK
    outside = [
        run
        for run in brief.runs
        if run.text.strip()
        and not (
            run.left >= PRINTER_MARGIN - SLACK
            and run.right <= right
            and run.baseline - 0.7 * run.size >= PRINTER_MARGIN - SLACK
            and run.baseline <= bottom
        )
    ]
    if outside:
        message = f"the brief sets “{clip(outside[0].text, 40)}” where no printer prints"
        more = f", and {len(outside) - 1} more" if len(outside) > 1 else ""
        yield Problem("BD444", message + more, hint=SHORTER)
    yield from _overlaps(brief)


def one_page(evidence: Evidence) -> Iterator[Problem]:
    """P5: the brief has exactly one page."""
    pages = evidence.brief.pages
    if pages != 1:
        yield Problem("BD450", f"the brief has {pages} pages", hint=AGAIN)


def _size(slide: Slide, shape: Shape, paragraph: DeckParagraph, is_caption: Callable[[str], bool]) -> Iterator[Problem]:
    where = f"slide {slide.number}: “{clip(paragraph.text, 40)}”"
    inherits = shape.is_furniture or not slide.tagged  # what a person adds takes its size from the layout
    if paragraph.size is None or not (paragraph.size_written or inherits):
        yield Problem("BD440", f"{where} has no size of its own", hint=AGAIN)
        return
    if shape.is_furniture:
        floor = DECK_FOOTER
    elif shape.kind == "table" or is_caption(paragraph.text):
        floor = DECK_CAPTION
    else:
        floor = DECK_BODY
    if paragraph.size < floor - 0.05:
        message = f"{where} is set in {paragraph.size:g} points, below {floor:g}"
        yield Problem("BD441", message, hint="give it less text or more room, or build again")


def _captions(evidence: Evidence, slide: Slide) -> Callable[[str], bool]:
    """Tells what may be as small as a caption: all that is not an item's main words, and the section's name."""
    script = evidence.found_outline
    if script is None:
        return lambda _: True
    needed = (need for item in slide.items if (wording := script.wordings.get(item)) for need in wording.slide)
    bodies = {form for need in needed if not need.caption for form in need.forms}
    entry = script.entries.get(slide.entry)
    names = {script.titles[name] for name in (entry.id, entry.parent) if name} if entry else set()
    long_bodies = [form for form in bodies if len(form) > _LABELLED]

    def is_caption(text: str) -> bool:
        words = core(text)
        start = words.removesuffix("…").rstrip()
        if words in names or (start != words and any(name.startswith(start) for name in names)):
            return True
        return words not in bodies and not any(take(normal(text), form) is not None for form in long_bodies)

    return is_caption


def _body_runs(evidence: Evidence, brief: BriefFile) -> set[int]:
    """Identities of the runs that show the main words of an item or a title."""
    found: set[int] = set()
    wordings = evidence.found_outline.wordings if evidence.found_outline else {}
    for element in brief.elements():
        wording = wordings.get(id_of(element.id)) if element.id.startswith(ITEM) else None
        is_body = wording is not None and any(not need.caption for need in wording.brief) and not wording.native
        if element.id.startswith(ENTRY) or is_body:
            runs = [run for run in element.runs() if run.marking is Marking.TAGGED]
            captions = [order_free(need.forms[0]) for need in wording.brief if need.caption] if wording else []
            found.update(id(run) for run in runs if not any(order_free(core(run.text)) in text for text in captions))
    return found


def _overlaps(brief: BriefFile) -> Iterator[Problem]:
    """The first place where type stands on other type."""
    runs = sorted((run for run in brief.runs if run.text.strip()), key=lambda run: (run.page, run.baseline))
    for index, run in enumerate(runs):
        for other in runs[index + 1 :]:
            if other.page != run.page or other.baseline - 0.45 * other.size > run.baseline:
                break
            if _shared(run, other) > 0.6 * min(run.size, other.size):
                message = f"on the brief “{clip(run.text, 30)}” and “{clip(other.text, 30)}” stand on each other"
                yield Problem("BD446", message, hint=AGAIN)
                return


def _shared(one: Run, other: Run) -> float:
    """How many points of the line both take."""
    return min(one.right, other.right) - max(one.left, other.left)
