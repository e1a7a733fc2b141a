import datetime

from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.type import date_pb2 as _date_pb2
from lintas.v1 import common_pb2 as _common_pb2
from lintas.v1 import protection_pb2 as _protection_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class LeadState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    LEAD_STATE_UNSPECIFIED: _ClassVar[LeadState]
    LEAD_STATE_NEW: _ClassVar[LeadState]
    LEAD_STATE_GROWN: _ClassVar[LeadState]
    LEAD_STATE_LOOKED_AT: _ClassVar[LeadState]
    LEAD_STATE_PASSED_ON: _ClassVar[LeadState]
    LEAD_STATE_SET_ASIDE: _ClassVar[LeadState]
    LEAD_STATE_EXPLAINED: _ClassVar[LeadState]
LEAD_STATE_UNSPECIFIED: LeadState
LEAD_STATE_NEW: LeadState
LEAD_STATE_GROWN: LeadState
LEAD_STATE_LOOKED_AT: LeadState
LEAD_STATE_PASSED_ON: LeadState
LEAD_STATE_SET_ASIDE: LeadState
LEAD_STATE_EXPLAINED: LeadState

class GetInsightRequest(_message.Message):
    __slots__ = ("start_time", "end_time")
    START_TIME_FIELD_NUMBER: _ClassVar[int]
    END_TIME_FIELD_NUMBER: _ClassVar[int]
    start_time: _timestamp_pb2.Timestamp
    end_time: _timestamp_pb2.Timestamp
    def __init__(self, start_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., end_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class Insight(_message.Message):
    __slots__ = ("start_time", "end_time", "days", "by_hour", "advice", "outcomes", "undecided", "engine_ms", "decision_s", "failed_checks", "hits_by_grade", "referred_for_hit", "referred_for_hit_cleared", "excluded_namesakes", "protective_alerts", "stale_answers", "funnel", "indicators", "groups", "watchlist_version", "watchlist_entries", "watchlist_time", "policy_sha256", "training")
    class AdviceEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: int
        def __init__(self, key: _Optional[str] = ..., value: _Optional[int] = ...) -> None: ...
    class OutcomesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: int
        def __init__(self, key: _Optional[str] = ..., value: _Optional[int] = ...) -> None: ...
    class FailedChecksEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: int
        def __init__(self, key: _Optional[str] = ..., value: _Optional[int] = ...) -> None: ...
    class HitsByGradeEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: int
        def __init__(self, key: _Optional[str] = ..., value: _Optional[int] = ...) -> None: ...
    START_TIME_FIELD_NUMBER: _ClassVar[int]
    END_TIME_FIELD_NUMBER: _ClassVar[int]
    DAYS_FIELD_NUMBER: _ClassVar[int]
    BY_HOUR_FIELD_NUMBER: _ClassVar[int]
    ADVICE_FIELD_NUMBER: _ClassVar[int]
    OUTCOMES_FIELD_NUMBER: _ClassVar[int]
    UNDECIDED_FIELD_NUMBER: _ClassVar[int]
    ENGINE_MS_FIELD_NUMBER: _ClassVar[int]
    DECISION_S_FIELD_NUMBER: _ClassVar[int]
    FAILED_CHECKS_FIELD_NUMBER: _ClassVar[int]
    HITS_BY_GRADE_FIELD_NUMBER: _ClassVar[int]
    REFERRED_FOR_HIT_FIELD_NUMBER: _ClassVar[int]
    REFERRED_FOR_HIT_CLEARED_FIELD_NUMBER: _ClassVar[int]
    EXCLUDED_NAMESAKES_FIELD_NUMBER: _ClassVar[int]
    PROTECTIVE_ALERTS_FIELD_NUMBER: _ClassVar[int]
    STALE_ANSWERS_FIELD_NUMBER: _ClassVar[int]
    FUNNEL_FIELD_NUMBER: _ClassVar[int]
    INDICATORS_FIELD_NUMBER: _ClassVar[int]
    GROUPS_FIELD_NUMBER: _ClassVar[int]
    WATCHLIST_VERSION_FIELD_NUMBER: _ClassVar[int]
    WATCHLIST_ENTRIES_FIELD_NUMBER: _ClassVar[int]
    WATCHLIST_TIME_FIELD_NUMBER: _ClassVar[int]
    POLICY_SHA256_FIELD_NUMBER: _ClassVar[int]
    TRAINING_FIELD_NUMBER: _ClassVar[int]
    start_time: _timestamp_pb2.Timestamp
    end_time: _timestamp_pb2.Timestamp
    days: _containers.RepeatedCompositeFieldContainer[DayFigures]
    by_hour: _containers.RepeatedScalarFieldContainer[int]
    advice: _containers.ScalarMap[str, int]
    outcomes: _containers.ScalarMap[str, int]
    undecided: int
    engine_ms: Spread
    decision_s: Spread
    failed_checks: _containers.ScalarMap[str, int]
    hits_by_grade: _containers.ScalarMap[str, int]
    referred_for_hit: int
    referred_for_hit_cleared: int
    excluded_namesakes: int
    protective_alerts: int
    stale_answers: int
    funnel: _protection_pb2.OutcomeFunnel
    indicators: _containers.RepeatedCompositeFieldContainer[_protection_pb2.IndicatorFigures]
    groups: _containers.RepeatedCompositeFieldContainer[GroupRate]
    watchlist_version: int
    watchlist_entries: int
    watchlist_time: _timestamp_pb2.Timestamp
    policy_sha256: str
    training: _containers.RepeatedCompositeFieldContainer[TrainingResult]
    def __init__(self, start_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., end_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., days: _Optional[_Iterable[_Union[DayFigures, _Mapping]]] = ..., by_hour: _Optional[_Iterable[int]] = ..., advice: _Optional[_Mapping[str, int]] = ..., outcomes: _Optional[_Mapping[str, int]] = ..., undecided: _Optional[int] = ..., engine_ms: _Optional[_Union[Spread, _Mapping]] = ..., decision_s: _Optional[_Union[Spread, _Mapping]] = ..., failed_checks: _Optional[_Mapping[str, int]] = ..., hits_by_grade: _Optional[_Mapping[str, int]] = ..., referred_for_hit: _Optional[int] = ..., referred_for_hit_cleared: _Optional[int] = ..., excluded_namesakes: _Optional[int] = ..., protective_alerts: _Optional[int] = ..., stale_answers: _Optional[int] = ..., funnel: _Optional[_Union[_protection_pb2.OutcomeFunnel, _Mapping]] = ..., indicators: _Optional[_Iterable[_Union[_protection_pb2.IndicatorFigures, _Mapping]]] = ..., groups: _Optional[_Iterable[_Union[GroupRate, _Mapping]]] = ..., watchlist_version: _Optional[int] = ..., watchlist_entries: _Optional[int] = ..., watchlist_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., policy_sha256: _Optional[str] = ..., training: _Optional[_Iterable[_Union[TrainingResult, _Mapping]]] = ...) -> None: ...

class DayFigures(_message.Message):
    __slots__ = ("day", "examined", "advised", "decided")
    DAY_FIELD_NUMBER: _ClassVar[int]
    EXAMINED_FIELD_NUMBER: _ClassVar[int]
    ADVISED_FIELD_NUMBER: _ClassVar[int]
    DECIDED_FIELD_NUMBER: _ClassVar[int]
    day: _date_pb2.Date
    examined: int
    advised: int
    decided: int
    def __init__(self, day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., examined: _Optional[int] = ..., advised: _Optional[int] = ..., decided: _Optional[int] = ...) -> None: ...

class Spread(_message.Message):
    __slots__ = ("median", "p95", "of")
    MEDIAN_FIELD_NUMBER: _ClassVar[int]
    P95_FIELD_NUMBER: _ClassVar[int]
    OF_FIELD_NUMBER: _ClassVar[int]
    median: float
    p95: float
    of: int
    def __init__(self, median: _Optional[float] = ..., p95: _Optional[float] = ..., of: _Optional[int] = ...) -> None: ...

class GroupRate(_message.Message):
    __slots__ = ("grouping", "group", "cases", "advised", "decided")
    GROUPING_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    CASES_FIELD_NUMBER: _ClassVar[int]
    ADVISED_FIELD_NUMBER: _ClassVar[int]
    DECIDED_FIELD_NUMBER: _ClassVar[int]
    grouping: str
    group: str
    cases: int
    advised: _protection_pb2.Share
    decided: _protection_pb2.Share
    def __init__(self, grouping: _Optional[str] = ..., group: _Optional[str] = ..., cases: _Optional[int] = ..., advised: _Optional[_Union[_protection_pb2.Share, _Mapping]] = ..., decided: _Optional[_Union[_protection_pb2.Share, _Mapping]] = ...) -> None: ...

class Lead(_message.Message):
    __slots__ = ("name", "etag", "pattern_id", "pattern", "subject", "text", "innocent", "counts", "crossings", "crossing_count", "first_crossing_time", "last_crossing_time", "create_time", "last_found_time", "state", "allowance", "decisions")
    class CountsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: int
        def __init__(self, key: _Optional[str] = ..., value: _Optional[int] = ...) -> None: ...
    NAME_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    PATTERN_ID_FIELD_NUMBER: _ClassVar[int]
    PATTERN_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    INNOCENT_FIELD_NUMBER: _ClassVar[int]
    COUNTS_FIELD_NUMBER: _ClassVar[int]
    CROSSINGS_FIELD_NUMBER: _ClassVar[int]
    CROSSING_COUNT_FIELD_NUMBER: _ClassVar[int]
    FIRST_CROSSING_TIME_FIELD_NUMBER: _ClassVar[int]
    LAST_CROSSING_TIME_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    LAST_FOUND_TIME_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    ALLOWANCE_FIELD_NUMBER: _ClassVar[int]
    DECISIONS_FIELD_NUMBER: _ClassVar[int]
    name: str
    etag: str
    pattern_id: str
    pattern: _common_pb2.Text
    subject: str
    text: _common_pb2.Text
    innocent: _common_pb2.Text
    counts: _containers.ScalarMap[str, int]
    crossings: _containers.RepeatedScalarFieldContainer[str]
    crossing_count: int
    first_crossing_time: _timestamp_pb2.Timestamp
    last_crossing_time: _timestamp_pb2.Timestamp
    create_time: _timestamp_pb2.Timestamp
    last_found_time: _timestamp_pb2.Timestamp
    state: LeadState
    allowance: LeadAllowance
    decisions: _containers.RepeatedCompositeFieldContainer[LeadDecision]
    def __init__(self, name: _Optional[str] = ..., etag: _Optional[str] = ..., pattern_id: _Optional[str] = ..., pattern: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., subject: _Optional[str] = ..., text: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., innocent: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., counts: _Optional[_Mapping[str, int]] = ..., crossings: _Optional[_Iterable[str]] = ..., crossing_count: _Optional[int] = ..., first_crossing_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., last_crossing_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., last_found_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., state: _Optional[_Union[LeadState, str]] = ..., allowance: _Optional[_Union[LeadAllowance, _Mapping]] = ..., decisions: _Optional[_Iterable[_Union[LeadDecision, _Mapping]]] = ...) -> None: ...

class LeadAllowance(_message.Message):
    __slots__ = ("allowance_id", "kind", "ground", "expire_time", "allowed_by")
    ALLOWANCE_ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    GROUND_FIELD_NUMBER: _ClassVar[int]
    EXPIRE_TIME_FIELD_NUMBER: _ClassVar[int]
    ALLOWED_BY_FIELD_NUMBER: _ClassVar[int]
    allowance_id: str
    kind: _common_pb2.Text
    ground: str
    expire_time: _timestamp_pb2.Timestamp
    allowed_by: str
    def __init__(self, allowance_id: _Optional[str] = ..., kind: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., ground: _Optional[str] = ..., expire_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., allowed_by: _Optional[str] = ...) -> None: ...

class LeadDecision(_message.Message):
    __slots__ = ("state", "reason", "actor", "decide_time")
    STATE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    ACTOR_FIELD_NUMBER: _ClassVar[int]
    DECIDE_TIME_FIELD_NUMBER: _ClassVar[int]
    state: LeadState
    reason: str
    actor: _common_pb2.Actor
    decide_time: _timestamp_pb2.Timestamp
    def __init__(self, state: _Optional[_Union[LeadState, str]] = ..., reason: _Optional[str] = ..., actor: _Optional[_Union[_common_pb2.Actor, _Mapping]] = ..., decide_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ListLeadsRequest(_message.Message):
    __slots__ = ("page_size", "page_token", "state")
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    page_size: int
    page_token: str
    state: LeadState
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., state: _Optional[_Union[LeadState, str]] = ...) -> None: ...

class ListLeadsResponse(_message.Message):
    __slots__ = ("leads", "next_page_token")
    LEADS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    leads: _containers.RepeatedCompositeFieldContainer[Lead]
    next_page_token: str
    def __init__(self, leads: _Optional[_Iterable[_Union[Lead, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class GetLeadRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class DecideLeadRequest(_message.Message):
    __slots__ = ("request_id", "name", "etag", "state", "reason")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    name: str
    etag: str
    state: LeadState
    reason: str
    def __init__(self, request_id: _Optional[str] = ..., name: _Optional[str] = ..., etag: _Optional[str] = ..., state: _Optional[_Union[LeadState, str]] = ..., reason: _Optional[str] = ...) -> None: ...

class TrainingResult(_message.Message):
    __slots__ = ("name", "create_time", "actor", "held_on", "trainees", "cases", "decisions", "harms", "points", "hit_rate", "false_referral_rate", "evidence_found", "evidence_right", "overconfidence", "gain")
    NAME_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    ACTOR_FIELD_NUMBER: _ClassVar[int]
    HELD_ON_FIELD_NUMBER: _ClassVar[int]
    TRAINEES_FIELD_NUMBER: _ClassVar[int]
    CASES_FIELD_NUMBER: _ClassVar[int]
    DECISIONS_FIELD_NUMBER: _ClassVar[int]
    HARMS_FIELD_NUMBER: _ClassVar[int]
    POINTS_FIELD_NUMBER: _ClassVar[int]
    HIT_RATE_FIELD_NUMBER: _ClassVar[int]
    FALSE_REFERRAL_RATE_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FOUND_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_RIGHT_FIELD_NUMBER: _ClassVar[int]
    OVERCONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    GAIN_FIELD_NUMBER: _ClassVar[int]
    name: str
    create_time: _timestamp_pb2.Timestamp
    actor: _common_pb2.Actor
    held_on: _date_pb2.Date
    trainees: int
    cases: int
    decisions: int
    harms: int
    points: ClassFigure
    hit_rate: ClassFigure
    false_referral_rate: ClassFigure
    evidence_found: ClassFigure
    evidence_right: ClassFigure
    overconfidence: ClassFigure
    gain: ClassFigure
    def __init__(self, name: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., actor: _Optional[_Union[_common_pb2.Actor, _Mapping]] = ..., held_on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., trainees: _Optional[int] = ..., cases: _Optional[int] = ..., decisions: _Optional[int] = ..., harms: _Optional[int] = ..., points: _Optional[_Union[ClassFigure, _Mapping]] = ..., hit_rate: _Optional[_Union[ClassFigure, _Mapping]] = ..., false_referral_rate: _Optional[_Union[ClassFigure, _Mapping]] = ..., evidence_found: _Optional[_Union[ClassFigure, _Mapping]] = ..., evidence_right: _Optional[_Union[ClassFigure, _Mapping]] = ..., overconfidence: _Optional[_Union[ClassFigure, _Mapping]] = ..., gain: _Optional[_Union[ClassFigure, _Mapping]] = ...) -> None: ...

class ClassFigure(_message.Message):
    __slots__ = ("value", "low", "high", "of")
    VALUE_FIELD_NUMBER: _ClassVar[int]
    LOW_FIELD_NUMBER: _ClassVar[int]
    HIGH_FIELD_NUMBER: _ClassVar[int]
    OF_FIELD_NUMBER: _ClassVar[int]
    value: float
    low: float
    high: float
    of: int
    def __init__(self, value: _Optional[float] = ..., low: _Optional[float] = ..., high: _Optional[float] = ..., of: _Optional[int] = ...) -> None: ...

class RecordTrainingResultRequest(_message.Message):
    __slots__ = ("request_id", "result")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    result: TrainingResult
    def __init__(self, request_id: _Optional[str] = ..., result: _Optional[_Union[TrainingResult, _Mapping]] = ...) -> None: ...
