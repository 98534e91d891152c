"""The theme part: twelve colours and two fonts, the only place where a deck names either."""

from __future__ import annotations

from typing import Final

from briefdeck.model.look import ColorRole, FontRole, Theme
from briefdeck.paint.powerpoint_language import SCRIPT_FONTS, complex_font, east_asian_font
from briefdeck.paint.xml_text import escape

_ROLES: Final[tuple[tuple[str, ColorRole], ...]] = (
    ("dk1", "text"),
    ("lt1", "background"),
    ("dk2", "heading"),
    ("lt2", "surface"),
    ("accent1", "accent1"),
    ("accent2", "accent2"),
    ("accent3", "accent3"),
    ("accent4", "accent4"),
    ("accent5", "accent5"),
    ("accent6", "accent6"),
    ("hlink", "link"),
    ("folHlink", "visited"),
)

_PLAIN: Final = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_SOLID: Final = f'{_PLAIN}<a:prstDash val="solid"/><a:miter lim="800000"/>'
_LINES: Final = "".join(
    f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{_SOLID}</a:ln>' for width in (6350, 12700, 19050)
)
_EFFECTS: Final = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_FORMATS: Final = (
    f'<a:fmtScheme name="Plain"><a:fillStyleLst>{_PLAIN * 3}</a:fillStyleLst><a:lnStyleLst>{_LINES}</a:lnStyleLst>'
    f"<a:effectStyleLst>{_EFFECTS * 3}</a:effectStyleLst><a:bgFillStyleLst>{_PLAIN * 3}</a:bgFillStyleLst>"
    "</a:fmtScheme>"
)
"""What shapes drawn by hand look like: flat. PowerPoint wants three of each and repairs a file with fewer."""


def theme_xml(theme: Theme, lang: str) -> str:
    """The theme as PowerPoint has it; fonts for other scripts follow the document's language."""
    colors = "".join(f'<a:{name}><a:srgbClr val="{theme.colors[role]}"/></a:{name}>' for name, role in _ROLES)
    name = escape(theme.title or theme.name)
    return (
        f'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{colors}</a:clrScheme><a:fontScheme name="{name}">'
        f"<a:majorFont>{_fonts(theme, 'heading', lang)}</a:majorFont>"
        f"<a:minorFont>{_fonts(theme, 'body', lang)}</a:minorFont></a:fontScheme>{_FORMATS}</a:themeElements>"
        "<a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _fonts(theme: Theme, role: FontRole, lang: str) -> str:
    scripts = "".join(f'<a:font script="{script}" typeface="{family}"/>' for script, family in SCRIPT_FONTS.items())
    return (
        f'<a:latin typeface="{escape(theme.deck_fonts[role].family)}"/><a:ea typeface="{east_asian_font(lang)}"/>'
        f'<a:cs typeface="{complex_font(lang)}"/>{scripts}'
    )
