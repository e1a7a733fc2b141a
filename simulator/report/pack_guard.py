"""Conditions of an interview in words, for whoever plays the traveller from paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ledger.text import Text
from simulator.scenario.guard import Constant, Happened, Node, Operation, Operator, Variable, parse_guard
from simulator.scenario.interview import Effect

_BUILT_IN: Final[Mapping[str, Text]] = {
    "alone": Text(id="pelintas sendirian", en="the traveller is alone"),
    "interpreter": Text(id="ada juru bahasa", en="there is an interpreter"),
    "trust": Text(id="kepercayaan", en="trust"),
    "stress": Text(id="tekanan", en="stress"),
}
_BETWEEN: Final[Mapping[Operator, Text]] = {
    Operator.AND: Text(id=" dan ", en=" and "),
    Operator.OR: Text(id=" atau ", en=" or "),
    Operator.EQUAL: Text(id=" = ", en=" = "),
    Operator.UNEQUAL: Text(id=" bukan ", en=" is not "),
    Operator.LESS: Text(id=" di bawah ", en=" below "),
    Operator.AT_MOST: Text(id=" paling tinggi ", en=" at most "),
    Operator.MORE: Text(id=" di atas ", en=" above "),
    Operator.AT_LEAST: Text(id=" paling rendah ", en=" at least "),
}
_NOT: Final = Text(id="bukan: ", en="not: ")


@dataclass(frozen=True, slots=True)
class GuardWords:
    """`numbers` are the cards' numbers by question, `findings` what indicators say."""

    numbers: Mapping[str, int]
    findings: Mapping[str, Text]

    def of(self, guard: str) -> Text:
        """`alone and asked(trip)` as "the traveller is alone and after card 3"."""
        return self._node(parse_guard(guard).root)

    def _node(self, node: Node) -> Text:
        if isinstance(node, Operation):
            return self._operation(node)
        if isinstance(node, Happened):
            return self._happened(node)
        if isinstance(node, Variable):
            return _BUILT_IN.get(node.name) or flag(node.name)
        return _plain(node)

    def _operation(self, node: Operation) -> Text:
        parts = [self._node(each) for each in node.operands]
        if node.operator is Operator.NOT:
            return Text(id=_NOT.id + parts[0].id, en=_NOT.en + parts[0].en)
        inner = [_bracketed(part) if _is_or(each) else part for part, each in zip(parts, node.operands, strict=True)]
        between = _BETWEEN[node.operator]
        return Text(id=between.id.join(each.id for each in inner), en=between.en.join(each.en for each in inner))

    def _happened(self, node: Happened) -> Text:
        if node.what == "asked":
            number = self.numbers.get(node.key, 0)
            return Text(id=f"setelah kartu {number}", en=f"after card {number}")
        found = self.findings.get(node.key) or flag(node.key)
        return Text(id=f"sudah diketahui: “{found.id}”", en=f"it is known: “{found.en}”")


def effect_words(effect: Effect) -> tuple[Text, ...]:
    """What an answer changes: flags, trust and stress."""
    told = []
    for name, value in effect.set.items():
        about = _BUILT_IN.get(name) or flag(name)
        told.append(about if value else Text(id=_NOT.id + about.id, en=_NOT.en + about.en))
    for name, change in (("trust", effect.trust), ("stress", effect.stress)):
        if change:
            told.append(Text(id=f"{_BUILT_IN[name].id} {change:+d}", en=f"{_BUILT_IN[name].en} {change:+d}"))
    return tuple(told)


def flag(name: str) -> Text:
    """An author's own flag: its name, readable."""
    words = name.replace("_", " ")
    return Text(id=f"“{words}”", en=f"“{words}”")


def _plain(node: Constant) -> Text:
    if isinstance(node.value, bool):
        return Text(id="ya" if node.value else "tidak", en="yes" if node.value else "no")
    return Text(id=str(node.value), en=str(node.value))


def _bracketed(text: Text) -> Text:
    return Text(id=f"({text.id})", en=f"({text.en})")


def _is_or(node: Node) -> bool:
    return isinstance(node, Operation) and node.operator is Operator.OR
