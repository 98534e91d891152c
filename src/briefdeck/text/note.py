"""Bytes to note: tell the format, let its reader number the lines, and say what had to be mended on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module

from briefdeck.digest import sha256
from briefdeck.errors import BriefdeckError, Position, Problem, Severity
from briefdeck.late import late_pattern
from briefdeck.model.limits import LIMITS, LINES_PER_MEGABYTE, Limits
from briefdeck.model.note import Note, NoteLine
from briefdeck.text.readers.formats import PLAIN, Format, find_format, named_otherwise
from briefdeck.text.readers.found import Found
from briefdeck.text.spoofs import MOST_MARKS, PILE, unpiled

_LOST = "\ufffd"
_CONTROL = late_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"


def read_note(data: bytes, name: str, encoding: str = "", limits: Limits = LIMITS) -> tuple[Note, tuple[Problem, ...]]:
    """The note in `data`, and remarks on what was mended; `encoding` overrides the ladder.

    Raises BriefdeckError when there is nothing to map: empty, blank, too large, no note, or not decodable.
    """
    if not data:
        raise _error("BD201", "the note is empty", name, "write something in it, or name another file")
    form = find_format(data, name)
    if form.takes == "text" and len(data) > limits.note:
        size = len(data) / 1e6
        hint = f"split it into parts, or allow it with --max-size {int(size) + 1}"
        raise _error("BD203", f"the note is {size:.1f} MB, more than {limits.note / 1e6:.3g} MB", name, hint)
    found = _found(form, data, name, encoding, limits)
    note = Note(
        name=name,
        lines=tuple(_clean(line) for line in found.lines),
        digest=f"sha256:{sha256(data).hexdigest()}",
        encoding=found.encoding,
        unit=found.unit,
        attachments=found.attachments,
    )
    _check_lines(len(note.lines), name, limits)
    if not any(_says_something(line) for line in note.lines):
        what = "only blank lines" if form is PLAIN else "no words"
        raise _error("BD201", f"the note holds {what}", name, "write something in it, or name another file")
    return note, (*_misnamed(form, name), *found.problems, *_remarks(note, found.lines))


def read_notes(
    sources: Sequence[tuple[bytes, str]], encoding: str = "", limits: Limits = LIMITS
) -> tuple[Note, tuple[Problem, ...]]:
    """The notes of all sources, bytes and names, as one. Raises BriefdeckError with the faults of all of them."""
    notes: list[Note] = []
    said: list[Problem] = []
    faults: list[Problem] = []
    for data, name in sources:
        try:
            note, problems = read_note(data, name, encoding, limits)
        except BriefdeckError as error:
            faults += error.problems
        else:
            notes.append(note)
            said += problems
    if faults:
        raise BriefdeckError(faults)
    if len(notes) == 1:
        return notes[0], tuple(said)
    from briefdeck.text.joining import join_notes

    return join_notes(notes), tuple(said)


def decoded(data: bytes, name: str, hint: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file beside the note, by the same ladder, and a warning when its encoding was a guess."""
    from briefdeck.text.readers.encodings import decode

    try:
        found = decode(data, name)
    except BriefdeckError as error:
        raise BriefdeckError(_of_a_file(error.problems, hint)) from None
    return found.text, tuple(_of_a_file(found.problems, hint))


def _of_a_file(problems: Iterable[Problem], hint: str) -> Iterator[Problem]:
    for problem in problems:
        yield problem._replace(message=problem.message.replace("the note", "the file"), hint=hint)


def _found(form: Format, data: bytes, name: str, encoding: str, limits: Limits) -> Found:
    module = import_module(f"briefdeck.text.readers.{form.name}")
    if form.takes == "bytes":
        found: Found = module.read(data, name)
        return found
    from briefdeck.text.readers.encodings import decode

    declared = module.declared_encoding(data) if hasattr(module, "declared_encoding") else ""
    decoded = decode(data, name, encoding, declared)
    _check_lines(
        max(decoded.text.count("\n"), decoded.text.count("\r")), name, limits
    )  # before any of them becomes a value
    found = module.read(decoded.text, name)
    return found._replace(encoding=decoded.encoding, problems=(*decoded.problems, *found.problems))


def _check_lines(count: int, name: str, limits: Limits) -> None:
    if count > limits.lines:
        hint = f"split it into parts, or allow it with --max-size {count // LINES_PER_MEGABYTE + 1}"
        raise _error("BD203", f"the note has {count:,} lines, more than {limits.lines:,}", name, hint)


def _clean(line: NoteLine) -> NoteLine:
    """The line without control characters and piled marks."""
    text = _cleaned(line.text)
    form = line.form
    if form is not None:
        form = form._replace(
            words=_cleaned(form.words), caption=_cleaned(form.caption), cells=tuple(map(_cleaned, form.cells))
        )
    return line if text == line.text and form == line.form else line._replace(text=text, form=form)


def _cleaned(text: str) -> str:
    return unpiled(text if text.isprintable() else _CONTROL.sub("", text))


def _says_something(line: NoteLine) -> bool:
    return bool(line.text.strip().strip(_INVISIBLE)) or (line.form is not None and line.form.kind == "picture")


def _misnamed(form: Format, name: str) -> Iterator[Problem]:
    """A page to sign in or a word of a virus scanner comes under the name of the document that it stands for."""
    if named := named_otherwise(form, name):
        hint = "if it was to be another text, save or download it again"
        message = f"the note is called {named} and is {form.called}: it is read as that"
        yield Problem("BD230", message, Position(name), hint, severity=Severity.WARNING)


def _remarks(note: Note, lines: Iterable[NoteLine]) -> list[Problem]:
    """Characters that were taken out, and characters that were lost before the note reached us; the first of each."""
    found: list[Problem] = []
    lines = [
        line for line, cleaned in zip(lines, note.lines, strict=True) if line.text != cleaned.text or _LOST in line.text
    ]
    for code, pattern, message, hint in (
        ("BD207", _CONTROL, "control characters are left out", "nothing to do, unless words run together"),
        ("BD211", PILE, f"more than {MOST_MARKS} marks are piled on one letter: the rest is left out", "nothing to do"),
        ("BD208", re.compile(_LOST), "letters were lost when this file was saved (�)", "type them again"),
    ):
        for line in lines:
            if match := pattern.search(line.text):
                at = note.place(line.number, match.start() + 1)
                found.append(Problem(code, message, at, hint, severity=Severity.REMARK))
                break
    return found


def _error(code: str, message: str, name: str, hint: str) -> BriefdeckError:
    return BriefdeckError([Problem(code, message, Position(name), hint)])
