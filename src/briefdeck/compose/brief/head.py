"""The head of the brief (kicker, title, standfirst), its foot (where it comes from), and the ruled notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefdeck.compose.brief.roles import HAIRLINE, HEADING, QUIET
from briefdeck.compose.brief.setting import SetLines, place
from briefdeck.compose.type.scripts import is_tall
from briefdeck.model.contents import OPENING
from briefdeck.model.geometry import Rect
from briefdeck.model.look import Furniture, Ink
from briefdeck.model.media import WHOLE, Media
from briefdeck.model.note_names import note_names
from briefdeck.model.outline import Lines, Outline, section_points, walk_sections
from briefdeck.model.page import Box, Paragraph, Part, PictureContent, Ref, ShapeContent, Span, Text, TextStyle
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

if TYPE_CHECKING:
    from briefdeck.compose.brief.code import Code

_TITLE_FLOOR = 13.0
_TITLE_LEADING, _TALL_LEADING = 1.14, 1.34
_TITLE_STEP = 0.94
_STANDFIRST_LINES = 5
_RULE = ShapeContent(shape="rect", ink=Ink("accent2"))
_RULE_SIZE = (44.0, 2.4)
_CAPTION_LEADING = 11.5 / 9
_FOOT_GAP = 5.0
FOOT_AIR = 12.0
"""Points between the flow and the rule of the foot."""

_LOGO = (110.0, 34.0)
"""The largest width and height of a logo, points."""

_BESIDE_CODE = 18.0  # points between the head and a code
_CODE_RISE = 6.0  # of its white border stands above the head
_CODE_AIR = 6.0  # below its white border
_RULED = 22.7  # 8 mm from line to line, as in exercise books


class Head(NamedTuple):
    """What stands above the flow, and where it ends."""

    boxes: tuple[Box, ...]
    bottom: float
    standfirst: bool = True  # False: the subtitle was too long to stand here


def head(outline: Outline, area: Rect, title: float, body: float, set_lines: SetLines, *,
    floor: float, caption: float, over: tuple[str, ...] = (), code: Code | None = None, code_alt: str = "",
) -> Head:  # fmt: skip
    """Kicker, title with its short rule, standfirst; sizes in points, that of the title the largest it may have.

    `floor` is the smallest size of text, `caption` that of what is smaller than text.

    A code stands in the upper right corner and the rest beside it.
    """
    if code:
        narrow = replace(area, width=area.width - code.side - _BESIDE_CODE)
        beside = head(outline, narrow, title, body, set_lines, floor=floor, caption=caption, over=over)
        placed = code.box(area.right - code.side, area.y - _CODE_RISE, code_alt)
        bottom = max(beside.bottom, placed.frame.bottom + _CODE_AIR)
        return Head(boxes=(*beside.boxes, placed), bottom=bottom, standfirst=beside.standfirst)
    boxes: list[Box] = []
    y = area.y
    given = (*over, outline.school, outline.class_, outline.date, outline.author)
    if kicker := " · ".join(text for text in given if text):
        how = TextStyle(font="body", size=caption + 0.5, ink=Ink("accent1"), bold=True)
        ref = Ref(OPENING, part=Part.FURNITURE)
        box = _set(Paragraph(spans=(Span(text=kicker),), style=how, ref=ref), area, y, caption + 4, set_lines)
        boxes.append(box)
        y = box.frame.bottom + 5
    paragraph, width = _title(outline.title, area.width, title, set_lines, max(floor, _TITLE_FLOOR))
    leading = _TALL_LEADING if is_tall(outline.title) else _TITLE_LEADING
    box = _stand(paragraph, replace(area, width=width), y, paragraph.style.size * leading)
    boxes.append(box)
    y = box.frame.bottom + 7
    boxes.append(Box(frame=Rect(area.x, y, *_RULE_SIZE), content=_RULE, name="rule"))
    y += _RULE_SIZE[1]
    stands = True
    if outline.subtitle:
        how = TextStyle(font="body", size=body * 1.12, ink=QUIET)
        paragraph = Paragraph(spans=(Span(text=outline.subtitle),), style=how, ref=Ref(OPENING, part=Part.TEXT))
        paragraph, width = _even(paragraph, area.width * 0.86, set_lines)
        box = _stand(paragraph, replace(area, width=width), y + 6, how.size * 1.36)
        stands = len(_lines(box)) <= _STANDFIRST_LINES
        if stands:
            boxes.append(box)
            y = box.frame.bottom
    return Head(boxes=tuple(boxes), bottom=y + body * 1.25, standfirst=stands)


def logo_box(logo: Media, area: Rect) -> Box:
    """The school's logo at the end of the head, as decoration: the school's name stands there in words."""
    height = min(_LOGO[1], _LOGO[0] / logo.aspect)
    width = height * logo.aspect
    content = PictureContent(logo, WHOLE, "", Ref(OPENING))
    return Box(frame=Rect(area.right - width, area.y, width, height), content=content, name="logo")


def foot(
    outline: Outline, area: Rect, furniture: Furniture, cut: int, set_lines: SetLines, *, caption: float
) -> tuple[Box, ...]:
    """A hairline and the source line, standing on the lower edge of the area; `cut` things are only in the deck."""
    text = " · ".join(part for part in (source_line(outline, furniture), _more(furniture, cut)) if part)
    link = outline.brief.link
    spans = (Span(text=text), Span(text=" · " if text and link else ""), Span(text=link, link=link))
    if not (text or link):
        return ()
    how = TextStyle(font="body", size=caption, ink=QUIET)
    paragraph = Paragraph(
        spans=tuple(span for span in spans if span.text), style=how, ref=Ref("", part=Part.LINES), tag="P"
    )
    paragraph = set_lines(paragraph, area.width)
    step = caption * _CAPTION_LEADING
    height = len(paragraph.lines) * step
    top = area.bottom - height
    rule = Rect(area.x, top - _FOOT_GAP, area.width, 0.0)
    return (
        Box(frame=rule, content=ShapeContent(shape="line", ink=HAIRLINE, stroke=0.5), name="foot rule"),
        _stand(paragraph, area, top, step),
    )


def source_line(outline: Outline, furniture: Furniture) -> str:
    """Where the brief comes from: what the note is called and the lines that the outline cites, "" without a note."""
    if not outline.note:
        return ""
    names = ", ".join(note_names(outline.note)) or furniture.words["lesson_notes"]
    cited = _cited(outline)
    parts = [f"{furniture.words['source']}: {names}"]
    if cited:
        key = "line" if cited[0] == cited[-1] else "lines"
        span = str(cited[0]) if cited[0] == cited[-1] else f"{cited[0]}–{cited[-1]}"
        parts.append(furniture.words[key].format(line=span, lines=span))
    return ", ".join(parts)


def notes(area: Rect, heading: str, body: float, set_lines: SetLines, *, footed: bool) -> tuple[Box, ...]:
    """The heading and hairlines to write on, the last on the lower edge of the area where no rule of a foot stands."""
    how = TextStyle(font="heading", size=body * 1.22, ink=HEADING, bold=True)
    ref = Ref("", part=Part.FURNITURE)
    paragraph = Paragraph(spans=(Span(text=heading),), style=how, ref=ref)
    title = _set(paragraph, area, area.y, how.size * 1.3, set_lines)
    room = area.bottom - title.frame.bottom
    count = int(room / _RULED)
    rule = ShapeContent(shape="line", ink=HAIRLINE, stroke=0.5)
    lines = (
        Box(frame=Rect(area.x, title.frame.bottom + room * number / count, area.width, 0.0), content=rule, name="line")
        for number in range(1, count if footed else count + 1)
    )
    return (title, *lines)


def foot_height(outline: Outline, area: Rect, furniture: Furniture, set_lines: SetLines, *, caption: float) -> float:
    """The room that the foot takes, with air above it."""
    boxes = foot(outline, area, furniture, 999, set_lines, caption=caption)
    return area.bottom - boxes[0].frame.y + FOOT_AIR if boxes else 0.0


def _more(furniture: Furniture, cut: int) -> str:
    return furniture.words["more_in_deck"].format(count=cut) if cut else ""


def _cited(outline: Outline) -> Lines:
    """The lines of the note that anything on the brief comes from, sorted."""
    found = set(outline.title_lines)
    for section in walk_sections(outline.sections):
        found.update(section.lines)
        things = (*section_points(section), *section.figures, *section.timeline, section.quote, section.table,
                  section.chart, section.picture)  # fmt: skip
        found.update(line for thing in things if thing for line in thing.lines)
    for closing in (outline.terms, outline.questions, outline.takeaways, outline.sources):
        found.update(line for thing in closing for line in thing.lines)
    return tuple(sorted(found))


def _title(text: str, width: float, largest: float, set_lines: SetLines, floor: float) -> tuple[Paragraph, float]:
    """The title as large as it goes on one line, a little smaller than the largest at most; else on two lines.

    With the width that it is set to.
    """

    def at(size: float, room: float = width) -> Paragraph:
        how = TextStyle(font="heading", size=size, ink=HEADING, bold=True)
        ref = Ref(OPENING, part=Part.TITLE)
        return set_lines(Paragraph(spans=(Span(text=text),), style=how, ref=ref, tag="H1"), room)

    for size in (largest, largest * _TITLE_STEP, largest * _TITLE_STEP**2):
        if len((single := at(size)).lines) <= 1:
            return single, width
    size = largest
    while len((paragraph := at(size)).lines) > 2 and size * _TITLE_STEP >= floor:
        size *= _TITLE_STEP
    return _even(paragraph, width, set_lines) if len(paragraph.lines) == 2 else (paragraph, width)


def _even(paragraph: Paragraph, width: float, set_lines: SetLines) -> tuple[Paragraph, float]:
    """The paragraph in as few lines as the width asks for, none much shorter than the others, and its own width."""
    widest = set_lines(paragraph, width)
    narrower = ((set_lines(paragraph, width * part), width * part) for part in (0.6, 0.7, 0.8, 0.9))
    return next((even for even in narrower if len(even[0].lines) == len(widest.lines) > 1), (widest, width))


def _set(paragraph: Paragraph, area: Rect, y: float, step: float, set_lines: SetLines) -> Box:
    return _stand(set_lines(paragraph, area.width), area, y, step)


def _stand(paragraph: Paragraph, area: Rect, y: float, step: float) -> Box:
    frame = Rect(area.x, y, area.width, len(paragraph.lines) * step)
    return Box(frame=frame, content=Text(paragraphs=(place(paragraph, step, step),)), name=paragraph.tag)


def _lines(box: Box) -> tuple[object, ...]:
    return box.content.paragraphs[0].lines if isinstance(box.content, Text) else ()
