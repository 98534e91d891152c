"""Pictures that a note carries inside or names: how they are called, what describes them, and where they lie."""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from briefdeck.digest import sha256
from briefdeck.late import late_pattern
from briefdeck.model.note import Attachment, Form

if TYPE_CHECKING:
    from briefdeck.text.readers.package import Package

MOST_PICTURES = 200
"""Pictures taken from one note."""

_SIGNATURES = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF8", "gif"), (b"BM", "bmp"),
               (b"II*\x00", "tiff"), (b"MM\x00*", "tiff"))  # fmt: skip
_DATA = late_pattern(r"data:image/(?:png|jpe?g|gif|webp)(?:;[\w=.-]{1,40}){0,4};base64,", re.IGNORECASE)
_SUFFIX = late_pattern(r"\.(?:png|jpe?g|gif|webp|bmp|tiff?|svg|heic|avif)$", re.IGNORECASE)
_NO_DESCRIPTION = late_pattern(
    r"[\w .,()%+@&'’-]{1,150}\.(?:png|jpe?g|gif|webp|bmp|tiff?|svg|heic|avif|emf|wmf)"
    r"|(?:untitled|image|img|picture|pic|photo|foto|screenshot|screen shot|bild|grafik|imagen|imagem|immagine|рисунок"
    r"|картинка)(?:[\s_-]{0,3}\d[\d\s.:_-]{0,30})?(?:\s?(?:at|from)\s.{0,60})?"
    r"|\d{1,5}(?:\s?[x×]\s?\d{1,5})?",
    re.IGNORECASE,
)
_BY_MACHINE = late_pattern(
    r"\.?\s*(?:Description|Beschreibung)\s(?:automatically generated|automatisch generiert)"
    r"(?: with [a-z ]{1,40} confidence)?\.?$|\.?\s*AI-generated content may be incorrect\.?$"
)
_FURTHER = late_pattern(r"[A-Za-z][A-Za-z0-9+.-]+:|//")  # two letters at least: C: is a disk


def ending_of(data: bytes) -> str:
    """The usual ending of a picture's name, told by its first bytes; "" for a drawing or something else."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return next((ending for signature, ending in _SIGNATURES if data.startswith(signature)), "")


def is_picture(address: str) -> bool:
    """Whether a file is a picture by its name."""
    return _SUFFIX.search(address) is not None


def is_elsewhere(address: str) -> bool:
    """Whether an address leads to the network, or to anything but a file of this machine."""
    return _FURTHER.match(address) is not None and not address.lower().startswith("file:")


def described(alt: str) -> str:
    """What a description says; "" for the name of a file, a size, or the word that a program puts there."""
    alt = _BY_MACHINE.sub("", " ".join(alt.split()))
    return "" if _NO_DESCRIPTION.fullmatch(alt) else alt


def linked(address: str, alt: str = "", caption: str = "") -> Form:
    """The form of a picture that a note names: `address` as it is written there."""
    address = address.strip()
    if not is_elsewhere(address):
        address = unquote(address.partition("?")[0].partition("#")[0])
        address = address if "/" in address else address.replace("\\", "/")
    return Form("picture", words=described(alt), caption=" ".join(caption.split()), address=address)


class CarriedPictures:
    """The pictures inside a note, each once, named by what they show: the same picture keeps its name for ever."""

    def __init__(self) -> None:
        self._found: dict[str, Attachment] = {}

    def keep(self, data: bytes, ending: str = "") -> str:
        """The name under which a picture is kept, "" for what is none, and for more than a note may have."""
        ending = ending_of(data) or ending
        name = f"picture-{sha256(data).hexdigest()[:8]}.{ending}"
        if not ending or not data or (name not in self._found and len(self._found) >= MOST_PICTURES):
            return ""
        self._found[name] = Attachment(name, data)
        return name

    def take_data(self, address: str) -> str:
        """The name of the picture whose bytes stand in a `data:` address, "" when there is none to keep."""
        if not (match := _DATA.match(address)):
            return ""
        try:
            data = base64.b64decode(address[match.end() :], validate=False)
        except (binascii.Error, ValueError):
            return ""
        return self.keep(data)

    def found(self) -> tuple[Attachment, ...]:
        """All that were taken, in the order in which they came."""
        return tuple(self._found.values())


class PackagePictures(CarriedPictures):
    """The pictures of a document in the order in which they are shown."""

    def __init__(self, package: Package) -> None:
        super().__init__()
        self._package = package
        self._names: dict[str, str] = {}

    def take(self, member: str) -> str:
        """The name under which a member is kept, "" when it is no picture that can be shown."""
        if member not in self._names:
            self._names[member] = self.keep(self._package.read(member)) if member in self._package else ""
        return self._names[member]
