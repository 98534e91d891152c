"""CSV files as spreadsheets of all countries save them, and as people break them."""

import pytest

from briefdeck.errors import BriefdeckError
from briefdeck.text.csv_table import read_csv

CITIES = ("City", "Rain"), (("Pune", "722"), ("Kochi", "3,005"))


@pytest.mark.parametrize(
    "data",
    [
        b'City,Rain\nPune,722\nKochi,"3,005"\n',
        b"City;Rain\r\nPune;722\r\nKochi;3,005\r\n",
        b"City\tRain\nPune\t722\nKochi\t3,005",
        b"City|Rain\nPune|722\nKochi|3,005",
        b'sep=,\nCity,Rain\nPune,722\nKochi,"3,005"\n',
        b'\xef\xbb\xbfCity,Rain\n\n"Pune" , 722 \n,,\nKochi,"3,005",,\n'.replace(b'"Pune" ', b"Pune"),
        "City,Rain\nPune,722\nKochi,\"3,005\"\n".encode("utf-16"),
        "City;Rain\nPune;722\nKochi;3,005\n".encode("utf-16-le"),
    ],
)  # fmt: skip
def test_every_dialect_gives_the_same_table(data):
    table = read_csv(data, "rain.csv")
    assert (table.header, table.rows) == CITIES


def test_a_cell_may_hold_separators_quotes_and_lines():
    table = read_csv(b'a,b\n"x, ""y""\nz",1\nw,2\n', "t.csv")
    assert table.rows == (('x, "y" z', "1"), ("w", "2"))
    assert table.lines == (2, 4)


def test_a_guessed_encoding_is_said():
    table = read_csv("Ort;Höhe\nZürich;408\n".encode("cp1252"), "t.csv")
    assert table.rows == (("Zürich", "408"),)
    assert [problem.code for problem in table.remarks] == ["BD206"]
    assert "note" not in table.remarks[0].message


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"a,b\n1,2\n3\n4,5,6\n", "BD814", 3),
        (b"a,b\n1,2\n4,5,6\n", "BD814", 3),
        (b'a,b\n1,2\n"3,4\n5,6\n', "BD813", 3),
        (b'a,b\n1,"2"x\n', "BD813", 2),
        (b"", "BD811", 0),
        (b"\n\n", "BD811", 0),
        (b"a,b\n", "BD811", 0),
        (b"PK\x03\x04....", "BD810", 0),
        (b"\xd0\xcf\x11\xe0....", "BD810", 0),
        (b"a,b\n1,\x002\n", "BD202", 2),
        (b"a,b\n" + b"1,2\n" * 2001, "BD812", 0),
        (b",".join(b"a%d" % n for n in range(61)) + b"\n" + b",".join([b"1"] * 61) + b"\n", "BD812", 1),
        ("а;б\nв;г\nд;е\n".encode("cp1251"), "BD204", 1),
    ],
)
def test_a_fault_is_found_at_its_line(data, code, line):
    with pytest.raises(BriefdeckError) as caught:
        read_csv(data, "t.csv")
    problem = caught.value.problems[0]
    assert (problem.code, problem.at.file, problem.at.line) == (code, "t.csv", line)
    assert problem.hint
    assert "note" not in f"{problem.message} {problem.hint}"


def test_every_ragged_row_is_said():
    with pytest.raises(BriefdeckError) as caught:
        read_csv(b"a,b\n1\n2,3\n4,5,6\n", "t.csv")
    assert [problem.at.line for problem in caught.value.problems] == [2, 4]
