"""A person asks what is kept on them, then that it goes: over the commands that people use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.console.cli.test_commands import Lintas
from tests.verifier.people import GOOD

AS_AUDITOR = ("--role", "auditor")
AS_SUPERVISOR = ("--role", "supervisor")
AS_PROTECTOR = ("--role", "protection_officer")
BUDI = ("--name", "BUDI SANTOSO", "--birth-date", "1985-03-12")


@pytest.fixture
def lintas(tmp_path: Path) -> Lintas:
    return Lintas(f"sqlite:///{tmp_path}/lintas.sqlite")


def case_of_budi(lintas: Lintas) -> str:
    """A case with a call, a referral, an outcome and cues; and a tip that names the person."""
    journey = json.dumps({"direction": "DIRECTION_DEPARTURE", "officerCues": ["TIP-123"]})
    (case,) = lintas.json("examine", "--mrz", "-", "--journey", journey, given="\n".join(GOOD))
    name = str(case["name"])
    lintas("referral", "call-back", name, "--reached", "no", "--note", "no answer at home")
    lintas(*AS_PROTECTOR, "referral", "create", "sapa-129", "--consent", "given", "--adult", "--case", name,
           "--need", "shelter", "--note", "speaks Javanese")  # fmt: skip
    lintas("outcome", "record", name, "possible", "--note", "went to the shelter")
    lintas("tip", "submit", "Budi, whose family is Santoso, is sent to the ships", "--contact", "0812-3456-7890")
    lintas("tip", "submit", "Somebody else altogether")
    return name


def exported(lintas: Lintas, out: Path) -> dict[str, list[dict[str, object]]]:
    lintas(*AS_AUDITOR, "audit", "export-subject", *BUDI, "-o", str(out))
    found: dict[str, list[dict[str, object]]] = json.loads(out.read_text())
    return found


def test_everything_of_a_person_is_told_and_then_gone(lintas: Lintas, tmp_path: Path) -> None:
    case = case_of_budi(lintas)
    found = exported(lintas, tmp_path / "before.json")
    counts = {kind: len(found[kind]) for kind in ("cases", "call_backs", "referrals", "outcomes", "tips", "cues")}
    assert counts == dict.fromkeys(counts, 1)
    assert found["tips"][0]["contact"] == "[left out: another person's]"
    assert {"referral.created", "tip.submitted", "protection.called_back"} <= {
        str(event["kind"]) for event in found["events"]
    }
    (tip,) = [each["name"] for each in lintas.json(*AS_SUPERVISOR, "tip", "list") if "Budi" in each["text"]]
    short = case.removeprefix("cases/")[:8]
    (order,) = lintas.json(*AS_SUPERVISOR, "audit", "retention", "propose", "erase", f"cases/{short}", tip,
                           "-m", "asked for by the person", "--request", "17/2026")  # fmt: skip
    assert (order["state"], len(order["targets"])) == ("pending", 5)
    refused = lintas(*AS_SUPERVISOR, "audit", "retention", "review", order["name"], "approve", code=2)
    assert "SECOND_PERSON_IS_FIRST" in refused.stderr
    done = lintas(*AS_PROTECTOR, "audit", "retention", "review", order["name"][:19], "approve", officer="off-18")
    assert "approved and carried out" in done.stdout
    after = exported(lintas, tmp_path / "after.json")
    assert [kind for kind in ("call_backs", "referrals", "outcomes", "tips", "cues") if after[kind]] == []
    assert lintas.json("audit", "verify")[0]["ok"]
    assert [each["text"] for each in lintas.json(*AS_SUPERVISOR, "tip", "list")] == ["Somebody else altogether"]


def test_what_is_not_due_waits(lintas: Lintas) -> None:
    case = case_of_budi(lintas)
    assert lintas("audit", "retention", "due", "mask").stdout == "nothing\n"
    said = lintas(*AS_SUPERVISOR, "audit", "retention", "propose", "mask", case, "-m", "tidy", code=2).stderr
    assert "RETENTION_RUNNING" in said
    assert "--request" not in said  # it is the law's, not the option's, to say
    assert "ROLE_NOT_ALLOWED" in lintas("audit", "retention", "propose", "mask", case, "-m", "x", code=2).stderr
    nobody = lintas(*AS_SUPERVISOR, "audit", "retention", "propose", "mask", "tips/none", "-m", "x", code=2)
    assert "no such record" in nobody.stderr


def test_a_namesake_is_told_nothing_of_it(lintas: Lintas, tmp_path: Path) -> None:
    case_of_budi(lintas)
    out = tmp_path / "other.json"
    lintas(
        *AS_AUDITOR, "audit", "export-subject", "--name", "BUDI HARTONO", "--birth-date", "1985-03-12", "-o", str(out)
    )
    found = json.loads(out.read_text())
    assert not [kind for kind, rows in found.items() if kind not in {"made_at"} and rows]
