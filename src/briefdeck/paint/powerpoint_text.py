"""Text as DrawingML: how a level looks, and paragraphs that say only where they differ from their level.

A placeholder's text looks as the nearest list style says: the slide's own, the layout's, the master's. So the slide
writes what was fitted into its list style and keeps its runs bare; text that a teacher adds then looks the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain, repeat
from typing import Final

from briefdeck.late import late_pattern
from briefdeck.model.geometry import NOTHING_FREE, Free
from briefdeck.model.look import FontRole
from briefdeck.model.page import Align, Anchor, Paragraph, Span, TextStyle
from briefdeck.model.values import replace
from briefdeck.paint.powerpoint_language import proofing, right_to_left
from briefdeck.paint.powerpoint_xml import color, element, emu, fill, hundredths
from briefdeck.paint.xml_text import escape

LEVELS: Final = 9
"""How many levels of text PowerPoint has."""

SINGLE: Final = 1.2
"""The line height that PowerPoint calls single, as a multiple of the size."""

Linked = Callable[[Span], str]
"""Gives the `a:hlinkClick` for a span with a link, "" when there is none to make."""

_ALIGN: Final[dict[Align, str]] = {"left": "l", "center": "ctr", "right": "r", "justify": "just"}
_MIRRORED: Final[dict[Align, str]] = {"left": "r", "center": "ctr", "right": "l", "justify": "just"}
_ANCHOR: Final[dict[Anchor, str]] = {"top": "t", "middle": "ctr", "bottom": "b"}
_BREAK = late_pattern("\r\n|[\n\r\v\u2028\u2029]")


def body_properties(
    anchor: Anchor | None, *, fits: bool, resets: Sequence[tuple[str, str]] = (), free: Free = NOTHING_FREE
) -> str:
    """The frame around text: no insets, wrapped; None inherits both. With `fits`, later typing shrinks to fit.

    `resets` are attributes to say although the rest is inherited.
    """
    attributes = "".join(f' {name}="{value}"' for name, value in resets if anchor is None or name != "wrap")
    if anchor is not None:
        insets = f'lIns="{emu(free.left)}" tIns="0" rIns="{emu(free.right)}" bIns="{emu(free.foot)}"'
        attributes += f' vert="horz" wrap="square" {insets} rtlCol="0" anchor="{_ANCHOR[anchor]}"'
    else:
        sides = (("lIns", free.left), ("rIns", free.right), ("bIns", free.foot))
        attributes += "".join(f' {name}="{emu(points)}"' for name, points in sides if points)
    return f"<a:bodyPr{attributes}>{'<a:normAutofit/>' if fits else ''}</a:bodyPr>"


@lru_cache(maxsize=4096)  # layouts, and the slides of a large deck, say the same again and again
def level_style(level: int, style: TextStyle, *, rtl: bool, base: TextStyle | None = None, turned: bool = False) -> str:
    """One level (0 or more) of a list style. With a base, only the size and what differs from the base.

    `turned`: the base runs the other way.
    """
    attributes, children = _paragraph_format(style, base, rtl=rtl)
    if turned and base is not None:
        attributes += f' rtl="{int(rtl)}"' if "algn=" in attributes else _direction(style, rtl=rtl)
    if base is None:  # signs that hang over the edge of the box are no part of what was measured
        attributes += f' defTabSz="914400" rtl="{int(rtl)}" eaLnBrk="1" latinLnBrk="0" hangingPunct="0"'
    size, inner = _character_format(style, base, sized=True)
    kern = ' kern="1200"' if base is None else ""
    return element(f"a:lvl{level + 1}pPr", attributes, children + element("a:defRPr", size + kern, inner))


def list_style(levels: Sequence[TextStyle], *, rtl: bool, bases: Sequence[TextStyle] = (), turned: bool = False) -> str:
    """The inside of `a:lstStyle`: every level of the first sequence, as it differs from that of the second."""
    pairs = zip(levels, chain(bases, repeat(None)), strict=False)
    return "".join(
        level_style(level, style, rtl=rtl, base=base, turned=turned) for level, (style, base) in enumerate(pairs)
    )


def _direction(style: TextStyle, *, rtl: bool) -> str:
    return f' algn="{(_MIRRORED if rtl else _ALIGN)[style.align]}" rtl="{int(rtl)}"'


def deeper(levels: Sequence[TextStyle], count: int) -> tuple[TextStyle, ...]:
    """The levels, continued inwards to the count wanted: what a teacher gets by pressing Tab."""
    found = list(levels)
    while len(found) < count:
        last = found[-1]
        step = last.hanging or last.size
        bullet = last.bullet if last.bullet and not last.bullet.startswith("#") else "–"
        found.append(
            replace(
                last,
                indent=last.indent + step,
                hanging=step,
                bullet=bullet,
                bold=False,
                capitals=False,
                tracking=0.0,
                space_before=min(last.space_before, 4.0),
            )
        )
    return tuple(found)


def paragraph(content: Paragraph, base: TextStyle | None, *, lang: str, linked: Linked = lambda span: "") -> str:
    """One `a:p`. What its level's style (the base) says already is not said again; `lang` is the document's.

    It runs as the document does, unless all of it is in one language that runs the other way.
    """
    spoken = {span.lang or lang for span in content.spans}
    rtl = right_to_left(spoken.pop() if len(spoken) == 1 else lang)
    mirrored = rtl != right_to_left(lang)
    attributes, children = _paragraph_format(content.style, None if mirrored else base, rtl=rtl)
    if mirrored:
        attributes += f' rtl="{int(rtl)}"'
    if content.level:
        attributes = f' lvl="{content.level}"{attributes}'
    properties = element("a:pPr", attributes, children) if attributes or children else ""
    runs = "".join(_run(span, content.style, base, lang=span.lang or lang, linked=linked) for span in content.spans)
    return f"<a:p>{properties}{runs or _ending(lang, *_character_format(content.style, base, sized=False))}</a:p>"


def plain_paragraph(text: str, *, lang: str, level: int = 0) -> str:
    """One `a:p` of plain text that looks as its level says; the text may be empty."""
    properties = f'<a:pPr lvl="{level}"/>' if level else ""
    inner = f'<a:r><a:rPr lang="{proofing(lang)}"/><a:t>{escape(text)}</a:t></a:r>' if text else _ending(lang)
    return f"<a:p>{properties}{inner}</a:p>"


def _ending(lang: str, attributes: str = "", inner: str = "") -> str:
    """What stands for a text in an empty paragraph, so that it is no higher than one with words."""
    return element("a:endParaRPr", f' lang="{proofing(lang)}"{attributes}', inner)


def _run(span: Span, style: TextStyle, base: TextStyle | None, *, lang: str, linked: Linked) -> str:
    """The span as one run, or as several with breaks between them where its text has them."""
    own = style
    if span.bold or span.italic or span.ink:
        own = replace(
            style, bold=style.bold or span.bold, italic=style.italic or span.italic, ink=span.ink or style.ink
        )
    attributes, inner = _character_format(own, base, sized=False)
    link = linked(span) if span.link else ""
    if link and span.text.isascii():
        inner = inner.partition("<a:ea")[0] + _latin_throughout(own.font)
    properties = element("a:rPr", f' lang="{proofing(lang)}"{attributes}', inner + link)
    stretches = _BREAK.split(span.text)
    runs = [f"<a:r>{properties}<a:t>{escape(stretch)}</a:t></a:r>" if stretch else "" for stretch in stretches]
    return f"<a:br>{properties}</a:br>".join(runs)


def _latin_throughout(role: FontRole) -> str:
    """The Latin font for letters of every script: LibreOffice sets a link in that of the words around it."""
    font = "mj" if role == "heading" else "mn"
    return "".join(f'<a:{script} typeface="+{font}-lt"/>' for script in ("ea", "cs"))


def _differ(style: TextStyle, base: TextStyle | None, *fields: str) -> bool:
    return base is None or any(getattr(style, field) != getattr(base, field) for field in fields)


def _paragraph_format(style: TextStyle, base: TextStyle | None, *, rtl: bool) -> tuple[str, str]:
    """Attributes and children of a paragraph's properties, as far as they differ from the base."""
    attributes = children = ""
    if style == base:
        return attributes, children
    if _differ(style, base, "indent", "hanging"):
        attributes += f' marL="{max(0, emu(style.indent))}" indent="{-emu(style.hanging)}"'
    if _differ(style, base, "align"):
        attributes += f' algn="{(_MIRRORED if rtl else _ALIGN)[style.align]}"'
    if _differ(style, base, "leading"):
        children += f'<a:lnSpc><a:spcPct val="{round(style.leading / SINGLE * 100_000)}"/></a:lnSpc>'
    if _differ(style, base, "space_before"):
        children += f'<a:spcBef><a:spcPts val="{hundredths(style.space_before)}"/></a:spcBef>'
    if _differ(style, base, "bullet", "bullet_ink"):
        children += _bullet(style, base)
    return attributes, children


def _bullet(style: TextStyle, base: TextStyle | None) -> str:
    if not style.bullet:
        return "<a:buNone/>"
    ink = f"<a:buClr>{color(style.bullet_ink)}</a:buClr>" if style.bullet_ink else "<a:buClrTx/>"
    if base is not None and base.bullet and base.bullet_ink == style.bullet_ink:
        ink = ""
    if style.bullet.startswith("#"):
        start = f' startAt="{style.bullet[1:]}"' if style.bullet != "#" else ""
        return f'{ink}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPlain"{start}/>'
    return f'{ink}<a:buFont typeface="Arial"/><a:buChar char="{escape(style.bullet)}"/>'


def _character_format(style: TextStyle, base: TextStyle | None, *, sized: bool) -> tuple[str, str]:
    """Attributes and children of a run's properties; `sized` says the size even where it does not differ."""
    attributes = inner = ""
    if sized or _differ(style, base, "size"):
        attributes += f' sz="{hundredths(style.size)}"'
    if style == base:
        return attributes, inner
    if _differ(style, base, "bold"):
        attributes += f' b="{int(style.bold)}"'
    if _differ(style, base, "italic"):
        attributes += f' i="{int(style.italic)}"'
    if _differ(style, base, "capitals"):
        attributes += f' cap="{"all" if style.capitals else "none"}"'
    if _differ(style, base, "tracking"):
        attributes += f' spc="{hundredths(style.tracking)}"'
    if _differ(style, base, "ink"):
        inner += fill(style.ink)
    if _differ(style, base, "font"):
        font = "mj" if style.font == "heading" else "mn"
        inner += f'<a:latin typeface="+{font}-lt"/><a:ea typeface="+{font}-ea"/><a:cs typeface="+{font}-cs"/>'
    return attributes, inner
