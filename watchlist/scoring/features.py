"""The numbers that the model looks at: how two names align, what the birth dates and nationalities say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import cpdist

from watchlist.compare.alignment import Alignments
from watchlist.compare.birth_date import DateMatch
from watchlist.compare.vocabulary import Floats
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


def name_features(found: Alignments, seen: Sequence[PreparedName], listed: Sequence[PreparedName]) -> Floats:
    """The columns before `birth_date`, shape (pairs of names, columns)."""
    shared, seen_left, listed_left = found.shared_nats, found.seen_left_nats, found.listed_left_nats
    return np.column_stack(
        (
            shared,
            seen_left,
            listed_left,
            np.minimum(seen_left, listed_left),
            found.quality,
            found.weakest,
            found.pairs,
            shared / (shared + seen_left + 0.01),
            shared / (shared + listed_left + 0.01),
            found.seen_words,
            found.listed_words,
            _letters_alike(seen, listed),
            found.rarest,
            found.exact_nats,
        )
    )


def _letters_alike(seen: Sequence[PreparedName], listed: Sequence[PreparedName]) -> Floats:
    """0 to 1, of all words in the order of the alphabet."""
    if not seen:
        return np.zeros(0)
    ones, others = ([" ".join(sorted(name.words)) for name in names] for names in (seen, listed))
    alike: Floats = cpdist(ones, others, scorer=ratio, dtype=np.float64) / 100
    return alike
