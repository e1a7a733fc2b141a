"""Which case a trainee gets next: the one nearest in difficulty to their present ability, kinds kept in balance.

A case that a trainee solves with even odds tells most about them (Fisher's information of the Rasch model is p(1 − p)).
Three things matter more than that last bit of information, in this order: the two of a matched pair never follow each
other, since whoever sees both recognises the second; the shares of innocents, victims and others are those of the plan,
in an order that nobody can guess; and neighbours do not get the same cases in the same order, so one of the three
nearest is taken by chance ("randomesque", Kingsbury and Zara 1989).
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from ledger.errors import invalid_field
from simulator.grading.model import CaseKey, ItemKey

_NEAREST: Final = 3


class Content(Enum):
    """What is kept in balance."""

    INNOCENT = "innocent"  # to be waved on
    VICTIM = "victim"  # to be protected, or who brought them
    OTHER = "other"  # to be stopped for a document, an entry, a rule


@dataclass(frozen=True, slots=True)
class Candidate:
    """One case of the set. `family` is shared by the two of a matched pair and by variants of one scenario."""

    case: CaseKey
    item: ItemKey
    content: Content
    family: str


@dataclass(frozen=True, slots=True)
class Dealt:
    """What one trainee has had, in order; `seed` is theirs alone and settles all chance."""

    seed: str
    cases: tuple[Candidate, ...] = ()


def contents_of(count: int, prevalence: float, pool: Iterable[Candidate], seed: str) -> tuple[Content, ...]:
    """The kinds of `count` cases in the order in which one trainee gets them, shuffled by `seed`.

    `prevalence` (0…1) is the share to be stopped; victims have the share of it that they have in the pool.
    Raises LintasError naming `deal_count` where the pool has too few of a kind.
    """
    held = Counter(each.content for each in pool)
    signals = round(count * prevalence)
    all_signals = held[Content.VICTIM] + held[Content.OTHER]
    victims = round(signals * held[Content.VICTIM] / all_signals) if all_signals else 0
    wanted = {Content.INNOCENT: count - signals, Content.VICTIM: victims, Content.OTHER: signals - victims}
    for content, number in wanted.items():
        if number > held[content]:
            text = (
                f"needs {number} cases of kind {content.value}, the set has {held[content]}; take fewer, or more cases"
            )
            raise invalid_field("deal_count", text)
    order = [content for content, number in wanted.items() for _ in range(number)]
    random.Random(f"{seed}/order").shuffle(order)  # noqa: S311 - an order of exercises, no secret
    return tuple(order)


def next_case(
    pool: Sequence[Candidate],
    dealt: Dealt,
    order: Sequence[Content],
    ability: float,
    difficulty: Mapping[ItemKey, float],
) -> Candidate:
    """The next case of one trainee: of the kind that `order` has at this place, near `ability` (logits).

    The same set, history and ratings always give the same case. Raises IndexError past the end of `order`, ValueError
    where nothing of that kind is left, which `contents_of` rules out.
    """
    place, had = len(dealt.cases), {each.case for each in dealt.cases}
    left = [each for each in pool if each.case not in had and each.content is order[place]]
    last = dealt.cases[-1].family if dealt.cases else None
    apart = [each for each in left if each.family != last] or left
    if not apart:
        raise ValueError("nothing of that kind is left")
    apart.sort(key=lambda each: (abs(difficulty.get(each.item, 0.0) - ability), each.case))
    chance = random.Random(f"{dealt.seed}/{place}")  # noqa: S311 - see above
    return chance.choice(apart[:_NEAREST])
