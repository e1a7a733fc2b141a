"""The party as a whole, the traveller with their documents in it, and what rules may ask of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from verifier.indicators.age import ADULT_YEARS, AgeRange
from verifier.indicators.relation import Relation
from verifier.indicators.stated_party import TRAVELLER, Links, StatedParty, stated_party
from verifier.model.journey import Journey


@dataclass(frozen=True, slots=True)
class Party:
    """Everybody by reference, the traveller included; `relations[(a, b)]` is what a is to b, for both orders.

    Whoever is in neither `adults` nor `minors` is of unknown age. `members` leaves the traveller out.
    `contradicts_document`: the traveller's documents make them as old as, or older than, a claimed parent, or as young
    as a claimed child. That is a finding about a claim, not a fault of the request.
    """

    members: tuple[str, ...]
    adults: frozenset[str]
    minors: frozenset[str]
    relations: Links
    is_complete: bool | None
    contradicts_document: bool | None = None

    @property
    def has_parent_or_guardian(self) -> bool | None:
        """Unknown where nobody was entered, a relation was not, or the party is said to be incomplete."""
        relations = [self.relations.get((each, TRAVELLER)) for each in self.members]
        if any(each is Relation.PARENT or each is Relation.GUARDIAN for each in relations):
            return True
        return None if None in relations or not self._is_known else False

    @property
    def has_adult(self) -> bool | None:
        """Whether somebody of 18 or more travels along."""
        if not self.adults.isdisjoint(self.members):
            return True
        return False if self._is_known and self.minors.issuperset(self.members) else None

    @property
    def denies_companion(self) -> bool | None:
        """The traveller, or somebody along, says that they do not know each other; unknown where nobody was asked."""
        if not self.members:
            return None
        stated = [self.relations.get((each, TRAVELLER)) for each in self.members]
        if Relation.NONE in stated:
            return True
        return None if None in stated else False

    @property
    def _is_known(self) -> bool:
        """Everybody who travels along was entered, as far as anybody said."""
        return self.is_complete is True or (bool(self.members) and self.is_complete is None)

    @property
    def unrelated_minors(self) -> int | None:
        """The most children whom one adult takes along without kinship.

        Only stated relations count; unknown where none of them says so and others were not stated.
        """
        stated = [
            (one, relation)
            for (one, other), relation in self.relations.items()
            if one in self.adults and other in self.minors
        ]
        counts = Counter(one for one, relation in stated if not relation.is_kin)
        most = max(counts.values(), default=0)
        is_known = most > 0 or len(stated) == len(self.adults) * len(self.minors)
        return most if is_known and self.members else None

    @property
    def unrelated_adults(self) -> int | None:
        """How many adults travel together without kinship: the traveller and adults who are no kin to them."""
        if not self.members or TRAVELLER not in self.adults:
            return None
        relations = (self.relations.get((each, TRAVELLER)) for each in self.members if each in self.adults)
        return 1 + sum(relation is not None and not relation.is_kin for relation in relations)


def party_of(
    journey: Journey,
    age_years: int | None,
    *,
    sure_ages: tuple[AgeRange, ...] = (),
    stated: StatedParty | None = None,
) -> Party:
    """The party with the traveller in it; `age_years` is the traveller's, `sure_ages` what trusted records leave open.

    `stated` is what `stated_party` gave for this journey, where it was asked before. Raises what it raises. The
    traveller's own age comes from documents, and a document never makes a request wrong: where it contradicts a claim,
    `Party.contradicts_document` tells it.
    """
    known = stated or stated_party(journey)
    ages = {**known.ages, TRAVELLER: age_years}
    compared = list(_compared(known, sure_ages)) if sure_ages else []
    return Party(
        members=tuple(ages)[1:],
        adults=frozenset([each for each, age in ages.items() if age is not None and age >= ADULT_YEARS]),
        minors=frozenset([each for each, age in ages.items() if age is not None and age < ADULT_YEARS]),
        relations=known.relations,
        is_complete=_is_complete(journey),
        contradicts_document=any(compared) if compared else None,
    )


def _compared(stated: StatedParty, sure_ages: tuple[AgeRange, ...]) -> Iterator[bool]:
    """For each parent, child and so on of stated age: whether every age that the traveller may have contradicts it."""
    youngest = min(each.youngest for each in sure_ages)
    oldest = max(each.oldest for each in sure_ages)
    for reference, years in stated.ages.items():
        if years is None:
            continue
        relation = stated.relations.get((reference, TRAVELLER))
        if relation is not None and relation.is_generation:
            yield years <= youngest if relation.is_elder else years >= oldest


def _is_complete(journey: Journey) -> bool | None:
    if journey.is_party_complete is not None:
        return journey.is_party_complete
    size = journey.booking.group_size if journey.booking else None
    return True if size is not None and size <= len(journey.party) + 1 else None
