"""Pictures: the first of a section is shown there; further ones are listed as unused, since a slide shows one."""

from __future__ import annotations

from briefdeck.draft.rows import Kind, Row
from briefdeck.model.outline import Picture


def take_picture(rows: tuple[Row, ...], name: str) -> tuple[Picture | None, tuple[Row, ...]]:
    """The first picture among the rows that has a file, and the rows that are no pictures.

    `name` stands in for a description that the note does not give: that of the section around it.
    """
    pictures = [row for row in rows if row.kind is Kind.PICTURE]
    if not pictures:
        return None, rows
    rest = tuple(row for row in rows if row.kind is not Kind.PICTURE)
    row = next((row for row in pictures if row.form is not None and row.form.file), None)
    if row is None or row.form is None:
        return None, rest
    shown = row.form.words or row.form.caption or name
    caption = row.form.caption if row.form.caption != row.form.words else ""
    return Picture(file=row.form.file, alt=shown, caption=caption, lines=row.sources), rest
