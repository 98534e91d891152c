"""Read the finished files back and check every promise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefdeck.commands.outcome import PATH, Outcome, allow_dir, shared

if TYPE_CHECKING:
    from briefdeck.verify.outside import Answers

_EXAMPLES = """
\b
Examples:
  briefdeck verify
  briefdeck verify dist/lesson --json
  briefdeck verify --thorough           by rendering and with reference validators too
"""


@click.command(epilog=_EXAMPLES, short_help="Read the finished files back and check every promise.")
@click.argument("folder", type=PATH, default=Path("dist"), metavar="[DIST]")
@click.option("--name", default="", metavar="NAME", help="The files are NAME.pptx and NAME.pdf.")
@click.option("--outline", "outline_path", type=PATH, help="The outline, if it has moved.")
@click.option("--note", "note_path", type=PATH, help="The note, if it has moved.")
@click.option(
    "--report",
    "page",
    type=PATH,
    metavar="FILE",
    help="Also write a web page about it.",
)
@click.option(
    "--thorough",
    is_flag=True,
    help="Also ask LibreOffice, veraPDF and the Open XML SDK validator, those that are installed.",
)
@allow_dir
@shared
def verify(  # noqa: PLR0917 (click hands the options over by name)
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
