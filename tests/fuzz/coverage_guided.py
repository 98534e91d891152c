"""Coverage-guided fuzzing with atheris: one target, one process, until it is stopped or finds something.

    python tests/fuzz/coverage_guided.py note CORPUS [libFuzzer options, for example -max_total_time=600]

Targets: note, yaml, docx, odt, rtf, html, build. What it finds is written as crash-* into the working folder; a case
that has been mended is kept in tests/fuzz/cases/<target>/.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path

import atheris

import briefdeck

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

with atheris.instrument_imports(include=["briefdeck"]):
    # Stages are imported where they are used; what is imported later would run unseen by the fuzzer.
    for module in pkgutil.walk_packages(briefdeck.__path__, "briefdeck."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    from fuzz.targets import TARGETS


def main() -> None:
    """Fuzz one target."""
    target, *options = sys.argv[1:]
    check, seeds = TARGETS[target]
    corpus = Path(options[0])
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds()):
        (corpus / f"seed-{number}").write_bytes(seed)
    atheris.Setup([sys.argv[0], f"-dict={HERE / 'words.dict'}", *options], check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
