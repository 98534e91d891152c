"""What a whole process costs: its time on the processor and its largest memory, the cheapest of several runs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
SEED = HERE.parent / "seeds" / "000_6d5ad8971962cae4.txt"
BRIEFDECK = [sys.executable, "-m", "briefdeck"]

# Installed packages are compiled once; where this is set, every run would compile the sources again.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


# A child is counted with the memory that its parent had when it was started: a small process starts what is measured.
_LAUNCH = """
import os, sys
out = os.dup(1)
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
_, status, usage = os.wait4(os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ), 0)
os.write(out, b"%d %f %d" % (os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss))
"""


@dataclass(frozen=True)
class Cost:
    cpu: float  # seconds
    memory: float  # MB, the peak of the largest process


def cost_of(command: Sequence[str], cwd: Path, runs: int) -> Cost:
    """The cheapest of several runs."""
    _once(command, cwd)  # warms the bytecode and the disk
    costs = [_once(command, cwd) for _ in range(runs)]
    return Cost(min(cost.cpu for cost in costs), min(cost.memory for cost in costs))


def times_of(command: Sequence[str], floor: Sequence[str], cwd: Path, runs: int) -> float:
    """How many times what its floor takes a command takes: the two in turn, since what slows one slows the other."""
    pairs = [(_once(command, cwd).cpu, _once(floor, cwd).cpu) for _ in range(runs + 1)][1:]
    return median(cpu for cpu, _ in pairs) / median(cpu for _, cpu in pairs)


def _once(command: Sequence[str], cwd: Path) -> Cost:
    launch = [sys.executable, "-I", "-S", "-c", _LAUNCH, *command]
    done = subprocess.run(launch, cwd=cwd, env=ENVIRONMENT, capture_output=True, check=True)
    code, cpu, memory = done.stdout.split()
    if int(code):
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr.decode()}")
    factor = 1 if sys.platform == "darwin" else 1024
    return Cost(float(cpu), int(memory) * factor / 1024 / 1024)


def within(what: str, found: float, most: float, unit: str) -> None:
    """A line that holds one figure against its bound."""
    print(f"{'':46} {what} {found:.2f}{unit}, at most {most:g}{unit}  {'ok' if found <= most else 'OVER'}")


def row(name: str, cost: Cost, floor: Cost | None = None, limit: float | None = None) -> None:
    ratio = f"{cost.cpu / floor.cpu:5.2f} x" if floor else ""
    bound = f"at most {limit}" if limit else ""
    mark = ("ok" if cost.cpu / floor.cpu <= limit else "OVER") if floor and limit else ""
    print(f"{name:46} {cost.cpu:7.3f} s {cost.memory:6.0f} MB  {ratio:9} {bound:12} {mark}")
