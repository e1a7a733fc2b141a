"""The index of indicators over cases, and which were referred: written with the case, read to measure both."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, insert, select

from ledger.event import format_instant
from verifier.case import Case
from verifier.decision import Outcome
from verifier.indicators.outline import Standing
from verifier.outcome.case_outcome import CaseOutcome
from verifier.sql.protection_tables import case_cues, referred_cases
from verifier.sql.tables import cases

_REFERS: Final = frozenset({Outcome.REFER, Outcome.PROTECT})


def was_referred(case: Case) -> bool:
    """Somebody decided to refer or to protect, whatever was decided afterwards."""
    return any(decision.is_in_force and decision.outcome in _REFERS for decision in case.decisions)


def write_cues(connection: Connection, case: Case) -> None:
    """For a new case; most have no cue, and cost nothing."""
    outline = case.examination.protection
    if outline is None or not outline.cues:
        return
    rows = [
        {
            "case_id": case.case_id,
            "indicator_id": cue.indicator_id,
            "standing": cue.standing.value,
            "by_rule": cue.by_rule,
            "created_at": format_instant(case.created_at),
        }
        for cue in outline.cues
    ]
    connection.execute(insert(case_cues), rows)


def mark_referred(connection: Connection, case: Case) -> None:
    """After a decision; once is enough."""
    if not was_referred(case):
        return
    known = select(referred_cases.c.case_id).where(referred_cases.c.case_id == case.case_id)
    if connection.execute(known).scalar_one_or_none() is None:
        connection.execute(insert(referred_cases).values(case_id=case.case_id))


def add_found_cues(connection: Connection, outcome: CaseOutcome) -> None:
    """What secondary inspection found and the booth had not entered counts for the indicator, too."""
    known_query = select(case_cues.c.indicator_id).where(case_cues.c.case_id == outcome.case_id)
    known = set(connection.execute(known_query).scalars())
    created_at = connection.execute(
        select(cases.c.created_at).where(cases.c.case_id == outcome.case_id)
    ).scalar_one_or_none()
    new = [each for each in dict.fromkeys(outcome.cues) if each not in known]
    if not new or created_at is None:
        return
    rows = [
        {
            "case_id": outcome.case_id,
            "indicator_id": each,
            "standing": Standing.COUNTED.value,
            "by_rule": False,
            "created_at": created_at,
        }
        for each in new
    ]
    connection.execute(insert(case_cues), rows)
