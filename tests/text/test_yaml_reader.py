"""Reading YAML strictly."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefdeck.errors import BriefdeckError
from briefdeck.text.yaml_reader import MAX_CHARACTERS, read_yaml
from briefdeck.text.yaml_values import YamlList, YamlMap, YamlText
from support.growth import calls, exponent


@pytest.fixture(params=["libyaml", "pure"], autouse=True)
def parser(request, monkeypatch):
    if request.param == "pure":
        monkeypatch.delattr(yaml, "CBaseLoader")


def plain(value):
    """The value without its places."""
    match value:
        case YamlText():
            return value.text
        case YamlList():
            return [plain(item) for item in value.items]
        case YamlMap():
            return {key: plain(entry.value) for key, entry in value.entries.items()}
    return None


def read(text):
    reading = read_yaml(text, "f.yaml")
    assert not reading.problems
    return reading.value


def found(text):
    try:
        problems = read_yaml(text, "f.yaml").problems
    except BriefdeckError as error:
        problems = error.problems
    return [(problem.code, problem.at.line, problem.at.column) for problem in problems]


def test_every_scalar_is_the_text_that_was_typed():
    text = "[12:30, No, 3.10, 2026-11-22, 010, 0x1F, ~, null, .inf, 1e3, =, on]"
    assert plain(read(text)) == text.strip("[]").split(", ")


def test_nothing_is_an_empty_text_and_an_empty_file_is_nothing():
    assert plain(read('a:\nb: ""\n')) == {"a": "", "b": ""}
    assert read("") is None
    assert read("# only a remark\n") is None


def test_places_are_counted_in_characters_from_one():
    entry = read('日本😀: "é"\nb: [x, yy]\n').entries
    assert (entry["日本😀"].at.line, entry["日本😀"].at.column, entry["日本😀"].at.length) == (1, 1, 3)
    assert (entry["日本😀"].value.at.column, entry["日本😀"].value.at.length) == (6, 3)
    assert [(item.at.line, item.at.column, item.at.length) for item in entry["b"].value.items] == [(2, 5, 1), (2, 8, 2)]


def test_the_length_of_a_text_of_several_lines_is_that_of_its_first():
    assert read('a: "one\n  two"\n').entries["a"].value.at.length == 4


def test_line_ends_of_every_system_and_the_byte_order_mark_are_read():
    value = read("\ufeffa: x\r\nb: y\rc: z\n")
    assert plain(value) == {"a": "x", "b": "y", "c": "z"}
    assert value.entries["c"].at.line == 3
    assert value.entries["a"].at.column == 1


@pytest.mark.parametrize("feed", ["\x85", "\u2028", "\u2029"])
@pytest.mark.parametrize("form", ['a: "x{}y"\nb: z', "a: x{}y\nb: z", "a: 'x{}y'\nb: z"])
def test_rare_line_feeds_are_characters_like_others(feed, form):
    value = read(form.format(feed))
    assert plain(value) == {"a": f"x{feed}y", "b": "z"}
    assert value.entries["b"].at.line == 2


def test_private_characters_are_not_mistaken_for_the_stand_ins():
    assert plain(read('a: "\ue000\x85\ue001\u2028"')) == {"a": "\ue000\x85\ue001\u2028"}


def test_the_line_break_after_a_block_is_no_part_of_the_text():
    assert plain(read("a: |\n  one\n  two\n\nb: >\n  x\n  y\n")) == {"a": "one\ntwo", "b": "x y"}


@pytest.mark.parametrize("text", ["a: x\x0by", 'a: "x\\vy"', "a: x\x00y", 'a: "x\\x7fy"', 'a: "x\uffffy"'])
def test_a_control_character_is_read_as_a_space(text):
    reading = read_yaml(text, "f.yaml")
    assert plain(reading.value) == {"a": "x y"}
    assert [problem.code for problem in reading.problems] == ["BD120"]


def test_half_a_character_is_refused():
    assert found("a: x\nb: y\ud83d") == [("BD101", 2, 5)]
    assert found('a: "\\ud83d"')[0][0] in ("BD101", "BD111")


@pytest.mark.parametrize(
    ("text", "lost"),
    [("a: Question #5", True), ("a: #5", True), ("a: x # a remark", False), ('a: "x #5"', False), ("a: C#5", False)],
)
def test_text_lost_to_a_remark_is_said(text, lost):
    assert bool(found(text)) is lost


def test_problems_of_values_come_together_and_in_order():
    assert found("a: 1\na: 2\nb: *c\nd: &e x\n<<: x\nf: !g h\n---\n") == [
        ("BD115", 2, 1), ("BD113", 3, 4), ("BD113", 4, 4), ("BD116", 5, 1), ("BD114", 6, 4), ("BD118", 7, 1),
    ]  # fmt: skip


def test_a_bomb_does_not_go_off():
    """Each line costs as much as the one before it, and not nine times as much."""

    def bomb(levels):
        lines = [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, levels)]
        return "\n".join(["a0: &a0 {x: y}", *lines])

    assert {code for code, _, _ in found(bomb(12))} == {"BD113", "BD116"}
    assert calls(lambda: found(bomb(48))) < 4.5 * calls(lambda: found(bomb(12)))


@pytest.mark.parametrize("bracket", ["[", "{a: ", "- "])
def test_a_tower_of_brackets_is_refused_at_once(bracket):
    assert found(bracket * 50_000)[0][0] == "BD102"
    assert exponent(lambda size: lambda: found(bracket * size), 12_500) < 1.4


def test_a_file_too_large_is_refused():
    assert found("a: " + "x" * MAX_CHARACTERS) == [("BD102", 0, 0)]


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("ab:-#\"'[]{},&*!|>%@`?\\ \n\t\u0085é😀\x07"), max_size=40))
def test_nothing_but_problems_comes_out_of_any_text(text):
    for known in (text, f'title: "T"\nsections:\n  - title: {text}'):
        for code, line, column in found(known):
            assert code.startswith("BD1")
            assert 1 <= line <= known.count("\n") + 2
            assert column >= 1
