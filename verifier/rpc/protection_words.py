"""Coded words and names between wire and domain, for the records of protection."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Final, Literal, TypeVar

from google.protobuf.internal.enum_type_wrapper import EnumTypeWrapper

from ledger.errors import invalid_field
from ledger.rpc.convert import enum_from_wire
from ledger.rpc.request import id_from_name

E = TypeVar("E", bound=Enum)
_MOST_WORDS: Final = 40
_LONGEST_NOTE: Final = 4000


def needed(wrapper: EnumTypeWrapper, prefix: str, kind: type[E], number: int, field: str) -> E:
    """The word. Raises LintasError naming `field` where it is missing or unknown."""
    found = enum_from_wire(wrapper, prefix, kind, number, field)
    if found is None:
        raise invalid_field(field, "required")
    return found


def words(wrapper: EnumTypeWrapper, prefix: str, kind: type[E], numbers: Iterable[int], field: str) -> tuple[E, ...]:
    """Each word once. Raises LintasError naming the place of one that is missing or unknown."""
    given = list(numbers)
    if len(given) > _MOST_WORDS:
        raise invalid_field(field, f"at most {_MOST_WORDS}")
    found = (needed(wrapper, prefix, kind, number, f"{field}[{i}]") for i, number in enumerate(given))
    return tuple(dict.fromkeys(found))


def note(text: str, field: str) -> str:
    """Free text. Raises LintasError naming `field` where it is longer than anybody would read."""
    if len(text) > _LONGEST_NOTE:
        raise invalid_field(field, f"at most {_LONGEST_NOTE} characters", reason="TEXT_TOO_LONG")
    return text.strip()


def id_of(name: str, collection: Literal["cases", "services"], field: str) -> str:
    """The id in a resource name that must be there."""
    return id_from_name(name, collection, field)


def optional_id_of(name: str, collection: Literal["cases", "services"], field: str) -> str:
    """The id, or '' where no name is given."""
    return id_from_name(name, collection, field) if name else ""
