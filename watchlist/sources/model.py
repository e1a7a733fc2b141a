"""What every list format offers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from ledger.errors import Fault, FieldFault, LintasError
from watchlist.codec import to_json
from watchlist.entry import Entry
from watchlist.index.compact import compact_number
from watchlist.vouching import entry_digest

# where a pattern's text takes in what is an entry's own; JSON never holds these characters unescaped
ID_PLACE: Final = "\x01"
NUMBER_PLACE: Final = "\x02"


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that could not be understood: where, and what to mend. Never the value. `file` is counted from 0."""

    line: int
    reason: str
    file: int = 0


class Pattern(NamedTuple):
    """What many entries of one list have in common: a million documents have some thousand of them."""

    kind: str
    category: str
    text: str  # see watchlist.codec; with ID_PLACE and NUMBER_PLACE where the entry's own go


class Encoded(NamedTuple):
    """An entry of version 1 as it is kept, for lists of which each microsecond a row is seconds."""

    entry_id: str
    number: str  # see watchlist.index.compact
    content_digest: str
    pattern: Pattern
    line: int = 0  # where it stands; 0 where the reader has seen to it that no id stands twice
    file: int = 0

    @classmethod
    def of(cls, entry: Entry) -> Encoded:
        """Of a fresh entry: not revoked, version 1, so that its content's digest is that of its text."""
        text = to_json(entry)
        pattern = Pattern(entry.kind.value, entry.category.value, text)
        return cls(entry.entry_id, compact_number(entry), entry_digest(text), pattern)

    @property
    def text(self) -> str:
        """The whole entry, see watchlist.codec."""
        return self.pattern.text.replace(ID_PLACE, self.entry_id).replace(NUMBER_PLACE, self.number)


Read: TypeAlias = Callable[[Sequence[Path], str], Iterator[Entry | Rejected]]
ReadEncoded: TypeAlias = Callable[[Sequence[Path], str], Iterator[Encoded | Rejected]]


@dataclass(frozen=True, slots=True)
class Source:
    """One list format. `read(files, list_id)` streams; it raises LintasError LIST_FORMAT for another format's file.

    `recognises` looks at the first 4,096 bytes of the first file. `read_encoded`, where there is one, is `read` for
    millions of rows; it leaves ids that stand twice to whoever sorts them, who calls them `key`. `published`
    gives days (YYYY-MM-DD) that the files tell of, the latest of which is the list's; None where the format tells none.
    """

    name: str
    description: str
    read: Read
    recognises: Callable[[bytes], bool]
    read_encoded: ReadEncoded | None = None
    key: str = "entry_id: this entry"
    published: Callable[[Sequence[Path]], Sequence[str]] | None = None


def not_this_format(source: str, detail: str) -> LintasError:
    """The file is not of the format that was asked for."""
    description = f"this is no {source} list: {detail}"
    return LintasError(Fault.INVALID, "LIST_FORMAT", description, fields=(FieldFault("chunk", description),))


def versions_mixed(source: str, detail: str) -> LintasError:
    """The files given as one list belong to different versions of it."""
    description = f"the files are not of one version of the {source} list: {detail}; take all files of the same day"
    return LintasError(Fault.INVALID, "LIST_VERSIONS_MIXED", description, fields=(FieldFault("chunk", description),))
