"""Many travellers over one stream, and an innocent namesake who is not held up twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from console.cli import app
from console.client import Client, ServiceError, new_request_id
from ledger.actor import Actor, Role
from lintas.v1 import exclusions_pb2, watchlist_pb2
from tests.line.conftest import ClientFor

HEADER = "entry_id,kind,category,action,authority,names,birth_dates\n"
ROWS = f"{HEADER}7,person,wanted,verify_identity,A,SUGIARTO HADI,1966-06-05\n"
BORN = {"year": 1966, "month": 6, "day": 5}


@pytest.fixture(autouse=True)
def listed(client_for: ClientFor) -> None:
    with client_for(Actor("desk", "sup-9", Role.SUPERVISOR)) as client:
        header = watchlist_pb2.ImportHeader(request_id=new_request_id(), list_id="screened", source="lintas-csv")
        client.import_entries(header, [[ROWS.encode()]])


def search(name: str, **parts: object) -> watchlist_pb2.SearchRequest:
    return watchlist_pb2.SearchRequest(names=[watchlist_pb2.SubjectName(full=name)], birth_dates=[BORN], **parts)  # type: ignore[arg-type]  # as the wire takes them


def test_every_row_has_its_answer_in_order_and_a_bad_one_hurts_nobody(officer: Client) -> None:
    rows = [search("SUGIARTO HADI"), search(" "), watchlist_pb2.SearchRequest(), search("MARIANNE ERIKSSON")]
    requests = [watchlist_pb2.ScreenBatchRequest(reference=f"row {n}", search=row) for n, row in enumerate(rows)]
    answers = list(officer.screen_batch(requests))
    assert [answer.reference for answer in answers] == ["row 0", "row 1", "row 2", "row 3"]
    assert [hit.entry.name for hit in answers[0].hits] == ["entries/screened:7"]
    assert [answer.error_field for answer in answers] == ["", "names[0]", "names", ""]
    assert answers[2].error_reason == "SUBJECT_EMPTY"
    assert not answers[3].hits
    assert answers[3].watchlist_version > 0


def test_answers_come_while_rows_still_go_out(officer: Client) -> None:
    sent: list[int] = []

    def rows() -> Iterator[watchlist_pb2.ScreenBatchRequest]:
        for number in range(2000):
            sent.append(number)
            yield watchlist_pb2.ScreenBatchRequest(search=search("MARIANNE ERIKSSON"))

    answers = officer.screen_batch(rows())
    next(answers)
    assert len(sent) < 2000
    assert sum(1 for _ in answers) == 1999


def test_a_namesake_is_settled_by_two_and_not_held_up_again(client_for: ClientFor, officer: Client) -> None:
    document = watchlist_pb2.DocumentKey(issuer="IDN", number="C7654321")
    seen = search("SUGIARTO HADI", documents=[document])
    (hit,) = officer.search(seen).hits
    assert hit.grade != watchlist_pb2.GRADE_EXCLUDED
    recorded = officer.record_exclusion(
        exclusions_pb2.RecordExclusionRequest(
            request_id=new_request_id(),
            document=document,
            entry=hit.entry.name,
            entry_etag=hit.entry.etag,
            reason="other parents, other birthplace",
        )
    )
    confirm = exclusions_pb2.ConfirmExclusionRequest(
        request_id=new_request_id(), name=recorded.name, etag=recorded.etag
    )
    with pytest.raises(ServiceError) as caught:
        officer.confirm_exclusion(confirm)
    assert caught.value.code == "PERMISSION_DENIED"
    with client_for(Actor("desk-2", "off-18", Role.SECOND_OFFICER)) as second:
        assert second.confirm_exclusion(confirm).state == exclusions_pb2.EXCLUSION_STATE_IN_FORCE
        (hit,) = second.search(seen).hits
        assert hit.grade == watchlist_pb2.GRADE_EXCLUDED
        (other,) = second.search(search("SUGIARTO HADI")).hits
        assert other.grade != watchlist_pb2.GRADE_EXCLUDED
        listed = second.list_exclusions(exclusions_pb2.ListExclusionsRequest()).exclusions
        assert recorded.name in [each.name for each in listed]


def test_on_the_command_line(tmp_path: Path) -> None:
    file = tmp_path / "screened.csv"
    file.write_text(ROWS)

    def run(*arguments: str, officer: str = "dewi") -> str:
        env = {"LINTAS_DATABASE_URL": f"sqlite:///{tmp_path}/x.sqlite", "LINTAS_OFFICER": officer}
        result = CliRunner().invoke(app, arguments, env=env)
        assert result.exit_code == 0, (result.stdout, result.stderr)
        return result.stdout

    run("--role", "supervisor", "watchlist", "import", str(file))
    told = run("exclusion", "record", "screened:7", "--document", "IDN:C1", "-m", "a head taller", "--json")
    name = json.loads(told)["name"]
    assert "in force" in run("--role", "second_officer", "exclusion", "confirm", name, officer="tono")
    assert "IDN:C1 is not entries/screened:7" in run("exclusion", "list")
    assert json.loads(run("audit", "verify", "--json"))["ok"]
    withdrawn = run("--role", "supervisor", "exclusion", "withdraw", name, "-m", "it was him", "--json")
    assert json.loads(withdrawn)["state"] == "EXCLUSION_STATE_WITHDRAWN"
