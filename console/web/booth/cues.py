"""What an officer may have seen or heard, by dimension, as the policy in force lists it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ledger.text import Text
from verifier.indicators.catalogue import Catalogue
from verifier.indicators.indicator import ObservedBy


@dataclass(frozen=True, slots=True)
class CueChoice:
    """One box to tick. `caveat` is the innocent reason that looks the same."""

    identifier: str
    name: Text
    caveat: Text | None = None
    is_secondary: bool = False


@dataclass(frozen=True, slots=True)
class CueGroup:
    """The choices of one dimension."""

    name: Text
    choices: tuple[CueChoice, ...]


def cue_groups(policy: Catalogue) -> tuple[CueGroup, ...]:
    """Everything that a person can observe; what rules find by themselves is not asked."""
    return tuple(group for group in _groups(policy) if group.choices)


def _groups(policy: Catalogue) -> Iterator[CueGroup]:
    for dimension, name in policy.dimensions.items():
        choices = tuple(
            CueChoice(each.indicator_id, each.name, each.caveat, each.observed_by is ObservedBy.SECONDARY)
            for each in policy.of_dimension(dimension)
            if each.observed_by is not ObservedBy.SYSTEM
        )
        yield CueGroup(name, choices)


def counter_choices(policy: Catalogue) -> tuple[CueChoice, ...]:
    """What an officer may have established that explains a cue."""
    return tuple(CueChoice(each.counter_id, each.name) for each in policy.counter_indicators.values())
