"""Print the JSON Schema of outline.yaml."""

from __future__ import annotations

import click

from briefdeck.commands.outcome import Outcome, shared


@click.command(short_help="Print the JSON Schema of outline.yaml.")
@shared
def schema(**_: bool) -> Outcome:
    """Print the JSON Schema of outline.yaml, for editors that complete and check."""
    import json

    from briefdeck.text.schema import outline_schema

    text = outline_schema()
    return Outcome(results=(text.rstrip(),), data={"schema": json.loads(text)})
