"""Note to outline: the recipe. Each step is a pure pass from rows to rows; the last ones gather what the rows say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from briefdeck.draft.accounting import reasons_of, unused_lines
from briefdeck.draft.chatter import without_chatter
from briefdeck.draft.closing import asks_itself, take_closing
from briefdeck.draft.contents_list import without_contents
from briefdeck.draft.doubts import find_doubts
from briefdeck.draft.headings import find_headings
from briefdeck.draft.inline import plain
from briefdeck.draft.labels import find_labels
from briefdeck.draft.language import detect_language
from briefdeck.draft.lasting_numbers import keep_numbers
from briefdeck.draft.levels import press_levels, set_levels
from briefdeck.draft.lines import clean_lines
from briefdeck.draft.mail import take_mail_head
from briefdeck.draft.markup import read_markup
from briefdeck.draft.masthead import take_masthead
from briefdeck.draft.named_items import with_named_items
from briefdeck.draft.names_alone import with_names_alone
from briefdeck.draft.phrases import phrases_for
from briefdeck.draft.questions import MOST as MOST_QUESTIONS
from briefdeck.draft.questions import Question, ask, is_denied, ordinary_words
from briefdeck.draft.rank import ranked
from briefdeck.draft.rows import Kind, Row, shape_rows
from briefdeck.draft.sections import build_sections
from briefdeck.draft.slides import read_slides
from briefdeck.draft.terms import MOST as MOST_TERMS
from briefdeck.draft.terms import find_terms, is_glossary, listed_terms, term_of_label
from briefdeck.draft.title import take_title
from briefdeck.draft.web_furniture import without_furniture
from briefdeck.draft.wraps import is_wrapped, split_long, unwrap
from briefdeck.errors import BriefdeckError, Position, Problem
from briefdeck.model.ids import assign_ids
from briefdeck.model.note import Note
from briefdeck.model.outline import Outline, Point, Remark, Section, Term, section_points, walk_points, walk_sections
from briefdeck.model.values import replace

_ENOUGH_OWN = 2  # beside which no question is made


def draft_outline(note: Note, lang: str = "") -> tuple[Outline, tuple[Problem, ...]]:
    """The outline of a note, ids assigned, with remarks on doubtful spots; `lang` overrides the detected language.

    Raises BriefdeckError when the note holds nothing but decoration.
    """
    outline, reasons = _drafted(note, lang)
    outline = replace(outline, digest=note.digest, sections=ranked(outline.sections))
    questions = outline.questions
    if len(questions) < _ENOUGH_OWN and not asks_itself(outline.sections):
        questions = (*questions, *_questions(outline.sections, outline))
    outline = replace(outline, terms=_terms(outline.sections), questions=questions)
    outline = assign_ids(replace(outline, unused=unused_lines(note, outline, reasons)))
    return outline, find_doubts(note)


def _drafted(note: Note, lang: str) -> tuple[Outline, Mapping[int, str]]:
    """What the rows of a note come to, and why lines may be left out, by their numbers.

    The rows end here: of a long note there are many.
    """
    rows, lang = read_rows(note, lang)
    if not any(row.kind in (Kind.TEXT, Kind.HEAD, Kind.TABLE, Kind.CODE, Kind.PICTURE) for row in rows):
        raise BriefdeckError(
            [
                Problem(
                    "BD209",
                    "the note holds no words",
                    Position(note.name),
                    "write something in it, or name another file",
                )
            ]
        )
    phrases = phrases_for(lang)
    title, rest = take_title(rows, note.name, phrases)
    frame = Outline(
        title=title.text,
        title_from=title.source,
        title_lines=title.lines,
        subtitle=_stated(rows, "subtitle"),
        author=_stated(rows, "author"),
        school=_stated(rows, "school"),
        class_=_stated(rows, "class"),
        date=_stated(rows, "date"),
        note=note.name,
        lang=lang,
        sections=(),
    )
    reasons = reasons_of(rows)
    rest = press_levels(rest)
    del rows  # those that are left are used up by `build_sections`
    closing = take_closing(build_sections(rest, title.text, phrases, lang))
    found = replace(frame, sections=closing.sections, questions=closing.questions, takeaways=closing.takeaways)
    return found, reasons


def read_rows(note: Note, lang: str = "") -> tuple[list[Row], str]:
    """The note's rows and its language: `lang`, or what it states, or what its words tell.

    A row has its kind, its label and, as a heading, its cue and level: the table that everything else is made of.
    """
    rows = without_furniture(without_chatter(take_mail_head(read_markup(shape_rows(clean_lines(note))))))
    lang = lang or language_of(rows)
    english = lang.startswith("en")
    wrapped = is_wrapped(rows)
    rows = take_masthead(split_long(unwrap(without_contents(read_slides(rows)))))
    rows = with_named_items(with_names_alone(find_labels(rows, english=english)))
    return set_levels(keep_numbers(find_headings(rows, wrapped=wrapped, english=english))), lang


def language_of(rows: list[Row]) -> str:
    """The language that the note states, or that its words tell."""
    return _stated(rows, "lang") or detect_language(row.plain or row.title for row in rows)


def _stated(rows: list[Row], name: str) -> str:
    """What front matter says under a name, "" when it says nothing."""
    return next((plain(row.title) for row in rows if row.kind is Kind.SKIP and row.cue == name), "")


def _points(sections: tuple[Section, ...]) -> list[tuple[Section, Point]]:
    return [(section, point) for section in walk_sections(sections) for point in section_points(section)]


def _terms(sections: tuple[Section, ...]) -> tuple[Term, ...]:
    """The terms that the sentences explain; none beside a glossary of the note's own, which would be said twice."""
    if any(map(is_glossary, walk_sections(sections))):
        return ()
    found: dict[str, Term] = {}
    for _, point in _points(sections):
        for term, meaning in _terms_of(point):
            found.setdefault(term.lower(), Term(term=term, meaning=meaning, lines=point.lines))
        if len(found) >= MOST_TERMS:
            break
    return tuple(found.values())[:MOST_TERMS]


def _terms_of(point: Point) -> Iterator[tuple[str, str]]:
    if point.label:
        if spelt := term_of_label(point.label):
            yield spelt
        yield from listed_terms(point.label, point.say)
    yield from find_terms(point.say)


def _questions(sections: tuple[Section, ...], frame: Outline) -> tuple[Remark, ...]:
    """What to ask the class: questions made of the note's statements; beside one or none the headings that ask."""
    english = frame.lang.startswith("en")
    made = _made_questions(sections) if english else ()
    if len(made) > 1:
        return made
    from briefdeck.draft.questions_beside import questions_beside

    return questions_beside(sections, frame, made)


def _spoken(sections: tuple[Section, ...]) -> set[int]:
    """What somebody in a talk says, by identity: a label that comes again is a speaker, and states nothing."""
    labelled = [point for section in walk_sections(sections) for point in section.points if point.label]
    counts = Counter(point.label for point in labelled)
    return {id(one) for point in labelled if counts[point.label] > 1 for one in walk_points((point,))}


def _made_questions(sections: tuple[Section, ...]) -> tuple[Remark, ...]:
    """The best question of each section, the best first."""
    points = _points(sections)
    ordinary = ordinary_words(point.say for _, point in points)
    spoken = _spoken(sections)
    best: list[tuple[Question, Point]] = []
    for section in walk_sections(sections):
        asked = [
            (ask(point.say, ordinary), point)
            for point in section_points(section)
            if not (is_denied(point) or id(point) in spoken)
        ]
        good = [(question, point) for question, point in asked if question is not None and question.score >= 0]
        if good:
            best.append(max(good, key=lambda pair: pair[0].score))
    best.sort(key=lambda pair: -pair[0].score)
    return tuple(Remark(text=question.text, lines=point.lines) for question, point in best[:MOST_QUESTIONS])
