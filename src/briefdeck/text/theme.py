"""Themes, furniture and fallback fonts: YAML text to the values of `model/look`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from pathlib import PurePath
from string import Formatter
from typing import Any, cast, get_args

from briefdeck.errors import BriefdeckError, Position, Problem, Severity
from briefdeck.model.look import ColorRole, DeckFont, Face, Furniture, Ink, Shade, Theme
from briefdeck.text.kinds import Choice, Flag, Key, Kind, ListOf, Number, One, Pattern, Shape, Text
from briefdeck.text.shape_reader import ShapeReader
from briefdeck.text.yaml_reader import read_yaml
from briefdeck.text.yaml_values import YamlList, YamlMap, YamlText

_COLOR = Pattern("[0-9A-Fa-f]{6}", "BD601", "a colour of six hexadecimal digits", '"0F6B6B"')
_FILE = Pattern(r"[A-Za-z0-9][A-Za-z0-9_.-]*\.(ttf|otf)", "BD602", "the name of a font file", '"MySerif-Regular.ttf"')
_LARGEST = 400  # points

_COLORS: dict[ColorRole, str] = {
    "text": "what is read",
    "background": "what it stands on",
    "heading": "titles, and dark panels",
    "surface": "light panels",
    "accent1": "the first accent: rules, bullets, big numbers",
    "accent2": "the second accent",
    "accent3": "the bright one: on dark panels, never as text on the background",
    "accent4": "the fourth accent",
    "accent5": "the fifth accent",
    "accent6": "the sixth accent",
    "link": "links",
    "visited": "links that were followed",
}


# Pairs that are set on each other, and the contrast that WCAG 2.2 asks of them: 4.5 for text, 3 for what is seen.
_CONTRASTS: tuple[tuple[ColorRole, ColorRole, float], ...] = (
    ("text", "background", 4.5),
    ("text", "surface", 4.5),
    ("heading", "background", 4.5),
    ("accent1", "background", 4.5),
    ("accent2", "background", 4.5),
    ("accent4", "background", 4.5),
    ("accent5", "background", 4.5),
    ("accent6", "background", 3.0),
    ("link", "background", 4.5),
    ("visited", "background", 4.5),
)

_SHADES: dict[Shade, tuple[Ink, str]] = {
    "panel": (Ink("heading"), "the ground of the title, of questions and takeaways"),
    "deep": (Ink("accent1", darker=35), "the ground of sections and of the agenda"),
    "on_panel": (Ink("background"), "text on these grounds"),
    "dim": (Ink("surface"), "second text on these grounds"),
    "spark": (Ink("accent3"), "numbers and rules on these grounds"),
    "veil": (Ink("background", opacity=10), "cards on these grounds"),
    "tile": (Ink("accent1"), "discs"),
    "tile_deep": (Ink("accent1", darker=50), "discs"),
    "tile_spark": (Ink("accent3"), "discs, and the bar beside a quote"),
    "tile_warm": (Ink("accent2"), "discs"),
    "soft": (Ink("text", lighter=15), "text of the second level"),
    "quiet": (Ink("text", lighter=35), "footers and captions"),
}

_SHADE_CONTRASTS: tuple[tuple[Shade, Shade | ColorRole, float], ...] = (
    ("on_panel", "panel", 4.5),
    ("on_panel", "deep", 4.5),
    ("dim", "panel", 4.5),
    ("dim", "deep", 4.5),
    ("spark", "panel", 3.0),
    ("spark", "deep", 3.0),
    ("soft", "background", 4.5),
    ("soft", "surface", 4.5),
    ("quiet", "background", 4.5),
    ("quiet", "surface", 4.5),
)


def _check_contrasts(value: YamlMap, values: dict[str, Any]) -> Iterator[Problem]:
    """What is set on something must be seen there; colours that are no colours are problems already."""
    for role, ground, wanted in _CONTRASTS:
        if values.get(role) and values.get(ground):
            found = contrast(values[role], values[ground])
            if found < wanted:
                message = f"`{role}` can hardly be seen on `{ground}`: contrast {found:.1f}, needed {wanted}"
                hint = "make one of the two lighter or darker"
                yield Problem("BD607", message, value.entries[role].value.at, hint)


def _check_shades(value: YamlMap, values: dict[str, Any]) -> Iterator[Problem]:
    """The same for what stands on panels, in the theme's shades or the usual ones."""
    colors, own = values.get("colors"), values.get("shades") or {}
    if not colors or any(not color for color in colors.values()):
        return
    shades = {shade: own.get(shade) or usual for shade, (usual, _) in _SHADES.items()}
    for shade, ground, wanted in _SHADE_CONTRASTS:
        stands = _mixed(shades[shade], colors)
        under = _mixed(shades[ground], colors) if ground in shades else colors[ground]
        if (found := contrast(stands, under)) < wanted:
            message = f"`{shade}` can hardly be seen on `{ground}`: contrast {found:.1f}, needed {wanted}"
            at = next((value.entries[key].at for key in ("shades", "colors") if key in value.entries), value.at)
            yield Problem("BD607", message, at, f"give `{shade}` another colour under `shades:`")


def _mixed(ink: Ink, colors: Mapping[ColorRole, str]) -> str:
    """The colour of an ink as PowerPoint mixes it: made lighter or darker, its hue kept."""
    channels = (int(colors[ink.role][start : start + 2], 16) / 255 for start in (0, 2, 4))
    hue, light, strength = rgb_to_hls(*channels)
    light = (light * (1 - ink.lighter / 100) + ink.lighter / 100) * (1 - ink.darker / 100)
    return "".join(f"{round(part * 255):02X}" for part in hls_to_rgb(hue, light, strength))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours ("RRGGBB") as WCAG defines it, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    channels = (int(color[start : start + 2], 16) / 255 for start in (0, 2, 4))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _plain(values: dict[str, Any], at: Position) -> object:
    return values


def _fonts(kind: Kind) -> dict[str, Key]:
    return {
        "heading": Key(kind, "for titles and headings", required=True),
        "body": Key(kind, "for everything else", required=True),
    }


def _check_faces(value: YamlMap, values: dict[str, Any]) -> Iterator[Problem]:
    """Each role needs a face that serves every size, or small text would have none."""
    for role, faces in values.items():
        listed = value.entries[role].value
        whole = isinstance(listed, YamlList) and len(listed.items) == len(faces or ())
        if whole and all(face.from_size for face in faces):
            at = value.entries[role].at
            yield Problem("BD603", f"`{role}` has no face for the smallest sizes", at, "leave `from_size` off one face")


SHAPES = {
    "theme": Shape(
        "a theme",
        {
            "title": Key(Text(), "its name for people", required=True),
            "description": Key(Text(), "what it is good for, one sentence", required=True),
            "colors": Key(One("colors"), "the twelve colours", required=True),
            "deck": Key(One("deck"), "the fonts that the deck names", required=True),
            "brief": Key(One("brief"), "the font files of the brief", required=True),
            "paper": Key(One("colors"), "the twelve colours of the brief, where it has its own"),
            "shades": Key(One("shades"), "other colours for panels, discs and fainter text"),
            "leading": Key(Number(1, 2, whole=False), "line height of the slides' running text, 1 is the usual"),
        },
        _plain,
        check=_check_shades,
        hints={"colours": "colors"},
    ),
    "colors": Shape(
        "a set of colours",
        {role: Key(_COLOR, about, required=True) for role, about in _COLORS.items()},
        _plain,
        check=_check_contrasts,
    ),
    "shades": Shape(
        "a set of shades",
        {shade: Key(One("ink"), about) for shade, (_, about) in _SHADES.items()},
        _plain,
    ),
    "ink": Shape(
        "a colour of the theme",
        {
            "color": Key(Choice(get_args(ColorRole)), "which of the twelve", field="role", required=True),
            "lighter": Key(Number(0, 100), "per cent towards white"),
            "darker": Key(Number(0, 100), "per cent towards black"),
            "opacity": Key(Number(1, 100), "per cent"),
        },
        lambda values, _: Ink(**values),
        hints={"colour": "color"},
        one_line=True,
    ),
    "deck": Shape("a pair of deck fonts", _fonts(One("deck font")), _plain),
    "deck font": Shape(
        "a font of the deck",
        {
            "family": Key(Text(), "its name in PowerPoint", required=True),
            "metrics": Key(ListOf(Text(), least=1), "width tables to measure it with", required=True),
        },
        lambda values, _: DeckFont(**values),
    ),
    "brief": Shape("a set of brief fonts", _fonts(ListOf(One("face"), least=1)), _plain, check=_check_faces),
    "face": Shape(
        "a font file",
        {
            "file": Key(_FILE, "its name in assets/fonts", required=True),
            "bold": Key(Flag(), "serves bold text"),
            "italic": Key(Flag(), "serves italic text"),
            "from_size": Key(Number(0, _LARGEST, whole=False), "serves this size in points and larger ones"),
            "scale": Key(Number(1, 2, whole=False), "is set so many times as large as the text around it"),
        },
        lambda values, _: Face(**values),
    ),
    "fallbacks": Shape(
        "a list of fallbacks",
        {"fallbacks": Key(ListOf(One("face")), "font files for other scripts, the preferred first", required=True)},
        _plain,
    ),
}


def load_theme(text: str, file: str) -> Theme:
    """The theme in a file of `assets/themes`; its name is the file's. Raises BriefdeckError."""
    values = _load(text, file, "theme")
    return Theme(
        name=PurePath(file).stem,
        title=values["title"],
        description=values["description"],
        colors={role: values["colors"][role].upper() for role in get_args(ColorRole)},
        deck_fonts=values["deck"],
        brief_faces=values["brief"],
        paper={role: color.upper() for role, color in values.get("paper", {}).items()},
        shades={shade: ink._replace(shade=shade) for shade, ink in values.get("shades", {}).items()},
        leading=float(values.get("leading", 1.0)),
    )


def load_fallbacks(text: str, file: str) -> tuple[Face, ...]:
    """The faces for scripts that a theme's own fonts lack, in order of preference. Raises BriefdeckError."""
    return cast(tuple[Face, ...], _load(text, file, "fallbacks")["fallbacks"])


def load_furniture(text: str, file: str) -> Furniture:
    """The words of one language: a flat mapping from key to phrase; the language is the file's name.

    Raises BriefdeckError.
    """
    reading = read_yaml(text, file)
    problems = list(reading.problems)
    words: dict[str, str] = {}
    if isinstance(reading.value, YamlMap):
        for key, entry in reading.value.entries.items():
            if isinstance(entry.value, YamlText) and entry.value.text.strip():
                words[key] = entry.value.text
                problems += _check_phrase(entry.value)
            else:
                problems.append(Problem("BD604", f"`{key}` needs a phrase", entry.at, f'{key}: "..."'))
    else:
        problems.append(Problem("BD604", "no words here", Position(file, 1, 1), 'write one a line: agenda: "Agenda"'))
    _raise_errors(problems)
    return Furniture(lang=PurePath(file).stem, words=words)


def _check_phrase(phrase: YamlText) -> Iterator[Problem]:
    try:
        names = [name for _, name, _, _ in Formatter().parse(phrase.text) if name is not None]
    except ValueError:
        names = [""]
    if not all(name.isidentifier() for name in names):
        yield Problem("BD605", "a { or } stands alone", phrase.at, "write {name} for what is filled in, {{ for a brace")


def _load(text: str, file: str, shape: str) -> dict[str, Any]:
    reading = read_yaml(text, file)
    reader = ShapeReader(SHAPES)
    value = reading.value or YamlText("", Position(file, 1, 1))
    values = reader.read(value, One(shape), shape)
    _raise_errors([*reading.problems, *reader.problems])
    return cast(dict[str, Any], values)


def _raise_errors(problems: list[Problem]) -> None:
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise BriefdeckError(sorted(problems, key=lambda problem: problem.at))
