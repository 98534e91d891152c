"""How a paragraph of a slide is set: its own values, then those of shape, layout and master, as PowerPoint looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from briefdeck.verify.deck_colors import Ground
from briefdeck.verify.deck_file import DeckParagraph
from briefdeck.verify.deck_numbering import Numbering, bullet_of
from briefdeck.verify.deck_xml import EMU_PER_POINT, THOUSANDTHS, qn

DEFAULT_INSET = (7.2, 3.6)
"""Points left and right, above and below, where no text body says otherwise."""

_IN_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
LEVELS = tuple(qn(f"a:lvl{level}pPr") for level in range(1, 10))
STYLE_OF = {"title": "p:titleStyle", "ctrTitle": "p:titleStyle", "": "p:otherStyle", "sldNum": "p:otherStyle",
            "ftr": "p:otherStyle", "dt": "p:otherStyle"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ancestry:
    """Where a text body looks for what it does not say itself, nearest first."""

    bodies: tuple[_Element, ...]  # its own text body, its layout placeholder's, its master placeholder's
    master_style: _Element | None  # the master's list style for this kind of placeholder

    def insets(self) -> tuple[float, float]:
        """What is lost of the width and of the height, in points, both sides together."""
        horizontal, vertical = DEFAULT_INSET
        return (
            self._inset("lIns", horizontal) + self._inset("rIns", horizontal),
            self._inset("tIns", vertical) + self._inset("bIns", vertical),
        )

    def _inset(self, name: str, default: float) -> float:
        for body in self.bodies:
            properties = body.find(qn("a:bodyPr"))
            if properties is not None and (value := properties.get(name)):
                return int(value) / EMU_PER_POINT
        return default

    def shrinkage(self) -> float:
        """The factor that PowerPoint's autofit has stored in the shape itself."""
        fit = self.bodies[0].find(f"{qn('a:bodyPr')}/{qn('a:normAutofit')}")
        scale = "" if fit is None else fit.get("fontScale", "")
        return int(scale.rstrip("%")) / (100 if scale.endswith("%") else THOUSANDTHS) if scale else 1.0

    def styles(self, level: int) -> Iterator[_Element]:
        """The list styles for a level, nearest first."""
        for body in self.bodies:
            style = body.find(f"{qn('a:lstStyle')}/{LEVELS[level]}")
            if style is not None:
                yield style
        if self.master_style is not None and (style := self.master_style.find(LEVELS[level])) is not None:
            yield style


def ancestry(body: _Element, inherited: tuple[_Element | None, ...], master: _Element, placeholder: str) -> Ancestry:
    """For the text body of a shape, the placeholders it inherits from, its master and its kind of placeholder."""
    above = (shape.find(qn("p:txBody")) for shape in inherited if shape is not None)
    name = STYLE_OF.get(placeholder, "p:bodyStyle")
    return Ancestry((body, *(one for one in above if one is not None)), master.find(f"{qn('p:txStyles')}/{qn(name)}"))


def paragraphs(around: Ancestry, ground: Ground | None = None) -> Iterator[DeckParagraph]:
    """Every paragraph of the nearest text body; on a ground that is known, with its contrast."""
    shrunk, numbering = around.shrinkage(), Numbering()
    for paragraph in around.bodies[0].iterchildren(qn("a:p")):
        yield _paragraph(paragraph, around, shrunk, ground, numbering)


def text_of(paragraph: _Element) -> str:
    """The words of an `a:p`: its runs, fields and line breaks, and the letters of a formula."""
    return "".join(map(_words_of, paragraph))


def _words_of(child: _Element) -> str:
    if child.tag in (qn("a:r"), qn("a:fld")):
        return str(child.findtext(qn("a:t"), ""))
    if child.tag == qn("a:br"):
        return " "
    return "".join(letters.text or "" for letters in child.iter(_IN_FORMULA)) if isinstance(child.tag, str) else ""


def lacks_language(paragraph: _Element) -> bool:
    """Whether a run with words has no language of its own."""
    for run in paragraph.iterchildren(qn("a:r"), qn("a:fld")):
        properties = run.find(qn("a:rPr"))
        if run.findtext(qn("a:t"), "").strip() and (properties is None or not properties.get("lang")):
            return True
    return False


def _paragraph(
    paragraph: _Element, around: Ancestry, shrunk: float, ground: Ground | None, numbering: Numbering
) -> DeckParagraph:
    own = paragraph.find(qn("a:pPr"))
    level = min(int(own.get("lvl", "0")), 8) if own is not None else 0
    styles = tuple(around.styles(level))
    nearest = styles if own is None else (own, *styles)
    size, written = _size(paragraph, around, styles)
    contrast = ground.least_contrast(paragraph, styles) if ground else None
    written_ink = _ink_written(paragraph, around, level)
    text = text_of(paragraph)
    return DeckParagraph(
        text=text,
        number=numbering.following(level, nearest, text),
        bullet=bullet_of(nearest),
        runs_left=next((one.get("rtl") for one in nearest if one.get("rtl")), "0") in ("1", "true"),
        size=None if size is None else size * shrunk,
        size_written=written,
        languages_missing=lacks_language(paragraph),
        left=_indent("marL", nearest),
        line_spacing=_line_spacing(nearest),
        space_before=_space("a:spcBef", nearest, size or 0.0),
        space_after=_space("a:spcAft", nearest, size or 0.0),
        right=_indent("marR", nearest),
        contrast=contrast,
        ink_written=written_ink,
    )


def _size(paragraph: _Element, around: Ancestry, styles: tuple[_Element, ...]) -> tuple[float | None, bool]:
    """The smallest size of its runs, and whether the slide itself says it."""
    sizes = []
    for run in paragraph.iterchildren(qn("a:r"), qn("a:fld")):
        properties = run.find(qn("a:rPr"))
        sizes.append(int(properties.get("sz", "0")) if properties is not None else 0)
    if sizes and min(sizes) > 0:
        return min(sizes) / 100, True
    explicit = [size for size in sizes if size]
    for style in styles:
        run = style.find(qn("a:defRPr"))
        if run is not None and run.get("sz"):
            written = style.getparent() is around.bodies[0].find(qn("a:lstStyle"))
            return min([int(run.get("sz")), *explicit]) / 100, written
    return (min(explicit) / 100, False) if explicit else (None, False)


def _ink_written(paragraph: _Element, around: Ancestry, level: int) -> bool:
    """Whether the slide itself says what colour the words have, in a run or in the shape's list style."""
    own = around.bodies[0].find(f"{qn('a:lstStyle')}/{LEVELS[level]}/{qn('a:defRPr')}/{qn('a:solidFill')}")
    return own is not None or paragraph.find(f"*/{qn('a:rPr')}/{qn('a:solidFill')}") is not None


def _indent(side: str, styles: tuple[_Element, ...]) -> float:
    for style in styles:
        if margin := style.get(side):
            return int(margin) / EMU_PER_POINT
    return 0.0


def _line_spacing(styles: tuple[_Element, ...]) -> float:
    for style in styles:
        percent = style.find(f"{qn('a:lnSpc')}/{qn('a:spcPct')}")
        if percent is not None:
            return _share(percent)
    return 1.0


def _space(where: str, styles: tuple[_Element, ...], size: float) -> float:
    for style in styles:
        space = style.find(qn(where))
        if space is None:
            continue
        for kind in space:
            return int(kind.get("val", "0")) / 100 if kind.tag == qn("a:spcPts") else _share(kind) * size
    return 0.0


def _share(percent: _Element) -> float:
    value = percent.get("val", "100000")
    return float(value[:-1]) / 100 if value.endswith("%") else int(value) / THOUSANDTHS
