"""The checks: one table of data. To add one, write a function from evidence to problems and enter it here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from briefdeck.errors import Problem, Severity
from briefdeck.model.values import replace
from briefdeck.verify import (
    checks_access,
    checks_arranged,
    checks_figures,
    checks_fit,
    checks_laid,
    checks_links,
    checks_loss,
    checks_native,
    checks_note,
    checks_numbers,
    checks_seen,
    checks_steps,
    checks_structure,
    checks_words,
)
from briefdeck.verify.evidence import Evidence
from briefdeck.verify.report import Check

Need: TypeAlias = Literal["deck", "brief", "outline", "note", "source", "rebuild"]


@dataclass(frozen=True, slots=True)
class Promise:
    """One check, and what it takes to make it."""

    number: str
    name: str
    needs: tuple[Need, ...]
    find: Callable[[Evidence], Iterable[Problem]]
    explains: bool = False  # when it is broken, the files are not the outline's, and need not be like it


OUTLINE_AS_IT_WAS = "the outline is as it was when they were built"

PROMISES: tuple[Promise, ...] = (
    Promise("P1", "slides show the outline's words", ("deck", "outline"), checks_words.slides),
    Promise("P1", "notes say the outline's words", ("deck", "outline"), checks_words.notes),
    Promise("P1", "the brief shows the outline's words", ("brief", "outline"), checks_words.brief),
    Promise("P1", "words on slides stand where they belong", ("deck", "outline"), checks_arranged.slides),
    Promise("P1", "notes tell tables and charts as they are", ("deck", "outline"), checks_arranged.told),
    Promise("P1", "cells on the brief stand where they belong", ("brief", "outline"), checks_arranged.brief),
    Promise("P1", "charts on the brief show the outline's numbers", ("brief", "outline"), checks_figures.drawn_charts),
    Promise("P1", "charts are told as the outline has them", ("outline",), checks_figures.spoken_charts),
    Promise("P1", "the outline keeps the note's words", ("outline", "note"), checks_note.kept),
    Promise("P1", "layouts show no words of their own", ("deck",), checks_seen.strays),
    Promise("P1", "nothing was put on the brief", ("brief",), checks_seen.added_remarks),
    Promise("P2", "every line of the note is accounted for", ("outline", "note"), checks_note.accounted),
    Promise("P2", "every item is in the deck or cut", ("deck", "outline"), checks_loss.in_deck),
    Promise("P2", "every item is on the brief or cut", ("brief", "outline"), checks_loss.in_brief),
    Promise("P2", "every full sentence is in the notes", ("deck", "outline"), checks_loss.in_notes),
    Promise("P2", "all words on slides are seen", ("deck",), checks_seen.slides),
    Promise("P2", "all words on the brief are seen", ("brief",), checks_seen.brief),
    Promise("P3", "slide sections are the outline's", ("deck", "outline"), checks_structure.deck_sections),
    Promise("P3", "bookmarks and headings are the outline's", ("brief", "outline"), checks_structure.bookmarks),
    Promise("P3", "slides keep the outline's order", ("deck", "outline"), checks_structure.deck_order),
    Promise("P3", "notes keep the outline's order", ("deck", "outline"), checks_arranged.notes),
    Promise("P3", "the brief keeps the outline's order", ("brief", "outline"), checks_structure.brief_order),
    Promise("P3", "the brief stands in the order in which it is read", ("brief",), checks_laid.order),
    Promise("P3", "bookmarks lead to their headings", ("brief",), checks_laid.bookmarks),
    Promise("P3", "the brief names the right slides", ("deck", "brief", "outline"), checks_structure.slides_named),
    Promise("P3", "sections have one number each", ("deck", "brief", "outline"), checks_numbers.sections),
    Promise("P3", "parts of a section are counted through", ("deck", "outline"), checks_numbers.parts),
    Promise("P3", "steps on slides have their numbers", ("deck", "outline"), checks_steps.slides),
    Promise("P3", "steps on the brief have their numbers", ("brief", "outline"), checks_steps.brief),
    Promise("P3", "deck and brief have the same sections", ("deck", "brief"), checks_structure.same_sections),
    Promise("P4", "type on slides is written out and large enough", ("deck",), checks_fit.slide_sizes),
    Promise("P4", "boxes stand on the slides", ("deck",), checks_fit.slide_boxes),
    Promise("P4", "text on slides has room", ("deck",), checks_fit.slide_text),
    Promise("P4", "type on the brief is large enough", ("brief",), checks_fit.brief_sizes),
    Promise("P4", "type on the brief is inside the margins", ("brief",), checks_fit.brief_margins),
    Promise("P5", "the brief is one page", ("brief",), checks_fit.one_page),
    Promise("P5", "the page of the brief lies as it should", ("brief",), checks_seen.brief_page),
    Promise("P6", "text sits in placeholders", ("deck",), checks_native.placeholders),
    Promise("P6", "no picture stands for text", ("deck",), checks_native.pictures),
    Promise("P6", "charts hold the outline's numbers", ("deck", "outline"), checks_figures.charts),
    Promise("P6", "pictures on slides are whole and not stretched", ("deck",), checks_figures.proportions),
    Promise("P6", "pictures on the brief are there and not stretched", ("brief",), checks_figures.on_brief),
    Promise("P6", "layouts and masters are real", ("deck",), checks_native.layouts),
    Promise("P6", "colours and fonts are the theme's", ("deck",), checks_native.theme),
    Promise("P7", "every slide has a title of its own", ("deck",), checks_access.titles),
    Promise("P7", "slides are read in order", ("deck",), checks_access.reading_order),
    Promise("P7", "all text on slides says its language", ("deck",), checks_access.languages),
    Promise("P7", "what is not text has an alternative", ("deck",), checks_access.alternatives),
    Promise("P7", "tables on slides name their columns", ("deck", "outline"), checks_access.table_headers),
    Promise("P7", "text on slides stands out from its ground", ("deck",), checks_access.contrasts),
    Promise("P7", "slides wait for the one who speaks", ("deck",), checks_seen.in_its_time),
    Promise("P7", "every slide with content has notes", ("deck",), checks_access.notes),
    Promise("P7", "the brief is tagged, titled and says its language", ("brief",), checks_access.brief_document),
    Promise("P7", "headings on the brief are in order", ("brief",), checks_access.brief_headings),
    Promise("P7", "all text on the brief is tagged", ("brief",), checks_access.brief_marks),
    Promise("P7", "text on the brief stands out from its ground", ("brief",), checks_access.brief_contrasts),
    Promise("P7", "fonts on the brief are embedded", ("brief",), checks_access.brief_fonts),
    Promise("P7", "the brief keeps to PDF/UA-1 and PDF/A-2a", ("brief",), checks_access.brief_standards),
    Promise("P8", OUTLINE_AS_IT_WAS, ("source",), checks_structure.same_source, explains=True),
    Promise("P8", "deck and brief come from one build", ("deck", "brief"), checks_structure.same_build),
    Promise("P8", "the deck is as it was built", ("deck",), checks_structure.untouched),
    Promise("P8", "links lead where the outline leads", ("deck", "outline"), checks_links.deck),
    Promise("P8", "links on the brief lead where the outline leads", ("brief", "outline"), checks_links.brief),
    Promise("P8", "the deck loads nothing from elsewhere", ("deck",), checks_seen.deck_alone),
    Promise("P8", "the brief runs nothing and brings nothing along", ("brief",), checks_seen.brief_alone),
    Promise("P8", "building again gives the same bytes", ("rebuild",), checks_structure.same_bytes),
)


def check_all(evidence: Evidence) -> tuple[Check, ...]:
    """Make every check; how files differ from an outline that was changed since is counted and explained."""
    made = [(promise, check(promise, evidence)) for promise in PROMISES]
    if not any(found.explains and found.passed is False for _, found in made):
        return tuple(found for _, found in made)
    return tuple(
        replace(found, explained=True, details=f"{found.details}, from what was changed since the build")
        if found.problems and "outline" in promise.needs and {"deck", "brief"} & {*promise.needs}
        else found
        for promise, found in made
    )


def check(promise: Promise, evidence: Evidence) -> Check:
    """Make one check, or say what was missing for it."""
    missing = [need for need in promise.needs if getattr(evidence, f"found_{need}") is None]
    if missing == ["rebuild"]:
        details = "not checked: no second build (other options, or the outline is gone or has changed)"
        return Check(promise=promise.number, name=promise.name, passed=None, details=details)
    if missing == ["source"]:
        missing = ["outline"]
    if missing:
        details = f"not checked: no {' and no '.join(missing)}"
        return Check(promise=promise.number, name=promise.name, passed=None, details=details)
    problems = tuple(dict.fromkeys(promise.find(evidence)))
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return Check(
        promise=promise.number,
        name=promise.name,
        passed=not errors,
        details=_count(errors, len(problems) - errors),
        problems=problems,
        explains=promise.explains,
    )


def _count(errors: int, remarks: int) -> str:
    parts = [
        f"{count} {name}{'' if count == 1 else 's'}"
        for count, name in ((errors, "problem"), (remarks, "remark"))
        if count
    ]
    return ", ".join(parts)
