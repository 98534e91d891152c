"""Holds what a place shows against what the outline says: what changed, what is missing, what nobody wrote."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from briefdeck.late import late_pattern
from briefdeck.model.page import Entry, EntryKind
from briefdeck.model.values import replace
from briefdeck.verify.blanks import filled_in
from briefdeck.verify.brief_texts import BriefTexts
from briefdeck.verify.continued import read_on, stretches
from briefdeck.verify.deck_file import DeckFile, Slide
from briefdeck.verify.outline_words import Needed, Wording
from briefdeck.verify.script import Script
from briefdeck.verify.wording import (
    MOST_COUNTED,
    Furnished,
    core,
    each_taken,
    likeness,
    normal,
    order_free,
    runs_left,
    take,
    without,
)

ALIKE = 0.45
"""Two texts with this share of their words in common are one text that was changed."""

_LEAST_START = 8
"""Characters by which the start of a shortened phrase is found."""

_UNSPACED = late_pattern(
    r"[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Letters of scripts that put no space between words, and those of Korean, which breaks between any two."""

_COUNTERS = late_pattern(r"[\s.)/:·|\d–-]*")
_COUNT = late_pattern(r"\s*\((\d{4,})\)$")
_PART = late_pattern(r"\s*\(\d+/\d+\)$")
_NUMBER = late_pattern(r"\d+")
_LETTER = late_pattern(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Changed:
    """A text of an item that reads otherwise than in the outline."""

    item: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of comparing one place."""

    changed: tuple[Changed, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()  # id and text of what is not there at all
    invented: tuple[str, ...] = ()


def compare_slides(deck: DeckFile, script: Script) -> Iterator[tuple[Slide, Comparison]]:
    """Each slide of ours with what came of comparing its texts and its alternative texts.

    Slides that share an item are compared together: what one could not hold goes on on the next.
    """
    for slides in stretches(deck.slides):
        found = _compared(slides, script, deck)
        for slide in slides:
            first = slide is slides[0]
            invented = tuple(
                words
                for words in found.invented
                if slide is next((one for one in slides if _stands(words, one, len(deck.slides))), slides[0])
            )
            yield slide, Comparison(found.changed if first else (), found.missing if first else (), invented)


def _compared(slides: Sequence[Slide], script: Script, deck: DeckFile) -> Comparison:
    count = len(deck.slides)
    items = dict.fromkeys(item for slide in slides for item in slide.items)
    wordings = [(item, script.wordings[item]) for item in items if item in script.wordings]
    needed, counted = _needed_of(wordings)
    forms = [form for _, need in needed for form in need.forms]
    around = [phrase for slide in slides for phrase in beside(slide, script)]
    recapped = tuple(_recapped(slides, script, deck))
    texts = [text for slide in slides for text in _texts(slide, count)]
    texts = read_on(texts, [*forms, *counted, *recapped], around)
    for caption in counted:
        texts = _without_first(texts, caption)
    repeated = [form for _, wording in wordings if wording.native for need in wording.slide for form in need.forms]
    drawn = any(shape.chart for slide in slides for shape in slide.shapes)
    tabled = [text for _, wording in wordings if wording.native == "chart" and not drawn for text in wording.said]
    again = (words for _, wording in wordings for words in wording.again)
    beside_them = (*around, *recapped, *(repeated if len(slides) > 1 else ()), *tabled, *again)
    found = compare(needed, texts, beside_them, script.furnished)
    spoken = [shape.alt for slide in slides for shape in slide.shapes if not shape.decorative]
    said = (text for _, wording in wordings for text in wording.said)
    unseen = compare((), spoken, (*around, *recapped, *forms, *said), script.furnished)
    return replace(found, invented=(*found.invented, *unseen.invented))


def _recapped(slides: Sequence[Slide], script: Script, deck: DeckFile) -> Iterable[str]:
    """What these slides may say as a recap; nothing where none of them is one."""
    name = core(script.furniture.words.get("recap", ""))
    if not name or not any(not slide.items and name in core(slide.title) for slide in slides):
        return ()
    return script.recapped({cut.id for cut in deck.embedded.cuts})


def _texts(slide: Slide, count: int) -> list[str]:
    """The paragraphs of a slide but for its number; `count` is how many slides there are."""
    return [
        _uncounted(paragraph.text, count) if shape.is_title else paragraph.text
        for shape in slide.shapes
        if shape.placeholder != "sldNum"
        for paragraph in shape.paragraphs
    ]


def _stands(words: str, slide: Slide, count: int) -> bool:
    said = (*_texts(slide, count), *(shape.alt for shape in slide.shapes))
    return any(words in normal(text) for text in said)


def _needed_of(wordings: Sequence[tuple[str, Wording]]) -> tuple[list[tuple[str, Needed]], list[str]]:
    """What a slide with these items needs, and the captions that it may lack: a sentence of it says their number."""
    everything = [(item, need) for item, wording in wordings for need in wording.slide]
    sentences = [form for _, need in everything if not need.caption for form in need.forms]
    needed: list[tuple[str, Needed]] = []
    said: list[str] = []
    for item, need in everything:
        others = (form for form in sentences if form != need.number)
        if need.number and any(take(form, need.number, asked=True) is not None for form in others):
            said += need.forms
        else:
            needed.append((item, need))
    return needed, said


def _without_first(texts: Sequence[str], words: str) -> list[str]:
    """The texts without the first that is just these words."""
    place = next((place for place, text in enumerate(texts) if core(text) == words), len(texts))
    return [*texts[:place], *texts[place + 1 :]]


def _uncounted(title: str, slides: int) -> str:
    """The title without the number that tells it from its like, where there are so many slides."""
    found = _COUNT.search(title)
    return title[: found.start()] if found and int(found[1]) <= slides else title


def beside(slide: Slide, script: Script) -> Iterator[str]:
    """What may stand on a slide beside its items: titles, labels, what the outline says about itself."""
    yield from script.about
    entry = script.entries.get(slide.entry)
    if entry is None:
        return
    for name in (entry.id, entry.parent, *script.below.get(entry.id, ())):
        yield from script.title_parts.get(name, ())
    if entry.kind is EntryKind.OPENING:  # the agenda may go one level deeper
        yield from script.titles.values()
    yield from script.labels.get(entry.id, ())
    if asked := script.asked.get(entry.id):
        yield asked


def compare_brief(texts: BriefTexts, script: Script, *, guided: bool = False, gone: Collection[str] = ()) -> Comparison:
    """The brief as a whole: first item by item, then what is left with what was not found.

    `gone` are the ids of what it lists as cut: rows of tables among them need not be there.
    """
    own: dict[str, list[str]] = {}
    for item, _, text in texts.items:
        own.setdefault(item, []).append(order_free(text))
    parts: list[Comparison] = []
    elsewhere: list[tuple[str, Needed]] = []
    for item, shown in own.items():
        wording = script.wordings.get(item)
        if wording is None:
            continue  # the checks of structure name it
        rows = (need for name, row in wording.rows if name not in gone for need in row)
        needed = [(item, _free(need)) for need in (*wording.brief, *rows)]
        labels = [*map(order_free, wording.labels)]
        texts_of_it = filled_in(shown, [need.forms for _, need in needed], labels) if guided else shown
        found = compare(needed, texts_of_it, (*labels, *map(order_free, wording.said)), script.furnished)
        parts.append(found)
        lost = Counter(found.missing)
        for _, need in needed:
            if lost[item, need.forms[0]] > 0:
                lost[item, need.forms[0]] -= 1
                elsewhere.append((item, need))
    names = (name for names in script.labels.values() for name in names)
    around = map(order_free, (*script.titles.values(), *names, *script.about))
    headings = (heading(text, script.entries.get(entry)) for entry, text in texts.titles)
    rest = compare(elsewhere, map(order_free, (*texts.rest, *headings)), around, script.furnished)
    found = Comparison(
        tuple(change for part in (*parts, rest) for change in part.changed),
        rest.missing,
        tuple(words for part in (*parts, rest) for words in part.invented),
    )
    return found if found == Comparison() else _as_written(found, texts, script)


def _as_written(found: Comparison, texts: BriefTexts, script: Script) -> Comparison:
    """The same for people: the letters of right-to-left words in order, as the outline has them or else the page."""
    shown = (*(text for _, text in texts.titles), *(text for _, _, text in texts.items), *texts.rest)
    rows = (need for wording in script.wordings.values() for _, row in wording.rows for need in row)
    needs = (*(need for wording in script.wordings.values() for need in wording.brief), *rows)
    said = (form for need in needs for form in need.forms)
    words = (word for text in (*shown, *said) for word in normal(text).split())
    written = {order_free(word): word for word in words if runs_left(word)}

    def read(text: str) -> str:
        return " ".join(written.get(word, word) for word in text.split())

    return Comparison(
        tuple(Changed(one.item, read(one.expected), read(one.found)) for one in found.changed),
        tuple((item, read(text)) for item, text in found.missing),
        tuple(map(read, found.invented)),
    )


def heading(text: str, entry: Entry | None) -> str:
    """A heading of the brief without the section's number before it, when what follows is the entry's title."""
    words, title = order_free(normal(text)), normal(entry.title) if entry else ""
    known = order_free(title)
    return title if known and words.endswith(known) and _is_counter(words.removesuffix(known)) else normal(text)


def _free(need: Needed) -> Needed:
    return Needed(tuple(map(order_free, need.forms)), need.caption)


def compare(
    needed: Sequence[tuple[str, Needed]], texts: Iterable[str], beside: Iterable[str], furnished: Furnished
) -> Comparison:
    """Compare the texts of one place with what its items need; `beside` may stand there too."""
    phrases = sorted({phrase for phrase in beside if phrase}, key=len, reverse=True)
    forms = {form for _, need in needed for form in need.forms}
    left = [
        words for words in map(normal, texts) if core(words) in forms or not _is_shortened(words, phrases)
    ]  # what is sought must not be taken out of the middle of a shortened title
    longest_first = sorted(needed, key=lambda pair: -len(pair[1].forms[0]))
    every = [*phrases, *(form for _, need in longest_first for form in need.forms)]
    lost = [(item, need) for item, need in longest_first if not _take_first(left, need, phrases, every)]
    rests = (_unexplained(words, phrases, furnished) for words in left if not _is_counter(words, furnished.most))
    return _paired(lost, [rest for rest in rests if rest])


def _unexplained(words: str, phrases: Sequence[str], furnished: Furnished) -> str:
    """What is left of the words when all that may stand there is taken out."""
    if not furnished.left_of(without(words, phrases)):
        return ""  # a title that ends like the number of a part: "Birth (1918/19)"
    words = _PART.sub("", words)
    rest = furnished.left_of(without(words, phrases))
    if rest and not furnished.left_of(words):
        return ""  # furniture that has a word which is a title too: the title "today" in "what I learnt today"
    if rest and any(one and not furnished.left_of(one) for one in (take(words, phrase) for phrase in phrases)):
        return ""  # a phrase among furniture that has the same word: the title "What" in "What: what to know?"
    if rest and (shorter := _without_shortened(words, phrases)) != words:
        return min(rest, furnished.left_of(without(shorter, phrases)), key=len)
    return rest


def _take_first(left: list[str], need: Needed, phrases: Sequence[str], every: Sequence[str]) -> bool:
    """Take a needed text out of the place that is nothing else, or nothing but what may stand there, or the first.

    A text that stands only inside a longer phrase, such as a label that begins like it, is not there. `every` are the
    phrases and all that is needed: where a text is found more than once, these must account for the words around it.
    """
    first: tuple[int, str] | None = None
    for form in need.forms:
        longer = [phrase for phrase in phrases if len(phrase) > len(form) and form in phrase]
        whole = [place for place, words in enumerate(left) if core(words) == form]
        for place in chain(whole, range(len(left))):
            rests = _rests(left[place], form, longer)
            known = phrases if len(rests) == 1 else every
            for rest in rests:
                if not _LETTER.search(without(rest, known)):  # "from: 4" rather than the 4 of "Title (1/4)"
                    left[place] = rest
                    return True
                first = first or (place, rest)
    if first is not None:
        left[first[0]] = first[1]
    return first is not None


def _rests(words: str, form: str, longer: Sequence[str]) -> list[str]:
    """What is left of the words without a text, for each place where it stands in them outside the longer phrases."""
    return list(each_taken(without(words, longer), form)) if form in words else []


def _is_counter(words: str, most: int = MOST_COUNTED) -> bool:
    """Whether these are only small numbers: of a section, of a page."""
    return bool(_COUNTERS.fullmatch(words)) and all(
        len(number) <= 6 and int(number) <= most for number in _NUMBER.findall(words)
    )


def _is_shortened(words: str, phrases: Sequence[str]) -> bool:
    """Whether these are only the start of a known phrase, cut with an ellipsis."""
    return "…" in words and not _without_shortened(_PART.sub("", words), phrases).strip()


def _without_shortened(words: str, phrases: Iterable[str]) -> str:
    """The words without the starts of known phrases that were cut with an ellipsis where there was no room."""
    *cut, rest = words.split("…")
    kept = []
    for before in cut:
        whole = before.strip()
        if whole and any(_begins(phrase, whole) for phrase in phrases):
            continue
        starts = ((match.start(), phrase) for phrase in phrases for match in _starts(phrase, before))
        found = (start for start, phrase in starts if _begins(phrase, before[start:].rstrip()))
        start = next(found, None)
        kept.append(f"{before}…" if start is None else before[:start])
    return "".join((*kept, rest))


def _starts(phrase: str, words: str) -> Iterator[re.Match[str]]:
    return re.finditer(re.escape(phrase[:_LEAST_START]), words)


def _begins(phrase: str, start: str) -> bool:
    """Whether a phrase begins so, and not within a word where its script parts words."""
    last, following = start[-1:], phrase[len(start) : len(start) + 1]
    within = last.isalnum() and following.isalnum() and not _UNSPACED.match(following)
    return phrase.startswith(start) and not within


def shows(texts: Iterable[str], phrase: str) -> bool:
    """Whether a phrase stands in one of the texts, in full or shortened with an ellipsis."""
    for text in texts:
        words = normal(text)
        words = words if phrase in words else _PART.sub("", words)
        if without(words, (phrase,)) != words or _without_shortened(words, (phrase,)) != words:
            return True
    return False


def _paired(lost: list[tuple[str, Needed]], extra: list[str]) -> Comparison:
    """What is missing and what is too much are one change where they are alike."""
    changed, missing = [], []
    for item, need in lost:
        best = max(extra, key=lambda words: _closest(need, words)[0], default="")
        closeness, form = _closest(need, best)
        if closeness >= ALIKE:
            extra.remove(best)
            changed.append(Changed(item, form, best))
        else:
            missing.append((item, need.forms[0]))
    return Comparison(tuple(changed), tuple(missing), tuple(extra))


def _closest(need: Needed, words: str) -> tuple[float, str]:
    return max((likeness(form, words), form) for form in need.forms)
