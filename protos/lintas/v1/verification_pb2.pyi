import datetime

from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.type import date_pb2 as _date_pb2
from lintas.v1 import common_pb2 as _common_pb2
from lintas.v1 import watchlist_pb2 as _watchlist_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class CheckResult(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CHECK_RESULT_UNSPECIFIED: _ClassVar[CheckResult]
    CHECK_RESULT_SUCCESSFUL: _ClassVar[CheckResult]
    CHECK_RESULT_FAILED: _ClassVar[CheckResult]
    CHECK_RESULT_UNDETERMINED: _ClassVar[CheckResult]
    CHECK_RESULT_NOT_SUPPORTED: _ClassVar[CheckResult]
    CHECK_RESULT_ABORTED: _ClassVar[CheckResult]

class CheckGroup(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CHECK_GROUP_UNSPECIFIED: _ClassVar[CheckGroup]
    CHECK_GROUP_OPTICAL: _ClassVar[CheckGroup]
    CHECK_GROUP_ELECTRONIC: _ClassVar[CheckGroup]
    CHECK_GROUP_COMBINED: _ClassVar[CheckGroup]
    CHECK_GROUP_SEAL: _ClassVar[CheckGroup]

class CueStanding(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CUE_STANDING_UNSPECIFIED: _ClassVar[CueStanding]
    CUE_STANDING_COUNTED: _ClassVar[CueStanding]
    CUE_STANDING_CANCELLED: _ClassVar[CueStanding]
    CUE_STANDING_ASKING: _ClassVar[CueStanding]
    CUE_STANDING_LOGGED: _ClassVar[CueStanding]

class ListFreshness(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    LIST_FRESHNESS_UNSPECIFIED: _ClassVar[ListFreshness]
    LIST_FRESHNESS_FRESH: _ClassVar[ListFreshness]
    LIST_FRESHNESS_STALE: _ClassVar[ListFreshness]
    LIST_FRESHNESS_EXPIRED: _ClassVar[ListFreshness]

class DigitResult(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DIGIT_RESULT_UNSPECIFIED: _ClassVar[DigitResult]
    DIGIT_RESULT_VALID: _ClassVar[DigitResult]
    DIGIT_RESULT_WRONG: _ClassVar[DigitResult]
    DIGIT_RESULT_ABSENT: _ClassVar[DigitResult]
    DIGIT_RESULT_NOT_APPLICABLE: _ClassVar[DigitResult]

class AdviceKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ADVICE_KIND_UNSPECIFIED: _ClassVar[AdviceKind]
    ADVICE_KIND_CLEAR: _ClassVar[AdviceKind]
    ADVICE_KIND_RETRY: _ClassVar[AdviceKind]
    ADVICE_KIND_REFER: _ClassVar[AdviceKind]
    ADVICE_KIND_PROTECT: _ClassVar[AdviceKind]

class Outcome(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    OUTCOME_UNSPECIFIED: _ClassVar[Outcome]
    OUTCOME_CLEAR: _ClassVar[Outcome]
    OUTCOME_REFER: _ClassVar[Outcome]
    OUTCOME_DEFER: _ClassVar[Outcome]
    OUTCOME_REFUSE: _ClassVar[Outcome]
    OUTCOME_HOLD: _ClassVar[Outcome]
    OUTCOME_PROTECT: _ClassVar[Outcome]
CHECK_RESULT_UNSPECIFIED: CheckResult
CHECK_RESULT_SUCCESSFUL: CheckResult
CHECK_RESULT_FAILED: CheckResult
CHECK_RESULT_UNDETERMINED: CheckResult
CHECK_RESULT_NOT_SUPPORTED: CheckResult
CHECK_RESULT_ABORTED: CheckResult
CHECK_GROUP_UNSPECIFIED: CheckGroup
CHECK_GROUP_OPTICAL: CheckGroup
CHECK_GROUP_ELECTRONIC: CheckGroup
CHECK_GROUP_COMBINED: CheckGroup
CHECK_GROUP_SEAL: CheckGroup
CUE_STANDING_UNSPECIFIED: CueStanding
CUE_STANDING_COUNTED: CueStanding
CUE_STANDING_CANCELLED: CueStanding
CUE_STANDING_ASKING: CueStanding
CUE_STANDING_LOGGED: CueStanding
LIST_FRESHNESS_UNSPECIFIED: ListFreshness
LIST_FRESHNESS_FRESH: ListFreshness
LIST_FRESHNESS_STALE: ListFreshness
LIST_FRESHNESS_EXPIRED: ListFreshness
DIGIT_RESULT_UNSPECIFIED: DigitResult
DIGIT_RESULT_VALID: DigitResult
DIGIT_RESULT_WRONG: DigitResult
DIGIT_RESULT_ABSENT: DigitResult
DIGIT_RESULT_NOT_APPLICABLE: DigitResult
ADVICE_KIND_UNSPECIFIED: AdviceKind
ADVICE_KIND_CLEAR: AdviceKind
ADVICE_KIND_RETRY: AdviceKind
ADVICE_KIND_REFER: AdviceKind
ADVICE_KIND_PROTECT: AdviceKind
OUTCOME_UNSPECIFIED: Outcome
OUTCOME_CLEAR: Outcome
OUTCOME_REFER: Outcome
OUTCOME_DEFER: Outcome
OUTCOME_REFUSE: Outcome
OUTCOME_HOLD: Outcome
OUTCOME_PROTECT: Outcome

class ExamineRequest(_message.Message):
    __slots__ = ("request_id", "image", "mrz_lines", "visual_zone", "visa_mrz_lines", "chip_mrz_lines", "terminal_checks", "journey", "retry", "reading_engine")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    IMAGE_FIELD_NUMBER: _ClassVar[int]
    MRZ_LINES_FIELD_NUMBER: _ClassVar[int]
    VISUAL_ZONE_FIELD_NUMBER: _ClassVar[int]
    VISA_MRZ_LINES_FIELD_NUMBER: _ClassVar[int]
    CHIP_MRZ_LINES_FIELD_NUMBER: _ClassVar[int]
    TERMINAL_CHECKS_FIELD_NUMBER: _ClassVar[int]
    JOURNEY_FIELD_NUMBER: _ClassVar[int]
    RETRY_FIELD_NUMBER: _ClassVar[int]
    READING_ENGINE_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    image: bytes
    mrz_lines: _containers.RepeatedScalarFieldContainer[str]
    visual_zone: VisualZone
    visa_mrz_lines: _containers.RepeatedScalarFieldContainer[str]
    chip_mrz_lines: _containers.RepeatedScalarFieldContainer[str]
    terminal_checks: _containers.RepeatedCompositeFieldContainer[TerminalCheck]
    journey: _common_pb2.Journey
    retry: bool
    reading_engine: str
    def __init__(self, request_id: _Optional[str] = ..., image: _Optional[bytes] = ..., mrz_lines: _Optional[_Iterable[str]] = ..., visual_zone: _Optional[_Union[VisualZone, _Mapping]] = ..., visa_mrz_lines: _Optional[_Iterable[str]] = ..., chip_mrz_lines: _Optional[_Iterable[str]] = ..., terminal_checks: _Optional[_Iterable[_Union[TerminalCheck, _Mapping]]] = ..., journey: _Optional[_Union[_common_pb2.Journey, _Mapping]] = ..., retry: bool = ..., reading_engine: _Optional[str] = ...) -> None: ...

class VisualZone(_message.Message):
    __slots__ = ("surname", "given_names", "document_number", "issuing_state", "nationality", "birth_date", "expiry_date", "sex", "birth_place", "personal_number", "issue_date")
    SURNAME_FIELD_NUMBER: _ClassVar[int]
    GIVEN_NAMES_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_NUMBER_FIELD_NUMBER: _ClassVar[int]
    ISSUING_STATE_FIELD_NUMBER: _ClassVar[int]
    NATIONALITY_FIELD_NUMBER: _ClassVar[int]
    BIRTH_DATE_FIELD_NUMBER: _ClassVar[int]
    EXPIRY_DATE_FIELD_NUMBER: _ClassVar[int]
    SEX_FIELD_NUMBER: _ClassVar[int]
    BIRTH_PLACE_FIELD_NUMBER: _ClassVar[int]
    PERSONAL_NUMBER_FIELD_NUMBER: _ClassVar[int]
    ISSUE_DATE_FIELD_NUMBER: _ClassVar[int]
    surname: str
    given_names: str
    document_number: str
    issuing_state: str
    nationality: str
    birth_date: _date_pb2.Date
    expiry_date: _date_pb2.Date
    sex: _common_pb2.Sex
    birth_place: str
    personal_number: str
    issue_date: _date_pb2.Date
    def __init__(self, surname: _Optional[str] = ..., given_names: _Optional[str] = ..., document_number: _Optional[str] = ..., issuing_state: _Optional[str] = ..., nationality: _Optional[str] = ..., birth_date: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., expiry_date: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., sex: _Optional[_Union[_common_pb2.Sex, str]] = ..., birth_place: _Optional[str] = ..., personal_number: _Optional[str] = ..., issue_date: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class TerminalCheck(_message.Message):
    __slots__ = ("check_id", "result", "evaluatory")
    CHECK_ID_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    EVALUATORY_FIELD_NUMBER: _ClassVar[int]
    check_id: str
    result: CheckResult
    evaluatory: bool
    def __init__(self, check_id: _Optional[str] = ..., result: _Optional[_Union[CheckResult, str]] = ..., evaluatory: bool = ...) -> None: ...

class Case(_message.Message):
    __slots__ = ("name", "etag", "create_time", "actor", "examination", "decisions", "outcome", "presented")
    NAME_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    ACTOR_FIELD_NUMBER: _ClassVar[int]
    EXAMINATION_FIELD_NUMBER: _ClassVar[int]
    DECISIONS_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    PRESENTED_FIELD_NUMBER: _ClassVar[int]
    name: str
    etag: str
    create_time: _timestamp_pb2.Timestamp
    actor: _common_pb2.Actor
    examination: Examination
    decisions: _containers.RepeatedCompositeFieldContainer[Decision]
    outcome: Outcome
    presented: Presented
    def __init__(self, name: _Optional[str] = ..., etag: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., actor: _Optional[_Union[_common_pb2.Actor, _Mapping]] = ..., examination: _Optional[_Union[Examination, _Mapping]] = ..., decisions: _Optional[_Iterable[_Union[Decision, _Mapping]]] = ..., outcome: _Optional[_Union[Outcome, str]] = ..., presented: _Optional[_Union[Presented, _Mapping]] = ...) -> None: ...

class Presented(_message.Message):
    __slots__ = ("mrz_lines", "visual_zone", "visa_mrz_lines", "chip_mrz_lines", "terminal_checks", "journey", "retry")
    MRZ_LINES_FIELD_NUMBER: _ClassVar[int]
    VISUAL_ZONE_FIELD_NUMBER: _ClassVar[int]
    VISA_MRZ_LINES_FIELD_NUMBER: _ClassVar[int]
    CHIP_MRZ_LINES_FIELD_NUMBER: _ClassVar[int]
    TERMINAL_CHECKS_FIELD_NUMBER: _ClassVar[int]
    JOURNEY_FIELD_NUMBER: _ClassVar[int]
    RETRY_FIELD_NUMBER: _ClassVar[int]
    mrz_lines: _containers.RepeatedScalarFieldContainer[str]
    visual_zone: VisualZone
    visa_mrz_lines: _containers.RepeatedScalarFieldContainer[str]
    chip_mrz_lines: _containers.RepeatedScalarFieldContainer[str]
    terminal_checks: _containers.RepeatedCompositeFieldContainer[TerminalCheck]
    journey: _common_pb2.Journey
    retry: bool
    def __init__(self, mrz_lines: _Optional[_Iterable[str]] = ..., visual_zone: _Optional[_Union[VisualZone, _Mapping]] = ..., visa_mrz_lines: _Optional[_Iterable[str]] = ..., chip_mrz_lines: _Optional[_Iterable[str]] = ..., terminal_checks: _Optional[_Iterable[_Union[TerminalCheck, _Mapping]]] = ..., journey: _Optional[_Union[_common_pb2.Journey, _Mapping]] = ..., retry: bool = ...) -> None: ...

class Examination(_message.Message):
    __slots__ = ("reading", "mrz", "visa_mrz", "checks", "hits", "advice", "provenance", "specimen", "other_readings", "protection")
    READING_FIELD_NUMBER: _ClassVar[int]
    MRZ_FIELD_NUMBER: _ClassVar[int]
    VISA_MRZ_FIELD_NUMBER: _ClassVar[int]
    CHECKS_FIELD_NUMBER: _ClassVar[int]
    HITS_FIELD_NUMBER: _ClassVar[int]
    ADVICE_FIELD_NUMBER: _ClassVar[int]
    PROVENANCE_FIELD_NUMBER: _ClassVar[int]
    SPECIMEN_FIELD_NUMBER: _ClassVar[int]
    OTHER_READINGS_FIELD_NUMBER: _ClassVar[int]
    PROTECTION_FIELD_NUMBER: _ClassVar[int]
    reading: Reading
    mrz: MrzRecord
    visa_mrz: MrzRecord
    checks: CheckReport
    hits: _containers.RepeatedCompositeFieldContainer[_watchlist_pb2.Hit]
    advice: Advice
    provenance: Provenance
    specimen: bool
    other_readings: _containers.RepeatedCompositeFieldContainer[Reading]
    protection: ProtectionOutline
    def __init__(self, reading: _Optional[_Union[Reading, _Mapping]] = ..., mrz: _Optional[_Union[MrzRecord, _Mapping]] = ..., visa_mrz: _Optional[_Union[MrzRecord, _Mapping]] = ..., checks: _Optional[_Union[CheckReport, _Mapping]] = ..., hits: _Optional[_Iterable[_Union[_watchlist_pb2.Hit, _Mapping]]] = ..., advice: _Optional[_Union[Advice, _Mapping]] = ..., provenance: _Optional[_Union[Provenance, _Mapping]] = ..., specimen: bool = ..., other_readings: _Optional[_Iterable[_Union[Reading, _Mapping]]] = ..., protection: _Optional[_Union[ProtectionOutline, _Mapping]] = ...) -> None: ...

class ProtectionOutline(_message.Message):
    __slots__ = ("kind", "positive_dimensions", "cues", "counter_indicators", "questions", "child", "policy_version")
    KIND_FIELD_NUMBER: _ClassVar[int]
    POSITIVE_DIMENSIONS_FIELD_NUMBER: _ClassVar[int]
    CUES_FIELD_NUMBER: _ClassVar[int]
    COUNTER_INDICATORS_FIELD_NUMBER: _ClassVar[int]
    QUESTIONS_FIELD_NUMBER: _ClassVar[int]
    CHILD_FIELD_NUMBER: _ClassVar[int]
    POLICY_VERSION_FIELD_NUMBER: _ClassVar[int]
    kind: AdviceKind
    positive_dimensions: _containers.RepeatedScalarFieldContainer[str]
    cues: _containers.RepeatedCompositeFieldContainer[CueOutline]
    counter_indicators: _containers.RepeatedScalarFieldContainer[str]
    questions: _containers.RepeatedCompositeFieldContainer[_common_pb2.Text]
    child: bool
    policy_version: int
    def __init__(self, kind: _Optional[_Union[AdviceKind, str]] = ..., positive_dimensions: _Optional[_Iterable[str]] = ..., cues: _Optional[_Iterable[_Union[CueOutline, _Mapping]]] = ..., counter_indicators: _Optional[_Iterable[str]] = ..., questions: _Optional[_Iterable[_Union[_common_pb2.Text, _Mapping]]] = ..., child: bool = ..., policy_version: _Optional[int] = ...) -> None: ...

class CueOutline(_message.Message):
    __slots__ = ("indicator_id", "standing", "by_rule", "by_person", "facts", "cancelled_by")
    INDICATOR_ID_FIELD_NUMBER: _ClassVar[int]
    STANDING_FIELD_NUMBER: _ClassVar[int]
    BY_RULE_FIELD_NUMBER: _ClassVar[int]
    BY_PERSON_FIELD_NUMBER: _ClassVar[int]
    FACTS_FIELD_NUMBER: _ClassVar[int]
    CANCELLED_BY_FIELD_NUMBER: _ClassVar[int]
    indicator_id: str
    standing: CueStanding
    by_rule: bool
    by_person: bool
    facts: _containers.RepeatedScalarFieldContainer[str]
    cancelled_by: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, indicator_id: _Optional[str] = ..., standing: _Optional[_Union[CueStanding, str]] = ..., by_rule: bool = ..., by_person: bool = ..., facts: _Optional[_Iterable[str]] = ..., cancelled_by: _Optional[_Iterable[str]] = ...) -> None: ...

class Provenance(_message.Message):
    __slots__ = ("examine_time", "engine_version", "watchlist_version", "watchlist_entries", "image_sha256", "elapsed_ms", "policy_sha256", "watchlist_as_of", "watchlist_freshness")
    EXAMINE_TIME_FIELD_NUMBER: _ClassVar[int]
    ENGINE_VERSION_FIELD_NUMBER: _ClassVar[int]
    WATCHLIST_VERSION_FIELD_NUMBER: _ClassVar[int]
    WATCHLIST_ENTRIES_FIELD_NUMBER: _ClassVar[int]
    IMAGE_SHA256_FIELD_NUMBER: _ClassVar[int]
    ELAPSED_MS_FIELD_NUMBER: _ClassVar[int]
    POLICY_SHA256_FIELD_NUMBER: _ClassVar[int]
    WATCHLIST_AS_OF_FIELD_NUMBER: _ClassVar[int]
    WATCHLIST_FRESHNESS_FIELD_NUMBER: _ClassVar[int]
    examine_time: _timestamp_pb2.Timestamp
    engine_version: str
    watchlist_version: int
    watchlist_entries: int
    image_sha256: str
    elapsed_ms: float
    policy_sha256: str
    watchlist_as_of: _timestamp_pb2.Timestamp
    watchlist_freshness: ListFreshness
    def __init__(self, examine_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., engine_version: _Optional[str] = ..., watchlist_version: _Optional[int] = ..., watchlist_entries: _Optional[int] = ..., image_sha256: _Optional[str] = ..., elapsed_ms: _Optional[float] = ..., policy_sha256: _Optional[str] = ..., watchlist_as_of: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., watchlist_freshness: _Optional[_Union[ListFreshness, str]] = ...) -> None: ...

class Reading(_message.Message):
    __slots__ = ("lines", "characters", "engine", "confidence", "name_confidence", "elapsed_ms", "band", "rotation_deg", "notes")
    LINES_FIELD_NUMBER: _ClassVar[int]
    CHARACTERS_FIELD_NUMBER: _ClassVar[int]
    ENGINE_FIELD_NUMBER: _ClassVar[int]
    CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    NAME_CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    ELAPSED_MS_FIELD_NUMBER: _ClassVar[int]
    BAND_FIELD_NUMBER: _ClassVar[int]
    ROTATION_DEG_FIELD_NUMBER: _ClassVar[int]
    NOTES_FIELD_NUMBER: _ClassVar[int]
    lines: _containers.RepeatedScalarFieldContainer[str]
    characters: _containers.RepeatedCompositeFieldContainer[CharacterLine]
    engine: str
    confidence: float
    name_confidence: float
    elapsed_ms: float
    band: _containers.RepeatedCompositeFieldContainer[Point]
    rotation_deg: float
    notes: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, lines: _Optional[_Iterable[str]] = ..., characters: _Optional[_Iterable[_Union[CharacterLine, _Mapping]]] = ..., engine: _Optional[str] = ..., confidence: _Optional[float] = ..., name_confidence: _Optional[float] = ..., elapsed_ms: _Optional[float] = ..., band: _Optional[_Iterable[_Union[Point, _Mapping]]] = ..., rotation_deg: _Optional[float] = ..., notes: _Optional[_Iterable[str]] = ...) -> None: ...

class CharacterLine(_message.Message):
    __slots__ = ("seen", "probabilities", "repaired_columns")
    SEEN_FIELD_NUMBER: _ClassVar[int]
    PROBABILITIES_FIELD_NUMBER: _ClassVar[int]
    REPAIRED_COLUMNS_FIELD_NUMBER: _ClassVar[int]
    seen: str
    probabilities: _containers.RepeatedScalarFieldContainer[float]
    repaired_columns: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, seen: _Optional[str] = ..., probabilities: _Optional[_Iterable[float]] = ..., repaired_columns: _Optional[_Iterable[int]] = ...) -> None: ...

class Point(_message.Message):
    __slots__ = ("x", "y")
    X_FIELD_NUMBER: _ClassVar[int]
    Y_FIELD_NUMBER: _ClassVar[int]
    x: float
    y: float
    def __init__(self, x: _Optional[float] = ..., y: _Optional[float] = ...) -> None: ...

class MrzRecord(_message.Message):
    __slots__ = ("layout", "lines", "fields", "findings", "birth_dates", "expiry_dates", "sex", "names_truncated")
    LAYOUT_FIELD_NUMBER: _ClassVar[int]
    LINES_FIELD_NUMBER: _ClassVar[int]
    FIELDS_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    BIRTH_DATES_FIELD_NUMBER: _ClassVar[int]
    EXPIRY_DATES_FIELD_NUMBER: _ClassVar[int]
    SEX_FIELD_NUMBER: _ClassVar[int]
    NAMES_TRUNCATED_FIELD_NUMBER: _ClassVar[int]
    layout: str
    lines: _containers.RepeatedScalarFieldContainer[str]
    fields: _containers.RepeatedCompositeFieldContainer[MrzField]
    findings: _containers.RepeatedCompositeFieldContainer[MrzFinding]
    birth_dates: _containers.RepeatedCompositeFieldContainer[_date_pb2.Date]
    expiry_dates: _containers.RepeatedCompositeFieldContainer[_date_pb2.Date]
    sex: _common_pb2.Sex
    names_truncated: bool
    def __init__(self, layout: _Optional[str] = ..., lines: _Optional[_Iterable[str]] = ..., fields: _Optional[_Iterable[_Union[MrzField, _Mapping]]] = ..., findings: _Optional[_Iterable[_Union[MrzFinding, _Mapping]]] = ..., birth_dates: _Optional[_Iterable[_Union[_date_pb2.Date, _Mapping]]] = ..., expiry_dates: _Optional[_Iterable[_Union[_date_pb2.Date, _Mapping]]] = ..., sex: _Optional[_Union[_common_pb2.Sex, str]] = ..., names_truncated: bool = ...) -> None: ...

class MrzField(_message.Message):
    __slots__ = ("name", "raw", "value", "check_digit", "printed_digit", "computed_digit", "spans")
    NAME_FIELD_NUMBER: _ClassVar[int]
    RAW_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    CHECK_DIGIT_FIELD_NUMBER: _ClassVar[int]
    PRINTED_DIGIT_FIELD_NUMBER: _ClassVar[int]
    COMPUTED_DIGIT_FIELD_NUMBER: _ClassVar[int]
    SPANS_FIELD_NUMBER: _ClassVar[int]
    name: str
    raw: str
    value: str
    check_digit: DigitResult
    printed_digit: str
    computed_digit: str
    spans: _containers.RepeatedCompositeFieldContainer[Span]
    def __init__(self, name: _Optional[str] = ..., raw: _Optional[str] = ..., value: _Optional[str] = ..., check_digit: _Optional[_Union[DigitResult, str]] = ..., printed_digit: _Optional[str] = ..., computed_digit: _Optional[str] = ..., spans: _Optional[_Iterable[_Union[Span, _Mapping]]] = ...) -> None: ...

class Span(_message.Message):
    __slots__ = ("line", "start", "end")
    LINE_FIELD_NUMBER: _ClassVar[int]
    START_FIELD_NUMBER: _ClassVar[int]
    END_FIELD_NUMBER: _ClassVar[int]
    line: int
    start: int
    end: int
    def __init__(self, line: _Optional[int] = ..., start: _Optional[int] = ..., end: _Optional[int] = ...) -> None: ...

class MrzFinding(_message.Message):
    __slots__ = ("code", "severity", "text", "field", "span")
    CODE_FIELD_NUMBER: _ClassVar[int]
    SEVERITY_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    FIELD_FIELD_NUMBER: _ClassVar[int]
    SPAN_FIELD_NUMBER: _ClassVar[int]
    code: str
    severity: str
    text: _common_pb2.Text
    field: str
    span: Span
    def __init__(self, code: _Optional[str] = ..., severity: _Optional[str] = ..., text: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., field: _Optional[str] = ..., span: _Optional[_Union[Span, _Mapping]] = ...) -> None: ...

class CheckReport(_message.Message):
    __slots__ = ("outcomes", "groups", "overall")
    OUTCOMES_FIELD_NUMBER: _ClassVar[int]
    GROUPS_FIELD_NUMBER: _ClassVar[int]
    OVERALL_FIELD_NUMBER: _ClassVar[int]
    outcomes: _containers.RepeatedCompositeFieldContainer[CheckOutcome]
    groups: _containers.RepeatedCompositeFieldContainer[GroupResult]
    overall: CheckResult
    def __init__(self, outcomes: _Optional[_Iterable[_Union[CheckOutcome, _Mapping]]] = ..., groups: _Optional[_Iterable[_Union[GroupResult, _Mapping]]] = ..., overall: _Optional[_Union[CheckResult, str]] = ...) -> None: ...

class GroupResult(_message.Message):
    __slots__ = ("group", "result")
    GROUP_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    group: CheckGroup
    result: CheckResult
    def __init__(self, group: _Optional[_Union[CheckGroup, str]] = ..., result: _Optional[_Union[CheckResult, str]] = ...) -> None: ...

class CheckOutcome(_message.Message):
    __slots__ = ("check_id", "group", "result", "reasons", "fields", "from_terminal", "evaluatory")
    CHECK_ID_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    REASONS_FIELD_NUMBER: _ClassVar[int]
    FIELDS_FIELD_NUMBER: _ClassVar[int]
    FROM_TERMINAL_FIELD_NUMBER: _ClassVar[int]
    EVALUATORY_FIELD_NUMBER: _ClassVar[int]
    check_id: str
    group: CheckGroup
    result: CheckResult
    reasons: _containers.RepeatedCompositeFieldContainer[_common_pb2.Text]
    fields: _containers.RepeatedScalarFieldContainer[str]
    from_terminal: bool
    evaluatory: bool
    def __init__(self, check_id: _Optional[str] = ..., group: _Optional[_Union[CheckGroup, str]] = ..., result: _Optional[_Union[CheckResult, str]] = ..., reasons: _Optional[_Iterable[_Union[_common_pb2.Text, _Mapping]]] = ..., fields: _Optional[_Iterable[str]] = ..., from_terminal: bool = ..., evaluatory: bool = ...) -> None: ...

class Advice(_message.Message):
    __slots__ = ("kind", "reasons", "changes", "handling")
    KIND_FIELD_NUMBER: _ClassVar[int]
    REASONS_FIELD_NUMBER: _ClassVar[int]
    CHANGES_FIELD_NUMBER: _ClassVar[int]
    HANDLING_FIELD_NUMBER: _ClassVar[int]
    kind: AdviceKind
    reasons: _containers.RepeatedCompositeFieldContainer[AdviceReason]
    changes: _containers.RepeatedCompositeFieldContainer[_common_pb2.Text]
    handling: _containers.RepeatedCompositeFieldContainer[_common_pb2.Text]
    def __init__(self, kind: _Optional[_Union[AdviceKind, str]] = ..., reasons: _Optional[_Iterable[_Union[AdviceReason, _Mapping]]] = ..., changes: _Optional[_Iterable[_Union[_common_pb2.Text, _Mapping]]] = ..., handling: _Optional[_Iterable[_Union[_common_pb2.Text, _Mapping]]] = ...) -> None: ...

class AdviceReason(_message.Message):
    __slots__ = ("code", "track", "text")
    CODE_FIELD_NUMBER: _ClassVar[int]
    TRACK_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    code: str
    track: str
    text: _common_pb2.Text
    def __init__(self, code: _Optional[str] = ..., track: _Optional[str] = ..., text: _Optional[_Union[_common_pb2.Text, _Mapping]] = ...) -> None: ...

class Decision(_message.Message):
    __slots__ = ("decision_id", "outcome", "reason_code", "note", "actor", "decide_time", "awaiting_second_person", "second_person", "confirm_time", "emergency")
    DECISION_ID_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    REASON_CODE_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    ACTOR_FIELD_NUMBER: _ClassVar[int]
    DECIDE_TIME_FIELD_NUMBER: _ClassVar[int]
    AWAITING_SECOND_PERSON_FIELD_NUMBER: _ClassVar[int]
    SECOND_PERSON_FIELD_NUMBER: _ClassVar[int]
    CONFIRM_TIME_FIELD_NUMBER: _ClassVar[int]
    EMERGENCY_FIELD_NUMBER: _ClassVar[int]
    decision_id: str
    outcome: Outcome
    reason_code: str
    note: str
    actor: _common_pb2.Actor
    decide_time: _timestamp_pb2.Timestamp
    awaiting_second_person: bool
    second_person: _common_pb2.Actor
    confirm_time: _timestamp_pb2.Timestamp
    emergency: bool
    def __init__(self, decision_id: _Optional[str] = ..., outcome: _Optional[_Union[Outcome, str]] = ..., reason_code: _Optional[str] = ..., note: _Optional[str] = ..., actor: _Optional[_Union[_common_pb2.Actor, _Mapping]] = ..., decide_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., awaiting_second_person: bool = ..., second_person: _Optional[_Union[_common_pb2.Actor, _Mapping]] = ..., confirm_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., emergency: bool = ...) -> None: ...

class RecordDecisionRequest(_message.Message):
    __slots__ = ("request_id", "name", "etag", "outcome", "reason_code", "note", "confirms_decision_id", "emergency")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    REASON_CODE_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    CONFIRMS_DECISION_ID_FIELD_NUMBER: _ClassVar[int]
    EMERGENCY_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    name: str
    etag: str
    outcome: Outcome
    reason_code: str
    note: str
    confirms_decision_id: str
    emergency: bool
    def __init__(self, request_id: _Optional[str] = ..., name: _Optional[str] = ..., etag: _Optional[str] = ..., outcome: _Optional[_Union[Outcome, str]] = ..., reason_code: _Optional[str] = ..., note: _Optional[str] = ..., confirms_decision_id: _Optional[str] = ..., emergency: bool = ...) -> None: ...

class GetCaseRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class ListCasesRequest(_message.Message):
    __slots__ = ("page_size", "page_token", "undecided_only", "officer_id")
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    UNDECIDED_ONLY_FIELD_NUMBER: _ClassVar[int]
    OFFICER_ID_FIELD_NUMBER: _ClassVar[int]
    page_size: int
    page_token: str
    undecided_only: bool
    officer_id: str
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., undecided_only: bool = ..., officer_id: _Optional[str] = ...) -> None: ...

class ListCasesResponse(_message.Message):
    __slots__ = ("cases", "next_page_token")
    CASES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    cases: _containers.RepeatedCompositeFieldContainer[Case]
    next_page_token: str
    def __init__(self, cases: _Optional[_Iterable[_Union[Case, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...
