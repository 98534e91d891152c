"""How numbers are written, and the words that belong to them, in the languages of notes; as parts of patterns.

All for a text that is `folded`, put in small letters and into signs of Latin-1: a pattern that ignores case takes three
times as long to be made, and every set with signs beyond Latin-1 a tenth of a millisecond. Words are listed with the
ones that bound them: what stands before a number as a hedge stays with it ("over", "约"), as does what stands after it
("以上", "से अधिक"). Each list has the words of plain letters apart from the others: a text that has no other letters is
read by a pattern that is a third as long.
"""

from __future__ import annotations

import re

from briefdeck.draft.words import word_set
from briefdeck.late import late_pattern
from briefdeck.named import NamedTuple

_SIGNS_FOLDED = str.maketrans("₹€₽₴٪％٫٬’−", "¤¤¤¤%%.,'-")
"""Signs that mean the same in a number; ¤ is the sign for any currency."""


def folded(text: str) -> str:
    """The text as the parts of patterns want it, sign for sign; its capitals stay when small letters would be more."""
    small = text.lower()
    return (small if len(small) == len(text) else text).translate(_SIGNS_FOLDED)


class NumberParts(NamedTuple):
    """Parts of patterns, each a group or a class that can be repeated."""

    number: str
    scale: str  # one or two: "10 lakh crore", "১০ হাজার কোটি"
    unit: str  # what a large number counts, where that is a sign and no word
    coin: str
    percent: str  # words for the sign %
    hedge: str  # before a number; more of them may follow one another
    after: str  # after a number and what it counts


def number_parts(*, plain: bool) -> NumberParts:
    """The parts for a text in any letters, or, when it is `plain`, for one in a to z and signs."""
    scale = _either(_SCALES, _SCALES_BEYOND, plain=plain)
    hedge = rf"(?<!\w){_either(_HEDGES, _HEDGES_BEYOND, plain=plain)}\s(?:(?:{_ARTICLES})\s)?"
    return NumberParts(
        number=(f"(?:{_NUMBERS})" if plain else f"(?:{_COMPOUND}|{_NUMBERS})") + _WHOLE,
        scale=rf"(?:{scale}(?:\s{scale})?)",
        unit=_PLAIN_UNIT if plain else f"(?:{_PLAIN_UNIT}|{_UNITS_BEYOND})",
        coin=_either(_COINS, _COINS_BEYOND, plain=plain),
        percent=_either(_PERCENTS, _PERCENTS_BEYOND, plain=plain),
        hedge=f"(?:{hedge})" if plain else rf"(?:{hedge}|{_HEDGES_UNSPACED}\s?)",
        after=rf"(?:\s?{_either(_AFTER, _AFTER_BEYOND, plain=plain)})",
    )


def _either(words: str, beyond: str, *, plain: bool) -> str:
    return f"(?:{words})" if plain else f"(?:{words}|{beyond})"


_PART = r"\d[\d,.]{0,8}[千百천백]?"
_COMPOUND = rf"\d[\d,.]{{0,12}}[兆億亿万萬억만]\s?{_PART}[億亿万萬억만]?(?:\s?{_PART}[万萬만])?"
"""1億2千万, 1억 2천만: one number, written in parts."""

_NUMBERS = (
    r"\d{1,3}(?:,\d{2,3}){1,5}(?:\.\d{1,4})?|\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,2})?"
    r"|\d{1,3}(?:[ ']\d{3}){1,4}(?:,\d{1,2})?|\d{1,12}(?:[.,]\d{1,4})?"
)
_WHOLE = r"(?![.,]?\d)"
"""What makes a number whole: no digit after it."""

_SCALES = (
    r"thousand|lakhs?|crores?|millions?|billions?|trillions?|mn|bn|tn|mio\.?|mrd\.?|millionen|milliarden|"
    "mil millones|millones|milliards?|mil milhões|mila|milioni|miliardi|miliardo|milione|mil|milyon|milyar|miljoen|"
    r"miljard|milion\w{0,3}|miliard\w{0,2}"
)
_SCALES_BEYOND = (
    r"тыс\.?|тис\.?|млн\.?|млрд\.?|трлн\.?|millón|milhões|milhão|bilhões|bilhão|trilhões|मिलियन|"
    "अरब|हज़ार|हजार|लाख|करोड़|हज़ार|करोड़|হাজার|লক্ষ|লাখ|কোটি|ஆயிரம்|லட்சம்|இலட்சம்|கோடி|آلاف|ألفًا|ألف|"
    r"ملايين|مليونًا|مليون|مليارات|مليارًا|مليار|[千百]?[万萬亿億兆]{1,2}|[천백]?[만억]|조(?=\s?원)"
)

_PLAIN_UNIT = r"(?:\s?(?:t|kg|km²?|ha|m³|kwh|mwh|gwh|twh|mw|gw)(?!\w))"
_UNITS_BEYOND = (
    r"\s?(?:т|кг|км²?|га|м³|квт|кбіт)(?!\w)|"
    r"人|名|户|戸|吨|トン|ヘクタール|公顷|平方公里|台|件|社|校|個|个|头|頭|\s?(?:명|톤|개|가구|대)"
)

SIGNS = "[$£¤¥]"
CURRENCY = rf"(?:(?<!{SIGNS})(?:us\s?\$|\b[a-z]{{1,3}}\$)|(?<![\w$£¤¥]){SIGNS}|\brs\.?|\b(?:inr|usd|eur|gbp))"
_COINS = "dollars?|rupees?|euros?|pounds?|yen|yuan|roubles?|rubles?|reais|[$£¤]"
_COINS_BEYOND = (
    r"рубл\w+|руб\.?|долларов|долл\.?|евро|гривень|грн\.?|रुपये|रुपए|टका|টাকা|ரூபாய்|dólares|دولارًا|دولار|"
    "ريالًا|ريال|جنيه|درهم|美元|欧元|元|円|ドル|ユーロ|원|달러"
)

_PERCENTS = r"(?:per\s?cent|percent|por ciento|por cento|pour cent|per cento)(?!\w)|prozent"
_PERCENTS_BEYOND = (
    r"процент\w+|відсотк\w+|प्रतिशत|फीसदी|শতাংশ|சதவீதம்|விழுக்காடு|في المئة|في المائة|بالمئة|بالمائة|パーセント|퍼센트"
)

_HEDGES = (
    "not even|no more than|not more than|no less than|no fewer than|not less than|over|more than|less than|"
    "fewer than|about|around|nearly|almost|approximately|roughly|at least|at most|up to|under|close to|some|"
    "an estimated|only|just|between|menos del?|cerca del?|alrededor del?|en torno al?|casi|aproximadamente|"
    "unos|unas|al menos|hasta|solo|plus des?|plus du|moins des?|environ|presque|au moins|seulement|quelque|"
    "mehr als|weniger als|unter|rund|etwa|fast|nahezu|knapp|bis zu|mindestens|nur|gut|mais d[eao]s?|"
    "menos d[eao]s?|cerca d[eao]s?|quase|pelo menos|apenas|meno del?|oltre|circa|quasi|almeno|fino al?|"
    r"solo il|jusqu'(?:à|aux?)|ca\.|c\.|env\.|aprox\.|approx\.|est\."
)
_HEDGES_BEYOND = (
    "не менее чем на|не более чем на|более чем на|менее чем на|более чем в|более чем|менее чем|более|менее|"
    "больше|меньше|около|почти|свыше|примерно|порядка|до|лишь|не менее|не более|понад|близько|майже|"
    "більше ніж|менше ніж|більше|менше|приблизно|не менше|más del?|sólo|près des?|über|"
    r"ungefähr|höchstens|até|più del?|ок\.|прибл\.|लगभग|करीब|तकरीबन|केवल|सिर्फ|প্রায়|মাত্র|சுமார்|ஏறக்குறைய|"
    "கிட்டத்தட்ட|حوالي|نحو|أكثر من|أقل من|ما يقارب|قرابة|ما لا يقل عن|약|거의|최소|최대"
)

_HEDGES_UNSPACED = "(?:大约|大約|约为|约|約|超过|超過|高达|将近|近|不到|至少|最多|およそ|ほぼ|わずか)"
_ARTICLES = "an?|un|una|une|um|uma|ein|eine[mnrs]?|el|la|los|las|le|les|il|lo|i|gli|o|os|as|der|die|das|den"

_AFTER = "or more|or less|or so|oder mehr|ou plus|ou mais"
_AFTER_BEYOND = (
    "以上|以下|未満|左右|余り|を超え(?:る|た|て)|を上回(?:る|った)|を下回(?:る|った)|이상|이하|미만|से अधिक|"
    "से ज़्यादा|से ज्यादा|से कम|এর বেশি|"
    "এরও বেশি|এর কম|க்கும் மேற்பட்ட|க்கும் மேல்|க்கு மேல்|или более|o más|أو أكثر"
)

DENYING = word_set(
    "not never no nor neither without cannot nicht kein keine keinen keiner keinem keines nie ohne pas jamais sans sin "
    "nunca ni nem sem non senza"
)
DENYING_BEYOND = late_pattern(
    r"\b(?:não|не|нет|ни|без|ні|немає|لا|لم|لن|ليس\w{0,2}|دون|غير)\b"
    r"|नहीं|না(?!\w)|নয়|இல்லை|不(?![断斷同仅僅少])|没有|沒有|尚未|并非|ない|ません|않|못",
    re.IGNORECASE,
)
