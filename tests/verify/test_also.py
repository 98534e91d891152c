"""slides.pdf and the handout are held against the deck: sound ones pass, and each single fault is named."""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass

import pikepdf
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from briefdeck.assets import read_look, theme_names
from briefdeck.errors import BriefdeckError
from briefdeck.model.ids import assign_ids
from briefdeck.model.outline import Outline, Point, Section
from briefdeck.pipeline import Briefing, Order, make, map_note
from briefdeck.verify import verify
from briefdeck.verify.checks_also import PROMISES
from briefdeck.verify.report import Report
from compose.outlines import MEDIA, REACHES, outlines
from support.photographs import paintable
from verify import mutations as do
from verify.conftest import SEED

WORDS, PUT_ON, SEEN, EVERY, ORDER, COUNTS, BOOKMARKS, LYING, ALOUD, BUILD, ALONE = (one.name for one in PROMISES)
ALSO = ("slides", "handout")
PICTURES = paintable(MEDIA)
UNWELL = list(HealthCheck)


def built_also(outline: Outline, theme: str = "") -> Briefing:
    return make(outline, Order(theme=theme, also=ALSO, only="deck", per_sheet=6, media=PICTURES))


def report(made: Briefing, **changed: bytes) -> Report:
    files = {kind: made.also[f"{kind}.pdf"] for kind in ALSO} | changed
    furniture = read_look().furniture
    return verify(made.deck, None, None, None, furniture, slides=files["slides"], handout=files["handout"])


@pytest.fixture(scope="module")
def seed_files() -> Briefing:
    outline, _ = map_note(SEED.read_bytes(), SEED.name)
    return built_also(outline)


def faults(found: Report) -> list[str]:
    return [
        f"{check.name}: {problem.message}"
        for check in found.checks
        if ".pdf" in check.name
        for problem in check.problems
    ]


def test_the_seeds_own_files_pass(seed_files):
    found = report(seed_files)
    assert [check.passed for check in found.checks if ".pdf" in check.name] == [True] * 2 * len(PROMISES)


def test_without_them_nothing_is_said_of_them(seed_files):
    found = verify(seed_files.deck, None, None, None, read_look().furniture)
    assert not [check for check in found.checks if ".pdf" in check.name]


def test_every_layout_in_every_theme_passes():
    for (name, outline), theme in zip(REACHES.items(), itertools.cycle(theme_names()), strict=False):
        assert faults(report(built_also(outline, theme))) == [], (name, theme)


@settings(max_examples=15, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=UNWELL)
@given(outlines)
def test_any_outline_passes(outline):
    try:
        made = built_also(outline)
    except BriefdeckError:
        return
    assert faults(report(made)) == []


@pytest.mark.parametrize("title", ["Cace6עבר 1לים", "bd’f عيab FC", "e’d%1العة 12/ab"])
def test_words_in_which_letters_of_both_directions_stand_are_known_again(title):
    points = tuple(Point(say=f"{title} {number}.", lines=(number,)) for number in (2, 3))
    sections = (Section(id="", title=title, lines=(1,), points=points),)
    for lang in ("en", "ar"):
        made = built_also(assign_ids(Outline(title=f"{title} {title}", lang=lang, sections=sections)))
        assert faults(report(made)) == [], lang


@dataclass(frozen=True)
class Mutant:
    """A fault, the check that must find it and the code it is named by."""

    name: str
    change: Callable[[bytes], bytes]
    check: str
    code: str


def page_gone(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[len(pdf.pages) - 1]


def bookmarks_traded(pdf: pikepdf.Pdf) -> None:
    second = pdf.Root.Outlines.First.Next
    second.Dest, second.Next.Dest = second.Next.Dest, second.Dest


def on_pages(key: str, value: object) -> Callable[[pikepdf.Pdf], None]:
    def edit(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            page.obj[key] = value

    return edit


def pages_swapped(pdf: pikepdf.Pdf) -> None:
    pdf.pages.insert(3, pdf.pages[5])
    del pdf.pages[6]


def other_letters(pdf: pikepdf.Pdf) -> None:
    """What was an a is read as an o: the page looks as before and says something else."""
    for page in pdf.pages:
        for font in page.Resources.Font.values():
            table = font.ToUnicode.read_bytes()
            font.ToUnicode = pdf.make_stream(table.replace(b"> <0061>", b"> <006F>"))


def words_gone(pdf: pikepdf.Pdf) -> None:
    """The first texts of each page is not shown."""
    for page in pdf.pages:
        shown = page.Contents.read_bytes()
        page.Contents = pdf.make_stream(re.sub(rb"\[[^]]*\] TJ", b"[] TJ", shown, count=3))


def uncounted(pdf: pikepdf.Pdf) -> None:
    """The numbers in numbered lists are no longer read."""
    for item in (one for one in do.elements(pdf) if one.S == "/LI" and "Decimal" in str(one.P.get("/A", ""))):
        del item.K[0]


def heads_renamed(pdf: pikepdf.Pdf) -> None:
    for element in do.elements(pdf):
        if re.fullmatch("/H[23]", str(element.S)):
            element.S = pikepdf.Name.P


def pale(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        content = re.sub(rb"(?<![\d.])[\d.]+ [\d.]+ [\d.]+ rg", b".8 .8 .8 rg", page.Contents.read_bytes())
        page.Contents = pdf.make_stream(content)


def untagged(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        page.Contents = pdf.make_stream(re.sub(rb"/\w+ <<\s*/MCID 1 .*?BDC", b"/P BMC", page.Contents.read_bytes()))


def on_every_page(change: Callable[[bytes], bytes]) -> Callable[[pikepdf.Pdf], None]:
    def changed(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            page.Contents = pdf.make_stream(change(page.Contents.read_bytes()))

    return changed


def stamped(pdf: pikepdf.Pdf) -> None:
    stamp = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, Contents="DRAFT", Rect=[0, 0, 9, 9])
    pdf.pages[-1].Annots = pikepdf.Array([pdf.make_indirect(stamp)])


def program(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


MUTANTS = (
    Mutant("words without ink", do.in_pdf(on_every_page(lambda page: b"3 Tr " + page)), SEEN, "BD428"),
    Mutant(
        "pages painted over",
        do.in_pdf(on_every_page(lambda page: page + b" 1 1 1 rg 0 0 2000 2000 re f")),
        SEEN,
        "BD428",
    ),
    Mutant("words clipped away", do.in_pdf(on_every_page(lambda page: b"0 0 1 1 re W n " + page)), SEEN, "BD428"),
    Mutant(
        "words beside the page",
        do.in_pdf(on_every_page(lambda page: b"q 1 0 0 1 3000 0 cm " + page + b" Q")),
        SEEN,
        "BD428",
    ),
    Mutant(
        "words below the page",
        do.in_pdf(on_every_page(lambda page: b"q 1 0 0 1 0 -3000 cm " + page + b" Q")),
        SEEN,
        "BD428",
    ),
    Mutant("a stamp", do.in_pdf(stamped), PUT_ON, "BD418"),
    Mutant("a program", do.in_pdf(program), ALONE, "BD408"),
    Mutant("a page is gone", do.in_pdf(page_gone), EVERY, "BD483"),
    Mutant("a letter is read as another", do.in_pdf(other_letters), WORDS, "BD484"),
    Mutant("words are gone", do.in_pdf(words_gone), WORDS, "BD484"),
    Mutant(
        "bookmark renamed", do.in_pdf(do.bookmarks(lambda root: setattr(root[1], "title", "Intro"))), BOOKMARKS, "BD487"
    ),
    Mutant("bookmarks swapped", do.in_pdf(do.bookmarks(lambda root: root.insert(1, root.pop(2)))), BOOKMARKS, "BD487"),
    Mutant("bookmark gone", do.in_pdf(do.bookmarks(lambda root: root.pop())), BOOKMARKS, "BD487"),
    Mutant("pages turned", do.in_pdf(on_pages("/Rotate", 90)), LYING, "BD499"),
    Mutant("pages cropped", do.in_pdf(on_pages("/CropBox", pikepdf.Array([0, 0, 100, 100]))), LYING, "BD499"),
    Mutant("numbers gone", do.in_pdf(uncounted), COUNTS, "BD427"),
    Mutant("titles are no headings", do.in_pdf(heads_renamed), ORDER, "BD486"),
    Mutant("another build", do.in_pdf(do.info("/BriefdeckBuild", "0000")), BUILD, "BD480"),
    Mutant("no build", do.in_pdf(do.info("/BriefdeckBuild", "")), BUILD, "BD481"),
    Mutant("no language", do.in_pdf(do.without("/Lang")), ALOUD, "BD491"),
    Mutant("no structure", do.in_pdf(do.without("/StructTreeRoot")), ALOUD, "BD490"),
    Mutant("title not shown", do.in_pdf(do.without("/ViewerPreferences")), ALOUD, "BD492"),
    Mutant("no metadata", do.in_pdf(do.without("/Metadata")), ALOUD, "BD493"),
    Mutant("text not marked", do.in_pdf(untagged), ALOUD, "BD495"),
    Mutant("font not embedded", do.in_pdf(do.each_font(do.not_embedded)), ALOUD, "BD497"),
    Mutant("font not readable", do.in_pdf(do.each_font(do.unreadable)), ALOUD, "BD498"),
    Mutant("pale ink", do.in_pdf(pale), ALOUD, "BD478"),
)


@pytest.mark.parametrize("kind", ALSO)
@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_fault_is_named(seed_files, kind, mutant):
    changed = mutant.change(seed_files.also[f"{kind}.pdf"])
    found = report(seed_files, **{kind: changed})
    (check,) = [check for check in found.checks if check.name == f"{kind}.pdf {mutant.check}"]
    assert check.passed is False
    assert not found.ok
    assert mutant.code in {problem.code for problem in check.problems}, check.problems


def test_a_bookmark_to_another_slide_is_named(seed_files):
    changed = do.in_pdf(bookmarks_traded)(seed_files.also["slides.pdf"])
    assert "BD487" in {problem.code for problem in report(seed_files, slides=changed).problems}


@pytest.mark.parametrize("kind", ALSO)
def test_another_language_is_named(seed_files, kind):
    changed = do.in_pdf(lambda pdf: pdf.Root.__setitem__("/Lang", pikepdf.String("fr")))(seed_files.also[f"{kind}.pdf"])
    outline, _ = map_note(SEED.read_bytes(), SEED.name)
    found = verify(seed_files.deck, None, outline, None, read_look().furniture, **{kind: changed})
    assert [problem.code for problem in found.problems] == ["BD491"]


def test_pages_in_another_order_are_named(seed_files):
    changed = do.in_pdf(pages_swapped)(seed_files.also["slides.pdf"])
    assert {"BD484", "BD485"} <= {problem.code for problem in report(seed_files, slides=changed).problems}


def test_slides_of_another_outline_are_named(seed_files):
    other = built_also(REACHES["Quote"])
    codes = {problem.code for problem in report(seed_files, slides=other.also["slides.pdf"]).problems}
    assert {"BD480", "BD483", "BD484", "BD487"} <= codes


def test_a_file_that_is_none_is_named(seed_files):
    found = report(seed_files, slides=b"no PDF")
    assert [problem.code for problem in found.problems] == ["BD406"]
    assert "slides.pdf" in found.problems[0].message


def test_a_damaged_file_is_named(seed_files):
    data = seed_files.also["handout.pdf"]
    found = report(seed_files, handout=io.BytesIO(data[: len(data) // 3]).getvalue())
    assert not found.ok
