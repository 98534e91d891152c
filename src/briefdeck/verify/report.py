"""What comes of reading two finished files back: the parity table, one line per check, and every problem."""

from __future__ import annotations

from dataclasses import dataclass

from briefdeck.errors import Problem, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class ParityRow:
    """One section in both files, ready to print."""

    section: str  # title; a subsection is set in
    slides: str  # "3" or "3–5"
    place: str  # on the brief: "column 1, top"
    deck_points: str  # "4" or "4 (1 cut)"
    brief_points: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at."""

    promise: str  # "P1" to "P8"
    name: str  # what is promised, in a few words
    passed: bool | None  # None: not made, and `details` says why
    details: str = ""
    problems: tuple[Problem, ...] = ()
    explains: bool = False  # its problem is the cause of what others found
    explained: bool = False  # what it found follows from such a problem, so it is counted and not listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The outcome."""

    rows: tuple[ParityRow, ...]
    checks: tuple[Check, ...]
    unreadable: tuple[Problem, ...] = ()  # what kept a file from being checked at all
    title: str = ""  # of the lesson, as the files say
    lang: str = ""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is to be looked at, each thing once: causes first, and not what follows from them."""
        causes_first = sorted(self.checks, key=lambda check: not check.explains)
        told = (problem for check in causes_first if not check.explained for problem in check.problems)
        return tuple(dict.fromkeys((*self.unreadable, *told)))

    @property
    def ok(self) -> bool:
        """Whether no promise is broken; remarks and warnings do not break one."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)
