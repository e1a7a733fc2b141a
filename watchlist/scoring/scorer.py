"""From evidence to one calibrated probability and a grade, for many candidates of one subject at once."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from ledger.text import Text
from watchlist.compare import birth_date
from watchlist.compare.birth_date import DateMatch
from watchlist.entry import Comparison, Entry, Evidence, Grade, Subject
from watchlist.issuers import same_state
from watchlist.names.prepared import PreparedName
from watchlist.scoring import others
from watchlist.scoring.best_names import BestNames, best_names
from watchlist.scoring.features import (
    DATE_COLUMN,
    DATE_VALUE,
    LISTED_SHARE,
    NAMES,
    NATIONALITY_COLUMN,
    SEEN_SHARE,
)
from watchlist.scoring.model import Floats, Model
from watchlist.scoring.texts import DATE_TEXTS, name_text, nationality_text

_SECOND_DATES: Final = frozenset({DateMatch.EQUAL, DateMatch.SWAPPED, DateMatch.ONE_DIGIT})
_EXACT_QUALITY: Final = 0.97
_SHORTEST_LIST: Final = 100
_PROBABLE: Final = 0.5
_EXACT: Final = 0.8
_EXPLAINED: Final = 0.001  # less likely ones are shown to nobody
_NO_NAME_NATS: Final = 8.0


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
class Look:
    """A subject beside one entry: the best pair of names, what the birth dates say, and the model's row of features."""

    entry: Entry
    best: BestNames | None
    date: DateMatch
    row: Floats

    @property
    def penalty_nats(self) -> float:
        """What many aliases or a weak one take off; without a readable name, what takes everything off."""
        return self.best.penalty_nats if self.best is not None else _NO_NAME_NATS

    @property
    def quality(self) -> float:
        """How well the names fit, 0 to 1."""
        if self.best is None:
            return 0.0
        return float(self.best.quality * min(self.row[SEEN_SHARE], self.row[LISTED_SHARE]))


@dataclass(frozen=True, slots=True)
class Scorer:
    """Compares a subject with entries. Deterministic; weights are data (docs/matching.md).

    `prepared` makes a name ready to compare, as the list has it (watchlist.names.prepared.prepare).
    """

    model: Model
    prepared: Callable[[str], PreparedName]
    list_size: int
    prior: Prior = Prior()

    def compare(self, subject: Subject, entries: Sequence[Entry]) -> list[Comparison]:
        """One comparison an entry, in their order."""
        seen = self.looks(subject, entries)
        if not seen:
            return []
        table = np.array([look.row for look in seen])
        learned = self._learned_nats(table, np.array([look.penalty_nats for look in seen]))
        prior = self.prior.nats(self.list_size, self.model.list_size)
        extra = others.evidence(subject, entries)
        return [self._comparison(subject, *each, prior) for each in zip(seen, learned.tolist(), extra, strict=True)]

    def _learned_nats(self, table: Floats, penalties: Floats) -> Floats:
        """Shape (rows, 3): what name, birth date and nationality say; nothing where one side does not know it.

        The trees are asked three times: without date and nationality, with the date, with both. Each answer less the
        one before is what was added, so that the three are the whole sum.
        """
        with_date, bare = table.copy(), table.copy()
        with_date[:, NATIONALITY_COLUMN] = bare[:, NATIONALITY_COLUMN] = 0.0
        bare[:, DATE_COLUMN] = DATE_VALUE[DateMatch.UNKNOWN]
        sums = self.model.sums(np.concatenate([bare, with_date, table])).reshape(3, len(table))
        bare_nats, date_nats, all_nats = self.model.nats(sums - penalties)
        return np.column_stack([bare_nats, date_nats - bare_nats, all_nats - date_nats])

    def looks(self, subject: Subject, entries: Sequence[Entry]) -> list[Look]:
        """What there is to see of the subject and each entry, before it is weighed."""
        bests = best_names(subject, entries, self.prepared)
        rows = np.zeros((len(entries), len(NAMES)))
        for row, best in zip(rows, bests, strict=True):
            if best is not None:
                row[:DATE_COLUMN] = best.features
        dates = [birth_date.match(subject.birth_dates, entry.birth_dates) for entry in entries]
        rows[:, DATE_COLUMN] = [DATE_VALUE[date] for date in dates]
        rows[:, NATIONALITY_COLUMN] = [_nationality(subject, entry) for entry in entries]
        return [Look(*each) for each in zip(entries, bests, dates, rows, strict=True)]

    def _comparison(
        self, subject: Subject, look: Look, learned: Sequence[float], extra: tuple[Evidence, ...], prior: float
    ) -> Comparison:
        nats = prior + sum(learned) + sum(each.weight_nats for each in extra)
        probability = 1 / (1 + math.exp(-max(min(nats, 40.0), -40.0)))
        evidence = (*_described(subject, look, learned), *extra) if probability > _EXPLAINED else extra
        has_number = any(each.feature in others.NUMBERS and each.weight_nats > 0 for each in extra)
        grade = grade_of(probability, look.quality, look.date, has_number=has_number)
        return Comparison(probability, grade, evidence)


def _described(subject: Subject, look: Look, learned: Sequence[float]) -> tuple[Evidence, ...]:
    """What the trees say, in words; with the other evidence and the prior it is the whole sum."""
    on_name, on_date, on_state = learned
    best, entry = look.best, look.entry
    if best is None:
        text = Text(id="Nama tidak dapat dibandingkan.", en="No names to compare.")
        name = Evidence("name", "", "", on_name, text)
    else:
        name = Evidence(
            "name", " ".join(best.seen.words), " ".join(best.listed.words), on_name, name_text(best.alignment)
        )
    seen_dates = ", ".join(map(str, subject.birth_dates[:3]))
    listed_dates = ", ".join(map(str, entry.birth_dates[:3]))
    states = ", ".join(entry.nationalities[:3])
    state_text = nationality_text(_nationality(subject, entry))
    return (
        name,
        Evidence("birth_date", seen_dates, listed_dates, on_date, DATE_TEXTS[look.date]),
        Evidence("nationality", subject.nationality, states, on_state, state_text),
    )


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
