"""Programs of others that look at finished files: LibreOffice, veraPDF, the Open XML SDK validator, where they are.

Each runs in a folder of its own that goes with it, for so many seconds at most and without a way to the network that
it would notice. What hangs is ended with all that it has started; what breaks or babbles becomes a reason in words.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from briefdeck.verify.outside import Answer, Answers, open_xml_answer, verapdf_answer
from briefdeck.verify.painted import paintable

SECONDS = 180
"""That a program may take for one file: a thousand slides take LibreOffice a minute."""

_LARGEST_ANSWER = 64_000_000
_NOWHERE = (
    "http://127.0.0.1:9"  # the discard port of this machine: what asks for the network by the usual ways gets none
)

_LIBREOFFICE = ("soffice", "libreoffice")
_LIBREOFFICE_HOMES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)


class _Silent(Exception):
    """A program gave nothing that can be used; the text says why."""


def ask_all(deck: bytes | None, brief: bytes | None) -> Answers:
    """What each program gives for the finished files; one that is not here, breaks or hangs gives its reason."""
    return Answers(
        painted=_asked(_paint, deck, "deck"),
        open_xml=_asked(_open_xml, deck, "deck"),
        pdf_ua=_asked(lambda data: _verapdf(data, "ua1"), brief, "brief"),
        pdf_a=_asked(lambda data: _verapdf(data, "2a"), brief, "brief"),
    )


def _asked(ask: Callable[[bytes], Answer], data: bytes | None, what: str) -> Answer:
    if data is None:
        return Answer(why_not=f"no {what}")
    try:
        return ask(data)
    except _Silent as error:
        return Answer(why_not=str(error))


def _paint(deck: bytes) -> Answer:
    program = _found("LibreOffice", _LIBREOFFICE, _LIBREOFFICE_HOMES)
    safe = paintable(deck)
    if safe is None:
        raise _Silent("the deck would load something from elsewhere, or cannot be unpacked")
    with _folder() as folder:
        (folder / "deck.pptx").write_bytes(safe)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        options = ["--headless", "--norestore", "--nolockcheck", "--convert-to", "pdf", "--outdir", str(folder)]
        _run("LibreOffice", [program, profile, *options, str(folder / "deck.pptx")], folder)
        painting = _read(folder / "deck.pdf")
    if b"%PDF-" not in painting[:1024]:
        raise _Silent("LibreOffice made no PDF of the deck")
    return Answer(painting=painting)


def _open_xml(deck: bytes) -> Answer:
    program = _found("the Open XML SDK validator", ("ooxml-validator",))
    with _folder() as folder:
        (folder / "deck.pptx").write_bytes(deck)
        said = _run("the Open XML SDK validator", [program, str(folder / "deck.pptx")], folder)
    return open_xml_answer(said)


def _verapdf(brief: bytes, flavour: str) -> Answer:
    program = _found("veraPDF", ("verapdf",))
    with _folder() as folder:
        (folder / "brief.pdf").write_bytes(brief)
        said = _run("veraPDF", [program, "--format", "mrr", "--flavour", flavour, str(folder / "brief.pdf")], folder)
    return verapdf_answer(said)


def _found(what: str, names: Sequence[str], homes: Sequence[str] = ()) -> str:
    for name in (*names, *homes):
        if path := shutil.which(name):
            return path
    raise _Silent(f"{what} is not installed")


@contextlib.contextmanager
def _folder() -> Iterator[Path]:
    """A folder for one run of one program, gone afterwards with all that it left."""
    try:
        folder = Path(tempfile.mkdtemp(prefix="briefdeck-verify-"))
    except OSError as error:
        raise _Silent(f"no folder for temporary files: {(error.strerror or str(error)).lower()}") from None
    try:
        yield folder
    except OSError as error:
        raise _Silent(f"temporary files cannot be written: {(error.strerror or str(error)).lower()}") from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(what: str, command: Sequence[str], folder: Path) -> bytes:
    """What the program prints; its exit code is not believed either way."""
    output = folder / "answer"
    with output.open("wb") as answer:
        try:
            process = subprocess.Popen(  # noqa: S603 (a program found by its name, and files of ours)
                command,
                cwd=folder,
                env=_environment(folder),
                stdin=subprocess.DEVNULL,
                stdout=answer,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError as error:
            raise _Silent(f"{what} cannot be started: {(error.strerror or str(error)).lower()}") from None
        try:
            code = process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            raise _Silent(f"{what} did not end within {SECONDS} seconds") from None
        finally:
            _end(process)
    if code < 0:
        raise _Silent(f"{what} broke down")
    return _read(output)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and all that it has started, also when it has ended itself and they have not."""
    with contextlib.suppress(OSError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()


def _read(path: Path) -> bytes:
    """What a program wrote, up to the size of the largest answer; b"" when it wrote nothing."""
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST_ANSWER)
    except OSError:
        return b""


def _environment(folder: Path) -> Mapping[str, str]:
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), _NOWHERE)
    return {**os.environ, **proxies, **{key.upper(): value for key, value in proxies.items()}, "TMPDIR": str(folder)}
