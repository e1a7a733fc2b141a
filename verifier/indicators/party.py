"""The party as a whole: who is what to whom, refused where it contradicts itself, and what rules may ask of it."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ledger.errors import LintasError, invalid_field
from verifier.indicators.relation import Relation, relation_of
from verifier.model.journey import Journey

TRAVELLER: Final = "traveller"
LARGEST_PARTY: Final = 200
_LARGEST_LINKS: Final = 1000
_ADULT_YEARS: Final = 18
_OLDEST_YEARS: Final = 125

Links = Mapping[tuple[str, str], Relation]


@dataclass(frozen=True, slots=True)
class Party:
    """Everybody by reference, the traveller included, with ages where known and relations in both directions.

    `relations[(a, b)]` is what a is to b.
    """

    ages_years: Mapping[str, int | None]
    relations: Links
    is_complete: bool | None

    @property
    def members(self) -> tuple[str, ...]:
        """Everybody but the traveller."""
        return tuple(each for each in self.ages_years if each != TRAVELLER)

    def is_adult(self, reference: str) -> bool | None:
        """None where the age is not known."""
        age = self.ages_years[reference]
        return None if age is None else age >= _ADULT_YEARS

    @property
    def has_parent_or_guardian(self) -> bool | None:
        """Unknown where nobody was entered, a relation was not, or the party is said to be incomplete."""
        relations = [self.relations.get((each, TRAVELLER)) for each in self.members]
        if any(each in {Relation.PARENT, Relation.GUARDIAN} for each in relations):
            return True
        if self.is_complete is False or (not relations and not self.is_complete) or None in relations:
            return None
        return False

    @property
    def has_adult(self) -> bool | None:
        """Whether somebody of 18 or more travels along."""
        adults = [self.is_adult(each) for each in self.members]
        if any(adults):
            return True
        if self.is_complete is False or (not adults and not self.is_complete) or None in adults:
            return None
        return False

    @property
    def unrelated_minors(self) -> int | None:
        """The most children whom one adult takes along without kinship.

        Only stated relations count; unknown where none of them says so and others were not stated.
        """
        adults = {each for each in self.ages_years if self.is_adult(each)}
        minors = {each for each in self.ages_years if self.is_adult(each) is False}
        stated = [(one, rel) for (one, other), rel in self.relations.items() if one in adults and other in minors]
        counts = Counter(one for one, relation in stated if not relation.is_kin)
        most = max(counts.values(), default=0)
        is_known = most > 0 or len(stated) == len(adults) * len(minors)
        return most if is_known and len(self.ages_years) > 1 else None

    @property
    def unrelated_adults(self) -> int | None:
        """How many adults travel together without kinship: the traveller and adults who are no kin to them."""
        if not self.members or self.is_adult(TRAVELLER) is not True:
            return None
        strangers = [each for each in self.members if self.is_adult(each) and self._is_kin(each, TRAVELLER) is False]
        return 1 + len(strangers)

    def _is_kin(self, one: str, other: str) -> bool | None:
        relation = self.relations.get((one, other))
        return None if relation is None else relation.is_kin


def party_of(journey: Journey, age_years: int | None) -> Party:
    """The party with the traveller in it; `age_years` is the traveller's.

    Raises LintasError (INVALID_FIELD): more than 200 members or 1000 links, a reference that comes twice, is missing,
    unknown or its own relation, two relations that contradict, somebody who is their own ancestor, a child as old as
    its parent, an age outside 0…125.
    """
    ages = _ages(journey, age_years)
    relations: dict[tuple[str, str], Relation] = {}
    for field, one, relation, other in _stated(journey):
        if one not in ages or other not in ages:
            raise invalid_field(field, "names somebody who is not in the party")
        if one == other:
            raise invalid_field(field, "nobody is related to themselves")
        known = relations.setdefault((one, other), relation)
        back = relations.setdefault((other, one), relation.inverse)
        if known is not relation or back is not relation.inverse:
            raise invalid_field(field, "contradicts another relation of the same two people")
        _check_ages(field, relation, ages[one], ages[other])
    _check_no_loop(relations)
    return Party(ages, relations, _is_complete(journey))


def _ages(journey: Journey, age_years: int | None) -> dict[str, int | None]:
    if len(journey.party) > LARGEST_PARTY:
        raise invalid_field("journey.party", f"at most {LARGEST_PARTY} members")
    if len(journey.party_links) > _LARGEST_LINKS:
        raise invalid_field("journey.party_links", f"at most {_LARGEST_LINKS} links")
    ages: dict[str, int | None] = {TRAVELLER: age_years}
    for index, member in enumerate(journey.party):
        field = f"journey.party[{index}]"
        # members who are not recorded elsewhere need no reference; they get one that nobody can name
        reference = member.reference or f"#{index}"
        if reference in ages:
            raise invalid_field(f"{field}.reference", "comes twice, or is 'traveller'")
        if member.age_years is not None and not 0 <= member.age_years <= _OLDEST_YEARS:
            raise invalid_field(f"{field}.age_years", f"between 0 and {_OLDEST_YEARS}")
        ages[reference] = member.age_years
    return ages


def _stated(journey: Journey) -> Iterator[tuple[str, str, Relation, str]]:
    for index, member in enumerate(journey.party):
        relation = relation_of(member.claimed_relation)
        if relation is not None:
            yield f"journey.party[{index}].claimed_relation", member.reference or f"#{index}", relation, TRAVELLER
    for index, link in enumerate(journey.party_links):
        relation = relation_of(link.relation)
        if relation is None:
            raise invalid_field(f"journey.party_links[{index}].relation", "not a known relation; docs/indicators.md")
        yield f"journey.party_links[{index}]", link.reference, relation, link.of_reference


def _check_ages(field: str, relation: Relation, one: int | None, other: int | None) -> None:
    if one is None or other is None:
        return
    older, younger = (one, other) if relation.is_elder else (other, one)
    if (relation.is_elder or relation.inverse.is_elder) and older <= younger:
        raise invalid_field(field, "a child cannot be as old as its parent or grandparent")


def _check_no_loop(relations: Links) -> None:
    """Nobody is their own ancestor (Kahn: what cannot be ordered from elder to younger is a loop)."""
    younger: dict[str, list[str]] = {}
    elders: dict[str, int] = {}
    for (one, other), relation in relations.items():
        if relation.is_elder:
            younger.setdefault(one, []).append(other)
            elders[other] = elders.get(other, 0) + 1
            elders.setdefault(one, 0)
    ready = deque(each for each, count in elders.items() if not count)
    ordered = 0
    while ready:
        ordered += 1
        for each in younger.get(ready.popleft(), ()):
            elders[each] -= 1
            if not elders[each]:
                ready.append(each)
    if ordered != len(elders):
        raise _loop()


def _loop() -> LintasError:
    return invalid_field("journey.party_links", "somebody would be their own ancestor")


def _is_complete(journey: Journey) -> bool | None:
    if journey.is_party_complete is not None:
        return journey.is_party_complete
    size = journey.booking.group_size if journey.booking else None
    return True if size is not None and size <= len(journey.party) + 1 else None
