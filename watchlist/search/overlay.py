"""A mapping of which a changed copy costs as much as the change, however large it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Generic, Protocol, TypeVar, runtime_checkable

_LARGEST_CHANGE: Final = 4_000  # entries; beyond it base and changes become one, unless the base is far larger
_SHARE_OF_BASE: Final = 16

V = TypeVar("V")


@runtime_checkable
class Remade(Protocol):
    """A base that knows by itself how to become one with changes, cheaper than by reading all of it."""

    def with_changes(self, changes: Mapping[str, V | None]) -> Mapping[str, V]:
        """The mapping after these keys were set, or taken away where the value is None."""


@dataclass(frozen=True, slots=True)
class Overlay(Mapping[str, V], Generic[V]):
    """`changed` lies over `base`; None in it means gone. Never changes itself, so searches need no lock."""

    base: Mapping[str, V]
    changed: Mapping[str, V | None] = field(default_factory=dict)
    gained: int = 0  # keys more than the base has

    def __len__(self) -> int:
        return len(self.base) + self.gained

    def __iter__(self) -> Iterator[str]:
        yield from (key for key in self.base if key not in self.changed)
        yield from (key for key, value in self.changed.items() if value is not None)

    def __getitem__(self, key: str) -> V:
        value = self.changed[key] if key in self.changed else self.base[key]
        if value is None:
            raise KeyError(key)
        return value

    def __contains__(self, key: object) -> bool:
        # Mapping's own would raise and catch for each key that is not there
        return self.changed[key] is not None if key in self.changed else key in self.base  # type: ignore[index]  # a key of it

    def with_changes(self, changes: Mapping[str, V | None]) -> Overlay[V]:
        """The mapping after these keys were set, or taken away where the value is None."""
        gained = self.gained + sum((value is not None) - (key in self) for key, value in changes.items())
        merged = {**self.changed, **changes}
        if len(merged) > max(_LARGEST_CHANGE, len(self.base) // _SHARE_OF_BASE):
            if isinstance(self.base, Remade):
                return Overlay(self.base.with_changes(merged))
            whole = {**self.base, **merged}
            return Overlay({key: value for key, value in whole.items() if value is not None})
        return Overlay(self.base, merged, gained)
