"""Single faults that leave every word where it was, or nearly: hidden, covered, turned, relabelled, leading astray."""

# ruff: noqa: E501 (a table of mutants: one a line)

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name

from verify import mutations as do
from verify.figure_mutants import Mutant

SEEN = "all words on slides are seen"
SEEN_ON_BRIEF = "all words on the brief are seen"
STRAYS = "layouts show no words of their own"
PUT_ON = "nothing was put on the brief"
PAGE = "the page of the brief lies as it should"
WAITS = "slides wait for the one who speaks"
DECK_ALONE = "the deck loads nothing from elsewhere"
BRIEF_ALONE = "the brief runs nothing and brings nothing along"
SLIDES = "slides show the outline's words"
NOTES = "notes say the outline's words"
LANGUAGES = "all text on slides says its language"
TAGGED = "the brief is tagged, titled and says its language"
BOOKMARKS = "bookmarks and headings are the outline's"
PICTURES = "no picture stands for text"
STANDARDS = "the brief keeps to PDF/UA-1 and PDF/A-2a"

OVERVIEW, DEFENCE = "Seen as an appropriate", "orders of over $12 billion"
END = "</p:spTree>"
RUN = r'(<a:rPr lang="[^"]*")/>'
BOX = (
    '<p:sp><p:nvSpPr><p:cNvPr id="91" name="Box"/><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>'
    '<a:off x="635000" y="5905000"/><a:ext cx="9540000" cy="635000"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:p><a:r>'
    '<a:rPr lang="en-US" sz="2400"/><a:t>All praised CAATSA</a:t></a:r></a:p></p:txBody></p:sp>'
)
COVER = (
    '<p:sp><p:nvSpPr><p:cNvPr id="92" name="Cover"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="1500000"/>'
    '<a:ext cx="12192000" cy="4000000"/></a:xfrm><a:prstGeom prst="rect"/><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></p:spPr></p:sp>'
)
BACKGROUND = (
    "<p:bg><p:bgPr><a:blipFill><a:blip/><a:stretch><a:fillRect/></a:stretch></a:blipFill><a:effectLst/></p:bgPr></p:bg>"
)
OUTSIDE = '<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="http://example.invalid/x" TargetMode="External"/></Relationships>'


def runs(inner: str = "", attribute: str = "", times: int = 3) -> Callable[[str], str]:
    """A change of how the first words of a slide look."""
    return do.sub(RUN, rf"\1{attribute}>{inner}</a:rPr>", times)


def turned(attribute: str) -> Callable[[str], str]:
    place = f'<p:spPr><a:xfrm {attribute}><a:off x="900000" y="2000000"/><a:ext cx="9000000" cy="1500000"/></a:xfrm></p:spPr>'
    return do.sub(r'(name="statement 1".*?)<p:spPr/>', rf"\1{place}", 1)


def layout_of(words: str) -> Callable[[dict[str, str]], str]:
    return lambda parts: do.related(do.number_of(words, parts), "slideLayout", parts)


def with_notes_of(words: str, other: str) -> do.Change:
    """The notes of one slide for those of another."""

    def change(deck: bytes) -> bytes:
        with zipfile.ZipFile(io.BytesIO(deck)) as archive:
            parts = do.texts_of({name: archive.read(name) for name in archive.namelist()})
        pages = [do.related(do.number_of(one, parts), "notesSlide", parts) for one in (words, other)]
        bodies = [re.search(r'<p:ph type="body".*?</p:sp>', parts[page], re.DOTALL)[0] for page in pages]
        return do.in_part(pages[0], do.swap(*bodies))(deck)

    return change


SUBTLE_DECK = (
    Mutant("slide hidden", do.on_slide(DEFENCE, do.sub("<p:sld ", '<p:sld show="0" ', 1)), SEEN, "BD428"),
    Mutant("shape hidden", do.on_slide(OVERVIEW, do.sub(r'(name="statement 1")', r'\1 hidden="1"', 1)), SEEN, "BD428"),
    Mutant("words without colour", do.on_slide(OVERVIEW, runs("<a:noFill/>")), SEEN, "BD428"),
    Mutant("words struck through", do.on_slide(OVERVIEW, runs("", ' strike="sngStrike"')), SEEN, "BD428"),
    Mutant("words under a panel", do.on_slide(OVERVIEW, do.swap(END, COVER + END)), SEEN, "BD428"),
    Mutant("words upside down", do.on_slide(OVERVIEW, turned('rot="10800000"')), SEEN, "BD428"),
    Mutant("words mirrored", do.on_slide(OVERVIEW, turned('flipV="1"')), SEEN, "BD428"),
    Mutant("words from top to bottom", do.on_slide(OVERVIEW, do.sub(r'(name="statement 1".*?<a:bodyPr)>', r'\1 vert="vert270">', 1)), SEEN, "BD428"),
    Mutant("words seen through", do.on_slide(OVERVIEW, runs('<a:solidFill><a:schemeClr val="tx1"><a:alpha val="0"/></a:schemeClr></a:solidFill>')), "text on slides stands out from its ground", "BD478"),
    Mutant("words off the slide", do.on_slide(OVERVIEW, do.sub(r'(name="statement 1".*?)<p:spPr/>', r'\1<p:spPr><a:xfrm><a:off x="-9000000" y="2000000"/><a:ext cx="8000000" cy="1000000"/></a:xfrm></p:spPr>', 1)), "boxes stand on the slides", "BD442"),
    Mutant("digits turned around", do.on_slide(DEFENCE, do.swap("over $12 billion for", "over $\u202e12\u202c billion for")), SLIDES, "BD410"),
    Mutant("a letter of another alphabet", do.on_slide(OVERVIEW, do.swap("bilateral", "bilater\u0430l")), SLIDES, "BD410"),
    Mutant("text shrunk by PowerPoint", do.on_slide(DEFENCE, do.sub("<a:normAutofit/>", '<a:normAutofit fontScale="25000"/>')), "type on slides is written out and large enough", "BD441"),
    Mutant("one word in one point", do.on_slide(DEFENCE, do.sub(r'<a:rPr lang="en-US"/>(<a:t>A new US)', r'<a:rPr lang="en-US" sz="100"/>\1')), "type on slides is written out and large enough", "BD441"),
    Mutant("number of a slide", do.on_slide(OVERVIEW, do.sub(r"(<a:fld .*?<a:t>)\d+", r"\g<1>99")), SLIDES, "BD411"),
    Mutant("footer of another lesson", do.on_slide(OVERVIEW, do.swap("India and Russia: Sochi", "India and China: Sochi")), SLIDES, "BD411"),
    Mutant("notes without a negation", do.in_notes(DEFENCE, do.swap("won’t be", "will be")), NOTES, "BD411"),
    Mutant("number in the notes", do.in_notes(DEFENCE, do.swap("$12 billion", "$21 billion")), NOTES, "BD411"),
    Mutant("notes of another slide", with_notes_of(DEFENCE, OVERVIEW), NOTES, "BD411"),
    Mutant("words on a layout", do.in_part(layout_of(DEFENCE), do.swap(END, BOX + END)), STRAYS, "BD418"),
    Mutant("words on the master", do.in_part("ppt/slideMasters/slideMaster1.xml", do.swap(END, BOX + END)), STRAYS, "BD418"),
    Mutant("picture behind a slide", do.on_slide(OVERVIEW, do.sub(r"(<p:cSld[^>]*>)", rf"\1{BACKGROUND}", 1)), PICTURES, "BD462"),
    Mutant("slide that goes on", do.on_slide(OVERVIEW, do.swap("</p:clrMapOvr>", '</p:clrMapOvr><p:transition advTm="500"/>')), WAITS, "BD429"),
    Mutant("slide that does not go on", do.on_slide(OVERVIEW, do.swap("</p:clrMapOvr>", '</p:clrMapOvr><p:transition advClick="0"/>')), WAITS, "BD429"),
    Mutant("picture of the web", do.in_part("ppt/slides/_rels/slide3.xml.rels", do.swap("</Relationships>", OUTSIDE.format("image"))), DECK_ALONE, "BD407"),
    Mutant("object of the web", do.in_part("ppt/slideMasters/_rels/slideMaster1.xml.rels", do.swap("</Relationships>", OUTSIDE.format("oleObject"))), DECK_ALONE, "BD407"),
    Mutant("slide in another language", do.on_slide(DEFENCE, do.sub('lang="en-US"', 'lang="fr-FR"')), LANGUAGES, "BD473"),
    Mutant("notes in another language", do.in_notes(DEFENCE, do.sub('lang="en-US"', 'lang="fr-FR"')), LANGUAGES, "BD473"),
    Mutant("deck in another language", do.in_part("docProps/core.xml", do.sub("<dc:language>.*?<", "<dc:language>fr<")), LANGUAGES, "BD476"),
    Mutant("deck of another title", do.in_part("docProps/core.xml", do.sub("<dc:title>.*?<", "<dc:title>Homework<")), LANGUAGES, "BD477"),
    Mutant("two build ids", do.in_deck_tags(do.sub(r'(<p:tag name="BRIEFDECK_BUILD" val=")([^"]*)("/>)', r"\1\2\3\1ffff\3")), "deck and brief come from one build", "BD480"),
    Mutant("slide of another size", do.in_presentation(do.sub(r"<p:sldSz [^>]*/>", '<p:sldSz cx="9144000" cy="6858000"/>')), "boxes stand on the slides", "BD442"),
)  # fmt: skip


def after(painting: str) -> do.Change:
    """Paint something over the finished page."""
    return do.in_content(lambda text: f"q {text} Q /Artifact BMC {painting} EMC")


def on_page(key: str, value: object) -> do.Change:
    def edit(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj[key] = value

    return do.in_pdf(edit)


def in_root(key: str, value: object) -> do.Change:
    def edit(pdf: pikepdf.Pdf) -> None:
        pdf.Root[key] = value

    return do.in_pdf(edit)


def remark(pdf: pikepdf.Pdf) -> None:
    frame, words = Array([60, 60, 300, 90]), pikepdf.String("All praised CAATSA")
    note = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.FreeText, Rect=frame, Contents=words))
    pdf.pages[0].obj.Annots = Array([*pdf.pages[0].obj.get("/Annots", Array()), note])


def relabelled(pdf: pikepdf.Pdf) -> None:
    """What is read of the glyph for 2 is a 7, as if another digit had been set under the same words."""
    for font in pdf.pages[0].Resources.Font.values():
        font.ToUnicode = pdf.make_stream(font.ToUnicode.read_bytes().replace(b"<0032>", b"<0037>"))


def changed_places(one: str, other: str) -> Callable[[pikepdf.Pdf], None]:
    """Two elements of the structure tree for each other: they are read in another order than they stand."""

    def edit(pdf: pikepdf.Pdf) -> None:
        first, second = do.named(pdf, one), do.named(pdf, other)
        places = []
        for element in (first, second):
            kids = element.P.K
            places.append(
                (kids, next(n for n, kid in enumerate(kids) if str(getattr(kid, "ID", "")) == str(element.ID)))
            )
        (kids, at), (others, there) = places
        kids[at], others[there] = second, first

    return edit


def astray(pdf: pikepdf.Pdf) -> None:
    bookmark = pdf.Root.Outlines.First.Next
    for key in ("/Dest", "/A", "/SE"):
        if key in bookmark:
            del bookmark[key]


def elsewhere(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Outlines.First.Next.Dest = Array([Dictionary(Type=Name.Page), Name.Fit])


def spoken(name: str, **said: str) -> Callable[[pikepdf.Pdf], None]:
    def edit(pdf: pikepdf.Pdf) -> None:
        for key, value in said.items():
            do.named(pdf, name)[f"/{key}"] = pikepdf.String(value)

    return edit


SUBTLE_BRIEF = (
    Mutant("no profile of its colours", do.in_pdf(do.without("/OutputIntents")), STANDARDS, "BD901"),
    Mutant("no way from words to their elements", do.in_pdf(lambda pdf: pdf.Root.StructTreeRoot.__delitem__("/ParentTree")), STANDARDS, "BD901"),
    Mutant("paint that is neither tagged nor decoration", do.in_content(lambda text: f"{text} 0 0 1 1 re f"), STANDARDS, "BD901"),
    Mutant("text without ink", do.in_content(lambda text: f"3 Tr {text}"), SEEN_ON_BRIEF, "BD428"),
    Mutant("page painted over", after("1 1 1 rg 0 0 600 900 re f"), SEEN_ON_BRIEF, "BD428"),
    Mutant("paragraph painted over", after("1 1 1 rg 40 300 500 120 re f"), SEEN_ON_BRIEF, "BD428"),
    Mutant("text clipped away", do.in_content(lambda text: f"0 0 1 1 re W n {text}"), SEEN_ON_BRIEF, "BD428"),
    Mutant("text on a hidden layer", do.in_content(do.sub(r"(/\w+ <<\s*/MCID 5\s*>>\s*BDC.*?EMC)", r"/OC /Off BDC \1 EMC", 1)), SEEN_ON_BRIEF, "BD428"),
    Mutant("white text", do.in_content(do.sub(r"(?<![\d.])[\d.]+ [\d.]+ [\d.]+ rg", "1 1 1 rg")), "text on the brief stands out from its ground", "BD478"),
    Mutant("a remark put on it", do.in_pdf(remark), PUT_ON, "BD418"),
    Mutant("page turned", on_page("/Rotate", 90), PAGE, "BD499"),
    Mutant("page cropped", on_page("/CropBox", Array([0, 400, 595, 842])), PAGE, "BD499"),
    Mutant("page scaled", on_page("/UserUnit", 3), PAGE, "BD499"),
    Mutant("page numbered 7", in_root("/PageLabels", Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=7)]))), PAGE, "BD499"),
    Mutant("program at its opening", in_root("/OpenAction", Dictionary(S=Name.JavaScript, JS=pikepdf.String("1"))), BRIEF_ALONE, "BD408"),
    Mutant("address called at its end", in_root("/AA", Dictionary(WC=Dictionary(S=Name.URI))), BRIEF_ALONE, "BD408"),
    Mutant("file brought along", in_root("/Names", Dictionary(EmbeddedFiles=Dictionary(Names=Array([])))), BRIEF_ALONE, "BD408"),
    Mutant("brief in another language", in_root("/Lang", pikepdf.String("fr")), TAGGED, "BD491"),
    Mutant("heading in another language", do.in_pdf(spoken("entry:h14", Lang="fr")), TAGGED, "BD491"),
    Mutant("brief of another title", do.in_pdf(do.info("/Title", "Homework")), TAGGED, "BD492"),
    Mutant("bookmark that leads nowhere", do.in_pdf(astray), BOOKMARKS, "BD419"),
    Mutant("bookmark to another page", do.in_pdf(elsewhere), BOOKMARKS, "BD419"),
    Mutant("bookmark below another", do.in_pdf(do.bookmarks(lambda root: root[2].children.append(root.pop(3)))), BOOKMARKS, "BD437"),
    Mutant("points read in another order", do.in_pdf(changed_places("item:p15", "item:p16")), "the brief keeps the outline's order", "BD435"),
    Mutant("other words are spoken", do.in_pdf(spoken("item:p15", ActualText="The two sides met in Delhi")), "the brief shows the outline's words", "BD411"),
    Mutant("another digit is set", do.in_pdf(relabelled), "the brief shows the outline's words", "BD410"),
)  # fmt: skip
