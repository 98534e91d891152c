"""Web pages and what the clipboard holds of Word, LibreOffice and Google Docs: HTML as paragraphs.

Nothing is fetched and nothing runs: scripts, styles and hidden parts are dropped, a picture is read only where its
bytes stand in the page. What belongs to the site (navigation, footers, buttons) is told apart.
"""

from __future__ import annotations

import re
from typing import Any

from briefdeck.errors import BriefdeckError, Position, Problem
from briefdeck.late import late_pattern
from briefdeck.text.readers.found import Found
from briefdeck.text.readers.html_footnotes import place_footnotes
from briefdeck.text.readers.html_styles import Look, Styles, read_rules
from briefdeck.text.readers.html_walk import Walk
from briefdeck.text.readers.paragraphs import number_paragraphs
from briefdeck.text.readers.pictures import CarriedPictures

DEEPEST = 2000
"""Levels of elements within each other; what editors write stays below fifty."""

MOST_ELEMENTS = 400_000
"""Elements of a page: ten times a very long one."""

_CROWDED = late_pattern(
    r"""<[A-Za-z][^\s<>/]*+(?:[\s/]*+[^\s"'<>/=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'<>]++)?+)?+){1000}"""
)
"""A tag with a thousand attributes: the parser compares each with all before it."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})")
_CLIPBOARD = late_pattern(r"(?:[A-Za-z]{4,20}:[^\r\n]{0,500}\r?\n){2,12}\s*(?=<)")
_REACH = 8192


def declared_encoding(data: bytes) -> str:
    """What the page says its encoding is: true or not."""
    match = _CHARSET.search(data[:_REACH]) or _XML_CHARSET.match(data[:_REACH])
    return match[1].decode("ascii", "replace") if match else ""


def read(text: str, name: str) -> Found:
    """The paragraphs of a page. Raises BriefdeckError for one that is built to exhaust its reader."""
    root = _tree(text, name)
    if root is None:
        return Found((), unit="paragraph")
    pictures = CarriedPictures()
    walk = Walk(Styles(read_rules(root)), pictures)
    place_footnotes(root)
    walk.through(root)
    return Found(number_paragraphs(walk.finished()), unit="paragraph", attachments=pictures.found())


def _tree(text: str, name: str) -> Any:
    from lxml import etree

    if match := _CLIPBOARD.match(text):  # the header that Windows puts before a copied fragment
        text = text[match.end() :]
    if _CROWDED.search(text):
        raise _refused(name)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True, recover=True
    )
    try:
        root = etree.fromstring(text.replace("\x00", "").encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is None:
        return None
    if any("depth" in entry.message.lower() for entry in parser.error_log) or _too_deep(root):
        raise _refused(name)
    return root


def _refused(name: str) -> BriefdeckError:
    hint = "save the page again from a browser or an editor, or copy its text into a .txt file"
    message = "this page is nested too deeply or has too many parts"
    return BriefdeckError([Problem("BD220", message, Position(name), hint)])


def _too_deep(root: Any) -> bool:
    from lxml import etree

    depth = 0
    for count, (event, _) in enumerate(etree.iterwalk(root, events=("start", "end"))):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST or count > 2 * MOST_ELEMENTS:
            return True
    return False


__all__ = ["DEEPEST", "MOST_ELEMENTS", "Look", "declared_encoding", "read"]
