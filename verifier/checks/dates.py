"""Expiry and plausibility of dates. TR-03135 part 1, 5.7.1."""

from __future__ import annotations

from datetime import date
from typing import Final

from ledger.text import Text
from verifier.model.check import CheckGroup, CheckOutcome, CheckResult
from verifier.model.visual_zone import VisualZone
from verifier.mrz.record import MrzRecord
from watchlist.partial_date import PartialDate

_EXPIRED: Final = Text(id="Masa berlaku dokumen sudah habis.", en="The document has expired.")
_NO_EXPIRY: Final = Text(
    id="Tanggal habis masa berlaku tidak ada atau tidak terbaca.", en="No date of expiry, or not a readable one."
)
_NO_EXPIRY_ON_CARD: Final = Text(
    id="Kartu ini tidak memuat tanggal habis masa berlaku di MRZ.", en="This card has no date of expiry in its MRZ."
)
_BORN_LATER: Final = Text(
    id="Tanggal lahir tidak mungkin: di masa depan atau setelah dokumen habis masa berlakunya.",
    en="The birth date is impossible: in the future, or after the document expires.",
)
_PARTIAL: Final = Text(
    id="Sebagian tanggal lahir tidak diketahui; ini diperbolehkan.",
    en="Part of the birth date is unknown; that is lawful.",
)


def expiry_day(record: MrzRecord | None, visual_zone: VisualZone) -> date | None:
    """The last day of validity; the printed date stands in where the MRZ has none. None where a part is unknown."""
    found = record.expiry_dates[0] if record is not None and record.expiry_dates else visual_zone.expiry_date
    return found.as_date() if found else None


def expiry(record: MrzRecord, visual_zone: VisualZone, today: date) -> CheckOutcome:
    """Valid through its last day, midnight at the post."""
    field = record.field_named("expiry_date")
    day = expiry_day(record, visual_zone)
    if day is None:
        if field is None:
            return _outcome("combined.expiry", CheckResult.NOT_SUPPORTED, _NO_EXPIRY_ON_CARD)
        return _outcome("combined.expiry", CheckResult.UNDETERMINED, _NO_EXPIRY)
    if day < today:
        return _outcome("combined.expiry", CheckResult.FAILED, _EXPIRED, fields=("expiry_date",))
    return _outcome("combined.expiry", CheckResult.SUCCESSFUL)


def plausible(record: MrzRecord, visual_zone: VisualZone, today: date) -> CheckOutcome:
    """The birth date exists and lies before today and before the expiry; unknown parts are lawful (9303-3 §4.8)."""
    field = record.field_named("birth_date")
    if field is None:
        return _outcome("combined.dates", CheckResult.ABORTED)
    births = record.birth_dates or ((visual_zone.birth_date,) if visual_zone.birth_date else ())
    fields = ("birth_date",)
    if not births:
        unknown = not field.raw.strip("<")
        reason = _PARTIAL if unknown else _BORN_LATER
        result = CheckResult.SUCCESSFUL if unknown else CheckResult.FAILED
        return _outcome("combined.dates", result, reason, fields=fields)
    ends = record.expiry_dates[0] if record.expiry_dates else None
    if all(_is_later(birth, PartialDate.of(today)) or _is_later(birth, ends) for birth in births):
        return _outcome("combined.dates", CheckResult.FAILED, _BORN_LATER, fields=fields)
    reasons = () if births[0].is_complete else (_PARTIAL,)
    return _outcome("combined.dates", CheckResult.SUCCESSFUL, *reasons)


def _is_later(birth: PartialDate, limit: PartialDate | None) -> bool:
    """Surely later: only known parts count."""
    if limit is None or not birth.year:
        return False
    if birth.year != limit.year or not birth.month:
        return birth.year > limit.year
    return (birth.month, birth.day or 1) > (limit.month, limit.day)


def _outcome(check_id: str, result: CheckResult, *reasons: Text, fields: tuple[str, ...] = ()) -> CheckOutcome:
    return CheckOutcome(check_id, CheckGroup.COMBINED, result, reasons, fields)
