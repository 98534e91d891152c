"""How numbers are written, and the words that belong to them, in the languages of notes; as parts of patterns.

All in small letters, to be looked for in a text that is put in small letters: a pattern that ignores case takes three
times as long to be made. Words are listed with the ones that bound them: what stands before a number as a hedge stays
with it ("over", "约"), as does what stands after it ("以上", "से अधिक").
"""

from __future__ import annotations

NUMBER = (
    r"(?:\d{1,3}(?:,\d{2,3}){1,5}(?:\.\d{1,4})?|\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,2})?|\d{1,3}(?:[ ’']\d{3}){1,4}"
    r"|\d{1,12}(?:[.,]\d{1,4})?)(?![.,]?\d)"  # never a part of one
)
SCALE = (
    r"(?:thousand|lakhs?|crores?|millions?|billions?|trillions?|mn|bn|tn|тыс\.?|тис\.?|млн\.?|млрд\.?|трлн\.?|mio\.?|"
    r"mrd\.?|millionen|milliarden|mil millones|millones|milliards?|mil milhões|milhões|bilhões|trilhões|हज़ार|हजार|"
    r"लाख|करोड़|"
    r"হাজার|লক্ষ|লাখ|কোটি|ஆயிரம்|லட்சம்|கோடி|ألف|مليون|مليار|[万亿億兆])"
)
CURRENCY = r"(?:us\s?\$|\b[a-z]{1,3}\$|(?<!\w)[₹$€£¥₽₴]|\brs\.?|\b(?:inr|usd|eur|gbp))"
COIN = (
    r"(?:dollars?|rupees?|euros?|pounds?|yen|yuan|roubles?|rubles?|рубл\w+|долларов|евро|гривень|रुपये|टका|টাকা|ரூபாய்|"
    r"dólares|reais|دولار|ريال|元|円|[€£$₹₽₴])"
)
PERCENT = (
    r"(?:per\s?cent(?!\w)|percent(?!\w)|процент\w+|відсотк\w+|प्रतिशत|फीसदी|শতাংশ|"
    r"சதவீதம்|விழுக்காடு|por ciento|por cento|pour cent|prozent|في المئة|بالمئة|パーセント)"
)
"""Words for the sign %."""

_HEDGES = (
    r"not even|no more than|not more than|no less than|no fewer than|not less than|over|more than|less than|fewer than|"
    r"about|around|nearly|almost|approximately|roughly|at least|at most|up to|under|close to|some|an estimated|only|"
    r"just|between|"
    r"не менее чем на|не более чем на|более чем на|менее чем на|более чем в|более чем|"
    r"менее чем|более|менее|больше|меньше|около|почти|свыше|примерно|порядка|до|лишь|не менее|не более|"
    r"понад|близько|майже|більше ніж|менше ніж|більше|менше|приблизно|не менше|"
    r"más de|menos de|cerca de|alrededor de|casi|aproximadamente|unos|unas|al menos|hasta|solo|sólo|"
    r"plus de|moins de|environ|près de|presque|au moins|jusqu['’]à|seulement|"
    r"mehr als|weniger als|über|rund|etwa|fast|knapp|ungefähr|bis zu|mindestens|höchstens|nur|"
    r"mais de|quase|pelo menos|até|apenas|"
    r"लगभग|करीब|तकरीबन|केवल|सिर्फ|প্রায়|মাত্র|சுமார்|ஏறக்குறைய|கிட்டத்தட்ட|"
    r"حوالي|نحو|أكثر من|أقل من|ما يقارب|قرابة|ما لا يقل عن"
)
HEDGE = rf"(?:(?<!\w)(?:{_HEDGES})\s(?:an?\s)?|(?:大约|约为|约|約|超过|超過|将近|近|不到|至少|最多|およそ|ほぼ)\s?)"
"""Before a number; more of them may follow one another."""

AFTER = (
    r"(?:\s?(?:or more|or less|or so|以上|以下|未満|左右|余り|से अधिक|से ज़्यादा|से ज्यादा|से कम|এর বেশি|এরও বেশি|এর কম|"
    r"க்கும் மேற்பட்ட|க்கும் மேல்|க்கு மேல்|или более|oder mehr|ou plus|o más|ou mais|أو أكثر))"
)
"""After a number and what it counts."""
