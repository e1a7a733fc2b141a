"""From a document to the person that the watchlist is asked about."""

from __future__ import annotations

from verifier.model.visual_zone import VisualZone
from verifier.mrz.record import MrzRecord
from watchlist.entry import DocumentKey, Subject, SubjectName
from watchlist.partial_date import PartialDate


def subject_of(record: MrzRecord | None, visual_zone: VisualZone) -> Subject:
    """The holder as MRZ and visual zone state them; where the two differ, both are asked about."""
    return Subject(
        names=tuple(_names(record, visual_zone)),
        birth_dates=_birth_dates(record, visual_zone.birth_date),
        birth_place=visual_zone.birth_place,
        sex=(record.sex if record else None) or visual_zone.sex,
        nationality=(record.value("nationality") if record else "") or visual_zone.nationality,
        documents=tuple(_documents(record, visual_zone)),
        identity_numbers=(visual_zone.personal_number,) if visual_zone.personal_number else (),
    )


def _names(record: MrzRecord | None, visual_zone: VisualZone) -> list[SubjectName]:
    names = []
    if visual_zone.surname or visual_zone.given_names:
        full = f"{visual_zone.given_names} {visual_zone.surname}".strip()
        names.append(SubjectName(full, family=visual_zone.surname, given=visual_zone.given_names))
    if record is not None:
        family, given = record.value("primary_identifier"), record.value("secondary_identifier")
        if family or given:
            full = f"{given} {family}".strip()
            names.append(SubjectName(full, family=family, given=given, from_mrz=True, truncated=record.names_truncated))
    return names


def _birth_dates(record: MrzRecord | None, printed: PartialDate | None) -> tuple[PartialDate, ...]:
    """The printed date settles the century that an MRZ leaves open; a date that contradicts is asked about too."""
    possible = record.birth_dates if record else ()
    if printed is None:
        return possible
    return (printed, *possible) if not any(date.agrees_with(printed) for date in possible) else (printed,)


def _documents(record: MrzRecord | None, visual_zone: VisualZone) -> list[DocumentKey]:
    keys = []
    if record is not None and record.value("document_number"):
        keys.append(
            DocumentKey(record.value("issuing_state"), record.value("document_number"), record.value("document_code"))
        )
    if visual_zone.document_number and all(key.number != visual_zone.document_number for key in keys):
        keys.append(DocumentKey(visual_zone.issuing_state, visual_zone.document_number))
    return keys
