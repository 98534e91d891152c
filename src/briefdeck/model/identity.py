"""What finished files say about themselves."""

from __future__ import annotations

from briefdeck.named import NamedTuple


class Identity(NamedTuple):
    """What the finished files say about themselves, so that they can be read back and compared."""

    title: str
    lang: str
    build: str  # one id in both files, derived from the outline and the options
    source: str = ""  # digest of the outline alone, by which one that was edited since is told from other options
    author: str = ""
    subject: str = ""
    outline: str = ""  # path of the outline relative to the output folder, "" when built from a note directly
    note: str = ""  # path of the note relative to the output folder
    version: str = ""  # of briefdeck
    style: str = "standard"  # of the brief
    max_slides: int = 0  # what the order asked for; 0: as the outline says
