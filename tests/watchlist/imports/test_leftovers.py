"""Leftovers of killed processes go, and nothing else."""

from __future__ import annotations

import os
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from watchlist.imports.leftovers import sweep
from watchlist.imports.record import ImportMark, date_in_names
from watchlist.imports.staging import LOCK, is_at_work, staging, this_machine

DAY_S = 24 * 3600.0


def test_only_our_own_old_folders_go(tmp_path: Path) -> None:
    now_s = 1_800_000_000.0
    for name, age_s in (("lintas-import-a", 2 * DAY_S), ("lintas-import-b", 60.0), ("else-import-c", 9 * DAY_S)):
        made = tmp_path / name
        made.mkdir()
        (made / "0").write_text("names")
        os.utime(made, (now_s - age_s, now_s - age_s))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "lintas-export-link").symlink_to(elsewhere)
    os.utime(tmp_path / "lintas-export-link", (0, 0), follow_symlinks=False)
    assert sweep(tmp_path, now_s) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "else-import-c", "elsewhere", "lintas-export-link", "lintas-import-b",
    ]  # fmt: skip


def test_a_folder_that_is_at_work_stays_and_one_whose_lock_nobody_holds_goes_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left = tmp_path / "lintas-review-left"
    left.mkdir()
    (left / LOCK).touch()
    with staging("lintas-import-") as folder:
        assert is_at_work(folder)
        assert sweep(tmp_path, folder.stat().st_mtime) == 1
        assert list(tmp_path.iterdir()) == [folder]
    assert list(tmp_path.iterdir()) == []


def test_of_another_machine_nobody_says_that_its_import_was_cut_off(tmp_path: Path) -> None:
    mark = ImportMark("l", datetime(2026, 5, 1, tzinfo=UTC), "elsewhere", str(tmp_path))
    assert mark.is_cut_off() is None
    assert replace(mark, machine=this_machine()).is_cut_off() is True


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["bans-2026-05-01.csv"], "2026-05-01"),
        (["bans_20260501.csv.gz"], "2026-05-01"),
        (["sdn.2026.05.03.csv", "alt.2026.05.01.csv"], "2026-05-01"),
        (["bans.csv"], ""),
        (["sdn-2026-05-01.csv", "alt.csv"], ""),
        (["2026-05-01-to-2026-06-01.csv"], ""),
        (["bans-2026-02-30.csv"], ""),
        (["case-120260501.csv"], ""),
    ],
)
def test_the_date_in_the_names_of_files(names: list[str], expected: str) -> None:
    assert date_in_names(names) == expected
