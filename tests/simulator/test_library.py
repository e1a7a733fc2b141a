"""A folder of scenarios: broken files are told, changed ones are seen."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ledger.errors import LintasError
from simulator.library import Shelf
from simulator.scenario.schema import template


def test_broken_files_keep_nobody_from_the_others(tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text(template("good"), "utf-8")
    (tmp_path / "bad.yaml").write_text("a: [", "utf-8")
    (tmp_path / "notes.txt").write_text("x", "utf-8")
    library = Shelf(tmp_path).library()
    assert list(library.scenarios) == ["good"]
    assert ["bad.yaml" in fault.message for fault in library.faults] == [True]
    with pytest.raises(LintasError) as caught:
        library.scenario("bad")
    assert caught.value.reason == "SCENARIO_UNKNOWN"


def test_changes_are_seen_and_the_rest_is_remembered(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text(template("one"), "utf-8")
    two.write_text(template("two"), "utf-8")
    first = shelf.library().scenarios
    two.write_text(template("two").replace("time_budget_s: 240", "time_budget_s: 241"), "utf-8")
    os.utime(two, ns=(1, 1))
    second = shelf.library().scenarios
    assert second["one"] is first["one"]
    assert second["two"].time_budget_s == 241
    two.unlink()
    assert list(shelf.library().scenarios) == ["one"]


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(LintasError) as caught:
        Shelf(tmp_path / "none").library()
    assert caught.value.reason == "SCENARIO_FOLDER"
