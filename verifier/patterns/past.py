"""From a handful of recorded crossings to what indicators may ask of the past. Pure: whoever has the rows calls it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from verifier.decision import Outcome
from verifier.model.journey import Direction
from verifier.patterns.crossing import NOT_CROSSED

DAY_S: Final = 86_400
_YEAR_S, _HALF_YEAR_S, _POSTPONED_S, _TIMELY_S = 365 * DAY_S, 180 * DAY_S, 30 * DAY_S, 90 * DAY_S
_MOST_DOCUMENTS: Final = 4  # more are several people who share name and birth date


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who crossed in a party."""

    party_key: int
    person_key: int | None
    is_minor: bool | None
    direction: Direction | None


@dataclass(frozen=True, slots=True)
class PastCrossing:
    """One earlier crossing of the person."""

    crossed_at_s: int
    port: str | None
    direction: Direction | None
    document_key: int | None
    document_expires_day: int | None
    party_key: int | None
    decision: str


@dataclass(frozen=True, slots=True)
class Past:
    """Earlier crossings of one person, oldest first, and the members of the parties that they were in."""

    own: Sequence[PastCrossing]
    members: Sequence[Member]
    person_key: int

    @property
    def crossed(self) -> list[PastCrossing]:
        """Those that took place as far as is known."""
        return [each for each in self.own if each.decision not in NOT_CROSSED]

    def postponed_elsewhere_days_ago(self, port: str | None, now_s: int) -> int | None:
        """Whole days since the last postponement at another post within 30 days; None for none, or not known."""
        if port is None:
            return None
        times = [
            each.crossed_at_s
            for each in self.own
            if each.decision == Outcome.DEFER.value
            and each.port not in {None, port}
            and now_s - _POSTPONED_S <= each.crossed_at_s <= now_s
        ]
        return (now_s - max(times)) // DAY_S if times else None

    def other_live_passport(self, document_key: int | None, direction: Direction | None, now_s: int) -> bool | None:
        """Another passport, valid today, was used in turn with this one and changed for it in the middle of a journey.

        A renewal, a passport lost abroad and a second one for service are none of this. None for no record.
        """
        if document_key is None or not self.own:
            return None
        known = [each for each in self.crossed if each.document_key is not None and each.direction is not None]
        if len({each.document_key for each in known} | {document_key}) > _MOST_DOCUMENTS:
            return None
        today = now_s // DAY_S
        first_s = min((each.crossed_at_s for each in known if each.document_key == document_key), default=now_s)
        live = {
            each.document_key
            for each in known
            if each.document_key != document_key
            and each.crossed_at_s > first_s
            and each.document_expires_day is not None
            and each.document_expires_day >= today
        }
        return any({document_key, each} in self._switches(known, document_key, direction) for each in live)

    def _switches(
        self, known: list[PastCrossing], document_key: int, direction: Direction | None
    ) -> list[set[int | None]]:
        """Pairs of documents that took each other's place in the middle of a journey."""
        steps = [(each.document_key, each.direction) for each in known]
        steps += [(document_key, direction)] if direction is not None else []
        outward = steps[0][1] if steps else None
        return [
            {before[0], after[0]}
            for before, after in pairwise(steps)
            if before[1] is outward and after[1] is not outward and before[0] != after[0]
        ]

    def minors_escorted(self, now_s: int) -> int | None:
        """Children of the last 365 days with whom the person crossed one way only, and came back without them."""
        recent = [each for each in self.crossed if each.crossed_at_s >= now_s - _YEAR_S]
        if not recent:
            return None
        ways: dict[int, set[Direction]] = {}
        for own in recent:
            for each in self._with(own):
                if each.is_minor and each.person_key is not None and own.direction is not None:
                    ways.setdefault(each.person_key, set()).add(own.direction)
        last: dict[Direction, int] = {each.direction: each.crossed_at_s for each in recent if each.direction}
        came_back = {
            each.person_key
            for own in recent
            if own.direction is not None
            and any(way is not own.direction and at_s > own.crossed_at_s for way, at_s in last.items())
            for each in self._with(own)
        }
        return sum(len(found) == 1 and child in came_back for child, found in ways.items())

    def companions(self, now_s: int) -> int | None:
        """How many different people the person left with in 180 days."""
        recent = [each for each in self.crossed if each.crossed_at_s >= now_s - _HALF_YEAR_S]
        if not recent:
            return None
        left = [each for each in recent if each.direction is Direction.DEPARTURE]
        return len({each.person_key for own in left for each in self._with(own) if each.person_key is not None})

    def returned_alone_percent(self, now_s: int) -> int | None:
        """Of the arrivals of 180 days whose party is known, how many in a hundred were alone."""
        back = [
            each
            for each in self.crossed
            if each.direction is Direction.ARRIVAL
            and each.party_key is not None
            and each.crossed_at_s >= now_s - _HALF_YEAR_S
        ]
        return sum(not self._with(each) for each in back) * 100 // len(back) if back else None

    def returned_trips(self, now_s: int) -> int | None:
        """Departures of 365 days that were followed by an arrival within 90 days."""
        recent = [each for each in self.crossed if each.direction and each.crossed_at_s >= now_s - _YEAR_S]
        pairs = pairwise(recent)
        found = sum(
            before.direction is Direction.DEPARTURE
            and after.direction is Direction.ARRIVAL
            and after.crossed_at_s - before.crossed_at_s <= _TIMELY_S
            for before, after in pairs
        )
        return found if recent else None

    def _with(self, own: PastCrossing) -> list[Member]:
        """Who else was in the party; unknown parties have no members."""
        if own.party_key is None:
            return []
        return [
            each
            for each in self.members
            if each.party_key == own.party_key
            and each.direction is own.direction
            and (each.person_key is None or each.person_key != self.person_key)
        ]


def most_strangers(rows: Iterable[tuple[int, int]]) -> int | None:
    """The most different units among rows of (contact key, unit); None for no rows at all."""
    units: dict[int, set[int]] = {}
    for contact, unit in rows:
        units.setdefault(contact, set()).add(unit)
    return max((len(each) for each in units.values()), default=None)
