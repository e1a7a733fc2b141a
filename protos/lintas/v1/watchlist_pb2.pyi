import datetime

from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.type import date_pb2 as _date_pb2
from lintas.v1 import common_pb2 as _common_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class EntryKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ENTRY_KIND_UNSPECIFIED: _ClassVar[EntryKind]
    ENTRY_KIND_PERSON: _ClassVar[EntryKind]
    ENTRY_KIND_DOCUMENT: _ClassVar[EntryKind]

class Category(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CATEGORY_UNSPECIFIED: _ClassVar[Category]
    CATEGORY_TRAVEL_BAN: _ClassVar[Category]
    CATEGORY_ENTRY_BAN: _ClassVar[Category]
    CATEGORY_WANTED: _ClassVar[Category]
    CATEGORY_SANCTION: _ClassVar[Category]
    CATEGORY_DISCREET_CHECK: _ClassVar[Category]
    CATEGORY_MISSING_PERSON: _ClassVar[Category]
    CATEGORY_CHILD_AT_RISK: _ClassVar[Category]
    CATEGORY_VULNERABLE_PERSON: _ClassVar[Category]
    CATEGORY_LOST_DOCUMENT: _ClassVar[Category]
    CATEGORY_STOLEN_DOCUMENT: _ClassVar[Category]
    CATEGORY_STOLEN_BLANK_DOCUMENT: _ClassVar[Category]
    CATEGORY_REVOKED_DOCUMENT: _ClassVar[Category]

class Action(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ACTION_UNSPECIFIED: _ClassVar[Action]
    ACTION_VERIFY_IDENTITY: _ClassVar[Action]
    ACTION_REFUSE_DEPARTURE: _ClassVar[Action]
    ACTION_REFUSE_ENTRY: _ClassVar[Action]
    ACTION_DISCREET_REPORT: _ClassVar[Action]
    ACTION_ARREST_ON_WARRANT: _ClassVar[Action]
    ACTION_PROTECT_CHILD: _ClassVar[Action]
    ACTION_PROTECT_PERSON: _ClassVar[Action]
    ACTION_SEIZE_DOCUMENT: _ClassVar[Action]

class EntryState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ENTRY_STATE_UNSPECIFIED: _ClassVar[EntryState]
    ENTRY_STATE_ACTIVE: _ClassVar[EntryState]
    ENTRY_STATE_NOT_YET_VALID: _ClassVar[EntryState]
    ENTRY_STATE_LAPSED: _ClassVar[EntryState]
    ENTRY_STATE_REVOKED: _ClassVar[EntryState]
    ENTRY_STATE_SUSPENDED: _ClassVar[EntryState]

class OverrideKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    OVERRIDE_KIND_UNSPECIFIED: _ClassVar[OverrideKind]
    OVERRIDE_KIND_SUSPENDED: _ClassVar[OverrideKind]
    OVERRIDE_KIND_REVOKED: _ClassVar[OverrideKind]

class Confidentiality(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CONFIDENTIALITY_UNSPECIFIED: _ClassVar[Confidentiality]
    CONFIDENTIALITY_OPEN: _ClassVar[Confidentiality]
    CONFIDENTIALITY_OFFICIAL: _ClassVar[Confidentiality]
    CONFIDENTIALITY_RESTRICTED: _ClassVar[Confidentiality]

class LinkKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    LINK_KIND_UNSPECIFIED: _ClassVar[LinkKind]
    LINK_KIND_SAME_PERSON: _ClassVar[LinkKind]
    LINK_KIND_ALIAS_OF: _ClassVar[LinkKind]
    LINK_KIND_SPLIT_FROM: _ClassVar[LinkKind]
    LINK_KIND_COMPANION: _ClassVar[LinkKind]
    LINK_KIND_HOLDER: _ClassVar[LinkKind]

class ObjectionState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    OBJECTION_STATE_UNSPECIFIED: _ClassVar[ObjectionState]
    OBJECTION_STATE_FILED: _ClassVar[ObjectionState]
    OBJECTION_STATE_UPHELD: _ClassVar[ObjectionState]
    OBJECTION_STATE_DISMISSED: _ClassVar[ObjectionState]

class NameStrength(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    NAME_STRENGTH_UNSPECIFIED: _ClassVar[NameStrength]
    NAME_STRENGTH_PRIMARY: _ClassVar[NameStrength]
    NAME_STRENGTH_STRONG: _ClassVar[NameStrength]
    NAME_STRENGTH_WEAK: _ClassVar[NameStrength]

class Grade(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    GRADE_UNSPECIFIED: _ClassVar[Grade]
    GRADE_EXACT: _ClassVar[Grade]
    GRADE_PROBABLE: _ClassVar[Grade]
    GRADE_POSSIBLE: _ClassVar[Grade]
    GRADE_EXCLUDED: _ClassVar[Grade]

class ImportProgress(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    IMPORT_PROGRESS_UNSPECIFIED: _ClassVar[ImportProgress]
    IMPORT_PROGRESS_RUNNING: _ClassVar[ImportProgress]
    IMPORT_PROGRESS_CUT_OFF: _ClassVar[ImportProgress]
    IMPORT_PROGRESS_ELSEWHERE: _ClassVar[ImportProgress]

class DifferenceKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DIFFERENCE_KIND_UNSPECIFIED: _ClassVar[DifferenceKind]
    DIFFERENCE_KIND_ADDED: _ClassVar[DifferenceKind]
    DIFFERENCE_KIND_CHANGED: _ClassVar[DifferenceKind]
    DIFFERENCE_KIND_REMOVED: _ClassVar[DifferenceKind]

class ExportFormat(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    EXPORT_FORMAT_UNSPECIFIED: _ClassVar[ExportFormat]
    EXPORT_FORMAT_CSV: _ClassVar[ExportFormat]
    EXPORT_FORMAT_FTM: _ClassVar[ExportFormat]
ENTRY_KIND_UNSPECIFIED: EntryKind
ENTRY_KIND_PERSON: EntryKind
ENTRY_KIND_DOCUMENT: EntryKind
CATEGORY_UNSPECIFIED: Category
CATEGORY_TRAVEL_BAN: Category
CATEGORY_ENTRY_BAN: Category
CATEGORY_WANTED: Category
CATEGORY_SANCTION: Category
CATEGORY_DISCREET_CHECK: Category
CATEGORY_MISSING_PERSON: Category
CATEGORY_CHILD_AT_RISK: Category
CATEGORY_VULNERABLE_PERSON: Category
CATEGORY_LOST_DOCUMENT: Category
CATEGORY_STOLEN_DOCUMENT: Category
CATEGORY_STOLEN_BLANK_DOCUMENT: Category
CATEGORY_REVOKED_DOCUMENT: Category
ACTION_UNSPECIFIED: Action
ACTION_VERIFY_IDENTITY: Action
ACTION_REFUSE_DEPARTURE: Action
ACTION_REFUSE_ENTRY: Action
ACTION_DISCREET_REPORT: Action
ACTION_ARREST_ON_WARRANT: Action
ACTION_PROTECT_CHILD: Action
ACTION_PROTECT_PERSON: Action
ACTION_SEIZE_DOCUMENT: Action
ENTRY_STATE_UNSPECIFIED: EntryState
ENTRY_STATE_ACTIVE: EntryState
ENTRY_STATE_NOT_YET_VALID: EntryState
ENTRY_STATE_LAPSED: EntryState
ENTRY_STATE_REVOKED: EntryState
ENTRY_STATE_SUSPENDED: EntryState
OVERRIDE_KIND_UNSPECIFIED: OverrideKind
OVERRIDE_KIND_SUSPENDED: OverrideKind
OVERRIDE_KIND_REVOKED: OverrideKind
CONFIDENTIALITY_UNSPECIFIED: Confidentiality
CONFIDENTIALITY_OPEN: Confidentiality
CONFIDENTIALITY_OFFICIAL: Confidentiality
CONFIDENTIALITY_RESTRICTED: Confidentiality
LINK_KIND_UNSPECIFIED: LinkKind
LINK_KIND_SAME_PERSON: LinkKind
LINK_KIND_ALIAS_OF: LinkKind
LINK_KIND_SPLIT_FROM: LinkKind
LINK_KIND_COMPANION: LinkKind
LINK_KIND_HOLDER: LinkKind
OBJECTION_STATE_UNSPECIFIED: ObjectionState
OBJECTION_STATE_FILED: ObjectionState
OBJECTION_STATE_UPHELD: ObjectionState
OBJECTION_STATE_DISMISSED: ObjectionState
NAME_STRENGTH_UNSPECIFIED: NameStrength
NAME_STRENGTH_PRIMARY: NameStrength
NAME_STRENGTH_STRONG: NameStrength
NAME_STRENGTH_WEAK: NameStrength
GRADE_UNSPECIFIED: Grade
GRADE_EXACT: Grade
GRADE_PROBABLE: Grade
GRADE_POSSIBLE: Grade
GRADE_EXCLUDED: Grade
IMPORT_PROGRESS_UNSPECIFIED: ImportProgress
IMPORT_PROGRESS_RUNNING: ImportProgress
IMPORT_PROGRESS_CUT_OFF: ImportProgress
IMPORT_PROGRESS_ELSEWHERE: ImportProgress
DIFFERENCE_KIND_UNSPECIFIED: DifferenceKind
DIFFERENCE_KIND_ADDED: DifferenceKind
DIFFERENCE_KIND_CHANGED: DifferenceKind
DIFFERENCE_KIND_REMOVED: DifferenceKind
EXPORT_FORMAT_UNSPECIFIED: ExportFormat
EXPORT_FORMAT_CSV: ExportFormat
EXPORT_FORMAT_FTM: ExportFormat

class Entry(_message.Message):
    __slots__ = ("name", "list_id", "kind", "category", "action", "authority", "provenance", "names", "birth_dates", "birth_places", "sex", "nationalities", "documents", "identity_numbers", "legal_ground", "remarks", "valid_from", "valid_until", "revoke_time", "state", "etag", "confidentiality", "review_date", "photo_reference", "links", "objections", "extensions", "mask_time", "override")
    NAME_FIELD_NUMBER: _ClassVar[int]
    LIST_ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    CATEGORY_FIELD_NUMBER: _ClassVar[int]
    ACTION_FIELD_NUMBER: _ClassVar[int]
    AUTHORITY_FIELD_NUMBER: _ClassVar[int]
    PROVENANCE_FIELD_NUMBER: _ClassVar[int]
    NAMES_FIELD_NUMBER: _ClassVar[int]
    BIRTH_DATES_FIELD_NUMBER: _ClassVar[int]
    BIRTH_PLACES_FIELD_NUMBER: _ClassVar[int]
    SEX_FIELD_NUMBER: _ClassVar[int]
    NATIONALITIES_FIELD_NUMBER: _ClassVar[int]
    DOCUMENTS_FIELD_NUMBER: _ClassVar[int]
    IDENTITY_NUMBERS_FIELD_NUMBER: _ClassVar[int]
    LEGAL_GROUND_FIELD_NUMBER: _ClassVar[int]
    REMARKS_FIELD_NUMBER: _ClassVar[int]
    VALID_FROM_FIELD_NUMBER: _ClassVar[int]
    VALID_UNTIL_FIELD_NUMBER: _ClassVar[int]
    REVOKE_TIME_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    CONFIDENTIALITY_FIELD_NUMBER: _ClassVar[int]
    REVIEW_DATE_FIELD_NUMBER: _ClassVar[int]
    PHOTO_REFERENCE_FIELD_NUMBER: _ClassVar[int]
    LINKS_FIELD_NUMBER: _ClassVar[int]
    OBJECTIONS_FIELD_NUMBER: _ClassVar[int]
    EXTENSIONS_FIELD_NUMBER: _ClassVar[int]
    MASK_TIME_FIELD_NUMBER: _ClassVar[int]
    OVERRIDE_FIELD_NUMBER: _ClassVar[int]
    name: str
    list_id: str
    kind: EntryKind
    category: Category
    action: Action
    authority: str
    provenance: str
    names: _containers.RepeatedCompositeFieldContainer[ListedName]
    birth_dates: _containers.RepeatedCompositeFieldContainer[_date_pb2.Date]
    birth_places: _containers.RepeatedScalarFieldContainer[str]
    sex: _common_pb2.Sex
    nationalities: _containers.RepeatedScalarFieldContainer[str]
    documents: _containers.RepeatedCompositeFieldContainer[DocumentKey]
    identity_numbers: _containers.RepeatedScalarFieldContainer[str]
    legal_ground: str
    remarks: str
    valid_from: _timestamp_pb2.Timestamp
    valid_until: _timestamp_pb2.Timestamp
    revoke_time: _timestamp_pb2.Timestamp
    state: EntryState
    etag: str
    confidentiality: Confidentiality
    review_date: _date_pb2.Date
    photo_reference: str
    links: _containers.RepeatedCompositeFieldContainer[EntryLink]
    objections: _containers.RepeatedCompositeFieldContainer[Objection]
    extensions: int
    mask_time: _timestamp_pb2.Timestamp
    override: Override
    def __init__(self, name: _Optional[str] = ..., list_id: _Optional[str] = ..., kind: _Optional[_Union[EntryKind, str]] = ..., category: _Optional[_Union[Category, str]] = ..., action: _Optional[_Union[Action, str]] = ..., authority: _Optional[str] = ..., provenance: _Optional[str] = ..., names: _Optional[_Iterable[_Union[ListedName, _Mapping]]] = ..., birth_dates: _Optional[_Iterable[_Union[_date_pb2.Date, _Mapping]]] = ..., birth_places: _Optional[_Iterable[str]] = ..., sex: _Optional[_Union[_common_pb2.Sex, str]] = ..., nationalities: _Optional[_Iterable[str]] = ..., documents: _Optional[_Iterable[_Union[DocumentKey, _Mapping]]] = ..., identity_numbers: _Optional[_Iterable[str]] = ..., legal_ground: _Optional[str] = ..., remarks: _Optional[str] = ..., valid_from: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., valid_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., revoke_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., state: _Optional[_Union[EntryState, str]] = ..., etag: _Optional[str] = ..., confidentiality: _Optional[_Union[Confidentiality, str]] = ..., review_date: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., photo_reference: _Optional[str] = ..., links: _Optional[_Iterable[_Union[EntryLink, _Mapping]]] = ..., objections: _Optional[_Iterable[_Union[Objection, _Mapping]]] = ..., extensions: _Optional[int] = ..., mask_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., override: _Optional[_Union[Override, _Mapping]] = ...) -> None: ...

class Override(_message.Message):
    __slots__ = ("kind", "since_time", "until_time")
    KIND_FIELD_NUMBER: _ClassVar[int]
    SINCE_TIME_FIELD_NUMBER: _ClassVar[int]
    UNTIL_TIME_FIELD_NUMBER: _ClassVar[int]
    kind: OverrideKind
    since_time: _timestamp_pb2.Timestamp
    until_time: _timestamp_pb2.Timestamp
    def __init__(self, kind: _Optional[_Union[OverrideKind, str]] = ..., since_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., until_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class EntryLink(_message.Message):
    __slots__ = ("kind", "entry")
    KIND_FIELD_NUMBER: _ClassVar[int]
    ENTRY_FIELD_NUMBER: _ClassVar[int]
    kind: LinkKind
    entry: str
    def __init__(self, kind: _Optional[_Union[LinkKind, str]] = ..., entry: _Optional[str] = ...) -> None: ...

class Objection(_message.Message):
    __slots__ = ("reference", "state", "file_time", "decide_time")
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    FILE_TIME_FIELD_NUMBER: _ClassVar[int]
    DECIDE_TIME_FIELD_NUMBER: _ClassVar[int]
    reference: str
    state: ObjectionState
    file_time: _timestamp_pb2.Timestamp
    decide_time: _timestamp_pb2.Timestamp
    def __init__(self, reference: _Optional[str] = ..., state: _Optional[_Union[ObjectionState, str]] = ..., file_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., decide_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ListedName(_message.Message):
    __slots__ = ("full", "family", "given", "strength", "script")
    FULL_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    GIVEN_FIELD_NUMBER: _ClassVar[int]
    STRENGTH_FIELD_NUMBER: _ClassVar[int]
    SCRIPT_FIELD_NUMBER: _ClassVar[int]
    full: str
    family: str
    given: str
    strength: NameStrength
    script: str
    def __init__(self, full: _Optional[str] = ..., family: _Optional[str] = ..., given: _Optional[str] = ..., strength: _Optional[_Union[NameStrength, str]] = ..., script: _Optional[str] = ...) -> None: ...

class DocumentKey(_message.Message):
    __slots__ = ("issuer", "number", "code")
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    issuer: str
    number: str
    code: str
    def __init__(self, issuer: _Optional[str] = ..., number: _Optional[str] = ..., code: _Optional[str] = ...) -> None: ...

class Hit(_message.Message):
    __slots__ = ("entry", "grade", "probability", "evidence", "homonyms_per_10000")
    ENTRY_FIELD_NUMBER: _ClassVar[int]
    GRADE_FIELD_NUMBER: _ClassVar[int]
    PROBABILITY_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    HOMONYMS_PER_10000_FIELD_NUMBER: _ClassVar[int]
    entry: Entry
    grade: Grade
    probability: float
    evidence: _containers.RepeatedCompositeFieldContainer[Evidence]
    homonyms_per_10000: float
    def __init__(self, entry: _Optional[_Union[Entry, _Mapping]] = ..., grade: _Optional[_Union[Grade, str]] = ..., probability: _Optional[float] = ..., evidence: _Optional[_Iterable[_Union[Evidence, _Mapping]]] = ..., homonyms_per_10000: _Optional[float] = ...) -> None: ...

class Evidence(_message.Message):
    __slots__ = ("feature", "observed", "listed", "weight_nats", "text")
    FEATURE_FIELD_NUMBER: _ClassVar[int]
    OBSERVED_FIELD_NUMBER: _ClassVar[int]
    LISTED_FIELD_NUMBER: _ClassVar[int]
    WEIGHT_NATS_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    feature: str
    observed: str
    listed: str
    weight_nats: float
    text: _common_pb2.Text
    def __init__(self, feature: _Optional[str] = ..., observed: _Optional[str] = ..., listed: _Optional[str] = ..., weight_nats: _Optional[float] = ..., text: _Optional[_Union[_common_pb2.Text, _Mapping]] = ...) -> None: ...

class SearchRequest(_message.Message):
    __slots__ = ("names", "birth_dates", "birth_place", "sex", "nationality", "documents", "identity_numbers", "mrz_lines")
    NAMES_FIELD_NUMBER: _ClassVar[int]
    BIRTH_DATES_FIELD_NUMBER: _ClassVar[int]
    BIRTH_PLACE_FIELD_NUMBER: _ClassVar[int]
    SEX_FIELD_NUMBER: _ClassVar[int]
    NATIONALITY_FIELD_NUMBER: _ClassVar[int]
    DOCUMENTS_FIELD_NUMBER: _ClassVar[int]
    IDENTITY_NUMBERS_FIELD_NUMBER: _ClassVar[int]
    MRZ_LINES_FIELD_NUMBER: _ClassVar[int]
    names: _containers.RepeatedCompositeFieldContainer[SubjectName]
    birth_dates: _containers.RepeatedCompositeFieldContainer[_date_pb2.Date]
    birth_place: str
    sex: _common_pb2.Sex
    nationality: str
    documents: _containers.RepeatedCompositeFieldContainer[DocumentKey]
    identity_numbers: _containers.RepeatedScalarFieldContainer[str]
    mrz_lines: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, names: _Optional[_Iterable[_Union[SubjectName, _Mapping]]] = ..., birth_dates: _Optional[_Iterable[_Union[_date_pb2.Date, _Mapping]]] = ..., birth_place: _Optional[str] = ..., sex: _Optional[_Union[_common_pb2.Sex, str]] = ..., nationality: _Optional[str] = ..., documents: _Optional[_Iterable[_Union[DocumentKey, _Mapping]]] = ..., identity_numbers: _Optional[_Iterable[str]] = ..., mrz_lines: _Optional[_Iterable[str]] = ...) -> None: ...

class ScreenBatchRequest(_message.Message):
    __slots__ = ("reference", "search")
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    SEARCH_FIELD_NUMBER: _ClassVar[int]
    reference: str
    search: SearchRequest
    def __init__(self, reference: _Optional[str] = ..., search: _Optional[_Union[SearchRequest, _Mapping]] = ...) -> None: ...

class ScreenBatchResponse(_message.Message):
    __slots__ = ("reference", "hits", "watchlist_version", "error_reason", "error_field")
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    HITS_FIELD_NUMBER: _ClassVar[int]
    WATCHLIST_VERSION_FIELD_NUMBER: _ClassVar[int]
    ERROR_REASON_FIELD_NUMBER: _ClassVar[int]
    ERROR_FIELD_FIELD_NUMBER: _ClassVar[int]
    reference: str
    hits: _containers.RepeatedCompositeFieldContainer[Hit]
    watchlist_version: int
    error_reason: str
    error_field: str
    def __init__(self, reference: _Optional[str] = ..., hits: _Optional[_Iterable[_Union[Hit, _Mapping]]] = ..., watchlist_version: _Optional[int] = ..., error_reason: _Optional[str] = ..., error_field: _Optional[str] = ...) -> None: ...

class SubjectName(_message.Message):
    __slots__ = ("full", "family", "given")
    FULL_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    GIVEN_FIELD_NUMBER: _ClassVar[int]
    full: str
    family: str
    given: str
    def __init__(self, full: _Optional[str] = ..., family: _Optional[str] = ..., given: _Optional[str] = ...) -> None: ...

class SearchResponse(_message.Message):
    __slots__ = ("hits", "watchlist_version", "watchlist_entries", "notes")
    HITS_FIELD_NUMBER: _ClassVar[int]
    WATCHLIST_VERSION_FIELD_NUMBER: _ClassVar[int]
    WATCHLIST_ENTRIES_FIELD_NUMBER: _ClassVar[int]
    NOTES_FIELD_NUMBER: _ClassVar[int]
    hits: _containers.RepeatedCompositeFieldContainer[Hit]
    watchlist_version: int
    watchlist_entries: int
    notes: _containers.RepeatedCompositeFieldContainer[_common_pb2.Text]
    def __init__(self, hits: _Optional[_Iterable[_Union[Hit, _Mapping]]] = ..., watchlist_version: _Optional[int] = ..., watchlist_entries: _Optional[int] = ..., notes: _Optional[_Iterable[_Union[_common_pb2.Text, _Mapping]]] = ...) -> None: ...

class ListEntriesRequest(_message.Message):
    __slots__ = ("page_size", "page_token", "list_id", "kind", "category", "state")
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    LIST_ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    CATEGORY_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    page_size: int
    page_token: str
    list_id: str
    kind: EntryKind
    category: Category
    state: EntryState
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., list_id: _Optional[str] = ..., kind: _Optional[_Union[EntryKind, str]] = ..., category: _Optional[_Union[Category, str]] = ..., state: _Optional[_Union[EntryState, str]] = ...) -> None: ...

class ListEntriesResponse(_message.Message):
    __slots__ = ("entries", "next_page_token")
    ENTRIES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    entries: _containers.RepeatedCompositeFieldContainer[Entry]
    next_page_token: str
    def __init__(self, entries: _Optional[_Iterable[_Union[Entry, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class ListListsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListListsResponse(_message.Message):
    __slots__ = ("lists", "imports")
    LISTS_FIELD_NUMBER: _ClassVar[int]
    IMPORTS_FIELD_NUMBER: _ClassVar[int]
    lists: _containers.RepeatedCompositeFieldContainer[ImportedList]
    imports: _containers.RepeatedCompositeFieldContainer[BegunImport]
    def __init__(self, lists: _Optional[_Iterable[_Union[ImportedList, _Mapping]]] = ..., imports: _Optional[_Iterable[_Union[BegunImport, _Mapping]]] = ...) -> None: ...

class ImportedList(_message.Message):
    __slots__ = ("list_id", "source", "published_date", "import_time", "watchlist_version", "entries")
    LIST_ID_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_DATE_FIELD_NUMBER: _ClassVar[int]
    IMPORT_TIME_FIELD_NUMBER: _ClassVar[int]
    WATCHLIST_VERSION_FIELD_NUMBER: _ClassVar[int]
    ENTRIES_FIELD_NUMBER: _ClassVar[int]
    list_id: str
    source: str
    published_date: str
    import_time: _timestamp_pb2.Timestamp
    watchlist_version: int
    entries: int
    def __init__(self, list_id: _Optional[str] = ..., source: _Optional[str] = ..., published_date: _Optional[str] = ..., import_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., watchlist_version: _Optional[int] = ..., entries: _Optional[int] = ...) -> None: ...

class BegunImport(_message.Message):
    __slots__ = ("list_id", "begin_time", "machine", "progress")
    LIST_ID_FIELD_NUMBER: _ClassVar[int]
    BEGIN_TIME_FIELD_NUMBER: _ClassVar[int]
    MACHINE_FIELD_NUMBER: _ClassVar[int]
    PROGRESS_FIELD_NUMBER: _ClassVar[int]
    list_id: str
    begin_time: _timestamp_pb2.Timestamp
    machine: str
    progress: ImportProgress
    def __init__(self, list_id: _Optional[str] = ..., begin_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., machine: _Optional[str] = ..., progress: _Optional[_Union[ImportProgress, str]] = ...) -> None: ...

class GetEntryRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class ImportEntriesRequest(_message.Message):
    __slots__ = ("header", "chunk", "next_file")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    CHUNK_FIELD_NUMBER: _ClassVar[int]
    NEXT_FILE_FIELD_NUMBER: _ClassVar[int]
    header: ImportHeader
    chunk: bytes
    next_file: ImportFile
    def __init__(self, header: _Optional[_Union[ImportHeader, _Mapping]] = ..., chunk: _Optional[bytes] = ..., next_file: _Optional[_Union[ImportFile, _Mapping]] = ...) -> None: ...

class ImportFile(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class ImportHeader(_message.Message):
    __slots__ = ("request_id", "list_id", "source", "dry_run", "reason", "shown", "published_date", "allow_older")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LIST_ID_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    DRY_RUN_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    SHOWN_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_DATE_FIELD_NUMBER: _ClassVar[int]
    ALLOW_OLDER_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    list_id: str
    source: str
    dry_run: bool
    reason: str
    shown: int
    published_date: str
    allow_older: bool
    def __init__(self, request_id: _Optional[str] = ..., list_id: _Optional[str] = ..., source: _Optional[str] = ..., dry_run: bool = ..., reason: _Optional[str] = ..., shown: _Optional[int] = ..., published_date: _Optional[str] = ..., allow_older: bool = ...) -> None: ...

class ImportEntriesResponse(_message.Message):
    __slots__ = ("added", "changed", "removed", "unchanged", "rejected", "rejected_rows", "watchlist_version", "dry_run", "source", "differences", "overridden", "published_date", "interrupted_time", "proposal")
    ADDED_FIELD_NUMBER: _ClassVar[int]
    CHANGED_FIELD_NUMBER: _ClassVar[int]
    REMOVED_FIELD_NUMBER: _ClassVar[int]
    UNCHANGED_FIELD_NUMBER: _ClassVar[int]
    REJECTED_FIELD_NUMBER: _ClassVar[int]
    REJECTED_ROWS_FIELD_NUMBER: _ClassVar[int]
    WATCHLIST_VERSION_FIELD_NUMBER: _ClassVar[int]
    DRY_RUN_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    DIFFERENCES_FIELD_NUMBER: _ClassVar[int]
    OVERRIDDEN_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_DATE_FIELD_NUMBER: _ClassVar[int]
    INTERRUPTED_TIME_FIELD_NUMBER: _ClassVar[int]
    PROPOSAL_FIELD_NUMBER: _ClassVar[int]
    added: int
    changed: int
    removed: int
    unchanged: int
    rejected: int
    rejected_rows: _containers.RepeatedCompositeFieldContainer[RejectedRow]
    watchlist_version: int
    dry_run: bool
    source: str
    differences: _containers.RepeatedCompositeFieldContainer[EntryDifference]
    overridden: int
    published_date: str
    interrupted_time: _timestamp_pb2.Timestamp
    proposal: str
    def __init__(self, added: _Optional[int] = ..., changed: _Optional[int] = ..., removed: _Optional[int] = ..., unchanged: _Optional[int] = ..., rejected: _Optional[int] = ..., rejected_rows: _Optional[_Iterable[_Union[RejectedRow, _Mapping]]] = ..., watchlist_version: _Optional[int] = ..., dry_run: bool = ..., source: _Optional[str] = ..., differences: _Optional[_Iterable[_Union[EntryDifference, _Mapping]]] = ..., overridden: _Optional[int] = ..., published_date: _Optional[str] = ..., interrupted_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., proposal: _Optional[str] = ...) -> None: ...

class RejectedRow(_message.Message):
    __slots__ = ("line", "reason")
    LINE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    line: int
    reason: str
    def __init__(self, line: _Optional[int] = ..., reason: _Optional[str] = ...) -> None: ...

class EntryDifference(_message.Message):
    __slots__ = ("kind", "entry", "caption", "fields")
    KIND_FIELD_NUMBER: _ClassVar[int]
    ENTRY_FIELD_NUMBER: _ClassVar[int]
    CAPTION_FIELD_NUMBER: _ClassVar[int]
    FIELDS_FIELD_NUMBER: _ClassVar[int]
    kind: DifferenceKind
    entry: str
    caption: str
    fields: _containers.RepeatedCompositeFieldContainer[FieldDifference]
    def __init__(self, kind: _Optional[_Union[DifferenceKind, str]] = ..., entry: _Optional[str] = ..., caption: _Optional[str] = ..., fields: _Optional[_Iterable[_Union[FieldDifference, _Mapping]]] = ...) -> None: ...

class FieldDifference(_message.Message):
    __slots__ = ("field", "before", "after")
    FIELD_FIELD_NUMBER: _ClassVar[int]
    BEFORE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    field: str
    before: _containers.RepeatedScalarFieldContainer[str]
    after: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, field: _Optional[str] = ..., before: _Optional[_Iterable[str]] = ..., after: _Optional[_Iterable[str]] = ...) -> None: ...

class ExportEntriesRequest(_message.Message):
    __slots__ = ("list_id", "format", "include_inactive", "include_restricted")
    LIST_ID_FIELD_NUMBER: _ClassVar[int]
    FORMAT_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_INACTIVE_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_RESTRICTED_FIELD_NUMBER: _ClassVar[int]
    list_id: str
    format: ExportFormat
    include_inactive: bool
    include_restricted: bool
    def __init__(self, list_id: _Optional[str] = ..., format: _Optional[_Union[ExportFormat, str]] = ..., include_inactive: bool = ..., include_restricted: bool = ...) -> None: ...

class ExportEntriesResponse(_message.Message):
    __slots__ = ("chunk", "summary")
    CHUNK_FIELD_NUMBER: _ClassVar[int]
    SUMMARY_FIELD_NUMBER: _ClassVar[int]
    chunk: bytes
    summary: ExportSummary
    def __init__(self, chunk: _Optional[bytes] = ..., summary: _Optional[_Union[ExportSummary, _Mapping]] = ...) -> None: ...

class ExportSummary(_message.Message):
    __slots__ = ("list_id", "format", "watchlist_version", "export_time", "entries", "sha256", "left_out")
    class LeftOutEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: int
        def __init__(self, key: _Optional[str] = ..., value: _Optional[int] = ...) -> None: ...
    LIST_ID_FIELD_NUMBER: _ClassVar[int]
    FORMAT_FIELD_NUMBER: _ClassVar[int]
    WATCHLIST_VERSION_FIELD_NUMBER: _ClassVar[int]
    EXPORT_TIME_FIELD_NUMBER: _ClassVar[int]
    ENTRIES_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    LEFT_OUT_FIELD_NUMBER: _ClassVar[int]
    list_id: str
    format: ExportFormat
    watchlist_version: int
    export_time: _timestamp_pb2.Timestamp
    entries: int
    sha256: str
    left_out: _containers.ScalarMap[str, int]
    def __init__(self, list_id: _Optional[str] = ..., format: _Optional[_Union[ExportFormat, str]] = ..., watchlist_version: _Optional[int] = ..., export_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., entries: _Optional[int] = ..., sha256: _Optional[str] = ..., left_out: _Optional[_Mapping[str, int]] = ...) -> None: ...
