"""Who calls: complete and well-formed, or refused with the key named."""

from __future__ import annotations

from contextlib import nullcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.actor import Actor, Role
from ledger.errors import Fault, LintasError
from ledger.rpc.caller import actor_from, metadata_of

KEYS = ("lintas-device", "lintas-officer")
ROLES = [role for role in Role if role is not Role.SYSTEM]


@pytest.mark.parametrize("role", ROLES)
def test_round_trip(role: Role) -> None:
    actor = Actor("booth-3", "off.17@post", role)
    assert actor_from(metadata_of(actor)) == actor


def test_the_role_defaults_to_officer() -> None:
    assert actor_from([("lintas-device", "d"), ("lintas-officer", "o")]).role is Role.OFFICER


@pytest.mark.parametrize(
    ("metadata", "fault", "field"),
    [
        ([], Fault.UNAUTHENTICATED, "metadata.lintas-device"),
        ([("lintas-device", "d")], Fault.UNAUTHENTICATED, "metadata.lintas-officer"),
        ([("lintas-device", "d"), ("lintas-officer", "")], Fault.UNAUTHENTICATED, "metadata.lintas-officer"),
        ([("lintas-device", "d d"), ("lintas-officer", "o")], Fault.INVALID, "metadata.lintas-device"),
        ([("lintas-device", "d"), ("lintas-officer", "o" * 65)], Fault.INVALID, "metadata.lintas-officer"),
        (
            [("lintas-device", "d"), ("lintas-officer", "o"), ("lintas-role", "king")],
            Fault.INVALID,
            "metadata.lintas-role",
        ),
        (
            [("lintas-device", "d"), ("lintas-officer", "o"), ("lintas-role", "system")],
            Fault.INVALID,
            "metadata.lintas-role",
        ),
    ],
)
def test_refused(metadata: list[tuple[str, str]], fault: Fault, field: str) -> None:
    with pytest.raises(LintasError) as caught:
        actor_from(metadata)
    assert caught.value.fault is fault
    assert field in {each.field for each in caught.value.fields}


@given(st.dictionaries(st.sampled_from([*KEYS, "x"]), st.text(st.sampled_from("aZ9\u0663 \n\u200b<\x00"))))
def test_anything_else_is_an_actor_or_a_named_fault(metadata: dict[str, str]) -> None:
    known = all(metadata.get(key, "").isascii() and metadata.get(key, "").isalnum() for key in KEYS)
    with nullcontext() if known else pytest.raises(LintasError, match=r"metadata\.lintas-"):
        assert actor_from(metadata.items()).device_id == metadata["lintas-device"]
