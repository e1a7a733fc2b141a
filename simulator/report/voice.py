"""In which language a report speaks: Indonesian, English, or both side by side."""

from __future__ import annotations

from enum import Enum

from ledger.text import Text


class Voice(Enum):
    """`BOTH` puts Indonesian first and English after it."""

    INDONESIAN = "id"
    ENGLISH = "en"
    BOTH = "both"

    @property
    def languages(self) -> tuple[str, ...]:
        """Language tags, the leading one first."""
        return ("id", "en") if self is Voice.BOTH else (self.value,)

    def said(self, text: Text) -> tuple[str, ...]:
        """The text in each language; once where both say the same, as numbers without a fraction do.

        A text that is missing in a language is said in the other one.
        """
        texts = tuple(text.in_language(language) or text.en or text.id for language in self.languages)
        return texts[:1] if len(set(texts)) == 1 else texts

    def line(self, text: Text) -> str:
        """The text on one line, "Indonesian · English"."""
        return " · ".join(part for part in self.said(text) if part)

    def lines(self, text: Text) -> str:
        """The text with each language on a line of its own."""
        return "\n".join(part for part in self.said(text) if part)
