"""Single faults in the seed's own files, each with the check that must find it: a table."""

# ruff: noqa: E501 (a table of mutants: one a line)

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

from verify import mutations as do

SLIDES = "slides show the outline's words"
NOTES = "notes say the outline's words"
BRIEF = "the brief shows the outline's words"
IN_DECK = "every item is in the deck or cut"
IN_BRIEF = "every item is on the brief or cut"
IN_NOTES = "every full sentence is in the notes"
SECTIONS = "slide sections are the outline's"
BOOKMARKS = "bookmarks and headings are the outline's"
DECK_ORDER = "slides keep the outline's order"
BRIEF_ORDER = "the brief keeps the outline's order"
NAMED = "the brief names the right slides"
SAME = "deck and brief have the same sections"
SIZES = "type on slides is written out and large enough"
BOXES = "boxes stand on the slides"
ROOM = "text on slides has room"
BRIEF_SIZES = "type on the brief is large enough"
MARGINS = "type on the brief is inside the margins"
ONE_PAGE = "the brief is one page"
PLACEHOLDERS = "text sits in placeholders"
PICTURES = "no picture stands for text"
LAYOUTS = "layouts and masters are real"
THEME = "colours and fonts are the theme's"
TITLES = "every slide has a title of its own"
READING = "slides are read in order"
LANGUAGES = "all text on slides says its language"
ALTERNATIVES = "what is not text has an alternative"
CONTRAST = "text on slides stands out from its ground"
HAS_NOTES = "every slide with content has notes"
TAGGED = "the brief is tagged, titled and says its language"
HEADINGS = "headings on the brief are in order"
MARKS = "all text on the brief is tagged"
BRIEF_CONTRAST = "text on the brief stands out from its ground"
FONTS = "fonts on the brief are embedded"
SOURCE = "the outline is as it was when they were built"
ONE_BUILD = "deck and brief come from one build"
UNTOUCHED = "the deck is as it was built"

RUN = r"<a:p>(?:(?!</a:p>).)*<a:t>{}.*?</a:p>"
PICTURE = (
    '<p:pic><p:nvPicPr><p:cNvPr id="90" name="Scan"{}/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip/>'
    '</p:blipFill><p:spPr><a:xfrm><a:off x="635000" y="1905000"/><a:ext cx="635000" cy="635000"/></a:xfrm></p:spPr></p:pic>'
)
PANEL = (
    '<p:sp><p:nvSpPr><p:cNvPr id="92" name="Panel"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="12192000" cy="6858000"/></a:xfrm><a:prstGeom prst="rect"/><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
    "</p:spPr></p:sp>"
)
TEXT_BOX = (
    '<p:sp><p:nvSpPr><p:cNvPr id="91" name="Box"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
    '<a:off x="635000" y="1905000"/><a:ext cx="2540000" cy="635000"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:p><a:r>'
    '<a:rPr lang="en" sz="2000"/><a:t>{}</a:t></a:r></a:p></p:txBody></p:sp>'
)
END = "</p:spTree>"

OVERVIEW, OPENER, DEFENCE, REGIONAL = (
    "extended bilateral",
    "resetting and rebalancing",
    "orders of over $12 billion",
    "Russia’s recent military",
)
OUTCOMES, TERMS, QUESTIONS = "said to be informal", ">Quad<", "Why can’t a"
"""Words by which the slides are found, so that they may be split and ordered in other ways."""


@dataclass(frozen=True)
class Mutant:
    """A fault, the check that must find it, its code, and words that its message must hold."""

    name: str
    change: Callable[[bytes], bytes]
    check: str
    code: str
    says: str = ""


def cut(identity: str, reason: str = "no room") -> str:
    return json.dumps([{"id": identity, "reason": reason, "text": "Something", "lines": [6]}]).replace('"', "&quot;")


DECK = (
    Mutant("section removed", do.in_presentation(do.sub(r"<p14:section .*?</p14:section>", "", 1)), SECTIONS, "BD430"),
    Mutant("sections swapped", do.in_presentation(do.swapped(r'name="[^"]*"(?= id="\{)', 2, 3)), SECTIONS, "BD432"),
    Mutant("section renamed", do.in_presentation(do.swap('name="Key terms"', 'name="Words"')), SECTIONS, "BD431", "Words"),
    Mutant("slide in another section",
           do.in_presentation(do.swapped(r'<p14:sldId id="\d+"/>', 2, 7)), SECTIONS, "BD434", "slide "),
    Mutant("slide removed", do.slide_removed(DEFENCE), IN_DECK, "BD421", "law seeks"),
    Mutant("slides named on the brief gone", do.slide_removed(DEFENCE), NAMED, "BD427", "slides 4–7"),
    Mutant("slides swapped", do.slides_swapped(OPENER, DEFENCE), DECK_ORDER, "BD435"),
    Mutant("point changed", do.on_slide(OVERVIEW, do.swap("extended bilateral", "extended dinner")), SLIDES, "BD410", "slide "),
    Mutant("number altered",
           do.on_slide(DEFENCE, do.swap("orders of over $12 billion", "orders of over $15 billion")), SLIDES, "BD410", "$15"),
    Mutant("figure altered", do.on_slide(DEFENCE, do.swap(">over $12 billion<", ">over $12.5 billion<")), SLIDES, "BD410", "$12.5"),
    Mutant("hedge dropped", do.on_slide(DEFENCE, do.swap("orders of over $12", "orders of $12")), SLIDES, "BD410", "over"),
    Mutant("negation dropped", do.on_slide(QUESTIONS, do.swap("Why can’t a", "Why can a")), SLIDES, "BD410", "can’t"),
    Mutant("word invented", do.on_slide(DEFENCE, do.swap("<a:t>A new US law", "<a:t>CAATSA, a new US law")), SLIDES, "BD410"),
    Mutant("sentence invented", do.on_slide(OUTCOMES, do.sub(r"(<a:p>(?:(?!<a:p>).)*These might)",
           r'<a:p><a:r><a:rPr lang="en"/><a:t>Both sides praised CAATSA</a:t></a:r></a:p>\1')), SLIDES, "BD411", "CAATSA"),
    Mutant("point deleted", do.on_slide(DEFENCE, do.sub(RUN.format("A new US law"), "")), IN_DECK, "BD421", "slide "),
    Mutant("label changed", do.on_slide(DEFENCE, do.swap(">Defence<", ">Attack<")), IN_DECK, "BD426", "Defence"),
    Mutant("notes emptied", do.in_notes(DEFENCE, do.sub(r"<a:t>.*?</a:t>", "<a:t></a:t>")), HAS_NOTES, "BD475", "slide "),
    Mutant("note sentence shortened",
           do.in_notes(DEFENCE, do.swap("which is pending delivery", "which is pending")), IN_NOTES, "BD423", "slide "),
    Mutant("note invented", do.in_notes(DEFENCE, do.sub(r"(<a:t>)(?!\d)", r"\1They toasted. ", 1)), NOTES, "BD411", "toasted"),
    Mutant("text tripled", do.on_slide(REGIONAL, do.sub(r"(<a:t>)([^<]{60,})", r"\1\2 \2 \2")), ROOM, "BD443", "slide "),
    Mutant("size below the floor", do.on_slide(OVERVIEW, do.sub(r'sz="2[0-9]00"', 'sz="1600"')), SIZES, "BD441", "slide "),
    Mutant("caption below the floor", do.on_slide(DEFENCE, do.sub(r'sz="1400"', 'sz="1300"')), SIZES, "BD441", "13"),
    Mutant("sizes not written", do.on_slide(REGIONAL, do.sub(r' sz="\d+"', "")), SIZES, "BD440", "slide "),
    Mutant("box off the slide", do.on_slide(OUTCOMES, do.swap("<p:spPr/>",
           '<p:spPr><a:xfrm><a:off x="9000000" y="900000"/><a:ext cx="9000000" cy="9000"/></a:xfrm></p:spPr>', 1)),
           BOXES, "BD442", "slide "),
    Mutant("title emptied", do.on_slide(OVERVIEW, do.swap("<a:t>Overview</a:t>", "<a:t></a:t>", 1)), TITLES, "BD470", "slide "),
    Mutant("titles alike", do.on_slide(OVERVIEW, do.swap("<a:t>Overview</a:t>", "<a:t>Key terms</a:t>", 1)), TITLES, "BD471", "slide "),
    Mutant("title read late", do.on_slide(OVERVIEW, do.shape_moved(0, 1)), TITLES, "BD472"),
    Mutant("read from below", do.on_slide(TERMS, do.shape_moved(1, 4)), READING, "BD472", "slide "),
    Mutant("language missing", do.on_slide(OPENER, do.sub(r' lang="[^"]*"', "", 2)), LANGUAGES, "BD473", "slide "),
    Mutant("language missing in notes", do.in_notes(OPENER, do.sub(r' lang="[^"]*"', "")), LANGUAGES, "BD473", "notes"),
    Mutant("deck without language",
           do.in_part("docProps/core.xml", do.sub(r"<dc:language>.*?</dc:language>", "")), LANGUAGES, "BD476"),
    Mutant("deck without title", do.in_part("docProps/core.xml", do.sub(r"<dc:title>.*?</dc:title>", "")), LANGUAGES, "BD477"),
    Mutant("text in a free box", do.on_slide(DEFENCE, do.swap(END, TEXT_BOX.format("Defence") + END)), PLACEHOLDERS, "BD460"),
    Mutant("placeholder without a seat", do.on_slide(REGIONAL, do.sub(r'idx="1[3-9]"', 'idx="77"', 1)), PLACEHOLDERS, "BD461"),
    Mutant("empty placeholder", do.on_slide(OVERVIEW, do.sub(r"<a:t>Seen as .*?</a:t>", "<a:t></a:t>")), PLACEHOLDERS, "BD463"),
    Mutant("picture of text", do.on_slide(DEFENCE, do.swap(END, PICTURE.format(' descr="A scan"') + END)), PICTURES, "BD462"),
    Mutant("invented words for a picture", do.on_slide(DEFENCE, do.swap(END, PICTURE.format(' descr="CAATSA"') + END)), SLIDES, "BD411", "CAATSA"),
    Mutant("picture without words", do.on_slide(DEFENCE, do.swap(END, PICTURE.format("") + END)), ALTERNATIVES, "BD474"),
    Mutant("picture with a file name for words",
           do.on_slide(DEFENCE, do.swap(END, PICTURE.format(' descr="scan.png"') + END)), ALTERNATIVES, "BD474"),
    Mutant("faint theme", do.in_part("ppt/theme/theme1.xml", do.sub(r'(<a:dk1><a:srgbClr val=")\w+', r"\1B0B0B0")), CONTRAST, "BD478", "is hard to see"),
    Mutant("faint words", do.on_slide(OUTCOMES, do.sub(r"(<a:rPr lang=\"[^\"]*\")/>", r'\1><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:rPr>', 2)), CONTRAST, "BD478", "1.0 to 1"),
    Mutant("dark panel", do.on_slide(OUTCOMES, do.sub(r"(</p:grpSpPr>)", r"\1" + PANEL)), CONTRAST, "BD478", "slide "),
    Mutant("fixed colour", do.on_slide(OVERVIEW, do.sub(r"(<a:rPr lang=\"[^\"]*\")/>",
           r'\1><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:rPr>', 1)), THEME, "BD466", "FF0000"),
    Mutant("fixed font", do.on_slide(OVERVIEW, do.sub(r"(<a:rPr lang=\"[^\"]*\")/>",
           r'\1><a:latin typeface="Comic Sans MS"/></a:rPr>', 1)), THEME, "BD467", "Comic Sans MS"),
    Mutant("master without styles", do.in_part("ppt/slideMasters/slideMaster1.xml",
           do.sub(r"<p:bodyStyle>.*</p:bodyStyle>", "<p:bodyStyle/>")), LAYOUTS, "BD465"),
    Mutant("tags of a slide lost", do.in_slide_tags(DEFENCE, do.swap("BRIEFDECK_", "X_")), IN_DECK, "BD421", "law seeks"),
    Mutant("slide of another program", do.in_slide_tags(DEFENCE, do.swap("BRIEFDECK_", "X_")), IN_DECK, "BD405", "slide"),
    Mutant("item lost from the tags", do.in_slide_tags(DEFENCE, do.swap("p6 ", "")), IN_DECK, "BD421"),
    Mutant("item of nobody", do.in_slide_tags(DEFENCE, do.swap("p6 ", "p6 p99 ")), DECK_ORDER, "BD436", "p99"),
    Mutant("item of another section", do.in_slide_tags(DEFENCE, do.swap("p6 ", "p6 p1 ")), DECK_ORDER, "BD434"),
    Mutant("cut and shown", do.in_deck_tags(do.sub(r'CUTS" val="[^"]*"', f'CUTS" val="{cut("p6")}"')), IN_DECK, "BD422"),
    Mutant("cut of nothing", do.in_deck_tags(do.sub(r'CUTS" val="[^"]*"', f'CUTS" val="{cut("p99")}"')), IN_DECK, "BD424"),
    Mutant("cut without reason",
           do.in_deck_tags(do.sub(r'CUTS" val="[^"]*"', f'CUTS" val="{cut("p6", "")}"')), IN_DECK, "BD425"),
    Mutant("another build", do.in_deck_tags(do.sub(r'BUILD" val="[^"]*"', 'BUILD" val="0000"')), ONE_BUILD, "BD480", "0000"),
    Mutant("built from another outline",
           do.in_deck_tags(do.sub(r'SOURCE" val="[^"]*"', 'SOURCE" val="0000"')), SOURCE, "BD480", "outline was changed"),
    Mutant("no build", do.in_deck_tags(do.sub(r'BUILD" val="[^"]*"', 'BUILD" val=""')), ONE_BUILD, "BD481", "deck"),
    Mutant("no seal", do.in_deck_tags(do.sub(r'SEAL" val="[^"]*"', 'SEAL" val=""')), UNTOUCHED, "BD482"),
)  # fmt: skip


PAPER = (
    Mutant("second page", do.in_pdf(do.second_page), ONE_PAGE, "BD450", "2 pages"),
    Mutant("bookmark renamed", do.in_pdf(do.bookmarks(lambda root: setattr(root[1], "title", "Intro"))), BOOKMARKS, "BD431"),
    Mutant("bookmark removed", do.in_pdf(do.bookmarks(lambda root: root.pop(1))), BOOKMARKS, "BD430", "Overview"),
    Mutant("bookmark added", do.in_pdf(do.bookmarks(lambda root: root.append(root[1]))), BOOKMARKS, "BD433", "Overview"),
    Mutant("bookmarks swapped", do.in_pdf(do.bookmarks(lambda root: root.insert(1, root.pop(2)))), BOOKMARKS, "BD432"),
    Mutant("heading lost", do.in_pdf(do.renamed("entry:h14", "")), BOOKMARKS, "BD430", "outcomes"),
    Mutant("section lost", do.in_pdf(do.renamed("entry:h14", "")), SAME, "BD439", "slide "),
    Mutant("item lost", do.in_pdf(do.renamed("item:p15", "")), IN_BRIEF, "BD421", "Sochi meet"),
    Mutant("item of nobody", do.in_pdf(do.renamed("item:p15", "item:p99")), BRIEF_ORDER, "BD436", "p99"),
    Mutant("items confused", do.in_pdf(do.renamed("item:p15", "item:p1")), BRIEF, "BD411", "Sochi meet"),
    Mutant("another build", do.in_pdf(do.info("/BriefdeckBuild", "0000")), ONE_BUILD, "BD480", "0000"),
    Mutant("cut and shown", do.in_pdf(do.cuts(cut("p15").replace("&quot;", '"'))), IN_BRIEF, "BD422"),
    Mutant("no language", do.in_pdf(do.without("/Lang")), TAGGED, "BD491"),
    Mutant("no structure", do.in_pdf(do.without("/StructTreeRoot")), TAGGED, "BD490"),
    Mutant("no mark", do.in_pdf(do.without("/MarkInfo")), TAGGED, "BD490"),
    Mutant("title not shown", do.in_pdf(do.without("/ViewerPreferences")), TAGGED, "BD492"),
    Mutant("no metadata", do.in_pdf(do.without("/Metadata")), TAGGED, "BD493"),
    Mutant("level skipped", do.in_pdf(do.retagged("entry:h14", "H4")), HEADINGS, "BD494", "outcomes"),
    Mutant("two first headings", do.in_pdf(do.retagged("entry:h14", "H1")), HEADINGS, "BD494", "more than one"),
    Mutant("text not marked", do.in_content(lambda text: re.sub(r"/\w+ <<\s*/MCID 3.*?BDC", "/P BMC", text)), MARKS, "BD495"),
    Mutant("text out of the tree", do.in_pdf(lambda pdf: do.named(pdf, "item:p15").__delitem__("/K")), MARKS, "BD495"),
    Mutant("font not embedded", do.in_pdf(do.each_font(do.not_embedded)), FONTS, "BD497"),
    Mutant("font not readable", do.in_pdf(do.each_font(do.unreadable)), FONTS, "BD498"),
    Mutant("page moved to the edge", do.placed("1 0 0 1 -45 0"), MARGINS, "BD444"),
    Mutant("page moved down", do.placed("1 0 0 1 0 -40"), MARGINS, "BD444"),
    Mutant("type too small", do.placed(".75 0 0 .75 60 60"), BRIEF_SIZES, "BD445"),
    Mutant("faint ink", do.in_content(do.sub(r"(?<![\d.])[\d.]+ [\d.]+ [\d.]+ rg", ".7 .7 .7 rg")), BRIEF_CONTRAST, "BD478", "2.1 to 1"),
    Mutant("dark paper", do.in_content(lambda text: f"q .1 .1 .1 rg 0 0 600 900 re f Q {text}"), BRIEF_CONTRAST, "BD478"),
    Mutant("type on type", do.in_content(lambda text: re.sub(r"(1 0 0 1 [\d.]+) [\d.]+ Tm", r"\1 400 Tm", text)),
           MARGINS, "BD446"),
)  # fmt: skip
