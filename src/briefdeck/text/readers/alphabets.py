"""Which alphabet bytes without a declaration stand for, told by how often its commonest letters occur.

Asked only when most bytes are high, so that the text is surely no Latin one: on French and Spanish such counts mislead.
"""

from __future__ import annotations

from briefdeck.named import NamedTuple


class _Alphabet(NamedTuple):
    """An encoding and the commonest letters of the languages written with it."""

    encoding: str
    called: str
    letters: frozenset[str]
    share: float  # of all letters beyond ASCII in ordinary text


_KANA = frozenset("のにはをたがでてとしれさいるもなかすらきまこうりくっ")
_CYRILLIC = frozenset("оеаинтсрвлкі")
_ALPHABETS = (
    _Alphabet("cp1251", "Windows-1251 (Cyrillic)", _CYRILLIC, 0.68),
    _Alphabet("koi8-u", "KOI8-U (Cyrillic)", _CYRILLIC, 0.68),
    _Alphabet("cp866", "DOS 866 (Cyrillic)", _CYRILLIC, 0.68),
    _Alphabet("iso8859-5", "ISO 8859-5 (Cyrillic)", _CYRILLIC, 0.68),
    _Alphabet("cp1256", "Windows-1256 (Arabic)", frozenset("اليمونرتبة"), 0.66),
    _Alphabet(
        "gb18030",
        "GB 18030 (Chinese)",
        frozenset("的一是不了在人有我他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生会后能对多学家"),
        0.3,
    ),
    _Alphabet(
        "big5",
        "Big5 (Chinese)",
        frozenset("的一是不了在人有我他這為之大來以個中上們到說國和地也子時道出而要於就下得可你年生會後能對多學家"),
        0.3,
    ),
    _Alphabet("shift_jis", "Shift JIS (Japanese)", _KANA, 0.5),
    _Alphabet("euc_jp", "EUC-JP (Japanese)", _KANA, 0.5),
    _Alphabet("cp949", "Windows-949 (Korean)", frozenset("이다는의에가을를고하은로지도사한기어아서리인자"), 0.4),
    _Alphabet("cp1255", "Windows-1255 (Hebrew)", frozenset("יוהלאמרתבשנם"), 0.8),
    _Alphabet("cp1253", "Windows-1253 (Greek)", frozenset("αοιεντσηρκπυό"), 0.75),
)
_UKRAINIAN = frozenset(b"\xa4\xa6\xa7\xad\xb4\xb6\xb7\xbd")  # where KOI8-U has letters, and KOI8-R lines of boxes
_CLEAR, _AHEAD = 0.6, 1.25
_SAMPLE = 20_000
_IN_CAPITALS = 0.8  # what a capital counts: few texts are all capitals, and wrong encodings often are
_FEWEST = 12


def guess_alphabet(data: bytes) -> tuple[str, str]:
    """The encoding and its name for people; ("", "") when no alphabet stands out from the others."""
    scores = sorted(((_score(data, each), index) for index, each in enumerate(_ALPHABETS)), reverse=True)
    (best, index), (second, _) = scores[:2]
    if best < _CLEAR or best < _AHEAD * second:
        return "", ""
    found = _ALPHABETS[index]
    if found.encoding == "koi8-u" and _UKRAINIAN.isdisjoint(data):
        return "koi8-r", "KOI8-R (Cyrillic)"
    return found.encoding, found.called


def _score(data: bytes, alphabet: _Alphabet) -> float:
    """How near the share of common letters comes to that of ordinary text; 0 when the bytes are not this encoding."""
    try:
        text = data.decode(alphabet.encoding)
    except UnicodeDecodeError:
        return 0.0
    letters = [char for char in text[:_SAMPLE] if char > "\x7f" and char.isalpha()]
    others = sum(1 for char in text[:_SAMPLE] if "\x7f" < char < "\xa0" or "\u2500" <= char < "\u25a0")
    if len(letters) < _FEWEST or others > 0.1 * len(letters):
        return 0.0
    common = sum(
        1 if char in alphabet.letters else _IN_CAPITALS * (char.lower() in alphabet.letters) for char in letters
    )
    return min(1.0, common / len(letters) / alphabet.share)
