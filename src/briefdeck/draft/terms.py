"""Terms of a sentence: short names with their long form, named things, groups with their members, definitions.

A meaning is always the note's own words beside the term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefdeck.draft.words import has_listed_verb, is_question, word_count, word_set
from briefdeck.late import late_pattern
from briefdeck.model.outline import Section
from briefdeck.named import NamedTuple

MOST = 12
"""Terms that one outline carries."""

_LITTLE = word_set("of the and for on to in a an & de la del des du et y")
_OPINION = late_pattern(r"\b(?:believe|think|say|argue|claim|feel|hope|that|because|when|if)\b", re.IGNORECASE)
_KEY_WORDS = word_set("keywords vocabulary vocab glossary definitions terms terminology")
_ARTICLE = late_pattern(r"(?:The|An?)\s(?=[a-z])")
_PLACES = word_set(
    "africa america asia europe australia antarctica oceania india china pakistan bangladesh nepal bhutan russia japan "
    "france germany britain england scotland ireland italy spain portugal greece turkey egypt iran iraq israel ukraine "
    "canada mexico brazil argentina indonesia vietnam korea kenya nigeria ethiopia delhi mumbai london paris moscow "
    "washington beijing tokyo rome berlin afghanistan myanmar switzerland sweden norway denmark poland"
)
"""What needs no explanation: a sentence about it is no definition."""

_GLOSSARY_TITLES = word_set(
    """
    vocabulary vocab glossary terms definitions terminology keywords words
    vocabulario glosario términos definiciones vocabulaire lexique glossaire définitions vocabulário glossário termos
    definições vocaboli lessico glossario definizioni
    glossar fachbegriffe begriffe wortschatz definitionen wörter
    термины понятия словарь определения словарик терміни поняття словник визначення
    शब्दावली शब्दार्थ परिभाषाएँ শব্দার্থ শব্দকোষ সংজ্ঞা கலைச்சொற்கள் சொற்பொருள் مفردات مصطلحات تعريفات المصطلحات
    词汇 术语 名词解释 概念 用語 用語解説 語句 용어 단어
    """
)
_FEWEST_EXPLAINED = 2
_LONGEST_TERM = 5  # words
_MOST_OF_ALL = late_pattern(
    r"(?:an?|the|one of)\s(?:the\s)?(?:[\w-]+\s){0,2}?"
    r"(?!forest|harvest|interest|request|guest|priest|protest|contest|west|test|rest|quest|chest|pest)\w{3,}est\b"
)
_GLOSS = late_pattern(r"(?P<term>[^\W\d][^:=–—]{1,40}?)\s(?:[-–—=]|means)\s(?P<meaning>\S.{3,120})$")
_WORD = late_pattern(r"[^\W\d_][\w\u0900-\u0dff]*")
_LONGEST = 1500  # characters of a sentence that is searched


@cache
def _bracketed() -> re.Pattern[str]:
    """A capitalised name, then something in brackets."""
    name = r"(?:[A-Z][\w’'&/-]{0,30}|\d[\w-]{0,10})"
    return re.compile(
        rf"(?P<name>{name}(?:\s(?:(?:of|the|and|for|on|to|in|"
        rf"&)\s){{0,2}}{name}){{0,8}})\s?\((?P<inside>[^()]{{2,120}})\)"
    )


@cache
def _named_thing() -> re.Pattern[str]:
    """Of "A new law (Some Long Capitalised Name) does" the name is the term, and the words around it the meaning."""
    return re.compile(
        r"\b(?P<kind>(?:an?|the|this)\s(?:[\w-]{1,20}\s){1,5})"
        r"\((?P<name>[A-Z][\w’'-]{1,30}(?:,?\s(?:of|the|and|for|on|to|in|[A-Z][\w’'-]{0,30})){2,12})\)"
        r"(?P<rest>\s(?:[^.;]|\.(?=\S)){0,160})(?=\.?$|[.;])",  # to the end of the sentence: 3.5 has no end inside
        re.IGNORECASE,
    )


@cache
def _definition() -> re.Pattern[str]:
    return re.compile(
        r"(?P<article>An?\s+|The\s+)?(?P<term>[A-Z][\w\s’'/-]{2,45}?)\s+(?P<verb>is|are|refers? to|means)\s+"
        r"(?P<meaning>(?:an?|the|those|one of)\s.{15,160})$"
    )


_STANDS_FOR = (" stands for ", " is short for ", " is an abbreviation for ")


@cache
def _stands_for() -> re.Pattern[str]:
    return re.compile(
        r"(?:The\s)?(?:(?:term|abbreviation|acronym|word)\s)?[“\"‘']?(?P<term>[A-Z][\w&./-]{1,11})[”\"’']?\s"
        r"(?:stands for|is short for|is an abbreviation for)\s[“\"‘']?(?P<meaning>[^.;:“”\"]{4,100})"
    )


@cache
def _no_term() -> re.Pattern[str]:
    return re.compile(
        r"(?:it|this|that|there|they|he|she|what|who|which|these|those|another|one|two|also|in|for|its|their|our|we|"
        r"you|"
        r"such|some|most|here|but|and|so|if|when|as|at|on|by|other|each)\b",
        re.IGNORECASE,
    )


@cache
def _no_meaning() -> re.Pattern[str]:
    return re.compile(
        r"(?:an?|the|one of)\s(?:the\s)?(?:\w+\s){0,2}?(?:most|least|largest|biggest|smallest|best|worst|first|last|"
        r"only|main|"
        r"examples?|parts?|results?|ways?|cases?|matters?|problems?|issues?|reasons?|signs?|topics?|key|good|bad|"
        r"famous|"
        r"important|great|big|major|concern|challenge|must|lot|few)\b",
        re.IGNORECASE,
    )


def find_terms(sentence: str) -> Iterator[tuple[str, str]]:
    """(term, meaning) pairs of one sentence."""
    if len(sentence) > _LONGEST:
        return
    if "(" in sentence:
        yield from _in_brackets(sentence)
        yield from _named(sentence)
    if any(words in sentence for words in _STANDS_FOR) and (match := _stands_for().match(sentence)):
        yield match["term"], match["meaning"].strip(" .")
    if found := defined(sentence):
        term = _ARTICLE.sub("", found.term, count=1)
        yield term[:1].upper() + term[1:], found.meaning


class Defined(NamedTuple):
    """A sentence that says what something is, in its parts."""

    article: str  # "The", "A" or ""
    term: str
    verb: str  # "is", "are", "means", "refers to"
    meaning: str


def defined(sentence: str) -> Defined | None:
    """The parts of a definition; None for every other sentence."""
    match = _definition().match(sentence) if not is_question(sentence) else None
    if match is None or len(match["term"].split()) > _LONGEST_TERM or not _defines(match["term"], match["meaning"]):
        return None
    article = (match["article"] or "").strip()
    return Defined(article, match["term"].strip(), match["verb"], match["meaning"].strip().rstrip("."))


def is_glossary(section: Section) -> bool:
    """Whether a section explains word by word, under a title that says so: "Key terms", "Glossary: rivers"."""
    named = any(word.lower() in _GLOSSARY_TITLES for word in _WORD.findall(section.title))
    labelled = [point for point in section.points if point.label and word_count(point.label) <= _LONGEST_TERM]
    return named and len(labelled) >= _FEWEST_EXPLAINED and len(labelled) == len(section.points)


def listed_terms(label: str, text: str) -> Iterator[tuple[str, str]]:
    """The terms of a line that lists them: "Key words: atom - the smallest part; ion - a charged atom"."""
    name = label.lower().replace("-", "").replace(" ", "")
    if name.removeprefix("key").removeprefix("important") not in _KEY_WORDS | {"words", "term"}:
        return
    found = [_GLOSS.match(part.strip(" .")) for part in text[:_LONGEST].split(";")]
    if all(found) or sum(map(bool, found)) > 1:
        yield from ((match["term"].strip(), match["meaning"].strip()) for match in found if match)


def term_of_label(label: str) -> tuple[str, str] | None:
    """The term that a label spells out: "LMS (Learning Management System)"."""
    return next(_in_brackets(label), None) if "(" in label else None


def _defines(term: str, meaning: str) -> bool:
    """Whether "X is a Y" says what X is, and not only that X is an example, the largest, or a problem."""
    if has_listed_verb(term) or _OPINION.search(term) or term.lower() in _PLACES or _MOST_OF_ALL.match(meaning):
        return False  # "Experts believe it is the duty ...", "Macbeth is the shortest ..."
    return not (
        _no_term().match(term) or _no_meaning().match(meaning) or re.search(r"\s(?:in|at|on|to|with|by)\s", term)
    )


def _in_brackets(sentence: str) -> Iterator[tuple[str, str]]:
    for match in _bracketed().finditer(sentence):
        name, inside = match["name"].removeprefix("The ").removeprefix("A "), match["inside"].strip()
        if _is_short_name(inside):
            long = _long_form(inside, name.split())
            if long:
                yield inside, long
        elif (_is_short_name(name) and _spells(name, inside)) or (
            _is_list_of_names(inside) and len(name.split()) <= 4 and not any(map(str.isdigit, inside))
        ):
            yield name, inside


def _named(sentence: str) -> Iterator[tuple[str, str]]:
    for match in _named_thing().finditer(sentence):
        name = match["name"]
        if not match["kind"].split()[-1].islower():
            continue  # a short name: its long form is no law
        capitals = [word for word in name.split() if word[:1].isupper()]
        if len(capitals) < 3 or any(word[:1].islower() and word not in _LITTLE for word in name.split()):
            continue
        meaning = f"{match['kind'].strip()} {match['rest'].strip()}".strip().rstrip(".")
        yield name, meaning[:1].upper() + meaning[1:]


def _is_short_name(text: str) -> bool:
    return re.fullmatch(r"[A-Z][A-Za-z&./-]{1,9}s?", text) is not None and sum(map(str.isupper, text)) >= 2


def _long_form(short: str, long: list[str]) -> str:
    """The part of a name whose initials the short form is; "" when they do not agree."""
    for start in range(len(long)):
        if long[start].lower() in _LITTLE:
            continue
        candidate = " ".join(long[start:])
        if _spells(short, candidate):
            return candidate
    return ""


def _spells(short: str, long: str) -> bool:
    """Whether the letters of the short form are the initials of the long form, little words counted or not."""
    tokens = [word.lower() for word in re.findall(r"[^\W\d_]+", long)]
    letters = "".join(sign for sign in short.lower() if sign.isalpha())
    if short.endswith("s") and short[:-1].isupper():
        letters = letters[:-1]
    every = "".join(token[0] for token in tokens)
    main = "".join(token[0] for token in tokens if token not in _LITTLE)
    if len(letters) < 2 or len(tokens) < 2:
        return False
    return letters in (every, main) or (_is_subsequence(letters, every) and len(every) <= len(letters) + 2)


def _is_subsequence(part: str, whole: str) -> bool:
    signs = iter(whole)
    return all(sign in signs for sign in part)


def _is_list_of_names(text: str) -> bool:
    parts = [part.strip() for part in text.split(",")]
    return len(parts) >= 3 and all(part.removeprefix("and ")[:1].isupper() for part in parts)
