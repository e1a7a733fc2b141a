"""When a list was published, as its own files tell it. Read before anything else: an older list must not come in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from watchlist.sources.text_file import csv_rows, opened_bytes, opened_text

_HEAD_BYTES: Final = 4096
_PIECE_BYTES: Final = 1 << 20
_OVERLAP_BYTES: Final = 64
_DATED_UN: Final = re.compile(rb"""<CONSOLIDATED_LIST\b[^>]*\bdateGenerated\s*=\s*["'](\d{4}-\d{2}-\d{2})""")
# when the publisher last saw an entity on the list; on the day of publication that is nearly all of them
_LAST_SEEN: Final = re.compile(rb'"last_seen"\s*:\s*"(\d{4}-\d{2}-\d{2})')


def of_un(files: Sequence[Path]) -> Sequence[str]:
    """The UN list says it in its root element."""
    with opened_bytes(files[0]) as stream:
        match = _DATED_UN.search(stream.read(_HEAD_BYTES))
    return [match[1].decode()] if match else []


def of_follow_the_money(files: Sequence[Path]) -> Sequence[str]:
    """The latest day on which an entity was seen by OpenSanctions."""
    return sorted({each.decode() for path in files for piece in _pieces(path) for each in _LAST_SEEN.findall(piece)})


def _pieces(path: Path) -> Iterator[bytes]:
    with opened_bytes(path) as stream:
        before = b""
        while piece := stream.read(_PIECE_BYTES):
            yield before + piece
            before = piece[-_OVERLAP_BYTES:]


def of_targets(files: Sequence[Path]) -> Sequence[str]:
    """The latest day in the column `last_seen`, where there is one."""
    found: set[str] = set()
    for path in files:
        with opened_text(path) as text:
            rows = csv_rows(text)
            heading = [name.strip().lower() for name in next(rows, (1, None))[1] or ()]
            if "last_seen" in heading:
                at = heading.index("last_seen")
                found.update(cells[at][:10] for _, cells in rows if cells and at < len(cells))
    return sorted(found)
