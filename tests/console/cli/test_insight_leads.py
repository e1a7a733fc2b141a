"""From recorded crossings to a decision: a run keeps its leads, an analyst reads and decides them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from console.migrations import upgrade
from ledger.sql import Database
from tests.console.cli.test_commands import Lintas
from tests.verifier.patterns.travellers import START_S, World, fill_sql

START = datetime.fromtimestamp(START_S, UTC).date()
SPAN = ("--since", START.isoformat(), "--until", (START + timedelta(days=300)).isoformat())
AS_SUPERVISOR = ("--role", "supervisor")


def payer(world: World, key: int, travellers: int, *, first: int, **parts: Any) -> None:
    """Strangers who leave three days apart, paid for by one, and do not come back."""
    for number in range(travellers):
        world.cross(100 + 3 * number, first + number, payer_key=key, **parts)


@pytest.fixture
def lintas(tmp_path: Path) -> Lintas:
    url = f"sqlite:///{tmp_path}/lintas.sqlite"
    world = World()
    payer(world, 4711, 7, first=100)
    payer(world, 815, 6, first=200, agency_id="SIP3MI42")
    world.allow("agency", "SIP3MI42")
    with Database(url) as database:
        upgrade(database)
        fill_sql(database, world)
    return Lintas(url)


def test_leads_are_kept_read_and_decided(lintas: Lintas) -> None:
    run = (*AS_SUPERVISOR, "patterns", "run", "--only", "same_payer", *SPAN, "--keep")
    assert "kept: 2 new leads" in lintas(*run).stderr
    assert "kept: 0 new leads, 0 changed, 2 as they were" in lintas(*run).stderr
    (lead,) = lintas.json(*AS_SUPERVISOR, "insight", "leads", "--state", "new")
    assert (lead["subject"], lead["counts"]["travellers"], lead["crossingCount"]) == ("4711", "7", "7")
    assert len(lead["crossings"]) == 7
    (explained,) = lintas.json(*AS_SUPERVISOR, "insight", "leads", "--state", "explained")
    assert explained["allowance"]["ground"] == "test"
    short = lead["name"].removeprefix("leads/")[:8]
    refused = lintas(*AS_SUPERVISOR, "insight", "decide", short, "set-aside", code=2).stderr
    assert "say why it is set aside" in refused
    done = lintas(*AS_SUPERVISOR, "insight", "decide", short, "set-aside", "-m", "letter seen").stdout
    assert "set aside" in done
    assert "letter seen" in done
    assert lintas.json(*AS_SUPERVISOR, "insight", "leads", "--state", "new") == []
    assert lintas.json("audit", "verify")[0]["ok"]


def test_leads_in_words_of_both_languages(lintas: Lintas) -> None:
    lintas(*AS_SUPERVISOR, "patterns", "run", "--only", "same_payer", *SPAN, "--keep")
    assert "Employers, licensed placement agencies" in lintas(*AS_SUPERVISOR, "insight", "leads").stdout
    said = lintas("--language", "id", *AS_SUPERVISOR, "insight", "leads").stdout
    assert "Satu pembayar membiayai 7 keberangkatan" in said
    assert "baru" in said


def test_leads_are_kept_by_supervisors_and_of_the_own_record(lintas: Lintas, tmp_path: Path) -> None:
    run = ("patterns", "run", "--only", "same_payer", *SPAN, "--keep")
    assert "ROLE_NOT_ALLOWED" in lintas(*run, code=2).stderr
    assert "own crossings" in lintas(*AS_SUPERVISOR, *run, "--parquet", str(tmp_path), code=2).stderr
    assert "may not call ListLeads" in lintas("insight", "leads", code=2).stderr
    assert "no leads" in lintas(*AS_SUPERVISOR, "insight", "leads").stdout
