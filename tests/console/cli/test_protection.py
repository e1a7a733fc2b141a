"""Commands of protection: referrals, calls, tips, outcomes; and what is said when something is wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.console.cli.test_commands import Lintas
from tests.verifier.people import GOOD

CHILD = ("P<IDNSANTOSO<<BUDI<<<<<<<<<<<<<<<<<<<<<<<<<<", "X1234567<7IDN1203120M3401011<<<<<<<<<<<<<<02")
AS_PROTECTOR = ("--role", "protection_officer")
AS_SUPERVISOR = ("--role", "supervisor")


@pytest.fixture(scope="module")
def lintas(tmp_path_factory: pytest.TempPathFactory) -> Lintas:
    return Lintas(f"sqlite:///{tmp_path_factory.mktemp('cli')}/lintas.sqlite")


def examined(lintas: Lintas, *cues: str, lines: tuple[str, ...] = GOOD) -> str:
    journey = json.dumps({"direction": "DIRECTION_DEPARTURE", "officerCues": list(cues)})
    (case,) = lintas.json("examine", "--mrz", "-", "--journey", journey, given="\n".join(lines))
    return str(case["name"])


def test_the_directory_for_people_and_machines(lintas: Lintas) -> None:
    shown = lintas("referral", "directory").stdout
    assert "08111-129-129" in shown
    assert "KP2MI" in lintas("--language", "id", "referral", "directory").stdout
    (found,) = lintas.json("referral", "directory")
    assert {service["name"] for service in found["services"]} >= {"services/lpsk", "services/sapa-129"}


def test_a_child_is_called_back(lintas: Lintas) -> None:
    case = examined(lintas, lines=CHILD)
    told = lintas("referral", "call-back", case, "--reached", "yes", "--confirms", "yes",
                  "--number-from", "school-or-office", "--paper", "verified").stdout  # fmt: skip
    assert "CTR-04" in told
    alarming = lintas("referral", "call-back", case, "--reached", "yes", "--confirms", "no",
                      "--number-from", "given-by-companion").stdout  # fmt: skip
    assert "tell the supervisor" in alarming


def test_a_referral_from_end_to_end(lintas: Lintas) -> None:
    case = examined(lintas, "TIP-123")
    (kept,) = lintas.json(*AS_PROTECTOR, "referral", "create", "sapa-129", "--consent", "given", "--adult",
                          "--case", case, "--control", "threats,withholds-documents", "--need", "shelter")  # fmt: skip
    assert kept["control"] == ["CONTROL_THREATS", "CONTROL_WITHHOLDS_DOCUMENTS"]
    assert "sent, no receipt yet" in lintas(*AS_PROTECTOR, "referral", "list").stdout
    fields = lintas(*AS_PROTECTOR, "referral", "show", kept["name"], "--htcds").stdout
    assert "vic_MethodsOfControl: Threats;WithholdsDocuments" in fields
    told = lintas(*AS_PROTECTOR, "referral", "acknowledge", kept["name"], "--their-reference", "S-1").stdout
    assert "received" in told
    assert lintas.json(*AS_PROTECTOR, "referral", "list", "--state", "sent") == []


def test_a_referral_from_a_file(lintas: Lintas, tmp_path: Path) -> None:
    file = tmp_path / "referral.yaml"
    file.write_text("status: actual\nconsent: child-best-interests\nchild: true\nneeds: [child-care, medical]\n")
    (kept,) = lintas.json(*AS_PROTECTOR, "referral", "create", "sapa-129", "--file", str(file))
    assert (kept["status"], kept["child"]) == ("TRAFFICKING_STATUS_ACTUAL", True)


def test_a_tip_is_triaged(lintas: Lintas) -> None:
    (heard,) = lintas.json("tip", "submit", "-", "--kind", "recruiter", "--travel-date", "2026-12-01",
                           given="Work on ships, no papers.")  # fmt: skip
    assert heard["text"] == "Work on ships, no papers."
    assert "new" in lintas(*AS_SUPERVISOR, "tip", "list", "--state", "new").stdout
    told = lintas(*AS_SUPERVISOR, "tip", "triage", heard["name"], "proposed", "--etag", heard["etag"],
                  "--reference", "proposals/p-1", "--priority", "soon").stdout  # fmt: skip
    assert "proposals/p-1" in told


def test_outcomes_and_what_they_say_of_indicators(lintas: Lintas) -> None:
    case = examined(lintas, "TIP-045")
    assert "not a victim" in lintas("outcome", "record", case, "not", "--minutes", "12").stdout
    assert case in lintas(*AS_SUPERVISOR, "outcome", "list", "--case", case).stdout
    shown = lintas(*AS_SUPERVISOR, "outcome", "indicators").stdout
    row = next(line for line in shown.splitlines() if "TIP-045" in line)
    assert re.search(r"\b1\b", row)
    assert "examined" in shown
    (found,) = lintas.json(*AS_SUPERVISOR, "outcome", "indicators", "--from", "2026-01-01")
    assert len(found["indicators"]) == 76


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["outcome", "record", "x", "maybe"], "possible, actual, not"),
        (["outcome", "record", "x", "not"], "no such case"),
        (["outcome", "indicators", "--from", "someday"], "a date"),
        (["outcome", "indicators"], "role officer may not call"),
        (["referral", "call-back", "x", "--reached", "perhaps"], "yes, no, unknown"),
        (["referral", "list"], "role officer may not call"),
        (["--role", "protection_officer", "referral", "create", "nobody", "--consent", "given"], "services/sapa-129"),
        (["--role", "protection_officer", "referral", "create", "sapa-129", "--consent", "refused"], "without consent"),
        (["--role", "protection_officer", "referral", "create", "sapa-129"], "consent"),
        (["--role", "protection_officer", "referral", "show", "x"], "no such record"),
        (["--role", "supervisor", "tip", "triage", "x", "listed", "--etag", "e"], "acted-on"),
        (["tip", "submit", ""], "required"),
    ],
)
def test_what_is_wrong_is_said(lintas: Lintas, arguments: list[str], said: str) -> None:
    told = re.sub(r"[│╭╰─╮╯\s]+", " ", lintas(*arguments, code=2).stderr)
    assert said in told
    assert "Traceback" not in told
