"""What kinds, topics, levels and tools of scenarios are called: what templates of the library call `w`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ledger.text import Text
from simulator.report.scenario_words import (
    ACTS,
    CASE_CLASSES,
    COMPETENCIES,
    DOCUMENT_TYPES,
    LEVELS,
    REGIONS,
    STYLES,
    TOOLS,
    TOPICS,
    word,
)

_EASY_LOGIT: Final = -0.25
_HARD_LOGIT: Final = 0.45


def level_of(difficulty_logit: float) -> str:
    """Key of LEVELS. The bounds part the 44 scenarios of Lintas into three about equal groups."""
    if difficulty_logit < _EASY_LOGIT:
        return "easy"
    return "hard" if difficulty_logit > _HARD_LOGIT else "middle"


def options(words: Mapping[str, Text], language: str) -> list[tuple[str, str]]:
    """For a choice: keys and words in that language."""
    return [(key, text.in_language(language)) for key, text in words.items()]


__all__ = [
    "ACTS",
    "CASE_CLASSES",
    "COMPETENCIES",
    "DOCUMENT_TYPES",
    "LEVELS",
    "REGIONS",
    "STYLES",
    "TOOLS",
    "TOPICS",
    "level_of",
    "options",
    "word",
]
