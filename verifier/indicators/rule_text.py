"""From the policy's text of a rule to the rule, with refusals that name the line."""

from __future__ import annotations

from typing import Any as Anything
from typing import Final

from verifier.indicators.marked_yaml import MarkedDocument, Place
from verifier.indicators.protected import protected_attribute
from verifier.indicators.rule import All, Any, Condition, FactValue, Not, Rule, Test
from verifier.indicators.vocabulary import VOCABULARY, Fact, FactType

_DEEPEST: Final = 8
_NUMBER_TESTS: Final = frozenset({Test.IS, Test.AT_LEAST, Test.AT_MOST})
_CHOICE_TESTS: Final = frozenset({Test.IS, Test.ONE_OF, Test.NOT_ONE_OF})


def read_rule(document: MarkedDocument, place: Place, data: Anything, *, depth: int = 0) -> Rule:
    """One rule: `all`, `any`, `not`, or one fact with its value.

    Raises LintasError: PROTECTED_ATTRIBUTE where a rule speaks of who somebody is; POLICY_INVALID for an unknown fact,
    a value of the wrong type, an empty list, more than eight levels.
    """
    if depth > _DEEPEST:
        raise document.error(place, f"at most {_DEEPEST} levels")
    if not isinstance(data, dict) or len(data) != 1:
        raise document.error(place, "a rule is one of: all, any, not, or one fact with its value")
    ((key, value),) = data.items()
    inner = (*place, key)
    if key in {"all", "any"}:
        if not isinstance(value, list) or not value:
            raise document.error(inner, "needs a list of rules")
        parts = tuple(read_rule(document, (*inner, i), each, depth=depth + 1) for i, each in enumerate(value))
        return All(parts) if key == "all" else Any(parts)
    if key == "not":
        return Not(read_rule(document, inner, value, depth=depth + 1))
    return _condition(document, inner, key, value)


def _condition(document: MarkedDocument, place: Place, name: str, value: Anything) -> Condition:
    _refuse_protected(document, place, name)
    fact = VOCABULARY.get(name)
    if fact is None:
        raise document.error(place, "no such fact; docs/indicators.md lists them all")
    test, values = _test(document, place, value)
    for each in values:
        _refuse_protected(document, place, str(each))
        if not _fits(fact, test, each):
            raise document.error(place, f"not a value or test for a fact of type {fact.type.value}")
    return Condition(name, test, values)


def _refuse_protected(document: MarkedDocument, place: Place, text: str) -> None:
    attribute = protected_attribute(text)
    if attribute is not None:
        raise document.error(
            place, f"a rule may never speak of who somebody is ({attribute})", reason="PROTECTED_ATTRIBUTE"
        )


def _test(document: MarkedDocument, place: Place, value: Anything) -> tuple[Test, tuple[FactValue, ...]]:
    if not isinstance(value, dict):
        return Test.IS, (value,)
    if len(value) != 1 or next(iter(value)) not in {test.value for test in Test}:
        raise document.error(place, f"needs one of {', '.join(test.value for test in Test)}")
    ((word, operand),) = value.items()
    test = Test(word)
    if test not in {Test.ONE_OF, Test.NOT_ONE_OF}:
        return test, (operand,)
    if not isinstance(operand, list) or not operand:
        raise document.error((*place, word), "needs a list of values")
    return test, tuple(operand)


def _fits(fact: Fact, test: Test, value: Anything) -> bool:
    if fact.type is FactType.YES_NO:
        return test is Test.IS and isinstance(value, bool)
    if fact.type is FactType.NUMBER:
        return test in _NUMBER_TESTS and isinstance(value, int) and not isinstance(value, bool)
    return test in _CHOICE_TESTS and isinstance(value, str) and value in fact.choices
