"""From the booth's form to one request to examine. What another terminal recorded and no field shows is kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from google.type.date_pb2 import Date

from console.web.form import Form
from ledger.errors import Fault, LintasError, invalid_field
from lintas.v1 import common_pb2, verification_pb2
from verifier.rpc.presentation import LARGEST_IMAGE_BYTES
from watchlist.partial_date import PartialDate

_TEXTS: Final = (
    "surname",
    "given_names",
    "document_number",
    "issuing_state",
    "nationality",
    "birth_place",
    "personal_number",
)
_DATES: Final = ("birth_date", "expiry_date", "issue_date")
PARTY_ROWS: Final = 3
LEG_ROWS: Final = 2
# as people write them at a counter: 12-03-1985, 12.03.1985, 12/03/1985
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})")

_Answer = Literal["one_way", "paid_in_cash", "route_own_choice"]


def examine_request(form: Form, known: verification_pb2.Case | None) -> verification_pb2.ExamineRequest:
    """The request. `known` is the case that is examined again. Raises LintasError naming the field."""
    request = verification_pb2.ExamineRequest()
    image = form.file("image") or form.file("photo")
    if len(image) > LARGEST_IMAGE_BYTES:
        # the service would say the same, if so large a message reached it
        raise LintasError(Fault.EXHAUSTED, "IMAGE_TOO_LARGE", "image: at most 8 MiB; send a smaller JPEG")
    if known is not None:
        _take_over(request, known, with_lines=not image)
    request.request_id = form.text("request_id")
    request.image = image
    request.retry = form.text("retry") == "1"
    if form.text("mrz_lines"):
        request.mrz_lines[:] = lines_of(form.text("mrz_lines"))
    if "visa_mrz_lines" in form.values:
        request.visa_mrz_lines[:] = lines_of(form.text("visa_mrz_lines"))
    if "surname" in form.values:
        _read_page(form, request.visual_zone)
    if "direction" in form.values:
        _read_journey(form, request.journey)
    if form.text("cues_shown"):
        request.journey.officer_cues[:] = form.texts("cue")
        request.journey.counter_cues[:] = form.texts("counter")
    return request


def _take_over(request: verification_pb2.ExamineRequest, known: verification_pb2.Case, *, with_lines: bool) -> None:
    presented = known.presented
    request.visual_zone.CopyFrom(presented.visual_zone)
    request.journey.CopyFrom(presented.journey)
    request.visa_mrz_lines.extend(presented.visa_mrz_lines)
    request.chip_mrz_lines.extend(presented.chip_mrz_lines)
    request.terminal_checks.extend(presented.terminal_checks)
    if with_lines:
        # the image is not kept: what was read of it stands for it
        request.mrz_lines.extend(presented.mrz_lines or known.examination.mrz.lines)


def lines_of(text: str) -> list[str]:
    """Lines as typed or as a reader sends them, empty ones left out, letters large."""
    return [line.strip().upper() for line in text.splitlines() if line.strip()]


def _read_page(form: Form, zone: verification_pb2.VisualZone) -> None:
    for name in _TEXTS:
        setattr(zone, name, form.text(name))
    for name in _DATES:
        zone.ClearField(name)
        if form.text(name):
            getattr(zone, name).CopyFrom(_date(form.text(name), f"visual_zone.{name}"))
    zone.sex = _enum(common_pb2.Sex, form.text("sex"), "visual_zone.sex")  # type: ignore[assignment]  # the number of one


def _read_journey(form: Form, journey: common_pb2.Journey) -> None:
    journey.direction = _enum(common_pb2.Direction, form.text("direction"), "journey.direction")  # type: ignore[assignment]
    journey.purpose = _enum(common_pb2.Purpose, form.text("purpose"), "journey.purpose")  # type: ignore[assignment]
    journey.ClearField("stay_until")
    if form.text("stay_until"):
        journey.stay_until.CopyFrom(_date(form.text("stay_until"), "journey.stay_until"))
    _read_legs(form, journey)
    _read_booking(form, journey)
    _read_visa(form, journey)
    _read_party(form, journey)


def _read_legs(form: Form, journey: common_pb2.Journey) -> None:
    for row in range(LEG_ROWS):
        origin, destination = form.text(f"origin_{row}").upper(), form.text(f"destination_{row}").upper()
        number = form.text(f"flight_{row}").upper()
        is_there = row < len(journey.legs)
        if not (origin or destination or number):
            if is_there:
                journey.legs[row].Clear()
            continue
        leg = journey.legs[row] if is_there else journey.legs.add()
        leg.origin, leg.destination, leg.number = origin, destination, number
    kept = [leg for leg in journey.legs if leg.ListFields()]
    copies = [common_pb2.Leg.FromString(leg.SerializeToString()) for leg in kept]
    del journey.legs[:]
    journey.legs.extend(copies)


def _read_booking(form: Form, journey: common_pb2.Journey) -> None:
    booking = common_pb2.Booking()
    booking.CopyFrom(journey.booking)
    booking.payer = _enum(common_pb2.Payer, form.text("payer"), "journey.booking.payer")  # type: ignore[assignment]
    booking.agency = form.text("agency")
    answers: tuple[_Answer, ...] = ("one_way", "paid_in_cash", "route_own_choice")
    for name in answers:
        booking.ClearField(name)
        if (answer := _answer(form.text(name))) is not None:
            setattr(booking, name, answer)
    booking.ClearField("group_size")
    if form.text("group_size"):
        booking.group_size = _number(form.text("group_size"), "journey.booking.group_size", 1, 10_000)
    journey.ClearField("booking")
    if booking.ListFields():
        journey.booking.CopyFrom(booking)


def _read_visa(form: Form, journey: common_pb2.Journey) -> None:
    journey.ClearField("visa")
    kind = _enum(common_pb2.VisaClass, form.text("visa_class"), "journey.visa.visa_class")
    days = form.text("max_stay_days")
    if kind or days:
        journey.visa.visa_class = kind  # type: ignore[assignment]
        if days:
            journey.visa.max_stay_days = _number(days, "journey.visa.max_stay_days", 0, 36_525)


def _read_party(form: Form, journey: common_pb2.Journey) -> None:
    known = [common_pb2.PartyMember.FromString(each.SerializeToString()) for each in journey.party]
    del journey.party[:]
    for row in range(PARTY_ROWS):
        member = known[row] if row < len(known) else common_pb2.PartyMember()
        _read_member(form, row, member)
        # a row that was emptied is somebody who was taken out
        if member.reference:
            journey.party.append(member)
    journey.party.extend(known[PARTY_ROWS:])
    journey.ClearField("party_complete")
    if (complete := _answer(form.text("party_complete"))) is not None:
        journey.party_complete = complete


def _read_member(form: Form, row: int, member: common_pb2.PartyMember) -> None:
    age, holds = form.text(f"age_{row}"), _answer(form.text(f"holds_{row}"))
    member.claimed_relation = form.text(f"relation_{row}")
    is_told = bool(member.claimed_relation or age or holds is not None)
    member.reference = form.text(f"member_{row}") or (f"companion-{row + 1}" if is_told else "")
    member.ClearField("age_years")
    if age:
        member.age_years = _number(age, f"journey.party[{row}].age_years", 0, 125)
    member.ClearField("holds_documents_of_traveller")
    if holds is not None:
        member.holds_documents_of_traveller = holds


def _answer(text: str) -> bool | None:
    return {"yes": True, "no": False}.get(text)


def _number(text: str, field: str, least: int, most: int) -> int:
    if not text.isdecimal() or not least <= int(text) <= most:
        raise invalid_field(field, f"a number from {least} to {most}")
    return int(text)


def _enum(wrapper: type, text: str, field: str) -> int:
    if not text:
        return 0
    try:
        return int(wrapper.Value(text))  # type: ignore[attr-defined]  # what protobuf generates
    except ValueError:
        raise invalid_field(field, "one of the list", reason="UNKNOWN_ENUM") from None


def _date(text: str, field: str) -> Date:
    """1985-03-12, 1985-03, 1985, or day first with the year in four digits."""
    day_first = _DAY_FIRST.fullmatch(text)
    iso = f"{day_first[3]}-{int(day_first[2]):02}-{int(day_first[1]):02}" if day_first else text
    try:
        date = PartialDate.parse(iso)
    except (ValueError, LintasError):
        raise invalid_field(field, "a date such as 1985-03-12 or 12-03-1985", reason="INVALID_DATE") from None
    return Date(year=date.year, month=date.month, day=date.day)


def legs_padded(journey: common_pb2.Journey) -> Sequence[common_pb2.Leg]:
    """As many as the form has rows."""
    return [*journey.legs[:LEG_ROWS], *(common_pb2.Leg() for _ in range(LEG_ROWS - len(journey.legs)))]


def party_padded(journey: common_pb2.Journey) -> Sequence[common_pb2.PartyMember]:
    """As many as the form has rows."""
    return [*journey.party[:PARTY_ROWS], *(common_pb2.PartyMember() for _ in range(PARTY_ROWS - len(journey.party)))]
