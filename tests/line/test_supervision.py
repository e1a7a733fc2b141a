"""The supervisors' desk over the port: two people, one booth that sees what they decided."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from google.protobuf.timestamp_pb2 import Timestamp

from console.client import Client, ServiceError, new_request_id
from ledger.actor import Actor, Role
from lintas.v1 import supervision_pb2 as wire
from lintas.v1 import watchlist_pb2
from tests.line.conftest import ClientFor

RINA = Actor("desk-1", "rina", Role.SUPERVISOR)
TONO = Actor("desk-2", "tono", Role.SUPERVISOR)
NIK = iter(range(1, 100))


def stamp(instant: datetime) -> Timestamp:
    made = Timestamp()
    made.FromDatetime(instant)
    return made


def ban(name: str, **parts: object) -> watchlist_pb2.Entry:
    start = datetime.now(UTC) - timedelta(days=1)
    given: dict[str, object] = {
        "kind": "ENTRY_KIND_PERSON",
        "category": "CATEGORY_TRAVEL_BAN",
        "action": "ACTION_REFUSE_DEPARTURE",
        "authority": "Kejaksaan",
        "legal_ground": "UU 6/2011",
        "remarks": "a case",
        "names": [watchlist_pb2.ListedName(full=name)],
        "birth_dates": [{"year": 1981, "month": 7, "day": 6}],
        "birth_places": ["CURUP"],
        "sex": "SEX_MALE",
        "identity_numbers": [f"17010181070600{next(NIK):02}"],
        "photo_reference": "kejaksaan/1",
        "valid_from": stamp(start),
        "valid_until": stamp(start + timedelta(days=150)),
    }
    return watchlist_pb2.Entry(**(given | parts))  # type: ignore[arg-type]  # as the wire takes them


def propose(client: Client, change: wire.ProposedChange, *, request_id: str = "", reason: str = "why") -> wire.Proposal:
    request = wire.ProposeChangeRequest(request_id=request_id or new_request_id(), change=change, reason=reason)
    return client.propose_change(request)


def add(client: Client, entry: watchlist_pb2.Entry) -> wire.Proposal:
    return propose(client, wire.ProposedChange(kind=wire.PROPOSAL_KIND_ADD, entry=entry))


def review(client: Client, proposal: wire.Proposal, decision: str = "APPROVED", reason: str = "") -> wire.Proposal:
    return client.review_change(
        wire.ReviewChangeRequest(
            request_id=new_request_id(),
            name=proposal.name,
            etag=proposal.etag,
            decision=f"PROPOSAL_STATE_{decision}",
            reason=reason,
        )
    )


def hits(client: Client, name: str) -> list[watchlist_pb2.Hit]:
    born = {"year": 1981, "month": 7, "day": 6}
    request = watchlist_pb2.SearchRequest(names=[watchlist_pb2.SubjectName(full=name)], birth_dates=[born])
    return list(client.search(request).hits)


def test_two_supervisors_decide_and_the_booth_sees_it(client_for: ClientFor, officer: Client) -> None:
    with client_for(RINA) as rina, client_for(TONO) as tono:
        proposal = add(rina, ban("HARJOSUMITRO PANDU"))
        assert hits(officer, "HARJOSUMITRO PANDU") == []
        assert proposal.name in [each.name for each in tono.list_pending(wire.ListPendingRequest()).proposals]
        done = review(tono, proposal)
        assert (done.state, done.reviewer.officer_id) == (wire.PROPOSAL_STATE_APPROVED, "tono")
        (hit,) = hits(officer, "HARJOSUMITRO PANDU")
        assert hit.entry.action == watchlist_pb2.ACTION_REFUSE_DEPARTURE
        revoke = wire.RevokeEntryRequest(
            request_id=new_request_id(), name=hit.entry.name, etag=hit.entry.etag, reason="withdrawn by the authority"
        )
        review(rina, tono.revoke_entry(revoke))
        assert hits(officer, "HARJOSUMITRO PANDU") == []
        told = rina.entry_history(wire.GetEntryHistoryRequest(name=hit.entry.name))
        assert [version.entry.etag for version in told.versions] == ["1", "2"]
        assert [field.field for field in told.versions[1].fields] == ["revoked_at"]
        assert [each.change.kind for each in told.proposals] == [wire.PROPOSAL_KIND_ADD, wire.PROPOSAL_KIND_REVOKE]


def test_an_extension_over_the_port(client_for: ClientFor) -> None:
    with client_for(RINA) as rina, client_for(TONO) as tono:
        done = review(tono, add(rina, ban("SURYADI TEGUH")))
        name = done.effect[0].name
        until = done.change.entry.valid_until.ToDatetime(tzinfo=UTC) + timedelta(days=90)
        request = wire.ExtendEntryRequest(
            request_id=new_request_id(), name=name, etag="1", valid_until=stamp(until), reason="trial goes on"
        )
        proposal = rina.extend_entry(request)
        assert {field.field for field in proposal.effect[0].fields} == {"valid_until", "extensions"}
        review(tono, proposal)
        assert tono.get_entry(name).valid_until.ToDatetime(tzinfo=UTC) == until
        as_of = stamp(done.review_time.ToDatetime())
        then = rina.entry_history(wire.GetEntryHistoryRequest(name=name, as_of=as_of))
        assert [version.entry.etag for version in then.versions] == ["1"]


def test_nobody_reviews_their_own_and_no_officer_proposes(client_for: ClientFor, officer: Client) -> None:
    with client_for(RINA) as rina:
        proposal = add(rina, ban("WIBOWO"))
        with pytest.raises(ServiceError) as caught:
            review(rina, proposal)
        assert (caught.value.code, caught.value.reason) == ("PERMISSION_DENIED", "OWN_PROPOSAL")
        assert review(rina, proposal, "WITHDRAWN").state == wire.PROPOSAL_STATE_WITHDRAWN
    with pytest.raises(ServiceError) as caught:
        add(officer, ban("WIBOWO"))
    assert caught.value.code == "PERMISSION_DENIED"


def test_the_ground_of_a_restricted_entry_is_not_for_the_booth(client_for: ClientFor, officer: Client) -> None:
    with client_for(RINA) as rina, client_for(TONO) as tono:
        done = review(tono, add(rina, ban("KUSNADI RAHARJO", confidentiality="CONFIDENTIALITY_RESTRICTED")))
        name = done.effect[0].name
        for seen in (officer.get_entry(name), hits(officer, "KUSNADI RAHARJO")[0].entry):
            assert (seen.authority, seen.legal_ground, seen.remarks, seen.photo_reference) == ("", "", "", "")
            assert seen.action == watchlist_pb2.ACTION_REFUSE_DEPARTURE
        assert rina.get_entry(name).legal_ground == "UU 6/2011"
        assert hits(rina, "KUSNADI RAHARJO")[0].entry.remarks == "a case"


def test_the_same_request_twice_is_one_proposal_and_another_body_a_conflict(client_for: ClientFor) -> None:
    with client_for(RINA) as rina:
        change = wire.ProposedChange(kind=wire.PROPOSAL_KIND_ADD, entry=ban("SANTOSO"))
        request_id = new_request_id()
        first = propose(rina, change, request_id=request_id)
        assert propose(rina, change, request_id=request_id).name == first.name
        with pytest.raises(ServiceError) as caught:
            propose(rina, change, request_id=request_id, reason="another")
        assert (caught.value.code, caught.value.reason) == ("ALREADY_EXISTS", "REQUEST_ID_REUSED")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (wire.ProposedChange(), "change.kind"),
        (wire.ProposedChange(kind=wire.PROPOSAL_KIND_ADD), "entry"),
        (wire.ProposedChange(kind=wire.PROPOSAL_KIND_ADD, entry=watchlist_pb2.Entry()), "change.entry.kind"),
        (wire.ProposedChange(kind=wire.PROPOSAL_KIND_REVOKE), "change.targets"),
        (wire.ProposedChange(kind=wire.PROPOSAL_KIND_IMPORT), "kind"),
        (
            wire.ProposedChange(kind=wire.PROPOSAL_KIND_REVOKE, targets=[wire.ChangeTarget(name="entries/x")]),
            "change.targets[0].etag",
        ),
        (
            wire.ProposedChange(kind=wire.PROPOSAL_KIND_REVOKE, targets=[wire.ChangeTarget(name="x", etag="1")]),
            "change.targets[0].name",
        ),
        (
            wire.ProposedChange(
                kind=wire.PROPOSAL_KIND_REVOKE, targets=[wire.ChangeTarget(name="entries/nobody", etag="1")]
            ),
            "name",
        ),
    ],
)
def test_a_wrong_proposal_names_its_field(client_for: ClientFor, change: wire.ProposedChange, field: str) -> None:
    with client_for(RINA) as rina:
        with pytest.raises(ServiceError) as caught:
            propose(rina, change)
        assert field in [name for name, _ in caught.value.fields]


def test_an_entry_that_is_not_whole_names_all_fields_at_once(client_for: ClientFor) -> None:
    with client_for(RINA) as rina:
        with pytest.raises(ServiceError) as caught:
            add(rina, ban("X", sex="SEX_UNSPECIFIED", birth_places=[], photo_reference=""))
        assert [name for name, _ in caught.value.fields] == [
            "entry.sex", "entry.birth_places", "entry.photo_reference",
        ]  # fmt: skip


def test_the_law_and_its_words_are_there_for_forms(officer: Client) -> None:
    told = officer.list_rules()
    by_category = {rule.category: rule for rule in told.rules}
    travel_ban = by_category[watchlist_pb2.CATEGORY_TRAVEL_BAN]
    assert (travel_ban.first_months, travel_ban.extensions, travel_ban.extension_months) == (6, 1, 6)
    assert len(by_category) == len(watchlist_pb2.Category.keys()) - 1
    assert told.words["action.refuse_departure"].id == "cegah keberangkatan"
