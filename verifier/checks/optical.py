"""Checks of the printed MRZ itself: form, check digits, codes, specimen. TR-03135 part 1, 5.5.4.1."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ledger.text import Text
from verifier.checks.known_defects import explanation
from verifier.model.check import CheckGroup, CheckOutcome, CheckResult, aggregate
from verifier.mrz.record import MrzRecord, Severity
from verifier.mrz.specimen import is_specimen
from watchlist.issuers import IssuerKind, is_known, issuers

_NO_MRZ: Final = Text(id="Tidak ada MRZ yang terbaca.", en="No MRZ was read.")
_NO_LAYOUT: Final = Text(id="Teks tidak sesuai dengan tata letak MRZ mana pun.", en="The text fits no MRZ layout.")
_WRONG_DIGITS: Final = Text(
    id="Angka pemeriksa tidak cocok dengan isi MRZ.",
    en="Check digits do not fit what they cover.",
)
_UNKNOWN_CODE: Final = Text(id="Kode negara tidak dikenal.", en="The country code does not exist.")
_LEGACY_CODE: Final = Text(id="Kode negara ini tidak diterbitkan lagi.", en="This country code is no longer issued.")
_SPECIMEN: Final = Text(
    id="Dokumen spesimen atau latihan: tidak membuktikan apa pun tentang pemegangnya.",
    en="A specimen or training document: it proves nothing about its holder.",
)
_PARTS_OF_ICAO: Final = frozenset(
    {"optical.mrz_format", "optical.mrz_check_digits", "optical.mrz_ir_readable", "optical.mrz_ocrb"}
)


def _outcome(check_id: str, result: CheckResult, *reasons: Text, fields: tuple[str, ...] = ()) -> CheckOutcome:
    return CheckOutcome(check_id, CheckGroup.OPTICAL, result, reasons, fields)


def missing() -> CheckOutcome:
    """No MRZ at all: the check could not run, which is evidence of nothing."""
    return _outcome("optical.mrz_format", CheckResult.ABORTED, _NO_MRZ)


def mrz_icao(outcomes: Iterable[CheckOutcome]) -> CheckOutcome:
    """MRZ compliance as the guideline has it (5.5.4.1): the sum of its parts, those from the terminal with them.

    Its reasons are theirs. Advice looks at the parts alone, so that nothing is said twice.
    """
    parts = [each for each in outcomes if each.check_id in _PARTS_OF_ICAO and not each.is_evaluatory]
    fields = dict.fromkeys(field for part in parts for field in part.fields)
    reasons = dict.fromkeys(reason for part in parts for reason in part.reasons)
    return _outcome("optical.mrz_icao", aggregate(part.result for part in parts), *reasons, fields=tuple(fields))


def mrz_format(record: MrzRecord) -> CheckOutcome:
    """Form: layout, lengths, characters, dates that exist. Check digits and codes have outcomes of their own."""
    errors = [finding for finding in record.findings if finding.severity is Severity.ERROR]
    fields = tuple(dict.fromkeys(finding.field for finding in errors if finding.field))
    if record.layout is None:
        return _outcome("optical.mrz_format", CheckResult.FAILED, _NO_LAYOUT)
    if errors:
        reasons = dict.fromkeys(finding.text for finding in errors)
        return _outcome("optical.mrz_format", CheckResult.FAILED, *reasons, fields=fields)
    return _outcome("optical.mrz_format", CheckResult.SUCCESSFUL)


def mrz_check_digits(record: MrzRecord) -> CheckOutcome:
    """All check digits; known defects of the issuer make wrong ones undetermined (5.8.1.5)."""
    if record.layout is None:
        return _outcome("optical.mrz_check_digits", CheckResult.ABORTED, _NO_LAYOUT)
    wrong = record.wrong_digits
    if not wrong:
        return _outcome("optical.mrz_check_digits", CheckResult.SUCCESSFUL)
    if (note := explanation(record)) is not None:
        return _outcome("optical.mrz_check_digits", CheckResult.UNDETERMINED, note, fields=wrong)
    return _outcome("optical.mrz_check_digits", CheckResult.FAILED, _WRONG_DIGITS, fields=wrong)


def country_identifier(record: MrzRecord) -> CheckOutcome:
    """Issuer and nationality are codes that exist."""
    codes = {name: record.value(name) for name in ("issuing_state", "nationality") if record.field_named(name)}
    unknown = tuple(name for name, code in codes.items() if not is_known(code))
    if not codes or record.layout is None:
        return _outcome("optical.country_identifier", CheckResult.ABORTED, _NO_LAYOUT)
    if unknown:
        return _outcome("optical.country_identifier", CheckResult.FAILED, _UNKNOWN_CODE, fields=unknown)
    legacy = tuple(name for name, code in codes.items() if issuers()[code].kind is IssuerKind.LEGACY)
    if legacy:
        return _outcome("optical.country_identifier", CheckResult.UNDETERMINED, _LEGACY_CODE, fields=legacy)
    return _outcome("optical.country_identifier", CheckResult.SUCCESSFUL)


def specimen(record: MrzRecord) -> CheckOutcome:
    """Utopia and the training states never pass as documents."""
    if is_specimen(record):
        return _outcome("optical.specimen", CheckResult.FAILED, _SPECIMEN, fields=("issuing_state",))
    return _outcome("optical.specimen", CheckResult.SUCCESSFUL)
