"""The head of a message that a note was sent as: its subject is the title, sender and date stand beside the matter."""

from __future__ import annotations

import re

from briefdeck.draft.rows import Kind, Row
from briefdeck.late import late_pattern

_NAMES = {
    "subject": "title", "betreff": "title", "objet": "title", "asunto": "title", "assunto": "title", "oggetto": "title",
    "тема": "title", "विषय": "title", "主题": "title", "件名": "title",
    "from": "author", "von": "author", "de": "author", "da": "author", "от": "author", "від": "author",
    "发件人": "author", "差出人": "author",
    "date": "date", "sent": "date", "datum": "date", "gesendet": "date", "envoyé": "date", "enviado": "date",
    "fecha": "date", "data": "date", "дата": "date", "日期": "date", "日時": "date",
    "to": "", "cc": "", "bcc": "", "reply-to": "", "an": "", "à": "", "para": "", "a": "", "кому": "", "копия": "",
    "收件人": "", "宛先": "", "attachments": "", "attachment": "", "importance": "",
}  # fmt: skip
"""The names of the lines of such a head, and what each says of a note; "" for what says nothing of it."""

_LINE = late_pattern(r"(?P<name>[^\W\d_][\w-]{0,12})\s?[:：]\s?(?P<value>\S.{0,300})?$")
_ANSWERED = late_pattern(r"(?:(?:re|fwd?|aw|wg|tr|rv|res|enc|ответ)\s?[:：]\s?)+", re.IGNORECASE)
_ADDRESS = late_pattern(r"\s*<?[\w.+-]{1,64}@[\w.-]{1,250}>?")
_FEWEST, _NEEDED = 3, {"title", "author"}


def take_mail_head(rows: list[Row]) -> list[Row]:
    """The rows, the lines of a message's head at the top set apart; three at least, with its subject and its sender."""
    found: dict[int, tuple[str, str]] = {}
    for index, row in enumerate(rows):
        match = _LINE.match(row.plain) if row.kind is Kind.TEXT and not row.mark else None
        name = match["name"].lower() if match else ""
        if match and name in _NAMES:
            found[index] = (_NAMES[name], match["value"] or "")
        elif row.kind is not Kind.BLANK or found:
            break
    if len(found) < _FEWEST or not _NEEDED.issubset(cue for cue, _ in found.values()):
        return rows
    done = list(rows)
    for index, (cue, value) in found.items():
        said = _ANSWERED.sub("", value, count=1) if cue == "title" else _ADDRESS.sub("", value)
        done[index] = rows[index]._replace(
            kind=Kind.SKIP, cue=cue if said.strip() else "", title=said.strip(' "'), why="the head of a message"
        )
    return done
