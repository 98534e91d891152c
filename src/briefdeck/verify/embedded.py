"""What both files carry about themselves: the build they come from, and what they leave out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from briefdeck.errors import Problem
from briefdeck.model.page import Cut


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """The facts that the builder leaves in a finished file; all empty in a file that we did not make."""

    build: str = ""  # one id in both files
    source: str = ""  # digest of the outline that it was built from
    outline: str = ""  # path relative to the file
    note: str = ""  # path relative to the file
    version: str = ""  # of briefdeck
    style: str = ""  # of the brief
    cuts: tuple[Cut, ...] = ()
    damaged: bool = False  # the list of cuts is there and cannot be read


def embedded_from(values: Mapping[str, str]) -> Embedded:
    """The facts from their plain values, keyed by their names; `cuts` is JSON."""
    try:
        cuts, damaged = _cuts(values.get("cuts", "")), False
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        cuts, damaged = (), True
    return Embedded(
        build=values.get("build", ""),
        source=values.get("source", ""),
        outline=values.get("outline", ""),
        note=values.get("note", ""),
        version=values.get("version", ""),
        style=values.get("style", ""),
        cuts=cuts,
        damaged=damaged,
    )


def damage(found: Embedded, what: str) -> tuple[Problem, ...]:
    """The problem of a list of cuts that nobody can read any more."""
    if not found.damaged:
        return ()
    return (Problem("BD402", f"the {what}'s list of cuts is damaged", hint="build it again"),)


def foreign(what: str) -> Problem:
    """The problem of a file that carries nothing of ours."""
    return Problem(
        "BD401",
        f"the {what} was not made by briefdeck, or was saved by a program that drops its marks",
        hint=f"give the {what} that `build` wrote; PowerPoint keeps the marks, LibreOffice does not",
    )


def _cuts(text: str) -> tuple[Cut, ...]:
    """`[{"id": ..., "reason": ..., "text": ..., "lines": [..]}, ...]` as values."""
    if not text:
        return ()
    return tuple(
        Cut(
            id=str(cut["id"]),
            text=str(cut.get("text", "")),
            reason=str(cut.get("reason", "")),
            lines=tuple(int(line) for line in cut.get("lines", ())),
        )
        for cut in json.loads(text)
    )
