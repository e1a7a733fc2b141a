"""A set of changes under a stamp, and what must hold before a copy takes it in."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from watchlist.replica.faults import changes_gap, changes_tampered
from watchlist.replica.row import Row, digest_of
from watchlist.replica.stamp import SignedStamp, is_genuine
from watchlist.signing.keys import Trust


@dataclass(frozen=True, slots=True)
class ChangeBatch:
    """Changes in order of list version; none of them is a heartbeat."""

    signed: SignedStamp
    rows: tuple[Row, ...]


def check_batch(batch: ChangeBatch, known_version: int, trust: Trust) -> None:
    """Whether the changes are genuine, whole, and begin exactly where the copy ends (`known_version`).

    Raises LintasError CHANGES_TAMPERED or CHANGES_GAP. A batch that was already taken in is a gap as well: it begins
    elsewhere.
    """
    stamp = batch.signed.stamp
    if not is_genuine(batch.signed, trust):
        raise changes_tampered()
    if len(batch.rows) != stamp.count or digest_of(batch.rows) != stamp.changes_digest:
        raise changes_tampered()
    versions = [stamp.from_version, *(row.list_version for row in batch.rows)]
    if any(later <= earlier for earlier, later in itertools.pairwise(versions)):
        raise changes_tampered()
    if versions[-1] > stamp.list_version or stamp.list_version > stamp.head_version:
        raise changes_tampered()
    if stamp.from_version != known_version:
        raise changes_gap()
