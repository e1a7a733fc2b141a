"""The acceptance test of matching, end to end: `python -m benchmarks.screening --data ../shared/data/watchlist`.

All persons of two real lists are indexed. Innocent travellers (the shared file and an invented Indonesian population)
are screened; an alert is a traveller with a hit above the threshold. Then known persons are screened: under an alias
that was taken out of the index, as the other list's record of the same person, and as a TD1 card cut to 30
characters. Recall is read at the threshold that alerts on 2 of 1,000 innocents, and at every engine's own. Peers score
the thirty persons with the likest names (rapidfuzz token_set_ratio over all names, none of our code).
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.progress import track
from rich.table import Table

from benchmarks.screening_cases import (
    ALIAS_REMOVED,
    CROSS_LIST,
    SPELLING,
    TD1,
    Cases,
    list_entries,
    make_cases,
    travellers,
)
from benchmarks.screening_figures import Share, recall_at, threshold_at
from benchmarks.screening_peers import PEERS, peer
from benchmarks.screening_people import CULTURES, innocents
from watchlist.entry import Entry, Grade, Hit, Subject
from watchlist.search import Searcher

_SEED = 20261124
_NOW = datetime(2026, 11, 24, tzinfo=UTC)
_ALERTS_PER_1000 = 2.0
_VIEWS = (ALIAS_REMOVED, SPELLING, CROSS_LIST, TD1)
_ALARMING = frozenset({Grade.EXACT, Grade.PROBABLE})

# scores of the entries found for a subject
Engine = Callable[[Subject], dict[str, float]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One engine's figures."""

    engine: str
    innocents: int
    recall: dict[str, Share]
    threshold: float
    own_threshold: float
    own_alerts_per_1000: float
    own_recall: dict[str, float]
    median_ms: float
    p95_ms: float


def ours(entries: Iterable[Entry]) -> Engine:
    """Lintas: the searcher as the engine uses it, but showing everything: the threshold is what is looked for."""
    searcher = Searcher(entries, shown_probability=0.0)

    def found(subject: Subject) -> dict[str, float]:
        return {hit.entry.entry_id: _strength(hit) for hit in searcher.search(subject, _NOW).hits}

    return found


def _strength(hit: Hit) -> float:
    return hit.comparison.probability


def screen(name: str, engine: Engine, own: float, cases: Cases, people: Sequence[Subject]) -> Outcome:
    """Screen everybody. Somebody without a hit scores 0."""
    console = Console(stderr=True)
    elapsed_ms = []
    innocent = np.zeros(len(people))
    for number, subject in enumerate(track(people, f"{name}: innocents", console=console)):
        started = time.perf_counter()
        innocent[number] = max(engine(subject).values(), default=0.0)
        elapsed_ms.append((time.perf_counter() - started) * 1000)
    known: dict[str, list[float]] = {view: [] for view in _VIEWS}
    for case in track(cases.known, f"{name}: known", console=console):
        score = engine(case.subject).get(case.entry_id, 0.0)
        known[case.view].append(score)
        if case.is_spelling:
            known[SPELLING].append(score)
    return Outcome(
        engine=name,
        innocents=len(people),
        recall={view: recall_at(np.array(of), innocent, _ALERTS_PER_1000, _SEED) for view, of in known.items()},
        threshold=threshold_at(innocent, _ALERTS_PER_1000),
        own_threshold=own,
        own_alerts_per_1000=1000 * float(np.mean(innocent >= own)),
        own_recall={view: float(np.mean(np.array(of) >= own)) for view, of in known.items()},
        median_ms=float(np.median(elapsed_ms)),
        p95_ms=float(np.quantile(elapsed_ms, 0.95)),
    )


def fairness(entries: Iterable[Entry], count: int) -> dict[str, float]:
    """Innocents of a thousand whom a hit of grade PROBABLE or EXACT would hold up, by name culture."""
    searcher = Searcher(entries)
    rates = {}
    for culture in CULTURES:
        people = track(innocents(culture, count, _SEED + 1), culture, count, console=Console(stderr=True))
        held = sum(
            any(hit.comparison.grade in _ALARMING for hit in searcher.search(subject, _NOW).hits) for subject in people
        )
        rates[culture] = 1000 * held / count
    return rates


def _shown(outcomes: Sequence[Outcome]) -> Table:
    table = Table("engine", *_VIEWS, "own: alerts/1,000", *("own: " + view for view in _VIEWS), "ms p50 / p95")
    for each in outcomes:
        table.add_row(
            each.engine,
            *(str(each.recall[view]) for view in _VIEWS),
            f"{each.own_alerts_per_1000:.1f}",
            *(f"{each.own_recall[view]:.3f}" for view in _VIEWS),
            f"{each.median_ms:.1f} / {each.p95_ms:.1f}",
        )
    return table


def main() -> None:
    """Run it and print it; `--out` keeps the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/watchlist"))
    parser.add_argument("--travellers", type=int, default=8000)
    parser.add_argument("--indonesians", type=int, default=4000)
    parser.add_argument("--per-view", type=int, default=700)
    parser.add_argument("--culture", type=int, default=2000, help="innocents a culture in the fairness table; 0: none")
    parser.add_argument("--peers", nargs="*", default=[], choices=sorted(PEERS))
    parser.add_argument("--peer-innocents", type=int, default=2000, help="peers are slow: they screen so many")
    parser.add_argument("--out", type=Path)
    chosen = parser.parse_args()
    cases = make_cases(*list_entries(chosen.data / "lists"), per_view=chosen.per_view, seed=_SEED)
    crowd = chain(
        travellers(chosen.data / "travellers.csv.gz", chosen.travellers, _SEED),
        innocents("Indonesian", chosen.indonesians, _SEED),
    )
    people = list(crowd)
    step = max(1, len(people) // chosen.peer_innocents)
    outcomes = [screen("lintas", ours(cases.entries), 0.5, cases, people)]
    for name in chosen.peers:
        engine, own = peer(name, cases.entries)
        outcomes.append(screen(name, engine, own, cases, people[::step]))
    rates = fairness(cases.entries, chosen.culture) if chosen.culture else {}
    print(f"{len(cases.entries)} listed persons, {len(people)} innocents, 2 alerts per 1,000")
    Console().print(_shown(outcomes))
    for culture, rate in rates.items():
        print(f"{culture:22}{rate:6.2f} per 1,000 innocents at PROBABLE")
    if chosen.out:
        chosen.out.parent.mkdir(parents=True, exist_ok=True)
        report = {"outcomes": [asdict(each) for each in outcomes], "fairness_per_1000": rates}
        chosen.out.write_text(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
