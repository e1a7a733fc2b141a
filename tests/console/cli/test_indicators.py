"""The policy in the hands of a supervisor: copied, changed, checked, put on trial, measured."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.console.cli.test_commands import Lintas
from tests.verifier.people import GOOD


@pytest.fixture
def lintas(tmp_path: Path) -> Lintas:
    return Lintas(f"sqlite:///{tmp_path}/lintas.sqlite")


@pytest.fixture
def folder(lintas: Lintas, tmp_path: Path) -> Path:
    """A copy of the policy."""
    copied = tmp_path / "policy"
    assert "indicators check" in lintas("indicators", "copy", str(copied)).stdout
    return copied


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))


def test_the_policy_in_force(lintas: Lintas) -> None:
    shown = lintas("indicators", "list").stdout
    assert "TIP-123" in shown
    assert "critical" in shown
    (found,) = lintas.json("indicators", "list")
    assert len(found["indicators"]) == 76


def test_a_copy_is_right_and_is_not_written_over(lintas: Lintas, folder: Path) -> None:
    assert "right: 76 indicators" in lintas("indicators", "check", str(folder)).stdout
    assert "there already" in lintas("indicators", "copy", str(folder), code=2).stderr


def test_a_fault_names_file_line_and_field(lintas: Lintas, folder: Path) -> None:
    change(folder / "facilitator.yaml", "weight: strong", "weight: huge")
    told = lintas("indicators", "check", str(folder), code=2).stderr
    assert re.search(r"facilitator\.yaml:\d+: indicators\[3\]\.weight", told)


def test_a_rule_that_asks_who_somebody_is_is_refused(lintas: Lintas, folder: Path) -> None:
    change(folder / "travel_pattern.yaml", "booking.is_one_way: true", "traveller.nationality: XXX")
    assert "PROTECTED_ATTRIBUTE" in lintas("indicators", "check", str(folder), code=2).stderr


def test_on_trial_it_is_recorded_and_measured_and_changes_no_advice(
    lintas: Lintas, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From end to end: the file of a supervisor, the service, the record, the figures."""
    journey = json.dumps({"direction": "DIRECTION_DEPARTURE", "officerCues": ["TIP-123"]})
    arguments = ("examine", "--mrz", "-", "--journey", journey)
    (in_force,) = lintas.json(*arguments, given="\n".join(GOOD))
    assert in_force["examination"]["advice"]["kind"] == "ADVICE_KIND_PROTECT"
    old = "  observed_by: officer\n  weight: critical\n"
    change(folder / "control_in_transit.yaml", old, old + "  mode: evaluatory\n")
    told = lintas("indicators", "check", str(folder))
    assert "evaluatory, without effect: TIP-123" in told.stdout
    assert "raise it in policy.yaml" in told.stderr
    monkeypatch.setenv("LINTAS_PROTECTION_POLICY", str(folder))
    (on_trial,) = lintas.json(*arguments, given="\n".join(GOOD))
    assert on_trial["examination"]["advice"]["kind"] == "ADVICE_KIND_CLEAR"
    assert "PROTECTION" not in {reason["track"] for reason in on_trial["examination"]["advice"]["reasons"]}
    (cue,) = on_trial["examination"]["protection"]["cues"]
    assert (cue["indicatorId"], cue["standing"]) == ("TIP-123", "CUE_STANDING_LOGGED")
    digests = {case["examination"]["provenance"]["policySha256"] for case in (in_force, on_trial)}
    assert len(digests) == 2
    (figures,) = lintas.json("--role", "supervisor", "outcome", "indicators", "--from", "1d")
    row = next(each for each in figures["indicators"] if each["indicatorId"] == "TIP-123")
    assert (row["fired"], row["counted"], row["logged"], row["evaluatory"]) == ("2", "1", "1", True)


def test_a_spoilt_policy_stops_the_service_at_start(
    lintas: Lintas, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(folder / "policy.yaml", "version:", "versoin:")
    monkeypatch.setenv("LINTAS_PROTECTION_POLICY", str(folder))
    assert "policy.yaml:2: versoin" in lintas("indicators", "list", code=2).stderr


def test_what_to_ask_is_shown(lintas: Lintas) -> None:
    journey = json.dumps({"direction": "DIRECTION_DEPARTURE", "officerCues": ["TIP-014"]})
    shown = lintas("examine", "--mrz", "-", "--journey", journey, given="\n".join(GOOD)).stdout
    assert "Neutral questions" in shown
    assert "Where will you stay" in shown
