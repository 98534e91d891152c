"""Small, single faults put into finished files: parts of the deck as text, the brief through pikepdf."""

from __future__ import annotations

import functools
import io
import re
import zipfile
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name

Change = Callable[[bytes], bytes]


def swap(old: str, new: str, count: int = -1) -> Callable[[str], str]:
    """A change that puts one text for another, and fails when there is nothing to change."""

    def change(text: str) -> str:
        assert old in text, f"nothing to change: {old}"
        return text.replace(old, new, count)

    return change


def sub(pattern: str, new: str, count: int = 0) -> Callable[[str], str]:
    """A change by a regular expression, which must match."""

    def change(text: str) -> str:
        changed, times = re.subn(pattern, new, text, count=count, flags=re.DOTALL)
        assert times, f"nothing to change: {pattern}"
        return changed

    return change


def in_part(name: str | Callable[[dict[str, str]], str], *changes: Callable[[str], str]) -> Change:
    """Change one part of a deck, given by its name or found among the names and texts of all."""

    def change(deck: bytes) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(deck)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
            parts = {member: before.read(member) for member in before.namelist()}
            chosen = name if isinstance(name, str) else name(texts_of(parts))
            for member, data in parts.items():
                text = (
                    functools.reduce(lambda so_far, one: one(so_far), changes, data.decode().replace("\u00a0", " "))
                    if member == chosen
                    else ""
                )
                after.writestr(member, text.encode() or data)
        return out.getvalue()

    return change


def texts_of(parts: dict[str, bytes]) -> dict[str, str]:
    """The parts in XML; the spaces at which a line should not end are spaces like others here."""
    return {
        name: data.decode().replace("\u00a0", " ") for name, data in parts.items() if name.endswith((".xml", ".rels"))
    }


def number_of(words: str, parts: dict[str, str]) -> str:
    """The number of the one slide part that says this."""
    found = [name for name, text in parts.items() if name.startswith("ppt/slides/slide") and words in text]
    [name] = found
    return name.removeprefix("ppt/slides/slide").removesuffix(".xml")


def on_slide(words: str, *changes: Callable[[str], str]) -> Change:
    """Change the slide that says this; so with the next two."""
    return in_part(lambda parts: f"ppt/slides/slide{number_of(words, parts)}.xml", *changes)


def in_notes(words: str, *changes: Callable[[str], str]) -> Change:
    return in_part(lambda parts: related(number_of(words, parts), "notesSlide", parts), *changes)


def in_slide_tags(words: str, *changes: Callable[[str], str]) -> Change:
    return in_part(lambda parts: related(number_of(words, parts), "tags", parts), *changes)


def related(number: str, kind: str, parts: dict[str, str]) -> str:
    relations = parts[f"ppt/slides/_rels/slide{number}.xml.rels"]
    relation = next(one for one in re.findall(r"<Relationship .*?/>", relations) if f'/{kind}"' in one)
    return "ppt" + re.search(r'Target="\.\.([^"]*)"', relation)[1]


def in_presentation(*changes: Callable[[str], str]) -> Change:
    return in_part("ppt/presentation.xml", *changes)


def in_deck_tags(*changes: Callable[[str], str]) -> Change:
    return in_part("ppt/tags/tag1.xml", *changes)


def slides_swapped(one: str, other: str) -> Change:
    """Let two slides, found by their words, change places."""

    def change(deck: bytes) -> bytes:
        first, second = (slide_tag(deck, words) for words in (one, other))
        return in_presentation(
            lambda text: text.replace(first, "\0").replace(second, first).replace("\0", second)
        )(deck)  # fmt: skip

    return change


def slide_removed(words: str) -> Change:
    return lambda deck: in_presentation(swap(slide_tag(deck, words), ""))(deck)


def slide_tag(deck: bytes, words: str) -> str:
    """The `p:sldId` of the slide that says this."""
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        parts = texts_of({name: archive.read(name) for name in archive.namelist()})
    relations = parts["ppt/_rels/presentation.xml.rels"]
    target = f"slides/slide{number_of(words, parts)}.xml"
    relation = next(one for one in re.findall(r"<Relationship .*?/>", relations) if target in one)
    identity = re.search(r'Id="([^"]*)"', relation)[1]
    return re.search(rf'<p:sldId [^>]*r:id="{identity}"[^>]*/>', parts["ppt/presentation.xml"])[0]


def shape_moved(source: int, target: int) -> Callable[[str], str]:
    """A change of the reading order of a slide."""

    def change(text: str) -> str:
        shapes = re.findall(r"<p:sp>.*?</p:sp>", text, re.DOTALL)
        before, after = text.split(shapes[0])[0], text.split(shapes[-1])[1]
        shapes.insert(target, shapes.pop(source))
        return before + "".join(shapes) + after

    return change


def swapped(pattern: str, first: int, second: int) -> Callable[[str], str]:
    """A change that lets two of the matches of a pattern change places."""

    def change(text: str) -> str:
        found = [match.group() for match in re.finditer(pattern, text, re.DOTALL)]
        one, other = found[first], found[second]
        return text.replace(one, "\0").replace(other, one).replace("\0", other)

    return change


def with_part(relations: str | Callable[[dict[str, str]], str], kind: str, name: str, content: str) -> Change:
    """Another part of the deck, and what leads to it."""

    def change(deck: bytes) -> bytes:
        with zipfile.ZipFile(io.BytesIO(deck)) as archive:
            parts = {member: archive.read(member) for member in archive.namelist()}
        from_part = relations if isinstance(relations, str) else relations(texts_of(parts))
        relation = f'<Relationship Id="rId93" Type="{kind}" Target="/{name}"/></Relationships>'
        types = f'<Override PartName="/{name}" ContentType="{content}"/></Types>'
        parts[from_part] = parts[from_part].replace(b"</Relationships>", relation.encode())
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", types.encode())
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for member, data in {**parts, name: b"<x/>"}.items():
                archive.writestr(member, data)
        return out.getvalue()

    return change


def relations_of(words: str) -> Callable[[dict[str, str]], str]:
    return lambda parts: f"ppt/slides/_rels/slide{number_of(words, parts)}.xml.rels"


def in_pdf(edit: Callable[[pikepdf.Pdf], None]) -> Change:
    """Change a brief."""

    def change(brief: bytes) -> bytes:
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(brief)) as pdf:
            edit(pdf)
            pdf.save(out)
        return out.getvalue()

    return change


def in_content(change: Callable[[str], str]) -> Change:
    """Change the page's content stream as text."""

    def edit(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.contents_coalesce()
        page.obj.Contents = pdf.make_stream(change(page.obj.Contents.read_bytes().decode("latin-1")).encode("latin-1"))

    return in_pdf(edit)


def placed(matrix: str) -> Change:
    """Put the whole page under a transformation."""
    return in_content(lambda text: f"q {matrix} cm\n{text}\nQ")


def elements(pdf: pikepdf.Pdf) -> list[Dictionary]:
    """Every structure element in reading order."""

    def walk(element: Dictionary) -> list[Dictionary]:
        kids = element.get("/K")
        below = list(kids) if isinstance(kids, Array) else [kids]
        inner = [kid for kid in below if isinstance(kid, Dictionary) and "/S" in kid]
        return [element, *(one for kid in inner for one in walk(kid))]

    return [one for one in walk(pdf.Root.StructTreeRoot) if "/S" in one]


def named(pdf: pikepdf.Pdf, name: str) -> Dictionary:
    return next(element for element in elements(pdf) if str(element.get("/ID", "")) == name)


def second_page(pdf: pikepdf.Pdf) -> None:
    pdf.add_blank_page()


def without(key: str) -> Callable[[pikepdf.Pdf], None]:
    """Take a key out of the document's catalogue."""

    def edit(pdf: pikepdf.Pdf) -> None:
        del pdf.Root[key]

    return edit


def retagged(name: str, tag: str) -> Callable[[pikepdf.Pdf], None]:
    """Give an element another type."""

    def edit(pdf: pikepdf.Pdf) -> None:
        named(pdf, name).S = Name("/" + tag)

    return edit


def renamed(name: str, new: str) -> Callable[[pikepdf.Pdf], None]:
    """Give an element another id; "" takes it away."""

    def edit(pdf: pikepdf.Pdf) -> None:
        element = named(pdf, name)
        if new:
            element.ID = pikepdf.String(new)
        else:
            del element["/ID"]

    return edit


def bookmarks(change: Callable[[list[pikepdf.OutlineItem]], None]) -> Callable[[pikepdf.Pdf], None]:
    def edit(pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as outline:
            change(outline.root)

    return edit


def info(key: str, value: str) -> Callable[[pikepdf.Pdf], None]:
    def edit(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo[key] = value

    return edit


def cuts(listed: str) -> Callable[[pikepdf.Pdf], None]:
    return lambda pdf: setattr(pdf.Root, "BriefdeckCuts", pdf.make_stream(listed.encode()))


def each_font(change: Callable[[Dictionary], None]) -> Callable[[pikepdf.Pdf], None]:
    def edit(pdf: pikepdf.Pdf) -> None:
        for font in pdf.pages[0].obj.Resources.Font.values():
            change(font)

    return edit


def not_embedded(font: Dictionary) -> None:
    inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    for key in ("/FontFile", "/FontFile2", "/FontFile3"):
        if key in inner.FontDescriptor:
            del inner.FontDescriptor[key]


def unreadable(font: Dictionary) -> None:
    del font["/ToUnicode"]
