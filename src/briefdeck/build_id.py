"""Which build finished files come from: ids over everything that shapes them, so that the same gives the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefdeck.model.identity import Identity
from briefdeck.text.outline import dump_outline
from briefdeck.version import __version__

if TYPE_CHECKING:
    from briefdeck.model.outline import Outline
    from briefdeck.pipeline import Order


def identify(outline: Outline, order: Order) -> Identity:
    """What both files say about themselves; the build id follows from everything that shapes them."""
    text = dump_outline(outline)
    return Identity(
        title=outline.title,
        lang=outline.lang,
        build=_build_id(text, order),
        source=_digest(text),
        author=outline.author,
        subject=outline.subtitle,
        outline=order.outline_path,
        note=order.note_path,
        version=__version__,
        style=order.style or outline.brief.style or "standard",
        max_slides=order.max_slides,
    )


def with_build_id(outline: Outline, orders: Iterable[Order], build: str) -> Order | None:
    """The first of the orders that gives files of that build id."""
    text = dump_outline(outline)
    return next((order for order in orders if _build_id(text, order) == build), None)


def source_digest(outline: Outline) -> str:
    """What both files say of the outline that they were built from, whatever the options, the theme and the pictures.

    It is of what the outline says and not of how it is written: comments and other quotes change nothing.
    """
    return _digest(dump_outline(outline))


def _build_id(text: str, order: Order) -> str:
    themes = (f"{name}\0{file.text}" for name, file in sorted(order.theme_files.items()))
    pictures = (f"{name}\0{media.key}" for name, media in sorted(order.media.items()))
    template = hashlib.sha256(order.template.data).hexdigest() if order.template else ""
    most = str(order.max_slides)
    paths = (order.outline_path, order.note_path)
    return _digest(text, order.theme, *themes, *pictures, template, order.paper, order.style, most, *paths, __version__)


def _digest(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]
