"""Every regular expression of a package: those that modules hold or make late, in calls, and made on the way."""

from __future__ import annotations

import ast
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from briefdeck import late

_CALLS = frozenset({"search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"})
_ANCHORED = frozenset({"match", "fullmatch"})
_DEEPEST = 4


class Held(NamedTuple):
    """A pattern and how it is asked."""

    pattern: re.Pattern[str]
    module: str
    anchored: bool  # only ever matched at the beginning of what it is given


def modules(package: str) -> Iterator[ModuleType]:
    root = import_module(package)
    for info in pkgutil.walk_packages(root.__path__, f"{package}."):
        yield import_module(info.name)


def patterns(package: str) -> dict[re.Pattern[str], Held]:
    """Each pattern of a package once."""
    found: dict[re.Pattern[str], Held] = {}
    sources = {module: Path(inspect.getfile(module)).read_text(encoding="utf-8") for module in modules(package)}
    everywhere = "\n".join(sources.values())
    for module, source in sources.items():
        for pattern, name in (*_named(module), *_called(module, ast.parse(source))):
            within = source if name.startswith("_") else everywhere  # where it may be asked
            anchored = name in _ANCHORED or (bool(name) and _only_matched(name, within))
            if isinstance(pattern.pattern, str) and not (pattern in found and anchored):
                found[pattern] = Held(pattern, module.__name__, anchored)
    return found


def made_by(work: Callable[[], object]) -> Iterator[Held]:
    """The patterns that are compiled while something is done: of tables of text, of what only functions know."""
    made: dict[re.Pattern[str], None] = {}
    compiled = re.compile

    def recorded(pattern: str, flags: int = 0) -> re.Pattern[str]:
        found = compiled(pattern, flags)
        made.setdefault(found)
        return found

    re.compile = recorded  # type: ignore[assignment]
    try:
        work()
    finally:
        re.compile = compiled
    yield from (Held(one, "made on the way", anchored=False) for one in made if isinstance(one.pattern, str))


def _only_matched(name: str, source: str) -> bool:
    methods = set(re.findall(rf"\b{re.escape(name)}(?:\(\))?\.(\w+)\(", source))
    return bool(methods) and methods <= _ANCHORED


def _named(module: ModuleType) -> Iterator[tuple[re.Pattern[str], str]]:
    """Patterns in a module's names, in the tuples and tables there, and those that its functions make when asked."""
    for name, thing in list(vars(module).items()):
        alone = isinstance(thing, re.Pattern | late._Late)
        yield from ((pattern, name if alone else "") for pattern in _held(thing))
        inner = inspect.unwrap(thing) if callable(thing) else None
        if not inspect.isfunction(inner) or inner.__module__ != module.__name__ or inspect.signature(inner).parameters:
            continue
        if "Pattern" in str(inner.__annotations__.get("return", "")):
            yield from ((pattern, name) for pattern in _held(thing()))


def _held(thing: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(thing, late._Late):
        yield re.compile(thing._source, thing._flags)
    elif isinstance(thing, re.Pattern):
        yield thing
    elif depth < _DEEPEST and isinstance(thing, dict):
        yield from (one for value in list(thing.values()) for one in _held(value, depth + 1))
    elif depth < _DEEPEST and isinstance(thing, tuple | list | frozenset):
        yield from (one for value in thing for one in _held(value, depth + 1))


def _called(module: ModuleType, tree: ast.AST) -> Iterator[tuple[re.Pattern[str], str]]:
    """Patterns written into calls such as `re.split(...)`, where their text is known without running the function."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _CALLS):
            continue
        if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "re" and node.args):
            continue
        flags = re.IGNORECASE if any("IGNORECASE" in ast.unparse(argument) for argument in _flags(node)) else 0
        try:
            text = eval(compile(ast.Expression(node.args[0]), "pattern", "eval"), vars(module))
        except NameError:
            continue  # made of what only the function knows: `made_by` sees it
        if isinstance(text, str):
            yield re.compile(text, flags), node.func.attr


def _flags(node: ast.Call) -> Iterator[ast.expr]:
    yield from node.args[1:]
    yield from (keyword.value for keyword in node.keywords)
