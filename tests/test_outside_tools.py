"""Programs of others, as they are, are not, break, hang and babble: a reason in words, and nothing left behind."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import sys
import tempfile
import time
from pathlib import Path

import pytest

from briefdeck import cli, outside_tools
from briefdeck.outside_tools import ask_all
from briefdeck.verify.outside import OPEN_XML, PAINTED, PDF_A, PDF_UA, open_xml_answer, outside_checks
from support import open_xml

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs of these tests are shell scripts")

NAMES = ("soffice", "ooxml-validator", "verapdf")
REPORTS = Path(__file__).parent / "verify" / "verapdf_reports"
BOMB = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><report>&e;</report>'
GOOD = {
    "soffice": 'for last; do :; done; printf "%%PDF-1.7\\nx" > deck.pdf',
    "ooxml-validator": """echo '{"ok": true, "errors": []}'""",
    "verapdf": f"cat '{REPORTS}/passed-ua1.xml'",
}


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """A place for programs that is all of the path; temporary files go beside it, so that what is left is seen."""
    folder, temporary = tmp_path / "bin", tmp_path / "tmp"
    folder.mkdir()
    temporary.mkdir()
    for name in ("cat", "sleep", "sh", "env"):
        (folder / name).symlink_to(shutil.which(name))
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(outside_tools, "_LIBREOFFICE_HOMES", ())
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setattr(outside_tools, "SECONDS", 20)

    def put(**scripts: str) -> None:
        for name, script in scripts.items():
            path = folder / name.replace("_", "-")
            path.write_text(f"#!/bin/sh\n{script}\n")
            path.chmod(path.stat().st_mode | stat.S_IXUSR)

    yield put
    assert not list(temporary.iterdir()), "temporary files are left"


@pytest.fixture(scope="module")
def finished():
    root = Path(__file__).parents[1] / "dist"
    return (root / "deck.pptx").read_bytes(), (root / "brief.pdf").read_bytes()


def put_all(programs, script: str) -> None:
    programs(soffice=script, ooxml_validator=script, verapdf=script)


def reasons(finished) -> set[str]:
    answers = ask_all(*finished)
    assert not any(answer.findings or answer.painting for answer in answers)
    return {answer.why_not for answer in answers}


def test_programs_that_are_not_here(programs, finished):
    assert reasons(finished) == {
        "LibreOffice is not installed", "the Open XML SDK validator is not installed", "veraPDF is not installed"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("script", "says"),
    [
        ("kill -SEGV $$", "broke down"),
        ("exit 3", "LibreOffice made no PDF|no report that can be read"),
        ("echo 'Segmentation fault'", "LibreOffice made no PDF|no report that can be read"),
        ("printf '\\377\\376\\0<<<{[' ; printf 'rubbish' > deck.pdf", "LibreOffice made no PDF|no report"),
        ("echo '[1, 2]'", "LibreOffice made no PDF|no report"),
        ("echo '<report/>'; mkdir deck.pdf", "LibreOffice made no PDF|no report|could not read the brief"),
        (f"echo '{BOMB}'", "made no PDF|no report|could not"),
        ("rm -rf \"$PWD\"; exit 0", "LibreOffice made no PDF|no report"),
    ],
)  # fmt: skip
def test_programs_that_break_or_babble(programs, finished, script, says):
    put_all(programs, script)
    for reason in reasons(finished):
        assert re.search(says, reason), reason


def test_a_file_that_is_no_program(programs, finished):
    put_all(programs, "")
    for name in NAMES:
        Path(os.environ["PATH"], name).write_bytes(b"\x7fELF no program")
    assert all("cannot be started" in reason for reason in reasons(finished))


def test_programs_that_hang_are_ended_with_what_they_started(programs, finished, monkeypatch, tmp_path):
    monkeypatch.setattr(outside_tools, "SECONDS", 0.5)
    put_all(programs, f"(while :; do echo alive >> {tmp_path}/alive; sleep 0.1; done) & sleep 600")
    assert all("did not end within 0.5 seconds" in reason for reason in reasons(finished))
    before = (tmp_path / "alive").stat().st_size
    time.sleep(0.5)
    assert (tmp_path / "alive").stat().st_size == before, "what it started goes on"


def test_no_program_is_shown_the_network(programs, finished, tmp_path):
    put_all(programs, f"env >> {tmp_path}/seen")
    reasons(finished)
    seen = (tmp_path / "seen").read_text()
    assert seen.count("https_proxy=http://127.0.0.1:9") == 4


def test_a_report_that_is_read(programs, finished):
    programs(**{name.replace("-", "_"): script for name, script in GOOD.items()})
    answers = ask_all(*finished)
    assert answers.painted.painting.startswith(b"%PDF") and not any(answer.why_not for answer in answers)
    error = {"description": "Unexpected child", "path": {"partUri": "/ppt/slides/slide1.xml", "xPath": "/p:sld[1]"}}
    found = open_xml_answer(json.dumps({"ok": False, "errors": [error]}).encode())
    assert found.findings == ("Unexpected child (/ppt/slides/slide1.xml)",)
    told = list(outside_checks(None, answers._replace(open_xml=found)))
    assert [problem.code for check in told for problem in check.problems] == ["BD469"]
    assert open_xml_answer(b'{"ok": false, "errors": []}').findings, "what is not in order is never passed"


def test_the_command_says_of_each_program_what_came_of_it(programs, capsys, tmp_path, monkeypatch):
    programs(verapdf=f"cat '{REPORTS}/failed-ua1.xml'", ooxml_validator="exit 1")
    monkeypatch.chdir(Path(__file__).parents[1])
    page = tmp_path / "report.html"
    with pytest.raises(SystemExit) as ended:
        cli.main(["verify", "--thorough", "--json", "--report", str(page)])
    assert ended.value.code == 1
    checks = {check["name"]: check for check in json.loads(capsys.readouterr().out)["checks"]}
    assert checks[PAINTED]["passed"] is None and "LibreOffice is not installed" in checks[PAINTED]["details"]
    assert checks[OPEN_XML]["passed"] is None and "no report" in checks[OPEN_XML]["details"]
    assert [problem["code"] for problem in checks[PDF_UA]["problems"]] == ["BD479"]
    assert [problem["code"] for problem in checks[PDF_A]["problems"]] == ["BD489"]
    assert all(name in page.read_text() for name in (PAINTED, OPEN_XML, PDF_UA, PDF_A))


@pytest.mark.slow
@pytest.mark.skipif(bool(open_xml.unavailable()), reason=open_xml.unavailable() or "it is there")
def test_the_real_validator_is_understood(finished, monkeypatch):
    from verify import mutations as do

    deck, _ = finished
    monkeypatch.setenv("PATH", f"{open_xml.PROGRAM.parent}{os.pathsep}{os.environ['PATH']}")
    assert outside_tools._asked(outside_tools._open_xml, deck, "deck") == outside_tools.Answer()
    broken = do.in_part("ppt/slides/slide1.xml", do.swap("<p:spPr/>", "<p:spPr><a:nonsense/></p:spPr>", 1))(deck)
    found = outside_tools._asked(outside_tools._open_xml, broken, "deck")
    assert found.findings and "nonsense" in found.findings[0], found
