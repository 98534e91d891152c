"""Files that cannot serve as templates: one clear problem each, with its place, in little time and memory."""

from __future__ import annotations

import contextlib
import tracemalloc

import pytest

from briefdeck.errors import BriefdeckError
from briefdeck.template.archive import LARGEST_UNPACKED
from briefdeck.template.read import read_template
from support.growth import calls
from template.bad_files import BAD, LAYOUT
from template.samples import MASTER, PRESENTATION, THEME, TYPES, edited, usual

MOST_CALLS = 250_000
"""A usual template takes a quarter of them."""


def refused_after(data: bytes) -> int:
    """How many functions are called until a file is refused."""

    def read() -> None:
        with contextlib.suppress(BriefdeckError):
            read_template(data, "school.pptx")

    return calls(read)


@pytest.mark.parametrize(("make", "code", "words"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_what_cannot_serve_is_told_in_words(make, code, words):
    data = make()
    tracemalloc.start()
    with pytest.raises(BriefdeckError) as raised:
        read_template(data, "school.pptx")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    (problem,) = raised.value.problems
    assert problem.code == code
    assert words in problem.message
    assert problem.at.file == "school.pptx"
    assert problem.hint
    assert refused_after(data) < MOST_CALLS
    assert peak < LARGEST_UNPACKED / 2


def test_each_of_these_templates_would_serve_but_for_its_fault():
    assert read_template(usual(), "school.pptx").host.name == "Title and Content"


@pytest.mark.parametrize("cut", range(0, 30))
def test_a_file_cut_anywhere_is_damaged_and_never_a_bug(cut):
    data = usual()
    with pytest.raises(BriefdeckError):
        read_template(data[: len(data) * cut // 30], "school.pptx")


@pytest.mark.parametrize("part", [MASTER, LAYOUT, THEME, PRESENTATION, TYPES])
@pytest.mark.parametrize("at", range(0, 100, 9))
def test_a_part_with_a_hole_is_a_template_or_a_problem(part, at):
    """Half of a part's numbers and names gone: whatever remains of it, nothing but a problem comes of it."""

    def hole(text: str) -> str:
        start = len(text) * at // 100
        return (
            text[:start]
            + text[start : start + 400].replace('="', '="x').replace('val="x', 'val="')
            + text[start + 400 :]
        )

    try:
        read_template(edited(usual(), {part: hole}), "school.pptx")
    except BriefdeckError as error:
        assert all(problem.hint for problem in error.problems)
