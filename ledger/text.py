"""Sentences for people, always in both of Lintas's languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """The same sentence in Indonesian (`id`) and English (`en`)."""

    id: str
    en: str

    def in_language(self, language: str) -> str:
        """Indonesian for `id`, English for anything else."""
        return self.id if language == "id" else self.en
