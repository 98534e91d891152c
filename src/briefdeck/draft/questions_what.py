"""Questions that ask what something is: of definitions, of headings that name causes or roles, of words explained.

They are asked where few statements make a question "why". English only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefdeck.draft.question_subjects import as_it_stands_inside
from briefdeck.draft.terms import defined, is_glossary
from briefdeck.draft.words import content_words, has_auxiliary, runs, word_count, word_set
from briefdeck.late import late_pattern
from briefdeck.model.outline import Outline, Point, Remark, Section, section_points, walk_sections
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

_LONGEST_WHOLE, _LONGEST_TITLE, _MOST_GLOSSED = 5, 12, 3  # words, words, questions
_SEVERAL = word_set(
    "causes effects advantages disadvantages benefits drawbacks merits demerits functions types kinds features "
    "characteristics properties factors reasons consequences challenges outcomes objectives aims steps stages phases "
    "limitations uses powers duties rights symptoms components parts elements principles sources problems results "
    "impacts differences similarities methods rules conditions laws strengths weaknesses risks arguments signs costs"
)
_ONE = word_set("role importance significance structure purpose impact function aim meaning nature origin")
_WITH_MORE = late_pattern(
    r"(?:The\s)?(?P<kind>(?:Main|Major|Key|Chief|Different|Various|Basic|Common|Social|Political|Economic|Legal)\s)?"
    r"(?P<noun>[A-Za-z]{3,16})\s(?P<link>of|for|against|in|between|behind)\s(?P<rest>\S.*)$"
)
_NOT_PLAIN = late_pattern(r"[:;?!()\[\]/“”\"–—=]|\s-\s|\d\.")
_PERSON = word_set(
    "head leader minister person someone somebody anyone man woman king queen president poet writer author scientist "
    "officer official member player teacher doctor judge governor chief citizen"
)
_FEWEST_MEANT = 4  # words: fewer translate a word, they do not explain it
_NEAR = 4  # words of a meaning that say what kind of thing it is


def what_questions(frame: Outline, sections: tuple[Section, ...], ordinary: frozenset[str]) -> Iterator[Remark]:
    """Such questions, best first; the frame has the note's title."""
    whole = frame.title if frame.title_from == "line" else ""
    if found := _of_heading(whole, "", ordinary):
        yield Remark(text=found.text, lines=frame.title_lines)
    yield from _of_headings(sections, replace(frame, title=whole), ordinary)
    points = [(section, point) for section in walk_sections(sections) for point in section_points(section)]
    for _, point in points:
        if not point.label and (text := _of_definition(point.say, ordinary)):
            yield Remark(text=text, lines=point.lines)
    lists_terms = len(sections) == 1 and is_glossary(replace(sections[0], title=whole))
    glossed = [
        point for section, point in points
        if point.label and (lists_terms or is_glossary(section)) and word_count(point.say) >= _FEWEST_MEANT
    ]  # fmt: skip
    yield from _glossed(glossed[:_MOST_GLOSSED])


def _of_headings(sections: tuple[Section, ...], frame: Outline, ordinary: frozenset[str]) -> Iterator[Remark]:
    """The questions that headings make; "Causes" alone asks for those of what it stands under.

    That is the section above it; the whole only when the points speak of that: else they may be the causes of what
    came before.
    """
    for section in sections:
        spoken = {word for point in section_points(section) for word in runs(point.say)}
        named = section.title if section.title_from == "line" else ""
        above = frame.title if content_words(frame.title) <= spoken else ""
        under = ((below, named, section.lines) for below in section.sections)
        for one, of, lines in ((section, above, frame.title_lines), *under):
            if one.title_from == "line" and one.points and (found := _of_heading(one.title, of, ordinary)):
                yield Remark(text=found.text, lines=(*lines, *one.lines) if found.of_whole else one.lines)


def _glossed(points: Iterable[Point]) -> Iterator[Remark]:
    for point in points:
        yield Remark(text=f"What is meant by “{point.label}”?", lines=point.lines)


def _of_definition(sentence: str, ordinary: frozenset[str]) -> str:
    """Of "A recession is a fall in output" the question "What is a recession?"; "" when it defines nothing."""
    found = defined(sentence)
    if found is None or not _PERSON.isdisjoint(runs(found.meaning)[:_NEAR]):
        return ""
    subject = f"{found.article} {found.term}".strip()
    inside = as_it_stands_inside(subject, ordinary)
    if not inside or _NOT_PLAIN.search(subject):
        return ""
    if found.verb in ("is", "are"):
        return f"What {found.verb} {inside}?"
    auxiliary, base = ("does", found.verb[:-1]) if found.verb in ("means", "refers to") else ("do", found.verb)
    return f"What {auxiliary} {inside} {'refer to' if base.startswith('refer') else base}?"


class _Asked(NamedTuple):
    """A question that a heading makes, and whether it names what the heading stands under as well."""

    text: str
    of_whole: bool


def _of_heading(title: str, whole: str, ordinary: frozenset[str]) -> _Asked | None:
    """Of "Causes of the war" the question "What are the causes of the war?"; None when the heading is no such name."""
    title = title.strip().rstrip(":")
    if title.isupper() or _NOT_PLAIN.search(title) or word_count(title) > _LONGEST_TITLE or has_auxiliary(title):
        return None
    match = _WITH_MORE.match(title)
    noun = (match["noun"] if match else title).lower()
    verb = "are" if noun in _SEVERAL else "is" if noun in _ONE else ""
    if not verb:
        return None
    if match:
        kind = (match["kind"] or "").lower()
        rest = _small_inside(match["rest"], ordinary)
        return _Asked(f"What {verb} the {kind}{noun} {match['link']} {rest}?", of_whole=False)
    of = _whole_inside(whole, ordinary)
    return _Asked(f"What {verb} the {noun} of {of}?", of_whole=True) if of else None


def _whole_inside(whole: str, ordinary: frozenset[str]) -> str:
    """The note's title as it stands in a sentence; "" when it is none to be asked about so."""
    if not whole or whole.isupper() or _NOT_PLAIN.search(whole) or word_count(whole) > _LONGEST_WHOLE:
        return ""
    if has_auxiliary(whole) or " and " in whole or "," in whole or any(map(str.isdigit, whole)):
        return ""
    first = as_it_stands_inside(whole, ordinary)
    return _small_inside(first, ordinary) if first else ""


def _small_inside(text: str, ordinary: frozenset[str]) -> str:
    """The text with small letters where the note writes all of its words so: "Nuclear Power" after "nuclear power"."""
    words = text.split()
    capital = [word for word in words if word[:1].isupper()]
    if any(word.lower() not in ordinary for word in capital):
        return text  # a name: "the First World War"
    return " ".join(word.lower() if word in capital else word for word in words)
