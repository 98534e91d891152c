"""The files that come with briefdeck: themes, words, fonts. Besides the command line, only this module opens files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from briefdeck.errors import NOWHERE, BriefdeckError, Position, Problem, UsageError
from briefdeck.model.look import Face, Furniture, Look, Theme, font_source
from briefdeck.named import NamedTuple

DEFAULT_THEME = "default"
FALLBACK_LANGUAGE = "en"


class ThemeFile(NamedTuple):
    """A theme of the user's own: the text of its file, and where that is."""

    text: str
    file: str


def read_look(
    theme: str | ThemeFile = "", lang: str = FALLBACK_LANGUAGE, *, on_paper: bool = False, at: Position = NOWHERE
) -> Look:
    """The look of that theme ("" is the default one), with the words of that language or of the nearest there is.

    On paper a theme may have colours of its own. `at` is where the theme is named, for the problem. Raises UsageError
    for a theme that does not exist, BriefdeckError for one that cannot be read.
    """
    from briefdeck.east_asian import east_asian_faces
    from briefdeck.text.theme import load_theme

    found = theme if isinstance(theme, ThemeFile) else _shipped(theme, at)
    loaded = load_theme(*found)
    _check_fonts(loaded, found.file)
    return Look(
        theme=loaded._replace(colors=loaded.paper) if on_paper and loaded.paper else loaded,
        furniture=read_furniture(lang),
        fonts=_font_library(),
        fallbacks=(*_fallbacks(), *(east_asian_faces(lang) if on_paper else ())),
    )


def with_east_asian_fonts(look: Look, lang: str) -> Look:
    """A look for the screen with the fonts of this machine that its pages take on paper."""
    from briefdeck.east_asian import east_asian_faces

    return look._replace(fallbacks=(*look.fallbacks, *east_asian_faces(lang)))


def _shipped(name: str, at: Position = NOWHERE) -> ThemeFile:
    files = _theme_files()
    name = name or DEFAULT_THEME
    if name not in files:
        from difflib import get_close_matches

        close = get_close_matches(name, files, 1)
        hint = f"did you mean {close[0]}? " if close else ""
        hint += f"the themes are: {', '.join(files)}; or give the path of a theme file of your own"
        raise UsageError([Problem("BD606", f'there is no theme "{name}"', at, hint)])
    return ThemeFile(files[name].read_text(encoding="utf-8"), str(files[name]))


def _check_fonts(theme: Theme, file: str) -> None:
    fonts = _font_library()
    tables = {f"widths/{table}-regular.json": table for font in theme.deck_fonts.values() for table in font.metrics}
    files = {face.file: face.file for faces in theme.brief_faces.values() for face in faces}
    if lacking := [name for path, name in {**tables, **files}.items() if path not in fonts]:
        message = f"the theme names fonts that are not there: {', '.join(lacking)}"
        hint = f"put them in {_folder() / 'fonts'}, or name others"
        raise BriefdeckError([Problem("BD608", message, Position(file), hint)])


def theme_names() -> tuple[str, ...]:
    """The themes there are: the files of `assets/themes`, the default first."""
    return tuple(_theme_files())


def read_furniture(lang: str) -> Furniture:
    """The words for a language (BCP 47): its own, else of its base language, else English.

    A phrase that a translation lacks is English.
    """
    from briefdeck.text.theme import load_furniture

    files = {path.stem.casefold(): path for path in _files("furniture")}
    parts = lang.casefold().replace("_", "-").split("-")
    tags = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
    chosen = next((files[tag] for tag in tags if tag in files), files[FALLBACK_LANGUAGE])
    english, own = (
        load_furniture(path.read_text(encoding="utf-8"), str(path)) for path in (files[FALLBACK_LANGUAGE], chosen)
    )
    return Furniture(lang=own.lang, words={**english.words, **own.words})


class _FontLibrary(Mapping[str, bytes]):
    """Fonts and width tables by their path within `assets/fonts`, read on first use and kept.

    A key of `font_key` is a font that was found elsewhere on this machine.
    """

    def __init__(self, folder: Path) -> None:
        self._paths = {
            path.relative_to(folder).as_posix(): path
            for path in sorted(folder.rglob("*"))
            if path.suffix in (".ttf", ".otf", ".json")
        }
        self._read: dict[str, bytes] = {}

    def __getitem__(self, name: str) -> bytes:
        file = font_source(name).file
        if file not in self._read:
            self._read[file] = (Path(file) if file != name else self._paths[name]).read_bytes()
        return self._read[file]

    __hash__ = object.__hash__  # there is one for each folder, and what it holds never changes

    def __eq__(self, other: object) -> bool:
        return self is other

    def __contains__(self, name: object) -> bool:
        return name in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


@cache
def _font_library() -> _FontLibrary:
    return _FontLibrary(_folder() / "fonts")


@cache
def _fallbacks() -> tuple[Face, ...]:
    from briefdeck.text.theme import load_fallbacks

    path = _folder() / "fonts" / "fallbacks.yaml"
    return load_fallbacks(path.read_text(encoding="utf-8"), str(path))


@cache
def _folder() -> Path:
    """Beside the package when installed, at the top of the repository in a checkout."""
    here = Path(__file__).resolve().parent
    for folder in (here / "assets", here.parent.parent / "assets"):
        if (folder / "themes").is_dir():
            return folder
    raise AssertionError(f"the assets are missing beside {here}: the installation is broken")


def _files(kind: str) -> list[Path]:
    return sorted((_folder() / kind).glob("*.yaml"))


def _theme_files() -> dict[str, Path]:
    files = {path.stem: path for path in _files("themes")}
    return dict(sorted(files.items(), key=lambda item: (item[0] != DEFAULT_THEME, item[0])))
