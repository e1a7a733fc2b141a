"""A whole list waits for a second person, over every data base."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from google.protobuf.json_format import ParseDict

from console.client import Client, ServiceError, connected, new_request_id
from console.event_filter import EventFilter
from console.server import serving
from console.settings import Settings
from console.wiring import House, open_house
from ledger.actor import Actor
from lintas.v1 import supervision_pb2 as wire
from lintas.v1 import watchlist_pb2
from tests.line.test_supervision import RINA, TONO, review

HEADER = "entry_id,kind,category,action,authority,names,birth_dates\n"
ANNA = "1,person,travel_ban,refuse_departure,A,ANNA CITRA,1980-01-02\n"
BUDI = "2,person,travel_ban,refuse_departure,A,BUDI HARTO,1981-01-02\n"


@pytest.fixture
def house(database_url: str) -> Iterator[House]:
    settings = Settings(database_url=database_url, listen="127.0.0.1:0", import_needs_review=True)
    with open_house(settings) as opened:
        yield opened


@pytest.fixture
def address(house: House, database_url: str) -> Iterator[str]:
    settings = Settings(database_url=database_url, listen="127.0.0.1:0", import_needs_review=True)
    with serving(house, settings) as bound:
        yield bound


def import_as(address: str, actor: Actor, text: str, **parts: str) -> watchlist_pb2.ImportEntriesResponse:
    given = {"request_id": new_request_id(), "list_id": "bans", "reason": "monthly list"} | parts
    header = ParseDict(given, watchlist_pb2.ImportHeader())
    with connected(address, actor) as client:
        return client.import_entries(header, [[text.encode()]])


def decide(address: str, actor: Actor, name: str, decision: str = "APPROVED") -> wire.Proposal:
    with connected(address, actor) as client:
        return review(client, client.get_proposal(name), decision, "because")


def names(client: Client) -> list[str]:
    page = client.list_entries(watchlist_pb2.ListEntriesRequest())
    return sorted(entry.names[0].full for entry in page.entries if entry.state == watchlist_pb2.ENTRY_STATE_ACTIVE)


def test_a_list_changes_nothing_until_somebody_else_agrees(address: str) -> None:
    answer = import_as(address, RINA, HEADER + ANNA + BUDI)
    assert (answer.added, answer.watchlist_version, answer.dry_run) == (2, 0, False)
    with connected(address, TONO) as tono:
        assert names(tono) == []
        (waiting,) = tono.list_pending(wire.ListPendingRequest()).proposals
        assert waiting.name == answer.proposal
        assert (waiting.change.list_import.added, waiting.reason) == (2, "monthly list")
        with pytest.raises(ServiceError, match="their own"):
            decide(address, RINA, answer.proposal)
        done = decide(address, TONO, answer.proposal)
        assert (done.state, done.watchlist_version) == (wire.PROPOSAL_STATE_APPROVED, 2)
        assert names(tono) == ["ANNA CITRA", "BUDI HARTO"]
        found = tono.search(watchlist_pb2.SearchRequest(names=[watchlist_pb2.SubjectName(full="ANNA CITRA")]))
        assert [hit.entry.list_id for hit in found.hits] == ["bans"]


def test_a_rejected_list_leaves_nothing(address: str, house: House) -> None:
    answer = import_as(address, RINA, HEADER + ANNA)
    assert decide(address, TONO, answer.proposal, "REJECTED").state == wire.PROPOSAL_STATE_REJECTED
    with connected(address, TONO) as tono:
        assert names(tono) == []
    assert house.audit.verify().faults == ()


def test_what_was_shown_is_what_is_imported_or_nothing(address: str, house: House) -> None:
    first = import_as(address, RINA, HEADER + ANNA)
    second = import_as(address, RINA, HEADER + ANNA + BUDI)
    decide(address, TONO, second.proposal)
    with pytest.raises(ServiceError) as caught:
        decide(address, TONO, first.proposal)
    assert caught.value.reason == "PREVIEW_MOVED"
    with connected(address, TONO) as tono:
        assert names(tono) == ["ANNA CITRA", "BUDI HARTO"]
    assert house.audit.verify().faults == ()


def test_two_reviewers_at_once_import_once(address: str, house: House) -> None:
    answer = import_as(address, RINA, HEADER + ANNA + BUDI)

    def agree(number: int) -> str:
        try:
            decide(address, Actor("desk", f"sup-{number}", TONO.role), answer.proposal)
        except ServiceError as error:
            return error.reason
        return "approved"

    with ThreadPoolExecutor(4) as pool:
        told = sorted(pool.map(agree, range(4)))
    assert told.count("approved") == 1
    assert set(told) <= {"approved", "PROPOSAL_DECIDED", "PREVIEW_MOVED", "LIST_MOVED", "FILES_GONE"}
    kinds = [event.kind for event in house.audit.query(EventFilter(), limit=100)]
    assert kinds.count("watchlist.imported") == kinds.count("watchlist.approved") == 1
    assert house.audit.verify().faults == ()


def test_a_list_that_changes_nothing_can_still_be_agreed_to(address: str) -> None:
    decide(address, TONO, import_as(address, RINA, HEADER + ANNA).proposal)
    again = import_as(address, RINA, HEADER + ANNA)
    assert (again.added, again.unchanged) == (0, 1)
    assert decide(address, TONO, again.proposal).state == wire.PROPOSAL_STATE_APPROVED


def test_the_same_request_is_one_proposal_and_another_file_a_conflict(address: str) -> None:
    same = {"request_id": new_request_id()}
    first = import_as(address, RINA, HEADER + ANNA, **same)
    assert import_as(address, RINA, HEADER + ANNA, **same).proposal == first.proposal
    with pytest.raises(ServiceError) as caught:
        import_as(address, RINA, HEADER + BUDI, **same)
    assert caught.value.reason == "REQUEST_ID_REUSED"


def test_what_supervisors_decide_is_no_list_that_a_file_may_replace(address: str) -> None:
    with pytest.raises(ServiceError) as caught:
        import_as(address, RINA, HEADER + ANNA, list_id="local")
    assert caught.value.reason == "LIST_RESERVED"
