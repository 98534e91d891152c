"""Where lines end: no word alone on the last one, no range of numbers and no code parted.

Viewers break lines by themselves, so what belongs together is held by spaces and hyphens at which no line ends.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefdeck.compose.deck.paragraphs import with_held_hyphens, with_whole_ranges
from briefdeck.compose.deck.phrases import with_whole_phrases
from briefdeck.compose.type.measure import DeckMeasure, joined_words, saying
from briefdeck.compose.type.wrapping import WIDTH_MARGIN
from briefdeck.late import late_pattern
from briefdeck.model.page import Paragraph
from briefdeck.model.values import replace

_END = (1 / 3, 3)  # of the width: a last line of one word that is shorter takes more words, so many with its own
_TITLE_END = (0.45, 6)  # the same for titles, whatever they end with
_PAUSES = (":", "–", "—", ".", "?", "!", "：")
_MOST_HELD, _LEAST_LINE = 3, 0.4  # words; of the longest line of a title
_WORD = late_pattern(r"[^ \u00a0]+")
_NEARLY = 0.85  # of the width: a title that long is two lines where another font stands in


@dataclass(frozen=True)
class LineEnds:
    """Ends the lines of paragraphs well, in the widest font they may be shown in and in the one most people see."""

    measure: DeckMeasure
    seen: DeckMeasure
    runs_left: bool = False

    def well(self, paragraph: Paragraph, width: float, *, title: bool) -> Paragraph:
        """The paragraph with its lines ending well at that width (points), in no more of them."""
        if self.runs_left:
            paragraph = self._unless_worse(paragraph, with_whole_phrases(paragraph, width, self.measure), width)
        paused = self._at_pause(paragraph, width) if title else paragraph
        if paused is not paragraph:
            return paused
        return self._unparted(self._without_orphan(paragraph, width, title=title), width)

    def _at_pause(self, title: Paragraph, width: float) -> Paragraph:
        """A title of several lines, one of them ending where it pauses: "The bicycle:" above "an invention in steps".

        As many words behind the pause are held together as no longer fit before it.
        """
        words = list(_WORD.finditer(title.text))
        pauses = [place for place, word in enumerate(words[:-2]) if word[0].endswith(_PAUSES)]
        if not pauses or len(self.measure.lines(title.spans, title.style, width)) < 2:
            return title
        for place in pauses:
            for last in range(place + 2, min(place + 2 + _MOST_HELD, len(words))):
                start, stop = words[place + 1].start(), words[last].end()
                text = title.text[:start] + title.text[start:stop].replace(" ", "\u00a0") + title.text[stop:]
                parted = replace(title, spans=saying(title.spans, text))
                if self._parts_well(parted, text[:start], width):
                    return self._unless_worse(title, parted, width)
        return title

    def _parts_well(self, title: Paragraph, before: str, width: float) -> bool:
        """Whether in any font and viewer a line ends behind `before`, and no line is far shorter than the longest."""
        for measure, filled in ((self.measure, width), (self.seen, width), (self.seen, width / WIDTH_MARGIN)):
            lines = measure.lines(title.spans, title.style, filled)
            ends = [sum(map(len, lines[:count])) for count in range(1, len(lines))]
            widths = [measure.width(line.strip(), title.style) for line in lines]
            if len(before) not in ends or min(widths) < _LEAST_LINE * max(widths):
                return False
        return True

    def _unparted(self, paragraph: Paragraph, width: float) -> Paragraph:
        """The paragraph with its ranges of numbers and its codes each on one line, where it has several."""
        if len(self.measure.lines(paragraph.spans, paragraph.style, width)) < 2:
            return paragraph
        return self._unless_worse(paragraph, with_whole_ranges(paragraph), width)

    def _without_orphan(self, paragraph: Paragraph, width: float, *, title: bool) -> Paragraph:
        """The paragraph, its last words together where the last line would look lost and that takes no more lines."""
        words = paragraph.text.split()
        if len(words) < 2 or any(span.link for span in paragraph.spans):
            return paragraph
        if not title and len(self.measure.lines(paragraph.spans, paragraph.style, width)) < 2:
            return paragraph
        held = with_held_hyphens(paragraph, words[-2]) if "-" in words[-2] else paragraph
        spans = held.spans
        full = width / WIDTH_MARGIN  # a viewer may fill its lines further than they are measured
        short, most = _TITLE_END if title else _END
        for measure, filled in ((self.seen, width), (self.seen, full), (self.measure, width)):
            spans = measure.join_last_words(spans, paragraph.style, filled, short=short, most=most, alone=not title)
        if spans == held.spans:
            spans = paragraph.spans
        if (
            title
            and spans == paragraph.spans
            and "-" not in words[-2]
            and self.seen.width(paragraph.text, paragraph.style) > _NEARLY * width
        ):
            spans = joined_words(paragraph.spans, 2)  # another font may break it
        return self._unless_worse(paragraph, replace(paragraph, spans=spans), width)

    def _unless_worse(self, paragraph: Paragraph, joined: Paragraph, width: float) -> Paragraph:
        """The joined paragraph where it takes no more room than before and no word is parted for it."""
        before, after = (self.measure.measure((one,), width) for one in (paragraph, joined))
        fits_as_before = after.word_fits or not before.word_fits
        return joined if fits_as_before and after.height <= before.height else paragraph
