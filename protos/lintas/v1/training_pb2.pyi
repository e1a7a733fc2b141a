from google.api import field_behavior_pb2 as _field_behavior_pb2
from lintas.v1 import common_pb2 as _common_pb2
from lintas.v1 import verification_pb2 as _verification_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class SessionMode(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SESSION_MODE_UNSPECIFIED: _ClassVar[SessionMode]
    SESSION_MODE_SOLO: _ClassVar[SessionMode]
    SESSION_MODE_TWO_SEAT: _ClassVar[SessionMode]

class SessionPace(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SESSION_PACE_UNSPECIFIED: _ClassVar[SessionPace]
    SESSION_PACE_TRAINER: _ClassVar[SessionPace]
    SESSION_PACE_SELF: _ClassVar[SessionPace]

class SessionFeedback(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SESSION_FEEDBACK_UNSPECIFIED: _ClassVar[SessionFeedback]
    SESSION_FEEDBACK_CASE: _ClassVar[SessionFeedback]
    SESSION_FEEDBACK_END: _ClassVar[SessionFeedback]

class SeatKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SEAT_KIND_UNSPECIFIED: _ClassVar[SeatKind]
    SEAT_KIND_SOLO: _ClassVar[SeatKind]
    SEAT_KIND_PRIMARY: _ClassVar[SeatKind]
    SEAT_KIND_SECONDARY: _ClassVar[SeatKind]

class ParallelForm(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PARALLEL_FORM_UNSPECIFIED: _ClassVar[ParallelForm]
    PARALLEL_FORM_PRACTICE: _ClassVar[ParallelForm]
    PARALLEL_FORM_PRE: _ClassVar[ParallelForm]
    PARALLEL_FORM_POST: _ClassVar[ParallelForm]

class StuckSign(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    STUCK_SIGN_UNSPECIFIED: _ClassVar[StuckSign]
    STUCK_SIGN_QUIET: _ClassVar[StuckSign]
    STUCK_SIGN_BEHIND: _ClassVar[StuckSign]
    STUCK_SIGN_REFUSED: _ClassVar[StuckSign]

class RevisitPurpose(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    REVISIT_PURPOSE_UNSPECIFIED: _ClassVar[RevisitPurpose]
    REVISIT_PURPOSE_DISCUSS: _ClassVar[RevisitPurpose]
    REVISIT_PURPOSE_RETRY: _ClassVar[RevisitPurpose]

class HappeningKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    HAPPENING_KIND_UNSPECIFIED: _ClassVar[HappeningKind]
    HAPPENING_KIND_LINK_DOWN: _ClassVar[HappeningKind]
    HAPPENING_KIND_LINK_UP: _ClassVar[HappeningKind]
    HAPPENING_KIND_LIST_STALE: _ClassVar[HappeningKind]
    HAPPENING_KIND_COMPANION_APPEARS: _ClassVar[HappeningKind]
    HAPPENING_KIND_QUEUE_GROWS: _ClassVar[HappeningKind]
    HAPPENING_KIND_PHONE_CALL: _ClassVar[HappeningKind]
    HAPPENING_KIND_HOTLINE_CALLS_BACK: _ClassVar[HappeningKind]

class SessionHold(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SESSION_HOLD_UNSPECIFIED: _ClassVar[SessionHold]
    SESSION_HOLD_NONE: _ClassVar[SessionHold]
    SESSION_HOLD_PAUSED: _ClassVar[SessionHold]
    SESSION_HOLD_FROZEN: _ClassVar[SessionHold]
    SESSION_HOLD_DISCUSSED: _ClassVar[SessionHold]
    SESSION_HOLD_CLOSED: _ClassVar[SessionHold]
SESSION_MODE_UNSPECIFIED: SessionMode
SESSION_MODE_SOLO: SessionMode
SESSION_MODE_TWO_SEAT: SessionMode
SESSION_PACE_UNSPECIFIED: SessionPace
SESSION_PACE_TRAINER: SessionPace
SESSION_PACE_SELF: SessionPace
SESSION_FEEDBACK_UNSPECIFIED: SessionFeedback
SESSION_FEEDBACK_CASE: SessionFeedback
SESSION_FEEDBACK_END: SessionFeedback
SEAT_KIND_UNSPECIFIED: SeatKind
SEAT_KIND_SOLO: SeatKind
SEAT_KIND_PRIMARY: SeatKind
SEAT_KIND_SECONDARY: SeatKind
PARALLEL_FORM_UNSPECIFIED: ParallelForm
PARALLEL_FORM_PRACTICE: ParallelForm
PARALLEL_FORM_PRE: ParallelForm
PARALLEL_FORM_POST: ParallelForm
STUCK_SIGN_UNSPECIFIED: StuckSign
STUCK_SIGN_QUIET: StuckSign
STUCK_SIGN_BEHIND: StuckSign
STUCK_SIGN_REFUSED: StuckSign
REVISIT_PURPOSE_UNSPECIFIED: RevisitPurpose
REVISIT_PURPOSE_DISCUSS: RevisitPurpose
REVISIT_PURPOSE_RETRY: RevisitPurpose
HAPPENING_KIND_UNSPECIFIED: HappeningKind
HAPPENING_KIND_LINK_DOWN: HappeningKind
HAPPENING_KIND_LINK_UP: HappeningKind
HAPPENING_KIND_LIST_STALE: HappeningKind
HAPPENING_KIND_COMPANION_APPEARS: HappeningKind
HAPPENING_KIND_QUEUE_GROWS: HappeningKind
HAPPENING_KIND_PHONE_CALL: HappeningKind
HAPPENING_KIND_HOTLINE_CALLS_BACK: HappeningKind
SESSION_HOLD_UNSPECIFIED: SessionHold
SESSION_HOLD_NONE: SessionHold
SESSION_HOLD_PAUSED: SessionHold
SESSION_HOLD_FROZEN: SessionHold
SESSION_HOLD_DISCUSSED: SessionHold
SESSION_HOLD_CLOSED: SessionHold

class ListScenariosRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListScenariosResponse(_message.Message):
    __slots__ = ("scenarios",)
    SCENARIOS_FIELD_NUMBER: _ClassVar[int]
    scenarios: _containers.RepeatedCompositeFieldContainer[ScenarioSummary]
    def __init__(self, scenarios: _Optional[_Iterable[_Union[ScenarioSummary, _Mapping]]] = ...) -> None: ...

class ScenarioSummary(_message.Message):
    __slots__ = ("key", "version", "title", "case_class", "topic", "objectives", "difficulty_logit", "time_budget_s", "signal", "bank", "content_note", "counterfactual_of", "competencies", "own")
    KEY_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    CASE_CLASS_FIELD_NUMBER: _ClassVar[int]
    TOPIC_FIELD_NUMBER: _ClassVar[int]
    OBJECTIVES_FIELD_NUMBER: _ClassVar[int]
    DIFFICULTY_LOGIT_FIELD_NUMBER: _ClassVar[int]
    TIME_BUDGET_S_FIELD_NUMBER: _ClassVar[int]
    SIGNAL_FIELD_NUMBER: _ClassVar[int]
    BANK_FIELD_NUMBER: _ClassVar[int]
    CONTENT_NOTE_FIELD_NUMBER: _ClassVar[int]
    COUNTERFACTUAL_OF_FIELD_NUMBER: _ClassVar[int]
    COMPETENCIES_FIELD_NUMBER: _ClassVar[int]
    OWN_FIELD_NUMBER: _ClassVar[int]
    key: str
    version: int
    title: _common_pb2.Text
    case_class: str
    topic: str
    objectives: _containers.RepeatedCompositeFieldContainer[_common_pb2.Text]
    difficulty_logit: float
    time_budget_s: int
    signal: bool
    bank: int
    content_note: _common_pb2.Text
    counterfactual_of: str
    competencies: _containers.RepeatedScalarFieldContainer[str]
    own: bool
    def __init__(self, key: _Optional[str] = ..., version: _Optional[int] = ..., title: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., case_class: _Optional[str] = ..., topic: _Optional[str] = ..., objectives: _Optional[_Iterable[_Union[_common_pb2.Text, _Mapping]]] = ..., difficulty_logit: _Optional[float] = ..., time_budget_s: _Optional[int] = ..., signal: bool = ..., bank: _Optional[int] = ..., content_note: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., counterfactual_of: _Optional[str] = ..., competencies: _Optional[_Iterable[str]] = ..., own: bool = ...) -> None: ...

class SessionSlot(_message.Message):
    __slots__ = ("scenarios", "variant", "form", "wrong_advice", "link_down", "list_age_h")
    SCENARIOS_FIELD_NUMBER: _ClassVar[int]
    VARIANT_FIELD_NUMBER: _ClassVar[int]
    FORM_FIELD_NUMBER: _ClassVar[int]
    WRONG_ADVICE_FIELD_NUMBER: _ClassVar[int]
    LINK_DOWN_FIELD_NUMBER: _ClassVar[int]
    LIST_AGE_H_FIELD_NUMBER: _ClassVar[int]
    scenarios: _containers.RepeatedScalarFieldContainer[str]
    variant: int
    form: ParallelForm
    wrong_advice: bool
    link_down: bool
    list_age_h: int
    def __init__(self, scenarios: _Optional[_Iterable[str]] = ..., variant: _Optional[int] = ..., form: _Optional[_Union[ParallelForm, str]] = ..., wrong_advice: bool = ..., link_down: bool = ..., list_age_h: _Optional[int] = ...) -> None: ...

class OpenSessionRequest(_message.Message):
    __slots__ = ("title", "slots", "mode", "pace", "feedback", "deal_count", "prevalence", "seed", "rehearsal", "deal_adaptively")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    SLOTS_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    PACE_FIELD_NUMBER: _ClassVar[int]
    FEEDBACK_FIELD_NUMBER: _ClassVar[int]
    DEAL_COUNT_FIELD_NUMBER: _ClassVar[int]
    PREVALENCE_FIELD_NUMBER: _ClassVar[int]
    SEED_FIELD_NUMBER: _ClassVar[int]
    REHEARSAL_FIELD_NUMBER: _ClassVar[int]
    DEAL_ADAPTIVELY_FIELD_NUMBER: _ClassVar[int]
    title: str
    slots: _containers.RepeatedCompositeFieldContainer[SessionSlot]
    mode: SessionMode
    pace: SessionPace
    feedback: SessionFeedback
    deal_count: int
    prevalence: float
    seed: int
    rehearsal: bool
    deal_adaptively: bool
    def __init__(self, title: _Optional[str] = ..., slots: _Optional[_Iterable[_Union[SessionSlot, _Mapping]]] = ..., mode: _Optional[_Union[SessionMode, str]] = ..., pace: _Optional[_Union[SessionPace, str]] = ..., feedback: _Optional[_Union[SessionFeedback, str]] = ..., deal_count: _Optional[int] = ..., prevalence: _Optional[float] = ..., seed: _Optional[int] = ..., rehearsal: bool = ..., deal_adaptively: bool = ...) -> None: ...

class TrainingSession(_message.Message):
    __slots__ = ("session_id", "code", "title", "cases", "step", "closed", "number", "trainees", "pace", "rehearsal", "paused", "frozen", "revisit", "trainers", "worked_s", "clock_running", "mode")
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    CASES_FIELD_NUMBER: _ClassVar[int]
    STEP_FIELD_NUMBER: _ClassVar[int]
    CLOSED_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    TRAINEES_FIELD_NUMBER: _ClassVar[int]
    PACE_FIELD_NUMBER: _ClassVar[int]
    REHEARSAL_FIELD_NUMBER: _ClassVar[int]
    PAUSED_FIELD_NUMBER: _ClassVar[int]
    FROZEN_FIELD_NUMBER: _ClassVar[int]
    REVISIT_FIELD_NUMBER: _ClassVar[int]
    TRAINERS_FIELD_NUMBER: _ClassVar[int]
    WORKED_S_FIELD_NUMBER: _ClassVar[int]
    CLOCK_RUNNING_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    session_id: str
    code: str
    title: str
    cases: int
    step: int
    closed: bool
    number: int
    trainees: _containers.RepeatedCompositeFieldContainer[TraineeState]
    pace: SessionPace
    rehearsal: bool
    paused: bool
    frozen: FrozenBoard
    revisit: Revisit
    trainers: _containers.RepeatedScalarFieldContainer[str]
    worked_s: int
    clock_running: bool
    mode: SessionMode
    def __init__(self, session_id: _Optional[str] = ..., code: _Optional[str] = ..., title: _Optional[str] = ..., cases: _Optional[int] = ..., step: _Optional[int] = ..., closed: bool = ..., number: _Optional[int] = ..., trainees: _Optional[_Iterable[_Union[TraineeState, _Mapping]]] = ..., pace: _Optional[_Union[SessionPace, str]] = ..., rehearsal: bool = ..., paused: bool = ..., frozen: _Optional[_Union[FrozenBoard, _Mapping]] = ..., revisit: _Optional[_Union[Revisit, _Mapping]] = ..., trainers: _Optional[_Iterable[str]] = ..., worked_s: _Optional[int] = ..., clock_running: bool = ..., mode: _Optional[_Union[SessionMode, str]] = ...) -> None: ...

class TraineeState(_message.Message):
    __slots__ = ("trainee", "nickname", "desk", "seat", "current", "decided", "idle_s", "refused", "signs", "over")
    TRAINEE_FIELD_NUMBER: _ClassVar[int]
    NICKNAME_FIELD_NUMBER: _ClassVar[int]
    DESK_FIELD_NUMBER: _ClassVar[int]
    SEAT_FIELD_NUMBER: _ClassVar[int]
    CURRENT_FIELD_NUMBER: _ClassVar[int]
    DECIDED_FIELD_NUMBER: _ClassVar[int]
    IDLE_S_FIELD_NUMBER: _ClassVar[int]
    REFUSED_FIELD_NUMBER: _ClassVar[int]
    SIGNS_FIELD_NUMBER: _ClassVar[int]
    OVER_FIELD_NUMBER: _ClassVar[int]
    trainee: str
    nickname: str
    desk: str
    seat: SeatKind
    current: int
    decided: int
    idle_s: int
    refused: int
    signs: _containers.RepeatedScalarFieldContainer[StuckSign]
    over: bool
    def __init__(self, trainee: _Optional[str] = ..., nickname: _Optional[str] = ..., desk: _Optional[str] = ..., seat: _Optional[_Union[SeatKind, str]] = ..., current: _Optional[int] = ..., decided: _Optional[int] = ..., idle_s: _Optional[int] = ..., refused: _Optional[int] = ..., signs: _Optional[_Iterable[_Union[StuckSign, str]]] = ..., over: bool = ...) -> None: ...

class FrozenBoard(_message.Message):
    __slots__ = ("slot", "reveals")
    SLOT_FIELD_NUMBER: _ClassVar[int]
    REVEALS_FIELD_NUMBER: _ClassVar[int]
    slot: int
    reveals: bool
    def __init__(self, slot: _Optional[int] = ..., reveals: bool = ...) -> None: ...

class Revisit(_message.Message):
    __slots__ = ("slot", "purpose", "number")
    SLOT_FIELD_NUMBER: _ClassVar[int]
    PURPOSE_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    slot: int
    purpose: RevisitPurpose
    number: int
    def __init__(self, slot: _Optional[int] = ..., purpose: _Optional[_Union[RevisitPurpose, str]] = ..., number: _Optional[int] = ...) -> None: ...

class SteerRequest(_message.Message):
    __slots__ = ("session_id", "request_id", "pause", "resume", "step_back", "return_to_now", "freeze", "unfreeze", "inject", "add_trainer", "remove_trainer")
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    PAUSE_FIELD_NUMBER: _ClassVar[int]
    RESUME_FIELD_NUMBER: _ClassVar[int]
    STEP_BACK_FIELD_NUMBER: _ClassVar[int]
    RETURN_TO_NOW_FIELD_NUMBER: _ClassVar[int]
    FREEZE_FIELD_NUMBER: _ClassVar[int]
    UNFREEZE_FIELD_NUMBER: _ClassVar[int]
    INJECT_FIELD_NUMBER: _ClassVar[int]
    ADD_TRAINER_FIELD_NUMBER: _ClassVar[int]
    REMOVE_TRAINER_FIELD_NUMBER: _ClassVar[int]
    session_id: str
    request_id: str
    pause: PauseOrder
    resume: ResumeOrder
    step_back: StepBackOrder
    return_to_now: ReturnOrder
    freeze: FrozenBoard
    unfreeze: UnfreezeOrder
    inject: InjectOrder
    add_trainer: TrainerOrder
    remove_trainer: TrainerOrder
    def __init__(self, session_id: _Optional[str] = ..., request_id: _Optional[str] = ..., pause: _Optional[_Union[PauseOrder, _Mapping]] = ..., resume: _Optional[_Union[ResumeOrder, _Mapping]] = ..., step_back: _Optional[_Union[StepBackOrder, _Mapping]] = ..., return_to_now: _Optional[_Union[ReturnOrder, _Mapping]] = ..., freeze: _Optional[_Union[FrozenBoard, _Mapping]] = ..., unfreeze: _Optional[_Union[UnfreezeOrder, _Mapping]] = ..., inject: _Optional[_Union[InjectOrder, _Mapping]] = ..., add_trainer: _Optional[_Union[TrainerOrder, _Mapping]] = ..., remove_trainer: _Optional[_Union[TrainerOrder, _Mapping]] = ...) -> None: ...

class PauseOrder(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ResumeOrder(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ReturnOrder(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class UnfreezeOrder(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class StepBackOrder(_message.Message):
    __slots__ = ("slot", "purpose")
    SLOT_FIELD_NUMBER: _ClassVar[int]
    PURPOSE_FIELD_NUMBER: _ClassVar[int]
    slot: int
    purpose: RevisitPurpose
    def __init__(self, slot: _Optional[int] = ..., purpose: _Optional[_Union[RevisitPurpose, str]] = ...) -> None: ...

class InjectOrder(_message.Message):
    __slots__ = ("kind", "amount", "words")
    KIND_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    kind: HappeningKind
    amount: int
    words: str
    def __init__(self, kind: _Optional[_Union[HappeningKind, str]] = ..., amount: _Optional[int] = ..., words: _Optional[str] = ...) -> None: ...

class TrainerOrder(_message.Message):
    __slots__ = ("officer_id",)
    OFFICER_ID_FIELD_NUMBER: _ClassVar[int]
    officer_id: str
    def __init__(self, officer_id: _Optional[str] = ...) -> None: ...

class GetBoardRequest(_message.Message):
    __slots__ = ("session_id", "slot")
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    SLOT_FIELD_NUMBER: _ClassVar[int]
    session_id: str
    slot: int
    def __init__(self, session_id: _Optional[str] = ..., slot: _Optional[int] = ...) -> None: ...

class GetBoardResponse(_message.Message):
    __slots__ = ("boards",)
    BOARDS_FIELD_NUMBER: _ClassVar[int]
    boards: _containers.RepeatedCompositeFieldContainer[EvidenceBoard]
    def __init__(self, boards: _Optional[_Iterable[_Union[EvidenceBoard, _Mapping]]] = ...) -> None: ...

class EvidenceBoard(_message.Message):
    __slots__ = ("slot", "title", "playing", "decided", "withheld", "decisions", "links", "evidence", "confidence", "sure_and_right")
    SLOT_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    PLAYING_FIELD_NUMBER: _ClassVar[int]
    DECIDED_FIELD_NUMBER: _ClassVar[int]
    WITHHELD_FIELD_NUMBER: _ClassVar[int]
    DECISIONS_FIELD_NUMBER: _ClassVar[int]
    LINKS_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    SURE_AND_RIGHT_FIELD_NUMBER: _ClassVar[int]
    slot: int
    title: _common_pb2.Text
    playing: int
    decided: int
    withheld: bool
    decisions: _containers.RepeatedCompositeFieldContainer[DecisionCount]
    links: _containers.RepeatedCompositeFieldContainer[LinkCount]
    evidence: _containers.RepeatedCompositeFieldContainer[EvidenceCount]
    confidence: _containers.RepeatedScalarFieldContainer[int]
    sure_and_right: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, slot: _Optional[int] = ..., title: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., playing: _Optional[int] = ..., decided: _Optional[int] = ..., withheld: bool = ..., decisions: _Optional[_Iterable[_Union[DecisionCount, _Mapping]]] = ..., links: _Optional[_Iterable[_Union[LinkCount, _Mapping]]] = ..., evidence: _Optional[_Iterable[_Union[EvidenceCount, _Mapping]]] = ..., confidence: _Optional[_Iterable[int]] = ..., sure_and_right: _Optional[_Iterable[int]] = ...) -> None: ...

class DecisionCount(_message.Message):
    __slots__ = ("outcome", "count", "credit")
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    CREDIT_FIELD_NUMBER: _ClassVar[int]
    outcome: _verification_pb2.Outcome
    count: int
    credit: float
    def __init__(self, outcome: _Optional[_Union[_verification_pb2.Outcome, str]] = ..., count: _Optional[int] = ..., credit: _Optional[float] = ...) -> None: ...

class LinkCount(_message.Message):
    __slots__ = ("fact", "other", "count", "proves")
    FACT_FIELD_NUMBER: _ClassVar[int]
    OTHER_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    PROVES_FIELD_NUMBER: _ClassVar[int]
    fact: TrainingFact
    other: TrainingFact
    count: int
    proves: bool
    def __init__(self, fact: _Optional[_Union[TrainingFact, _Mapping]] = ..., other: _Optional[_Union[TrainingFact, _Mapping]] = ..., count: _Optional[int] = ..., proves: bool = ...) -> None: ...

class EvidenceCount(_message.Message):
    __slots__ = ("text", "count", "decoy", "needed")
    TEXT_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    DECOY_FIELD_NUMBER: _ClassVar[int]
    NEEDED_FIELD_NUMBER: _ClassVar[int]
    text: _common_pb2.Text
    count: int
    decoy: bool
    needed: bool
    def __init__(self, text: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., count: _Optional[int] = ..., decoy: bool = ..., needed: bool = ...) -> None: ...

class RehearseRequest(_message.Message):
    __slots__ = ("session_id", "seat")
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    SEAT_FIELD_NUMBER: _ClassVar[int]
    session_id: str
    seat: SeatKind
    def __init__(self, session_id: _Optional[str] = ..., seat: _Optional[_Union[SeatKind, str]] = ...) -> None: ...

class ReplayRequest(_message.Message):
    __slots__ = ("session_id", "trainee", "secret", "slot", "try_number")
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    TRAINEE_FIELD_NUMBER: _ClassVar[int]
    SECRET_FIELD_NUMBER: _ClassVar[int]
    SLOT_FIELD_NUMBER: _ClassVar[int]
    TRY_NUMBER_FIELD_NUMBER: _ClassVar[int]
    session_id: str
    trainee: str
    secret: str
    slot: int
    try_number: int
    def __init__(self, session_id: _Optional[str] = ..., trainee: _Optional[str] = ..., secret: _Optional[str] = ..., slot: _Optional[int] = ..., try_number: _Optional[int] = ...) -> None: ...

class ReplayResponse(_message.Message):
    __slots__ = ("json",)
    JSON_FIELD_NUMBER: _ClassVar[int]
    json: bytes
    def __init__(self, json: _Optional[bytes] = ...) -> None: ...

class DebriefClassRequest(_message.Message):
    __slots__ = ("session_id", "slot")
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    SLOT_FIELD_NUMBER: _ClassVar[int]
    session_id: str
    slot: int
    def __init__(self, session_id: _Optional[str] = ..., slot: _Optional[int] = ...) -> None: ...

class DebriefClassResponse(_message.Message):
    __slots__ = ("json",)
    JSON_FIELD_NUMBER: _ClassVar[int]
    json: bytes
    def __init__(self, json: _Optional[bytes] = ...) -> None: ...

class GetSessionRequest(_message.Message):
    __slots__ = ("session_id",)
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    session_id: str
    def __init__(self, session_id: _Optional[str] = ...) -> None: ...

class JoinSessionRequest(_message.Message):
    __slots__ = ("code", "nickname", "seat", "desk", "rejoin_trainee", "secret", "word")
    CODE_FIELD_NUMBER: _ClassVar[int]
    NICKNAME_FIELD_NUMBER: _ClassVar[int]
    SEAT_FIELD_NUMBER: _ClassVar[int]
    DESK_FIELD_NUMBER: _ClassVar[int]
    REJOIN_TRAINEE_FIELD_NUMBER: _ClassVar[int]
    SECRET_FIELD_NUMBER: _ClassVar[int]
    WORD_FIELD_NUMBER: _ClassVar[int]
    code: str
    nickname: str
    seat: SeatKind
    desk: str
    rejoin_trainee: str
    secret: str
    word: str
    def __init__(self, code: _Optional[str] = ..., nickname: _Optional[str] = ..., seat: _Optional[_Union[SeatKind, str]] = ..., desk: _Optional[str] = ..., rejoin_trainee: _Optional[str] = ..., secret: _Optional[str] = ..., word: _Optional[str] = ...) -> None: ...

class Seat(_message.Message):
    __slots__ = ("session_id", "trainee", "desk", "seat", "secret", "word")
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    TRAINEE_FIELD_NUMBER: _ClassVar[int]
    DESK_FIELD_NUMBER: _ClassVar[int]
    SEAT_FIELD_NUMBER: _ClassVar[int]
    SECRET_FIELD_NUMBER: _ClassVar[int]
    WORD_FIELD_NUMBER: _ClassVar[int]
    session_id: str
    trainee: str
    desk: str
    seat: SeatKind
    secret: str
    word: str
    def __init__(self, session_id: _Optional[str] = ..., trainee: _Optional[str] = ..., desk: _Optional[str] = ..., seat: _Optional[_Union[SeatKind, str]] = ..., secret: _Optional[str] = ..., word: _Optional[str] = ...) -> None: ...

class Trainee(_message.Message):
    __slots__ = ("session_id", "trainee", "secret")
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    TRAINEE_FIELD_NUMBER: _ClassVar[int]
    SECRET_FIELD_NUMBER: _ClassVar[int]
    session_id: str
    trainee: str
    secret: str
    def __init__(self, session_id: _Optional[str] = ..., trainee: _Optional[str] = ..., secret: _Optional[str] = ...) -> None: ...

class GetTrainingCaseRequest(_message.Message):
    __slots__ = ("trainee", "slot")
    TRAINEE_FIELD_NUMBER: _ClassVar[int]
    SLOT_FIELD_NUMBER: _ClassVar[int]
    trainee: Trainee
    slot: int
    def __init__(self, trainee: _Optional[_Union[Trainee, _Mapping]] = ..., slot: _Optional[int] = ...) -> None: ...

class TrainingCase(_message.Message):
    __slots__ = ("case_number", "of_cases", "seat", "my_turn", "over", "content_note", "briefing", "demeanour", "occupation", "queue", "budget_s", "used_s", "documents", "companions", "facts", "offers", "said", "looks", "scans", "citations", "decisions", "handed_note", "reason", "hold", "try_number", "happened")
    CASE_NUMBER_FIELD_NUMBER: _ClassVar[int]
    OF_CASES_FIELD_NUMBER: _ClassVar[int]
    SEAT_FIELD_NUMBER: _ClassVar[int]
    MY_TURN_FIELD_NUMBER: _ClassVar[int]
    OVER_FIELD_NUMBER: _ClassVar[int]
    CONTENT_NOTE_FIELD_NUMBER: _ClassVar[int]
    BRIEFING_FIELD_NUMBER: _ClassVar[int]
    DEMEANOUR_FIELD_NUMBER: _ClassVar[int]
    OCCUPATION_FIELD_NUMBER: _ClassVar[int]
    QUEUE_FIELD_NUMBER: _ClassVar[int]
    BUDGET_S_FIELD_NUMBER: _ClassVar[int]
    USED_S_FIELD_NUMBER: _ClassVar[int]
    DOCUMENTS_FIELD_NUMBER: _ClassVar[int]
    COMPANIONS_FIELD_NUMBER: _ClassVar[int]
    FACTS_FIELD_NUMBER: _ClassVar[int]
    OFFERS_FIELD_NUMBER: _ClassVar[int]
    SAID_FIELD_NUMBER: _ClassVar[int]
    LOOKS_FIELD_NUMBER: _ClassVar[int]
    SCANS_FIELD_NUMBER: _ClassVar[int]
    CITATIONS_FIELD_NUMBER: _ClassVar[int]
    DECISIONS_FIELD_NUMBER: _ClassVar[int]
    HANDED_NOTE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    HOLD_FIELD_NUMBER: _ClassVar[int]
    TRY_NUMBER_FIELD_NUMBER: _ClassVar[int]
    HAPPENED_FIELD_NUMBER: _ClassVar[int]
    case_number: int
    of_cases: int
    seat: SeatKind
    my_turn: bool
    over: bool
    content_note: _common_pb2.Text
    briefing: _common_pb2.Text
    demeanour: _common_pb2.Text
    occupation: _common_pb2.Text
    queue: int
    budget_s: int
    used_s: int
    documents: _containers.RepeatedCompositeFieldContainer[HandedDocument]
    companions: _containers.RepeatedCompositeFieldContainer[Companion]
    facts: _containers.RepeatedCompositeFieldContainer[TrainingFact]
    offers: _containers.RepeatedCompositeFieldContainer[Offer]
    said: _containers.RepeatedCompositeFieldContainer[Said]
    looks: _containers.RepeatedCompositeFieldContainer[LookTaken]
    scans: _containers.RepeatedCompositeFieldContainer[ScanShown]
    citations: _containers.RepeatedCompositeFieldContainer[CitationMade]
    decisions: _containers.RepeatedCompositeFieldContainer[DecisionMade]
    handed_note: str
    reason: str
    hold: SessionHold
    try_number: int
    happened: _containers.RepeatedCompositeFieldContainer[Happened]
    def __init__(self, case_number: _Optional[int] = ..., of_cases: _Optional[int] = ..., seat: _Optional[_Union[SeatKind, str]] = ..., my_turn: bool = ..., over: bool = ..., content_note: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., briefing: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., demeanour: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., occupation: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., queue: _Optional[int] = ..., budget_s: _Optional[int] = ..., used_s: _Optional[int] = ..., documents: _Optional[_Iterable[_Union[HandedDocument, _Mapping]]] = ..., companions: _Optional[_Iterable[_Union[Companion, _Mapping]]] = ..., facts: _Optional[_Iterable[_Union[TrainingFact, _Mapping]]] = ..., offers: _Optional[_Iterable[_Union[Offer, _Mapping]]] = ..., said: _Optional[_Iterable[_Union[Said, _Mapping]]] = ..., looks: _Optional[_Iterable[_Union[LookTaken, _Mapping]]] = ..., scans: _Optional[_Iterable[_Union[ScanShown, _Mapping]]] = ..., citations: _Optional[_Iterable[_Union[CitationMade, _Mapping]]] = ..., decisions: _Optional[_Iterable[_Union[DecisionMade, _Mapping]]] = ..., handed_note: _Optional[str] = ..., reason: _Optional[str] = ..., hold: _Optional[_Union[SessionHold, str]] = ..., try_number: _Optional[int] = ..., happened: _Optional[_Iterable[_Union[Happened, _Mapping]]] = ...) -> None: ...

class Happened(_message.Message):
    __slots__ = ("kind", "told", "words")
    KIND_FIELD_NUMBER: _ClassVar[int]
    TOLD_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    kind: HappeningKind
    told: _common_pb2.Text
    words: str
    def __init__(self, kind: _Optional[_Union[HappeningKind, str]] = ..., told: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., words: _Optional[str] = ...) -> None: ...

class HandedDocument(_message.Message):
    __slots__ = ("key", "type", "issuer", "chip")
    KEY_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    CHIP_FIELD_NUMBER: _ClassVar[int]
    key: str
    type: str
    issuer: str
    chip: bool
    def __init__(self, key: _Optional[str] = ..., type: _Optional[str] = ..., issuer: _Optional[str] = ..., chip: bool = ...) -> None: ...

class Companion(_message.Message):
    __slots__ = ("key", "who", "claims")
    KEY_FIELD_NUMBER: _ClassVar[int]
    WHO_FIELD_NUMBER: _ClassVar[int]
    CLAIMS_FIELD_NUMBER: _ClassVar[int]
    key: str
    who: _common_pb2.Text
    claims: _common_pb2.Text
    def __init__(self, key: _Optional[str] = ..., who: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., claims: _Optional[_Union[_common_pb2.Text, _Mapping]] = ...) -> None: ...

class TrainingFact(_message.Message):
    __slots__ = ("name", "text")
    NAME_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    name: str
    text: _common_pb2.Text
    def __init__(self, name: _Optional[str] = ..., text: _Optional[_Union[_common_pb2.Text, _Mapping]] = ...) -> None: ...

class Offer(_message.Message):
    __slots__ = ("key", "act", "to", "text", "cost_s")
    KEY_FIELD_NUMBER: _ClassVar[int]
    ACT_FIELD_NUMBER: _ClassVar[int]
    TO_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    COST_S_FIELD_NUMBER: _ClassVar[int]
    key: str
    act: str
    to: str
    text: _common_pb2.Text
    cost_s: int
    def __init__(self, key: _Optional[str] = ..., act: _Optional[str] = ..., to: _Optional[str] = ..., text: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., cost_s: _Optional[int] = ...) -> None: ...

class Said(_message.Message):
    __slots__ = ("question", "asked", "answered")
    QUESTION_FIELD_NUMBER: _ClassVar[int]
    ASKED_FIELD_NUMBER: _ClassVar[int]
    ANSWERED_FIELD_NUMBER: _ClassVar[int]
    question: str
    asked: _common_pb2.Text
    answered: _common_pb2.Text
    def __init__(self, question: _Optional[str] = ..., asked: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., answered: _Optional[_Union[_common_pb2.Text, _Mapping]] = ...) -> None: ...

class Region(_message.Message):
    __slots__ = ("left", "top", "right", "bottom")
    LEFT_FIELD_NUMBER: _ClassVar[int]
    TOP_FIELD_NUMBER: _ClassVar[int]
    RIGHT_FIELD_NUMBER: _ClassVar[int]
    BOTTOM_FIELD_NUMBER: _ClassVar[int]
    left: float
    top: float
    right: float
    bottom: float
    def __init__(self, left: _Optional[float] = ..., top: _Optional[float] = ..., right: _Optional[float] = ..., bottom: _Optional[float] = ...) -> None: ...

class LookTaken(_message.Message):
    __slots__ = ("fact", "document", "tool", "region")
    FACT_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    TOOL_FIELD_NUMBER: _ClassVar[int]
    REGION_FIELD_NUMBER: _ClassVar[int]
    fact: str
    document: str
    tool: str
    region: Region
    def __init__(self, fact: _Optional[str] = ..., document: _Optional[str] = ..., tool: _Optional[str] = ..., region: _Optional[_Union[Region, _Mapping]] = ...) -> None: ...

class ScanShown(_message.Message):
    __slots__ = ("advice", "reasons", "handling", "checks", "hits", "mrz", "link_up", "list_age_h")
    ADVICE_FIELD_NUMBER: _ClassVar[int]
    REASONS_FIELD_NUMBER: _ClassVar[int]
    HANDLING_FIELD_NUMBER: _ClassVar[int]
    CHECKS_FIELD_NUMBER: _ClassVar[int]
    HITS_FIELD_NUMBER: _ClassVar[int]
    MRZ_FIELD_NUMBER: _ClassVar[int]
    LINK_UP_FIELD_NUMBER: _ClassVar[int]
    LIST_AGE_H_FIELD_NUMBER: _ClassVar[int]
    advice: _verification_pb2.AdviceKind
    reasons: _containers.RepeatedCompositeFieldContainer[_common_pb2.Text]
    handling: _containers.RepeatedCompositeFieldContainer[_common_pb2.Text]
    checks: _containers.RepeatedCompositeFieldContainer[CheckShown]
    hits: _containers.RepeatedCompositeFieldContainer[HitShown]
    mrz: _containers.RepeatedScalarFieldContainer[str]
    link_up: bool
    list_age_h: int
    def __init__(self, advice: _Optional[_Union[_verification_pb2.AdviceKind, str]] = ..., reasons: _Optional[_Iterable[_Union[_common_pb2.Text, _Mapping]]] = ..., handling: _Optional[_Iterable[_Union[_common_pb2.Text, _Mapping]]] = ..., checks: _Optional[_Iterable[_Union[CheckShown, _Mapping]]] = ..., hits: _Optional[_Iterable[_Union[HitShown, _Mapping]]] = ..., mrz: _Optional[_Iterable[str]] = ..., link_up: bool = ..., list_age_h: _Optional[int] = ...) -> None: ...

class CheckShown(_message.Message):
    __slots__ = ("check_id", "result", "reasons", "score", "threshold")
    CHECK_ID_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    REASONS_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    THRESHOLD_FIELD_NUMBER: _ClassVar[int]
    check_id: str
    result: _verification_pb2.CheckResult
    reasons: _containers.RepeatedCompositeFieldContainer[_common_pb2.Text]
    score: float
    threshold: float
    def __init__(self, check_id: _Optional[str] = ..., result: _Optional[_Union[_verification_pb2.CheckResult, str]] = ..., reasons: _Optional[_Iterable[_Union[_common_pb2.Text, _Mapping]]] = ..., score: _Optional[float] = ..., threshold: _Optional[float] = ...) -> None: ...

class HitShown(_message.Message):
    __slots__ = ("entry", "names", "birth_date", "category", "action", "authority", "grade", "state", "evidence")
    ENTRY_FIELD_NUMBER: _ClassVar[int]
    NAMES_FIELD_NUMBER: _ClassVar[int]
    BIRTH_DATE_FIELD_NUMBER: _ClassVar[int]
    CATEGORY_FIELD_NUMBER: _ClassVar[int]
    ACTION_FIELD_NUMBER: _ClassVar[int]
    AUTHORITY_FIELD_NUMBER: _ClassVar[int]
    GRADE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    entry: str
    names: _containers.RepeatedScalarFieldContainer[str]
    birth_date: str
    category: str
    action: str
    authority: str
    grade: str
    state: str
    evidence: _containers.RepeatedCompositeFieldContainer[EvidenceShown]
    def __init__(self, entry: _Optional[str] = ..., names: _Optional[_Iterable[str]] = ..., birth_date: _Optional[str] = ..., category: _Optional[str] = ..., action: _Optional[str] = ..., authority: _Optional[str] = ..., grade: _Optional[str] = ..., state: _Optional[str] = ..., evidence: _Optional[_Iterable[_Union[EvidenceShown, _Mapping]]] = ...) -> None: ...

class EvidenceShown(_message.Message):
    __slots__ = ("feature", "weight_nats")
    FEATURE_FIELD_NUMBER: _ClassVar[int]
    WEIGHT_NATS_FIELD_NUMBER: _ClassVar[int]
    feature: str
    weight_nats: float
    def __init__(self, feature: _Optional[str] = ..., weight_nats: _Optional[float] = ...) -> None: ...

class CitationMade(_message.Message):
    __slots__ = ("fact", "other")
    FACT_FIELD_NUMBER: _ClassVar[int]
    OTHER_FIELD_NUMBER: _ClassVar[int]
    fact: str
    other: str
    def __init__(self, fact: _Optional[str] = ..., other: _Optional[str] = ...) -> None: ...

class DecisionMade(_message.Message):
    __slots__ = ("seat", "outcome", "confidence")
    SEAT_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    seat: SeatKind
    outcome: _verification_pb2.Outcome
    confidence: float
    def __init__(self, seat: _Optional[_Union[SeatKind, str]] = ..., outcome: _Optional[_Union[_verification_pb2.Outcome, str]] = ..., confidence: _Optional[float] = ...) -> None: ...

class GetPictureRequest(_message.Message):
    __slots__ = ("trainee", "slot", "document", "light", "loupe")
    TRAINEE_FIELD_NUMBER: _ClassVar[int]
    SLOT_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    LIGHT_FIELD_NUMBER: _ClassVar[int]
    LOUPE_FIELD_NUMBER: _ClassVar[int]
    trainee: Trainee
    slot: int
    document: str
    light: str
    loupe: Region
    def __init__(self, trainee: _Optional[_Union[Trainee, _Mapping]] = ..., slot: _Optional[int] = ..., document: _Optional[str] = ..., light: _Optional[str] = ..., loupe: _Optional[_Union[Region, _Mapping]] = ...) -> None: ...

class Picture(_message.Message):
    __slots__ = ("png", "width_px", "height_px")
    PNG_FIELD_NUMBER: _ClassVar[int]
    WIDTH_PX_FIELD_NUMBER: _ClassVar[int]
    HEIGHT_PX_FIELD_NUMBER: _ClassVar[int]
    png: bytes
    width_px: int
    height_px: int
    def __init__(self, png: _Optional[bytes] = ..., width_px: _Optional[int] = ..., height_px: _Optional[int] = ...) -> None: ...

class ActRequest(_message.Message):
    __slots__ = ("trainee", "slot", "request_id", "look", "scan", "ask", "cite", "withdraw", "write", "hand_over")
    TRAINEE_FIELD_NUMBER: _ClassVar[int]
    SLOT_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LOOK_FIELD_NUMBER: _ClassVar[int]
    SCAN_FIELD_NUMBER: _ClassVar[int]
    ASK_FIELD_NUMBER: _ClassVar[int]
    CITE_FIELD_NUMBER: _ClassVar[int]
    WITHDRAW_FIELD_NUMBER: _ClassVar[int]
    WRITE_FIELD_NUMBER: _ClassVar[int]
    HAND_OVER_FIELD_NUMBER: _ClassVar[int]
    trainee: Trainee
    slot: int
    request_id: str
    look: LookAction
    scan: ScanAction
    ask: AskAction
    cite: CitationMade
    withdraw: CitationMade
    write: WriteAction
    hand_over: HandOverAction
    def __init__(self, trainee: _Optional[_Union[Trainee, _Mapping]] = ..., slot: _Optional[int] = ..., request_id: _Optional[str] = ..., look: _Optional[_Union[LookAction, _Mapping]] = ..., scan: _Optional[_Union[ScanAction, _Mapping]] = ..., ask: _Optional[_Union[AskAction, _Mapping]] = ..., cite: _Optional[_Union[CitationMade, _Mapping]] = ..., withdraw: _Optional[_Union[CitationMade, _Mapping]] = ..., write: _Optional[_Union[WriteAction, _Mapping]] = ..., hand_over: _Optional[_Union[HandOverAction, _Mapping]] = ...) -> None: ...

class LookAction(_message.Message):
    __slots__ = ("document", "tool", "region")
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    TOOL_FIELD_NUMBER: _ClassVar[int]
    REGION_FIELD_NUMBER: _ClassVar[int]
    document: str
    tool: str
    region: Region
    def __init__(self, document: _Optional[str] = ..., tool: _Optional[str] = ..., region: _Optional[_Union[Region, _Mapping]] = ...) -> None: ...

class ScanAction(_message.Message):
    __slots__ = ("reports_findings",)
    REPORTS_FINDINGS_FIELD_NUMBER: _ClassVar[int]
    reports_findings: bool
    def __init__(self, reports_findings: bool = ...) -> None: ...

class AskAction(_message.Message):
    __slots__ = ("question",)
    QUESTION_FIELD_NUMBER: _ClassVar[int]
    question: str
    def __init__(self, question: _Optional[str] = ...) -> None: ...

class WriteAction(_message.Message):
    __slots__ = ("reason",)
    REASON_FIELD_NUMBER: _ClassVar[int]
    reason: str
    def __init__(self, reason: _Optional[str] = ...) -> None: ...

class HandOverAction(_message.Message):
    __slots__ = ("facts", "note")
    FACTS_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    facts: _containers.RepeatedScalarFieldContainer[str]
    note: str
    def __init__(self, facts: _Optional[_Iterable[str]] = ..., note: _Optional[str] = ...) -> None: ...

class DecideRequest(_message.Message):
    __slots__ = ("trainee", "slot", "request_id", "outcome", "confidence", "reason")
    TRAINEE_FIELD_NUMBER: _ClassVar[int]
    SLOT_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    trainee: Trainee
    slot: int
    request_id: str
    outcome: _verification_pb2.Outcome
    confidence: float
    reason: str
    def __init__(self, trainee: _Optional[_Union[Trainee, _Mapping]] = ..., slot: _Optional[int] = ..., request_id: _Optional[str] = ..., outcome: _Optional[_Union[_verification_pb2.Outcome, str]] = ..., confidence: _Optional[float] = ..., reason: _Optional[str] = ...) -> None: ...

class AdvanceRequest(_message.Message):
    __slots__ = ("session_id", "step", "close")
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    STEP_FIELD_NUMBER: _ClassVar[int]
    CLOSE_FIELD_NUMBER: _ClassVar[int]
    session_id: str
    step: int
    close: bool
    def __init__(self, session_id: _Optional[str] = ..., step: _Optional[int] = ..., close: bool = ...) -> None: ...

class WatchSessionRequest(_message.Message):
    __slots__ = ("session_id", "after")
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    session_id: str
    after: int
    def __init__(self, session_id: _Optional[str] = ..., after: _Optional[int] = ...) -> None: ...

class SessionNews(_message.Message):
    __slots__ = ("number",)
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    number: int
    def __init__(self, number: _Optional[int] = ...) -> None: ...

class DebriefRequest(_message.Message):
    __slots__ = ("session_id", "trainee", "secret")
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    TRAINEE_FIELD_NUMBER: _ClassVar[int]
    SECRET_FIELD_NUMBER: _ClassVar[int]
    session_id: str
    trainee: str
    secret: str
    def __init__(self, session_id: _Optional[str] = ..., trainee: _Optional[str] = ..., secret: _Optional[str] = ...) -> None: ...

class DebriefResponse(_message.Message):
    __slots__ = ("json",)
    JSON_FIELD_NUMBER: _ClassVar[int]
    json: bytes
    def __init__(self, json: _Optional[bytes] = ...) -> None: ...

class ReportRequest(_message.Message):
    __slots__ = ("session_id",)
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    session_id: str
    def __init__(self, session_id: _Optional[str] = ...) -> None: ...

class ReportResponse(_message.Message):
    __slots__ = ("workshop_json",)
    WORKSHOP_JSON_FIELD_NUMBER: _ClassVar[int]
    workshop_json: bytes
    def __init__(self, workshop_json: _Optional[bytes] = ...) -> None: ...

class DeleteSessionRequest(_message.Message):
    __slots__ = ("session_id",)
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    session_id: str
    def __init__(self, session_id: _Optional[str] = ...) -> None: ...

class DeleteSessionResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...
