"""One version of the list, whole: a search works on one and never sees half a change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final

from watchlist.compare.document import bare
from watchlist.entry import Entry, Subject
from watchlist.index import NameIndex
from watchlist.index.number_index import NumberIndex
from watchlist.index.word_nats import nats_in_name
from watchlist.names.frequency import information
from watchlist.names.prepared import Information, PreparedName, prepare
from watchlist.search.overlay import Overlay
from watchlist.search.packed import Packer

# candidates a name: more of them where none stands out
_FEWEST_CANDIDATES: Final = 25
_MOST_CANDIDATES: Final = 120
_REMEMBERED: Final = 1 << 15
_REMEMBERED_WORDS: Final = 1 << 17


@dataclass(frozen=True, slots=True)
class Listed:
    """Entries with what finds them. `changed` gives the next version and costs as much as the change."""

    entries: Overlay[Entry]
    names: NameIndex
    numbers: NumberIndex
    version: int
    information: Information  # nats in a word of a name, as this list, the population and the particles have it
    prepared: Callable[[str], PreparedName]

    @classmethod
    def of(cls, entries: Iterable[Entry] | Mapping[str, Entry], version: int) -> Listed:
        """A whole list. A mapping is kept as it is and asked for entries by id, so it may hold them elsewhere.

        Raises ValueError where an id stands there twice.
        """
        numbers: list[tuple[str, str]] = []
        if isinstance(entries, Mapping):
            names = NameIndex.of(_noting(map(entries.__getitem__, entries), numbers))
            return cls._from(Overlay(entries), names, NumberIndex.of(numbers), version)
        packer, passing = Packer.of(entries)
        names = NameIndex.of(_noting(passing, numbers))
        return cls._from(Overlay(packer.packed()), names, NumberIndex.of(numbers), version)

    def changed(self, entries: Sequence[Entry], version: int) -> Listed:
        """The list in which these entries stand as given; revoked ones are gone."""
        latest = {entry.entry_id: entry for entry in entries}
        standing = [entry for entry in latest.values() if entry.revoked_at is None]
        after: dict[str, Entry | None] = dict.fromkeys(latest)
        after.update({entry.entry_id: entry for entry in standing})
        pairs = [(number, entry.entry_id) for entry in standing for number in numbers_of(entry)]
        return Listed._from(
            self.entries.with_changes(after),
            self.names.changed(tuple(latest.values())),
            self.numbers.changed(latest, pairs),
            version,
        )

    @classmethod
    def _from(cls, entries: Overlay[Entry], names: NameIndex, numbers: NumberIndex, version: int) -> Listed:
        """Remembers what it worked out for common words and names, as long as the version lives."""
        known = lru_cache(maxsize=_REMEMBERED)(information(names.carriers, names.names))
        prepared = lru_cache(maxsize=_REMEMBERED)(partial(prepare, information=known))
        in_name = lru_cache(maxsize=_REMEMBERED_WORDS)(partial(nats_in_name, information=known))
        return cls(entries, names, numbers, version, in_name, prepared)

    def with_number(self, number: str) -> list[Entry]:
        """Entries that list this number, as a document's or a person's."""
        wanted = bare(number)
        found = (self.entries[entry_id] for entry_id in self.numbers.entries_with(wanted)) if wanted else ()
        return [entry for entry in found if wanted in numbers_of(entry)]

    def candidates(self, subject: Subject) -> list[Entry]:
        """Entries worth comparing: those with a number in common, then those with the likest names."""
        numbers = [key.number for key in subject.documents] + list(subject.identity_numbers)
        found = {entry.entry_id: entry for number in numbers for entry in self.with_number(number)}
        for name in subject.names:
            prepared = self.prepared(name.full)
            for entry_id in self.names.candidates(
                prepared, subject.birth_dates, self.information, _MOST_CANDIDATES, _FEWEST_CANDIDATES
            ):
                found.setdefault(entry_id, self.entries[entry_id])
        return list(found.values())


def _noting(entries: Iterable[Entry], numbers: list[tuple[str, str]]) -> Iterator[Entry]:
    """The entries, each asked for once, for a mapping may have to make it; their numbers are noted on the way."""
    for entry in entries:
        numbers.extend((number, entry.entry_id) for number in numbers_of(entry))
        yield entry


def numbers_of(entry: Entry) -> list[str]:
    """All numbers of an entry, bare, each once."""
    numbers = [bare(key.number) for key in entry.documents] + [bare(number) for number in entry.identity_numbers]
    return [number for number in dict.fromkeys(numbers) if number]
