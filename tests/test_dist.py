"""The committed dist/ is what outline.yaml gives, compared as uncompressed parts and streams."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pikepdf
import pytest

from briefdeck import cli

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build outline.yaml into a folder that lies as dist/ does, so that the embedded paths are the same."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("outline.yaml", "seeds"):
        (folder / name).symlink_to(ROOT / name)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        with pytest.raises(SystemExit) as ended:
            cli.main(["build"])
    assert not ended.value.code
    return folder / "dist"


def parts(deck: bytes) -> dict[str, bytes]:
    """Every part of a package, uncompressed."""
    with zipfile.ZipFile(io.BytesIO(deck)) as package:
        return {name: package.read(name) for name in package.namelist()}


def plain(thing: object) -> bytes:
    """An object as it is written, what it refers to only by number."""
    return thing.unparse() if isinstance(thing, pikepdf.Object) else repr(thing).encode()


def objects(brief: bytes) -> list[tuple[str, bytes]]:
    """Every object of a PDF with its stream uncompressed."""
    found = []
    with pikepdf.open(io.BytesIO(brief)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                keys = {key: plain(value) for key, value in thing.stream_dict.items() if key != "/Length"}
                found.append((repr(sorted(keys.items())), thing.read_bytes()))
            else:
                found.append((repr(plain(thing)), b""))
    return found


def test_the_deck_is_fresh(built: Path) -> None:
    """When this fails: run `make` and commit dist/."""
    assert parts((ROOT / "dist" / "deck.pptx").read_bytes()) == parts((built / "deck.pptx").read_bytes())


def test_the_brief_is_fresh(built: Path) -> None:
    """When this fails: run `make` and commit dist/."""
    assert objects((ROOT / "dist" / "brief.pdf").read_bytes()) == objects((built / "brief.pdf").read_bytes())


def test_the_comparison_sees_a_difference(built: Path) -> None:
    """A page with one operator more is not the same page."""
    with pikepdf.open(built / "brief.pdf") as pdf:
        contents = pdf.pages[0].Contents
        contents.write(contents.read_bytes() + b" q Q")
        changed = io.BytesIO()
        pdf.save(changed, deterministic_id=True)
    assert objects(changed.getvalue()) != objects((built / "brief.pdf").read_bytes())
