"""What a note is called for people, by the name of its file."""

from __future__ import annotations

from pathlib import PurePosixPath
from unicodedata import category

from briefdeck.late import late_pattern

_BETWEEN_NOTES = "|"
_PARTS = late_pattern(r"[\s_.–-]+")
_SHORT = 3  # letters: a word is no shorter, unless it belongs to a script whose words are
_COUNTED = late_pattern(r"\d{1,3}")
"""What stands before a name to sort files."""


def note_names(files: str) -> tuple[str, ...]:
    """The names of the notes that an outline says it is from, as people would say them; a name of codes is left out.

    "lessons/03_rain-and-rivers.txt" is "rain and rivers"; "000_6d5ad8971962cae4.txt" says nothing to anybody.
    """
    stems = (PurePosixPath(file.replace("\\", "/").strip()).stem for file in files.split(_BETWEEN_NOTES))
    return tuple(name for stem in stems if (name := _readable(stem)))


def _readable(stem: str) -> str:
    parts = [part for part in _PARTS.split(stem) if part]
    if len(parts) > 1 and _COUNTED.fullmatch(parts[0]):
        parts = parts[1:]
    said = sum(len(part) for part in parts if _is_word(part))
    return " ".join(parts) if 2 * said > sum(map(len, parts)) else ""


def _is_word(part: str) -> bool:
    letters = part.rstrip("0123456789")
    spelled = all(category(letter)[0] in "LM" or letter == "’" for letter in letters)
    return spelled and (len(letters) >= _SHORT or not letters.isascii())
