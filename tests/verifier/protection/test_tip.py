"""Tips: hearsay until triaged, and only ever a reference to a proposal."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import verifier.protection
import verifier.tips
from ledger.errors import LintasError
from tests.verifier.protection.kept import PROTECTOR, at, tip
from verifier.tips.tip import Priority, TipState, Triage


def made(state: TipState, reference: str = "") -> Triage:
    return Triage(state, Priority.SOON, PROTECTOR, at(2), reference)


@pytest.mark.parametrize(
    ("state", "reference", "is_right"),
    [
        (TipState.ACTED_ON, "", True),
        (TipState.NO_ACTION, "", True),
        (TipState.NO_ACTION, "proposals/1", False),
        (TipState.PROPOSED, "proposals/abc-1", True),
        (TipState.PROPOSED, "", False),
        (TipState.PROPOSED, "entries/E-1", False),
        (TipState.PROPOSED, "proposals/1 or so", False),
        (TipState.DUPLICATE, "tips/t-9", True),
        (TipState.DUPLICATE, "tips/t-1", False),
        (TipState.DUPLICATE, "", False),
        (TipState.PASSED_ON, "services/sapa-129", True),
        (TipState.PASSED_ON, "", False),
        (TipState.NEW, "", False),
    ],
)
def test_a_triage_has_the_reference_that_it_needs(state: TipState, reference: str, *, is_right: bool) -> None:
    if is_right:
        assert tip(1).triaged(made(state, reference)).state is state
        return
    with pytest.raises(LintasError) as caught:
        tip(1).triaged(made(state, reference))
    assert caught.value.fields[0].field in {"reference", "state"}


def test_earlier_triages_stay() -> None:
    twice = tip(1).triaged(made(TipState.NO_ACTION)).triaged(made(TipState.PROPOSED, "proposals/2"))
    assert [each.state for each in twice.triages] == [TipState.NO_ACTION, TipState.PROPOSED]
    assert twice.version == 3


def test_no_code_of_tips_can_reach_a_list() -> None:
    """Nothing that changes entries or proposes changes is even imported."""
    for package in (verifier.tips, verifier.protection):
        for path in Path(next(iter(package.__path__))).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                reached = {name for name in names if name.startswith("watchlist")}
                assert reached <= {"watchlist.partial_date"}, f"{path.name}: {reached}"
