"""Guards: a tiny language of conditions, parsed and walked, never handed to Python.

    guard   := conj ("or" conj)*          conj := unit ("and" unit)*        unit := "not" unit | test
    test    := value (("==" | "!=" | "<" | "<=" | ">" | ">=") value)?
    value   := number | "true" | "false" | name | ("asked" | "found") "(" key ")" | "(" guard ")"

Names are the flags of `state` and the built-in `alone`, `interpreter` (true or false), `trust`, `stress` (numbers).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Final

from pydantic import AfterValidator

Value = bool | int

_LONGEST: Final = 200
_DEEPEST: Final = 12
_TOKEN: Final = re.compile(r"\s*(?:(\d{1,6})|([a-z][a-z0-9_]*)|(==|!=|<=|>=|<|>|\(|\)))")
_WORDS: Final = frozenset({"and", "or", "not", "true", "false", "asked", "found"})

NUMBERS: Final = frozenset({"trust", "stress"})
FLAGS: Final = frozenset({"alone", "interpreter"})


class GuardError(ValueError):
    """What is wrong with a guard, and at which column (from 1) of its text."""


@dataclass(frozen=True, slots=True)
class World:
    """What a guard may ask: variables by name, steps already taken, indicators already found."""

    variables: Mapping[str, Value]
    asked: frozenset[str]
    found: frozenset[str]


@dataclass(frozen=True, slots=True)
class Constant:
    """A number, true or false."""

    value: Value

    def of(self, world: World) -> Value:
        """Itself."""
        del world
        return self.value


@dataclass(frozen=True, slots=True)
class Variable:
    """A flag or a number by name."""

    name: str

    def of(self, world: World) -> Value:
        """Raises KeyError for a name that the scenario lacks; lint refuses those."""
        return world.variables[self.name]


@dataclass(frozen=True, slots=True)
class Happened:
    """`asked(key)` or `found(key)`."""

    what: str
    key: str

    def of(self, world: World) -> Value:
        """Whether it happened."""
        return self.key in (world.asked if self.what == "asked" else world.found)


class Operator(Enum):
    """All operators."""

    AND = "and"
    OR = "or"
    NOT = "not"
    EQUAL = "=="
    UNEQUAL = "!="
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator over its operands."""

    operator: Operator
    operands: tuple[Node, ...]

    def of(self, world: World) -> Value:
        """All operands are asked; none has an effect."""
        values = [each.of(world) for each in self.operands]
        return _apply(self.operator, values)


Node = Constant | Variable | Happened | Operation


def _apply(operator: Operator, values: list[Value]) -> Value:
    if operator is Operator.AND:
        return all(values)
    if operator is Operator.OR:
        return any(values)
    if operator is Operator.NOT:
        return not values[0]
    left, right = values
    return {
        Operator.EQUAL: left == right,
        Operator.UNEQUAL: left != right,
        Operator.LESS: left < right,
        Operator.AT_MOST: left <= right,
        Operator.MORE: left > right,
        Operator.AT_LEAST: left >= right,
    }[operator]


@dataclass(frozen=True, slots=True)
class Guard:
    """A parsed guard."""

    text: str
    root: Node

    def holds(self, world: World) -> bool:
        """Whether it is true now."""
        return bool(self.root.of(world))

    def leaves(self) -> Iterator[Variable | Happened]:
        """All names that it asks."""
        waiting = [self.root]
        while waiting:
            node = waiting.pop()
            if isinstance(node, Operation):
                waiting.extend(node.operands)
            elif not isinstance(node, Constant):
                yield node


def parse_guard(text: str) -> Guard:
    """Raises GuardError with the column for anything outside the language, or longer than 200 characters."""
    if len(text) > _LONGEST:
        raise GuardError(f"at most {_LONGEST} characters")
    return Guard(text, _Parser(_tokens(text)).whole())


def _tokens(text: str) -> list[tuple[str, int]]:
    tokens, at = [], 0
    stripped = text.rstrip()
    while at < len(stripped):
        match = _TOKEN.match(stripped, at)
        if match is None:
            at = len(text) - len(text[at:].lstrip())
            raise GuardError(f"column {at + 1}: not a word of guards; see docs/scenarios.md")
        tokens.append((match.group().strip(), match.end() - len(match.group().strip())))
        at = match.end()
    return tokens


class _Parser:
    """Recursive descent, one method a rule."""

    def __init__(self, tokens: list[tuple[str, int]]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    def whole(self) -> Node:
        node = self._any()
        if self._at < len(self._tokens):
            self._fail("end expected")
        return node

    def _any(self) -> Node:
        self._depth += 1
        if self._depth > _DEEPEST:
            self._fail("nested too deeply")
        parts = [self._all()]
        while self._accept("or"):
            parts.append(self._all())
        self._depth -= 1
        return parts[0] if len(parts) == 1 else Operation(Operator.OR, tuple(parts))

    def _all(self) -> Node:
        parts = [self._unit()]
        while self._accept("and"):
            parts.append(self._unit())
        return parts[0] if len(parts) == 1 else Operation(Operator.AND, tuple(parts))

    def _unit(self) -> Node:
        negations = 0
        while self._accept("not"):
            negations += 1
        node = self._test()
        return Operation(Operator.NOT, (node,)) if negations % 2 else node

    def _test(self) -> Node:
        left = self._value()
        if self._peek() in {"==", "!=", "<", "<=", ">", ">="}:
            operator = Operator(self._next())
            right = self._value()
            if operator not in {Operator.EQUAL, Operator.UNEQUAL} and not (_is_number(left) and _is_number(right)):
                self._fail("only numbers have an order")
            return Operation(operator, (left, right))
        return left

    def _value(self) -> Node:
        word = self._next()
        if word.isdecimal():
            return Constant(int(word))
        if word in {"true", "false"}:
            return Constant(word == "true")
        if word == "(":
            node = self._any()
            self._expect(")")
            return node
        if word in {"asked", "found"}:
            self._expect("(")
            key = self._next()
            self._expect(")")
            return Happened(word, key)
        if not word[:1].isalpha() or word in _WORDS:
            self._at -= 1
            self._fail("a name or number expected")
        return Variable(word)

    def _peek(self) -> str:
        return self._tokens[self._at][0] if self._at < len(self._tokens) else ""

    def _next(self) -> str:
        token = self._peek()
        if not token:
            self._fail("something is missing")
        self._at += 1
        return token

    def _accept(self, token: str) -> bool:
        if self._peek() != token:
            return False
        self._at += 1
        return True

    def _expect(self, token: str) -> None:
        if not self._accept(token):
            self._fail(f"{token} expected")

    def _fail(self, description: str) -> None:
        place = self._tokens[self._at][1] + 1 if self._at < len(self._tokens) else "end"
        raise GuardError(f"column {place}: {description}")


def _is_number(node: Node) -> bool:
    if isinstance(node, Constant):
        return not isinstance(node.value, bool)
    return isinstance(node, Variable) and node.name in NUMBERS


def _parsed(text: str) -> str:
    parse_guard(text)
    return text


GuardText = Annotated[str, AfterValidator(_parsed)]
