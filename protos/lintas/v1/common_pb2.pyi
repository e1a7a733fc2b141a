import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.type import date_pb2 as _date_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Role(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ROLE_UNSPECIFIED: _ClassVar[Role]
    ROLE_OFFICER: _ClassVar[Role]
    ROLE_SECOND_OFFICER: _ClassVar[Role]
    ROLE_SUPERVISOR: _ClassVar[Role]
    ROLE_TRAINER: _ClassVar[Role]
    ROLE_AUDITOR: _ClassVar[Role]
    ROLE_ADMINISTRATOR: _ClassVar[Role]
    ROLE_SYSTEM: _ClassVar[Role]
    ROLE_PROTECTION_OFFICER: _ClassVar[Role]
    ROLE_POST: _ClassVar[Role]

class Sex(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SEX_UNSPECIFIED: _ClassVar[Sex]
    SEX_FEMALE: _ClassVar[Sex]
    SEX_MALE: _ClassVar[Sex]
    SEX_X: _ClassVar[Sex]

class VisaClass(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    VISA_CLASS_UNSPECIFIED: _ClassVar[VisaClass]
    VISA_CLASS_VISIT: _ClassVar[VisaClass]
    VISA_CLASS_TRANSIT: _ClassVar[VisaClass]
    VISA_CLASS_WORK: _ClassVar[VisaClass]
    VISA_CLASS_STUDY: _ClassVar[VisaClass]
    VISA_CLASS_FAMILY: _ClassVar[VisaClass]
    VISA_CLASS_RESIDENCE: _ClassVar[VisaClass]

class Direction(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DIRECTION_UNSPECIFIED: _ClassVar[Direction]
    DIRECTION_ARRIVAL: _ClassVar[Direction]
    DIRECTION_DEPARTURE: _ClassVar[Direction]

class Purpose(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PURPOSE_UNSPECIFIED: _ClassVar[Purpose]
    PURPOSE_TOURISM: _ClassVar[Purpose]
    PURPOSE_FAMILY: _ClassVar[Purpose]
    PURPOSE_BUSINESS: _ClassVar[Purpose]
    PURPOSE_WORK: _ClassVar[Purpose]
    PURPOSE_STUDY: _ClassVar[Purpose]
    PURPOSE_RELIGION: _ClassVar[Purpose]
    PURPOSE_MEDICAL: _ClassVar[Purpose]
    PURPOSE_TRANSIT: _ClassVar[Purpose]
    PURPOSE_RETURN_HOME: _ClassVar[Purpose]
    PURPOSE_OTHER: _ClassVar[Purpose]

class BookingStatus(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    BOOKING_STATUS_UNSPECIFIED: _ClassVar[BookingStatus]
    BOOKING_STATUS_CONFIRMED: _ClassVar[BookingStatus]
    BOOKING_STATUS_CANCELLED: _ClassVar[BookingStatus]
    BOOKING_STATUS_NOT_FOUND: _ClassVar[BookingStatus]

class Payer(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PAYER_UNSPECIFIED: _ClassVar[Payer]
    PAYER_SELF: _ClassVar[Payer]
    PAYER_FAMILY: _ClassVar[Payer]
    PAYER_EMPLOYER: _ClassVar[Payer]
    PAYER_AGENCY: _ClassVar[Payer]
    PAYER_COMPANION: _ClassVar[Payer]
    PAYER_OTHER: _ClassVar[Payer]
ROLE_UNSPECIFIED: Role
ROLE_OFFICER: Role
ROLE_SECOND_OFFICER: Role
ROLE_SUPERVISOR: Role
ROLE_TRAINER: Role
ROLE_AUDITOR: Role
ROLE_ADMINISTRATOR: Role
ROLE_SYSTEM: Role
ROLE_PROTECTION_OFFICER: Role
ROLE_POST: Role
SEX_UNSPECIFIED: Sex
SEX_FEMALE: Sex
SEX_MALE: Sex
SEX_X: Sex
VISA_CLASS_UNSPECIFIED: VisaClass
VISA_CLASS_VISIT: VisaClass
VISA_CLASS_TRANSIT: VisaClass
VISA_CLASS_WORK: VisaClass
VISA_CLASS_STUDY: VisaClass
VISA_CLASS_FAMILY: VisaClass
VISA_CLASS_RESIDENCE: VisaClass
DIRECTION_UNSPECIFIED: Direction
DIRECTION_ARRIVAL: Direction
DIRECTION_DEPARTURE: Direction
PURPOSE_UNSPECIFIED: Purpose
PURPOSE_TOURISM: Purpose
PURPOSE_FAMILY: Purpose
PURPOSE_BUSINESS: Purpose
PURPOSE_WORK: Purpose
PURPOSE_STUDY: Purpose
PURPOSE_RELIGION: Purpose
PURPOSE_MEDICAL: Purpose
PURPOSE_TRANSIT: Purpose
PURPOSE_RETURN_HOME: Purpose
PURPOSE_OTHER: Purpose
BOOKING_STATUS_UNSPECIFIED: BookingStatus
BOOKING_STATUS_CONFIRMED: BookingStatus
BOOKING_STATUS_CANCELLED: BookingStatus
BOOKING_STATUS_NOT_FOUND: BookingStatus
PAYER_UNSPECIFIED: Payer
PAYER_SELF: Payer
PAYER_FAMILY: Payer
PAYER_EMPLOYER: Payer
PAYER_AGENCY: Payer
PAYER_COMPANION: Payer
PAYER_OTHER: Payer

class Actor(_message.Message):
    __slots__ = ("device_id", "officer_id", "role")
    DEVICE_ID_FIELD_NUMBER: _ClassVar[int]
    OFFICER_ID_FIELD_NUMBER: _ClassVar[int]
    ROLE_FIELD_NUMBER: _ClassVar[int]
    device_id: str
    officer_id: str
    role: Role
    def __init__(self, device_id: _Optional[str] = ..., officer_id: _Optional[str] = ..., role: _Optional[_Union[Role, str]] = ...) -> None: ...

class Text(_message.Message):
    __slots__ = ("id", "en")
    ID_FIELD_NUMBER: _ClassVar[int]
    EN_FIELD_NUMBER: _ClassVar[int]
    id: str
    en: str
    def __init__(self, id: _Optional[str] = ..., en: _Optional[str] = ...) -> None: ...

class Journey(_message.Message):
    __slots__ = ("direction", "legs", "booking", "purpose", "stay_until", "party", "officer_cues", "counter_cues", "visa", "party_links", "party_complete", "placement_registered", "receiver_verified", "deported", "permitted_until", "passport_issued_far_from_home")
    DIRECTION_FIELD_NUMBER: _ClassVar[int]
    LEGS_FIELD_NUMBER: _ClassVar[int]
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    PURPOSE_FIELD_NUMBER: _ClassVar[int]
    STAY_UNTIL_FIELD_NUMBER: _ClassVar[int]
    PARTY_FIELD_NUMBER: _ClassVar[int]
    OFFICER_CUES_FIELD_NUMBER: _ClassVar[int]
    COUNTER_CUES_FIELD_NUMBER: _ClassVar[int]
    VISA_FIELD_NUMBER: _ClassVar[int]
    PARTY_LINKS_FIELD_NUMBER: _ClassVar[int]
    PARTY_COMPLETE_FIELD_NUMBER: _ClassVar[int]
    PLACEMENT_REGISTERED_FIELD_NUMBER: _ClassVar[int]
    RECEIVER_VERIFIED_FIELD_NUMBER: _ClassVar[int]
    DEPORTED_FIELD_NUMBER: _ClassVar[int]
    PERMITTED_UNTIL_FIELD_NUMBER: _ClassVar[int]
    PASSPORT_ISSUED_FAR_FROM_HOME_FIELD_NUMBER: _ClassVar[int]
    direction: Direction
    legs: _containers.RepeatedCompositeFieldContainer[Leg]
    booking: Booking
    purpose: Purpose
    stay_until: _date_pb2.Date
    party: _containers.RepeatedCompositeFieldContainer[PartyMember]
    officer_cues: _containers.RepeatedScalarFieldContainer[str]
    counter_cues: _containers.RepeatedScalarFieldContainer[str]
    visa: Visa
    party_links: _containers.RepeatedCompositeFieldContainer[PartyLink]
    party_complete: bool
    placement_registered: bool
    receiver_verified: bool
    deported: bool
    permitted_until: _date_pb2.Date
    passport_issued_far_from_home: bool
    def __init__(self, direction: _Optional[_Union[Direction, str]] = ..., legs: _Optional[_Iterable[_Union[Leg, _Mapping]]] = ..., booking: _Optional[_Union[Booking, _Mapping]] = ..., purpose: _Optional[_Union[Purpose, str]] = ..., stay_until: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., party: _Optional[_Iterable[_Union[PartyMember, _Mapping]]] = ..., officer_cues: _Optional[_Iterable[str]] = ..., counter_cues: _Optional[_Iterable[str]] = ..., visa: _Optional[_Union[Visa, _Mapping]] = ..., party_links: _Optional[_Iterable[_Union[PartyLink, _Mapping]]] = ..., party_complete: bool = ..., placement_registered: bool = ..., receiver_verified: bool = ..., deported: bool = ..., permitted_until: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., passport_issued_far_from_home: bool = ...) -> None: ...

class Visa(_message.Message):
    __slots__ = ("visa_class", "max_stay_days")
    VISA_CLASS_FIELD_NUMBER: _ClassVar[int]
    MAX_STAY_DAYS_FIELD_NUMBER: _ClassVar[int]
    visa_class: VisaClass
    max_stay_days: int
    def __init__(self, visa_class: _Optional[_Union[VisaClass, str]] = ..., max_stay_days: _Optional[int] = ...) -> None: ...

class PartyLink(_message.Message):
    __slots__ = ("reference", "relation", "of_reference")
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    RELATION_FIELD_NUMBER: _ClassVar[int]
    OF_REFERENCE_FIELD_NUMBER: _ClassVar[int]
    reference: str
    relation: str
    of_reference: str
    def __init__(self, reference: _Optional[str] = ..., relation: _Optional[str] = ..., of_reference: _Optional[str] = ...) -> None: ...

class Leg(_message.Message):
    __slots__ = ("origin", "destination", "carrier", "number", "departure_time", "arrival_time")
    ORIGIN_FIELD_NUMBER: _ClassVar[int]
    DESTINATION_FIELD_NUMBER: _ClassVar[int]
    CARRIER_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    DEPARTURE_TIME_FIELD_NUMBER: _ClassVar[int]
    ARRIVAL_TIME_FIELD_NUMBER: _ClassVar[int]
    origin: str
    destination: str
    carrier: str
    number: str
    departure_time: _timestamp_pb2.Timestamp
    arrival_time: _timestamp_pb2.Timestamp
    def __init__(self, origin: _Optional[str] = ..., destination: _Optional[str] = ..., carrier: _Optional[str] = ..., number: _Optional[str] = ..., departure_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., arrival_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class Booking(_message.Message):
    __slots__ = ("book_time", "payer", "one_way", "group_size", "agency", "contact_hashes", "status", "paid_in_cash", "route_own_choice", "consecutive_documents", "locator_hash", "payer_hash", "agency_licence")
    BOOK_TIME_FIELD_NUMBER: _ClassVar[int]
    PAYER_FIELD_NUMBER: _ClassVar[int]
    ONE_WAY_FIELD_NUMBER: _ClassVar[int]
    GROUP_SIZE_FIELD_NUMBER: _ClassVar[int]
    AGENCY_FIELD_NUMBER: _ClassVar[int]
    CONTACT_HASHES_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    PAID_IN_CASH_FIELD_NUMBER: _ClassVar[int]
    ROUTE_OWN_CHOICE_FIELD_NUMBER: _ClassVar[int]
    CONSECUTIVE_DOCUMENTS_FIELD_NUMBER: _ClassVar[int]
    LOCATOR_HASH_FIELD_NUMBER: _ClassVar[int]
    PAYER_HASH_FIELD_NUMBER: _ClassVar[int]
    AGENCY_LICENCE_FIELD_NUMBER: _ClassVar[int]
    book_time: _timestamp_pb2.Timestamp
    payer: Payer
    one_way: bool
    group_size: int
    agency: str
    contact_hashes: _containers.RepeatedScalarFieldContainer[str]
    status: BookingStatus
    paid_in_cash: bool
    route_own_choice: bool
    consecutive_documents: bool
    locator_hash: str
    payer_hash: str
    agency_licence: str
    def __init__(self, book_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., payer: _Optional[_Union[Payer, str]] = ..., one_way: bool = ..., group_size: _Optional[int] = ..., agency: _Optional[str] = ..., contact_hashes: _Optional[_Iterable[str]] = ..., status: _Optional[_Union[BookingStatus, str]] = ..., paid_in_cash: bool = ..., route_own_choice: bool = ..., consecutive_documents: bool = ..., locator_hash: _Optional[str] = ..., payer_hash: _Optional[str] = ..., agency_licence: _Optional[str] = ...) -> None: ...

class PartyMember(_message.Message):
    __slots__ = ("reference", "claimed_relation", "age_years", "holds_documents_of_traveller", "consent_paper")
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    CLAIMED_RELATION_FIELD_NUMBER: _ClassVar[int]
    AGE_YEARS_FIELD_NUMBER: _ClassVar[int]
    HOLDS_DOCUMENTS_OF_TRAVELLER_FIELD_NUMBER: _ClassVar[int]
    CONSENT_PAPER_FIELD_NUMBER: _ClassVar[int]
    reference: str
    claimed_relation: str
    age_years: int
    holds_documents_of_traveller: bool
    consent_paper: bool
    def __init__(self, reference: _Optional[str] = ..., claimed_relation: _Optional[str] = ..., age_years: _Optional[int] = ..., holds_documents_of_traveller: bool = ..., consent_paper: bool = ...) -> None: ...
