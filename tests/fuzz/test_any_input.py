"""Whatever chance writes: notes, outlines and themes. Few examples each time, many with `make fuzz`."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefdeck.assets import ThemeFile, read_look
from briefdeck.errors import BriefdeckError
from fuzz.invariants import check_build, check_note, check_outline, check_outline_bytes, check_problems
from fuzz.targets import ROOT
from text.outlines import EVERYTHING, OUTLINES

MANY = int(os.environ.get("FUZZ_EXAMPLES", "0"))
FAST = settings(
    max_examples=MANY or 25, deadline=None, derandomize=not MANY, suppress_health_check=[*HealthCheck], print_blob=False
)
SLOWER = settings(FAST, max_examples=MANY // 10 or 5)

_WORDS = st.sampled_from(
    ("plants", "eat", "light", "about 3.5%", "$12m", "over €4 billion", "not", "might", "the U.S.", "Dr. Rao", "(CO2)",
     "because", "which", "1990–95", "हिन्दी", "العربية", "中文字", "e\u0301", "\u200b", "<b>", "&amp;", "]]>", "_x0041_",
     "<w:p", "x>", "%%", "``", "=====", "-$5 billion", "$$0", "97 per cent%", "light,air", "|a|",
     "**bold**", "`code`", "[a](b)", "https://example.invalid/x", "“so”", "–", ":", ";", "?", "!", "…", "\u202e", "😀")
)  # fmt: skip
_SENTENCE = st.lists(_WORDS, min_size=1, max_size=14).map(lambda words: f"{' '.join(words)}.")
_START = st.sampled_from(
    ("", "", "", "- ", "  - ", "1. ", "# ", "## ", "Defence - ", "Q: ", "A: ", "> ", "| ", "\t", "• ")
)
_LINE = st.one_of(
    st.tuples(_START, _SENTENCE).map("".join),
    st.just(""),
    st.sampled_from(
        (
            "Sources",
            "What is it?",
            "----",
            "```",
            "| a | b |",
            "|---|---|",
            "1 2 3",
            "A:",
            "<td>",
            "|a|b|",
            "\x0c",
            "\x01",
        )
    ),
    st.text(max_size=30),
)
NOTES = st.lists(_LINE, min_size=1, max_size=25).map("\n".join)

_SEED_OUTLINE = (ROOT / "outline.yaml").read_text(encoding="utf-8")
_PIECES = ("- ", "  ", "\n", ": ", '"', "'", "{", "}", "[", "]", "#",
           "&a ", "*a", "!!x ", "---\n", "|", ">", "\t", "from: 9\n",
           "points:\n", "say: x\n", "null", "\x00", "\u2028", "é", "title", "sections")  # fmt: skip


@st.composite
def spoilt(draw: st.DrawFn, text: str) -> str:
    """A file with a few pieces put in, taken out or doubled."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 40)))
        piece = draw(st.sampled_from(_PIECES) | st.just(text[start:end]) | st.text(max_size=4))
        text = text[:start] + piece + text[draw(st.sampled_from((start, end))) :]
    return text


@FAST
@given(NOTES)
def test_any_note_is_mapped_or_refused(text):
    check_note(text.encode("utf-8", "surrogatepass"))


@FAST
@given(st.binary(max_size=400))
def test_any_bytes_are_mapped_or_refused(data):
    check_outline_bytes(data)
    for name in ("note.txt", "note.md", "note.html", "note.docx", "note.rtf", "note.odt"):
        check_note(data, name)


@FAST
@given(st.one_of(spoilt(_SEED_OUTLINE), spoilt(EVERYTHING)))
def test_any_spoilt_outline_is_loaded_or_refused(text):
    check_outline(text)


@SLOWER
@given(NOTES)
def test_any_note_is_built_and_keeps_its_promises(text):
    check_build(check_note(text.encode("utf-8", "surrogatepass")))


@SLOWER
@given(OUTLINES)
def test_any_outline_is_built_and_keeps_its_promises(outline):
    check_build(outline)


@FAST
@given(spoilt((ROOT / "assets" / "themes" / "default.yaml").read_text(encoding="utf-8")))
def test_any_spoilt_theme_is_read_or_refused(text):
    try:
        read_look(ThemeFile(text, "theme.yaml"))
    except BriefdeckError as error:
        check_problems(error.problems)
