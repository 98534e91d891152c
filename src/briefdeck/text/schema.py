"""The JSON Schema of `outline.yaml`, from the table that loads it: editors complete and check with it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypeAlias, assert_never

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
    Text,
    TitleOrigin,
)
from briefdeck.text.outline_format import SHAPES

Json: TypeAlias = str | int | float | bool | list["Json"] | dict[str, "Json"] | None

# To an editor `12:30` may be a number and `no` a Boolean; to us both are the text that was typed.
_ANY_TEXT: Json = ["string", "number", "boolean"]
_BLANK: Json = {"type": "null"}
_RANGE = "[0-9]{1,7}( *[-–] *[0-9]{1,7})?"
_RANGES = f"^ *{_RANGE}( *, *{_RANGE})* *$"


def outline_schema() -> str:
    """The schema as JSON text (draft 2020-12)."""
    schema: Json = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "briefdeck outline",
        "description": "A note mapped into sections and points, from which briefdeck makes a deck and a brief.",
        "$ref": "#/$defs/outline",
        "$defs": {
            "lines": {
                "description": 'Lines of the note: 6, "6-8" or [6, 9].',
                "anyOf": [{"$ref": "#/$defs/line"}, {"type": "array", "items": {"$ref": "#/$defs/line"}}],
            },
            "line": {
                "anyOf": [
                    {"type": "integer", "minimum": 1, "maximum": MAX_LINE},
                    {"type": "string", "pattern": _RANGES},
                ]
            },
            **{_name(name): _shape(shape) for name, shape in SHAPES.items()},
        },
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _name(shape: str) -> str:
    return shape.replace(" ", "-")


def _shape(shape: Shape) -> Json:
    full: dict[str, Json] = {
        "type": "object",
        "properties": {name: _key(key) for name, key in shape.keys.items()},
        "required": [name for name, key in shape.keys.items() if key.required],
        "additionalProperties": False,
    }
    forms: list[Json] = [full]
    if shape.short:
        forms.append(_kind(Text()))
    if shape.pair:
        forms.append(_pair(shape))
    return full if len(forms) == 1 else {"anyOf": forms}


def _pair(shape: Shape) -> Json:
    """`word: "text"`, the word being none of the keys."""
    values = [_kind(shape.keys[key].kind) for key in shape.pair[1:]]
    return {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "propertyNames": {"not": {"enum": list(shape.keys)}},
        "additionalProperties": values[0] if len(values) == 1 else {"anyOf": list(values)},
    }


def _key(key: Key) -> Json:
    schema = _kind(key.kind)
    if not key.required:
        schema = {"anyOf": [schema, _BLANK]}
    return {"description": key.about, **schema}


def _kind(kind: Kind) -> dict[str, Json]:
    match kind:
        case Text():
            return {"type": _ANY_TEXT} if kind.may_be_empty else {"type": _ANY_TEXT, "pattern": "\\S"}
        case Pattern():
            return {"type": _ANY_TEXT, "pattern": f"^(?:{kind.regex})$"}
        case Identifier():
            return {"type": "string", "pattern": f"^{ID_REGEX}$"}
        case Choice():
            return {"enum": list(kind.words)}
        case Flag():
            return {"type": "boolean"}
        case Number():
            return {"type": "integer" if kind.whole else "number", "minimum": kind.low, "maximum": kind.high}
        case LineNumbers():
            return {"$ref": "#/$defs/lines"}
        case TitleOrigin():
            return {"anyOf": [{"enum": list(kind.words)}, {"$ref": "#/$defs/lines"}]}
        case ListOf():
            bounds: Mapping[str, Json] = {"minItems": kind.least, "maxItems": kind.most}
            given = {name: bound for name, bound in bounds.items() if bound}
            return {"type": "array", "items": _kind(kind.kind), **given}
        case One():
            return {"$ref": f"#/$defs/{_name(kind.shape)}"}
        case _:
            assert_never(kind)
