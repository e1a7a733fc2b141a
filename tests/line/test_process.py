"""The service as a process: nothing answered is lost, it ends in order, and it tells nobody who crossed."""

from __future__ import annotations

import random
import threading
from pathlib import Path

import pytest

from console.cli.demo import samples
from console.client import Client, ServiceError, connected, new_request_id
from console.settings import Settings
from console.wiring import open_audit
from lintas.v1 import verification_pb2 as wire
from lintas.v1 import watchlist_pb2
from tests.line.conftest import OFFICER, SECOND, SUPERVISOR
from tests.line.process import service
from tests.verifier.people import GOOD


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/lintas.sqlite"


def examine(client: Client) -> wire.Case:
    return client.examine(wire.ExamineRequest(request_id=new_request_id(), mrz_lines=GOOD))


@pytest.mark.slow
def test_killing_the_process_loses_no_answered_case(url: str) -> None:
    """Four times: callers at work, kill -9 at a random moment, start again, and every answer is still there."""
    chance = random.Random(4711)
    answered: list[str] = []

    def work(address: str) -> None:
        try:
            with connected(address, OFFICER) as client:
                while True:
                    answered.append(examine(client).name)
        except ServiceError:
            return

    for _ in range(4):
        with service(url) as running:
            workers = [threading.Thread(target=work, args=(running.address,)) for _ in range(4)]
            for worker in workers:
                worker.start()
            threading.Event().wait(0.3 + chance.random())
            running.kill()
            for worker in workers:
                worker.join()
    assert len(answered) > 20
    with service(url) as running, connected(running.address, OFFICER) as client:
        for name in answered:
            assert client.get_case(name).name == name
    with open_audit(Settings(database_url=url)) as audit:
        report = audit.verify()
    assert report.faults == ()
    assert report.event_count >= len(answered)


def test_it_ends_in_order(url: str) -> None:
    with service(url) as running:
        with connected(running.address, OFFICER) as client:
            name = examine(client).name
        assert running.stop() == 0
        assert "Stopping" in running.log
    with service(url) as again, connected(again.address, OFFICER) as client:
        assert client.get_case(name).name == name


def test_nothing_personal_is_logged(url: str) -> None:
    """A whole run: samples, list import, decisions, faults of every kind; then the log is searched for people."""
    people: set[str] = set()
    with service(url) as running:
        with connected(running.address, SUPERVISOR) as client:
            header = watchlist_pb2.ImportHeader(request_id=new_request_id(), list_id="demo")
            rows = (Path(__file__).parents[2] / "console/samples/demo_watchlist.csv").read_bytes()
            client.import_entries(header, [[rows]])
            client.import_entries(
                watchlist_pb2.ImportHeader(request_id=new_request_id(), list_id="broken", source="lintas-csv"),
                [[b"entry_id,kind,category,action,authority,names\nZX-9,person,zebra,zebra,QUERULOUS,ZEBEDEE\n"]],
            )
            people |= {"ZEBEDEE", "QUERULOUS", "ZX-9"}
            people |= {name.full for entry in _entries(client) for name in entry.names}
        with connected(running.address, OFFICER) as client:
            for sample in samples():
                case = client.examine(
                    wire.ExamineRequest(request_id=new_request_id(), image=sample.image, visual_zone=sample.visual_zone)
                )
                people |= {field.value for field in case.examination.mrz.fields if len(field.value) > 3}
                people |= {sample.visual_zone.surname, sample.visual_zone.given_names}
            for bad in _faulty():
                with pytest.raises(ServiceError):
                    client.examine(bad)
        with connected(running.address, SECOND) as client:
            client.record_decision(
                wire.RecordDecisionRequest(
                    request_id=new_request_id(), name=case.name, etag=case.etag, outcome="OUTCOME_CLEAR", note="WALRUS"
                )
            )
        running.stop()
        log = running.log
    assert log.count("/lintas.v1.VerificationService/Examine") > 7
    assert "INVALID_DATE" in log
    found = {name for name in people | {"WALRUS"} if name and name in log}
    assert found == set()


def _entries(client: Client) -> list[watchlist_pb2.Entry]:
    return list(client.list_entries(watchlist_pb2.ListEntriesRequest()).entries)


def _faulty() -> list[wire.ExamineRequest]:
    zone = {"surname": "OKAPI", "birth_date": {"year": 2000, "month": 2, "day": 31}}
    return [
        wire.ExamineRequest(request_id=new_request_id(), mrz_lines=GOOD, visual_zone=zone),
        wire.ExamineRequest(request_id=new_request_id(), image=b"OKAPI"),
        wire.ExamineRequest(request_id="OKAPI OKAPI", mrz_lines=GOOD),
        wire.ExamineRequest(request_id=new_request_id(), mrz_lines=["OKAPI" * 200]),
    ]
