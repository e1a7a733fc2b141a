"""From findings to one advice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ledger.text import Text
from verifier.advice import document, policy, protection, reading, watchlist
from verifier.advice.crossing import Crossing
from verifier.advice.model import Advice, AdviceKind, Finding, Reason, Track
from verifier.advice.protection import ProtectionAssessment
from verifier.model.check import CheckReport
from verifier.model.reading import Reading
from verifier.mrz.record import MrzRecord
from watchlist.entry import SearchResult

_NOTHING: Final = Reason(
    "NOTHING_FOUND",
    Track.DOCUMENT,
    Text(
        id="Dokumen terbaca, semua pemeriksaan sesuai, tidak ada yang cocok di daftar pantau.",
        en="The document was read, all checks are in order, nobody on the watchlist fits.",
    ),
)
_SAYS_NOTHING: Final = ProtectionAssessment()


def advise(
    report: CheckReport,
    *,
    record: MrzRecord | None,
    reading_seen: Reading | None,
    search: SearchResult,
    is_retry: bool,
    assessment: ProtectionAssessment = _SAYS_NOTHING,
    crossing: Crossing | None = None,
) -> Advice:
    """PROTECT over REFER over RETRY over CLEAR: a second reading is only asked for where nothing else stands.

    Each track speaks for itself; none reads another's findings. Without a `crossing` no policy speaks.
    """
    found = [
        *watchlist.findings(search),
        *protection.findings(assessment),
        *document.findings(report, is_retry=is_retry, excused=_excused(crossing)),
        *reading.findings(record, reading_seen, is_retry=is_retry),
        *(policy.findings(crossing) if crossing else ()),
    ]
    found.sort(key=lambda finding: -finding.reason.kind.weight)
    kind = found[0].reason.kind if found else AdviceKind.CLEAR
    return Advice(
        kind=kind,
        reasons=tuple(finding.reason for finding in found) or (_NOTHING,),
        changes=_once(text for finding in _deciding(found, kind) for text in finding.changes),
        handling=_once(text for finding in _deciding(found, kind) for text in finding.handling),
    )


def _excused(crossing: Crossing | None) -> frozenset[str]:
    """Checks whose failure is by law a note only, on this crossing."""
    if crossing is None:
        return frozenset()
    passport = {"combined.expiry"} if crossing.is_recent_expiry_at_home else set[str]()
    visa = {"combined.visa_expiry"} if crossing.needs_no_visa else set[str]()
    return frozenset(passport | visa)


def _deciding(found: list[Finding], kind: AdviceKind) -> list[Finding]:
    return [finding for finding in found if finding.reason.kind is kind and kind is not AdviceKind.CLEAR]


def _once(texts: Iterable[Text]) -> tuple[Text, ...]:
    return tuple(dict.fromkeys(texts))
