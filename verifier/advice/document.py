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

# checks whose failure a second reading may remove: the eye errs more often than forgers do
TECHNICAL: Final = frozenset({"optical.mrz_icao", "optical.mrz_check_digits"})

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

# check → code and what would change it; every other check falls back to DOCUMENT_CHECK_FAILED
_FAILED: Final[Mapping[str, tuple[str, Text]]] = MappingProxyType(
    {
        "optical.mrz_icao": ("MRZ_MALFORMED", _BY_HAND),
        "optical.mrz_check_digits": ("CHECK_DIGITS_WRONG", _BY_HAND),
        "optical.country_identifier": ("COUNTRY_CODE_UNKNOWN", _BY_HAND),
        "optical.specimen": ("SPECIMEN_DOCUMENT", _REAL_DOCUMENT),
        "combined.expiry": ("DOCUMENT_EXPIRED", _VALID_DOCUMENT),
        "combined.dates": ("DATES_IMPOSSIBLE", _BY_HAND),
        "combined.mrz_viz": ("PAGE_DIFFERS", _PAGE),
        "combined.td1_sides": ("PAGE_DIFFERS", _PAGE),
        "combined.passport_visa": ("VISA_DIFFERS", _OTHER_VISA),
        "combined.passport_permit": ("PERMIT_DIFFERS", _OTHER_VISA),
        "combined.mrz_dg1": ("CHIP_DIFFERS", _BY_HAND),
    }
)
_GENERAL: Final = Text(id="Pemeriksaan dokumen gagal.", en="A check of the document failed.")
_ABORTED: Final = Text(
    id="Pemeriksaan terhenti; ini bukan bukti apa pun.", en="A check was cut short; that is evidence of nothing."
)


def findings(report: CheckReport, *, is_retry: bool) -> Iterator[Finding]:
    """Failed checks refer; what a second reading may remove asks for it first; undetermined ones are noted.

    While the reading itself is in doubt, failures that were computed from it ask for the second reading, too. A
    specimen stays a specimen, and what the terminal measured stays measured.
    """
    counted = [outcome for outcome in report.outcomes if not outcome.is_evaluatory]
    in_doubt = not is_retry and any(
        outcome.check_id in TECHNICAL and outcome.result is CheckResult.FAILED for outcome in counted
    )
    for outcome in counted:
        if outcome.result is CheckResult.FAILED:
            yield _failed(outcome, in_doubt=in_doubt)
        elif outcome.result is CheckResult.ABORTED and outcome.check_id not in TECHNICAL:
            kind = AdviceKind.CLEAR if is_retry else AdviceKind.RETRY
            yield Finding(Reason("CHECK_ABORTED", Track.DOCUMENT, _why(outcome, _ABORTED), kind), (_AGAIN,))
        elif outcome.result is CheckResult.UNDETERMINED:
            yield Finding(Reason("CHECK_UNDETERMINED", Track.DOCUMENT, _why(outcome, _GENERAL)))


def _failed(outcome: CheckOutcome, *, in_doubt: bool) -> Finding:
    code, change = _FAILED.get(outcome.check_id, ("DOCUMENT_CHECK_FAILED", _BY_HAND))
    reads_again = in_doubt and outcome.check_id in FROM_PRINTED_MRZ
    kind = AdviceKind.RETRY if reads_again else AdviceKind.REFER
    return Finding(Reason(code, Track.DOCUMENT, _why(outcome, _GENERAL), kind), (_AGAIN if reads_again else change,))


def _why(outcome: CheckOutcome, otherwise: Text) -> Text:
    if not outcome.reasons:
        return otherwise
    joined = outcome.reasons
    return Text(id=" ".join(reason.id for reason in joined), en=" ".join(reason.en for reason in joined))
