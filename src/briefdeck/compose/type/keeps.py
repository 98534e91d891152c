"""What a line end should not part although a space stands there: a number and its unit, a title and a name."""

from __future__ import annotations

from functools import lru_cache

from briefdeck.compose.type.linebreak import Piece, pieces
from briefdeck.late import late_pattern


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TITLES = _words(
    """
    mr mr. mrs mrs. ms ms. mx dr dr. prof prof. st st. rev rev. hon hon. capt. col. gen. lt. sgt. pres. sen. gov.
    m. mme mlle hr. fr. frl. sig. sra. sr. shri smt smt. km. justice lord lady sir
    no. nos. nr. nº n° fig. figs. tab. abb. eq. ch. sec. vol. art. p. pp. s. § §§ vgl. cf. e.g. i.e. ca. c. approx.
    rs rs. usd eur gbp inr us$ $ € £ ₹ ¥
    """
)
_MAGNITUDES = _words(
    """
    hundred thousand million millions billion billions trillion trillions lakh lakhs crore crores dozen per percent
    bn mn tn mio mrd tausend millionen milliarden prozent mille milliard milliards
    second seconds minute minutes hour hours day days week weeks month months year years
    metre metres meter meters litre litres tonne tonnes ton tons degree degrees
    """
)
_COUNTED = _words(
    """
    unit lesson chapter part page room group exercise class year grade step lecture week day period set
    einheit lektion kapitel teil seite raum gruppe aufgabe klasse stunde woche
    unité leçon chapitre partie page salle groupe exercice classe unidad lección capítulo parte página aula grupo
    ejercicio clase unidade lição exercício урок глава часть страница класс упражнение розділ частина клас вправа
    """
)
"""What a number behind it tells from its like."""

_MONTHS = _words(
    """
    january february march april may june july august september october november december
    januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre
    novembre décembre января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    """
)
_COUNTERS = frozenset(
    "年月日時时分秒週周円圓圆元角個个人名歳岁件回度倍本枚台冊册頁页章節节課课級级階阶号號番位点點万萬千百亿億兆％%℃厘毫公米里克升吨"
)
"""What is counted or measured in Chinese and Japanese, which put no space behind a number."""

_NUMBER = late_pattern(r"[(\[“‘\"'$€£₹¥~≈<>±+−–-]*\d[\d.,:/\u00a0\u202f]*(?:st|nd|rd|th)?")
_UNIT = late_pattern(r"[^\W\d_]{1,3}[²³]?[.,;:)]*|[%‰°€$£₹¥][^\W\d_]{0,2}[.,;:)]*")
_INITIAL = late_pattern(r"[(“‘]?[^\W\d_]\.")
_SIGNS_OF_MONEY, _COUNTRY = "$€£₹¥", 3
_SMALL_WORDS = _words("a an and as at but by for he i if in is it no not of on or so the to up us was we who")


def keeps_together(text: str, piece: Piece) -> bool:
    """Whether the piece should stay on one line with what follows it."""
    if piece.kind == "cjk":
        return text[piece.stop - 1].isdigit() and text[piece.next : piece.next + 1] in _COUNTERS
    if piece.kind != "space":
        return False
    word = text[piece.start : piece.stop]
    following = text[piece.next : piece.next + 24].split(maxsplit=1)
    if not word or not following:
        return False
    after = following[0]
    if word[0].isdigit() or word[-1].isdigit():
        if (
            word[-1] not in ":;"
            and _NUMBER.fullmatch(word)
            and (_is_measure(after) or after.lower().rstrip(".,;:)") in _MONTHS)
        ):
            return True
    elif word.lower().lstrip("(“‘\"'") in _COUNTED:
        return after[0].isdigit()
    elif word.lower().lstrip("(“‘\"'") in _TITLES:
        return after[0].isupper() or after[0].isdigit() or after[0] in "$€£₹¥"
    elif _INITIAL.fullmatch(word) and word[-2].isupper():
        return after[0].isupper()
    elif after[0] in _SIGNS_OF_MONEY and word.isupper() and len(word) <= _COUNTRY:
        return True  # US $ 5
    return _stands_alone(after, "?!;:»%…–—") or _stands_alone(word, "«+=×±≈")


@lru_cache(maxsize=8192)
def bound(text: str) -> str:
    """The text with U+00A0 for the spaces at which no line should end, where a viewer breaks lines by itself."""
    kept = [
        piece.stop for piece in pieces(text) if text[piece.stop : piece.next] == " " and keeps_together(text, piece)
    ]
    if not kept:
        return text
    signs = list(text)
    for place in kept:
        signs[place] = "\u00a0"
    return "".join(signs)


def _is_measure(word: str) -> bool:
    bare = word.lower().rstrip(".,;:)")
    return bare in _MAGNITUDES or bare in _MONTHS or (_UNIT.fullmatch(word) is not None and bare not in _SMALL_WORDS)


def _stands_alone(word: str, signs: str) -> bool:
    """Whether the word is one of the signs by itself, as French sets them and as a dash between words stands."""
    return len(word) == 1 and word in signs
