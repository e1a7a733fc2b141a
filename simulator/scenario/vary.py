"""Variants of a scenario: the same seed gives the same variant, and neighbours do not share the answer's surface."""

from __future__ import annotations

import hashlib
import json
import random
from typing import Any, Final

from pydantic import ValidationError

from ledger.errors import Fault, LintasError
from simulator.scenario import names
from simulator.scenario.document import MrzOverrides, Overrides, Photo, Printed
from simulator.scenario.evidence import IndicatorKind
from simulator.scenario.expected import Signal
from simulator.scenario.interview import Question
from simulator.scenario.model import Scenario

_OF_DOCUMENTS: Final = frozenset({IndicatorKind.DOCUMENT, IndicatorKind.CHIP})


def to_json(scenario: Scenario) -> str:
    """The scenario as JSON of the same shape as its file."""
    return scenario.model_dump_json(by_alias=True, exclude_unset=True)


def vary(scenario: Scenario, seed: int) -> Scenario:
    """The variant of that seed. Seed 0 is the scenario as written.

    Swaps one value for each place of `variation.swap`, and invents other names and numbers unless the identity is to
    stay; some variants (`variation.defect_dropout`) have no defects. Raises LintasError VARIATION_INVALID where a swap
    names no place or a value does not fit there.
    """
    if seed == 0:
        return scenario
    chance = random.Random(_seed(scenario, seed))  # noqa: S311 - variants, not secrets
    data: dict[str, Any] = json.loads(to_json(scenario))
    for path, values in sorted(scenario.variation.swap.items()):
        parent, last = _resolve(data, path)
        parent[last] = chance.choice(values)
    if not scenario.variation.keep_identity:
        _invent(data, scenario, chance)
    try:
        varied = Scenario.model_validate_json(json.dumps(data))
        return without_defects(varied) if drops_defects(scenario, seed) else varied
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise _invalid(f"{place}: {first['msg']}") from None


def drops_defects(scenario: Scenario, seed: int) -> bool:
    """Whether the variant of that seed is one in which nothing is wrong."""
    chance = random.Random(_seed(scenario, seed) + 1)  # noqa: S311
    return seed != 0 and chance.random() < scenario.variation.defect_dropout


def without_defects(scenario: Scenario) -> Scenario:
    """The same traveller with documents in which nothing is wrong, and the key `variation.clean`.

    Indicators that only defects or contradictions of documents proved are gone. Raises LintasError VARIATION_INVALID
    where the scenario states no clean key.
    """
    clean = scenario.variation.clean
    if clean is None:
        raise _invalid("variants without defects need variation.clean")
    documents = tuple(
        each.model_copy(
            update={
                "defects": (),
                "printed": Printed(),
                "mrz": MrzOverrides(),
                "first_read": None,
                "chip": Overrides() if each.chip is not None else None,
                "photo": Photo(),
            }
        )
        for each in scenario.documents
    )
    gone = {defect.indicator for document in scenario.documents for defect in document.defects}
    gone |= {each.key for each in scenario.indicators if each.between and each.kind in _OF_DOCUMENTS}
    expected = scenario.expected.model_copy(
        update={
            "signal": Signal.NOISE,
            "engine": clean.engine,
            "again": clean.again,
            "informed": clean.informed,
            "minimum": (),
            "decisions": clean.decisions,
        }
    )
    return scenario.model_copy(
        update={
            "documents": documents,
            "indicators": tuple(each for each in scenario.indicators if each.key not in gone),
            "questions": tuple(_without(each, gone) for each in scenario.questions),
            "expected": expected,
            "debrief": scenario.debrief.model_copy(update={"description": clean.description}),
        }
    )


def _without(question: Question, gone: set[str | None]) -> Question:
    answers = tuple(
        each.model_copy(update={"reveals": tuple(key for key in each.reveals if key not in gone)})
        for each in question.answers
    )
    return question.model_copy(update={"answers": answers})


def deal(scenarios: list[Scenario], *, count: int, prevalence: float, seed: int) -> list[tuple[Scenario, int]]:
    """`count` scenarios with variant seeds, of which `prevalence` (0…1, rounded) are signals, in shuffled order.

    A scenario comes again only after all others of its kind. Raises LintasError PREVALENCE where a kind is wanted of
    which there is none.
    """
    chance = random.Random(seed)  # noqa: S311
    wanted = {Signal.SIGNAL: round(count * prevalence)}
    wanted[Signal.NOISE] = count - wanted[Signal.SIGNAL]
    dealt: list[tuple[Scenario, int]] = []
    for kind, number in wanted.items():
        pool = sorted((each for each in scenarios if each.expected.signal is kind), key=lambda each: each.meta.key)
        if number and not pool:
            raise LintasError(Fault.INVALID, "PREVALENCE", f"there is no scenario of kind {kind.value} to choose from")
        for round_ in range(-(-number // len(pool)) if pool else 0):
            chance.shuffle(pool)
            dealt.extend((each, seed * 1000 + round_ + 1) for each in pool[: number - round_ * len(pool)])
    chance.shuffle(dealt)
    return dealt


def _seed(scenario: Scenario, seed: int) -> int:
    text = f"{scenario.meta.key}/{scenario.variation.seed}/{seed}"
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])


def _invent(data: dict[str, Any], scenario: Scenario, chance: random.Random) -> None:
    """Other names and numbers. Whatever refers to the old ones in fixtures follows them."""
    persona = scenario.persona
    old_new = {persona.surname: names.surname(chance)} if persona.surname else {}
    if persona.given:
        old_new[persona.given] = names.given(chance, persona.sex, len(persona.given.split()))
    for document in scenario.documents:
        old_new[document.number] = names.number_like(chance, document.number)
    for field in ("persona", "documents", "watchlist"):
        if field in data:
            data[field] = _replaced(data[field], old_new)


def _replaced(value: Any, old_new: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _replaced(each, old_new) for key, each in value.items()}
    if isinstance(value, list):
        return [_replaced(each, old_new) for each in value]
    return old_new.get(value, value) if isinstance(value, str) else value


def _resolve(data: Any, path: str) -> tuple[Any, Any]:
    """The container and the key of a dotted place; list items are named by their key or their number from 1."""
    *way, last = path.split(".")
    for part in way:
        data = _step(data, part, path)
    if isinstance(data, dict):
        return data, last
    return data, _index(data, last, path)


def _step(data: Any, part: str, path: str) -> Any:
    if isinstance(data, dict):
        return data.setdefault(part, {})
    return data[_index(data, part, path)]


def _index(data: Any, part: str, path: str) -> int:
    if isinstance(data, list):
        for index, each in enumerate(data):
            if (isinstance(each, dict) and each.get("key") == part) or part == str(index + 1):
                return index
    raise _invalid(f"variation.swap names no place: {path}")


def _invalid(message: str) -> LintasError:
    return LintasError(Fault.INVALID, "VARIATION_INVALID", message)
