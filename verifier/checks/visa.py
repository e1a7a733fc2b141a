"""Checks of a visa's or residence permit's own MRZ: ours, since TR-03135 only compares it with the passport."""

from __future__ import annotations

from datetime import date
from typing import Final

from ledger.text import Text
from verifier.checks.known_defects import explanation
from verifier.model.check import CheckGroup, CheckOutcome, CheckResult
from verifier.mrz.record import MrzRecord, Severity

_UNSURE: Final = Text(
    id="MRZ visa atau izin tinggal tidak konsisten. Baca ulang atau periksa langsung pada dokumen.",
    en="The MRZ of the visa or permit is not consistent. Read it again, or compare it with the document by eye.",
)
_EXPIRED: Final = Text(
    id="Masa berlaku visa atau izin tinggal sudah habis.", en="The visa or residence permit has expired."
)
_NO_EXPIRY: Final = Text(
    id="Tanggal habis masa berlaku visa tidak ada atau tidak terbaca.",
    en="The visa or permit has no date of expiry, or not a readable one.",
)


def visa_mrz(visa: MrzRecord) -> CheckOutcome:
    """Form and check digits of a visa that fits a layout; known defects of the issuer prove nothing, as on passports.

    One outcome for what `optical.mrz_format` and `optical.mrz_check_digits` say of the passport.
    """
    wrong = visa.wrong_digits
    malformed = [finding for finding in visa.findings if finding.severity is Severity.ERROR]
    if not wrong and not malformed:
        return _outcome("combined.visa_mrz", CheckResult.SUCCESSFUL)
    note = explanation(visa)
    if note is not None and not malformed:
        return _outcome("combined.visa_mrz", CheckResult.UNDETERMINED, note, fields=wrong)
    fields = dict.fromkeys((*wrong, *(finding.field for finding in malformed if finding.field)))
    return _outcome("combined.visa_mrz", CheckResult.FAILED, _UNSURE, fields=tuple(fields))


def visa_expiry(visa: MrzRecord, today: date) -> CheckOutcome:
    """Valid through its last day, midnight at the post, as the passport is."""
    day = visa.expiry_dates[0].as_date() if visa.expiry_dates else None
    if day is None:
        return _outcome("combined.visa_expiry", CheckResult.UNDETERMINED, _NO_EXPIRY)
    if day < today:
        return _outcome("combined.visa_expiry", CheckResult.FAILED, _EXPIRED, fields=("expiry_date",))
    return _outcome("combined.visa_expiry", CheckResult.SUCCESSFUL)


def _outcome(check_id: str, result: CheckResult, *reasons: Text, fields: tuple[str, ...] = ()) -> CheckOutcome:
    return CheckOutcome(check_id, CheckGroup.COMBINED, result, reasons, fields)
