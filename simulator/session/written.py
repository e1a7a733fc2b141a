"""What stands on the page, in the MRZ and in the chip of a case's documents: by fact, its field and its words."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.document import Document
from simulator.scenario.facts import PAGE_FIELDS
from simulator.scenario.person import Persona
from simulator.scenario.presentation import chip_lines, holder_facts, overlaid
from simulator.session.case import DealtCase


def written_on(persona: Persona, document: Document) -> Iterator[tuple[str, str, str]]:
    """Place (page, mrz, chip), field and words of each thing that says something."""
    truth = holder_facts(persona, document)
    page: dict[str, object] = dict(overlaid(truth, document.printed))
    page |= {
        "issued": document.issued,
        "place_of_birth": persona.place_of_birth,
        "personal_number": document.personal_number,
        "inner_number": document.printed.inner_number or page["number"],
    }
    for name in PAGE_FIELDS:
        if name != "photo" and page.get(name):
            yield "page", name, _words(page[name])
    for name, value in overlaid(truth, document.mrz):
        if name != "digits" and value:
            yield "mrz", name, _words(value)
    if document.chip is not None and chip_lines(persona, document):
        for name, value in overlaid(truth, document.chip):
            if value:
                yield "chip", name, _words(value)


def are_shown(case: DealtCase, pair: frozenset[str], couples: tuple[tuple[str, str], ...]) -> bool:
    """Whether two facts are one of these couples, or say word for word the same in another place of the document.

    The number in the MRZ is the number on the page where both read alike: whoever cites either has seen it.
    """
    if any(frozenset(couple) == pair for couple in couples):
        return True
    if len(pair) < 2:
        return False
    same = {
        f"{document.key}.{place}.{name}": f"{document.key}.{name}={words}"
        for document in case.scenario.documents
        for place, name, words in written_on(case.scenario.persona, document)
    }
    seen = {same.get(fact, fact) for fact in pair}
    return len(seen) == 2 and any({same.get(fact, fact) for fact in couple} == seen for couple in couples)


def _words(value: object) -> str:
    return str(getattr(value, "value", value))
