"""What is wrong with a field, for whoever filled the form in: its label as the form has it, and words of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from console.web.field_words import DESCRIPTIONS, LABELS, PATTERNS, UNKNOWN_DESCRIPTION
from ledger.text import Text
from watchlist.lifecycle.vocabulary import vocabulary

_MEMBER: Final[Mapping[str, str]] = {
    "age_years": "age",
    "claimed_relation": "relation",
    "reference": "member",
    "holds_documents_of_traveller": "holds",
}
_LEG: Final[Mapping[str, str]] = {"origin": "origin", "destination": "destination", "number": "flight"}
# what the form calls otherwise than the request does
_INPUTS: Final[Mapping[str, str]] = {
    "identity_or_document": "identity_numbers",
    "review_on": "review_date",
    "contact_hashes": "agency",
    "second_person": "confirms",
    "mrz_line": "mrz_lines",
}


@dataclass(frozen=True, slots=True)
class FieldTold:
    """`name` is the form's input, where there is one; `label` what stands beside it; `text` what is wrong."""

    name: str
    label: Text
    text: Text


def told_fields(fields: Iterable[tuple[str, str]]) -> tuple[FieldTold, ...]:
    """Paths and descriptions of a service as people know them."""
    return tuple(FieldTold(*_known(path), described(description)) for path, description in fields)


def faults_of(fields: Iterable[tuple[str, str]]) -> dict[str, Text]:
    """Input of the form → what is wrong with it, for forms that are shown again."""
    return {each.name: each.text for each in told_fields(fields)}


def described(description: str) -> Text:
    """In both languages; what nobody translated yet is told in general, with the English words for English readers."""
    if (known := DESCRIPTIONS.get(description)) is not None:
        return known
    for pattern, text in PATTERNS:
        if found := re.fullmatch(pattern, description):
            parts = found.groupdict()
            return Text(id=text.id.format(**parts), en=text.en.format(**parts))
    return Text(id=UNKNOWN_DESCRIPTION, en=description)


def _known(path: str) -> tuple[str, Text]:
    for pattern, told in _PATHS:
        if found := pattern.fullmatch(path):
            return told(found)
    own = re.sub(r"\[\d+\]", "", path).rpartition(".")[2]
    return _INPUTS.get(own, own), _label(own)


def _label(own: str) -> Text:
    if (known := LABELS.get(own)) is not None:
        return known
    # the words of the watchlist; else the field's own name, without what machines put between words
    plain = own.replace("_", " ")
    return vocabulary()["field"].get(own, Text(id=plain, en=plain))


def _of_entry(found: re.Match[str]) -> tuple[str, Text]:
    own = found["own"]
    return _INPUTS.get(own, own), vocabulary()["field"].get(own, _label(own))


def _of_member(found: re.Match[str]) -> tuple[str, Text]:
    own, place = _MEMBER.get(found["own"], found["own"]), int(found["place"])
    label = LABELS.get(own, _label(own))
    return f"{own}_{place}", Text(
        id=f"Teman seperjalanan {place + 1}: {label.id}", en=f"Companion {place + 1}: {label.en}"
    )


def _of_leg(found: re.Match[str]) -> tuple[str, Text]:
    own, place = _LEG.get(found["own"], found["own"]), int(found["place"])
    label = LABELS.get(own, _label(own))
    return f"{own}_{place}", Text(id=f"Perjalanan {place + 1}: {label.id}", en=f"Journey {place + 1}: {label.en}")


_PATHS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[str, Text]]], ...]] = (
    (re.compile(r"entry\.(?P<own>\w+)(?:\[\d+\])?(?:\..*)?"), _of_entry),
    (re.compile(r"journey\.party\[(?P<place>\d+)\]\.(?P<own>\w+)"), _of_member),
    (re.compile(r"journey\.legs\[(?P<place>\d+)\]\.(?P<own>\w+)"), _of_leg),
)
