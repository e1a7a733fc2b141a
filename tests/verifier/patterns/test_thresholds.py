"""The numbers are data with a reason each; a spoilt file is refused with file, line and field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from importlib import resources
from pathlib import Path

import pytest

from ledger.errors import LintasError
from verifier.patterns.catalogue import PATTERNS
from verifier.patterns.thresholds import load_thresholds

SHIPPED = (resources.files("verifier.patterns") / "thresholds.yaml").read_text()
Spoil = Callable[[str, str], Path]


@pytest.fixture
def spoil(tmp_path: Path) -> Spoil:
    """The shipped file with one piece of text replaced."""

    def spoilt(before: str, after: str) -> Path:
        assert before in SHIPPED
        path = tmp_path / "mine.yaml"
        path.write_text(SHIPPED.replace(before, after, 1))
        return path

    return spoilt


def test_every_number_has_a_reason_and_lies_within_bounds() -> None:
    found = load_thresholds(PATTERNS)
    for pattern in PATTERNS:
        assert set(found.numbers[pattern.pattern_id]) == set(pattern.numbers)
        assert all(len(each) >= 10 for each in found.reasons[pattern.pattern_id].values())
    assert found.owner
    assert found.version >= 1
    assert len(found.digest) == 64


def test_the_review_is_due_in_time() -> None:
    found = load_thresholds(PATTERNS)
    assert not found.is_overdue(found.review_due_on)
    assert found.is_overdue(found.review_due_on + timedelta(days=1))
    assert found.review_due_on - found.reviewed_on <= timedelta(days=366)
    assert found.reviewed_on > date(2026, 1, 1)


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("least_unrelated: {value: 5,", "least_unrelated: {value: 2,", "same_payer.least_unrelated.value: between 3"),
        ("least_unrelated: {value: 5,", "least_unrelated: {value: five,", "least_unrelated.value"),
        ("least_unrelated: {value: 5,", "least_unrelated: {value: true,", "least_unrelated.value"),
        ("least_unrelated: {value: 5,", "least_strangers: {value: 5,", "least_strangers: the pattern has no such"),
        ("  same_payer:", "  same_nation:", "same_nation: no such pattern"),
        ('reason: "as for payers, and as TIP-063"', 'reason: "why not"', "reason"),
        ("review_due_on: 2027-05-24", "review_due_on: 2026-11-24", "review_due_on: must lie after"),
        ("version: 2", "version: 0", "version"),
        ("owner: protection-focal-point", "", "owner"),
        ("patterns:", "patterns: [", "YAML"),
        ("  contact_burst:", "  same_contact:", "twice"),
    ],
)
def test_a_spoilt_file_is_refused_with_its_line(spoil: Spoil, before: str, after: str, says: str) -> None:
    with pytest.raises(LintasError, match=r"mine\.yaml:\d+: ") as caught:
        load_thresholds(PATTERNS, spoil(before, after))
    assert caught.value.reason == "POLICY_INVALID"
    assert says in str(caught.value)


def test_the_line_is_the_right_one(spoil: Spoil) -> None:
    wanted = next(at for at, line in enumerate(SHIPPED.splitlines(), start=1) if "largest_party" in line)
    with pytest.raises(LintasError, match=rf"mine\.yaml:{wanted}: patterns\.different_minors\.largest_party\.value"):
        load_thresholds(PATTERNS, spoil("largest_party: {value: 60", "largest_party: {value: 0"))


@pytest.mark.parametrize("path", [Path("/nonexistent/t.yaml"), Path("/")])
def test_a_file_that_cannot_be_read_is_refused(path: Path) -> None:
    with pytest.raises(LintasError, match="cannot be read"):
        load_thresholds(PATTERNS, path)


def test_a_number_of_ones_own_counts(spoil: Spoil) -> None:
    found = load_thresholds(PATTERNS, spoil("least_minors: {value: 4", "least_minors: {value: 5"))
    assert found.numbers["different_minors"]["least_minors"] == 5
    assert found.digest != load_thresholds(PATTERNS).digest
