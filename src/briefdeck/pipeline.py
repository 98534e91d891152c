"""The story on one screen: note -> outline -> documents -> files -> report.

Text and bytes in, values and bytes out; nothing here opens a file. Stages are imported where they are used, so that
mapping a note never pays for the libraries that paint.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from briefdeck.model.limits import LIMITS, Limits
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

if TYPE_CHECKING:
    from briefdeck.assets import ThemeFile
    from briefdeck.draft.trace import LineReading
    from briefdeck.errors import Position, Problem
    from briefdeck.model.edits import Said
    from briefdeck.model.identity import Identity
    from briefdeck.model.media import Media
    from briefdeck.model.outline import BriefSettings, BriefStyle, DeckSettings, Outline, PaperName
    from briefdeck.model.page import Document
    from briefdeck.model.template import RoleName, Template
    from briefdeck.text.note_pictures import Beside


class TemplateFile(NamedTuple):
    """A template to build on: its bytes, and where they are from."""

    data: bytes
    file: str


Extra: TypeAlias = Literal["slides", "handout", "png"]
"""What may be made beside deck and brief: the slides as a PDF, sheets of them, pictures of all pages."""


class Order(NamedTuple):
    """What is to be built, beyond what the outline says; "" leaves the choice to the outline."""

    theme: str = ""
    theme_files: Mapping[str, ThemeFile] = MappingProxyType({})  # themes of one's own, by the paths that name them
    media: Mapping[str, Media] = MappingProxyType({})  # the pictures of the outline, by the names that it uses
    template: TemplateFile | None = None  # the file itself; what the outline names is read by whoever gives the order
    style: BriefStyle | Literal[""] = ""
    paper: PaperName | Literal[""] = ""
    max_slides: int = 0  # 0: as the outline says
    only: Literal["", "deck", "brief"] = ""
    also: tuple[Extra, ...] = ()
    per_sheet: Literal[3, 6, 9] = 3  # slides on a sheet of the handout
    width: int = 1600  # of the pictures, pixels
    outline_path: str = ""  # relative to the output folder: travels in the files
    note_path: str = ""  # relative to the output folder
    limits: Limits = LIMITS


class Briefing(NamedTuple):
    """The two files, what was made of them also, and what there is to say about them."""

    deck: bytes | None
    brief: bytes | None
    deck_document: Document | None
    brief_document: Document | None
    remarks: tuple[Problem, ...] = ()
    also: Mapping[str, bytes] = MappingProxyType({})  # by their usual file names: "slides.pdf", "brief.png"

    @property
    def files(self) -> dict[str, bytes]:
        """What was made: `deck` and `brief`, or the one that was asked for, then what was to be made also."""
        both = {kind: data for kind, data in (("deck", self.deck), ("brief", self.brief)) if data is not None}
        return {**both, **self.also}

    @property
    def documents(self) -> tuple[Document, ...]:
        """The pages that were painted."""
        return tuple(document for document in (self.deck_document, self.brief_document) if document)


class Mapped(NamedTuple):
    """A note mapped into an outline, and the pictures that the outline names."""

    outline: Outline
    pictures: Mapping[str, bytes] = MappingProxyType({})
    remarks: tuple[Problem, ...] = ()


def map_notes(
    sources: Sequence[tuple[bytes, str]],
    *,
    lang: str = "",
    encoding: str = "",
    limits: Limits = LIMITS,
    beside: Beside | None = None,
    placed: bool = True,
) -> Mapped:
    """Read notes, bytes and names, as one and draft their outline. Raises BriefdeckError when one cannot be used.

    `beside` gives the pictures that lie beside the notes; without it they are left out, and said. What stands in an
    outline says where in the note that is, unless `placed` is false: one that goes to a file has its places there.
    """
    from briefdeck.draft.outline import draft_outline as draft
    from briefdeck.text.note import read_notes
    from briefdeck.text.note_pictures import take_beside, take_pictures

    note, said_reading = read_notes(sources, encoding, limits)
    note, said_beside = take_beside(note, beside)
    outline, said_drafting = draft(note, lang)
    if placed:
        from briefdeck.model.places import placed_in_note

        outline = placed_in_note(outline, note.place)
    outline = replace(outline, encoding=encoding if note.encoding else "")
    pictured = take_pictures(outline, note)
    return Mapped(pictured.outline, pictured.files, (*said_reading, *said_beside, *said_drafting, *pictured.remarks))


def map_note(data: bytes, name: str, *, lang: str = "", encoding: str = "") -> tuple[Outline, tuple[Problem, ...]]:
    """Read a note and draft its outline. Raises BriefdeckError when the note cannot be used."""
    mapped = map_notes([(data, name)], lang=lang, encoding=encoding)
    return mapped.outline, mapped.remarks


def explain_notes(
    sources: Sequence[tuple[bytes, str]], *, lang: str = "", encoding: str = ""
) -> tuple[tuple[LineReading, ...], tuple[Problem, ...]]:
    """How each line of notes is read, and why. Raises BriefdeckError when one cannot be used."""
    from briefdeck.draft.trace import read_lines
    from briefdeck.text.note import read_notes

    note, said = read_notes(sources, encoding)
    return read_lines(note, lang), said


class Updated(NamedTuple):
    """An outline after its note has changed."""

    text: str  # of the author's file
    base: str  # the new mapping, for the next time
    said: tuple[Said, ...]  # what was done, and what is left to the author
    base_was_known: bool
    remarks: tuple[Problem, ...]


def update_outline(text: str, file: str, base: str | None, map_again: Callable[[str, str], Outline]) -> Updated:
    """Bring what has changed in a note into the text of an outline that its author has edited.

    `base` is the text of the mapping before; `map_again` maps the note as it is now, and is given the language of the
    mapping before ("" when that is not known) and the encoding that the outline names. Raises BriefdeckError when the
    text is no outline or the note cannot be used. A note that has not changed changes nothing.
    """
    from briefdeck.errors import BriefdeckError
    from briefdeck.merge.threeway import merge
    from briefdeck.text.outline import dump_outline, load_outline
    from briefdeck.text.outline_edit import NoRoom, edit_outline

    mine, remarks = load_outline(text, file)
    before = _loaded(base)
    new_base = dump_outline(map_again(before.lang if before else "", mine.encoding))
    theirs = load_outline(new_base, file)[0]
    known = mine.digest or (before.digest if before else "")
    if (known, mine.encoding) == (theirs.digest, theirs.encoding):
        return Updated(text, base if before and base else new_base, (), before is not None, remarks)
    for moves in (True, False):
        merged = merge(before, mine, theirs, moves=moves)
        try:
            edited = edit_outline(text, merged.edits, file)
            load_outline(edited.text, file)
        except (NoRoom, BriefdeckError):
            continue  # some styles of writing leave no room for what the note has put elsewhere: it stays where it is
        return Updated(edited.text, new_base, (*edited.said, *merged.said), before is not None, remarks)
    raise AssertionError("the merged outline cannot be read")


def _loaded(base: str | None) -> Outline | None:
    """The mapping that was kept; None when it is not there or was damaged."""
    from briefdeck.errors import BriefdeckError
    from briefdeck.text.outline import load_outline

    if base is None:
        return None
    try:
        return load_outline(base, "")[0]
    except BriefdeckError:
        return None


def make(outline: Outline, order: Order) -> Briefing:
    """Compose and paint what the order asks for. Raises BriefdeckError with every fault of both files at once."""
    from briefdeck.build_id import identify
    from briefdeck.compose.size import check_size
    from briefdeck.errors import BriefdeckError

    check_size(outline, order.limits)
    identity = identify(outline, order)
    outline = replace(outline, deck=replace(outline.deck, max_slides=order.max_slides or outline.deck.max_slides))
    documents: dict[str, Document] = {}
    remarks: list[Problem] = []
    faults: list[Problem] = []
    for kind in ("deck", "brief"):
        if order.only in ("", kind) or (kind == "deck" and {"slides", "handout"} & {*order.also}):
            try:
                documents[kind], said = _compose(kind, outline, order, identity, documents.get("deck"))
                remarks += said
            except BriefdeckError as error:
                faults += error.problems
    if faults:
        raise BriefdeckError(dict.fromkeys(faults))
    deck, brief = documents.get("deck"), documents.get("brief")
    painted = _paint(brief) if brief else None
    slides, said = _slides(deck, outline) if deck and order.also else (None, ())
    also = _also(slides, painted, outline, order)
    remarks += said
    if brief and identity.style == "guided":
        key, _ = _compose("brief", outline, order, identity._replace(style="answers"), deck)
        also = {**also, "answers.pdf": _paint(key)}
    shown = deck if order.only != "brief" else None
    return Briefing(
        deck=_paint(shown) if shown else None,
        brief=painted,
        deck_document=shown,
        brief_document=brief,
        remarks=tuple(dict.fromkeys(remarks)),
        also=also,
    )


def draft_outline(note: str | bytes, *, name: str = "note.txt", lang: str = "") -> str:
    """Turn a note into the text of `outline.yaml`, which people edit."""
    from briefdeck.text.outline import dump_outline

    data = note.encode() if isinstance(note, str) else note
    outline, _ = map_note(data, name, lang=lang)
    return dump_outline(outline)


def build_briefing(
    outline: str,
    *,
    theme: str = "",
    paper: PaperName | Literal[""] = "",
    style: BriefStyle | Literal[""] = "",
    file: str = "outline.yaml",
    files: Mapping[str, bytes] = MappingProxyType({}),
) -> Briefing:
    """Turn the text of `outline.yaml` into the deck and its one-page brief.

    `files` are the bytes of the pictures and CSV files that the outline names, by the names that it uses.
    """
    from briefdeck.model.outline import named_files
    from briefdeck.text.outline import load_outline

    loaded, said = load_outline(outline, file)
    order = Order(theme=theme, paper=paper, style=style)
    if named_files(loaded):
        from briefdeck.text.attached import attach

        attached = attach(loaded, files)
        loaded, order, said = attached.outline, order._replace(media=attached.media), (*said, *attached.remarks)
    briefing = make(loaded, order)
    return replace(briefing, remarks=(*said, *briefing.remarks))


def _compose(
    kind: str, outline: Outline, order: Order, identity: Identity, deck: Document | None = None
) -> tuple[Document, tuple[Problem, ...]]:
    """One of the two documents; beside a deck the brief names its slides."""
    from briefdeck.assets import read_look

    if kind == "deck":
        from briefdeck.compose.deck.document import compose_deck

        name = order.theme or outline.deck.theme
        look = read_look(order.theme_files.get(name, name), outline.lang, at=_named_at(outline.deck, order))
        template = read_template(order.template, outline) if order.template else None
        return compose_deck(outline, look, identity, order.media, template)
    from briefdeck.compose.brief.document import compose_brief

    name = order.theme or outline.brief.theme or outline.deck.theme
    at = _named_at(outline.brief if outline.brief.theme else outline.deck, order)
    look = read_look(order.theme_files.get(name, name), outline.lang, on_paper=True, at=at)
    slides: dict[str, list[int]] = {}
    for number, page in enumerate(deck.pages if deck and not order.only else (), 1):
        slides.setdefault(page.entry, []).append(number)
    paper = order.paper or outline.brief.paper
    return compose_brief(outline, look, identity, paper, media=order.media, slides=slides)


def read_template(file: TemplateFile, outline: Outline | None = None) -> Template:
    """A template that can be built on, its roles as the outline wants them. Raises BriefdeckError."""
    from briefdeck.template.read import read_template as read
    from briefdeck.template.roles import Wanted

    said = outline.deck.template_roles if outline else None
    if said is None:
        return read(file.data, file.file)
    names: dict[RoleName, str] = {
        "title": said.title,
        "section": said.section,
        "points": said.points,
        "comparison": said.comparison,
    }
    return read(file.data, file.file, Wanted(names, said.at))


def _named_at(settings: DeckSettings | BriefSettings, order: Order) -> Position:
    """Where the outline names its theme; nowhere when the order does."""
    from briefdeck.errors import NOWHERE

    return NOWHERE if order.theme else settings.at


def _paint(document: Document) -> bytes:
    if document.kind == "deck":
        from briefdeck.paint.powerpoint import paint as paint_deck
        from briefdeck.verify.at_build import package_faults

        deck = paint_deck(document)
        if faults := package_faults(deck):
            raise AssertionError(f"the deck is not sound: {'; '.join(faults[:5])}")  # ours: nothing is written
        return deck
    from briefdeck.paint.pdf import paint as paint_brief

    return paint_brief(document)


def _slides(deck: Document, outline: Outline) -> tuple[Document, tuple[Problem, ...]]:
    """The slides as pages set on paper, and what of them cannot be shown there."""
    from briefdeck.assets import with_east_asian_fonts
    from briefdeck.compose.deck.preview import compose_slides, not_shown

    slides = compose_slides(replace(deck, look=with_east_asian_fonts(deck.look, outline.lang)))
    return slides, not_shown(slides, outline)


def _also(slides: Document | None, brief: bytes | None, outline: Outline, order: Order) -> dict[str, bytes]:
    """What is made of the same pages beside deck and brief, by its usual file name."""
    made: dict[str, bytes] = {}
    if slides:
        painted = _paint(slides) if {"slides", "png"} & {*order.also} else b""
        if "slides" in order.also:
            made["slides.pdf"] = painted
        if "handout" in order.also:
            from briefdeck.compose.brief.paper import PAPERS
            from briefdeck.compose.deck.handout import compose_handout

            paper = PAPERS[order.paper or outline.brief.paper or "a4"].size
            made["handout.pdf"] = _paint(compose_handout(slides, paper, order.per_sheet))
        if "png" in order.also and order.only != "brief":
            made |= _pictures("slides-{:0{}}.png", painted, order.width)
    if brief and "png" in order.also:
        made |= _pictures("brief.png", brief, order.width)
    return made


def _pictures(name: str, pdf: bytes, width: int) -> dict[str, bytes]:
    """The pages of a PDF as pictures; in the name stand the page's number and how many digits it has."""
    from briefdeck.paint.png import pictures

    shown = tuple(pictures(pdf, width))
    return {name.format(number, max(2, len(str(len(shown))))): picture for number, picture in enumerate(shown, start=1)}
