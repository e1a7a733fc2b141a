"""Candidates' recall on labelled pairs: is the listed side among those that are compared at all?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from benchmarks.matching_views import VIEWS, Row, read_pairs
from watchlist.entry import Action, Category, Entry, EntryKind, ListedName, Subject, SubjectName
from watchlist.scoring.pairs import looks_cut, read_dates
from watchlist.search.searcher import Searcher


def found_among_pairs(path: Path) -> dict[str, float]:
    """Share of true pairs found when every listed side of the file, true or not, is on one list.

    A pair counts where an entry of its listed name is a candidate: persons of one name are one entry here, without
    birth dates, so that a date never helps to find anybody.
    """
    rows = read_pairs(path)
    listed = list(dict.fromkeys(row["name_b"] for row in rows))
    numbers = {name: f"b{number}" for number, name in enumerate(listed)}
    searcher = Searcher((_entry(entry_id, name) for name, entry_id in numbers.items()), 1)
    figures = {"pairs_listed_names": float(len(listed))}
    for view in VIEWS[:4]:
        true = [row for row in rows if view.part(row) == 1]
        found = sum(_is_found(searcher, row, numbers[row["name_b"]]) for row in true)
        figures[f"pairs_recall {view.name}"] = found / len(true) if true else 0.0
    figures["pairs_recall all true pairs"] = _all(searcher, [row for row in rows if row["label"] == "same"], numbers)
    return figures


def _all(searcher: Searcher, true: Sequence[Row], numbers: dict[str, str]) -> float:
    return sum(_is_found(searcher, row, numbers[row["name_b"]]) for row in true) / max(len(true), 1)


def _is_found(searcher: Searcher, row: Row, entry_id: str) -> bool:
    name = row["name_a"]
    subject = Subject((SubjectName(name, truncated=looks_cut(name)),), read_dates(row["dob_a"]))
    return entry_id in {look.entry.entry_id for look, _ in searcher.looks(subject)}


def _entry(entry_id: str, name: str) -> Entry:
    return Entry(
        entry_id, "pairs", EntryKind.PERSON, Category.WANTED, Action.VERIFY_IDENTITY, "", "", names=(ListedName(name),)
    )
