"""Calibrates the model on whole searches: `python -m training.matching.calibrate [../shared/data/watchlist]`.

The trees are trained on hard pairs, so their sum says who is likelier, not how likely. Here known persons and innocent
travellers are searched on a real list. How much likelier a best hit of this sum is for a known person than for an
innocent is estimated from both, smoothed; beyond what innocents reach, accidental fits are taken to thin out as
extreme values do (exponentially), since one that nobody reached among thousands may be reached among millions. The
line, made rising, is written beside the trees with the size of the list: a longer list has more chances for an
accidental fit, and the scorer takes that off by the ratio of the sizes.
"""

from __future__ import annotations

import json
import math
import sys
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

import numpy as np

from benchmarks.screening_cases import list_entries, make_cases, travellers
from benchmarks.screening_people import innocents
from training.matching.mine import half_of
from training.matching.train import TARGET
from watchlist.entry import Subject
from watchlist.scoring.model import load_model
from watchlist.scoring.scorer import Prior
from watchlist.search import Searcher

_SEED = 7
_NOTHING = -20.0  # no hit at all
_TAIL = 0.95  # share of innocents below which sums are counted, above which the tail is exponential
_FROM, _TO, _STEP = -4.0, 6.0, 0.5
_SMOOTH = 0.5
_LEAST_DENSITY = 1e-4
_LEAST_RISE = 0.02  # nats a point, so that a higher sum always says more
_NOW = datetime(2026, 11, 24, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _NoPrior(Prior):
    """Shows the bare sum."""

    def nats(self, list_size: int, calibrated_size: int) -> float:
        return 0.0


def main() -> None:
    """Search everybody, fit, write."""
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data/watchlist")
    cases = make_cases(*list_entries(data / "lists"), per_view=300, seed=_SEED)
    bare = replace(load_model(), points=np.array([[0.0, 0.0], [1.0, 1.0]]))
    searcher = Searcher(cases.entries, model=bare, prior=_NoPrior(), shown_probability=0.0)

    def sums(subject: Subject) -> dict[str, float]:
        hits = searcher.search(subject, _NOW).hits
        return {hit.entry.entry_id: _logit(hit.comparison.probability) for hit in hits}

    crowd = chain(travellers(data / "travellers.csv.gz", 2200, _SEED), innocents("Indonesian", 1200, _SEED))
    innocent = np.array([max(sums(subject).values(), default=_NOTHING) for subject in crowd])
    known = np.array([sums(case.subject).get(case.entry_id, _NOTHING) for case in cases.known])
    calibration = {"points": line(innocent, known), "list_size": len(cases.entries)}
    model = json.loads(TARGET.read_text())
    TARGET.write_text(json.dumps(model | {"calibration": calibration}, separators=(",", ":")) + "\n")
    print(calibration, f"{len(innocent)} innocents, {len(known)} known persons")
    _report(innocent, known.tolist(), [(case.view, half_of(case.entry_id)) for case in cases.known])


def line(innocent: np.ndarray, known: np.ndarray) -> list[list[float]]:
    """Points (sum, logarithm of the likelihood ratio), both rising."""
    start = float(np.quantile(innocent, _TAIL))
    mean_excess = float(np.mean(innocent[innocent > start] - start))
    points: list[list[float]] = []
    for at in np.arange(_FROM, _TO + _STEP / 2, _STEP).tolist():
        tail = (1 - _TAIL) / mean_excess * math.exp(-(at - start) / mean_excess)
        share = min(max(at - start, 0.0), 1.0)  # how far into the tail: from counting to the exponential
        accident = max(_density(innocent, at), 1e-12) ** (1 - share) * tail**share
        nats = math.log(max(_density(known, at), _LEAST_DENSITY) / accident)
        points.append([at, round(max(nats, points[-1][1] + _LEAST_RISE if points else nats), 3)])
    return points


def _density(sums: np.ndarray, at: float) -> float:
    return float(np.mean(np.exp(-0.5 * ((at - sums) / _SMOOTH) ** 2))) / _SMOOTH / math.sqrt(2 * math.pi)


def _report(innocent: np.ndarray, known: list[float], kinds: list[tuple[str, int]]) -> None:
    """Recall at two alerts in a thousand innocents, for each view and half."""
    threshold = np.sort(innocent)[::-1][int(len(innocent) * 0.002)]
    for kind in sorted(set(kinds)):
        scores = np.array([score for score, of in zip(known, kinds, strict=True) if of == kind])
        print(kind, len(scores), f"{np.mean(scores > threshold):.3f}")


def _logit(probability: float) -> float:
    clipped = min(max(probability, 1e-15), 1 - 1e-15)
    return math.log(clipped / (1 - clipped))


if __name__ == "__main__":
    main()
