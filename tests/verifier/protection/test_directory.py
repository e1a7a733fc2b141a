"""The directory: whole, dated, the post's own to change, and refused by line where it is spoilt."""

from __future__ import annotations

from datetime import date, timedelta
from importlib import resources
from pathlib import Path

import pytest

from ledger.errors import LintasError
from verifier.referral.directory import ContactKind, Serves, load_directory

SHIPPED = (resources.files("verifier.referral") / "directory.yaml").read_text()


def test_the_numbers_that_the_founders_named_are_there() -> None:
    values = {contact.value for service in load_directory().services for contact in service.contacts}
    assert {"021-129", "08111-129-129", "0800-1000", "148"} <= values


def test_children_workers_and_witnesses_find_somebody() -> None:
    directory = load_directory()
    for whom in Serves:
        assert any(whom in service.serves and service.contacts for service in directory.services), whom


def test_cards_show_only_who_can_be_reached() -> None:
    chosen = load_directory().on_cards()
    assert [service.card_order for service in chosen] == sorted(service.card_order or 0 for service in chosen)
    assert all(any(contact.kind is ContactKind.PHONE for contact in service.contacts) for service in chosen)


def test_numbers_go_stale() -> None:
    directory = load_directory()
    due = min(service.review_due_on for service in directory.services)
    assert directory.stale(due - timedelta(days=1)) == ()
    assert directory.stale(due)
    assert directory.stale(date(2100, 1, 1))[0].review_due_on == due


def test_unknown_services_are_named_with_those_that_are_known() -> None:
    with pytest.raises(LintasError, match="services/sapa-129") as caught:
        load_directory().service("nobody", "referral.service")
    assert (caught.value.reason, caught.value.fields[0].field) == ("SERVICE_UNKNOWN", "referral.service")


def test_a_post_keeps_its_own(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(SHIPPED.replace("contacts: []", 'contacts: [{kind: phone, value: "0736-000000"}]'))
    assert load_directory(own).service("satgas-tppo").contacts[0].value == "0736-000000"


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("id: kp2mi", "id: sapa-129", "services[1].id"),
        ("kind: social_services", "kind: magic", "services[0].kind"),
        ("serves: [children, adults]", "serves: []", "services[0].serves"),
        ("  owner: protection", "  ovner: protection", "services[0].ovner"),
        ("review_due_on: 2027-02-24", "review_due_on: 2026-11-24", "services[0].review_due_on"),
        ('value: "148"', 'value: ""', "services[2].contacts[0].value"),
        ("version: 1", "version: 0", "version"),
        ("version: 1", "version: [", "(file)"),
    ],
)
def test_a_spoilt_one_names_file_line_and_field(tmp_path: Path, old: str, new: str, field: str) -> None:
    assert old in SHIPPED
    file = tmp_path / "own.yaml"
    file.write_text(SHIPPED.replace(old, new, 1))
    with pytest.raises(LintasError) as caught:
        load_directory(file)
    assert caught.value.reason == "POLICY_INVALID"
    assert caught.value.fields[0].field.startswith("own.yaml:")
    assert field in caught.value.fields[0].field


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(LintasError, match="cannot be read"):
        load_directory(tmp_path / "nowhere.yaml")
    (tmp_path / "bytes.yaml").write_bytes(b"\xff\xfe")
    with pytest.raises(LintasError, match="UTF-8"):
        load_directory(tmp_path / "bytes.yaml")
