"""Actions and orders from the wire; whatever is wrong is named by its field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from ledger.errors import invalid_field
from ledger.rpc.convert import enum_from_wire
from lintas.v1 import training_pb2 as wire
from lintas.v1 import verification_pb2
from simulator.grading.model import Form, Seat
from simulator.scenario.document import Tool
from simulator.scenario.model import Link
from simulator.session.action import WHOLE, Action, Ask, Box, Cite, Decide, HandOver, Look, Scan, Withdraw, Write
from simulator.session.plan import Dealing, Feedback, Mode, Pace
from simulator.session.scan import Advice
from simulator.session.setup import Order, OrderedSlot
from verifier.decision import Outcome
from watchlist.rpc.convert import bounded

_MOST_FACTS: Final = 100
_LONGEST_KEY: Final = 128


def action_from_wire(request: wire.ActRequest) -> Action:
    """Raises LintasError where no action is set, or it cannot be meant."""
    kind = request.WhichOneof("action")
    if kind is None:
        raise invalid_field("action", "one of look, scan, ask, cite, withdraw, write, hand_over")
    return _ACTIONS[kind](getattr(request, kind))


def region_from_wire(region: wire.Region) -> Box:
    """Fractions as they are; the exercise checks them."""
    return region.left, region.top, region.right, region.bottom


def _look(action: wire.LookAction) -> Look:
    tool = next((each for each in Tool if each.value == (action.tool or "eye")), None)
    if tool is None:
        raise invalid_field("look.tool", "one of eye, loupe, uv, ir")
    region = region_from_wire(action.region) if action.HasField("region") else WHOLE
    return Look(bounded(action.document, "look.document", _LONGEST_KEY), tool, region)


def _cite(action: wire.CitationMade) -> Cite:
    return Cite(*_pair(action, "cite"))


def _withdraw(action: wire.CitationMade) -> Withdraw:
    return Withdraw(*_pair(action, "withdraw"))


def _pair(action: wire.CitationMade, field: str) -> tuple[str, str]:
    fact = bounded(action.fact, f"{field}.fact", _LONGEST_KEY)
    return fact, bounded(action.other, f"{field}.other", _LONGEST_KEY) or fact


def _hand_over(action: wire.HandOverAction) -> HandOver:
    if len(action.facts) > _MOST_FACTS:
        raise invalid_field("hand_over.facts", f"at most {_MOST_FACTS}")
    facts = tuple(bounded(each, f"hand_over.facts[{i}]", _LONGEST_KEY) for i, each in enumerate(action.facts))
    return HandOver(facts, action.note)


_ACTIONS: Final[Mapping[str, Callable[[Any], Action]]] = MappingProxyType(
    {
        "look": _look,
        "scan": lambda action: Scan(action.reports_findings),
        "ask": lambda action: Ask(bounded(action.question, "ask.question", _LONGEST_KEY)),
        "cite": _cite,
        "withdraw": _withdraw,
        "write": lambda action: Write(action.reason),
        "hand_over": _hand_over,
    }
)


def decision_from_wire(request: wire.DecideRequest) -> Decide:
    """Raises LintasError naming the field."""
    outcome = enum_from_wire(verification_pb2.Outcome, "OUTCOME", Outcome, request.outcome, "outcome")
    if outcome is None:
        raise invalid_field("outcome", "required")
    return Decide(outcome, request.confidence, request.reason)


def seat_from_wire(number: int) -> Seat:
    """SOLO where nothing is said. Raises LintasError for unknown numbers."""
    return enum_from_wire(wire.SeatKind, "SEAT_KIND", Seat, number, "seat") or Seat.SOLO


def order_from_wire(request: wire.OpenSessionRequest) -> Order:
    """Raises LintasError naming the field."""
    return Order(
        title=request.title.strip(),
        slots=tuple(_slot(each, f"slots[{i}]") for i, each in enumerate(request.slots)),
        mode=enum_from_wire(wire.SessionMode, "SESSION_MODE", Mode, request.mode, "mode") or Mode.SOLO,
        pace=enum_from_wire(wire.SessionPace, "SESSION_PACE", Pace, request.pace, "pace") or Pace.SELF,
        feedback=enum_from_wire(wire.SessionFeedback, "SESSION_FEEDBACK", Feedback, request.feedback, "feedback")
        or Feedback.CASE,
        deal_count=request.deal_count,
        prevalence=request.prevalence or 0.5,
        seed=request.seed or 1,
        is_rehearsal=request.rehearsal,
        dealing=Dealing.ADAPTIVE if request.deal_adaptively else Dealing.ORDER,
    )


def _slot(slot: wire.SessionSlot, field: str) -> OrderedSlot:
    if slot.variant < 0:
        raise invalid_field(f"{field}.variant", "0 or more")
    return OrderedSlot(
        scenarios=tuple(slot.scenarios),
        variant=slot.variant,
        form=enum_from_wire(wire.ParallelForm, "PARALLEL_FORM", Form, slot.form, f"{field}.form") or Form.PRACTICE,
        advice=Advice.WRONG if slot.wrong_advice else Advice.TRUE,
        link=Link.DOWN if slot.link_down else None,
        list_age_h=slot.list_age_h if slot.list_age_h > 0 else None,
    )
