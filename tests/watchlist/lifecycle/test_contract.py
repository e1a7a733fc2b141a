"""What the desk promises over every store."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from ledger.actor import Actor, Role
from ledger.errors import LintasError
from ledger.event import EventDraft
from tests.watchlist.lifecycle.desks import BAN, LOST, MAY, RINA, TONO, Office, key
from watchlist.entry import EntryState, ListedName, Subject, SubjectName
from watchlist.lifecycle.desk import Review
from watchlist.lifecycle.proposal import ProposalKind, ProposalState
from watchlist.lifecycle.store import ProposalFilter, Verdict
from watchlist.partial_date import PartialDate
from watchlist.standing import ObjectionState
from watchlist.store import Changes


def refused(call: object, *arguments: object, **parts: object) -> LintasError:
    """The fault that the call raises."""
    assert callable(call)
    with pytest.raises(LintasError) as caught:
        call(*arguments, **parts)
    return caught.value


def hits(office: Office, name: str = "ANNA CITRA") -> list[str]:
    subject = Subject((SubjectName(name),), (PartialDate(1990, 1, 2),))
    return [hit.entry.entry_id for hit in office.searcher.search(subject, office.now).hits]


def test_nothing_is_listed_before_a_second_person_agrees(office: Office) -> None:
    proposal = office.propose(ProposalKind.ADD, entry=BAN)
    assert hits(office) == []
    office.approve(proposal)
    assert proposal.entry is not None
    assert hits(office) == [proposal.entry.entry_id]
    assert office.kinds() == ["watchlist.proposed", "watchlist.approved"]


@pytest.mark.parametrize("by", [RINA, Actor("desk-9", "RINA", Role.ADMINISTRATOR)])
def test_nobody_decides_on_their_own_proposal(office: Office, by: Actor) -> None:
    proposal = office.propose(ProposalKind.ADD, entry=BAN)
    assert refused(office.approve, proposal, by=by).reason == "OWN_PROPOSAL"
    assert office.desk.get(proposal.proposal_id).state is ProposalState.PENDING
    assert office.kinds() == ["watchlist.proposed"]


def test_the_store_itself_refuses_a_self_made_approval(office: Office) -> None:
    proposal = office.propose(ProposalKind.ADD, entry=BAN)
    forged = replace(proposal, state=ProposalState.APPROVED, reviewer=Actor("x", "Rina", Role.SUPERVISOR), version=2)
    verdict = Verdict(forged, Changes((), (), (), 0))
    draft = EventDraft("watchlist.approved", RINA, proposal.name, {}, office.now)
    assert refused(office.proposals.decide, verdict, draft, key()).reason == "OWN_PROPOSAL"
    assert office.kinds() == ["watchlist.proposed"]


def test_a_rejection_needs_its_reason_and_changes_nothing(office: Office) -> None:
    proposal = office.propose(ProposalKind.ADD, entry=BAN)
    review = Review(proposal.proposal_id, proposal.etag, ProposalState.REJECTED)
    assert refused(office.desk.review, review, TONO, key()).reason == "REASON_MISSING"
    decided = office.desk.review(replace(review, reason="no letter"), TONO, key())
    assert (decided.state, decided.review_reason, decided.reviewer) == (ProposalState.REJECTED, "no letter", TONO)
    assert office.entries.list_version() == 0
    assert refused(office.approve, decided).reason == "PROPOSAL_DECIDED"


def test_only_its_proposer_withdraws(office: Office) -> None:
    proposal = office.propose(ProposalKind.ADD, entry=BAN)
    review = Review(proposal.proposal_id, proposal.etag, ProposalState.WITHDRAWN)
    assert refused(office.desk.review, review, TONO, key()).reason == "NOT_OWN_PROPOSAL"
    assert office.desk.review(review, RINA, key()).state is ProposalState.WITHDRAWN


def test_two_reviewers_at_once_decide_once(office: Office) -> None:
    proposal = office.propose(ProposalKind.ADD, entry=BAN)

    def approve(number: int) -> str:
        try:
            office.approve(proposal, by=Actor("desk", f"sup-{number}", Role.SUPERVISOR))
        except LintasError as error:
            return error.reason
        return "approved"

    with ThreadPoolExecutor(8) as pool:
        told = sorted(pool.map(approve, range(8)))
    assert told == ["PROPOSAL_DECIDED"] * 7 + ["approved"]
    assert office.entries.list_version() == 1
    assert office.kinds().count("watchlist.approved") == 1


def test_the_same_request_again_changes_nothing(office: Office) -> None:
    draft = office.propose(ProposalKind.ADD, entry=BAN)
    again = key("the-same-request")
    first = office.desk.propose(replace(draft, entry=LOST), RINA, again)
    assert office.desk.propose(replace(draft, entry=LOST), RINA, again) == first
    review, agreed = Review(first.proposal_id, first.etag, ProposalState.APPROVED), key("review-request")
    assert office.desk.review(review, TONO, agreed) == office.desk.review(review, TONO, agreed)
    assert office.entries.list_version() == 1
    other = replace(again, digest="another")
    assert refused(office.desk.propose, draft, RINA, other).reason == "REQUEST_ID_REUSED"


def test_an_entry_is_extended_once_and_lapses_at_the_instant(office: Office) -> None:
    entry = office.listed()
    end = MAY.replace(year=2027)
    office.done(ProposalKind.EXTEND, entry, valid_until=end)
    extended = office.entries.get(entry.entry_id)
    assert (extended.valid_until, extended.extensions, extended.version) == (end, 1, 2)
    assert (
        refused(office.propose, ProposalKind.EXTEND, extended, valid_until=end + timedelta(days=1)).reason
        == "EXTENSION_LIMIT"
    )
    office.now = end - timedelta(microseconds=1)
    assert extended.state_at(office.now) is EntryState.ACTIVE
    assert hits(office) == [entry.entry_id]
    office.now = end
    assert office.desk.state_of(extended) is EntryState.LAPSED


def test_a_revoked_entry_is_gone_from_searches_and_final(office: Office) -> None:
    entry = office.listed()
    office.done(ProposalKind.REVOKE, entry)
    revoked = office.entries.get(entry.entry_id)
    assert revoked.state_at(office.now) is EntryState.REVOKED
    assert hits(office) == []
    for kind in (ProposalKind.REVOKE, ProposalKind.CORRECT):
        assert refused(office.propose, kind, revoked, entry=revoked).reason == "ENTRY_NOT_IN_FORCE"


def test_a_proposal_on_an_entry_that_moved_on_is_refused(office: Office) -> None:
    entry = office.listed()
    slow = office.propose(ProposalKind.CORRECT, entry, entry=replace(entry, remarks="slow"))
    office.done(ProposalKind.CORRECT, entry, entry=replace(entry, remarks="fast"))
    assert refused(office.approve, slow).reason == "ENTRY_MOVED"
    assert office.entries.get(entry.entry_id).remarks == "fast"
    assert office.desk.get(slow.proposal_id).state is ProposalState.PENDING


def test_a_correction_shows_field_by_field_and_the_past_can_be_seen(office: Office) -> None:
    entry = office.listed()
    office.wait(days=1)
    wanted = replace(entry, names=(*entry.names, ListedName("ANNA C.")), birth_places=("CURUP",))
    proposal = office.propose(ProposalKind.CORRECT, entry, entry=wanted)
    (change,) = office.desk.effect(proposal)
    assert {each.field: (each.removed, each.added) for each in change.fields} == {
        "names": ((), ("ANNA C.",)),
        "birth_places": (("BENGKULU",), ("CURUP",)),
    }
    done = office.approve(proposal)
    assert office.desk.effect(done) == (change,)
    assert office.desk.as_of(entry.entry_id, MAY) == entry
    assert office.desk.as_of(entry.entry_id, office.now).birth_places == ("CURUP",)
    assert refused(office.desk.as_of, entry.entry_id, MAY - timedelta(seconds=1)).reason == "ENTRY_UNKNOWN"
    assert [each.entry.version for each in office.desk.history(entry.entry_id)] == [1, 2]


def test_an_undo_is_a_new_change(office: Office) -> None:
    entry = office.listed()
    office.wait(days=1)
    office.done(ProposalKind.CORRECT, entry, entry=replace(entry, remarks="wrong"))
    now = office.entries.get(entry.entry_id)
    office.done(ProposalKind.CORRECT, now, entry=office.desk.as_of(entry.entry_id, MAY))
    undone = office.entries.get(entry.entry_id)
    assert replace(undone, version=1) == entry
    assert undone.version == 3


def test_an_objection_is_registered_at_once_and_decided_by_two(office: Office) -> None:
    entry = office.listed()
    contested = office.desk.object(entry.entry_id, "B-12/2026", "1", RINA, key())
    assert contested.is_contested
    assert hits(office) == [entry.entry_id]
    assert refused(office.desk.object, entry.entry_id, "B-13/2026", "1", RINA, key()).reason == "ETAG_STALE"
    assert refused(office.desk.object, entry.entry_id, "B-12/2026", "2", RINA, key()).reason == "OBJECTION_EXISTS"
    office.done(ProposalKind.DECIDE_OBJECTION, contested, objection_reference="B-12/2026", is_upheld=True)
    after = office.entries.get(entry.entry_id)
    assert after.objections[0].state is ObjectionState.UPHELD
    assert after.state_at(office.now) is EntryState.REVOKED
    assert hits(office) == []


def test_a_dismissed_objection_leaves_the_entry(office: Office) -> None:
    entry = office.listed()
    contested = office.desk.object(entry.entry_id, "B-12", "1", RINA, key())
    assert (
        refused(office.propose, ProposalKind.DECIDE_OBJECTION, contested, objection_reference="B-99").reason
        == "OBJECTION_UNKNOWN"
    )
    office.done(ProposalKind.DECIDE_OBJECTION, contested, objection_reference="B-12")
    after = office.entries.get(entry.entry_id)
    assert (after.objections[0].state, after.revoked_at, after.is_contested) == (ObjectionState.DISMISSED, None, False)


def test_duplicates_are_merged_and_mistaken_ones_split(office: Office) -> None:
    kept = office.listed()
    duplicate = office.listed(names=(ListedName("ANNA TJITRA"),), identity_numbers=("1701019999990001",))
    office.done(ProposalKind.MERGE, kept, duplicate)
    one, other = (office.entries.get(each.entry_id) for each in (kept, duplicate))
    assert [name.full for name in one.names] == ["ANNA CITRA", "ANNA TJITRA"]
    assert one.identity_numbers == ("1701010101900001", "1701019999990001")
    assert other.state_at(office.now) is EntryState.REVOKED
    assert other.links[0].entry_id == kept.entry_id
    assert hits(office, "ANNA TJITRA") == [kept.entry_id]
    stays = replace(one, names=one.names[:1], identity_numbers=one.identity_numbers[:1])
    done = office.done(ProposalKind.SPLIT, one, entry=stays, split_off=replace(BAN, names=duplicate.names))
    assert done.split_off is not None
    again = office.entries.get(done.split_off.entry_id)
    assert again.links[0].entry_id == kept.entry_id
    assert [name.full for name in office.entries.get(kept.entry_id).names] == ["ANNA CITRA"]


def test_personal_data_is_masked_and_then_erased_by_retention(office: Office) -> None:
    entry = office.listed()
    office.done(ProposalKind.CORRECT, entry, entry=replace(entry, remarks="ANNA CITRA again"))
    current = office.entries.get(entry.entry_id)
    assert refused(office.propose, ProposalKind.MASK, current).reason == "RETENTION_RUNNING"
    office.now = MAY.replace(month=11, year=2028)
    office.done(ProposalKind.MASK, current)
    for version in office.desk.history(entry.entry_id):
        assert "ANNA" not in repr(version)
        assert "1701010101900001" not in repr(version)
        assert version.entry.authority == "Kejaksaan"
    office.now = MAY.replace(month=11, year=2031)
    office.done(ProposalKind.ERASE, office.entries.get(entry.entry_id))
    erased = office.desk.history(entry.entry_id)
    assert [version.entry.version for version in erased] == [1, 2, 3, 4]
    assert not any("Kejaksaan" in repr(version) for version in erased)
    assert "ANNA" not in "".join(event.body_json for event in office.ledger.events())


def test_pending_ones_are_listed_oldest_first_in_pages(office: Office) -> None:
    made = []
    for _ in range(5):
        office.wait(seconds=1)
        made.append(office.propose(ProposalKind.ADD, entry=LOST).proposal_id)
    office.approve(office.desk.get(made[2]))
    first = office.desk.list(ProposalFilter(), page_size=3, page_token="")
    rest = office.desk.list(ProposalFilter(), page_size=3, page_token=first.next_token)
    assert [each.proposal_id for each in (*first.proposals, *rest.proposals)] == [*made[:2], *made[3:]]
    assert rest.next_token == ""
    approved = office.desk.list(ProposalFilter(state=ProposalState.APPROVED), page_size=9, page_token="")
    assert [each.proposal_id for each in approved.proposals] == [made[2]]
    assert office.desk.list(ProposalFilter(entry_id="nobody"), page_size=9, page_token="").proposals == ()


def test_many_supervisors_at_once_lose_nothing(office: Office) -> None:
    proposals = [office.propose(ProposalKind.ADD, entry=replace(BAN, remarks=f"case {n}")) for n in range(12)]
    with ThreadPoolExecutor(6) as pool:
        done = list(pool.map(office.approve, proposals))
    assert sorted(each.list_version for each in done) == list(range(1, 13))
    assert len(list(office.entries.all())) == 12
