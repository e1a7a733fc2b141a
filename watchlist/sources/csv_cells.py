"""Cells of our own CSV that hold more than a word: several values, names in full, links, objections. Both ways.

Values in a cell are divided by |, parts of a value by ;. Where a value holds such a sign itself, a backslash stands
before it. Values are trimmed when they are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Final

from watchlist.entry import Entry, ListedName, NameStrength
from watchlist.standing import LOCAL_LIST, EntryLink, LinkKind, Objection, ObjectionState

_VALUES: Final = re.compile(r"(?<!\\)\|")
_PARTS: Final = re.compile(r"(?<!\\);")
_SCRIPT: Final = re.compile(r"[A-Za-z]{4}|")
_HERE: Final = "="  # before the id of an entry of the same list, under whatever name it is kept


def joined(values: Iterable[str]) -> str:
    """Several values as one cell."""
    return "|".join(_escaped(value, "|") for value in values)


def divided(cell: str) -> tuple[str, ...]:
    """The values of a cell, empty ones left out."""
    if "|" not in cell:  # by far the most cells; a million rows feel it
        return (cell,) if cell else ()
    values = (text.strip().replace("\\|", "|") for text in _VALUES.split(cell))
    return tuple(text for text in values if text)


def named(names: Sequence[str], weak: Sequence[str], family: str, given: str) -> tuple[ListedName, ...]:
    """Names as people write them: the first is the main one, with its parts; the others strong, then the weak ones."""
    if not names and (family or given):
        names = (f"{given} {family}".strip(),)
    return (
        *(
            ListedName(name, family, given) if number == 0 else ListedName(name, strength=NameStrength.STRONG)
            for number, name in enumerate(names)
        ),
        *(ListedName(name, strength=NameStrength.WEAK) for name in weak),
    )


def detail_of(name: ListedName) -> str:
    """`STRENGTH;SCRIPT;FAMILY;GIVEN`: what the columns for people leave out."""
    return ";".join(_escaped(part, ";") for part in (name.strength.value, name.script, name.family, name.given))


def detailed(names: Sequence[str], weak: Sequence[str], details: Sequence[str]) -> tuple[ListedName, ...]:
    """Names with their details, in the order of the details. Raises ValueError where they do not fit together."""
    full, found = {False: iter(names), True: iter(weak)}, []
    for detail in details:
        strength, script, family, given = (part.strip().replace("\\;", ";") for part in _PARTS.split(detail))
        kind = NameStrength(strength)
        name = next(full[kind is NameStrength.WEAK], None)
        if name is None or not _SCRIPT.fullmatch(script):
            raise ValueError("a detail too many, or no script")
        found.append(ListedName(name, family, given, kind, script))
    if len(found) != len(names) + len(weak):
        raise ValueError("a detail too few")
    return tuple(found)


def link_text(entry: Entry, link: EntryLink) -> str:
    """`KIND;ENTRY`, an entry of the same list without the list's name."""
    return f"{link.kind.value};{_escaped(_shown_id(entry.list_id, link.entry_id), ';')}"


def link_of(text: str, list_id: str) -> EntryLink:
    """Raises ValueError where it is none."""
    kind, entry_id = (part.strip().replace("\\;", ";") for part in _PARTS.split(text))
    if not entry_id.removeprefix(_HERE):
        raise ValueError("no entry")
    here = f"{list_id}:{entry_id.removeprefix(_HERE)}"
    return EntryLink(LinkKind(kind.lower()), here if entry_id.startswith(_HERE) else entry_id)


def _shown_id(list_id: str, entry_id: str) -> str:
    if entry_id.startswith(f"{list_id}:"):
        return _HERE + entry_id.removeprefix(f"{list_id}:")
    # entries of the supervisors' own list have its name with a hyphen, and keep it wherever they go
    return _HERE + entry_id if list_id == LOCAL_LIST and entry_id.startswith(f"{LOCAL_LIST}-") else entry_id


def objection_text(objection: Objection) -> str:
    """`STATE;FILED;DECIDED;REFERENCE`, DECIDED empty while it waits."""
    times = (instant_text(objection.filed_at), instant_text(objection.decided_at))
    return ";".join(_escaped(part, ";") for part in (objection.state.value, *times, objection.reference))


def objection_of(text: str) -> Objection:
    """Raises ValueError where it is none."""
    state, filed, decided, reference = (part.strip().replace("\\;", ";") for part in _PARTS.split(text))
    if not reference:
        raise ValueError("no reference")
    return Objection(
        reference, ObjectionState(state.lower()), instant_of(filed), instant_of(decided) if decided else None
    )


def instant_text(instant: datetime | None) -> str:
    """UTC with Z; '' for None."""
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z") if instant else ""


def instant_of(text: str) -> datetime:
    """UTC where no zone is given. Raises ValueError or OverflowError."""
    instant = datetime.fromisoformat(text)
    return instant.astimezone(UTC) if instant.tzinfo else instant.replace(tzinfo=UTC)


def _escaped(value: str, sign: str) -> str:
    """A backslash at the end would take the next sign for its own; the blank after it is trimmed by whoever reads."""
    escaped = value.replace(sign, f"\\{sign}")
    return f"{escaped} " if escaped.endswith("\\") else escaped
