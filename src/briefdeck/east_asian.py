"""Fonts for Chinese, Japanese and Korean: 20 MB and more, so they are not part of briefdeck but found where they are.

`pip install "briefdeck[cjk]"` brings Noto Sans CJK, which is taken first so that the same outline gives the same bytes
wherever that is installed; else the fonts that the system has at the places where its makers put them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from briefdeck.model.look import Face, font_key
from briefdeck.named import NamedTuple

PACKAGE = "manimgx_fonts_cjk"
"""The module of the package behind the extra `cjk`."""


class _Family(NamedTuple):
    """A family at its place: the files for regular and bold, and the number of the face for each language."""

    regular: str
    bold: str = ""  # "": the regular one stands for it
    faces: tuple[tuple[str, int], ...] = ()  # language to number within the file; a family has no other languages
    variable: bool = False  # one file of every weight


_NOTO = (("ja", 0), ("ko", 1), ("zh", 2), ("zh-tw", 3), ("zh-hk", 4), ("zh-mo", 4), ("zh-hant", 3))
_LINUX = "/usr/share/fonts"
_MAC = "/System/Library/Fonts"
_WINDOWS = "{windows}/Fonts"
_FAMILIES = (
    _Family("{package}/NotoSansCJK-VF.otf.ttc", faces=_NOTO, variable=True),
    *(
        _Family(f"{folder}/Noto{kind}CJK-Regular.ttc", f"{folder}/Noto{kind}CJK-Bold.ttc", _NOTO)
        for kind in ("Serif", "Sans")
        for folder in (
            f"{_LINUX}/opentype/noto",
            f"{_LINUX}/noto-cjk",
            f"{_LINUX}/google-noto-{kind.lower()}-cjk-fonts",
            f"{_LINUX}/google-noto-cjk",
            f"{_LINUX}/truetype/noto",
        )
    ),
    *(
        _Family(f"{_LINUX}/google-noto-{kind.lower()}-cjk-vf-fonts/Noto{kind}CJK-VF.ttc", faces=_NOTO, variable=True)
        for kind in ("Serif", "Sans")
    ),
    _Family(f"{_MAC}/Supplemental/Songti.ttc", faces=(("zh", 6), ("zh-tw", 7))),
    _Family(f"{_MAC}/Hiragino Sans GB.ttc", faces=(("zh", 0),)),
    _Family(f"{_MAC}/ヒラギノ明朝 ProN.ttc", faces=(("ja", 0),)),
    _Family(f"{_MAC}/AppleSDGothicNeo.ttc", faces=(("ko", 0),)),
    _Family(f"{_WINDOWS}/msyh.ttc", f"{_WINDOWS}/msyhbd.ttc", (("zh", 0),)),
    _Family(f"{_WINDOWS}/msjh.ttc", f"{_WINDOWS}/msjhbd.ttc", (("zh-tw", 0),)),
    _Family(f"{_WINDOWS}/YuGothR.ttc", f"{_WINDOWS}/YuGothB.ttc", (("ja", 0),)),
    _Family(f"{_WINDOWS}/msgothic.ttc", faces=(("ja", 0),)),
    _Family(f"{_WINDOWS}/malgun.ttf", f"{_WINDOWS}/malgunbd.ttf", (("ko", 0),)),
    _Family(f"{_LINUX}/truetype/wqy/wqy-microhei.ttc", faces=(("zh", 0),)),
    _Family(f"{_LINUX}/truetype/droid/DroidSansFallbackFull.ttf", faces=(("zh", 0), ("ja", 0), ("ko", 0))),
)
"""Where the fonts are, the preferred first."""

_EVERY = ("zh", "ja", "ko")
_REGULAR, _BOLD = 400, 700


@lru_cache(maxsize=16)
def east_asian_faces(lang: str) -> tuple[Face, ...]:
    """The faces found, those in the forms of that language (BCP 47) first; empty when there are none."""
    wanted = (lang.lower().replace("_", "-"), lang.lower().partition("-")[0], *_EVERY)
    places = {"package": _package(), "windows": os.environ.get("SYSTEMROOT", "C:/Windows")}
    there = [family for family in _FAMILIES if _is_there(family.regular, places)]
    found: dict[str, Face] = {}
    for language in dict.fromkeys(wanted):
        family = next((family for family in there if language in dict(family.faces)), None)
        if family is not None:
            for face in _faces(family, dict(family.faces)[language], places):
                found.setdefault(face.file, face)
    return tuple(found.values())


def _faces(family: _Family, number: int, places: dict[str, str]) -> Iterator[Face]:
    regular = family.regular.format(**places)
    yield Face(file=font_key(regular, number, _REGULAR if family.variable else 0))
    if family.variable:
        yield Face(file=font_key(regular, number, _BOLD), bold=True)
    elif family.bold and _is_there(family.bold, places):
        yield Face(file=font_key(family.bold.format(**places), number, 0), bold=True)


def _is_there(path: str, places: dict[str, str]) -> bool:
    return Path(path.format(**places)).is_file()


def _package() -> str:
    """The folder of the package, "" when it is not installed."""
    found = find_spec(PACKAGE)
    return next(iter(found.submodule_search_locations or ()), "") if found else ""
