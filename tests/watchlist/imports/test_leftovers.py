"""Leftovers of killed processes go, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

from watchlist.imports.leftovers import sweep

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
