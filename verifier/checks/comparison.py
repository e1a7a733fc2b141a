"""Two statements of the same fact: printed and machine readable, passport and visa, page and chip.

A comparison is None where one side says nothing: missing data is never held against a document.
"""

from __future__ import annotations

from collections.abc import Iterable

from verifier.model.visual_zone import VisualZone
from verifier.mrz.record import MrzRecord
from watchlist.entry import Sex
from watchlist.issuers import same_state
from watchlist.names.transliteration import could_be, to_mrz
from watchlist.partial_date import PartialDate


def names_agree(record: MrzRecord, surname: str, given_names: str) -> bool | None:
    """The MRZ's name may lawfully come from the printed one: other spelling, other division, cut for length.

    Who types a page may put the parts into each other's fields, or all into one: the words count, not the fields. A
    part in which nothing can stand in an MRZ (a dash, Han characters) says nothing.
    """
    mrz = _joined(record.value("primary_identifier"), record.value("secondary_identifier"))
    parts = [part for part in (surname, given_names) if to_mrz(part)]
    if not mrz or not parts:
        return None
    printed = {" ".join(parts), " ".join(reversed(parts))}
    seen = {mrz} if len(parts) > 1 else {mrz, _swapped(record), _of_part(record, is_surname=parts[0] == surname)}
    return any(could_be(one, other, truncated=record.names_truncated) for one in seen - {""} for other in printed)


def _swapped(record: MrzRecord) -> str:
    return _joined(record.value("secondary_identifier"), record.value("primary_identifier"))


def _of_part(record: MrzRecord, *, is_surname: bool) -> str:
    """Only one part was recorded: it must be found, the other says nothing."""
    return record.value("primary_identifier" if is_surname else "secondary_identifier")


def _joined(primary: str, secondary: str) -> str:
    return f"{primary} {secondary}".strip()


def dates_agree(possible: tuple[PartialDate, ...], other: PartialDate | None) -> bool | None:
    """One of the dates that two digits allow is the other; unknown parts agree with anything."""
    if not possible or other is None:
        return None
    return any(date.agrees_with(other) for date in possible)


def sexes_agree(one: Sex | None, other: Sex | None) -> bool | None:
    """X exists only in the visual zone; in an MRZ it is a filler, as is 'unspecified'."""
    if one is None or other is None or Sex.UNSPECIFIED in {one, other}:
        return None
    return one is other


def states_agree(one: str, other: str) -> bool | None:
    """Codes of the same state."""
    return same_state(one, other) if one and other else None


def numbers_agree(one: str, other: str) -> bool | None:
    """Document numbers, without the spaces and hyphens that pages print and MRZs cannot; a dash says nothing."""
    ours, theirs = _bare(one), _bare(other)
    return ours == theirs if ours and theirs else None


def _bare(number: str) -> str:
    return "".join(character for character in number.upper() if character.isalnum())


def against_page(record: MrzRecord, page: VisualZone) -> dict[str, bool | None]:
    """Every fact that MRZ and page may both state, by field name."""
    return {
        "primary_identifier": names_agree(record, page.surname, page.given_names),
        "document_number": numbers_agree(record.value("document_number"), page.document_number),
        "birth_date": dates_agree(record.birth_dates, page.birth_date),
        "expiry_date": dates_agree(record.expiry_dates, page.expiry_date),
        "sex": sexes_agree(record.sex, page.sex),
        "nationality": states_agree(record.value("nationality"), page.nationality),
        "issuing_state": states_agree(record.value("issuing_state"), page.issuing_state),
        "optional_data": _personal_number(record, page.personal_number),
    }


def _personal_number(record: MrzRecord, printed: str) -> bool | None:
    """Issuers choose which of the optional fields holds it, or leave it out: only a match says something."""
    fields = (record.value("optional_data"), record.value("optional_data_2"))
    number = _bare(printed)
    return True if number and any(number in _bare(field) for field in fields) else None


def against_record(one: MrzRecord, other: MrzRecord) -> dict[str, bool | None]:
    """The holder as two MRZs state them (passport and visa): name, birth date, sex, nationality."""
    either_cut = one.names_truncated or other.names_truncated
    names = [_joined(each.value("primary_identifier"), each.value("secondary_identifier")) for each in (one, other)]
    agree = could_be(names[0], names[1], truncated=either_cut) or could_be(names[1], names[0], truncated=either_cut)
    return {
        "primary_identifier": agree if all(names) else None,
        "birth_date": _any_agree(one.birth_dates, other.birth_dates),
        "sex": sexes_agree(one.sex, other.sex),
        "nationality": states_agree(one.value("nationality"), other.value("nationality")),
    }


def _any_agree(one: tuple[PartialDate, ...], other: tuple[PartialDate, ...]) -> bool | None:
    if not one or not other:
        return None
    return any(a.agrees_with(b) for a in one for b in other)


def differing(facts: dict[str, bool | None]) -> tuple[str, ...]:
    """Names of the facts that contradict."""
    return tuple(name for name, agrees in facts.items() if agrees is False)


def says_anything(facts: Iterable[bool | None]) -> bool:
    """At least one fact could be compared."""
    return any(agrees is not None for agrees in facts)
