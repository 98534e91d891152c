"""The same members always give the same archive."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from briefdeck.paint.stable import FIXED_DATE, archive, restamp

MEMBERS = [("b.xml", b"<b/>" * 100), ("a.png", b"\x89PNG" * 100)]


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


def zipped_now(*members: tuple[str, bytes], at: tuple[int, int, int, int, int, int] | None = None) -> bytes:
    """An archive as a library would write it: with the clock in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in members:
            target.writestr(zipfile.ZipInfo(name, at or time.localtime()[:6]), data)
    return out.getvalue()


def workbook(created: str, at: tuple[int, int, int, int, int, int]) -> bytes:
    core = f'<c xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:created a="b">{created}</dcterms:created></c>'
    return zipped_now(("xl/workbook.xml", b"<w/>"), ("docProps/core.xml", core.encode()), at=at)


def test_members_keep_their_order_names_and_bytes():
    with opened(archive(MEMBERS)) as found:
        assert [(name, found.read(name)) for name in found.namelist()] == MEMBERS


def test_neither_clock_nor_platform_shows():
    with opened(archive(MEMBERS)) as found:
        for entry in found.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert (entry.create_system, entry.extra, entry.comment) == (0, b"", b"")


def test_text_is_compressed_and_pictures_are_not_compressed_again():
    with opened(archive(MEMBERS)) as found:
        assert found.getinfo("b.xml").compress_type == zipfile.ZIP_DEFLATED
        assert found.getinfo("a.png").compress_type == zipfile.ZIP_STORED


@pytest.mark.parametrize("name", ["", "book.xlsx", "outer.pptx"])
def test_archives_within_lose_their_clock_too(name):
    old = workbook("1999-01-01T00:00:00Z", (1999, 1, 1, 0, 0, 0))
    new = workbook("2026-11-22T08:00:00Z", (2026, 11, 22, 8, 0, 0))
    assert old != new
    if name:
        assert archive([(name, old)]) == archive([(name, new)])
    assert restamp(old) == restamp(new)
    with opened(restamp(new)) as found:
        assert FIXED_DATE.encode() in found.read("docProps/core.xml")
        assert found.read("xl/workbook.xml") == b"<w/>"


def test_an_archive_of_ours_is_left_as_it_is():
    assert restamp(archive(MEMBERS)) == archive(MEMBERS)
