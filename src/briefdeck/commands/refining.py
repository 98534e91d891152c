"""`briefdeck outline NOTE --refine URL --model NAME`: shorter texts from a language model that the note bears out."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

from briefdeck.commands.declared import Misused
from briefdeck.errors import Position, Problem, Severity
from briefdeck.named import NamedTuple

if TYPE_CHECKING:
    from briefdeck.draft.refining import Answer, Request
    from briefdeck.endpoint import Endpoint
    from briefdeck.model.outline import Outline

KEY = "BRIEFDECK_API_KEY"
"""The variable of the environment that holds the key, where the server wants one; it is written nowhere."""


class Order(NamedTuple):
    """Whom to ask, and how strictly its answers are taken."""

    endpoint: Endpoint
    model: str
    loose: bool
    key: str


class Refining(NamedTuple):
    """What came of it: the text of the outline, with the same words where nothing was taken."""

    text: str
    results: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def order(url: str, model: str, *, loose: bool, update: bool) -> Order | None:
    """Read the options of refining. None when it was not asked for; Misused when they do not fit together."""
    if not url:
        if model or loose:
            raise Misused("--model and --loose go with --refine URL")
        return None
    if not model or not model.isprintable():
        raise Misused("--refine needs the name of a model: --model NAME")
    if update:
        raise Misused("--refine goes with mapping a note, not with --update")
    from briefdeck.endpoint import parse_endpoint

    try:
        endpoint = parse_endpoint(url)
    except ValueError as error:
        raise Misused(f"--refine: {error}") from None
    key = os.environ.get(KEY, "").strip()
    if not key.isascii() or not key.isprintable():
        raise Misused(f"{KEY} holds signs that no key has")
    if key and not endpoint.secure and not endpoint.is_here:
        raise Misused(f"{KEY} would travel to {endpoint.host} unencrypted: use https, or unset it")
    return Order(endpoint, model, loose, key)


def refine_file(outline: Outline, text: str, order: Order, name: str) -> Refining:
    """Ask for shorter texts and take what passes; any failure of the server leaves `text` as it is, with one remark."""
    from briefdeck.draft.refining import NoAnswer, refine, requests_for
    from briefdeck.endpoint import EndpointError
    from briefdeck.text.outline import dump_outline
    from briefdeck.text.outline_marks import with_marks

    if not outline.lang.startswith("en"):
        return Refining(text, problems=(_remark(name, "its answers can be checked in English only"),))
    if not (requests := requests_for(outline)):
        return Refining(text, ("Nothing to refine: every text is short enough",))
    try:
        answers = _ask(requests, order)
    except (EndpointError, NoAnswer) as error:
        return Refining(text, problems=(_remark(name, str(error)),))
    refined = refine(outline, answers, loose=order.loose)
    if not refined.taken:
        return Refining(text, (f"Refined nothing: {len(refined.refused)} proposals were not borne out by the note",))
    words = f"Refined {refined.taken} texts; {len(refined.refused)} proposals were not borne out by the note"
    said = [f"  not taken: {_visible(proposal)} ({_visible(why)})" for proposal, why in refined.refused]
    return Refining(with_marks(dump_outline(refined.outline), refined.loose), (words, *said))


def _ask(requests: tuple[Request, ...], order: Order) -> list[Answer]:
    """Say what goes where, then send it."""
    from briefdeck.draft.refining import read_answer
    from briefdeck.endpoint import ask, request_bodies

    bodies = [request_bodies(order.model, one.system, one.user) for one in requests]
    size = sum(len(first) for first, *_ in bodies)
    where = "on this machine" if order.endpoint.is_here else "NOT on this machine"
    said = f"Sending {size:,} bytes of the note to {order.endpoint} ({where}), {len(bodies)} requests"
    if sys.stderr is not None:
        with contextlib.suppress(OSError):  # nobody listens there: the option itself says where the note goes
            sys.stderr.write(f"{said}\n")
            sys.stderr.flush()
    return [
        read_answer(one, ask(order.endpoint, body, key=order.key)) for one, body in zip(requests, bodies, strict=True)
    ]


def _remark(name: str, why: str) -> Problem:
    return Problem(
        "BD540",
        f"the language model was not used: {why}",
        Position(name),
        "the outline is the one that the rules made; run it again with --force to try once more",
        severity=Severity.REMARK,
    )


def _visible(text: str) -> str:
    from briefdeck.console import visible

    return visible(text)
