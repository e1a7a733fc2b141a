"""From what a trainer orders to a plan with its dealt cases."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ledger.errors import invalid_field
from simulator.grading.model import Form
from simulator.library import Library
from simulator.scenario.model import Link, Scenario
from simulator.scenario.vary import deal, to_json, vary
from simulator.session.action import Box
from simulator.session.case import DealtCase
from simulator.session.dealing import candidate, order_for
from simulator.session.plan import MOST_SLOTS, Dealing, Feedback, Mode, Pace, Plan, Slot
from simulator.session.scan import Advice

_LONGEST_TITLE: Final = 120

DrawnAt = Callable[[Scenario], dict[tuple[str, str], Box]]


@dataclass(frozen=True, slots=True)
class OrderedSlot:
    """One place: one scenario, or the two of a matched pair, as a variant (0: as written)."""

    scenarios: tuple[str, ...]
    variant: int = 0
    form: Form = Form.PRACTICE
    advice: Advice = Advice.TRUE
    link: Link | None = None
    list_age_h: int | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """What a trainer wants. Without slots, `deal_count` cases are dealt, a share of `prevalence` (0.02…0.5) signals.

    Where `dealing` is adaptive, each desk gets `deal_count` cases of its own out of the slots, or out of all scenarios.
    """

    title: str
    slots: tuple[OrderedSlot, ...] = ()
    mode: Mode = Mode.SOLO
    pace: Pace = Pace.SELF
    feedback: Feedback = Feedback.CASE
    deal_count: int = 0
    prevalence: float = 0.5
    seed: int = 1
    is_rehearsal: bool = False
    dealing: Dealing = Dealing.ORDER


def set_up(
    order: Order,
    library: Library,
    *,
    session_id: str,
    salt: str,
    opened_on: date,
    drawn_at: DrawnAt,
    trainer: str = "",
) -> tuple[Plan, Sequence[tuple[DealtCase, str]]]:
    """The plan and its cases, each with its scenario as JSON. `drawn_at` says where the drawing puts defects,
    `trainer` who opens it (service number or account name).

    Raises LintasError: SCENARIO_UNKNOWN, PREVALENCE, VARIATION_INVALID, or naming the field of the order.
    """
    if not 1 <= len(order.title) <= _LONGEST_TITLE:
        raise invalid_field("title", f"1 to {_LONGEST_TITLE} characters")
    cases: dict[str, tuple[DealtCase, str]] = {}
    pool: tuple[str, ...] = ()
    if order.dealing is Dealing.ADAPTIVE:
        set_of = tuple(_set(order, library))
        pool = tuple(dict.fromkeys(_case(key, variant, library, cases, drawn_at) for key, variant in set_of))
        slots = (Slot(()),) * order.deal_count
    else:
        slots = tuple(_slot(each, library, cases, drawn_at) for each in order.slots or _dealt(order, library))
    plan = Plan(
        session_id=session_id,
        title=order.title,
        opened_on=opened_on,
        salt=salt,
        slots=slots,
        mode=order.mode,
        pace=order.pace,
        feedback=order.feedback,
        seed=order.seed,
        trainer=trainer,
        is_rehearsal=order.is_rehearsal,
        dealing=order.dealing,
        pool=pool,
        prevalence=order.prevalence,
    )
    if pool:  # every desk's order has the same kinds, so one of them tells whether the set suffices
        order_for(plan, tuple(candidate(cases[key][0]) for key in pool), 0)
    return plan, tuple(cases.values())


def _slot(ordered: OrderedSlot, library: Library, cases: dict[str, tuple[DealtCase, str]], drawn_at: DrawnAt) -> Slot:
    return Slot(
        cases=tuple(_case(key, ordered.variant, library, cases, drawn_at) for key in ordered.scenarios),
        form=ordered.form,
        advice=ordered.advice,
        link=ordered.link,
        list_age_h=ordered.list_age_h,
        swapped=_swapped(ordered.scenarios, library),
    )


def _set(order: Order, library: Library) -> Iterator[tuple[str, int]]:
    """What an adaptive session deals from: scenarios with their variants."""
    _check_deal(order)
    for index, each in enumerate(order.slots):
        if each != OrderedSlot(each.scenarios, each.variant):
            text = "form, advice, link and age of the list belong to a place; an adaptive session has a set"
            raise invalid_field(f"slots[{index}]", text)
        yield from ((key, each.variant) for key in each.scenarios)
    if not order.slots:
        yield from ((key, order.seed * 1000 + 1) for key in sorted(library.scenarios))


def _dealt(order: Order, library: Library) -> tuple[OrderedSlot, ...]:
    _check_deal(order)
    found = deal(list(library.scenarios.values()), count=order.deal_count, prevalence=order.prevalence, seed=order.seed)
    return tuple(OrderedSlot((scenario.meta.key,), variant) for scenario, variant in found)


def _check_deal(order: Order) -> None:
    if not 1 <= order.deal_count <= MOST_SLOTS:
        raise invalid_field("deal_count", f"1 to {MOST_SLOTS}, or name the slots")
    if not 0.02 <= order.prevalence <= 0.5:
        raise invalid_field("prevalence", "0.02 to 0.5")


def _case(key: str, variant: int, library: Library, cases: dict[str, tuple[DealtCase, str]], drawn_at: DrawnAt) -> str:
    """The dealt case's key, the same for the same variant; made once."""
    case_key = f"{key}.{variant}" if variant else key
    if case_key not in cases:
        scenario = vary(library.scenario(key), variant)
        cases[case_key] = (DealtCase(case_key, scenario, drawn_at(scenario)), to_json(scenario))
    return case_key


def _swapped(keys: Sequence[str], library: Library) -> str:
    """What differs between the two of a pair, as the one that names the other says."""
    for key in keys if len(keys) == 2 else ():
        twin = library.scenario(key).variation.counterfactual
        if twin is not None and twin.of in keys:
            return ", ".join(twin.differs)
    return ""
