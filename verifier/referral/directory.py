"""Who can help and how to reach them: a file that each post keeps for itself, with a day of review for every entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from ledger.errors import LintasError, invalid_field
from ledger.text import Text
from verifier.indicators.marked_yaml import parse, policy_error
from verifier.indicators.policy_rows import WordsRow

_LARGEST_BYTES: Final = 1_000_000
_Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]


class ServiceKind(Enum):
    """What sort of help."""

    HOTLINE = "hotline"
    SOCIAL_SERVICES = "social_services"
    MIGRANT_WORKERS = "migrant_workers"
    WITNESS_PROTECTION = "witness_protection"
    POLICE = "police"
    INTERNATIONAL = "international"


class Serves(Enum):
    """Whom."""

    CHILDREN = "children"
    ADULTS = "adults"
    WORKERS = "workers"
    WITNESSES = "witnesses"


class ContactKind(Enum):
    """How to reach them."""

    PHONE = "phone"
    WHATSAPP = "whatsapp"
    WEB = "web"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Contact:
    """One number or address as people write it."""

    kind: ContactKind
    value: str
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """One organisation. `card_order` is its place on the printed cards, None where it is not on them."""

    service_id: str
    name: Text
    role: Text
    kind: ServiceKind
    serves: tuple[Serves, ...]
    contacts: tuple[Contact, ...]
    owner: str
    reviewed_on: date
    review_due_on: date
    source: str
    card_order: int | None = None
    short_name: Text | None = None

    def is_stale(self, today: date) -> bool:
        """Its review is due: ring it before relying on it."""
        return self.review_due_on <= today


@dataclass(frozen=True, slots=True)
class Directory:
    """All services, in the order of the file."""

    version: int
    services: tuple[Service, ...]

    def service(self, service_id: str, field: str = "service") -> Service:
        """Raises LintasError SERVICE_UNKNOWN naming `field`."""
        found = next((each for each in self.services if each.service_id == service_id), None)
        if found is None:
            known = ", ".join(f"services/{each.service_id}" for each in self.services)
            raise invalid_field(field, f"one of {known}", reason="SERVICE_UNKNOWN")
        return found

    def stale(self, today: date) -> tuple[Service, ...]:
        """Services whose review is due, longest overdue first."""
        return tuple(
            sorted((each for each in self.services if each.is_stale(today)), key=lambda each: each.review_due_on)
        )

    def on_cards(self) -> tuple[Service, ...]:
        """Those for printed cards, in their order."""
        chosen = [each for each in self.services if each.card_order is not None and each.contacts]
        return tuple(sorted(chosen, key=lambda each: each.card_order or 0))


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _ContactRow(_Row):
    kind: ContactKind
    value: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=200)]
    note: WordsRow | None = None


class _ServiceRow(_Row):
    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
    name: WordsRow
    short: WordsRow | None = None
    role: WordsRow
    kind: ServiceKind
    serves: Annotated[tuple[Serves, ...], Field(min_length=1)]
    contacts: tuple[_ContactRow, ...]
    owner: _Words
    reviewed_on: date
    review_due_on: date
    source: _Words
    card: Annotated[int, Field(ge=1)] | None = None


class _File(_Row):
    version: Annotated[int, Field(ge=1)]
    services: Annotated[tuple[_ServiceRow, ...], Field(min_length=1)]


def load_directory(path: Path | None = None) -> Directory:
    """The directory in that file, or the one that comes with Lintas.

    Raises LintasError (POLICY_INVALID) naming file, line and field: a file that is missing, too large or no YAML, a
    misspelt field, an id that comes twice, a review that is due before it was done.
    """
    source: Traversable = path if path is not None else resources.files("verifier.referral") / "directory.yaml"
    document = parse(source.name, _text(source))
    try:
        file = _File.model_validate(document.data)
    except ValidationError as error:
        first = min(error.errors(), key=lambda each: each["type"] != "extra_forbidden")
        raise document.error(tuple(first["loc"]), first["msg"]) from error
    seen: set[str] = set()
    for index, row in enumerate(file.services):
        if row.id in seen:
            raise document.error(("services", index, "id"), "the id comes twice")
        if row.review_due_on <= row.reviewed_on:
            raise document.error(("services", index, "review_due_on"), "must be later than reviewed_on")
        seen.add(row.id)
    return Directory(file.version, tuple(_service(row) for row in file.services))


def _text(source: Traversable) -> str:
    try:
        data = source.read_bytes()
        if len(data) > _LARGEST_BYTES:
            raise policy_error(source.name, 1, "(file)", "larger than 1 MB")
        return data.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(source.name, error) from error


def _unreadable(name: str, error: OSError | UnicodeDecodeError) -> LintasError:
    why = "must be UTF-8" if isinstance(error, UnicodeDecodeError) else f"cannot be read: {error.strerror}"
    return policy_error(name, 1, "(file)", why)


def _service(row: _ServiceRow) -> Service:
    return Service(
        service_id=row.id,
        name=row.name.text,
        role=row.role.text,
        kind=row.kind,
        serves=row.serves,
        contacts=tuple(Contact(each.kind, each.value, each.note.text if each.note else None) for each in row.contacts),
        owner=row.owner,
        reviewed_on=row.reviewed_on,
        review_due_on=row.review_due_on,
        source=row.source,
        card_order=row.card,
        short_name=row.short.text if row.short else None,
    )
