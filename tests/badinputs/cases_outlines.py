"""Outlines: every trap of YAML, wrong keys and types everywhere, paths that lead away."""

# ruff: noqa: E501 (one row a line)

from __future__ import annotations

from badinputs.case import Case, outline, sections

ONE = 'sections:\n  - title: "Plants"\n    points: ["They eat light."]\n'
BOMB = "\n".join(
    ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}, *a{n - 1}]" for n in range(1, 30)]
)


def line(text: str) -> str:
    """An outline in order but for its fourth line, which stands between the title and the sections."""
    return f'version: "1"\ntitle: "A lesson"\nauthor: "R. Iyer"\n{text}\n{ONE}'


def point(text: str) -> str:
    """An outline in order but for its fifth line, which is the first point."""
    return f'version: "1"\nsections:\n  - title: "Plants"\n    points:\n      - {text}\ntitle: "A lesson"\n'


CASES: tuple[Case, ...] = (
    # Not an outline at all
    outline("empty", b"", 1, "BD121 outline.yaml:1:1"),
    outline("comments only", "# to do\n\n", 1, "BD121 outline.yaml:1:1"),
    outline("a plain sentence", "Plants eat light.\n", 1, "BD121 outline.yaml:1:1"),
    outline("a list", "- Plants\n- Light\n", 1, "BD121 outline.yaml:1:1"),
    outline("binary", bytes(range(256)), 1, "BD120 outline.yaml:2:118"),
    outline("latin-1", 'title: "Les élèves"\n'.encode("latin-1"), 1, "BD120 outline.yaml:1:13"),
    outline("truncated UTF-8", sections(ONE).encode() + "# é".encode()[:-1], 1, "BD120 outline.yaml:6:3"),
    outline("zero bytes", sections(ONE).replace("eat", "e\0at"), 0, remarks=("BD120 outline.yaml:5:21",)),
    outline("UTF-16 with a mark", ("\ufeff" + sections(ONE)).encode("utf-16-le"), 0, shows=("They eat light",)),
    outline("a mark of UTF-8", "\ufeff" + sections(ONE), 0, shows=("They eat light",)),
    outline(
        "half a surrogate pair",
        b"\xff\xfe" + 'title: "x'.encode("utf-16-le") + b"\x3d\xd8" + '"\n'.encode("utf-16-le"),
        1,
        "BD120 outline.yaml:1:10",
    ),
    outline("picture named .yaml", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 1, "BD120 outline.yaml:1:1"),
    # Traps of the syntax
    outline("a tab for indentation", 'title: "x"\nsections:\n\t- title: "y"\n', 1, "BD103 outline.yaml:3:1"),
    outline("a second colon", "title: Photosynthesis: the basics\n" + ONE, 1, "BD104 outline.yaml:1:22"),
    outline("a quote that never ends", 'title: "Plants\nsections: []\n', 1, "BD106 outline.yaml:1:8"),
    outline("a bracket that never ends", 'title: "x"\nsections: [{title: "y"\n', 1, "BD108 outline.yaml:2:12"),
    outline("no space after the colon", line('class:"9 B"'), 1, "BD110 outline.yaml:4:7"),
    outline("indented by chance", 'title: "x"\n   subtitle: "y"\n' + ONE, 1, "BD105 outline.yaml:2:4"),
    outline("a percent sign", line("class: %9"), 1, "BD109 outline.yaml:4:8"),
    outline("an at sign", line("author2: @me"), 1, "BD109 outline.yaml:4:10"),
    outline("a backtick", line("class: `9`"), 1, "BD109 outline.yaml:4:8"),
    outline("an unknown escape", line(r'class: "C:\Users"'), 1, "BD111 outline.yaml:4:11"),
    outline("text after a quoted text", line('class: "9" B'), 1, "BD107 outline.yaml:4:12"),
    outline("Word's quotes", line("class: “9 B"), 0, shows=("A lesson",)),
    outline("a space that is none", line("class:\u00a0x"), 1, "BD110 outline.yaml:4:1"),
    outline("two documents", sections(ONE) + "---\n" + sections(ONE), 1, "BD118 outline.yaml:6:1"),
    outline("a directive", "%YAML 1.1\n---\n" + sections(ONE), 0, shows=("They eat light",)),
    outline(
        "a merge conflict", sections("<<<<<<< HEAD\n" + ONE + "=======\n>>>>>>> mine\n"), 1, "BD110 outline.yaml:3:1"
    ),
    # What YAML would do behind one's back
    outline("an anchor", line("class: &nine x"), 1, "BD113 outline.yaml:4:8"),
    outline("an alias", line("class: *nine"), 1, "BD113 outline.yaml:4:8"),
    outline(
        "aliases that explode",
        BOMB,
        1,
        "BD124 outline.yaml:1:1",
        "BD124 outline.yaml:1:1",
        "BD123 outline.yaml:1:1",
        "BD113 outline.yaml:1:5",
        "BD123 outline.yaml:2:1",
        "BD113 outline.yaml:2:5",
        "BD113 outline.yaml:2:10",
        "BD113 outline.yaml:2:15",
        "BD113 outline.yaml:2:20",
        "BD113 outline.yaml:2:25",
        "BD123 outline.yaml:3:1",
        "BD113 outline.yaml:3:5",
        "BD113 outline.yaml:3:10",
        "BD113 outline.yaml:3:15",
        "BD113 outline.yaml:3:20",
        "BD113 outline.yaml:3:25",
        "BD123 outline.yaml:4:1",
        "BD113 outline.yaml:4:5",
        "BD113 outline.yaml:4:10",
        "BD113 outline.yaml:4:15",
        seconds=5,
    ),
    outline(
        "an alias to itself",
        "title: &a [*a]\n" + ONE,
        1,
        "BD113 outline.yaml:1:8",
        "BD126 outline.yaml:1:8",
        "BD113 outline.yaml:1:12",
    ),
    outline("a merge key", line("<<: {class: x}"), 1, "BD116 outline.yaml:4:1"),
    outline(
        "a merge key with aliases",
        "x: &x {author: me}\ntitle: t\nsections:\n  - <<: *x\n    title: y\n",
        1,
        "BD123 outline.yaml:1:1",
        "BD113 outline.yaml:1:4",
        "BD116 outline.yaml:4:5",
        "BD113 outline.yaml:4:9",
    ),
    outline(
        "a Python object",
        line('class: !!python/object/apply:os.system ["touch hacked"]'),
        1,
        "BD114 outline.yaml:4:8",
        "BD126 outline.yaml:4:8",
    ),
    outline("a Python name", line("class: !!python/name:os.system"), 1, "BD114 outline.yaml:4:8"),
    outline("a tag of one's own", line("class: !secret x"), 1, "BD114 outline.yaml:4:8"),
    outline("a binary tag", line("class: !!binary aGVsbG8="), 1, "BD114 outline.yaml:4:8"),
    outline("a key twice", line('author: "Me"'), 1, "BD115 outline.yaml:4:1"),
    outline("a comment without a space before", line("class: Question #5"), 0),
    outline("no is not false", line("class: no"), 0, shows=("A lesson",)),
    outline("12:30 is not 750", line("class: 12:30"), 0),
    outline("3.10 is not 3.1", line("class: 3.10"), 0),
    outline("a date stays as typed", line("date: 2026-11-22"), 0),
    outline(
        "0o14, 1_000, .inf and ~ stay as typed",
        line('subtitle: "x"').replace("They eat light.", "0o14 1_000 .inf ~"),
        0,
        shows=("0o14 1_000 .inf ~",),
    ),
    outline(
        "JSON for YAML",
        '{"version": "1", "title": "A lesson", "sections": [{"title": "Plants", "points": ["They eat light."]}]}',
        0,
        shows=("They eat light",),
    ),
    outline(
        "JSON in a .json file",
        '{"version": "1", "title": "A lesson", "sections": [{"title": "Plants", "points": ["They eat light."]}]}',
        0,
        file="outline.json",
        shows=("They eat light",),
    ),
    outline("JSON with a comma too many", '{"title": "x",,}', 1, "BD107 outline.yaml:1:15"),
    # Wrong keys and wrong types
    outline("a misspelt key", line('autor: "x"'), 1, "BD123 outline.yaml:4:1", says="author"),
    outline("a key of another program", line('layout_theme: "x"'), 1, "BD123 outline.yaml:4:1"),
    outline("a key over two lines", line('? "one\n  two"\n: "x"'), 1, "BD123 outline.yaml:4:3"),
    outline("an empty key", line('"": x'), 1, "BD117 outline.yaml:4:1"),
    outline("a list as a key", line("? [a, b]\n: x"), 1, "BD117 outline.yaml:4:3"),
    outline("a key in a foreign alphabet", line('название: "x"'), 1, "BD123 outline.yaml:4:1"),
    outline("a future version", sections(ONE).replace('"1"', '"9"'), 1, "BD122 outline.yaml:1:10"),
    outline("a version that is a word", sections(ONE).replace('"1"', "latest"), 1, "BD122 outline.yaml:1:10"),
    outline("no title", 'version: "1"\n' + ONE, 1, "BD124 outline.yaml:1:1"),
    outline("no sections", 'version: "1"\ntitle: "x"\n', 1, "BD124 outline.yaml:1:1"),
    outline("sections that are a text", 'version: "1"\ntitle: "x"\nsections: "Plants"\n', 1, "BD126 outline.yaml:3:11"),
    outline(
        "sections that are keys",
        'version: "1"\ntitle: "x"\nsections:\n  title: "Plants"\n',
        1,
        "BD126 outline.yaml:4:3",
    ),
    outline("sections that are nothing", 'version: "1"\ntitle: "x"\nsections:\n', 1, "BD133 outline.yaml:3:10"),
    outline("a title that is a list", 'version: "1"\ntitle: [a, b]\n' + ONE, 1, "BD126 outline.yaml:2:8"),
    outline("a title that is keys", 'version: "1"\ntitle: {a: b}\n' + ONE, 1, "BD126 outline.yaml:2:8"),
    outline("a title that is blank", 'version: "1"\ntitle: "  "\n' + ONE, 1, "BD125 outline.yaml:2:8"),
    outline("a section that is a text", sections('sections: ["Plants"]\n'), 1, "BD126 outline.yaml:3:12"),
    outline("a section without a title", sections('sections:\n  - points: ["x"]\n'), 1, "BD124 outline.yaml:4:5"),
    outline(
        "points that are a text", sections('sections:\n  - title: "x"\n    points: "y"\n'), 1, "BD126 outline.yaml:5:13"
    ),
    outline("a point that is a list", point("[a, b]"), 1, "BD126 outline.yaml:5:9"),
    outline("a point that says nothing", point("{from: 3}"), 1, "BD131 outline.yaml:5:9"),
    outline("a point that is blank", point('""'), 1, "BD125 outline.yaml:5:9"),
    outline(
        "a point with an unknown key",
        point('{say: "They eat.", showw: "x"}'),
        1,
        "BD123 outline.yaml:5:28",
        says="show",
    ),
    outline(
        "a point with two sentences as keys",
        point('{They: "eat", We: "drink"}'),
        1,
        "BD131 outline.yaml:5:9",
        "BD123 outline.yaml:5:10",
        "BD123 outline.yaml:5:23",
    ),
    outline("a line number that is a word", point('{say: "They eat.", from: soon}'), 1, "BD127 outline.yaml:5:34"),
    outline("a line number that is negative", point('{say: "They eat.", from: -3}'), 1, "BD127 outline.yaml:5:34"),
    outline("a line range that runs back", point('{say: "They eat.", from: "9-3"}'), 1, "BD127 outline.yaml:5:34"),
    outline("a line range without end", point('{say: "They eat.", from: "1-999999999"}'), 1, "BD127 outline.yaml:5:34"),
    outline(
        "a line number of a thousand digits",
        point('{say: "They eat.", from: ' + "9" * 1000 + "}"),
        1,
        "BD127 outline.yaml:5:34",
    ),
    outline("a priority of a word", point('{say: "They eat.", priority: high}'), 1, "BD139 outline.yaml:5:38"),
    outline("a priority out of range", point('{say: "They eat.", priority: 99}'), 1, "BD139 outline.yaml:5:38"),
    outline(
        "an id twice",
        sections('sections:\n  - {title: "a", id: x, points: ["y"]}\n  - {title: "b", id: x, points: ["z"]}\n'),
        1,
        "BD130 outline.yaml:5:22",
    ),
    outline(
        "an id with blanks",
        sections('sections:\n  - {title: "a", id: "x y", points: ["y"]}\n'),
        1,
        "BD129 outline.yaml:4:22",
    ),
    outline(
        "an unknown layout",
        sections('sections:\n  - {title: "a", layout: "Carousel", points: ["y"]}\n'),
        1,
        "BD301 outline.yaml:4:5",
    ),
    outline("an unknown theme", sections(ONE + "deck: {theme: no-such-theme}\n"), 1, "BD606 outline.yaml:6:7"),
    outline(
        "a theme that leaves the folder",
        sections(ONE + "deck: {theme: ../../secret.yaml}\n"),
        1,
        "BD522 outline.yaml:6:7",
    ),
    outline("an unknown paper", sections(ONE + "brief: {paper: napkin}\n"), 1, "BD128 outline.yaml:6:16"),
    outline(
        "a table with rows of unequal length",
        sections('sections:\n  - title: "a"\n    table: {header: [a, b], rows: [[1], [1, 2, 3]]}\n'),
        1,
        "BD134 outline.yaml:5:36",
        "BD134 outline.yaml:5:41",
    ),
    outline(
        "a chart whose values are words",
        sections(
            'sections:\n  - title: "a"\n    chart: {kind: bar, categories: [a], series: [{name: x, values: [many]}]}\n'
        ),
        1,
        "BD135 outline.yaml:5:69",
    ),
    outline(
        "a chart of an unknown kind",
        sections(
            'sections:\n  - title: "a"\n    chart: {kind: radar, categories: [a], series: [{name: x, values: [1]}]}\n'
        ),
        1,
        "BD128 outline.yaml:5:19",
    ),
    outline(
        "a comparison of one",
        sections('sections:\n  - title: "a"\n    compare: [{label: x, points: [y]}]\n'),
        1,
        "BD133 outline.yaml:5:14",
    ),
    outline(
        "sections three levels deep",
        sections(
            'sections:\n  - title: "a"\n    sections:\n      - title: "b"\n        sections: [{title: "c", points: ["x"]}]\n'
        ),
        1,
        "BD123 outline.yaml:7:9",
    ),
    outline(
        "thirty faults",
        sections("".join(f'wrong{n}: "x"\n' for n in range(30)) + ONE),
        1,
        *[f"BD123 outline.yaml:{n}:1" for n in range(3, 23)],
        says="... and 10 more",
    ),
    # Paths
    outline(
        "a picture outside the folder",
        sections('sections:\n  - title: "a"\n    picture: {file: "../../etc/passwd", alt: "x"}\n'),
        1,
        "BD801 outline.yaml:5:14",
    ),
    outline(
        "a picture by its absolute path",
        sections('sections:\n  - title: "a"\n    picture: {file: "/etc/passwd", alt: "x"}\n'),
        1,
        "BD801 outline.yaml:5:14",
    ),
    outline(
        "a picture of the web",
        sections('sections:\n  - title: "a"\n    picture: {file: "https://example.invalid/x.png", alt: "x"}\n'),
        1,
        "BD803 outline.yaml:5:14",
    ),
    outline(
        "a picture that is not there",
        sections('sections:\n  - title: "a"\n    picture: {file: "leaf.png", alt: "x"}\n'),
        3,
        "BD802 outline.yaml:5:14",
    ),
    outline(
        "a picture that is a text",
        sections('sections:\n  - title: "a"\n    picture: {file: "leaf.png", alt: "x"}\n'),
        1,
        "BD821 outline.yaml:5:14",
        beside={"leaf.png": "hello"},
    ),
    outline(
        "a table of a file outside",
        sections('sections:\n  - title: "a"\n    table: {file: "/proc/self/environ"}\n'),
        1,
        "BD801 outline.yaml:5:12",
    ),
    outline(
        "a table of a device",
        sections('sections:\n  - title: "a"\n    table: {file: "/dev/zero"}\n'),
        1,
        "BD801 outline.yaml:5:12",
    ),
    outline(
        "a name of a file with a zero",
        sections('sections:\n  - title: "a"\n    picture: {file: "a\\0b.png", alt: "x"}\n'),
        3,
        "BD802 outline.yaml:5:14",
    ),
    outline("a note outside the folder", line('note: "../../../etc/passwd"'), 0, hides=("root:",)),
    # Characters
    outline("control characters", point(r'"They\x1b[31m eat\a light."'), 0),
    outline("markup", point("'<b>They</b> &amp; <img src=\"http://x.invalid\"/> ]]> eat.'"), 0, shows=("<b>They</b>",)),
    outline("bidi overrides", point('"They \u202eeat\u202c light."'), 0, remarks=("BD144 outline.yaml:5:9",)),
    outline(
        "a storm of combining marks",
        point('"Z' + "\u0335\u0321" * 500 + 'algo eats."'),
        0,
        remarks=("BD145 outline.yaml:5:9",),
    ),
    outline("line separators", point(r'"They\Leat\Plight\Nnow."'), 0),
)
