"""Where people run it: interrupted, in small and odd terminals, without a home, with little memory."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SEED = Path(__file__).resolve().parent.parent / "seeds" / "000_6d5ad8971962cae4.txt"
BRIEFDECK = [sys.executable, "-m", "briefdeck"]
TYPED = (("outline", "lesson.txt"), ("build",), ("verify",))
PARAGRAPH = "Plants turn light into sugar, and they do so in every green leaf that the sun reaches. "


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "lesson.txt").write_bytes(SEED.read_bytes())
    return tmp_path


def run(folder, *typed, **environment):
    """Run in a process of its own; a variable that is None is not there."""
    env = {name: value for name, value in {**os.environ, **environment}.items() if value is not None}
    return subprocess.run([*BRIEFDECK, *typed], cwd=folder, env=env, capture_output=True, timeout=120)


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "LANG": None, "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
        {"HOME": None, "USERPROFILE": None, "XDG_CACHE_HOME": None},
        {"HOME": "/nowhere/at/all"},
        {"HOME": "/proc"},
        {"COLUMNS": "40", "TERM": "dumb"},
        {"COLUMNS": "1", "TERM": None},
        {"TZ": "Asia/Kathmandu", "PATH": ""},
        {"TMPDIR": "/nowhere/at/all"},
    ],
    ids=lambda environment: " ".join(f"{name}={value}" for name, value in environment.items()),
)
def test_every_surrounding_will_do(folder, environment):
    for typed in TYPED:
        done = run(folder, *typed, **environment)
        assert done.returncode == 0, done.stderr
        assert b"Traceback" not in done.stderr and b"Warning" not in done.stderr
        assert b"\x1b" not in done.stderr + done.stdout, "colour where there is no terminal"


def test_messages_in_plain_ascii_and_forty_columns_say_the_same(folder):
    (folder / "bad.yaml").write_text('title: "Les élèves “x”"\nsections:\n\t- title: "y"\n', encoding="utf-8")
    done = run(folder, "build", "bad.yaml", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0", COLUMNS="40")
    assert done.returncode == 1
    assert done.stderr.isascii() and b"error[BD103]" in done.stderr and b"help: " in done.stderr


def worked_by(process: int) -> float:
    """Seconds of the processor that a process has used so far."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only Linux says what another process has worked")
@pytest.mark.parametrize("wait", [0.15, 0.25, 0.4, 0.8, 1.6])
def test_an_interrupt_ends_soon_with_130_and_tears_nothing(folder, wait):
    run(folder, "build", "lesson.txt", "-o", "dist")
    before = {path.name: path.read_bytes() for path in (folder / "dist").iterdir()}
    (folder / "long.txt").write_text("Plants\n\n" + f"{PARAGRAPH * 4}\n" * 4000)
    process = subprocess.Popen(
        [*BRIEFDECK, "build", "long.txt", "-o", "dist"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    time.sleep(wait + 0.2)
    before_it = worked_by(process.pid)
    process.send_signal(signal.SIGINT)
    with process.stderr:
        err = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 130, err
    assert usage.ru_utime + usage.ru_stime - before_it < 1, "an interrupt waits"
    assert b"Traceback" not in err
    assert {path.name: path.read_bytes() for path in (folder / "dist").iterdir()} == before


TEN_MEGABYTES = {
    "paragraphs.txt": (f"{PARAGRAPH * 5}\n" * 23_000, 0),
    "one-line.txt": (PARAGRAPH * 115_000, 0),
    "short-lines.txt": ("".join(f"{number} leaves turn the light of suns\n" for number in range(249_000)), 0),
    "headings.md": ("".join(f"# Of leaf {n}\nA leaf turns the light of all the suns that reach it, {n}.\n\n"
                            for n in range(83_000)), 0),
    "blank-lines.txt": ("\n" * 10_000_000, 1),
}  # fmt: skip
"""Notes of ten megabytes or as many lines as are taken, and the exit code: the last has too many."""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux says what a process itself took at most")
@pytest.mark.parametrize(
    ("command", "name"),
    [*(("outline", name) for name in TEN_MEGABYTES), ("build", "paragraphs.txt"), ("build", "headings.md")],
)
def test_a_note_of_ten_megabytes_takes_less_than_300_megabytes(folder, name, command):
    text, exit_code = TEN_MEGABYTES[name]
    made = "made.yaml" if command == "outline" else "made"
    (folder / name).write_text(text)
    code = (
        "import sys\n"
        "from briefdeck.cli import main\n"
        f"try: main(['{command}', '{name}', '-o', '{made}'])\n"
        "finally: print(open('/proc/self/status').read().split('VmHWM:')[1].split()[0], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, timeout=300)
    assert done.returncode == (exit_code if command == "outline" else 1), done.stderr
    assert command == "outline" or exit_code or "BD391" in done.stderr or "BD392" in done.stderr, "too much for slides"
    kilobytes = int(done.stderr.split()[-1])  # `ru_maxrss` would count the tests' own memory, from before the start
    assert kilobytes < 300 * 1024


@pytest.mark.parametrize("typed", [("schema",), ("build", "missing.yaml"), ("--help",), ("build", "lesson.txt")])
@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_closed_pipe_is_silent(folder, typed, stream):
    read, write = os.pipe()
    os.close(read)
    other = "stderr" if stream == "stdout" else "stdout"
    process = subprocess.Popen([*BRIEFDECK, *typed], cwd=folder, **{stream: write, other: subprocess.PIPE})
    os.close(write)
    out, err = process.communicate(timeout=60)
    assert b"Traceback" not in (out or b"") + (err or b"") and b"BrokenPipe" not in (err or b"")


@pytest.mark.parametrize("typed", ["themes", "verify nowhere", "--help", "--version", "schema"])
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_closed_stream_is_no_fault(folder, typed, closed):
    done = subprocess.run(["bash", "-c", f"{' '.join(BRIEFDECK)} {typed} {closed}"], cwd=folder, capture_output=True)
    assert done.returncode == (3 if "nowhere" in typed else 0), done
    assert b"Traceback" not in done.stdout + done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize(("typed", "code"), [("themes", 4), ("themes --json", 4), ("--help", 4), ("verify nowhere", 3)])
def test_a_full_disk_behind_the_output_is_told_in_words(folder, typed, code):
    where = "2>/dev/full" if "nowhere" in typed else ">/dev/full"
    done = subprocess.run(["bash", "-c", f"{' '.join(BRIEFDECK)} {typed} {where}"], cwd=folder, capture_output=True)
    assert done.returncode == code, done
    assert b"Traceback" not in done.stderr and b"Exception" not in done.stderr
    assert b"cannot be written: no space left" in done.stderr or "nowhere" in typed


def test_a_folder_that_is_gone_is_told_in_words(folder):
    """BD506, in place of whatever the system makes of it."""
    line = f"mkdir gone; cd gone; rmdir ../gone; {' '.join(BRIEFDECK)} build ../lesson.txt -o ../out"
    done = subprocess.run(["bash", "-c", line], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 3
    assert "BD506" in done.stderr and "Traceback" not in done.stderr
