"""The holder and the document as keys: from what was read, without keeping any of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from verifier.indicators.age import ADULT_YEARS, age_on, ages
from verifier.model.visual_zone import VisualZone
from verifier.mrz.record import MrzRecord
from verifier.patterns.document_number import next_number
from verifier.patterns.keys import KeyKind, Keyring
from watchlist.names.transliteration import to_mrz
from watchlist.partial_date import PartialDate

_EPOCH: Final = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Identity:
    """Keys of a holder and a document; None is unknown. Fields as in `Crossing`."""

    person_key: int | None = None
    document_key: int | None = None
    document_next_key: int | None = None
    document_expires_day: int | None = None
    birth_year: int | None = None
    is_minor: bool | None = None


def identity_of(record: MrzRecord | None, zone: VisualZone, today: date, keyring: Keyring) -> Identity:
    """From the MRZ, and from the printed page where there is none or it leaves something open.

    The person is the words of the name in any order, since issuers divide names differently, and the whole birth date.
    A field whose check digit is wrong was perhaps misread, so nothing is made of it. Of two possible ages the younger
    counts.
    """
    birth = _birth(record, zone)
    state, number = _document(record, zone)
    found = ages((record,), zone.birth_date, today)
    youngest = min((each.youngest for each in found), default=None)
    return Identity(
        person_key=_person_key(record, zone, birth, keyring),
        document_key=keyring.key(KeyKind.DOCUMENT, state, number),
        document_next_key=keyring.key(KeyKind.DOCUMENT, state, next_number(number)),
        document_expires_day=_expires_day(record, zone),
        birth_year=birth.year or None if birth and age_on(birth, today) else None,
        is_minor=None if youngest is None else youngest < ADULT_YEARS,
    )


def _person_key(record: MrzRecord | None, zone: VisualZone, birth: PartialDate | None, keyring: Keyring) -> int | None:
    if birth is None or not birth.is_complete:
        return None
    names = [record.value("primary_identifier"), record.value("secondary_identifier")] if record else []
    if not any(names):
        names = [to_mrz(zone.surname), to_mrz(zone.given_names)]
    words = sorted(word for name in names for word in name.replace("<", " ").upper().split())
    return keyring.key(KeyKind.PERSON, " ".join(words), str(birth))


def _birth(record: MrzRecord | None, zone: VisualZone) -> PartialDate | None:
    """The printed date settles the century that an MRZ leaves open."""
    if zone.birth_date is not None and zone.birth_date.year:
        return zone.birth_date
    return record.birth_dates[0] if _is_sound(record, "birth_date") and record and record.birth_dates else None


def _document(record: MrzRecord | None, zone: VisualZone) -> tuple[str, str]:
    if record is not None and record.value("document_number"):
        sound = _is_sound(record, "document_number")
        return record.value("issuing_state"), _compact(record.value("document_number")) if sound else ""
    return zone.issuing_state, _compact(zone.document_number)


def _compact(number: str) -> str:
    return "".join(each for each in number.upper() if each.isalnum())


def _is_sound(record: MrzRecord | None, field: str) -> bool:
    return record is not None and field not in record.wrong_digits


def _expires_day(record: MrzRecord | None, zone: VisualZone) -> int | None:
    dates = [zone.expiry_date] if zone.expiry_date else []
    if record is not None and _is_sound(record, "expiry_date"):
        dates += record.expiry_dates
    day = next((found for each in dates if (found := each.as_date()) is not None), None)
    return None if day is None else (day - _EPOCH).days
