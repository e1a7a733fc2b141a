"""Which role may call what: the one table for the whole house."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ledger.actor import Role

_COUNTER: Final = frozenset({Role.OFFICER, Role.SECOND_OFFICER, Role.SUPERVISOR})
_REVIEW: Final = _COUNTER | {Role.AUDITOR}
_ALL: Final = frozenset(Role) - {Role.SYSTEM, Role.POST}
_PROTECTION: Final = frozenset({Role.SUPERVISOR, Role.PROTECTION_OFFICER})
_LISTS: Final = frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR})
# whoever may sit at a counter may train for it; a trainee is known by the secret of their seat
_TRAINERS: Final = frozenset({Role.TRAINER})
_TRAINEES: Final = _COUNTER | _TRAINERS
# of a session: its own trainers, which the training room checks, or an administrator when they are away
_STEERING: Final = _TRAINERS | {Role.ADMINISTRATOR}

PERMISSIONS: Final[Mapping[str, frozenset[Role]]] = {
    "/lintas.v1.VerificationService/Examine": _COUNTER,
    "/lintas.v1.VerificationService/RecordDecision": _COUNTER,
    "/lintas.v1.VerificationService/GetCase": _REVIEW,
    "/lintas.v1.VerificationService/ListCases": _REVIEW,
    "/lintas.v1.WatchlistService/Search": _REVIEW,
    "/lintas.v1.WatchlistService/ScreenBatch": _REVIEW,
    "/lintas.v1.WatchlistService/ListEntries": _LISTS | {Role.AUDITOR},
    "/lintas.v1.WatchlistService/ListLists": _REVIEW | _LISTS,
    "/lintas.v1.WatchlistService/GetEntry": _REVIEW | _LISTS,
    "/lintas.v1.WatchlistService/ImportEntries": _LISTS,
    "/lintas.v1.WatchlistService/ExportEntries": _LISTS | {Role.AUDITOR},
    "/lintas.v1.WatchlistSyncService/WatchChanges": frozenset({Role.POST}),
    "/lintas.v1.WatchlistSyncService/Snapshot": frozenset({Role.POST}),
    "/lintas.v1.WatchlistSyncService/DeliverEvents": frozenset({Role.POST}),
    "/lintas.v1.AuditService/QueryEvents": frozenset({Role.AUDITOR, Role.ADMINISTRATOR, Role.SUPERVISOR}),
    "/lintas.v1.AuditService/VerifyRecord": frozenset({Role.AUDITOR, Role.ADMINISTRATOR}),
    "/lintas.v1.InsightService/GetInsight": frozenset({Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR}),
    "/lintas.v1.InsightService/ListLeads": frozenset({Role.SUPERVISOR, Role.AUDITOR}),
    "/lintas.v1.InsightService/GetLead": frozenset({Role.SUPERVISOR, Role.AUDITOR}),
    "/lintas.v1.InsightService/DecideLead": frozenset({Role.SUPERVISOR}),
    "/lintas.v1.InsightService/RecordTrainingResult": _TRAINERS,
    "/lintas.v1.ExclusionService/RecordExclusion": _COUNTER,
    "/lintas.v1.ExclusionService/ConfirmExclusion": frozenset({Role.SECOND_OFFICER, Role.SUPERVISOR}),
    "/lintas.v1.ExclusionService/WithdrawExclusion": frozenset({Role.SECOND_OFFICER, Role.SUPERVISOR}),
    "/lintas.v1.ExclusionService/GetExclusion": _REVIEW,
    "/lintas.v1.ExclusionService/ListExclusions": _REVIEW,
    "/lintas.v1.SupervisionService/ProposeChange": frozenset({Role.SUPERVISOR}),
    "/lintas.v1.SupervisionService/ReviewChange": frozenset({Role.SUPERVISOR}),
    "/lintas.v1.SupervisionService/ExtendEntry": frozenset({Role.SUPERVISOR}),
    "/lintas.v1.SupervisionService/RevokeEntry": frozenset({Role.SUPERVISOR}),
    "/lintas.v1.SupervisionService/RegisterObjection": frozenset({Role.SUPERVISOR}),
    "/lintas.v1.SupervisionService/GetProposal": frozenset({Role.SUPERVISOR, Role.AUDITOR}),
    "/lintas.v1.SupervisionService/ListPending": frozenset({Role.SUPERVISOR, Role.AUDITOR}),
    "/lintas.v1.SupervisionService/GetEntryHistory": frozenset({Role.SUPERVISOR, Role.AUDITOR}),
    "/lintas.v1.SupervisionService/ListRules": _REVIEW | _LISTS,
    "/lintas.v1.ProtectionService/ListIndicators": _ALL,
    "/lintas.v1.ProtectionService/Assess": _COUNTER | _PROTECTION,
    "/lintas.v1.ProtectionService/RecordCallBack": _COUNTER | _PROTECTION,
    "/lintas.v1.ProtectionService/ListCallBacks": _REVIEW | _PROTECTION,
    "/lintas.v1.ProtectionService/GetReferralDirectory": _ALL,
    # referrals stand apart from crossings: whoever sees one side need not see the other
    "/lintas.v1.ProtectionService/CreateReferral": _PROTECTION,
    "/lintas.v1.ProtectionService/GetReferral": frozenset({Role.PROTECTION_OFFICER}),
    "/lintas.v1.ProtectionService/ListReferrals": frozenset({Role.PROTECTION_OFFICER}),
    "/lintas.v1.ProtectionService/AcknowledgeReferral": frozenset({Role.PROTECTION_OFFICER}),
    "/lintas.v1.ProtectionService/RecordOutcome": _COUNTER | _PROTECTION,
    "/lintas.v1.ProtectionService/ListOutcomes": _PROTECTION | {Role.AUDITOR},
    "/lintas.v1.ProtectionService/IndicatorPerformance": _PROTECTION | {Role.AUDITOR, Role.ADMINISTRATOR},
    "/lintas.v1.ProtectionService/SubmitTip": _COUNTER | _PROTECTION,
    "/lintas.v1.ProtectionService/ListTips": _PROTECTION,
    "/lintas.v1.ProtectionService/TriageTip": _PROTECTION,
    "/lintas.v1.TrainingService/ListScenarios": _TRAINERS,
    "/lintas.v1.TrainingService/OpenSession": _TRAINERS,
    "/lintas.v1.TrainingService/GetSession": _STEERING,
    "/lintas.v1.TrainingService/JoinSession": _TRAINEES,
    "/lintas.v1.TrainingService/GetTrainingCase": _TRAINEES,
    "/lintas.v1.TrainingService/GetPicture": _TRAINEES,
    "/lintas.v1.TrainingService/Act": _TRAINEES,
    "/lintas.v1.TrainingService/Decide": _TRAINEES,
    "/lintas.v1.TrainingService/Advance": _STEERING,
    "/lintas.v1.TrainingService/Steer": _STEERING,
    "/lintas.v1.TrainingService/GetBoard": _STEERING,
    "/lintas.v1.TrainingService/DebriefClass": _TRAINERS,
    "/lintas.v1.TrainingService/Rehearse": _TRAINERS,
    "/lintas.v1.TrainingService/Replay": _TRAINEES,
    "/lintas.v1.TrainingService/WatchSession": _TRAINEES,
    "/lintas.v1.TrainingService/Debrief": _TRAINEES,
    "/lintas.v1.TrainingService/Report": _TRAINERS,
    "/lintas.v1.TrainingService/DeleteSession": _STEERING,
    # scenarios with their answers: nobody who is being trained
    "/lintas.v1.TrainerService/GetScenario": _TRAINERS,
    "/lintas.v1.TrainerService/GetScenarioPicture": _TRAINERS,
    "/lintas.v1.TrainerService/LintScenarios": _TRAINERS,
    "/lintas.v1.TrainerService/ListSessions": _TRAINERS,
    "/lintas.v1.TrainerService/GetJoinCode": _TRAINERS,
    "/lintas.v1.TrainerService/MakePack": _TRAINERS,
}
