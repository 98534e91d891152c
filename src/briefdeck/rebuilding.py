"""Building once more what lies finished on the disk, so that both can be compared byte for byte."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

from briefdeck import note_files
from briefdeck.assets import theme_names
from briefdeck.build_id import with_build_id
from briefdeck.errors import BriefdeckError
from briefdeck.model.identity import Identity
from briefdeck.model.outline import BriefStyle, PaperName
from briefdeck.pipeline import Order, make
from briefdeck.workspace import Source, template_file, theme_files


def built_again(
    read: Source, identity: Identity, brief: bytes | None, folder: Path, allowed: Sequence[Path] = ()
) -> tuple[bytes | None, bytes | None] | None:
    """The deck and the brief of the same outline, when its build with usual options has their build id; else None.

    A theme or a template of one's own that was named on the command line alone is not known here.
    """
    outline = read.outline
    try:
        order = with_build_id(outline, _orders(read, folder, allowed, identity.max_slides), identity.build)
        if order is None:
            return None
        briefing = make(outline, order)
        again = briefing.brief
        if brief is not None and again != brief:  # one made without the deck knows no slides to name
            again = make(outline, order._replace(only="brief")).brief
    except BriefdeckError:
        return None
    return briefing.deck, again


def _orders(read: Source, folder: Path, allowed: Sequence[Path], max_slides: int) -> Iterator[Order]:
    """What may have been asked for: first nothing beyond the outline, then each paper, theme and style."""
    order = Order(
        theme_files=theme_files("", read),
        media=read.media,
        max_slides=max_slides,
        template=template_file(None, read, allowed),
        outline_path=note_files.relative(read.outline_path, folder) if read.outline_path else "",
        note_path=note_files.named(read.note_paths, folder),
    )
    yield order
    for paper in ("", *get_args(PaperName)):
        for theme in ("", *theme_names()):
            if paper or theme:
                yield order._replace(paper=paper, theme=theme, theme_files=theme_files(theme, read))
    yield from (order._replace(style=style) for style in get_args(BriefStyle))
