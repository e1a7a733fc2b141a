"""Our matcher beside its peers on labelled pairs: `python -m benchmarks.matching PAIRS.csv.gz`.

Every scorer sees the same pairs in the same run on one core. `lintas` is the model in the package. Where that model
was trained on these very pairs, its figures flatter: `--cross-validated` adds a row of models that never saw the
person they score (needs scikit-learn). On pairs kept apart, the first row is the one to read. `--speed` measures the
cost of a pair and nothing else: ours and nomenklatura's logic-v2 in turn over the whole file, so that both see the
same noise.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.progress import track
from rich.table import Table

from benchmarks.matching_peers import nomenklatura, peers
from benchmarks.matching_reliability import reliability, save_plot
from benchmarks.matching_views import VIEWS, Figures, Floats, Row, figures, read_pairs, without_dates
from watchlist.scoring.model import load_model
from watchlist.scoring.pair_scores import score_pairs
from watchlist.scoring.pairs import BATCH

_US = 1_000_000
_EVERY = 8  # logic-v2 is slow: it scores each so-manieth pair of a block
_PEER = "logic-v2"


def lintas(rows: Sequence[Row]) -> Floats:
    """The packaged model's probabilities."""
    return np.array([scored.probability for scored in score_pairs(rows, load_model())])


def measured(rows: Sequence[Row], scores: Floats, bare: Floats) -> dict[str, Figures]:
    """Figures of every view; `bare` are the scores of the rows without dates."""
    return {view.name: figures(view, rows, bare if view.names_only else scores) for view in VIEWS}


def _table(results: dict[str, dict[str, Figures]], cost: dict[str, float]) -> Table:
    table = Table("scorer", "µs/pair", *(f"{view.name}\nAP / F1 / R@1 % / R@.1 %" for view in VIEWS))
    for name, by_view in results.items():
        cells = [
            f"{f.average_precision:.3f} / {f.best_f1:.2f} / {f.recall_at_1:.3f} / {f.recall_at_01:.3f}"
            for f in by_view.values()
        ]
        table.add_row(name, f"{cost[name]:.0f}" if name in cost else "–", *cells)
    return table


def interleaved(rows: Sequence[Row]) -> tuple[float, float] | None:
    """Processor time, µs a pair, of ours (caches cold) and of logic-v2; None where that is not installed."""
    theirs, model = nomenklatura(_PEER), load_model()
    if theirs is None:
        return None
    theirs(rows[0])  # reads its data
    scores, elapsed, seen = score_pairs(rows, model), [0.0, 0.0], 0
    for start in range(0, len(rows), BATCH):
        began = time.process_time()
        deque(islice(scores, BATCH), maxlen=0)
        between = time.process_time()
        part = rows[start : start + BATCH : _EVERY]
        deque(map(theirs, part), maxlen=0)
        elapsed[0] += between - began
        elapsed[1] += time.process_time() - between
        seen += len(part)
    return elapsed[0] / len(rows) * _US, elapsed[1] / seen * _US


def _say_speed(rows: Sequence[Row]) -> None:
    found = interleaved(rows)
    if found is None:
        print(f"nomenklatura is not installed: pip install 'lintas[bench]' to measure beside {_PEER}")
        return
    mine, theirs = found
    print(f"lintas {mine:.0f} µs a pair, {_PEER} {theirs:.0f} µs: {theirs / mine:.1f} times as fast")


def main() -> None:
    """Run it and print it; `--out` keeps the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path, nargs="?", default=Path("../shared/data/watchlist/pairs.csv.gz"))
    parser.add_argument("--without-peers", action="store_true")
    parser.add_argument("--cross-validated", action="store_true")
    parser.add_argument("--speed", action="store_true", help="nothing but the cost of a pair, beside logic-v2")
    parser.add_argument("--plot", type=Path, help="write the reliability plot here, such as docs/img/reliability.png")
    parser.add_argument("--out", type=Path)
    chosen = parser.parse_args()
    rows = read_pairs(chosen.pairs)
    if chosen.speed:
        _say_speed(rows)
        return
    bare = without_dates(rows)
    results, cost = {}, {}
    started = time.perf_counter()
    scores = lintas(rows)
    cost["lintas"] = (time.perf_counter() - started) / len(rows) * _US
    results["lintas"] = measured(rows, scores, lintas(bare))
    honest = scores
    if chosen.cross_validated:
        from training.matching.train import cross_validated  # noqa: PLC0415 - needs scikit-learn

        honest = cross_validated(rows, rows)
        results["lintas, cross-validated"] = measured(rows, honest, cross_validated(rows, bare))
    for name, score in () if chosen.without_peers else peers():
        started = time.perf_counter()
        seen = np.array([score(row) for row in track(rows, name, console=Console(stderr=True))])
        cost[name] = (time.perf_counter() - started) / len(rows) * _US
        results[name] = measured(rows, seen, np.array([score(row) for row in bare]))
    Console(width=220).print(_table(results, cost))
    if chosen.plot:
        save_plot(reliability(rows, honest), chosen.plot)
    if chosen.out:
        chosen.out.parent.mkdir(parents=True, exist_ok=True)
        kept = {name: {view: asdict(f) for view, f in by.items()} for name, by in results.items()}
        chosen.out.write_text(json.dumps({"figures": kept, "us_per_pair": cost}, indent=1))


if __name__ == "__main__":
    main()
