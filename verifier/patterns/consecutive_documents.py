"""One booking of strangers whose documents were issued one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ledger.text import Text
from verifier.patterns.allowed import marked, shown
from verifier.patterns.ground import Ground
from verifier.patterns.pattern import Bounds, Numbers, Pattern
from verifier.patterns.returned import with_returns
from verifier.patterns.tables import IbisTable

_MEASURES: Final = ("links", "travellers")


def _allowed_by_booking(rows: IbisTable) -> IbisTable:
    """Who comes home shows no agency: what is allowed on the way out is allowed for the whole booking."""
    allowed = rows.filter(rows.is_allowed).select(allowed_booking="booking_key").distinct()
    joined = rows.drop("is_allowed").left_join(allowed, rows.booking_key == allowed.allowed_booking)
    return joined.mutate(is_allowed=joined.allowed_booking.notnull()).drop("allowed_booking")


def _staying(rows: IbisTable, ground: Ground, numbers: Numbers) -> IbisTable:
    """Bookings of whose travellers enough are due and did not come back: tours and teams are on their way home."""
    departures = with_returns(ground.departures, ground.span, return_days=numbers["return_days"])
    departures = departures.select(departed_key="crossing_key", is_due="is_due", is_unreturned="is_unreturned")
    rows = rows.join(departures, rows.crossing_key == departures.departed_key)
    counts = rows.group_by("booking_key").agg(
        due=rows.document_key.nunique(where=rows.is_due),
        unreturned=rows.document_key.nunique(where=rows.is_unreturned),
    )
    return counts.filter(
        counts.unreturned >= numbers["least_links"],
        counts.unreturned * 100 >= counts.due * numbers["least_unreturned_percent"],
    )


def _of_strangers(ground: Ground, numbers: Numbers) -> IbisTable:
    """Crossings of bookings with several parties: a booking of one, as families make them, has no strangers in it."""
    rows = ground.tables.crossed(ground.span, "booking_key", "document_key", "party_key", "direction")
    sizes = rows.group_by("booking_key").agg(
        crossings=rows.document_key.count(), lowest=rows.party_key.min(), highest=rows.party_key.max()
    )
    sizes = sizes.filter(sizes.crossings > numbers["least_links"], sizes.lowest != sizes.highest)
    rows = rows.select(
        "crossing_key",
        "crossed_at_s",
        "direction",
        "document_key",
        "document_next_key",
        "party_key",
        "booking_key",
        "payer_key",
        "agency_id",
    ).semi_join(sizes, "booking_key")
    return ground.keep("pattern_consecutive_documents_strangers", rows)


def _rows(ground: Ground, numbers: Numbers) -> IbisTable:
    rows = _of_strangers(ground, numbers)
    sizes = rows.group_by("booking_key").agg(travellers=rows.document_key.nunique())
    sizes = sizes.filter(sizes.travellers > numbers["least_links"])
    rows = _allowed_by_booking(marked(rows.semi_join(sizes, "booking_key"), ground.periods))
    following = rows.select(
        next_booking="booking_key",
        next_document="document_key",
        next_direction="direction",
        next_party="party_key",
        next_key="crossing_key",
        next_at_s="crossed_at_s",
    )
    links = rows.join(
        following,
        [
            rows.booking_key == following.next_booking,
            rows.direction == following.next_direction,
            rows.document_next_key == following.next_document,
            rows.party_key != following.next_party,
        ],
    )
    is_open = ~links.is_allowed
    groups = links.group_by("booking_key").agg(
        links=links.document_key.nunique(),
        open_links=links.document_key.nunique(where=is_open),
    )
    groups = groups.filter(groups.links >= numbers["least_links"]).join(sizes, "booking_key")
    groups = groups.semi_join(_staying(rows, ground, numbers), "booking_key")
    groups = groups.mutate(is_suppressed=groups.open_links < numbers["least_links"])
    found = links.join(groups, "booking_key")
    links_counted = found.is_suppressed.ifelse(found.links, found.open_links)
    found = found.mutate(subject=found.booking_key.cast("string"), links=links_counted)
    lower = shown(found, "subject", *_MEASURES)
    upper = found.filter(~found.is_suppressed & ~found.is_allowed)
    upper = upper.mutate(crossing_key=upper.next_key, crossed_at_s=upper.next_at_s)
    return lower.union(upper.select(lower.columns)).distinct()


def _sentence(counts: Mapping[str, int]) -> Text:
    links, travellers = counts["links"], counts["travellers"]
    return Text(
        id=f"Dalam satu pemesanan {travellers} orang, {links} pasang dokumen bernomor urut walau pemegangnya tercatat "
        "tidak saling kenal.",
        en=f"In one booking of {travellers}, {links} pairs of documents follow each other in number although their "
        "holders are recorded as strangers.",
    )


CONSECUTIVE_DOCUMENTS: Final = Pattern(
    pattern_id="consecutive_documents",
    name=Text(id="Nomor dokumen berurutan dalam satu pemesanan", en="Consecutive document numbers in one booking"),
    innocent=Text(
        id="Rombongan yang mengurus paspor bersama: jemaah, karyawan, tim olahraga, keluarga besar.",
        en="Groups that applied together: group tours, staff, sports teams, large families.",
    ),
    numbers={
        "least_links": Bounds(1, 50),
        "return_days": Bounds(1, 365),
        "least_unreturned_percent": Bounds(0, 100),
    },
    measures=_MEASURES,
    rows=_rows,
    sentence=_sentence,
)
