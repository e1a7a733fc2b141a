"""From evidence to one calibrated probability and a grade, for many candidates of one subject at once."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from ledger.text import Text
from watchlist.compare import birth_date
from watchlist.compare.alignment import Alignment, align
from watchlist.compare.birth_date import DateMatch
from watchlist.entry import Comparison, Entry, Evidence, Grade, NameStrength, Subject
from watchlist.issuers import same_state
from watchlist.names.prepared import Information, PreparedName, prepare
from watchlist.scoring import others
from watchlist.scoring.features import DATE_COLUMN, DATE_VALUE, NATIONALITY_COLUMN, name_features
from watchlist.scoring.model import Floats, Model
from watchlist.scoring.texts import DATE_TEXTS, nationality_text
from watchlist.scoring.texts import name_text as describe_name

# a name compared with many aliases fits one of them more easily
_NATS_PER_ALIAS_DOUBLING: Final = 0.25
_WEAK_NAME_NATS: Final = 0.8
_SECOND_DATES: Final = frozenset({DateMatch.EQUAL, DateMatch.SWAPPED, DateMatch.ONE_DIGIT})
_EXACT_QUALITY: Final = 0.97
_SHORTEST_LIST: Final = 100
_PROBABLE: Final = 0.5
_EXACT: Final = 0.8


@dataclass(frozen=True, slots=True)
class Prior:
    """What is known before looking: how many travellers are listed at all. The default expects one in 1,000.

    That is more than most borders see, so that a hit is rather shown than hidden; a post that knows better says so.
    """

    listed_share: float = 1 / 1_000

    def nats(self, list_size: int, calibrated_size: int) -> float:
        """Logarithm of the odds that the best hit is right, before looking at it.

        A list longer than the one that the model was calibrated on has more chances for an accidental fit, a shorter
        one fewer.
        """
        crowding = math.log(max(list_size, _SHORTEST_LIST) / calibrated_size)
        return math.log(self.listed_share / (1 - self.listed_share)) - crowding


@dataclass(frozen=True, slots=True)
class Named:
    """The names of one entry, ready to compare; `is_weak` says that the list calls a name weak."""

    names: tuple[tuple[PreparedName, bool], ...]

    @classmethod
    def of(cls, entry: Entry, information: Information) -> Named:
        """From an entry."""
        prepared = ((prepare(name.full, information), name.strength is NameStrength.WEAK) for name in entry.names)
        return cls(tuple((name, is_weak) for name, is_weak in prepared if name.words))


@dataclass(frozen=True, slots=True)
class _Best:
    """The best pair of names of a subject and an entry."""

    features: tuple[float, ...]
    found: Alignment
    seen: PreparedName
    listed: PreparedName
    penalty_nats: float


@dataclass(frozen=True, slots=True)
class Look:
    """A subject beside one entry: the best pair of names, what the birth dates say, and the model's row of features."""

    entry: Entry
    best: _Best | None
    date: DateMatch
    row: Floats


@dataclass(frozen=True, slots=True)
class Scorer:
    """Compares a subject with entries. Deterministic; weights are data (docs/matching.md)."""

    model: Model
    information: Information
    list_size: int
    prior: Prior = Prior()

    def compare(self, subject: Subject, entries: Sequence[Entry]) -> list[Comparison]:
        """One comparison an entry, in their order."""
        seen = self.looks(subject, entries)
        sums = self.model.sums(np.array([look.row for look in seen])) if seen else np.zeros(0)
        return [self._comparison(subject, look, float(total)) for look, total in zip(seen, sums, strict=True)]

    def looks(self, subject: Subject, entries: Sequence[Entry]) -> list[Look]:
        """What there is to see of the subject and each entry, before it is weighed."""
        names = [(prepare(name.full, self.information), name.truncated) for name in subject.names]
        return [self._look(subject, names, entry) for entry in entries]

    def _look(self, subject: Subject, names: Sequence[tuple[PreparedName, bool]], entry: Entry) -> Look:
        best = _best(names, Named.of(entry, self.information))
        date = birth_date.match(subject.birth_dates, entry.birth_dates)
        named = best.features if best is not None else _NO_NAME
        row = np.array((*named, DATE_VALUE[date], _nationality(subject, entry)), np.float64)
        return Look(entry, best, date, row)

    def _comparison(self, subject: Subject, look: Look, total: float) -> Comparison:
        entry, best, date, row = look.entry, look.best, look.date, look.row
        extra = others.evidence(subject, entry)
        known = best is not None
        name_total = total - best.penalty_nats if best is not None else -8.0
        nats = self.model.slope * name_total + self.model.intercept + sum(each.weight_nats for each in extra)
        nats += self.prior.nats(self.list_size, self.model.list_size)
        probability = 1 / (1 + math.exp(-max(min(nats, 40.0), -40.0)))
        evidence = (*self._learned(subject, entry, best, date, row), *extra) if probability > 0.001 else extra
        has_number = any(each.feature in others.NUMBERS and each.weight_nats > 0 for each in extra)
        quality = best.found.quality * min(row[7], row[8]) if known and best is not None else 0.0
        return Comparison(probability, grade_of(probability, quality, date, has_number=has_number), tuple(evidence))

    def _learned(
        self, subject: Subject, entry: Entry, best: _Best | None, date: DateMatch, row: Floats
    ) -> tuple[Evidence, ...]:
        """What the trees say of name, birth date and nationality; together with the prior it is the whole sum."""
        added = self.model.contributions(row) * self.model.slope
        on_date, on_state = float(added[DATE_COLUMN]), float(added[NATIONALITY_COLUMN])
        on_name = float(added.sum()) - on_date - on_state
        if best is None:
            name = Evidence(
                "name", "", "", on_name, Text(id="Nama tidak dapat dibandingkan.", en="No names to compare.")
            )
        else:
            seen, listed = " ".join(best.seen.words), " ".join(best.listed.words)
            name = Evidence("name", seen, listed, on_name - best.penalty_nats, describe_name(best.found))
        seen_dates = ", ".join(map(str, subject.birth_dates[:3]))
        listed_dates = ", ".join(map(str, entry.birth_dates[:3]))
        states = ", ".join(entry.nationalities[:3])
        return (
            name,
            Evidence("birth_date", seen_dates, listed_dates, on_date, DATE_TEXTS[date]),
            Evidence(
                "nationality", subject.nationality, states, on_state, nationality_text(_nationality(subject, entry))
            ),
        )


_NO_NAME: Final = (0.0,) * DATE_COLUMN


def _best(seen: Sequence[tuple[PreparedName, bool]], named: Named) -> _Best | None:
    """The pair of names that fits best; comparing with many costs a little."""
    best: _Best | None = None
    worth = -math.inf
    aliases = max(len(named.names), 1) * max(len(seen), 1)
    many = _NATS_PER_ALIAS_DOUBLING * math.log2(aliases)
    for name, may_be_cut in seen:
        for listed, is_weak in named.names:
            found = align(name, listed, may_be_cut=may_be_cut)
            if not found.pairs:
                continue
            penalty = many + (_WEAK_NAME_NATS if is_weak else 0.0)
            fit = found.shared_nats * found.quality - 0.5 * min(found.seen_left_nats, found.listed_left_nats) - penalty
            fit -= 0.25 * max(found.seen_left_nats, found.listed_left_nats)
            if fit > worth:
                worth = fit
                best = _Best(name_features(found, name, listed), found, name, listed, penalty)
    return best


def _nationality(subject: Subject, entry: Entry) -> float:
    if not subject.nationality or not entry.nationalities:
        return 0.0
    return 1.0 if any(same_state(subject.nationality, code) for code in entry.nationalities) else -1.0


def grade_of(probability: float, quality: float, date: DateMatch, *, has_number: bool) -> Grade:
    """Above POSSIBLE only with a second identifier beside the name (Permenkumham 38/2021 practice)."""
    if has_number and probability >= _PROBABLE:
        return Grade.EXACT
    if date is DateMatch.EQUAL and quality >= _EXACT_QUALITY and probability >= _EXACT:
        return Grade.EXACT
    if date in _SECOND_DATES and probability >= _PROBABLE:
        return Grade.PROBABLE
    return Grade.POSSIBLE
