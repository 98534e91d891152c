"""The pictures of a note, inside or beside it: those that can be shown stay in the outline, the others are named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import TypeAlias

from briefdeck.errors import BriefdeckError, Problem, Severity
from briefdeck.late import late_pattern
from briefdeck.model.note import Attachment, Form, Note, NoteLine
from briefdeck.model.outline import Outline, Section, Unused, named_files
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

MOST_BYTES = 200_000_000
"""Of all pictures that lie beside one note."""


class NotThere(NamedTuple):
    """Why a picture that a note names is not to be had, and what to do."""

    why: str
    hint: str


Beside: TypeAlias = Callable[[str, str], "bytes | NotThere"]
"""Gives the picture at an address, as the note of that name writes it."""


def no_folder(_note: str, _address: str) -> NotThere:
    """What is beside a note of which only the bytes are known."""
    return NotThere("where its file lies is not known", "map the note from the folder in which it lies")


class Pictured(NamedTuple):
    """An outline with the pictures that it names, and what is to be said of them."""

    outline: Outline
    files: Mapping[str, bytes]
    remarks: tuple[Problem, ...] = ()


def take_pictures(outline: Outline, note: Note) -> Pictured:
    """The pictures of the note that its outline shows; one that cannot be shown is taken out of it and listed."""
    if not any(named.what == "picture" for named in named_files(outline)):
        return Pictured(outline, {})
    gallery = _Gallery(note)
    sections = tuple(gallery.section(section) for section in outline.sections)
    unused = (*outline.unused, *gallery.left_out)
    return Pictured(replace(outline, sections=sections, unused=unused), gallery.files, tuple(gallery.remarks))


class _Gallery:
    """Looks at picture after picture."""

    def __init__(self, note: Note) -> None:
        self._note = note
        self._data = {each.name: each.data for each in note.attachments}
        self.files: dict[str, bytes] = {}
        self.remarks: list[Problem] = []
        self.left_out: list[Unused] = []

    def section(self, section: Section) -> Section:
        """The section and those below it without pictures that cannot be shown."""
        below = tuple(self.section(each) for each in section.sections)
        picture = section.picture
        if picture is None or not picture.lines:
            return replace(section, sections=below)
        at = self._note.place(picture.lines[0])
        if fault := self._fault(picture.file):
            self.remarks.append(
                Problem("BD228", f"a picture of the note is left out: {fault}", at,
                        "save it as PNG or JPEG and put it into the note again", severity=Severity.REMARK)
            )  # fmt: skip
            self.left_out.append(Unused(lines=picture.lines, reason="a picture that cannot be shown"))
            return replace(section, sections=below, picture=None)
        line = self._note.line(picture.lines[0])
        if line is not None and not line.said.strip():
            self.remarks.append(
                Problem("BD229", f"a picture has no description: “{picture.alt}” stands for it", at,
                        "write in `alt` what it shows, for those who cannot see it", severity=Severity.REMARK)
            )  # fmt: skip
        self.files[picture.file] = self._data[picture.file]
        return replace(section, sections=below)

    def _fault(self, name: str) -> str:
        """Why a picture cannot be shown, "" when it can."""
        from briefdeck.text.picture import read_picture

        if name not in self._data:
            return "it is not in the file"
        try:
            read_picture(self._data[name], name, self._note.place(0))
        except BriefdeckError as error:
            return error.problems[0].message
        return ""


def take_beside(note: Note, beside: Beside | None) -> tuple[Note, tuple[Problem, ...]]:
    """The note with the pictures that lie beside it; those that are not to be had lose their file, and are named.

    Nothing is fetched: an address on the network is one of those.
    """
    if not any(line.form is not None and line.form.address for line in note.lines):
        return note, ()
    found = _Beside(note, beside or no_folder)
    lines = tuple(found.line(line) if line.form and line.form.address else line for line in note.lines)
    return note._replace(lines=lines, attachments=(*note.attachments, *found.kept.values())), found.remarks()


class _Beside:
    """Takes picture after picture from beside a note, each once."""

    def __init__(self, note: Note, beside: Beside) -> None:
        self._note = note
        self._beside = beside
        self._names: dict[tuple[str, str], str] = {}
        self._missing: dict[NotThere, list[NoteLine]] = {}
        self._bytes = 0
        self.kept: dict[str, Attachment] = {}

    def line(self, line: NoteLine) -> NoteLine:
        """The line with the name of its picture, or without one."""
        form = line.form or Form("picture")
        key = (self._note.place(line.number).file, form.address)
        if key not in self._names:
            data = self._data(*key)
            if isinstance(data, NotThere):
                self._missing.setdefault(data, []).append(line)
                return line
            self._names[key] = self._keep(form.address, data)
        return line._replace(form=form._replace(file=self._names[key]))

    def _data(self, file: str, address: str) -> bytes | NotThere:
        from briefdeck.text.readers.pictures import MOST_PICTURES, is_elsewhere

        if is_elsewhere(address):
            return NotThere(
                "it lies on the network, and nothing is fetched", "save it beside the note and name that file"
            )
        if len(self.kept) >= MOST_PICTURES:
            return NotThere(f"the note names more than {MOST_PICTURES}", "split the note")
        data = self._beside(file, address)
        if isinstance(data, NotThere):
            return data
        self._bytes += len(data)
        if self._bytes > MOST_BYTES:
            return NotThere(f"all together have more than {MOST_BYTES // 1_000_000} MB", "save smaller copies")
        return data

    def _keep(self, address: str, data: bytes) -> str:
        """Keep a picture by its own name, with those of its folders where another has the same."""
        from briefdeck.text.readers.pictures import ending_of

        parts = [part for part in PurePosixPath(address).parts if part not in ("/", ".", "..")]
        stem = _plain_name(PurePosixPath(parts[-1]).stem if parts else "")
        ending = ending_of(data) or _plain_name(PurePosixPath(address).suffix.removeprefix(".")).lower()
        name = f"{stem}.{ending}"
        if name in self.kept:
            name = f"{_plain_name('-'.join(parts[:-1]))}-{name}"
        number = 2
        while name in self.kept:
            name, number = f"{stem}-{number}.{ending}", number + 1
        self.kept[name] = Attachment(name, data)
        return name

    def remarks(self) -> tuple[Problem, ...]:
        """One remark for each reason, at the first picture that it holds for."""
        said = []
        for missing, lines in self._missing.items():
            first, more = lines[0], len(lines) - 1
            what = f"a picture of the note is left out: {missing.why}" + (f" (and {more} more)" if more else "")
            at = self._note.place(first.number)
            said.append(Problem("BD228", what, at, missing.hint, severity=Severity.REMARK))
        return tuple(said)


_UNUSUAL = late_pattern(r"[^\w.()+-]+")
_LONGEST_NAME = 60


def _plain_name(text: str) -> str:
    """A part of a file name that every system takes."""
    return _UNUSUAL.sub("-", text).strip("-. ")[:_LONGEST_NAME] or "picture"
