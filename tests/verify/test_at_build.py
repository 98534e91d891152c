"""The look that every build takes at its deck: sound ones pass, and each single fault is named."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest

from briefdeck.assets import theme_names
from briefdeck.model.outline import DeckSettings
from briefdeck.model.values import replace
from briefdeck.pipeline import Order, make
from briefdeck.verify.at_build import package_faults
from compose.outlines import gallery

Parts = dict[str, bytes]


@pytest.fixture(scope="module")
def deck() -> bytes:
    """A deck with builds, links and a table."""
    given = gallery("Points", "Table", "Cards 2")
    return make(replace(given, deck=DeckSettings(builds=True)), Order(only="deck")).deck


def changed(deck: bytes, change: Callable[[Parts], None]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def on(name: str, pattern: str, by: str) -> Callable[[Parts], None]:
    """Replace the first match in the first part of that kind that has one."""

    def change(parts: Parts) -> None:
        for part in sorted(parts):
            if re.fullmatch(name, part) and re.search(pattern.encode(), parts[part]):
                parts[part] = re.sub(pattern.encode(), by.encode(), parts[part], count=1)
                return
        raise AssertionError("nothing to change")

    return change


SLIDE = r"ppt/slides/slide\d+\.xml"
TYPES = r"\[Content_Types\].xml"
MUTANTS = {
    "not well formed": (on(SLIDE, "</p:cSld>", ""), "not well formed"),
    "notes not well formed": (on(r"ppt/notesSlides/.*\.xml", "</p:cSld>", ""), "not well formed"),
    "a part gone": (lambda parts: parts.pop("ppt/tags/tag2.xml"), "which is not there"),
    "a layout gone": (lambda parts: parts.pop("ppt/slideLayouts/slideLayout1.xml"), "which is not there"),
    "a relation twice": (on(r"ppt/slides/_rels/.*", 'Id="rId2"', 'Id="rId1"'), "uses an id twice"),
    "a relation lost": (on(SLIDE, 'r:id="rId\\d+"', 'r:id="rId99"'), "uses the relation rId99"),
    "no content type": (
        on(TYPES, '<Override PartName="/ppt/slides/slide1.xml"[^>]*>', ""),
        "slide1.xml has no content type",
    ),
    "a content type of nothing": (
        on(TYPES, "</Types>", '<Override PartName="/ppt/x.bin" ContentType="a/b"/></Types>'),
        "ppt/x.bin has a content type and is not there",
    ),
    "shape ids alike": (on(SLIDE, '<p:cNvPr id="3"', '<p:cNvPr id="2"'), "uses the id of a shape twice"),
    "no title": (on(SLIDE, '<p:ph type="title"/>', '<p:ph type="body" idx="77"/>'), "has no title"),
    "empty title": (on(SLIDE, '(type="title".*?<a:t>)[^<]*', r"\1"), "has no title"),
    "titles alike": (on(r"ppt/slides/slide2\.xml", "<a:t>[^<]*</a:t>", "<a:t>Deck</a:t>"), "same title"),
    "no alternative": (on(SLIDE, '(<p:graphicFrame>.*?) descr="[^"]*"', r"\1"), "no alternative text"),
    "no language": (on(SLIDE, ' lang="[^"]*"', ""), "say no language"),
    "a build of nothing": (on(SLIDE, 'spTgt spid="\\d+"', 'spTgt spid="99"'), "moves the shape 99"),
}


@pytest.mark.parametrize("name", MUTANTS)
def test_every_fault_is_named(deck, name):
    change, says = MUTANTS[name]
    found = package_faults(changed(deck, change))
    assert any(re.search(says, fault) for fault in found), found


def test_what_is_no_package_is_said_so():
    assert package_faults(b"PK not really")


@pytest.mark.parametrize("theme", theme_names())
def test_sound_decks_have_none(theme):
    assert package_faults(make(gallery(), Order(only="deck", theme=theme)).deck) == ()


def test_a_deck_that_is_not_sound_is_never_given_out(monkeypatch):
    monkeypatch.setattr("briefdeck.verify.at_build.package_faults", lambda deck: ("a fault",))
    with pytest.raises(AssertionError, match="not sound: a fault"):
        make(gallery("Points"), Order(only="deck"))
