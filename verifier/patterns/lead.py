"""What patterns give: leads for an analyst, with evidence and counts, and what an allowance explains."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from ledger.text import Text
from verifier.patterns.pattern import Pattern
from verifier.patterns.tables import Span


@dataclass(frozen=True, slots=True)
class Lead:
    """A question for an analyst, not a finding on anybody.

    `subject` is what the crossings share, as a key or a licence. `counts` are the pattern's measures: strength is told
    as counts, never as a score. `crossing_ids` are the evidence, oldest first; of a suppressed lead only an example.
    """

    pattern_id: str
    subject: str
    text: Text
    innocent: Text
    counts: Mapping[str, int]
    crossing_ids: tuple[str, ...]
    first_s: int
    last_s: int
    is_suppressed: bool


@dataclass(frozen=True, slots=True)
class Report:
    """One run. `skipped_parties`: too large to pair adults with children; they are counted, not looked into."""

    span: Span
    leads: tuple[Lead, ...]
    crossings: int
    key_ids: tuple[str, ...]
    skipped_parties: int
    thresholds_digest: str

    @property
    def open_leads(self) -> tuple[Lead, ...]:
        """Without those that an allowance explains."""
        return tuple(each for each in self.leads if not each.is_suppressed)

    @property
    def suppressed(self) -> tuple[Lead, ...]:
        """What an allowance explains."""
        return tuple(each for each in self.leads if each.is_suppressed)


def leads_of(pattern: Pattern, rows: Iterable[Mapping[str, object]]) -> list[Lead]:
    """Rows ordered by subject, time and crossing, as leads, the strongest first."""
    found = [_lead(pattern, subject, list(group)) for subject, group in groupby(rows, lambda row: str(row["subject"]))]
    return sorted(found, key=lambda lead: (*(-lead.counts[each] for each in pattern.measures), lead.subject))


def _lead(pattern: Pattern, subject: str, rows: list[Mapping[str, object]]) -> Lead:
    counts = {each: _whole(rows[0][each]) for each in pattern.measures}
    is_suppressed = bool(rows[0]["is_suppressed"])
    rows = rows[:1] if is_suppressed else rows  # two of the same second: still one stands for all
    times = [_whole(row["crossed_at_s"]) for row in rows]
    return Lead(
        pattern_id=pattern.pattern_id,
        subject=subject,
        text=pattern.sentence(counts),
        innocent=pattern.innocent,
        counts=counts,
        crossing_ids=tuple(dict.fromkeys(str(row["crossing_id"]) for row in rows)),
        first_s=min(times),
        last_s=max(times),
        is_suppressed=is_suppressed,
    )


def _whole(value: object) -> int:
    # data bases give sums as decimals
    return int(str(value))
