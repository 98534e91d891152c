"""The rules of the house, read from the source: who may import what, who touches the world, how long things get."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "briefdeck"
STAGES = ("text", "template", "draft", "merge", "compose", "paint", "verify")

LONGEST_FUNCTION = 60
LONGEST_FILE = 400

FREE = (
    "briefdeck.model", "briefdeck.errors", "briefdeck.late", "briefdeck.named", "briefdeck.digest", "briefdeck.version",
)  # fmt: skip
"""What every stage may import: data goes one way, and the nouns are shared."""

ALSO = {
    "briefdeck.errors": (),
    "briefdeck.late": (),
    "briefdeck.named": (),
    "briefdeck.digest": (),
    "briefdeck.version": (),
    "briefdeck.model": (),
    "briefdeck.assets": ("briefdeck.text", "briefdeck.east_asian"),
    "briefdeck.build_id": ("briefdeck.pipeline", "briefdeck.text"),
    "briefdeck.east_asian": (),
    "briefdeck.files": ("briefdeck.journal",),
    "briefdeck.journal": ("briefdeck.disk_steps",),
    "briefdeck.disk_steps": (),
    "briefdeck.pipeline": ("briefdeck.assets", "briefdeck.build_id", *(f"briefdeck.{stage}" for stage in STAGES)),
    "briefdeck.console": ("briefdeck.pipeline", "briefdeck.verify.report"),
}
"""What else the modules around the stages may import; those that are not here belong to the command line."""

HOMES = {
    "click": ("cli.py", "commands/by_click.py"),
    "yaml": ("text/",),
    "pptx": ("paint/powerpoint", "verify/"),
    "reportlab": ("paint/pdf",),
    "uharfbuzz": ("compose/type/fonts.py", "paint/pdf_fonts.py", "verify/standards_fonts.py"),
    "segno": ("compose/brief/code.py",),
    "pyphen": ("compose/type/hyphenation.py",),
    "pikepdf": ("verify/", "text/readers/pdf"),
    "_sha2": ("digest.py",),  # of the standard library from Python 3.12 on
    "_sha256": ("digest.py",),  # of the standard library up to Python 3.11
    "lxml": ("paint/powerpoint", "template/", "verify/", "text/readers/"),
    "PIL": ("text/picture.py", "paint/pdf", "paint/png.py"),
    "pypdfium2": ("paint/png.py", "text/readers/pdf.py"),
}
"""Each third-party library and where it lives, so that it can be replaced in one place."""

HEAVY = ("pptx", "reportlab", "pikepdf", "uharfbuzz", "lxml", "yaml", "PIL", "pyphen", "jsonschema", "pypdfium2")

DOORS = (
    "cli.py",
    "commands/",
    "files.py",
    "journal.py",
    "disk_steps.py",
    "workspace.py",
    "replacing.py",
    "outside_tools.py",
    "note_files.py",
    "assets.py",
    "east_asian.py",
)
"""The modules that may touch the disk, the environment or the terminal."""

OPENING = {"open", "print", "input", "exec", "eval", "breakpoint"}
OPENING_METHODS = {
    "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "rmdir", "iterdir", "glob", "rglob",
    "getenv", "system", "urlopen", "NamedTemporaryFile", "mkstemp",
}  # fmt: skip
IN_MEMORY = {"stream.read_bytes"}
"""Methods that only sound like the disk: a stream of an opened PDF."""

OUTSIDE_MODULES = {
    "subprocess",
    "socket",
    "urllib.request",
    "http",
    "tempfile",
    "shutil",
    "random",
    "secrets",
    "logging",
}
CLOCK = {
    "now",
    "today",
    "utcnow",
    "time",
    "time_ns",
    "monotonic",
    "perf_counter",
    "localtime",
    "gmtime",
    "uuid1",
    "uuid4",
}
CLOCK_MODULES = {"time", "random", "secrets"}

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


def modules() -> tuple[Path, ...]:
    return tuple(sorted(SOURCE.rglob("*.py")))


def within(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def name_of(path: Path) -> str:
    parts = ("briefdeck", *path.relative_to(SOURCE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                is_module = (SOURCE.parent / Path(*full.split("."))).with_suffix(".py").exists()
                is_package = (SOURCE.parent / Path(*full.split("."))).is_dir()
                yield node.lineno, full if is_module or is_package else node.module


def at(path: Path, line: int) -> str:
    return f"src/briefdeck/{within(path)}:{line}"


def is_inside(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def allowed(module: str) -> tuple[str, ...] | None:
    """What of ours a module may import; None for the command line, which may import everything."""
    top = module.split(".")[1] if "." in module else ""
    if top in STAGES:
        return (*FREE, f"briefdeck.{top}")
    for name, also in ALSO.items():
        if is_inside(module, (name,)):
            return (*FREE, *also, name)
    return None


def test_stages_import_the_nouns_and_never_each_other():
    wrong = []
    for path in modules():
        may = allowed(name_of(path))
        for line, imported in imports(tree_of(path)):
            if may is not None and is_inside(imported, ("briefdeck",)) and not is_inside(imported, may):
                wrong.append(f"{at(path, line)} imports {imported}")
    assert not wrong, "data goes one way; a stage knows model and errors, never another stage:\n" + "\n".join(wrong)


def test_the_nouns_know_no_stage_and_errors_know_nothing():
    wrong = [
        f"{at(path, line)} imports {imported}"
        for path in modules()
        if is_inside(name_of(path), ("briefdeck.errors",))
        for line, imported in imports(tree_of(path))
        if is_inside(imported, ("briefdeck",)) and imported != "briefdeck.named"
    ]
    assert not wrong, "errors are the ground everything stands on:\n" + "\n".join(wrong)


def test_painters_cannot_name_an_outline():
    wrong = [
        f"{at(path, line)} imports {imported}"
        for path in modules()
        if within(path).startswith("paint/")
        for line, imported in imports(tree_of(path))
        if is_inside(imported, ("briefdeck.model.outline", "briefdeck.model.note", "briefdeck.model.ids"))
    ]
    assert not wrong, "a painter gets finished pages and decides nothing, so it cannot drift:\n" + "\n".join(wrong)


def test_every_third_party_library_has_one_home():
    wrong = []
    for path in modules():
        for line, imported in imports(tree_of(path)):
            top = imported.split(".")[0]
            if top in sys.stdlib_module_names or top == "briefdeck":
                continue
            homes = HOMES.get(top, ())
            if not within(path).startswith(homes) or not homes:
                wrong.append(f"{at(path, line)} imports {top}; its home is {' or '.join(homes) or 'not decided'}")
    assert not wrong, "a library that lives in one place can be replaced:\n" + "\n".join(wrong)


NETWORK = {"endpoint.py": {"http", "ssl"}}
"""The one module that may open a connection: to a language model that the user has named."""


def test_only_the_endpoint_opens_connections():
    homes = {"http", "socket", "ssl", "ftplib", "smtplib", "asyncio", "urllib.request"}
    wrong = [
        f"{at(path, line)} imports {imported}"
        for path in modules()
        for line, imported in imports(tree_of(path))
        if (imported in homes or imported.split(".")[0] in homes)
        and imported.split(".")[0] not in NETWORK.get(within(path), set())
    ]
    assert not wrong, "nothing leaves the machine unless its user has named where to:\n" + "\n".join(wrong)


def test_only_the_doors_touch_disk_environment_and_terminal():
    wrong = []
    for path in modules():
        if within(path).startswith(DOORS):
            continue
        tree = tree_of(path)
        for line, imported in imports(tree):
            allowed_here = NETWORK.get(within(path), set())
            top = imported.split(".")[0]
            if (imported in OUTSIDE_MODULES or top in OUTSIDE_MODULES) and top not in allowed_here:
                wrong.append(f"{at(path, line)} imports {imported}")
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in OPENING:
                wrong.append(f"{at(path, node.lineno)} calls {node.func.id}()")
            if is_method(node, OPENING_METHODS) and ast.unparse(node.func) not in IN_MEMORY:
                wrong.append(f"{at(path, node.lineno)} calls .{node.func.attr}()")
            if isinstance(node, ast.Attribute) and node.attr in ("environ", "argv", "stdout", "stderr"):
                wrong.append(f"{at(path, node.lineno)} reaches for {node.attr}")
    assert not wrong, "stages take values and give values; the command line opens files:\n" + "\n".join(wrong)


def is_method(node: ast.AST, names: set[str]) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in names


def test_nobody_reads_the_clock_or_rolls_dice():
    wrong = []
    for path in modules():
        tree = tree_of(path)
        for line, imported in imports(tree):
            if imported in CLOCK_MODULES:
                wrong.append(f"{at(path, line)} imports {imported}")
        for node in ast.walk(tree):
            if is_method(node, CLOCK):
                wrong.append(f"{at(path, node.lineno)} calls .{node.func.attr}()")
    assert not wrong, "the same input gives the same bytes, on any day:\n" + "\n".join(wrong)


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


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


@pytest.mark.parametrize("module", ["briefdeck", "briefdeck.cli", "briefdeck.pipeline", "briefdeck.verify"])
def test_nothing_heavy_is_imported_at_the_start(module):
    """Start-up is a feature: libraries are imported where they are used."""
    code = f"import sys, {module}; print(' '.join(sorted({{name.split('.')[0] for name in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert not set(HEAVY) & set(done.stdout.split())
