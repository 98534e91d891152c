"""The JSON Schema says what the loader does."""

import json

import jsonschema
import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from briefdeck.errors import BriefdeckError
from briefdeck.model import outline as model
from briefdeck.model.values import field_names, is_place
from briefdeck.text.outline import dump_outline, load_outline
from briefdeck.text.outline_format import SHAPES
from briefdeck.text.schema import outline_schema
from text.outlines import EVERYTHING, OUTLINES
from text.test_outline_errors import FILES, found_problems

SCHEMA = json.loads(outline_schema())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

# What a schema can see: the rules of single keys. The rest is about several keys at once, or about YAML itself.
SEEN = {"BD122", "BD123", "BD124", "BD125", "BD126", "BD127", "BD128", "BD129", "BD133", "BD135", "BD138", "BD139"}
# `runs backwards`, too many lines, and `yes`, which an editor reads as true.
UNSEEN = {"from_backwards", "wrong_types"}


class EditorLoader(yaml.CSafeLoader):
    """YAML as an editor reads it: numbers and Booleans are found, dates are not."""

    yaml_implicit_resolvers = {  # noqa: RUF012 that is how PyYAML has it
        first: [entry for entry in entries if entry[0] != "tag:yaml.org,2002:timestamp"]
        for first, entries in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


def faults(text):
    loaded = yaml.load(text, Loader=EditorLoader)  # noqa: TID251 the loader is safe
    return [error.message for error in VALIDATOR.iter_errors(loaded)]


def test_it_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_it_is_the_same_every_time_and_ends_in_a_line_break():
    assert outline_schema() == outline_schema()
    assert outline_schema().endswith("}\n")


def test_it_knows_the_keys_that_the_loader_knows_each_with_a_word_about_it():
    for name, shape in SHAPES.items():
        definition = SCHEMA["$defs"][name]
        full = definition["anyOf"][0] if "anyOf" in definition else definition
        assert set(full["properties"]) == set(shape.keys), name
        assert set(full["required"]) == {key for key, entry in shape.keys.items() if entry.required}, name
        assert full["additionalProperties"] is False
        assert all(key["description"] for key in full["properties"].values())


def test_every_field_of_the_model_has_a_key():
    shapes = {
        "outline": model.Outline, "section": model.Section, "point": model.Point, "figure": model.Figure,
        "term": model.Term, "question": model.Remark, "takeaway": model.Remark, "source": model.Remark,
        "unused": model.Unused, "quote": model.Quote, "moment": model.Moment, "side": model.Side,
        "table": model.Table, "chart": model.Chart, "series": model.Series, "picture": model.Picture,
        "deck": model.DeckSettings, "roles": model.TemplateRoles, "brief": model.BriefSettings,
    }  # fmt: skip
    assert set(shapes) == set(SHAPES) - {"subsection"}
    for name, kind in shapes.items():
        known = {key.field or word for word, key in SHAPES[name].keys.items()} | {"explicit_id", "title_lines"}
        missing = {field for field in field_names(kind) if not is_place(field)} - known
        assert missing <= {"id"}, name


def test_an_outline_that_uses_every_key_is_valid():
    assert faults(EVERYTHING) == []
    assert faults(dump_outline(load_outline(EVERYTHING, "o.yaml")[0])) == []


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(OUTLINES)
def test_what_is_written_is_valid(outline):
    assert faults(dump_outline(outline)) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_editor_sees_the_slips_that_it_can_see(path):
    text = path.read_text(encoding="utf-8")
    codes = {problem.code for problem in found_problems(text)}
    try:
        load_outline(text, "o.yaml")
    except BriefdeckError:
        if codes & SEEN and path.stem not in UNSEEN:
            assert faults(text)
    else:
        assert faults(text) == []
