"""Candidates' recall on labelled pairs: is the listed side among those that are compared at all?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from rapidfuzz.distance import JaroWinkler

from benchmarks.matching_views import VIEWS, Row, read_pairs
from watchlist.entry import Action, Category, Entry, EntryKind, ListedName, Subject, SubjectName
from watchlist.names.lexicon import is_variant, particles
from watchlist.names.prepared import significant
from watchlist.names.skeleton import consonants, sound
from watchlist.partial_date import PartialDate
from watchlist.scoring.pairs import looks_cut, read_dates
from watchlist.search.searcher import Searcher

_ALIKE = 0.8  # Jaro-Winkler


def found_among_pairs(path: Path) -> dict[str, float]:
    """Share of true pairs found when every listed side of the file, true or not, is on one list.

    A pair counts where an entry of its listed name is a candidate: persons of one name are one entry here, without
    birth dates, so that a date never helps to find anybody. Beside it the same with the dates that the file has, as
    real lists have them, and the share of pairs of which no word is like any of the other name: other names of the
    same person, which no index of words finds.
    """
    rows = read_pairs(path)
    numbers = {name: f"b{number}" for number, name in enumerate(dict.fromkeys(row["name_b"] for row in rows))}
    undated = Searcher((_entry(entry_id, name, ()) for name, entry_id in numbers.items()), 1)
    dates = _dates(rows)
    dated = Searcher((_entry(entry_id, name, dates[name]) for name, entry_id in numbers.items()), 1)
    parts = {view.name: [row for row in rows if view.part(row) == 1] for view in VIEWS[:4]}
    parts["all true pairs"] = [row for row in rows if row["label"] == "same"]
    figures = {"pairs_listed_names": float(len(numbers))}
    for name, true in parts.items():
        figures[f"pairs_recall {name}"] = _share(true, lambda row: _is_found(undated, row, numbers[row["name_b"]]))
        figures[f"pairs_recall_dated {name}"] = _share(true, lambda row: _is_found(dated, row, numbers[row["name_b"]]))
        figures[f"pairs_no_word_alike {name}"] = _share(true, lambda row: not _have_words_alike(row))
    return figures


def _share(rows: Sequence[Row], is_so: Callable[[Row], bool]) -> float:
    return sum(map(is_so, rows)) / max(len(rows), 1)


def _dates(rows: Sequence[Row]) -> dict[str, tuple[PartialDate, ...]]:
    """The listed birth date of each listed name; none where rows of one name differ."""
    seen: dict[str, set[str]] = {}
    for row in rows:
        seen.setdefault(row["name_b"], set()).add(row["dob_b"])
    return {name: read_dates(next(iter(dates))) if len(dates) == 1 else () for name, dates in seen.items()}


def _have_words_alike(row: Row) -> bool:
    """Any word but particles and initials is like one of the other name: in letters, by our variants or by sound."""
    return any(_are_alike(one, other) for one in _telling(row["name_a"]) for other in _telling(row["name_b"]))


def _are_alike(one: str, other: str) -> bool:
    if JaroWinkler.similarity(one, other) >= _ALIKE or is_variant(one, other):
        return True
    bones = consonants(one)
    return sound(one) == sound(other) or (len(bones) > 2 and bones == consonants(other))


def _telling(name: str) -> list[str]:
    return [word for word in significant(name) if len(word) > 1 and word not in particles()]


def _is_found(searcher: Searcher, row: Row, entry_id: str) -> bool:
    name = row["name_a"]
    subject = Subject((SubjectName(name, truncated=looks_cut(name)),), read_dates(row["dob_a"]))
    return entry_id in {look.entry.entry_id for look, _ in searcher.looks(subject)}


def _entry(entry_id: str, name: str, dates: tuple[PartialDate, ...]) -> Entry:
    return Entry(
        entry_id, "pairs", EntryKind.PERSON, Category.WANTED, Action.VERIFY_IDENTITY, "", "",
        names=(ListedName(name),),
        birth_dates=dates,
    )  # fmt: skip
