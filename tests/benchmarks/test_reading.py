"""The reading benchmark counts what it says it counts, and its own check digits agree with the print."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.reading_digits import all_digits_pass, check_digit, layout_of
from benchmarks.reading_truth import Answer, Document, documents_in, exact_by, score
from console.samples.documents import DOCUMENTS
from console.samples.mrz_text import mrz_lines

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "data" / "mrz"
TD3 = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")
TD1 = ("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<")
TD2 = ("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6")
MRV_A = ("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX4009078F96121096ZE184226B<<<<<<")
FRENCH = ("IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "9409923102854CORINNE<<<<<<<6512068F4")
LONG = ("I<UTOD23145890<7349<<<<<<<<<<<", "3407127M9507122UTO<<<<<<<<<<<2", "STEVENSON<<PETER<JOHN<<<<<<<<<")


@pytest.mark.parametrize(
    ("lines", "layout"), [(TD3, "TD3"), (TD1, "TD1"), (TD2, "TD2"), (MRV_A, "MRVA"), (FRENCH, "FRID"), (LONG, "TD1")]
)
def test_the_published_vectors_pass_and_no_digit_may_change(lines: tuple[str, ...], layout: str) -> None:
    """Vectors of Doc 9303 parts 4 to 7 (`LONG`: 9303-5 appendix, number over nine characters) and the French decree."""
    assert layout_of(lines) == layout
    assert all_digits_pass(lines)
    row = 1
    for column, letter in enumerate(lines[row]):
        if letter.isdigit():
            changed = lines[row][:column] + str((int(letter) + 1) % 10) + lines[row][column + 1 :]
            altered = (*lines[:row], changed, *lines[row + 1 :])
            assert not all_digits_pass(altered) or column in free_columns(layout), column


def free_columns(layout: str) -> range:
    """Columns of the second line that no check digit covers: a visa's optional data."""
    return range(28, 44) if layout == "MRVA" else range(0)


def test_other_lengths_have_no_layout_and_do_not_pass() -> None:
    assert layout_of(()) == ""
    assert not all_digits_pass(("A" * 44,))
    assert check_digit("ö") == ""


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/data/mrz is not there")
def test_it_agrees_with_the_truth_of_every_specimen() -> None:
    with (SHARED / "truth.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["file"]: row for row in csv.DictReader(file)}
    for document in documents_in(SHARED):
        assert layout_of(document.lines) == document.doc_type, document.path.name
        assert all_digits_pass(document.lines) == (rows[document.path.name]["check_digits"] == "ok")


def document(lines: tuple[str, ...], *, right: bool = True, kind: str = "TD3") -> Document:
    """A document with that print."""
    return Document(Path("x.png"), kind, "scan", lines, right)


def test_the_figures() -> None:
    forged = (TD3[0], TD3[1][:9] + "7" + TD3[1][10:])
    other_name = (TD3[0].replace("ANNA", "ANNE"), TD3[1])
    answers = [
        Answer(document(TD3), TD3, cpu_ms=10, wall_ms=20),
        Answer(document(TD3), other_name, cpu_ms=30, wall_ms=40),  # every digit passes, the name is wrong
        Answer(document(TD3), (), cpu_ms=50, wall_ms=60),
        Answer(document(forged, right=False, kind="forged"), forged, cpu_ms=70, wall_ms=80),
        Answer(document(forged, right=False, kind="forged"), TD3, cpu_ms=90, wall_ms=100),  # "repaired"
    ]
    total = score(answers)
    assert (total.documents, total.exact, total.exact_rate) == (5, 2, 0.4)
    assert total.character_error_rate == pytest.approx((1 + 89 + 1) / (5 * 89))
    assert (total.valid_digits, total.valid_but_wrong) == (3, 2)
    assert (total.wrong_digit_documents, total.false_repairs) == (2, 1)
    assert (total.cpu_ms_median, total.cpu_ms_p95, total.wall_ms_median) == (50, 90, 60)
    assert exact_by(answers, lambda each: each.doc_type) == {"TD3": (1, 3), "forged": (1, 2)}


def test_nothing_measured_divides_by_nothing() -> None:
    assert score([]).exact_rate == 0.0


def test_it_runs_on_a_folder_and_says_which_engines_are_missing(tmp_path: Path) -> None:
    samples = ROOT / "console" / "samples"
    (tmp_path / "images").symlink_to(samples)
    with (tmp_path / "truth.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["file", "doc_type", "line1", "line2", "line3", "quality", "check_digits"])
        for each in DOCUMENTS[:2]:
            digits = "wrong:exp,comp" if each.overprint else "ok"
            writer.writerow([each.file, each.layout, *mrz_lines(each), "", "render", digits])
    command = [sys.executable, "-m", "benchmarks.reading", "--data", str(tmp_path), "--core", "", "--json"]
    command += ["--engines", "lintas-ocrb,fastmrz,passport-mrz-extractor"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)  # noqa: S603  # our own command
    own, unfed, absent = json.loads(done.stdout)["engines"]
    assert (own["score"]["documents"], own["score"]["exact"], own["score"]["false_repairs"]) == (2, 2, 0)
    assert own["peak_mb"] > 0
    assert own["answers"][0]["document"] == "01_plain_passport.jpg"
    assert unfed["missing"] == "no --mrz-tessdata"
    assert "ModuleNotFoundError" in absent["missing"]
