"""Single steps on the disk, each done whole or refused: what the journal is made of."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from briefdeck.digest import sha256

FLAGS = os.O_RDWR | getattr(os, "O_BINARY", 0)
PAUSE = 0.05
TRIES = 50
"""How often a rename over a file in use is tried on Windows, `PAUSE` seconds apart."""
IN_USE = (5, 32, 33)
"""What Windows answers while another program, or a virus scanner, has a file open."""


def is_in_use(error: OSError) -> bool:
    """Whether a step was refused because another program has the file open."""
    return getattr(error, "winerror", None) in IN_USE


def replace(source: Path, target: Path) -> None:
    """Rename over the target; on Windows again and again while a scanner or a sync tool looks at it."""
    for left in range(TRIES, 0, -1):
        try:
            os.replace(source, target)  # noqa: PTH105 (named as the system step it is)
            return
        except PermissionError as error:
            if left == 1 or not is_in_use(error):
                raise
            pause()


def pause() -> None:
    """Wait for `PAUSE` seconds, without a clock."""
    from threading import Event

    Event().wait(PAUSE)


def make_folder(path: Path) -> list[Path]:
    """Make the folder of a target; gives those that were missing, outermost first."""
    missing = []
    folder = path.parent
    while not folder.exists() and folder != folder.parent:
        missing.append(folder)
        folder = folder.parent
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        for folder in missing:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise
    return missing[::-1]


def sync_folder(folder: Path) -> None:
    """Make renames last through a power cut, where the system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def digest(path: Path) -> str:
    """The digest of a file; "" when there is none."""
    with contextlib.suppress(OSError):
        return sha256(path.read_bytes()).hexdigest()
    return ""


def write_all(descriptor: int, data: bytes) -> None:
    """Write all of it, in as many steps as the system takes."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def read_all(descriptor: int, most: int) -> bytes:
    """Read to the end, at most so many bytes."""
    found = bytearray()
    while len(found) < most and (chunk := os.read(descriptor, most - len(found))):
        found += chunk
    return bytes(found)
