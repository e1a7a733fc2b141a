"""What a ledger event says of the entries that it changed: digests, so that later tampering with any row shows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from operator import itemgetter
from typing import Final

from ledger.event import EventDraft
from watchlist.codec import to_json
from watchlist.entry import Entry

_LINES_AT_ONCE: Final = 1000


def entry_digest(text: str) -> str:
    """SHA-256 (hex) of one version of an entry as it is stored."""
    return hashlib.sha256(text.encode()).hexdigest()


class VersionsDigest:
    """SHA-256 over (entry id, entry digest) of all that one event changed, told in order of entry id."""

    def __init__(self) -> None:
        self._hasher = hashlib.sha256()
        self._lines: list[str] = []  # many at once: a million versions feel each call

    def add(self, entry_id: str, digest: str) -> None:
        """The next version."""
        self._lines.append(f"{entry_id}\t{digest}\n")
        if len(self._lines) == _LINES_AT_ONCE:
            self._take_in()

    def hexdigest(self) -> str:
        """Of all versions so far."""
        self._take_in()
        return self._hasher.hexdigest()

    def _take_in(self) -> None:
        self._hasher.update("".join(self._lines).encode())
        self._lines.clear()


def digest_of_versions(rows: Iterable[tuple[str, str]]) -> str:
    """The `VersionsDigest` (hex) of versions in any order."""
    found = VersionsDigest()
    for entry_id, digest in sorted(rows, key=itemgetter(0)):
        found.add(entry_id, digest)
    return found.hexdigest()


def vouched(draft: EventDraft, entries: Iterable[Entry]) -> EventDraft:
    """The event with the digest of what it changes in its body, as `versions_sha256`."""
    rows = [(entry.entry_id, entry_digest(to_json(entry))) for entry in entries]
    if not rows:
        return draft
    return replace(draft, body={**draft.body, "versions_sha256": digest_of_versions(rows)})
