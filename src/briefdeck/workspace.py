"""What lies where on the disk: the paths of a project, and what is read from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefdeck import note_files
from briefdeck.errors import BriefdeckError, InputUnreadable, OutputUnwritable, Position, Problem, Severity
from briefdeck.files import interrupted, read_bytes
from briefdeck.interrupts import uninterrupted
from briefdeck.model.limits import LIMITS, Limits
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

if TYPE_CHECKING:
    from briefdeck.assets import ThemeFile
    from briefdeck.model.identity import Identity
    from briefdeck.model.media import Media
    from briefdeck.model.outline import Outline
    from briefdeck.pipeline import TemplateFile
    from briefdeck.verify.outside import Answers
    from briefdeck.verify.report import Report

OUTLINE_NAME = "outline.yaml"
ALSO_FILES = ("slides.pdf", "handout.pdf")
_OUTLINE_SUFFIXES = (".yaml", ".yml", ".json")


class Source(NamedTuple):
    """An outline ready to build, and where it came from."""

    outline: Outline
    remarks: tuple[Problem, ...]
    outline_path: Path | None  # None: mapped from a note in memory
    note_paths: tuple[Path, ...]  # several when they were joined; none: the outline names no note, or it is gone
    media: Mapping[str, Media] = MappingProxyType({})  # the pictures that the outline names


def targets(folder: Path, name: str) -> dict[str, Path]:
    """Give the paths of the two files: `deck.pptx` and `brief.pdf`, or both by the given name."""
    return {
        "deck": folder / f"{name or 'deck'}.pptx",
        "brief": folder / f"{name or 'brief'}.pdf",
    }


def also_target(folder: Path, name: str, file: str) -> Path:
    """Give the path of what is made beside the two: by its usual file name, with the given name before it."""
    return folder / (f"{name}-{file}" if name else file)


def earlier_files(folder: Path, name: str, made: Iterable[Path], build: str) -> tuple[Problem, ...]:
    """Say which PDFs beside the two come from another build and were not made again."""
    found = [
        path
        for file in ALSO_FILES
        if (path := also_target(folder, name, file)) not in made and path.is_file() and not _is_of_build(path, build)
    ]
    return tuple(
        Problem(
            "BD523",
            f"{path.name} is from an earlier build and was not made again",
            Position(str(path)),
            f"add --also {path.stem.rpartition('-')[2]} to make it again, or delete it",
            severity=Severity.REMARK,
        )
        for path in found
    )


def _is_of_build(path: Path, build: str) -> bool:
    try:
        return build.encode() in read_bytes(path, "file")  # it stands in the open, in the PDF's properties
    except InputUnreadable:  # nobody has just written what nobody may read
        return False


_RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
)
"""Names that Windows keeps for devices, whatever comes after the first dot."""


def check_name(name: str) -> None:
    """Raise when a name for the files is a path or cannot be a file name everywhere."""
    if not name:
        return
    is_path = name in (".", "..") or bool(set(name) & set('/\\:*?"<>|'))
    is_odd = not name.isprintable() or name[-1] in ". " or name.split(".", maxsplit=1)[0].strip().lower() in _RESERVED
    if is_path or is_odd or len(name.encode()) > 120:
        hint = "use a plain name without folders, at most 120 bytes, for example --name sochi"
        raise OutputUnwritable([Problem("BD514", f"“{name}” cannot be a file name everywhere", hint=hint)])


def default_folder(source: Path) -> Path:
    """Give `dist` for ./outline.yaml, `dist/<its name>` for anything else."""
    return Path("dist") if source in (Path(OUTLINE_NAME), note_files.STANDARD_INPUT) else Path("dist") / source.stem


def is_outline(path: Path) -> bool:
    """Tell an outline from a note by its name."""
    return path.suffix.lower() in _OUTLINE_SUFFIXES


def read_source(
    path: Path, *, lang: str = "", encoding: str = "", allowed: Sequence[Path] = (), limits: Limits = LIMITS
) -> Source:
    """Load an outline with the files that it names, or map a note in memory. Its problems are raised together.

    `allowed` are folders that such files may lie in, beside the outline's own.
    """
    return _from_outline(path, allowed) if is_outline(path) else _from_note(path, lang, encoding, limits)


def _from_note(path: Path, lang: str, encoding: str, limits: Limits) -> Source:
    return from_notes((path,), lang, encoding, limits)


def from_notes(paths: tuple[Path, ...], lang: str = "", encoding: str = "", limits: Limits = LIMITS) -> Source:
    """Map a note, or several as one, in memory."""
    from briefdeck.pipeline import map_notes

    mapped = map_notes(
        note_files.read_sources(paths), lang=lang, encoding=encoding, limits=limits, beside=note_files.picture_beside
    )
    outline = replace(mapped.outline, note=note_files.named(paths, paths[0].parent))
    source = Source(outline, mapped.remarks, outline_path=None, note_paths=paths)
    if not mapped.pictures:
        return source
    from briefdeck.text.attached import attach

    attached = attach(outline, mapped.pictures)
    return source._replace(media=attached.media, remarks=(*mapped.remarks, *attached.remarks))


def _from_outline(path: Path, allowed: Sequence[Path]) -> Source:
    from briefdeck.attached_files import read_attached
    from briefdeck.text.outline import load_outline

    text = decode_yaml(read_bytes(path, "outline"), path)
    outline, remarks = load_outline(text, str(path))
    notes = note_files.found(outline.note, path.parent)
    remarks = (*remarks, *_note_changed(outline, notes, path))
    attached = read_attached(outline, path, allowed)
    if attached is None:
        return Source(outline, remarks, outline_path=path, note_paths=notes)
    return Source(attached.outline, (*remarks, *attached.remarks), path, notes, attached.media)


def decode_yaml(data: bytes, path: Path) -> str:
    """Decode an outline or a theme: UTF-8, with or without a byte order mark, or UTF-16 with one."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace").split("\n")
        raise BriefdeckError(
            [
                Problem(
                    "BD120",
                    f"byte 0x{data[error.start]:02X} is not {encoding.removesuffix('-sig').upper()} text",
                    Position(str(path), len(before), len(before[-1]) + 1),
                    "save the file as UTF-8 in your editor",
                )
            ]
        ) from None


def _note_changed(outline: Outline, notes: tuple[Path, ...], outline_path: Path) -> tuple[Problem, ...]:
    if not notes or not outline.digest or note_files.digest(notes) == outline.digest:
        return ()
    note_path = " ".join(map(str, notes))
    return (
        Problem(
            "BD521",
            f"the note {note_path} has changed since this outline was mapped",
            Position(str(outline_path)),
            f"build uses the outline as it is; to bring the changes in: {update_command(notes, outline_path)}",
            severity=Severity.REMARK,
        ),
    )


def theme_files(order_theme: str, read: Source) -> dict[str, ThemeFile]:
    """Read the themes that are named by path: on the command line from here, in the outline from its folder."""
    found = {order_theme: Path(order_theme)} if _is_path(order_theme) else {}
    if not order_theme and read.outline_path is not None:
        for setting in (read.outline.deck, read.outline.brief):
            if _is_path(setting.theme):
                found[setting.theme] = _inside(setting.theme, read.outline_path, setting.at)
    return {name: _theme_file(path) for name, path in found.items()}


def template_file(given: Path | None, read: Source, allowed: Sequence[Path] = ()) -> TemplateFile | None:
    """Read the template: the one given on the command line, else the one that the outline names.

    That one lies in the outline's folder or in one of those `allowed`.
    """
    from briefdeck.pipeline import TemplateFile

    path = given
    setting = read.outline.deck
    if path is None and setting.template and read.outline_path is not None:
        path = _inside(setting.template, read.outline_path, setting.at, allowed)
    return TemplateFile(read_bytes(path, "template"), str(path)) if path else None


def _is_path(theme: str) -> bool:
    return theme.endswith((".yaml", ".yml"))


def _theme_file(path: Path) -> ThemeFile:
    from briefdeck.assets import ThemeFile

    return ThemeFile(decode_yaml(read_bytes(path, "theme"), path), str(path))


def _inside(name: str, outline_path: Path, at: Position, allowed: Sequence[Path] = ()) -> Path:
    """A file that an outline names: beside it, in a folder below, or in one that is allowed."""
    folder = outline_path.parent
    path = folder / PurePosixPath(name)
    if note_files.is_elsewhere(name) or not any(
        path.resolve().is_relative_to(home.resolve()) for home in (folder, *allowed)
    ):
        hint = "copy the file into the outline's folder and name it from there"
        raise BriefdeckError([Problem("BD522", f"{name} lies outside the outline's folder", at, hint)])
    return path


def update_command(note_paths: Sequence[Path], outline_path: Path) -> str:
    """What to type to bring the changes of notes into their outline."""
    import shlex

    words = ["briefdeck", "outline", *map(str, note_paths), "--update"]
    if len(note_paths) > 1:
        words.append("--join")
    if outline_path != Path(OUTLINE_NAME):
        words += ["-o", str(outline_path)]
    return shlex.join(words)


def mapping_base(outline_path: Path) -> Path:
    """Where the outline as it was last mapped is kept: what an edited one is told from."""
    return outline_path.parent / ".briefdeck" / outline_path.name


def check_folder(
    folder: Path,
    name: str,
    outline_path: Path | None,
    note_path: Path | None,
    allowed: Sequence[Path] = (),
    *,
    ask: Callable[[bytes | None, bytes | None], Answers] | None = None,
) -> Report:
    """Read the finished files back, find their outline and note through them, and verify them.

    The files that the outline names may also lie in the `allowed` folders; `ask` asks the programs of others.
    """
    from briefdeck.assets import read_look
    from briefdeck.build_id import source_digest
    from briefdeck.verify import verify
    from briefdeck.verify.identity import read_identity

    with uninterrupted():  # an interrupt amid the import of pikepdf would abort the process
        import briefdeck.verify.brief_reader  # noqa: F401

    paths = targets(folder, name)
    also = [also_target(folder, name, file) for file in ALSO_FILES]
    stopped = interrupted(folder)
    missing = [path for path in paths.values() if not path.exists()]
    if len(missing) == len(paths):
        if stopped:
            raise InputUnreadable(stopped)
        hint = "run `briefdeck build` first, or name the folder that holds deck.pptx and brief.pdf"
        raise InputUnreadable(
            [Problem("BD501", "there is nothing to verify here", Position(str(missing[0].parent)), hint)]
        )
    deck = read_bytes(paths["deck"], "deck") if paths["deck"] not in missing else None
    brief = read_bytes(paths["brief"], "brief") if paths["brief"] not in missing else None
    identity = read_identity(deck, brief)
    outline_path = outline_path or _named_outline(folder, identity.outline)
    notes = (note_path,) if note_path else note_files.found(identity.note, folder)
    source = _source_to_compare(outline_path, notes, allowed)
    note = note_files.read_note_files(notes, source.outline.encoding if source else "")[0] if notes else None
    lang = source.outline.lang if source else identity.lang
    slides, handout = (read_bytes(each, "PDF") if each.is_file() else None for each in also)
    furniture = read_look("", lang).furniture
    again = _again(source, identity, brief, folder, allowed)
    report = verify(
        deck,
        brief,
        source.outline if source else None,
        note,
        furniture,
        slides=slides,
        handout=handout,
        source=source_digest(source.outline) if source else None,
        again=again,
        answers=ask(deck, brief) if ask else None,
    )
    return replace(report, unreadable=(*stopped, *report.unreadable), title=identity.title, lang=lang)


def _again(
    source: Source | None, identity: Identity, brief: bytes | None, folder: Path, allowed: Sequence[Path]
) -> tuple[bytes | None, bytes | None] | None:
    if source is None:
        return None
    from briefdeck.rebuilding import built_again

    return built_again(source, identity, brief, folder, allowed)


def _source_to_compare(outline_path: Path | None, notes: tuple[Path, ...], allowed: Sequence[Path]) -> Source | None:
    """The outline to hold the files against: the file, or the note mapped again when it was built from the note."""
    if outline_path is not None:
        return read_source(outline_path, allowed=allowed)
    return from_notes(notes) if notes else None


def _named_outline(folder: Path, path: str) -> Path | None:
    """The outline that a finished file names, when it is still there."""
    found = note_files.named_file(path, folder) if path else None
    return found if found and is_outline(found) else None
