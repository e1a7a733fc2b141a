import datetime

from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.type import date_pb2 as _date_pb2
from lintas.v1 import common_pb2 as _common_pb2
from lintas.v1 import verification_pb2 as _verification_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class IndicatorWeight(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    INDICATOR_WEIGHT_UNSPECIFIED: _ClassVar[IndicatorWeight]
    INDICATOR_WEIGHT_WEAK: _ClassVar[IndicatorWeight]
    INDICATOR_WEIGHT_MEDIUM: _ClassVar[IndicatorWeight]
    INDICATOR_WEIGHT_STRONG: _ClassVar[IndicatorWeight]
    INDICATOR_WEIGHT_CRITICAL: _ClassVar[IndicatorWeight]

class Answer(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ANSWER_UNSPECIFIED: _ClassVar[Answer]
    ANSWER_YES: _ClassVar[Answer]
    ANSWER_NO: _ClassVar[Answer]
    ANSWER_UNKNOWN: _ClassVar[Answer]

class NumberSource(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    NUMBER_SOURCE_UNSPECIFIED: _ClassVar[NumberSource]
    NUMBER_SOURCE_POPULATION_REGISTER: _ClassVar[NumberSource]
    NUMBER_SOURCE_PASSPORT_APPLICATION: _ClassVar[NumberSource]
    NUMBER_SOURCE_SCHOOL_OR_OFFICE: _ClassVar[NumberSource]
    NUMBER_SOURCE_CONSULATE: _ClassVar[NumberSource]
    NUMBER_SOURCE_PUBLIC_DIRECTORY: _ClassVar[NumberSource]
    NUMBER_SOURCE_GIVEN_BY_CHILD: _ClassVar[NumberSource]
    NUMBER_SOURCE_GIVEN_BY_COMPANION: _ClassVar[NumberSource]
    NUMBER_SOURCE_ON_CONSENT_PAPER: _ClassVar[NumberSource]

class ConsentPaper(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CONSENT_PAPER_UNSPECIFIED: _ClassVar[ConsentPaper]
    CONSENT_PAPER_VERIFIED: _ClassVar[ConsentPaper]
    CONSENT_PAPER_SEEN: _ClassVar[ConsentPaper]
    CONSENT_PAPER_MISSING: _ClassVar[ConsentPaper]
    CONSENT_PAPER_UNKNOWN: _ClassVar[ConsentPaper]

class ReferralDirection(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    REFERRAL_DIRECTION_UNSPECIFIED: _ClassVar[ReferralDirection]
    REFERRAL_DIRECTION_OUTGOING: _ClassVar[ReferralDirection]
    REFERRAL_DIRECTION_INCOMING: _ClassVar[ReferralDirection]

class ReferralState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    REFERRAL_STATE_UNSPECIFIED: _ClassVar[ReferralState]
    REFERRAL_STATE_SENT: _ClassVar[ReferralState]
    REFERRAL_STATE_ACKNOWLEDGED: _ClassVar[ReferralState]
    REFERRAL_STATE_DECLINED: _ClassVar[ReferralState]

class TraffickingStatus(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    TRAFFICKING_STATUS_UNSPECIFIED: _ClassVar[TraffickingStatus]
    TRAFFICKING_STATUS_POSSIBLE: _ClassVar[TraffickingStatus]
    TRAFFICKING_STATUS_ACTUAL: _ClassVar[TraffickingStatus]
    TRAFFICKING_STATUS_NOT: _ClassVar[TraffickingStatus]

class DecisionMaker(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DECISION_MAKER_UNSPECIFIED: _ClassVar[DecisionMaker]
    DECISION_MAKER_POLICE: _ClassVar[DecisionMaker]
    DECISION_MAKER_NGO: _ClassVar[DecisionMaker]
    DECISION_MAKER_COURT_OR_PROSECUTION: _ClassVar[DecisionMaker]
    DECISION_MAKER_NON_POLICE_GOVERNMENTAL_ORGANIZATION: _ClassVar[DecisionMaker]
    DECISION_MAKER_OTHER: _ClassVar[DecisionMaker]

class Consent(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CONSENT_UNSPECIFIED: _ClassVar[Consent]
    CONSENT_GIVEN: _ClassVar[Consent]
    CONSENT_REFUSED: _ClassVar[Consent]
    CONSENT_CHILD_BEST_INTERESTS: _ClassVar[Consent]
    CONSENT_UNABLE: _ClassVar[Consent]

class ReferralReason(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    REFERRAL_REASON_UNSPECIFIED: _ClassVar[ReferralReason]
    REFERRAL_REASON_ADDITIONAL_SERVICES_REQUIRED: _ClassVar[ReferralReason]
    REFERRAL_REASON_MIGRATION_OR_CHANGE_OF_LOCATION: _ClassVar[ReferralReason]
    REFERRAL_REASON_OTHER: _ClassVar[ReferralReason]

class Need(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    NEED_UNSPECIFIED: _ClassVar[Need]
    NEED_SHELTER: _ClassVar[Need]
    NEED_MEDICAL: _ClassVar[Need]
    NEED_PSYCHOLOGICAL: _ClassVar[Need]
    NEED_LEGAL: _ClassVar[Need]
    NEED_INTERPRETER: _ClassVar[Need]
    NEED_RETURN_HOME: _ClassVar[Need]
    NEED_FAMILY_CONTACT: _ClassVar[Need]
    NEED_CHILD_CARE: _ClassVar[Need]

class Recruitment(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    RECRUITMENT_UNSPECIFIED: _ClassVar[Recruitment]
    RECRUITMENT_ABDUCTION: _ClassVar[Recruitment]
    RECRUITMENT_EDUCATIONAL_FACILITY: _ClassVar[Recruitment]
    RECRUITMENT_FAMILIAL: _ClassVar[Recruitment]
    RECRUITMENT_INTERNET: _ClassVar[Recruitment]
    RECRUITMENT_INTERNATIONAL_MARRIAGE_BROKER: _ClassVar[Recruitment]
    RECRUITMENT_INTIMATE_PARTNER: _ClassVar[Recruitment]
    RECRUITMENT_JOB_OFFER: _ClassVar[Recruitment]
    RECRUITMENT_POSING_AS_BENEFACTOR: _ClassVar[Recruitment]
    RECRUITMENT_PUBLIC_AREA: _ClassVar[Recruitment]
    RECRUITMENT_OFFER_OF_ACCOMMODATION: _ClassVar[Recruitment]
    RECRUITMENT_SHELTER: _ClassVar[Recruitment]
    RECRUITMENT_SMUGGLING: _ClassVar[Recruitment]
    RECRUITMENT_WORK: _ClassVar[Recruitment]
    RECRUITMENT_OTHER: _ClassVar[Recruitment]
    RECRUITMENT_UNKNOWN: _ClassVar[Recruitment]

class Control(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CONTROL_UNSPECIFIED: _ClassVar[Control]
    CONTROL_DEBT_BONDAGE: _ClassVar[Control]
    CONTROL_TAKES_EARNINGS: _ClassVar[Control]
    CONTROL_RESTRICTS_FINANCIAL_ACCESS: _ClassVar[Control]
    CONTROL_THREATS: _ClassVar[Control]
    CONTROL_PSYCHOLOGICAL_ABUSE: _ClassVar[Control]
    CONTROL_PHYSICAL_ABUSE: _ClassVar[Control]
    CONTROL_SEXUAL_ABUSE: _ClassVar[Control]
    CONTROL_FALSE_PROMISES: _ClassVar[Control]
    CONTROL_PSYCHOACTIVE_SUBSTANCES: _ClassVar[Control]
    CONTROL_RESTRICTS_MOVEMENT: _ClassVar[Control]
    CONTROL_RESTRICTS_MEDICAL_CARE: _ClassVar[Control]
    CONTROL_EXCESSIVE_WORKING_HOURS: _ClassVar[Control]
    CONTROL_USES_CHILDREN: _ClassVar[Control]
    CONTROL_THREAT_OF_LAW_ENFORCEMENT: _ClassVar[Control]
    CONTROL_WITHHOLDS_NECESSITIES: _ClassVar[Control]
    CONTROL_WITHHOLDS_DOCUMENTS: _ClassVar[Control]
    CONTROL_OTHER: _ClassVar[Control]

class Exploitation(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    EXPLOITATION_UNSPECIFIED: _ClassVar[Exploitation]
    EXPLOITATION_FORCED_LABOUR: _ClassVar[Exploitation]
    EXPLOITATION_SEXUAL_EXPLOITATION: _ClassVar[Exploitation]
    EXPLOITATION_CHILD_LABOUR: _ClassVar[Exploitation]
    EXPLOITATION_FORCED_MARRIAGE: _ClassVar[Exploitation]
    EXPLOITATION_SERVITUDE: _ClassVar[Exploitation]
    EXPLOITATION_FORCED_MILITARY: _ClassVar[Exploitation]
    EXPLOITATION_ORGAN_REMOVAL: _ClassVar[Exploitation]
    EXPLOITATION_FORCED_BEGGING: _ClassVar[Exploitation]
    EXPLOITATION_FORCED_ADOPTION: _ClassVar[Exploitation]
    EXPLOITATION_SURROGACY: _ClassVar[Exploitation]
    EXPLOITATION_ILLICIT_ACTIVITIES: _ClassVar[Exploitation]
    EXPLOITATION_OTHER: _ClassVar[Exploitation]

class RoleInProcess(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ROLE_IN_PROCESS_UNSPECIFIED: _ClassVar[RoleInProcess]
    ROLE_IN_PROCESS_TRAVELLING_PARTNER: _ClassVar[RoleInProcess]
    ROLE_IN_PROCESS_TRANSPORTER: _ClassVar[RoleInProcess]
    ROLE_IN_PROCESS_RECRUITER_OR_INTERMEDIARY: _ClassVar[RoleInProcess]
    ROLE_IN_PROCESS_BROKER_TRAVEL_AGENT: _ClassVar[RoleInProcess]
    ROLE_IN_PROCESS_SMUGGLER: _ClassVar[RoleInProcess]
    ROLE_IN_PROCESS_ABUSER: _ClassVar[RoleInProcess]
    ROLE_IN_PROCESS_KIDNAPPER: _ClassVar[RoleInProcess]
    ROLE_IN_PROCESS_EXPLOITER: _ClassVar[RoleInProcess]
    ROLE_IN_PROCESS_OTHER: _ClassVar[RoleInProcess]

class OutcomeStage(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    OUTCOME_STAGE_UNSPECIFIED: _ClassVar[OutcomeStage]
    OUTCOME_STAGE_SECONDARY: _ClassVar[OutcomeStage]
    OUTCOME_STAGE_LATER: _ClassVar[OutcomeStage]

class TipChannel(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    TIP_CHANNEL_UNSPECIFIED: _ClassVar[TipChannel]
    TIP_CHANNEL_HOTLINE: _ClassVar[TipChannel]
    TIP_CHANNEL_IN_PERSON: _ClassVar[TipChannel]
    TIP_CHANNEL_WRITTEN: _ClassVar[TipChannel]
    TIP_CHANNEL_PARTNER: _ClassVar[TipChannel]
    TIP_CHANNEL_ONLINE: _ClassVar[TipChannel]

class TipKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    TIP_KIND_UNSPECIFIED: _ClassVar[TipKind]
    TIP_KIND_PERSON_AT_RISK: _ClassVar[TipKind]
    TIP_KIND_RECRUITER: _ClassVar[TipKind]
    TIP_KIND_DOCUMENT: _ClassVar[TipKind]
    TIP_KIND_PLACE_OR_ROUTE: _ClassVar[TipKind]
    TIP_KIND_OTHER: _ClassVar[TipKind]

class TipState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    TIP_STATE_UNSPECIFIED: _ClassVar[TipState]
    TIP_STATE_NEW: _ClassVar[TipState]
    TIP_STATE_ACTED_ON: _ClassVar[TipState]
    TIP_STATE_PASSED_ON: _ClassVar[TipState]
    TIP_STATE_PROPOSED: _ClassVar[TipState]
    TIP_STATE_NO_ACTION: _ClassVar[TipState]
    TIP_STATE_DUPLICATE: _ClassVar[TipState]

class TipPriority(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    TIP_PRIORITY_UNSPECIFIED: _ClassVar[TipPriority]
    TIP_PRIORITY_IMMEDIATE: _ClassVar[TipPriority]
    TIP_PRIORITY_SOON: _ClassVar[TipPriority]
    TIP_PRIORITY_ROUTINE: _ClassVar[TipPriority]
INDICATOR_WEIGHT_UNSPECIFIED: IndicatorWeight
INDICATOR_WEIGHT_WEAK: IndicatorWeight
INDICATOR_WEIGHT_MEDIUM: IndicatorWeight
INDICATOR_WEIGHT_STRONG: IndicatorWeight
INDICATOR_WEIGHT_CRITICAL: IndicatorWeight
ANSWER_UNSPECIFIED: Answer
ANSWER_YES: Answer
ANSWER_NO: Answer
ANSWER_UNKNOWN: Answer
NUMBER_SOURCE_UNSPECIFIED: NumberSource
NUMBER_SOURCE_POPULATION_REGISTER: NumberSource
NUMBER_SOURCE_PASSPORT_APPLICATION: NumberSource
NUMBER_SOURCE_SCHOOL_OR_OFFICE: NumberSource
NUMBER_SOURCE_CONSULATE: NumberSource
NUMBER_SOURCE_PUBLIC_DIRECTORY: NumberSource
NUMBER_SOURCE_GIVEN_BY_CHILD: NumberSource
NUMBER_SOURCE_GIVEN_BY_COMPANION: NumberSource
NUMBER_SOURCE_ON_CONSENT_PAPER: NumberSource
CONSENT_PAPER_UNSPECIFIED: ConsentPaper
CONSENT_PAPER_VERIFIED: ConsentPaper
CONSENT_PAPER_SEEN: ConsentPaper
CONSENT_PAPER_MISSING: ConsentPaper
CONSENT_PAPER_UNKNOWN: ConsentPaper
REFERRAL_DIRECTION_UNSPECIFIED: ReferralDirection
REFERRAL_DIRECTION_OUTGOING: ReferralDirection
REFERRAL_DIRECTION_INCOMING: ReferralDirection
REFERRAL_STATE_UNSPECIFIED: ReferralState
REFERRAL_STATE_SENT: ReferralState
REFERRAL_STATE_ACKNOWLEDGED: ReferralState
REFERRAL_STATE_DECLINED: ReferralState
TRAFFICKING_STATUS_UNSPECIFIED: TraffickingStatus
TRAFFICKING_STATUS_POSSIBLE: TraffickingStatus
TRAFFICKING_STATUS_ACTUAL: TraffickingStatus
TRAFFICKING_STATUS_NOT: TraffickingStatus
DECISION_MAKER_UNSPECIFIED: DecisionMaker
DECISION_MAKER_POLICE: DecisionMaker
DECISION_MAKER_NGO: DecisionMaker
DECISION_MAKER_COURT_OR_PROSECUTION: DecisionMaker
DECISION_MAKER_NON_POLICE_GOVERNMENTAL_ORGANIZATION: DecisionMaker
DECISION_MAKER_OTHER: DecisionMaker
CONSENT_UNSPECIFIED: Consent
CONSENT_GIVEN: Consent
CONSENT_REFUSED: Consent
CONSENT_CHILD_BEST_INTERESTS: Consent
CONSENT_UNABLE: Consent
REFERRAL_REASON_UNSPECIFIED: ReferralReason
REFERRAL_REASON_ADDITIONAL_SERVICES_REQUIRED: ReferralReason
REFERRAL_REASON_MIGRATION_OR_CHANGE_OF_LOCATION: ReferralReason
REFERRAL_REASON_OTHER: ReferralReason
NEED_UNSPECIFIED: Need
NEED_SHELTER: Need
NEED_MEDICAL: Need
NEED_PSYCHOLOGICAL: Need
NEED_LEGAL: Need
NEED_INTERPRETER: Need
NEED_RETURN_HOME: Need
NEED_FAMILY_CONTACT: Need
NEED_CHILD_CARE: Need
RECRUITMENT_UNSPECIFIED: Recruitment
RECRUITMENT_ABDUCTION: Recruitment
RECRUITMENT_EDUCATIONAL_FACILITY: Recruitment
RECRUITMENT_FAMILIAL: Recruitment
RECRUITMENT_INTERNET: Recruitment
RECRUITMENT_INTERNATIONAL_MARRIAGE_BROKER: Recruitment
RECRUITMENT_INTIMATE_PARTNER: Recruitment
RECRUITMENT_JOB_OFFER: Recruitment
RECRUITMENT_POSING_AS_BENEFACTOR: Recruitment
RECRUITMENT_PUBLIC_AREA: Recruitment
RECRUITMENT_OFFER_OF_ACCOMMODATION: Recruitment
RECRUITMENT_SHELTER: Recruitment
RECRUITMENT_SMUGGLING: Recruitment
RECRUITMENT_WORK: Recruitment
RECRUITMENT_OTHER: Recruitment
RECRUITMENT_UNKNOWN: Recruitment
CONTROL_UNSPECIFIED: Control
CONTROL_DEBT_BONDAGE: Control
CONTROL_TAKES_EARNINGS: Control
CONTROL_RESTRICTS_FINANCIAL_ACCESS: Control
CONTROL_THREATS: Control
CONTROL_PSYCHOLOGICAL_ABUSE: Control
CONTROL_PHYSICAL_ABUSE: Control
CONTROL_SEXUAL_ABUSE: Control
CONTROL_FALSE_PROMISES: Control
CONTROL_PSYCHOACTIVE_SUBSTANCES: Control
CONTROL_RESTRICTS_MOVEMENT: Control
CONTROL_RESTRICTS_MEDICAL_CARE: Control
CONTROL_EXCESSIVE_WORKING_HOURS: Control
CONTROL_USES_CHILDREN: Control
CONTROL_THREAT_OF_LAW_ENFORCEMENT: Control
CONTROL_WITHHOLDS_NECESSITIES: Control
CONTROL_WITHHOLDS_DOCUMENTS: Control
CONTROL_OTHER: Control
EXPLOITATION_UNSPECIFIED: Exploitation
EXPLOITATION_FORCED_LABOUR: Exploitation
EXPLOITATION_SEXUAL_EXPLOITATION: Exploitation
EXPLOITATION_CHILD_LABOUR: Exploitation
EXPLOITATION_FORCED_MARRIAGE: Exploitation
EXPLOITATION_SERVITUDE: Exploitation
EXPLOITATION_FORCED_MILITARY: Exploitation
EXPLOITATION_ORGAN_REMOVAL: Exploitation
EXPLOITATION_FORCED_BEGGING: Exploitation
EXPLOITATION_FORCED_ADOPTION: Exploitation
EXPLOITATION_SURROGACY: Exploitation
EXPLOITATION_ILLICIT_ACTIVITIES: Exploitation
EXPLOITATION_OTHER: Exploitation
ROLE_IN_PROCESS_UNSPECIFIED: RoleInProcess
ROLE_IN_PROCESS_TRAVELLING_PARTNER: RoleInProcess
ROLE_IN_PROCESS_TRANSPORTER: RoleInProcess
ROLE_IN_PROCESS_RECRUITER_OR_INTERMEDIARY: RoleInProcess
ROLE_IN_PROCESS_BROKER_TRAVEL_AGENT: RoleInProcess
ROLE_IN_PROCESS_SMUGGLER: RoleInProcess
ROLE_IN_PROCESS_ABUSER: RoleInProcess
ROLE_IN_PROCESS_KIDNAPPER: RoleInProcess
ROLE_IN_PROCESS_EXPLOITER: RoleInProcess
ROLE_IN_PROCESS_OTHER: RoleInProcess
OUTCOME_STAGE_UNSPECIFIED: OutcomeStage
OUTCOME_STAGE_SECONDARY: OutcomeStage
OUTCOME_STAGE_LATER: OutcomeStage
TIP_CHANNEL_UNSPECIFIED: TipChannel
TIP_CHANNEL_HOTLINE: TipChannel
TIP_CHANNEL_IN_PERSON: TipChannel
TIP_CHANNEL_WRITTEN: TipChannel
TIP_CHANNEL_PARTNER: TipChannel
TIP_CHANNEL_ONLINE: TipChannel
TIP_KIND_UNSPECIFIED: TipKind
TIP_KIND_PERSON_AT_RISK: TipKind
TIP_KIND_RECRUITER: TipKind
TIP_KIND_DOCUMENT: TipKind
TIP_KIND_PLACE_OR_ROUTE: TipKind
TIP_KIND_OTHER: TipKind
TIP_STATE_UNSPECIFIED: TipState
TIP_STATE_NEW: TipState
TIP_STATE_ACTED_ON: TipState
TIP_STATE_PASSED_ON: TipState
TIP_STATE_PROPOSED: TipState
TIP_STATE_NO_ACTION: TipState
TIP_STATE_DUPLICATE: TipState
TIP_PRIORITY_UNSPECIFIED: TipPriority
TIP_PRIORITY_IMMEDIATE: TipPriority
TIP_PRIORITY_SOON: TipPriority
TIP_PRIORITY_ROUTINE: TipPriority

class ListIndicatorsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListIndicatorsResponse(_message.Message):
    __slots__ = ("indicators", "counter_indicators", "handling", "policy_version", "policy_sha256", "publish_date", "due_for_review")
    INDICATORS_FIELD_NUMBER: _ClassVar[int]
    COUNTER_INDICATORS_FIELD_NUMBER: _ClassVar[int]
    HANDLING_FIELD_NUMBER: _ClassVar[int]
    POLICY_VERSION_FIELD_NUMBER: _ClassVar[int]
    POLICY_SHA256_FIELD_NUMBER: _ClassVar[int]
    PUBLISH_DATE_FIELD_NUMBER: _ClassVar[int]
    DUE_FOR_REVIEW_FIELD_NUMBER: _ClassVar[int]
    indicators: _containers.RepeatedCompositeFieldContainer[Indicator]
    counter_indicators: _containers.RepeatedCompositeFieldContainer[CounterIndicator]
    handling: _containers.RepeatedCompositeFieldContainer[HandlingStep]
    policy_version: int
    policy_sha256: str
    publish_date: _date_pb2.Date
    due_for_review: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, indicators: _Optional[_Iterable[_Union[Indicator, _Mapping]]] = ..., counter_indicators: _Optional[_Iterable[_Union[CounterIndicator, _Mapping]]] = ..., handling: _Optional[_Iterable[_Union[HandlingStep, _Mapping]]] = ..., policy_version: _Optional[int] = ..., policy_sha256: _Optional[str] = ..., publish_date: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., due_for_review: _Optional[_Iterable[str]] = ...) -> None: ...

class Indicator(_message.Message):
    __slots__ = ("indicator_id", "dimension", "dimension_name", "name", "caveat", "question", "weight", "weight_under_18", "direction", "observed_by", "side", "evaluatory", "asks_only", "has_rule", "facts", "sources", "provenance", "owner", "review_date", "review_due_date")
    INDICATOR_ID_FIELD_NUMBER: _ClassVar[int]
    DIMENSION_FIELD_NUMBER: _ClassVar[int]
    DIMENSION_NAME_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    CAVEAT_FIELD_NUMBER: _ClassVar[int]
    QUESTION_FIELD_NUMBER: _ClassVar[int]
    WEIGHT_FIELD_NUMBER: _ClassVar[int]
    WEIGHT_UNDER_18_FIELD_NUMBER: _ClassVar[int]
    DIRECTION_FIELD_NUMBER: _ClassVar[int]
    OBSERVED_BY_FIELD_NUMBER: _ClassVar[int]
    SIDE_FIELD_NUMBER: _ClassVar[int]
    EVALUATORY_FIELD_NUMBER: _ClassVar[int]
    ASKS_ONLY_FIELD_NUMBER: _ClassVar[int]
    HAS_RULE_FIELD_NUMBER: _ClassVar[int]
    FACTS_FIELD_NUMBER: _ClassVar[int]
    SOURCES_FIELD_NUMBER: _ClassVar[int]
    PROVENANCE_FIELD_NUMBER: _ClassVar[int]
    OWNER_FIELD_NUMBER: _ClassVar[int]
    REVIEW_DATE_FIELD_NUMBER: _ClassVar[int]
    REVIEW_DUE_DATE_FIELD_NUMBER: _ClassVar[int]
    indicator_id: str
    dimension: str
    dimension_name: _common_pb2.Text
    name: _common_pb2.Text
    caveat: _common_pb2.Text
    question: _common_pb2.Text
    weight: IndicatorWeight
    weight_under_18: IndicatorWeight
    direction: _common_pb2.Direction
    observed_by: str
    side: str
    evaluatory: bool
    asks_only: bool
    has_rule: bool
    facts: _containers.RepeatedScalarFieldContainer[str]
    sources: _containers.RepeatedScalarFieldContainer[str]
    provenance: str
    owner: str
    review_date: _date_pb2.Date
    review_due_date: _date_pb2.Date
    def __init__(self, indicator_id: _Optional[str] = ..., dimension: _Optional[str] = ..., dimension_name: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., name: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., caveat: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., question: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., weight: _Optional[_Union[IndicatorWeight, str]] = ..., weight_under_18: _Optional[_Union[IndicatorWeight, str]] = ..., direction: _Optional[_Union[_common_pb2.Direction, str]] = ..., observed_by: _Optional[str] = ..., side: _Optional[str] = ..., evaluatory: bool = ..., asks_only: bool = ..., has_rule: bool = ..., facts: _Optional[_Iterable[str]] = ..., sources: _Optional[_Iterable[str]] = ..., provenance: _Optional[str] = ..., owner: _Optional[str] = ..., review_date: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., review_due_date: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class CounterIndicator(_message.Message):
    __slots__ = ("counter_id", "name", "question", "cancels", "has_rule", "review_due_date")
    COUNTER_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    QUESTION_FIELD_NUMBER: _ClassVar[int]
    CANCELS_FIELD_NUMBER: _ClassVar[int]
    HAS_RULE_FIELD_NUMBER: _ClassVar[int]
    REVIEW_DUE_DATE_FIELD_NUMBER: _ClassVar[int]
    counter_id: str
    name: _common_pb2.Text
    question: _common_pb2.Text
    cancels: _containers.RepeatedScalarFieldContainer[str]
    has_rule: bool
    review_due_date: _date_pb2.Date
    def __init__(self, counter_id: _Optional[str] = ..., name: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., question: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., cancels: _Optional[_Iterable[str]] = ..., has_rule: bool = ..., review_due_date: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class HandlingStep(_message.Message):
    __slots__ = ("step_id", "text")
    STEP_ID_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    step_id: str
    text: _common_pb2.Text
    def __init__(self, step_id: _Optional[str] = ..., text: _Optional[_Union[_common_pb2.Text, _Mapping]] = ...) -> None: ...

class AssessRequest(_message.Message):
    __slots__ = ("case", "journey", "birth_date")
    CASE_FIELD_NUMBER: _ClassVar[int]
    JOURNEY_FIELD_NUMBER: _ClassVar[int]
    BIRTH_DATE_FIELD_NUMBER: _ClassVar[int]
    case: str
    journey: _common_pb2.Journey
    birth_date: _date_pb2.Date
    def __init__(self, case: _Optional[str] = ..., journey: _Optional[_Union[_common_pb2.Journey, _Mapping]] = ..., birth_date: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class Assessment(_message.Message):
    __slots__ = ("kind", "dimensions", "cues", "counter_indicators", "questions", "handling", "undecided", "child", "policy_version", "policy_sha256")
    KIND_FIELD_NUMBER: _ClassVar[int]
    DIMENSIONS_FIELD_NUMBER: _ClassVar[int]
    CUES_FIELD_NUMBER: _ClassVar[int]
    COUNTER_INDICATORS_FIELD_NUMBER: _ClassVar[int]
    QUESTIONS_FIELD_NUMBER: _ClassVar[int]
    HANDLING_FIELD_NUMBER: _ClassVar[int]
    UNDECIDED_FIELD_NUMBER: _ClassVar[int]
    CHILD_FIELD_NUMBER: _ClassVar[int]
    POLICY_VERSION_FIELD_NUMBER: _ClassVar[int]
    POLICY_SHA256_FIELD_NUMBER: _ClassVar[int]
    kind: _verification_pb2.AdviceKind
    dimensions: _containers.RepeatedCompositeFieldContainer[DimensionResult]
    cues: _containers.RepeatedCompositeFieldContainer[Cue]
    counter_indicators: _containers.RepeatedScalarFieldContainer[str]
    questions: _containers.RepeatedCompositeFieldContainer[_common_pb2.Text]
    handling: _containers.RepeatedCompositeFieldContainer[HandlingStep]
    undecided: _containers.RepeatedCompositeFieldContainer[UndecidedRule]
    child: bool
    policy_version: int
    policy_sha256: str
    def __init__(self, kind: _Optional[_Union[_verification_pb2.AdviceKind, str]] = ..., dimensions: _Optional[_Iterable[_Union[DimensionResult, _Mapping]]] = ..., cues: _Optional[_Iterable[_Union[Cue, _Mapping]]] = ..., counter_indicators: _Optional[_Iterable[str]] = ..., questions: _Optional[_Iterable[_Union[_common_pb2.Text, _Mapping]]] = ..., handling: _Optional[_Iterable[_Union[HandlingStep, _Mapping]]] = ..., undecided: _Optional[_Iterable[_Union[UndecidedRule, _Mapping]]] = ..., child: bool = ..., policy_version: _Optional[int] = ..., policy_sha256: _Optional[str] = ...) -> None: ...

class DimensionResult(_message.Message):
    __slots__ = ("dimension", "name", "positive", "needed", "cues", "changes")
    DIMENSION_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    POSITIVE_FIELD_NUMBER: _ClassVar[int]
    NEEDED_FIELD_NUMBER: _ClassVar[int]
    CUES_FIELD_NUMBER: _ClassVar[int]
    CHANGES_FIELD_NUMBER: _ClassVar[int]
    dimension: str
    name: _common_pb2.Text
    positive: bool
    needed: bool
    cues: _containers.RepeatedScalarFieldContainer[str]
    changes: _containers.RepeatedCompositeFieldContainer[Change]
    def __init__(self, dimension: _Optional[str] = ..., name: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., positive: bool = ..., needed: bool = ..., cues: _Optional[_Iterable[str]] = ..., changes: _Optional[_Iterable[_Union[Change, _Mapping]]] = ...) -> None: ...

class Change(_message.Message):
    __slots__ = ("identifier", "name", "becomes_positive", "advice", "question", "unknown_facts")
    IDENTIFIER_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    BECOMES_POSITIVE_FIELD_NUMBER: _ClassVar[int]
    ADVICE_FIELD_NUMBER: _ClassVar[int]
    QUESTION_FIELD_NUMBER: _ClassVar[int]
    UNKNOWN_FACTS_FIELD_NUMBER: _ClassVar[int]
    identifier: str
    name: _common_pb2.Text
    becomes_positive: bool
    advice: _verification_pb2.AdviceKind
    question: _common_pb2.Text
    unknown_facts: _containers.RepeatedCompositeFieldContainer[_common_pb2.Text]
    def __init__(self, identifier: _Optional[str] = ..., name: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., becomes_positive: bool = ..., advice: _Optional[_Union[_verification_pb2.AdviceKind, str]] = ..., question: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., unknown_facts: _Optional[_Iterable[_Union[_common_pb2.Text, _Mapping]]] = ...) -> None: ...

class Cue(_message.Message):
    __slots__ = ("indicator_id", "name", "weight", "standing", "by_rule", "by_person", "facts", "cancelled_by")
    INDICATOR_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    WEIGHT_FIELD_NUMBER: _ClassVar[int]
    STANDING_FIELD_NUMBER: _ClassVar[int]
    BY_RULE_FIELD_NUMBER: _ClassVar[int]
    BY_PERSON_FIELD_NUMBER: _ClassVar[int]
    FACTS_FIELD_NUMBER: _ClassVar[int]
    CANCELLED_BY_FIELD_NUMBER: _ClassVar[int]
    indicator_id: str
    name: _common_pb2.Text
    weight: IndicatorWeight
    standing: _verification_pb2.CueStanding
    by_rule: bool
    by_person: bool
    facts: _containers.RepeatedScalarFieldContainer[str]
    cancelled_by: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, indicator_id: _Optional[str] = ..., name: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., weight: _Optional[_Union[IndicatorWeight, str]] = ..., standing: _Optional[_Union[_verification_pb2.CueStanding, str]] = ..., by_rule: bool = ..., by_person: bool = ..., facts: _Optional[_Iterable[str]] = ..., cancelled_by: _Optional[_Iterable[str]] = ...) -> None: ...

class UndecidedRule(_message.Message):
    __slots__ = ("indicator_id", "missing_facts")
    INDICATOR_ID_FIELD_NUMBER: _ClassVar[int]
    MISSING_FACTS_FIELD_NUMBER: _ClassVar[int]
    indicator_id: str
    missing_facts: _containers.RepeatedCompositeFieldContainer[_common_pb2.Text]
    def __init__(self, indicator_id: _Optional[str] = ..., missing_facts: _Optional[_Iterable[_Union[_common_pb2.Text, _Mapping]]] = ...) -> None: ...

class RecordCallBackRequest(_message.Message):
    __slots__ = ("request_id", "call_back")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    CALL_BACK_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    call_back: CallBack
    def __init__(self, request_id: _Optional[str] = ..., call_back: _Optional[_Union[CallBack, _Mapping]] = ...) -> None: ...

class CallBack(_message.Message):
    __slots__ = ("name", "create_time", "actor", "case", "call_time", "parent_reached", "confirms_journey", "consent_paper", "number_source", "note", "settles", "alarming")
    NAME_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    ACTOR_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    CALL_TIME_FIELD_NUMBER: _ClassVar[int]
    PARENT_REACHED_FIELD_NUMBER: _ClassVar[int]
    CONFIRMS_JOURNEY_FIELD_NUMBER: _ClassVar[int]
    CONSENT_PAPER_FIELD_NUMBER: _ClassVar[int]
    NUMBER_SOURCE_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    SETTLES_FIELD_NUMBER: _ClassVar[int]
    ALARMING_FIELD_NUMBER: _ClassVar[int]
    name: str
    create_time: _timestamp_pb2.Timestamp
    actor: _common_pb2.Actor
    case: str
    call_time: _timestamp_pb2.Timestamp
    parent_reached: Answer
    confirms_journey: Answer
    consent_paper: ConsentPaper
    number_source: NumberSource
    note: str
    settles: bool
    alarming: bool
    def __init__(self, name: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., actor: _Optional[_Union[_common_pb2.Actor, _Mapping]] = ..., case: _Optional[str] = ..., call_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., parent_reached: _Optional[_Union[Answer, str]] = ..., confirms_journey: _Optional[_Union[Answer, str]] = ..., consent_paper: _Optional[_Union[ConsentPaper, str]] = ..., number_source: _Optional[_Union[NumberSource, str]] = ..., note: _Optional[str] = ..., settles: bool = ..., alarming: bool = ...) -> None: ...

class ListCallBacksRequest(_message.Message):
    __slots__ = ("case", "page_size", "page_token")
    CASE_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    case: str
    page_size: int
    page_token: str
    def __init__(self, case: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListCallBacksResponse(_message.Message):
    __slots__ = ("call_backs", "next_page_token")
    CALL_BACKS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    call_backs: _containers.RepeatedCompositeFieldContainer[CallBack]
    next_page_token: str
    def __init__(self, call_backs: _Optional[_Iterable[_Union[CallBack, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class GetReferralDirectoryRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ReferralDirectory(_message.Message):
    __slots__ = ("version", "services", "stale")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    SERVICES_FIELD_NUMBER: _ClassVar[int]
    STALE_FIELD_NUMBER: _ClassVar[int]
    version: int
    services: _containers.RepeatedCompositeFieldContainer[ReferralService]
    stale: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, version: _Optional[int] = ..., services: _Optional[_Iterable[_Union[ReferralService, _Mapping]]] = ..., stale: _Optional[_Iterable[str]] = ...) -> None: ...

class ReferralService(_message.Message):
    __slots__ = ("name", "title", "role", "kind", "serves", "contacts", "review_date", "review_due_date", "stale")
    NAME_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    ROLE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    SERVES_FIELD_NUMBER: _ClassVar[int]
    CONTACTS_FIELD_NUMBER: _ClassVar[int]
    REVIEW_DATE_FIELD_NUMBER: _ClassVar[int]
    REVIEW_DUE_DATE_FIELD_NUMBER: _ClassVar[int]
    STALE_FIELD_NUMBER: _ClassVar[int]
    name: str
    title: _common_pb2.Text
    role: _common_pb2.Text
    kind: str
    serves: _containers.RepeatedScalarFieldContainer[str]
    contacts: _containers.RepeatedCompositeFieldContainer[ServiceContact]
    review_date: _date_pb2.Date
    review_due_date: _date_pb2.Date
    stale: bool
    def __init__(self, name: _Optional[str] = ..., title: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., role: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., kind: _Optional[str] = ..., serves: _Optional[_Iterable[str]] = ..., contacts: _Optional[_Iterable[_Union[ServiceContact, _Mapping]]] = ..., review_date: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., review_due_date: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., stale: bool = ...) -> None: ...

class ServiceContact(_message.Message):
    __slots__ = ("kind", "value", "note")
    KIND_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    kind: str
    value: str
    note: _common_pb2.Text
    def __init__(self, kind: _Optional[str] = ..., value: _Optional[str] = ..., note: _Optional[_Union[_common_pb2.Text, _Mapping]] = ...) -> None: ...

class CreateReferralRequest(_message.Message):
    __slots__ = ("request_id", "referral")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    REFERRAL_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    referral: Referral
    def __init__(self, request_id: _Optional[str] = ..., referral: _Optional[_Union[Referral, _Mapping]] = ...) -> None: ...

class Referral(_message.Message):
    __slots__ = ("name", "etag", "create_time", "actor", "state", "handover_code", "direction", "service", "case", "status", "decided_by", "consent", "child", "reason", "recruitment", "control", "exploitation", "roles_of_others", "needs", "note", "receipt", "service_stale", "htcds")
    class HtcdsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    NAME_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    ACTOR_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    HANDOVER_CODE_FIELD_NUMBER: _ClassVar[int]
    DIRECTION_FIELD_NUMBER: _ClassVar[int]
    SERVICE_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    DECIDED_BY_FIELD_NUMBER: _ClassVar[int]
    CONSENT_FIELD_NUMBER: _ClassVar[int]
    CHILD_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    RECRUITMENT_FIELD_NUMBER: _ClassVar[int]
    CONTROL_FIELD_NUMBER: _ClassVar[int]
    EXPLOITATION_FIELD_NUMBER: _ClassVar[int]
    ROLES_OF_OTHERS_FIELD_NUMBER: _ClassVar[int]
    NEEDS_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    SERVICE_STALE_FIELD_NUMBER: _ClassVar[int]
    HTCDS_FIELD_NUMBER: _ClassVar[int]
    name: str
    etag: str
    create_time: _timestamp_pb2.Timestamp
    actor: _common_pb2.Actor
    state: ReferralState
    handover_code: str
    direction: ReferralDirection
    service: str
    case: str
    status: TraffickingStatus
    decided_by: DecisionMaker
    consent: Consent
    child: bool
    reason: ReferralReason
    recruitment: _containers.RepeatedScalarFieldContainer[Recruitment]
    control: _containers.RepeatedScalarFieldContainer[Control]
    exploitation: _containers.RepeatedScalarFieldContainer[Exploitation]
    roles_of_others: _containers.RepeatedScalarFieldContainer[RoleInProcess]
    needs: _containers.RepeatedScalarFieldContainer[Need]
    note: str
    receipt: ReferralReceipt
    service_stale: bool
    htcds: _containers.ScalarMap[str, str]
    def __init__(self, name: _Optional[str] = ..., etag: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., actor: _Optional[_Union[_common_pb2.Actor, _Mapping]] = ..., state: _Optional[_Union[ReferralState, str]] = ..., handover_code: _Optional[str] = ..., direction: _Optional[_Union[ReferralDirection, str]] = ..., service: _Optional[str] = ..., case: _Optional[str] = ..., status: _Optional[_Union[TraffickingStatus, str]] = ..., decided_by: _Optional[_Union[DecisionMaker, str]] = ..., consent: _Optional[_Union[Consent, str]] = ..., child: bool = ..., reason: _Optional[_Union[ReferralReason, str]] = ..., recruitment: _Optional[_Iterable[_Union[Recruitment, str]]] = ..., control: _Optional[_Iterable[_Union[Control, str]]] = ..., exploitation: _Optional[_Iterable[_Union[Exploitation, str]]] = ..., roles_of_others: _Optional[_Iterable[_Union[RoleInProcess, str]]] = ..., needs: _Optional[_Iterable[_Union[Need, str]]] = ..., note: _Optional[str] = ..., receipt: _Optional[_Union[ReferralReceipt, _Mapping]] = ..., service_stale: bool = ..., htcds: _Optional[_Mapping[str, str]] = ...) -> None: ...

class ReferralReceipt(_message.Message):
    __slots__ = ("accepted", "receive_time", "their_reference", "actor", "record_time")
    ACCEPTED_FIELD_NUMBER: _ClassVar[int]
    RECEIVE_TIME_FIELD_NUMBER: _ClassVar[int]
    THEIR_REFERENCE_FIELD_NUMBER: _ClassVar[int]
    ACTOR_FIELD_NUMBER: _ClassVar[int]
    RECORD_TIME_FIELD_NUMBER: _ClassVar[int]
    accepted: bool
    receive_time: _timestamp_pb2.Timestamp
    their_reference: str
    actor: _common_pb2.Actor
    record_time: _timestamp_pb2.Timestamp
    def __init__(self, accepted: bool = ..., receive_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., their_reference: _Optional[str] = ..., actor: _Optional[_Union[_common_pb2.Actor, _Mapping]] = ..., record_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class GetReferralRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class ListReferralsRequest(_message.Message):
    __slots__ = ("page_size", "page_token", "state", "case")
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    page_size: int
    page_token: str
    state: ReferralState
    case: str
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., state: _Optional[_Union[ReferralState, str]] = ..., case: _Optional[str] = ...) -> None: ...

class ListReferralsResponse(_message.Message):
    __slots__ = ("referrals", "next_page_token")
    REFERRALS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    referrals: _containers.RepeatedCompositeFieldContainer[Referral]
    next_page_token: str
    def __init__(self, referrals: _Optional[_Iterable[_Union[Referral, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class AcknowledgeReferralRequest(_message.Message):
    __slots__ = ("request_id", "name", "etag", "receipt")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    name: str
    etag: str
    receipt: ReferralReceipt
    def __init__(self, request_id: _Optional[str] = ..., name: _Optional[str] = ..., etag: _Optional[str] = ..., receipt: _Optional[_Union[ReferralReceipt, _Mapping]] = ...) -> None: ...

class RecordOutcomeRequest(_message.Message):
    __slots__ = ("request_id", "outcome")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    outcome: CaseOutcome
    def __init__(self, request_id: _Optional[str] = ..., outcome: _Optional[_Union[CaseOutcome, _Mapping]] = ...) -> None: ...

class CaseOutcome(_message.Message):
    __slots__ = ("name", "create_time", "actor", "case", "stage", "status", "decided_by", "cues", "counter_cues", "minutes", "note")
    NAME_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    ACTOR_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    STAGE_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    DECIDED_BY_FIELD_NUMBER: _ClassVar[int]
    CUES_FIELD_NUMBER: _ClassVar[int]
    COUNTER_CUES_FIELD_NUMBER: _ClassVar[int]
    MINUTES_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    name: str
    create_time: _timestamp_pb2.Timestamp
    actor: _common_pb2.Actor
    case: str
    stage: OutcomeStage
    status: TraffickingStatus
    decided_by: DecisionMaker
    cues: _containers.RepeatedScalarFieldContainer[str]
    counter_cues: _containers.RepeatedScalarFieldContainer[str]
    minutes: int
    note: str
    def __init__(self, name: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., actor: _Optional[_Union[_common_pb2.Actor, _Mapping]] = ..., case: _Optional[str] = ..., stage: _Optional[_Union[OutcomeStage, str]] = ..., status: _Optional[_Union[TraffickingStatus, str]] = ..., decided_by: _Optional[_Union[DecisionMaker, str]] = ..., cues: _Optional[_Iterable[str]] = ..., counter_cues: _Optional[_Iterable[str]] = ..., minutes: _Optional[int] = ..., note: _Optional[str] = ...) -> None: ...

class ListOutcomesRequest(_message.Message):
    __slots__ = ("page_size", "page_token", "case", "status")
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    page_size: int
    page_token: str
    case: str
    status: TraffickingStatus
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., case: _Optional[str] = ..., status: _Optional[_Union[TraffickingStatus, str]] = ...) -> None: ...

class ListOutcomesResponse(_message.Message):
    __slots__ = ("outcomes", "next_page_token")
    OUTCOMES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    outcomes: _containers.RepeatedCompositeFieldContainer[CaseOutcome]
    next_page_token: str
    def __init__(self, outcomes: _Optional[_Iterable[_Union[CaseOutcome, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class IndicatorPerformanceRequest(_message.Message):
    __slots__ = ("start_time", "end_time")
    START_TIME_FIELD_NUMBER: _ClassVar[int]
    END_TIME_FIELD_NUMBER: _ClassVar[int]
    start_time: _timestamp_pb2.Timestamp
    end_time: _timestamp_pb2.Timestamp
    def __init__(self, start_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., end_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class IndicatorPerformanceResponse(_message.Message):
    __slots__ = ("indicators", "funnel", "policy_version", "policy_sha256")
    INDICATORS_FIELD_NUMBER: _ClassVar[int]
    FUNNEL_FIELD_NUMBER: _ClassVar[int]
    POLICY_VERSION_FIELD_NUMBER: _ClassVar[int]
    POLICY_SHA256_FIELD_NUMBER: _ClassVar[int]
    indicators: _containers.RepeatedCompositeFieldContainer[IndicatorFigures]
    funnel: OutcomeFunnel
    policy_version: int
    policy_sha256: str
    def __init__(self, indicators: _Optional[_Iterable[_Union[IndicatorFigures, _Mapping]]] = ..., funnel: _Optional[_Union[OutcomeFunnel, _Mapping]] = ..., policy_version: _Optional[int] = ..., policy_sha256: _Optional[str] = ...) -> None: ...

class IndicatorFigures(_message.Message):
    __slots__ = ("indicator_id", "name", "evaluatory", "fired", "counted", "cancelled", "asking", "logged", "by_rule", "referred", "possible", "actual", "refuted", "open", "helped_share", "alerts")
    INDICATOR_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    EVALUATORY_FIELD_NUMBER: _ClassVar[int]
    FIRED_FIELD_NUMBER: _ClassVar[int]
    COUNTED_FIELD_NUMBER: _ClassVar[int]
    CANCELLED_FIELD_NUMBER: _ClassVar[int]
    ASKING_FIELD_NUMBER: _ClassVar[int]
    LOGGED_FIELD_NUMBER: _ClassVar[int]
    BY_RULE_FIELD_NUMBER: _ClassVar[int]
    REFERRED_FIELD_NUMBER: _ClassVar[int]
    POSSIBLE_FIELD_NUMBER: _ClassVar[int]
    ACTUAL_FIELD_NUMBER: _ClassVar[int]
    REFUTED_FIELD_NUMBER: _ClassVar[int]
    OPEN_FIELD_NUMBER: _ClassVar[int]
    HELPED_SHARE_FIELD_NUMBER: _ClassVar[int]
    ALERTS_FIELD_NUMBER: _ClassVar[int]
    indicator_id: str
    name: _common_pb2.Text
    evaluatory: bool
    fired: int
    counted: int
    cancelled: int
    asking: int
    logged: int
    by_rule: int
    referred: int
    possible: int
    actual: int
    refuted: int
    open: int
    helped_share: Share
    alerts: _containers.RepeatedCompositeFieldContainer[PerformanceAlert]
    def __init__(self, indicator_id: _Optional[str] = ..., name: _Optional[_Union[_common_pb2.Text, _Mapping]] = ..., evaluatory: bool = ..., fired: _Optional[int] = ..., counted: _Optional[int] = ..., cancelled: _Optional[int] = ..., asking: _Optional[int] = ..., logged: _Optional[int] = ..., by_rule: _Optional[int] = ..., referred: _Optional[int] = ..., possible: _Optional[int] = ..., actual: _Optional[int] = ..., refuted: _Optional[int] = ..., open: _Optional[int] = ..., helped_share: _Optional[_Union[Share, _Mapping]] = ..., alerts: _Optional[_Iterable[_Union[PerformanceAlert, _Mapping]]] = ...) -> None: ...

class Share(_message.Message):
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

class PerformanceAlert(_message.Message):
    __slots__ = ("code", "text")
    CODE_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    code: str
    text: _common_pb2.Text
    def __init__(self, code: _Optional[str] = ..., text: _Optional[_Union[_common_pb2.Text, _Mapping]] = ...) -> None: ...

class OutcomeFunnel(_message.Message):
    __slots__ = ("examined", "advised_refer", "advised_protect", "referred", "with_outcome", "possible", "actual", "refuted")
    EXAMINED_FIELD_NUMBER: _ClassVar[int]
    ADVISED_REFER_FIELD_NUMBER: _ClassVar[int]
    ADVISED_PROTECT_FIELD_NUMBER: _ClassVar[int]
    REFERRED_FIELD_NUMBER: _ClassVar[int]
    WITH_OUTCOME_FIELD_NUMBER: _ClassVar[int]
    POSSIBLE_FIELD_NUMBER: _ClassVar[int]
    ACTUAL_FIELD_NUMBER: _ClassVar[int]
    REFUTED_FIELD_NUMBER: _ClassVar[int]
    examined: int
    advised_refer: int
    advised_protect: int
    referred: int
    with_outcome: int
    possible: int
    actual: int
    refuted: int
    def __init__(self, examined: _Optional[int] = ..., advised_refer: _Optional[int] = ..., advised_protect: _Optional[int] = ..., referred: _Optional[int] = ..., with_outcome: _Optional[int] = ..., possible: _Optional[int] = ..., actual: _Optional[int] = ..., refuted: _Optional[int] = ...) -> None: ...

class SubmitTipRequest(_message.Message):
    __slots__ = ("request_id", "tip")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    TIP_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    tip: Tip
    def __init__(self, request_id: _Optional[str] = ..., tip: _Optional[_Union[Tip, _Mapping]] = ...) -> None: ...

class Tip(_message.Message):
    __slots__ = ("name", "etag", "create_time", "actor", "channel", "kind", "text", "contact", "travel_date", "route", "state", "triages")
    NAME_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    ACTOR_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    CONTACT_FIELD_NUMBER: _ClassVar[int]
    TRAVEL_DATE_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    TRIAGES_FIELD_NUMBER: _ClassVar[int]
    name: str
    etag: str
    create_time: _timestamp_pb2.Timestamp
    actor: _common_pb2.Actor
    channel: TipChannel
    kind: TipKind
    text: str
    contact: str
    travel_date: _date_pb2.Date
    route: str
    state: TipState
    triages: _containers.RepeatedCompositeFieldContainer[TipTriage]
    def __init__(self, name: _Optional[str] = ..., etag: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., actor: _Optional[_Union[_common_pb2.Actor, _Mapping]] = ..., channel: _Optional[_Union[TipChannel, str]] = ..., kind: _Optional[_Union[TipKind, str]] = ..., text: _Optional[str] = ..., contact: _Optional[str] = ..., travel_date: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., route: _Optional[str] = ..., state: _Optional[_Union[TipState, str]] = ..., triages: _Optional[_Iterable[_Union[TipTriage, _Mapping]]] = ...) -> None: ...

class TipTriage(_message.Message):
    __slots__ = ("state", "priority", "reference", "note", "actor", "triage_time")
    STATE_FIELD_NUMBER: _ClassVar[int]
    PRIORITY_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    ACTOR_FIELD_NUMBER: _ClassVar[int]
    TRIAGE_TIME_FIELD_NUMBER: _ClassVar[int]
    state: TipState
    priority: TipPriority
    reference: str
    note: str
    actor: _common_pb2.Actor
    triage_time: _timestamp_pb2.Timestamp
    def __init__(self, state: _Optional[_Union[TipState, str]] = ..., priority: _Optional[_Union[TipPriority, str]] = ..., reference: _Optional[str] = ..., note: _Optional[str] = ..., actor: _Optional[_Union[_common_pb2.Actor, _Mapping]] = ..., triage_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ListTipsRequest(_message.Message):
    __slots__ = ("page_size", "page_token", "state")
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    page_size: int
    page_token: str
    state: TipState
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., state: _Optional[_Union[TipState, str]] = ...) -> None: ...

class ListTipsResponse(_message.Message):
    __slots__ = ("tips", "next_page_token")
    TIPS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    tips: _containers.RepeatedCompositeFieldContainer[Tip]
    next_page_token: str
    def __init__(self, tips: _Optional[_Iterable[_Union[Tip, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class TriageTipRequest(_message.Message):
    __slots__ = ("request_id", "name", "etag", "state", "priority", "reference", "note")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    PRIORITY_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    name: str
    etag: str
    state: TipState
    priority: TipPriority
    reference: str
    note: str
    def __init__(self, request_id: _Optional[str] = ..., name: _Optional[str] = ..., etag: _Optional[str] = ..., state: _Optional[_Union[TipState, str]] = ..., priority: _Optional[_Union[TipPriority, str]] = ..., reference: _Optional[str] = ..., note: _Optional[str] = ...) -> None: ...
