"""The rules of the house, read from the source: how long things get, how they are named, what may change."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from support.source import SOURCE, at, functions, modules, tree_of, within

LONGEST_FUNCTION = 60
LONGEST_FILE = 400

FAMILIES = {
    "BD1": ("text/", "workspace.py"),
    "BD2": ("text/", "draft/"),
    "BD3": ("compose/", "pipeline.py"),
    "BD4": ("verify/",),
    "BD5": ("cli.py", "commands/", "files.py", "workspace.py", "replacing.py"),
    "BD6": ("text/", "assets.py"),
    "BD7": ("template/", "compose/"),
    "BD8": ("text/", "attached_files.py"),
    "BD9": ("verify/",),
}
"""Which part of the house speaks with which codes."""

WORKING_MEMORY = {
    "paint/pdf_tags.py:Element": "grows while the pages are painted, and is written once at the end",
    "verify/brief_page.py:PageReading": "is filled while a page's content is run through",
}
"""Mutable records that more than one module sees, each with its reason."""

LOOSE = {
    "text/": "text becomes values here",
    "paint/": "objects of python-pptx and ReportLab have no types",
    "commands/declared.py": "a command's own parameters say what its options are",
    "commands/verify.py": "any frozen value of the report becomes JSON",
    "compose/type/hyphenation.py": "pyphen has no types",
}
"""Where `Any` may stand, and why."""

VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc", "tools", "core"}
MUTATORS = {"append", "extend", "insert", "add", "update", "pop", "popitem", "clear", "remove", "discard", "setdefault"}


def test_functions_and_files_stay_short():
    wrong = []
    for path in modules():
        text = path.read_text(encoding="utf-8")
        if (lines := text.count("\n")) > LONGEST_FILE:
            wrong.append(f"{at(path, 1)} has {lines} lines, more than {LONGEST_FILE}")
        for function in functions(ast.parse(text)):
            assert function.end_lineno is not None
            if (lines := function.end_lineno - function.lineno + 1) > LONGEST_FUNCTION:
                wrong.append(f"{at(path, function.lineno)} {function.name} has {lines} lines")
    assert not wrong, f"what is longer than {LONGEST_FUNCTION} lines does more than one thing:\n" + "\n".join(wrong)


def test_modules_are_named_for_what_they_hold():
    wrong = [at(path, 1) for path in modules() if VAGUE & {path.stem, *path.relative_to(SOURCE).parts[:-1]}]
    assert not wrong, "a vague name is a drawer for everything:\n" + "\n".join(wrong)


def test_values_of_the_model_are_frozen_and_other_mutable_ones_stay_private():
    """What travels between stages is frozen; a mutable record is the working memory of one module or package."""
    wrong = []
    for path in modules():
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.ClassDef) and (decorator := dataclass_decorator(node)) is not None:
                frozen = isinstance(decorator, ast.Call) and any(
                    keyword.arg == "frozen" and ast.unparse(keyword.value) == "True" for keyword in decorator.keywords
                )
                if not frozen and not node.name.startswith("_") and f"{within(path)}:{node.name}" not in WORKING_MEMORY:
                    wrong.append(f"{at(path, node.lineno)} {node.name}")
    assert not wrong, "values are frozen, so that nobody changes what another holds:\n" + "\n".join(wrong)


def dataclass_decorator(node: ast.ClassDef) -> ast.expr | None:
    for decorator in node.decorator_list:
        called = decorator.func if isinstance(decorator, ast.Call) else decorator
        if ast.unparse(called) in ("dataclass", "dataclasses.dataclass"):
            return decorator
    return None


def test_no_module_keeps_state():
    """Nothing at module level is changed by a function; caches of pure results are bounded."""
    wrong = []
    for path in modules():
        tree = tree_of(path)
        held = set(mutable_names(tree))
        for function in functions(tree):
            for node in ast.walk(function):
                if isinstance(node, ast.Global):
                    wrong.append(f"{at(path, node.lineno)} declares `global {', '.join(node.names)}`")
                if (changed := changed_name(node)) in held and changed not in own_names(function):
                    wrong.append(f"{at(path, node.lineno)} changes {changed}, which the module holds")
            for decorator in function.decorator_list:
                text = ast.unparse(decorator)
                if text in ("cache", "functools.cache") and function.args.args:
                    wrong.append(f"{at(path, function.lineno)} {function.name} is cached without a bound")
                if "maxsize=None" in text:
                    wrong.append(f"{at(path, function.lineno)} {function.name} is cached without a bound")
    assert not wrong, "what a call gives depends on what it is given, and memory stays bounded:\n" + "\n".join(wrong)


def mutable_names(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        value = getattr(node, "value", None)
        is_mutable = isinstance(value, ast.Dict | ast.List | ast.Set | ast.DictComp | ast.ListComp | ast.SetComp) or (
            isinstance(value, ast.Call) and ast.unparse(value.func) in ("dict", "list", "set", "defaultdict", "Counter")
        )
        yield from (target.id for target in targets if is_mutable and isinstance(target, ast.Name))


def changed_name(node: ast.AST) -> str:
    """The plain name whose value a statement changes in place, "" for none."""
    target: ast.AST | None = None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in MUTATORS:
        target = node.func.value
    elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
        target = node.value
    return target.id if isinstance(target, ast.Name) else ""


def own_names(function: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    """Names that a function gives a value itself, its parameters included."""
    stored = {node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return stored | {argument.arg for argument in ast.walk(function.args) if isinstance(argument, ast.arg)}


def test_loose_types_stay_where_the_world_comes_in():
    wrong = [
        at(path, node.lineno)
        for path in modules()
        if not within(path).startswith(tuple(LOOSE))
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ImportFrom) and node.module == "typing" and any(a.name == "Any" for a in node.names)
    ]
    assert not wrong, "`Any` ends where text has become a value:\n" + "\n".join(wrong)


def test_named_tuples_are_those_of_the_house() -> None:
    wrong = [
        f"src/briefdeck/{within(path)}:{node.lineno}"
        for path in modules()
        if within(path) != "named.py"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ImportFrom) and node.module == "typing"
        if any(alias.name == "NamedTuple" for alias in node.names)
    ]
    assert not wrong, "they start sooner from `briefdeck.named`:\n" + "\n".join(wrong)


def codes() -> Iterator[tuple[Path, int, str]]:
    for path in modules():
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and is_code(node.value):
                yield path, node.lineno, node.value


def is_code(text: str) -> bool:
    return len(text) == 5 and text.startswith("BD") and text[2:].isdigit()


def test_problem_codes_belong_to_the_part_that_speaks():
    wrong = [
        f"{at(path, line)} says {code}"
        for path, line, code in codes()
        if not within(path).startswith(FAMILIES.get(code[:3], ()))
    ]
    assert not wrong, f"the first digit of a code tells where it comes from ({FAMILIES}):\n" + "\n".join(wrong)


def test_every_module_says_what_it_is():
    wrong = [at(path, 1) for path in modules() if not ast.get_docstring(tree_of(path))]
    assert not wrong, "the first line of a file tells whether one is right here:\n" + "\n".join(wrong)
