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

class ProposalKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PROPOSAL_KIND_UNSPECIFIED: _ClassVar[ProposalKind]
    PROPOSAL_KIND_ADD: _ClassVar[ProposalKind]
    PROPOSAL_KIND_CORRECT: _ClassVar[ProposalKind]
    PROPOSAL_KIND_EXTEND: _ClassVar[ProposalKind]
    PROPOSAL_KIND_REVOKE: _ClassVar[ProposalKind]
    PROPOSAL_KIND_DECIDE_OBJECTION: _ClassVar[ProposalKind]
    PROPOSAL_KIND_MERGE: _ClassVar[ProposalKind]
    PROPOSAL_KIND_SPLIT: _ClassVar[ProposalKind]
    PROPOSAL_KIND_MASK: _ClassVar[ProposalKind]
    PROPOSAL_KIND_ERASE: _ClassVar[ProposalKind]
    PROPOSAL_KIND_IMPORT: _ClassVar[ProposalKind]
    PROPOSAL_KIND_SUSPEND: _ClassVar[ProposalKind]
    PROPOSAL_KIND_REINSTATE: _ClassVar[ProposalKind]

class ProposalState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PROPOSAL_STATE_UNSPECIFIED: _ClassVar[ProposalState]
    PROPOSAL_STATE_PENDING: _ClassVar[ProposalState]
    PROPOSAL_STATE_APPROVED: _ClassVar[ProposalState]
    PROPOSAL_STATE_REJECTED: _ClassVar[ProposalState]
    PROPOSAL_STATE_WITHDRAWN: _ClassVar[ProposalState]
PROPOSAL_KIND_UNSPECIFIED: ProposalKind
PROPOSAL_KIND_ADD: ProposalKind
PROPOSAL_KIND_CORRECT: ProposalKind
PROPOSAL_KIND_EXTEND: ProposalKind
PROPOSAL_KIND_REVOKE: ProposalKind
PROPOSAL_KIND_DECIDE_OBJECTION: ProposalKind
PROPOSAL_KIND_MERGE: ProposalKind
PROPOSAL_KIND_SPLIT: ProposalKind
PROPOSAL_KIND_MASK: ProposalKind
PROPOSAL_KIND_ERASE: ProposalKind
PROPOSAL_KIND_IMPORT: ProposalKind
PROPOSAL_KIND_SUSPEND: ProposalKind
PROPOSAL_KIND_REINSTATE: ProposalKind
PROPOSAL_STATE_UNSPECIFIED: ProposalState
PROPOSAL_STATE_PENDING: ProposalState
PROPOSAL_STATE_APPROVED: ProposalState
PROPOSAL_STATE_REJECTED: ProposalState
PROPOSAL_STATE_WITHDRAWN: ProposalState

class Proposal(_message.Message):
    __slots__ = ("name", "etag", "state", "change", "reason", "proposer", "propose_time", "reviewer", "review_reason", "review_time", "watchlist_version", "effect")
    NAME_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    CHANGE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    PROPOSER_FIELD_NUMBER: _ClassVar[int]
    PROPOSE_TIME_FIELD_NUMBER: _ClassVar[int]
    REVIEWER_FIELD_NUMBER: _ClassVar[int]
    REVIEW_REASON_FIELD_NUMBER: _ClassVar[int]
    REVIEW_TIME_FIELD_NUMBER: _ClassVar[int]
    WATCHLIST_VERSION_FIELD_NUMBER: _ClassVar[int]
    EFFECT_FIELD_NUMBER: _ClassVar[int]
    name: str
    etag: str
    state: ProposalState
    change: ProposedChange
    reason: str
    proposer: _common_pb2.Actor
    propose_time: _timestamp_pb2.Timestamp
    reviewer: _common_pb2.Actor
    review_reason: str
    review_time: _timestamp_pb2.Timestamp
    watchlist_version: int
    effect: _containers.RepeatedCompositeFieldContainer[EntryChange]
    def __init__(self, name: _Optional[str] = ..., etag: _Optional[str] = ..., state: _Optional[_Union[ProposalState, str]] = ..., change: _Optional[_Union[ProposedChange, _Mapping]] = ..., reason: _Optional[str] = ..., proposer: _Optional[_Union[_common_pb2.Actor, _Mapping]] = ..., propose_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., reviewer: _Optional[_Union[_common_pb2.Actor, _Mapping]] = ..., review_reason: _Optional[str] = ..., review_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., watchlist_version: _Optional[int] = ..., effect: _Optional[_Iterable[_Union[EntryChange, _Mapping]]] = ...) -> None: ...

class ProposedChange(_message.Message):
    __slots__ = ("kind", "targets", "entry", "split_off", "valid_until", "objection_reference", "objection_upheld", "list_import")
    KIND_FIELD_NUMBER: _ClassVar[int]
    TARGETS_FIELD_NUMBER: _ClassVar[int]
    ENTRY_FIELD_NUMBER: _ClassVar[int]
    SPLIT_OFF_FIELD_NUMBER: _ClassVar[int]
    VALID_UNTIL_FIELD_NUMBER: _ClassVar[int]
    OBJECTION_REFERENCE_FIELD_NUMBER: _ClassVar[int]
    OBJECTION_UPHELD_FIELD_NUMBER: _ClassVar[int]
    LIST_IMPORT_FIELD_NUMBER: _ClassVar[int]
    kind: ProposalKind
    targets: _containers.RepeatedCompositeFieldContainer[ChangeTarget]
    entry: _watchlist_pb2.Entry
    split_off: _watchlist_pb2.Entry
    valid_until: _timestamp_pb2.Timestamp
    objection_reference: str
    objection_upheld: bool
    list_import: ListImport
    def __init__(self, kind: _Optional[_Union[ProposalKind, str]] = ..., targets: _Optional[_Iterable[_Union[ChangeTarget, _Mapping]]] = ..., entry: _Optional[_Union[_watchlist_pb2.Entry, _Mapping]] = ..., split_off: _Optional[_Union[_watchlist_pb2.Entry, _Mapping]] = ..., valid_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., objection_reference: _Optional[str] = ..., objection_upheld: bool = ..., list_import: _Optional[_Union[ListImport, _Mapping]] = ...) -> None: ...

class ChangeTarget(_message.Message):
    __slots__ = ("name", "etag")
    NAME_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    name: str
    etag: str
    def __init__(self, name: _Optional[str] = ..., etag: _Optional[str] = ...) -> None: ...

class ListImport(_message.Message):
    __slots__ = ("list_id", "source", "file_sha256", "added", "changed", "removed", "unchanged", "rejected", "overridden", "published_date")
    LIST_ID_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    FILE_SHA256_FIELD_NUMBER: _ClassVar[int]
    ADDED_FIELD_NUMBER: _ClassVar[int]
    CHANGED_FIELD_NUMBER: _ClassVar[int]
    REMOVED_FIELD_NUMBER: _ClassVar[int]
    UNCHANGED_FIELD_NUMBER: _ClassVar[int]
    REJECTED_FIELD_NUMBER: _ClassVar[int]
    OVERRIDDEN_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_DATE_FIELD_NUMBER: _ClassVar[int]
    list_id: str
    source: str
    file_sha256: _containers.RepeatedScalarFieldContainer[str]
    added: int
    changed: int
    removed: int
    unchanged: int
    rejected: int
    overridden: int
    published_date: str
    def __init__(self, list_id: _Optional[str] = ..., source: _Optional[str] = ..., file_sha256: _Optional[_Iterable[str]] = ..., added: _Optional[int] = ..., changed: _Optional[int] = ..., removed: _Optional[int] = ..., unchanged: _Optional[int] = ..., rejected: _Optional[int] = ..., overridden: _Optional[int] = ..., published_date: _Optional[str] = ...) -> None: ...

class EntryChange(_message.Message):
    __slots__ = ("name", "fields")
    NAME_FIELD_NUMBER: _ClassVar[int]
    FIELDS_FIELD_NUMBER: _ClassVar[int]
    name: str
    fields: _containers.RepeatedCompositeFieldContainer[FieldChange]
    def __init__(self, name: _Optional[str] = ..., fields: _Optional[_Iterable[_Union[FieldChange, _Mapping]]] = ...) -> None: ...

class FieldChange(_message.Message):
    __slots__ = ("field", "label", "removed", "added")
    FIELD_FIELD_NUMBER: _ClassVar[int]
    LABEL_FIELD_NUMBER: _ClassVar[int]
    REMOVED_FIELD_NUMBER: _ClassVar[int]
    ADDED_FIELD_NUMBER: _ClassVar[int]
    field: str
    label: _common_pb2.Text
    removed: _containers.RepeatedScalarFieldContainer[str]
    added: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, field: _Optional[str] = ..., label: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., removed: _Optional[_Iterable[str]] = ..., added: _Optional[_Iterable[str]] = ...) -> None: ...

class ProposeChangeRequest(_message.Message):
    __slots__ = ("request_id", "change", "reason")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    CHANGE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    change: ProposedChange
    reason: str
    def __init__(self, request_id: _Optional[str] = ..., change: _Optional[_Union[ProposedChange, _Mapping]] = ..., reason: _Optional[str] = ...) -> None: ...

class ReviewChangeRequest(_message.Message):
    __slots__ = ("request_id", "name", "etag", "decision", "reason")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    DECISION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    name: str
    etag: str
    decision: ProposalState
    reason: str
    def __init__(self, request_id: _Optional[str] = ..., name: _Optional[str] = ..., etag: _Optional[str] = ..., decision: _Optional[_Union[ProposalState, str]] = ..., reason: _Optional[str] = ...) -> None: ...

class GetProposalRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class ListPendingRequest(_message.Message):
    __slots__ = ("page_size", "page_token", "state", "entry")
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    ENTRY_FIELD_NUMBER: _ClassVar[int]
    page_size: int
    page_token: str
    state: ProposalState
    entry: str
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., state: _Optional[_Union[ProposalState, str]] = ..., entry: _Optional[str] = ...) -> None: ...

class ListPendingResponse(_message.Message):
    __slots__ = ("proposals", "next_page_token")
    PROPOSALS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    proposals: _containers.RepeatedCompositeFieldContainer[Proposal]
    next_page_token: str
    def __init__(self, proposals: _Optional[_Iterable[_Union[Proposal, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class ExtendEntryRequest(_message.Message):
    __slots__ = ("request_id", "name", "etag", "valid_until", "reason")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    VALID_UNTIL_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    name: str
    etag: str
    valid_until: _timestamp_pb2.Timestamp
    reason: str
    def __init__(self, request_id: _Optional[str] = ..., name: _Optional[str] = ..., etag: _Optional[str] = ..., valid_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., reason: _Optional[str] = ...) -> None: ...

class RevokeEntryRequest(_message.Message):
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

class RegisterObjectionRequest(_message.Message):
    __slots__ = ("request_id", "name", "etag", "reference")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    name: str
    etag: str
    reference: str
    def __init__(self, request_id: _Optional[str] = ..., name: _Optional[str] = ..., etag: _Optional[str] = ..., reference: _Optional[str] = ...) -> None: ...

class GetEntryHistoryRequest(_message.Message):
    __slots__ = ("name", "as_of")
    NAME_FIELD_NUMBER: _ClassVar[int]
    AS_OF_FIELD_NUMBER: _ClassVar[int]
    name: str
    as_of: _timestamp_pb2.Timestamp
    def __init__(self, name: _Optional[str] = ..., as_of: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class EntryHistory(_message.Message):
    __slots__ = ("versions", "proposals")
    VERSIONS_FIELD_NUMBER: _ClassVar[int]
    PROPOSALS_FIELD_NUMBER: _ClassVar[int]
    versions: _containers.RepeatedCompositeFieldContainer[EntryVersion]
    proposals: _containers.RepeatedCompositeFieldContainer[Proposal]
    def __init__(self, versions: _Optional[_Iterable[_Union[EntryVersion, _Mapping]]] = ..., proposals: _Optional[_Iterable[_Union[Proposal, _Mapping]]] = ...) -> None: ...

class EntryVersion(_message.Message):
    __slots__ = ("entry", "record_time", "event_sequence", "watchlist_version", "fields")
    ENTRY_FIELD_NUMBER: _ClassVar[int]
    RECORD_TIME_FIELD_NUMBER: _ClassVar[int]
    EVENT_SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    WATCHLIST_VERSION_FIELD_NUMBER: _ClassVar[int]
    FIELDS_FIELD_NUMBER: _ClassVar[int]
    entry: _watchlist_pb2.Entry
    record_time: _timestamp_pb2.Timestamp
    event_sequence: int
    watchlist_version: int
    fields: _containers.RepeatedCompositeFieldContainer[FieldChange]
    def __init__(self, entry: _Optional[_Union[_watchlist_pb2.Entry, _Mapping]] = ..., record_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., event_sequence: _Optional[int] = ..., watchlist_version: _Optional[int] = ..., fields: _Optional[_Iterable[_Union[FieldChange, _Mapping]]] = ...) -> None: ...

class ListRulesRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListRulesResponse(_message.Message):
    __slots__ = ("rules", "words")
    class WordsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: _common_pb2.Text
        def __init__(self, key: _Optional[str] = ..., value: _Optional[_Union[_common_pb2.Text, _Mapping]] = ...) -> None: ...
    RULES_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    rules: _containers.RepeatedCompositeFieldContainer[CategoryRule]
    words: _containers.MessageMap[str, _common_pb2.Text]
    def __init__(self, rules: _Optional[_Iterable[_Union[CategoryRule, _Mapping]]] = ..., words: _Optional[_Mapping[str, _common_pb2.Text]] = ...) -> None: ...

class CategoryRule(_message.Message):
    __slots__ = ("category", "kinds", "actions", "first_months", "extensions", "extension_months", "review_months", "required_fields", "source", "mask_months", "erase_months")
    CATEGORY_FIELD_NUMBER: _ClassVar[int]
    KINDS_FIELD_NUMBER: _ClassVar[int]
    ACTIONS_FIELD_NUMBER: _ClassVar[int]
    FIRST_MONTHS_FIELD_NUMBER: _ClassVar[int]
    EXTENSIONS_FIELD_NUMBER: _ClassVar[int]
    EXTENSION_MONTHS_FIELD_NUMBER: _ClassVar[int]
    REVIEW_MONTHS_FIELD_NUMBER: _ClassVar[int]
    REQUIRED_FIELDS_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    MASK_MONTHS_FIELD_NUMBER: _ClassVar[int]
    ERASE_MONTHS_FIELD_NUMBER: _ClassVar[int]
    category: _watchlist_pb2.Category
    kinds: _containers.RepeatedScalarFieldContainer[_watchlist_pb2.EntryKind]
    actions: _containers.RepeatedScalarFieldContainer[_watchlist_pb2.Action]
    first_months: int
    extensions: int
    extension_months: int
    review_months: int
    required_fields: _containers.RepeatedScalarFieldContainer[str]
    source: str
    mask_months: int
    erase_months: int
    def __init__(self, category: _Optional[_Union[_watchlist_pb2.Category, str]] = ..., kinds: _Optional[_Iterable[_Union[_watchlist_pb2.EntryKind, str]]] = ..., actions: _Optional[_Iterable[_Union[_watchlist_pb2.Action, str]]] = ..., first_months: _Optional[int] = ..., extensions: _Optional[int] = ..., extension_months: _Optional[int] = ..., review_months: _Optional[int] = ..., required_fields: _Optional[_Iterable[str]] = ..., source: _Optional[str] = ..., mask_months: _Optional[int] = ..., erase_months: _Optional[int] = ...) -> None: ...
