"""Codes of the record in words that a reader sees: acts, labels of quotations, languages."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.model import Act, Kind

ACTS: Mapping[str, str] = {
    Act.SAID: "said or written",
    Act.THOUGHT: "thought, meant or felt",
    Act.UNCLEAR: "possibly not a statement",
}
"""Each act in words, by its value in the record."""


def act_label(act: str) -> str:
    """Return an act in words, or its value if it has none."""
    return ACTS.get(act, act)


def quotation_label(kind: Kind, act: Act) -> str:
    """Return the label that a quotation must carry unless it is the speaker's own words, said or written; else ""."""
    if act is Act.SAID:
        return "paraphrase" if kind is Kind.INDIRECT else ""
    return act_label(act)


_LANGUAGES = {
    "ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
    "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "lt": "Lithuanian", "lv": "Latvian", "nb": "Norwegian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sr": "Serbian",
    "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def language_name(tag: str) -> str:
    """Return the English name of a language (BCP 47: "de", "de-AT"), without its region; else the tag itself."""
    return _LANGUAGES.get(tag.partition("-")[0].lower(), tag)
