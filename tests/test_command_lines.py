"""Lines of the command line: a plain one is read without click, and as click would read it."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from briefdeck import cli
from briefdeck.commands import COMMANDS, by_click, command_named
from briefdeck.commands.declared import read_plainly
from briefdeck.commands.outcome import Outcome

PLAIN = """
outline a.txt
outline a.txt b.txt -o out --join
outline - --lang hi --encoding cp1251
outline a.txt -o one -o two --force --force
outline --refine http://localhost:1/v1 a.txt --model m --loose --json --strict
outline a.txt --explain
build
build a.txt -o dist --name sochi --force
build outline.yaml --theme mine.yaml --template t.potx --explain
verify
verify dist/a --name b --outline o.yaml --note n.txt --report r.html --thorough --json
schema --json
themes
template t.pptx --strict
"""

OTHERS = """
outline
outline --help
outline a.txt --output=b
outline a.txt -ob
outline a.txt -o
outline a.txt -o --force
outline a.txt --forc
outline a.txt --max-size 3
outline -- -a.txt
outline ''
build a b
build --also slides
build --width 200
build --only deck
build --allow-dir .
schema x
template
"""


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


def as_click_reads(words: list[str], monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """What the command's function gets from click."""
    got: list[dict[str, object]] = []
    real = command_named(words[0])
    watched = real._replace(run=lambda **values: got.append(values) or Outcome())
    monkeypatch.setattr(by_click, "command_named", lambda _name: watched)
    by_click.cli.main(words, standalone_mode=False)
    return got[0]


@pytest.mark.parametrize("line", lines(PLAIN))
def test_a_plain_line_is_read_as_click_reads_it(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    words = shlex.split(line)
    values = read_plainly(command_named(words[0]), words[1:])
    assert values is not None
    assert values == as_click_reads(words, monkeypatch)


@pytest.mark.parametrize("line", lines(OTHERS))
def test_any_other_line_is_left_to_click(line: str) -> None:
    words = shlex.split(line)
    assert read_plainly(command_named(words[0]), words[1:]) is None


@pytest.mark.parametrize("name", COMMANDS)
def test_the_parameters_of_a_command_are_those_of_its_function(name: str) -> None:
    command = command_named(name)
    wanted = set(command.run.__annotations__) - {"return", "_"}
    given = {option.name for option in command.options} | ({command.operand.name} if command.operand else set())
    assert wanted <= given
    assert given - wanted <= {"strict", "as_json"}


def test_completion_of_the_shell_is_left_to_click(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_BRIEFDECK_COMPLETE", "bash_complete")
    assert cli._plainly(["themes"]) is None


def test_a_note_is_mapped_without_click(tmp_path: Path) -> None:
    (tmp_path / "lesson.txt").write_text("Rivers\n\nRivers carry silt to the sea.\n")
    script = (
        "import sys\nfrom briefdeck.cli import main\ntry:\n    main(['outline', 'lesson.txt'])\n"
        "finally:\n    sys.stderr.write(' '.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert not {"click", "inspect", "dataclasses", "yaml", "datetime", "logging"} & set(done.stderr.split())
