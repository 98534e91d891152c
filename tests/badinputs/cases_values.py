"""Outlines whose YAML is in order: numbers, tables, charts, pictures and files of them that cannot be what they say."""

# ruff: noqa: E501 (one row a line)

from __future__ import annotations

from badinputs.case import Case, outline

HEAD = 'title: "A lesson"\nsections:\n  - title: "A"\n'

CASES: tuple[Case, ...] = (
    outline(
        "chart: not a number",
        HEAD + "    chart: {kind: bar, categories: [a, b], series: [{name: x, values: [nan, 1]}]}\n",
        1,
        "BD135 outline.yaml:4:72",
    ),
    outline(
        "chart: beyond all numbers",
        HEAD + "    chart: {kind: bar, categories: [a, b], series: [{name: x, values: [1e999, 1]}]}\n",
        1,
        "BD135 outline.yaml:4:72",
    ),
    outline(
        "chart: a pie of less than nothing",
        HEAD + "    chart: {kind: pie, categories: [a, b], series: [{name: x, values: [-1, 2]}]}\n",
        1,
        "BD312 outline.yaml:4:12",
    ),
    outline(
        "chart: a pie of zeros",
        HEAD + "    chart: {kind: pie, categories: [a, b], series: [{name: x, values: [0, 0]}]}\n",
        1,
        "BD312 outline.yaml:4:12",
    ),
    outline(
        "chart: a pie of two rows",
        HEAD
        + "    chart: {kind: pie, categories: [a, b], series: [{name: x, values: [1, 2]}, {name: y, values: [1, 2]}]}\n",
        1,
        "BD312 outline.yaml:4:12",
    ),
    outline(
        "chart: names alike",
        HEAD
        + "    chart: {kind: bar, categories: [a, a], series: [{name: x, values: [1, 2]}, {name: x, values: [1, 2]}]}\n",
        0,
    ),
    outline(
        "chart: blank names",
        HEAD + '    chart: {kind: bar, categories: ["", ""], series: [{name: "", values: ["", ""]}]}\n',
        1,
        "BD125 outline.yaml:4:37",
        "BD125 outline.yaml:4:41",
        "BD125 outline.yaml:4:62",
    ),
    outline(
        "table: rows that are keys",
        HEAD + '    table:\n      header: [a, b]\n      rows:\n        one: ["1", "2"]\n',
        1,
        "BD126 outline.yaml:7:9",
    ),
    outline(
        "table: rows that are a text", HEAD + "    table: {header: [a, b], rows: many}\n", 1, "BD126 outline.yaml:4:35"
    ),
    outline(
        "table: nothing between quotes",
        HEAD + '    table: {header: "", rows: "\\u200b"}\n',
        1,
        "BD136 outline.yaml:4:13",
        "BD136 outline.yaml:4:25",
    ),
    outline(
        "table: a row to keep that is a word",
        HEAD + '    table: {header: [a, b], rows: [["1", "2"]], keep: [1, x]}\n',
        1,
        "BD127 outline.yaml:4:59",
    ),
    outline(
        "table: a row to keep that is none",
        HEAD + '    table: {header: [a, b], rows: [["1", "2"]], keep: 0}\n',
        1,
        "BD127 outline.yaml:4:55",
    ),
    outline(
        "table: rows to keep, of keys",
        HEAD + '    table: {header: [a, b], rows: [["1", "2"]], keep: {a: b}}\n',
        1,
        "BD127 outline.yaml:4:55",
    ),
    outline("table: no rows", HEAD + "    table: {header: [a, b], rows: []}\n", 1, "BD136 outline.yaml:4:29"),
    outline(
        "a date where words are expected",
        HEAD + '    title_from: 2020-01-01\n    points: ["They eat light."]\n',
        1,
        "BD128 outline.yaml:4:17",
    ),
    outline(
        "a priority with an exponent",
        HEAD + '    priority: 1e3\n    points: ["They eat light."]\n',
        1,
        "BD139 outline.yaml:4:15",
    ),
    outline(
        "a page for closing things",
        HEAD + '    id: terms\n    points: ["They eat light."]\n',
        1,
        "BD130 outline.yaml:4:9",
    ),
    outline(
        "no slide at all",
        HEAD + '    points: ["They eat light."]\ndeck: {max_slides: 0}\n',
        1,
        "BD139 outline.yaml:5:20",
    ),
    outline(
        "a paper of no size",
        HEAD + '    points: ["They eat light."]\nbrief: {paper: elephant}\n',
        1,
        "BD128 outline.yaml:5:16",
    ),
    outline(
        "a language of ten thousand letters",
        HEAD + '    points: ["They eat light."]\nlang: "' + "e" * 10_000 + '"\n',
        1,
        "BD138 outline.yaml:5:7",
    ),
    outline(
        "a link that is a program",
        HEAD + '    points: ["They eat light."]\nbrief: {link: "javascript:alert(1)"}\n',
        1,
        "BD161 outline.yaml:5:15",
    ),
    outline("half a surrogate pair, written out", HEAD + '    points: ["\\uD800"]\n', 1, "BD111 outline.yaml:4:15"),
    outline("a number for a key", HEAD + '    points: ["They eat light."]\n3: 4\n', 1, "BD123 outline.yaml:5:1"),
    outline(
        "CSV: a quotation mark left open",
        HEAD + "    table: {file: t.csv}\n",
        1,
        "BD813 t.csv:2",
        beside={"t.csv": 'a,b\n"1,2\n3'},
    ),
    outline(
        "CSV: zero bytes",
        HEAD + "    table: {file: t.csv}\n",
        1,
        "BD202 t.csv:1",
        beside={
            "t.csv": "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
        },
    ),
    outline(
        "CSV: rows of other lengths",
        HEAD + "    table: {file: t.csv}\n",
        1,
        "BD814 t.csv:2",
        beside={"t.csv": "a;b\n1;2;3\n"},
    ),
    outline(
        "CSV: five thousand columns",
        HEAD + "    table: {file: t.csv}\n",
        1,
        "BD811 t.csv",
        beside={"t.csv": "a," * 5000 + "\n"},
    ),
    outline(
        "CSV: words for the numbers of a chart",
        HEAD + "    chart: {kind: bar, file: t.csv}\n",
        1,
        "BD816 t.csv:2",
        beside={"t.csv": "date,v\nx,y\n"},
    ),
    outline("CSV: the file is a folder", HEAD + "    table: {file: dist}\n", 3, "BD802 outline.yaml:4:12"),
    outline(
        "picture: a drawing with a script",
        HEAD + '    picture: {file: p.svg, alt: "x"}\n',
        1,
        "BD820 outline.yaml:4:14",
        beside={"p.svg": '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'},
    ),
    outline(
        "picture: an outline by that name",
        HEAD + '    picture: {file: p.png, alt: "x"}\n',
        1,
        "BD821 outline.yaml:4:14",
        beside={"p.png": "title: x\n"},
    ),
    outline(
        "picture: described by a space",
        HEAD + '    picture: {file: p.png, alt: " "}\n',
        1,
        "BD125 outline.yaml:4:33",
        beside={"p.png": "x"},
    ),
    outline(
        "picture: a name that is an address",
        HEAD + '    picture: {file: "https://example.invalid/p.png", alt: "x"}\n',
        1,
        "BD803 outline.yaml:4:14",
    ),
)
