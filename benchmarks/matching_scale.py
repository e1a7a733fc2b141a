"""Search among a hundred thousand and millions of invented persons: `python -m benchmarks.matching_scale --json`.

Build time, memory, whole searches with scoring (names with two errors), candidates' recall, scoring everybody as the
naive scan (measured on a sample, extrapolated), how soon an added entry is found, and searches by several processes.

All times but those of several processes are processor time of one core: other work on the machine makes them longer
only by what it takes of caches and shared execution units, not by waiting.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import numpy as np
import psutil

from benchmarks.matching_candidates import found_among_pairs
from benchmarks.matching_population import Population, population
from benchmarks.matching_processes import throughput
from watchlist.entry import Subject
from watchlist.search.searcher import Searcher

_NOW = datetime(2026, 11, 24, tzinfo=UTC)
_SEED = 20261124
_ADDED = 50
_NAIVE_SEARCHES = 3


def main() -> None:
    """Build, search, print."""
    chosen = _chosen()
    people = population(chosen.persons, _SEED)
    gc.collect()
    before_mb = _memory_mb()
    # entries one by one, as out of a data base: what the service would hold in memory is held here, too
    built = _Timed(lambda: Searcher(map(people.__getitem__, people), 1))
    searcher = built.result
    gc.collect()
    figures = {"persons": float(chosen.persons), "build_s": built.ms / 1000, "index_mb": _memory_mb() - before_mb}
    _say("built", figures)
    chance = random.Random(_SEED)
    wanted = [chance.randrange(chosen.persons) for _ in range(chosen.searches)]
    subjects = [people.wanted(number, chance) for number in wanted]
    figures |= _searches(searcher, subjects)
    figures["candidate_recall"] = _recall(searcher, subjects, wanted)
    figures |= _naive(searcher, people, subjects[:_NAIVE_SEARCHES], chosen.naive_sample)
    figures["naive_factor"] = figures["naive_scan_ms"] / figures["search_ms_mean"]
    figures |= _added(searcher, people, wanted[:_ADDED])
    for count in chosen.processes:
        figures |= throughput(partial(_search_all, searcher, subjects), len(subjects), count)
    if chosen.pairs:
        figures |= found_among_pairs(chosen.pairs)
    figures["memory_mb_at_end"] = _memory_mb()
    text = json.dumps(figures, indent=1)
    print(text if chosen.json else "\n".join(f"{name:28}{value:14.3f}" for name, value in figures.items()))
    if chosen.out:
        chosen.out.write_text(text)


def _chosen() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--persons", type=int, default=100_000)
    parser.add_argument("--searches", type=int, default=1000)
    parser.add_argument("--naive-sample", type=int, default=20_000, help="entries of which the naive scan is timed")
    parser.add_argument("--processes", type=int, nargs="*", default=[1, 2], help="throughput with so many processes")
    parser.add_argument("--pairs", type=Path, help="also the candidates' recall on the true pairs of this CSV")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--out", type=Path)
    return parser.parse_args()


class _Timed:
    """A result with the processor time that it took."""

    def __init__(self, work: Callable[[], Searcher]) -> None:
        started = time.process_time()
        self.result = work()
        self.ms = (time.process_time() - started) * 1000


def _searches(searcher: Searcher, subjects: Sequence[Subject]) -> dict[str, float]:
    elapsed = [_ms(partial(searcher.search, subject, _NOW)) for subject in subjects]
    shares = {f"search_ms_p{share}": float(np.quantile(elapsed, share / 100)) for share in (50, 95, 99)}
    return {**shares, "search_ms_mean": float(np.mean(elapsed))}


def _recall(searcher: Searcher, subjects: Sequence[Subject], wanted: Sequence[int]) -> float:
    found = [
        f"p{number}" in {look.entry.entry_id for look, _ in searcher.looks(subject)}
        for number, subject in zip(wanted, subjects, strict=True)
    ]
    return float(np.mean(found))


def _naive(searcher: Searcher, people: Population, subjects: Sequence[Subject], sample: int) -> dict[str, float]:
    """Everybody scored: a sample is, the rest is extrapolated. Making the invented persons is not counted."""
    some = [people.entry(number) for number in range(min(sample, len(people)))]
    elapsed = [_ms(partial(searcher.looks, subject, some)) for subject in subjects]
    a_pair_us = float(np.median(elapsed)) / len(some) * 1000
    return {"naive_us_per_pair": a_pair_us, "naive_scan_ms": a_pair_us * len(people) / 1000}


def _added(searcher: Searcher, people: Population, numbers: Sequence[int]) -> dict[str, float]:
    """How long taking one entry in takes; a search that begins after it finds it, which is looked at, not timed."""
    elapsed, found = [], []
    for version, number in enumerate(numbers, 2):
        entry = replace(people.entry(number), entry_id=f"new-{number}")
        elapsed.append(_ms(partial(searcher.follow, [entry], version)))
        exact = people.exact(number)
        found.append(entry.entry_id in {look.entry.entry_id for look, _ in searcher.looks(exact)})
    shares = {f"add_ms_p{share}": float(np.quantile(elapsed, share / 100)) for share in (50, 99)}
    return {**shares, "added_found": float(np.mean(found))}


def _search_all(searcher: Searcher, subjects: Sequence[Subject]) -> None:
    for subject in subjects:
        searcher.search(subject, _NOW)


def _ms(work: Callable[[], object]) -> float:
    started = time.thread_time()
    work()
    return (time.thread_time() - started) * 1000


def _memory_mb() -> float:
    return float(psutil.Process().memory_info().rss / 1e6)


def _say(what: str, figures: dict[str, float]) -> None:
    print(what, json.dumps(figures), file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
