"""Templates: files that are none, and those that cannot serve; nothing of them is ever written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from badinputs.case import Case, Prepare
from template import samples
from template.bad_files import BAD

OUTLINE = 'version: "1"\ntitle: "A lesson"\nsections:\n  - title: "Plants"\n    points: ["They eat light."]\n'
NAMED = OUTLINE.replace("sections:", 'deck: {template: "school.pptx"%s}\nsections:')


def written(make: Callable[[], bytes]) -> Prepare:
    """Puts the file there when the row is run: some are large."""

    def prepare(place: Path) -> None:
        (place / "school.pptx").write_bytes(make())

    return prepare


def build(name: str, code: int, *errors: str, text: str = OUTLINE, **more: object) -> Case:
    typed = ("build", "outline.yaml", "-o", "dist", *(() if text != OUTLINE else ("--template", "school.pptx")))
    return Case(f"template: {name}", typed, code, errors, files={"outline.yaml": text}, **more)  # type: ignore[arg-type]


def folder(place: Path) -> None:
    (place / "school.pptx").mkdir()


CASES: tuple[Case, ...] = (
    *(build(name, 1, f"{code} school.pptx", prepare=written(make), says=words) for name, make, code, words in BAD),
    build("a folder", 3, "BD502 school.pptx", prepare=folder),
    build("not there", 3, "BD501 school.pptx"),
    build("named by the outline and not there", 3, "BD501 school.pptx", text=NAMED % ""),
    build("outside the outline's folder", 1, "BD522", text=(NAMED % "").replace("school", "../school")),
    build("a role that it does not have", 1, "BD713 outline.yaml:3:49", prepare=written(samples.usual),
          text=NAMED % ', template_roles: {points: "Nothing"}'),
    build("a role that there is not", 1, "BD123", prepare=written(samples.usual),
          text=NAMED % ', template_roles: {bullets: "Title and Content"}'),
    build("one that serves", 0, prepare=written(samples.usual), shows=("They eat light",)),
)  # fmt: skip
