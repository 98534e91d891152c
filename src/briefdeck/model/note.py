"""The note: what a teacher wrote, as numbered lines that carry what their format knows.

Plain text knows nothing of itself, so that the draft guesses. A word processor's file, a web page or a markup language
states headings, lists and tables outright: a line that comes with a `Form` is certain of what the form says.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from briefdeck.errors import Position
from briefdeck.named import NamedTuple

FormKind: TypeAlias = Literal["text", "heading", "item", "row", "code", "picture", "skip", "stated", "more"]
"""What a line is. `stated`: a field such as the title or the author; `skip`: no words for the class, and why;
`more`: its words are those of the line before, which holds them all."""

Unit: TypeAlias = Literal["line", "paragraph"]
"""What the numbers of a note count."""


class Form(NamedTuple):
    """What the format itself says of a line: nothing here is a guess."""

    kind: FormKind = "text"
    level: int = 0  # of a heading: 1 is the top; of an item or a text in a list: 0 is the outermost list
    words: str = ""  # its words without the marks of the format; "" when the text has none
    number: str = ""  # of an item: "3", "b"; "" for a bullet
    cells: tuple[str, ...] = ()  # of a row of a table
    strong: bool = False  # all of it is bold
    goes_on: bool = False  # a text that goes on with the paragraph or item of the line before
    file: str = ""  # of a picture: the name of its attachment
    address: str = ""  # of a picture that lies outside the note: where, as the note writes it
    caption: str = ""  # of a picture; `words` say what it shows
    why: str = ""  # skipped: the reason; stated: the name of the field, for example "title"


class NoteLine(NamedTuple):
    """One line of the note as people count them: lines of the decoded file, or paragraphs, from 1."""

    number: int  # 0: white space that the format shows and nobody typed
    text: str  # the line as it stands in the file, without its end; the words alone where the file is no text
    form: Form | None = None  # what the format says; None: the text is all there is
    page: int = 0  # of a file with pages, from 1

    @property
    def said(self) -> str:
        """Its words as the reader took them: without the marks of its format where that knows them."""
        if self.form is not None and self.form.kind == "picture":
            return f"{self.form.words} {self.form.caption}".strip()
        if self.form is None or not self.form.words:
            return self.text
        return self.form.words


class Attachment(NamedTuple):
    """A file that the note carries inside: a picture."""

    name: str  # a plain file name, unique within the note
    data: bytes


class Part(NamedTuple):
    """One of several notes that were joined."""

    start: int  # what was added to its numbers
    note: Note


class Note(NamedTuple):
    """A note that has been read: nothing cleaned away, every line in its place."""

    name: str  # path or name as the user gave it
    lines: tuple[NoteLine, ...]
    digest: str  # "sha256:" and the hexadecimal digest of the file's bytes
    encoding: str  # the encoding that was used to decode it; "" where the format settles it
    unit: Unit = "line"
    attachments: tuple[Attachment, ...] = ()
    parts: tuple[Part, ...] = ()  # of a joined note: the notes it is made of

    def place(self, number: int, column: int = 0, length: int = 1) -> Position:
        """The place of a numbered line, for messages: `lesson.txt:12:3`, `lesson.docx, paragraph 12`."""
        for part in reversed(self.parts):
            if number > part.start:
                return part.note.place(number - part.start, column, length)
        if self.unit == "line" or not number:
            return Position(self.name, number, column, length)
        line = self.line(number)
        page = f"page {line.page}, " if line is not None and line.page else ""
        return Position(self.name, number, column, length, f"{page}{self.unit} {number}")

    def line(self, number: int) -> NoteLine | None:
        """The line of that number, None when there is none."""
        at = number - 1
        if 0 <= at < len(self.lines) and self.lines[at].number == number:
            return self.lines[at]
        return next((line for line in self.lines if line.number == number), None)
