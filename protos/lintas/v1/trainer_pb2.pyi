from google.api import field_behavior_pb2 as _field_behavior_pb2
from lintas.v1 import training_pb2 as _training_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class PackLanguage(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PACK_LANGUAGE_UNSPECIFIED: _ClassVar[PackLanguage]
    PACK_LANGUAGE_INDONESIAN: _ClassVar[PackLanguage]
    PACK_LANGUAGE_ENGLISH: _ClassVar[PackLanguage]
    PACK_LANGUAGE_BOTH: _ClassVar[PackLanguage]

class PackPart(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PACK_PART_UNSPECIFIED: _ClassVar[PackPart]
    PACK_PART_CLASS: _ClassVar[PackPart]
    PACK_PART_KEY: _ClassVar[PackPart]
    PACK_PART_ALL: _ClassVar[PackPart]
PACK_LANGUAGE_UNSPECIFIED: PackLanguage
PACK_LANGUAGE_INDONESIAN: PackLanguage
PACK_LANGUAGE_ENGLISH: PackLanguage
PACK_LANGUAGE_BOTH: PackLanguage
PACK_PART_UNSPECIFIED: PackPart
PACK_PART_CLASS: PackPart
PACK_PART_KEY: PackPart
PACK_PART_ALL: PackPart

class GetScenarioRequest(_message.Message):
    __slots__ = ("key", "variant")
    KEY_FIELD_NUMBER: _ClassVar[int]
    VARIANT_FIELD_NUMBER: _ClassVar[int]
    key: str
    variant: int
    def __init__(self, key: _Optional[str] = ..., variant: _Optional[int] = ...) -> None: ...

class ScenarioDetail(_message.Message):
    __slots__ = ("key", "scenario_json", "pages", "engine", "engine_again", "engine_informed", "findings", "file", "own")
    KEY_FIELD_NUMBER: _ClassVar[int]
    SCENARIO_JSON_FIELD_NUMBER: _ClassVar[int]
    PAGES_FIELD_NUMBER: _ClassVar[int]
    ENGINE_FIELD_NUMBER: _ClassVar[int]
    ENGINE_AGAIN_FIELD_NUMBER: _ClassVar[int]
    ENGINE_INFORMED_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    FILE_FIELD_NUMBER: _ClassVar[int]
    OWN_FIELD_NUMBER: _ClassVar[int]
    key: str
    scenario_json: bytes
    pages: _containers.RepeatedCompositeFieldContainer[ScenarioPage]
    engine: _training_pb2.ScanShown
    engine_again: _training_pb2.ScanShown
    engine_informed: _training_pb2.ScanShown
    findings: _containers.RepeatedCompositeFieldContainer[ScenarioFinding]
    file: str
    own: bool
    def __init__(self, key: _Optional[str] = ..., scenario_json: _Optional[bytes] = ..., pages: _Optional[_Iterable[_Union[ScenarioPage, _Mapping]]] = ..., engine: _Optional[_Union[_training_pb2.ScanShown, _Mapping]] = ..., engine_again: _Optional[_Union[_training_pb2.ScanShown, _Mapping]] = ..., engine_informed: _Optional[_Union[_training_pb2.ScanShown, _Mapping]] = ..., findings: _Optional[_Iterable[_Union[ScenarioFinding, _Mapping]]] = ..., file: _Optional[str] = ..., own: bool = ...) -> None: ...

class ScenarioPage(_message.Message):
    __slots__ = ("document", "type", "regions", "inner")
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    REGIONS_FIELD_NUMBER: _ClassVar[int]
    INNER_FIELD_NUMBER: _ClassVar[int]
    document: str
    type: str
    regions: _containers.RepeatedScalarFieldContainer[str]
    inner: bool
    def __init__(self, document: _Optional[str] = ..., type: _Optional[str] = ..., regions: _Optional[_Iterable[str]] = ..., inner: bool = ...) -> None: ...

class ScenarioFinding(_message.Message):
    __slots__ = ("line", "column", "level", "place", "text", "rule")
    LINE_FIELD_NUMBER: _ClassVar[int]
    COLUMN_FIELD_NUMBER: _ClassVar[int]
    LEVEL_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    RULE_FIELD_NUMBER: _ClassVar[int]
    line: int
    column: int
    level: str
    place: str
    text: str
    rule: str
    def __init__(self, line: _Optional[int] = ..., column: _Optional[int] = ..., level: _Optional[str] = ..., place: _Optional[str] = ..., text: _Optional[str] = ..., rule: _Optional[str] = ...) -> None: ...

class GetScenarioPictureRequest(_message.Message):
    __slots__ = ("key", "variant", "document", "light", "region")
    KEY_FIELD_NUMBER: _ClassVar[int]
    VARIANT_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    LIGHT_FIELD_NUMBER: _ClassVar[int]
    REGION_FIELD_NUMBER: _ClassVar[int]
    key: str
    variant: int
    document: str
    light: str
    region: str
    def __init__(self, key: _Optional[str] = ..., variant: _Optional[int] = ..., document: _Optional[str] = ..., light: _Optional[str] = ..., region: _Optional[str] = ...) -> None: ...

class LintScenariosRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class LintScenariosResponse(_message.Message):
    __slots__ = ("files",)
    FILES_FIELD_NUMBER: _ClassVar[int]
    files: _containers.RepeatedCompositeFieldContainer[LintedFile]
    def __init__(self, files: _Optional[_Iterable[_Union[LintedFile, _Mapping]]] = ...) -> None: ...

class LintedFile(_message.Message):
    __slots__ = ("file", "own", "key", "findings")
    FILE_FIELD_NUMBER: _ClassVar[int]
    OWN_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    file: str
    own: bool
    key: str
    findings: _containers.RepeatedCompositeFieldContainer[ScenarioFinding]
    def __init__(self, file: _Optional[str] = ..., own: bool = ..., key: _Optional[str] = ..., findings: _Optional[_Iterable[_Union[ScenarioFinding, _Mapping]]] = ...) -> None: ...

class ListSessionsRequest(_message.Message):
    __slots__ = ("limit",)
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    limit: int
    def __init__(self, limit: _Optional[int] = ...) -> None: ...

class ListSessionsResponse(_message.Message):
    __slots__ = ("sessions",)
    SESSIONS_FIELD_NUMBER: _ClassVar[int]
    sessions: _containers.RepeatedCompositeFieldContainer[SessionSummary]
    def __init__(self, sessions: _Optional[_Iterable[_Union[SessionSummary, _Mapping]]] = ...) -> None: ...

class SessionSummary(_message.Message):
    __slots__ = ("session_id", "title", "opened_on", "cases", "step", "trainees", "closed", "rehearsal")
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    OPENED_ON_FIELD_NUMBER: _ClassVar[int]
    CASES_FIELD_NUMBER: _ClassVar[int]
    STEP_FIELD_NUMBER: _ClassVar[int]
    TRAINEES_FIELD_NUMBER: _ClassVar[int]
    CLOSED_FIELD_NUMBER: _ClassVar[int]
    REHEARSAL_FIELD_NUMBER: _ClassVar[int]
    session_id: str
    title: str
    opened_on: str
    cases: int
    step: int
    trainees: int
    closed: bool
    rehearsal: bool
    def __init__(self, session_id: _Optional[str] = ..., title: _Optional[str] = ..., opened_on: _Optional[str] = ..., cases: _Optional[int] = ..., step: _Optional[int] = ..., trainees: _Optional[int] = ..., closed: bool = ..., rehearsal: bool = ...) -> None: ...

class GetJoinCodeRequest(_message.Message):
    __slots__ = ("session_id",)
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    session_id: str
    def __init__(self, session_id: _Optional[str] = ...) -> None: ...

class GetJoinCodeResponse(_message.Message):
    __slots__ = ("code",)
    CODE_FIELD_NUMBER: _ClassVar[int]
    code: str
    def __init__(self, code: _Optional[str] = ...) -> None: ...

class MakePackRequest(_message.Message):
    __slots__ = ("session_id", "scenarios", "language", "part")
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    SCENARIOS_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    PART_FIELD_NUMBER: _ClassVar[int]
    session_id: str
    scenarios: _containers.RepeatedScalarFieldContainer[str]
    language: PackLanguage
    part: PackPart
    def __init__(self, session_id: _Optional[str] = ..., scenarios: _Optional[_Iterable[str]] = ..., language: _Optional[_Union[PackLanguage, str]] = ..., part: _Optional[_Union[PackPart, str]] = ...) -> None: ...

class PackProgress(_message.Message):
    __slots__ = ("done", "of", "pdf")
    DONE_FIELD_NUMBER: _ClassVar[int]
    OF_FIELD_NUMBER: _ClassVar[int]
    PDF_FIELD_NUMBER: _ClassVar[int]
    done: int
    of: int
    pdf: bytes
    def __init__(self, done: _Optional[int] = ..., of: _Optional[int] = ..., pdf: _Optional[bytes] = ...) -> None: ...
