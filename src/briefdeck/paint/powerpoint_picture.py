"""Pictures on slides and layouts, each a part of the package once however often it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefdeck.model.media import Media
from briefdeck.model.page import Box, PictureContent
from briefdeck.paint.powerpoint_package import Part, Relation
from briefdeck.paint.powerpoint_xml import DECORATIVE, frame
from briefdeck.paint.xml_text import escape

_WHOLE = 100_000  # what PowerPoint's shares of a picture are counted in


def media_name(media: Media) -> str:
    """The part that holds the picture, named by its content."""
    return f"ppt/media/{media.key}.{media.kind}"


def media_parts(boxes: Iterable[Box]) -> Iterator[Part]:
    """The parts of the pictures in these boxes."""
    pictures = {media_name(box.content.media): box.content.media for box in boxes
                if isinstance(box.content, PictureContent)}  # fmt: skip
    yield from (Part("image", name, "", binary=media.data) for name, media in pictures.items())


def picture_relation(content: PictureContent) -> Relation:
    """The arrow from a slide or layout to its picture."""
    return Relation("image", media_name(content.media))


def picture(
    number: int, box: Box, content: PictureContent, relation: str, *, mark: str = "", drawn_on_layout: bool = False
) -> str:
    """A picture in its frame, in the placeholder that the mark names ("" for none); cut, never stretched."""
    name = escape(box.slot or box.name or f"Picture {number}")
    alt = f' descr="{escape(content.alt)}"/>' if content.alt else f">{DECORATIVE}</p:cNvPr>"
    sides = zip("ltrb", content.crop, strict=True)
    crop = "".join(f' {side}="{round(share * _WHOLE)}"' for side, share in sides if round(share * _WHOLE))
    drawn = ' userDrawn="1"' if drawn_on_layout else ""
    group = ' noGrp="1"' if mark else ""
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="{name}"{alt}'
        f'<p:cNvPicPr><a:picLocks{group} noChangeAspect="1"/></p:cNvPicPr><p:nvPr{drawn}>{mark}</p:nvPr></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{relation}"/><a:srcRect{crop}/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr>{frame(box.frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
