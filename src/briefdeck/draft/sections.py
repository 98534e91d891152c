"""Sections: rows divided at their headings, two levels deep; a note without headings is divided where its matter turns.

Headings below the second level stand beside their parent, in order: a heading of the note is never lost among points.
"""

from __future__ import annotations

import re
from collections import Counter

from briefdeck.draft.figures import PER_SECTION, FoundFigure, find_figures
from briefdeck.draft.inline import plain
from briefdeck.draft.made_title import opening_words, part_name
from briefdeck.draft.names import frequent_names
from briefdeck.draft.nest import Node, Opening, nest
from briefdeck.draft.phrases import Phrases
from briefdeck.draft.pictures import take_picture
from briefdeck.draft.points import are_steps, points_of, sentences, together
from briefdeck.draft.rows import Kind, Row, text_row
from briefdeck.draft.structures import with_structures
from briefdeck.draft.tables import take_table
from briefdeck.draft.words import content_words, is_ended, is_question, word_count
from briefdeck.late import late_pattern
from briefdeck.model.outline import Figure, Point, Section, Table, TitleSource, walk_points
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

_PART = range(4, 8)
"""Points of a part of a note without headings."""

_WHOLE = 10
"""Points up to which such a note stays whole."""

_EXERCISE_NUMBER = late_pattern(
    r"(?:س\s?\d{0,2}\s?:\s*|问\s?[:：]\s*)(?=\S)|Q(?:\s?\d{0,3}\s?[.:)]\s*|\s(?=wh|how))(?=\S)", re.IGNORECASE
)
_ANSWER = late_pattern(
    r"(?:A|Ans|Answer|Notes?|Details|Notizen|Notas|Apuntes|Antwort|Respuesta|Réponse|Resposta|R|Ответ|О|उत्तर|答|ج)\s?[.:)：]\s*|ans\s(?=\S)",
    re.IGNORECASE,
)
_TAGS_AT_END = late_pattern(r"(?:\s#[^\W\d][\w/-]{0,40}){1,10}$")
_DATELINE = late_pattern(r"[A-Z][A-Z .]{2,30}(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?\s?[:–—-]\s")
"""How a report opens: "NEW DELHI, May 3: "."""
_LONGEST_NAME, _SHORT_NAME = 12, 6
_LONGEST_TASK = 4  # sentences
_FEWEST_OUTER, _FEWEST_BEHIND = 3, 2
_RARE_GAP = 0.04
_STOPS, _QUOTES = frozenset(".!?。！？।؟"), '"”’»)'
_CONTENT = (Kind.TEXT, Kind.TABLE, Kind.PICTURE)


class _Chunk(NamedTuple):
    """A heading, or None before the first, and the rows under it."""

    head: Row | None
    rows: tuple[Row, ...]


def build_sections(rows: list[Row], title: str, phrases: Phrases, lang: str) -> tuple[Section, ...]:
    """The sections of the rows, without ids; `title` is the document's, whose words name no part again.

    The rows are used up: of a long note, rows and sections are not all held at once.
    """
    chunks = _chunks(rows)
    spaced = _is_spaced(rows)
    rows.clear()
    if all(chunk.head is None for chunk in chunks):
        return _parts(chunks[0].rows if chunks else (), title, phrases, lang, spaced=spaced)
    chunks.reverse()
    flat: list[tuple[int, Section]] = []
    while chunks:
        chunk = chunks.pop()
        section, *behind = _sections(chunk, phrases, lang, spaced=spaced)
        flat.append((_level(chunk), section))
        flat.extend((_level(chunk) + 1, part) for part in behind)
    return _two_levels(flat)


def _chunks(rows: list[Row]) -> list[_Chunk]:
    chunks: list[_Chunk] = []
    head: Row | None = None
    below: list[Row] = []
    breaks = _breaks(rows)
    for index, row in enumerate(rows):
        if row.kind is Kind.HEAD or index in breaks:
            if head is not None or below:
                chunks.append(_Chunk(head, tuple(below)))
            head, below = (row, []) if row.kind is Kind.HEAD else (None, [row])
        elif row.kind in _CONTENT:
            below.append(row)
    if head is not None or below:
        chunks.append(_Chunk(head, tuple(below)))
    return chunks


def _breaks(rows: list[Row]) -> set[int]:
    """Rows that begin a part without a heading: those after a blank line, in a note that has next to none.

    So two notes in one file keep their parts. After the last heading a gap is no break: what follows may be its end.
    """
    heads = [index for index, row in enumerate(rows) if row.kind is Kind.HEAD]
    if not heads:
        return set()
    gaps = {
        index
        for index, row in enumerate(rows)
        if row.kind in _CONTENT and row.gap and heads[0] < index < heads[-1] and not row.mark and not row.indent
    }
    gaps = {index for index in gaps if not _is_last(rows, index)}
    if any(rows[index].label or rows[index].plain.rstrip(_QUOTES)[-1:] not in _STOPS for index in gaps):
        return set()  # a verse, or what is to be done: it belongs to the part above it
    content = sum(1 for row in rows if row.kind in _CONTENT)
    alone = {index for index in gaps if not any(rows[below].kind is Kind.HEAD for below in (index - 1, index - 2))}
    return alone if len(gaps) <= _RARE_GAP * content and alone == gaps else set()


def _is_last(rows: list[Row], index: int) -> bool:
    """Whether nothing but a heading follows a row: one line is no part of its own."""
    below = (rows[at].kind for at in range(index + 1, len(rows)))
    return next((kind is Kind.HEAD for kind in below if kind in (Kind.HEAD, *_CONTENT)), True)


def _is_spaced(rows: list[Row]) -> bool:
    """Whether a blank line stands before most rows, so that it says nothing."""
    content = [row for row in rows if row.kind in (Kind.HEAD, *_CONTENT)]
    return sum(row.gap for row in content) > 0.6 * max(1, len(content))


def _level(chunk: _Chunk) -> int:
    return chunk.head.level if chunk.head else 1


def _sections(chunk: _Chunk, phrases: Phrases, lang: str, *, spaced: bool) -> list[Section]:
    """The section of a heading, and parts of it for the labelled lines behind its table."""
    rows = _answered(chunk.rows) if chunk.head is not None and chunk.head.cue == "exercise" else chunk.rows
    picture, rest = take_picture(rows, heading_title(chunk.head) if chunk.head else phrases.overview)
    table, rest = take_table(rest)
    nodes = nest(list(rest), spaced=spaced)
    behind = _behind(table, nodes)
    nodes = nodes[: len(nodes) - len(behind)]
    points = points_of(nodes, lang)
    name, source, lines = phrases.overview, "furniture", ()  # type: tuple[str, TitleSource, tuple[int, ...]]
    if chunk.head is not None:
        name, source, lines = heading_title(chunk.head), "line", chunk.head.sources
    section = Section(id="", title=name, title_from=source, lines=lines, points=points, table=table, picture=picture)
    return [_structured(section, nodes), *(_named(node, node.row.label, lang) for node in behind)]


def _behind(table: Table | None, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """The rows after a table that stands amid others, when all of them are labelled: what it says, what is to be noted.

    Decks and briefs show a section's table behind its points, so that these would stand before what they speak of.
    """
    if table is None:
        return ()
    found = tuple(node for node in nodes if node.row.sources[0] > table.lines[-1])
    apart = _FEWEST_BEHIND <= len(found) < len(nodes) and found[0].row.gap
    named = all(node.row.label and not node.row.mark and word_count(node.row.label) <= _SHORT_NAME for node in found)
    return found if apart and named else ()


def _structured(section: Section, nodes: tuple[Node, ...]) -> Section:
    """The section with what its points hold: structures, figures, and steps."""
    found = with_structures(section)
    steps = are_steps(nodes, found.points)
    points = found.points if steps else tuple(replace(one, counted=True) for one in found.points)
    return replace(found, points=points, figures=_figures(points), numbered=steps)


def _answered(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows under "Q: ...", the first of them without its "A:"."""
    match = _ANSWER.match(rows[0].plain) if rows and rows[0].kind is Kind.TEXT else None
    if match is None or not rows[0].plain[match.end() :]:
        return rows
    first = text_row(rows[0], rows[0].plain[match.end() :])
    starts = tuple(max(0, start - match.end()) for start in rows[0].starts)
    return (first._replace(label="", rest="", mark="", number="", starts=starts), *rows[1:])


def heading_title(head: Row) -> str:
    """The words of a heading: no marks, no colon at the end, no number before."""
    title = plain(head.title or head.plain)
    if head.cue == "exercise":
        title = _EXERCISE_NUMBER.sub("", title, count=1)
    title = _TAGS_AT_END.sub("", title)
    shorter = title.rstrip(" :：*").removesuffix(":-").rstrip(" -–:")
    return shorter or title or head.text.strip()


def _two_levels(flat: list[tuple[int, Section]]) -> tuple[Section, ...]:
    """Sections with subsections: whatever stands below the top level goes into the section before it."""
    done: list[tuple[Section, list[Section]]] = []
    above = 0  # the level of the section that stands open
    for level, section in flat:
        if done and done[-1][0].title_from == "line" and level > above:
            done[-1][1].append(section)
        else:
            done.append((section, []))
            above = level
    return tuple(replace(section, sections=tuple(below)) if below else section for section, below in done)


def _parts(rows: tuple[Row, ...], title: str, phrases: Phrases, lang: str, *, spaced: bool) -> tuple[Section, ...]:
    """A note without headings: one section, or several of about six rows, each named by what it speaks of most."""
    picture, rest = take_picture(rows, title)
    table, rest = take_table(rest)
    nodes = nest(list(rest), spaced=spaced)
    sizes = [_size(node) for node in nodes]
    if (outer := _by_bullets(nodes, lang)) and not (table or picture):
        return outer
    if sum(sizes) <= _WHOLE:
        points = points_of(nodes, lang)
        whole = _generated(phrases.overview, "furniture", points, nodes)
        return (replace(whole, table=table, picture=picture),)
    if table:
        nodes = nest([row for row in rows if row.kind is not Kind.PICTURE], spaced=spaced)
        sizes = [_size(node) for node in nodes]
    texts = [" ".join((node.row.plain, *(below.row.plain for below in node.below))) for node in nodes]
    used = content_words(title)
    labels = {node.row.label for node in nodes}
    listed = len(labels) == len(nodes) and "" not in labels
    sections = []
    for start, end in _parted(nodes, texts, sizes):
        name = _span(nodes[start:end]) if listed else _name(nodes[start:end], texts[start:end], used)
        used |= content_words(name)
        sections.append(_generated(name, "generated", points_of(nodes[start:end], lang), nodes[start:end]))
    if picture:
        starts = [
            min((line for point in walk_points(each.points) for line in point.lines), default=0) for each in sections
        ]
        at = max((index for index, start in enumerate(starts) if start <= picture.lines[0]), default=0)
        sections[at] = replace(sections[at], picture=picture)
    return tuple(sections)


def _by_bullets(nodes: tuple[Node, ...], lang: str) -> tuple[Section, ...]:
    """A section for each of the outermost rows, when all of them are names and most stand over rows of their own."""
    names = [_outer_name(node) for node in nodes]
    holding = [node for node in nodes if node.below and node.why is not Opening.LABEL]
    if len(nodes) < _FEWEST_OUTER or not all(names) or 2 * len(holding) <= len(nodes):
        return ()
    if sum(map(_size, nodes)) <= _WHOLE and len(holding) < len(nodes):
        return ()
    return tuple(_named(node, name, lang) for node, name in zip(nodes, names, strict=True))


def _named(node: Node, name: str, lang: str) -> Section:
    """A section of a row that has a name, and of what stands below it."""
    own: tuple[Node, ...] = ()
    if node.row.rest and not _is_name_alone(node):
        own = (Node(text_row(node.row, node.row.rest)._replace(label="", rest="", mark="", starts=())),)
    points = points_of((*own, *node.below), lang)
    section = Section(id="", title=name, title_from="line", lines=node.row.sources, points=points)
    return _structured(section, (*own, *node.below))


def _is_name_alone(node: Node) -> bool:
    """Whether a label and what stands behind it are one name over a list: "First phase: provisional (1930-34)"."""
    row = node.row
    return bool(node.below) and row.words <= _LONGEST_NAME and node.why is Opening.LIST and not is_ended(row.plain)


def _outer_name(node: Node) -> str:
    """What an outermost row names: its label, or its few words over others; "" when it says something."""
    row = node.row
    if row.label and _is_name_alone(node):
        return row.plain
    if row.label:
        return row.label if word_count(row.label) <= _SHORT_NAME else ""
    named = node.below and row.words <= _SHORT_NAME and not is_ended(row.plain)
    return row.plain.rstrip(" :：-–") if named else ""


def _size(node: Node) -> int:
    """The points of a row and of what is below it."""
    return len(sentences(node.row)) + sum(map(_size, node.below))


def _parted(nodes: tuple[Node, ...], texts: list[str], sizes: list[int]) -> list[tuple[int, int]]:
    """Where each part begins and ends; steps stay together."""
    kept = together(nodes)
    begins = [nodes[start].row.gap for start, _ in kept]
    said = [" ".join(texts[slice(*each)]) for each in kept]
    divided = _divide(said, [sum(sizes[slice(*each)]) for each in kept], begins)
    parts = [(kept[start][0], kept[end - 1][1]) for start, end in divided]
    return _with_tail(parts, sizes)


def _divide(texts: list[str], sizes: list[int], begins: list[bool]) -> list[tuple[int, int]]:
    """Where to part: after four to seven points, before a blank line, or where the fewest words carry on."""
    parts: list[tuple[int, int]] = []
    start = 0
    while True:
        end, size = start, 0
        gaps: list[int] = []
        while end < len(texts) and size <= _PART[-1]:
            size += sizes[end]
            end += 1
            if size in _PART and end < len(texts):
                gaps.append(end)
        if end == len(texts) and (size <= _PART[-1] or end == start + 1):
            return [*parts, (start, end)]
        gaps = [at for at in gaps if begins[at]] or gaps
        cut = min(gaps, key=lambda at: (_carried_on(texts, at), -at)) if gaps else max(start + 1, end - 1)
        parts.append((start, cut))
        start = cut


def _carried_on(texts: list[str], gap: int) -> int:
    """How many words of the text before a gap the text after it says again."""
    return len(content_words(texts[gap - 1]) & content_words(texts[gap]))


def _with_tail(parts: list[tuple[int, int]], sizes: list[int]) -> list[tuple[int, int]]:
    """The parts, the last of them with the one before it when it is too small to stand alone."""
    if len(parts) < 2 or sum(sizes[slice(*parts[-1])]) >= _PART[0]:
        return parts
    joined = (parts[-2][0], parts[-1][1])
    return [*parts[:-2], joined] if sum(sizes[slice(*joined)]) <= _WHOLE else parts


def _span(nodes: tuple[Node, ...]) -> str:
    """The name of a part of a glossary: its first and its last word, as dictionaries have them."""
    first, last = nodes[0].row.label, nodes[-1].row.label
    return first if first == last else f"{first} – {last}"


def _name(nodes: tuple[Node, ...], texts: list[str], used: set[str]) -> str:
    """What a part is called: a short line over others, the first question, a frequent name, or what opens it."""
    first = nodes[0].row
    if nodes[0].below and not first.label and first.words <= _SHORT_NAME and not is_ended(first.plain):
        return first.plain.rstrip(" :：-–")
    if first.label and is_question(first.label):
        return first.label
    asked = next((row.rest or row.plain for row in (node.row for node in nodes) if is_question(row.plain)), "")
    if asked and word_count(asked) <= _LONGEST_NAME and (first.label or is_question(first.plain)):
        return asked
    texts = [_DATELINE.sub("", text) for text in texts]
    speakers = {word for node in nodes for word in content_words(node.row.label)}
    for name in frequent_names(texts):
        if not content_words(name) & (used | speakers):
            return name
    timed = first.label != "" and not any(map(str.isalpha, first.label))  # "10:45", whose colon ends no clause
    opening = opening_words(first.term or (first.rest if timed else texts[0]))
    if word_count(opening) <= _SHORT_NAME:
        return opening
    said = [_DATELINE.sub("", sentence) for node in nodes for sentence, _ in sentences(node.row)]
    return part_name(said) or opening


def _generated(title: str, source: TitleSource, points: tuple[Point, ...], nodes: tuple[Node, ...]) -> Section:
    return _structured(Section(id="", title=title, title_from=source, points=points), nodes)


def _figures(points: tuple[Point, ...]) -> tuple[Figure, ...]:
    """The weightiest figures of a section, in the order of the note; what is given in a task is none."""
    found: list[tuple[int, FoundFigure, tuple[int, ...]]] = []
    said = tuple(walk_points(points))
    counts = Counter(point.lines for point in said)
    last = {point.lines: point.say for point in said}
    for order, point in enumerate(said):
        if counts[point.lines] <= _LONGEST_TASK and is_question(last[point.lines]):
            continue  # "A lunch cost 3.20 euros in 2020. What would it cost today?"
        found.extend((order, figure, point.lines) for figure in find_figures(point.say))
    best = sorted(found, key=lambda each: (-each[1].weight, each[0]))[:PER_SECTION]
    chosen = [each for each in found if each in best]
    return tuple(Figure(value=figure.value, caption=figure.caption, lines=lines) for _, figure, lines in chosen)
