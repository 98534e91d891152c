"""Outlines of any size, every section and point with other words."""

from __future__ import annotations

from pathlib import Path


def written_outline(folder: Path, sections: int) -> Path:
    """An outline of so many sections with three points each, every one with other words."""
    rows = ['version: "1"', 'title: "Growth"', "lang: en", "sections:"]
    number = 0
    for section in range(1, sections + 1):
        rows += [f'  - title: "Section {section} on {WORDS[section % len(WORDS)]}"', "    points:"]
        for _ in range(3):
            number += 1
            words = " ".join(WORDS[(number * 7 + index * index) % len(WORDS)] for index in range(14))
            rows.append(f'      - say: "Point {number} says that {words}."')
            rows.append(f'        show: "Point {number} says that {" ".join(words.split()[:6])}"')
    path = folder / f"growth-{sections}.yaml"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


WORDS = (
    *("rivers", "carry", "silt", "across", "wide", "plains", "towards", "deltas", "where", "farmers", "grow", "rice"),
    *("under", "heavy", "monsoon", "rain", "while", "traders", "count", "coins", "beside", "old", "harbours", "and"),
    *("sailors", "mend", "nets", "before", "dawn"),
)
