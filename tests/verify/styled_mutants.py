"""Single faults that no word of a slide says: in the styles it takes, behind it, over it, where it leads, what is told."""

# ruff: noqa: E501 (a table of mutants: one a line)

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

from verify import mutations as do
from verify.arranged_mutants import (
    AGENDA,
    ALONE,
    BOXES,
    LINKS,
    NUMBERS,
    OCEANS,
    ROOM,
    SAID,
    SEEN,
    TABLE,
    VIEWS,
    in_chart,
    paragraph,
    run,
    traded,
)
from verify.figure_mutants import ALTERNATIVES, Mutant
from verify.misleading_mutants import FONTS
from verify.plain_mutants import SECTIONS
from verify.subtle_mutants import END, NOTES

CONTRASTS = "text on slides stands out from its ground"
TOLD = "notes tell tables and charts as they are"
PARTS = "parts of a section are counted through"
IN_NOTES = "notes keep the outline's order"
MASTER, THEME, TABLES = "ppt/slideMasters/slideMaster1.xml", "ppt/theme/theme1.xml", "ppt/tableStyles.xml"

_MARK = '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
_WHOLE = '<a:xfrm><a:off x="0" y="0"/><a:ext cx="12192000" cy="6858000"/></a:xfrm>'
_RUN_OF_COLOURS = '<a:gradFill><a:gsLst><a:gs pos="0"><a:schemeClr val="{0}"/></a:gs><a:gs pos="100000"><a:schemeClr val="{0}"/></a:gs></a:gsLst><a:lin ang="0"/></a:gradFill>'
_ASIDE = '<a:camera prst="orthographicFront"><a:rot lat="0" lon="5400000" rev="0"/></a:camera><a:lightRig rig="threePt" dir="t"/>'
_STYLE = '<p:style><a:lnRef idx="0"><a:schemeClr val="bg1"/></a:lnRef><a:fillRef idx="{fill}"><a:schemeClr val="bg1"/></a:fillRef><a:effectRef idx="0"><a:schemeClr val="bg1"/></a:effectRef><a:fontRef idx="minor"><a:schemeClr val="bg1"/></a:fontRef></p:style>'
_REMARK = '<p:sp><p:nvSpPr><p:cNvPr id="79" name="Remark"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="en-US"/><a:t>All praised CAATSA</a:t></a:r></a:p></p:txBody></p:sp>'


def notes_with(words: str) -> Callable[[dict[str, str]], str]:
    return lambda parts: next(name for name, text in parts.items() if "notesSlides/notes" in name and words in text)


def listed(attribute: str = "", inner: str = "") -> do.Change:
    """What the list style of a slide's boxes says of their words."""
    return do.on_slide(OCEANS, do.sub(r'<a:defRPr sz="(\d+)"/>', rf'<a:defRPr sz="\1"{attribute}>{inner}</a:defRPr>'))


def panel(fill: str, *, style: str = "", attribute: str = "") -> str:
    return (
        f'<p:sp{attribute}><p:nvSpPr><p:cNvPr id="77" name="Panel">{_MARK}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{_WHOLE}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</p:spPr>{style}</p:sp>'
    )


def over(shape: str) -> do.Change:
    return do.on_slide(OCEANS, do.swap(END, shape + END))


def under(shape: str) -> do.Change:
    return do.on_slide(OCEANS, do.sub("</p:grpSpPr>", f"</p:grpSpPr>{shape}", 1))


def in_group(fill: str) -> str:
    place = _WHOLE.replace("</a:xfrm>", '<a:chOff x="0" y="0"/><a:chExt cx="12192000" cy="6858000"/></a:xfrm>')
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="78" name="Group"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>{place}'
        f"{fill}</p:grpSpPr>{panel('<a:grpFill/>')}</p:grpSp>"
    )


def decorative(name: str, on: str) -> do.Change:
    return do.on_slide(on, do.sub(rf'(name="{name}"[^>/]*)/>', rf"\1>{_MARK}</p:cNvPr>", 1))


def placed(name: str, x: int, y: int, width: int, height: int) -> do.Change:
    place = f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    return do.on_slide(OCEANS, do.sub(rf'(name="{name}".*?)<p:spPr/>', rf"\1<p:spPr>{place}</p:spPr>", 1))


def step(inner: str) -> do.Change:
    around = '<p:timing><p:tnLst><p:par><p:cTn id="1" presetClass="emph"><p:childTnLst>{}</p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>'
    return do.on_slide(OCEANS, do.swap("</p:clrMapOvr>", "</p:clrMapOvr>" + around.format(inner)))


def slides_listed_backwards(text: str) -> str:
    section = next(one for one in re.findall(r"<p14:section .*?</p14:section>", text) if one.count("<p14:sldId ") > 1)
    slides = re.findall(r"<p14:sldId [^>]*/>", section)
    return text.replace(section, section.replace("".join(slides), "".join(reversed(slides))))


def in_capitals_too(deck: bytes) -> bytes:
    """A second slide under the first one's name, which some programs read in its place."""
    out = io.BytesIO(deck)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("ppt/slides/Slide3.xml", archive.read("ppt/slides/slide3.xml"))
    return out.getvalue()


STYLED_DECK = (
    Mutant("words of a box struck through", listed(' strike="sngStrike"'), SEEN, "BD428"),
    Mutant("words of a box without colour", listed("", "<a:noFill/>"), SEEN, "BD428"),
    Mutant("letters of a box on one another", listed(' spc="-3000"'), SEEN, "BD428"),
    Mutant("words of the master struck through", do.in_part(MASTER, do.sub("<a:defRPr ", '<a:defRPr strike="sngStrike" ')), SEEN, "BD428"),
    Mutant("titles of the master on one another", do.in_part(MASTER, do.sub('<a:spcPct val="91667"/>', '<a:spcPct val="9000"/>')), SEEN, "BD428"),
    Mutant("places of a layout upside down", do.in_part(lambda parts: do.related(do.number_of(OCEANS, parts), "slideLayout", parts), do.sub("<a:xfrm>", '<a:xfrm rot="10800000">')), SEEN, "BD428"),
    Mutant("words turned away in space", do.on_slide(OCEANS, do.sub("<a:normAutofit/>", f"<a:normAutofit/><a:scene3d>{_ASIDE}</a:scene3d>")), SEEN, "BD428"),
    Mutant("a box turned away in space", do.on_slide(OCEANS, do.sub("<p:spPr/>", f"<p:spPr><a:scene3d>{_ASIDE}</a:scene3d></p:spPr>", 2)), SEEN, "BD428"),
    Mutant("letters as blots", do.on_slide(OCEANS, run('<a:ln w="254000"><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:ln>')), SEEN, "BD428"),
    Mutant("words blurred", do.on_slide(OCEANS, run('<a:effectLst><a:blur rad="2540000"/></a:effectLst>')), SEEN, "BD428"),
    Mutant("words pushed out of their box", do.on_slide(SAID, do.sub("<a:bodyPr>", '<a:bodyPr tIns="-9000000">')), SEEN, "BD428"),
    Mutant("no room on the right", do.on_slide(VIEWS, paragraph('marR="9000000"')), SEEN, "BD428"),
    Mutant("lines far apart", do.on_slide(VIEWS, paragraph("", '<a:lnSpc><a:spcPct val="900000"/></a:lnSpc>')), ROOM, "BD443"),
    Mutant("words under a run of colours", over(panel(_RUN_OF_COLOURS.format("bg1"))), SEEN, "BD428"),
    Mutant("words under the ground", over(panel("", attribute=' useBgFill="1"')), SEEN, "BD428"),
    Mutant("words under the fill of a style", over(panel("", style=_STYLE.format(fill=1))), SEEN, "BD428"),
    Mutant("words under the fill of a group", over(in_group('<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>')), SEEN, "BD428"),
    Mutant("words under almost nothing seen through", over(panel('<a:solidFill><a:schemeClr val="bg1"><a:alpha val="95000"/></a:schemeClr></a:solidFill>')), SEEN, "BD428"),
    Mutant("words on the title", placed("statement", 685800, 1574800, 3810000, 2844800), SEEN, "BD428"),
    Mutant("something that is shrunk away", step('<p:animScale><p:to x="0" y="0"/></p:animScale>'), SEEN, "BD428"),
    Mutant("something that is turned over", step('<p:animRot by="10800000"/>'), SEEN, "BD428"),
    Mutant("a dark run of colours behind a slide", do.on_slide(OCEANS, do.sub("(<p:cSld[^>]*>)", rf'\1<p:bg><p:bgPr>{_RUN_OF_COLOURS.format("tx1")}<a:effectLst/></p:bgPr></p:bg>', 1)), CONTRASTS, "BD478"),
    Mutant("a dark run of colours on a panel", under(panel(_RUN_OF_COLOURS.format("tx1"))), CONTRASTS, "BD478"),
    Mutant("the ink of a style", do.on_slide(OCEANS, do.sub(r'(name="statement".*?<p:spPr/>)', rf"\1{_STYLE.format(fill=0)}", 1)), CONTRASTS, "BD478"),
    Mutant("cells in the colour of the paper", do.in_part(TABLES, do.sub('(<a:wholeTbl>.*?<a:schemeClr val=")tx1', r"\1bg1", 1)), CONTRASTS, "BD478"),
    Mutant("every second row dark", do.in_part(TABLES, do.sub('(<a:band2H>.*?<a:schemeClr val=")bg2', r"\1tx1", 1)), CONTRASTS, "BD478"),
    Mutant("a row off the slide", do.on_slide(TABLE, do.sub(r'<a:tr h="\d+"', '<a:tr h="9999999"', 1)), BOXES, "BD442"),
    Mutant("a column off the slide", do.on_slide(TABLE, do.sub(r'<a:gridCol w="\d+"', '<a:gridCol w="9999999"')), BOXES, "BD442"),
    Mutant("enormous cells", do.on_slide(TABLE, do.sub(r'sz="\d+"', 'sz="12000"')), BOXES, "BD442"),
    Mutant("cells with room above them alone", do.on_slide(TABLE, do.sub("<a:tcPr ", '<a:tcPr marT="5000000" ')), BOXES, "BD442"),
    Mutant("words marked as decoration", decorative("statement", OCEANS), ALTERNATIVES, "BD474"),
    Mutant("a table marked as decoration", decorative("table", TABLE), ALTERNATIVES, "BD474"),
    Mutant("links of the agenda traded", do.on_slide(AGENDA, traded('r:id="rId4"', 'r:id="rId6"')), LINKS, "BD407"),
    Mutant("a remark on the page of a slide's notes", do.in_notes(OCEANS, do.swap(END, _REMARK + END)), NOTES, "BD411"),
    Mutant("notes that are not printed", do.in_notes(OCEANS, do.swap('name="Notes"', 'name="Notes" hidden="1"')), "every slide with content has notes", "BD475"),
    Mutant("notes in another order", do.in_notes(VIEWS, traded("Dams store the rain of wet years", "Wells run dry when many are dug")), IN_NOTES, "BD435"),
    Mutant("cells of the notes traded", do.in_notes(TABLE, traded("70 %", "12 %")), TOLD, "BD435"),
    Mutant("names of the notes traded", do.in_notes(TABLE, traded("Farms", "Homes")), TOLD, "BD435"),
    Mutant("numbers of a chart traded in the notes", do.in_part(notes_with("Farms: 1950"), traded("11", "35")), TOLD, "BD435"),
    Mutant("a part of more than there are", do.on_slide(OCEANS, do.sub("(<a:t>Where water is)<", r"\1 (1/9)<", 1)), PARTS, "BD427"),
    Mutant("slides of a section listed backwards", do.in_presentation(slides_listed_backwards), SECTIONS, "BD432"),
    Mutant("signs for the letters of other scripts", do.in_part(THEME, do.sub('<a:cs typeface="[^"]*"', '<a:cs typeface="Wingdings"')), FONTS, "BD467"),
    Mutant("no numbers at the bars", in_chart(do.sub('<c:showVal val="1"/>', '<c:showVal val="0"/>')), NUMBERS, "BD452"),
    Mutant("bars in the colour of the paper", in_chart(do.sub('(<c:ser>.*?<a:schemeClr val=")accent1', r"\1bg1", 1)), NUMBERS, "BD452"),
    Mutant("numbers of other cells", in_chart(do.sub(r"(<c:val><c:numRef><c:f>)[^<]*", r"\1Sheet1!$C$2:$C$4", 1)), NUMBERS, "BD452"),
    Mutant("names of other cells", in_chart(do.sub(r"(<c:cat><c:strRef><c:f>)[^<]*", r"\1Sheet1!$A$3:$A$5", 1)), NUMBERS, "BD452"),
    Mutant("something drawn on a chart", do.with_part("ppt/charts/_rels/chart1.xml.rels", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartUserShapes", "ppt/drawings/drawing1.xml", "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml"), ALONE, "BD407"),
)  # fmt: skip
