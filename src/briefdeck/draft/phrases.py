"""The few words that drafting adds to a note, per language: an opening section's name, and "and" in a made title."""

from __future__ import annotations

from briefdeck.named import NamedTuple


class Phrases(NamedTuple):
    """What a drafted outline may say that the note does not."""

    overview: str
    joined: str  # two names: "{0} and {1}"
    colon: str = ": "


_PHRASES: dict[str, Phrases] = {
    "en": Phrases("Overview", "{0} and {1}"),
    "hi": Phrases("परिचय", "{0} और {1}"),
    "ru": Phrases("Обзор", "{0} и {1}"),
    "uk": Phrases("Огляд", "{0} і {1}"),
    "es": Phrases("Introducción", "{0} y {1}"),
    "fr": Phrases("Aperçu", "{0} et {1}", " : "),
    "de": Phrases("Überblick", "{0} und {1}"),
    "pt": Phrases("Visão geral", "{0} e {1}"),
    "zh": Phrases("概述", "{0}与{1}", "："),
    "ja": Phrases("概要", "{0}と{1}", "："),
    "ar": Phrases("نظرة عامة", "{0} و{1}"),
    "it": Phrases("Panoramica", "{0} e {1}"),
    "nl": Phrases("Overzicht", "{0} en {1}"),
    "pl": Phrases("Wprowadzenie", "{0} i {1}"),
    "tr": Phrases("Genel bakış", "{0} ve {1}"),
    "bn": Phrases("সংক্ষিপ্ত পরিচয়", "{0} ও {1}"),
    "ta": Phrases("முன்னுரை", "{0}, {1}"),
    "he": Phrases("מבט כללי", "{0} ו{1}"),
    "ko": Phrases("개요", "{0}, {1}"),
    "vi": Phrases("Tổng quan", "{0} và {1}"),
    "th": Phrases("ภาพรวม", "{0}และ{1}"),
    "el": Phrases("Επισκόπηση", "{0} και {1}"),
}


def phrases_for(lang: str) -> Phrases:
    """The phrases of a language; English for one that is not in the table."""
    return _PHRASES.get(lang.split("-", maxsplit=1)[0].lower(), _PHRASES["en"])
