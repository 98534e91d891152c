"""How much is taken at once, so that every run ends in seconds and in bounded memory; `--max-size` raises it."""

from __future__ import annotations

from briefdeck.named import NamedTuple

POINTS_PER_MEGABYTE = 1_000
LINES_PER_MEGABYTE = 25_000


class Limits(NamedTuple):
    """What a note and an outline may hold; a textbook of a thousand pages has two megabytes."""

    note: int = 20_000_000  # bytes of text; documents with pictures may be larger
    lines: int = 250_000  # or paragraphs of a note: fifty times the longest textbook
    text: int = 20_000  # characters of one point: ten pages in a single sentence
    head: int = 1_000  # characters of the title, the author and what else stands with them
    points: int = 20_000  # of an outline that is built: some three thousand slides


LIMITS = Limits()


def limits_for(megabytes: float) -> Limits:
    """The limits that `--max-size` asks for."""
    return Limits(
        note=int(megabytes * 1_000_000),
        lines=max(LIMITS.lines, int(megabytes * LINES_PER_MEGABYTE)),
        points=int(megabytes * POINTS_PER_MEGABYTE),
    )
