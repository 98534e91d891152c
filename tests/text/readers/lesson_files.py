"""One small lesson in every format that a note may have, made by code: what is read from each must be the same."""

import io
import struct
import zipfile
import zlib

TITLE = "Water and life"
MARKDOWN = """\
---
title: Water and life
author: A. Teacher
---

# Where water is

Most water is in the oceans.

- Oceans hold 97 per cent.
- Ice holds 2 per cent.
    - Antarctica holds most of it.

## Uses

| Use | Share |
|-----|-------|
| Farms | 70 |
| Homes | 10 |

Defence: Dams hold floods back.

**What is left to do**

Rain could be kept in tanks.
"""
ORG = """\
#+TITLE: Water and life
#+AUTHOR: A. Teacher

* Where water is
:PROPERTIES:
:CUSTOM_ID: where
:END:
Most water is in the oceans.

- Oceans hold 97 per cent.
- Ice holds 2 per cent.
  - Antarctica holds most of it.

** TODO Uses :later:

| Use   | Share |
|-------+-------|
| Farms |    70 |
| Homes |    10 |

Defence: Dams hold floods back.

*What is left to do*

Rain could be kept in tanks.
"""
RST = """\
==============
Water and life
==============

:Author: A. Teacher

.. a comment that nobody reads

Where water is
==============

Most water is in the
oceans.

- Oceans hold 97 per cent.
- Ice holds 2 per cent.

  - Antarctica holds most of it.

Uses
----

+-------+-------+
| Use   | Share |
+=======+=======+
| Farms | 70    |
+-------+-------+
| Homes | 10    |
+-------+-------+

Defence: Dams hold floods back.

**What is left to do**

Rain could be kept in tanks.
"""
ASCIIDOC = """\
= Water and life
A. Teacher <teacher@example.org>
:toc:

== Where water is

Most water is in the
oceans.

* Oceans hold 97 per cent.
* Ice holds 2 per cent.
** Antarctica holds most of it.

=== Uses

[cols="1,1"]
|===
|Use |Share

|Farms
|70

|Homes |10
|===

Defence: Dams hold floods back.

*What is left to do*

Rain could be kept in tanks.
"""
HTML = """\
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Water and life</title>
<style>.x{color:red}</style><script>document.write("Farms 99")</script></head>
<body><nav><a href="/">Home</a></nav>
<h1 class="title">Water and life</h1><p class="author">A. Teacher</p>
<h1>Where water is</h1><p>Most water is in
the oceans.</p>
<ul><li>Oceans hold 97 per cent.</li>
<li>Ice holds 2&nbsp;per cent.<ul><li>Antarctica holds most of it.</li></ul></li></ul>
<h2>Uses</h2>
<table><tr><th>Use</th><th>Share</th></tr><tr><td>Farms</td><td>70</td></tr><tr><td>Homes</td><td>10</td></tr></table>
<p>Defence: Dams hold floods back.</p>
<p><b>What is left to do</b></p>
<p>Rain could be kept in tanks.</p></body></html>
"""
GOOGLE_DOCS = """\
<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" class="title">\
<span style="font-size:26pt;font-weight:400;">Water and life</span></p><h1 dir="ltr"><span>Where water is</span></h1>\
<p dir="ltr"><span style="font-size:11pt;font-weight:400;">Most water is in the oceans.</span></p>\
<ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>Oceans hold 97 per cent.</span></p></li>\
<li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>Ice holds 2 per cent.</span></p></li>\
<ul><li dir="ltr" aria-level="2"><p dir="ltr"><span>Antarctica holds most of it.</span></p></li></ul></ul>\
<h2 dir="ltr"><span>Uses</span></h2><div dir="ltr"><table><colgroup><col /><col /></colgroup><tbody>\
<tr><td><p><span>Use</span></p></td><td><p><span>Share</span></p></td></tr>\
<tr><td><p><span>Farms</span></p></td><td><p><span>70</span></p></td></tr>\
<tr><td><p><span>Homes</span></p></td><td><p><span>10</span></p></td></tr></tbody></table></div>\
<p dir="ltr"><span style="font-weight:400;">Defence: Dams hold floods back.</span></p>\
<p dir="ltr"><span style="font-weight:700;">What is left to do</span></p>\
<p dir="ltr"><span style="font-weight:400;">Rain could be kept in tanks.</span></p></b>"""
WORD_PASTE = """\
Version:1.0\r
StartHTML:0000000105\r
EndHTML:0000009999\r
StartFragment:0000000141\r
EndFragment:0000009000\r
<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
<p class=MsoTitle>Water and life<o:p></o:p></p>
<h1>Where water is<o:p></o:p></h1>
<p class=MsoNormal>Most water is in the oceans.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>Oceans hold 97 per cent.<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Ice holds
2 per cent.</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o</span>Antarctica
holds most of it.</p>
<h2>Uses</h2>
<table class=MsoTableGrid><tr><td><p class=MsoNormal>Use</p></td><td><p class=MsoNormal>Share</p></td></tr>
<tr><td><p class=MsoNormal>Farms</p></td><td><p class=MsoNormal>70</p></td></tr>
<tr><td><p class=MsoNormal>Homes</p></td><td><p class=MsoNormal>10</p></td></tr></table>
<p class=MsoNormal>Defence: Dams hold floods back.</p>
<p class=MsoNormal><b>What is left to do<o:p></o:p></b></p>
<p class=MsoNormal>Rain could be kept in tanks.</p>
<!--EndFragment--></body></html>
"""
RTF = r"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times;}}
{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2\outlinelevel1 heading 2;}{\s3 Title;}}
{\*\listtable{\list\listtemplateid1{\listlevel\levelnfc23{\leveltext ;}}{\listlevel\levelnfc23{\leveltext ;}}\listid1}}
{\*\listoverridetable{\listoverride\listid1\listoverridecount0\ls1}}
{\header\pard A header that is not the lesson\par}
\pard\plain\s3\fs40 Water and life\par
\pard\plain\s1\b\fs32 Where water is\par
\pard\plain\s0\sa200 Most water is in the oceans.\par
\pard\plain\ls1\ilvl0\fi-360\li720{\listtext\'b7\tab}Oceans hold 97 per cent.\par
\pard\plain\ls1\ilvl0\fi-360\li720{\listtext\'b7\tab}Ice holds 2\~per cent.\par
\pard\plain\ls1\ilvl1\fi-360\li1440{\listtext o\tab}Antarctica holds most of it.\par
\pard\plain\s2\b\fs28 Uses\par
\trowd\cellx3000\cellx6000\pard\intbl Use\cell\pard\intbl Share\cell\row
\trowd\cellx3000\cellx6000\pard\intbl Farms\cell\pard\intbl 70\cell\row
\trowd\cellx3000\cellx6000\pard\intbl Homes\cell\pard\intbl 10\cell\row
\pard\plain\sa200 Defence: Dams hold floods {\v secretly }back.\par
\pard\plain\sa200{\b What is left to do}\par
\pard\plain\sa200 Rain could be kept in tanks.\par}"""


def png(width: int = 8, height: int = 6) -> bytes:
    """A small picture."""
    rows = b"".join(b"\0" + b"\x20\x80\xc0" * width for _ in range(height))
    chunks = (
        ("IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        ("IDAT", zlib.compress(rows)),
        ("IEND", b""),
    )
    data = b"\x89PNG\r\n\x1a\n"
    for name, body in chunks:
        named = name.encode() + body
        data += struct.pack(">I", len(body)) + named + struct.pack(">I", zlib.crc32(named))
    return data


def zipped(members: dict[str, bytes | str], first: str = "") -> bytes:
    """An archive of those members, `first` stored before all others as OpenDocument wants its type."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        if first:
            archive.writestr(zipfile.ZipInfo("mimetype"), first)
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{more}</w:style>'
    for key, name, more in (
        ("Normal", "Normal", '<w:pPr><w:spacing w:after="160"/></w:pPr>'),
        ("Title", "Title", '<w:basedOn w:val="Normal"/>'),
        ("H1", "heading 1", '<w:basedOn w:val="Normal"/>'),
        ("H2", "heading 2", '<w:basedOn w:val="Normal"/>'),
        ("Caption", "caption", '<w:basedOn w:val="Normal"/>'),
    )
)
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + "".join(f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="bullet"/></w:lvl>' for level in range(3))
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(content: str, style: str = "", properties: str = "") -> str:
    """A paragraph; words without tags become a run."""
    inner = content if content.startswith("<") else run(content)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inner}</w:p>"


def item(text: str, level: int = 0) -> str:
    return para(text, "", f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


def table(rows: list[list[str]]) -> str:
    cells = ["".join(f"<w:tc>{para(cell)}</w:tc>" for cell in row) for row in rows]
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


LESSON_TABLE = [["Use", "Share"], ["Farms", "70"], ["Homes", "10"]]
DOCX_BODY = (
    para("Water and life", "Title")
    + para("Where water is", "H1")
    + para("Most water is in the oceans.")
    + item("Oceans hold 97 per cent.")
    + item("Ice holds 2 per cent.")
    + item("Antarctica holds most of it.", 1)
    + para("Uses", "H2")
    + table(LESSON_TABLE)
    + para("Defence: Dams hold floods back.")
    + para(run("What is left to do", "<w:b/>"))
    + para("Rain could be kept in tanks.")
)


def docx(body: str = DOCX_BODY, more: dict[str, bytes | str] | None = None, relations: str = "") -> bytes:
    """A Word document with that body."""
    members: dict[str, bytes | str] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {W} {NAMES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {W}>{_STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {W}>{_NUMBERING}</w:numbering>",
        "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
    }
    return zipped(members | (more or {}))


NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
ODT_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)
_ODT_TABLE = "".join(
    "<table:table-row>"
    + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
    + "</table:table-row>"
    for row in LESSON_TABLE
)
ODT_BODY = f"""\
<text:p text:style-name="Title">Water and life</text:p><text:h text:outline-level="1">Where water is</text:h>\
<text:p>Most water is in the oceans.</text:p><text:list text:style-name="L1">\
<text:list-item><text:p>Oceans hold<text:s/>97 per cent.</text:p></text:list-item>\
<text:list-item><text:p>Ice holds 2 per cent.</text:p><text:list><text:list-item>\
<text:p>Antarctica holds most of it.</text:p></text:list-item></text:list></text:list-item></text:list>\
<text:h text:outline-level="2">Uses</text:h><table:table>{_ODT_TABLE}</table:table>\
<text:p>Defence: Dams hold floods back.</text:p>\
<text:p><text:span text:style-name="B">What is left to do</text:span></text:p>\
<text:p>Rain could be kept in tanks.</text:p>"""


def odt(body: str = ODT_BODY, more: dict[str, bytes | str] | None = None) -> bytes:
    """An OpenDocument text with that body."""
    styles = (
        '<office:automatic-styles><style:style style:name="B" style:family="text">'
        '<style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>'
    )
    inner = f"{styles}<office:body><office:text>{body}</office:text></office:body>"
    content = f"<office:document-content {ODT_NAMES}>{inner}</office:document-content>"
    members: dict[str, bytes | str] = {"content.xml": content}
    return zipped(members | (more or {}), first="application/vnd.oasis.opendocument.text")


def pdf() -> bytes:
    """The lesson set on two pages with a running head and page numbers, its long line wrapped."""
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(420, 400), invariant=1)

    def line(y: float, text: str, size: float = 11, bold: bool = False, x: float = 40) -> None:
        canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        canvas.drawString(x, y, text)

    def head(page: int) -> None:
        line(385, "School of Springfield", 8)
        line(15, f"Page {page} of 3", 8, x=190)

    head(1)
    line(350, "Water and life", 20, True)
    line(320, "Where water is", 15, True)
    line(295, "Most water is in the oceans.")
    line(270, "• Oceans hold 97 per cent.", x=50)
    line(256, "• Ice holds 2 per cent.", x=50)
    line(242, "• Antarctica holds most of it.", x=75)
    canvas.showPage()
    head(2)
    line(350, "Uses", 13, True)
    for y, cells in zip((325, 311, 297), LESSON_TABLE, strict=True):
        line(y, cells[0])
        line(y, cells[1], x=220)
    line(272, "Defence: Dams hold floods back.")
    canvas.showPage()
    head(3)
    line(350, "What is left to do", 11, True)
    line(325, "Rain could be kept in tanks.")
    canvas.save()
    return stream.getvalue()
