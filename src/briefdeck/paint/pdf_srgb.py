"""A small sRGB colour profile (ICC version 2), so that the PDF says what its colours mean on paper.

PDF/A asks for a profile inside the file. The well-known ones are large or come with terms of their own; the numbers of
sRGB are public, and a profile of that kind is a header, a table and nine tags.
"""

from __future__ import annotations

import struct
from functools import cache

NAME = "sRGB IEC61966-2.1"

_WHITE = (0.9642, 1.0, 0.8249)  # the white of every profile of this kind: D50
_RED = (0.43607, 0.22251, 0.01393)  # the primaries of sRGB as seen under that white
_GREEN = (0.38507, 0.71688, 0.09710)
_BLUE = (0.14306, 0.06061, 0.71391)
_CURVE_POINTS = 256
_HEADER_SIZE = 128


@cache
def srgb_profile() -> bytes:
    """The profile, always the same bytes."""
    curve = _curve()
    tags = {
        b"desc": _description(NAME),
        b"cprt": b"text\0\0\0\0" + b"No copyright, use freely\0",
        b"wtpt": _colour(_WHITE),
        b"rXYZ": _colour(_RED),
        b"gXYZ": _colour(_GREEN),
        b"bXYZ": _colour(_BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, data = _table(tags)
    body = struct.pack(">I", len(tags)) + table + data
    return _header(_HEADER_SIZE + len(body)) + body


def _table(tags: dict[bytes, bytes]) -> tuple[bytes, bytes]:
    """The table of tags and their data, each distinct value once and on a multiple of four bytes."""
    places: dict[bytes, int] = {}
    data = b""
    start = _HEADER_SIZE + 4 + 12 * len(tags)
    for value in tags.values():
        if value not in places:
            places[value] = start + len(data)
            data += value + b"\0" * (-len(value) % 4)
    table = b"".join(name + struct.pack(">II", places[value], len(value)) for name, value in tags.items())
    return table, data


def _header(size: int) -> bytes:
    fields = struct.pack(">I4sI4s4s4s", size, b"\0" * 4, 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    made = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)  # any day, as long as it is the same one
    rest = b"acsp" + b"\0" * 28 + b"".join(map(_fixed, _WHITE))
    return (fields + made + rest).ljust(_HEADER_SIZE, b"\0")


def _curve() -> bytes:
    """How the stored values map to light, sampled."""
    samples = (_light(step / (_CURVE_POINTS - 1)) for step in range(_CURVE_POINTS))
    return struct.pack(f">4s4xI{_CURVE_POINTS}H", b"curv", _CURVE_POINTS, *(round(65535 * light) for light in samples))


def _light(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _description(text: str) -> bytes:
    plain = text.encode("ascii") + b"\0"
    no_other_scripts = b"\0" * 78
    return b"desc\0\0\0\0" + struct.pack(">I", len(plain)) + plain + no_other_scripts


def _colour(xyz: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(map(_fixed, xyz))


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))
