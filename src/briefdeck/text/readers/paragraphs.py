"""Paragraphs as word processors, web pages and PDFs hold them, and how they become the numbered lines of a note.

What the styles say is certain; size and weight of the letters name the headings of those who use no styles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from briefdeck.model.note import Form, NoteLine
from briefdeck.named import NamedTuple
from briefdeck.text.readers.pictures import linked


class Paragraph(NamedTuple):
    """One paragraph; its text may hold line breaks."""

    text: str
    heading: int = 0  # the level that its style states, 1 at the top; 0: none
    stated: str = ""  # the field of the whole that it is: "title", "subtitle", "author", "date", "lang"
    depth: int = -1  # of a list item: 0 is the outermost list; -1: no item
    number: str = ""  # of an item in a numbered list
    left: float = 0.0  # points by which the words of an item stand in; 0: not known
    inside: int = 0  # steps by which it stands further in
    size: float = 0.0  # points of its letters; 0: not known, or mixed
    strong: bool = False  # all of it is bold
    gap: bool = False  # white space stands before it
    cells: tuple[str, ...] = ()  # of a row of a table
    code: bool = False
    skip: str = ""  # why it holds no words for the class
    picture: str = ""  # the name of the attachment, or an `address`; `text` is its caption, `alt` what it shows
    linked: bool = False  # the picture lies outside the note
    alt: str = ""
    caption: bool = False  # it belongs to the picture before it
    page: int = 0


FURNITURE = "page furniture"
"""Why the navigation of a site or the running head of a page is skipped."""

_LARGER = 1.12  # times the size of the running text: what the eye takes for a heading
_LONGEST_HEADING = 120  # characters
_MOST_LEVELS = 6
_STEP = "    "
_FURTHER_IN = 9.0  # points that the eye sees


def number_paragraphs(paragraphs: Iterable[Paragraph]) -> tuple[NoteLine, ...]:
    """The lines of a note, numbered from 1 where they hold something; gaps are lines without a number."""
    known = _settle(_with_captions(paragraphs))
    lines: list[NoteLine] = []
    for paragraph in known:
        after_text = bool(lines) and lines[-1].number > 0 and (lines[-1].form is None or lines[-1].form.kind == "text")
        spaced = paragraph.gap and not (paragraph.depth >= 0 and after_text)  # a list belongs to the text over it
        if (spaced or not _holds(paragraph)) and lines and lines[-1].number:
            lines.append(NoteLine(0, "", page=paragraph.page))
        if _holds(paragraph):
            lines += _lines(paragraph, _next_number(lines))
    return tuple(lines)


def _next_number(lines: list[NoteLine]) -> int:
    return next((line.number for line in reversed(lines) if line.number), 0) + 1


def _holds(paragraph: Paragraph) -> bool:
    return bool(paragraph.text.strip() or paragraph.picture or any(cell.strip() for cell in paragraph.cells))


def _lines(paragraph: Paragraph, number: int) -> Iterator[NoteLine]:
    page = paragraph.page
    if paragraph.cells:
        cells = tuple(" ".join(cell.split()) for cell in paragraph.cells)
        yield NoteLine(number, " | ".join(cells), Form("row", cells=cells), page)
        return
    if paragraph.picture:
        caption = " ".join(paragraph.text.split())
        picture = linked(paragraph.picture, paragraph.alt, caption)
        if not paragraph.linked:
            picture = picture._replace(file=paragraph.picture, address="")
        yield NoteLine(number, caption or picture.words, picture, page)
        return
    if form := _whole(paragraph):
        text = paragraph.text if form.kind == "code" else " ".join(paragraph.text.split())
        yield NoteLine(number, text, form, page)
        return
    indent = _STEP * (paragraph.inside + max(0, paragraph.depth + 1))
    for index, text in enumerate(part for part in paragraph.text.split("\n") if part.strip()):
        if index == 0 and paragraph.depth >= 0:
            form = Form(
                "item",
                level=paragraph.depth + paragraph.inside,
                number=paragraph.number,
                strong=paragraph.strong and bool(paragraph.number),
            )
            yield NoteLine(number, text.strip(), form, page)
        else:
            form = Form(strong=True) if paragraph.strong else None
            yield NoteLine(number + index, indent + text.rstrip(), form, page)


def _whole(paragraph: Paragraph) -> Form | None:
    """The form of a paragraph whose line breaks mean nothing."""
    if paragraph.skip:
        return Form("skip", why=paragraph.skip)
    if paragraph.stated:
        return Form("stated", words=" ".join(paragraph.text.split()), why=paragraph.stated)
    if paragraph.heading:
        return Form("heading", level=paragraph.heading, words=" ".join(paragraph.text.split()))
    return Form("code") if paragraph.code else None


def _with_captions(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Captions join the picture before them; without a picture they are text."""
    done: list[Paragraph] = []
    picture = -1  # the index of a picture that still waits for its caption
    for paragraph in paragraphs:
        if paragraph.caption and picture >= 0:
            done[picture] = done[picture]._replace(text=paragraph.text)
            picture = -1
            continue
        if paragraph.picture:
            picture = len(done)
        elif paragraph.text.strip() or paragraph.cells:
            picture = -1
        done.append(paragraph)
    return done


def _settle(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs with what only the whole can tell: which title is the title, and what is large or bold here."""
    titles = sum(each.stated == "title" for each in paragraphs)
    if titles > 1:  # one for each chapter: they are headings above the others
        paragraphs = [_below_titles(each) for each in paragraphs]
    told = sum(len(each.text) for each in paragraphs)
    if sum(len(each.text) for each in paragraphs if each.skip == FURNITURE) > 0.5 * told:
        paragraphs = [each._replace(skip="") if each.skip == FURNITURE else each for each in paragraphs]  # it is all
    if sum(each.code for each in paragraphs) > 0.5 * len(paragraphs):
        paragraphs = [each._replace(code=False) for each in paragraphs]  # a text in typewriter letters
    return _large(_bold(_apart(_nested(paragraphs))))


def _nested(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The items with the depth that is seen: Word's "List Bullet 2" is another list of the first level, further in."""
    done: list[Paragraph] = []
    above: list[Paragraph] = []  # the items that the next one may stand under
    for each in paragraphs:
        if each.depth < 0:
            above = above if each.inside or not _holds(each) else []
            done.append(each)
            continue
        while above and not _is_under(each, above[-1]):
            above.pop()
        done.append(each._replace(depth=max(each.depth, len(above))))
        above.append(each)
    return done


def _is_under(item: Paragraph, above: Paragraph) -> bool:
    if item.depth != above.depth:
        return item.depth > above.depth
    return above.left > 0 and item.left - above.left >= _FURTHER_IN


def _apart(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """A numbered item between the bullets of two lists stands apart from both: it names those below it."""
    done = list(paragraphs)
    holding = [index for index, each in enumerate(paragraphs) if _holds(each)]
    for first, index, last in zip(holding, holding[1:], holding[2:], strict=False):
        before, each, after = paragraphs[first], paragraphs[index], paragraphs[last]
        if each.number and before.depth == after.depth == each.depth >= 0 and not before.number and not after.number:
            done[index] = each._replace(gap=True)
    return done


def _below_titles(paragraph: Paragraph) -> Paragraph:
    if paragraph.stated == "title":
        return paragraph._replace(stated="", heading=1)
    return paragraph._replace(heading=paragraph.heading + 1) if paragraph.heading else paragraph


def _bold(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Bold paragraphs name what follows only where most are not bold."""
    plain = [each for each in paragraphs if each.text.strip() and not each.heading and not each.stated]
    if sum(each.strong for each in plain) > 0.5 * len(plain):
        return [each._replace(strong=False) for each in paragraphs]
    return paragraphs


def _large(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Short paragraphs in larger letters are headings where no style says so; the largest stand above."""
    letters: Counter[float] = Counter()
    for each in paragraphs:
        letters[each.size] += len(each.text)
    letters.pop(0.0, None)
    if not letters:
        return paragraphs
    body = max(letters, key=lambda size: (letters[size], -size))
    if any(each.heading for each in paragraphs):
        return _titled(paragraphs, body)
    large = [each for each in paragraphs if _is_large(each, body)]
    if len(large) > 0.4 * len(paragraphs):
        return paragraphs
    sizes = sorted({each.size for each in large}, reverse=True)
    levels = {size: min(level, _MOST_LEVELS) for level, size in enumerate(sizes, 1)}
    return [each._replace(heading=levels[each.size]) if _is_large(each, body) else each for each in paragraphs]


def _titled(paragraphs: list[Paragraph], body: float) -> list[Paragraph]:
    """Above styled headings, large letters at the very top are the title of the whole."""
    first = next((index for index, each in enumerate(paragraphs) if each.text.strip()), -1)
    if any(each.stated == "title" for each in paragraphs) or not _is_large(paragraphs[first], body):
        return paragraphs
    return [*paragraphs[:first], paragraphs[first]._replace(stated="title"), *paragraphs[first + 1 :]]


def _is_large(paragraph: Paragraph, body: float) -> bool:
    text = paragraph.text.strip()
    named = (
        text and len(text) <= _LONGEST_HEADING and "\n" not in text and not text.endswith((".", ",", ";", "।", "。"))
    )
    plain = not (
        paragraph.heading
        or paragraph.stated
        or paragraph.cells
        or paragraph.skip
        or paragraph.code
        or paragraph.depth >= 0
    )
    return bool(named and plain and any(map(str.isalpha, text)) and paragraph.size >= _LARGER * body)
