"""Make the deck and the one-page brief."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from briefdeck.commands.outcome import Outcome, allow_dir, shared

_EXAMPLES = """
\b
Examples:
  briefdeck build                       ./outline.yaml into ./dist/
  briefdeck build lesson.txt            straight from a note into ./dist/lesson/
  briefdeck build --paper letter --theme high-contrast
  briefdeck build --only brief -o print --name sochi
"""


@click.command(epilog=_EXAMPLES, short_help="Make the deck and the one-page brief.")
@click.argument("source", type=click.Path(path_type=Path), required=False, metavar="[OUTLINE | NOTE]")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder for the files.  [default: dist]")
@click.option("--name", default="", metavar="NAME", help="Names the files NAME.pptx and NAME.pdf.")
@click.option("--only", type=click.Choice(["deck", "brief"]), help="Make one of the two.")
@click.option("--theme", default="", metavar="NAME", help="A theme of `briefdeck themes`, or the path of your own.")
@click.option("--paper", type=click.Choice(["a4", "letter"]), help="Paper of the brief.")
@allow_dir
@click.option("--force", is_flag=True, help="Replace a deck that was edited since it was built.")
@click.option("--explain", is_flag=True, help="Say which layout each slide has, and why.")
@shared
def build(  # noqa: PLR0917 (click hands the options over by name)
    source: Path | None,
    output: Path | None,
    name: str,
    only: Literal["deck", "brief"] | None,
    theme: str,
    paper: Literal["a4", "letter"] | None,
    allowed: tuple[Path, ...],
    force: bool,
    explain: bool,
    **_: bool,
) -> Outcome:
    """Make the deck and the one-page brief from ./outline.yaml, another outline, or straight from a note."""
    from briefdeck import console, workspace
    from briefdeck.files import finish_interrupted, write_whole
    from briefdeck.pipeline import Order, make

    path = source or Path(workspace.OUTLINE_NAME)
    folder = output or workspace.default_folder(path)
    workspace.check_name(name)
    targets = workspace.targets(folder, name)
    finished = finish_interrupted(folder)
    if only != "brief":
        workspace.check_deck_replaceable(targets["deck"], force=force)
    read = workspace.read_source(path, allowed=allowed)
    order = Order(
        theme=theme,
        theme_files=workspace.theme_files(theme, read),
        media=read.media,
        paper=paper or "",
        only=only or "",
        outline_path=workspace.relative(read.outline_path, folder) if read.outline_path else "",
        note_path=workspace.relative(read.note_path, folder) if read.note_path else "",
    )
    briefing = make(read.outline, order)
    made = {targets[kind]: data for kind, data in briefing.files.items()}
    write_whole(made)
    return Outcome(
        results=(*console.made_lines(briefing, targets), *([console.explain_table(briefing)] if explain else [])),
        messages=tuple(console.cut_lines(briefing)),
        problems=(*finished, *read.remarks, *briefing.remarks),
        data={"files": {kind: str(targets[kind]) for kind in briefing.files}, **console.briefing_data(briefing)},
    )
