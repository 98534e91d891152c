"""The rules of the house, read from the source: who may import what, and who touches the world."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from support.source import ROOT, at, imports, is_inside, modules, name_of, tree_of, within

STAGES = ("text", "template", "draft", "merge", "compose", "paint", "verify")

FREE = (
    "briefdeck.model", "briefdeck.errors", "briefdeck.late", "briefdeck.named", "briefdeck.digest", "briefdeck.version",
    "briefdeck.interrupts",
)  # fmt: skip
"""What every stage may import: data goes one way, and the nouns are shared."""

ALSO = {
    "briefdeck.errors": (),
    "briefdeck.late": (),
    "briefdeck.named": (),
    "briefdeck.digest": (),
    "briefdeck.interrupts": (),
    "briefdeck.version": (),
    "briefdeck.model": (),
    "briefdeck.assets": ("briefdeck.text", "briefdeck.east_asian"),
    "briefdeck.build_id": ("briefdeck.pipeline", "briefdeck.text"),
    "briefdeck.east_asian": (),
    "briefdeck.files": ("briefdeck.journal", "briefdeck.disk_steps"),
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


@pytest.mark.parametrize("module", ["briefdeck", "briefdeck.cli", "briefdeck.pipeline", "briefdeck.verify"])
def test_nothing_heavy_is_imported_at_the_start(module):
    """Start-up is a feature: libraries are imported where they are used."""
    code = f"import sys, {module}; print(' '.join(sorted({{name.split('.')[0] for name in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert not set(HEAVY) & set(done.stdout.split())
