"""Which entries need not be held in memory: listed documents, which are only ever looked for by their number."""

from __future__ import annotations

from watchlist.compare.document import bare
from watchlist.entry import Entry, EntryKind

_LONGEST_NUMBER = 64


def compact_number(entry: Entry) -> str:
    """The bare number under which a data base finds the entry; '' for entries that are searched in memory."""
    is_plain = entry.kind is EntryKind.DOCUMENT and len(entry.documents) == 1
    if not is_plain or entry.names or entry.identity_numbers:
        return ""
    number = bare(entry.documents[0].number)
    return number if len(number) <= _LONGEST_NUMBER else ""
