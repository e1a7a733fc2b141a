"""Our collections: names that are spelled in unrelated ways, and words that say little of who somebody is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final

_NONE: Final[frozenset[int]] = frozenset()


def _lines(name: str) -> list[str]:
    text = (resources.files(__package__) / "data" / name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def variant_groups() -> Mapping[str, frozenset[int]]:
    """Word → numbers of the groups that it belongs to; two words of one group are spellings of one name."""
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(_lines("variants.txt")):
        for word in line.split():
            groups.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in groups.items()}


@cache
def particles() -> Mapping[str, bool]:
    """Titles (True: dropped) and articles or patronymic particles (False: kept, of little weight)."""
    pairs = (line.split("=") for line in _lines("particles.txt"))
    return {word: kind == "" for word, kind in pairs}


def is_variant(one: str, other: str) -> bool:
    """Both stand in one group."""
    groups = variant_groups()
    mine = groups.get(one)
    return mine is not None and not mine.isdisjoint(groups.get(other, _NONE))


@cache
def _members() -> Mapping[int, tuple[str, ...]]:
    members: dict[int, list[str]] = {}
    for word, numbers in variant_groups().items():
        for number in numbers:
            members.setdefault(number, []).append(word)
    return {number: tuple(words) for number, words in members.items()}


def variants_of(word: str) -> tuple[str, ...]:
    """Other spellings that our collection knows."""
    numbers = variant_groups().get(word, _NONE)
    return tuple(other for number in sorted(numbers) for other in _members()[number] if other != word)
