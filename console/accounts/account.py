"""One account: a service name with a role and what proves it. Never a personal name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from ledger.actor import Role
from ledger.errors import invalid_field

# a subset of what call metadata may carry (ledger/rpc/caller.py), so every account can act
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9._-]{1,31}")
# people sign in; the system and machines do not
ROLES: Final = tuple(role for role in Role if role not in {Role.SYSTEM, Role.POST})


@dataclass(frozen=True, slots=True)
class Account:
    """`password_hash` is an Argon2id string. `code_secret` is the base-32 secret of one-time codes, '' without.

    `code_last_step` is the time step of the last code used, so that none works twice. `version` counts changes.
    """

    name: str
    role: Role
    password_hash: str
    created_at: datetime
    must_change_password: bool = False
    code_secret: str = ""
    code_last_step: int = 0
    disabled_at: datetime | None = None
    version: int = 1

    @property
    def is_enabled(self) -> bool:
        """May sign in."""
        return self.disabled_at is None

    @property
    def asks_code(self) -> bool:
        """A one-time code is needed besides the password."""
        return bool(self.code_secret)


def check_name(name: str) -> str:
    """The name in the one form in which it is kept. Raises LintasError ACCOUNT_NAME."""
    folded = name.strip().casefold()
    if not _NAME.fullmatch(folded):
        description = "2 to 32 letters a-z, digits, . _ or -, beginning with a letter or digit"
        raise invalid_field("name", description, reason="ACCOUNT_NAME")
    return folded


def check_role(role: Role) -> Role:
    """The role as given. Raises LintasError ACCOUNT_ROLE: nobody signs in as the system."""
    if role not in ROLES:
        known = ", ".join(each.value for each in ROLES)
        raise invalid_field("role", f"one of {known}", reason="ACCOUNT_ROLE")
    return role
