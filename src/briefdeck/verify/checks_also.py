"""What holds of slides.pdf and the handout where they are there: the deck's slides, word for word, from one build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from briefdeck.errors import Problem
from briefdeck.verify import checks_seen, checks_steps, checks_tagged
from briefdeck.verify.brief_file import BriefFile, Element, Marking, Run
from briefdeck.verify.deck_file import Slide
from briefdeck.verify.deck_languages import primary
from briefdeck.verify.evidence import Evidence
from briefdeck.verify.report import Check
from briefdeck.verify.wording import clip, normal, order_free, words_of

AGAIN = "build again, with --also"
_PER_SHEET = (3, 6, 9)
_FIGURES = frozenset({"chart", "picture"})
_CLOSE = 0.5  # sizes of the type, or points for baselines


@dataclass(frozen=True, slots=True)
class Also:
    """A PDF beside deck and brief, and what it is held against."""

    kind: Literal["slides", "handout"]
    file: BriefFile
    evidence: Evidence

    @property
    def name(self) -> str:
        """What messages call it."""
        return f"{self.kind}.pdf"


@dataclass(frozen=True, slots=True)
class AlsoPromise:
    """One check; the file's name is put before its own."""

    number: str
    name: str
    find: Callable[[Also], Iterable[Problem]]
    needs_deck: bool = False


def build(also: Also) -> Iterator[Problem]:
    """It comes from the build that the others come from."""
    own = also.file.embedded.build
    others = (also.evidence.found_deck, also.evidence.found_brief)
    known = next((other.embedded.build for other in others if other and other.embedded.build), "")
    if not own:
        yield Problem("BD481", f"{also.name} carries no build id", hint=AGAIN)
    elif known and own != known:
        message = f"{also.name} comes from another build ({own}) than the files beside it ({known})"
        yield Problem("BD480", message, hint=f"build again with --also {also.kind}, or delete {also.name}")


def pages(also: Also) -> Iterator[Problem]:
    """A page for every slide, or as many sheets as they take."""
    count = len(also.evidence.deck.slides)
    wanted = [count] if also.kind == "slides" else [-(-count // each) for each in _PER_SHEET]
    if also.file.pages not in wanted:
        message = f"{also.name} has {also.file.pages} pages for {count} slides"
        yield Problem("BD483", message, hint=AGAIN)


def words(also: Also) -> Iterator[Problem]:
    """Each slide's words on its page, or all of them on the sheets."""
    slides = also.evidence.deck.slides
    if also.kind == "slides":
        shown = _by_page(also.file)
        for slide in slides:
            where = f"page {slide.number} of {also.name}"
            said = shown.get(slide.number, Counter())
            yield from _differ(said, _of_slide(slide), where, f"slide {slide.number}")
        return
    said = Counter(chain.from_iterable(page.elements() for page in _by_page(also.file).values()))
    wanted = Counter(chain.from_iterable(_of_slide(slide).elements() for slide in slides))
    yield from _differ(said & wanted, wanted, also.name, "the deck")


def order(also: Also) -> Iterator[Problem]:
    """The slides' titles are headings, in the order of the deck."""
    found = [_plain(element.text) for element in also.file.elements() if element.tag[:1] == "H"]
    at = 0
    for slide in also.evidence.deck.slides:
        title = _plain(slide.title)
        if title not in found[at:]:
            message = f"{also.name}: the title “{clip(slide.title)}” is no heading, or not in the deck's order"
            yield Problem("BD486", message, hint=AGAIN)
            return
        at = found.index(title, at) + 1


def bookmarks(also: Also) -> Iterator[Problem]:
    """The bookmarks at the top are the deck's sections."""
    marks = [normal(mark.title) for mark in also.file.bookmarks if not mark.level]
    sections = [normal(section.name) for section in also.evidence.deck.sections]
    leads = [mark.page for mark in also.file.bookmarks if not mark.level]
    first = [section.slides[0] for section in also.evidence.deck.sections if section.slides]
    if also.kind == "slides" and marks == sections and len(first) == len(leads):
        for name, page, number in zip(sections, leads, first, strict=True):
            if page != number:
                message = f"the bookmark “{clip(name)}” of {also.name} leads to page {page}, not to page {number}"
                yield Problem("BD487", message, hint=AGAIN)
    if marks != sections:
        odd = next((mark for mark in marks if mark not in sections), "") or next(
            (name for name in sections if name not in marks), ""
        )
        message = f"the bookmarks of {also.name} are not the deck's sections" + (f": “{clip(odd)}”" if odd else "")
        yield Problem("BD487", message, hint=AGAIN)


def numbers(also: Also) -> Iterator[Problem]:
    """Steps, questions and the rows of the agenda have the numbers that they have on the slides."""
    yield from checks_steps.like_the_deck(also.file, also.evidence.deck, also.name)


def lie(also: Also) -> Iterator[Problem]:
    """Its pages lie upright and whole."""
    for fault in dict.fromkeys(also.file.page_faults):
        yield Problem("BD499", f"a page of {also.name} is {fault}", hint=AGAIN)


def aloud(also: Also) -> Iterator[Problem]:
    """It can be read aloud, seen and copied."""
    file, what = also.file, also.name
    yield from checks_tagged.document(file, what)
    if (script := also.evidence.found_outline) is not None:
        yield from checks_tagged.languages(file, primary(script.outline.lang), what)
    yield from checks_tagged.headings(file, what)
    yield from checks_tagged.marks(file, what)
    yield from checks_tagged.fonts(file, what)
    yield from checks_tagged.standards(file, what)
    deck = also.evidence.found_deck
    if not (deck and deck.template):  # whose grounds such a file does not show
        yield from checks_tagged.contrasts(file, what, least_size=18 if also.kind == "handout" else 0)


def seen(also: Also) -> Iterator[Problem]:
    """All its words are seen."""
    yield from checks_seen.unseen_words(also.file, also.name)


def untouched(also: Also) -> Iterator[Problem]:
    """Nobody has written or stamped anything on it."""
    yield from checks_seen.put_on(also.file, also.name)


def alone(also: Also) -> Iterator[Problem]:
    """It does nothing by itself."""
    yield from checks_seen.what_it_runs(also.file, also.name)


PROMISES = (
    AlsoPromise("P1", "shows the deck's words", words, needs_deck=True),
    AlsoPromise("P1", "had nothing put on it", untouched),
    AlsoPromise("P2", "shows all words that it holds", seen),
    AlsoPromise("P3", "has every slide", pages, needs_deck=True),
    AlsoPromise("P3", "keeps the deck's order", order, needs_deck=True),
    AlsoPromise("P3", "counts as the deck counts", numbers, needs_deck=True),
    AlsoPromise("P3", "has the deck's sections for bookmarks", bookmarks, needs_deck=True),
    AlsoPromise("P5", "has pages that lie as they should", lie),
    AlsoPromise("P7", "can be read aloud", aloud),
    AlsoPromise("P8", "comes from the same build", build),
    AlsoPromise("P8", "runs nothing and brings nothing along", alone),
)


def checks(also: Also) -> Iterator[Check]:
    """Every check of one file."""
    for promise in PROMISES:
        name = f"{also.name} {promise.name}"
        if promise.needs_deck and also.evidence.found_deck is None:
            yield Check(promise=promise.number, name=name, passed=None, details="not checked: no deck")
            continue
        found = tuple(dict.fromkeys(promise.find(also)))
        details = f"{len(found)} problem{'' if len(found) == 1 else 's'}" if found else ""
        yield Check(promise=promise.number, name=name, passed=not found, details=details, problems=found)


def _differ(shown: Counter[str], wanted: Counter[str], where: str, source: str) -> Iterator[Problem]:
    missing, more = wanted - shown, shown - wanted
    if missing:
        lost = " ".join(word for word in wanted if word in missing)
        yield Problem("BD484", f"{where} lacks “{clip(lost)}”, which {source} shows", hint=AGAIN)
    if more:
        added = " ".join(word for word in shown if word in more)
        yield Problem("BD485", f"{where} shows “{clip(added)}”, which {source} does not", hint=AGAIN)


def _of_slide(slide: Slide) -> Counter[str]:
    """The words that a slide shows, those of a chart or a picture by its alternative text."""
    found: Counter[str] = Counter()
    for shape in slide.shapes:
        if shape.kind in _FIGURES:
            found.update(_words("" if shape.decorative else shape.alt))
        else:
            found.update(chain.from_iterable(_words(paragraph.text) for paragraph in shape.paragraphs))
    return found


def _by_page(file: BriefFile) -> dict[int, Counter[str]]:
    """The words of each page: those that are read aloud without bullets and numbers, and the foot."""
    found: dict[int, Counter[str]] = {}
    page = 1
    for block in (block for root in file.structure for block in root.children):
        if isinstance(block, Element):
            page = next((run.page for run in block.runs()), page)  # a picture says no words: it follows its title
            found.setdefault(page, Counter()).update(_words(_aloud(block)))
    before: Run | None = None
    line = ""
    for run in (run for run in file.runs if run.marking is not Marking.TAGGED):
        if before and not _goes_on(before, run):
            found.setdefault(before.page, Counter()).update(_words(line))
            line = ""
        line += run.text
        before = run
    if before:
        found.setdefault(before.page, Counter()).update(_words(line))
    return found


def _aloud(block: Element) -> str:
    """What is heard of a block: of a figure its alternative text and its caption."""
    if block.tag != "Figure":
        return block.text
    captions = (child.text for child in block.children if isinstance(child, Element) and child.tag == "Caption")
    return " ".join((block.alt, *captions))


def _goes_on(before: Run, run: Run) -> bool:
    """Whether a run continues the line of the one before it: beside it, or in one stretch where directions mix."""
    apart = min(abs(run.left - before.right), abs(before.left - run.right))
    beside = apart < _CLOSE * run.size or before.decoration == run.decoration > 0
    return before.page == run.page and abs(before.baseline - run.baseline) < _CLOSE and beside


def _words(text: str) -> list[str]:
    """Words with letters or figures in them, without regard to capitals."""
    return [word for word in words_of(order_free(normal(text).casefold())) if any(map(str.isalnum, word))]


def _plain(text: str) -> str:
    return order_free(normal(text).casefold())
