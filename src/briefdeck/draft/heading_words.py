"""Words that make or forbid a heading: dates, "Chapter 3", and lines that only announce a list."""

from __future__ import annotations

import re
from functools import cache

from briefdeck.draft.dates import MONTHS
from briefdeck.draft.words import word_set
from briefdeck.late import late_pattern
from briefdeck.named import NamedTuple

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_CHAPTER_WORDS = word_set(
    "experiment practical lab versuch experimento experiência опыт "
    "chapter unit module part lecture lesson session section topic week day appendix article глава лекция раздел "
    "тема часть "
    "занятие розділ лекція частина capítulo lección unidad tema chapitre leçon partie kapitel lektion einheit teil "
    "lição séance séquence cours stunde doppelstunde sesión clase sessão lezione unità capitolo урок модуль параграф "
    "कक्षा क्लास "
    "unidade aula अध्याय पाठ इकाई অধ্যায় পাঠ அத்தியாயம் பாடம் المادة الفصل الدرس الوحدة الباب"
)
_CHAPTER_CJK = late_pattern(r"第[一二三四五六七八九十百\d]{1,4}[章节節課课部編编回]")
_ORDINALS = frozenset(
    f"{word}{ending}" for word in ("أول", "ثاني", "ثالث", "رابع", "خامس", "سادس") for ending in ("اً", "ًا", "ا")
)
"""How Arabic notes number their parts: "First: the causes"."""
_LONGEST_DATE = 40

_PARTS = """
aim aims objective objectives materials ingredients equipment apparatus method procedure preparation steps
results observations
conclusion summary introduction background causes effects consequences examples homework vocabulary rules
rating
ziel ziele material zutaten geräte zubereitung durchführung ablauf beobachtung ergebnis ergebnisse auswertung
ursachen folgen
beispiele hausaufgabe regeln wortschatz
objectif objectifs matériel ingrédients préparation déroulement étapes résultats causes conséquences exemples
devoirs règles
objetivo objetivos materiales ingredientes preparación procedimiento pasos resultados causas consecuencias
ejemplos deberes reglas
materiais preparação modo_de_preparo procedimento passos resultado consequências exemplos regras
obiettivi materiali ingredienti preparazione procedimento risultati cause conseguenze esempi compiti regole
цель цели материалы ингредиенты продукты приготовление ход_работы ход_урока результаты вывод выводы причины
последствия примеры
правила мета матеріали інгредієнти приготування хід_роботи хід_уроку результати висновок висновки причини
наслідки приклади
उद्देश्य सामग्री विधि परिणाम निष्कर्ष कारण प्रभाव उदाहरण गृहकार्य नियम
উদ্দেশ্য উপকরণ পদ্ধতি প্রণালী ফলাফল উপসংহার কারণ প্রভাব উদাহরণ নিয়ম
நோக்கம் பொருட்கள் தேவையானவை செய்முறை முடிவு முடிவுகள் காரணங்கள் விளைவுகள் எடுத்துக்காட்டுகள் விதிகள்
الهدف الأهداف المواد الأدوات المكونات المقادير الطريقة الخطوات النتائج الاستنتاج الخلاصة الأسباب أمثلة الواجب
القواعد
מטרה מטרות חומרים ציוד מצרכים הכנה אופן_ההכנה שלבים תוצאות מסקנה מסקנות סיכום גורמים דוגמאות כללים
จุดประสงค์ วัตถุประสงค์ อุปกรณ์ วัสดุ ส่วนผสม วิธีทำ ขั้นตอน ผลลัพธ์ สรุป สาเหตุ ผลกระทบ ตัวอย่าง กฎ
目的 目标 材料 食材 器材 步骤 做法 方法 过程 结果 结论 原因 影响 例子 作业 规则
目標 準備 道具 用意するもの 作り方 手順 結果 考察 まとめ 例 宿題 ルール きまり
목표 준비물 재료 방법 만드는_법 순서 결과 결론 원인 영향 예시 숙제 규칙
"""
PARTS_OF_NOTES = frozenset(word.replace("_", " ") for word in _PARTS.split())
"""What notes of all kinds call their parts, in small letters."""


THINGS_DONE = word_set(
    "experiment practical demonstration activity game project dialogue story versuch spiel projekt dialog geschichte "
    "expérience activité jeu projet dialogue histoire experimento actividad juego proyecto diálogo historia "
    "experiência atividade jogo projeto esperimento attività gioco progetto опыт эксперимент игра проект диалог "
    "дослід гра проєкт діалог प्रयोग गतिविधि खेल تجربة نشاط لعبة مشروع"
)
"""What is done in a lesson and has a name of its own: "Experiment: rain in a jar"."""


class Chapter(NamedTuple):
    """A line such as "Chapter 3: Poverty", taken apart."""

    numbered: bool
    separated: bool  # a colon, full stop or dash stands after the number
    rest: str


@cache
def _date() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:0?[1-9]|[12]\d|3[01])(?:[/-](?:0?[1-9]|[12]\d|3[01])(?:[/-]\d{2,4})?|\.(?:0?[1-9]|1[0-2])\.(?:\d{2,4})?)"
        rf"|\d{{4}}-\d\d-\d\d"
        rf"|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:,?\s+(?:{MONTHS})\.?\s+{_DAY}(?:,?\s+\d{{4}})?)?"
        rf"|(?:{MONTHS})\.?\s+{_DAY}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|{_DAY}(?:st|nd|rd|"
        rf"th)?\s+(?:{MONTHS})\.?(?:,?\s+\d{{4}})?"
        rf"|(?:{MONTHS})\.?\s+\d{{4}})\s*:?$",
        re.IGNORECASE,
    )


@cache
def _chapter_number() -> re.Pattern[str]:
    return re.compile(
        r"\s*(?:\d{1,3}|[ivxlc]{1,6}|[a-h]|one|two|three|four|five|six|seven|eight|nine|ten|"
        r"[\u0621-\u064a]{3,12})(?!\w)",
        re.IGNORECASE,
    )


@cache
def _announces() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:following|namely|such as|as follows|below|includ(?:es?|ed|ing)|are|is|were|was|has|have|had|by|with|to|"
        r"that|of|"
        r"in|on|for|into|from|involves?|says?|said|called|contains?|covers?|needs?|requires?|categor\w+|"
        r"(?:(?:two|three|four|five|six|seven|eight|ten|several|many|some|main|different|certain|various|these|those|following|\d{1,2})\s"
        r"(?:[\w-]{1,20}\s){0,2})(?:types?|kinds?|groups?|ways|steps|reasons|points)|^(?:types?|kinds?|groups?|ways|"
        r"steps|reasons|points)|here|these|следующ\w*|включа\w*|помощи|процессов|категори\w*|являются|"
        r"siguientes?|incluyen?|son|suivante?s?|sont|comprend|folgende[nrs]?|sind|seguintes?|são|incluem)"
        r"(?:\s+(?:are|here|in this regard))?$|(?:निम्नलिखित|हैं|है|कवर करेंगे|التالية|الآتية|يلي|如下|包括|以下)$",
        re.IGNORECASE,
    )


@cache
def _announces_first() -> re.Pattern[str]:
    return re.compile(
        r"(?:here|here['’]s|these|this|those|the following|consider|see|for example|for instance|example|e\.g|namely|"
        r"such|"
        r"(?:choose|tick|circle|underline|complete|fill in|match|answer|answer any|state whether|write) (?:the|all|any|"
        r"each|every|one|two|three|four|five|six|seven|eight|ten|of|in|true)|what you need|you (?:will )?need)\b",
        re.IGNORECASE,
    )


def is_date(text: str) -> bool:
    """Whether a line is a date and nothing else."""
    return len(text) <= _LONGEST_DATE and any(map(str.isdigit, text)) and _date().match(text) is not None


def announces(text: str) -> bool:
    """Whether a line without its colon leads in to what follows ("They include") and names nothing."""
    return _announces().search(text) is not None or _announces_first().match(text) is not None


def read_chapter(text: str) -> Chapter | None:
    """The parts of a line that opens like a chapter, or None."""
    if text.startswith("第") and (match := _CHAPTER_CJK.match(text)):
        return Chapter(numbered=True, separated=True, rest=text[match.end() :].strip())
    first = text.split(maxsplit=1)[0] if text else ""
    if first[-1:] == ":" and first[:-1] in _ORDINALS:
        return Chapter(numbered=True, separated=True, rest=text[len(first) :].strip())
    word = first.rstrip(":.–-")
    if word.lower() not in _CHAPTER_WORDS:
        return None
    rest = text[len(word) :]
    number = _chapter_number().match(rest)
    after = rest[number.end() :] if number else rest
    shorter = after.lstrip(" :.–-")
    signs = after[: len(after) - len(shorter)].strip()
    return Chapter(numbered=number is not None, separated=bool(signs), rest=shorter)
