"""What leads out of a deck, or is brought along in it, and where its links go: read from its relations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pptx.opc.constants import RELATIONSHIP_TYPE

from briefdeck.named import NamedTuple
from briefdeck.verify.archive import parse
from briefdeck.verify.deck_xml import qn

if TYPE_CHECKING:
    from lxml.etree import _Element
    from pptx.opc.package import Part
    from pptx.presentation import Presentation as OpenDeck
    from pptx.slide import Slide as OpenSlide

_BROUGHT = {
    "oleObject": "a file of another program",
    "control": "a control that runs",
    "audio": "a sound",
    "video": "a film",
    "media": "a sound or a film",
    "comments": "remarks that somebody put on it",
    "webextensiontaskpanes": "a program that opens beside it",
    "webextension": "a program that runs on a slide",
    "extensibility": "buttons of its own for PowerPoint",
    "chartUserShapes": "something that was drawn on a chart",
}
"""Kinds of relations that the builder never makes, and what each stands for."""

_INK = "application/inkml+xml"
_TO_SLIDE = "ppaction://hlinksldjump"
_JUMPS = (_TO_SLIDE, "ppaction://hlinkshowjump?jump=nextslide", "ppaction://hlinkshowjump?jump=prev")
_CLICKS = (qn("a:hlinkClick"), qn("a:hlinkHover"), qn("a:hlinkMouseOver"))


class Link(NamedTuple):
    """What can be clicked on a slide, and where that leads: to an address, to an action, or to a slide of the deck."""

    words: str
    address: str = ""
    slide: int = 0  # number


def links(slide: OpenSlide, numbers: Mapping[str, int]) -> Iterator[Link]:
    """The links of a slide; a program that is started, or a macro, is one too. `numbers` are those of slide parts."""
    for click in slide._element.iter(*_CLICKS):
        relation = slide.part.rels.get(click.get(qn("r:id"), "")) if click.get(qn("r:id")) else None
        action = click.get("action", "")
        if relation is not None and relation.is_external:
            yield Link(_words(click), relation.target_ref)
        elif action and not action.startswith(_JUMPS):
            yield Link(_words(click), action)
        elif relation is not None and action.startswith(_TO_SLIDE):
            yield Link(_around(click), slide=numbers.get(relation.target_part.partname, 0))


def _words(click: _Element) -> str:
    """What is clicked: all that a shape says, or the runs of a paragraph that lead to one place."""
    holder = click.getparent()
    holder = None if holder is None else holder.getparent()
    around = None if holder is None else holder.getparent()
    if holder is None or around is None:
        return ""
    if holder.tag not in (qn("a:r"), qn("a:fld")):
        return " ".join(text.text or "" for text in around.iter(qn("a:t")))
    there, words, reached = click.get(qn("r:id"), ""), "", False
    for run in around:  # the same place may be led to twice in a paragraph
        if not _leads_to(run, there):
            if reached:
                break
            words = ""
            continue
        words += run.findtext(qn("a:t"), "")
        reached = reached or run is holder
    return words


def _around(click: _Element) -> str:
    """All that the paragraph or the shape says in which something is clicked, be it only its first word."""
    around = next(click.iterancestors(qn("a:p"), qn("p:sp"), qn("p:pic"), qn("p:graphicFrame")), None)
    return "" if around is None else "".join(text.text or "" for text in around.iter(qn("a:t")))


def _leads_to(run: _Element, there: str) -> bool:
    click = run.find(f"{qn('a:rPr')}/{qn('a:hlinkClick')}")
    return click is not None and click.get(qn("r:id"), "") == there


def loads(part: Part) -> Iterator[str]:
    """What the parts that can be reached lead to outside of the deck; links are followed by people only."""
    seen, waiting = {part}, [part.package._rels, part.rels]
    for relations in waiting:  # grows while it is walked
        for relation in relations.values():
            if relation.is_external:
                if relation.reltype != RELATIONSHIP_TYPE.HYPERLINK:
                    yield f"loads something from elsewhere: {relation.target_ref}"
            elif (kind := relation.reltype.rpartition("/")[2]) in _BROUGHT:
                yield f"brings along {_BROUGHT[kind]}"
            elif relation.target_part not in seen:
                seen.add(relation.target_part)
                waiting.append(relation.target_part.rels)
                if str(relation.target_part.partname).lower().endswith("vbaproject.bin"):
                    yield "holds macros"
                elif relation.target_part.content_type == _INK:
                    yield "brings along what somebody drew on a slide"


def guarded(deck: OpenDeck) -> Iterator[str]:
    """What has to be known or overcome before the deck can be edited."""
    if deck.element.find(qn("p:modifyVerifier")) is not None:
        yield "asks for a password before it may be edited"


def shows_less(part: Part) -> str:
    """Why a show of the deck is not all of it, from how it was set up."""
    for relation in part.rels.values():
        if relation.is_external or not relation.reltype.endswith("/presProps"):
            continue
        setup = parse(relation.target_part.blob).find(qn("p:showPr"))
        if setup is not None and any(setup.find(qn(f"p:{kind}")) is not None for kind in ("sldRg", "custShow")):
            return "its show is set up to leave slides out"
        if setup is not None and setup.find(qn("p:kiosk")) is not None:
            return "its show is set up to go round by itself"
    return ""
