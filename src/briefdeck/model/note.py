"""The note: what a teacher wrote, as numbered lines."""

from __future__ import annotations

from typing import NamedTuple


class NoteLine(NamedTuple):
    """One line of the note as people count them: the lines of the decoded file, from 1."""

    number: int
    text: str  # the line as it stands in the file, without its end


class Note(NamedTuple):
    """A note that has been decoded: nothing cleaned away, every line in its place."""

    name: str  # path or name as the user gave it
    lines: tuple[NoteLine, ...]
    digest: str  # "sha256:" and the hexadecimal digest of the file's bytes
    encoding: str  # the encoding that was used to decode it
