"""Patterns over a year of invented crossings: time, peak memory, and how many planted rings come out.

    python -m benchmarks.patterns [--rows 1000000 10000000] [--seed 11] [--folder /tmp/crossings] [--json FILE]

Each size runs in a process of its own, from Parquet, on DuckDB with two threads. A lead is right if at least half of
its crossings belong to one planted ring; a ring is found if a right lead is about it. Bars (issue E): ten million in
60 s and 4 GB, recall at least 0.9 at precision at least 0.8. Exits with 1 where one is missed.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from verifier.patterns.catalogue import PATTERNS
from verifier.patterns.duck import DuckStore
from verifier.patterns.lead import Lead
from verifier.patterns.pattern import Pattern
from verifier.patterns.run import run
from verifier.patterns.synthetic.world import SPAN, generate, kind_of
from verifier.patterns.thresholds import load_thresholds

_BAR_S, _BAR_MB, _BAR_RECALL, _BAR_PRECISION = 60, 4096, 0.9, 0.8
Figures = dict[str, Any]


def _ring_of(lead: Lead, rings: dict[str, int]) -> int | None:
    """The ring that at least half of the lead's crossings belong to."""
    counts = Counter(rings[each] for each in lead.crossing_ids if each in rings)
    ring, most = max(counts.items(), key=lambda item: item[1], default=(0, 0))
    return ring if most * 2 >= len(lead.crossing_ids) and most else None


def _measure(folder: str, memory_mb: int) -> Figures:
    """In a process of its own, so that peak memory is of this run alone."""
    seconds: dict[str, float] = {}
    cpu_seconds: dict[str, float] = {}
    started = last = time.perf_counter()
    last_cpu = time.process_time()

    def told(pattern: Pattern, _leads: int) -> None:
        nonlocal last, last_cpu
        seconds[pattern.pattern_id], last = time.perf_counter() - last, time.perf_counter()
        cpu_seconds[pattern.pattern_id], last_cpu = time.process_time() - last_cpu, time.process_time()

    with DuckStore(memory_mb=memory_mb) as store:
        store.read_parquet(Path(folder))
        report = run(PATTERNS, store, SPAN, load_thresholds(PATTERNS), told=told)
    elapsed = time.perf_counter() - started
    used = resource.getrusage(resource.RUSAGE_SELF)
    peak_mb = used.ru_maxrss / 1024
    table = pq.read_table(Path(folder) / "rings.parquet").to_pydict()
    rings = dict(zip(table["crossing_id"], table["ring"], strict=True))
    return {
        "crossings": report.crossings,
        "seconds": elapsed,
        "cpu_seconds": used.ru_utime + used.ru_stime,
        "peak_mb": peak_mb,
        "by_pattern": seconds,
        "cpu_by_pattern": cpu_seconds,
        "suppressed": len(report.suppressed),
        **_scores(report.open_leads, rings),
    }


def _scores(leads: tuple[Lead, ...], rings: dict[str, int]) -> Figures:
    planted, found = set(rings.values()), set()
    right: Counter[str] = Counter()
    given = Counter(lead.pattern_id for lead in leads)
    for lead in leads:
        if (ring := _ring_of(lead, rings)) is not None:
            right[lead.pattern_id] += 1
            found.add(ring)
    planted_by, found_by = Counter(map(kind_of, planted)), Counter(map(kind_of, found))
    return {
        "leads": len(leads),
        "recall": len(found) / len(planted),
        "precision": right.total() / max(len(leads), 1),
        "kinds": {
            each.pattern_id: {
                "rings": planted_by[each.pattern_id],
                "found": found_by[each.pattern_id],
                "leads": given[each.pattern_id],
                "right": right[each.pattern_id],
            }
            for each in PATTERNS
        },
    }


def _run(rows: int, seed: int, folder: Path, memory_mb: int) -> Figures:
    started = time.perf_counter()
    if not (folder / "rings.parquet").exists():
        generate(folder, rows, seed)
    made_s = time.perf_counter() - started
    # a fresh process: peak memory is then of this run alone; a failure in it is raised here
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        figures = pool.submit(_measure, str(folder), memory_mb).result(timeout=1800)
    return {"rows": rows, "seed": seed, "generated_s": made_s, **figures}


def _table(results: list[Figures]) -> str:
    lines = [
        "| crossings | time | processor time | peak memory | rings found | leads right | suppressed by an allowance |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for each in results:
        kinds = each["kinds"].values()
        found, planted = sum(k["found"] for k in kinds), sum(k["rings"] for k in kinds)
        right = sum(k["right"] for k in kinds)
        scores = f"{found}/{planted} ({each['recall']:.3f}) | {right}/{each['leads']} ({each['precision']:.3f})"
        costs = f"{each['seconds']:.1f} s | {each['cpu_seconds']:.1f} s | {each['peak_mb']:.0f} MB"
        lines.append(f"| {each['crossings']:,} | {costs} | {scores} | {each['suppressed']} |")
    last = results[-1]
    lines += ["", "| pattern | time | processor time | rings of the kind found | leads right |"]
    lines.append("| --- | --- | --- | --- | --- |")
    for name, kind in last["kinds"].items():
        lines.append(
            f"| {name} | {last['by_pattern'][name]:.1f} s | {last['cpu_by_pattern'][name]:.1f} s "
            f"| {kind['found']}/{kind['rings']} | {kind['right']}/{kind['leads']} |"
        )
    if len(results) > 1:
        times, memory = (last[name] / results[0][name] for name in ("cpu_seconds", "peak_mb"))
        sizes = last["crossings"] / results[0]["crossings"]
        lines += [
            "",
            f"{sizes:.1f} times as many crossings: {times:.1f} times the processor time, {memory:.1f} times the memory",
        ]
    return "\n".join(lines)


def main() -> None:
    """Generate, measure, print; exits with 1 where a bar is missed."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rows", type=int, nargs="+", default=[1_000_000, 10_000_000])
    arguments.add_argument("--seed", type=int, default=11)
    arguments.add_argument("--memory-mb", type=int, default=2048, help="DuckDB's own limit")
    arguments.add_argument("--folder", type=Path, help="keeps what is generated, and uses it again")
    arguments.add_argument("--json", type=Path)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        base = given.folder or Path(temporary)
        results = [
            _run(rows, given.seed, base / f"{rows}-{given.seed}", given.memory_mb) for rows in sorted(given.rows)
        ]
    print(_table(results))
    if given.json:
        given.json.write_text(json.dumps(results, indent=1))
    last = results[-1]
    missed = [
        name
        for name, is_missed in (
            ("time", last["seconds"] > _BAR_S),
            ("memory", last["peak_mb"] > _BAR_MB),
            ("recall", last["recall"] < _BAR_RECALL),
            ("precision", last["precision"] < _BAR_PRECISION),
        )
        if is_missed
    ]
    print(f"\nbars: {'missed: ' + ', '.join(missed) if missed else 'held'}")
    raise SystemExit(bool(missed))


if __name__ == "__main__":
    main()
