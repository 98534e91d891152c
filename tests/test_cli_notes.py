"""Notes on the command line: several, joined, through a pipe, and documents held to their paragraphs."""

from __future__ import annotations

import json
import subprocess
import sys

from test_cli import SEED
from test_cli import run as run
from text.pictures import saved
from text.readers.lesson_files import docx


def test_several_notes_become_an_outline_each_and_a_bad_one_stops_no_other(run, tmp_path):
    (tmp_path / "week.md").write_text("# Rivers\n\nRivers flow to the sea.\n", encoding="utf-8")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "week.md").write_text("# Lakes\n\nLakes lie still.\n", encoding="utf-8")
    ran = run("outline", "lesson.txt", "week.md", "nope.docx", "other/week.md")
    assert ran.code == 3 and "BD501" in ran.err
    made = sorted(path.name for path in (tmp_path / "outlines").glob("*.yaml"))
    assert made == ["lesson.yaml", "week-2.yaml", "week.yaml"]
    assert "Lakes" in (tmp_path / "outlines" / "week-2.yaml").read_text(encoding="utf-8")


def test_joined_notes_are_built_and_verified_against_both(run, tmp_path):
    (tmp_path / "more.md").write_text("# Rivers\n\nRivers flow to the sea.\n", encoding="utf-8")
    assert run("outline", "--join", "lesson.txt", "more.md").code == 0
    assert 'note: "lesson.txt | more.md"' in (tmp_path / "outline.yaml").read_text(encoding="utf-8")
    assert run("build").code == 0
    assert run("verify").code == 0
    (tmp_path / "more.md").write_text("# Rivers\n\nRivers rest.\n", encoding="utf-8")
    assert "BD417" in run("verify").err


def test_a_note_comes_through_a_pipe(tmp_path):
    command = [sys.executable, "-m", "briefdeck", "outline", "-"]
    done = subprocess.run(command, input=SEED.read_bytes(), capture_output=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr
    outline = (tmp_path / "outline.yaml").read_text(encoding="utf-8")
    assert "Sochi" in outline and "\nnote:" not in outline


def test_a_word_document_is_built_and_verified_by_its_paragraphs(run, tmp_path):
    (tmp_path / "lesson.docx").write_bytes(docx())
    assert run("outline", "lesson.docx").code == 0
    assert run("build").code == 0
    ran = run("verify", "--json")
    assert ran.code == 0
    assert not [problem for problem in json.loads(ran.out)["problems"] if problem["code"].startswith("BD41")]
    text = (tmp_path / "outline.yaml").read_text(encoding="utf-8")
    changed = text.replace("Dams hold floods back.", "Dams never hold floods back.")
    (tmp_path / "outline.yaml").write_text(changed, encoding="utf-8")
    assert run("build", "--force").code == 0
    assert "BD412" in run("verify").err


def test_a_note_in_a_named_encoding_is_verified_and_updated_in_it(run, tmp_path):
    note = tmp_path / "川.txt"
    text = "川と湖\n\n川は山から海へ流れます。\n湖は水を長くたくわえます。\n"
    note.write_bytes(text.encode("shift_jis"))
    assert run("outline", note.name, "--encoding", "shift_jis").code == 0
    outline = (tmp_path / "outline.yaml").read_text(encoding="utf-8")
    assert '\nencoding: "shift_jis"\n' in outline and "川は山から海へ流れます。" in outline
    assert run("build").code == 0
    verified = run("verify", "--strict")
    assert verified.code == 0, verified.err
    note.write_bytes((text + "水は空へ帰ります。\n").encode("shift_jis"))
    assert run("outline", note.name, "--update").code == 0
    outline = (tmp_path / "outline.yaml").read_text(encoding="utf-8")
    assert '\nencoding: "shift_jis"\n' in outline and "水は空へ帰ります。" in outline


def test_a_note_mapped_again_in_its_right_encoding_changes_the_outline_though_its_bytes_are_the_same(run, tmp_path):
    (tmp_path / "les.txt").write_bytes(
        "Wroc\u0142aw\n\nOdra p\u0142ynie przez miasto ka\u017cdego dnia.\n".encode("cp1250")
    )
    assert run("outline", "les.txt").code == 0
    assert "płynie" not in (tmp_path / "outline.yaml").read_text(encoding="utf-8")
    assert run("outline", "les.txt", "--update", "--encoding", "cp1250").code == 0
    assert "Odra płynie przez miasto każdego dnia." in (tmp_path / "outline.yaml").read_text(encoding="utf-8")


def test_a_picture_that_was_cropped_beside_the_outline_stays_and_is_said(run, tmp_path):
    (tmp_path / "leaf.png").write_bytes(saved())
    (tmp_path / "leaves.md").write_text("# Leaves\n\nLeaves grow.\n\n![A leaf](leaf.png)\n", encoding="utf-8")
    assert run("outline", "leaves.md").code == 0
    copy = tmp_path / "outline-media" / "leaf.png"
    assert copy.read_bytes() == saved()
    copy.write_bytes(saved(size=(30, 40)))
    (tmp_path / "leaves.md").write_text("# Leaves\n\nLeaves grow fast.\n\n![A leaf](leaf.png)\n", encoding="utf-8")
    ran = run("outline", "leaves.md", "--update")
    assert ran.code == 0 and "BD529" in ran.err
    assert copy.read_bytes() == saved(size=(30, 40))
    assert run("outline", "leaves.md", "--force").code == 0
    assert copy.read_bytes() == saved()
