"""The brief as a document: one page, whole, full, even, within its margins, and the same every time."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from briefdeck.compose.brief.cuts import BARE
from briefdeck.compose.brief.document import compose_brief
from briefdeck.compose.brief.paper import PAPERS
from briefdeck.errors import BriefdeckError
from briefdeck.model.identity import Identity
from briefdeck.model.outline import Outline, Picture, Table
from briefdeck.model.page import Document, Part, ShapeContent, Text, refs
from briefdeck.model.values import replace
from compose.brief_outlines import outline, outlines, rich
from compose.brief_pages import ROOT, body_size, boxes, brief, feet, look, paragraphs, seed, with_lines

GOLDEN = ROOT / "tests" / "golden" / "000_6d5ad8971962cae4" / "brief.txt"


def accounted(of: Outline, document: Document) -> None:
    """Shown and cut together are the outline, nothing is both, and an entry that is cut answers for what it holds."""
    cut = {found.id for found in document.cuts} - {"subtitle"}
    shown = {ref.item for ref in refs(document.pages[0]) if ref.item}
    for entry in document.contents:
        things = {*entry.items, *entry.extras}
        if entry.id in cut:
            assert not things & shown
        else:
            assert things == (things & shown) | (things & cut)
    assert not shown & cut


def within(document: Document) -> None:
    paper = next(paper for paper in PAPERS.values() if paper.size == document.size)
    for box in boxes(document):
        assert box.frame.x >= paper.side - 0.01 and box.frame.right <= paper.size.width - paper.side + 0.01, box.frame
        assert box.frame.y >= paper.top - 0.01 and box.frame.bottom <= paper.size.height - paper.bottom + 0.01, (
            box.frame
        )
        if isinstance(box.content, Text):
            found = box.content.paragraphs[0]
            kern = 0.2 * found.style.size  # as far as punctuation hangs
            for line in found.lines:
                assert line.x >= -kern and line.x + line.width <= box.frame.width + kern, found.text
                assert 0 < line.baseline <= box.frame.height


def apart(document: Document) -> None:
    solid = [box.frame for box in boxes(document) if not isinstance(box.content, ShapeContent)]
    for index, frame in enumerate(solid):
        for other in solid[index + 1 :]:
            grown = other.inset(0.01)
            assert not frame.overlaps(grown), (frame, other)


def legible(document: Document) -> None:
    for found in paragraphs(document):
        caption = (
            found.tag == "Caption" or found.ref.part in (Part.CAPTION, Part.LINES) or found.ref.section == "sources"
        )
        table = found.ref.item.endswith((".table", ".chart"))
        assert found.style.size >= (9 if caption or table or found.ref.section == "opening" else 10) - 1e-9


def check(of: Outline, document: Document) -> None:
    assert len(document.pages) == 1
    accounted(of, document)
    within(document)
    apart(document)
    legible(document)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # making a failing page smaller would take minutes
)
@given(outlines())
def test_any_outline_gives_one_page_that_shows_or_cuts_everything(of: Outline) -> None:
    check(of, brief(of))


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_one_of_everything_stands_on_either_paper(paper: str) -> None:
    document = brief(rich(), paper)
    check(rich(), document)
    assert document.size.width == pytest.approx({"a4": 595.276, "letter": 612}[paper])
    assert not document.cuts


def test_the_same_outline_gives_the_same_document() -> None:
    assert brief(rich()) == brief(rich())


def test_the_seed_fits_in_large_type_without_cuts() -> None:
    document = brief(seed())
    check(seed(), document)
    assert not document.cuts
    assert body_size(document) >= 11


@pytest.mark.parametrize("count", [1, 2, 4, 6, 8, 11, 14, 17, 20, 26])
def test_the_page_is_full_however_long_the_outline(count: int) -> None:
    document = brief(outline(2, count))
    bottom = max(box.frame.bottom for box in boxes(document) if box.name not in ("foot rule",) and box.frame.y < 770)
    foot = next(box for box in boxes(document) if box.name == "foot rule")
    assert foot.frame.y - bottom < 45


def test_a_short_outline_is_set_large_in_one_column_above_lines_to_write_on() -> None:
    document = brief(outline(1, 2))
    lines = [box for box in boxes(document) if box.name == "line"]
    assert body_size(document) == 13
    assert len({round(box.frame.x) for box in with_lines(document)}) <= 2
    assert len(lines) > 10
    assert all(isinstance(box.content, ShapeContent) and box.content.stroke >= 0.5 for box in lines)


def test_a_longer_outline_is_set_smaller_before_anything_is_cut() -> None:
    sizes = [
        (body_size(document), len(document.cuts)) for document in map(brief, (outline(3, n) for n in range(2, 12)))
    ]
    assert sizes == sorted(sizes, key=lambda pair: (-pair[0], pair[1]))
    assert all(size == 10 for size, cut in sizes if cut)


@pytest.mark.parametrize("points", range(4, 20, 2))
def test_two_columns_end_within_two_lines_of_each_other(points: int) -> None:
    document = brief(outline(2, points))
    ends = feet(document)
    if len(ends) == 2:
        assert abs(ends[0] - ends[1]) <= 2 * 1.5 * body_size(document)


@pytest.mark.parametrize("points", range(4, 20, 3))
def test_no_column_begins_or_ends_with_a_single_line_of_a_paragraph(points: int) -> None:
    document = brief(outline(2, points, length=24))
    shown: dict[object, list[int]] = {}
    for box in with_lines(document):
        for found in box.content.paragraphs:
            shown.setdefault((found.ref, found.text), []).append(len(found.lines))
    assert all(min(parts) >= 2 for parts in shown.values() if len(parts) > 1)


@pytest.mark.parametrize("points", range(4, 20, 3))
def test_no_heading_stands_at_the_foot_of_a_column(points: int) -> None:
    document = brief(outline(4, points))
    flow = [box for box in with_lines(document) if box.content.paragraphs[0].ref.section not in ("", "opening")]
    for box, below in itertools.pairwise(flow):
        if box.content.paragraphs[0].tag in ("H2", "H3"):
            assert below.frame.y > box.frame.y


def test_a_huge_outline_gives_one_page_with_whole_sections() -> None:
    of = outline(300, 10)
    document = brief(of)
    check(of, document)
    titles = [ref.section for ref in refs(document.pages[0]) if ref.part is Part.TITLE]
    shown = {ref.section for ref in refs(document.pages[0]) if ref.item}
    assert len(titles) > 12
    assert set(titles) - {"opening"} == shown


def test_what_is_not_at_hand_is_said_all_at_once() -> None:
    of = outline(2, 2)
    first = replace(of.sections[0], picture=Picture(file="leaf.png", alt="a leaf"))
    second = replace(of.sections[1], table=Table(file="yields.csv"))
    with pytest.raises(BriefdeckError) as raised:
        brief(replace(of, sections=(first, second)))
    assert [problem.code for problem in raised.value.problems] == ["BD314", "BD314"]


def test_a_title_that_fills_the_page_is_refused() -> None:
    with pytest.raises(BriefdeckError) as raised:
        brief(outline(1, 1, title="photosynthesis " * 900))
    assert [problem.code for problem in raised.value.problems] == ["BD332"]


def test_a_subtitle_too_long_to_stand_first_is_a_reported_cut() -> None:
    document = brief(outline(1, 2, subtitle="light and water " * 60))
    assert [cut.id for cut in document.cuts] == ["subtitle"]


@pytest.mark.parametrize(("sections", "paper"), [(16, "a5"), (30, "a4"), (60, "a3")])
def test_sections_go_whole_where_too_many_titles_would_stand_bare(sections: int, paper: str) -> None:
    of = outline(sections, 3)
    document = brief(of, paper)
    check(of, document)
    assert not bare(document)
    assert any(cut.id == of.sections[-1].id for cut in document.cuts)


def test_all_titles_stay_where_few_stand_bare() -> None:
    of = outline(26, 3)
    document = brief(of)
    assert 0 < len(bare(document)) <= 26 / BARE
    assert not {section.id for section in of.sections} & {cut.id for cut in document.cuts}


def bare(document: Document) -> set[str]:
    """The sections of which nothing but the title is shown."""
    shown = tuple(refs(document.pages[0]))
    titles = {ref.section for ref in shown if ref.part is Part.TITLE}
    return titles - {"opening"} - {ref.section for ref in shown if ref.item}


def test_short_forms_come_before_cuts_and_are_said() -> None:
    of = outline(3, 16, length=16)
    sections = tuple(
        replace(
            section,
            points=tuple(replace(p, show=" ".join(p.say.split()[:6])) if p.say else p for p in section.points),
        )
        for section in of.sections
    )
    short = replace(of, sections=sections)
    document, problems = compose_brief(short, look(), Identity(title="T", lang="en", build="b"))
    assert [problem.code for problem in problems] == ["BD334"]
    assert len(document.cuts) < len(brief(of).cuts)


def test_tight_gaps_are_for_pages_that_lose_nothing() -> None:
    pages = [brief(outline(3, points)) for points in range(11, 18)]
    tight = [bool(page.cuts) for page in pages if "tight gaps" in page.pages[0].why]
    assert tight == [False] * len(tight)
    assert tight
    assert all("close gaps" in page.pages[0].why for page in pages if page.cuts)
    assert any(page.cuts for page in pages)


def test_a_page_says_how_it_was_fitted() -> None:
    assert brief(outline(1, 2)).pages[0].why.startswith("13 points, one column, roomy gaps; ")
    full = brief(outline(4, 30))
    assert full.pages[0].why.startswith("10 points, two columns, close gaps; ")
    assert full.pages[0].why.endswith(f"; {len(full.cuts)} cuts")


def dump(document: Document) -> str:
    """One line for each box: place, size, tag, words."""
    lines = [f"{document.size.width:.0f} x {document.size.height:.0f}"]
    for box in boxes(document):
        frame = box.frame
        place = f"{frame.x:6.1f} {frame.y:6.1f} {frame.width:6.1f} {frame.height:6.1f}"
        if isinstance(box.content, Text):
            (found,) = box.content.paragraphs
            words = " / ".join("".join(run.text for run in line.runs).strip() for line in found.lines)
            lines.append(f"{place}  {found.tag:7} {found.style.size:5.2f}  {words}")
        else:
            lines.append(f"{place}  {box.name}")
    return "\n".join(lines) + "\n"


def test_the_seed_is_set_as_in_the_golden_file(update_golden: bool) -> None:
    found = dump(brief(seed()))
    if update_golden:
        GOLDEN.parent.mkdir(parents=True, exist_ok=True)
        GOLDEN.write_text(found, encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8")
