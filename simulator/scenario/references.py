"""What in a scenario refers to what: keys that exist, once, and guards that ask only what there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from simulator.scenario.guard import FLAGS, NUMBERS, Happened, parse_guard
from simulator.scenario.model import Scenario
from simulator.scenario.source import Place

Fault = tuple[Place, str]


def reference_faults(scenario: Scenario) -> Iterator[Fault]:
    """Everything that points nowhere or comes twice."""
    yield from _repeated_keys(scenario)
    yield from _persona(scenario)
    yield from _documents(scenario)
    yield from _questions(scenario)
    yield from _expected(scenario)


def _repeated_keys(scenario: Scenario) -> Iterator[Fault]:
    groups = {
        "objectives": [each.key for each in scenario.objectives],
        "documents": [each.key for each in scenario.documents],
        "companions": [each.key for each in scenario.companions],
        "watchlist": [each.key for each in scenario.watchlist],
        "questions": [each.key for each in scenario.questions],
        "indicators": [each.key for each in scenario.indicators],
        "harms": [each.key for each in scenario.harms],
    }
    for name, keys in groups.items():
        yield from (((name, index, "key"), f"the key {key} comes twice") for index, key in _twice(keys))
    for number, document in enumerate(scenario.documents):
        for index, key in _twice([defect.key for defect in document.defects]):
            yield ("documents", number, "defects", index, "key"), f"the key {key} comes twice"
    for name in scenario.state:
        if name in FLAGS | NUMBERS:
            yield ("state", name), "a built-in name"


def _twice(keys: list[str]) -> Iterator[tuple[int, str]]:
    counts = Counter[str]()
    for index, key in enumerate(keys):
        counts[key] += 1
        if counts[key] > 1:
            yield index, key


def _persona(scenario: Scenario) -> Iterator[Fault]:
    if not (scenario.persona.surname or scenario.persona.given):
        yield ("persona", "surname"), "surname or given name is needed"
    party = {each.reference for each in scenario.journey.party}
    for index, companion in enumerate(scenario.companions):
        if companion.key not in party:
            yield ("companions", index, "key"), "not in journey.party (reference)"
    if scenario.journey.officer_cues or scenario.journey.counter_cues:
        yield ("journey",), "cues come from indicators (cue:), not from the journey"


def _documents(scenario: Scenario) -> Iterator[Fault]:
    if scenario.documents[0].type.is_visa:
        yield ("documents", 0, "type"), "the first document is a passport or card; a visa stands after it"
    known = {each.key for each in scenario.indicators}
    for number, document in enumerate(scenario.documents):
        for index, defect in enumerate(document.defects):
            place = ("documents", number, "defects", index, "indicator")
            yield from _unknown([(place, defect.indicator)], known, "indicator")


def _questions(scenario: Scenario) -> Iterator[Fault]:
    indicators, harms = {each.key for each in scenario.indicators}, {each.key for each in scenario.harms}
    people = {each.key for each in scenario.companions}
    flags = set(scenario.state) | FLAGS
    for number, question in enumerate(scenario.questions):
        place: Place = ("questions", number)
        yield from _unknown([((*place, "to"), question.to)], people, "companion")
        yield from _guard(scenario, (*place, "requires"), question.requires)
        for index, answer in enumerate(question.answers):
            at: Place = (*place, "answers", index)
            yield from _guard(scenario, (*at, "when"), answer.when)
            reveals = [((*at, "reveals", i), key) for i, key in enumerate(answer.reveals)]
            yield from _unknown(reveals, indicators, "indicator")
            yield from _unknown([((*at, "effect", "set", name), name) for name in answer.effect.set], flags, "flag")
            yield from _unknown([((*at, "effect", "harm"), answer.effect.harm)], harms, "harm")


def _guard(scenario: Scenario, place: Place, text: str | None) -> Iterator[Fault]:
    if text is None:
        return
    names = set(scenario.state) | FLAGS | NUMBERS
    happenings = {
        "asked": {each.key for each in scenario.questions},
        "found": {each.key for each in scenario.indicators},
    }
    for leaf in parse_guard(text).leaves():
        known = happenings[leaf.what] if isinstance(leaf, Happened) else names
        name = leaf.key if isinstance(leaf, Happened) else leaf.name
        if name not in known:
            yield place, f"{name} is no flag, built-in, question or indicator of this scenario"


def _expected(scenario: Scenario) -> Iterator[Fault]:
    expected = scenario.expected
    indicators = {each.key: each for each in scenario.indicators}
    yield from _unknown(
        [(("expected", "minimum", i), key) for i, key in enumerate(expected.minimum)], set(indicators), "indicator"
    )
    for i, key in enumerate(expected.minimum):
        if key in indicators and indicators[key].decoy:
            yield ("expected", "minimum", i), "a decoy proves nothing"
    harms = {each.key for each in scenario.harms}
    for i, graded in enumerate(expected.decisions):
        yield from _unknown([(("expected", "decisions", i, "harm"), graded.harm)], harms, "harm")
    for i, name in _twice([each.decision.value for each in expected.decisions]):
        yield ("expected", "decisions", i, "decision"), f"{name} is graded twice"
    entries = {each.key for each in scenario.watchlist}
    for name in ("engine", "again", "informed"):
        answer = getattr(expected, name)
        hits = (
            [(("expected", name, "hits", i, "entry"), hit.entry) for i, hit in enumerate(answer.hits)] if answer else []
        )
        yield from _unknown(hits, entries, "watchlist entry")


def _unknown(pairs: Iterable[tuple[Place, str | None]], known: set[str], what: str) -> Iterator[Fault]:
    for place, key in pairs:
        if key is not None and key not in known:
            yield place, f"no {what} {key}"
