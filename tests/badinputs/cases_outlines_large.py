"""Outlines with more in them than anybody needs: they end in seconds, with a word about it."""

from __future__ import annotations

from badinputs.case import Case, outline, sections
from badinputs.cases_outlines import ONE, line, point

CASES: tuple[Case, ...] = (
    outline("nested ten thousand deep", "a: " + "[" * 10_000 + "]" * 10_000, 1, "BD102 outline.yaml:1:1003", seconds=5),
    outline("nested a hundred thousand deep", "[" * 100_000, 1, "BD102 outline.yaml:1:1001", seconds=5),
    outline(
        "indented a thousand levels",
        "".join(f"{' ' * n}a:\n" for n in range(1000)),
        1,
        "BD102 outline.yaml:41:41",
        seconds=5,
    ),
    outline(
        "5,000 sections",
        sections(
            "sections:\n" + "".join(f'  - {{title: "Section {n}", points: ["Point {n}."]}}\n' for n in range(5000))
        ),
        0,
        remarks=("BD306",),
        seconds=180,
        slow=True,
    ),
    outline(
        "500 points in one section",
        sections(
            'sections:\n  - title: "x"\n    points:\n'
            + "".join(f'      - "Point {n} says something."\n' for n in range(500))
        ),
        0,
        seconds=30,
    ),
    outline(
        "50,000 points",
        sections(
            'sections:\n  - title: "x"\n    points:\n' + "".join(f'      - "Point {n}."\n' for n in range(50_000))
        ),
        1,
        "BD391 outline.yaml:1:1",
        seconds=60,
        slow=True,
    ),
    outline(
        "an author of 2,000 letters",
        line('school: "' + "x" * 2000 + '"'),
        1,
        "BD392 outline.yaml:1:1",
        says="`school` has",
    ),
    outline(
        "a quotation of a hundred thousand letters",
        sections('sections:\n  - title: "a"\n    quote: {text: "' + "x " * 50_000 + '", by: "y"}\n'),
        1,
        "BD392 outline.yaml:5:12",
    ),
    outline(
        "a term of a hundred thousand letters",
        sections('terms: ["x": "' + "y " * 50_000 + '"]\n' + ONE),
        1,
        "BD392 outline.yaml:3:9",
    ),
    outline(
        "a title of direction marks", 'version: "1"\ntitle: "\u200f\u202e\u202c"\n' + ONE, 1, "BD125 outline.yaml:2:8"
    ),
    outline("a point of direction marks", point('"\u202e\u202c"'), 1, "BD125 outline.yaml:5:9"),
    outline("a point of zero-width characters", point('"\u200b\u2060\ufeff"'), 1, "BD125 outline.yaml:5:9"),
    outline(
        "a title of Hangul fillers",
        sections('sections:\n  - title: "\u3164"\n    points: ["x"]\n'),
        1,
        "BD125 outline.yaml:4:12",
    ),
    outline(
        "a title of 10,000 words",
        'version: "1"\ntitle: "' + "long " * 10_000 + '"\n' + ONE,
        1,
        "BD392 outline.yaml:1:1",
        seconds=30,
    ),
    outline(
        "a point of a megabyte", point('"' + "They eat light every day. " * 40_000 + '"'), 1, "BD392 outline.yaml:5:9"
    ),
    outline(
        "a point of twenty sentences",
        point('"' + " ".join(f"Plant number {n} eats light every day of the week." for n in range(20)) + '"'),
        0,
        shows=("Plant number 19",),
    ),
    outline("ten megabytes", "title: x\n# " + "x" * 10_000_000, 1, "BD102 outline.yaml", seconds=10),
    outline(
        "a million values",
        "title: [" + "a," * 1_000_000 + "]",
        1,
        "BD102 outline.yaml:1:1599999",
        seconds=60,
        slow=True,
    ),
    outline(
        "a million keys",
        "".join(f"k{n}: x\n" for n in range(300_000)),
        1,
        "BD124 outline.yaml:1:1",
        "BD123",
        seconds=60,
        slow=True,
    ),
)
