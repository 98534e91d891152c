"""HTML to lines: what a paste from a web page or a word processor leaves in a text file."""

from __future__ import annotations

from html.parser import HTMLParser

from briefdeck.draft.words import word_set
from briefdeck.model.note import Note

_SILENT = frozenset({"script", "style", "head", "nav", "noscript", "template"})
_BLOCKS = word_set(
    "p div li tr br hr table ul ol dl dt dd h1 h2 h3 h4 h5 h6 section article blockquote pre body main aside"
)
_HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
_CELLS = frozenset({"td", "th"})
_BOLD = frozenset({"b", "strong"})


def html_lines(note: Note) -> list[tuple[tuple[int, ...], str]]:
    """Text lines with the numbers of the lines they come from; headings as `#`, items as `- `, cells between bars."""
    reader = _Reader()
    reader.feed("\n".join(line.text for line in note.lines))
    reader.close()
    reader.flush()
    numbers = [line.number for line in note.lines]
    return [(tuple(numbers[first - 1 : last]), text) for first, last, text in reader.found]


class _Reader(HTMLParser):
    """Collects (first line, last line, text) per block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[int, int, str]] = []
        self._words: list[str] = []
        self._prefix = ""
        self._silent = 0
        self._lists = 0
        self._first = 0
        self._last = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        if tag in _BLOCKS:
            self.flush()
        if tag in _HEADINGS:
            self._prefix = _HEADINGS[tag]
        elif tag == "li":
            self._prefix = "  " * max(0, self._lists - 1) + "- "
        elif tag in ("ul", "ol"):
            self._lists += 1
        elif tag in _CELLS:
            self._words.append(" | ")
        elif tag in _BOLD:
            self._words.append("**")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.flush()

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        if tag in ("ul", "ol"):
            self._lists = max(0, self._lists - 1)
        if tag in _BOLD:
            self._words.append("**")
        if tag in _BLOCKS:
            self.flush()

    def handle_data(self, data: str) -> None:
        if self._silent or not data:
            return
        if data.strip():
            line = self.getpos()[0]
            self._first = self._first or line + data[: len(data) - len(data.lstrip())].count("\n")
            self._last = line + data.rstrip().count("\n")
        self._words.append(data)

    def flush(self) -> None:
        """End the block: its words become a line."""
        text = " ".join("".join(self._words).replace("****", "").split())
        if self._first and any(map(str.isalnum, text)):
            if text.startswith("| "):
                text = f"{text} |"
            if self._prefix.startswith("#"):
                text = text.replace("**", "")
            self.found.append((self._first, self._last, self._prefix + text))
        self._words, self._prefix, self._first, self._last = [], "", 0, 0
