import datetime

from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.type import date_pb2 as _date_pb2
from lintas.v1 import protection_pb2 as _protection_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class GetInsightRequest(_message.Message):
    __slots__ = ("start_time", "end_time")
    START_TIME_FIELD_NUMBER: _ClassVar[int]
    END_TIME_FIELD_NUMBER: _ClassVar[int]
    start_time: _timestamp_pb2.Timestamp
    end_time: _timestamp_pb2.Timestamp
    def __init__(self, start_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., end_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class Insight(_message.Message):
    __slots__ = ("start_time", "end_time", "days", "by_hour", "advice", "outcomes", "undecided", "engine_ms", "decision_s", "failed_checks", "hits_by_grade", "referred_for_hit", "referred_for_hit_cleared", "excluded_namesakes", "protective_alerts", "stale_answers", "funnel", "indicators", "groups", "watchlist_version", "watchlist_entries", "watchlist_time", "policy_sha256")
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
    def __init__(self, start_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., end_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., days: _Optional[_Iterable[_Union[DayFigures, _Mapping]]] = ..., by_hour: _Optional[_Iterable[int]] = ..., advice: _Optional[_Mapping[str, int]] = ..., outcomes: _Optional[_Mapping[str, int]] = ..., undecided: _Optional[int] = ..., engine_ms: _Optional[_Union[Spread, _Mapping]] = ..., decision_s: _Optional[_Union[Spread, _Mapping]] = ..., failed_checks: _Optional[_Mapping[str, int]] = ..., hits_by_grade: _Optional[_Mapping[str, int]] = ..., referred_for_hit: _Optional[int] = ..., referred_for_hit_cleared: _Optional[int] = ..., excluded_namesakes: _Optional[int] = ..., protective_alerts: _Optional[int] = ..., stale_answers: _Optional[int] = ..., funnel: _Optional[_Union[_protection_pb2.OutcomeFunnel, _Mapping]] = ..., indicators: _Optional[_Iterable[_Union[_protection_pb2.IndicatorFigures, _Mapping]]] = ..., groups: _Optional[_Iterable[_Union[GroupRate, _Mapping]]] = ..., watchlist_version: _Optional[int] = ..., watchlist_entries: _Optional[int] = ..., watchlist_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., policy_sha256: _Optional[str] = ...) -> None: ...

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
