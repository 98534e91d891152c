"""What the file says about itself: the information dictionary, the same in XMP, and the standards that it keeps."""

from __future__ import annotations

import json
from collections.abc import Sequence

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFName, PDFString

from briefdeck.model.identity import Identity
from briefdeck.model.page import Cut
from briefdeck.paint.pdf_objects import Info, Stream
from briefdeck.paint.pdf_srgb import NAME, srgb_profile
from briefdeck.paint.xml_text import escape


def info(identity: Identity) -> Info:
    """The information dictionary, with what the two files are compared by."""
    entries = {
        "Title": identity.title,
        "Author": identity.author,
        "Subject": identity.subject,
        "Creator": _creator(identity),
        "Producer": PDFInfo.producer,
        "BriefdeckBuild": identity.build,
        "BriefdeckSource": identity.source,
        "BriefdeckOutline": identity.outline,
        "BriefdeckNote": identity.note,
        "BriefdeckVersion": identity.version,
        "BriefdeckStyle": identity.style,
    }
    return Info({key: text for key, text in entries.items() if text})


def cut_list(cuts: Sequence[Cut]) -> Stream:
    """The cuts as JSON: a list of objects with id, reason, text and lines.

    It is no entry of the information dictionary, since PDF/A-2 allows no string more than 32,767 bytes.
    """
    listed = [{"id": cut.id, "reason": cut.reason, "text": cut.text, "lines": list(cut.lines)} for cut in cuts]
    return Stream(json.dumps(listed, ensure_ascii=False).encode())


def xmp(identity: Identity) -> Stream:
    """The metadata packet: the same facts as in the information dictionary, PDF/A-2a and PDF/UA-1."""
    facts = [
        "<dc:format>application/pdf</dc:format>",
        f"<dc:title>{_in_any_language(identity.title)}</dc:title>",
        f"<dc:language><rdf:Bag><rdf:li>{escape(identity.lang)}</rdf:li></rdf:Bag></dc:language>",
        f"<xmp:CreatorTool>{escape(_creator(identity))}</xmp:CreatorTool>",
        f"<pdf:Producer>{escape(PDFInfo.producer)}</pdf:Producer>",
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ]
    if identity.author:
        facts.append(f"<dc:creator><rdf:Seq><rdf:li>{escape(identity.author)}</rdf:li></rdf:Seq></dc:creator>")
    if identity.subject:
        facts.append(f"<dc:description>{_in_any_language(identity.subject)}</dc:description>")
    packet = _PACKET.format(facts="\n".join(facts))
    return Stream(packet.encode(), compress=False, Type=PDFName("Metadata"), Subtype=PDFName("XML"))


def output_intent() -> PDFDictionary:
    """What the colours of the file mean: sRGB."""
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString(NAME),
            "Info": PDFString(NAME),
            "DestOutputProfile": Stream(srgb_profile(), N=3),
        }
    )


def _creator(identity: Identity) -> str:
    return f"briefdeck {identity.version}".strip()


def _in_any_language(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'


# The second description tells PDF/A about `pdfuaid`, a schema that PDF/A itself does not know.
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
{facts}
</rdf:Description>
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file keeps</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
