"""`outline --update` on the seed: realistic edits of an author, a realistic change of the note."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest

from briefdeck import cli
from briefdeck.model.edits import SLOTS
from briefdeck.model.outline import Outline, Point, Section
from briefdeck.pipeline import draft_outline, update_outline
from briefdeck.text.kinds import ListOf, One
from briefdeck.text.outline import load_outline
from briefdeck.text.outline_format import SHAPES
from merge.lessons import update

NOTE = (Path(__file__).parent.parent.parent / "seeds" / "000_6d5ad8971962cae4.txt").read_text(encoding="utf-8")
BASE = draft_outline(NOTE, name="note.txt")
OUTREACH = "An outreach like Sochi would hence be beneficial"
WUHAN = "The Sochi meet with Russia and the previously held Wuhan meet"


def edited(*changes: tuple[str, str]) -> str:
    """The outline of the seed with texts of it replaced, each of which must be there once."""
    text = BASE
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def note(*changes: tuple[str, str], top: str = "", end: str = "") -> str:
    text = NOTE
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return top + text.rstrip("\n") + "\n" + end


def line_of(text: str, words: str) -> str:
    return next(line for line in text.splitlines() if words in line)


def without(text: str, words: str) -> tuple[str, str]:
    """The change that takes the line with these words out of a text."""
    return next(line for line in text.splitlines(keepends=True) if words in line), ""


def point(text: str, words: str) -> str:
    """The lines of the point that begins with these words."""
    rows = text.splitlines(keepends=True)
    start = next(number for number, row in enumerate(rows) if words in row)
    rest = rows[start + 1 :]
    length = next(number for number, row in enumerate(rest) if row.lstrip().startswith("- ") or not row.strip())
    return "".join(rows[start : start + 1 + length])


def all_points(outline: Outline) -> list[Point]:
    rows = [row for section in outline.sections for row in section.points]
    return [row for row in [*rows, *(below for row in rows for below in row.points)] if row.say]


def section(outline: Outline, title: str) -> Section:
    return next(one for one in outline.sections if one.title == title)


@pytest.fixture(scope="module")
def mine() -> str:
    return edited(
        ('"What are the outcomes?"', '"What came of it?"   # shorter'),
        ('  - title: "Overview"\n    title_from: furniture', '  - title: "Overview"\n    layout: "Points"'),
        (point(BASE, OUTREACH), "          # the bell rings here\n          - My view: 'Not everything is said.'\n"),
        ('show: "These might have helped in dispelling apprehensions between countries"', 'show: "They calmed both"'),
    )


NEW_NOTE = note(
    without(NOTE, WUHAN),
    ("point of concern form the Indian", "point of concern from the Indian"),
    top="Leaders of the two countries meet every year.\nThe first summit was held in the year 2000.\n",
    end="What comes next?\nThe two countries will meet again in Delhi next year.\n",
)


def test_the_author_keeps_everything_and_the_note_brings_what_is_new(mine: str) -> None:
    updated = update(mine, NEW_NOTE, BASE)
    merged, _ = load_outline(updated.text, "outline.yaml")
    assert [one.title for one in merged.sections][2:] == ["What came of it?", "What comes next?"]
    assert section(merged, "Overview").layout == "Points"
    says = [row.say for row in all_points(merged)]
    assert "Not everything is said." in says and "Leaders of the two countries meet every year." in says
    assert not any(OUTREACH in say or WUHAN in say for say in says)
    assert "# shorter" in updated.text and "# the bell rings here\n          - My view: 'Not" in updated.text
    assert 'show: "They calmed both"' in updated.text
    assert any("point of concern from the Indian" in say for say in says)


def test_what_is_new_is_marked_and_told_with_its_place(mine: str) -> None:
    updated = update(mine, NEW_NOTE, BASE)
    told = {said.theirs: said for said in updated.said if said.what == "new"}
    for words in ("Leaders of the two countries meet every year.", "The two countries will meet again in Delhi"):
        said = next(said for text, said in told.items() if words in text)
        assert words in updated.text.splitlines()[said.at.line - 1]
    assert line_of(updated.text, "Leaders of the two").endswith("# new")
    assert line_of(updated.text, "What comes next?").endswith("# new")
    assert "new" not in line_of(updated.text, "meet again in Delhi")  # its section is marked
    assert [said.mine for said in updated.said if said.what == "removed" and WUHAN in said.mine]


def test_every_line_number_follows_the_note(mine: str) -> None:
    merged, _ = load_outline(update(mine, NEW_NOTE, BASE).text, "outline.yaml")
    lines = NEW_NOTE.split("\n")
    for row in all_points(merged):
        for number in row.lines:
            assert row.say in lines[number - 1], row


def test_only_what_changes_is_touched(mine: str) -> None:
    updated = update(mine, note(("form the Indian", "from the Indian")), BASE)
    rows = [row for row in difflib.ndiff(mine.splitlines(), updated.text.splitlines()) if row[0] in "+-"]
    assert len(rows) == 6  # digest, say and show
    assert all("digest" in row or "Taliban" in row for row in rows)


def test_a_conflict_keeps_the_author_and_puts_the_note_beside_it() -> None:
    mine = edited(("with India drifting closer to the U.S. and Russia to China.", "as both drift apart."))
    after = note(("The special understanding", "The old understanding"))
    updated = update(mine, after, BASE)
    (said,) = [said for said in updated.said if said.what == "conflict"]
    assert said.mine.endswith("as both drift apart.") and said.theirs.startswith("The old understanding")
    rows = updated.text.splitlines()
    assert rows[said.at.line - 1].endswith('as both drift apart."')
    assert rows[said.at.line].strip().startswith('# the note now says: "The old understanding')
    again = update(updated.text, note(("The special understanding", "The ancient understanding")), updated.base)
    assert again.text.count("# the note now says") == 1 and "ancient understanding" in again.text
    assert "old understanding" not in again.text


def test_a_short_form_of_the_author_over_a_changed_sentence_is_told() -> None:
    mine = edited(('show: "The special understanding between India and Russia has frayed"', 'show: "It has frayed"'))
    updated = update(mine, note(("has frayed, with India", "has frayed at last, with India")), BASE)
    assert 'show: "It has frayed"' in updated.text and "frayed at last, with India" in updated.text
    assert [said.what for said in updated.said if said.mine.startswith("It has frayed")] == ["conflict"]


def test_the_cells_of_a_table_are_merged_as_one() -> None:
    table = 'sections:\n  - title: "T"\n    table:\n      header: ["a", "b"]\n      rows:\n        - ["1", "2"]\n'
    base = f'title: "x"\ndigest: "sha256:0"\n{table}'
    mine = base.replace('header: ["a", "b"]\n      rows:\n        - ["1", "2"]', 'file: "mine.csv"')
    after = base.replace("sha256:0", "sha256:1").replace('["1", "2"]', '["1", "2"]\n        - ["3", "4"]')
    updated = update_outline(mine, "outline.yaml", base, lambda *_: load_outline(after, "")[0])
    assert 'file: "mine.csv"' in updated.text and "header:" not in updated.text
    assert [said.what for said in updated.said] == ["conflict"] and "3 | 4" in updated.text


def test_what_the_author_edited_and_the_note_lost_stays_as_the_authors_own() -> None:
    mine = edited(("both said to be informal in nature.", "both called informal."))
    updated = update(mine, note(without(NOTE, WUHAN)), BASE)
    (kept,) = [row for row in all_points(load_outline(updated.text, "")[0]) if row.say.endswith("called informal.")]
    assert kept.lines == ()
    assert [said.what for said in updated.said if said.mine == kept.say] == ["kept"]


def test_a_heading_put_above_points_takes_them_along() -> None:
    after = note(("Importantly, Indian and Russia", "What is planned?\nImportantly, Indian and Russia"))
    mine = edited(
        ('      - say: "Importantly, Indian', '      # tell the story of the ships\n      - say: "Importantly, Indian')
    )
    updated = update(mine, after, BASE)
    planned = section(load_outline(updated.text, "")[0], "What is planned?")
    assert [row.say.split()[0] for row in planned.points] == ["Importantly,", "Notably,"]
    assert '# tell the story of the ships\n      - say: "Importantly' in updated.text


def test_the_order_of_the_author_survives() -> None:
    outline, _ = load_outline(BASE, "")
    first, second = point(BASE, "Recently, the Indian PM"), point(BASE, "This is seen as")
    mine = edited((first + second, second + first))
    updated = update(mine, note(top="A new first line of this note stands here.\n"), BASE)
    overview = load_outline(updated.text, "")[0].sections[0]
    says = [row.say for row in overview.points]
    assert says.index(outline.sections[0].points[1].say) < says.index(outline.sections[0].points[0].say)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_marks_stay(newline: str, mark: str, mine: str) -> None:
    text = mark + mine.replace("\n", newline)
    plain = update(mine, NEW_NOTE, BASE).text
    assert update(text, NEW_NOTE, BASE).text == mark + plain.replace("\n", newline)


def test_an_outline_written_in_other_ways_is_updated_in_its_own_way() -> None:
    mine = """title: My lesson
digest: "sha256:0"
sections:
- title: What are the outcomes?
  points: ["Importantly, Indian and Russia have planned for greater cooperation in the Indo-Pacific region, a region where India is already involved with US.", {say: "Mine", show: "M"}]
- {title: Overview, points: [Opening: "my own words"]}
"""  # noqa: E501
    updated = update(mine, NEW_NOTE, BASE)
    merged, _ = load_outline(updated.text, "")
    assert "title: My lesson\n" in updated.text and "- {title: Overview, points: [Opening:" in updated.text
    assert '{say: "Mine", show: "M"}' in updated.text
    says = [row.say for row in all_points(merged)]
    assert "Leaders of the two countries meet every year." in says and "my own words" in says


def test_every_list_and_thing_of_the_format_is_merged_piece_by_piece_or_known_to_be_whole() -> None:
    """A new list in the format needs a decision: things below one another (SLOTS), or a value merged as one."""
    whole = {("outline", "deck"), ("outline", "brief"), ("deck", "template_roles"), ("chart", "series")}
    names = {Outline: "outline", Section: "section", Point: "point"}
    merged = {(names.get(kind, "side"), slot) for kind, slots in SLOTS.items() for slot in slots}
    merged |= {("subsection", slot) for slot in SLOTS[Section]}
    held = {
        (shape, name)
        for shape, found in SHAPES.items()
        for name, key in found.keys.items()
        if isinstance(key.kind, One) or (isinstance(key.kind, ListOf) and isinstance(key.kind.kind, One))
    }
    assert held <= merged | whole, held - merged - whole


# -- the command


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple]:
    monkeypatch.chdir(tmp_path)
    Path("lesson.txt").write_text(NOTE, encoding="utf-8")

    def ran(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main(arguments)
        return (ended.value.code or 0, *capsys.readouterr())

    ran("outline", "lesson.txt")
    return ran


def files() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(Path().rglob("*")) if path.is_file()}


def test_the_command_updates_the_outline_and_its_base_and_lists_everything(run: Callable[..., tuple]) -> None:
    outline = Path("outline.yaml")
    outline.write_text(outline.read_text().replace("What are the outcomes?", "What came of it?"))
    Path("lesson.txt").write_text(NEW_NOTE, encoding="utf-8")
    code, out, err = run("build", "--only", "brief")
    assert "briefdeck outline lesson.txt --update" in err
    code, out, err = run("outline", "lesson.txt", "--update")
    assert code == 0, err
    assert "New in the note" in out and "Gone from the note" in out and "was: " in out and "now: " in out
    assert "What came of it?" in outline.read_text() and "# new" in outline.read_text()
    assert "Leaders of the two" in Path(".briefdeck/outline.yaml").read_text()
    before = files()
    code, out, err = run("outline", "lesson.txt", "--update")
    assert code == 0 and "has not changed" in out
    assert files() == before
    assert "BD521" not in run("build", "--only", "brief")[2]


def test_without_the_base_it_is_said(run: Callable[..., tuple]) -> None:
    Path(".briefdeck/outline.yaml").unlink()
    Path("lesson.txt").write_text(NEW_NOTE, encoding="utf-8")
    code, _, err = run("outline", "lesson.txt", "--update", "--strict")
    assert code == 1 and "BD525" in err
    assert Path(".briefdeck/outline.yaml").exists()


def test_an_outline_that_is_broken_is_left_alone(run: Callable[..., tuple]) -> None:
    Path("outline.yaml").write_text("title: [")
    Path("lesson.txt").write_text(NEW_NOTE, encoding="utf-8")
    before = files()
    code, _, err = run("outline", "lesson.txt", "--update")
    assert code == 1 and "outline.yaml" in err
    assert files() == before


def test_update_of_nothing_maps_and_force_does_not_go_with_it(run: Callable[..., tuple]) -> None:
    assert run("outline", "lesson.txt", "--update", "-o", "new/outline.yaml")[0] == 0
    assert Path("new/outline.yaml").exists()
    assert run("outline", "lesson.txt", "--update", "--force")[0] == 2


def test_what_needs_the_authors_eye_is_a_remark(run: Callable[..., tuple]) -> None:
    outline = Path("outline.yaml")
    text = outline.read_text()
    text = text.replace("both said to be informal in nature.", "both called informal.")
    text = text.replace("with India drifting closer to the U.S. and Russia to China.", "as both drift apart.")
    gone = text.index('      - say: "Importantly, Indian')
    outline.write_text(text[:gone] + text[text.index("\nterms:") :])
    after = note(
        without(NOTE, WUHAN),
        ("The special understanding", "The old understanding"),
        ("Importantly, Indian and Russia", "What is planned?\nImportantly, Indian and Russia"),
    )
    Path("lesson.txt").write_text(after, encoding="utf-8")
    code, out, err = run("outline", "lesson.txt", "--update")
    assert code == 0
    assert "BD526" in err and "# the note now says" in err  # both changed a text
    assert "BD527" in err and "both called informal." in out  # gone from the note, but edited
    assert "BD528" in err and "What is planned?" in out  # a heading over points that the author deleted
    assert "yours: " in out and "note:  " in out


def test_an_outline_in_json_has_no_place_for_the_marks(run: Callable[..., tuple]) -> None:
    Path("mine.json").write_text('{"title": "x", "sections": [{"title": "y", "points": ["z"]}]}')
    code, _, err = run("outline", "lesson.txt", "--update", "-o", "mine.json")
    assert code == 4 and "BD519" in err


@pytest.mark.parametrize("block", [">-", "|", ">"])
def test_a_text_typed_under_a_bracket_keeps_its_words_when_the_notes_stand_below_it(block: str) -> None:
    before = "Light\n\nWhat plants need?\nSunlight warms the upper skin of leaves.\nRain feeds the roots of the oak.\n"
    mine = (
        "version: '1'\ntitle: Light\nsections:\n- title: What plants need?\n  from: 3\n  points:\n"
        f"  - {block}\n    Sunlight warms the skin\n    of leaves.\n  - Rain: feeds the roots\n"
    )
    said_before = [point.say for point in load_outline(mine, "")[0].sections[0].points]
    updated = update(mine, before.replace("warms the upper", "now warms the upper"), None)
    after = load_outline(updated.text, "")[0]
    assert "# the note now says (say): " in updated.text and '""' not in updated.text
    assert [point.say for point in after.sections[0].points] == said_before
