"""Write docs/errors.md: every code that the source can say, its words, its remedy, and an example that really happens.

    python docs/make_errors.py

Words and remedies are read from the source; examples come from running the rows of tests/badinputs, the outlines of
tests/text/outline_errors and the mutants of tests/verify. A test proves the words fresh.
"""

from __future__ import annotations

import ast
import contextlib
import io
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefdeck.errors import Problem

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "briefdeck"
MOST_CAUSES = 3
LONGEST = 160  # characters of an example
PAGE = ROOT / "docs" / "errors.md"
CODE = re.compile(r"BD\d{3}")
FAMILIES = {
    "BD1": "Outlines and YAML",
    "BD2": "Notes",
    "BD3": "Composing and fitting",
    "BD4": "Verifying finished files",
    "BD5": "Files and the command line",
    "BD6": "Themes",
    "BD7": "Templates",
    "BD8": "Pictures, tables and charts from files",
    "BD9": "Standards of finished files",
}
HEAD = """# What briefdeck says, and what to do

Written by `docs/make_errors.py` from the source and from inputs that really cause each; `…` stands for words of your
file. Every message carries its code, and never means anything else. Errors stop a command before it writes anything
(exit code 1 for the content, 3 for a file that cannot be read, 4 for one that cannot be written, 2 for the command
line); warnings and remarks do not, unless `--strict` asks for it. With `--json` each has `code`, `severity`, `file`,
`line`, `column`, `message` and `hint`.
"""


class Saying(NamedTuple):
    """One place in the source that says a code."""

    code: str
    message: str
    hint: str


def codes() -> set[str]:
    """Every code that stands in the source."""
    return {code for path in SOURCE.rglob("*.py") for code in CODE.findall(path.read_text(encoding="utf-8"))}


def sayings() -> Iterator[Saying]:
    """Every call that is handed a code, with the texts that it is handed beside it."""
    for path in sorted(SOURCE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if not CODE.search(text):
            continue
        tree = ast.parse(text)
        named = _constants(tree)
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        inside = {id(node): function for function in functions for node in ast.walk(function)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call | ast.Tuple) and (found := _saying(node, Scope(inside.get(id(node)), named))):
                yield found


class Scope(NamedTuple):
    """Where the names of an expression get their texts from."""

    function: ast.FunctionDef | None
    constants: Mapping[str, str]  # of the module


def _constants(tree: ast.Module) -> dict[str, str]:
    """The texts that a module gives names to."""
    bare = Scope(None, {})
    return {
        target.id: text
        for node in tree.body
        if isinstance(node, ast.Assign) and (text := _text(node.value, bare))
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _saying(node: ast.Call | ast.Tuple, scope: Scope) -> Saying | None:
    """What a call says with a code: the words right behind the code, and what to do by name or behind the place."""
    given = node.args if isinstance(node, ast.Call) else node.elts
    for index, argument in enumerate(given):
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and CODE.fullmatch(argument.value):
            named = {word.arg: word.value for word in node.keywords} if isinstance(node, ast.Call) else {}
            rest = given[index + 1 :]
            if isinstance(node, ast.Tuple):  # of a table: the words are the first texts in it
                texts = [text for each in rest if (text := _text(each, scope))]
                return Saying(argument.value, texts[0], texts[1] if len(texts) > 1 else "") if texts else None
            message = _text(rest[0] if rest else named.get("message"), scope)
            hint = _text(named.get("hint"), scope) or next(
                (text for each in rest[1:] if (text := _text(each, scope))), ""
            )
            return Saying(argument.value, message, hint) if message or hint else None
    return None


def _text(node: ast.expr | None, scope: Scope) -> str:
    """The words of an expression, … for what only the run knows; "" when it is no text."""
    match node:
        case ast.Constant(value=str(text)) if not CODE.fullmatch(text):
            return text
        case ast.JoinedStr(values=values):
            return "".join(part.value if isinstance(part, ast.Constant) else "…" for part in values)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _text(left, scope) + (_text(right, scope) or "…")
        case ast.IfExp(body=body, orelse=other):
            return _text(body, scope) or _text(other, scope)
        case ast.Name(id=name, lineno=line) if name != "at":
            return _assigned(name, line, scope) or scope.constants.get(name, "")
    return ""


def _assigned(name: str, line: int, scope: Scope) -> str:
    """The first text that a name is given for the code on a line, behind the code before it; else the last so far."""
    if scope.function is None:
        return ""
    nodes = list(ast.walk(scope.function))
    codes_before = sorted(
        node.lineno
        for node in nodes
        if isinstance(node, ast.Constant) and CODE.fullmatch(str(node.value)) and node.lineno <= line
    )
    previous = codes_before[-2] if len(codes_before) > 1 else 0
    given = sorted(
        (node.lineno, text)
        for node in nodes
        if isinstance(node, ast.Assign)
        and any(isinstance(target, ast.Name) and target.id == name for target in node.targets)
        and (text := _text(node.value, Scope(None, scope.constants)))
    )
    own = [text for at, text in given if previous < at <= line]
    so_far = [text for at, text in given if at <= line]
    return own[0] if own else so_far[-1] if so_far else given[0][1] if given else ""


def examples() -> dict[str, str]:
    """For each code what the first input that causes it makes of it; what shows nothing new is not run."""
    sys.path.insert(0, str(ROOT / "tests"))
    found: dict[str, str] = {}
    for said in (of_cases(found), of_outlines(), of_mutants(found)):
        for problem in said:
            place = "" if str(problem.at) == "<text>" else f"`{problem.at}`: "
            words = " ".join(f"{place}{problem.message}".split())
            if problem.code not in found and len(words) <= LONGEST and words.isprintable():
                found[problem.code] = words
    return found


def of_cases(found: Mapping[str, str]) -> Iterator[Problem]:
    """What the rows of bad input make of it whose codes are not all found yet."""
    from badinputs.test_badinputs import CASES, prepare
    from briefdeck import cli

    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        cli._run(["build", str(ROOT / "outline.yaml"), "-o", folder])
        earlier = {name: (Path(folder) / name).read_bytes() for name in ("deck.pptx", "brief.pdf")}
    for case in CASES:
        expected = {words.split()[0] for words in (*case.errors, *case.remarks)}
        if case.slow or case.seconds > 10 or expected <= found.keys():
            continue
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stderr(io.StringIO()):
            os.chdir(folder)
            try:
                prepare(case, Path(folder), earlier)
                outcome = cli._run(list(case.typed))
            finally:
                os.chdir(before)
        yield from outcome.problems if outcome else ()


def of_outlines() -> Iterator[Problem]:
    """What the outlines with one fault each make of it."""
    from briefdeck.errors import BriefdeckError
    from briefdeck.text.outline import load_outline

    for path in sorted((ROOT / "tests" / "text" / "outline_errors").glob("*.yaml")):
        try:
            _, problems = load_outline(path.read_text(encoding="utf-8"), "outline.yaml")
        except BriefdeckError as error:
            problems = error.problems
        yield from problems


def of_mutants(found: Mapping[str, str]) -> Iterator[Problem]:
    """What verify says about finished files with one defect each whose code is not found yet."""
    from briefdeck.assets import read_look
    from briefdeck.pipeline import Order, make, map_note
    from briefdeck.text.note import read_note
    from verify.conftest import SEED, Built
    from verify.plain_mutants import DECK, PAPER
    from verify.subtle_mutants import SUBTLE_BRIEF, SUBTLE_DECK

    data = SEED.read_bytes()
    outline, _ = map_note(data, SEED.name)
    pair = make(outline, Order())
    note, _ = read_note(data, SEED.name)
    built = Built(pair.deck, pair.brief, outline, note, read_look("", outline.lang).furniture)
    for mutant in (*DECK, *SUBTLE_DECK):
        if mutant.code not in found:
            yield from built.report(deck=mutant.change(built.deck)).problems
    for mutant in (*PAPER, *SUBTLE_BRIEF):
        if mutant.code not in found:
            yield from built.report(brief=mutant.change(built.brief)).problems


def page(shown: Mapping[str, str]) -> str:
    """The whole page, with an example for each code that has one."""
    by_code: dict[str, list[Saying]] = {}
    for saying in sayings():
        kept = by_code.setdefault(saying.code, [])
        if saying.message not in [each.message for each in kept] and len(kept) < MOST_CAUSES:
            kept.append(saying)
    for code in sorted(codes() - by_code.keys()):  # handed over by a table or a name
        by_code[code] = [Saying(code, shown.get(code, "see the message").split(": ", 1)[-1], "")]
    parts = [HEAD]
    for family, title in FAMILIES.items():
        listed = sorted(code for code in by_code if code.startswith(family))
        if listed:
            parts += [f"\n## {title}\n", *(_entry(code, by_code[code], shown.get(code, "")) for code in listed)]
    return "\n".join(parts).rstrip() + "\n"


def _entry(code: str, said: list[Saying], example: str) -> str:
    causes = "; or ".join(saying.message for saying in said if saying.message) or "see the example"
    remedy = next((saying.hint for saying in said if saying.hint), "see the message")
    lines = [f"- **{code}**: {causes}.", f"  Remedy: {remedy}."]
    if example:
        lines.append(f"  Example: {example}")
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(examples()), encoding="utf-8")
