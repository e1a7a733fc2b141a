"""The door: who comes in, how long, and how often one may try."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.accounts.gate import SignInLockedError
from console.accounts.lockout import ACCOUNT_LIMIT, ADDRESS_LIMIT, PAIR_LIMIT, Failures, keys_of
from console.accounts.session import fits_form, form_token, new_token
from console.accounts.store import MemoryAccountStore
from ledger.actor import Actor, Role
from ledger.errors import LintasError
from ledger.store import MemoryLedger
from tests.console.accounts.people import PASSWORD, ROOT, Door, attempt


@pytest.fixture
def ledger() -> MemoryLedger:
    return MemoryLedger()


@pytest.fixture
def door(ledger: MemoryLedger) -> Door:
    opened = Door(MemoryAccountStore(ledger))
    opened.add()
    return opened


def kinds(ledger: MemoryLedger) -> list[str]:
    return [event.kind for event in ledger.events()]


def refused(door: Door, **how: str) -> str:
    with pytest.raises(LintasError) as caught:
        door.gate.sign_in(attempt(**how))
    return caught.value.reason


def test_a_session_proves_the_actor(door: Door, ledger: MemoryLedger) -> None:
    opened = door.gate.sign_in(attempt(name=" Sari "))
    visitor = door.gate.visitor(opened.token)
    assert visitor is not None
    assert visitor.actor == Actor("booth-3", "sari", Role.OFFICER)
    assert kinds(ledger) == ["account.created", "account.signed_in"]
    assert all(PASSWORD not in event.body_json and opened.token not in event.body_json for event in ledger.events())


def test_wrong_password_unknown_name_and_disabled_account_are_told_alike(door: Door) -> None:
    door.add("budi")
    door.roster.disable("budi", ROOT)
    texts = set()
    for name, password in (
        ("sari", "wrong"),
        ("nobody", PASSWORD),
        ("budi", PASSWORD),
        ("", ""),
        ("x" * 999, "\ud800"),
    ):
        with pytest.raises(LintasError) as caught:
            door.gate.sign_in(attempt(name=name, password=password))
        texts.add((caught.value.reason, caught.value.message))
    assert len(texts) == 1


def test_a_token_that_nobody_was_given_proves_nothing(door: Door) -> None:
    door.gate.sign_in(attempt())
    assert door.gate.visitor("") is None
    assert door.gate.visitor(new_token()) is None


@pytest.mark.parametrize(("minutes_between", "visits", "ends"), [(29, 3, False), (30, 1, True), (29, 25, True)])
def test_sessions_end_when_idle_and_in_any_case(door: Door, minutes_between: int, visits: int, *, ends: bool) -> None:
    token = door.gate.sign_in(attempt()).token
    for _ in range(visits):
        door.clock.wait(minutes=minutes_between)
        seen = door.gate.visitor(token)
    assert (seen is None) is ends


def test_a_clock_set_back_ends_a_session(door: Door) -> None:
    token = door.gate.sign_in(attempt()).token
    door.clock.wait(hours=-2)
    assert door.gate.visitor(token) is None


def test_signing_out_disabling_and_resetting_end_sessions(door: Door, ledger: MemoryLedger) -> None:
    first = door.gate.sign_in(attempt()).token
    door.gate.sign_out(first)
    assert door.gate.visitor(first) is None
    second = door.gate.sign_in(attempt()).token
    _, temporary = door.roster.reset("sari", ROOT)
    assert door.gate.visitor(second) is None
    third = door.gate.sign_in(attempt(password=temporary))
    assert third.visitor.account.must_change_password
    door.roster.disable("sari", ROOT)
    assert door.gate.visitor(third.token) is None
    assert kinds(ledger)[-2:] == ["account.signed_in", "account.disabled"]


def test_five_failures_lock_this_account_at_this_address_only(door: Door, ledger: MemoryLedger) -> None:
    door.add("budi")
    assert [refused(door, password="wrong") for _ in range(PAIR_LIMIT)] == ["SIGN_IN_REFUSED"] * PAIR_LIMIT
    with pytest.raises(SignInLockedError) as caught:
        door.gate.sign_in(attempt())
    assert 0 < caught.value.retry_after_s <= 60
    assert kinds(ledger).count("account.locked") == 1
    door.gate.sign_in(attempt(address="10.0.0.8"))
    door.gate.sign_in(attempt(name="budi"))
    door.clock.wait(seconds=61)
    door.gate.sign_in(attempt())


def test_locks_grow_and_end(door: Door) -> None:
    for _ in range(PAIR_LIMIT):
        refused(door, password="wrong")
    waits = []
    for _ in range(6):
        with pytest.raises(SignInLockedError) as caught:
            door.gate.sign_in(attempt())
        waits.append(round(caught.value.retry_after_s / 60))
        door.clock.wait(seconds=caught.value.retry_after_s + 1)
        refused(door, password="wrong")
    assert waits == [1, 2, 4, 8, 15, 15]


def test_an_account_is_locked_from_many_addresses_and_an_address_for_many_accounts(door: Door) -> None:
    for number in range(ACCOUNT_LIMIT):
        refused(door, password="wrong", address=f"10.0.1.{number}")
    assert refused(door, address="10.0.2.1") == "SIGN_IN_LOCKED"
    for number in range(ADDRESS_LIMIT):
        refused(door, name=f"name-{number}", address="10.9.9.9")
    door.add("budi")
    assert refused(door, name="budi", address="10.9.9.9") == "SIGN_IN_LOCKED"


def test_what_is_typed_as_a_name_is_kept_nowhere(door: Door, ledger: MemoryLedger) -> None:
    for _ in range(PAIR_LIMIT):
        refused(door, name=PASSWORD)
    assert all(PASSWORD not in f"{event.subject}{event.body_json}" for event in ledger.events())
    assert all(PASSWORD not in key.text for key in keys_of(PASSWORD, "10.0.0.7"))


def with_codes(door: Door) -> pyotp.TOTP:
    secret = pyotp.random_base32()
    visitor = door.gate.sign_in(attempt()).visitor
    totp = pyotp.TOTP(secret)
    door.roster.use_codes(visitor, secret, totp.at(door.clock()))
    door.clock.wait(seconds=60)
    return totp


def test_with_codes_the_password_alone_opens_nothing(door: Door) -> None:
    totp = with_codes(door)
    half = door.gate.sign_in(attempt())
    assert door.gate.visitor(half.token) is None
    assert door.gate.awaits_code(half.token)
    whole = door.gate.give_code(half.token, totp.at(door.clock()), "10.0.0.7")
    assert door.gate.visitor(whole.token) is not None
    assert not door.gate.awaits_code(half.token)


def test_a_code_works_once(door: Door) -> None:
    totp = with_codes(door)
    code = totp.at(door.clock())
    door.gate.give_code(door.gate.sign_in(attempt()).token, code, "10.0.0.7")
    again = door.gate.sign_in(attempt())
    with pytest.raises(LintasError) as caught:
        door.gate.give_code(again.token, code, "10.0.0.7")
    assert caught.value.reason == "SIGN_IN_REFUSED"


def test_codes_cannot_be_guessed_without_end(door: Door) -> None:
    with_codes(door)
    reasons = []
    for _ in range(PAIR_LIMIT + 1):
        try:
            token = door.gate.sign_in(attempt()).token
            door.gate.give_code(token, "000000", "10.0.0.7")
        except LintasError as error:
            reasons.append(error.reason)
    assert reasons == ["SIGN_IN_REFUSED"] * PAIR_LIMIT + ["SIGN_IN_LOCKED"]


def test_the_code_must_come_within_minutes(door: Door) -> None:
    totp = with_codes(door)
    token = door.gate.sign_in(attempt()).token
    door.clock.wait(minutes=6)
    with pytest.raises(LintasError) as caught:
        door.gate.give_code(token, totp.at(door.clock()), "10.0.0.7")
    assert caught.value.reason == "SESSION_UNKNOWN"


@given(st.text(max_size=80))
def test_only_the_own_form_token_fits(other: str) -> None:
    token = "a-token-from-a-cookie"
    salt, _, digest = form_token(token).partition(".")
    assert fits_form(token, form_token(token))
    assert form_token(token) != form_token(token)
    assert not fits_form(token, other)
    assert not fits_form(token, f"{other}.{digest}") or other == salt
    assert not fits_form("another-token", f"{salt}.{digest}")


@given(st.lists(st.integers(min_value=0, max_value=4000), max_size=60))
def test_no_lock_is_longer_than_a_quarter_of_an_hour(gaps_s: list[int]) -> None:
    now, failures = datetime(2026, 1, 1, tzinfo=UTC), Failures()
    for gap in gaps_s:
        now += timedelta(seconds=gap)
        failures = failures.one_more(now, PAIR_LIMIT)
        if failures.locked_until:
            assert failures.locked_until - (failures.last_at or now) <= timedelta(minutes=15)
