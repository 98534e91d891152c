"""What stands in a deck and is not seen, or is seen on every slide and was asked for by nobody: read from the XML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lxml.etree import _Element

from briefdeck.late import late_pattern
from briefdeck.model.geometry import Rect, Size
from briefdeck.verify.deck_colors import FILLS, fill_of
from briefdeck.verify.deck_file import Shape
from briefdeck.verify.deck_setting import is_turned_in_space, misset
from briefdeck.verify.deck_style import text_of
from briefdeck.verify.deck_xml import frame_of, groups_of, placeholder_of, qn, shown_at

_UPRIGHT = ("", "horz")
_FROM_ABOVE = ("eaVert", "mongolianVert")
_UPRIGHT_SIGNS = late_pattern("[\u1800-\u18af\u2e80-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]")
_FROM_THE_SIDE = late_pattern(r"[^\W\d_]")
"""Letters that stand upright in lines from top to bottom, and letters at all: others lie on their side there."""
_STAMP = 0.15  # of a slide: a logo is smaller
_HALF = 0.5
"""Of a text's box; what covers more hides words."""
_SEEN_THROUGH = 60_000  # thousandths of a per cent of opacity, or of light: beyond it, little is seen through or at all
_SMALLEST_PICTURE = 36.0  # points
_SMALLEST_SHARE = 60_000  # thousandths of a per cent, to which a step may shrink something
_WHOLE_TURN = 21_600_000  # sixty-thousandths of a degree


def moves_on(slide: _Element) -> bool:
    """Whether the slide goes on to the next by itself, or does not go on when it is clicked."""
    for change in slide.iter(qn("p:transition")):
        if change.get("advTm") or change.get("advClick") in ("0", "false"):
            return True
    return False


def shows_picture_behind(slide: _Element) -> bool:
    """Whether the slide has a picture of its own for a background."""
    return slide.find(f"{qn('p:cSld')}/{qn('p:bg')}//{qn('a:blip')}") is not None


def unseen(slide: _Element, elements: Sequence[_Element], shapes: Sequence[Shape]) -> tuple[str, ...]:
    """Why words of a slide are not seen as they should be, one phrase each; `elements` are those of the shapes."""
    found = ["it is hidden in the show"] if slide.get("show") in ("0", "false") else []
    drawn = list(zip(elements, shapes, strict=True))
    for number, (element, shape) in enumerate(drawn, start=1):
        if not shape.text.strip() and (shape.kind != "picture" or shape.decorative):
            continue
        name = f"“{shape.name[:40]}”"
        named = (one.find(f"*/{qn('p:cNvPr')}") for one in (element, *groups_of(element)))
        if any(one is not None and one.get("hidden") in ("1", "true") for one in named):
            found.append(f"{name} is hidden")
        elif shape.kind == "picture":
            found += [f"{name} is {how}" for how in _faded(element, shape)]
        elif _is_turned(element):
            found.append(f"{name} stands on its side or head")
        elif any(bent.get("prst") != "textNoShape" for bent in element.iter(qn("a:prstTxWarp"))):
            found.append(f"{name} is bent")
        if _hidden_share(shape, drawn[number:]) > _HALF:
            found.append(f"{name} is covered")
        elif any(_stands_on(element, shape, other, covered) for other, covered in drawn[: number - 1]):
            found.append(f"{name} stands on other words")
        found += (f"{name}: “{words[:40]}” is {how}" for words, how in _spoilt(element, shape))
    found += (f"“{shape.name[:40]}” has a cell under another: “{words[:40]}”" for shape in shapes if shape.table
              for words in shape.table.merged_away)  # fmt: skip
    if any(map(_goes_away, slide.iterfind(f"{qn('p:timing')}//*"))):
        found.append("something on it goes away while it is shown")
    return tuple(found)


def _is_turned(element: _Element) -> bool:
    around = (group.find(f"{qn('p:grpSpPr')}/{qn('a:xfrm')}") for group in groups_of(element))
    places = [element.find(f"{qn('p:spPr')}/{qn('a:xfrm')}"), element.find(qn("p:xfrm")), *around]
    body = element.find(f"{qn('p:txBody')}/{qn('a:bodyPr')}")
    if is_turned_in_space(element.find(qn("p:spPr"))):
        return True
    if any(one is not None and (one.get("rot", "0") != "0" or one.get("flipV") in ("1", "true")) for one in places):
        return True
    if body is not None and (_lies(body) or body.get("rot", "0") != "0"):
        return True
    return any(_lies(cell) for cell in element.iter(qn("a:tcPr")))


def _lies(properties: _Element) -> bool:
    """Whether the letters of a text body or a cell lie on their side."""
    way, around = properties.get("vert", ""), properties.getparent()
    if way in _UPRIGHT or around is None:
        return False
    words = "".join(text.text or "" for text in around.iter(qn("a:t")))
    return way not in _FROM_ABOVE or (_FROM_THE_SIDE.search(words) is not None and not _UPRIGHT_SIGNS.search(words))


def _goes_away(step: _Element) -> bool:
    """Whether a step of an animation hides something, moves, shrinks or turns it, or makes it transparent."""
    if step.tag == qn("p:cTn"):
        return step.get("presetClass") in ("exit", "path")
    if step.tag == qn("p:set"):
        return step.find(f"{qn('p:to')}/{qn('p:strVal')}[@val='hidden']") is not None
    if step.tag == qn("p:animScale"):
        to = step.find(qn("p:to"))
        return to is not None and min(int(to.get(side, "100000")) for side in ("x", "y")) < _SMALLEST_SHARE
    if step.tag == qn("p:animRot"):
        return int(step.get("by", "0")) % _WHOLE_TURN != 0
    return step.tag == qn("p:animMotion") or (step.tag == qn("p:animEffect") and "opacity" in step.get("prLst", ""))


def _spoilt(element: _Element, shape: Shape) -> Iterator[tuple[str, str]]:
    for body in element.iter(qn("p:txBody"), qn("a:txBody")):
        yield from misset(body, shape.room)


def _hidden_share(shape: Shape, later: Iterable[tuple[_Element, Shape]]) -> float:
    """How much of a shape lies under what is drawn after it and not seen through."""
    if shape.frame is None or not shape.frame.width * shape.frame.height:
        return 0.0
    covers = (
        _shared(shape.frame, cover.frame) for element, cover in later if cover.frame and _is_solid(element, cover)
    )
    return sum(covers) / (shape.frame.width * shape.frame.height)


def _is_solid(element: _Element, shape: Shape) -> bool:
    """Whether nothing is seen through a shape: by its own fill, its group's, the slide's behind it, or its style's."""
    if shape.kind in ("picture", "table"):
        return True
    if element.get("useBgFill") in ("1", "true"):
        return True
    fill = fill_of(element.find(qn("p:spPr")))
    if fill is None:
        reference = element.find(f"{qn('p:style')}/{qn('a:fillRef')}")
        return reference is not None and reference.get("idx", "0") not in ("0", "1000")
    if fill.tag == qn("a:grpFill"):
        groups = (fill_of(group.find(qn("p:grpSpPr"))) for group in groups_of(element))
        fill = next((one for one in groups if one is not None and one.tag != qn("a:grpFill")), None)
    if fill is None or fill.tag == FILLS[4]:
        return False
    return all(int(one.get("val", "100000")) > _SEEN_THROUGH for one in fill.iter(qn("a:alpha")))


def _stands_on(element: _Element, shape: Shape, other: _Element, covered: Shape) -> bool:
    """Whether one of two texts was moved so that most of the smaller lies on the other."""
    if shape.kind != "text" or covered.kind != "text" or not covered.text.strip():
        return False
    if shape.frame is None or covered.frame is None or frame_of(element) is None is frame_of(other):
        return False
    smaller = min(frame.width * frame.height for frame in (shape.frame, covered.frame))
    return _shared(shape.frame, covered.frame) > _HALF * smaller


def _faded(picture: _Element, shape: Shape) -> Iterator[str]:
    """How a picture is shown so that nobody sees what it shows."""
    for change in picture.iterfind(f"{qn('p:blipFill')}/{qn('a:blip')}/*"):
        if change.tag == qn("a:alphaModFix") and int(change.get("amt", "100000")) < _SEEN_THROUGH:
            yield "transparent"
        if change.tag == qn("a:lum") and abs(int(change.get("bright", "0"))) > _SEEN_THROUGH:
            yield "without light or without shade"
    if shape.frame is not None and max(shape.frame.width, shape.frame.height) < _SMALLEST_PICTURE:
        yield "too small to be seen"


def _shared(one: Rect, other: Rect) -> float:
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(0.0, width) * max(0.0, height)


def strays(page: _Element, size: Size) -> Iterator[str]:
    """The words on a layout or a master that are no prompt of a placeholder: every slide on it shows them.

    A large picture is one too: what it says is not known. `size` is that of the slides.
    """
    for picture in page.iterfind(f"{qn('p:cSld')}/{qn('p:spTree')}//{qn('p:pic')}"):
        frame = shown_at(picture, frame_of(picture))
        if frame is not None and frame.width * frame.height > _STAMP * size.width * size.height:
            yield "a large picture"
    for shape in page.iterfind(f"{qn('p:cSld')}/{qn('p:spTree')}//{qn('p:sp')}"):
        if placeholder_of(shape) is None:
            words = " ".join(text_of(paragraph).strip() for paragraph in shape.iter(qn("a:p"))).strip()
            if words:
                yield words
