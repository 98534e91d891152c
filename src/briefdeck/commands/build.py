"""Make the deck and the one-page brief."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from briefdeck.commands.declared import Command, OneOf, Operand, Option, Within
from briefdeck.commands.outcome import Outcome
from briefdeck.commands.shared_options import ALLOW_DIR, MAX_SIZE, SHARED
from briefdeck.model.outline import BriefStyle, PaperName

if TYPE_CHECKING:
    from briefdeck.errors import Problem
    from briefdeck.model.limits import Limits
    from briefdeck.pipeline import Briefing, Extra

_EXTRAS: tuple[Extra, ...] = ("slides", "handout", "png")

_EXAMPLES = """
\b
Examples:
  briefdeck build                       ./outline.yaml into ./dist/
  briefdeck build lesson.txt            straight from a note into ./dist/lesson/
  briefdeck build --paper letter --theme high-contrast
  briefdeck build --template school.potx
  briefdeck build --style cornell       a page with cues and room to sum up
  briefdeck build --only brief -o print --name sochi
  briefdeck build --also slides,png     slides.pdf and pictures too; --handout 6 for sheets
"""


_PER_SHEET: dict[str, Literal[3, 6, 9]] = {"3": 3, "6": 6, "9": 9}


def extras(values: Sequence[str]) -> tuple[Extra, ...]:
    """What --also asks for, given several times or with commas between; raises ValueError."""
    asked = [word.strip().lower() for value in values for word in value.split(",") if word.strip()]
    for word in asked:
        if word not in _EXTRAS:
            from difflib import get_close_matches

            close = get_close_matches(word, _EXTRAS, 1)
            raise ValueError(
                f"“{word}” is not one of {', '.join(_EXTRAS)}" + (f"; did you mean {close[0]}?" if close else ".")
            )
    return tuple(extra for extra in _EXTRAS if extra in asked)


def _check_pictures(also: Sequence[Extra]) -> None:
    """Raise when pictures are wanted and cannot be drawn here."""
    from importlib.util import find_spec

    if "png" in also and find_spec("pypdfium2") is None:
        from briefdeck.errors import InputUnreadable, Problem

        hint = "run: python -m pip install 'briefdeck[png]'"
        raise InputUnreadable(
            [Problem("BD531", "--also png needs the package pypdfium2, which is not there", hint=hint)]
        )


def build(  # noqa: PLR0917 (options are handed over by name)
    source: Path | None,
    output: Path | None,
    name: str,
    only: Literal["deck", "brief"] | None,
    also: tuple[Extra, ...],
    handout: Literal["3", "6", "9"] | None,
    width: int,
    theme: str,
    template: Path | None,
    style: BriefStyle | None,
    paper: PaperName | None,
    max_slides: int | None,
    allowed: tuple[Path, ...],
    limits: Limits,
    force: bool,
    explain: bool,
    **_: bool,
) -> Outcome:
    """Make the deck and the one-page brief from ./outline.yaml, another outline, or straight from a note."""
    from briefdeck import console, note_files, workspace
    from briefdeck.files import finish_interrupted
    from briefdeck.pipeline import Order, make
    from briefdeck.replacing import check_replaceable

    path = source or Path(workspace.OUTLINE_NAME)
    folder = output or workspace.default_folder(path)
    workspace.check_name(name)
    targets = workspace.targets(folder, name)
    finished = finish_interrupted(folder)
    check_replaceable(targets, only or "", force=force)
    _check_pictures(also)
    read = workspace.read_source(path, allowed=allowed, limits=limits)
    order = Order(
        theme=theme,
        theme_files=workspace.theme_files(theme, read),
        media=read.media,
        template=workspace.template_file(template, read, allowed) if only != "brief" else None,
        style=style or "",
        paper=paper or "",
        max_slides=max_slides or 0,
        only=only or "",
        also=tuple(dict.fromkeys((*also, *(("handout",) if handout else ())))),
        per_sheet=_PER_SHEET[handout or "3"],
        width=width,
        limits=limits,
        outline_path=note_files.relative(read.outline_path, folder) if read.outline_path else "",
        note_path=note_files.named(read.note_paths, folder),
    )
    briefing = make(read.outline, order)
    targets |= {file: workspace.also_target(folder, name, file) for file in briefing.also}
    sources = (path, *read.note_paths, *((template,) if template else ()))
    earlier = _put_in_place(briefing, targets, sources, folder, name, force=force)
    return Outcome(
        results=(*console.made_lines(briefing, targets), *([console.explain_table(briefing)] if explain else [])),
        messages=tuple(console.cut_lines(briefing, whole=explain)),
        problems=(*finished, *read.remarks, *briefing.remarks, *earlier),
        data={"files": {kind: str(targets[kind]) for kind in briefing.files}, **console.briefing_data(briefing)},
    )


def _put_in_place(
    briefing: Briefing, targets: Mapping[str, Path], sources: Sequence[Path], folder: Path, name: str, *, force: bool
) -> tuple[Problem, ...]:
    """Write what was made, unless that would cost somebody's work; remarks on what lies there from before."""
    from briefdeck import workspace
    from briefdeck.files import check_sizes, write_whole
    from briefdeck.replacing import check_also_replaceable, check_inputs_kept, remove_earlier_pictures

    made = {targets[kind]: data for kind, data in briefing.files.items()}
    check_also_replaceable([targets[file] for file in briefing.also], force=force)
    check_inputs_kept(made, sources)
    check_sizes(made, sources[0])
    write_whole(made)
    still_there = remove_earlier_pictures(folder, name, made)
    return (*still_there, *workspace.earlier_files(folder, name, made, briefing.documents[0].identity.build))


COMMAND = Command(
    build,
    "Make the deck and the one-page brief.",
    (
        Option("-o --output", "Folder for the files.  [default: dist]", "path"),
        Option("--name", "Names the files NAME.pptx and NAME.pdf.", placeholder="NAME"),
        Option("--only", "Make one of the two.", OneOf(("deck", "brief"))),
        Option(
            "--also",
            "Also make: slides (slides.pdf), handout (handout.pdf), png (pictures of all pages).",
            placeholder="WHAT,...",
            several=True,
            convert=extras,
        ),
        Option("--handout", "Make the handout, so many slides on a sheet.", OneOf(tuple(_PER_SHEET))),
        Option("--width", "Of the pictures, in pixels.  [default: 1600]", Within(160, 7680), default=1600),
        Option("--theme", "A theme of `briefdeck themes`, or the path of your own.", placeholder="NAME"),
        Option("--template", "A .pptx or .potx whose design the deck takes; see `briefdeck template`.", "path", "FILE"),
        Option("--style", "Kind of brief.  [default: standard]", OneOf(get_args(BriefStyle))),
        Option("--paper", "Paper of the brief.  [default: a4, poster: a3]", OneOf(get_args(PaperName))),
        Option("--max-slides", "No more slides; the rest goes to the speaker notes.", Within(3, 999), "N"),
        ALLOW_DIR,
        MAX_SIZE,
        Option("--force", "Replace a deck that was edited since it was built.", "flag"),
        Option("--explain", "Say which layout each slide has, and why; list every cut.", "flag"),
        *SHARED,
    ),
    Operand("source", "[OUTLINE | NOTE]"),
    _EXAMPLES,
)
