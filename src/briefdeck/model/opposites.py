"""Labels that are set against each other, in the languages of notes: what makes a comparison of two labelled points."""

from __future__ import annotations

from functools import cache

_PAIRS = """
advantages/disadvantages advantage/disadvantage pros/cons pro/con merits/demerits merit/demerit benefits/drawbacks
benefits/costs benefits/risks benefits/disadvantages strengths/weaknesses strength/weakness before/after for/against
similarities/differences opportunities/threats dos/don'ts do's/don'ts do/don't positives/negatives positive/negative
positive_effects/negative_effects winners/losers supporters/critics arguments_for/arguments_against
arguments_in_favour/arguments_against in_favour/against then/now gains/losses achievements/failures
successes/failures theory/practice positivas/negativas positivos/negativos positifs/négatifs positives/négatives
positivi/negativi positivos/negativos позитивные/негативные положительные/отрицательные
लाभ/हानि लाभ/नुकसान लाभ/हानियाँ फायदे/नुकसान गुण/दोष पक्ष/विपक्ष पहले/बाद_में
vantaggi/svantaggi pro/contro prima/dopo 장점/단점 찬성/반대 이점/문제점
ventajas/desventajas ventajas/inconvenientes a_favor/en_contra pros/contras antes/después
avantages/inconvénients pour/contre avant/après forces/faiblesses points_forts/points_faibles
vorteile/nachteile pro/contra pro/kontra dafür/dagegen vorher/nachher stärken/schwächen
vantagens/desvantagens prós/contras a_favor/contra antes/depois
преимущества/недостатки плюсы/минусы за/против до/после достоинства/недостатки сильные_стороны/слабые_стороны
переваги/недоліки плюси/мінуси за/проти до/після
优点/缺点 利/弊 优势/劣势 赞成/反对 之前/之后 好处/坏处
長所/短所 メリット/デメリット 賛成/反対 利点/欠点
المزايا/العيوب الإيجابيات/السلبيات مع/ضد قبل/بعد
সুবিধা/অসুবিধা পক্ষে/বিপক্ষে লাভ/ক্ষতি
நன்மைகள்/தீமைகள் ஆதரவு/எதிர்ப்பு
"""
_BARE = frozenset(
    {"for", "against", "pro", "contra", "con", "pour", "contre", "за", "против", "проти", "dafür", "dagegen", "kontra"}
    | {"a favor", "en contra"}
)


@cache
def _pairs() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in _PAIRS.split():
        one, other = (word.replace("_", " ") for word in pair.split("/"))
        found.setdefault(one, set()).add(other)
    return {one: frozenset(others) for one, others in found.items()}


def are_opposed(first: str, second: str) -> bool:
    """Whether two labels stand against each other: "Pros" and "Cons", "Before the war" and "After the war"."""
    one, other = (label.strip().lower().replace("’", "'").rstrip(" :：") for label in (first, second))
    for word, others in _pairs().items():
        rest = one.removeprefix(word)
        if rest != one and (not rest or not rest[0].isalnum()) and any(other == against + rest for against in others):
            return True
    return False


def is_bare_side(name: str) -> bool:
    """Whether a line says only which side follows ("For:"), so that it names no section."""
    return name.strip().lower() in _BARE
