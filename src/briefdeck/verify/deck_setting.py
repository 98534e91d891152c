"""How words of a slide are set otherwise than they can be read: on one another, beyond their box, in their own colour.

The builder writes none of this, neither on words nor in the styles that they take from their box, their layout or their
master; what somebody did by hand within reason is let be.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from briefdeck.model.geometry import Size
from briefdeck.verify.deck_xml import EMU_PER_POINT, THOUSANDTHS, placeholder_of, qn

_CLOSEST = 0.6  # lines: the share of their usual distance below which they run into one another
_TIGHTEST = -200  # letters: hundredths of a point by which they may come closer
_RAISED = 0.1  # of the size: more is an exponent, which is set at two thirds of the size
_DEEPEST = 0.6  # of the width: what is left for the words must be more than the rest
_THICKEST = 2.0  # points: letters with a thicker outline are blots
_BLURRED, _GLOWING = 1.0, 10.0  # points
_FRONT = "orthographicFront"
_NOT_PLAIN = ("gradFill", "pattFill", "blipFill")
_LEVELS = tuple(qn(f"a:lvl{level}pPr") for level in range(1, 10))


def misset(body: _Element, room: Size | None) -> Iterator[tuple[str, str]]:
    """Words of a text body, and how they are set so that they cannot be read, a phrase for each fault."""
    words = _words(body)
    if not words:
        return
    properties, style = body.find(qn("a:bodyPr")), body.find(qn("a:lstStyle"))
    yield from ((words, how) for how in (() if properties is None else _body(properties)))
    for level in () if style is None else style:
        yield from ((words, how) for how in _level(level, room))
    for paragraph in body.iterchildren(qn("a:p")):
        if said := _words(paragraph):
            yield from ((said, how) for how in _paragraph(paragraph, room))
            yield from _runs(paragraph)


def styled_oddly(page: _Element) -> Iterator[str]:
    """How a layout or a master has words set that no slide could show so that they are read, a phrase for each fault.

    What stands on its side by a layout is seen there too.
    """
    found: dict[str, None] = {}
    for level in page.iter(*_LEVELS):
        found.update(dict.fromkeys(_level(level, None)))
    for shape in page.iterfind(f"{qn('p:cSld')}/{qn('p:spTree')}/{qn('p:sp')}"):
        properties = shape.find(f"{qn('p:txBody')}/{qn('a:bodyPr')}")
        if placeholder_of(shape) is None or properties is None:
            continue
        found.update(dict.fromkeys(_body(properties)))
        place = shape.find(f"{qn('p:spPr')}/{qn('a:xfrm')}")
        if properties.get("rot", "0") != "0" or (place is not None and place.get("rot", "0") != "0"):
            found["set on their side or head"] = None
        if properties.get("vert", "horz") != "horz":
            found["set from top to bottom"] = None
    yield from found


def is_turned_in_space(holder: _Element | None) -> bool:
    """Whether the properties of a shape or of its text turn it away from those who look at it."""
    camera = None if holder is None else holder.find(f"{qn('a:scene3d')}/{qn('a:camera')}")
    if camera is None:
        return False
    turned = camera.find(qn("a:rot"))
    angles = () if turned is None else (turned.get(axis, "0") for axis in ("lat", "lon", "rev"))
    return camera.get("prst", _FRONT) != _FRONT or any(angle != "0" for angle in angles)


def _words(element: _Element) -> str:
    return " ".join(text.text or "" for text in element.iter(qn("a:t"))).strip()


def _body(properties: _Element) -> Iterator[str]:
    if properties.get("wrap") == "none":
        yield "set on one line that goes on beyond its box"
    if int(properties.get("numCol") or 1) > 1:
        yield "set in columns within its box"
    if any(int(properties.get(side) or 0) < -EMU_PER_POINT for side in ("lIns", "tIns", "rIns", "bIns")):
        yield "pushed out of its box"
    if is_turned_in_space(properties):
        yield "turned away in space"


def _level(level: _Element, room: Size | None) -> Iterator[str]:
    """A level of a list style."""
    yield from _lines(level, _sizes(level.iterchildren(qn("a:defRPr"))), room)
    if (properties := level.find(qn("a:defRPr"))) is not None:
        yield from _run(properties)


def _paragraph(paragraph: _Element, room: Size | None) -> Iterator[str]:
    if (own := paragraph.find(qn("a:pPr"))) is not None:
        yield from _lines(own, _sizes(paragraph.iter(qn("a:rPr"))), room)


def _sizes(properties: Iterator[_Element]) -> list[int]:
    return [int(one.get("sz", "0")) for one in properties]


def _lines(own: _Element, sizes: list[int], room: Size | None) -> Iterator[str]:
    share, points = (own.find(f"{qn('a:lnSpc')}/{qn(kind)}") for kind in ("a:spcPct", "a:spcPts"))
    if share is not None and _share(share.get("val", "100000")) < _CLOSEST:
        yield "set with its lines on one another"
    if points is not None and int(points.get("val", "0")) < _CLOSEST * max((*sizes, 1000)):
        yield "set with its lines on one another"
    left, first, right = (int(own.get(key) or 0) / EMU_PER_POINT for key in ("marL", "indent", "marR"))
    if (first < 0 and left + first < -1) or (room and max(left, left + first) + right > _DEEPEST * room.width):
        yield "set in so far that it has no room"


def _runs(paragraph: _Element) -> Iterator[tuple[str, str]]:
    for run in paragraph.iterchildren(qn("a:r"), qn("a:fld")):
        words, properties = _words(run), run.find(qn("a:rPr"))
        if run.tag == qn("a:fld") and run.get("type", "slidenum") != "slidenum" and words:
            yield words, "filled in by PowerPoint with something else"
        if properties is not None and words:
            yield from ((words, how) for how in _run(properties))


def _run(properties: _Element) -> Iterator[str]:
    """What is said of words in a run, or of all words on a level."""
    if properties.find(qn("a:noFill")) is not None:
        yield "without colour"
    if properties.get("strike", "noStrike") != "noStrike":
        yield "struck through"
    if int(properties.get("spc") or 0) < _TIGHTEST:
        yield "set with its letters on one another"
    if abs(_share(properties.get("baseline") or "0")) > _RAISED:
        yield "raised or lowered, and small"
    if properties.find(qn("a:highlight")) is not None:
        yield "marked with a colour that may hide it"
    if any(properties.find(qn(f"a:{fill}")) is not None for fill in _NOT_PLAIN):
        yield "filled with a pattern that may hide it"
    outline, effects = properties.find(qn("a:ln")), properties.find(qn("a:effectLst"))
    if outline is not None and outline.find(qn("a:noFill")) is None and _points(outline, "w") > _THICKEST:
        yield "drawn around so thickly that its letters are blots"
    if effects is not None:
        blur, glow = effects.find(qn("a:blur")), effects.find(qn("a:glow"))
        if _points(blur, "rad") > _BLURRED or _points(glow, "rad") > _GLOWING:
            yield "blurred"


def _points(element: _Element | None, key: str) -> float:
    return 0.0 if element is None else int(element.get(key) or 0) / EMU_PER_POINT


def _share(value: str) -> float:
    return float(value[:-1]) / 100 if value.endswith("%") else int(value) / THOUSANDTHS
