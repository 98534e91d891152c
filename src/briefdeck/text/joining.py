"""Several notes as one: their lines one after another, numbered through, each still naming the file it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from briefdeck.digest import sha256
from briefdeck.model.note import Attachment, Form, Note, NoteLine, Part

SEPARATOR = " | "
"""Between the names of joined notes, where an outline names them: no file system allows it in Windows names."""


def join_notes(notes: Sequence[Note]) -> Note:
    """One note of several; a single one stays as it is."""
    if len(notes) == 1:
        return notes[0]
    lines: list[NoteLine] = []
    attachments: list[Attachment] = []
    parts: list[Part] = []
    start = 0
    for order, note in enumerate(notes, 1):
        parts.append(Part(start, note))
        names = {each.name: f"note-{order}-{each.name}" for each in note.attachments}
        attachments += [each._replace(name=names[each.name]) for each in note.attachments]
        if lines:
            lines.append(NoteLine(0, ""))
        titled = any(line.form is not None and line.form.why == "title" for line in note.lines)
        lines += [_moved(line, start, names, titled=titled) for line in note.lines]
        start += max((line.number for line in note.lines), default=0)
    return Note(
        name=SEPARATOR.join(note.name for note in notes),
        lines=tuple(lines),
        digest=joined_digest([note.digest for note in notes]),
        encoding=next((note.encoding for note in notes if note.encoding), ""),
        unit="line" if all(note.unit == "line" for note in notes) else "paragraph",
        attachments=tuple(attachments),
        parts=tuple(parts),
    )


def joined_digest(digests: Sequence[str]) -> str:
    """The digest of several notes, from those of each; that of a single one is its own."""
    if len(digests) == 1:
        return digests[0]
    return f"sha256:{sha256(' '.join(digests).encode()).hexdigest()}"


def _moved(line: NoteLine, start: int, names: dict[str, str], *, titled: bool) -> NoteLine:
    """A line with its number among all, its pictures renamed, and its note's title as a heading above the others."""
    form = line.form
    if form is not None and form.file:
        form = form._replace(file=names[form.file])
    if form is not None and titled and form.kind == "heading":
        form = form._replace(level=form.level + 1)
    if form is not None and form.kind == "stated" and form.why == "title":
        form = Form("heading", level=1, words=form.words)
    return line._replace(number=line.number + start if line.number else 0, form=form)
