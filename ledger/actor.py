"""Who acts: device, officer, role. Carried by every call and recorded with everything that it does."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """Roles of the service; what each may do is one table in the shells."""

    OFFICER = "officer"
    SECOND_OFFICER = "second_officer"
    SUPERVISOR = "supervisor"
    TRAINER = "trainer"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"
    SYSTEM = "system"
    PROTECTION_OFFICER = "protection_officer"  # referrals and tips; apart from crossings
    POST = "post"  # a machine: fetches the list, delivers its record


@dataclass(frozen=True, slots=True)
class Actor:
    """One person at one device. `officer_id` is a service number or account name, never a personal name."""

    device_id: str
    officer_id: str
    role: Role

    def is_same_person(self, other: Actor) -> bool:
        """Second-person rules compare persons; changing the device or the role does not make a second person."""
        return self.officer_id.casefold() == other.officer_id.casefold()
