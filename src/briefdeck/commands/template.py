"""Say what a template offers: which of its layouts serves for what, why, and what it lacks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefdeck.commands.declared import Command, Operand
from briefdeck.commands.outcome import Outcome
from briefdeck.commands.shared_options import SHARED

if TYPE_CHECKING:
    from briefdeck.model.template import RoleChoice, Template

_EXAMPLES = """
\b
Examples:
  briefdeck template school.pptx
  briefdeck build --template school.pptx
"""


def template(file: Path, **_: bool) -> Outcome:
    """Say which layout of a .pptx or .potx file serves for what, why, and what is missing. Nothing is written."""
    from briefdeck.console import render_table
    from briefdeck.files import read_bytes
    from briefdeck.pipeline import TemplateFile, read_template
    from briefdeck.template.roles import WORDS

    found = read_template(TemplateFile(read_bytes(file, "template"), str(file)))
    rows = [(WORDS[one.role], one.layout.name if one.layout else "-", one.reason) for one in found.roles]
    table = render_table(("for", "layout", "why"), rows, widest=70)
    return Outcome(
        results=(*_about(found), "", table, "", *_else(found)),
        problems=(*found.remarks, *found.mended),
        data={
            "size": {"width": found.size.width, "height": found.size.height},
            "fonts": {role: font.family for role, font in found.fonts.items()},
            "colors": dict(found.colors),
            "roles": [_fields(one) for one in found.roles],
            "layouts": [layout.name for layout in found.layouts],
        },
    )


def _about(found: Template) -> tuple[str, ...]:
    width, height = found.size.width / 72, found.size.height / 72
    shape = {1.78: "16:9", 1.33: "4:3", 1.6: "16:10"}.get(round(width / height, 2), "a shape of its own")
    fonts = " and ".join(dict.fromkeys(font.family or "the program's own font" for font in found.fonts.values()))
    count = len(found.layouts)
    layouts = "one layout" if count == 1 else f"{count} layouts"
    return (f"{found.file}: {layouts}, slides of {width:.2f} by {height:.2f} inches ({shape}), set in {fonts}",)


def _else(found: Template) -> tuple[str, ...]:
    """What the deck needs beyond these roles, and how to choose otherwise."""
    own = sum(layout.name not in {one.layout.name for one in found.roles if one.layout} for layout in found.layouts)
    lines = [
        f"Cards, figures, timelines, tables, quotes and the like are drawn on a copy of “{found.host.name}”, in the "
        "template's colours and fonts; PowerPoint then lists them among its layouts."
    ]
    if own:
        example = found.role("points") or found.host
        lines += [
            f"Not used: {_count(own)} of its layouts. To choose another, write in outline.yaml:",
            f'  deck: {{template: "{found.file}", template_roles: {{points: "{example.name}"}}}}',
        ]
    return tuple(lines)


def _count(number: int) -> str:
    return "one" if number == 1 else str(number)


def _fields(one: RoleChoice) -> dict[str, str | None]:
    return {"role": one.role, "layout": one.layout.name if one.layout else None, "reason": one.reason}


COMMAND = Command(
    template, "Say what a PowerPoint template offers.", SHARED, Operand("file", "FILE", required=True), _EXAMPLES
)
