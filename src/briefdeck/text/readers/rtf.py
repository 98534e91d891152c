"""Rich text files as Word, LibreOffice, TextEdit and pandoc write them: paragraphs with style, list, weight and table.

Own, since the libraries give the bare text: headings, lists and tables would be lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from briefdeck.errors import BriefdeckError, Position, Problem
from briefdeck.late import late_pattern
from briefdeck.model.note import Attachment
from briefdeck.text.readers.found import Found
from briefdeck.text.readers.paragraphs import Paragraph, number_paragraphs
from briefdeck.text.readers.pictures import MOST_PICTURES, ending_of
from briefdeck.text.readers.rtf_tables import Heads, read_heads
from briefdeck.text.readers.tables import MOST_COLUMNS, table_paragraphs

DEEPEST = 500
"""Groups within each other; Word writes some twenty."""

MOST_TOKENS = 8_000_000
"""Words and signs of the file: a long book has one million."""

_TOKEN = late_pattern(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n]+|([^\\{}\r\n]+)|\\"
)
_SILENT = frozenset(
    re.findall(
        r"\S+",
        """
        fonttbl colortbl stylesheet info header headerl headerr headerf footer footerl footerr footerf fldinst listtable
        listoverridetable themedata colorschememapping latentstyles datastore rsidtbl generator object xmlnstbl
        nonshppict filetbl revtbl annotation atnid atnauthor bkmkstart bkmkend pgptbl sp private template ftnsep ftnsepc
        aftnsep aftnsepc xe tc rxe formfield
        """,
    )
)
_SPOKEN_STARS = frozenset({"shppict", "shpinst", "shptxt", "txe", "footnote", "ftnalt", "fldrslt", "pnseclvl"})
_SIGNS = {"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
          "tab": "\t", "line": "\n", "emspace": " ", "enspace": " ", "qmspace": " ", "zwj": "\u200d",
          "zwnj": "\u200c"}  # fmt: skip
_HEADING = late_pattern(r"(?:heading|überschrift|titre|título|заголовок)\s*(\d)$")
_TYPED = late_pattern(r"([•·▪◦o–-]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s*\t\s*")
_LAYOUT = {"s": "style", "outlinelevel": "outline", "ls": "list", "ilvl": "level", "li": "left", "lin": "left",
           "fi": "first", "sb": "before", "sa": "after", "contextualspace": "contextual"}  # fmt: skip
_LIST_STEP, _STEP = 360, 720  # twentieths of a point
_SPACED = 80
_LONGEST_DESCRIPTION = 2000  # characters


@dataclass(slots=True)
class _Letters:
    """How letters look, and how bytes become letters, within one group."""

    bold: bool = False
    size: float = 12.0
    hidden: bool = False
    page: str = ""
    skip: int = 1  # stand-ins after a \\u
    to: str = "text"  # where words go: "text", "none", "mark", "picture", "property", "value"


@dataclass(slots=True)
class _Layout:
    """What was said of the paragraph that is open."""

    style: int = -1
    outline: int = -1
    list: int = 0
    level: int = 0
    left: int = 0
    first: int = 0
    before: int = 0
    after: int = 0
    contextual: int = 0  # 1: no white space between paragraphs of its style
    in_table: bool = False


@dataclass(slots=True)
class _Note:
    """A footnote that is open, and the words of the paragraph around it."""

    depth: int
    words: list[str]
    weights: list[tuple[int, bool, float]]


@dataclass(slots=True)
class _Table:
    rows: list[list[list[Paragraph]]] = field(default_factory=list)
    cells: list[list[Paragraph]] = field(default_factory=list)
    cell: list[Paragraph] = field(default_factory=list)


def read(data: bytes, name: str) -> Found:
    """The paragraphs of a file. Raises BriefdeckError for one that is damaged or built to exhaust its reader."""
    text = data.decode("latin-1")
    reader = _Reader(read_heads(text), name)
    for count, match in enumerate(_TOKEN.finditer(text)):
        if count > MOST_TOKENS:
            raise reader.refused("it has too many parts")
        reader.take(match)
    reader.end()
    return Found(number_paragraphs(reader.done), unit="paragraph", attachments=tuple(reader.pictures))


class _Reader:
    """The state of reading: groups, the paragraph that is open, the table around it."""

    def __init__(self, heads: Heads, name: str) -> None:
        self.done: list[Paragraph] = []
        self.pictures: list[Attachment] = []
        self._heads = heads
        self._name = name
        self._letters = _Letters(page=heads.code_page)
        self._groups: list[tuple[_Letters, _Layout]] = []
        self._layout = _Layout()
        self._words: list[str] = []
        self._weights: list[tuple[int, bool, float]] = []
        self._bytes = bytearray()
        self._mark: list[str] = []
        self._hex: list[str] = []
        self._described = ""  # what the picture that is open shows
        self._property_name = ""
        self._star = False
        self._to_skip = 0
        self._table = _Table()
        self._last_after, self._last_style = 0, -1
        self._note: _Note | None = None
        self._after: list[Paragraph] = []

    def refused(self, why: str) -> BriefdeckError:
        """The file is built in a way that no editor writes."""
        hint = "open it in Word or LibreOffice, save it again, and map that"
        return BriefdeckError([Problem("BD220", f"this document is not read: {why}", Position(self._name), hint)])

    def take(self, match: re.Match[str]) -> None:
        """One token."""
        word, number, byte, sign, brace, text = match.groups()
        if brace:
            self._brace(brace)
        elif text is not None:
            self._text(text)
        elif byte is not None:
            if self._to_skip:
                self._to_skip -= 1
            else:
                self._bytes.append(int(byte, 16))
        elif word is not None:
            self._word(word, int(number) if number else None)
        elif sign is not None:
            self._sign(sign)

    def end(self) -> None:
        """What is still open at the end of the file."""
        self._end_paragraph()
        self._end_table()

    def _brace(self, brace: str) -> None:
        self._flush()
        if brace == "{":
            if len(self._groups) >= DEEPEST:
                raise self.refused("its groups are nested too deeply")
            self._groups.append((self._letters, replace(self._layout)))
            self._letters = replace(self._letters)
        elif self._groups:
            if self._letters.to == "picture" and self._groups[-1][0].to != "picture":
                self._end_picture()
            if self._note is not None and len(self._groups) == self._note.depth:
                self._end_note(self._note)
            self._letters, layout = self._groups.pop()
            if not self._words:  # what a group says of a paragraph that is not finished still holds
                self._layout = layout
        self._star = False

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._star = True
        elif sign in "\r\n":
            self._word("par", None)
        elif sign in "{}\\":
            self._say(sign)
        elif sign in "~_":
            self._say("\u00a0" if sign == "~" else "-")

    def _word(self, word: str, number: int | None) -> None:
        self._flush()
        star, self._star = self._star, False
        if word == "u" and number is not None:
            self._say(_letter(number))
            self._to_skip = self._letters.skip
        elif word in _SIGNS:
            self._say(_SIGNS[word])
        elif word in ("par", "sect", "page"):
            if self._note is not None:
                self._say(" ")
            elif self._letters.to == "text":
                self._end_paragraph()
        elif word in ("cell", "row", "nestcell", "nestrow", "trowd", "intbl"):
            self._cells(word)
        elif not self._destination(word, star):
            self._property(word, number)

    def _destination(self, word: str, star: bool) -> bool:
        """Where the words of this group go."""
        if word in ("listtext", "pntext"):
            self._letters.to = "mark" if self._letters.to == "text" else self._letters.to
        elif word == "pict":
            self._letters.to = "picture" if self._letters.to == "text" else "none"
            self._described = ""
        elif word in ("sn", "sv"):
            self._letters.to = "property" if word == "sn" else "value"
            self._property_name = "" if word == "sn" else self._property_name
        elif word == "footnote":
            if self._letters.to == "text" and self._note is None:
                self._note = _Note(len(self._groups), self._words, self._weights)
                self._words, self._weights = [], []
        elif word in _SILENT or (star and word not in _SPOKEN_STARS):
            self._letters.to = "none"
        else:
            return False
        return True

    def _property(self, word: str, number: int | None) -> None:
        value = number if number is not None else 1
        if word == "pard":
            self._layout = _Layout()
        elif word in _LAYOUT:
            setattr(self._layout, _LAYOUT[word], value)
        else:
            self._look(word, value)

    def _look(self, word: str, value: int) -> None:
        """How the letters of this group look from here on."""
        letters = self._letters
        match word:
            case "b":
                letters.bold = value != 0
            case "fs":
                letters.size = value / 2
            case "v" | "deleted":
                letters.hidden = value != 0
            case "plain":
                letters.bold, letters.size, letters.hidden = False, 12.0, False
            case "f":
                letters.page = self._heads.fonts.get(value) or self._heads.code_page
            case "uc":
                letters.skip = max(0, min(10, value))

    def _text(self, text: str) -> None:
        if self._letters.to == "picture":
            self._hex.append(text)
            return
        if self._to_skip:
            taken = min(self._to_skip, len(text))
            self._to_skip -= taken
            text = text[taken:]
        if text and not text.isascii():
            self._bytes += text.encode("latin-1")
            self._flush()
        elif text:
            self._flush()
            self._say(text)

    def _flush(self) -> None:
        """Bytes of a code page become letters."""
        if self._bytes:
            self._say(bytes(self._bytes).decode(self._letters.page or "cp1252", "replace"))
            self._bytes.clear()

    def _say(self, text: str) -> None:
        if self._letters.to == "mark":
            self._mark.append(text)
        elif self._letters.to == "property":
            self._property_name = (self._property_name + text)[:_LONGEST_DESCRIPTION]
        elif self._letters.to == "value" and self._property_name == "wzDescription":
            self._described = (self._described + text)[:_LONGEST_DESCRIPTION]
        elif self._letters.to == "text" and not self._letters.hidden:
            self._words.append(text)
            if letters := sum(map(str.isalnum, text)):
                self._weights.append((letters, self._letters.bold, self._letters.size))

    def _end_paragraph(self) -> None:
        self._flush()
        text = "".join(self._words).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        paragraph = self._paragraph(text)
        self._last_after, self._last_style = self._layout.after, self._layout.style
        if self._layout.in_table or self._table.cell or self._table.cells:
            self._table.cell += [paragraph, *self._after]
        else:
            self._end_table()
            self.done += [paragraph, *self._after]
        self._after = []
        self._words, self._weights, self._mark = [], [], []

    def _end_note(self, note: _Note) -> None:
        """A footnote becomes a line below its paragraph."""
        if words := " ".join("".join(self._words).split()):
            self._after.append(Paragraph(words, inside=1))
        self._words, self._weights, self._note = note.words, note.weights, None

    def _paragraph(self, text: str) -> Paragraph:
        layout = self._layout
        named, outline = self._heads.styles.get(layout.style, ("", -1))
        outline = layout.outline if layout.outline >= 0 else outline
        match = _HEADING.match(named)
        heading = int(match[1]) if match else outline + 1 if 0 <= outline < 9 else 0
        mark = "".join(self._mark).strip()
        numbered = self._heads.lists.get(layout.list, [])
        depth, number = -1, ""
        if (layout.list or mark) and text.strip() and not heading:
            depth = max(0, min(8, layout.level))
            number = mark.rstrip(".)").lstrip("(") if mark[:1].isalnum() or mark[:1] == "(" else ""
            if not mark and depth < len(numbered) and numbered[depth]:
                number = "1"
        elif layout.first < 0 and (typed := _TYPED.match(text)):
            depth = max(0, min(8, (layout.left + layout.first) // _LIST_STEP))
            number = typed[1].strip("().") if typed[1].strip("().").isalnum() and typed[1] != "o" else ""
            text = text[typed.end() :]
        sizes = {size for _, _, size in self._weights}
        return Paragraph(
            text=text.strip("\n") if text[:2].isspace() else text.strip(" \n"),
            heading=heading,
            stated=named if named in ("title", "subtitle", "author", "date") else "",
            depth=depth,
            number=number,
            left=max(0, layout.left) / 20,
            inside=0 if depth >= 0 or heading else min(6, max(0, layout.left) // _STEP),
            size=sizes.pop() if len(sizes) == 1 else 0.0,
            strong=bool(self._weights) and all(bold for _, bold, _ in self._weights) and not heading,
            gap=self._gap() or not self.done,
            skip="table of contents" if named.startswith(("toc ", "contents ")) else "",
        )

    def _gap(self) -> bool:
        """Whether white space is seen before the paragraph that is open."""
        layout = self._layout
        alike = layout.contextual == 1 and layout.style == self._last_style
        return not alike and max(layout.before, self._last_after) >= _SPACED

    def _cells(self, word: str) -> None:
        if self._letters.to != "text":
            return
        if word in ("trowd", "intbl"):
            self._layout.in_table = True
        elif word == "nestcell":
            self._end_paragraph()
        elif word == "cell":
            self._layout.in_table = True
            self._end_paragraph()
            if len(self._table.cells) <= MOST_COLUMNS:
                self._table.cells.append([each for each in self._table.cell if each.text.strip()])
            self._table.cell = []
        elif word == "row":
            self._table.rows.append(self._table.cells)
            self._table.cells, self._table.cell = [], []
            self._layout.in_table = False

    def _end_table(self) -> None:
        table, self._table = self._table, _Table()
        if table.cells or table.cell:
            table.rows.append([*table.cells, table.cell])
        if table.rows:
            self.done += table_paragraphs(table.rows, [[1] * len(cells) for cells in table.rows])

    def _end_picture(self) -> None:
        """A picture as hexadecimal digits; drawings that only Windows knows stay out."""
        digits, self._hex = "".join("".join(self._hex).split()), []
        try:
            data = bytes.fromhex(digits)
        except ValueError:
            return
        ending = ending_of(data)
        if ending and len(self.pictures) < MOST_PICTURES:
            self.pictures.append(Attachment(f"picture-{len(self.pictures) + 1}.{ending}", data))
            alt = " ".join(self._described.split())
            self.done.append(Paragraph("", picture=self.pictures[-1].name, alt=alt))


def _letter(number: int) -> str:
    """The sign of a number; those beyond the first plane come as two halves and are joined later."""
    return chr(number % 65536)
