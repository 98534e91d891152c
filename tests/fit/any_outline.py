"""Outlines by chance: 1 to 80 points in every script, with what makes pages hard. The same number, the same outline."""

from __future__ import annotations

from briefdeck.model.ids import assign_ids
from briefdeck.model.outline import (
    BriefSettings,
    Chart,
    Figure,
    Moment,
    Outline,
    Point,
    Quote,
    Remark,
    Section,
    Series,
    Side,
    Table,
    Term,
)
from briefdeck.model.values import replace
from fit.dice import Dice

WORDS = {
    "en": "light leaf sugar water the of photosynthesis carbon office waffle 3.5% 20 km Mr. Smith e.g. well-known",
    "vi": "ánh sáng lá đường nước năng lượng quang hợp của những học sinh Việt Nam",
    "ru": "свет лист сахар вода фотосинтез превращение энергии достопримечательности в 20 км",
    "el": "φως φύλλο ζάχαρη νερό ενέργεια φωτοσύνθεση ηλεκτροεγκεφαλογράφημα",
    "hi": "प्रकाश पत्ती शर्करा जल ऊर्जा संश्लेषण विद्यार्थी क्षत्रिय ₹१२० है।",
    "bn": "আলো পাতা শর্করা জল শক্তি সংশ্লেষণ শিক্ষার্থী বাংলাদেশ",
    "ta": "ஒளி இலை சர்க்கரை நீர் ஆற்றல் ஒளிச்சேர்க்கை மாணவர்கள்",
    "ar": "ضوء ورقة سكر ماء طاقة التمثيل الضوئي الطلاب (USD) 120 ١٢",
    "he": "אור עלה סוכר מים אנרגיה פוטוסינתזה תלמידים (sound) 120 שָׁלוֹם",
    "th": "แสงใบไม้น้ำตาล พลังงานการสังเคราะห์ด้วยแสง นักเรียนประเทศไทย น้ำ",
    "zh": "光合作用是植物利用阳光把水和二氧化碳变成糖的过程。 植物叶子，学生 氧气",
    "ja": "光合成は植物が光を使って水と二酸化炭素から糖を作る働きです。 カタカナ 葉",
    "te": "వెలుగు ఆకు చక్కెర నీరు శక్తి కిరణజన్య సంయోగక్రియ విద్యార్థులు క్ష్మీ",
    "kn": "ಬೆಳಕು ಎಲೆ ಸಕ್ಕರೆ ನೀರು ಶಕ್ತಿ ದ್ಯುತಿಸಂಶ್ಲೇಷಣೆ ವಿದ್ಯಾರ್ಥಿಗಳು ಸ್ತ್ರೀ",
    "ml": "വെളിച്ചം ഇല പഞ്ചസാര വെള്ളം ഊർജ്ജം പ്രകാശസംശ്ലേഷണം വിദ്യാർത്ഥികൾ",
    "gu": "પ્રકાશ પાંદડું ખાંડ પાણી ઊર્જા સંશ્લેષણ વિદ્યાર્થીઓ ₹૧૨૦",
    "pa": "ਰੋਸ਼ਨੀ ਪੱਤਾ ਖੰਡ ਪਾਣੀ ਊਰਜਾ ਵਿਦਿਆਰਥੀ ਸੰਸਲੇਸ਼ਣ",
    "hy": "լույս տերեւ շաքար ջուր էներգիա ֆոտոսինթեզ աշակերտներ",
    "ka": "სინათლე ფოთოლი შაქარი წყალი ენერგია ფოტოსინთეზი მოსწავლეები",
    "fa": "نور برگ قند آب انرژی فتوسنتز دانش‌آموزان می‌رود (USD) ۱۲۰",
    "fr": "lumière feuille sucre eau l’énergie « photosynthèse » où ; 3 % aujourd’hui n° 7",
    "ko": "빛 잎 설탕 물 에너지 광합성 학생들은 식물이 자라는 것을 봅니다",
    "de": "Licht Blatt Zucker Donaudampfschifffahrtsgesellschaftskapitänsmütze Energieumwandlung der 12 km 3 %",
}
LANGS = tuple(WORDS)
_HARD = (
    "https://example.org/a/very/long/path/that/never/ends?of=things&and=more#fragment",
    "a" * 120,
    "Wort" * 125,
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch",
    "😀",
    "$1,234,567.89",
    "H₂O",
    "x²+y²≤r²",
    "→",
)


class _Maker(Dice):
    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.lang = LANGS[number % len(LANGS)]
        self._words = WORDS[self.lang].split()
        self._hard = self._dice.choice((0.0, 0.0, 0.01, 0.05))
        self._line = 0

    def say(self, least: int, most: int) -> str:
        words = [self._word() for _ in range(self._dice.randint(least, most))]
        return " ".join(words)

    def line(self) -> tuple[int, ...]:
        self._line += 1
        return (self._line,)

    def _word(self) -> str:
        if self._dice.random() < self._hard:
            return self._dice.choice(_HARD)
        return self._dice.choice(self._words)

    def points(self, count: int, longest: int) -> tuple[Point, ...]:
        found: list[Point] = []
        while count > 0:
            size = self.between(1, min(4, count))
            inside = tuple(self._point(longest) for _ in range(size))
            found += (Point(label=self.say(1, 3), points=inside, numbered=size == 3),) if self.chance(0.3) else inside
            found[-1:] = [replace(found[-1], counted=size != 2)]  # one of a pair may stand among steps and be none
            count -= size
        return tuple(found)

    def _point(self, longest: int) -> Point:
        say = self.say(1, longest)
        show = " ".join(say.split()[:5]) if self.chance(0.3) else ""
        priority = self._dice.choice((None, None, None, None, 1, 9))
        more = tuple(" ".join(say.split()[start : start + 9]) for start in (5, 14) if show and say.split()[start:])
        return Point(say=say, show=show, more=more, lines=self.line(), priority=priority)

    def figures(self) -> tuple[Figure, ...]:
        count = self.between(1, 3) if self.chance(0.3) else 0
        value = self._dice.choice(("over $12 billion", "3.5 %", "₹120", "1 : 4", self.say(1, 4)))
        return tuple(Figure(value=value, caption=self.say(1, 12), lines=self.line()) for _ in range(count))

    def table(self) -> Table | None:
        if not self.chance(0.12):
            return None
        columns = self.between(1, 6)
        count = self.between(15, 120) if self.chance(0.15) else self.between(1, 14)
        rows = tuple(tuple(self._cell() for _ in range(columns)) for _ in range(count))
        caption = self.say(1, 8) if self.chance(0.5) else ""
        return Table(header=tuple(self.say(1, 2) for _ in range(columns)), rows=rows, caption=caption)

    def _cell(self) -> str:
        return str(self.between(1, 99_999)) if self.chance(0.5) else self.say(1, 4)

    def chart(self) -> Chart | None:
        if not self.chance(0.06):
            return None
        count = self.between(2, 6)
        series = tuple(
            Series(name=self.say(1, 2), values=tuple(str(self.between(1, 99)) for _ in range(count)))
            for _ in range(self.between(1, 2))
        )
        categories = tuple(self.say(1, 2) for _ in range(count))
        return Chart(kind="bar", categories=categories, series=series, caption=self.say(1, 6), reading=self.say(3, 9))

    def section(self, points: int, longest: int, *, deep: bool = True) -> Section:
        below = points // 2 if deep and points > 3 and self.chance(0.25) else 0
        own = points - below
        return Section(
            id="",
            title=self.say(1, 9),
            lines=self.line(),
            lead=self.say(4, 20) if self.chance(0.15) else "",
            points=self.points(own, longest),
            numbered=own % 5 == 2,
            figures=self.figures(),
            quote=Quote(text=self.say(4, 25), by=self.say(1, 3)) if self.chance(0.1) else None,
            timeline=tuple(Moment(when=str(1900 + n), what=self.say(2, 9)) for n in range(self.between(2, 4)))
            if self.chance(0.1)
            else (),
            compare=tuple(Side(label=self.say(1, 2), points=self.points(2, longest)) for _ in range(2))
            if self.chance(0.07)
            else (),
            table=self.table(),
            chart=self.chart(),
            sections=(self.section(below, longest, deep=False),) if below else (),
            priority=9 if self.chance(0.08) else None,
        )

    def remarks(self, share: float) -> tuple[Remark, ...]:
        count = self.between(1, 4) if self.chance(share) else 0
        return tuple(Remark(text=self.say(3, 18)) for _ in range(count))


def any_outline(number: int) -> Outline:
    """The outline of that number."""
    make = _Maker(number)
    total = make.between(1, 80)
    sections = make.between(1, min(total, 14))
    longest = make.between(2, make.between(3, 40))
    return assign_ids(
        Outline(
            title=make.say(30, 60) if make.chance(0.03) else make.say(1, 8),
            subtitle=make.say(4, 25) if make.chance(0.3) else "",
            school=make.say(1, 2) if make.chance(0.3) else "",
            lang=make.lang,
            note="notes/a.txt" if make.chance(0.5) else "",
            sections=tuple(make.section(max(1, total // sections), longest) for _ in range(sections)),
            terms=tuple(Term(term=make.say(1, 2), meaning=make.say(2, 12)) for _ in range(make.between(1, 4)))
            if make.chance(0.3)
            else (),
            questions=make.remarks(0.4),
            takeaways=make.remarks(0.2),
            sources=make.remarks(0.2),
            brief=BriefSettings(
                justify=make.chance(0.3),
                paper="letter" if make.chance(0.3) else "",
                link="https://example.org/photosynthesis?class=7b" if make.chance(0.1) else "",
            ),
        )
    )
