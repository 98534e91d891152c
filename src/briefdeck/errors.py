"""Problems as values: what is wrong, where, and what to do about it.

Every stage collects all the problems it finds and raises them once, in one `BriefdeckError`. Warnings are the same
type with another severity; they are returned, never raised and never logged. Anything that is not a `BriefdeckError`
is a bug of ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from briefdeck.named import NamedTuple


class Severity(Enum):
    """How much a problem weighs."""

    ERROR = "error"  # nothing is written
    WARNING = "warning"  # written, and said; `--strict` makes it fail
    REMARK = "remark"  # written, and said


class Position(NamedTuple):
    """A place in a file, as people count: lines and columns start at 1, columns in characters."""

    file: str = ""
    line: int = 0  # 0: the file as a whole
    column: int = 0  # 0: the line as a whole
    length: int = 1  # characters to underline
    called: str = ""  # where `line` counts something else: "paragraph 12", "page 3, paragraph 40"

    def __str__(self) -> str:
        if self.called:
            return f"{self.file}, {self.called}"
        parts = [self.file or "<text>"]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


NOWHERE = Position()


class Problem(NamedTuple):
    """One thing that is wrong, in words for the person who can mend it."""

    code: str  # stable, for example "BD104"
    message: str  # what is wrong, one line
    at: Position = NOWHERE
    hint: str = ""  # what to do, one line
    note: str = ""  # a few words printed under the caret
    severity: Severity = Severity.ERROR


LONGEST_QUOTED = 60
"""Characters of an input that a message repeats."""


def quoted(text: str) -> str:
    """A text of the input as a message repeats it: on one line, and cut with an ellipsis when it is long."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_QUOTED else f"{text[: LONGEST_QUOTED - 1].rstrip()}…"


class BriefdeckError(Exception):
    """The input cannot be used; carries every problem found, never none."""

    exit_code = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        if not self.problems:
            raise AssertionError("an error needs at least one problem")
        super().__init__("; ".join(problem.message for problem in self.problems))


class UsageError(BriefdeckError):
    """The command line asks for something that cannot be (exit code 2)."""

    exit_code = 2


class InputUnreadable(BriefdeckError):
    """An input file is missing or cannot be read (exit code 3)."""

    exit_code = 3


class OutputUnwritable(BriefdeckError):
    """An output cannot be written (exit code 4)."""

    exit_code = 4
