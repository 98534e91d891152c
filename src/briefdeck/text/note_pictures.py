"""The pictures that a note carries inside: those that can be shown stay in the outline, the others are named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from briefdeck.errors import BriefdeckError, Problem, Severity
from briefdeck.model.note import Note
from briefdeck.model.outline import Outline, Section, Unused, named_files
from briefdeck.model.values import replace


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
