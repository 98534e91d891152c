"""YAML values to the values of the model, by a table of shapes; every problem is collected, none stops the reading."""

from __future__ import annotations

import re
from typing import Any, assert_never

from briefdeck.errors import Position, Problem, Severity, quoted
from briefdeck.text.blank import is_blank
from briefdeck.text.kinds import (
    ID_REGEX,
    MAX_LINE,
    Choice,
    Flag,
    Identifier,
    Key,
    Kind,
    LineNumbers,
    ListOf,
    Number,
    One,
    Pattern,
    Shape,
    Shapes,
    Text,
    TitleOrigin,
)
from briefdeck.text.yaml_values import YamlEntry, YamlList, YamlMap, YamlText, YamlValue

MAX_LINES = 10_000  # cited at one place

_ENOUGH = 500
"""Problems after which nothing is guessed any more."""
_LINES = ("note", "line", 'write the number of a line of the note: 6, "6-8" for a range, [6, 9] for several')
_COUNTED = {"keep": ("table", "row", 'count the rows from 1, the header left out: 2, "2-4", [1, 5]')}
"""What the numbers of a key count: of what, its parts, and how to write them; those of all other keys count lines."""


class ShapeReader:
    """Reads values and gathers problems. Where a value is wrong, None stands for it."""

    def __init__(self, shapes: Shapes) -> None:
        self.problems: list[Problem] = []
        self.ids: list[tuple[str, Position]] = []  # typed by the author, in order
        self._shapes = shapes

    def read(self, value: YamlValue, kind: Kind, key: str) -> object:
        """The value as the model wants it; `key` is its name for messages."""
        match kind:
            case One():
                return self._one(value, self._shapes[kind.shape], key)
            case ListOf():
                return self._list(value, kind, key)
            case LineNumbers():
                return self._lines(value, key)
            case TitleOrigin():
                return self._origin(value, kind, key)
            case Text() | Pattern() | Identifier() | Choice() | Flag() | Number():
                return self._scalar(value, kind, key)
            case _:
                assert_never(kind)

    def _scalar(self, value: YamlValue, kind: Text | Pattern | Identifier | Choice | Flag | Number, key: str) -> object:
        if not isinstance(value, YamlText):
            self._wrong_type(value, "a text", key)
            return None
        match kind:
            case Text():
                return self._text(value, kind, key)
            case Pattern():
                if re.fullmatch(kind.regex, value.text):
                    return value.text
                self._say(kind.code, f"`{key}` must be {kind.what}", value.at, f"for example {kind.example}")
                return None
            case Identifier():
                return self._identifier(value)
            case Choice():
                return self._choice(value, kind.words, key)
            case Flag():
                word = self._choice(value, ("true", "false"), key)
                return None if word is None else word == "true"
            case Number():
                return self._number(value, kind, key)
            case _:
                assert_never(kind)

    def _text(self, value: YamlText, kind: Text, key: str) -> str | None:
        text = value.text
        if not kind.many_lines and "\n" in text:
            text = re.sub(r"[ \t]*\n\s*", " ", text)
            self._say(
                "BD142", "the line breaks in this text are read as spaces", value.at, "write it as one line in quotes",
                severity=Severity.REMARK,
            )  # fmt: skip
        if not value.quoted and re.fullmatch("[“„].*[”“]", text):
            hint = 'to put a text in quotes, use the straight ones: "..."'
            self._say("BD143", "these quotation marks will be seen", value.at, hint, severity=Severity.REMARK)
        if kind.may_be_empty or not is_blank(text):
            return text
        self._say("BD125", f"`{key}` is empty", value.at, "write its text in quotes, or delete the line")
        return None

    def _identifier(self, value: YamlText) -> str | None:
        if re.fullmatch(ID_REGEX, value.text):
            self.ids.append((value.text, value.at))
            return value.text
        hint = "use letters a to z, digits, - and _, a letter first, 64 characters at most"
        self._say("BD129", f'"{quoted(value.text)}" cannot be an id', value.at, hint)
        return None

    def _choice(self, value: YamlText, words: tuple[str, ...], key: str) -> str | None:
        if value.text in words:
            return value.text
        meant = nearest(value.text, words)
        hint = (f"did you mean {meant}? " if meant else "") + f"use one of: {', '.join(words)}"
        self._say("BD128", f'`{key}` cannot be "{quoted(value.text)}"', value.at, hint)
        return None

    def _number(self, value: YamlText, kind: Number, key: str) -> int | float | None:
        form = r"\d{1,9}" if kind.whole else r"\d{1,9}(\.\d{1,9})?"
        if re.fullmatch(form, value.text, re.ASCII) and kind.low <= float(value.text) <= kind.high:
            return int(value.text) if kind.whole else float(value.text)
        what = "a whole number" if kind.whole else "a number"
        self._say(
            "BD139", f"`{key}` must be {what} from {kind.low} to {kind.high}", value.at, "write it without a unit"
        )
        return None

    # -- lines of the note

    def _origin(self, value: YamlValue, kind: TitleOrigin, key: str) -> tuple[str, tuple[int, ...]] | None:
        if isinstance(value, YamlText) and not re.match(r"\s*\d", value.text):
            word = self._choice(value, kind.words, key)
            return None if word is None else (word, ())
        lines = self._lines(value, key)
        return None if lines is None else ("line", lines)

    def _lines(self, value: YamlValue, key: str) -> tuple[int, ...] | None:
        items = value.items if isinstance(value, YamlList) else (value,)
        lines: list[int] = []
        for item in items:
            if not isinstance(item, YamlText):
                _, part, hint = _COUNTED.get(key, _LINES)
                self._say("BD127", f"`{key}` holds no {part} numbers", item.at, hint)
                return None
            for part in item.text.split(","):
                found = self._range(part.strip(), item.at, *_COUNTED.get(key, _LINES))
                if found is None:
                    return None
                lines += found
        if len(lines) > MAX_LINES:
            self._say("BD127", f"`{key}` names {len(lines):,} lines", value.at, "name the lines that say it, a few")
            return None
        return tuple(lines)

    def _range(self, text: str, at: Position, whole: str, part: str, hint: str) -> range | None:
        match = re.fullmatch(r"(\d{1,7})(?:\s*[-–]\s*(\d{1,7}))?", text, re.ASCII)
        if match is None:
            self._say("BD127", f'"{quoted(text)}" is no {part} of the {whole}', at, hint)
            return None
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= MAX_LINE or last > MAX_LINE:
            self._say("BD127", f"the {whole} has no {part} {quoted(text)}", at, f"{part}s are counted from 1")
            return None
        if last < first:
            self._say("BD127", f'"{quoted(text)}" runs backwards', at, f'write "{last}-{first}"')
            return None
        return range(first, min(last, first + MAX_LINES) + 1)

    # -- lists and things with keys

    def _list(self, value: YamlValue, kind: ListOf, key: str) -> tuple[Any, ...] | None:
        if isinstance(value, YamlText) and not value.text and not value.quoted:
            items: tuple[YamlValue, ...] = ()
        elif isinstance(value, YamlList):
            items = value.items
        else:
            self._wrong_type(value, "a list", key)
            return None
        if len(items) < kind.least or (kind.most is not None and len(items) > kind.most):
            bound = "exactly" if kind.least == kind.most else "at least" if len(items) < kind.least else "at most"
            count = kind.least if len(items) < kind.least else kind.most
            message = f"`{key}` needs {bound} {count}, and has {len(items)}"
            self._say("BD133", message, value.at, 'begin each on its own line with "- "')
            return None
        read = [self.read(item, kind.kind, key) for item in items]
        return tuple(item for item in read if item is not None)

    def _one(self, value: YamlValue, shape: Shape, key: str) -> object | None:
        value = self._spelled_out(value, shape)
        if not isinstance(value, YamlMap):
            begin = next((name for name, known in shape.keys.items() if known.required or name == shape.short), "")
            hint = f"write `{begin}:` and what it says" if begin else "write its keys below, indented by two spaces"
            if isinstance(value, YamlText) and is_blank(value.text):
                self._say("BD125", f"{shape.what} is missing here", value.at, f"{hint}, or delete the line")
            else:
                self._say("BD126", f"{shape.what} is needed here, not {_found(value)}", value.at, hint)
            return None
        before = len(self.problems)
        values: dict[str, Any] = {}
        meant = set()  # keys that were typed wrongly: they are not missing as well
        for name, entry in value.entries.items():
            if (known := shape.keys.get(name)) is None:
                meant.add(self._unknown_key(entry, shape))
            elif not _left_blank(entry.value, known):
                values[known.field or name] = self.read(entry.value, known.kind, name)
                if known.places and isinstance(entry.value, YamlList):
                    values[known.places] = tuple(item.at for item in entry.value.items)
        for name, known in shape.keys.items():
            if known.required and (known.field or name) not in values and name not in meant:
                self._say("BD124", f"{shape.what} needs `{name}`", value.at, f"`{name}`: {known.about}")
        if shape.check is not None and not meant - {""}:
            self.problems += shape.check(value, values)
        failed = any(problem.severity is Severity.ERROR for problem in self.problems[before:])
        return None if failed else shape.build(values, value.at)

    def _spelled_out(self, value: YamlValue, shape: Shape) -> YamlValue:
        """The full form of what may be written shorter: a bare text, or `word: "text"`."""
        if isinstance(value, YamlText) and shape.short and not is_blank(value.text):
            return YamlMap({shape.short: YamlEntry(shape.short, value.at, value)}, value.at)
        if not isinstance(value, YamlMap) or not shape.pair or len(value.entries) != 1:
            return value
        entry = next(iter(value.entries.values()))
        if entry.key in shape.keys or entry.key.casefold() in shape.keys:
            return value
        word, *others = shape.pair
        text = others[0] if isinstance(entry.value, YamlText) else others[-1]
        if isinstance(entry.value, YamlMap) or (isinstance(entry.value, YamlList) and len(others) == 1):
            return value
        # Labels begin with a capital, keys do not: "Form" is a label, "form" may be a slip of "from".
        if entry.key.islower() and (meant := nearest(entry.key, tuple(shape.keys))):
            message = f"`{quoted(entry.key)}` is read as the {word} of {shape.what}"
            self._say("BD140", message, entry.at, f"if you meant the key, write `{meant}`", severity=Severity.WARNING)
        name = YamlText(entry.key, entry.at, quoted=True)
        return YamlMap({word: YamlEntry(word, entry.at, name), text: YamlEntry(text, entry.at, entry.value)}, value.at)

    # -- saying what is wrong

    def _say(self, code: str, message: str, at: Position, hint: str = "", severity: Severity = Severity.ERROR) -> None:
        self.problems.append(Problem(code, message, at, hint, severity=severity))

    def _wrong_type(self, value: YamlValue, expected: str, key: str) -> None:
        hint = 'begin each item on its own line with "- "'
        if expected == "a text":
            hint = 'write one text in quotes; one with a ": " in it needs them'
        self._say("BD126", f"`{key}` must be {expected}, not {_found(value)}", value.at, hint)

    def _unknown_key(self, entry: YamlEntry, shape: Shape) -> str:
        """Says so; returns the key that was probably meant, or "" when none is near."""
        known = shape.hints.get(entry.key.casefold(), "")
        is_lost = len(self.problems) > _ENOUGH  # no outline: a guess for every key would take minutes
        advice = known if known or is_lost else nearest(entry.key, tuple(shape.keys))
        if advice in shape.keys:
            hint = f"did you mean `{advice}`?"
        elif advice:
            hint = advice
        else:
            homes = dict.fromkeys(other.what for other in self._shapes.values() if entry.key in other.keys)
            hint = f"`{quoted(entry.key)}` belongs to {' or '.join(list(homes)[:3])}; " if homes else ""
            hint += f"the keys here are: {', '.join(shape.keys)}"
        if _has_no_colon(entry):
            hint = 'a comma ends a text between { and }: put a text that holds one in quotes, "..."'
        self._say("BD123", f"{shape.what} has no key `{quoted(entry.key)}`", entry.at, hint)
        return advice if advice in shape.keys else ""


def _found(value: YamlValue) -> str:
    match value:
        case YamlText():
            return "a text"
        case YamlList():
            return "a list"
        case YamlMap():
            return "keys"
        case _:
            assert_never(value)


def _has_no_colon(entry: YamlEntry) -> bool:
    """Whether it became a key by standing between commas: `{say: Water, which is wet}`."""
    key, value = entry.at, entry.value
    blank = isinstance(value, YamlText) and not value.text and not value.quoted
    return blank and value.at.line == key.line and value.at.column == key.column + key.length


def nearest(word: str, words: tuple[str, ...]) -> str:
    """The one of the words that was probably meant, or "" when none is near."""
    from difflib import get_close_matches  # needed only when something is wrong

    lowered = {known.casefold(): known for known in words}
    found = get_close_matches(word.casefold(), lowered, n=1, cutoff=0.6)
    return lowered[found[0]] if found else ""


def _left_blank(value: YamlValue, key: Key) -> bool:
    """Whether the author left an optional key without a value: it counts as absent."""
    return not key.required and isinstance(value, YamlText) and is_blank(value.text)
