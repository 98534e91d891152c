"""P3, one structure, and P8: deck and brief carry the same sections and items in the same order, from one build."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from briefdeck.errors import Problem, Severity
from briefdeck.model.page import Cut, Entry
from briefdeck.verify.brief_texts import ENTRY, id_of
from briefdeck.verify.comparing import heading
from briefdeck.verify.evidence import Evidence
from briefdeck.verify.wording import clip, normal
from briefdeck.version import __version__

AGAIN = "build again"


def deck_sections(evidence: Evidence) -> Iterator[Problem]:
    """PowerPoint's sections, which have no depth, against the top level of the contents; each slide in its section."""
    deck = evidence.deck
    names = [normal(section.name) for section in deck.sections]
    expected = [title for title, level in _expected(evidence, deck.embedded.cuts) if not level]
    yield from _titles(expected, names, "the deck's sections")
    for section in deck.sections:
        if [*section.slides] != sorted(section.slides):
            message = f"the deck's section “{clip(section.name)}” lists its slides in another order than they are shown"
            yield Problem("BD432", message, hint=AGAIN)
    seated = {number: section.name for section in deck.sections for number in section.slides}
    for slide in deck.slides:
        entry = evidence.script.entries.get(slide.entry)
        name = seated.get(slide.number)
        if name is None:
            yield Problem("BD434", f"slide {slide.number} stands in no section", hint="move it into one in PowerPoint")
        elif entry and normal(name) != normal(_top(evidence, entry).title):
            message = f"slide {slide.number} stands in the section “{clip(name)}” but belongs to “{clip(entry.title)}”"
            yield Problem("BD434", message, hint="move it back in PowerPoint, or build again")
        elif slide.tagged and entry is None:
            message = f"slide {slide.number} belongs to a section that the outline does not have"
            yield Problem("BD436", message, hint=AGAIN)


def bookmarks(evidence: Evidence) -> Iterator[Problem]:
    """The PDF's bookmarks and headings against the contents."""
    expected = _expected(evidence, evidence.brief.embedded.cuts)
    marks = evidence.brief.bookmarks
    yield from _titles(
        [title for title, _ in expected], [normal(mark.title) for mark in marks], "the brief's bookmarks"
    )
    if [normal(mark.title) for mark in marks] == [title for title, _ in expected]:
        for mark, (title, level) in zip(marks, expected, strict=True):
            if mark.level != level:
                where = "does not stand below its section" if level else "stands below another section"
                yield Problem("BD437", f"the bookmark “{clip(title)}” {where}", hint=AGAIN)
    for mark in marks:
        if not mark.leads:
            yield Problem("BD419", f"the bookmark “{clip(mark.title)}” leads nowhere", hint=AGAIN)
    shown = [heading(text, evidence.script.entries.get(entry)) for entry, text in evidence.brief_texts.titles]
    yield from _titles([title for title, _ in expected], shown, "the brief's headings")


def slides_named(evidence: Evidence) -> Iterator[Problem]:
    """The slides that the brief names beside a heading are those that show the section."""
    words = evidence.script.furniture.words
    patterns = [
        re.escape(normal(words[key])).replace(re.escape(gap), r"([\d,–\- ]+)")
        for key, gap in (("slide", "{slide}"), ("slides", "{slides}"))
        if key in words
    ]
    entry = ""
    for element in evidence.brief.elements():
        if element.tag.startswith("H"):
            entry = id_of(element.id) if element.id.startswith(ENTRY) else entry
        match = (
            element.tag == "P" and entry and not element.id and re.fullmatch("|".join(patterns), normal(element.text))
        )
        if match:
            named = _numbers(next(filter(None, match.groups()), ""))
            true = [slide.number for slide in evidence.deck.slides if _is_under(evidence, slide.entry, entry)]
            if named != true:
                title = evidence.script.entries[entry].title if entry in evidence.script.entries else entry
                message = (
                    f"the brief says “{clip(element.text.strip())}” beside “{clip(title)}”, which the deck does not"
                )
                yield Problem("BD427", message, hint=AGAIN)
            entry = ""


def _is_under(evidence: Evidence, slide_entry: str, entry: str) -> bool:
    found = evidence.script.entries.get(slide_entry)
    return slide_entry == entry or (found is not None and found.parent == entry)


def _numbers(text: str) -> list[int]:
    """“4–6, 9” as 4, 5, 6, 9."""
    found: list[int] = []
    for part in text.split(","):
        ends = [int(end) for end in re.findall(r"\d+", part)]
        found += range(ends[0], ends[-1] + 1) if ends else ()
    return found


def deck_order(evidence: Evidence) -> Iterator[Problem]:
    """The items on the slides, in the outline's order and under their own section."""
    deck = evidence.deck
    found = [(item, slide.entry, f"slide {slide.number}") for slide in deck.slides for item in slide.items]
    yield from _order(evidence, found, "deck")


def brief_order(evidence: Evidence) -> Iterator[Problem]:
    """The items on the brief, in the outline's order and under their own section."""
    found = [(item, entry, "the brief") for item, entry, _ in evidence.brief_texts.items]
    yield from _order(evidence, found, "brief")


def same_sections(evidence: Evidence) -> Iterator[Problem]:
    """Deck against brief by what they carry themselves, with or without an outline: entries in the same order."""
    deck, brief = evidence.deck, evidence.brief
    gone = {cut.id for cut in (*deck.embedded.cuts, *brief.embedded.cuts)}
    titles = {entry: text for entry, text in evidence.brief_texts.titles if entry not in gone}
    in_deck = [name for name in dict.fromkeys(slide.entry for slide in deck.slides if slide.tagged) if name not in gone]
    if set(in_deck) == set(titles) and in_deck != list(titles):
        first = next(name for name, other in zip(titles, in_deck, strict=True) if name != other)
        message = f"deck and brief go through their sections in another order from “{clip(titles[first])}” on"
        yield Problem("BD438", message, hint="build both again, together")
    for name in in_deck:
        if name not in titles:
            first_slide = next(slide.number for slide in deck.slides if slide.entry == name)
            yield Problem("BD439", f"the section of slide {first_slide} is not on the brief", hint=AGAIN)
    for name, title in titles.items():
        if name not in in_deck:
            yield Problem("BD439", f"the brief's section “{clip(title)}” is not in the deck", hint=AGAIN)


def same_source(evidence: Evidence) -> Iterator[Problem]:
    """P8: both files were built from the outline as it is now, or from the note where there is no outline."""
    files = [file for file in (evidence.found_deck, evidence.found_brief) if file is not None]
    other = [file.embedded for file in files if file.embedded.source not in ("", evidence.source)]
    if not other:
        return
    what = "outline" if other[0].outline else "note"
    built_by = other[0].version
    newer = f", or is read otherwise by briefdeck {__version__} than by {built_by}" if built_by != __version__ else ""
    hint = "run `briefdeck build` again; how the files differ from it is counted in the table of checks"
    yield Problem("BD480", f"the {what} was changed since the build{newer}", hint=hint)


def same_build(evidence: Evidence) -> Iterator[Problem]:
    """P8: both files come from one build."""
    deck, brief = evidence.deck, evidence.brief
    ids = (deck.embedded.build, brief.embedded.build)
    if not all(ids):
        which = "brief" if ids[0] else "deck" if ids[1] else "deck and the brief"
        yield Problem("BD481", f"the {which} carries no build id", hint=AGAIN)
    elif ids[0] != ids[1]:
        message = f"deck and brief come from different builds ({ids[0]} and {ids[1]})"
        yield Problem("BD480", message, hint="build both again, together")


def untouched(evidence: Evidence) -> Iterator[Problem]:
    """P8: whether somebody saved the deck since it was built."""
    sealed = evidence.deck.sealed
    if sealed is False:
        yield Problem("BD404", "the deck was saved again since it was built", hint="nothing, if you edited it",
                      severity=Severity.REMARK)  # fmt: skip
    elif sealed is None:
        yield Problem("BD482", "the deck carries no seal", hint=AGAIN)


def same_bytes(evidence: Evidence) -> Iterator[Problem]:
    """P8: whether building once more gives the same files."""
    for what, same in (("deck", evidence.rebuild.same_deck), ("brief", evidence.rebuild.same_brief)):
        if same is False:
            hint = "build it again, with the version of briefdeck and of its libraries that is installed now"
            yield Problem("BD488", f"building again gives another {what}", hint=hint)


def _expected(evidence: Evidence, cuts: Sequence[Cut]) -> list[tuple[str, int]]:
    """Titles of the entries that a file must show, and how deep each stands: 0 or 1."""
    gone = {cut.id for cut in cuts}
    return [
        (normal(entry.title), int(bool(entry.parent))) for entry in evidence.script.contents if entry.id not in gone
    ]


def _top(evidence: Evidence, entry: Entry) -> Entry:
    """The entry at the top level that this one belongs to."""
    while entry.parent:
        entry = evidence.script.entries[entry.parent]
    return entry


def _titles(expected: Sequence[str], found: Sequence[str], what: str, source: str = "the outline") -> Iterator[Problem]:
    """What keeps two lists of titles from being the same, in the fewest words."""
    if sorted(expected) == sorted(found) and list(expected) != list(found):
        first = next(name for name, other in zip(found, expected, strict=True) if name != other)
        yield Problem("BD432", f"{what} stand in another order than {source} from “{clip(first)}” on", hint=AGAIN)
        return
    matcher = SequenceMatcher(None, expected, found, autojunk=False)
    for kind, start, end, start2, end2 in matcher.get_opcodes():
        if kind == "equal":
            continue
        gone, new = list(expected[start:end]), list(found[start2:end2])
        for old, name in zip(gone, new, strict=False):
            yield Problem("BD431", f"{what} say “{clip(name)}” where {source} says “{clip(old)}”", hint=AGAIN)
        for name in gone[len(new) :]:
            yield Problem("BD430", f"{what} lack “{clip(name)}”", hint=AGAIN)
        for name in new[len(gone) :]:
            yield Problem("BD433", f"{what} have “{clip(name)}”, which {source} does not", hint=AGAIN)


def _order(evidence: Evidence, found: Sequence[tuple[str, str, str]], what: str) -> Iterator[Problem]:
    home = {item: entry for entry in evidence.script.contents for item in (*entry.items, *entry.extras)}
    shown: dict[str, dict[str, None]] = {}
    for item, under, where in found:
        if item not in home:
            yield Problem("BD436", f"{where} carries an item that the outline does not have: {item}", hint=AGAIN)
        elif under != home[item].id:
            message = f"{where} shows an item of “{clip(home[item].title)}” under another section"
            yield Problem("BD434", message, hint=AGAIN)
        else:
            shown.setdefault(under, {})[item] = None
    for entry in evidence.script.contents:
        items = set(entry.items)
        in_order = [item for item in shown.get(entry.id, {}) if item in items]
        if in_order != [item for item in entry.items if item in shown.get(entry.id, {})]:
            message = f"the {what} shows the points of “{clip(entry.title)}” in another order than the outline"
            yield Problem("BD435", message, hint=AGAIN)
