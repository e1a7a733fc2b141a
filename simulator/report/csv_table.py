"""All attempts as one table, for a spreadsheet or a statistics program."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Final

from simulator.grading.case_score import CaseScore
from simulator.grading.grades import Grades
from simulator.grading.model import Workshop
from simulator.report.privacy import pseudonym

COLUMNS: Final = (
    "course", "trainee", "case", "item", "form", "seat", "is_signal", "decision", "credit", "is_right", "confidence",
    "evidence_precision", "evidence_recall", "evidence_score", "calibration", "interview", "harms", "harm_penalty",
    "is_terminal_harm", "points", "used_s", "pair", "pair_side", "pair_swapped",
)  # fmt: skip


def to_csv(workshop: Workshop, grades: Grades) -> str:
    """RFC 4180, UTF-8, one row an attempt, trainees under pseudonyms, empty where nothing is known."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for one in grades.trainees:
        name = pseudonym(workshop, one.trainee)
        for score in one.cases:
            writer.writerow({"course": _safe(workshop.key), "trainee": name, **_row(score)})
    return out.getvalue()


def _row(score: CaseScore) -> Mapping[str, object]:
    attempt, pair = score.attempt, score.attempt.pair
    return {
        "case": _safe(attempt.case),
        "item": _safe(score.key.item_key),
        "form": attempt.form.value,
        "seat": attempt.seat.value,
        "is_signal": int(score.key.is_signal),
        "decision": attempt.decision.value if attempt.decision is not None else "",
        "credit": _number(score.credit) if score.is_answered else "",
        "is_right": int(score.is_right) if score.is_answered else "",
        "confidence": _number(attempt.confidence) if attempt.confidence is not None else "",
        "evidence_precision": _number(score.evidence.precision),
        "evidence_recall": _number(score.evidence.recall),
        "evidence_score": _number(score.evidence.score),
        "calibration": _number(score.calibration),
        "interview": _number(score.interview),
        "harms": _safe(" ".join(harm.key for harm in attempt.harms)),
        "harm_penalty": _number(sum(harm.penalty for harm in attempt.harms)),
        "is_terminal_harm": int(any(harm.is_terminal for harm in attempt.harms)),
        "points": _number(score.points),
        "used_s": _number(attempt.used_s),
        "pair": _safe(pair.key) if pair is not None else "",
        "pair_side": pair.side.value if pair is not None else "",
        "pair_swapped": _safe(pair.swapped) if pair is not None else "",
    }


def _number(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _safe(text: str) -> str:
    """Text that a spreadsheet will not run as a formula (OWASP, "CSV Injection")."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
