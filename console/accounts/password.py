"""Passwords: what is accepted, and how they are hashed and held against a hash (Argon2id, RFC 9106)."""

from __future__ import annotations

import secrets
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from ledger.errors import Fault, LintasError, invalid_field

SHORTEST: Final = 12
LONGEST: Final = 256
_FEWEST_DIFFERENT: Final = 5
_WAIT_S: Final = 5.0
# without 0/O and 1/l/I: temporary passwords are read aloud and copied by hand
_READABLE: Final = "abcdefghjkmnpqrstuvwxyz23456789"


def check_password(password: str, account_name: str) -> str:
    """The password in Unicode form NFKC. Raises LintasError PASSWORD_WEAK, naming what to do.

    As NIST SP 800-63B advises: length counts, mixtures of signs are not asked for.
    """
    normal = unicodedata.normalize("NFKC", password)
    if len(normal) < SHORTEST:
        raise _weak(f"at least {SHORTEST} characters; a sentence is easy to remember")
    if len(normal) > LONGEST:
        raise _weak(f"at most {LONGEST} characters")
    if account_name in normal.casefold():
        raise _weak("must not contain the account name")
    if len(set(normal)) < _FEWEST_DIFFERENT:
        raise _weak(f"at least {_FEWEST_DIFFERENT} different characters")
    return normal


def _encoded(password: str) -> bytes:
    # what no keyboard types may still come over the wire, and must fail as any wrong password does
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")


def _weak(description: str) -> LintasError:
    return invalid_field("password", description, reason="PASSWORD_WEAK")


def temporary_password() -> str:
    """A password to hand over once: four groups of four signs, about 79 bits."""
    return "-".join("".join(secrets.choice(_READABLE) for _ in range(4)) for _ in range(4))


class Passwords:
    """Hashes and verifies, a few at once: each takes about 0.2 s of a core and 64 MiB."""

    def __init__(self, hasher: PasswordHasher, *, at_once: int = 2, wait_s: float = _WAIT_S) -> None:
        self._hasher = hasher
        self._slots = threading.BoundedSemaphore(at_once)
        self._wait_s = wait_s
        self._decoy = ""

    def hash(self, password: str) -> str:
        """The hash to keep. Raises LintasError SIGN_IN_BUSY where too many wait."""
        with self._slot():
            return self._hasher.hash(_encoded(password))

    def fits(self, password: str, password_hash: str) -> bool:
        """Whether it is the password. '' as hash costs the same time: it tells nobody which accounts exist.

        Raises LintasError SIGN_IN_BUSY where too many wait.
        """
        normal = _encoded(password[: LONGEST + 1])
        with self._slot():
            try:
                self._hasher.verify(password_hash or self._any_hash(), normal)
            except (VerificationError, InvalidHashError):
                return False
        return bool(password_hash)

    def is_outdated(self, password_hash: str) -> bool:
        """Made with weaker parameters than those in force."""
        return self._hasher.check_needs_rehash(password_hash)

    def _any_hash(self) -> str:
        self._decoy = self._decoy or self._hasher.hash(secrets.token_hex(16))
        return self._decoy

    @contextmanager
    def _slot(self) -> Iterator[None]:
        if not self._slots.acquire(timeout=self._wait_s):
            raise LintasError(Fault.EXHAUSTED, "SIGN_IN_BUSY", "too many people sign in at once; try again")
        try:
            yield
        finally:
            self._slots.release()
