"""Builds as PowerPoint has them: a main sequence with one click for each step, every step an "Appear"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Final

from briefdeck.model.page import Box, Text
from briefdeck.named import NamedTuple

_AT_ONCE: Final = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
_AT_A_CLICK: Final = '<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>'


class _Target(NamedTuple):
    """A shape, or paragraphs of it (first and last, from 0)."""

    shape: int
    paragraphs: tuple[int, int] | None = None


def timing_xml(moving: Sequence[tuple[int, Box]]) -> str:
    """The `p:timing` of a slide for its boxes that appear, each with the id of its shape."""
    ids = count(3)
    clicks = "".join(_click(targets, ids) for targets in _steps(moving))
    builds = "".join(_build(shape, box) for shape, box in moving)
    return (
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
        '<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>'
        f"{clicks}</p:childTnLst></p:cTn>"
        '<p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst>'
        '<p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst>'
        f"</p:seq></p:childTnLst></p:cTn></p:par></p:tnLst><p:bldLst>{builds}</p:bldLst></p:timing>"
    )


def _build(shape: int, box: Box) -> str:
    """How the box as a whole is built, for PowerPoint's animation pane."""
    by_paragraph = ' build="p"' if box.build == "paragraphs" else ""
    return f'<p:bldP spid="{shape}" grpId="0"{by_paragraph}/>'


def _steps(moving: Sequence[tuple[int, Box]]) -> Iterator[list[_Target]]:
    """What appears at each click."""
    together: list[_Target] = []
    for shape, box in moving:
        if box.build == "with":
            together.append(_Target(shape))
            continue
        if together:
            yield together
        together = [] if box.build == "paragraphs" else [_Target(shape)]
        if box.build == "paragraphs":
            yield from _paragraphs(shape, box)
    if together:
        yield together


def _paragraphs(shape: int, box: Box) -> Iterator[list[_Target]]:
    """A point of the first level with those below it; each paragraph is a target of its own."""
    assert isinstance(box.content, Text)
    step: list[_Target] = []
    for number, paragraph in enumerate(box.content.paragraphs):
        if not paragraph.level and step:
            yield step
            step = []
        step.append(_Target(shape, (number, number)))
    if step:
        yield step


def _click(targets: Sequence[_Target], ids: Iterator[int]) -> str:
    outer, inner = next(ids), next(ids)
    effects = "".join(_appear(target, first=not number, ids=ids) for number, target in enumerate(targets))
    return (
        f'<p:par><p:cTn id="{outer}" fill="hold">{_AT_A_CLICK}<p:childTnLst>'
        f'<p:par><p:cTn id="{inner}" fill="hold">{_AT_ONCE}<p:childTnLst>{effects}</p:childTnLst></p:cTn></p:par>'
        "</p:childTnLst></p:cTn></p:par>"
    )


def _appear(target: _Target, *, first: bool, ids: Iterator[int]) -> str:
    node = "clickEffect" if first else "withEffect"
    if target.paragraphs is None:
        place = f'<p:spTgt spid="{target.shape}"/>'
    else:
        start, end = target.paragraphs
        place = f'<p:spTgt spid="{target.shape}"><p:txEl><p:pRg st="{start}" end="{end}"/></p:txEl></p:spTgt>'
    return (
        f'<p:par><p:cTn id="{next(ids)}" presetID="1" presetClass="entr" presetSubtype="0" fill="hold" grpId="0" '
        f'nodeType="{node}">{_AT_ONCE}<p:childTnLst><p:set><p:cBhvr><p:cTn id="{next(ids)}" dur="1" fill="hold">'
        f"{_AT_ONCE}</p:cTn><p:tgtEl>{place}</p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName>"
        '</p:attrNameLst></p:cBhvr><p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par>'
    )
