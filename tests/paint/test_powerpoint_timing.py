"""Builds as PowerPoint reads them."""

from __future__ import annotations

import io

from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn

from briefdeck.model.outline import DeckSettings
from briefdeck.model.values import replace
from briefdeck.pipeline import Order, make
from compose.outlines import REACHES, group, outline, section
from support.pptx_check import check

GIVEN = outline(
    section(
        "List",
        *(f"The {which} point of a list that is long enough for lines" for which in ("first", "next", "third", "last")),
    ),
    section("Cards", group("Left", "One", "Two"), group("Right", "Three", "Four"), layout="Cards 2"),
    section("Years", timeline=REACHES["Timeline 3"].sections[0].timeline),
)


def built():
    return make(replace(GIVEN, deck=DeckSettings(builds=True)), Order(only="deck")).deck


def slides(deck):
    return {slide.shapes.title.text: slide for slide in Presentation(io.BytesIO(deck)).slides}


def clicks(slide):
    """What appears at each click: (shape's name, first paragraph or None) for every target."""
    names = {str(shape.shape_id): shape.name for shape in slide.shapes}
    found = []
    for node in slide._element.iter(qn("p:cTn")):
        if node.get("nodeType") in ("clickEffect", "withEffect"):
            target = next(node.iter(qn("p:spTgt")))
            paragraph = next((one.get("st") for one in target.iter(qn("p:pRg"))), None)
            if node.get("nodeType") == "clickEffect":
                found.append([])
            found[-1].append((names[target.get("spid")], paragraph))
    return found


def test_a_list_appears_point_by_point():
    assert clicks(slides(built())["List"]) == [[("points", str(n))] for n in range(4)]


def test_cards_appear_one_by_one():
    assert clicks(slides(built())["Cards"]) == [[("card 1", None)], [("card 2", None)]]


def test_a_date_appears_with_what_happened():
    first, *rest = clicks(slides(built())["Years"])
    assert first == [("when 1", None), ("what 1", None)]
    assert len(rest) == 2


def test_ids_are_unique_and_every_built_shape_is_listed():
    for slide in slides(built()).values():
        timing = slide._element.find(qn("p:timing"))
        if timing is None:
            continue
        ids = [node.get("id") for node in timing.iter(qn("p:cTn"))]
        assert len(ids) == len(set(ids))
        assert {node.get("spid") for node in timing.iter(qn("p:bldP"))} == {
            node.get("spid") for node in timing.iter(qn("p:spTgt"))
        }


def test_a_deck_with_builds_is_sound_and_one_without_has_no_timing():
    assert check(built()) == []
    plain = make(GIVEN, Order(only="deck")).deck
    assert all(slide._element.find(qn("p:timing")) is None for slide in Presentation(io.BytesIO(plain)).slides)
    assert b"timing" not in etree.tostring(Presentation(io.BytesIO(plain)).slides[0]._element)
