"""Trains the model on labelled pairs: `python -m training.matching.train PAIRS.csv.gz`.

First `training.matching.mine`, then this, then `training.matching.calibrate`. Trains on the labelled pairs, on the
same pairs without birth dates, and on what was mined; writes watchlist/scoring/data/model.json. With `--keep FILE`
the cross-validated probabilities are kept (persons stay in one fold, so nobody is in training and test at once);
with `--half 0` mined persons of the other half stay out, for measuring.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import GroupKFold

from watchlist.scoring.features import NAMES
from watchlist.scoring.pairs import PairReader, Row

MINED = Path(".benchmarks/mined.npz")
_MINED_NEGATIVE_WEIGHT = 0.5
_DATELESS_WEIGHT = 0.5  # every pair once more without birth dates, for searches by name alone
TARGET = Path("watchlist/scoring/data/model.json")
# more agreement never lowers the sum, more left over never raises it
_RISING = {
    "shared_nats",
    "quality",
    "weakest",
    "seen_share",
    "listed_share",
    "letters_alike",
    "rarest_nats",
    "exact_nats",
}
_RISING |= {"birth_date", "nationality"}
_FALLING = {"seen_left_nats", "listed_left_nats", "both_left_nats"}
_SETTINGS: dict[str, Any] = {
    "max_iter": 150,
    "learning_rate": 0.08,
    "max_depth": 4,
    "min_samples_leaf": 60,
    "l2_regularization": 10.0,
    "monotonic_cst": [1 if name in _RISING else -1 if name in _FALLING else 0 for name in NAMES],
    "random_state": 1,
}
# no name matcher can get these: the two names share no similar word
_HOPELESS = {"alias_weak_disjoint", "alias_strong_disjoint"}


def main() -> None:
    """Read, train, write."""
    path = Path(sys.argv[1])
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as file:
        rows = list(csv.DictReader(file))
    examples = _examples(rows)
    if "--keep" in sys.argv:
        np.save(Path(sys.argv[sys.argv.index("--keep") + 1]), cross_validated(rows, rows))
    model = _fitted(*examples, _mined())
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(json.dumps(exported(model), separators=(",", ":")) + "\n")
    print(f"{len(rows)} pairs, {model.n_iter_} trees → {TARGET}")


def _examples(rows: Sequence[Row]) -> tuple[Any, Any, Any]:
    """Features, labels and weights of the pairs, then of the same pairs without birth dates."""
    dateless = [{**row, "dob_a": "", "dob_b": ""} for row in rows]
    features = np.concatenate([PairReader(rows).features(), PairReader(dateless).features()])
    labels = np.tile(np.array([row["label"] == "same" for row in rows], int), 2)
    weights = np.array([0.0 if row["category"] in _HOPELESS else 1.0 for row in rows])
    return features, labels, np.concatenate([weights, weights * _DATELESS_WEIGHT])


def cross_validated(rows: Sequence[Row], shown: Sequence[Row]) -> Any:
    """Probabilities of `shown` (the rows, or the same rows with less in them) by models that never saw the persons.

    What was mined from searches for known persons stays out: it could hold the very person.
    """
    features, labels, weights = _examples(rows)
    seen = PairReader(shown).features()
    mined, mined_labels, mined_weights = _mined()
    innocent = mined_labels == 0
    accidental = (mined[innocent], mined_labels[innocent], mined_weights[innocent])
    persons = np.tile(_persons(rows), 2)
    sums = np.zeros(len(rows))
    for train, test in GroupKFold(5).split(features, labels, persons):
        here = test[test < len(rows)]
        fitted = _fitted(features[train], labels[train], weights[train], accidental)
        sums[here] = fitted.decision_function(seen[here])
    return 1 / (1 + np.exp(-sums))


def _persons(rows: Sequence[Row]) -> Any:
    """A number for each person: names that are the same person's, through any chain of pairs, share it."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    for row in rows:
        if row["label"] == "same":
            parent[root(row["name_a"])] = root(row["name_b"])
    return np.unique([root(row["name_b"]) for row in rows], return_inverse=True)[1]


def _mined() -> tuple[Any, Any, Any]:
    """Rows, labels and weights from training.matching.mine; none where it was not run."""
    if not MINED.exists():
        return np.zeros((0, len(NAMES))), np.zeros(0, int), np.zeros(0)
    data = np.load(MINED)
    keep = np.ones(len(data["positives"]), bool)
    if "--half" in sys.argv:
        keep = data["halves"] == int(sys.argv[sys.argv.index("--half") + 1])
    negatives, positives = data["negatives"], data["positives"][keep]
    rows = np.concatenate([negatives, positives])
    labels = np.array([0] * len(negatives) + [1] * len(positives))
    weights = np.array([_MINED_NEGATIVE_WEIGHT] * len(negatives) + [1.0] * len(positives))
    return rows, labels, weights


def _fitted(features: Any, labels: Any, weights: Any, mined: tuple[Any, Any, Any]) -> HistGradientBoostingClassifier:
    rows, more_labels, more_weights = mined
    return HistGradientBoostingClassifier(**_SETTINGS).fit(
        np.concatenate([features, rows]),
        np.concatenate([labels, more_labels]),
        sample_weight=np.concatenate([weights, more_weights]),
    )


def exported(model: HistGradientBoostingClassifier) -> dict[str, Any]:
    """The model as plain data; `calibration` is set by benchmarks/screening.py --calibrate."""
    trees = [_tree(predictors[0].nodes) for predictors in model._predictors]  # noqa: SLF001 - sklearn offers no other way
    previous = json.loads(TARGET.read_text()) if TARGET.exists() else {}
    return {
        "features": list(NAMES),
        "base": float(model._baseline_prediction.ravel()[0]),  # noqa: SLF001
        "depth": _SETTINGS["max_depth"],
        "calibration": previous.get("calibration", {"points": [[-12.0, -12.0], [6.0, 6.0]], "list_size": 5000}),
        "trees": trees,
    }


def _tree(nodes: Any) -> list[list[float]]:
    values = [0.0] * len(nodes)

    def expected(number: int) -> float:
        node = nodes[number]
        if node["is_leaf"]:
            values[number] = float(node["value"])
        else:
            left, right = int(node["left"]), int(node["right"])
            n_left, n_right = float(nodes[left]["count"]), float(nodes[right]["count"])
            values[number] = (expected(left) * n_left + expected(right) * n_right) / max(n_left + n_right, 1.0)
        return values[number]

    expected(0)
    return [
        [-1, 0.0, 0, 0, round(values[i], 5)]
        if node["is_leaf"]
        else [
            int(node["feature_idx"]),
            round(float(node["num_threshold"]), 6),
            int(node["left"]),
            int(node["right"]),
            round(values[i], 5),
        ]
        for i, node in enumerate(nodes)
    ]


if __name__ == "__main__":
    main()
