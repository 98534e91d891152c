"""The README says what is so: its commands, options, files and example exist and work."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from briefdeck import build_briefing, draft_outline
from briefdeck.commands.by_click import cli
from briefdeck.text.outline import load_outline

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

with click.Context(cli) as _context:
    COMMANDS = {name: cli.get_command(_context, name) for name in cli.list_commands(_context)}


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, flags=re.M | re.S)


def commands() -> list[list[str]]:
    """Every `briefdeck ...` that the README shows, in blocks and in running text."""
    shown = [line.split("#")[0] for block in blocks("sh") for line in block.splitlines()]
    shown += re.findall(r"`([^`\n]*briefdeck [^`\n]+)`", README)
    return [shlex.split(line)[1:] for line in shown if re.match(r"\S*briefdeck ", line)]


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_every_command_and_option_exists(words: list[str]) -> None:
    command = COMMANDS[words[0]]
    options = {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}
    assert {word for word in words[1:] if word.startswith("-")} <= options


def test_every_option_named_alone_exists_somewhere() -> None:
    known = {name for command in COMMANDS.values() for parameter in command.params for name in parameter.opts} | {
        "--help",
        "--version",
    }
    assert set(re.findall(r"`(--[a-z-]+)", README)) <= known


def test_every_make_target_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), flags=re.M))
    assert set(re.findall(r"`?make ([a-z]+)", README)) & {"test", "bench", "pictures", "check"} <= targets


def test_every_file_it_links_to_is_there() -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / link).exists(), link


def test_every_path_of_the_source_it_names_is_there() -> None:
    for path in re.findall(r"`((?:src|assets|docs|seeds|\.ci)/[^`]*)`", README):
        assert (ROOT / path).exists(), path


def test_the_python_example_runs() -> None:
    code = next(block for block in blocks("python") if "build_briefing" in block)
    names: dict[str, object] = {"note_text": "Rivers\n\nRivers carry silt to the sea.\nThey flood in spring.\n"}
    exec(code, names)
    briefing = names["briefing"]
    assert briefing.deck.startswith(b"PK") and briefing.brief.startswith(b"%PDF")


def test_the_outline_example_loads() -> None:
    example = next(block for block in blocks("yaml") if "A point of my own" in block)
    outline, _ = load_outline('version: "1"\ntitle: "x"\n' + example, "README.md")
    assert [point.say for point in outline.sections[0].points][1] == "A point of my own"


def test_the_exit_codes_it_lists_are_those_of_the_help() -> None:
    assert all(f"{code} " in README for code in (0, 1, 2, 3, 4, 70, 130))
    assert isinstance(cli, click.Group)


def test_the_front_door_is_pinned() -> None:
    import briefdeck

    assert set(briefdeck.__all__) == {
        "Briefing", "BriefdeckError", "Position", "Problem", "Severity",
        "__version__", "build_briefing", "draft_outline",
    }  # fmt: skip
    assert all(getattr(briefdeck, name) for name in briefdeck.__all__)
    assert callable(draft_outline) and callable(build_briefing)
