"""Whether an indicator helps: what it found, what it cost, how sure that is, and an alert where it never helps."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from ledger.text import Text
from verifier.indicators.catalogue import Catalogue
from verifier.indicators.indicator import Mode
from verifier.outcome.feedback import IndicatorTally

# with 30 settled cases and none that helped, the true share is below 10 % with 95 % confidence (rule of three, 3/n)
ENOUGH_CASES: Final = 30
_Z_95: Final = 1.959964


class Alert(Enum):
    """What a supervisor should look at."""

    NEVER_HELPS = "never_helps"
    ALWAYS_CANCELLED = "always_cancelled"  # explained away every time: it asks for something innocent
    REVIEW_DUE = "review_due"


ALERT_TEXT: Final = {
    Alert.NEVER_HELPS: Text(
        id="Tidak satu pun rujukan dari petunjuk ini terbukti. Tinjau: ubah, uji coba, atau hapus.",
        en="None of the referrals with this indicator proved right. Review it: change it, put it on trial, or drop it.",
    ),
    Alert.ALWAYS_CANCELLED: Text(
        id="Petunjuk ini selalu gugur oleh penjelasan. Aturannya mungkin menangkap hal yang lazim.",
        en="This indicator was explained away every time. Its rule may describe something ordinary.",
    ),
    Alert.REVIEW_DUE: Text(
        id="Tanggal tinjauan petunjuk ini sudah tiba.", en="The review of this indicator has come due."
    ),
}


@dataclass(frozen=True, slots=True)
class Share:
    """A share of cases with its 95 % interval after Wilson; `of` is how many cases it rests on."""

    value: float
    low: float
    high: float
    of: int


@dataclass(frozen=True, slots=True)
class Performance:
    """One indicator over a period. `helped_share` is None while no outcome is known: nothing is claimed then."""

    tally: IndicatorTally
    name: Text
    mode: Mode
    helped_share: Share | None
    alerts: tuple[Alert, ...]


def wilson(successes: int, of: int) -> Share | None:
    """The share with its 95 % interval; None of nothing. Source: Wilson 1927, score interval."""
    if of <= 0:
        return None
    share, squared = successes / of, _Z_95 * _Z_95
    centre = (share + squared / (2 * of)) / (1 + squared / of)
    half = _Z_95 * math.sqrt(share * (1 - share) / of + squared / (4 * of * of)) / (1 + squared / of)
    # at the ends the bounds are the share itself, but for rounding
    return Share(share, min(max(centre - half, 0.0), share), max(min(centre + half, 1.0), share), of)


def performance(
    tallies: Iterable[IndicatorTally], catalogue: Catalogue, due: Iterable[str] = ()
) -> tuple[Performance, ...]:
    """All indicators of the policy, those with alerts first, then by how often they fired.

    Indicators that the policy no longer has are left out; those that never fired are there with zeros. `due` are ids
    whose review has come.
    """
    by_id = {tally.indicator_id: tally for tally in tallies}
    overdue = frozenset(due)
    found = []
    for identifier, indicator in catalogue.indicators.items():
        tally = by_id.get(identifier) or IndicatorTally(identifier)
        found.append(
            Performance(
                tally=tally,
                name=indicator.name,
                mode=indicator.mode,
                helped_share=wilson(tally.helped, tally.settled),
                alerts=tuple(_alerts(tally, is_due=identifier in overdue)),
            )
        )
    found.sort(key=lambda each: (not each.alerts, -each.tally.fired))
    return tuple(found)


def _alerts(tally: IndicatorTally, *, is_due: bool) -> Iterable[Alert]:
    if tally.settled >= ENOUGH_CASES and tally.helped == 0:
        yield Alert.NEVER_HELPS
    if tally.cancelled >= ENOUGH_CASES and tally.cancelled == tally.fired:
        yield Alert.ALWAYS_CANCELLED
    if is_due:
        yield Alert.REVIEW_DUE
