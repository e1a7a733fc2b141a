"""The law as data: what a proposed entry must say, and for how long it may hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.errors import LintasError
from tests.watchlist.lifecycle.desks import BAN, LOST, MAY, Office
from watchlist.entry import Action, Category, DocumentKey, Entry, EntryKind
from watchlist.lifecycle.file_shape import packaged
from watchlist.lifecycle.periods import months_later
from watchlist.lifecycle.proposal import ProposalKind
from watchlist.lifecycle.rules import packaged_rules, parse_rules
from watchlist.lifecycle.vocabulary import vocabulary, word


@pytest.mark.parametrize(
    ("parts", "fields"),
    [
        ({"names": ()}, ["entry.names"]),
        ({"sex": None, "birth_dates": ()}, ["entry.sex", "entry.birth_dates"]),
        ({"birth_places": (" ",)}, ["entry.birth_places"]),
        ({"identity_numbers": ()}, ["entry.identity_or_document"]),
        ({"photo_reference": ""}, ["entry.photo_reference"]),
        ({"authority": ""}, ["entry.authority"]),
        ({"legal_ground": ""}, ["entry.legal_ground"]),
        ({"remarks": ""}, ["entry.remarks"]),
        ({"action": Action.PROTECT_CHILD}, ["entry.action"]),
        ({"kind": EntryKind.DOCUMENT}, ["entry.kind"]),
        ({"valid_until": None}, ["entry.valid_until"]),
        ({"valid_from": None}, ["entry.valid_until"]),
        ({"valid_until": MAY - timedelta(days=1)}, ["entry.valid_until"]),
        ({"valid_until": MAY.replace(month=11) + timedelta(microseconds=1)}, ["entry.valid_until"]),
        ({"nationalities": ("UTO",)}, ["entry.nationalities"]),
        ({"documents": (DocumentKey("XZA", "A1"),)}, ["entry.nationalities"]),
        ({"names": (), "sex": None, "valid_until": None}, ["entry.names", "entry.sex", "entry.valid_until"]),
    ],
)
def test_a_ban_that_is_not_whole_names_every_field(
    paper_office: Office, parts: dict[str, object], fields: list[str]
) -> None:
    wanted = replace(BAN, **parts)  # type: ignore[arg-type]  # each part fits its field
    with pytest.raises(LintasError) as caught:
        paper_office.propose(ProposalKind.ADD, entry=wanted)
    assert caught.value.reason == "ENTRY_INCOMPLETE"
    assert [fault.field for fault in caught.value.fields] == fields
    assert paper_office.kinds() == []


def test_a_passport_number_will_do_instead_of_a_nik(paper_office: Office) -> None:
    paper_office.listed(identity_numbers=(), documents=(DocumentKey("IDN", "X1234567", "P"),))


def test_a_document_needs_no_end_but_an_issuer(paper_office: Office) -> None:
    assert paper_office.listed(LOST).valid_until is None
    with pytest.raises(LintasError, match="needs its issuer"):
        paper_office.propose(ProposalKind.ADD, entry=replace(LOST, documents=(DocumentKey("", "X1"),)))


def test_an_entry_that_would_have_lapsed_already_is_refused(paper_office: Office) -> None:
    paper_office.now = MAY.replace(year=2027)
    with pytest.raises(LintasError) as caught:
        paper_office.propose(ProposalKind.ADD, entry=BAN)
    assert caught.value.reason == "ENTRY_NOT_IN_FORCE"


@pytest.mark.parametrize(
    ("until", "reason"),
    [
        (MAY.replace(month=11), "INVALID_FIELD"),
        (MAY.replace(year=2027) + timedelta(microseconds=1), "PERIOD_TOO_LONG"),
        (None, "INVALID_FIELD"),
    ],
)
def test_an_extension_past_the_legal_limit_is_refused(
    paper_office: Office, until: datetime | None, reason: str
) -> None:
    entry = paper_office.listed()
    with pytest.raises(LintasError) as caught:
        paper_office.propose(ProposalKind.EXTEND, entry, valid_until=until)
    assert caught.value.reason == reason


def test_an_extension_that_comes_too_late_is_refused_at_the_review(paper_office: Office) -> None:
    entry = paper_office.listed()
    proposal = paper_office.propose(ProposalKind.EXTEND, entry, valid_until=MAY.replace(year=2027))
    assert entry.valid_until is not None
    paper_office.now = entry.valid_until
    with pytest.raises(LintasError) as caught:
        paper_office.approve(proposal)
    assert caught.value.reason == "ENTRY_NOT_IN_FORCE"


def test_a_correction_cannot_lengthen_a_ban_or_make_another_of_it(paper_office: Office) -> None:
    entry = paper_office.listed(valid_until=MAY.replace(month=8))
    longer = replace(entry, valid_until=MAY.replace(month=9))
    wanted = replace(entry, category=Category.WANTED, action=Action.ARREST_ON_WARRANT)
    for changed, reason in ((longer, "PERIOD_TOO_LONG"), (wanted, "CATEGORY_FIXED"), (entry, "NOTHING_CHANGES")):
        with pytest.raises(LintasError) as caught:
            paper_office.propose(ProposalKind.CORRECT, entry, entry=changed)
        assert caught.value.reason == reason


def test_an_extended_ban_can_still_be_corrected(paper_office: Office) -> None:
    entry = paper_office.listed()
    paper_office.done(ProposalKind.EXTEND, entry, valid_until=MAY.replace(year=2027))
    extended = paper_office.entries.get(entry.entry_id)
    paper_office.done(ProposalKind.CORRECT, extended, entry=replace(extended, remarks="mended"))
    assert paper_office.entries.get(entry.entry_id).valid_until == MAY.replace(year=2027)


def test_a_clock_that_jumps_back_revives_nothing_that_was_revoked(paper_office: Office) -> None:
    entry = paper_office.listed()
    paper_office.done(ProposalKind.REVOKE, entry)
    paper_office.wait(days=-1)
    with pytest.raises(LintasError) as caught:
        paper_office.propose(ProposalKind.EXTEND, paper_office.entries.get(entry.entry_id), valid_until=MAY)
    assert caught.value.reason in {"ENTRY_NOT_IN_FORCE", "ENTRY_MOVED"}


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [("2026-08-31", 6, "2027-02-28"), ("2027-08-31", 6, "2028-02-29"), ("2026-01-15", 6, "2026-07-15")],
)
def test_months_are_calendar_months(start: str, months: int, end: str) -> None:
    instant = datetime.fromisoformat(start).replace(tzinfo=UTC)
    assert months_later(instant, months).date().isoformat() == end


@given(st.datetimes(timezones=st.just(UTC), max_value=MAY.replace(tzinfo=None, year=9000)), st.integers(0, 24))
def test_more_months_are_never_earlier(instant: datetime, months: int) -> None:
    assert months_later(instant, months) <= months_later(instant, months + 1)


def test_every_category_has_a_rule_and_every_code_a_word() -> None:
    for category in Category:
        assert packaged_rules().of(category).actions
        assert word("category", category.value).id != category.value
    for action in Action:
        assert action.value in vocabulary()["action"]
    required = {name for rule in packaged_rules().categories.values() for name in rule.requires}
    assert required <= vocabulary()["field"].keys()


def test_a_protective_alert_never_tells_to_arrest_or_refuse() -> None:
    for category in (each for each in Category if each.is_protective):
        allowed = set(packaged_rules().of(category).actions)
        assert allowed <= {Action.PROTECT_CHILD, Action.PROTECT_PERSON, Action.VERIFY_IDENTITY}


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("first_months: 6", "first_months: -1", "rules.yaml: categories.travel_ban.first_months"),
        ("actions: [refuse_departure]", "actions: [deport]", "rules.yaml: categories.travel_ban.actions.0"),
        ("owner: legal desk", "owner: legal desk\nsurprise: 1", "rules.yaml: surprise"),
        ("schema: 1", "schema: [", "rules.yaml: line"),
        ("  travel_ban:", "  travel_bann:", "rules.yaml: categories"),
    ],
)
def test_a_wrong_rule_file_is_refused_by_file_and_field(old: str, new: str, place: str) -> None:
    text = packaged("rules.yaml")
    assert old in text
    with pytest.raises(LintasError) as caught:
        parse_rules(text.replace(old, new, 1))
    assert caught.value.fields[0].field.startswith(place)


def test_the_entry_of_the_tests_is_lawful() -> None:
    assert isinstance(BAN, Entry)
    assert BAN.valid_until == months_later(MAY, 6)
