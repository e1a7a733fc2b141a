"""What supervisors decide here on entries of imported lists, over every store."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.watchlist.lifecycle.desks import BAN, RINA, TONO, Office, key
from tests.watchlist.lifecycle.test_contract import hits, refused
from tests.watchlist.people import draft, person
from watchlist.entry import Entry, EntryState, ListedName
from watchlist.lifecycle.proposal import ProposalKind
from watchlist.partial_date import PartialDate
from watchlist.standing import ObjectionState, OverrideKind
from watchlist.store import compare


def imported(office: Office, **parts: object) -> Entry:
    """An entry of the list `un`, taken in as its publisher says it."""
    wanted = replace(
        person("un:1", "ANNA CITRA", list_id="un"),
        birth_dates=(PartialDate(1990, 1, 2),),
        **parts,  # type: ignore[arg-type]  # each part fits its field
    )
    changes = compare(office.entries.current("un"), [wanted], now=office.now)
    if not changes.is_empty:
        office.entries.apply(changes, draft())
    return office.entries.get("un:1")


def states(office: Office) -> list[EntryState]:
    return [version.entry.state_at(office.now) for version in office.desk.history("un:1")]


def test_a_suspension_takes_two_people_and_ends_by_itself(office: Office) -> None:
    until = office.now + timedelta(days=7)
    proposal = office.propose(ProposalKind.SUSPEND, imported(office), valid_until=until)
    assert refused(office.approve, proposal, by=RINA).reason == "OWN_PROPOSAL"
    assert office.entries.get("un:1").state_at(office.now) is EntryState.ACTIVE
    (effect,) = office.desk.effect(proposal)
    assert [change.field for change in effect.fields] == ["local"]
    office.approve(proposal, by=TONO)
    entry = office.entries.get("un:1")
    assert entry.state_at(office.now) is EntryState.SUSPENDED
    assert entry.state_at(until - timedelta(microseconds=1)) is EntryState.SUSPENDED
    assert entry.state_at(until) is EntryState.ACTIVE
    assert hits(office) == ["un:1"]  # found, with its state: an officer is told that it does not count


@pytest.mark.parametrize("kind", [ProposalKind.SUSPEND, ProposalKind.REVOKE])
def test_what_was_decided_here_survives_what_the_list_says_next(office: Office, kind: ProposalKind) -> None:
    office.done(kind, imported(office))
    decided = office.entries.get("un:1")
    assert decided.revoked_at is None  # the publisher has not revoked it
    assert imported(office) == decided  # the list says what it said before: nothing changes
    office.wait(days=1)
    after = imported(office, remarks="new remarks")
    assert (after.version, after.remarks, after.local) == (decided.version + 1, "new remarks", decided.local)
    office.entries.apply(compare(office.entries.current("un"), [], now=office.now), draft())
    assert office.entries.get("un:1").revoked_at == office.now
    back = imported(office, remarks="new remarks")
    assert (back.revoked_at, back.local) == (None, decided.local)
    expected = EntryState.SUSPENDED if kind is ProposalKind.SUSPEND else EntryState.REVOKED
    assert back.state_at(office.now) is expected


def test_what_was_decided_here_can_be_taken_back(office: Office) -> None:
    listed = imported(office)
    office.done(ProposalKind.REVOKE, listed)
    revoked = office.entries.get("un:1")
    assert refused(office.propose, ProposalKind.REVOKE, revoked).reason == "ENTRY_NOT_IN_FORCE"
    office.done(ProposalKind.REINSTATE, revoked)
    again = office.entries.get("un:1")
    assert again == replace(listed, version=3)
    assert refused(office.propose, ProposalKind.REINSTATE, again).reason == "NOT_OVERRIDDEN"
    assert states(office) == [EntryState.ACTIVE, EntryState.REVOKED, EntryState.ACTIVE]


@pytest.mark.parametrize("is_upheld", [True, False])
def test_an_objection_is_registered_and_decided_here(office: Office, is_upheld: bool) -> None:  # noqa: FBT001 - a case
    listed = imported(office)
    contested = office.desk.object("un:1", "B-1", str(listed.version), RINA, key())
    assert contested.is_contested
    assert refused(office.desk.object, "un:1", "B-1", "2", RINA, key()).reason == "OBJECTION_EXISTS"
    office.done(ProposalKind.DECIDE_OBJECTION, contested, objection_reference="B-1", is_upheld=is_upheld)
    decided = imported(office, remarks="new remarks")
    expected = ObjectionState.UPHELD if is_upheld else ObjectionState.DISMISSED
    assert [each.state for each in decided.all_objections] == [expected]
    assert decided.objections == ()  # the list itself tells of none
    assert decided.state_at(office.now) is (EntryState.REVOKED if is_upheld else EntryState.ACTIVE)


def test_what_the_list_says_stays_with_its_publisher(office: Office) -> None:
    listed = imported(office)
    for kind, parts in (
        (ProposalKind.CORRECT, {"entry": replace(BAN, entry_id="un:1")}),
        (ProposalKind.EXTEND, {"valid_until": office.now + timedelta(days=9)}),
        (ProposalKind.MASK, {}),
    ):
        assert refused(office.propose, kind, listed, **parts).reason == "ENTRY_IMPORTED"


def test_entries_of_our_own_are_suspended_too_and_a_correction_leaves_it_so(office: Office) -> None:
    office.done(ProposalKind.SUSPEND, office.listed())
    suspended = next(office.entries.all())
    wanted = replace(BAN, names=(ListedName("ANNA CITRA"), ListedName("ANA CITRA")))
    office.done(ProposalKind.CORRECT, suspended, entry=wanted)
    corrected = office.entries.get(suspended.entry_id)
    assert corrected.override == suspended.override
    assert corrected.override is not None
    assert corrected.override.kind is OverrideKind.SUSPENDED


def test_a_suspension_that_is_over_before_it_begins_is_refused(office: Office) -> None:
    listed = imported(office)
    fault = refused(office.propose, ProposalKind.SUSPEND, listed, valid_until=office.now)
    assert [field.field for field in fault.fields] == ["valid_until"]


def test_a_proposal_made_on_the_list_before_its_new_version_is_refused(office: Office) -> None:
    proposal = office.propose(ProposalKind.SUSPEND, imported(office))
    imported(office, remarks="new remarks")
    assert refused(office.approve, proposal).reason == "ENTRY_MOVED"
