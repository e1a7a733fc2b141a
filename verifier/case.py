"""One recorded examination with the decisions that people took on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from ledger.actor import Actor
from ledger.errors import Fault, FieldFault, LintasError
from verifier.decision import Outcome, needs_second_person
from verifier.examination import Examination
from verifier.model.presentation import Presentation


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided. `note` may hold personal data and stays out of the ledger."""

    decision_id: str
    outcome: Outcome
    actor: Actor
    decided_at: datetime
    reason_code: str = ""
    note: str = ""
    is_emergency: bool = False
    overrules: bool = False  # it would undo what two people decided, so it needs two people as well
    second_person: Actor | None = None
    confirmed_at: datetime | None = None

    @property
    def effective_at(self) -> datetime:
        """When it took force, if it did: for two people, when the second confirmed."""
        return self.confirmed_at or self.decided_at

    @property
    def is_in_force(self) -> bool:
        """Taken by all the people whom it needs."""
        alone = (not needs_second_person(self.outcome) and not self.overrules) or self.is_emergency
        return alone or self.second_person is not None


@dataclass(frozen=True, slots=True)
class Case:
    """What was presented (without the image), what the engine answered, what people decided.

    `version` counts changes; the etag is made of it, so nobody decides on a state that they have not seen.
    """

    case_id: str
    created_at: datetime
    actor: Actor
    presentation: Presentation
    examination: Examination
    decisions: tuple[Decision, ...] = ()
    version: int = 1

    @property
    def name(self) -> str:
        """Resource name."""
        return f"cases/{self.case_id}"

    @property
    def etag(self) -> str:
        """Changes with every change of the case."""
        return f"{self.case_id[:8]}-{self.version}"

    @property
    def outcome(self) -> Outcome | None:
        """What took force last; None while nobody decided."""
        taken = [decision for decision in self.decisions if decision.is_in_force]
        # max keeps the first of equals, so the list is turned round: of two at one instant the later call counts
        return max(reversed(taken), key=lambda decision: decision.effective_at).outcome if taken else None

    def decided(self, decision: Decision) -> Case:
        """The case with one decision more."""
        return replace(self, decisions=(*self.decisions, decision), version=self.version + 1)

    def confirmed(self, decision_id: str, second_person: Actor, confirmed_at: datetime) -> Case:
        """The case after a second person confirmed the decision.

        Raises LintasError: DECISION_UNKNOWN; DECISION_NOT_AWAITING where it needs nobody, or nobody more;
        SECOND_PERSON_IS_FIRST where it is the same person.
        """
        decision = next((each for each in self.decisions if each.decision_id == decision_id), None)
        if decision is None:
            raise _refused(Fault.NOT_FOUND, "DECISION_UNKNOWN", "no such decision on this case")
        if decision.is_in_force:
            raise _refused(Fault.PRECONDITION, "DECISION_NOT_AWAITING", "the decision awaits no second person")
        if decision.actor.is_same_person(second_person):
            raise _refused(Fault.FORBIDDEN, "SECOND_PERSON_IS_FIRST", "a second person must be somebody else")
        confirmed = replace(decision, second_person=second_person, confirmed_at=confirmed_at)
        decisions = tuple(confirmed if each is decision else each for each in self.decisions)
        return replace(self, decisions=decisions, version=self.version + 1)


def _refused(fault: Fault, reason: str, message: str) -> LintasError:
    return LintasError(fault, reason, message, fields=(FieldFault("confirms_decision_id", message),))
