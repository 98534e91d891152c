"""The disk: what is missing, in the way, of another kind, or named in a way that few programs survive."""

from __future__ import annotations

import os
import socket
from pathlib import Path

from badinputs.case import Case

LESSON = "Plants\n\nPlants eat light.\nLeaves are green.\nRoots drink water.\n"
OUTLINE = 'version: "1"\ntitle: "A lesson"\nsections:\n  - title: "Plants"\n    points: ["They eat light."]\n'


def build(name: str, *typed: str, code: int, errors: tuple[str, ...] = (), **more: object) -> Case:
    """A build into dist/ from what `prepare` or `files` put there."""
    return Case(f"disk: {name}", ("build", *typed), code, errors, **more)  # type: ignore[arg-type]


def named(name: str) -> Case:
    """A note of an odd name is read like any other."""
    start = ("--", name) if name.startswith("-") else (name,)
    return Case(
        f"disk: a note named {ascii(name)[:40]}",
        ("build", "-o", "dist", *start),
        0,
        files={name: LESSON},
        shows=("Plants eat light",),
    )


def fifo(folder: Path) -> None:
    os.mkfifo(folder / "note.txt")


def listening(folder: Path) -> None:
    where = os.path.relpath(folder / "note.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(where)


def link(target: str, name: str = "note.txt") -> object:
    return lambda folder: (folder / name).symlink_to(target)


def folder_for_deck(folder: Path) -> None:
    (folder / "out" / "deck.pptx").mkdir(parents=True)


def fifo_for_deck(folder: Path) -> None:
    (folder / "out").mkdir()
    os.mkfifo(folder / "out" / "brief.pdf")


def linked_targets(folder: Path) -> None:
    (folder / "note.txt").write_text(LESSON)
    (folder / "out").mkdir()
    (folder / "out" / "deck.pptx").symlink_to("deck.pptx")


def huge(folder: Path) -> None:
    with (folder / "note.txt").open("wb") as file:
        file.truncate(3_000_000_000)


def foreign_journal(folder: Path) -> None:
    (folder / "note.txt").write_text(LESSON)
    (folder / "dist" / ".briefdeck-journal").write_text(
        '[["../note.txt", ".briefdeck-1-1.new", ".briefdeck-1-1.old", "", true]]\n"commit"\n'
    )


CASES: tuple[Case, ...] = (
    build(
        "a note that is not there",
        "nota.txt",
        "-o",
        "dist",
        code=3,
        errors=("BD501 nota.txt",),
        files={"note.txt": LESSON},
        says="did you mean note.txt?",
    ),
    build("an outline that is not there", "outline.yml", "-o", "dist", code=3, errors=("BD501 outline.yml",)),
    build("no outline at all", code=3, errors=("BD501 outline.yaml",)),
    build("a folder for a note", "dist", "-o", "dist", code=3, errors=("BD502 dist",)),
    build(
        "a folder named like an outline",
        "x.yaml",
        "-o",
        "dist",
        code=3,
        errors=("BD502 x.yaml",),
        prepare=lambda folder: (folder / "x.yaml").mkdir(),
    ),
    build(
        "a file where a folder should be",
        "note.txt/x.txt",
        "-o",
        "dist",
        code=3,
        errors=("BD504 note.txt/x.txt",),
        files={"note.txt": LESSON},
    ),
    build("a pipe for a note", "note.txt", "-o", "dist", code=3, errors=("BD502 note.txt",), prepare=fifo),
    build("a socket for a note", "note.txt", "-o", "dist", code=3, errors=("BD502 note.txt",), prepare=listening),
    build("a device that never ends", "/dev/zero", "-o", "dist", code=3, errors=("BD502 /dev/zero",)),
    build("a device that is empty", "/dev/null", "-o", "dist", code=3, errors=("BD502 /dev/null",)),
    build("a link to nothing", "note.txt", "-o", "dist", code=3, errors=("BD501 note.txt",), prepare=link("gone.txt")),
    build("a link to itself", "note.txt", "-o", "dist", code=3, errors=("BD504 note.txt",), prepare=link("note.txt")),
    build(
        "a link to a device", "note.txt", "-o", "dist", code=3, errors=("BD502 note.txt",), prepare=link("/dev/zero")
    ),
    build(
        "a file of three gigabytes",
        "note.txt",
        "-o",
        "dist",
        code=3,
        errors=("BD505 note.txt",),
        prepare=huge,
        seconds=5,
    ),
    build("a name of 300 bytes", "x" * 300 + ".txt", "-o", "dist", code=3, errors=("BD504",)),
    build("an empty name", "", "-o", "dist", code=3, errors=("BD502 .",)),
    named("my lesson (final).txt"),
    named('it\'s "quoted".txt'),
    named("\U0001f331 plants \U0001f468\u200d\U0001f33e.txt"),
    named("-rf.txt"),
    named("%s{0}$HOME.txt"),
    named("पौधे.txt"),
    named("new\nline.txt"),
    named("x" * 251 + ".txt"),
    named("é" * 125 + ".txt"),
    named("trailing space .txt"),
    named(".hidden"),
    named("no-suffix"),
    build(
        "a folder in the deck's place",
        "note.txt",
        "-o",
        "out",
        code=3,
        errors=("BD502 out/deck.pptx",),
        files={"note.txt": LESSON},
        prepare=folder_for_deck,
    ),
    build(
        "a pipe in the brief's place",
        "note.txt",
        "-o",
        "out",
        code=4,
        errors=("BD512 out/brief.pdf",),
        files={"note.txt": LESSON},
        prepare=fifo_for_deck,
    ),
    build(
        "a file in the folder's place",
        "note.txt",
        "-o",
        "note.txt",
        code=4,
        errors=("BD512 note.txt/deck.pptx",),
        files={"note.txt": LESSON},
    ),
    build(
        "a link in a circle in the deck's place",
        "note.txt",
        "-o",
        "out",
        code=4,
        errors=("BD512 out/deck.pptx",),
        prepare=linked_targets,
    ),
    build(
        "a folder that cannot be made",
        "note.txt",
        "-o",
        "/proc/briefdeck/out",
        code=4,
        errors=("BD513",),
        files={"note.txt": LESSON},
    ),
    build(
        "a folder whose name is too long",
        "note.txt",
        "-o",
        "x" * 300,
        code=4,
        errors=("BD512",),
        files={"note.txt": LESSON},
    ),
    build(
        "a name that is a path", "note.txt", "--name", "../up", code=4, errors=("BD514",), files={"note.txt": LESSON}
    ),
    build(
        "a name of 200 characters",
        "note.txt",
        "--name",
        "x" * 200,
        code=4,
        errors=("BD514",),
        files={"note.txt": LESSON},
    ),
    build(
        "a name that Windows keeps for itself",
        "note.txt",
        "--name",
        "aux",
        code=4,
        errors=("BD514",),
        files={"note.txt": LESSON},
    ),
    build(
        "a name that ends with a dot",
        "note.txt",
        "--name",
        "lesson.",
        code=4,
        errors=("BD514",),
        files={"note.txt": LESSON},
    ),
    build(
        "a name with turned letters",
        "note.txt",
        "--name",
        "a\u202egpj",
        code=4,
        errors=("BD514",),
        files={"note.txt": LESSON},
    ),
    build(
        "a deck of somebody else",
        "note.txt",
        "-o",
        "out",
        code=4,
        errors=("BD516 out/deck.pptx",),
        files={"note.txt": LESSON, "out/deck.pptx": b"homework"},
    ),
    build(
        "a brief of somebody else",
        "note.txt",
        "-o",
        "out",
        code=4,
        errors=("BD516 out/brief.pdf",),
        files={"note.txt": LESSON, "out/brief.pdf": b"homework"},
    ),
    build(
        "a journal of somebody else",
        "note.txt",
        "-o",
        "dist",
        code=0,
        prepare=foreign_journal,
        shows=("Plants eat light",),
    ),
    Case(
        "disk: an outline of somebody's own",
        ("outline", "note.txt"),
        4,
        ("BD515 outline.yaml",),
        files={"note.txt": LESSON, "outline.yaml": OUTLINE},
    ),
    Case("disk: nothing to verify", ("verify", "nowhere"), 3, ("BD501 nowhere",)),
    Case(
        "disk: a deck that is none",
        ("verify", "out"),
        1,
        ("BD400", "BD406"),
        files={"out/deck.pptx": b"homework", "out/brief.pdf": b"homework"},
    ),
    Case(
        "disk: empty finished files",
        ("verify", "out"),
        1,
        ("BD400", "BD406"),
        files={"out/deck.pptx": b"", "out/brief.pdf": b""},
    ),
    Case("disk: a command that is none", ("biuld",), 2, ("BD530",), says="build"),
    Case("disk: an option that is none", ("build", "--thme", "dark"), 2, ("BD530",), says="--theme"),
    Case("disk: a size that is none", ("build", "--max-size", "lots"), 2, ("BD530",)),
)
