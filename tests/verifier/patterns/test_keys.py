"""Keys are the same for the same thing, unlike for unlike things, and say nothing of it; unknown has none."""

from __future__ import annotations

import itertools
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.errors import LintasError
from verifier.patterns.document_number import next_number
from verifier.patterns.key_file import read_or_make_secret, read_secret
from verifier.patterns.keys import KeyKind, Keyring

RING = Keyring(bytes(range(32)))
OTHER = Keyring(bytes(range(1, 33)))
KNOWN_PAYER_KEY = 8328731658119671612


def test_known_vector() -> None:
    """Computed with another implementation: openssl dgst -sha256 -mac HMAC over kind, 0, length, text."""
    assert RING.key(KeyKind.PAYER, "card-1") == KNOWN_PAYER_KEY


def test_kinds_and_secrets_never_share_a_key() -> None:
    keys = [ring.key(kind, "same") for ring in (RING, OTHER) for kind in KeyKind]
    assert len(set(keys)) == len(keys)
    assert RING.key_id != OTHER.key_id


@given(st.lists(st.text(min_size=1, max_size=5), min_size=1, max_size=3), st.lists(st.text(min_size=1), min_size=1))
def test_parts_do_not_run_together(one: list[str], other: list[str]) -> None:
    assert (RING.key(KeyKind.PERSON, *one) == RING.key(KeyKind.PERSON, *other)) is (one == other)


@pytest.mark.parametrize("parts", [(), ("",), ("a", ""), ("", "b")])
def test_missing_keys_are_unknown(parts: tuple[str, ...]) -> None:
    assert RING.key(KeyKind.PERSON, *parts) is None


def test_keys_fit_a_signed_column() -> None:
    keys = [RING.key(KeyKind.PERSON, str(each)) for each in range(500)]
    assert all(key is not None and -(2**63) <= key < 2**63 for key in keys)
    assert len(set(keys)) == 500


def test_a_contact_is_the_same_plain_or_hashed_by_the_terminal() -> None:
    hashed = RING.contact_hash("0812 3456 7890")
    spellings = ["+62 812 3456 7890", hashed, hashed.upper(), f" {hashed} "]
    assert {RING.contact_key(each) for each in spellings} == {RING.contact_key("081234567890")}
    assert "81234567890" not in hashed
    assert OTHER.contact_hash("0812 3456 7890") != hashed


def test_no_contact_has_no_key() -> None:
    assert RING.contact_key("  ") is None
    assert RING.contact_hash("") == ""


def test_an_agency_is_its_licence_or_a_hash() -> None:
    assert RING.agency_id(" ppiu 12/2026 ", "Any Name") == "PPIU12/2026"
    hashed = RING.agency_id("", "Maju  Jaya")
    assert hashed == RING.agency_id("", "maju jaya")
    assert hashed is not None
    assert hashed.startswith("~")
    assert "maju" not in hashed
    assert RING.agency_id("", " ") is None


def test_a_short_secret_is_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Keyring(b"short")


@pytest.mark.parametrize(
    ("number", "following"),
    [
        ("X1234567", "X1234568"),
        ("X0000999", "X0001000"),
        ("AB123456C", "AB123457C"),
        ("12345678", "12345679"),
        ("X9999", ""),  # the series ends
        ("AB12", ""),  # too short to count
        ("ABCDEF", ""),
        ("", ""),
        ("1234AB", ""),
    ],
)
def test_next_number(number: str, following: str) -> None:
    assert next_number(number) == following


@given(st.from_regex(r"[A-Z]{0,2}[0-9]{4,8}", fullmatch=True))
def test_next_numbers_go_up_and_keep_their_length(number: str) -> None:
    following = next_number(number)
    assert following == "" or (len(following) == len(number) and following > number)


def test_a_secret_is_made_once_and_kept_private(tmp_path: Path) -> None:
    path = tmp_path / "new" / "contact.key"
    secret = read_or_make_secret(path)
    assert read_or_make_secret(path) == read_secret(path) == secret
    assert len(secret) == 32
    assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["contact.key"]


@pytest.mark.parametrize(
    ("text", "says"), [("zz" * 32, "hexadecimal"), ("ab" * 16, "at least 64"), ("", "at least 64")]
)
def test_a_spoilt_secret_is_refused(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "contact.key"
    path.write_text(text)
    path.chmod(0o600)
    with pytest.raises(LintasError, match=says) as caught:
        read_secret(path)
    assert caught.value.reason == "CONTACT_KEY"
    assert not text or text not in str(caught.value)


def test_a_secret_that_others_may_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "contact.key"
    path.write_text("ab" * 32)
    for mode in (0o640, 0o604):
        path.chmod(mode)
        with pytest.raises(LintasError, match="other accounts"):
            read_secret(path)


def test_a_secret_that_is_not_there_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(LintasError, match="LINTAS_CONTACT_KEY_FILE"):
            read_secret(path)


def test_two_services_that_start_at_once_make_one_key(tmp_path: Path) -> None:
    path = tmp_path / "contact.key"
    with ThreadPoolExecutor(8) as pool:
        secrets = set(pool.map(read_or_make_secret, itertools.repeat(path, 16)))
    assert len(secrets) == 1
