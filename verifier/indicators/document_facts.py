"""What the document and its checks say. Checks are read; nothing flows back."""

from __future__ import annotations

from datetime import date
from typing import Final

from verifier.indicators.rule import FactValue
from verifier.model.check import CheckReport
from verifier.model.presentation import Presentation
from verifier.mrz.record import MrzRecord

_EMERGENCY_CODE: Final = "PE"  # 9303-4, second character of the document code
_CHECKS: Final = (
    ("checks.check_digits", ("optical.mrz_check_digits",)),
    ("checks.page", ("combined.mrz_viz", "combined.td1_sides")),
    ("checks.chip", ("combined.mrz_dg1",)),
    ("checks.state_codes", ("optical.country_identifier",)),
)


def of(
    presentation: Presentation, record: MrzRecord | None, checks: CheckReport | None, today: date
) -> dict[str, FactValue | None]:
    """Facts by name."""
    facts: dict[str, FactValue | None] = {name: _result(checks, ids) for name, ids in _CHECKS}
    is_emergency = record is not None and record.value("document_code") == _EMERGENCY_CODE
    return facts | {
        "document.age_days": _age_days(presentation, today),
        # most emergency documents carry an ordinary code, so its absence says nothing
        "document.is_emergency": True if is_emergency else None,
        "document.was_read_again": presentation.is_retry,
    }


def _result(checks: CheckReport | None, check_ids: tuple[str, ...]) -> str | None:
    found = [checks.outcome(each) for each in check_ids] if checks else []
    return next((each.result.value for each in found if each is not None and not each.is_evaluatory), None)


def _age_days(presentation: Presentation, today: date) -> int | None:
    printed = presentation.visual_zone.issue_date
    issued = printed.as_date() if printed else None
    # an issue date that lies ahead is the document's fault, for the checks to judge; here it is unknown
    return None if issued is None or issued > today else (today - issued).days
