"""How numbers are written, and the words that belong to them, in the languages of notes; as parts of patterns.

All in small letters, to be looked for in a text that is put in small letters: a pattern that ignores case takes three
times as long to be made. Words are listed with the ones that bound them: what stands before a number as a hedge stays
with it ("over", "约"), as does what stands after it ("以上", "से अधिक").
"""

from __future__ import annotations

_PART = r"\d[\d,.]{0,8}[千百천백]?"
_COMPOUND = rf"\d[\d,.]{{0,12}}[兆億亿万萬억만]\s?{_PART}[億亿万萬억만]?(?:\s?{_PART}[万萬만])?"
"""1億2千万, 1억 2천만: one number, written in parts."""

NUMBER = (
    rf"(?:{_COMPOUND}|"
    r"\d{1,3}(?:[,٬]\d{2,3}){1,5}(?:[.٫]\d{1,4})?|\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,2})?"
    r"|\d{1,3}(?:[ ’']\d{3}){1,4}(?:,\d{1,2})?|\d{1,12}(?:[.,٫]\d{1,4})?)(?![.,٫]?\d)"  # never a part of one
)
_SCALE = (
    r"(?:thousand|lakhs?|crores?|millions?|billions?|trillions?|mn|bn|tn|тыс\.?|тис\.?|млн\.?|млрд\.?|трлн\.?|mio\.?|"
    r"mrd\.?|millionen|milliarden|mil millones|millones|millón|milliards?|mil milhões|milhões|milhão|bilhões|bilhão|"
    r"trilhões|mila|milioni|miliardi|miliardo|milione|mil|milyon|milyar|miljoen|miljard|milion\w{0,3}|miliard\w{0,2}|"
    r"मिलियन|अरब|हज़ार|हजार|लाख|करोड़|हज़ार|करोड़|হাজার|লক্ষ|লাখ|কোটি|ஆயிரம்|லட்சம்|இலட்சம்|கோடி|"
    r"آلاف|ألفًا|ألف|ملايين|مليونًا|مليون|مليارات|مليارًا|مليار|"
    r"[千百]?[万萬亿億兆]{1,2}|[천백]?[만억]|조(?=\s?원))"
)
SCALE = rf"(?:{_SCALE}(?:\s{_SCALE})?)"
"""One or two: "10 lakh crore", "১০ হাজার কোটি"."""

UNIT = (
    r"(?:\s?(?:t|kg|km²?|ha|m³|kwh|mwh|gwh|twh|mw|gw|т|кг|км²?|га|м³|квт|кбіт)(?!\w)|"
    r"人|名|户|戸|吨|トン|ヘクタール|公顷|平方公里|台|件|社|校|個|个|头|頭|\s?(?:명|톤|개|가구|대))"
)
"""What a large number counts, where that is a sign and no word."""

SIGNS = "[₹$€£¥₽₴]"
CURRENCY = rf"(?:(?<!{SIGNS})(?:us\s?\$|\b[a-z]{{1,3}}\$)|(?<![\w₹$€£¥₽₴]){SIGNS}|\brs\.?|\b(?:inr|usd|eur|gbp))"
COIN = (
    r"(?:dollars?|rupees?|euros?|pounds?|yen|yuan|roubles?|rubles?|рубл\w+|руб\.?|долларов|долл\.?|евро|гривень|грн\.?|"
    r"रुपये|रुपए|टका|টাকা|ரூபாய்|dólares|reais|دولارًا|دولار|ريالًا|ريال|جنيه|درهم|美元|欧元|元|円|ドル|ユーロ|원|달러|[€£$₹₽₴])"
)
PERCENT = (
    r"(?:per\s?cent(?!\w)|percent(?!\w)|процент\w+|відсотк\w+|प्रतिशत|फीसदी|শতাংশ|"
    r"சதவீதம்|விழுக்காடு|"
    r"por ciento|por cento|pour cent|per cento|prozent|في المئة|في المائة|بالمئة|بالمائة|パーセント|퍼센트)"
)
"""Words for the sign %."""

_HEDGES = (
    r"not even|no more than|not more than|no less than|no fewer than|not less than|over|more than|less than|fewer than|"
    r"about|around|nearly|almost|approximately|roughly|at least|at most|up to|under|close to|some|an estimated|only|"
    r"just|between|"
    r"не менее чем на|не более чем на|более чем на|менее чем на|более чем в|более чем|"
    r"менее чем|более|менее|больше|меньше|около|почти|свыше|примерно|порядка|до|лишь|не менее|не более|"
    r"понад|близько|майже|більше ніж|менше ніж|більше|менше|приблизно|не менше|"
    r"más del?|menos del?|cerca del?|alrededor del?|en torno al?|casi|aproximadamente|unos|unas|al menos|hasta|"
    r"solo|sólo|"
    r"plus des?|plus du|moins des?|environ|près des?|presque|au moins|jusqu['’](?:à|aux?)|seulement|quelque|"
    r"mehr als|weniger als|über|unter|rund|etwa|fast|nahezu|knapp|ungefähr|bis zu|mindestens|höchstens|nur|gut|"
    r"mais d[eao]s?|menos d[eao]s?|cerca d[eao]s?|quase|pelo menos|até|apenas|"
    r"più del?|meno del?|oltre|circa|quasi|almeno|fino al?|solo il|"
    r"ca\.|c\.|env\.|aprox\.|ок\.|прибл\.|"
    r"लगभग|करीब|तकरीबन|केवल|सिर्फ|প্রায়|মাত্র|சுமார்|ஏறக்குறைய|கிட்டத்தட்ட|"
    r"حوالي|نحو|أكثر من|أقل من|ما يقارب|قرابة|ما لا يقل عن|약|거의|최소|최대"
)
_ARTICLE = r"(?:an?|un|una|une|um|uma|ein|eine[mnrs]?|el|la|los|las|le|les|il|lo|i|gli|o|os|as|der|die|das|den)"
HEDGE = (
    rf"(?:(?<!\w)(?:{_HEDGES})\s(?:{_ARTICLE}\s)?"
    r"|(?:大约|大約|约为|约|約|超过|超過|高达|将近|近|不到|至少|最多|およそ|ほぼ|わずか)\s?)"
)
"""Before a number; more of them may follow one another."""

AFTER = (
    r"(?:\s?(?:or more|or less|or so|以上|以下|未満|左右|余り|を超え(?:る|た|て)|を上回(?:る|った)|を下回(?:る|った)|"
    r"이상|이하|미만|से अधिक|से ज़्यादा|से ज्यादा|से कम|এর বেশি|এরও বেশি|এর কম|"
    r"க்கும் மேற்பட்ட|க்கும் மேல்|க்கு மேல்|или более|oder mehr|ou plus|o más|ou mais|أو أكثر))"
)
"""After a number and what it counts."""
