"""Pictures, tables and charts from files: what is not there, not what it says it is, too large, or written otherwise."""

# ruff: noqa: E501 (one row a line)

from __future__ import annotations

from pathlib import Path

from badinputs.case import Case, outline, sections
from text import pictures

PLANTS = "sections:\n  - title: \"Plants\"\n    points: ['They eat light.']\n"
GOOD = pictures.saved(kind="JPEG")


def shown(file: str = "leaf.jpg") -> str:
    """An outline whose sixth line names a picture."""
    return sections(f'{PLANTS}    picture: {{file: "{file}", alt: "A leaf"}}\n')


def tabled(file: str = "t.csv") -> str:
    return sections(f'{PLANTS}    table: {{file: "{file}"}}\n')


def drawn(kind: str = "bar", file: str = "t.csv") -> str:
    return sections(f'{PLANTS}    chart: {{kind: {kind}, file: "{file}"}}\n')


def inline(kind: str, categories: str, values: str) -> str:
    text = f'chart: {{kind: {kind}, categories: [{categories}], series: [{{name: "s", values: [{values}]}}]}}'
    return sections(f"{PLANTS}    {text}\n")


def picture(name: str, data: bytes, code: int, *errors: str, file: str = "leaf.jpg", **more: object) -> Case:
    return outline(f"picture: {name}", shown(file), code, *errors, beside={file: data}, **more)


def csv(name: str, data: bytes, code: int, *errors: str, text: str = "", **more: object) -> Case:
    return outline(f"csv: {name}", text or tabled(), code, *errors, beside={"t.csv": data}, **more)


def linked(folder: Path) -> None:
    (folder / "leaf.jpg").symlink_to("/etc/hostname")


def around(folder: Path) -> None:
    (folder / "leaf.jpg").symlink_to("leaf.jpg")


def as_folder(folder: Path) -> None:
    (folder / "leaf.jpg").mkdir()


AT, CSV = "outline.yaml:6:14", "t.csv"

CASES: tuple[Case, ...] = (
    # Pictures
    picture("a photograph", GOOD, 0, shows=("They eat light",)),
    picture("CMYK", pictures.saved("CMYK", kind="JPEG"), 0, shows=("They eat light",)),
    picture("16 bits", pictures.saved("I;16"), 0, shows=("They eat light",)),
    picture("on its side", pictures.turned(), 0, shows=("They eat light",)),
    picture("PNG named .jpg", pictures.saved(), 0, shows=("They eat light",)),
    picture("animated", pictures.animated(), 0, remarks=(f"BD824 {AT}",), shows=("They eat light",)),
    picture("empty", b"", 1, f"BD820 {AT}"),
    picture("a web page named .jpg", pictures.HTML, 1, f"BD820 {AT}"),
    picture("SVG", pictures.SVG, 1, f"BD820 {AT}", file="leaf.svg"),
    picture("HEIC", pictures.HEIC, 1, f"BD820 {AT}", file="leaf.heic"),
    picture("PDF", b"%PDF-1.7\n", 1, f"BD820 {AT}"),
    picture("words", b"a leaf", 1, f"BD821 {AT}"),
    picture("truncated", GOOD[:600], 1, f"BD822 {AT}"),
    picture("truncated PNG", pictures.saved()[:-40], 1, f"BD822 {AT}"),
    picture("900 megapixels", pictures.huge_png(), 1, f"BD823 {AT}", apart=True, megabytes=900),
    picture("900 megapixels of JPEG", pictures.huge_jpeg(), 1, f"BD823 {AT}", apart=True, megabytes=900),
    picture("a hair", pictures.saved(size=(900, 2)), 1, f"BD823 {AT}"),
    outline("picture: missing", shown(), 3, f"BD802 {AT}"),
    outline("picture: a folder", shown(), 3, f"BD802 {AT}", prepare=as_folder),
    outline("picture: a link to itself", shown(), 3, f"BD802 {AT}", prepare=around),
    outline("picture: a link to outside", shown(), 1, f"BD801 {AT}", prepare=linked),
    outline("picture: outside", shown("../../../../../etc/hostname"), 1, f"BD801 {AT}"),
    outline("picture: from the root", shown("/etc/hostname"), 1, f"BD801 {AT}"),
    outline("picture: an address", shown("https://example.org/leaf.jpg"), 1, f"BD803 {AT}"),
    outline("picture: a long name", shown("x" * 5000), 3, f"BD802 {AT}"),
    outline("logo: missing", sections('logo: "logo.png"\n' + PLANTS), 3, "BD802 outline.yaml:1:1"),
    # Tables
    csv("a table", b"Plant;Height\nFern;30\n", 0, shows=("Fern",)),
    csv("in UTF-16", "Plant\tHeight\nFärn\t30\n".encode("utf-16"), 0, shows=("Färn",)),
    csv("in Windows-1252", "Plant;Height\nFärn;30\n".encode("cp1252"), 0, remarks=(f"BD206 {CSV}:2:2",), shows=("Färn",)),
    csv("ragged", b"a,b\n1\n2,3\n4,5,6\n", 1, f"BD814 {CSV}:2", f"BD814 {CSV}:4"),
    csv("a quote left open", b'a,b\n"1,2\n', 1, f"BD813 {CSV}:2"),
    csv("a quote that swallows the file", b'a,b\n1,"' + b"x" * 200_000 + b'"\n', 1, f"BD813 {CSV}:2", says="more than 131,072 characters"),
    csv("empty", b"", 1, f"BD811 {CSV}"),
    csv("only a header", b"a,b\n", 1, f"BD811 {CSV}"),
    csv("a spreadsheet", b"PK\x03\x04" + bytes(40), 1, f"BD810 {CSV}"),
    csv("zero bytes", b"a,b\n1,\x002\n", 1, f"BD202 {CSV}:2"),
    csv("too long", b"a,b\n" + b"1,2\n" * 5000, 1, f"BD812 {CSV}"),
    outline("csv: missing", tabled(), 3, "BD802 outline.yaml:6:12"),
    # Charts
    csv("a chart", b"Plant;Height\nFern;1.003,5\nMoss;2\n", 0, text=drawn(), shows=("They eat light",)),
    csv("text for a number", b"Plant,Height\nFern,tall\n", 1, f"BD816 {CSV}:2", text=drawn()),
    csv("a unit behind a number", b"Plant,Height\nFern,30 cm\nMoss,2\n", 1, f"BD816 {CSV}:2", text=drawn()),
    csv("one column", b"Plant\nFern\n", 1, f"BD815 {CSV}:1", text=drawn()),
    csv("gaps", b"Plant,Height\nFern,\nMoss,2\n", 0, text=drawn("line"), shows=("They eat light",)),
    csv("nothing but gaps", b"Plant,Height\nFern,\nMoss,\n", 1, "BD312 outline.yaml:6:12", text=drawn()),
    csv("too many bars", b"Plant,Height\n" + b"".join(b"p%d,%d\n" % (n, n) for n in range(90)), 1, "BD312 outline.yaml:6:12", text=drawn()),
    csv("too many series", b"P," + b",".join(b"s%d" % n for n in range(9)) + b"\nx" + b",1" * 9 + b"\n", 1, "BD312 outline.yaml:6:12", text=drawn("line")),
    outline("chart: a pie below zero", inline("pie", "a, b", "3, -1"), 1, "BD312 outline.yaml:6:12"),
    outline("chart: a pie of nothing", inline("pie", "a, b", "0, 0"), 1, "BD312 outline.yaml:6:12"),
    outline("chart: stacked below zero", inline("stacked", "a, b", "3, -1"), 1, "BD312 outline.yaml:6:12"),
    outline("chart: numbers in two ways", inline("bar", "a, b", '"1,5", "1.234,5"'), 0, shows=("They eat light",)),
    outline("chart: no number", inline("bar", "a, b", '"1.2.3", 4'), 1, "BD310 outline.yaml:6:12"),
    outline("chart: per cent and not", inline("bar", "a, b", '"12 %", 4'), 1, "BD311 outline.yaml:6:12"),
    outline("chart: very long names", inline("column", ", ".join(f"{'Extraordinarily' * 6}{n}" for n in range(6)), "1, 2, 3, 4, 5, 6"), 0, shows=("Extraordinarily",)),
    outline("chart: all alike", inline("line", "a, b, c", "7, 7, 7"), 0, shows=("They eat light",)),
    outline("chart: 5,000 digits", inline("column", "a, b", '"' + "9" * 5000 + '", 4'), 1, "BD310 outline.yaml:6:12"),
    picture("half a WebP", b"RIFF\x10\0\0\0WEBPVP8 ", 1, f"BD822 {AT}", file="leaf.webp"),
    outline("picture: on another machine", shown("\\\\\\\\server\\\\share\\\\leaf.png"), 1, f"BD803 {AT}"),
    outline("chart: enormous", inline("column", "a, b", '"9e9", 4'.replace("9e9", "9" * 60)), 0, shows=("They eat light",)),
)  # fmt: skip
