"""Every damaged, hostile or odd file ends in seconds: with one clear problem, or read as far as it can be."""

import resource
import subprocess
import sys

import pytest

from badinputs.note_files import BOMBS, CASES, Case
from briefdeck.draft.outline import draft_outline
from briefdeck.errors import BriefdeckError, Severity
from briefdeck.text.note import read_note
from support.growth import worked

SECONDS = 10
"""Of the processor, which a busy machine does not lengthen."""

MEMORY = 1_500_000_000
"""Bytes of address space, libraries included, that the worst file may take."""

FOREIGN = ("lxml", "zipfile", "libxml", "pikepdf", "PDFium", "pypdfium", "Traceback", "codec can't", "KeyError")


def names(case: Case) -> str:
    return case.name


def needs(case: Case) -> None:
    if case.file.endswith(".pdf"):
        pytest.importorskip("pypdfium2", reason="reading PDF needs the extra")


@pytest.mark.parametrize("case", CASES, ids=names)
def test_a_bad_file_ends_in_words(case):
    needs(case)
    started = worked()
    try:
        note, problems = read_note(case.data(), case.file)
    except BriefdeckError as error:
        assert worked() - started < SECONDS
        assert [problem.code for problem in error.problems] == [case.code]
        for problem in error.problems:
            assert problem.at.file == case.file
            assert problem.hint, "every problem says what to do"
            assert not any(word in problem.message + problem.hint for word in FOREIGN), problem
        return
    assert not case.code, f"should have been refused with {case.code}, but was read: {[x.text for x in note.lines][:5]}"
    said = " ".join(line.said for line in note.lines)
    assert all(words in said for words in case.says), said[:500]
    assert not any(words in said for words in case.silent), said[:500]
    assert (case.remark in [problem.code for problem in problems]) if case.remark else not problems
    assert all(problem.severity is not Severity.ERROR for problem in problems)
    draft_outline(note)
    assert worked() - started < SECONDS


def test_a_box_that_is_stored_twice_is_read_once():
    case = next(case for case in CASES if "box, once" in case.name)
    note, _ = read_note(case.data(), case.file)
    assert sum("In the box." in line.text for line in note.lines) == 1


@pytest.mark.parametrize("case", [case for case in CASES if any(word in case.name for word in BOMBS)], ids=names)
def test_a_bomb_takes_no_more_memory_than_a_document(case, tmp_path):
    needs(case)
    path = tmp_path / case.file
    path.write_bytes(case.data())
    code = (
        "import sys, pathlib, contextlib\n"
        "from briefdeck.text.note import read_note\n"
        "from briefdeck.errors import BriefdeckError\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "with contextlib.suppress(BriefdeckError):\n"
        "    read_note(path.read_bytes(), path.name)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, timeout=3 * SECONDS, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-500:]


def test_there_are_cases_of_every_kind():
    kinds = [case.name.split(":")[0] for case in CASES]
    assert len(CASES) >= 80
    assert all(kinds.count(kind) >= 5 for kind in ("docx", "odt", "html", "rtf", "pdf", "encoding"))
