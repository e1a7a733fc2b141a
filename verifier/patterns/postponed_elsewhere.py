"""An agency or payer whose travellers were postponed and then left from another post, or with another agency."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import ibis

from ledger.text import Text
from verifier.decision import Outcome
from verifier.model.journey import Direction
from verifier.patterns.allowed import marked, shown
from verifier.patterns.ground import Ground
from verifier.patterns.pattern import Bounds, Numbers, Pattern
from verifier.patterns.tables import DAY_S, IbisTable, unit

_MEASURES: Final = ("travellers", "unrelated")
_NO: Final = ibis.literal(value=False)


def _departed(ground: Ground, numbers: Numbers) -> IbisTable:
    """Departures within days of the same person's postponement, from elsewhere or with another agency."""
    span, all_rows = ground.span, ground.tables.crossings
    postponed = all_rows.filter(
        all_rows.crossed_at_s >= span.since_s,
        all_rows.crossed_at_s < span.until_s,
        all_rows.decision == Outcome.DEFER.value,
        all_rows.direction == Direction.DEPARTURE.value,
        all_rows.person_key.notnull(),
    ).select(
        postponed_person="person_key",
        postponed_at_s="crossed_at_s",
        postponed_port="port",
        postponed_agency="agency_id",
        postponed_key="crossing_key",
    )
    later = ground.tables.crossed(span, "person_key", direction=Direction.DEPARTURE)
    later = later.select(
        "crossing_key",
        "crossed_at_s",
        "port",
        "person_key",
        "party_key",
        "booking_key",
        "payer_key",
        "agency_id",
        unit=unit(later),
    )
    pairs = later.join(
        postponed,
        [
            later.person_key == postponed.postponed_person,
            later.crossed_at_s > postponed.postponed_at_s,
            later.crossed_at_s <= postponed.postponed_at_s + numbers["within_days"] * DAY_S,
        ],
    )
    # unknown is neither the same nor another: only two known values differ
    changed = (pairs.port != pairs.postponed_port).fill_null(_NO) | (
        pairs.agency_id != pairs.postponed_agency
    ).fill_null(_NO)
    return marked(pairs.filter(changed), ground.periods)


def _rows(ground: Ground, numbers: Numbers) -> IbisTable:
    departed = _departed(ground, numbers)
    agencies = departed.filter(departed.agency_id.notnull()).mutate(subject=departed.agency_id)
    payers = departed.filter(departed.payer_key.notnull()).mutate(subject=departed.payer_key.cast("string"))
    carried = agencies.union(payers)
    is_open = ~carried.is_allowed
    groups = carried.group_by("subject").agg(
        travellers=carried.person_key.nunique(),
        unrelated=carried.unit.nunique(),
        open_travellers=carried.person_key.nunique(where=is_open),
        open_unrelated=carried.unit.nunique(where=is_open),
    )
    least = numbers["least_unrelated"]
    groups = groups.filter(groups.unrelated >= least)
    groups = groups.mutate(is_suppressed=groups.open_unrelated < least)
    found = carried.join(groups, "subject")
    counts = {each: found.is_suppressed.ifelse(found[each], found[f"open_{each}"]) for each in _MEASURES}
    found = found.mutate(**counts)
    left = shown(found, "subject", *_MEASURES)
    before = found.filter(~found.is_suppressed & ~found.is_allowed)
    before = before.mutate(crossing_key=before.postponed_key, crossed_at_s=before.postponed_at_s)
    return left.union(before.select(left.columns)).distinct()


def _sentence(counts: Mapping[str, int]) -> Text:
    travellers = counts["travellers"]
    return Text(
        id=f"{travellers} orang yang keberangkatannya ditunda kemudian berangkat dari TPI lain atau dengan agen "
        "lain, semuanya lewat agen atau pembayar yang sama.",
        en=f"{travellers} persons whose departure had been postponed left later from another post or with another "
        "agency, all of them with the same agency or payer.",
    )


POSTPONED_ELSEWHERE: Final = Pattern(
    pattern_id="postponed_elsewhere",
    name=Text(id="Ditunda, lalu berangkat dari tempat lain", en="Postponed, then left from elsewhere"),
    innocent=Text(
        id="Orang melengkapi dokumen lalu berangkat dengan benar; di biro besar banyak yang pernah ditunda.",
        en="People complete their papers and leave rightly; a large agency has many who were once postponed.",
    ),
    numbers={"least_unrelated": Bounds(2, 100), "within_days": Bounds(1, 180)},
    measures=_MEASURES,
    rows=_rows,
    sentence=_sentence,
)
