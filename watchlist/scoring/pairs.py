"""Labelled or unlabelled pairs of names as a CSV gives them: columns name_a, dob_a, nat_a, name_b, dob_b, nat_b."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import Final

import numpy as np

from watchlist.compare import birth_date
from watchlist.compare.alignment import align_all
from watchlist.compare.birth_date import DateMatch
from watchlist.compare.vocabulary import Floats
from watchlist.issuers import same_state
from watchlist.names.fold import words
from watchlist.names.frequency import information
from watchlist.names.prepared import prepare
from watchlist.partial_date import PartialDate
from watchlist.scoring.features import DATE_VALUE, LISTED_SHARE, NAMES, SEEN_SHARE, name_features

Row = Mapping[str, str]
BATCH: Final = 4_096  # pairs looked at together: fewer cost more each, more cost more memory


@dataclass(frozen=True, slots=True)
class PairLooks:
    """Pairs as the model sees them: a row of `features` a pair, and what grades ask for."""

    features: Floats
    dates: tuple[DateMatch, ...]
    quality: Floats


class PairReader:
    """Turns rows into features. The `b` side stands for the list: it says which words are common there."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        listed = {row.get("name_b") or "" for row in rows}
        carriers = Counter(word for name in listed for word in set(words(name)))
        self._prepared = cache(partial(prepare, information=cache(information(carriers.__getitem__, len(listed)))))

    def features(self) -> Floats:
        """One row of features a pair, in the order of the rows."""
        parts = [self.looks(self._rows[start : start + BATCH]).features for start in range(0, len(self._rows), BATCH)]
        return np.concatenate(parts) if parts else np.zeros((0, len(NAMES)))

    def looks(self, rows: Sequence[Row]) -> PairLooks:
        """Some of the rows; whatever is missing or cannot be read counts as unknown."""
        names = [row.get("name_a") or "" for row in rows]
        seen, listed = list(map(self._prepared, names)), [self._prepared(row.get("name_b") or "") for row in rows]
        found = align_all(seen, listed, list(map(looks_cut, names)))
        named = name_features(found, seen, listed)
        dates = tuple(map(_date_match, rows))
        others = np.array([(DATE_VALUE[date], _nationality(row)) for date, row in zip(dates, rows, strict=True)])
        quality = found.quality * np.minimum(named[:, SEEN_SHARE], named[:, LISTED_SHARE])
        return PairLooks(np.column_stack((named, others.reshape(-1, 2))), dates, quality)


def _date_match(row: Row) -> DateMatch:
    return birth_date.match(read_dates(row.get("dob_a") or ""), read_dates(row.get("dob_b") or ""))


def _nationality(row: Row) -> float:
    first, second = row.get("nat_a") or "", row.get("nat_b") or ""
    return 0.0 if not (first and second) else 1.0 if same_state(first, second) else -1.0


def looks_cut(name: str) -> bool:
    """Written as an MRZ writes and as long as the name field of a card (30) or passport (39) allows, less `<<`."""
    is_full = len(name) + 1 in _FULL_FIELDS
    return is_full and name.isascii() and name.isupper() and name.replace(" ", "").isalpha()


# characters of name and the second filler between the identifiers; a field may end in one filler
_FULL_FIELDS: Final = frozenset({29, 30, 38, 39})


@lru_cache(maxsize=1 << 15)
def read_dates(text: str) -> tuple[PartialDate, ...]:
    """A birth date in a CSV; none where it is missing or no date."""
    try:
        return (PartialDate.parse(text),) if text.strip() else ()
    except ValueError:
        return ()
