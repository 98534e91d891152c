"""Read the finished files back and check every promise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from briefdeck.commands.declared import Command, Operand, Option
from briefdeck.commands.outcome import Outcome
from briefdeck.commands.shared_options import ALLOW_DIR, SHARED

if TYPE_CHECKING:
    from briefdeck.verify.outside import Answers

_EXAMPLES = """
\b
Examples:
  briefdeck verify
  briefdeck verify dist/lesson --json
  briefdeck verify --thorough           by rendering and with reference validators too
"""


def verify(  # noqa: PLR0917 (options are handed over by name)
    folder: Path,
    name: str,
    outline_path: Path | None,
    note_path: Path | None,
    page: Path | None,
    allowed: tuple[Path, ...],
    thorough: bool,
    **_: bool,
) -> Outcome:
    """Read the finished files back and check every promise; exit with 1 when one is broken."""
    from briefdeck import workspace
    from briefdeck.console import check_data, render_checks, render_parity, row_data

    if page is not None:
        from briefdeck.replacing import check_report_replaceable

        check_report_replaceable(page)
    report = workspace.check_folder(
        folder, name, outline_path, note_path, allowed, ask=_outside() if thorough else None
    )
    if page is not None:
        from briefdeck.files import write_whole
        from briefdeck.verify.report_page import render_page

        files = " and ".join(str(path) for path in workspace.targets(folder, name).values() if path.exists())
        text = render_page(report, report.title or folder.name, files, report.lang or "en")
        write_whole({page: text.encode()})
    return Outcome(
        results=(render_parity(report.rows), render_checks(report.checks), *([f"{page}: the report"] if page else [])),
        problems=report.problems,
        data={
            "ok": report.ok,
            "parity": [row_data(row) for row in report.rows],
            "checks": [check_data(check) for check in report.checks],
        },
        exit_code=0 if report.ok else 1,
    )


def _outside() -> Callable[[bytes | None, bytes | None], Answers]:
    from briefdeck.outside_tools import ask_all

    return ask_all


COMMAND = Command(
    verify,
    "Read the finished files back and check every promise.",
    (
        Option("--name", "The files are NAME.pptx and NAME.pdf.", placeholder="NAME"),
        Option("--outline", "The outline, if it has moved.", "path", parameter="outline_path"),
        Option("--note", "The note, if it has moved.", "path", parameter="note_path"),
        Option("--report", "Also write a web page about it.", "path", "FILE", parameter="page"),
        Option(
            "--thorough",
            "Also ask LibreOffice, veraPDF and the Open XML SDK validator, those that are installed.",
            "flag",
        ),
        ALLOW_DIR,
        *SHARED,
    ),
    Operand("folder", "[DIST]", default=Path("dist")),
    _EXAMPLES,
)
