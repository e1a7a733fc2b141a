"""Calibrates the model on whole searches: `python -m training.matching.calibrate [../shared/data/watchlist]`.

The trees are trained on hard pairs, so their sum says who is likelier, not how likely. Here known persons and
innocent travellers are searched on a real list; the sum of the best hit is turned into the logarithm of a likelihood
ratio by one slope and one intercept (logistic regression), and written beside the trees with the size of the list.
A longer list has more chances for an accidental fit: the scorer takes that off by the ratio of the sizes.
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
from sklearn.linear_model import LogisticRegression

from benchmarks.screening_cases import list_entries, make_cases, travellers
from benchmarks.screening_people import innocents
from training.matching.mine import half_of
from training.matching.train import TARGET
from watchlist.entry import Subject
from watchlist.scoring.model import load_model
from watchlist.scoring.scorer import Prior
from watchlist.search import Searcher

_SEED = 7
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
    bare = replace(load_model(), slope=1.0, intercept=0.0)
    searcher = Searcher(cases.entries, model=bare, prior=_NoPrior(), shown_probability=0.0)

    def sums(subject: Subject) -> dict[str, float]:
        hits = searcher.search(subject, _NOW).hits
        return {hit.entry.entry_id: _logit(hit.comparison.probability) for hit in hits}

    crowd = chain(travellers(data / "travellers.csv.gz", 2000, _SEED), innocents("Indonesian", 1000, _SEED))
    innocent = [max(sums(subject).values(), default=-20.0) for subject in crowd]
    known = [sums(case.subject).get(case.entry_id, -20.0) for case in cases.known]
    x = np.array([*innocent, *known])[:, None]
    y = np.array([0] * len(innocent) + [1] * len(known))
    fitted = LogisticRegression(class_weight="balanced", C=100.0).fit(np.maximum(x, -12.0), y)
    calibration = {
        "slope": round(float(fitted.coef_[0][0]), 4),
        "intercept": round(float(fitted.intercept_[0]), 4),
        "list_size": len(cases.entries),
    }
    model = json.loads(TARGET.read_text())
    TARGET.write_text(json.dumps(model | {"calibration": calibration}, separators=(",", ":")) + "\n")
    print(calibration, f"{len(innocent)} innocents, {len(known)} known persons")
    _report(np.array(innocent), known, [(case.view, half_of(case.entry_id)) for case in cases.known])


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
