"""What a person may decide, and when a second one must agree."""

from __future__ import annotations

import itertools

import pytest

from ledger.actor import Actor, Role
from ledger.errors import LintasError
from verifier.decision import REASONS, Outcome, check_decision, needs_second_person, precedence
from verifier.model.journey import Direction

OFFICER = Actor("booth-1", "off-17", Role.OFFICER)


@pytest.mark.parametrize(
    ("outcome", "needed"),
    [
        (Outcome.CLEAR, False),
        (Outcome.REFER, False),
        (Outcome.DEFER, True),
        (Outcome.REFUSE, True),
        (Outcome.HOLD, True),
        (Outcome.PROTECT, True),
    ],
)
def test_second_person(outcome: Outcome, needed: bool) -> None:  # noqa: FBT001 - a table
    assert needs_second_person(outcome) is needed


def test_protection_wins_over_everything_and_clear_over_nothing() -> None:
    order = [Outcome.PROTECT, Outcome.HOLD, Outcome.REFUSE, Outcome.DEFER, Outcome.REFER, Outcome.CLEAR]
    for weaker, stronger in itertools.combinations(reversed(order), 2):
        assert precedence([weaker, stronger]) is stronger
    assert precedence([]) is None


@pytest.mark.parametrize("outcome", [Outcome.DEFER, Outcome.REFUSE, Outcome.HOLD])
def test_reason_required(outcome: Outcome) -> None:
    with pytest.raises(LintasError, match="reason_code") as caught:
        check_decision(outcome, actor=OFFICER)
    assert caught.value.reason == "REASON_REQUIRED"
    check_decision(outcome, actor=OFFICER, reason_code="SAFETY")


def test_unknown_reason() -> None:
    with pytest.raises(LintasError, match="reason_code") as caught:
        check_decision(Outcome.CLEAR, actor=OFFICER, reason_code="FACE")
    assert caught.value.reason == "REASON_UNKNOWN"


@pytest.mark.parametrize("outcome", [o for o in Outcome if o is not Outcome.PROTECT])
def test_only_protection_can_be_an_emergency(outcome: Outcome) -> None:
    with pytest.raises(LintasError, match="emergency"):
        check_decision(outcome, actor=OFFICER, reason_code="SAFETY", is_emergency=True)
    check_decision(Outcome.PROTECT, actor=OFFICER, is_emergency=True)


@pytest.mark.parametrize(
    ("direction", "nationality", "refused"),
    [
        (Direction.ARRIVAL, "IDN", True),
        (Direction.DEPARTURE, "IDN", False),
        (Direction.ARRIVAL, "MYS", False),
        (Direction.ARRIVAL, "", False),
        (None, "IDN", True),
        (None, "MYS", False),
    ],
)
def test_own_nationals_are_never_refused_arrival(
    direction: Direction | None,
    nationality: str,
    refused: bool,  # noqa: FBT001 - a table
) -> None:
    def decide(outcome: Outcome) -> None:
        check_decision(
            outcome,
            actor=OFFICER,
            reason_code="DOCUMENT_EXPIRED",
            direction=direction,
            nationality=nationality,
            own_state="IDN",
        )

    decide(Outcome.REFER)
    if refused:
        with pytest.raises(LintasError) as caught:
            decide(Outcome.REFUSE)
        assert caught.value.reason == "OWN_NATIONAL"
    else:
        decide(Outcome.REFUSE)


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.TRAINER, Role.ADMINISTRATOR, Role.SYSTEM])
def test_only_officers_decide(role: Role) -> None:
    with pytest.raises(LintasError) as caught:
        check_decision(Outcome.CLEAR, actor=Actor("d", "o", role))
    assert caught.value.reason == "ROLE_NOT_ALLOWED"


def test_reasons_speak_both_languages() -> None:
    assert all(text.id and text.en and text.id != text.en for text in REASONS.values())
