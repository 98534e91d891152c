"""Pictures that a document carries inside: named as they come, each once, and only kinds that can be shown."""

from __future__ import annotations

from briefdeck.model.note import Attachment
from briefdeck.text.readers.package import Package

MOST_PICTURES = 200
"""Pictures taken from one note."""

_SIGNATURES = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF8", "gif"), (b"BM", "bmp"),
               (b"II*\x00", "tiff"), (b"MM\x00*", "tiff"))  # fmt: skip


def ending_of(data: bytes) -> str:
    """The usual ending of a picture's name, told by its first bytes; "" for a drawing or something else."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return next((ending for signature, ending in _SIGNATURES if data.startswith(signature)), "")


class PackagePictures:
    """The pictures of a document in the order in which they are shown."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._names: dict[str, str] = {}
        self._found: list[Attachment] = []

    def take(self, member: str) -> str:
        """The name under which a member is kept, "" when it is no picture that can be shown."""
        if member in self._names:
            return self._names[member]
        if member not in self._package or len(self._found) >= MOST_PICTURES:
            return ""
        data = self._package.read(member)
        ending = ending_of(data)
        if ending:
            self._found.append(Attachment(f"picture-{len(self._found) + 1}.{ending}", data))
        self._names[member] = self._found[-1].name if ending else ""
        return self._names[member]

    def found(self) -> tuple[Attachment, ...]:
        """All that were taken."""
        return tuple(self._found)
