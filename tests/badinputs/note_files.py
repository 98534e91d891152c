"""Files that are damaged, hostile or odd, and what must happen to each: a problem by its code, or what is read."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from typing import NamedTuple

from text.readers.lesson_files import NAMES, ODT_BODY, ODT_NAMES, W, docx, item, odt, para, pdf, png, run, table, zipped


class Case(NamedTuple):
    """A file and what must come of it."""

    name: str
    file: str
    data: Callable[[], bytes]
    code: str = ""  # of the error; "" when the file is read
    says: tuple[str, ...] = ()  # words that are read
    silent: tuple[str, ...] = ()  # words that must not be read
    remark: str = ""  # the code of a remark or warning


def text(words: str, encoding: str = "utf-8") -> Callable[[], bytes]:
    return lambda: words.encode(encoding)


def of(data: bytes) -> Callable[[], bytes]:
    return lambda: data


def entity_bomb(kind: str) -> bytes:
    entities = '<!ENTITY a "lol">' + "".join(
        f'<!ENTITY {chr(98 + step)} "{f"&{chr(97 + step)};" * 10}">' for step in range(9)
    )
    if kind == "docx":
        body = f"<w:document {W}><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>"
        return docx(more={"word/document.xml": f"<!DOCTYPE x [{entities}]>{body}"})
    return odt(more={"content.xml": f"<!DOCTYPE x [{entities}]><x>&j;</x>"})


def external_entity() -> bytes:
    body = f"<w:document {W}><w:body><w:p><w:r><w:t>Safe words. &e;</w:t></w:r></w:p></w:body></w:document>"
    return docx(more={"word/document.xml": f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>{body}'})


def many_members() -> bytes:
    return docx(more={f"word/extra{number}.xml": "" for number in range(6000)})


def one_large_member() -> bytes:
    return docx(more={"word/media/zeros.bin": b"\0" * 40_000_000})


def lying_size() -> bytes:
    """The directory says that the text part is short."""
    data = bytearray(docx())
    at = data.rfind(b"word/document.xml") - 46
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(data)


def flipped_bit() -> bytes:
    data = bytearray(docx())
    at = data.find(b"word/document.xml") + 30
    data[at] ^= 0xFF
    return bytes(data)


def twice_the_same_name() -> bytes:
    stream = io.BytesIO(docx())
    with zipfile.ZipFile(stream, "a") as archive:
        import warnings

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            archive.writestr("word/document.xml", "<other/>")
    return stream.getvalue()


def encrypted_members() -> bytes:
    data = bytearray(docx())
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    return bytes(data)


def nested_tables(depth: int) -> bytes:
    inner = para("Innermost words.")
    for _ in range(depth):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    return docx(para("Before it.") + inner)


def picture_elsewhere() -> bytes:
    relations = '<Relationship Id="r1" Target="file:///etc/passwd" TargetMode="External"/>'
    blip = '<w:r><w:drawing><a:blip r:embed="r1"/></w:drawing></w:r>'
    return docx(para("Words beside a picture.") + para(blip), relations=relations)


def climbing_relation() -> bytes:
    relations = '<Relationship Id="r1" Target="../../../etc/passwd"/>'
    blip = '<w:r><w:drawing><a:blip r:embed="r1"/></w:drawing></w:r>'
    return docx(para("Words beside a picture.") + para(blip), relations=relations)


def pdf_of(*objects: bytes) -> bytes:
    """A PDF of those objects, the first of them the catalogue."""
    out = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table_at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, table_at)


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), more, data)


_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> %s >> >>"
)
_HEAD = (b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>")


def pdf_page(content: bytes, *more: bytes, packed: bool = False, resources: bytes = b"") -> bytes:
    packing = b"/Filter /FlateDecode" if packed else b""
    return pdf_of(*_HEAD, _PAGE % resources, stream(content, packing), _FONT, *more)


def pdf_bomb() -> bytes:
    machine = zlib.compressobj(9)
    packed = b"".join(machine.compress(b" " * 1_000_000) for _ in range(400)) + machine.flush()
    return pdf_page(packed, packed=True)


def pdf_double_bomb() -> bytes:
    packed = zlib.compress(zlib.compress(b" " * 50_000_000, 9), 9)
    return pdf_of(*_HEAD, _PAGE % b"", stream(packed, b"/Filter [/FlateDecode /FlateDecode]"), _FONT)


def form_bomb(levels: int = 12, wide: int = 20) -> bytes:
    """Forms that each draw the next one twenty times."""
    forms = []
    for level in range(levels):
        own = 6 + level
        uses = b"/X Do\n" * wide if level < levels - 1 else b"BT /F 9 Tf (boom) Tj ET"
        below = b"/XObject << /X %d 0 R >>" % (own + 1) if level < levels - 1 else b"/Font << /F 5 0 R >>"
        forms.append(stream(uses, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << %s >>" % below))
    words = b"BT /F 12 Tf 50 350 Td (Words enough to be a text that is worth reading in class.) Tj ET /X Do"
    return pdf_page(words, *forms, resources=b"/XObject << /X 6 0 R >>")


def form_of_itself() -> bytes:
    form = stream(b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>")
    return pdf_page(b"/X Do", form, resources=b"/XObject << /X 6 0 R >>")


def scanned() -> bytes:
    image = stream(b"\x80" * 100, b"/Type /XObject /Subtype /Image /Width 10 /Height 10 /BitsPerComponent 8 "
                                  b"/ColorSpace /DeviceGray")  # fmt: skip
    return pdf_page(b"q 400 0 0 400 0 0 cm /I Do Q", image, resources=b"/XObject << /I 6 0 R >>")


def locked_pdf() -> bytes:
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as file:
        file.save(out, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    return out.getvalue()


def odt_repeated() -> bytes:
    cells = '<table:table-cell table:number-columns-repeated="1000000000"><text:p>Cell</text:p></table:table-cell>'
    rows = f'<table:table-row table:number-rows-repeated="1000000000">{cells}</table:table-row>'
    return odt(f"<text:p>Before the table.</text:p><table:table>{rows}</table:table>")


_SPACES = '<text:s text:c="999999999"/>'
_LATIN = "Une leçon : les élèves étudient la forêt près de la rivière. Où coule-t-elle ?\nElle naît à l’ouest."
_SPANISH = "¿Qué es la energía? La energía es la capacidad de realizar un trabajo. Año tras año crece su uso."
_RUSSIAN = "Вода покрывает большую часть поверхности Земли. Океаны содержат почти всю воду планеты."
_ARABIC = "الماء يغطي معظم سطح الأرض. المحيطات تحتوي على معظم المياه في العالم وهي مالحة."
_CHINESE = "水是地球上最常见的物质之一，地球表面有百分之七十一被水覆盖。水是生命的来源，人们的生活离不开水。"
_META = '<html><head><meta charset="{}"></head><body><p>{}</p><p>b</p><p>c</p></body></html>'

CASES: tuple[Case, ...] = (
    # archives and XML
    Case("docx: entity bomb", "a.docx", lambda: entity_bomb("docx"), "BD220"),
    Case("odt: entity bomb", "a.odt", lambda: entity_bomb("odt"), "BD220"),
    Case("docx: an entity that reads a file", "a.docx", external_entity, "BD220"),
    Case("docx: six thousand members", "a.docx", many_members, "BD220"),
    Case("docx: a member that grows a thousand times", "a.docx", one_large_member, "BD220"),
    Case("docx: a lying size in the directory", "a.docx", lying_size, "BD221"),
    Case("docx: a flipped bit", "a.docx", flipped_bit, "BD221"),
    Case("docx: cut off in the middle", "a.docx", lambda: docx()[:700], "BD221"),
    Case("docx: two members of one name", "a.docx", twice_the_same_name, "BD220"),
    Case("docx: members with a password", "a.docx", encrypted_members, "BD222"),
    Case("docx: a member named ../..", "a.docx", lambda: docx(more={"../../evil.xml": "x"}), "BD220"),
    Case("docx: a member named /etc/passwd", "a.docx", lambda: docx(more={"/etc/passwd": "x"}), "BD220"),
    Case("docx: a member with a drive letter", "a.docx", lambda: docx(more={"C:\\evil.xml": "x"}), "BD220"),
    Case("docx: XML that breaks off", "a.docx", lambda: docx(more={"word/document.xml": "<w:document"}), "BD221"),
    Case("docx: styles that are no XML", "a.docx", lambda: docx(more={"word/styles.xml": "\x01"}), "BD221"),
    Case("docx: no text part", "a.docx",
         lambda: zipped({"[Content_Types].xml": "<Types/>", "word/x.xml": "<x/>"}), "BD221"),
    Case("docx: nothing but empty paragraphs", "a.docx", lambda: docx(para("") * 50), "BD201"),
    Case("docx: a thousand levels", "a.docx", lambda: docx("<w:sdt>" * 1000 + "</w:sdt>" * 1000), "BD220"),
    Case("docx: strict", "a.docx",
         lambda: zipped({"[Content_Types].xml": "<Types/>", "word/document.xml":
                         '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>'}),
         "BD220"),
    Case("docx: a hundred levels", "a.docx", lambda: docx(para("Words.") + "<w:sdt>" * 150 + "</w:sdt>" * 150),
         says=("Words.",)),
    Case("docx: tables within tables", "a.docx", lambda: nested_tables(20), says=("Before it.", "Innermost words.")),
    Case("docx: a table of one cell", "a.docx", lambda: docx(table([["Only this cell holds words."]])),
         says=("Only this cell holds words.",)),
    Case("docx: a table with a thousand columns", "a.docx", lambda: docx(table([["x y z"] * 1000] * 2)),
         says=("x y z",)),
    Case("docx: an unknown style and list", "a.docx",
         lambda: docx(para("Words.", "Gone", '<w:numPr><w:numId w:val="77"/></w:numPr>')), says=("Words.",)),
    Case("docx: a style based on itself", "a.docx",
         lambda: docx(para("Words.", "Loop"), more={"word/styles.xml": f'<w:styles {W}><w:style w:styleId="Loop" '
                      'w:type="paragraph"><w:basedOn w:val="Loop"/></w:style></w:styles>'}), says=("Words.",)),
    Case("docx: numbers that are no numbers", "a.docx",
         lambda: docx(para("Words.", "", '<w:outlineLvl w:val="many"/><w:ind w:left="9999999999999"/>')),
                     says=("Words.",)),
    Case("docx: numbers that only look like digits", "a.docx",
         lambda: docx(para("Words.", "", '<w:outlineLvl w:val="²"/><w:ind w:left="⑦"/>')
                      + table([["a", "b"]]).replace("<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="²"/></w:tcPr>')),
         says=("Words.", "a b")),
    Case("docx: a list that begins below nothing", "a.docx",
         lambda: docx(item("First."), {"word/numbering.xml": f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">'
                      '<w:lvl w:ilvl="0"><w:start w:val="-2000"/><w:numFmt w:val="lowerLetter"/></w:lvl>'
                      '</w:abstractNum>'
                      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'}), says=("First.",)),
    Case("docx: an item ten million levels deep", "a.docx", lambda: docx(para("Over it.") + item("Deep.", 9_999_999)),
         says=("Deep.",)),
    Case("docx: an item nine levels deep", "a.docx", lambda: docx(para("Over it.") + item("Deep.", 99)),
         says=("Deep.",)),
    Case("docx: a picture that lies elsewhere", "a.docx", picture_elsewhere, says=("Words beside",), silent=("root:",)),
    Case("docx: a relation that climbs", "a.docx", climbing_relation, says=("Words beside",), silent=("root:",)),
    Case("docx: macros are not looked at", "a.docm", lambda: docx(more={"word/vbaProject.bin": b"Auto_Open"}),
         says=("Water",), silent=("Auto_Open",)),
    Case("docx: tracked changes", "a.docx",
         lambda: docx(para(run("Water ") + f'<w:del>{run("never ").replace("w:t", "w:delText")}</w:del>'
                           + f'<w:ins>{run("always ")}</w:ins>' + run("flows."))),
         says=("Water always flows.",), silent=("never",), remark="BD223"),
    Case("docx: hidden words", "a.docx", lambda: docx(para(run("Seen. ") + run("Unseen.", "<w:vanish/>"))),
         says=("Seen.",), silent=("Unseen",)),
    Case("docx: a box, once although it is stored twice", "a.docx",
         lambda: docx(para(run("Beside. ") + "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>"
                     + para("In the box.")
                           + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" + para("In the box.")
                           + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>")),
         says=("Beside.", "In the box.")),
    Case("docx: a spreadsheet by that name", "a.docx",
         lambda: zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"}), "BD202"),
    Case("docx: plain text by that name", "a.docx", text("Words that somebody typed."), says=("Words that",),
         remark="BD230"),
    Case("odt: no content", "a.odt", lambda: odt(more={"content.xml": "<x/>"}), "BD221"),
    Case("odt: a table repeated a billion times", "a.odt", odt_repeated, says=("Before the table.",)),
    Case("odt: a list level of five thousand digits", "a.odt",
         lambda: odt(more={"styles.xml": f'<office:document-styles {ODT_NAMES}><office:styles><text:list-style '
                     f'style:name="L1"><text:list-level-style-number text:level="{"9" * 5000}" text:start-value="²"/>'
                     '</text:list-style></office:styles></office:document-styles>'}), says=("Oceans hold",)),
    Case("odt: a billion spaces", "a.odt", lambda: odt(f"<text:p>Wide{_SPACES}gap.</text:p>"), says=("Wide", "gap.")),
    Case("odt: a password", "a.odt",
         lambda: odt(more={"META-INF/manifest.xml": '<m:manifest xmlns:m="m"><m:encryption-data/></m:manifest>'}),
                     "BD222"),
    Case("odt: deleted text stays out", "a.odt",
         lambda: odt("<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone "
                     "words.</text:p></text:deletion>"
                     "</text:changed-region></text:tracked-changes><text:p>Kept words.</text:p>"),
         says=("Kept words.",), silent=("Gone",), remark="BD223"),
    Case("odt: a picture outside the package", "a.odt",
         lambda: odt('<text:p>Words.<draw:frame><draw:image xlink:href="../../etc/passwd"/></draw:frame></text:p>'),
         says=("Words.",), silent=("root:",)),
    Case("odt: deep lists", "a.odt",
         lambda: odt("<text:p>Top.</text:p>" + "<text:list><text:list-item>" * 60 + "<text:p>Deep.</text:p>"
                     + "</text:list-item></text:list>" * 60), says=("Top.", "Deep.")),
    # HTML
    Case("html: scripts, styles and hidden parts", "a.html",
         text("<p>Seen.</p><script>Evil()</script><style>p{}</style><p hidden>Not</p><p style='display:none'>Nor</p>"),
         says=("Seen.",), silent=("Evil", "Not", "Nor", "p{}")),
    Case("html: ten thousand levels", "a.html", text("<div>" * 10_000 + "deep"), "BD220"),
    Case("html: tables within tables", "a.html",
         text("<p>Over.</p>" + "<table><tr><td>" * 100 + "Inner."
                     + "</td></tr></table>" * 100), says=("Over.", "Inner.")),
    Case("html: a hundred thousand attributes", "a.html",
         text("<p " + " ".join(f"a{number}='1'" for number in range(100_000)) + ">Words."), "BD220"),
    Case("html: attributes without spaces between", "a.html",
         text("<p " + "".join(f'a{number}="1"' for number in range(100_000)) + ">Words."), "BD220"),
    Case("html: a page with much in one attribute", "a.html",
         text("<p data-state='" + '{"a": "b c > d"} ' * 5000 + "'>Words.</p>"), says=("Words.",)),
    Case("html: a million unclosed tags", "a.html", text("<p>Words.</p>" + "<b>" * 3000 + "end"), "BD220"),
    Case("html: entities", "a.html", text("<p>Fish &amp; chips &lt;b&gt; &#128031; &nosuch; &#x110000;</p>"),
         says=("Fish & chips <b>",), remark="BD208"),
    Case("html: says latin-1 and is UTF-8", "a.html", text(_META.format("iso-8859-1", _LATIN)),
         says=("élèves étudient",)),
    Case("html: says UTF-8 and is Windows-1252", "a.html", text(_META.format("utf-8", _LATIN), "cp1252"),
         says=("élèves étudient",), remark="BD206"),
    Case("html: says Windows-1251 and is", "a.html", text(_META.format("windows-1251", _RUSSIAN), "cp1251"),
         says=("Океаны содержат",)),
    Case("html: says a charset that there is not", "a.html", text(_META.format("klingon", _LATIN), "cp1252"),
         says=("élèves",), remark="BD206"),
    Case("html: says it is UTF-16 and is not", "a.html", text(_META.format("utf-16", "Plain words.")),
         says=("Plain words.",)),
    Case("html: remote pictures and frames are not fetched", "a.html",
         text('<p>Words.</p><img src="http://192.0.2.1/x.png"><iframe src="http://192.0.2.1/"></iframe><p>End.</p>'),
         says=("Words.", "End.")),
    Case("html: broken base64", "a.html",
         text('<p>Words.</p><img src="data:image/png;base64,@@@" alt="A map"><p>b</p>'),
         says=("Words.",)),
    Case("html: a colspan of a billion", "a.html",
         text("<table><tr><td colspan=999999999>Wide</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"),
         says=("Wide", "d")),
    Case("html: numbers that only look like digits", "a.html",
         text('<ol start="²"><li>First.</li></ol><h2 role="heading" aria-level="³">Head</h2>'
              '<table><tr><td colspan="²">a</td><td>b</td></tr><tr><td>c</td></tr></table>'), says=("First.", "Head")),
    Case("html: nothing but tags", "a.html", text("<html><body><p></p><div></div></body></html>"), "BD201"),
    # RTF
    Case("rtf: a thousand groups", "a.rtf", of(b"{\\rtf1 " + b"{" * 1000 + b"x" + b"}" * 1001), "BD220"),
    Case("rtf: closing braces too many", "a.rtf", of(b"{\\rtf1 Words.\\par}}}}}}}"), says=("Words.",)),
    Case("rtf: never closed", "a.rtf", of(b"{\\rtf1 Words that go on"), says=("Words that go on",)),
    Case("rtf: huge numbers", "a.rtf", of(b"{\\rtf1\\li9999999999\\fs9999999999\\u9999999999 ?Words.\\par}"),
         says=("Words.",)),
    Case("rtf: an object is not looked at", "a.rtf",
         of(b"{\\rtf1 Words.\\par{\\object\\objemb{\\*\\objdata 4d5a9000}{\\result Evil}}}"), says=("Words.",),
                     silent=("4d5a",)),
    Case("rtf: letters in three ways", "a.rtf", of(b"{\\rtf1\\ansi\\ansicpg1252 caf\\'e9 na\\u239?ve \xe9t\xe9\\par}"),
         says=("café naïve été",)),
    Case("rtf: an emoji in two halves", "a.rtf", of(b"{\\rtf1 Fish \\u-10179?\\u-9185? swim.\\par}"),
         says=("Fish 🐟 swim.",)),
    Case("rtf: half an emoji", "a.rtf", of(b"{\\rtf1 Fish \\u-10179? swim.\\par}"),
         says=("Fish", "swim."), remark="BD208"),
    Case("rtf: a picture that breaks off", "a.rtf", of(b"{\\rtf1 Words.\\par{\\pict\\pngblip 8950zz}}"),
         says=("Words.",)),
    Case("rtf: an unknown code page", "a.rtf", of(b"{\\rtf1\\ansi\\ansicpg99999 caf\\'e9\\par}"), says=("café",)),
    # PDF
    Case("pdf: breaks off", "a.pdf", lambda: pdf()[:500], "BD221"),
    Case("pdf: only its first line", "a.pdf", of(b"%PDF-1.7\n"), "BD221"),
    Case("pdf: a stream of four hundred megabytes", "a.pdf", pdf_bomb, "BD220"),
    Case("pdf: packed twice", "a.pdf", pdf_double_bomb, "BD220"),
    Case("pdf: forms that use forms", "a.pdf", form_bomb, "BD220"),
    Case("pdf: a form that uses itself", "a.pdf", form_of_itself, "BD220"),
    Case("pdf: a scanned page", "a.pdf", scanned, "BD225"),
    Case("pdf: a password", "a.pdf", locked_pdf, "BD222"),
    Case("pdf: no page", "a.pdf", lambda: pdf_of(_HEAD[0], b"<< /Type /Pages /Kids [] /Count 0 >>"), "BD221"),
    Case("pdf: a page tree that is its own child", "a.pdf",
         lambda: pdf_of(_HEAD[0], b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"), "BD221"),
    Case("pdf: a count that lies", "a.pdf",
         lambda: pdf_of(_HEAD[0], b"<< /Type /Pages /Kids [3 0 R] /Count 99999999 >>", _PAGE % b"",
                        stream(b"BT /F 12 Tf 50 350 Td (Words enough to be a text that is worth reading in class.) Tj "
                     b"ET"),
                        _FONT), says=("Words enough",)),
    # encodings
    Case("encoding: French in Windows-1252", "a.txt", text(_LATIN, "cp1252"), says=("élèves",), remark="BD206"),
    Case("encoding: Spanish in Windows-1252", "a.txt", text(_SPANISH, "cp1252"), says=("energía",), remark="BD206"),
    Case("encoding: Russian in Windows-1251", "a.txt", text(_RUSSIAN, "cp1251"), says=("Океаны",), remark="BD206"),
    Case("encoding: Russian in KOI8-R", "a.txt", text(_RUSSIAN, "koi8-r"), says=("Океаны",), remark="BD206"),
    Case("encoding: Arabic in Windows-1256", "a.txt", text(_ARABIC, "cp1256"), says=("المحيطات",), remark="BD206"),
    Case("encoding: Chinese in GB 18030", "a.txt", text(_CHINESE, "gb18030"), says=("地球表面",), remark="BD206"),
    Case("encoding: Russian in UTF-16 without a mark", "a.txt", text(_RUSSIAN, "utf-16-le"), says=("Океаны",)),
    Case("encoding: UTF-16 cut in the middle of a letter", "a.txt", lambda: "Ab".encode("utf-16")[:-1], "BD204"),
    Case("encoding: UTF-8 cut in the middle of a letter", "a.txt", lambda: "Words and é".encode()[:-1], remark="BD206",
         says=("Words and",)),
    Case("encoding: chance", "a.txt", lambda: bytes(range(128, 256)) * 20, "BD204"),
    Case("encoding: a picture named .txt", "a.txt", png, "BD202"),
    Case("encoding: zero bytes", "a.txt", of(b"Words\x00\x00\x00 more\x00words here"), "BD202"),
)  # fmt: skip

BOMBS = ("entity bomb", "grows", "four hundred", "packed twice", "forms that use forms", "billion", "six thousand")
"""Cases that would fill the memory of a reader without bounds."""

__all__ = ["BOMBS", "CASES", "NAMES", "ODT_BODY", "Case"]
