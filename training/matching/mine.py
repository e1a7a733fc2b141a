"""Mines examples from whole searches: `python -m training.matching.mine [../shared/data/watchlist]`.

Pairs of a bench say who is likelier; what a border meets is the best of thousands of accidental fits. So innocent
travellers are searched on the real lists, and the entries that fit them best become negatives; known persons under a
removed alias, another list's record or a cut MRZ become positives. The half that a person belongs to is kept,
so that `train --half 0` can leave the other half for measuring.
"""

from __future__ import annotations

import argparse
import zlib
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

import numpy as np

from benchmarks.screening_cases import list_entries, make_cases, travellers
from benchmarks.screening_people import CULTURES, innocents
from watchlist.entry import Entry, Subject
from watchlist.search.searcher import Searcher

TARGET = Path(".benchmarks/mined.npz")
_SEED = 31
_NOW = datetime(2026, 11, 24, tzinfo=UTC)
_NEGATIVES_A_SEARCH = 3


def half_of(entry_id: str) -> int:
    """Which half a person belongs to: fixed by the id."""
    return zlib.crc32(entry_id.encode()) % 2


def main() -> None:
    """Search, keep, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="?", default=Path("../shared/data/watchlist"))
    parser.add_argument("--innocents", type=int, default=9000)
    chosen = parser.parse_args()
    cases = make_cases(*list_entries(chosen.data / "lists"), per_view=900, seed=_SEED)
    searcher = Searcher(cases.entries)
    listed = {entry.entry_id: entry for entry in cases.entries}
    count = chosen.innocents
    crowd = chain(
        travellers(chosen.data / "travellers.csv.gz", count // 2, _SEED),
        *(innocents(culture, count // 2 // len(CULTURES), _SEED) for culture in CULTURES),
    )
    TARGET.parent.mkdir(exist_ok=True)
    negatives: list[np.ndarray] = []
    positives: list[np.ndarray] = []
    halves: list[int] = []
    for subject in crowd:
        rows = _rows(searcher, subject, None)
        negatives.extend(row for _, row in rows[:_NEGATIVES_A_SEARCH])
    for case in cases.known:
        for entry_id, row in _rows(searcher, case.subject, listed[case.entry_id])[-1:]:
            positives.append(row)
            halves.append(half_of(entry_id))
    np.savez(TARGET, negatives=np.array(negatives), positives=np.array(positives), halves=np.array(halves))
    print(f"{len(negatives)} negatives, {len(positives)} positives → {TARGET}")


def _rows(searcher: Searcher, subject: Subject, wanted: Entry | None) -> list[tuple[str, np.ndarray]]:
    """Feature rows of the entries that fit best, best first; of the one wanted alone, if one is."""
    found = searcher.looks(subject, [wanted] if wanted else None)
    ordered = sorted(found, key=lambda each: -each[1])
    return [(look.entry.entry_id, look.row) for look, _ in ordered]


if __name__ == "__main__":
    main()
