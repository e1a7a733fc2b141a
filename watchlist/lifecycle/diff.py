"""What one version of an entry says that another does not, field by field, in a form that people read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from enum import Enum
from typing import Final

from watchlist.entry import DocumentKey, Entry, ListedName
from watchlist.standing import EntryLink, LocalStanding, Objection, Override

_BESIDE: Final = frozenset({"entry_id", "list_id", "version"})  # of the record, not of the person


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field: every value before and after; a single value is a tuple of one, none an empty one."""

    field: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def added(self) -> tuple[str, ...]:
        """Values that are new."""
        return tuple(value for value in self.after if value not in self.before)

    @property
    def removed(self) -> tuple[str, ...]:
        """Values that are gone."""
        return tuple(value for value in self.before if value not in self.after)


def field_changes(before: Entry | None, after: Entry | None, *, always: Sequence[str] = ()) -> tuple[FieldChange, ...]:
    """Fields that differ, in the order of the entry's definition; None is an entry that says nothing.

    `always`: fields that are told wherever they say something, also where they stay the same.
    """
    found = []
    for field in fields(Entry):
        if field.name in _BESIDE:
            continue
        old, new = (spoken(getattr(entry, field.name)) if entry else () for entry in (before, after))
        if old != new or (new and field.name in always):
            found.append(FieldChange(field.name, old, new))
    return tuple(found)


def spoken(value: object) -> tuple[str, ...]:
    """A field's values as text; empty for None, '' and 0."""
    if isinstance(value, tuple):
        return tuple(text for each in value for text in spoken(each))
    if isinstance(value, LocalStanding):
        return (*spoken(value.override), *spoken(value.objections))
    text = _text(value)
    return (text,) if text else ()


def _text(value: object) -> str:  # noqa: PLR0911 - one line a type
    if value is None or value == 0:
        return ""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, ListedName):
        beside = [value.strength.value] if value.strength.value != "primary" else []
        return " ".join([value.full, *(f"({each})" for each in (*beside, value.script) if each)])
    if isinstance(value, DocumentKey):
        return _joined((value.issuer, value.code, value.number))
    if isinstance(value, EntryLink):
        return _joined((value.kind.value, value.entry_id))
    if isinstance(value, Objection):
        return _joined((value.reference, value.state.value))
    if isinstance(value, Override):
        span = (_text(value.since), _text(value.until))
        return f"{value.kind.value} {' – '.join(part for part in span if part)}"
    return value.isoformat() if isinstance(value, date) else str(value)


def _joined(parts: Iterable[str]) -> str:
    return ":".join(part for part in parts if part)
