"""What stands in a deck and is not seen, or is seen on every slide and was asked for by nobody: read from the XML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml.etree import _Element

from briefdeck.late import late_pattern
from briefdeck.model.geometry import Rect, Size
from briefdeck.verify.deck_file import Shape
from briefdeck.verify.deck_setting import misset
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
        if not shape.text.strip():
            continue
        name = f"“{shape.name[:40]}”"
        named = (one.find(f"*/{qn('p:cNvPr')}") for one in (element, *groups_of(element)))
        if any(one is not None and one.get("hidden") in ("1", "true") for one in named):
            found.append(f"{name} is hidden")
        elif _is_turned(element):
            found.append(f"{name} stands on its side or head")
        elif any(bent.get("prst") != "textNoShape" for bent in element.iter(qn("a:prstTxWarp"))):
            found.append(f"{name} is bent")
        elif any(_hides(other, cover, shape) for other, cover in drawn[number:]):
            found.append(f"{name} is covered")
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
    """Whether a step of an animation hides something, takes it off the slide, or makes it transparent."""
    if step.tag == qn("p:cTn"):
        return step.get("presetClass") in ("exit", "path")
    if step.tag == qn("p:set"):
        return step.find(f"{qn('p:to')}/{qn('p:strVal')}[@val='hidden']") is not None
    return step.tag == qn("p:animMotion") or (step.tag == qn("p:animEffect") and "opacity" in step.get("prLst", ""))


def _spoilt(element: _Element, shape: Shape) -> Iterator[tuple[str, str]]:
    yield from _spoilt_runs(element)
    for body in element.iter(qn("p:txBody"), qn("a:txBody")):
        yield from misset(body, shape.room)


def _spoilt_runs(element: _Element) -> Iterator[tuple[str, str]]:
    for run in element.iter(qn("a:r"), qn("a:fld")):
        properties, words = run.find(qn("a:rPr")), run.findtext(qn("a:t"), "").strip()
        if properties is None or not words:
            continue
        if properties.find(qn("a:noFill")) is not None:
            yield words, "without colour"
        if properties.get("strike", "noStrike") != "noStrike":
            yield words, "struck through"


def _hides(cover: _Element, covering: Shape, shape: Shape) -> bool:
    """Whether a shape that is drawn later is solid, and lies over most of this one."""
    solid = covering.kind == "picture" or cover.find(f"{qn('p:spPr')}/{qn('a:solidFill')}") is not None
    if not solid or cover.find(f"{qn('p:spPr')}/{qn('a:solidFill')}//{qn('a:alpha')}") is not None:
        return False
    if shape.frame is None or covering.frame is None:
        return False
    return _shared(shape.frame, covering.frame) > _HALF * shape.frame.width * shape.frame.height


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
