"""Who is screened: real list persons under another name, and innocent travellers who do not exist."""

from __future__ import annotations

import csv
import gzip
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler

from watchlist.entry import Entry, NameStrength, Subject, SubjectName
from watchlist.issuers import code_of
from watchlist.names.transliteration import to_mrz
from watchlist.partial_date import PartialDate
from watchlist.sources import source_named

ALIAS_REMOVED, SPELLING, CROSS_LIST, TD1 = (
    "alias removed", "of these, spellings", "other list's record", "TD1-truncated MRZ"
)  # fmt: skip
_TD1_NAME = 30  # characters, 9303-5 §4.2.2
_SHORTEST_NUMBER = 6  # shorter document numbers meet by chance
_FAR_APART = 0.82  # Jaro-Winkler of the likest words: below it the names share no word, and no name matcher can help


@dataclass(frozen=True, slots=True)
class Known:
    """A listed person, seen as `subject`; the search should find `entry_id`."""

    view: str
    subject: Subject
    entry_id: str
    is_spelling: bool = False  # more than half of the words stand in one remaining name, too


@dataclass(frozen=True, slots=True)
class Cases:
    """`entries` is the list to search, from which the answers have been taken away."""

    entries: tuple[Entry, ...]
    known: tuple[Known, ...]


def list_entries(folder: Path) -> tuple[list[Entry], list[Entry]]:
    """Persons of OFAC (2023, and of 2021 those no longer listed) and of the UN Security Council."""
    ofac = _read(folder, "ofac", "ofac_sdn_2023.csv.gz")
    ids = {entry.entry_id for entry in ofac}
    older = _read(folder, "ofac", "ofac_sdn.csv", "ofac_alt.csv", "ofac_sdn_comments.csv")
    return ofac + [entry for entry in older if entry.entry_id not in ids], _read(folder, "un", "un_consolidated.xml.gz")


def _read(folder: Path, list_id: str, *names: str) -> list[Entry]:
    files = [folder / name for name in names]
    return [row for row in source_named("auto", files[0]).read(files, list_id) if isinstance(row, Entry)]


def make_cases(ofac: Sequence[Entry], un: Sequence[Entry], *, per_view: int, seed: int) -> Cases:
    """Each listed person plays one part at most; the same for the same seed."""
    chance = random.Random(seed)
    links = _same_documents(ofac, un)
    known = [Known(CROSS_LIST, _as_traveller(one, one.names[0].full), other.entry_id) for one, other in links]
    gone = {one.entry_id for one, _ in links}
    busy = gone | {other.entry_id for _, other in links}
    listed = {entry.entry_id: entry for entry in (*ofac, *un) if entry.entry_id not in gone}
    free = [entry for entry in listed.values() if entry.entry_id not in busy and entry.names]
    chance.shuffle(free)
    removed = list(islice(_alias_removed(free, chance), per_view))
    for case, lesser in removed:
        known.append(case)
        listed[lesser.entry_id] = lesser
    busy |= {case.entry_id for case, _ in removed}
    known.extend(islice(_truncated(entry for entry in free if entry.entry_id not in busy), per_view))
    return Cases(tuple(listed.values()), tuple(known))


def _alias_removed(entries: Sequence[Entry], chance: random.Random) -> Iterator[tuple[Known, Entry]]:
    for entry in entries:
        for alias in chance.sample(entry.names[1:], len(entry.names) - 1):
            rest = tuple(name for name in entry.names if name.full.casefold() != alias.full.casefold())
            if alias.strength is NameStrength.STRONG and _share_a_word(alias.full, [name.full for name in rest]):
                subject = _as_traveller(entry, alias.full)
                spelling = max(_share_found(alias.full, name.full) for name in rest) > 0.5
                yield Known(ALIAS_REMOVED, subject, entry.entry_id, spelling), replace(entry, names=rest)
                break


def _share_a_word(name: str, others: Sequence[str]) -> bool:
    words = _words(name)
    return any(_likes(word, _words(other)) for other in others for word in words)


def _share_found(name: str, other: str) -> float:
    """How many of the words have a likely counterpart in the other name."""
    words, others = _words(name), _words(other)
    return sum(_likes(word, others) for word in words) / max(len(words), 1)


def _likes(word: str, others: Sequence[str]) -> bool:
    return any(JaroWinkler.similarity(word, other) >= _FAR_APART for other in others)


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"[A-Z]+", anyascii(name).upper()) if len(word) > 1]


def _truncated(entries: Iterator[Entry]) -> Iterator[Known]:
    """The primary name as a TD1 card holds it, where the card has no room for all of it."""
    for entry in entries:
        name = entry.names[0]
        if not (name.family and name.given):
            continue
        field = f"{to_mrz(name.family)}<<{to_mrz(name.given)}"
        if len(field) > _TD1_NAME:
            family, _, given = (part.replace("<", " ").strip() for part in field[:_TD1_NAME].partition("<<"))
            seen = SubjectName(f"{given} {family}".strip(), family, given, from_mrz=True, truncated=True)
            yield Known(TD1, replace(_as_traveller(entry, ""), names=(seen,)), entry.entry_id)


def _as_traveller(entry: Entry, name: str) -> Subject:
    """The person's own data, without any number: those would give the answer away."""
    nationality = entry.nationalities[0] if entry.nationalities else ""
    return Subject((SubjectName(name),), entry.birth_dates[:1], sex=entry.sex, nationality=nationality)


def _same_documents(ofac: Sequence[Entry], un: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """Persons whom two lists hold, by a common passport or identity number: independent of any name matcher."""
    by_number: dict[str, Entry] = {number: entry for entry in un for number in _numbers(entry)}
    pairs: dict[str, tuple[Entry, Entry]] = {}
    for entry in ofac:
        for number in sorted(_numbers(entry)):
            if number in by_number:
                pairs.setdefault(by_number[number].entry_id, (entry, by_number[number]))
    return list(pairs.values())


def _numbers(entry: Entry) -> set[str]:
    every = [key.number for key in entry.documents] + list(entry.identity_numbers)
    bare = {re.sub(r"[^A-Z0-9]", "", number.upper()) for number in every}
    return {number for number in bare if len(number) >= _SHORTEST_NUMBER}


def travellers(path: Path, count: int, seed: int) -> list[Subject]:
    """Innocent travellers of many cultures and scripts from the shared file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    chosen = random.Random(seed).sample(rows, min(count, len(rows)))
    return [
        Subject(
            (SubjectName(row["full_name"]),),
            (PartialDate.parse(row["date_of_birth"]),),
            nationality=code_of(row["nationality"]),
        )
        for row in chosen
    ]
