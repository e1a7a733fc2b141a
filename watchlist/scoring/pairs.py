"""Labelled or unlabelled pairs of names as a CSV gives them: columns name_a, dob_a, nat_a, name_b, dob_b, nat_b."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from watchlist.compare import birth_date
from watchlist.compare.alignment import align
from watchlist.compare.birth_date import DateMatch
from watchlist.issuers import same_state
from watchlist.names.fold import words
from watchlist.names.frequency import information
from watchlist.names.prepared import PreparedName, prepare
from watchlist.partial_date import PartialDate
from watchlist.scoring.features import DATE_VALUE, LISTED_SHARE, SEEN_SHARE, name_features

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PairLook:
    """A pair as the model sees it."""

    features: tuple[float, ...]
    date: DateMatch
    quality: float


class PairReader:
    """Turns rows into features. The `b` side stands for the list: it says which words are common there."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        listed = {row.get("name_b") or "" for row in rows}
        carriers = Counter(word for name in listed for word in set(words(name)))
        self._information = cache(information(carriers.__getitem__, len(listed)))
        self._prepared: dict[str, PreparedName] = {}

    def features(self) -> Iterator[tuple[float, ...]]:
        """One row of features a pair, in the order of the rows."""
        return (self.look(row).features for row in self._rows)

    def look(self, row: Row) -> PairLook:
        """One pair; whatever is missing or cannot be read counts as unknown."""
        seen, listed = self._name(row.get("name_a") or ""), self._name(row.get("name_b") or "")
        date = birth_date.match(read_dates(row.get("dob_a") or ""), read_dates(row.get("dob_b") or ""))
        first, second = row.get("nat_a") or "", row.get("nat_b") or ""
        nationality = 0.0 if not (first and second) else 1.0 if same_state(first, second) else -1.0
        found = align(seen, listed, may_be_cut=looks_cut(row.get("name_a") or ""))
        named = name_features(found, seen, listed)
        quality = found.quality * min(named[SEEN_SHARE], named[LISTED_SHARE])
        return PairLook((*named, DATE_VALUE[date], nationality), date, quality)

    def _name(self, name: str) -> PreparedName:
        if name not in self._prepared:
            self._prepared[name] = prepare(name, self._information)
        return self._prepared[name]


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
