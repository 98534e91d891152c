"""Room at the ends of lines for what LibreOffice adds there: where they run to the left, beside Chinese or Japanese.

It lets a stop hang over the end of a line, and widens a line that ends between two scripts. In lines that run to the
right nothing of it is seen but the stop; in lines that run to the left all that stands in them is moved by as much.
Of many scripts it paints any line wider than it was when the line was broken.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefdeck.compose.deck.seating import Seat
from briefdeck.compose.type.scripts import CJK, script_of, scripts_in
from briefdeck.model.page import Paragraph
from briefdeck.model.values import replace

_BETWEEN_SCRIPTS = 0.25  # em: a fifth of a line's height
_STOPS = (("。、，．！？；：", 1.0), ("!,.:;?", 0.4))
"""The signs that hang, and how wide they are, in em."""

_MOST = 0.2  # of the width
_MEDLEY = 5  # scripts in a text that runs to the right: LibreOffice paints it somewhat wider than it breaks it


def clear_of_hanging(seat: Seat, paragraphs: Sequence[Paragraph], *, runs_left: bool) -> Seat:
    """The seat, narrower at the side where its lines end if something may hang over them."""
    text = "".join(paragraph.text for paragraph in paragraphs)
    if text.isascii() or not (_hangs(text) if runs_left else len(scripts_in(text)) >= _MEDLEY):
        return seat
    wide = max([_BETWEEN_SCRIPTS, *(width for signs, width in _STOPS if any(sign in text for sign in signs))])
    frame = seat.slot.frame
    room = min(wide * max(paragraph.style.size for paragraph in paragraphs), _MOST * frame.width)
    narrower = replace(frame, x=frame.x + room * runs_left, width=frame.width - room)
    return replace(seat, slot=replace(seat.slot, frame=narrower))


def _hangs(text: str) -> bool:
    return any(script_of(char) in CJK for char in text)
