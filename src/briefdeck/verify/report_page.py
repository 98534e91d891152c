"""The report as one web page that stands alone: for the screen, for the printer and for a screen reader."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterator

from briefdeck.errors import Problem, Severity
from briefdeck.verify.report import Check, Report

PROMISES = {
    "P1": ("Nothing invented", "Every word that is shown comes from the note or from the outline."),
    "P2": ("Nothing lost", "Every line of the note is in the files, or in a list with the reason why not."),
    "P3": ("One structure", "Slides and page have the same sections in the same order."),
    "P4": ("Nothing overflows", "Every text has room and is large enough to read."),
    "P5": ("One page", "The brief is one page."),
    "P6": ("Editable", "Everything can be changed in PowerPoint: real text, tables and charts."),
    "P7": ("For everyone", "Titles, reading order, descriptions and contrast are in order."),
    "P8": ("Same input, same files", "Both files come from one build, and building again gives the same."),
}
_STATES = {True: ("ok", "kept"), False: ("bad", "broken"), None: ("open", "not checked")}
_SEVERITIES = {Severity.ERROR: "Problem", Severity.WARNING: "Warning", Severity.REMARK: "Remark"}
_STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.5 system-ui, sans-serif; color: #1c1c1c; background: #fff; max-width: 60rem; margin: 2rem auto;
  padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
p { margin: .25rem 0 .75rem; }
.verdict { border-left: .4rem solid #1b6e3c; background: #f0f7f2; padding: .75rem 1rem; font-size: 1.1rem; }
.verdict.bad { border-color: #b3261e; background: #fcf1f0; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: #555; padding-bottom: .25rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid #d8d8d8;
  overflow-wrap: anywhere; }
tbody th { font-weight: normal; width: 45%; }
thead th { border-bottom: 2px solid #555; }
.state { white-space: nowrap; width: 8rem; font-weight: 600; }
.ok { color: #1b6e3c; } .bad { color: #b3261e; } .open { color: #5f5f5f; }
ul { padding-left: 1.2rem; } li { margin: .4rem 0; overflow-wrap: anywhere; }
.hint { color: #444; } code { font-size: .9em; } footer { margin-top: 2rem; color: #555; font-size: .9rem; }
@media print { body { margin: 0; max-width: none; font-size: 10.5pt; } tr, li { break-inside: avoid; }
  h2 { break-after: avoid; } thead { display: table-header-group; } }
"""


def render_page(report: Report, title: str, files: str, lang: str = "en") -> str:
    """The whole page; `title` is the lesson's, `files` names what was checked, `lang` is the language of the title."""
    state = "ok" if report.ok else "bad"
    broken = sum(check.passed is False for check in report.checks)
    verdict = "Every promise is kept." if report.ok else f"{_times(broken or 1, 'check')} failed: see below what to do."
    return "\n".join(
        (
            "<!doctype html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{_shown(title)}: what was checked</title>",
            f"<style>{_STYLE}</style>",
            "</head>",
            "<body>",
            "<header>",
            f'<h1><span lang="{_shown(lang)}" dir="auto">{_shown(title)}</span>: what was checked</h1>',
            f"<p>{_shown(files)}</p>",
            f'<p class="verdict {state}">{verdict}</p>',
            "</header>",
            "<main>",
            *_found(report.problems),
            *_parity(report),
            *_promises(report.checks),
            "</main>",
            "<footer>Made by <code>briefdeck verify</code> from the finished files alone.</footer>",
            "</body>",
            "</html>",
            "",
        )
    )


def _found(problems: tuple[Problem, ...]) -> Iterator[str]:
    if not problems:
        return
    yield '<section aria-labelledby="found"><h2 id="found">What to look at</h2><ul>'
    weight = list(Severity)
    for problem in sorted(problems, key=lambda each: weight.index(each.severity)):
        place = f" <code>{_shown(str(problem.at))}</code>" if problem.at.file or problem.at.line else ""
        state = "bad" if problem.severity is Severity.ERROR else "open"
        yield (
            f'<li><span class="state {state}">{_SEVERITIES[problem.severity]}</span> {_shown(problem.message)}{place} '
            f"<code>{_shown(problem.code)}</code>"
            + (f'<br><span class="hint">What to do: {_shown(problem.hint)}</span>' if problem.hint else "")
            + "</li>"
        )
    yield "</ul></section>"


def _promises(checks: tuple[Check, ...]) -> Iterator[str]:
    yield '<section aria-labelledby="promises"><h2 id="promises">The promises</h2>'
    for number, (name, meaning) in PROMISES.items():
        own = [check for check in checks if check.promise == number]
        if not own:
            continue
        yield f'<h3 id="{number}">{number} {name}</h3><p>{meaning}</p>'
        yield f'<table aria-labelledby="{number}"><thead><tr><th scope="col">Check</th>'
        yield '<th scope="col">Outcome</th><th scope="col">Found</th></tr></thead><tbody>'
        for check in own:
            state, word = _STATES[check.passed]
            yield (
                f'<tr><th scope="row">{_shown(check.name)}</th><td class="state {state}">{word}</td>'
                f"<td>{_shown(check.details)}</td></tr>"
            )
        yield "</tbody></table>"
    yield "</section>"


def _parity(report: Report) -> Iterator[str]:
    if not report.rows:
        return
    yield '<section aria-labelledby="parity"><h2 id="parity">Deck and brief side by side</h2>'
    yield "<table><caption>Each section, where it stands, and how many of its points each file shows.</caption>"
    heads = ("Section", "Slides", "Place on the brief", "Points in the deck", "Points on the brief")
    yield "<thead><tr>" + "".join(f'<th scope="col">{head}</th>' for head in heads) + "</tr></thead><tbody>"
    for row in report.rows:
        cells = "".join(
            f"<td>{_shown(cell)}</td>" for cell in (row.slides, row.place, row.deck_points, row.brief_points)
        )
        yield f'<tr><th scope="row" dir="auto">{_shown(row.section)}</th>{cells}</tr>'
    yield "</tbody></table></section>"


def _shown(text: str) -> str:
    """The text for a page: nothing in it is markup, and nothing that is hidden steers the words around it."""
    plain = "".join(
        char if char in "\t\n" or unicodedata.category(char) not in ("Cc", "Cs") else "\ufffd"
        for char in text
        if unicodedata.bidirectional(char) not in ("LRE", "RLE", "LRO", "RLO", "PDF")
    )
    return html.escape(plain)


def _times(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"
