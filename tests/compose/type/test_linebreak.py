"""Where lines may end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefdeck.compose.type.linebreak import NO_END, NO_START, cluster_starts, pieces, urgent_breaks

MIXED = st.text(alphabet="ab-–—/ \n\u00a0\u200b中文。（「」あー한글เกาที่ะ()\u0301.,", max_size=40)


def split(text):
    return [text[piece.start : piece.stop] for piece in pieces(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [""]),
        ("one two", ["one", "two"]),
        ("one  two ", ["one", "two"]),
        (" one", ["", "one"]),
        ("long-term aim", ["long-", "term", "aim"]),
        ("COVID-19", ["COVID-19"]),  # a hyphen before a figure keeps
        ("-x", ["-x"]),
        ("2018–2019", ["2018–", "2019"]),
        ("word—word", ["word—", "word"]),
        ("– word", ["–", "word"]),
        ("(a–)", ["(a–)"]),
        ("10\u00a0km off", ["10\u00a0km", "off"]),
        ("10\u202fkm", ["10\u202fkm"]),
        ("a\u200bb", ["a", "b"]),
        ("and/or", ["and/or"]),
        ("中文字符", ["中", "文", "字", "符"]),
        ("没有空格，因此（可以）。", ["没", "有", "空", "格，", "因", "此", "（可", "以）。"]),
        ("用Python写", ["用", "Python", "写"]),
        ("カード", ["カー", "ド"]),
        ("한국어 글", ["한국어", "글"]),
        ("ภาษาไทย", ["ภา", "ษา", "ไทย"]),
        ("เกาะ", ["เกาะ"]),
        ("cafe\u0301-bar", ["cafe\u0301-bar"]),  # the letter before the hyphen is a mark: left alone
    ],
)
def test_breaks(text, expected):
    assert split(text) == expected


def test_a_newline_forces_a_break_and_one_at_the_end_leaves_an_empty_line():
    assert [piece.kind for piece in pieces("a\nb\n")] == ["forced", "forced", "end"]
    assert split("a\nb\n") == ["a", "b", ""]


@given(MIXED)
def test_pieces_cover_the_text_in_order_without_gaps(text):
    found = pieces(text)
    assert found[0].start == 0
    assert found[-1].next == len(text)
    assert found[-1].kind == "end"
    assert all(left.next == right.start for left, right in pairwise(found))
    assert all(piece.start <= piece.stop <= piece.next for piece in found)


@given(st.text(alphabet="中文字あいう。、，（）「」『』！？ー", min_size=1, max_size=30))
def test_no_line_begins_or_ends_with_what_kinsoku_forbids(text):
    for piece in pieces(text)[1:]:
        assert text[piece.start] not in NO_START
    for piece in pieces(text)[:-1]:
        assert text[piece.stop - 1] not in NO_END


def test_a_web_address_breaks_behind_its_separators():
    address = "https://example.org/reports/2024/annual-review.pdf?page=3"
    bounds = (0, *urgent_breaks(address), len(address))
    parts = [address[start:stop] for start, stop in pairwise(bounds)]
    assert " ".join(parts) == "https:// example. org/ reports/ 2024/ annual- review. pdf? page= 3"


def test_hard_spaces_give_way_in_an_emergency():
    assert urgent_breaks("ab\u00a0cd\u202fef") == (3, 6)


def test_an_emergency_break_never_parts_a_mark_from_its_letter():
    assert cluster_starts("e\u0301e\u0301") == (2,)
    assert cluster_starts("a\u2060b") == ()
