"""Guards: what they mean, and that nothing else is let in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.guard import GuardError, World, parse_guard

_WORLD = World({"alone": True, "warned": False, "trust": 2, "stress": 0}, frozenset({"greet"}), frozenset({"debt"}))


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("alone", True),
        ("not warned", True),
        ("not not warned", False),
        ("alone and trust >= 2", True),
        ("alone and trust > 2", False),
        ("warned or alone and warned", False),
        ("(warned or alone) and trust == 2", True),
        ("asked(greet) and not asked(trip)", True),
        ("found(debt)", True),
        ("trust < stress", False),
        ("alone == true", True),
        ("warned != alone", True),
        ("not (alone and warned)", True),
        ("true", True),
    ],
)
def test_meaning(text: str, *, holds: bool) -> None:
    assert parse_guard(text).holds(_WORLD) is holds


@pytest.mark.parametrize(
    "text",
    [
        "",
        "and",
        "alone and",
        "alone alone",
        "__import__('os')",
        "alone.__class__",
        "trust + 1",
        "trust = 2",
        "asked greet",
        "asked(greet",
        "alone < warned",
        "trust >= true",
        "1 < 2 < 3",
        "lambda: 1",
        "f(x)",
        "Alone",
        "alone;",
        "(" * 40 + "alone" + ")" * 40,
        "alone or " * 60 + "alone",
    ],
)
def test_refused(text: str) -> None:
    with pytest.raises(GuardError):
        parse_guard(text)


def test_error_names_the_column() -> None:
    with pytest.raises(GuardError, match="column 7: not a word"):
        parse_guard("alone & warned")


@given(st.text(max_size=60))
def test_any_text_parses_or_is_refused(text: str) -> None:
    try:
        guard = parse_guard(text)
    except GuardError:
        return
    assert guard.text == text


_NAMES = st.sampled_from(["alone", "warned", "asked(greet)", "trust >= 2", "stress > 0", "found(debt)"])


@given(_NAMES, _NAMES, _NAMES)
def test_and_binds_tighter_and_de_morgan_holds(a: str, b: str, c: str) -> None:
    def holds(text: str) -> bool:
        return parse_guard(text).holds(_WORLD)

    assert holds(f"{a} or {b} and {c}") == holds(f"{a} or ({b} and {c})")
    assert holds(f"not ({a} or {b})") == holds(f"not ({a}) and not ({b})")
