"""Pictures whose bytes stand in a page as `data:` addresses; those that lie elsewhere are never fetched."""

from __future__ import annotations

import base64
import binascii

from briefdeck.model.note import Attachment

MOST_PICTURES = 200
"""Pictures taken from one note."""

_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/jpg": "jpg", "image/gif": "gif", "image/webp": "webp"}


class PagePictures:
    """The pictures of a page, named as they come."""

    def __init__(self) -> None:
        self._found: list[Attachment] = []

    def take(self, address: str) -> str:
        """The name under which the picture of a `data:` address is kept, "" when there is none to keep."""
        head, comma, body = address[:100].partition(",")[0], "," in address[:100], address
        kind = head.removeprefix("data:").split(";")[0].strip().lower()
        if not head.startswith("data:") or not comma or kind not in _ENDINGS or "base64" not in head:
            return ""
        if len(self._found) >= MOST_PICTURES:
            return ""
        try:
            data = base64.b64decode(body[len(head) + 1 :], validate=False)
        except (binascii.Error, ValueError):
            return ""
        if not data:
            return ""
        self._found.append(Attachment(f"picture-{len(self._found) + 1}.{_ENDINGS[kind]}", data))
        return self._found[-1].name

    def found(self) -> tuple[Attachment, ...]:
        """All that were taken."""
        return tuple(self._found)
