"""Bytes become a note with numbered lines, or a problem with a place."""

import hashlib
from pathlib import Path

import pytest

from briefdeck.errors import BriefdeckError, Severity
from briefdeck.model.limits import Limits
from briefdeck.text.note import read_note
from draft.drawing import read_cases

CASES = read_cases(Path(__file__).with_name("note_cases.txt").read_text(encoding="utf-8"))


def told(data: bytes) -> str:
    """What comes out of reading, as the case file writes it."""
    try:
        note, problems = read_note(data, "note.txt")
    except BriefdeckError as error:
        return "\n".join(f"{each.code} {each.at.line}:{each.at.column}" for each in error.problems)
    lines = [f"{line.number} {line.text}" for line in note.lines if line.text.strip()]
    return "\n".join([note.encoding, *lines, *(f"{each.code} {each.at.line}:{each.at.column}" for each in problems)])


@pytest.mark.parametrize(("title", "typed", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_file_reads_as_the_case_says(title, typed, expected):
    assert told(typed.encode("latin-1").decode("unicode_escape").encode("latin-1")) == expected


def test_blank_lines_keep_their_numbers_and_their_blanks():
    note, _ = read_note(b"  a\n\n b \n", "note.txt")
    assert [(line.number, line.text) for line in note.lines] == [(1, "  a"), (2, ""), (3, " b ")]


def test_the_digest_is_of_the_bytes():
    data = b"\xef\xbb\xbfRivers"
    assert read_note(data, "note.txt")[0].digest == "sha256:" + hashlib.sha256(data).hexdigest()


def test_a_named_encoding_is_taken_at_its_word():
    note, problems = read_note("Проект это".encode("cp1251"), "note.txt", "cp1251")
    assert (note.lines[0].text, note.encoding, problems) == ("Проект это", "cp1251", ())


@pytest.mark.parametrize(("encoding", "code"), [("no-such-thing", "BD205"), ("ascii", "BD204")])
def test_a_wrong_name_or_a_wrong_encoding_is_said(encoding, code):
    with pytest.raises(BriefdeckError) as caught:
        read_note("été".encode(), "note.txt", encoding)
    assert [problem.code for problem in caught.value.problems] == [code]
    assert all(problem.hint for problem in caught.value.problems)


def test_a_note_beyond_the_limit_is_refused():
    with pytest.raises(BriefdeckError, match="more than"):
        read_note(b"0123456789a", "note.txt", limits=Limits(note=10))


def test_what_is_mended_is_a_warning_and_what_is_left_out_a_remark():
    assert [problem.severity for problem in read_note(b"caf\xe9 au lait", "n")[1]] == [Severity.WARNING]
    assert [problem.severity for problem in read_note(b"ca\x07f", "n")[1]] == [Severity.REMARK]


def test_a_single_long_line_is_read():
    note, _ = read_note(b"word " * 20_000, "note.txt")
    assert len(note.lines) == 1


ALPHABETS = {
    "shift_jis": "川とは何ですか。\n川は山から海へ流れる水のことです。人々は川のそばでくらしています。",
    "euc_jp": "川とは何ですか。\n川は山から海へ流れる水のことです。人々は川のそばでくらしています。",
    "big5": "什麼是河流？\n河流是從高處流向低處的水。中國有很多大河，人們在河邊生活。",
    "cp949": "강이란 무엇인가?\n강은 높은 곳에서 낮은 곳으로 흐르는 물이다. 사람들은 강가에서 산다.",
    "cp1253": "Τι είναι το ποτάμι;\nΤο ποτάμι κυλά από τα βουνά προς τη θάλασσα.",
    "utf-16-le": "강이란 무엇인가?\n강은 높은 곳에서 낮은 곳으로 흐르는 물이다. 사람들은 강가에서 산다.",
    "utf-16-be": "什么是河流？\n河流是从高处流向低处的水。中国有很多大河，人们在河边生活。",
}


@pytest.mark.parametrize("encoding", ALPHABETS)
def test_alphabets_are_told_by_their_letters(encoding):
    note, problems = read_note(ALPHABETS[encoding].encode(encoding), "note.txt")
    assert "\n".join(line.text for line in note.lines) == ALPHABETS[encoding]
    assert [problem.code for problem in problems] == ([] if encoding.startswith("utf") else ["BD206"])


def test_an_alphabet_that_may_be_two_is_not_guessed():
    text = "מהו נהר?\nנהר הוא זרם מים הזורם מן ההרים אל הים."
    with pytest.raises(BriefdeckError) as caught:
        read_note(text.encode("cp1255"), "note.txt")
    assert [problem.code for problem in caught.value.problems] == ["BD204"]
    assert read_note(text.encode("cp1255"), "note.txt", "cp1255")[0].lines[0].text == "מהו נהר?"


RUSSIAN = "Фотосинтез. Вода расщепляется, выделяется кислород. Органические вещества служат пищей животным.\n"
UKRAINIAN = "Фотосинтез - це процес утворення речовин. Її роль є великою, ґрунт і повітря потрібні.\n"
JAPANESE = "光合成とは、植物が光のエネルギーを使って養分を作るはたらきです。\n"


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "iso8859-5"])
def test_russian_is_told_in_four_encodings(encoding):
    note, problems = read_note(RUSSIAN.encode(encoding), "a.txt")
    assert (note.lines[0].text, note.encoding) == (RUSSIAN.rstrip("\n"), encoding)
    assert [problem.code for problem in problems] == ["BD206"]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "iso8859-5"])
def test_russian_in_capitals_is_told_or_refused_but_never_misread(encoding):
    try:
        note, _ = read_note(RUSSIAN.upper().encode(encoding), "a.txt")
    except BriefdeckError as error:
        assert [problem.code for problem in error.problems] == ["BD204"]
    else:
        assert note.lines[0].text == RUSSIAN.upper().rstrip("\n")


def test_ukrainian_has_letters_where_the_russian_encoding_has_lines():
    note, _ = read_note(UKRAINIAN.encode("koi8-u"), "a.txt")
    assert (note.lines[0].text, note.encoding) == (UKRAINIAN.rstrip("\n"), "koi8-u")


def test_japanese_mail_is_known_by_its_shifts():
    note, problems = read_note(JAPANESE.encode("iso2022_jp"), "a.txt")
    assert (note.lines[0].text, problems) == (JAPANESE.rstrip("\n"), ())


@pytest.mark.parametrize(
    "text",
    [
        "L'été dernier, la forêt a été dévastée. Où êtes-vous ? Ça a coûté très cher.\n",
        "¿Qué pasó después? La acción política cambió el país: niño, piña, jamón.\n",
        "Größe, Übermut, Äpfel: das schöne Mädchen hört süße Bäume rauschen.\n",
        "LA FORÊT A ÉTÉ DÉVASTÉE, ET L'ÉTÉ ÉTAIT TRÈS SEC.\n",
    ],
)
def test_latin_letters_with_accents_stay_latin(text):
    assert read_note(text.encode("cp1252"), "a.txt")[0].lines[0].text == text.rstrip("\n")
