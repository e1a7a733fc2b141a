"""One telephone or address is given by many travellers who are strangers to each other and do not come back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ledger.text import Text
from verifier.model.journey import Direction
from verifier.patterns.pattern import Numbers, Pattern
from verifier.patterns.same_payer import SHARED_NUMBERS
from verifier.patterns.shared_key import MEASURES, Shared, shared
from verifier.patterns.tables import DAY_S, IbisTable, Span, Tables


def with_contacts(tables: Tables, span: Span, numbers: Shared) -> IbisTable:
    """Departures of the span with `subject_key`, a contact that was named often enough to matter; a row a contact."""
    contacts = tables.contacts.filter(
        tables.contacts.crossed_at_s >= span.since_s, tables.contacts.crossed_at_s < span.until_s
    )
    often = contacts.group_by("contact_key").agg(times=contacts.crossing_id.count())
    # most telephones are named by one traveller: they never meet the large table
    contacts = contacts.semi_join(often.filter(often.times >= numbers.least_unrelated), "contact_key")
    contacts = contacts.select(subject_key="contact_key", named_in="crossing_key")
    rows = tables.crossed(span, direction=Direction.DEPARTURE)
    return rows.join(contacts, rows.crossing_key == contacts.named_in).drop("named_in")


def of_contacts(tables: Tables, span: Span, numbers: Shared) -> IbisTable:
    """Leads whose subject is a contact; for a burst, what was before the span counts, too."""
    before = (numbers.quiet_days + numbers.window_days) * DAY_S if numbers.most_before is not None else 0
    rows = with_contacts(tables, Span(span.since_s - before, span.until_s), numbers)

    def again(subjects: IbisTable) -> IbisTable:
        contacts = tables.contacts.filter(tables.contacts.crossed_at_s.between(span.since_s, span.until_s - 1))
        contacts = contacts.semi_join(subjects, contacts.contact_key == subjects.subject_key)
        contacts = contacts.select(subject_key="contact_key", named_in="crossing_key")
        wide = tables.evidence(span, direction=Direction.DEPARTURE)
        return wide.join(contacts, wide.crossing_key == contacts.named_in).drop("named_in")

    return shared(rows, tables, span, numbers, again=again, is_contact=True)


def _rows(tables: Tables, span: Span, numbers: Numbers) -> IbisTable:
    return of_contacts(tables, span, Shared(**numbers))


def _sentence(counts: Mapping[str, int]) -> Text:
    travellers, unrelated, unreturned = counts["travellers"], counts["unrelated"], counts["unreturned"]
    return Text(
        id=f"Satu kontak disebut pada {travellers} keberangkatan dari {unrelated} kelompok yang tidak saling terkait; "
        f"{unreturned} kelompok belum tercatat kembali.",
        en=f"One contact was named in {travellers} departures of {unrelated} parties that are strangers to each other; "
        f"{unreturned} of them have not been seen coming back.",
    )


SAME_CONTACT: Final = Pattern(
    pattern_id="same_contact",
    name=Text(
        id="Kontak yang sama untuk pelintas yang tidak saling terkait", en="Same contact of unrelated travellers"
    ),
    innocent=Text(
        id="Hotel, asrama, kampus, dan agen berizin memberikan nomor yang sama kepada banyak orang.",
        en="Hotels, dormitories, universities and licensed agencies give one number to many people.",
    ),
    numbers=SHARED_NUMBERS,
    measures=MEASURES,
    rows=_rows,
    sentence=_sentence,
)
