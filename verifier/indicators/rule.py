"""Rules over named facts: what a supervisor writes, as a tree that answers true, false or unknown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from verifier.indicators.truth import Truth, all_of, any_of, negated

FactValue = bool | int | str


class Test(Enum):
    """How one fact is held against the policy's value."""

    __test__ = False  # pytest would take the name for a test class

    IS = "is"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ONE_OF = "one_of"
    NOT_ONE_OF = "not_one_of"


@dataclass(frozen=True, slots=True)
class Condition:
    """One fact against one value, or several for ONE_OF and NOT_ONE_OF."""

    fact: str
    test: Test
    values: tuple[FactValue, ...]

    def truth(self, facts: Mapping[str, FactValue]) -> Truth:
        """UNKNOWN where the fact is not there."""
        found = facts.get(self.fact)
        if found is None:
            return Truth.UNKNOWN
        if self.test is Test.AT_LEAST:
            return Truth.of(int(found) >= int(self.values[0]))
        if self.test is Test.AT_MOST:
            return Truth.of(int(found) <= int(self.values[0]))
        return Truth.of((found in self.values) is (self.test is not Test.NOT_ONE_OF))

    def facts_named(self) -> Iterator[str]:
        """The one fact."""
        yield self.fact


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple[Rule, ...]

    def truth(self, facts: Mapping[str, FactValue]) -> Truth:
        """Kleene's and."""
        return all_of(part.truth(facts) for part in self.parts)

    def facts_named(self) -> Iterator[str]:
        """Of all parts."""
        for part in self.parts:
            yield from part.facts_named()


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part holds."""

    parts: tuple[Rule, ...]

    def truth(self, facts: Mapping[str, FactValue]) -> Truth:
        """Kleene's or."""
        return any_of(part.truth(facts) for part in self.parts)

    def facts_named(self) -> Iterator[str]:
        """Of all parts."""
        for part in self.parts:
            yield from part.facts_named()


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Rule

    def truth(self, facts: Mapping[str, FactValue]) -> Truth:
        """Kleene's not."""
        return negated(self.part.truth(facts))

    def facts_named(self) -> Iterator[str]:
        """Of the part."""
        yield from self.part.facts_named()


Rule = Condition | All | Any | Not
