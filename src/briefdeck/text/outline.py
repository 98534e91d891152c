"""`outline.yaml` and back: text to outline with every problem in its place, outline to text."""

from __future__ import annotations

from briefdeck.errors import BriefdeckError, Position, Problem, Severity
from briefdeck.model.ids import assign_ids
from briefdeck.model.outline import Outline
from briefdeck.text.kinds import One
from briefdeck.text.outline_dump import dump_outline
from briefdeck.text.outline_format import SHAPES
from briefdeck.text.outline_rules import check_ids

__all__ = ["dump_outline", "load_outline"]


def load_outline(text: str, file: str) -> tuple[Outline, tuple[Problem, ...]]:
    """The outline in the text, with its ids, and what should be said about it; `file` is the name for positions.

    Raises BriefdeckError with every problem there is; where the YAML itself is broken, with the first.
    """
    # Reading brings PyYAML; writing an outline, which starts with this module too, does without.
    from briefdeck.text.shape_reader import ShapeReader
    from briefdeck.text.yaml_reader import read_yaml
    from briefdeck.text.yaml_values import YamlMap

    reading = read_yaml(text, file)
    problems = list(reading.problems)
    outline = None
    if isinstance(reading.value, YamlMap):
        reader = ShapeReader(SHAPES)
        outline = reader.read(reading.value, One("outline"), "outline")
        problems += [*reader.problems, *check_ids(reader.ids)]
    else:
        problems.append(_no_outline(reading.value is None, reading.value.at if reading.value else Position(file, 1, 1)))
    problems.sort(key=lambda problem: problem.at)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise BriefdeckError(problems)
    if not isinstance(outline, Outline):
        raise AssertionError("an outline without a problem was not built")
    return assign_ids(outline), tuple(problems)


def _no_outline(empty: bool, at: Position) -> Problem:
    message = "this outline is empty" if empty else "an outline begins with keys such as `title:`"
    return Problem("BD121", message, at, 'begin with title: "..." and sections:, or run `briefdeck outline NOTE`')
