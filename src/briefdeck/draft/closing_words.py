"""What closes a lesson, in the words of the languages of notes: questions, summaries, lists of terms."""

from __future__ import annotations

import re
from functools import cache

from briefdeck.draft.words import word_set
from briefdeck.late import late_pattern

_WORD = late_pattern(r"[^\W\d_][\w\u0900-\u0dff]*")
QUESTION_TITLES = word_set(
    """
    questions question discussion discuss review homework exercises exercise practice
    discutir discuter diskutieren
    preguntas pregunta ejercicios ejercicio cuestiones actividades exercices exercice perguntas pergunta exercícios
    exercício atividades domande domanda esercizi
    fragen frage aufgaben übungen diskussionsfragen kontrollfragen leitfragen verständnisfragen prüfungsfragen
    wiederholungsfragen klausurfragen übungsfragen übungsaufgaben hausaufgaben check
    вопросы вопрос упражнения задания питання запитання вправи завдання
    प्रश्न سؤال अभ्यास প্রশ্ন வினாக்கள் கேள்விகள் أسئلة الأسئلة تدريبات تمارين
    问题 问题讨论 思考题 讨论题 复习题 练习 練習 練習問題 習題 质问 質問 問い 問題 話し合おう 考えてみよう 문제 질문
    """
)
BESIDE_QUESTIONS = word_set(
    """
    for the to and of class discussion discuss review study revision further more your own about practice think
    yourself your understanding knowledge learning mögliche typische klausur
    guiding key essential end chapter viva voce previous past year years exam examination board model sample important
    likely test quiz oral
    para discutir de repaso reflexionar comprensión la y e pour révision réfléchir compréhension et revisão refletir
    compreensão per il di ripasso riflettere zur zum und diskussion
    для и к обсуждения самопроверки самоконтроля повторения закрепления контрольные обговорення повторення закріплення
    самоперевірки контрольні
    चर्चा के लिए और अभ्यास पाठ से आलोचना আলোচনার জন্য অনুশীলনী பயிற்சி للمناقشة للتفكير مراجعة 讨论 討論 생각해 볼 토론
    """
)
"""Words that stand beside those of a title and name nothing else."""

THINK_PHRASES = word_set(
    """
    q س 问 think discuss denkfrage denkaufgabe nachdenken réfléchir подумай подумайте поміркуй поміркуйте
    सोचिए विचारिए ভাবো
    சிந்திக்க فكر فكّر 想一想 思考 考考你 考えよう 생각해보기
    """
) | {
    "think about it", "to think about", "food for thought", "think and answer", "discussion question", "para pensar",
    "essay q", "essay question", "exam question",
    "para reflexionar", "para refletir", "à réfléchir", "pour réfléchir", "à discuter", "zum nachdenken",
    "per riflettere", "सोचो और बताओ",
}  # fmt: skip
"""Labels before one question that is set to the class."""

GIST = word_set(
    """
    summary takeaway takeaways moral remember gist resumen conclusión résumé resumo conclusão riassunto conclusione
    zusammenfassung fazit merke merksatz итог вывод выводы запомните запомни висновок висновки підсумок запам'ятайте
    सारांश निष्कर्ष সারাংশ সারসংক্ষেপ சுருக்கம் الخلاصة 总结 小结 まとめ 정리
    """
)
GIST_PHRASES = frozenset(
    {"in short", "in summary", "key takeaway", "key takeaways", "key message", "main message", "bottom line",
     "to remember", "en résumé", "à retenir", "ce qu'il faut retenir", "ce qu’il faut retenir",
     "das wichtigste", "lo más importante", "en resumen", "para recordar", "em resumo", "para lembrar", "in sintesi",
     "da ricordare", "याद रखें", "main point", "conclusion"}
)  # fmt: skip


def asks_class(title: str) -> bool:
    """Whether a title says that questions for the class stand below it."""
    names = [word.lower() for word in _WORD.findall(title)]
    return any(word in QUESTION_TITLES for word in names) and QUESTION_TITLES.union(BESIDE_QUESTIONS).issuperset(names)


@cache
def task() -> re.Pattern[str]:
    """A task for the class, told by the verb that opens it, or in some languages ends it."""
    return re.compile(
        r"(?:discuss|explain|describe|compare|define|list|name|state|evaluate|analyse|analyze|give|write|draw|calculate|"
        r"distinguish|differentiate|outline|assess|justify|show|find|how|why|what|which|who|when|where|"
        r"explica|explique[nz]?|describ[ae]|compar[ae]|comente|cite|indica|décri(?:s|vez)|défini(?:s|ssez)|"
        r"expliquez|comparez|justifie[rz]?|descreva|defina|spiega|descrivi|confronta|"
        r"erkläre|beschreibe?|nenne|vergleiche|begründe|erläutere|diskutier(?:e|t)|"
        r"объясни(?:те)?|опиши(?:те)?|назови(?:те)?|сравни(?:те)?|перечисли(?:те)?|докажи(?:те)?|"
        r"поясн(?:и|іть)|опишіть|назвіть|порівняйте|اشرح|عرّف|عرف|قارن|اذكر|علل|بيّن)\b"
        r"|说明|简述|分析|比较|论述|列举|谈谈"
        r"|.*(?:しなさい|しよう|कीजिए|लिखिए|बताइए|समझाइए|লেখো|লিখ|করো|ব্যাখ্যা করো|எழுதுக|விளக்குக|하시오|써 보자)[.。।]?$",
        re.IGNORECASE,
    )


_GIST_OPENINGS = (
    "in conclusion", "to conclude", "to sum up", "in summary", "to summarise", "to summarize", "in a nutshell",
    "summing up", "en conclusion", "pour conclure", "en résumé", "en conclusión", "en resumen", "zusammenfassend",
    "em conclusão", "em resumo", "in conclusione", "в заключение", "таким образом", "на завершення", "отже",
    "निष्कर्षतः", "संक्षेप में", "总之", "综上所述", "في الختام",
)  # fmt: skip
_AFTER_GIST = late_pattern(r"\s?[,，:]\s*|\s+|(?<=述)")


def gist_opening(text: str) -> int:
    """How long what opens the sentence that says the gist is ("In conclusion, "); 0 when nothing does."""
    low = text[:30].lower()
    if not low.startswith(_GIST_OPENINGS):
        return 0
    phrase = next(each for each in _GIST_OPENINGS if low.startswith(each))
    match = _AFTER_GIST.match(text, len(phrase))
    return match.end() if match else 0
