"""Pictures that can be painted, for the names that outlines of the tests use."""

from __future__ import annotations

import io
from collections.abc import Mapping

from PIL import Image

from briefdeck.model.media import Media
from briefdeck.model.values import replace


def paintable(media: Mapping[str, Media]) -> dict[str, Media]:
    """The same pictures with bytes that a painter can use: a slope of grey."""
    return {name: replace(one, data=_bytes(one)) for name, one in media.items()}


def _bytes(media: Media) -> bytes:
    out = io.BytesIO()
    slope = Image.linear_gradient("L").resize((media.width, media.height)).convert("RGB")
    slope.save(out, media.kind.upper())
    return out.getvalue()
