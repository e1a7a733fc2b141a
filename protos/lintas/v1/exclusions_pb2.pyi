import datetime

from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from lintas.v1 import common_pb2 as _common_pb2
from lintas.v1 import watchlist_pb2 as _watchlist_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ExclusionState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    EXCLUSION_STATE_UNSPECIFIED: _ClassVar[ExclusionState]
    EXCLUSION_STATE_WAITING: _ClassVar[ExclusionState]
    EXCLUSION_STATE_IN_FORCE: _ClassVar[ExclusionState]
    EXCLUSION_STATE_DUE: _ClassVar[ExclusionState]
    EXCLUSION_STATE_WITHDRAWN: _ClassVar[ExclusionState]
EXCLUSION_STATE_UNSPECIFIED: ExclusionState
EXCLUSION_STATE_WAITING: ExclusionState
EXCLUSION_STATE_IN_FORCE: ExclusionState
EXCLUSION_STATE_DUE: ExclusionState
EXCLUSION_STATE_WITHDRAWN: ExclusionState

class Exclusion(_message.Message):
    __slots__ = ("name", "etag", "state", "document", "entry", "entry_etag", "case", "reason", "expire_time", "recorded_by", "record_time", "confirmed_by", "confirm_time", "withdrawn_by", "withdraw_time", "withdrawal_reason")
    NAME_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    ENTRY_FIELD_NUMBER: _ClassVar[int]
    ENTRY_ETAG_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    EXPIRE_TIME_FIELD_NUMBER: _ClassVar[int]
    RECORDED_BY_FIELD_NUMBER: _ClassVar[int]
    RECORD_TIME_FIELD_NUMBER: _ClassVar[int]
    CONFIRMED_BY_FIELD_NUMBER: _ClassVar[int]
    CONFIRM_TIME_FIELD_NUMBER: _ClassVar[int]
    WITHDRAWN_BY_FIELD_NUMBER: _ClassVar[int]
    WITHDRAW_TIME_FIELD_NUMBER: _ClassVar[int]
    WITHDRAWAL_REASON_FIELD_NUMBER: _ClassVar[int]
    name: str
    etag: str
    state: ExclusionState
    document: _watchlist_pb2.DocumentKey
    entry: str
    entry_etag: str
    case: str
    reason: str
    expire_time: _timestamp_pb2.Timestamp
    recorded_by: _common_pb2.Actor
    record_time: _timestamp_pb2.Timestamp
    confirmed_by: _common_pb2.Actor
    confirm_time: _timestamp_pb2.Timestamp
    withdrawn_by: _common_pb2.Actor
    withdraw_time: _timestamp_pb2.Timestamp
    withdrawal_reason: str
    def __init__(self, name: _Optional[str] = ..., etag: _Optional[str] = ..., state: _Optional[_Union[ExclusionState, str]] = ..., document: _Optional[_Union[_watchlist_pb2.DocumentKey, _Mapping]] = ..., entry: _Optional[str] = ..., entry_etag: _Optional[str] = ..., case: _Optional[str] = ..., reason: _Optional[str] = ..., expire_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., recorded_by: _Optional[_Union[_common_pb2.Actor, _Mapping]] = ..., record_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., confirmed_by: _Optional[_Union[_common_pb2.Actor, _Mapping]] = ..., confirm_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., withdrawn_by: _Optional[_Union[_common_pb2.Actor, _Mapping]] = ..., withdraw_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., withdrawal_reason: _Optional[str] = ...) -> None: ...

class RecordExclusionRequest(_message.Message):
    __slots__ = ("request_id", "document", "entry", "entry_etag", "reason", "months", "case")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    ENTRY_FIELD_NUMBER: _ClassVar[int]
    ENTRY_ETAG_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    MONTHS_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    document: _watchlist_pb2.DocumentKey
    entry: str
    entry_etag: str
    reason: str
    months: int
    case: str
    def __init__(self, request_id: _Optional[str] = ..., document: _Optional[_Union[_watchlist_pb2.DocumentKey, _Mapping]] = ..., entry: _Optional[str] = ..., entry_etag: _Optional[str] = ..., reason: _Optional[str] = ..., months: _Optional[int] = ..., case: _Optional[str] = ...) -> None: ...

class ConfirmExclusionRequest(_message.Message):
    __slots__ = ("request_id", "name", "etag")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    name: str
    etag: str
    def __init__(self, request_id: _Optional[str] = ..., name: _Optional[str] = ..., etag: _Optional[str] = ...) -> None: ...

class WithdrawExclusionRequest(_message.Message):
    __slots__ = ("request_id", "name", "etag", "reason")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    name: str
    etag: str
    reason: str
    def __init__(self, request_id: _Optional[str] = ..., name: _Optional[str] = ..., etag: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class GetExclusionRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class ListExclusionsRequest(_message.Message):
    __slots__ = ("page_size", "page_token", "state")
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    page_size: int
    page_token: str
    state: ExclusionState
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., state: _Optional[_Union[ExclusionState, str]] = ...) -> None: ...

class ListExclusionsResponse(_message.Message):
    __slots__ = ("exclusions", "next_page_token")
    EXCLUSIONS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    exclusions: _containers.RepeatedCompositeFieldContainer[Exclusion]
    next_page_token: str
    def __init__(self, exclusions: _Optional[_Iterable[_Union[Exclusion, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...
