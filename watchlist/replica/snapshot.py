"""The whole list as one signed file: a header line, then one line a row, each part compressed for itself (gzip).

The same file comes over the wire or on a stick. The header is believed only under a trusted signature, the rows only
once their number and digest are those of the header.
"""

from __future__ import annotations

import gzip
import json
import shutil
import zlib
from collections.abc import Callable, Generator, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Final, cast

from ledger.event import format_instant, parse_instant
from watchlist.replica.faults import (
    snapshot_expired,
    snapshot_replayed,
    snapshot_tampered,
    snapshot_truncated,
    snapshot_unreadable,
)
from watchlist.replica.row import Row, RowDigest
from watchlist.replica.stamp import SignedStamp, Stamp, is_genuine
from watchlist.signing.keys import Trust

_FORMAT: Final = "lintas-snapshot 1"
_LONGEST_HEADER: Final = 4096  # bytes
_LONGEST_ROW: Final = 1 << 20  # bytes; no entry comes near
_LEVEL: Final = 6


def write_snapshot(target: Path, rows: Iterable[Row], sign: Callable[[int, int, str], SignedStamp]) -> SignedStamp:
    """Write `rows` (in order of list version) to `target`; it appears there whole or not at all.

    `sign(list_version, count, digest)` gives the stamp, once all rows were seen.
    """
    digest, last = RowDigest(), 0
    body, whole = target.with_suffix(".rows"), target.with_suffix(".part")
    with gzip.open(body, "wt", compresslevel=_LEVEL, encoding="utf-8", newline="\n") as out:
        for row in rows:
            digest.add(row)
            last = row.list_version
            out.write(_line([row.list_version, row.event_sequence, row.recorded_at, row.entry]))
    stamp = sign(last, digest.count, digest.hexdigest())
    with whole.open("wb") as out_bytes, body.open("rb") as rest:
        out_bytes.write(gzip.compress(_line(_header(stamp)).encode(), _LEVEL))
        shutil.copyfileobj(rest, out_bytes)
    body.unlink()
    whole.replace(target)
    return stamp


class Snapshot:
    """A snapshot file, opened for reading. Its header is genuine; `rows` finds out whether the rest is."""

    def __init__(self, path: Path, trust: Trust) -> None:
        """Raises LintasError SNAPSHOT_UNREADABLE, SNAPSHOT_TRUNCATED or SNAPSHOT_TAMPERED."""
        self._path = path
        lines = _lines(path)
        try:
            self.signed = _stamp(next(lines, b""))
        finally:
            lines.close()
        if not is_genuine(self.signed, trust):
            raise snapshot_tampered()

    @property
    def stamp(self) -> Stamp:
        """What the centre signed."""
        return self.signed.stamp

    def check_use(self, *, known_version: int, now: datetime) -> None:
        """Whether a copy at `known_version` may take it. Raises LintasError SNAPSHOT_REPLAYED or SNAPSHOT_EXPIRED."""
        if now >= self.stamp.valid_until:
            raise snapshot_expired()
        if self.stamp.list_version < known_version:
            raise snapshot_replayed()

    def rows(self) -> Iterator[Row]:
        """All rows; take them in one transaction, since the last step may still refuse.

        Raises LintasError SNAPSHOT_TRUNCATED or SNAPSHOT_TAMPERED, at the latest after the last row.
        """
        lines = _lines(self._path)
        next(lines, b"")
        digest = RowDigest()
        for line in lines:
            row = _row(line)
            digest.add(row)
            if digest.count > self.stamp.count:
                raise snapshot_tampered()
            yield row
        if digest.count < self.stamp.count:
            raise snapshot_truncated()
        if digest.hexdigest() != self.stamp.changes_digest:
            raise snapshot_tampered()


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def _lines(path: Path) -> Generator[bytes, None, None]:
    """Lines of the file, each bounded. A broken gzip is told by what it most likely means."""
    longest = _LONGEST_HEADER
    try:
        with gzip.open(path, "rb") as stream:
            while line := stream.readline(longest):
                if not line.endswith(b"\n"):
                    raise snapshot_truncated() if len(line) < longest else snapshot_tampered()
                yield line
                longest = _LONGEST_ROW
    except EOFError:
        raise snapshot_truncated() from None
    except (gzip.BadGzipFile, zlib.error):
        raise (snapshot_unreadable() if longest == _LONGEST_HEADER else snapshot_tampered()) from None


def _header(given: SignedStamp) -> dict[str, object]:
    stamp = given.stamp
    return {
        "format": _FORMAT,
        "list_version": stamp.list_version,
        "created_at": format_instant(stamp.created_at),
        "valid_until": format_instant(stamp.valid_until),
        "count": stamp.count,
        "sha256": stamp.changes_digest,
        "key_id": given.key_id,
        "signature": given.signature.hex(),
    }


def _stamp(line: bytes) -> SignedStamp:
    try:
        fields = json.loads(line)
        if fields["format"] != _FORMAT:
            raise snapshot_unreadable()
        stamp = snapshot_stamp(
            list_version=int(fields["list_version"]),
            created_at=parse_instant(fields["created_at"]),
            valid_until=parse_instant(fields["valid_until"]),
            count=int(fields["count"]),
            digest=str(fields["sha256"]),
        )
        return SignedStamp(stamp, str(fields["key_id"]), bytes.fromhex(fields["signature"]))
    except (ValueError, TypeError, KeyError, RecursionError):
        raise snapshot_unreadable() from None


def snapshot_stamp(*, list_version: int, created_at: datetime, valid_until: datetime, count: int, digest: str) -> Stamp:
    """The stamp of a snapshot: all changes after 0, with everything that there was."""
    return Stamp(0, list_version, list_version, created_at, valid_until, count, digest, digest)


def _row(line: bytes) -> Row:
    try:
        list_version, event_sequence, recorded_at, entry = cast("list[object]", json.loads(line))
    except (ValueError, TypeError, RecursionError):
        raise snapshot_tampered() from None
    is_row = isinstance(list_version, int) and isinstance(event_sequence, int)
    if not (is_row and isinstance(recorded_at, str) and isinstance(entry, str)):
        raise snapshot_tampered()
    return Row(cast("int", list_version), entry, recorded_at, cast("int", event_sequence))
