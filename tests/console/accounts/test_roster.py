"""Who has an account, and what is refused."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Literal

import pyotp
import pytest
from argon2 import PasswordHasher

from console.accounts.lockout import PAIR_LIMIT
from console.accounts.password import Passwords, check_password, temporary_password
from console.accounts.session import Visitor
from console.accounts.store import MemoryAccountStore
from ledger.actor import Actor, Role
from ledger.errors import LintasError
from ledger.store import MemoryLedger
from tests.console.accounts.people import PASSWORD, ROOT, Door, attempt


@pytest.fixture
def door() -> Door:
    opened = Door(MemoryAccountStore(MemoryLedger()))
    opened.add("root", Role.ADMINISTRATOR)
    opened.add("sari")
    return opened


def visitor(door: Door, name: str = "sari", password: str = PASSWORD) -> Visitor:
    return door.gate.sign_in(attempt(name=name, password=password)).visitor


@pytest.mark.parametrize("name", ["", "a", "-sari", "sari putri", "sari\n", "såri", "x" * 33, "../etc", "<b>"])
def test_names_that_could_upset_anything_are_refused(door: Door, name: str) -> None:
    if name == "sari\n":
        name = "sa\nri"
    with pytest.raises(LintasError) as caught:
        door.roster.create(name, Role.OFFICER, ROOT)
    assert caught.value.reason == "ACCOUNT_NAME"


@pytest.mark.parametrize(
    ("password", "says"),
    [
        ("short", "at least 12"),
        ("x" * 257, "at most 256"),
        ("my name is SARI indeed", "account name"),
        ("aaaaaaaaaaaaaaaa", "different"),
    ],
)
def test_weak_passwords_are_refused_and_never_repeated(password: str, says: str) -> None:
    with pytest.raises(LintasError) as caught:
        check_password(password, "sari")
    assert caught.value.reason == "PASSWORD_WEAK"
    assert says in caught.value.message
    assert password not in caught.value.message


def test_a_temporary_password_is_strong_and_must_be_changed(door: Door) -> None:
    account, given = door.roster.create("budi", Role.TRAINER, ROOT)
    assert account.must_change_password
    assert check_password(given, "budi") == given
    assert len({temporary_password() for _ in range(200)}) == 200
    changed = door.roster.change_password(visitor(door, "budi", given), given, "angin laut utara 77")
    assert not changed.must_change_password


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.ADMINISTRATOR, Role.SYSTEM}])
def test_only_administrators_administer(door: Door, role: Role) -> None:
    actor = Actor("booth-3", "sari", role)
    acts: tuple[Callable[[], object], ...] = (
        lambda: door.roster.create("new", Role.OFFICER, actor),
        lambda: door.roster.reset("root", actor),
        lambda: door.roster.disable("root", actor),
        lambda: door.roster.enable("root", actor),
        lambda: door.roster.change_role("sari", Role.ADMINISTRATOR, actor),
    )
    for act in acts:
        with pytest.raises(LintasError) as caught:
            act()
        assert caught.value.reason == "ROLE_NOT_ALLOWED"


def test_nobody_is_the_system(door: Door) -> None:
    with pytest.raises(LintasError) as caught:
        door.roster.create("ghost", Role.SYSTEM, ROOT)
    assert caught.value.reason == "ACCOUNT_ROLE"


def test_the_last_administrator_stays(door: Door) -> None:
    acts: tuple[Callable[[], object], ...] = (
        lambda: door.roster.disable("root", ROOT),
        lambda: door.roster.change_role("root", Role.OFFICER, ROOT),
    )
    for act in acts:
        with pytest.raises(LintasError) as caught:
            act()
        assert caught.value.reason == "LAST_ADMINISTRATOR"
    door.add("second", Role.ADMINISTRATOR)
    assert not door.roster.disable("root", ROOT).is_enabled


def test_a_new_role_holds_at_once(door: Door) -> None:
    opened = door.gate.sign_in(attempt())
    door.roster.change_role("sari", Role.AUDITOR, ROOT)
    seen = door.gate.visitor(opened.token)
    assert seen is not None
    assert seen.actor.role is Role.AUDITOR


def test_changing_the_password_needs_the_old_one_and_ends_other_sessions(door: Door) -> None:
    other, mine = door.gate.sign_in(attempt()), door.gate.sign_in(attempt())
    with pytest.raises(LintasError) as caught:
        door.roster.change_password(mine.visitor, "wrong", "angin laut utara 77")
    assert caught.value.reason == "PASSWORD_WRONG"
    door.roster.change_password(mine.visitor, PASSWORD, "angin laut utara 77")
    assert door.gate.visitor(other.token) is None
    assert door.gate.visitor(mine.token) is not None


def test_the_own_password_cannot_be_guessed_at_an_open_screen(door: Door) -> None:
    mine = visitor(door)
    reasons = []
    for _ in range(PAIR_LIMIT + 1):
        with pytest.raises(LintasError) as caught:
            door.roster.change_password(mine, "wrong", "angin laut utara 77")
        reasons.append(caught.value.reason)
    assert reasons == ["PASSWORD_WRONG"] * PAIR_LIMIT + ["SIGN_IN_LOCKED"]
    door.clock.wait(seconds=61)
    door.roster.change_password(mine, PASSWORD, "angin laut utara 77")


def test_codes_begin_only_with_a_right_one_and_end_only_with_the_password(door: Door) -> None:
    secret = pyotp.random_base32()
    mine = visitor(door)
    with pytest.raises(LintasError) as caught:
        door.roster.use_codes(mine, secret, "000000")
    assert caught.value.reason == "CODE_WRONG"
    assert door.roster.use_codes(mine, secret, pyotp.TOTP(secret).at(door.clock())).asks_code
    with pytest.raises(LintasError) as caught:
        door.roster.drop_codes(mine, "wrong")
    assert caught.value.reason == "PASSWORD_WRONG"
    assert not door.roster.drop_codes(mine, PASSWORD).asks_code


def test_no_more_than_two_passwords_are_verified_at_once() -> None:
    running, most = 0, 0

    class Slow(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:  # noqa: A002 - the library's name
            nonlocal running, most
            running += 1
            most = max(most, running)
            time.sleep(0.01)
            running -= 1
            return True

    passwords = Passwords(Slow())
    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(lambda _: passwords.fits("x", "hash"), range(16)))
    assert most == 2


def test_who_waits_too_long_is_told_to_try_again() -> None:
    passwords = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1), at_once=1, wait_s=0.01)
    with passwords._slot(), pytest.raises(LintasError) as caught:
        passwords.hash("anything")
    assert caught.value.reason == "SIGN_IN_BUSY"


def test_passwords_fit_in_any_unicode_form() -> None:
    passwords = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    kept = passwords.hash("caf\u00e9 di pelabuhan")
    assert passwords.fits("cafe\u0301 di pelabuhan", kept)
    assert not passwords.fits("cafe di pelabuhan", kept)
    assert not passwords.fits("anything", "")
    assert not passwords.fits("anything", "not a hash")
