"""Conversions between wire and domain for the watchlist, shared with the verifier."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from google.type.date_pb2 import Date

from ledger.errors import invalid_field
from ledger.rpc.convert import enum_to_wire, instant_to_wire, text_to_wire
from lintas.v1 import common_pb2, watchlist_pb2
from watchlist.entry import (
    DocumentKey,
    Entry,
    Evidence,
    Hit,
    ListedName,
    SearchResult,
    Sex,
    Subject,
    SubjectName,
)
from watchlist.partial_date import PartialDate
from watchlist.standing import Confidentiality, EntryLink, Objection, Override

_SEX_TO_WIRE = {
    Sex.FEMALE: common_pb2.SEX_FEMALE,
    Sex.MALE: common_pb2.SEX_MALE,
    Sex.UNSPECIFIED: common_pb2.SEX_X,
}
_LONGEST_TEXT = 1000  # characters; no travel document holds more in one field


def bounded(text: str, field: str, longest: int = _LONGEST_TEXT) -> str:
    """The text, or LintasError naming `field` where it is longer than any document could hold."""
    if len(text) > longest:
        raise invalid_field(field, f"at most {longest} characters", reason="TEXT_TOO_LONG")
    return text


def date_to_wire(date: PartialDate) -> Date:
    """Unknown parts are 0, as google.type.Date has it."""
    return Date(year=date.year, month=date.month, day=date.day)


def date_from_wire(date: Date, field: str) -> PartialDate:
    """Raises LintasError naming `field` for dates that do not exist."""
    try:
        return PartialDate(date.year, date.month, date.day)
    except ValueError as error:
        raise invalid_field(field, str(error), reason="INVALID_DATE") from None


def sex_to_wire(sex: Sex | None) -> common_pb2.Sex:
    """Unspecified for None."""
    return _SEX_TO_WIRE[sex] if sex is not None else common_pb2.SEX_UNSPECIFIED


def sex_from_wire(number: int, field: str) -> Sex | None:
    """None for unspecified. Raises LintasError naming `field` for unknown numbers."""
    if number == common_pb2.SEX_UNSPECIFIED:
        return None
    for sex, known in _SEX_TO_WIRE.items():
        if known == number:
            return sex
    raise invalid_field(field, "unknown value; see docs/api.md", reason="UNKNOWN_ENUM")


def entry_to_wire(entry: Entry, now: datetime, *, sees_ground: bool = False) -> watchlist_pb2.Entry:
    """The entry with its state by law at `now`.

    Of a restricted entry only `sees_ground` shows authority, ground, reason and provenance: an officer needs to know
    what to do, not why.
    """
    if entry.confidentiality is Confidentiality.RESTRICTED and not sees_ground:
        entry = replace(entry, authority="", provenance="", legal_ground="", remarks="", photo_reference="")
    return watchlist_pb2.Entry(
        name=f"entries/{entry.entry_id}",
        list_id=entry.list_id,
        kind=enum_to_wire("ENTRY_KIND", entry.kind),
        category=enum_to_wire("CATEGORY", entry.category),
        action=enum_to_wire("ACTION", entry.action),
        authority=entry.authority,
        provenance=entry.provenance,
        names=[_listed_name(name) for name in entry.names],
        birth_dates=[date_to_wire(date) for date in entry.birth_dates],
        birth_places=entry.birth_places,
        sex=sex_to_wire(entry.sex),
        nationalities=entry.nationalities,
        documents=[document_to_wire(key) for key in entry.documents],
        identity_numbers=entry.identity_numbers,
        legal_ground=entry.legal_ground,
        remarks=entry.remarks,
        valid_from=instant_to_wire(entry.valid_from),
        valid_until=instant_to_wire(entry.valid_until),
        revoke_time=instant_to_wire(entry.revoked_at),
        state=enum_to_wire("ENTRY_STATE", entry.state_at(now)),
        etag=str(entry.version),
        confidentiality=enum_to_wire("CONFIDENTIALITY", entry.confidentiality),
        review_date=date_to_wire(PartialDate.of(entry.review_on)) if entry.review_on else None,
        photo_reference=entry.photo_reference,
        links=[_link(link) for link in entry.links],
        objections=[_objection(objection) for objection in entry.all_objections],
        extensions=entry.extensions,
        mask_time=instant_to_wire(entry.masked_at),
        override=_override(entry.override) if entry.override else None,
    )


def _listed_name(name: ListedName) -> watchlist_pb2.ListedName:
    strength = enum_to_wire("NAME_STRENGTH", name.strength)
    return watchlist_pb2.ListedName(
        full=name.full, family=name.family, given=name.given, strength=strength, script=name.script
    )


def _link(link: EntryLink) -> watchlist_pb2.EntryLink:
    return watchlist_pb2.EntryLink(kind=enum_to_wire("LINK_KIND", link.kind), entry=f"entries/{link.entry_id}")


def _objection(objection: Objection) -> watchlist_pb2.Objection:
    return watchlist_pb2.Objection(
        reference=objection.reference,
        state=enum_to_wire("OBJECTION_STATE", objection.state),
        file_time=instant_to_wire(objection.filed_at),
        decide_time=instant_to_wire(objection.decided_at),
    )


def _override(override: Override) -> watchlist_pb2.Override:
    return watchlist_pb2.Override(
        kind=enum_to_wire("OVERRIDE_KIND", override.kind),
        since_time=instant_to_wire(override.since),
        until_time=instant_to_wire(override.until),
    )


def document_to_wire(key: DocumentKey) -> watchlist_pb2.DocumentKey:
    """Issuer, number, code."""
    return watchlist_pb2.DocumentKey(issuer=key.issuer, number=key.number, code=key.code)


def hit_to_wire(hit: Hit, now: datetime, *, sees_ground: bool = False) -> watchlist_pb2.Hit:
    """The hit with its evidence."""
    message = watchlist_pb2.Hit(
        entry=entry_to_wire(hit.entry, now, sees_ground=sees_ground),
        grade=enum_to_wire("GRADE", hit.comparison.grade),
        probability=hit.comparison.probability,
        evidence=[_evidence(evidence) for evidence in hit.comparison.evidence],
    )
    if hit.homonyms_per_10_000 is not None:
        message.homonyms_per_10000 = hit.homonyms_per_10_000
    return message


def _evidence(evidence: Evidence) -> watchlist_pb2.Evidence:
    return watchlist_pb2.Evidence(
        feature=evidence.feature,
        observed=evidence.observed,
        listed=evidence.listed,
        weight_nats=evidence.weight_nats,
        text=text_to_wire(evidence.text),
    )


def result_to_wire(result: SearchResult, now: datetime, *, sees_ground: bool = False) -> watchlist_pb2.SearchResponse:
    """All hits, best first."""
    return watchlist_pb2.SearchResponse(
        hits=[hit_to_wire(hit, now, sees_ground=sees_ground) for hit in result.hits],
        watchlist_version=result.list_version,
        watchlist_entries=result.searched_entries,
        notes=[text_to_wire(note) for note in result.notes],
    )


def subject_from_wire(request: watchlist_pb2.SearchRequest) -> Subject:
    """Whom the request describes. Raises LintasError naming the field that is wrong, or SUBJECT_EMPTY."""
    subject = Subject(
        names=tuple(_subject_name(name, f"names[{i}]") for i, name in enumerate(request.names)),
        birth_dates=tuple(date_from_wire(date, f"birth_dates[{i}]") for i, date in enumerate(request.birth_dates)),
        birth_place=bounded(request.birth_place, "birth_place"),
        sex=sex_from_wire(request.sex, "sex"),
        nationality=bounded(request.nationality, "nationality", 3).upper(),
        documents=tuple(_documents(request.documents)),
        identity_numbers=tuple(
            bounded(number, f"identity_numbers[{i}]", 64) for i, number in enumerate(request.identity_numbers)
        ),
    )
    if not (subject.names or subject.documents or subject.identity_numbers):
        raise invalid_field(
            "names", "give at least one of names, documents, identity_numbers, mrz_lines", reason="SUBJECT_EMPTY"
        )
    return subject


def _subject_name(name: watchlist_pb2.SubjectName, field: str) -> SubjectName:
    full = name.full or f"{name.given} {name.family}".strip()
    if not full.strip():
        raise invalid_field(field, "empty name")
    return SubjectName(
        bounded(full, field),
        family=bounded(name.family, f"{field}.family"),
        given=bounded(name.given, f"{field}.given"),
    )


def _documents(keys: Iterable[watchlist_pb2.DocumentKey]) -> Iterable[DocumentKey]:
    for i, key in enumerate(keys):
        if not key.number.strip():
            raise invalid_field(f"documents[{i}].number", "empty number")
        number = bounded(key.number, f"documents[{i}].number", 64)
        yield DocumentKey(bounded(key.issuer, f"documents[{i}].issuer", 3).upper(), number.upper(), key.code.upper())
