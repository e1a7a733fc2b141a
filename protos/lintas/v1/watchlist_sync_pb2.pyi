import datetime

from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from lintas.v1 import common_pb2 as _common_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class WatchChangesRequest(_message.Message):
    __slots__ = ("from_version", "batch_size", "heartbeat_seconds", "compress", "with_list_digest")
    FROM_VERSION_FIELD_NUMBER: _ClassVar[int]
    BATCH_SIZE_FIELD_NUMBER: _ClassVar[int]
    HEARTBEAT_SECONDS_FIELD_NUMBER: _ClassVar[int]
    COMPRESS_FIELD_NUMBER: _ClassVar[int]
    WITH_LIST_DIGEST_FIELD_NUMBER: _ClassVar[int]
    from_version: int
    batch_size: int
    heartbeat_seconds: int
    compress: bool
    with_list_digest: bool
    def __init__(self, from_version: _Optional[int] = ..., batch_size: _Optional[int] = ..., heartbeat_seconds: _Optional[int] = ..., compress: bool = ..., with_list_digest: bool = ...) -> None: ...

class WatchChangesResponse(_message.Message):
    __slots__ = ("stamp", "changes")
    STAMP_FIELD_NUMBER: _ClassVar[int]
    CHANGES_FIELD_NUMBER: _ClassVar[int]
    stamp: Stamp
    changes: _containers.RepeatedCompositeFieldContainer[ListChange]
    def __init__(self, stamp: _Optional[_Union[Stamp, _Mapping]] = ..., changes: _Optional[_Iterable[_Union[ListChange, _Mapping]]] = ...) -> None: ...

class ListChange(_message.Message):
    __slots__ = ("list_version", "entry", "recorded_at", "event_sequence")
    LIST_VERSION_FIELD_NUMBER: _ClassVar[int]
    ENTRY_FIELD_NUMBER: _ClassVar[int]
    RECORDED_AT_FIELD_NUMBER: _ClassVar[int]
    EVENT_SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    list_version: int
    entry: str
    recorded_at: str
    event_sequence: int
    def __init__(self, list_version: _Optional[int] = ..., entry: _Optional[str] = ..., recorded_at: _Optional[str] = ..., event_sequence: _Optional[int] = ...) -> None: ...

class Stamp(_message.Message):
    __slots__ = ("from_version", "list_version", "head_version", "create_time", "expire_time", "count", "changes_sha256", "list_sha256", "key_id", "signature")
    FROM_VERSION_FIELD_NUMBER: _ClassVar[int]
    LIST_VERSION_FIELD_NUMBER: _ClassVar[int]
    HEAD_VERSION_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    EXPIRE_TIME_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    CHANGES_SHA256_FIELD_NUMBER: _ClassVar[int]
    LIST_SHA256_FIELD_NUMBER: _ClassVar[int]
    KEY_ID_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    from_version: int
    list_version: int
    head_version: int
    create_time: _timestamp_pb2.Timestamp
    expire_time: _timestamp_pb2.Timestamp
    count: int
    changes_sha256: str
    list_sha256: str
    key_id: str
    signature: bytes
    def __init__(self, from_version: _Optional[int] = ..., list_version: _Optional[int] = ..., head_version: _Optional[int] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., expire_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., count: _Optional[int] = ..., changes_sha256: _Optional[str] = ..., list_sha256: _Optional[str] = ..., key_id: _Optional[str] = ..., signature: _Optional[bytes] = ...) -> None: ...

class SnapshotRequest(_message.Message):
    __slots__ = ("list_version", "offset")
    LIST_VERSION_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    list_version: int
    offset: int
    def __init__(self, list_version: _Optional[int] = ..., offset: _Optional[int] = ...) -> None: ...

class SnapshotResponse(_message.Message):
    __slots__ = ("list_version", "total_bytes", "offset", "piece")
    LIST_VERSION_FIELD_NUMBER: _ClassVar[int]
    TOTAL_BYTES_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    PIECE_FIELD_NUMBER: _ClassVar[int]
    list_version: int
    total_bytes: int
    offset: int
    piece: bytes
    def __init__(self, list_version: _Optional[int] = ..., total_bytes: _Optional[int] = ..., offset: _Optional[int] = ..., piece: _Optional[bytes] = ...) -> None: ...

class DeliverEventsRequest(_message.Message):
    __slots__ = ("writer_id", "events", "records")
    WRITER_ID_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    RECORDS_FIELD_NUMBER: _ClassVar[int]
    writer_id: str
    events: _containers.RepeatedCompositeFieldContainer[DeliveredEvent]
    records: _containers.RepeatedCompositeFieldContainer[DeliveredRecord]
    def __init__(self, writer_id: _Optional[str] = ..., events: _Optional[_Iterable[_Union[DeliveredEvent, _Mapping]]] = ..., records: _Optional[_Iterable[_Union[DeliveredRecord, _Mapping]]] = ...) -> None: ...

class DeliveredEvent(_message.Message):
    __slots__ = ("sequence", "kind", "actor", "subject", "body", "recorded_at", "previous_digest", "digest")
    SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    ACTOR_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    BODY_FIELD_NUMBER: _ClassVar[int]
    RECORDED_AT_FIELD_NUMBER: _ClassVar[int]
    PREVIOUS_DIGEST_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    sequence: int
    kind: str
    actor: _common_pb2.Actor
    subject: str
    body: str
    recorded_at: str
    previous_digest: str
    digest: str
    def __init__(self, sequence: _Optional[int] = ..., kind: _Optional[str] = ..., actor: _Optional[_Union[_common_pb2.Actor, _Mapping]] = ..., subject: _Optional[str] = ..., body: _Optional[str] = ..., recorded_at: _Optional[str] = ..., previous_digest: _Optional[str] = ..., digest: _Optional[str] = ...) -> None: ...

class DeliveredRecord(_message.Message):
    __slots__ = ("subject", "event_sequence", "content")
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    EVENT_SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    subject: str
    event_sequence: int
    content: str
    def __init__(self, subject: _Optional[str] = ..., event_sequence: _Optional[int] = ..., content: _Optional[str] = ...) -> None: ...

class DeliverEventsResponse(_message.Message):
    __slots__ = ("sequence", "digest", "accepted")
    SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    ACCEPTED_FIELD_NUMBER: _ClassVar[int]
    sequence: int
    digest: str
    accepted: int
    def __init__(self, sequence: _Optional[int] = ..., digest: _Optional[str] = ..., accepted: _Optional[int] = ...) -> None: ...
