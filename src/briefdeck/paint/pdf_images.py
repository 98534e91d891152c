"""The pictures inside the file: each once, a JPEG as it is, anything else unpacked into what PDF understands."""

from __future__ import annotations

from io import BytesIO

from reportlab.pdfbase.pdfdoc import PDFName, PDFStream

from briefdeck.model.media import Media
from briefdeck.paint.pdf_objects import Stream, TaggedCanvas


class ImageShelf:
    """The images of one file by their pictures, each made when it is first painted."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self._canvas = canvas
        self._images: dict[str, PDFStream] = {}

    def name(self, media: Media) -> str:
        """The name by which the page at hand paints the picture."""
        if media.key not in self._images:
            self._images[media.key] = self._image(media)
        return self._canvas.add_image(media.key, self._images[media.key])

    def _image(self, media: Media) -> PDFStream:
        from PIL import Image  # only documents with pictures pay for it

        with Image.open(BytesIO(media.data)) as image:
            if media.kind == "jpeg":
                stream = _stream(media, image.mode, media.data, compress=False)
                stream.dictionary["Filter"] = PDFName("DCTDecode")
                return stream
            clear = "A" in image.getbands() or "transparency" in image.info
            pixels = image.convert("RGBA" if clear else "L" if image.mode in {"1", "L"} else "RGB")
        stream = _stream(
            media, "RGB" if clear else pixels.mode, pixels.convert("RGB").tobytes() if clear else pixels.tobytes()
        )
        if clear:
            mask = _stream(media, "L", pixels.getchannel("A").tobytes())
            stream.dictionary["SMask"] = self._canvas.document.Reference(mask)
        return stream


def _stream(media: Media, mode: str, data: bytes, *, compress: bool = True) -> PDFStream:
    return Stream(
        data,
        compress,
        Type=PDFName("XObject"),
        Subtype=PDFName("Image"),
        Width=media.width,
        Height=media.height,
        ColorSpace=PDFName("DeviceGray" if mode == "L" else "DeviceRGB"),
        BitsPerComponent=8,
    )
