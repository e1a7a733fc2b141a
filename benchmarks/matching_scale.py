"""Search among 100,000 and a million invented persons: `python -m benchmarks.matching_scale --persons 1000000`.

Build time, memory of the index, time of one whole search with scoring, candidates' recall for names with two errors,
the naive scan (rapidfuzz over all names) beside it, and how soon an added entry is found. One process, one core.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import numpy as np
import psutil
from rapidfuzz import fuzz, process

from benchmarks.matching_population import population
from watchlist.entry import Entry
from watchlist.search.searcher import Searcher

_NOW = datetime(2026, 11, 24, tzinfo=UTC)
_SEED = 20261124
_NAIVE_SEARCHES = 20


def main() -> None:
    """Build, search, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--persons", type=int, default=100_000)
    parser.add_argument("--searches", type=int, default=1000)
    parser.add_argument("--out", type=Path)
    chosen = parser.parse_args()
    people = population(chosen.persons, _SEED)
    gc.collect()
    before_mb = _memory_mb()
    started = time.perf_counter()
    searcher = Searcher(people)
    built_s = time.perf_counter() - started
    gc.collect()
    figures: dict[str, float] = {"persons": chosen.persons, "build_s": built_s, "index_mb": _memory_mb() - before_mb}
    chance = random.Random(_SEED)
    wanted = [chance.randrange(chosen.persons) for _ in range(chosen.searches)]
    subjects = [people.wanted(number, chance) for number in wanted]
    found = [
        f"p{number}" in {look.entry.entry_id for look, _ in searcher.looks(subject)}
        for number, subject in zip(wanted, subjects, strict=True)
    ]
    figures["candidate_recall"] = float(np.mean(found))
    elapsed = [_ms(partial(searcher.search, subject, _NOW)) for subject in subjects]
    figures |= {f"search_ms_p{share}": float(np.quantile(elapsed, share / 100)) for share in (50, 95, 99)}
    names = [people.name(number) for number in range(chosen.persons)]
    scans = [
        _ms(partial(process.extract, subject.names[0].full, names, scorer=fuzz.token_sort_ratio, limit=50))
        for subject in subjects[:_NAIVE_SEARCHES]
    ]
    figures["naive_scan_ms_p50"] = float(np.median(scans))
    figures["added_entry_found_ms"] = float(np.median([_added(searcher, people.entry(n), n) for n in wanted[:50]]))
    for name, value in figures.items():
        print(f"{name:22}{value:12.2f}")
    if chosen.out:
        chosen.out.write_text(json.dumps(figures, indent=1))


def _added(searcher: Searcher, entry: Entry, number: int) -> float:
    return _ms(partial(searcher.follow, [replace(entry, entry_id=f"new-{number}")], number))


def _ms(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def _memory_mb() -> float:
    return float(psutil.Process().memory_info().rss / 1e6)


if __name__ == "__main__":
    main()
