"""The party as a whole: who is what to whom, refused where it contradicts itself, and what rules may ask of it."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ledger.errors import LintasError, invalid_field
from verifier.indicators.age import ADULT_YEARS, AgeRange
from verifier.indicators.relation import Relation, relation_of
from verifier.model.journey import Journey

TRAVELLER: Final = "traveller"
LARGEST_PARTY: Final = 200
_LARGEST_LINKS: Final = 1000
_OLDEST_YEARS: Final = 125

_GENERATIONS: Final = frozenset({Relation.PARENT, Relation.GRANDPARENT, Relation.CHILD, Relation.GRANDCHILD})

_Field = tuple[str, int, str]
Links = Mapping[tuple[str, str], Relation]


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


def party_of(journey: Journey, age_years: int | None, *, sure_ages: tuple[AgeRange, ...] = ()) -> Party:
    """The party with the traveller in it; `age_years` is the traveller's, `sure_ages` what trusted records leave open.

    Raises LintasError (INVALID_FIELD): more than 200 members or 1000 links, a reference that comes twice, is missing,
    unknown or its own relation, two relations that contradict, somebody who is their own ancestor, a stated child as
    old as its stated parent, an age outside 0…125. The traveller's own age comes from documents, and a document never
    makes a request wrong: such a contradiction is told by `Party.contradicts_document`.
    """
    ages = _ages(journey, age_years)
    relations: dict[tuple[str, str], Relation] = {}
    compared: list[bool] = []
    for field, one, relation, other in _stated(journey):
        if one not in ages or other not in ages:
            raise _refused(field, "names somebody who is not in the party")
        if one == other:
            raise _refused(field, "nobody is related to themselves")
        inverse = relation.inverse
        known = relations.setdefault((one, other), relation)
        back = relations.setdefault((other, one), inverse)
        if known is not relation or back is not inverse:
            raise _refused(field, "contradicts another relation of the same two people")
        if TRAVELLER in {one, other}:
            of_traveller = relation if one == TRAVELLER else inverse
            compared.extend(_contradicts(of_traveller, sure_ages, ages[other if one == TRAVELLER else one]))
        else:
            _check_ages(field, relation, ages[one], ages[other])
    if journey.party_links:  # relations to the traveller alone make a star, which has no loop
        _check_no_loop(relations)
    return Party(
        members=tuple(ages)[1:],
        adults=frozenset(each for each, age in ages.items() if age is not None and age >= ADULT_YEARS),
        minors=frozenset(each for each, age in ages.items() if age is not None and age < ADULT_YEARS),
        relations=relations,
        is_complete=_is_complete(journey),
        contradicts_document=any(compared) if compared else None,
    )


def _ages(journey: Journey, age_years: int | None) -> dict[str, int | None]:
    if len(journey.party) > LARGEST_PARTY:
        raise invalid_field("journey.party", f"at most {LARGEST_PARTY} members")
    if len(journey.party_links) > _LARGEST_LINKS:
        raise invalid_field("journey.party_links", f"at most {_LARGEST_LINKS} links")
    ages: dict[str, int | None] = {TRAVELLER: age_years}
    for index, member in enumerate(journey.party):
        # members who are not recorded elsewhere need no reference; they get one that nobody can name
        reference = member.reference or f"#{index}"
        if reference in ages:
            raise _refused(("journey.party", index, ".reference"), "comes twice, or is 'traveller'")
        if member.age_years is not None and not 0 <= member.age_years <= _OLDEST_YEARS:
            raise _refused(("journey.party", index, ".age_years"), f"between 0 and {_OLDEST_YEARS}")
        ages[reference] = member.age_years
    return ages


def _stated(journey: Journey) -> Iterator[tuple[_Field, str, Relation, str]]:
    for index, member in enumerate(journey.party):
        relation = relation_of(member.claimed_relation)
        if relation is not None:
            yield ("journey.party", index, ".claimed_relation"), member.reference or f"#{index}", relation, TRAVELLER
    for index, link in enumerate(journey.party_links):
        relation = relation_of(link.relation)
        if relation is None:
            raise invalid_field(f"journey.party_links[{index}].relation", "not a known relation; docs/indicators.md")
        yield ("journey.party_links", index, ""), link.reference, relation, link.of_reference


def _refused(field: _Field, description: str) -> LintasError:
    # put together only where it is needed: a party may have 200 members
    name, index, rest = field
    return invalid_field(f"{name}[{index}]{rest}", description)


def _check_ages(field: _Field, relation: Relation, one: int | None, other: int | None) -> None:
    if one is None or other is None or relation not in _GENERATIONS:
        return
    older, younger = (one, other) if relation.is_elder else (other, one)
    if older <= younger:
        raise _refused(field, "a child cannot be as old as its parent or grandparent")


def _contradicts(relation: Relation, sure_ages: tuple[AgeRange, ...], other: int | None) -> Iterator[bool]:
    """What the traveller is to somebody of `other` years, against every age that the traveller may have."""
    if other is None or not sure_ages or relation not in _GENERATIONS:
        return
    if relation.is_elder:
        yield max(each.oldest for each in sure_ages) <= other
    else:
        yield min(each.youngest for each in sure_ages) >= other


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
