"""Painting asks nothing of the machine, not even where it is."""

from __future__ import annotations

from briefdeck.pipeline import Order, make
from compose.outlines import gallery


def test_a_deck_is_painted_where_the_current_folder_is_gone(tmp_path, monkeypatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    given = make(gallery("Points", "Table"), Order(only="deck")).deck
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert make(gallery("Points", "Table"), Order(only="deck")).deck == given
