"""What a pattern is: an id, words for people, the numbers that it needs, and one expression that finds its rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.text import Text
from verifier.patterns.tables import IbisTable

if TYPE_CHECKING:
    from verifier.patterns.ground import Ground

Numbers = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between which numbers a threshold makes sense, both included."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern.

    `rows` gives a table with `subject` (text: what the crossings share), `is_suppressed` (an allowance explains it),
    `crossing_key`, `crossed_at_s` and one column for each of `measures`: counts, the same in all rows of a subject.
    A lead has all its crossings; of what was suppressed the first stands for all. `sentence` puts counts in words;
    `innocent` says who does the same lawfully, for whoever reads the lead.
    """

    pattern_id: str
    name: Text
    innocent: Text
    numbers: Mapping[str, Bounds]
    measures: tuple[str, ...]
    rows: Callable[[Ground, Numbers], IbisTable]
    sentence: Callable[[Mapping[str, int]], Text]
