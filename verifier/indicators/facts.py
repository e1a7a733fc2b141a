"""The facts of one traveller in the words of the rule language. Who the traveller is does not enter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final

from verifier.indicators import booking_facts, document_facts, hit_facts, journey_facts
from verifier.indicators.age import ADULT_YEARS, ages, ages_contradict, digits_fit_a_child, is_trusted
from verifier.indicators.catalogue import Advisory
from verifier.indicators.history import History
from verifier.indicators.party import party_of
from verifier.indicators.rule import FactValue
from verifier.indicators.stated_party import StatedParty
from verifier.indicators.vocabulary import VOCABULARY
from verifier.model.check import CheckReport
from verifier.model.journey import Direction
from verifier.model.presentation import Presentation
from verifier.mrz.record import MrzRecord
from watchlist.entry import SearchResult

DIRECTION: Final = "journey.direction"


@dataclass(frozen=True, slots=True)
class Facts:
    """Known facts by name (unknown ones are absent), the cues that people reported, and advisories on the route."""

    values: Mapping[str, FactValue] = field(default_factory=lambda: MappingProxyType({}))
    officer_cues: tuple[str, ...] = ()
    counter_cues: tuple[str, ...] = ()
    advisories: tuple[Advisory, ...] = ()

    @property
    def direction(self) -> Direction | None:
        """Which way the border is crossed, where that is known."""
        value = self.values.get(DIRECTION)
        return Direction(value) if value is not None else None

    @property
    def age_years(self) -> int | None:
        """The youngest age that any record allows; None where no record tells."""
        age = self.values.get("traveller.age_years")
        return int(age) if age is not None else None

    @property
    def is_child(self) -> bool:
        """Under 18 by any record: the benefit of the doubt."""
        return self.age_years is not None and self.age_years < ADULT_YEARS


def known(values: Mapping[str, FactValue | None]) -> Mapping[str, FactValue]:
    """Only what is known. Raises KeyError for a name that is no word of the rule language."""
    return MappingProxyType({VOCABULARY[name].name: value for name, value in values.items() if value is not None})


def gather(
    presentation: Presentation,
    *,
    today: date,
    record: MrzRecord | None = None,
    visa: MrzRecord | None = None,
    chip: MrzRecord | None = None,
    checks: CheckReport | None = None,
    search: SearchResult | None = None,
    history: History | None = None,
    advisories: Iterable[Advisory] = (),
    stated: StatedParty | None = None,
) -> Facts:
    """Everything that rules may ask, from what the line knows. `today` is the day at the post.

    Checks and hits are read here, and nothing flows back to them. `stated` is the party, where `check_journey` gave it
    before. Raises LintasError (INVALID_FIELD) for a journey that contradicts itself: dates out of order, party links
    that cannot all be true, a party of more than 200.
    """
    journey = presentation.journey
    valid = tuple(
        each for each in advisories if each.is_valid_on(today) and journey_facts.touches(journey, each.places)
    )
    printed = presentation.visual_zone.birth_date
    ranges = ages((record, chip, visa), printed, today)
    trusted = [each for each in (record, chip, visa) if is_trusted(each, was_read_again=presentation.is_retry)]
    sure = ages(trusted, printed, today)
    age_years = min((each.youngest for each in ranges), default=None)
    party = party_of(journey, age_years, sure_ages=sure, stated=stated)
    values: dict[str, FactValue | None] = {
        "traveller.age_years": age_years,
        "traveller.ages_contradict": ages_contradict(sure) if len(sure) > 1 else None,
        "traveller.digits_fit_a_child": digits_fit_a_child(record, today) if record else None,
        DIRECTION: journey.direction.value if journey.direction else None,
        "journey.route_in_advisory": bool(valid) if journey.legs else None,
        "party.holds_travellers_documents": journey_facts.holds_documents(journey),
        "party.has_parent_or_guardian": party.has_parent_or_guardian,
        "party.has_adult": party.has_adult,
        "party.has_consent_paper": journey_facts.has_consent_paper(journey),
        "party.unrelated_minors": party.unrelated_minors,
        "party.unrelated_adults": party.unrelated_adults,
        "party.contradicts_document": party.contradicts_document,
        "party.denies_companion": party.denies_companion,
        **journey_facts.of(journey, today),
        **booking_facts.of(journey),
        **document_facts.of(presentation, record, checks, today),
        **hit_facts.of(search, is_child=age_years is not None and age_years < ADULT_YEARS),
        **_of_history(history),
    }
    return Facts(known(values), journey.officer_cues, journey.counter_cues, valid)


def _of_history(history: History | None) -> dict[str, FactValue | None]:
    found = history or History()
    return {
        "history.other_live_passport": found.other_live_passport,
        "history.minors_escorted": found.minors_escorted,
        "history.companions": found.companions,
        "history.returned_alone_percent": found.returned_alone_percent,
        "history.postponed_elsewhere_days_ago": found.postponed_elsewhere_days_ago,
        "history.contact_in_confirmed_case": found.contact_in_confirmed_case,
        "history.travellers_sharing_contact": found.travellers_sharing_contact,
        "history.agency_is_licensed": found.agency_is_licensed,
        "history.returned_trips": found.returned_trips,
    }
