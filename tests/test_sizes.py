"""What is written can be read again: a file that later runs would refuse is refused before it is written."""

from __future__ import annotations

import pytest

from briefdeck import cli, files


def test_a_deck_too_large_to_be_read_again_is_not_written(tmp_path, monkeypatch, capsys):
    source, folder = tmp_path / "outline.yaml", tmp_path / "out"
    source.write_text('title: "Rain"\nsections:\n  - title: "Clouds"\n    points: ["They cool."]\n', encoding="utf-8")
    monkeypatch.setattr(files, "LARGEST_INPUT", 20 * 1024)
    with pytest.raises(SystemExit) as ended:
        cli.main(["build", str(source), "-o", str(folder)])
    assert ended.value.code == 1
    said = capsys.readouterr().err
    assert "BD508" in said and "outline.yaml" in said and "--max-slides" in said
    assert not list(folder.glob("*")) if folder.exists() else True
