"""Words for people: both languages, and nobody's real country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from simulator.scenario.lines import lines_of
from simulator.scenario.lint.finding import Finding, Level
from simulator.scenario.model import Scenario
from watchlist.issuers import IssuerKind, issuers

_SAME_FROM_WORDS: Final = 4


def untranslated(scenario: Scenario) -> Iterator[Finding]:
    """The same sentence in both languages was probably copied."""
    for each in lines_of(scenario):
        if each.line.id == each.line.en and len(each.line.id.split()) >= _SAME_FROM_WORDS:
            yield Finding("untranslated", each.place, "the same words in both languages", Level.WARNING)


def real_places(scenario: Scenario) -> Iterator[Finding]:
    """Nobody learns to suspect a real country: sentences name fictional ones only."""
    for each in lines_of(scenario):
        for text in (each.line.id, each.line.en):
            named = _countries().search(text)
            if named is not None:
                yield Finding("real-country", each.place, f"names a real country: {named.group()}")
                break


@cache
def _countries() -> re.Pattern[str]:
    states = [issuer for issuer in issuers().values() if issuer.kind is IssuerKind.STATE]
    names = {name for issuer in states for name in (issuer.name.id, issuer.name.en)}
    # as whole words and with their capital, so that "jordan" or "mali" inside other words stay free
    return re.compile(r"\b(" + "|".join(sorted(map(re.escape, names), key=len, reverse=True)) + r")\b")
