"""What the trainee is shown of the engine's answer, also when it is degraded on purpose."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ledger.text import Text
from verifier.advice.model import AdviceKind
from verifier.examination import Examination
from watchlist.entry import Hit


class Advice(Enum):
    """Whether the advice that is shown is the engine's own."""

    TRUE = "true"
    WRONG = "wrong"  # the automation-bias drill


@dataclass(frozen=True, slots=True)
class ShownCheck:
    """One check as on the officer's screen."""

    check_id: str
    result: str
    reasons: tuple[Text, ...] = ()
    score: float | None = None
    threshold: float | None = None


@dataclass(frozen=True, slots=True)
class ShownHit:
    """One hit: what is listed, and what agrees or not (feature and weight in nats)."""

    entry: str
    names: tuple[str, ...]
    birth_date: str
    category: str
    action: str
    authority: str
    grade: str
    state: str
    evidence: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class ScanSeen:
    """One answer as it was shown. It goes into the log, so that a replay needs no engine."""

    advice: AdviceKind
    reasons: tuple[Text, ...]
    checks: tuple[ShownCheck, ...]
    hits: tuple[ShownHit, ...]
    mrz: tuple[str, ...]
    true_advice: AdviceKind  # never shown before the debrief
    link_is_up: bool = True
    list_age_h: int = 0
    handling: tuple[Text, ...] = ()


_NOTHING = Text(
    id="Dokumen terbaca, semua pemeriksaan sesuai, tidak ada yang cocok di daftar pantau.",
    en="The document was read, all checks are in order, nobody on the watchlist fits.",
)
_DOUBT = Text(
    id="Gabungan hasil pemeriksaan di atas ambang; perlu pemeriksaan lanjutan.",
    en="The checks together exceed the threshold; secondary inspection is needed.",
)


def seen_of(
    examination: Examination,
    *,
    measured: dict[str, tuple[float | None, float | None]],
    advice: Advice = Advice.TRUE,
    link_is_up: bool = True,
    list_age_h: int = 0,
) -> ScanSeen:
    """The answer as shown. `measured` gives score and threshold of results that a terminal measured.

    With WRONG advice, only kind and reasons are turned round: checks and hits stay true, so that whoever looks can see.
    """
    true = examination.advice
    kind, reasons, handling = true.kind, tuple(reason.text for reason in true.reasons), true.handling
    if advice is Advice.WRONG:
        is_clear = kind is AdviceKind.CLEAR
        kind, reasons = (AdviceKind.REFER, (_DOUBT,)) if is_clear else (AdviceKind.CLEAR, (_NOTHING,))
        handling = ()
    return ScanSeen(
        advice=kind,
        reasons=reasons,
        handling=handling,
        checks=tuple(
            ShownCheck(each.check_id, each.result.value, each.reasons, *measured.get(each.check_id, (None, None)))
            for each in examination.checks.outcomes
            if not each.is_evaluatory
        ),
        hits=tuple(_hit(each) for each in examination.search.hits if not each.entry.category.is_protective),
        mrz=examination.record.lines if examination.record else (),
        true_advice=true.kind,
        link_is_up=link_is_up,
        list_age_h=list_age_h,
    )


def _hit(hit: Hit) -> ShownHit:
    entry = hit.entry
    return ShownHit(
        entry=entry.entry_id,
        names=tuple(name.full for name in entry.names),
        birth_date=str(entry.birth_dates[0]) if entry.birth_dates else "",
        category=entry.category.value,
        action=entry.action.value,
        authority=entry.authority,
        grade=hit.comparison.grade.value,
        state=hit.state.value,
        evidence=tuple((each.feature, round(each.weight_nats, 2)) for each in hit.comparison.evidence),
    )
