"""Who is calling, from the call's metadata. Accounts and certificates will vouch for it in a later version."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ledger.actor import Actor, Role
from ledger.errors import Fault, FieldFault, LintasError

DEVICE_KEY = "lintas-device"
OFFICER_KEY = "lintas-officer"
ROLE_KEY = "lintas-role"
# enough for service numbers and account names, too little for anything that could upset a log
_NAME = re.compile(r"[A-Za-z0-9._@:-]{1,64}")


def actor_from(metadata: Iterable[tuple[str, str | bytes]]) -> Actor:
    """The actor that the metadata names.

    Raises LintasError ACTOR_MISSING (unauthenticated) or ACTOR_MALFORMED (invalid), naming the keys concerned.
    """
    values = {key: value for key, value in metadata if isinstance(value, str)}
    missing = tuple(
        FieldFault(f"metadata.{key}", "required") for key in (DEVICE_KEY, OFFICER_KEY) if not values.get(key)
    )
    if missing:
        names = ", ".join(fault.field for fault in missing)
        raise LintasError(Fault.UNAUTHENTICATED, "ACTOR_MISSING", f"the call must carry {names}", fields=missing)
    for key in (DEVICE_KEY, OFFICER_KEY):
        if not _NAME.fullmatch(values[key]):
            raise _malformed(key, "1 to 64 letters, digits or . _ @ : -")
    return Actor(values[DEVICE_KEY], values[OFFICER_KEY], _role(values.get(ROLE_KEY, Role.OFFICER.value)))


def _role(text: str) -> Role:
    spoken = [role for role in Role if role is not Role.SYSTEM]  # the system never calls itself
    for role in spoken:
        if role.value == text:
            return role
    raise _malformed(ROLE_KEY, "one of " + ", ".join(role.value for role in spoken))


def _malformed(key: str, description: str) -> LintasError:
    fault = FieldFault(f"metadata.{key}", description)
    return LintasError(Fault.INVALID, "ACTOR_MALFORMED", f"{fault.field}: {description}", fields=(fault,))


def metadata_of(actor: Actor) -> Sequence[tuple[str, str]]:
    """The metadata that names this actor, for clients."""
    return ((DEVICE_KEY, actor.device_id), (OFFICER_KEY, actor.officer_id), (ROLE_KEY, actor.role.value))
