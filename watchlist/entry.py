"""What a watchlist holds, what is asked of it, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from ledger.text import Text
from watchlist.freshness import ListAge
from watchlist.partial_date import PartialDate
from watchlist.standing import (
    Confidentiality,
    EntryLink,
    LocalStanding,
    Objection,
    ObjectionState,
    Override,
    OverrideKind,
)


class EntryKind(Enum):
    """A person, or a travel document whoever carries it."""

    PERSON = "person"
    DOCUMENT = "document"


class Category(Enum):
    """Why it is listed. Coded; the words for people are in the shells' catalogues."""

    TRAVEL_BAN = "travel_ban"  # cegah
    ENTRY_BAN = "entry_ban"  # tangkal
    WANTED = "wanted"
    SANCTION = "sanction"
    DISCREET_CHECK = "discreet_check"
    MISSING_PERSON = "missing_person"
    CHILD_AT_RISK = "child_at_risk"
    VULNERABLE_PERSON = "vulnerable_person"
    LOST_DOCUMENT = "lost_document"
    STOLEN_DOCUMENT = "stolen_document"
    STOLEN_BLANK_DOCUMENT = "stolen_blank_document"
    REVOKED_DOCUMENT = "revoked_document"

    @property
    def is_protective(self) -> bool:
        """Protective alerts lead to protection and are never shown as a hit."""
        return self in {Category.MISSING_PERSON, Category.CHILD_AT_RISK, Category.VULNERABLE_PERSON}


class Action(Enum):
    """What the entry tells the officer to do; the deciding authority stands in the entry."""

    VERIFY_IDENTITY = "verify_identity"
    REFUSE_DEPARTURE = "refuse_departure"
    REFUSE_ENTRY = "refuse_entry"
    DISCREET_REPORT = "discreet_report"
    ARREST_ON_WARRANT = "arrest_on_warrant"
    PROTECT_CHILD = "protect_child"
    PROTECT_PERSON = "protect_person"
    SEIZE_DOCUMENT = "seize_document"


class Sex(Enum):
    """As printed: female, male, or unspecified (`<` in the MRZ, X in the visual zone)."""

    FEMALE = "F"
    MALE = "M"
    UNSPECIFIED = "X"


class NameStrength(Enum):
    """How far a name identifies the listed person; lists call weak ones 'low quality' or 'weak aka'."""

    PRIMARY = "primary"
    STRONG = "strong"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class ListedName:
    """One name of a listed person. `full` is always set; the parts only where the list gives them."""

    full: str
    family: str = ""
    given: str = ""
    strength: NameStrength = NameStrength.PRIMARY
    script: str = ""  # ISO 15924, such as Latn, Arab; '' where the list does not say


@dataclass(frozen=True, slots=True)
class DocumentKey:
    """What identifies a travel document: ICAO issuer code, ICAO document code (may be ''), number without fillers."""

    issuer: str
    number: str
    code: str = ""


class EntryState(Enum):
    """Where an entry stands in its life at one instant."""

    ACTIVE = "active"
    NOT_YET_VALID = "not_yet_valid"
    LAPSED = "lapsed"
    REVOKED = "revoked"
    SUSPENDED = "suspended"  # by a decision here; see `watchlist.standing.Override`


_OVERRIDDEN = {OverrideKind.SUSPENDED: EntryState.SUSPENDED, OverrideKind.REVOKED: EntryState.REVOKED}


@dataclass(frozen=True, slots=True)
class Entry:
    """One listed person or document. Times are UTC; `valid_until` is the first instant at which it no longer holds."""

    entry_id: str
    list_id: str
    kind: EntryKind
    category: Category
    action: Action
    authority: str
    provenance: str
    names: tuple[ListedName, ...] = ()
    birth_dates: tuple[PartialDate, ...] = ()
    birth_places: tuple[str, ...] = ()
    sex: Sex | None = None
    nationalities: tuple[str, ...] = ()  # ICAO three-letter codes
    documents: tuple[DocumentKey, ...] = ()
    identity_numbers: tuple[str, ...] = ()
    legal_ground: str = ""
    remarks: str = ""
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    revoked_at: datetime | None = None
    version: int = 1
    confidentiality: Confidentiality = Confidentiality.OFFICIAL
    review_on: date | None = None  # when somebody must look whether it is still needed
    photo_reference: str = ""  # where the authority keeps the picture; never the picture
    links: tuple[EntryLink, ...] = ()
    objections: tuple[Objection, ...] = ()
    extensions: int = 0  # how often it was extended
    masked_at: datetime | None = None  # personal data was taken out by retention
    local: LocalStanding | None = None  # decided here, beside what an imported list says

    @property
    def is_contested(self) -> bool:
        """An objection waits for its decision."""
        return any(objection.state is ObjectionState.FILED for objection in self.all_objections)

    @property
    def all_objections(self) -> tuple[Objection, ...]:
        """Those that the list tells of, then those that were registered here."""
        return (*self.objections, *(self.local.objections if self.local else ()))

    @property
    def override(self) -> Override | None:
        """What was decided here on its state."""
        return self.local.override if self.local else None

    def state_at(self, instant: datetime) -> EntryState:
        """The state by law at `instant` (UTC); lapsing needs no job to run."""
        if self.revoked_at is not None and instant >= self.revoked_at:
            return EntryState.REVOKED
        if self.override is not None and self.override.holds_at(instant):
            return _OVERRIDDEN[self.override.kind]
        if self.valid_until is not None and instant >= self.valid_until:
            return EntryState.LAPSED
        if self.valid_from is not None and instant < self.valid_from:
            return EntryState.NOT_YET_VALID
        return EntryState.ACTIVE


@dataclass(frozen=True, slots=True)
class SubjectName:
    """One name of the traveller as seen. From an MRZ: the two identifiers, and whether they were cut for length."""

    full: str
    family: str = ""
    given: str = ""
    from_mrz: bool = False
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom we look for. Everything may be missing; missing data never counts against anyone.

    `birth_dates` holds every date that the document allows (an MRZ year has two digits); any of them may match.
    """

    names: tuple[SubjectName, ...] = ()
    birth_dates: tuple[PartialDate, ...] = ()
    birth_place: str = ""
    sex: Sex | None = None
    nationality: str = ""
    documents: tuple[DocumentKey, ...] = ()
    identity_numbers: tuple[str, ...] = ()


class Grade(Enum):
    """How sure, in the words of the counter. Above POSSIBLE only with a second identifier beside the name."""

    EXACT = "exact"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one feature says: positive weights speak for 'the same', negative against; 0 where data is missing."""

    feature: str  # name, birth_date, sex, nationality, document, birth_place, identity_number
    observed: str
    listed: str
    weight_nats: float
    text: Text


@dataclass(frozen=True, slots=True)
class Comparison:
    """A subject held against one entry."""

    probability: float  # calibrated, 0…1
    grade: Grade
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that may be the subject, with the evidence. A person decides whether it is."""

    entry: Entry
    state: EntryState
    comparison: Comparison
    homonyms_per_10_000: float | None = None  # estimated carriers of this name; None where no estimate exists


@dataclass(frozen=True, slots=True)
class SearchResult:
    """All hits, best first, and what was searched: a list version names exactly which data answered."""

    hits: tuple[Hit, ...]
    list_version: int
    searched_entries: int
    notes: tuple[Text, ...] = field(default=())
    age: ListAge | None = None  # None where nobody says, as in a classroom
