"""Print the JSON Schema of outline.yaml."""

from __future__ import annotations

from briefdeck.commands.declared import Command
from briefdeck.commands.outcome import Outcome
from briefdeck.commands.shared_options import SHARED


def schema(**_: bool) -> Outcome:
    """Print the JSON Schema of outline.yaml, for editors that complete and check."""
    import json

    from briefdeck.text.schema import outline_schema

    text = outline_schema()
    return Outcome(results=(text.rstrip(),), data={"schema": json.loads(text)})


COMMAND = Command(schema, "Print the JSON Schema of outline.yaml.", SHARED)
