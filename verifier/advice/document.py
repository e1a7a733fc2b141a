"""What the document checks contribute."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from ledger.text import Text
from verifier.advice.model import AdviceKind, Finding, Reason, Track
from verifier.model.check import CheckOutcome, CheckReport, CheckResult

_AGAIN: Final = Text(
    id="Baca dokumen sekali lagi; bila hasilnya sama, periksa dokumen secara langsung.",
    en="Read the document once more; if the result is the same, examine it by hand.",
)
_BY_HAND: Final = Text(
    id="Pemeriksaan dokumen secara langsung oleh pemeriksa.", en="An examination of the document by hand."
)
_PAGE: Final = Text(
    id="Bandingkan isi halaman data yang dicatat dengan dokumen: mungkin salah ketik.",
    en="Compare the recorded page with the document: it may be a typing error.",
)
_VALID_DOCUMENT: Final = Text(
    id="Dokumen perjalanan lain yang masih berlaku.", en="Another travel document that is still valid."
)
_REAL_DOCUMENT: Final = Text(id="Dokumen asli, bukan spesimen.", en="A real document instead of a specimen.")
_OTHER_VISA: Final = Text(id="Visa atas nama pemegang paspor ini.", en="A visa in the name of this passport's holder.")

_VALID_VISA: Final = Text(
    id="Visa atau izin tinggal lain yang masih berlaku.", en="Another visa or permit that is still valid."
)
_VISA_AGAIN: Final = Text(
    id="Baca visa atau izin tinggal sekali lagi; bila hasilnya sama, periksa secara langsung.",
    en="Read the visa or permit once more; if the result is the same, examine it by hand.",
)
_VISA_BY_HAND: Final = Text(
    id="Pemeriksaan visa atau izin tinggal secara langsung oleh pemeriksa.",
    en="An examination of the visa or permit by hand.",
)

# checks whose failure a second reading may remove: the eye errs more often than forgers do
TECHNICAL: Final = frozenset({"optical.mrz_format", "optical.mrz_check_digits"})

# made of other checks, which speak for themselves
SUMS: Final = frozenset({"optical.mrz_icao"})

# computed from the printed MRZ, so a misread line may be all that is wrong; what the terminal measured never is
FROM_PRINTED_MRZ: Final = TECHNICAL | {
    "optical.country_identifier",
    "combined.expiry",
    "combined.dates",
    "combined.mrz_viz",
    "combined.td1_sides",
    "combined.passport_visa",
    "combined.passport_permit",
    "combined.mrz_dg1",
}

# computed from the MRZ of a visa or permit, which is misread for itself
FROM_VISA_MRZ: Final = frozenset(
    {"combined.visa_mrz", "combined.visa_expiry", "combined.passport_visa", "combined.passport_permit"}
)

# check → code and what would change it; every other check falls back to DOCUMENT_CHECK_FAILED
_FAILED: Final[Mapping[str, tuple[str, Text]]] = MappingProxyType(
    {
        "optical.mrz_format": ("MRZ_MALFORMED", _BY_HAND),
        "optical.mrz_check_digits": ("CHECK_DIGITS_WRONG", _BY_HAND),
        "optical.country_identifier": ("COUNTRY_CODE_UNKNOWN", _BY_HAND),
        "optical.specimen": ("SPECIMEN_DOCUMENT", _REAL_DOCUMENT),
        "combined.expiry": ("DOCUMENT_EXPIRED", _VALID_DOCUMENT),
        "combined.dates": ("DATES_IMPOSSIBLE", _BY_HAND),
        "combined.mrz_viz": ("PAGE_DIFFERS", _PAGE),
        "combined.td1_sides": ("PAGE_DIFFERS", _PAGE),
        "combined.passport_visa": ("VISA_DIFFERS", _OTHER_VISA),
        "combined.passport_permit": ("PERMIT_DIFFERS", _OTHER_VISA),
        "combined.visa_mrz": ("VISA_MRZ_WRONG", _VISA_BY_HAND),
        "combined.visa_expiry": ("VISA_EXPIRED", _VALID_VISA),
        "combined.mrz_dg1": ("CHIP_DIFFERS", _BY_HAND),
    }
)
# why an old date is lawful on this crossing
_EXCUSES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "combined.visa_expiry": Text(
            id="Untuk perlintasan ini visa tersebut tidak lagi diperlukan; yang berlaku adalah izin tinggalnya.",
            en="This crossing no longer needs it; the stay that was granted is what counts.",
        ),
    }
)
_GENERAL: Final = Text(id="Pemeriksaan dokumen gagal.", en="A check of the document failed.")
_ABORTED: Final = Text(
    id="Pemeriksaan terhenti; ini bukan bukti apa pun.", en="A check was cut short; that is evidence of nothing."
)


_NOBODY: Final = frozenset[str]()


def findings(report: CheckReport, *, is_retry: bool, excused: frozenset[str] = _NOBODY) -> Iterator[Finding]:
    """Failed checks refer; what a second reading may remove asks for it first; undetermined ones are noted.

    While a reading itself is in doubt, failures that were computed from it ask for the second reading, too; passport
    and visa are doubted apart. A specimen stays a specimen, and what the terminal measured stays measured.
    `excused` checks may fail: by law an old date is a note only, as for own nationals who come home, or a visa that
    has done its work.
    """
    counted = [outcome for outcome in report.outcomes if not (outcome.is_evaluatory or outcome.check_id in SUMS)]
    again = {} if is_retry else _read_again(counted)
    for outcome in counted:
        if outcome.result is CheckResult.FAILED:
            is_excused = outcome.check_id in excused
            yield _failed(outcome, again.get(outcome.check_id), is_excused=is_excused)
        elif outcome.result is CheckResult.ABORTED and outcome.check_id not in TECHNICAL:
            yield _aborted(outcome, is_retry=is_retry)
        elif outcome.result is CheckResult.UNDETERMINED:
            yield Finding(Reason("CHECK_UNDETERMINED", Track.DOCUMENT, _why(outcome, _GENERAL)))


def _read_again(outcomes: list[CheckOutcome]) -> dict[str, Text]:
    """Checks whose failure may come from a misread line, and what is to be read again."""
    failed = {outcome.check_id for outcome in outcomes if outcome.result is CheckResult.FAILED}
    of_visa = dict.fromkeys(FROM_VISA_MRZ, _VISA_AGAIN) if "combined.visa_mrz" in failed else {}
    return of_visa | (dict.fromkeys(FROM_PRINTED_MRZ, _AGAIN) if failed & TECHNICAL else {})


def _failed(outcome: CheckOutcome, again: Text | None, *, is_excused: bool) -> Finding:
    code, change = _FAILED.get(outcome.check_id, ("DOCUMENT_CHECK_FAILED", _BY_HAND))
    otherwise = AdviceKind.CLEAR if is_excused else AdviceKind.REFER
    kind = otherwise if again is None else AdviceKind.RETRY
    excuse = _EXCUSES.get(outcome.check_id) if is_excused else None
    why = _joined((_why(outcome, _GENERAL), excuse)) if excuse else _why(outcome, _GENERAL)
    return Finding(Reason(code, Track.DOCUMENT, why, kind), (again or change,))


def _aborted(outcome: CheckOutcome, *, is_retry: bool) -> Finding:
    """No evidence of anything; but a visa that was shown and cannot be read is for a person to read."""
    why = _why(outcome, _ABORTED)
    if outcome.check_id == "combined.passport_visa":
        kind, change = (AdviceKind.REFER, _VISA_BY_HAND) if is_retry else (AdviceKind.RETRY, _VISA_AGAIN)
        return Finding(Reason("VISA_UNREADABLE", Track.DOCUMENT, why, kind), (change,))
    kind = AdviceKind.CLEAR if is_retry else AdviceKind.RETRY
    return Finding(Reason("CHECK_ABORTED", Track.DOCUMENT, why, kind), (_AGAIN,))


def _why(outcome: CheckOutcome, otherwise: Text) -> Text:
    return _joined(outcome.reasons) if outcome.reasons else otherwise


def _joined(texts: tuple[Text, ...]) -> Text:
    return Text(id=" ".join(text.id for text in texts), en=" ".join(text.en for text in texts))
