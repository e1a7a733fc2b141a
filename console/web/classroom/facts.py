"""What a fact is called: `passport.chip.dob` is the birth date in the chip, to people who must link it to another."""

from __future__ import annotations

from collections.abc import Iterable

from ledger.text import Text
from lintas.v1 import training_pb2 as wire
from simulator.report.fact_words import FIELDS, GROUPS, PLACES


def told(fact: wire.TrainingFact) -> Text:
    """The label where there is one, then what is known: `page, date of birth: 2008-02-19`."""
    text = Text(id=fact.text.id, en=fact.text.en)
    parts = fact.name.split(".")
    labels = [PLACES.get(part) or FIELDS.get(part) for part in parts[1:]]
    known = [label for label in labels if label is not None]
    if not known or (parts[0] not in {"journey"} and parts[1] not in PLACES):
        return text
    return Text(
        id=f"{', '.join(each.id for each in known)}: {text.id}", en=f"{', '.join(each.en for each in known)}: {text.en}"
    )


def grouped(facts: Iterable[wire.TrainingFact]) -> list[tuple[Text, list[tuple[str, Text]]]]:
    """Facts by what they are about, in the order of the case; names with their labels."""
    groups: dict[str, list[tuple[str, Text]]] = {}
    for fact in facts:
        groups.setdefault(fact.name.split(".")[0], []).append((fact.name, told(fact)))
    return [(GROUPS.get(key) or Text(id=key, en=key), found) for key, found in groups.items()]
