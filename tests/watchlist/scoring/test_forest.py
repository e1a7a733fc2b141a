"""All trees at once say what a walk through each of them says."""

from __future__ import annotations

import json
from importlib import resources

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchlist.scoring.forest import Forest, Node

PACKED = json.loads((resources.files("watchlist.scoring") / "data" / "model.json").read_text("utf-8"))
TREES: list[list[Node]] = [[tuple(node) for node in tree] for tree in PACKED["trees"]]
FOREST = Forest.of(TREES)
# thresholds themselves are where «at most» and «less» part
EDGES = sorted({node[1] for tree in TREES for node in tree if node[0] >= 0})
VALUE = st.sampled_from(EDGES) | st.floats(-5, 40) | st.sampled_from([float("inf"), float("-inf")])


def walked(tree: list[Node], row: list[float]) -> float:
    number = 0
    while tree[number][0] >= 0:
        feature, threshold, left, right, _ = tree[number]
        number = left if row[feature] <= threshold else right
    return tree[number][4]


@given(st.lists(st.lists(VALUE, min_size=16, max_size=16), min_size=1, max_size=4))
@settings(deadline=None)
def test_answers_are_those_of_a_walk(rows: list[list[float]]) -> None:
    answers = FOREST.answers(np.array(rows))
    assert answers.tolist() == [[walked(tree, row) for tree in TREES] for row in rows]


def test_no_rows_no_answers() -> None:
    assert FOREST.answers(np.zeros((0, 16))).shape == (0, len(TREES))


def test_a_tree_too_large_is_refused() -> None:
    # a chain to the left: node 2n asks, node 2n + 1 is the leaf on its right
    chain: list[Node] = [
        node for n in range(16) for node in ((0, float(-n), 2 * n + 2, 2 * n + 1, 0.0), (-1, 0.0, 0, 0, 1.0))
    ]
    with pytest.raises(ValueError, match="16 leaves"):
        Forest.of([[*chain, (-1, 0.0, 0, 0, 2.0)]])
