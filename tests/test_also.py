"""`build --also`: slides.pdf, the handout and the pictures, named as the others are and never half there."""

from __future__ import annotations

import importlib.util
import io
import json
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from briefdeck import cli

SEED = Path(__file__).resolve().parent.parent / "seeds" / "000_6d5ad8971962cae4.txt"
needs_pdfium = pytest.mark.skipif(importlib.util.find_spec("pypdfium2") is None, reason="pip install briefdeck[png]")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(tmp_path)
    Path("lesson.txt").write_bytes(SEED.read_bytes())

    def ran(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main(["build", "lesson.txt", "-o", "dist", *arguments])
        out, err = capsys.readouterr()
        return ended.value.code or 0, out, err

    return ran


def made() -> set[str]:
    return {path.name for path in Path("dist").iterdir()}


def pages(name: str) -> int:
    return len(pypdf.PdfReader(Path("dist") / name).pages)


def test_without_it_nothing_more_is_made(run: Run):
    assert run()[0] == 0
    assert made() == {"deck.pptx", "brief.pdf"}


@pytest.mark.parametrize("arguments", [("--also", "slides,handout"), ("--also", "handout", "--also", "Slides")])
def test_it_takes_commas_and_repetition(run: Run, arguments: tuple[str, ...]):
    code, out, err = run(*arguments)
    assert code == 0, err
    assert made() == {"deck.pptx", "brief.pdf", "slides.pdf", "handout.pdf"}
    assert pages("slides.pdf") == 10
    assert pages("handout.pdf") == 4
    assert str(Path("dist") / "slides.pdf") in out


def test_a_number_of_slides_asks_for_the_handout(run: Run):
    assert run("--handout", "9", "--paper", "letter")[0] == 0
    (first, _) = pypdf.PdfReader("dist/handout.pdf").pages
    assert (first.mediabox.width, first.mediabox.height) == (612, 792)


def test_a_wrong_word_is_answered_with_the_right_one(run: Run):
    code, _, err = run("--also", "slide")
    assert code == 2
    assert "did you mean slides?" in err
    assert not Path("dist").exists()


def test_the_name_stands_before_theirs(run: Run):
    assert run("--also", "slides", "--name", "sochi", "--only", "deck")[0] == 0
    assert made() == {"sochi.pptx", "sochi-slides.pdf"}


def test_the_brief_alone_may_have_slides_beside_it(run: Run):
    assert run("--also", "slides", "--only", "brief")[0] == 0
    assert made() == {"brief.pdf", "slides.pdf"}


def test_what_is_from_an_earlier_build_is_named(run: Run):
    run("--also", "slides")
    assert "BD523" not in run()[2]
    code, _, err = run("--theme", "dark")
    assert code == 0
    assert "BD523" in err
    assert "--also slides" in err


def test_the_same_outline_gives_the_same_bytes(run: Run):
    run("--also", "slides,handout")
    before = {name: (Path("dist") / name).read_bytes() for name in made()}
    run("--also", "slides,handout", "--force")
    assert {name: (Path("dist") / name).read_bytes() for name in made()} == before


@needs_pdfium
def test_pictures_of_all_pages_at_the_width_that_was_asked_for(run: Run):
    code, out, err = run("--also", "png", "--width", "400")
    assert code == 0, err
    assert made() == {"deck.pptx", "brief.pdf", "brief.png", *(f"slides-{number:02}.png" for number in range(1, 11))}
    shown = Image.open("dist/slides-03.png")
    assert shown.size == (400, 225)
    assert shown.getpixel((5, 5)) == (255, 255, 255)
    assert Image.open("dist/slides-01.png").getpixel((5, 5)) == pytest.approx((0x12, 0x30, 0x4A), abs=2)
    assert "11 pictures" in out
    again = (Path("dist") / "slides-03.png").read_bytes()
    run("--also", "png", "--width", "400", "--force")
    assert (Path("dist") / "slides-03.png").read_bytes() == again


@needs_pdfium
def test_pictures_of_slides_that_are_gone_go_and_those_of_others_stay(run: Run):
    run("--also", "png", "--width", "200")
    ours = (Path("dist") / "slides-01.png").read_bytes()
    other = io.BytesIO()
    Image.new("RGB", (4, 4)).save(other, "PNG")
    for name, data in (("slides-11.png", ours), ("slides-12.png", other.getvalue()), ("slides-old.png", ours)):
        (Path("dist") / name).write_bytes(data)
    run("--also", "png", "--width", "200", "--force")
    assert {"slides-12.png", "slides-old.png", "slides-10.png"} <= made()
    assert "slides-11.png" not in made()


def test_without_pdfium_it_says_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch):
    found = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "pypdfium2" else found(name))
    code, _, err = run("--also", "png")
    assert code == 3
    assert "pip install 'briefdeck[png]'" in err
    assert not Path("dist").exists()


def test_machines_hear_of_the_files_too(run: Run):
    code, out, _ = run("--also", "slides", "--json")
    assert code == 0
    assert json.loads(out)["files"]["slides.pdf"] == str(Path("dist") / "slides.pdf")
