"""What closes a lesson: the note's own questions and its takeaways, taken out of the sections in which they stand.

A summary that is a section of the note stays one; what is taken is a line that says it is the gist ("In conclusion,
..."), and a section at the end that holds nothing but questions.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from briefdeck.draft.words import is_question, word_count, word_set
from briefdeck.model.outline import Lines, Point, Remark, Section, walk_points
from briefdeck.model.values import replace

_QUESTION_TITLES = word_set(
    "questions question discussion discuss review homework exercises exercise practice preguntas pregunta fragen frage "
    "вопросы вопрос питання запитання perguntas pergunta प्रश्न अभ्यास প্রশ্ন "
    "வினாக்கள் கேள்விகள் أسئلة الأسئلة 问题 思考题 習題 质问 質問 問い"
)
_BESIDE_QUESTIONS = word_set(
    "for the to and of class discussion discuss review study revision further more your own about practice think "
    "guiding key essential end chapter para discutir de pour la discussion zur diskussion для обсуждения самопроверки "
    "к обговорення "
    "चर्चा के लिए आलोचना আলোচনার জন্য للمناقشة 讨论 討論"
)
_TASK = re.compile(
    r"(?:discuss|explain|describe|compare|define|list|name|state|evaluate|analyse|analyze|give|write|draw|calculate|"
    r"distinguish|differentiate|outline|assess|justify|show|find|how|why|what|which|who|when|where)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w\u0900-\u0dff]*")
_FEWEST = 2
_MOST_GOING_ON = 3
_GIST = word_set(
    "summary takeaway takeaways moral remember gist resumen résumé zusammenfassung fazit merke resumo итог вывод "
    "запомните висновок підсумок सारांश निष्कर्ष সারাংশ সারসংক্ষেপ சுருக்கம் الخلاصة 总结 小结 まとめ"
)
_GIST_PHRASES = frozenset(
    {"in short", "in summary", "key takeaway", "key takeaways", "key message", "main message", "bottom line",
     "to remember", "en résumé", "à retenir", "en resumen", "em resumo", "main point", "conclusion"}
)  # fmt: skip


class Closing(NamedTuple):
    """The sections without what closes the lesson, and that."""

    sections: tuple[Section, ...]
    questions: tuple[Remark, ...]
    takeaways: tuple[Remark, ...]


def take_closing(sections: tuple[Section, ...]) -> Closing:
    """The note's own questions and takeaways out of its sections; nothing that was alone in its section is taken."""
    sections, questions = _own_questions(sections)
    sections, takeaways = _takeaways(sections)
    return Closing(sections, questions, takeaways)


def _own_questions(sections: tuple[Section, ...]) -> tuple[tuple[Section, ...], tuple[Remark, ...]]:
    """The questions of a section at the end that holds nothing else; the first of them cites its heading too."""
    if len(sections) < 2 or not _asks(sections[-1]):
        return sections, ()
    last = sections[-1]
    asked = [(point, _question(point)) for point in last.points]
    first, *others = [Remark(text=text, lines=_all_lines(point)) for point, text in asked]
    return sections[:-1], (replace(first, lines=tuple(sorted({*last.lines, *first.lines}))), *others)


def _asks(section: Section) -> bool:
    words = [word.lower() for word in _WORD.findall(section.title)]
    named = any(word in _QUESTION_TITLES for word in words) and all(
        word in _QUESTION_TITLES or word in _BESIDE_QUESTIONS for word in words
    )
    bare = not (section.sections or section.table or section.quote or section.timeline or section.compare)
    return named and bare and len(section.points) >= _FEWEST and all(_is_asked(point) for point in section.points)


def _is_asked(point: Point) -> bool:
    """Whether a point is a question or a task, or a saying to discuss with a task below it."""
    if point.label or not point.say:
        return False
    below = [one.say for one in walk_points(point.points)]
    said = [point.say, *below]
    return any(is_question(text) or _TASK.match(text) for text in said) and word_count(" ".join(said)) <= 60


def _question(point: Point) -> str:
    return " ".join(one.say for one in walk_points((point,)))


def _all_lines(point: Point) -> Lines:
    return tuple(dict.fromkeys(line for one in walk_points((point,)) for line in one.lines))


def _takeaways(sections: tuple[Section, ...]) -> tuple[tuple[Section, ...], tuple[Remark, ...]]:
    """The gist that the last section states: a labelled line, or a sentence that opens with "In conclusion,"."""
    if not sections or sections[-1].sections:
        return sections, ()
    last = sections[-1]
    taken = [(index, text) for index, point in enumerate(last.points) if (text := _gist(point))]
    taken += _going_on(last.points, taken)
    if not taken or len(taken) == len(last.points):
        return sections, ()
    gone = {index for index, _ in taken}
    left = tuple(point for index, point in enumerate(last.points) if index not in gone)
    said = tuple(Remark(text=text, lines=last.points[index].lines) for index, text in taken)
    cited = {line for remark in said for line in remark.lines}
    figures = tuple(figure for figure in last.figures if not cited.issuperset(figure.lines))
    return (*sections[:-1], replace(last, points=left, figures=figures)), said


def _going_on(points: tuple[Point, ...], taken: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """What goes on from "In conclusion, ..." to the end of the section, when that is little."""
    opened = [index for index, _ in taken if not points[index].label]
    rest = range(opened[-1] + 1, len(points)) if opened else range(0)
    plain = all(points[index].say and not points[index].label and not points[index].points for index in rest)
    return [(index, points[index].say) for index in rest] if plain and len(rest) <= _MOST_GOING_ON else []


def _gist(point: Point) -> str:
    if point.points or not point.say:
        return ""
    if point.label:
        label = point.label.lower().strip()
        return point.say if label in _GIST_PHRASES or label in _GIST else ""
    match = _opening().match(point.say)
    return point.say[match.end() :][:1].upper() + point.say[match.end() + 1 :] if match else ""


def sums_up(text: str) -> bool:
    """Whether a line says that it closes the whole: "In conclusion, ..."."""
    return _opening().match(text) is not None


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        r"(?:in conclusion|to conclude|to sum up|in summary|to summari[sz]e|in a nutshell|summing up|en conclusion|"
        r"pour conclure|en conclusión|en resumen|zusammenfassend|em conclusão|em resumo|в заключение|таким образом|"
        r"на завершення|निष्कर्षतः|संक्षेप में|总之|综上所述|في الختام)\s?[,，:]?\s*",
        re.IGNORECASE,
    )
