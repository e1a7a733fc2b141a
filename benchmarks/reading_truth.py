"""The documents of a reading benchmark, and how one engine's answers are scored against what is printed."""

from __future__ import annotations

import csv
import statistics
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from benchmarks.reading_digits import all_digits_pass


@dataclass(frozen=True, slots=True)
class Document:
    """One image and the MRZ as printed. `digits_are_right` is False where the print itself is wrong."""

    path: Path
    doc_type: str
    quality: str
    lines: tuple[str, ...]
    digits_are_right: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine gave for one document. Times in ms; `fault` says why there is nothing."""

    document: Document
    lines: tuple[str, ...] = ()
    cpu_ms: float = 0.0
    wall_ms: float = 0.0
    name_confidence: float = 0.0
    repaired: int = 0
    fault: str = ""

    @property
    def is_exact(self) -> bool:
        """Every character as printed."""
        return self.lines == self.document.lines

    @property
    def wrong_characters(self) -> int:
        """Edit distance to the print, at most its length: reading nothing counts as all wrong."""
        truth = "\n".join(self.document.lines)
        return min(Levenshtein.distance("\n".join(self.lines), truth), len(truth))

    @property
    def passes(self) -> bool:
        """All check digits of the answer are right."""
        return all_digits_pass(self.lines)


@dataclass(frozen=True, slots=True)
class Score:
    """One engine over a set of documents. Rates are shares from 0 to 1."""

    documents: int
    exact: int
    character_error_rate: float
    valid_digits: int
    valid_but_wrong: int
    wrong_digit_documents: int
    false_repairs: int
    cpu_ms_median: float
    cpu_ms_p95: float
    wall_ms_median: float
    wall_ms_p95: float

    @property
    def exact_rate(self) -> float:
        """Share of documents read without one wrong character."""
        return self.exact / self.documents if self.documents else 0.0


def documents_in(folder: Path, limit: int | None = None) -> list[Document]:
    """The documents of `folder`/truth.csv whose images lie in `folder`/images."""
    with (folder / "truth.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        Document(
            path=folder / "images" / row["file"],
            doc_type=row["doc_type"],
            quality=row.get("quality", ""),
            lines=tuple(row[name] for name in ("line1", "line2", "line3") if row.get(name)),
            digits_are_right=not row.get("check_digits", "ok").startswith("wrong"),
        )
        for row in rows[:limit]
    ]


def score(answers: Iterable[Answer]) -> Score:
    """All figures of the table. A false repair: the print's digits are wrong, the answer's all pass."""
    given = list(answers)
    wrong = [each for each in given if not each.document.digits_are_right]
    printed = sum(len("\n".join(each.document.lines)) for each in given)
    cpu = sorted(each.cpu_ms for each in given) or [0.0]
    wall = sorted(each.wall_ms for each in given) or [0.0]
    return Score(
        documents=len(given),
        exact=sum(each.is_exact for each in given),
        character_error_rate=sum(each.wrong_characters for each in given) / max(printed, 1),
        valid_digits=sum(each.passes for each in given),
        valid_but_wrong=sum(each.passes and not each.is_exact for each in given),
        wrong_digit_documents=len(wrong),
        false_repairs=sum(each.passes for each in wrong),
        cpu_ms_median=statistics.median(cpu),
        cpu_ms_p95=_p95(cpu),
        wall_ms_median=statistics.median(wall),
        wall_ms_p95=_p95(wall),
    )


def exact_by(answers: Iterable[Answer], key: Callable[[Document], str]) -> dict[str, tuple[int, int]]:
    """Exact readings and documents for each value of `key`."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for each in answers:
        counts[key(each.document)][0] += each.is_exact
        counts[key(each.document)][1] += 1
    return {name: (exact, total) for name, (exact, total) in sorted(counts.items())}


def _p95(ordered: list[float]) -> float:
    return ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
