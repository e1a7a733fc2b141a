"""What a ledger event says of the entries that it changed: digests, so that later tampering with any row shows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from operator import itemgetter

from ledger.event import EventDraft
from watchlist.codec import to_json
from watchlist.entry import Entry


def entry_digest(text: str) -> str:
    """SHA-256 (hex) of one version of an entry as it is stored."""
    return hashlib.sha256(text.encode()).hexdigest()


def digest_of_versions(rows: Iterable[tuple[str, str]]) -> str:
    """SHA-256 (hex) over (entry id, entry digest) of all that one event changed, in any order."""
    hasher = hashlib.sha256()
    for entry_id, digest in sorted(rows, key=itemgetter(0)):
        hasher.update(f"{entry_id}\t{digest}\n".encode())
    return hasher.hexdigest()


def vouched(draft: EventDraft, entries: Iterable[Entry]) -> EventDraft:
    """The event with the digest of what it changes in its body, as `versions_sha256`."""
    rows = [(entry.entry_id, entry_digest(to_json(entry))) for entry in entries]
    if not rows:
        return draft
    return replace(draft, body={**draft.body, "versions_sha256": digest_of_versions(rows)})
