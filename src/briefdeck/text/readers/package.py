"""The zip archives that .docx and .odt files are, opened with bounds: nothing is unpacked that has not been weighed.

XML is parsed without entities and without the network; a document type, which neither format has, is refused.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Any

from briefdeck.errors import BriefdeckError, Position, Problem

MOST_MEMBERS = 5_000
"""Files in the archive; a long book has some hundreds."""

LARGEST_MEMBER = 60_000_000
"""Bytes of one unpacked file."""

LARGEST_TOTAL = 200_000_000
"""Bytes that all files would unpack to."""

HIGHEST_RATIO = 300
"""Times by which a file of more than a megabyte may grow; running text grows by ten, XML of repeated rows by sixty."""

MOST_ELEMENTS = 1_000_000
"""Elements of one XML part: a thousand pages have half as many."""

DEEPEST = 200
"""Levels of elements within each other."""

_SMALL = 1_000_000
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_DAMAGED = "open it in Word or LibreOffice, save it again, and map that"


class Package:
    """An archive whose directory has been weighed; members are read by name and never written to the disk."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, ValueError, OSError):
            raise self.damaged("its directory cannot be read") from None
        self._members = {info.filename: info for info in infos}
        self._weigh(infos)

    def _weigh(self, infos: list[zipfile.ZipInfo]) -> None:
        if len(infos) > MOST_MEMBERS:
            raise self.refused(f"it holds {len(infos)} files, more than {MOST_MEMBERS}")
        if len(self._members) != len(infos):
            raise self.refused("it holds two files of one name")
        total = 0
        for info in infos:
            parts = info.filename.replace("\\", "/").split("/")
            if ".." in parts or parts[0] == "" or ":" in parts[0]:
                raise self.refused(f"a file in it is named {info.filename[:60]!r}, which leads out of it")
            total += info.file_size
            grown = info.file_size / max(1, info.compress_size)
            if info.file_size > LARGEST_MEMBER or total > LARGEST_TOTAL:
                raise self.refused("it unpacks to more than any document holds")
            if info.file_size > _SMALL and grown > HIGHEST_RATIO:
                raise self.refused(f"a file in it grows {grown:.0f} times when it is unpacked")
            if info.flag_bits & 1:
                raise self._problem("BD222", "this document is protected by a password", "save it without a password")

    def __contains__(self, member: str) -> bool:
        return member in self._members

    def read(self, member: str) -> bytes:
        """The bytes of a member, at most as many as the directory says."""
        info = self._members[member]
        try:
            with self._zip.open(info) as stream:
                data = stream.read(info.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError):
            raise self.damaged(f"{member[:60]} cannot be unpacked") from None
        if len(data) != info.file_size:
            raise self.damaged(f"{member[:60]} is not as long as it says")
        return data

    def xml(self, member: str) -> Any:
        """The root element of an XML member, or None when the archive has no such member."""
        if member not in self:
            return None
        from lxml import etree

        data = self.read(member)
        if _DECLARES.search(data):
            raise self.refused(f"{member[:60]} declares a document type, which no such document does")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            if "depth" in str(error):  # libxml2 stops before we count
                raise self.refused(f"{member[:60]} is nested too deeply or has too many parts") from None
            raise self.damaged(f"{member[:60]} is not well-formed") from None
        if root.getroottree().docinfo.internalDTD is not None:  # in an encoding of sixteen bits
            raise self.refused(f"{member[:60]} declares a document type, which no such document does")
        self._count(root, member)
        return root

    def _count(self, root: Any, member: str) -> None:
        from lxml import etree

        depth = 0
        for count, (event, _) in enumerate(etree.iterwalk(root, events=("start", "end"))):
            depth += 1 if event == "start" else -1
            if depth > DEEPEST or count > 2 * MOST_ELEMENTS:
                raise self.refused(f"{member[:60]} is nested too deeply or has too many parts")

    def damaged(self, why: str) -> BriefdeckError:
        """The file cannot be opened by anybody."""
        return self._problem("BD221", f"this document is damaged: {why}", _DAMAGED)

    def refused(self, why: str) -> BriefdeckError:
        """The file is built in a way that no editor writes."""
        return self._problem("BD220", f"this document is not read: {why}", _DAMAGED)

    def _problem(self, code: str, message: str, hint: str) -> BriefdeckError:
        return BriefdeckError([Problem(code, message, Position(self._name), hint)])
