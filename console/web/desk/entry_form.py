"""From a supervisor's form to an entry, and back: one line a name, a date, a document."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any, Literal
from zoneinfo import ZoneInfo

from google.protobuf.timestamp_pb2 import Timestamp
from google.type.date_pb2 import Date

from console.web.form import Form
from ledger.errors import invalid_field
from lintas.v1 import common_pb2, watchlist_pb2
from watchlist.partial_date import PartialDate

_CODED: Mapping[str, Any] = {
    "kind": watchlist_pb2.EntryKind,
    "category": watchlist_pb2.Category,
    "action": watchlist_pb2.Action,
    "confidentiality": watchlist_pb2.Confidentiality,
}


def entry_of(form: Form, zone: ZoneInfo, known: watchlist_pb2.Entry | None = None) -> watchlist_pb2.Entry:
    """The entry that the form says. `known` keeps what no field shows. Raises LintasError naming the field."""
    entry = watchlist_pb2.Entry()
    if known is not None:
        entry.CopyFrom(known)
    for name, wrapper in _CODED.items():
        setattr(entry, name, _number(wrapper, form, name))
    for name in ("authority", "legal_ground", "remarks", "provenance", "photo_reference"):
        setattr(entry, name, form.text(name))
    # what has no sex, such as a document, leaves it empty
    entry.sex = _number(common_pb2.Sex, form, "sex") if form.text("sex") else 0  # type: ignore[assignment]  # a number
    del entry.names[:], entry.birth_dates[:], entry.documents[:]
    entry.names.extend(_names(form, known))
    entry.birth_dates.extend(_partial(line) for line in lines_of(form.text("birth_dates")))
    entry.birth_places[:] = lines_of(form.text("birth_places"))
    entry.nationalities[:] = form.text("nationalities").replace(",", " ").upper().split()
    entry.identity_numbers[:] = lines_of(form.text("identity_numbers"))
    entry.documents.extend(_document(line) for line in lines_of(form.text("documents")))
    entry.ClearField("valid_from")
    entry.ClearField("valid_until")
    for field in ("valid_from", "valid_until"):
        if form.text(field):
            getattr(entry, field).CopyFrom(midnight(form.text(field), zone, field))
    entry.ClearField("review_date")
    if form.text("review_date"):
        day = _day(form.text("review_date"), "review_date")
        entry.review_date.CopyFrom(Date(year=day.year, month=day.month, day=day.day))
    return entry


def filled(entry: watchlist_pb2.Entry, zone: ZoneInfo) -> Mapping[str, str]:
    """The entry as the form's fields hold it."""
    return {
        "kind": watchlist_pb2.EntryKind.Name(entry.kind),
        "category": watchlist_pb2.Category.Name(entry.category),
        "action": watchlist_pb2.Action.Name(entry.action),
        "confidentiality": watchlist_pb2.Confidentiality.Name(entry.confidentiality),
        "authority": entry.authority,
        "legal_ground": entry.legal_ground,
        "remarks": entry.remarks,
        "provenance": entry.provenance,
        "photo_reference": entry.photo_reference,
        "sex": common_pb2.Sex.Name(entry.sex) if entry.sex else "",
        "names": "\n".join(name.full for name in entry.names),
        "birth_dates": "\n".join(str(PartialDate(each.year, each.month, each.day)) for each in entry.birth_dates),
        "birth_places": "\n".join(entry.birth_places),
        "nationalities": " ".join(entry.nationalities),
        "identity_numbers": "\n".join(entry.identity_numbers),
        "documents": "\n".join(" ".join(filter(None, (k.issuer, k.number, k.code))) for k in entry.documents),
        "valid_from": _date_in(entry, "valid_from", zone),
        "valid_until": _date_in(entry, "valid_until", zone),
        "review_date": str(PartialDate(entry.review_date.year, entry.review_date.month, entry.review_date.day))
        if entry.HasField("review_date")
        else "",
    }


def lines_of(text: str) -> list[str]:
    """Lines that say something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def midnight(text: str, zone: ZoneInfo, field: str) -> Timestamp:
    """The first instant of that day at the post."""
    stamp = Timestamp()
    stamp.FromDatetime(datetime.combine(_day(text, field), time(), zone).astimezone(UTC))
    return stamp


def _names(form: Form, known: watchlist_pb2.Entry | None) -> list[watchlist_pb2.ListedName]:
    """The first is the main one, the others are aliases; parts and strength of known ones are kept."""
    kept = {name.full: name for name in known.names} if known else {}
    found = []
    for number, line in enumerate(lines_of(form.text("names"))):
        strength = watchlist_pb2.NAME_STRENGTH_STRONG if number else watchlist_pb2.NAME_STRENGTH_PRIMARY
        found.append(kept.get(line) or watchlist_pb2.ListedName(full=line, strength=strength))
    return found


def _partial(text: str) -> Date:
    try:
        found = PartialDate.parse(text)
    except ValueError as error:
        raise invalid_field("birth_dates", str(error), reason="INVALID_DATE") from None
    return Date(year=found.year, month=found.month, day=found.day)


def _document(line: str) -> watchlist_pb2.DocumentKey:
    """`IDN X1234567`, or `IDN X1234567 P`."""
    parts = line.replace(":", " ").upper().split()
    if not 2 <= len(parts) <= 3 or len(parts[0]) > 3:
        raise invalid_field("documents", "one a line: issuer, number, and the code if known, as in IDN X1234567 P")
    return watchlist_pb2.DocumentKey(issuer=parts[0], number=parts[1], code=parts[2] if len(parts) == 3 else "")


def _day(text: str, field: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise invalid_field(field, "not a date", reason="INVALID_DATE") from None


def _date_in(entry: watchlist_pb2.Entry, field: Literal["valid_from", "valid_until"], zone: ZoneInfo) -> str:
    if not entry.HasField(field):
        return ""
    instant: datetime = getattr(entry, field).ToDatetime(tzinfo=UTC)
    return instant.astimezone(zone).date().isoformat()


def _number(wrapper: Any, form: Form, name: str) -> int:
    text = form.text(name)
    known: dict[str, int] = dict(wrapper.items())
    if text not in known:
        raise invalid_field(name, "choose one")
    return known[text]
