"""Protection put together: desks over one data base, the policy and the post's own directory."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from console.settings import Settings
from ledger.sql import Database
from verifier.engine import HistoryPort
from verifier.indicators.catalogue import Catalogue
from verifier.indicators.policy_folder import load_catalogue
from verifier.outcome.case_outcome import CaseOutcome
from verifier.protection.assessing import Assessor
from verifier.protection.calling import CallBackDesk
from verifier.protection.hearing import TipDesk
from verifier.protection.house import Protection
from verifier.protection.learning import OutcomeDesk
from verifier.protection.referring import ReferralDesk
from verifier.referral.call_back import CallBack
from verifier.referral.directory import Directory, load_directory
from verifier.referral.referral import Referral
from verifier.sql.case_cues import add_found_cues
from verifier.sql.feedback import SqlFeedback
from verifier.sql.protection_records import SqlRecords
from verifier.sql.protection_tables import CALL_BACKS, OUTCOMES, REFERRALS, TIPS
from verifier.store import CaseStore
from verifier.tips.tip import Tip


def directory_of(settings: Settings) -> Directory:
    """The post's own directory, or the one that comes with Lintas. Raises LintasError POLICY_INVALID."""
    return load_directory(Path(settings.referral_directory) if settings.referral_directory else None)


def policy_of(settings: Settings) -> Catalogue:
    """The country's own policy, or the one that comes with Lintas.

    Raises LintasError: POLICY_INVALID, PROTECTED_ATTRIBUTE.
    """
    return load_catalogue(Path(settings.protection_policy) if settings.protection_policy else None)


def protection_on(
    database: Database,
    *,
    settings: Settings,
    cases: CaseStore,
    policy: Catalogue,
    now: Callable[[], datetime],
    history: HistoryPort | None = None,
) -> Protection:
    """All desks on a data base that is open; `history` as for the engine."""
    directory, feedback = directory_of(settings), SqlFeedback(database)

    def new_id() -> str:
        return str(uuid.uuid4())

    return Protection(
        assessor=Assessor(policy=policy, cases=cases, now=now, history=history),
        call_backs=CallBackDesk(
            records=SqlRecords(database, CALL_BACKS, CallBack), cases=cases, now=now, new_id=new_id
        ),
        referrals=ReferralDesk(
            records=SqlRecords(database, REFERRALS, Referral),
            cases=cases,
            directory=directory,
            now=now,
            new_id=new_id,
        ),
        outcomes=OutcomeDesk(
            records=SqlRecords(database, OUTCOMES, CaseOutcome, also=add_found_cues),
            cases=cases,
            feedback=feedback,
            policy=policy,
            now=now,
            new_id=new_id,
        ),
        tips=TipDesk(records=SqlRecords(database, TIPS, Tip), directory=directory, now=now, new_id=new_id),
        feedback=feedback,
        now=now,
    )
