"""The tables at the head of a rich text file: fonts and their code pages, styles, lists."""

from __future__ import annotations

import re

from briefdeck.late import late_pattern
from briefdeck.named import NamedTuple

_CHARSETS = {0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253",
             162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
             238: "cp1250"}  # fmt: skip
_FONT = late_pattern(r"\\f(\d{1,6})(?:(?!\\f\d)[^;]){0,300}?\\fcharset(\d{1,3})")
_STYLE = late_pattern(r"\{\s*(?:\\\*\s*)?\\s(\d{1,5})\b([^{}]{0,1000}?)([^\\{};]{1,80});\s*\}")
_LEVEL = late_pattern(r"\\levelnfcn?(\d{1,3})")
_LIST_ID = late_pattern(r"\\listid(-?\d{1,12})")
_OVERRIDE = late_pattern(r"\\listid(-?\d{1,12})[^{}]{0,200}?\\ls(\d{1,6})")
_BULLETS = {23, 255}
_HEAD = 2_000_000  # characters in which these tables stand


class Heads(NamedTuple):
    """What the head of the file says."""

    code_page: str
    fonts: dict[int, str]  # code pages
    styles: dict[int, tuple[str, int]]  # name in small letters, outline level from 0 or -1
    lists: dict[int, list[bool]]  # by \\ls: whether each level is numbered


def read_heads(text: str) -> Heads:
    """The tables of a file; what cannot be read is left out."""
    head = text[:_HEAD]
    page = re.search(r"\\ansicpg(\d{1,5})", head[:5000])
    fonts = {int(match[1]): _CHARSETS.get(int(match[2]), "") for match in _FONT.finditer(_group(head, "fonttbl"))}
    styles: dict[int, tuple[str, int]] = {}
    for match in _STYLE.finditer(_group(head, "stylesheet")):
        level = re.search(r"\\outlinelevel(\d)", match[2])
        styles[int(match[1])] = match[3].strip().lower(), int(level[1]) if level else -1
    return Heads(
        code_page=_code_page(page[1]) if page else "mac_roman" if "\\mac" in head[:200] else "cp1252",
        fonts=fonts,
        styles=styles,
        lists=_lists(head),
    )


def _code_page(number: str) -> str:
    name = {"65001": "utf-8", "10000": "mac_roman", "936": "gbk", "950": "big5"}.get(number, f"cp{number}")
    try:
        "".encode(name)
    except LookupError:
        return "cp1252"
    return name


def _lists(head: str) -> dict[int, list[bool]]:
    levels: dict[str, list[bool]] = {}
    for part in _group(head, "listtable").split("\\listtemplateid")[1:]:
        found = [int(match[1]) not in _BULLETS for match in _LEVEL.finditer(part)]
        if (identity := _LIST_ID.search(part)) and found:
            # each level is given twice: the older word and the newer one
            levels[identity[1]] = found[::2] if "\\levelnfcn" in part else found
    return {int(match[2]): levels.get(match[1], []) for match in _OVERRIDE.finditer(_group(head, "listoverridetable"))}


def _group(text: str, name: str) -> str:
    """The text of the first group of that name."""
    start = text.find(f"\\{name}")
    if start < 0:
        return ""
    depth, at = 1, start
    while depth and at < len(text):
        at += 1
        sign = text[at : at + 1]
        if sign == "\\":
            at += 1
        elif sign in ("{", "}"):
            depth += 1 if sign == "{" else -1
    return text[start:at]
