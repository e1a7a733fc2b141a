"""The `Feedback` port in SQL: counts over the index of indicators and the last outcome of each case."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, and_, case, func, or_, select

from ledger.event import format_instant
from ledger.sql import Database
from verifier.advice.model import AdviceKind
from verifier.indicators.outline import Standing
from verifier.outcome.case_outcome import CaseOutcome, minutes_by_status
from verifier.outcome.feedback import Funnel, IndicatorTally, Period, Workload
from verifier.protection.codec import Codec
from verifier.referral.terms import TraffickingStatus
from verifier.sql.protection_tables import CALL_BACKS, OUTCOMES, REFERRALS, TIPS, Shelf, case_cues, referred_cases
from verifier.sql.tables import cases


class SqlFeedback:
    """Reads only."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._codec = Codec(CaseOutcome)

    def tallies(self, period: Period) -> tuple[IndicatorTally, ...]:
        latest = _latest_outcomes()
        cues = case_cues.c
        query = (
            select(
                cues.indicator_id,
                func.count().label("fired"),
                *(_count(cues.standing == each.value).label(each.value) for each in Standing),
                _count(cues.by_rule.is_(True)).label("by_rule"),
                _count(or_(referred_cases.c.case_id.is_not(None), latest.c.state.is_not(None))).label("referred"),
                *_statuses(latest),
            )
            .select_from(_with_referral(case_cues.outerjoin(latest, latest.c.case_id == cues.case_id), cues.case_id))
            .where(_within(cues.created_at, period))
            .group_by(cues.indicator_id)
            .order_by(cues.indicator_id)
        )
        rows = self._database.read(lambda connection: connection.execute(query).mappings().all())
        return tuple(IndicatorTally(**{name: row[name] for name in row}) for row in rows)

    def funnel(self, period: Period) -> Funnel:
        latest = _latest_outcomes()
        is_referred = or_(referred_cases.c.case_id.is_not(None), latest.c.state.is_not(None))
        query = (
            select(
                func.count().label("examined"),
                _count(cases.c.advice == AdviceKind.REFER.value).label("advised_refer"),
                _count(cases.c.advice == AdviceKind.PROTECT.value).label("advised_protect"),
                _count(is_referred).label("referred"),
                _count(latest.c.state.is_not(None)).label("with_outcome"),
                *_statuses(latest),
            )
            .select_from(_with_referral(cases.outerjoin(latest, latest.c.case_id == cases.c.case_id), cases.c.case_id))
            .where(_within(cases.c.created_at, period))
        )

        def work(connection: Connection) -> Funnel:
            return Funnel(**{name: value or 0 for name, value in connection.execute(query).mappings().one().items()})

        return self._database.read(work)

    def workload(self, period: Period) -> Workload:
        def work(connection: Connection) -> Workload:
            return Workload(*(_states(connection, each, period) for each in (CALL_BACKS, REFERRALS, OUTCOMES, TIPS)))

        return self._database.read(work)

    def minutes_kept(self, period: Period) -> dict[str, tuple[int, ...]]:
        rows, contents = OUTCOMES.rows, OUTCOMES.contents
        query = (
            select(contents.c.content)
            .join(rows, rows.c.record_id == contents.c.record_id)
            .where(_within(rows.c.created_at, period))
        )
        texts = self._database.read(lambda connection: connection.execute(query).scalars().all())
        return minutes_by_status(self._codec.from_json(text) for text in texts)


def _states(connection: Connection, shelf: Shelf, period: Period) -> dict[str, int]:
    rows = shelf.rows.c
    query = select(rows.state, func.count()).where(_within(rows.created_at, period)).group_by(rows.state)
    return {row[0]: row[1] for row in connection.execute(query)}


def _with_referral(joined: Any, case_id: Any) -> Any:
    return joined.outerjoin(referred_cases, referred_cases.c.case_id == case_id)


def _latest_outcomes() -> Any:
    """The state of the last outcome of each case: the ledger's order says which is last."""
    rows = OUTCOMES.rows
    last: Select[Any] = select(rows.c.case_id, func.max(rows.c.event_sequence).label("at")).group_by(rows.c.case_id)
    last_rows = last.subquery()
    joined = and_(last_rows.c.case_id == rows.c.case_id, last_rows.c.at == rows.c.event_sequence)
    return select(rows.c.case_id, rows.c.state).join(last_rows, joined).subquery()


def _statuses(latest: Any) -> tuple[Any, ...]:
    labels = (
        ("possible", TraffickingStatus.POSSIBLE),
        ("actual", TraffickingStatus.ACTUAL),
        ("refuted", TraffickingStatus.NOT),
    )
    return tuple(_count(latest.c.state == status.value).label(label) for label, status in labels)


def _count(condition: Any) -> Any:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _within(column: Any, period: Period) -> Any:
    return and_(column >= format_instant(period.since), column < format_instant(period.until))
