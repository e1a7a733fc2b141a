"""The numbers that the model looks at: how two names align, what the birth dates and nationalities say."""

from __future__ import annotations

from typing import Final

from rapidfuzz.fuzz import ratio

from watchlist.compare.alignment import Alignment
from watchlist.compare.birth_date import DateMatch
from watchlist.names.prepared import PreparedName

NAMES: Final = (
    "shared_nats", "seen_left_nats", "listed_left_nats", "both_left_nats", "quality", "weakest", "pairs",
    "seen_share", "listed_share", "seen_words", "listed_words", "letters_alike", "rarest_nats", "exact_nats",
    "birth_date", "nationality",
)  # fmt: skip
DATE_COLUMN: Final = NAMES.index("birth_date")
NATIONALITY_COLUMN: Final = NAMES.index("nationality")
SEEN_SHARE: Final = NAMES.index("seen_share")
LISTED_SHARE: Final = NAMES.index("listed_share")

# from contradicting to equal; unknown stands in the middle, so missing data never counts against anyone
DATE_VALUE: Final = {
    DateMatch.DIFFERENT: 0.0,
    DateMatch.FEW_YEARS: 0.5,
    DateMatch.NEAR_YEAR: 1.0,
    DateMatch.UNKNOWN: 2.0,
    DateMatch.YEAR: 3.0,
    DateMatch.ONE_DIGIT: 3.5,
    DateMatch.SWAPPED: 4.0,
    DateMatch.EQUAL: 5.0,
}


def name_features(found: Alignment, seen: PreparedName, listed: PreparedName) -> tuple[float, ...]:
    """The columns before `birth_date`."""
    shared, seen_left, listed_left = found.shared_nats, found.seen_left_nats, found.listed_left_nats
    return (
        shared,
        seen_left,
        listed_left,
        min(seen_left, listed_left),
        found.quality,
        found.weakest,
        float(found.pairs),
        shared / (shared + seen_left + 0.01),
        shared / (shared + listed_left + 0.01),
        float(found.seen_words),
        float(found.listed_words),
        ratio(" ".join(sorted(seen.words)), " ".join(sorted(listed.words))) / 100,
        found.rarest,
        found.exact_nats,
    )
