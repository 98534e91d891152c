"""Files that cannot serve as templates, made by code: each with the code and words of the one problem that it is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from briefdeck.template.archive import LARGEST_PART, MOST_PARTS
from template import samples
from template.samples import MASTER, PRESENTATION, THEME, TYPES, edited, only_layouts, packed, sub, swap, usual, without

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RELS = "ppt/slideLayouts/_rels/slideLayout2.xml.rels"
OF_MASTER = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
LAYOUT = "ppt/slideLayouts/slideLayout2.xml"
OUTSIDE = (
    '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
    'Target="http://school.example/logo.png" TargetMode="External"/></Relationships>'
)
ENTITIES = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;">]>'


def bomb() -> bytes:
    """A gigabyte of zeros in five megabytes: packed tighter it would take thrice as long to make."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in samples.members(usual()).items():
            archive.writestr(name, data)
        with archive.open("ppt/media/image1.png", "w", force_zip64=True) as file:
            for _ in range(1024):
                file.write(bytes(1024 * 1024))
    return out.getvalue()


def locked() -> bytes:
    """An archive whose members ask for a password."""
    data = bytearray(usual())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def twice() -> bytes:
    out = io.BytesIO(usual())
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(MASTER, b"<x/>")
    return out.getvalue()


def many_parts() -> bytes:
    return packed({**samples.members(usual()), **{f"ppt/media/{n}.png": b"" for n in range(MOST_PARTS)}})


def size(width: int, height: int) -> Callable[[], bytes]:
    change = sub(r"<p:sldSz [^>]*/>", f'<p:sldSz cx="{width}" cy="{height}"/>')
    return lambda: edited(usual(), {PRESENTATION: change})


def no_titles() -> bytes:
    changes = {name: sub(r'type="(title|ctrTitle)"', 'type="body" idx="90"') for name in samples.layouts(usual())}
    changes.pop("ppt/slideLayouts/slideLayout7.xml")  # blank
    return edited(usual(), changes)


def word() -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    change = sub(r"application/vnd[^\"]*presentation\.main\+xml", kind)
    return edited(usual(), {TYPES: change})


BAD: tuple[tuple[str, Callable[[], bytes], str, str], ...] = (
    ("empty", lambda: b"", "BD701", "empty"),
    ("a PDF", lambda: b"%PDF-1.7\n", "BD701", "a PDF"),
    ("a picture", lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), "BD701", "a picture"),
    ("a web page", lambda: b"<html><body>404</body></html>", "BD701", "a web page"),
    ("a Word document", word, "BD701", "a Word document"),
    ("any archive", lambda: packed({"a.txt": b"a"}), "BD701", "not of Office"),
    ("cut short", lambda: usual()[:9000], "BD705", "incomplete"),
    ("an old .ppt", lambda: OLE + bytes(2000), "BD703", "before 2007"),
    ("encrypted by Office", lambda: OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "BD702", "password"),
    ("encrypted as an archive", locked, "BD702", "password"),
    ("a zip bomb", bomb, "BD704", "unpacks to"),
    ("thousands of parts", many_parts, "BD704", "parts"),
    ("a huge part", lambda: edited(usual(), {THEME: lambda text: text + " " * LARGEST_PART}), "BD704", "MB of text"),
    ("a part twice", twice, "BD705", "twice"),
    ("entities", lambda: edited(usual(), {MASTER: sub(r"(\?>)", r"\1" + ENTITIES)}), "BD705", "entities"),
    ("no XML", lambda: edited(usual(), {LAYOUT: lambda text: text[:300]}), "BD705", "not well-formed"),
    ("no theme", lambda: without(usual(), THEME), "BD705", "no theme"),
    ("no master part", lambda: without(usual(), MASTER), "BD705", "slide master is missing"),
    ("no layout part", lambda: without(usual(), LAYOUT), "BD705", "missing"),
    ("no masters", lambda: edited(usual(), {PRESENTATION: sub("<p:sldMasterIdLst>.*?</p:sldMasterIdLst>", "")}),
     "BD710", "no slide master"),
    ("no layouts", lambda: only_layouts(usual()), "BD711", "no layouts"),
    ("no title placeholders", no_titles, "BD712", "title placeholder"),
    ("only a title layout", lambda: only_layouts(usual(), 1), "BD716", "room for content"),
    ("only a section layout", lambda: only_layouts(usual(), 3), "BD716", "room for content"),
    ("a picture from outside", lambda: edited(usual(), {RELS: swap("</Relationships>", OUTSIDE)}), "BD707",
     "http://school.example/logo.png"),
    ("the Strict format", lambda: edited(usual(), {PRESENTATION: sub("http://schemas.openxmlformats.org/presentationml/"
     "2006/main", "http://purl.oclc.org/ooxml/presentationml/main")}), "BD708", "Strict"),
    ("a stamp for a slide", size(720_000, 540_000), "BD719", "inches"),
    ("a wall for a slide", size(91_440_000, 51_440_000), "BD719", "inches"),
    ("a slide of four thousand digits", size("9" * 4000, 540_000), "BD705", "how large its slides are"),
    ("relations of no package", lambda: edited(usual(), {RELS: swap("package/2006/relationships", "package/1999/x")}),
     "BD705", "lists what no presentation lists"),
    ("a theme without colours", lambda: edited(usual(), {THEME: sub("<a:accent1>.*?</a:accent1>", "")}), "BD705",
     "lacks colours"),
    ("a layout that the master calls by a lost name", lambda: edited(usual(), {OF_MASTER: swap('"rId3"', '"rId99"')}),
     "BD705", "calls rId3"),
    ("a theme called as a layout is", lambda: edited(usual(), {OF_MASTER: swap('"rId12"', '"rId4"')}), "BD705",
     "by the same name"),
    ("a theme called by no name", lambda: edited(usual(), {OF_MASTER: swap('"rId12"', '"²"')}), "BD705",
     "what is no name"),
)  # fmt: skip
