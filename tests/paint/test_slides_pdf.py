"""slides.pdf and the handout: valid by the reference validator, and the slides as LibreOffice shows the deck."""

from __future__ import annotations

import io
import itertools
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from briefdeck.assets import read_look, theme_names
from briefdeck.compose.brief.paper import PAPERS
from briefdeck.compose.deck.document import compose_deck
from briefdeck.compose.deck.handout import compose_handout
from briefdeck.compose.deck.preview import compose_slides
from briefdeck.compose.type.scripts import runs_left
from briefdeck.errors import BriefdeckError
from briefdeck.model.identity import Identity
from briefdeck.model.outline import Outline
from briefdeck.model.page import Document
from briefdeck.paint.pdf import paint as paint_pdf
from briefdeck.paint.powerpoint import paint as paint_deck
from briefdeck.pipeline import Order, make, map_note
from briefdeck.verify.standards import check
from compose.outlines import MEDIA, REACHES, outlines
from support import verapdf
from support.photographs import paintable
from support.pptx_overflow import unshrunk
from support.render import convert, needs_libreoffice
from support.renderers import MISSING, RENDERERS, apart
from support.same_lines import Pair, pairs

PICTURES = paintable(MEDIA)
FAR = 0.45  # of the way from black to white, at the worst place of two blurred pages
CLOSE = 0.03  # of that way in the mean: each turns large coloured grounds into a grey of its own
UNWELL = list(HealthCheck)
OWN_LETTERS = {chr(code) for code in range(0x20, 0x180)} | set("–—‘’“”…•€")

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))


def deck_of(made: Outline, theme: str = "") -> Document:
    identity = Identity(title=made.title, lang=made.lang, build="b")
    return compose_deck(made, read_look(theme, made.lang), identity, PICTURES)[0]


def every_layout() -> list[Document]:
    return [
        compose_slides(deck_of(made, theme)) for made, theme in zip(REACHES.values(), itertools.cycle(theme_names()))
    ]


def test_our_own_checker_finds_nothing():
    for slides in every_layout():
        assert not check(paint_pdf(slides))
        assert not check(paint_pdf(compose_handout(slides, PAPERS["a4"].size, 6)))


@pytest.mark.slow
@pytest.mark.skipif(bool(verapdf.unavailable()), reason=verapdf.unavailable() or "veraPDF is there")
def test_verapdf_passes_both_standards(tmp_path):
    files = []
    for number, slides in enumerate(every_layout()):
        for name, data in (
            ("slides", paint_pdf(slides)),
            ("handout", paint_pdf(compose_handout(slides, PAPERS["letter"].size, (3, 6, 9)[number % 3]))),
        ):
            files.append(tmp_path / f"{name}-{number}.pdf")
            files[-1].write_bytes(data)
    assert [str(verdict) for verdict in verapdf.validate(*files) if not verdict.passed] == []


def held_against_libreoffice(deck: Document, folder: Path) -> list[Pair]:
    """The paragraphs of the deck as we set them and as LibreOffice paints the file, shrinking turned off.

    Left out is what cannot agree: LibreOffice never breaks a link of several words, and falls back to other fonts than
    ours for letters that the deck's own font lacks.
    """
    slides = compose_slides(deck)
    rendered = convert(unshrunk(paint_deck(deck)), folder, "pdf").read_bytes()
    linked = {
        paragraph.text
        for page in deck.pages
        for box in page.boxes
        for paragraph in getattr(box.content, "paragraphs", ())
        if any(span.link for span in paragraph.spans)
    }
    return [
        pair
        for pair in pairs(slides, rendered)
        if set(pair.text) <= OWN_LETTERS and not any(text in pair.beside for text in linked)
    ]


def assert_alike(found: list[Pair], *, least: int) -> None:
    """The same words on the same slides; lines, breaks and places as the promise has them."""
    assert len(found) >= least
    missing = [pair for pair in found if not pair.theirs]
    assert not missing
    counted = [pair for pair in found if not pair.same_count]
    broken = [pair for pair in found if not pair.same_breaks]
    elsewhere = {(pair.slide, pair.beside) for pair in broken}  # what stands below other lines stands elsewhere
    apart = [
        pair
        for pair in found
        if pair.same_breaks
        and pair.apart > 3
        and set(pair.beside) <= OWN_LETTERS
        and (pair.slide, pair.beside) not in elsewhere
    ]
    assert len(counted) <= 0.01 * len(found), counted
    assert len(broken) <= 0.05 * len(found), broken
    assert not apart


@needs_libreoffice
@pytest.mark.slow
@pytest.mark.parametrize("theme", theme_names())
def test_slides_of_the_seeds_are_as_libreoffice_shows_them(theme, tmp_path):
    found = []
    for note in SEEDS:
        made, _ = map_note(note.read_bytes(), note.name)
        found += held_against_libreoffice(deck_of(made, theme), tmp_path)
    assert_alike(found, least=40)


@needs_libreoffice
@pytest.mark.slow
def test_every_layout_is_as_libreoffice_shows_it(tmp_path):
    found = []
    for made in REACHES.values():
        found += held_against_libreoffice(deck_of(made), tmp_path)
    assert_alike(found, least=150)


@needs_libreoffice
@pytest.mark.slow
def test_slides_of_any_outline_are_as_libreoffice_shows_them(tmp_path):
    found: list[Pair] = []

    @seed(20261125)
    @settings(
        max_examples=40, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=[*HealthCheck]
    )
    @given(outlines)
    def collect(made: Outline) -> None:
        if runs_left(made.lang):
            return  # the order in which such pages are painted is not that in which they are read
        try:
            deck = deck_of(made)
        except BriefdeckError:
            return
        found.extend(held_against_libreoffice(deck, tmp_path))

    collect()
    assert_alike(found, least=200)


@needs_libreoffice
@pytest.mark.slow
def test_the_comparison_notices_other_lines(tmp_path):
    deck = deck_of(REACHES["Statement"])
    (statement,) = [box for box in deck.pages[-1].boxes if box.slot.startswith("statement")]
    found = held_against_libreoffice(deck, tmp_path)
    assert {pair.text for pair in found} >= {paragraph.text for paragraph in statement.content.paragraphs}
    rendered = convert(unshrunk(paint_deck(deck)), tmp_path, "pdf").read_bytes()
    moved = statement._replace(frame=statement.frame._replace(x=statement.frame.x + 4))
    boxes = tuple(moved if box is statement else box for box in deck.pages[-1].boxes)
    other = compose_slides(
        Document(
            kind="deck",
            size=deck.size,
            contents=deck.contents,
            pages=(*deck.pages[:-1], deck.pages[-1]._replace(boxes=boxes)),
            identity=deck.identity,
            look=deck.look,
            layouts=deck.layouts,
        )
    )
    assert [pair.apart > 3 for pair in pairs(other, rendered)].count(True) == 1


@pytest.mark.slow
@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)} (Debian: mupdf-tools, ghostscript)")
@pytest.mark.parametrize("kind", ["slides.pdf", "handout.pdf"])
def test_four_renderers_agree_on_every_page(kind, tmp_path):
    made, _ = map_note(SEEDS[0].read_bytes(), SEEDS[0].name)
    also = make(made, Order(only="deck", also=("slides", "handout"), per_sheet=6)).also
    with pikepdf.open(io.BytesIO(also[kind])) as pdf:
        for page in pdf.pages:
            alone = pikepdf.new()
            alone.pages.append(page)
            alone.save(tmp_path / "page.pdf")
            shown = {name: render(tmp_path / "page.pdf") for name, render in RENDERERS.items()}
            for one, other in itertools.combinations(shown, 2):
                mean, most = apart(shown[one], shown[other])
                assert mean < CLOSE, (one, other)
                assert most < FAR, (one, other)
