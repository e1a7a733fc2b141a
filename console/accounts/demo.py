"""Accounts whose password everybody knows: for `lintas demo` alone. No other gate lets them in."""

from __future__ import annotations

from typing import Final

from console.accounts.roster import Roster
from ledger.actor import Actor, Role

PREFIX: Final = "demo-"
PASSWORD: Final = "lintas untuk dicoba"  # noqa: S105 - public on purpose: it stands on the login page
_SYSTEM: Final = Actor("console", "demo", Role.SYSTEM)
NAMES: Final = {
    "demo-petugas": Role.OFFICER,
    "demo-kedua": Role.SECOND_OFFICER,
    "demo-penyelia": Role.SUPERVISOR,
    "demo-penyelia-2": Role.SUPERVISOR,  # four eyes need two
    "demo-pelatih": Role.TRAINER,
    "demo-auditor": Role.AUDITOR,
    "demo-admin": Role.ADMINISTRATOR,
}


def make_demo_accounts(roster: Roster) -> None:
    """One of each role, unless it is there already."""
    known = {account.name for account in roster.all()}
    for name, role in NAMES.items():
        if name not in known:
            roster.create(name, role, _SYSTEM, password=PASSWORD)
