"""Letters with their marks as glyphs of their own, added to the subset of a font.

A mark above or below a letter is a glyph that is set off from the line. Programs that read a page by the places of its
glyphs part such marks from Arabic and Hebrew letters, and put them on a line of their own; a glyph that holds both is
read as one.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise

from briefdeck.named import NamedTuple

_WORDS, _PLACES, _MORE, _METRICS_OF_THIS = 0x0001, 0x0002, 0x0020, 0x0200  # flags of a part of a glyph
_MOST = 0xFFFF
_CHECKED_SUM = 0xB1B0AFBA


class Part(NamedTuple):
    """A glyph within another, and where its origin stands in that, in units of the font."""

    glyph: int
    x: int
    y: int


def with_joined(tables: Mapping[str, bytes], joined: Sequence[Sequence[Part]]) -> bytes:
    """The font of these tables, with TrueType outlines, and one glyph more for each row of parts.

    The first part is the letter: the new glyph is as wide as it. New glyphs are numbered on from the last.
    """
    made = dict(tables)
    count = struct.unpack_from(">H", made["maxp"], 4)[0]
    metrics = _metrics(made, count)
    glyphs = _glyphs(made, count)
    for parts in joined:
        glyphs.append(_record(parts, glyphs))
        width, _ = metrics[parts[0].glyph]
        metrics.append((width, struct.unpack_from(">h", glyphs[-1], 2)[0] if glyphs[-1] else 0))
    made["glyf"] = b"".join(glyphs)
    made["loca"] = struct.pack(f">{len(glyphs) + 1}I", *accumulate(map(len, glyphs), initial=0))
    made["hmtx"] = b"".join(struct.pack(">Hh", *row) for row in metrics)
    made["hhea"] = made["hhea"][:34] + struct.pack(">H", len(glyphs))
    made["maxp"] = _limits(made["maxp"], len(glyphs), max(map(len, joined)))
    made["head"] = made["head"][:50] + struct.pack(">h", 1) + made["head"][52:]  # places in `loca` as whole numbers
    return _file(made)


def _metrics(tables: Mapping[str, bytes], count: int) -> list[tuple[int, int]]:
    """The width and left side of each glyph; those behind the last width share it."""
    widths = struct.unpack_from(">H", tables["hhea"], 34)[0]
    rows = list(struct.iter_unpack(">Hh", tables["hmtx"][: 4 * widths]))
    sides = struct.unpack_from(f">{count - widths}h", tables["hmtx"], 4 * widths)
    return [*rows, *((rows[-1][0], side) for side in sides)]


def _glyphs(tables: Mapping[str, bytes], count: int) -> list[bytes]:
    whole = struct.unpack_from(">h", tables["head"], 50)[0]
    places = struct.unpack_from(f">{count + 1}{'I' if whole else 'H'}", tables["loca"])
    unit = 1 if whole else 2
    return [_even(tables["glyf"][start * unit : end * unit]) for start, end in pairwise(places)]


def _record(parts: Sequence[Part], glyphs: Sequence[bytes]) -> bytes:
    """A glyph that is made of others."""
    inked = [part for part in parts if glyphs[part.glyph]]
    if not inked:
        return b""
    boxes = [(part, struct.unpack_from(">4h", glyphs[part.glyph], 2)) for part in inked]
    left, low = (min(box[axis] + part[axis + 1] for part, box in boxes) for axis in (0, 1))
    right, high = (max(box[axis + 2] + part[axis + 1] for part, box in boxes) for axis in (0, 1))
    record = struct.pack(">5h", -1, left, low, right, high)
    for place, part in enumerate(inked):
        flags = _WORDS | _PLACES | (_MORE if part is not inked[-1] else 0) | (0 if place else _METRICS_OF_THIS)
        record += struct.pack(">HHhh", flags, *part)
    return record


def _limits(table: bytes, count: int, parts: int) -> bytes:
    """The table `maxp` for so many glyphs, some of which have so many parts."""
    version, _, points, lines, all_points, all_lines, *rest, most_parts, depth = struct.unpack(">I14H", table[:32])
    most = (min(parts * max(pair), _MOST) for pair in ((points, all_points), (lines, all_lines)))
    return struct.pack(">I14H", version, count, points, lines, *most, *rest, max(most_parts, parts), depth + 1)


def _file(tables: Mapping[str, bytes]) -> bytes:
    """The tables as a font file, with the sums that tell whether it is whole."""
    count = len(tables)
    power = count.bit_length() - 1
    start = struct.pack(">I4H", 0x00010000, count, 16 << power, power, 16 * count - (16 << power))
    tables = {**tables, "head": tables["head"][:8] + bytes(4) + tables["head"][12:]}
    place = len(start) + 16 * count
    rows, body = b"", b""
    for name, data in sorted(tables.items()):
        rows += struct.pack(">4s3I", name.encode(), _sum(data), place + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    file = start + rows + body
    head = place + sum(len(data) + -len(data) % 4 for name, data in tables.items() if name < "head") + 8
    return file[:head] + struct.pack(">I", (_CHECKED_SUM - _sum(file)) % (1 << 32)) + file[head + 4 :]


def _sum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    total: int = sum(struct.unpack(f">{len(padded) // 4}I", padded))
    return total % (1 << 32)


def _even(data: bytes) -> bytes:
    return data + bytes(len(data) % 2)
