"""Room at the ends of lines for what LibreOffice adds there: where they run to the left, beside Chinese or Japanese.

It lets a stop hang over the end of a line, and widens a line that ends between two scripts. In lines that run to the
right nothing of it is seen but the stop; in lines that run to the left all that stands in them is moved by as much.
Of many scripts it paints any line wider than it was when the line was broken.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefdeck.compose.deck.seating import Seat
from briefdeck.compose.type.scripts import CJK, EMOJI, MATHS, SHAPED, SIGNS, script_of, scripts_in
from briefdeck.model.page import Paragraph
from briefdeck.model.values import replace

_BETWEEN_SCRIPTS = 0.25  # em: a fifth of a line's height
_STOPS = (("。、，．！？；：", 1.0), ("!,.:;?", 0.4))
"""The signs that hang, and how wide they are, in em."""

_MANY_SCRIPTS, _MEDLEY = 5, 0.5  # em beside so many scripts in a text
_SIGN = 0.75  # em: an arrow among joined letters comes from one more font, and is taken for as narrow as they are
_MOST = 0.2  # of the width


def clear_of_hanging(seat: Seat, paragraphs: Sequence[Paragraph], *, runs_left: bool) -> Seat:
    """The seat, narrower at the side where its lines end if something may hang over them."""
    text = "".join(paragraph.text for paragraph in paragraphs)
    wide = 0.0 if text.isascii() else _at_left(text) if runs_left else _at_right(text)
    if not wide:
        return seat
    frame = seat.slot.frame
    room = min(wide * max(paragraph.style.size for paragraph in paragraphs), _MOST * frame.width)
    narrower = replace(frame, x=frame.x + room * runs_left, width=frame.width - room)
    return replace(seat, slot=replace(seat.slot, frame=narrower))


def _at_left(text: str) -> float:
    """How far the ends of lines that run to the left may hang, in em."""
    if not any(script_of(char) in CJK for char in text):
        return 0.0
    return max([_BETWEEN_SCRIPTS, *(width for signs, width in _STOPS if any(sign in text for sign in signs))])


def _at_right(text: str) -> float:
    """The same for lines that run to the right."""
    scripts = scripts_in(text)
    if scripts & SHAPED and any(script_of(char) in (EMOJI, MATHS, SIGNS) for char in text):
        return _SIGN
    return _MEDLEY if len(scripts) >= _MANY_SCRIPTS else 0.0
