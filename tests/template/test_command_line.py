"""Templates on the command line and in an outline: found beside it, told about in words, refused without a trace."""

from __future__ import annotations

import json

import pytest

from briefdeck import cli
from template import samples


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run the command line in a folder with an outline and two templates, one of them in a folder beside it."""
    home = tmp_path / "lesson"
    home.mkdir()
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(home)
    (home / "outline.yaml").write_text(samples.OUTLINE)
    (home / "school.pptx").write_bytes(samples.usual())
    (home / "bad.pptx").write_bytes(samples.only_layouts(samples.usual()))
    (tmp_path / "elsewhere" / "school.potx").write_bytes(samples.wide())

    def ran(*arguments):
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main(arguments)
        out, err = capsys.readouterr()
        return ended.value.code or 0, out, err

    return ran


def settings(text):
    return samples.OUTLINE.replace("sections:", f"deck: {text}\nsections:", 1)


def test_the_command_says_what_serves_for_what_and_why(run):
    code, out, _ = run("template", "school.pptx")
    assert code == 0
    assert "11 layouts" in out
    assert "4:3" in out
    assert "Title and Content" in out
    assert "PowerPoint marks it as that kind of layout" in out
    assert "drawn on a copy" in out


def test_for_machines_it_is_one_object(run):
    code, out, _ = run("template", "school.pptx", "--json")
    data = json.loads(out)
    assert code == 0
    assert [row["role"] for row in data["roles"]] == ["title", "section", "points", "comparison"]
    assert data["roles"][0]["layout"] == "Title Slide"
    assert {problem["code"] for problem in data["problems"]} == {"BD717"}


def test_a_bad_one_is_one_problem_and_nothing_is_written(run, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    for words in (("template", "bad.pptx"), ("build", "--template", "bad.pptx")):
        code, _, err = run(*words)
        assert code == 1
        assert err.count("error[") == 1
        assert "error[BD711]" in err
        assert "bad.pptx" in err
    assert sorted(tmp_path.rglob("*")) == before


def test_a_missing_one_is_code_three_with_a_suggestion(run):
    code, _, err = run("build", "--template", "scholl.pptx")
    assert code == 3
    assert "did you mean school.pptx?" in err


def test_the_outline_may_name_it_and_verify_passes(run, tmp_path):
    (tmp_path / "lesson" / "outline.yaml").write_text(settings('{template: "school.pptx"}'))
    assert run("build")[0] == 0
    code, out, err = run("verify")
    assert code == 0, out + err
    assert (
        b"BRIEFDECK_TEMPLATE"
        in samples.members((tmp_path / "lesson" / "dist" / "deck.pptx").read_bytes())["ppt/tags/tag1.xml"]
    )


def test_one_outside_the_outlines_folder_needs_leave(run, tmp_path):
    (tmp_path / "lesson" / "outline.yaml").write_text(settings('{template: "../elsewhere/school.potx"}'))
    code, _, err = run("build")
    assert code == 1
    assert "error[BD522]" in err
    assert run("build", "--allow-dir", "../elsewhere")[0] == 0
    assert run("build", "-o", "out", "--template", "../elsewhere/school.potx")[0] == 0


def test_a_role_that_cannot_be_is_told_at_its_line(run, tmp_path):
    text = settings('{template: "school.pptx", template_roles: {points: "Title and Contents"}}')
    (tmp_path / "lesson" / "outline.yaml").write_text(text)
    code, _, err = run("build")
    assert code == 1
    assert "error[BD713]" in err
    assert "outline.yaml:7" in err
    assert "did you mean “Title and Content”?" in err


def test_a_misspelt_role_is_told_with_a_suggestion(run, tmp_path):
    (tmp_path / "lesson" / "outline.yaml").write_text(settings('{template_roles: {bullets: "Title and Content"}}'))
    code, _, err = run("build")
    assert code == 1
    assert "`points`" in err


def test_another_template_is_another_build(run, tmp_path):
    deck = tmp_path / "lesson" / "dist" / "deck.pptx"

    def build(*more):
        assert run("build", "--only", "deck", *more)[0] == 0
        return samples.members(deck.read_bytes())["ppt/tags/tag1.xml"].split(b"BRIEFDECK_BUILD")[1][:40]

    assert len({build(), build("--template", "school.pptx"), build("--template", "../elsewhere/school.potx")}) == 3


def test_a_logo_stands_on_the_slides(run, tmp_path):
    from PIL import Image

    Image.new("RGB", (60, 30), "red").save(tmp_path / "lesson" / "logo.png")
    text = settings('{template: "school.pptx"}').replace("lang:", 'logo: "logo.png"\nlang:', 1)
    (tmp_path / "lesson" / "outline.yaml").write_text(text)
    code, _, err = run("build")
    assert code == 0
    assert "BD720" not in err
    parts = samples.members((tmp_path / "lesson" / "dist" / "deck.pptx").read_bytes())
    assert any(name.startswith("ppt/media/") for name in parts)


def test_pages_in_pdf_are_readable_and_say_what_they_lack(run, tmp_path):
    code, _, err = run("build", "--template", "school.pptx", "--only", "deck", "--also", "slides")
    assert code == 0
    assert "remark[BD395]" in err
    assert (tmp_path / "lesson" / "dist" / "slides.pdf").read_bytes().startswith(b"%PDF")
