"""What every list format offers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeAlias

from ledger.errors import Fault, FieldFault, LintasError
from watchlist.entry import Entry


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that could not be understood: where, and what to mend. Never the value."""

    line: int
    reason: str


class Encoded(NamedTuple):
    """An entry as it is kept, for lists of which each microsecond a row is seconds. Says what `read` says."""

    entry_id: str
    kind: str
    category: str
    number: str  # see watchlist.index.compact
    text: str  # see watchlist.codec


Read: TypeAlias = Callable[[Sequence[Path], str], Iterator[Entry | Rejected]]
ReadEncoded: TypeAlias = Callable[[Sequence[Path], str], Iterator[Encoded | Rejected]]


@dataclass(frozen=True, slots=True)
class Source:
    """One list format. `read(files, list_id)` streams; it raises LintasError LIST_FORMAT for another format's file.

    `recognises` looks at the first 4,096 bytes of the first file. `read_encoded`, where there is one, is `read` for
    millions of rows.
    """

    name: str
    description: str
    read: Read
    recognises: Callable[[bytes], bool]
    read_encoded: ReadEncoded | None = None


def not_this_format(source: str, detail: str) -> LintasError:
    """The file is not of the format that was asked for."""
    description = f"this is no {source} list: {detail}"
    return LintasError(Fault.INVALID, "LIST_FORMAT", description, fields=(FieldFault("chunk", description),))


def versions_mixed(source: str, detail: str) -> LintasError:
    """The files given as one list belong to different versions of it."""
    description = f"the files are not of one version of the {source} list: {detail}; take all files of the same day"
    return LintasError(Fault.INVALID, "LIST_VERSIONS_MIXED", description, fields=(FieldFault("chunk", description),))
