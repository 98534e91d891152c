"""Decks by chance: every layout, mode and theme, every script, and what makes slides hard. Same number, same deck."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, get_args

from briefdeck.assets import theme_names
from briefdeck.compose.deck.checks import section_layouts
from briefdeck.compose.deck.items import figure_item, moment_items, point_item, quote_items, side_items
from briefdeck.compose.deck.layouts import LAYOUTS
from briefdeck.compose.deck.seating import match
from briefdeck.model import outline as model
from briefdeck.model.ids import assign_ids
from briefdeck.model.media import Media
from briefdeck.model.values import replace
from briefdeck.pipeline import Order, TemplateFile, make
from briefdeck.text.outline import load_outline
from briefdeck.text.outline_dump import dump_outline
from compose.outlines import MEDIA
from fit.any_outline import WORDS
from fit.dice import CHARTS, Dice
from support.photographs import paintable
from template import samples

LANGS = ("en", *(lang for lang in WORDS if lang != "en"))
LETTERS = (
    (*"abcdefghijklmnopABCéßø",),
    (*"Ждия",),
    (*"العربية",),
    (*"中文字日本",),
    ("हि", "न्दी", "क्ष", "भा", "षा"),  # marks stand on letters of their script
    (*"ทดสอบ", "ทั้", "กู่", "บ้"),
    ("শ্রী", "বাং", "লা"),
    ("த்து", "மி", "ழ்"),
)
"""Of which the words of a text in many scripts at once are made, as in a lesson about scripts."""
LOANS = ("COVID-वायरस", "Python语言", "Wi-Fi路由器", "سكر-glucose", "ДНК-тест", "pаypal", "α-частица", "DNA鑑定", "X線",
         "केमिस्ट्री-lab", "IT-услуги", "‏ABCعربي")  # fmt: skip
"""Words of several scripts; in one of them a Cyrillic letter stands for a Latin one."""
SIGNS = "0123456789.,;:!?()–—-“”’$€%/\u00a0"
HARD = (
    "https://example.org/" + "very-long-path/" * 8,
    "https://example.org/a?of=things&and=more#fragment",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch",
    "x" * 60,
    '<b>&amp; "quoted"</b>',
    "someone.with.a.long.name@a.long.name.of.a.school.example.org",
    "H₂SO₄",
    "x²+y²≤r²",
    "→",
    "😀",
    "$1,234,567.89",
    "antidisestablishmentarianism",
    "/usr/share/a_file_with_a_name/that_is_long.tar.gz",
)
TEMPLATES = (samples.usual, samples.wide, samples.ours, samples.two_masters)
SEATINGS = section_layouts(LAYOUTS)
PHOTOS = ("photo", "wide")


class AnyDeck(NamedTuple):
    """An outline and how it is built."""

    outline: model.Outline
    order: Order


@cache
def _pictures() -> dict[str, Media]:
    return paintable(MEDIA)


class _Maker(Dice):
    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number
        self.lang = LANGS[number % len(LANGS)]
        self._words = WORDS[self.lang].split()
        if self.lang in ("zh", "ja"):  # what stands between spaces is a whole sentence
            self._words = [word[at : at + 4] for word in self._words for at in range(0, len(word), 4)]
        self._hard = self._dice.choice((0.0, 0.0, 0.02, 0.1))
        self._soup = self._dice.choice((0.0, 0.0, 0.1, 0.5))

    def say(self, least: int, most: int) -> str:
        """That many words; here and there the letters of every script among one another, or something hard."""
        if self.chance(self._soup):
            return " ".join(self._any_word() for _ in range(self.between(least, most))).strip("\u00a0 ") or "x"
        return " ".join(
            self.one_of(*HARD) if self.chance(self._hard) else self.one_of(*self._words)
            for _ in range(self.between(least, most))
        )

    def _any_word(self) -> str:
        """Mostly of one script and some signs, here and there of two."""
        if self.chance(0.05):
            return self.one_of(*LOANS)
        letters = self.one_of(*LETTERS)
        word = "".join(self.one_of(*(SIGNS if self.chance(0.2) else letters)) for _ in range(self.between(1, 6)))
        return f"{word}{self.one_of('', '-')}{self._any_word()}" if self.chance(0.05) else word

    def some(self, share: float, least: int, most: int) -> str:
        return self.say(least, most) if self.chance(share) else ""

    def title(self) -> str:
        return self.say(*self.one_of((1, 4), (1, 9), (1, 9), (10, 25), (50, 60)))

    def sentence(self) -> str:
        return self.say(*self.one_of((1, 4), (5, 12), (5, 12), (20, 25), (26, 70)))

    def point(self, deep: int) -> model.Point:
        say = self.sentence()
        words = say.split()
        short = len(words) > 8 and self.chance(0.3)
        return model.Point(
            say=say,
            show=" ".join(words[:6]) if short else "",
            more=(" ".join(words[6:14]),) if short and self.chance(0.5) else (),
            label=self.some(0.25, 1, self.one_of(1, 3, 6)),
            priority=self.one_of(None, None, 1, 9),
            points=self.points(self.between(0, 3), deep - 1) if deep and self.chance(0.25) else (),
        )

    def points(self, count: int, deep: int = 1) -> tuple[model.Point, ...]:
        found: list[model.Point] = []
        while count > 0:
            size = self.between(1, min(4, count))
            inside = tuple(self.point(deep) for _ in range(size))
            found += (
                (model.Point(label=self.say(1, 4), points=inside, numbered=size == 3),) if self.chance(0.3) else inside
            )
            count -= size
        return tuple(found)

    def table(self) -> model.Table:
        columns = self.between(1, self.one_of(3, 5, 8))
        longest = self.one_of(1, 3, 12)

        def cell() -> str:
            return self.one_of("", str(self.between(1, 99_999)), self.say(1, longest), self.say(1, longest))

        rows = tuple(tuple(cell() for _ in range(columns)) for _ in range(self.between(1, self.one_of(5, 18))))
        return model.Table(
            header=tuple(self.say(1, 2) for _ in range(columns)),
            rows=rows,
            caption=self.some(0.5, 1, self.one_of(6, 40)),
        )

    def chart(self) -> model.Chart:
        kind = self.one_of(*CHARTS)
        whole = kind in ("pie", "doughnut")
        count = self.between(1, 8)
        odd = ("1250", "12.5", "0.25") if whole or kind == "stacked" else ("−3", "12.5", "")
        series = tuple(
            model.Series(
                name=self.say(1, 2),
                values=("7", *(self.one_of(str(self.between(1, 99)), self.one_of(*odd)) for _ in range(count - 1))),
            )
            for _ in range(1 if whole else self.between(1, 4))
        )
        longest = self.one_of(1, 2, 6)
        return model.Chart(
            kind=kind,
            categories=tuple(self.say(1, longest) for _ in range(count)),
            series=series,
            caption=self.some(0.5, 1, self.one_of(6, 40)),
            reading=self.some(0.5, 3, self.one_of(9, 30)),
        )

    def picture(self) -> model.Picture:
        return model.Picture(
            file=self.one_of(*PHOTOS), alt=self.say(2, 9), caption=self.some(0.6, 1, self.one_of(6, 40))
        )

    def section(self, *, deep: bool = True) -> model.Section:
        """A section with one, two or three kinds of content."""
        holds = {self.one_of("points", "points", "labels", "figures", "quote", "timeline", "compare", "table", "chart",
                             "picture") for _ in range(self.between(1, 3))}  # fmt: skip
        points = self.points(self.between(1, self.one_of(3, 6, 12))) if "points" in holds else ()
        labels = tuple(replace(self.point(0), label=self.say(1, 3)) for _ in range(self.between(2, 6)))
        section = model.Section(
            id="",
            title=self.title(),
            question=self.some(0.5, 3, 15),
            lead=self.some(0.3, 4, self.one_of(12, 40)),
            notes=self.some(0.2, 4, 30),
            points=points + labels if "labels" in holds else points,
            numbered=len(points) % 4 == 2,
            figures=tuple(
                model.Figure(
                    value=self.one_of("12", "over $12 billion", "3.5 %", "1 : 4", self.say(1, 4)),
                    caption=self.say(1, self.one_of(5, 25)),
                )
                for _ in range(self.between(1, 4) if "figures" in holds else 0)
            ),
            quote=model.Quote(text=self.say(3, self.one_of(20, 60)), by=self.some(0.7, 1, 5))
            if "quote" in holds
            else None,
            timeline=tuple(
                model.Moment(when=self.one_of("1900", "May 2019", self.say(1, 3)), what=self.say(1, self.one_of(6, 25)))
                for _ in range(self.between(1, 9) if "timeline" in holds else 0)
            ),
            compare=tuple(
                model.Side(label=self.say(1, 4), points=self.points(self.between(1, 5), 0))
                for _ in range(2 if "compare" in holds else 0)
            ),
            table=self.table() if "table" in holds else None,
            chart=self.chart() if "chart" in holds else None,
            picture=self.picture() if "picture" in holds else None,
            sections=tuple(self.section(deep=False) for _ in range(self.between(1, 2)))
            if deep and self.chance(0.15)
            else (),
        )
        return replace(section, layout=self.layout(section)) if self.chance(0.04) else section

    def layout(self, section: model.Section) -> str:
        """Mostly one that takes what the section has; a few ask for another, and are refused."""
        items = (
            tuple(point_item(point, "") for point in section.points),
            tuple(figure_item(figure, "") for figure in section.figures),
            moment_items(section),
            quote_items(section),
            side_items(section),
        )
        fitting = [one.layout.name for one in SEATINGS if any(some and match(one, some) for some in items)]
        if self.chance(0.1):
            return self.one_of(*(one.layout.name for one in SEATINGS))
        return self.one_of(*(fitting or [""]))

    def remarks(self, share: float, most: int) -> tuple[model.Remark, ...]:
        count = self.between(1, most) if self.chance(share) else 0
        return tuple(model.Remark(text=self.sentence()) for _ in range(count))

    def settings(self) -> model.DeckSettings:
        wanted = [one for one in get_args(model.Furnishing) if one != "none" and self.chance(0.6)]
        return model.DeckSettings(
            titles=self.one_of("", "", "topic", "question", "assertion"),
            builds=self.chance(0.4),
            furniture=tuple(wanted) or ("none",) if self.chance(0.5) else (),
            max_slides=self.between(3, 12) if self.chance(0.1) else None,
        )

    def outline(self) -> model.Outline:
        return model.Outline(
            deck=self.settings(),
            title=self.title(),
            subtitle=self.some(0.5, 1, 25),
            author=self.some(0.3, 1, 4),
            school=self.some(0.3, 1, 6),
            class_=self.some(0.3, 1, 2),
            date=self.one_of("", "2026-11-30"),
            logo=self.one_of("", "", "", "photo", "wide"),
            lang=self.lang,
            sections=tuple(self.section() for _ in range(self.between(1, 3))),
            terms=tuple(
                model.Term(term=self.say(1, self.one_of(1, 3)), meaning=self.say(1, self.one_of(9, 40)))
                for _ in range(self.between(1, 7) if self.chance(0.25) else 0)
            ),
            questions=self.remarks(0.25, 7),
            takeaways=self.remarks(0.25, 6),
            sources=self.remarks(0.25, 9),
        )


def any_deck(number: int) -> AnyDeck:
    """The deck of that number: each seventh with a template, else the themes in turn.

    The outline is read from its own `outline.yaml`, so that what is refused has a line there.
    """
    maker = _Maker(number)
    outline, _ = load_outline(dump_outline(assign_ids(maker.outline())), "outline.yaml")
    if number % 7 == 6:
        template = maker.one_of(*TEMPLATES)
        order = Order(only="deck", template=TemplateFile(template(), f"{template.__name__}.pptx"))
        return AnyDeck(replace(outline, logo=""), order._replace(media=_pictures()))
    themes = theme_names()
    return AnyDeck(outline, Order(only="deck", theme=themes[number % len(themes)], media=_pictures()))


def built(number: int) -> bytes:
    """The file of that deck. Raises BriefdeckError for what no slide can hold."""
    deck = make(*any_deck(number)).deck
    assert deck is not None
    return deck
