"""Speed and memory of whole processes, as ratios against floors that are measured in the same run.

    make bench                 every figure, five runs each
    python -m bench.run --runs 9 --only build

Machines differ and are noisy, so what counts is the ratio in the last column, not the seconds. CPU is user plus
system time of the process and its children; each figure is the minimum of its runs.
"""

from __future__ import annotations

import argparse
import math
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from bench.brief import bench_brief
from bench.costs import BRIEFDECK, HERE, SEED, cost_of, row, times_of, within
from bench.decks import bench_decks
from bench.outlines import written_outline

IMPORT_CLICK = [sys.executable, "-c", "import click"]
IMPORT_YAML = [sys.executable, "-c", "import yaml"]
IMPORT_YAML_CLICK = [sys.executable, "-c", "import yaml, click"]


def bench_start(folder: Path, runs: int) -> None:
    floor = cost_of(IMPORT_CLICK, folder, runs)
    row("python -c 'import click'", floor)
    row("briefdeck --version", cost_of([*BRIEFDECK, "--version"], folder, runs), floor, 1.3)


def bench_outline(folder: Path, runs: int) -> None:
    floor = cost_of(IMPORT_YAML_CLICK, folder, runs)
    row("python -c 'import yaml, click'", floor)
    command = [*BRIEFDECK, "outline", str(SEED), "-o", "bench.yaml", "--force"]
    row("briefdeck outline, the seed", cost_of(command, folder, runs), floor, 1.8)
    within("in times of python -c 'import yaml'", times_of(command, IMPORT_YAML, folder, 4 * runs), 3, " x")
    large = folder / "large.txt"
    large.write_text(long_note(240_000), encoding="utf-8")
    command = [*BRIEFDECK, "outline", str(large), "-o", "large.yaml", "--force"]
    cost = cost_of(command, folder, min(runs, 3))
    row("briefdeck outline, 240 kB", cost)
    within("CPU", cost.cpu, 1, " s")


def bench_notes(folder: Path, runs: int) -> None:
    """Map notes of 1 kB to 10 MB: the exponent of the growth, start-up taken off."""
    sizes = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
    costs = []
    for size in sizes:
        path = folder / f"note-{size}.txt"
        path.write_text(long_note(size), encoding="utf-8")
        command = [*BRIEFDECK, "outline", str(path), "-o", f"note-{size}.yaml", "--force"]
        costs.append(cost_of(command, folder, runs if size < 1_000_000 else 1))
        row(f"briefdeck outline, {size:,} bytes", costs[-1])
    within("peak memory of the largest", costs[-1].memory, 300, " MB")
    work = [max(cost.cpu - costs[0].cpu, 1e-3) for cost in costs[1:]]
    for small, large, first, second in zip(sizes[1:], sizes[2:], work, work[1:], strict=False):
        exponent = math.log(second / first) / math.log(large / small)
        mark = "ok" if exponent <= 1.1 else "OVER"
        print(f"{'':46} {small:,} to {large:,}: exponent {exponent:.2f}, at most 1.1  {mark}")


def bench_build(folder: Path, runs: int) -> None:
    subprocess.run([*BRIEFDECK, "outline", str(SEED)], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    subprocess.run([*BRIEFDECK, "build"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    from pptx import Presentation

    slides = len(Presentation(str(folder / "dist" / "deck.pptx")).slides)
    floor = cost_of([sys.executable, str(HERE / "floor.py"), str(slides)], folder, runs)
    row(f"bare python-pptx and reportlab, {slides} slides", floor)
    cost = cost_of([*BRIEFDECK, "build"], folder, runs)
    row("briefdeck build, the seed", cost, floor, 1.5)
    within("peak memory", cost.memory, 100, " MB")
    within("share of its own check of the deck", _check(folder / "dist" / "deck.pptx", runs) / cost.cpu, 0.25, "")
    row("briefdeck build --only deck", cost_of([*BRIEFDECK, "build", "--only", "deck"], folder, runs))
    row("briefdeck build --only brief", cost_of([*BRIEFDECK, "build", "--only", "brief"], folder, runs))
    row("briefdeck verify", cost_of([*BRIEFDECK, "verify"], folder, runs))
    peers = peer_commands(folder)
    for name, command in peers.items():
        row(name, cost_of(command, folder, runs))


def _check(deck: Path, runs: int) -> float:
    """What looking at a finished deck takes before it is written, CPU seconds."""
    from briefdeck.verify.at_build import package_faults

    data = deck.read_bytes()
    times = []
    for _ in range(runs):
        started = time.process_time()
        package_faults(data)
        times.append(time.process_time() - started)
    return min(times)


def peer_commands(folder: Path) -> dict[str, list[str]]:
    """The same text through pandoc and Typst, where they are installed."""
    found: dict[str, list[str]] = {}
    lines = SEED.read_text(encoding="utf-8").splitlines()
    markdown = "".join(f"# {line}\n\n" if line.endswith("?") else f"- {line}\n" for line in lines)
    (folder / "seed.md").write_text(markdown, encoding="utf-8")
    escaped = '#set document(title: "Seed")\n' + markdown.replace("$", "\\$").replace("# ", "= ")
    (folder / "seed.typ").write_text(escaped, encoding="utf-8")
    if shutil.which("pandoc"):
        found["pandoc -t pptx"] = ["pandoc", "seed.md", "-t", "pptx", "-o", "seed.pptx"]
    if find_spec("typst"):
        found["typst, one page"] = [
            sys.executable,
            "-c",
            "import typst; typst.compile('seed.typ', output='seed.pdf', pdf_standards=['ua-1'])",
        ]
    return found


def bench_growth(folder: Path, runs: int) -> None:
    """Build outlines of 10 to 1,000 sections: the exponent of the growth, start-up taken off."""
    sizes = (10, 100, 1000)
    costs = []
    start = cost_of([*BRIEFDECK, "build", str(written_outline(folder, 1))], folder, runs)
    for size in sizes:
        path = written_outline(folder, size)
        costs.append(cost_of([*BRIEFDECK, "build", str(path)], folder, runs if size < 1000 else 1))
        row(f"briefdeck build, {size} sections", costs[-1])
    for small, large, first, second in zip(sizes, sizes[1:], costs, costs[1:], strict=False):
        work = (max(second.cpu - start.cpu, 1e-3), max(first.cpu - start.cpu, 1e-3))
        exponent = math.log(work[0] / work[1]) / math.log(large / small)
        total = math.log(second.cpu / first.cpu) / math.log(large / small)
        mark = "ok" if exponent <= 1.1 else "OVER"
        print(f"{'':46} {small} to {large}: exponent {exponent:.2f} (whole process {total:.2f}), at most 1.1  {mark}")
    most = f"dist/growth-{sizes[-1]}"  # verify builds once more, and reads both files back
    row(f"briefdeck verify, {sizes[-1]} sections", cost_of([*BRIEFDECK, "verify", most], folder, 1), costs[-1], 2.5)


def long_note(size: int) -> str:
    """A note of so many bytes: the seed again and again with numbered words, so that no line is met twice."""
    lines = SEED.read_text(encoding="utf-8").splitlines()
    out: list[str] = []
    length = 0
    turn = 0
    while length < size:
        turn += 1
        for line in lines:
            line = line.replace("Russia", f"Russia {turn}").replace("Sochi", f"Sochi {turn}")
            out.append(line)
            length += len(line.encode()) + 1
    return "\n".join(out) + "\n"


BENCHES: dict[str, Callable[[Path, int], None]] = {
    "start": bench_start,
    "outline": bench_outline,
    "notes": bench_notes,
    "build": bench_build,
    "growth": bench_growth,
    "decks": bench_decks,
    "brief": bench_brief,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", choices=BENCHES)
    options = parser.parse_args()
    print(f"{'':46} {'CPU':>9} {'memory':>9}  ratio     bound")
    for name, bench in BENCHES.items():
        if options.only in (None, name):
            with tempfile.TemporaryDirectory() as folder:
                bench(Path(folder), options.runs)
            print()


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
