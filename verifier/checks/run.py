"""All checks of one presentation, with the results for groups and whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from verifier.checks import combined, dates, optical, terminal
from verifier.checks.visa import visa_expiry, visa_mrz
from verifier.model.check import CheckGroup, CheckOutcome, CheckReport, aggregate
from verifier.model.presentation import Presentation
from verifier.mrz.record import MrzRecord


def run(
    record: MrzRecord | None,
    presentation: Presentation,
    *,
    today: date,
    visa: MrzRecord | None = None,
    chip: MrzRecord | None = None,
    accepts_training: bool = False,
) -> CheckReport:
    """Run what can be run. `today` is the day at the post; `record` is None where no MRZ was read.

    `accepts_training`: in an exercise, a specimen or training issuer is logged and does not count.

    Raises LintasError only for terminal results that the catalogue does not know.
    """
    outcomes = list(terminal.accepted(presentation.terminal_checks))
    if record is None:
        outcomes.append(optical.missing())
    else:
        outcomes.extend(_of_record(record, presentation, today, accepts_training=accepts_training))
        if record.layout is not None and visa is not None:
            outcomes.append(combined.passport_visa(record, visa))
        if record.layout is not None and chip is not None:
            outcomes.append(combined.mrz_dg1(record, chip))
    if visa is not None and visa.layout is not None:
        outcomes.extend((visa_mrz(visa), visa_expiry(visa, today)))
    return report_of([*outcomes, optical.mrz_icao(outcomes)])


def _of_record(
    record: MrzRecord, presentation: Presentation, today: date, *, accepts_training: bool
) -> list[CheckOutcome]:
    outcomes = [optical.mrz_format(record), optical.mrz_check_digits(record)]
    if record.layout is None:
        return outcomes
    page = presentation.visual_zone
    return [
        *outcomes,
        optical.country_identifier(record),
        replace(optical.specimen(record), is_evaluatory=accepts_training),
        dates.expiry(record, page, today),
        dates.plausible(record, page, today),
        combined.mrz_viz(record, page),
    ]


def report_of(outcomes: Sequence[CheckOutcome]) -> CheckReport:
    """Aggregate: evaluatory outcomes are kept but never count; a group nobody checked does not appear."""
    groups = []
    for group in CheckGroup:
        counted = [outcome.result for outcome in outcomes if outcome.group is group and not outcome.is_evaluatory]
        if counted:
            groups.append((group, aggregate(counted)))
    return CheckReport(tuple(outcomes), tuple(groups), aggregate(result for _, result in groups))
