"""Labels: the name that opens a point ("Defence - India has ...", "Isotope: same number of protons").

A label is short, balanced, and names something; a clause before a colon or a dash is just a clause.
"""

from __future__ import annotations

import re

from briefdeck.draft.dates import is_moment
from briefdeck.draft.formulas import is_minus
from briefdeck.draft.inline import strip_marks
from briefdeck.draft.quotations import read_quotation
from briefdeck.draft.rows import Kind, Row
from briefdeck.draft.words import (
    STOP_WORDS,
    acts,
    first_run,
    has_listed_verb,
    has_verb,
    is_ended,
    speaks,
    word_count,
    word_set,
)
from briefdeck.late import late_pattern

_SEPARATOR = late_pattern(
    r"\s?(?:::?|：)(?:\s|$|(?=[^\s/\d]))\s*"  # a colon, not a time or an address
    r"|\s(?:[-–—]{1,2})\s+"  # a dash between spaces
    r"|\s[-–—]{1,2}(?=\w)|(?<=[\w)\"”])[-–—]{1,2}\s+"  # a dash with one space
    r"|\s?→\s*|\s=\s"
    r"|(?<=\w)—(?=\w)"  # a dash without any: only where the note does so again and again
)
_SHORTEST = 2  # characters
_REACH = 110  # characters in which a label must end
_OUTER = " \"“”'‘’`*_[]<>.-#"
_COLON_WORDS_ABROAD = 5  # whose verbs are not all known: what is longer may be a clause
_BOLD_WORDS = 5
_COLON_WORDS, _DASH_WORDS, _ARROW_WORDS = 9, 6, 5
_SPEECH = late_pattern(
    r"\b(?:said|says|asked|asks|added|adds|wrote|writes|replied|noted|argued|declared)$", re.IGNORECASE
)
_CODE = late_pattern(r"(?:char|int|float|var|let|const|def|if|elif|for|while|return|import|from|else|try|except)\b")
_CITED = late_pattern(r"[A-Z][^.:;?!]{1,60}\sv\.?\s[A-Z][^.:;?!]{1,60}\s[\[(](?:1[5-9]|20)\d\d[\])][^.;]{0,40}\.?$")
"""A case in law that bears out what stands before it."""
_PRONOUN = late_pattern(r"(?:it|this|that|these|those|he|she|they|we|i|you|there|here)\b", re.IGNORECASE)
_JOINING = word_set(
    "but and so or because hence thus therefore however yet then also aber und denn doch deshalb mais et donc car pero "
    "y porque mas e porém но и а поэтому але і тому"
)
"""What joins a clause to the one before and names nothing: "But: a little of it is fine"."""

_TOPIC = late_pattern(r"topic\s*[-:]\s*", re.IGNORECASE)
_SENTENCE_ENDS = (". ", "! ", "? ", "। ", "。 ")
_ABBREVIATION = late_pattern(r"(?<![.\w])(?:[A-Z]|Mr|Mrs|Dr|St|vs?|No|Art|Sec|Fig|Co|Ltd|c|ca)\.\s")
_QUOTED = late_pattern(
    r"[\"“«„「『][^\"“”«»„「」『』]*[.,!?…।。！？][\"”»“」』]$|[\"“«„](?:[^\s\"“”«»„]+\s){3,}[^\s\"“”«»„]+[\"”»“]$"
)
"""Somebody's words, not the name of something: "Out, damned spot!" """
_OPERATOR = late_pattern(r"[=*^²³√]|\w\(|\s[/+−-]\s\d|\d\s?[/+]\s?\d")
_BRACKETS = late_pattern(r"\([^()]*\)")
_NOUN_AT_END = late_pattern(r"\b(?:will|might|may|can|must)$", re.IGNORECASE)
"""A word that is a verb only when another one follows: "Fate and free will"."""
_EMPHASISED = late_pattern(r"(?:\*\*|__)(?P<l>[^*_]{2,90}?)\s?:?(?:\*\*|__)\s?:?\s")
_LENTICULAR = late_pattern(r"【(?P<l>[^【】]{1,20})】\s*(?P<rest>[^\s【].*)$")
_OPENING_QUOTES = frozenset('"“«„「『')
_LONGEST_RUN_IN = 24
_STATEMENTS = word_set(
    "Def Defn Definition Theorem Thm Lemma Corollary Cor Proposition Prop Proof Converse Conjecture Axiom Example Ex "
    "Exercise Remark Claim Solution Sol Soln Satz Beweis Beispiel Bsp Bemerkung Folgerung Théorème Lemme Démonstration "
    "Preuve Exemple Remarque Corollaire Teorema Demostración Ejemplo Corolario Observación Определение Теорема Лемма "
    "Доказательство Пример Следствие Замечание"
)
_RUN_IN = late_pattern(
    rf"(?P<l>(?:Proof idea|{'|'.join(sorted(_STATEMENTS))})"
    r"(?P<n>\.? \d{1,2}(?:\.\d{1,2}){0,2})?(?P<called>\s\([^()]{2,60}\))?)(?P<end>\.\s(?=\S)|$|(?=\s[A-Z]))"
)
"""What opens a paragraph of a mathematical text: "Theorem 2. Let ...", "Def. 3.1 A sequence", "Lemma 4" alone."""

_ASKED = late_pattern(
    r"(?P<l>(?:¿\s?)?(?:what|why|how|when|where|who|which|warum|wie|was|wann|wo|wer|pourquoi|comment|quand|où|qui|"
    r"por qué|cómo|cuándo|dónde|quién|por que|como|quando|onde|quem|почему|как|когда|где|кто|что)"
    r"(?:\s[^\s.?!:;]+){1,7}\s?\?)\s+(?=[^?(\[][^?]+$)",
    re.IGNORECASE,
)
"""A short question that the same line answers: "Why Boscastle? Steep valley sides, thin soils."."""
_LONGEST_ASKED = 60
_CLOSING_QUOTES = ('"', "”", "»", "“", "」", "』")
_ENOUGH_ALIKE = 3
_LETTER = late_pattern(r"(?P<l>[A-Z])\s?[-–—:=]\s+(?=\w)")
_LETTER_SIGNS = ("-", "–", "—", ":", "=")
_PART_OF_SPEECH = late_pattern(
    r"(?P<l>(?:to\s|der\s|die\s|das\s|la\s|le\s|el\s)?[^\W\d_][\w’'-]{1,24}(?:\s[\w’'-]{1,24}){0,2}\s?"
    r"[(\[](?:n|v|adj|adv|prep|conj|pron|phr|vt|vi|pl|noun|verb|adjective|adverb|phrasal verb|m|f|nt?|s\.?[mf])\.?"
    r"(?:[,/;]\s?[\w. -]{1,16}){0,2}[)\]])\s?[:=–—-]?\s+(?=\S)"
)
"""A word of a vocabulary with what it is: "witness (n) a person who sees a crime"."""

_PARTS_OF_SPEECH = tuple(
    f"{bracket}{part}" for bracket in "([" for part in ("n", "v", "ad", "pr", "conj", "ph", "pl", "m", "f", "s")
)

_ENOUGH_DASHED = 3
_DASHES = frozenset("-–—")
_SIGNS = frozenset(":：=→") | _DASHES
"""One of them stands wherever a label ends."""


def find_labels(rows: list[Row], *, english: bool = True) -> list[Row]:
    """The rows with `label` and `rest` filled where a text row opens with its own name."""
    dashed = uses_dashes(rows)
    rows = _with_openings(rows)
    return [
        _labelled(row, dashed=dashed, english=english) if row.kind is Kind.TEXT and not row.label else row
        for row in rows
    ]


def _with_openings(rows: list[Row]) -> list[Row]:
    """The rows of a timetable with their times as labels, those of a memory aid with their letter."""
    numbers = sum(1 for row in rows if row.kind is Kind.TEXT and row.plain.lstrip("([")[:1].isdigit())
    if numbers >= _ENOUGH_ALIKE:
        from briefdeck.draft.timetable import read_timetable

        rows = read_timetable(rows)
    done = list(rows)
    for index, match in _letters(rows).items():
        done[index] = rows[index]._replace(label=match["l"], rest=rows[index].plain[match.end() :])
    return done


def uses_dashes(rows: list[Row]) -> bool:
    """Whether the note sets its labels off with dashes: three lines that look so, or a third of them."""
    count = 0
    for row in rows:
        if row.kind is Kind.TEXT and not _DASHES.isdisjoint(row.plain[:60]):
            match = _SEPARATOR.search(row.plain[:60])
            count += match is not None and _is_dashed(row.plain, match)
            if count >= _ENOUGH_DASHED:
                return True
    return False


def _is_dashed(text: str, match: re.Match[str]) -> bool:
    """Whether what the first separator of a line ends looks like a label before a dash."""
    label, sign, rest = text[: match.start()], match.group(), text[match.end() :]
    return sign.strip()[:1] in _DASHES and word_count(label) <= _DASH_WORDS and not is_minus(label, sign, rest)


def _letters(rows: list[Row]) -> dict[int, re.Match[str]]:
    """Rows one after the other that open with a capital and a dash: "P - prophase", "M - metaphase"."""
    found: dict[int, re.Match[str]] = {}
    run: dict[int, re.Match[str]] = {}
    for index, row in enumerate(rows):
        match = (
            _LETTER.match(row.plain) if row.kind is Kind.TEXT and row.plain[1:4].strip()[:1] in _LETTER_SIGNS else None
        )
        if match:
            run[index] = match
            if len(run) >= _ENOUGH_ALIKE:
                found |= run
        elif row.kind is not Kind.BLANK:
            run = {}
    return found


def _labelled(row: Row, *, dashed: bool, english: bool) -> Row:
    if row.plain.rstrip(" .")[-1:] in _CLOSING_QUOTES and read_quotation(row.plain):
        return row  # what stands before the colon says whose words they are
    found = (
        _listed(row)
        or _emphasised(row)
        or _bracketed(row)
        or split_label(_TOPIC.sub("", row.plain, count=1), dashed, english=english)
    )
    return row._replace(label=found[0], rest=found[1]) if found else row


def _listed(row: Row) -> tuple[str, str] | None:
    """The word that a list of words sets apart from its meaning by a gap."""
    rest = row.plain.removeprefix(row.term).strip()
    return (row.term, rest) if row.term and rest and row.plain.startswith(row.term) else None


def _bracketed(row: Row) -> tuple[str, str] | None:
    """A label in the brackets of Chinese and Japanese: "【目標】水の循環を知る"."""
    match = _LENTICULAR.match(row.plain) if row.plain[:1] == "【" else None
    return (match["l"], match["rest"]) if match else None


def _emphasised(row: Row) -> tuple[str, str] | None:
    """A label in bold with its colon, which may be a whole clause: "**Why does it slope**: for two reasons"."""
    match = _EMPHASISED.match(row.body) if row.body[:2] in ("**", "__") else None
    if match is None or (":" not in match[0] and not _runs_in(match["l"], row.body[match.end() :])):
        return None
    label, rest = strip_marks(match["l"]), strip_marks(row.body[match.end() :])
    return (label, rest) if rest and row.plain.startswith(label) and row.plain.endswith(rest) else None


def _runs_in(name: str, rest: str) -> bool:
    """Whether words in bold name the sentence behind them: "**3rd law** Action and reaction are equal"."""
    named = word_count(name) <= _BOLD_WORDS and not is_ended(name) and name.lower() not in STOP_WORDS
    return named and rest[:1].isupper() and has_verb(rest)


def split_label(text: str, dashed: bool = False, *, english: bool = True) -> tuple[str, str] | None:
    """The label and what follows it, or None; `dashed` when the note uses dashes after labels."""
    if opened := _opened(text):
        return opened
    if _SIGNS.isdisjoint(text[:_REACH]):
        return None
    for match in _SEPARATOR.finditer(text, 0, _REACH):
        label, sign, rest = text[: match.start()], match.group().strip(), text[match.end() :]
        if _goes_past(label, sign, rest, match.group()):
            continue
        if len(label.strip()) < _SHORTEST or not rest.strip():
            return None
        if label.strip()[:1] in _OPENING_QUOTES and _QUOTED.match(label.strip()):
            return None
        name = label.strip(_OUTER)
        name += ")" * (label.rstrip(_OUTER.replace(")", "")).endswith(")") and name.count("(") > name.count(")"))
        if _is_label(name, sign, rest, match.group(), dashed=dashed, english=english):
            return _with_full_stop(name, label), rest.strip()
        return None
    return None


def _goes_past(label: str, sign: str, rest: str, separator: str) -> bool:
    """Whether a sign ends no label but one behind it may: in a range, in an equation that something is said of."""
    if sign == "=":
        return ": " in rest and len(label.strip()) < _SHORTEST  # "D = 0: one root"
    if sign[0] not in _DASHES or not rest.strip():
        return False
    if is_minus(label, separator, rest):
        return True
    if not label[-1:].isdigit():
        return False
    return rest.split(maxsplit=1)[0].isdigit() or (rest[:1].isdigit() and not separator.startswith(" "))


def _opened(text: str) -> tuple[str, str] | None:
    """A label that no sign sets off: "Theorem 2. Let ...", "witness (n) a person ..."."""
    head = text[:_LONGEST_RUN_IN] if text[:1].isupper() else ""
    may_run_in = ". " in head or any(map(str.isdigit, head))
    if (found := _run_in(text) if may_run_in else None) and text[found.end() :] and (found["end"] or found["n"]):
        return found["l"], text[found.end() :].lstrip()
    if "?" in text[:_LONGEST_ASKED] and (found := _ASKED.match(text)):
        return found["l"], text[found.end() :]
    may_be_defined = ("(" in text or "[" in text) and any(sign in text[:_REACH] for sign in _PARTS_OF_SPEECH)
    if may_be_defined and (found := _PART_OF_SPEECH.match(text)):
        return found["l"], text[found.end() :]
    return None


def _run_in(text: str) -> re.Match[str] | None:
    return _RUN_IN.match(text) if text[:1].isupper() and first_run(text).title() in _STATEMENTS else None


def is_run_in(text: str, *, alone: bool = False) -> bool:
    """Whether a line opens as a statement of mathematics does, or is nothing but its name."""
    match = _run_in(text.rstrip(" :.") if alone else text)
    if match is None:
        return False
    return not match["end"] and match["n"] is not None and match.end() == len(text.rstrip(" :.")) if alone else True


def _with_full_stop(name: str, label: str) -> str:
    """The name with the full stop of the word that ends its date: "19 февраля 1861 г."."""
    dotted = label.rstrip().endswith(f"{name}.") and not name[-1].isdigit() and is_moment(name)
    return f"{name}." if dotted else name


def _is_label(label: str, sign: str, rest: str, separator: str, *, dashed: bool, english: bool) -> bool:
    if not any(map(str.isalpha, label)) and not any(map(str.isdigit, label)):
        return False
    if _is_code_or_address(label, rest) or not _is_balanced(label) or label.lower() in _JOINING:
        return False
    bare = _ABBREVIATION.sub("", label.rstrip(".")) if "." in label.rstrip(".") else label
    if label[-1:].isdigit() and is_moment(label):
        return True
    if any(end in bare for end in _SENTENCE_ENDS):
        return False
    count = word_count(label)
    states = speaks(_NOUN_AT_END.sub("", label) if english else label, english=english)
    if sign[0] in ":：":
        if count > 2 and " v" in rest and _CITED.match(rest):
            return False  # "An offer must be told: Taylor v Laird (1856)"
        longest = _COLON_WORDS if english else _COLON_WORDS_ABROAD
        states = states or (english and acts(label))
        return not (count > longest or (states and count > 2) or _SPEECH.search(label))
    if sign == "=" and (_PRONOUN.match(label) or rest[0] in "-−+(" or rest[0].isdigit() or _OPERATOR.search(rest)):
        return False  # an equation, "We write a = lim a_n"
    if sign[0] in "→=":  # two arrows make a chain: "seed → shoot → leaf"; a sum becomes what stands after the arrow
        return (
            "→" not in rest
            and " + " not in label
            and count <= _ARROW_WORDS
            and not states
            and not set("(){};[]\\$").intersection(label)
        )
    if rest[:1].isdigit() and not separator[-1:].isspace():
        return False  # "crisis -1991"
    outside = word_count(_BRACKETS.sub("", label))
    if outside > _DASH_WORDS or states or _PRONOUN.match(label) or ("," in label and count > 4):
        return False
    if english and count > 2 and has_listed_verb(label):
        return False
    if separator == "—":
        return dashed and count <= 3
    return dashed or count <= 1 or not _is_aside(rest, sign)


def _is_aside(rest: str, sign: str) -> bool:
    """Whether a second dash closes what the first opened: "Three districts – A, B and C – will start"."""
    second = rest.find(f" {sign} ")
    if second < 0:
        return False
    after = rest[second + len(sign) + 2 :]
    return after[:1].islower()


def _is_code_or_address(label: str, rest: str) -> bool:
    if label.lower().endswith(("http", "https", "ftp", "mailto")) or rest.startswith("//"):
        return True
    if set("\\{}$").intersection(label) or rest.rstrip().endswith((";", "{", "}")):
        return True
    return _CODE.match(label) is not None and word_count(label) <= 4 and rest.rstrip().endswith((")", ":", ";"))


def _is_balanced(text: str) -> bool:
    return text.count("(") == text.count(")") and text.count("“") == text.count("”") and text.count('"') % 2 == 0
