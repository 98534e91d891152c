"""A template that chance has spoilt: values that are none, elements gone or doubled. It serves, or it is refused."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from briefdeck.assets import read_look
from briefdeck.errors import BriefdeckError, Severity
from briefdeck.pipeline import Order, TemplateFile, make
from briefdeck.template.read import read_template
from briefdeck.verify import verify
from fuzz.invariants import check_problems
from fuzz.test_any_input import FAST, SLOWER, spoilt
from template import samples

PARTS = (
    samples.PRESENTATION,
    samples.MASTER,
    samples.THEME,
    samples.TYPES,
    "ppt/_rels/presentation.xml.rels",
    "ppt/slideMasters/_rels/slideMaster1.xml.rels",
    "ppt/slideLayouts/slideLayout1.xml",
    "ppt/slideLayouts/slideLayout2.xml",
    "ppt/slideLayouts/slideLayout4.xml",
)
VALUES = ("", "²", "-1", "0", "1", "9" * 400, "2147483648", "NaN", "1e9", "x", "100%", "true", "../../x", "rId1")
_VALUE = re.compile(r'(?<==")[^"]*(?=")')
_ELEMENT = re.compile(r"<([a-z]+:\w+)\b[^<>]*(?:/>|>[^<>]*</\1>)")  # one without elements of its own


class Spoilt(NamedTuple):
    """A template; it is shown by what was done to it, since its bytes would say nothing."""

    data: bytes
    done: tuple[str, ...]

    def __repr__(self) -> str:
        return f"Spoilt({self.done})"


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


@st.composite
def spoilt_xml(draw: st.DrawFn, text: str) -> tuple[str, list[str]]:
    """A part with some values put for others, and some elements taken out or doubled; and what was done."""
    done = []
    for _ in range(draw(st.integers(1, 5))):
        pattern = draw(st.sampled_from((_VALUE, _ELEMENT)))
        places = list(pattern.finditer(text))
        if not places:
            continue
        at = draw(st.sampled_from(places))
        new = draw(st.sampled_from(VALUES) if pattern is _VALUE else st.sampled_from(("", at[0] * 2)))
        done.append(f"{text[max(0, at.start() - 50) : at.start()]}[{at[0][:80]} -> {new[:80]}]")
        text = text[: at.start()] + new + text[at.end() :]
    return text, done


@st.composite
def templates(draw: st.DrawFn) -> Spoilt:
    """A template of which one part or two are spoilt, most often so that it is still XML."""
    data, done = draw(st.sampled_from((samples.usual, samples.wide)))(), []

    def change(text: str) -> str:
        if draw(st.integers(0, 9)) == 0:
            changed = draw(spoilt(text))
            at = _alike(text, changed)
            end = _alike(text[at:][::-1], changed[at:][::-1])
            done.append(
                f"{text[max(0, at - 50) : at]}[{text[at : len(text) - end]} -> {changed[at : len(changed) - end]}]"
            )
            return changed
        changed, what = draw(spoilt_xml(text))
        done.extend(what)
        return changed

    for name in draw(st.lists(st.sampled_from(PARTS), min_size=1, max_size=2, unique=True)):
        done.append(name)
        data = samples.edited(data, {name: change})
    return Spoilt(data, tuple(done))


@FAST
@given(templates())
def test_any_template_is_read_or_refused(template):
    try:
        check_problems(read_template(template.data, "school.pptx").remarks)
    except BriefdeckError as error:
        check_problems(error.problems)


@SLOWER
@given(templates())
def test_any_template_is_built_on_or_refused(template):
    try:
        pair = make(samples.outline(), Order(template=TemplateFile(template.data, "school.pptx")))
    except BriefdeckError as error:
        check_problems(error.problems)
        return
    check_problems(pair.remarks)
    report = verify(pair.deck, pair.brief, samples.outline(), None, read_look("", "en").furniture)
    assert report.ok, [problem for problem in report.problems if problem.severity is Severity.ERROR]
