"""Single faults that keep words and numbers and mislead all the same: how numbers are written, what stands beside them."""

# ruff: noqa: E501 (a table of mutants: one a line)

from __future__ import annotations

import io
import re
import zipfile

from verify import mutations as do
from verify.arranged_mutants import OCEANS, RELATION, TABLE, VIEWS, in_chart, paragraph, run
from verify.figure_mutants import NUMBERS, Mutant
from verify.subtle_mutants import BOX, DECK_ALONE, END, SEEN, SEEN_ON_BRIEF, SLIDES

FONTS = "colours and fonts are the theme's"
ORDER = "slides are read in order"
BOXED = "text sits in placeholders"

LABELS = r'<c:numFmt formatCode="[^"]*" sourceLinked="0"/>'
REMARK = (
    b'<p:cmLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cm authorId="0" idx="1">'
    b'<p:pos x="0" y="0"/><p:text>The head says that this is wrong</p:text></p:cm></p:cmLst>'
)


def remarked(deck: bytes) -> bytes:
    """A remark beside a slide, as one is left by whoever read the deck before."""
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    relations = f"ppt/slides/_rels/slide{do.number_of(OCEANS, do.texts_of(parts))}.xml.rels"
    relation = (
        f'<Relationship Id="rId90" Type="{RELATION}/comments" Target="../comments/comment1.xml"/></Relationships>'
    )
    kind = (
        '<Override PartName="/ppt/comments/comment1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.presentationml.comments+xml"/></Types>'
    )
    parts[relations] = parts[relations].replace(b"</Relationships>", relation.encode())
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", kind.encode())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in {**parts, "ppt/comments/comment1.xml": REMARK}.items():
            archive.writestr(name, data)
    return out.getvalue()


def written(code: str) -> do.Change:
    """Every number of the chart in another format."""
    return in_chart(do.sub(LABELS, f'<c:numFmt formatCode="{code}" sourceLinked="0"/>'))


def bullet(sign: str) -> do.Change:
    return do.on_slide(VIEWS, paragraph("", f'<a:buChar char="{sign}"/>'))


def not_counted(text: str) -> str:
    """The number of a slide as it was typed, in place of the one that programs count."""
    return re.sub(r'<a:fld [^>]*type="slidenum"[^>]*>(.*?)</a:fld>', r"<a:r>\1</a:r>", text, flags=re.DOTALL)


MISLEADING_DECK = (
    Mutant("zeros behind the numbers of a chart", written("0&quot;00&quot;"), NUMBERS, "BD452"),
    Mutant("numbers of a chart without their thousands", written("0,"), NUMBERS, "BD452"),
    Mutant("numbers of a chart not written", written(";;;"), NUMBERS, "BD452"),
    Mutant("numbers of a chart as shares", written("0%"), NUMBERS, "BD452"),
    Mutant("zeros behind the numbers of the cells", in_chart(do.sub(r"<c:formatCode>[^<]*<", "<c:formatCode>0&quot;000&quot;<")), NUMBERS, "BD452"),
    Mutant("names in place of numbers", in_chart(do.swap('<c:showCatName val="0"/>', '<c:showCatName val="1"/>')), NUMBERS, "BD452"),
    Mutant("shares in place of numbers", in_chart(do.swap('<c:showPercent val="0"/>', '<c:showPercent val="1"/>')), NUMBERS, "BD452"),
    Mutant("chart without its key", in_chart(do.sub(r"<c:legend>.*?</c:legend>", "")), NUMBERS, "BD452"),
    Mutant("series left out of the key", in_chart(do.sub(r"(<c:legend><c:legendPos [^>]*/>)", r'\1<c:legendEntry><c:idx val="0"/><c:delete val="1"/></c:legendEntry>')), NUMBERS, "BD452"),
    Mutant("axis of equal ratios", in_chart(do.sub(r"(<c:valAx>.*?<c:scaling>)", r'\1<c:logBase val="10"/>', 1)), NUMBERS, "BD452"),
    Mutant("axis without names", in_chart(do.sub(r'(<c:catAx>.*?)<c:delete val="0"/>', r'\1<c:delete val="1"/>', 1)), NUMBERS, "BD452"),
    Mutant("a remark beside a slide", remarked, DECK_ALONE, "BD407"),
    Mutant("a password before editing", do.in_presentation(do.swap("<p:defaultTextStyle>", '<p:modifyVerifier hashData="x"/><p:defaultTextStyle>')), DECK_ALONE, "BD407"),
    Mutant("a page number in a box", do.on_slide(OCEANS, do.swap(END, BOX.replace("All praised CAATSA", "7") + END)), BOXED, "BD460"),
    Mutant("a page number that was typed", do.on_slide(OCEANS, not_counted), SLIDES, "BD411"),
    Mutant("slides numbered from five", do.in_presentation(do.sub("<p:presentation ", '<p:presentation firstSlideNum="5" ')), SLIDES, "BD411"),
    Mutant("crosses for bullets", bullet("✗"), SLIDES, "BD411"),
    Mutant("a word for a bullet", bullet("not "), SLIDES, "BD411"),
    Mutant("words in signs", do.on_slide(OCEANS, run('<a:latin typeface="Wingdings"/>')), FONTS, "BD467"),
    Mutant("a theme of signs", do.in_part("ppt/theme/theme1.xml", do.sub(r'(<a:minorFont><a:latin typeface=")[^"]*', r"\1Wingdings 2")), FONTS, "BD467"),
    Mutant("words from the wrong side", do.on_slide(VIEWS, paragraph('rtl="1"')), ORDER, "BD472"),
    Mutant("table from the wrong side", do.on_slide(TABLE, do.sub("<a:tblPr ", '<a:tblPr rtl="1" ', 1)), ORDER, "BD472"),
    Mutant("words on a wave", do.on_slide(OCEANS, do.sub("<a:bodyPr>", '<a:bodyPr><a:prstTxWarp prst="textWave1"/>', 1)), SEEN, "BD428"),
    Mutant("cells from bottom to top", do.on_slide(TABLE, do.sub("<a:tcPr", '<a:tcPr vert="vert270"')), SEEN, "BD428"),
)  # fmt: skip

MISLEADING_BRIEF = (
    Mutant("page as in a mirror", do.placed("-1 0 0 1 595 0"), SEEN_ON_BRIEF, "BD428"),
    Mutant("page upside down", do.placed("1 0 0 -1 0 842"), SEEN_ON_BRIEF, "BD428"),
)  # fmt: skip
