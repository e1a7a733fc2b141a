"""The party as it was stated: who is what to whom, refused where it contradicts itself."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ledger.errors import LintasError, invalid_field
from verifier.indicators.relation import Relation, relation_of
from verifier.model.journey import Journey, PartyLink

TRAVELLER: Final = "traveller"
LARGEST_PARTY: Final = 200
_LARGEST_LINKS: Final = 1000
_OLDEST_YEARS: Final = 125

Links = Mapping[tuple[str, str], Relation]


@dataclass(frozen=True, slots=True)
class StatedParty:
    """Ages by reference, the traveller's (whom documents speak for) unknown; `relations` as in `Party`."""

    ages: Mapping[str, int | None]
    relations: Links


def stated_party(journey: Journey) -> StatedParty:
    """What was stated.

    Raises LintasError (INVALID_FIELD): more than 200 members or 1000 links, a reference that comes twice, is missing,
    unknown or its own relation, two relations that contradict, somebody who is their own ancestor, a stated child as
    old as its stated parent, an age outside 0…125.
    """
    ages = _ages(journey)
    relations: dict[tuple[str, str], Relation] = {}
    # each member is there once, and the traveller is none of them: what they claim cannot contradict yet
    for reference, member in zip(list(ages)[1:], journey.party, strict=True):
        claimed = relation_of(member.claimed_relation)
        if claimed is not None:
            relations[reference, TRAVELLER] = claimed
            relations[TRAVELLER, reference] = claimed.inverse
    for index, link in enumerate(journey.party_links):
        _add(f"journey.party_links[{index}]", link, ages, relations)
    if journey.party_links:  # relations to the traveller alone make a star, which has no loop
        _check_no_loop(relations)
    return StatedParty(ages, relations)


def _add(
    field: str, link: PartyLink, ages: Mapping[str, int | None], relations: dict[tuple[str, str], Relation]
) -> None:
    one, other, relation = link.reference, link.of_reference, relation_of(link.relation)
    if relation is None:
        raise invalid_field(f"{field}.relation", "not a known relation; docs/indicators.md")
    if one not in ages or other not in ages:
        raise invalid_field(field, "names somebody who is not in the party")
    if one == other:
        raise invalid_field(field, "nobody is related to themselves")
    inverse = relation.inverse
    known = relations.setdefault((one, other), relation)
    back = relations.setdefault((other, one), inverse)
    if known is not relation or back is not inverse:
        raise invalid_field(field, "contradicts another relation of the same two people")
    if relation.is_generation:
        _check_ages(field, relation, ages[one], ages[other])


def _ages(journey: Journey) -> dict[str, int | None]:
    if len(journey.party) > LARGEST_PARTY:
        raise invalid_field("journey.party", f"at most {LARGEST_PARTY} members")
    if len(journey.party_links) > _LARGEST_LINKS:
        raise invalid_field("journey.party_links", f"at most {_LARGEST_LINKS} links")
    ages: dict[str, int | None] = {TRAVELLER: None}
    for index, member in enumerate(journey.party):
        # members who are not recorded elsewhere need no reference; they get one that nobody can name
        reference = member.reference or f"#{index}"
        if reference in ages:
            raise invalid_field(f"journey.party[{index}].reference", "comes twice, or is 'traveller'")
        if member.age_years is not None and not 0 <= member.age_years <= _OLDEST_YEARS:
            raise invalid_field(f"journey.party[{index}].age_years", f"between 0 and {_OLDEST_YEARS}")
        ages[reference] = member.age_years
    return ages


def _check_ages(field: str, relation: Relation, one: int | None, other: int | None) -> None:
    if one is None or other is None:
        return
    older, younger = (one, other) if relation.is_elder else (other, one)
    if older <= younger:
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
