"""OpenSanctions' `entities.ftm.json`: FollowTheMoney entities, one JSON object a line, in any order.

Format: https://followthemoney.tech/explorer/schemata/Person/, …/Passport/, …/Identification/, …/Sanction/. A person is
taken in where a topic gives a border officer something to do: `wanted` or `sanction`. Office holders, relatives and
debtors are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from watchlist.entry import Action, Category, Entry, EntryKind, ListedName, NameStrength
from watchlist.sources import published
from watchlist.sources.ftm_lines import FtmEntity, LinkedEntities, ftm_lines
from watchlist.sources.model import Rejected, Source
from watchlist.sources.open_sanctions import (
    IDENTIFIER,
    LONGEST_VALUE,
    birth_dates,
    identity_numbers,
    nationalities,
    passports,
    sex_of,
)

_CATEGORIES: Final = {"wanted": Category.WANTED, "sanction": Category.SANCTION}  # the first that fits
_NAMES: Final = (
    ("name", NameStrength.STRONG),
    ("alias", NameStrength.STRONG),
    ("previousName", NameStrength.STRONG),
    ("weakAlias", NameStrength.WEAK),
)
_IDENTITY: Final = ("idNumber", "taxNumber", "innCode", "socialSecurityNumber")


def read(files: Sequence[Path], list_id: str) -> Iterator[Entry | Rejected]:
    """Persons, streaming. Passports, papers and sanctions stand on lines of their own, so files are read twice.

    What belongs to others is held in memory meanwhile: about 300 bytes each. Raises LintasError LIST_FORMAT where the
    first line is no entity.
    """
    linked = LinkedEntities.of(files)
    first_line: dict[str, int] = {}
    for path in files:
        for line, entity in ftm_lines(path):
            if isinstance(entity, str):
                yield Rejected(line, entity)
            elif entity.schema == "Person" and (category := _category(entity)):
                yield _entry_or_rejected(entity, line, list_id, category, linked, first_line)


def _category(person: FtmEntity) -> Category | None:
    topics = person.values("topics")
    return next((category for topic, category in _CATEGORIES.items() if topic in topics), None)


def _entry_or_rejected(
    person: FtmEntity, line: int, list_id: str, category: Category, linked: LinkedEntities, first_line: dict[str, int]
) -> Entry | Rejected:
    if not IDENTIFIER.fullmatch(person.entity_id):
        return Rejected(line, "id: letters, digits and . _ - only, at most 63")
    if earlier := first_line.get(person.entity_id):
        return Rejected(line, f"id: this id stands in line {earlier} already")
    first_line[person.entity_id] = line
    names = tuple(_names(person))
    if not names:
        return Rejected(line, "name: a person needs a name")
    try:
        return _entry(person, names, list_id, category, linked)
    except ValueError:
        return Rejected(line, "birthDate: YYYY, YYYY-MM or YYYY-MM-DD, dates that exist")


def _names(person: FtmEntity) -> Iterator[ListedName]:
    """The caption first, then every other name once, with the strength that its property gives it."""
    found: dict[str, NameStrength] = {}
    for name, strength in _NAMES:
        for text in person.values(name):
            found.setdefault(text, strength)
    if not found:
        return
    primary = person.caption if person.caption in person.values("name") else next(iter(found))
    families, givens = person.values("lastName"), person.values("firstName")
    is_plain = len(families) == len(givens) == 1  # else nobody says which belong together
    if found.pop(primary) is NameStrength.WEAK:
        yield ListedName(primary, strength=NameStrength.WEAK)
    else:
        yield ListedName(primary, families[0] if is_plain else "", givens[0] if is_plain else "")
    yield from (ListedName(text, strength=strength) for text, strength in found.items())


def _entry(
    person: FtmEntity, names: tuple[ListedName, ...], list_id: str, category: Category, linked: LinkedEntities
) -> Entry:
    papers = linked.papers.get(person.entity_id, ())
    numbers = [number for name in _IDENTITY for number in person.values(name)]
    numbers += [paper.number for paper in papers if not paper.is_passport]
    documents = [*passports(person.values("passportNumber"))]
    documents += [key for paper in papers if paper.is_passport for key in passports([paper.number], paper.country)]
    known = {key.number for key in documents if key.issuer}
    grounds = linked.grounds.get(person.entity_id, ())
    return Entry(
        entry_id=f"{list_id}:{person.entity_id}",
        list_id=list_id,
        kind=EntryKind.PERSON,
        category=category,
        action=Action.VERIFY_IDENTITY,
        authority=_joined(ground.authority for ground in grounds) or _joined(person.datasets) or "OpenSanctions",
        provenance=f"OpenSanctions {person.entity_id}",
        names=names,
        birth_dates=birth_dates(person.values("birthDate")),
        birth_places=person.values("birthPlace"),
        sex=sex_of(person.values("gender")),
        nationalities=nationalities((*person.values("nationality"), *person.values("citizenship"))),
        # the same passport often stands both with and without its issuer
        documents=tuple(dict.fromkeys(key for key in documents if key.issuer or key.number not in known)),
        identity_numbers=identity_numbers(numbers),
        legal_ground=_joined(ground.program for ground in grounds),
    )


def _joined(texts: Iterator[str] | Sequence[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))[:LONGEST_VALUE]


def _recognises(sample: bytes) -> bool:
    first = sample.removeprefix(b"\xef\xbb\xbf").lstrip()
    return first.startswith(b"{") and b'"schema"' in first and b'"properties"' in first


SOURCE: Final = Source(
    "follow-the-money",
    "OpenSanctions entities.ftm.json, wanted and sanctioned persons",
    read,
    _recognises,
    published=published.of_follow_the_money,
)
