"""A post without a link works on its copy, and says how old that is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from console.client import Client, ServiceError, connected, new_request_id
from console.server import serving
from console.settings import Settings
from console.sync.post_side import install_file, status_of_post
from console.wiring import open_database, open_house
from ledger.actor import Actor, Role
from lintas.v1 import verification_pb2, watchlist_pb2
from tests.watchlist.people import person
from tests.watchlist.replica.lists import KEY, Centre, Clock, opened
from watchlist.signing.ed25519 import Ed25519Signer
from watchlist.sources.lintas_csv import TEMPLATE

OFFICER = Actor("booth-1", "off-17", Role.OFFICER)
SUPERVISOR = Actor("booth-1", "sup-1", Role.SUPERVISOR)
GOOD = ("P<IDNSANTOSO<<BUDI<<<<<<<<<<<<<<<<<<<<<<<<<<", "X1234567<7IDN8503127M3401011<<<<<<<<<<<<<<06")
OTHER = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F3204153ZE184226B<<<<<10")
LISTED = person("a", "BUDI SANTOSO", "1985-03-12")


def settings_of(folder: Path) -> Settings:
    """Of a post whose centre nobody can reach."""
    return Settings(
        database_url=f"sqlite:///{folder}/post.sqlite",
        listen="127.0.0.1:0",
        list_copy=folder / "copy.sqlite",
        centre="127.0.0.1:9",
        centre_keys=folder / "centre.pub",
        list_stale_minutes=15,
        list_expired_hours=24,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With the centre's public key."""
    (tmp_path / "centre.pub").write_text(Ed25519Signer(KEY).public_pem())
    return tmp_path


def carried(folder: Path, age: timedelta) -> None:
    """A snapshot of that age came on a stick. Older ones would be refused, so the post takes it in good time."""
    database = opened(folder / "centre.sqlite")
    centre = Centre(database, Clock(datetime.now(UTC) - age))
    centre.say(LISTED)
    centre.snapshot(folder / "list.lintas-snapshot")
    database.close()
    install_file(settings_of(folder), folder / "list.lintas-snapshot", may_go_back=False)


@contextmanager
def post(folder: Path, actor: Actor = OFFICER) -> Iterator[Client]:
    """A client of the post's own service."""
    settings = settings_of(folder)
    with open_house(settings) as house, serving(house, settings) as address, connected(address, actor) as client:
        yield client


def examined(client: Client, lines: tuple[str, ...] = GOOD) -> verification_pb2.Case:
    request = verification_pb2.ExamineRequest(request_id=new_request_id(), mrz_lines=lines)
    return client.examine(request)


def codes(case: verification_pb2.Case) -> set[str]:
    return {reason.code for reason in case.examination.advice.reasons}


def test_a_fresh_copy_gives_a_full_check(folder: Path) -> None:
    carried(folder, timedelta(minutes=1))
    with post(folder) as client:
        case = examined(client)
    provenance = case.examination.provenance
    assert provenance.watchlist_freshness == verification_pb2.LIST_FRESHNESS_FRESH
    assert provenance.watchlist_version == 1
    age = datetime.now(UTC) - provenance.watchlist_as_of.ToDatetime(tzinfo=UTC)
    assert timedelta(seconds=60) <= age < timedelta(minutes=10)
    assert "PERSON_LISTED" in codes(case)


def test_a_stale_copy_is_marked(folder: Path) -> None:
    carried(folder, timedelta(hours=2))
    with post(folder) as client:
        listed, other = examined(client), examined(client, OTHER)
    assert listed.examination.provenance.watchlist_freshness == verification_pb2.LIST_FRESHNESS_STALE
    assert codes(listed) >= {"LIST_STALE", "PERSON_LISTED"}
    assert "LIST_STALE" in codes(other)
    assert "NOTHING_FOUND" not in codes(other)


def test_an_expired_copy_refers_everybody(folder: Path) -> None:
    carried(folder, timedelta(hours=23, minutes=59, seconds=50))
    database = opened(folder / "copy.sqlite")
    with database.engine.begin() as connection:  # a day without a link
        earlier = (datetime.now(UTC) - timedelta(hours=25)).isoformat(timespec="microseconds").replace("+00:00", "Z")
        connection.exec_driver_sql("UPDATE watchlist_replica SET as_of = ?", (earlier,))
    database.close()
    with post(folder) as client:
        case = examined(client, OTHER)
        result = client.search(watchlist_pb2.SearchRequest(mrz_lines=OTHER))
    assert case.examination.provenance.watchlist_freshness == verification_pb2.LIST_FRESHNESS_EXPIRED
    assert "LIST_EXPIRED" in codes(case)
    assert case.examination.advice.kind == verification_pb2.ADVICE_KIND_REFER
    assert any("expired" in note.en for note in result.notes)


def test_a_post_that_never_had_a_list_claims_nothing(folder: Path) -> None:
    with post(folder) as client:
        case = examined(client, OTHER)
    assert case.examination.provenance.watchlist_freshness == verification_pb2.LIST_FRESHNESS_EXPIRED
    assert not case.examination.provenance.HasField("watchlist_as_of")
    assert "LIST_EXPIRED" in codes(case)


def test_what_was_done_offline_waits_to_be_delivered(folder: Path) -> None:
    carried(folder, timedelta(minutes=1))
    with post(folder) as client:
        examined(client)
        examined(client, OTHER)
    settings = settings_of(folder)
    with open_database(settings) as database:
        assert status_of_post(database, settings).pending_events == 2


def test_the_list_cannot_be_changed_at_a_post(folder: Path) -> None:
    carried(folder, timedelta(minutes=1))
    header = watchlist_pb2.ImportHeader(request_id=new_request_id(), list_id="mine", source="lintas-csv")
    with post(folder, SUPERVISOR) as client, pytest.raises(ServiceError) as caught:
        client.import_entries(header, [[TEMPLATE.encode()]])
    assert caught.value.reason == "REPLICA_READ_ONLY"
