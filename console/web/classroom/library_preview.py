"""A scenario's JSON (schema `lintas-scenario/1`, docs/scenarios.md) as the preview's template reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ledger.text import Text

_NOTHING: Final = Text(id="", en="")
_PERSON: Final = (
    ("surname", Text(id="Nama keluarga", en="Surname")),
    ("given", Text(id="Nama depan", en="Given names")),
    ("dob", Text(id="Tanggal lahir", en="Date of birth")),
    ("sex", Text(id="Jenis kelamin", en="Sex")),
    ("nationality", Text(id="Kewarganegaraan", en="Nationality")),
    ("place_of_birth", Text(id="Tempat lahir", en="Place of birth")),
)
_DIFFERING: Final = (
    ("holder", Text(id="diterbitkan untuk", en="issued to")),
    ("printed", Text(id="halaman", en="page")),
    ("mrz", Text(id="MRZ", en="MRZ")),
    ("first_read", Text(id="bacaan pertama", en="first reading")),
    ("chip", Text(id="cip", en="chip")),
    ("photo", Text(id="foto", en="photograph")),
)


@dataclass(frozen=True, slots=True)
class ScenarioView:
    """The mapping with defaults put in, and sentences as texts."""

    data: Mapping[str, Any]
    person: tuple[tuple[Text, str], ...]
    documents: tuple[tuple[str, str, tuple[tuple[Text, str], ...]], ...]
    """Key, type, and the parts of each document that differ from the truth."""
    decisions: tuple[Mapping[str, Any], ...]
    """Best first."""
    indicators: Mapping[str, Text]

    def text(self, value: Mapping[str, str] | None) -> Text:
        """A sentence of the file; empty where it is left out."""
        return Text(id=value["id"], en=value["en"]) if value else _NOTHING

    def defects(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Document and defect."""
        for document in self.data["documents"]:
            for each in document.get("defects", ()):
                yield document["key"], each

    def facts(self) -> Iterator[tuple[str, str]]:
        """The journey as the file states it, one field a line."""
        yield from _flat("", self.data.get("journey", {}))


def preview_of(data: Mapping[str, Any]) -> ScenarioView:
    """`data` is a valid scenario: the service has checked it."""
    persona = data["persona"]
    return ScenarioView(
        data=data,
        person=tuple((label, str(persona[name])) for name, label in _PERSON if persona.get(name)),
        documents=tuple(_document(each) for each in data["documents"]),
        decisions=tuple(sorted(data["expected"]["decisions"], key=lambda each: -each["credit"])),
        indicators={each["key"]: Text(**each["text"]) for each in data.get("indicators", ())},
    )


def _document(document: Mapping[str, Any]) -> tuple[str, str, tuple[tuple[Text, str], ...]]:
    differing = []
    for part, label in _DIFFERING:
        stated = document.get(part)
        if stated:
            differing.append((label, ", ".join(f"{name}: {value}" for name, value in _flat("", stated))))
    return document["key"], document.get("type", "td3"), tuple(differing)


def _flat(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _flat(f"{name}.{key}".lstrip("."), each)
    elif isinstance(value, list):
        for number, each in enumerate(value, 1):
            yield from _flat(f"{name} {number}".strip(), each)
    elif value is not None:
        yield name, str(value).lower() if isinstance(value, bool) else str(value)
