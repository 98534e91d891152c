"""How words of a slide are set otherwise than they can be read: on one another, beyond their box, in their own colour.

The builder writes none of this; what somebody did by hand within reason is let be.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from briefdeck.model.geometry import Size
from briefdeck.verify.deck_xml import EMU_PER_POINT, THOUSANDTHS, qn

_CLOSEST = 0.6  # lines: the share of their usual distance below which they run into one another
_TIGHTEST = -200  # letters: hundredths of a point by which they may come closer
_RAISED = 0.1  # of the size: more is an exponent, which is set at two thirds of the size
_DEEPEST = 0.6  # of the width: what is left for the words must be more than the rest
_NOT_PLAIN = ("gradFill", "pattFill", "blipFill")


def misset(body: _Element, room: Size | None) -> Iterator[tuple[str, str]]:
    """Words of a text body, and how they are set so that they cannot be read, a phrase for each fault."""
    properties = body.find(qn("a:bodyPr"))
    words = _words(body)
    if properties is not None and words:
        if properties.get("wrap") == "none":
            yield words, "set on one line that goes on beyond its box"
        if int(properties.get("numCol") or 1) > 1:
            yield words, "set in columns within its box"
    for paragraph in body.iterchildren(qn("a:p")):
        if said := _words(paragraph):
            yield from ((said, how) for how in _paragraph(paragraph, room))
            yield from _runs(paragraph)


def _words(element: _Element) -> str:
    return " ".join(text.text or "" for text in element.iter(qn("a:t"))).strip()


def _paragraph(paragraph: _Element, room: Size | None) -> Iterator[str]:
    own = paragraph.find(qn("a:pPr"))
    if own is None:
        return
    share, points = (own.find(f"{qn('a:lnSpc')}/{qn(kind)}") for kind in ("a:spcPct", "a:spcPts"))
    if share is not None and _share(share.get("val", "100000")) < _CLOSEST:
        yield "set with its lines on one another"
    sizes = [int(run.get("sz", "0")) for run in paragraph.iter(qn("a:rPr"))]
    if points is not None and int(points.get("val", "0")) < _CLOSEST * max((*sizes, 1000)):
        yield "set with its lines on one another"
    left, first = (int(own.get(key) or 0) / EMU_PER_POINT for key in ("marL", "indent"))
    if (first < 0 and left + first < -1) or (room and max(left, left + first) > _DEEPEST * room.width):
        yield "set in so far that it has no room"


def _runs(paragraph: _Element) -> Iterator[tuple[str, str]]:
    for run in paragraph.iterchildren(qn("a:r"), qn("a:fld")):
        words, properties = _words(run), run.find(qn("a:rPr"))
        if run.tag == qn("a:fld") and run.get("type", "slidenum") != "slidenum" and words:
            yield words, "filled in by PowerPoint with something else"
        if properties is None or not words:
            continue
        if int(properties.get("spc") or 0) < _TIGHTEST:
            yield words, "set with its letters on one another"
        if abs(_share(properties.get("baseline") or "0")) > _RAISED:
            yield words, "raised or lowered, and small"
        if properties.find(qn("a:highlight")) is not None:
            yield words, "marked with a colour that may hide it"
        if any(properties.find(qn(f"a:{fill}")) is not None for fill in _NOT_PLAIN):
            yield words, "filled with a pattern that may hide it"


def _share(value: str) -> float:
    return float(value[:-1]) / 100 if value.endswith("%") else int(value) / THOUSANDTHS
