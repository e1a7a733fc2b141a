"""Labelled pairs of names, the views of them that figures are given for, and the figures."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Row = Mapping[str, str]
Floats = NDArray[np.float64]

_SAME_LIST = frozenset({"neg_near_same_list", "neg_same_dob_same_list"})
_NEAR = _SAME_LIST | {"neg_traveller_near"}
_INDONESIAN = frozenset(
    {"id_spelling_variant", "id_muhammad_variant", "id_old_dutch_spelling", "id_title", "id_bin_binti", "id_mononym"}
)


@dataclass(frozen=True, slots=True)
class View:
    """Categories of positives and negatives; a positive category ending in `*` stands for all that begin so."""

    name: str
    positives: frozenset[str]
    negatives: frozenset[str]
    names_only: bool = False  # birth dates and nationalities are taken away

    def part(self, row: Row) -> int:
        """1 for a positive of this view, 0 for a negative, -1 for a row that is not in it."""
        category = row["category"]
        if row["label"] == "different":
            return 0 if category in self.negatives else -1
        begins = any(each.endswith("*") and category.startswith(each[:-1]) for each in self.positives)
        return 1 if begins or category in self.positives else -1


VIEWS = (
    View(
        "real Latin",
        frozenset({"alias_strong", "alias_weak", "cross_list_by_document", "hist_figures"}),
        _NEAR | {"neg_random_same_list", "neg_traveller_mid", "neg_hist_near"},
    ),
    View("cross-list", frozenset({"cross_list_by_document"}), _NEAR),
    View("other script", frozenset({"alias_other_script", "cross_script_watchman"}), _NEAR),
    View("MRZ", frozenset({"mrz_*"}), _SAME_LIST | {"neg_mrz_td1_truncated"}),
    View("Indonesian, name only", _INDONESIAN, _NEAR | {"neg_id_muhammad", "neg_id_mononym"}, names_only=True),
    View("MRZ, name only", frozenset({"mrz_*"}), _SAME_LIST | {"neg_mrz_td1_truncated"}, names_only=True),
)


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one scorer on one view. Recall at x % takes the threshold that x % of the negatives pass."""

    average_precision: float
    best_f1: float
    recall_at_1: float
    recall_at_01: float


def read_pairs(path: Path) -> list[Row]:
    """All rows of a CSV, zipped or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def without_dates(rows: Sequence[Row]) -> list[Row]:
    """The same rows, names only."""
    return [{**row, "dob_a": "", "dob_b": "", "nat_a": "", "nat_b": "", "doc_a": "", "doc_b": ""} for row in rows]


def figures(view: View, rows: Sequence[Row], scores: Floats) -> Figures:
    """Average precision with ties taken together, so that the order of the file cannot flatter."""
    parts = np.array([view.part(row) for row in rows])
    positive, negative = scores[parts == 1], scores[parts == 0]
    values, inverse = np.unique(-np.concatenate([positive, negative]), return_inverse=True)
    hits = np.bincount(inverse[: len(positive)], minlength=len(values)).cumsum()
    alarms = np.bincount(inverse[len(positive) :], minlength=len(values)).cumsum()
    precision, recall = hits / (hits + alarms), hits / len(positive)
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
    average = float(np.sum(np.diff(recall, prepend=0.0) * precision))
    return Figures(average, float(f1.max()), _recall(positive, negative, 0.01), _recall(positive, negative, 0.001))


def _recall(positive: Floats, negative: Floats, share: float) -> float:
    threshold = np.sort(negative)[::-1][int(share * len(negative))]
    return float(np.mean(positive > threshold))
