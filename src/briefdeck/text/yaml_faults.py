"""Why YAML cannot be read, in words for a teacher.

The parser says what it expected; people want to know what they typed. Each function below knows one usual slip and
answers with a problem, or None when it is another one; `explain` asks them in order.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from briefdeck.errors import Position, Problem
from briefdeck.late import late_pattern
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple


class Fault(NamedTuple):
    """Where the parser gave up and what it had seen before."""

    line: Callable[[int], str]  # a line of the file by its number, "" beyond the end
    problem: str  # in the parser's words; libyaml and PyYAML's own differ a little
    context: str
    at: Position  # of the problem
    context_at: Position | None
    text_at: Position | None  # start of the text read last, when that came last
    quote: str  # its quotation mark, "" for none
    end: Position | None  # end of what was read last
    closed: Position | None  # start of the list or mapping that ended last, when that came last
    opened: Position | None  # start of the innermost list or mapping that has not ended

    @property
    def character(self) -> str:
        """The character at the problem."""
        return self.mark(self.at)

    def mark(self, at: Position | None) -> str:
        """The character at a place, "" beyond the end of its line."""
        return self.line(at.line)[at.column - 1 : at.column] if at else ""

    @property
    def before(self) -> str:
        """What stands before the problem on its line."""
        return self.line(self.at.line)[: self.at.column - 1]


def explain(fault: Fault) -> Problem:
    """The problem for the person who typed it."""
    for slip in _SLIPS:
        if (problem := slip(fault)) is not None:
            return problem
    hint = "compare the line with the ones around it, or put the text in quotes"
    return Problem("BD112", f"this is not YAML: {fault.problem or fault.context}", fault.at, hint)


def unquoted(mark: str, at: Position) -> Problem:
    """The problem of a text that starts with a mark which means something to YAML."""
    code = {"&": "BD113", "*": "BD113", "!": "BD114"}.get(mark, "BD109")
    message = f"a text that starts with {mark} must stand in quotes"
    return Problem(code, message, at, 'put the whole text in quotes: "..."', _MEANINGS.get(mark, ""))


_MEANINGS = {
    "&": "YAML makes a mark for copies of this",
    "*": "YAML looks for a mark of that name",
    "!": "YAML takes this for a type",
    "[": "YAML starts a list here",
    "{": "YAML starts a mapping here",
    "|": "YAML starts a text of several lines here",
    ">": "YAML starts a text of several lines here",
    "%": "YAML takes this for a directive",
    "-": "YAML starts a list here",
    "?": "YAML starts a key here",
}

_KEY = late_pattern(r"\s*(?:- +)*([^\s:#\"'\[{][^:]*):(?=\s)")
_KEY_WITHOUT_SPACE = late_pattern(r"\s*(?:- +)*(\w[\w-]*):(?=[^\s:])")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _too_deep(fault: Fault) -> Problem | None:
    if "nesting depth" not in fault.problem:
        return None
    return Problem("BD102", "brackets stand inside each other too deep", fault.at, "an outline needs two or three")


def _unclosed_quote(fault: Fault) -> Problem | None:
    start = None
    if "quoted scalar" in fault.context and ("end of stream" in fault.problem or "document" in fault.problem):
        start = fault.context_at
    elif fault.quote and fault.text_at and fault.end and fault.text_at.line < fault.end.line == fault.at.line:
        start = fault.text_at  # it was closed by the first quotation mark of a later line
    if start is None:
        return None
    mark = fault.mark(start)
    hint = f"write {mark} at the end of the text too"
    if mark == "'":
        hint += ", or put a text that begins with an apostrophe in double quotation marks"
    return Problem("BD106", "this quotation mark is never closed", start, hint)


def _text_after_quote(fault: Fault) -> Problem | None:
    if not fault.quote or fault.end is None or fault.end.line != fault.at.line or _KEY.match(fault.character):
        return None
    rest = fault.line(fault.at.line)[fault.at.column - 1 :]
    if "flow" in fault.context and re.match(r"[\w-]+:\s", rest):
        return None  # a comma is missing
    if rest.strip() == ",":
        hint = "delete the comma"
    elif fault.quote == "'":
        hint = "double an apostrophe inside '...' (it''s), or use \"...\" around the text"
    else:
        hint = 'write \\" for a quotation mark inside "..."'
    return Problem("BD107", "more text follows after the closing quotation mark", fault.at, hint)


def _escape(fault: Fault) -> Problem | None:
    if "escape" not in fault.problem and "hexdecimal" not in fault.problem:
        return None
    # One parser points at the backslash, the other behind it.
    column = fault.line(fault.at.line).rfind("\\", 0, fault.at.column) + 1
    at = replace(fault.at, column=column or fault.at.column, length=2)
    hint = "write \\\\ for a backslash inside \"...\", or use '...' around the text"
    return Problem("BD111", "a backslash means something special inside double quotation marks", at, hint)


def _tab(fault: Fault) -> Problem | None:
    line = fault.line(fault.at.line)
    blank = line[: len(line) - len(line.lstrip())]
    if other := blank.replace("\t", "").strip(" "):
        return foreign_space(other[0], replace(fault.at, column=line.find(other[0]) + 1))
    if "\t" not in blank and not ("\t" in fault.problem or "tab" in fault.problem.split()):
        return None
    at = replace(fault.at, column=line.find("\t") + 1 or fault.at.column)
    return Problem("BD103", "a tab cannot indent a line", at, "use spaces, two for each level")


def foreign_space(character: str, at: Position) -> Problem:
    """The problem of a space from a web page or an input method: it looks like one and indents nothing."""
    message = f"this space is not a plain one (U+{ord(character):04X}) and cannot indent a line"
    return Problem("BD103", message, at, "delete it and press the space bar")


def _colon(fault: Fault) -> Problem | None:
    if "mapping values are not allowed" not in fault.problem:
        return None
    if key := _KEY.match(fault.before):
        text = fault.line(fault.at.line)[key.end() :].strip()
        escaped = text.strip('"“”').replace("\\", "\\\\").replace('"', '\\"')
        hint = f'put the text in quotes: {key.group(1)}: "{escaped}"'
        return Problem("BD104", 'a second ": " on this line', fault.at, hint, "YAML starts a new key here")
    if re.match(r"\s*(?:- +)*$", fault.before):
        return Problem("BD110", "a key is missing before the colon", fault.at, "write it as `key: text`")
    start = fault.text_at
    if start is not None and start.line < fault.at.line:
        first = fault.line(start.line)
        if not first[: start.column - 1].strip(" -"):
            return _no_colon(first, start)
        column = _indent(fault.line(fault.at.line)) + 1
        message = f"this line is indented further than the text of line {start.line} allows"
        hint = "begin it under the key it belongs with; a text of several lines needs quotes"
        return Problem("BD105", message, replace(fault.at, column=column), hint)
    return None


def _no_colon(line: str, at: Position) -> Problem:
    if other := line[: len(line) - len(line.lstrip())].strip(" \t"):
        return foreign_space(other[0], replace(at, column=line.find(other[0]) + 1))
    if key := _KEY_WITHOUT_SPACE.match(line):
        place = replace(at, column=key.end() + 1)
        hint = f"write `{key.group(1)}: ` with a space before the text"
        return Problem("BD110", "a space is missing after the colon", place, hint)
    if "：" in line:
        return Problem("BD110", "a wide colon makes no key", replace(at, column=line.find("：") + 1), 'write ": "')
    hint = 'write `key: text`, or "- " in front of a list item; a text of several lines needs quotes'
    return Problem("BD110", "this line has no colon, so it is no key", at, hint)


def _missing_colon(fault: Fault) -> Problem | None:
    if "could not find expected ':'" not in fault.problem or fault.context_at is None:
        return None
    return _no_colon(fault.line(fault.context_at.line), fault.context_at)


_CLOSING = {"[": "]", "{": "}"}


def _unclosed_bracket(fault: Fault) -> Problem | None:
    if "flow" not in fault.context:
        return None
    start = next((at for at in (fault.context_at, fault.opened) if at and fault.mark(at) in _CLOSING), None)
    if start is None:
        return None
    mark = fault.mark(start)
    closing = _CLOSING[mark]
    goes_on = fault.at.line == start.line or _indent(fault.line(fault.at.line)) > _indent(fault.line(start.line))
    if goes_on and fault.line(fault.at.line).strip():
        hint = f"put a comma between the parts, {closing} at the end, and texts in quotes"
        return Problem("BD108", f"a comma or {closing} is missing before this", fault.at, hint)
    hint = f"write {closing} at its end; a text that starts with {mark} must stand in quotes"
    return Problem("BD108", f"this {mark} is never closed", start, hint)


def _special_start(fault: Fault) -> Problem | None:
    """A text that starts with a character which means something to YAML."""
    at = fault.context_at
    scanned = ("an alias", "an anchor", "a tag", "a directive", "a block scalar")
    if at is None or not any(thing in fault.context for thing in scanned):
        at = fault.at
        starts = ("cannot start any token", "entries are not allowed", "keys are not allowed", "node content")
        if not any(start in fault.problem for start in starts):
            return None
    mark = fault.mark(at)
    return unquoted(mark, at) if mark.strip() else None


def _text_after_bracket(fault: Fault) -> Problem | None:
    if (
        fault.closed is None
        or fault.end is None
        or fault.end.line != fault.at.line
        or fault.end.column > fault.at.column
    ):
        return None
    if fault.mark(replace(fault.end, column=fault.end.column - 1)) not in _CLOSING.values():
        return None
    if fault.character in _CLOSING.values():
        return Problem("BD108", f"this {fault.character} closes nothing", fault.at, "delete it")
    return unquoted(fault.mark(fault.closed), fault.closed)


def _second_document(fault: Fault) -> Problem | None:
    if "document start" not in fault.problem:
        return None
    if fault.end is not None and fault.line(fault.end.line).startswith("..."):
        return Problem("BD118", "more text follows after ...", fault.at, "delete the line ...; one file, one outline")
    if fault.character == "%":
        return unquoted("%", fault.at)
    return _indentation(fault)


def _indentation(fault: Fault) -> Problem | None:
    """What is left when each line is fine by itself."""
    if fault.character == ":":
        return Problem("BD110", "a key is missing before the colon", fault.at, "write it as `key: text`")
    start = fault.context_at
    if start is None:
        hint = "let all top keys begin at the left edge"
        return Problem("BD105", "this line begins further left than the first one", fault.at, hint)
    in_list = "collection" in fault.context or "sequence" in fault.context
    if start.column == fault.at.column and in_list:
        hint = 'begin it with "- ", or indent it by two more spaces if it belongs to the item above'
        return Problem("BD105", f"a list item like the one on line {start.line} is expected here", fault.at, hint)
    if start.column == fault.at.column:
        hint = "indent the list under its key, or write `key: text`"
        return Problem("BD105", f"a key like the one on line {start.line} is expected here", fault.at, hint)
    message = "this line is indented like none of the lines it could belong to"
    hint = "give it the same number of spaces as the lines it belongs with"
    return Problem("BD105", message, fault.at, hint)


_SLIPS: tuple[Callable[[Fault], Problem | None], ...] = (
    _too_deep,
    _unclosed_quote,
    _text_after_quote,
    _escape,
    _tab,
    _colon,
    _missing_colon,
    _unclosed_bracket,
    _special_start,
    _text_after_bracket,
    _second_document,
    _indentation,
)
