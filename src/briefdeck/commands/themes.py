"""List the themes."""

from __future__ import annotations

from briefdeck.commands.declared import Command
from briefdeck.commands.outcome import Outcome
from briefdeck.commands.shared_options import SHARED


def themes(**_: bool) -> Outcome:
    """List the themes."""
    from briefdeck.assets import read_look, theme_names
    from briefdeck.console import render_table

    found = [read_look(name).theme for name in theme_names()]
    rows = [(theme.name, theme.title, theme.description) for theme in found]
    return Outcome(
        results=(render_table(("name", "title", "for"), rows, widest=80),),
        data={"themes": [{"name": name, "title": title, "description": words} for name, title, words in rows]},
    )


COMMAND = Command(themes, "List the themes.", SHARED)
