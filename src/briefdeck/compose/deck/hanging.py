"""Room beside lines that run to the left and hold Chinese or Japanese, for what LibreOffice adds at their ends.

It lets a stop hang over the end of a line, and widens a line that ends between two scripts. In lines that run to the
right nothing of it is seen but the stop; in lines that run to the left all that stands in them is moved by as much.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefdeck.compose.deck.seating import Seat
from briefdeck.compose.type.scripts import CJK, script_of
from briefdeck.model.page import Paragraph
from briefdeck.model.values import replace

_BETWEEN_SCRIPTS = 0.25  # em: a fifth of a line's height
_STOPS = (("。、，．！？；：", 1.0), ("!,.:;?", 0.4))
"""The signs that hang, and how wide they are, in em."""

_MOST = 0.2  # of the width


def clear_of_hanging(seat: Seat, paragraphs: Sequence[Paragraph]) -> Seat:
    """The seat for paragraphs that run to the left: narrower where their lines may hang."""
    text = "".join(paragraph.text for paragraph in paragraphs)
    if text.isascii() or not any(script_of(char) in CJK for char in text):
        return seat
    wide = max([_BETWEEN_SCRIPTS, *(width for signs, width in _STOPS if any(sign in text for sign in signs))])
    frame = seat.slot.frame
    room = min(wide * max(paragraph.style.size for paragraph in paragraphs), _MOST * frame.width)
    narrower = replace(frame, x=frame.x + room, width=frame.width - room)
    return replace(seat, slot=replace(seat.slot, frame=narrower))
