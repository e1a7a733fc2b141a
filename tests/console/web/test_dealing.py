"""What a class is dealt: mix, time and choice hold for any wish; the form tells what is wrong and keeps the rest."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from console.web.classroom.dealing import TooFewError, Wish, deal
from console.web.classroom.library_words import COMPETENCIES, LEVELS, TOPICS, level_of
from console.web.classroom.opening_form import fresh_values, read_opening
from console.web.form import Form
from lintas.v1 import training_pb2 as wire

_FRESH = fresh_values(datetime(2026, 6, 1, 9, tzinfo=UTC), "Exercise")


@st.composite
def libraries(draw: st.DrawFn) -> list[wire.ScenarioSummary]:
    """Some with twins."""
    count = draw(st.integers(1, 30))
    made = []
    for number in range(count):
        twin = draw(st.booleans()) and number > 0
        made.append(
            wire.ScenarioSummary(
                key=f"s{number:02}",
                topic=draw(st.sampled_from(list(TOPICS))),
                competencies=draw(st.lists(st.sampled_from(list(COMPETENCIES)), max_size=2)),
                difficulty_logit=draw(st.floats(-2, 2)),
                time_budget_s=draw(st.integers(60, 600)),
                signal=draw(st.booleans()),
                counterfactual_of=f"s{number - 1:02}" if twin else "",
            )
        )
    return made


WISHES = st.builds(
    Wish,
    count=st.integers(1, 12),
    seed=st.integers(1, 99),
    stopped=st.integers(2, 50),
    minutes=st.integers(0, 40),
    topics=st.frozensets(st.sampled_from(list(TOPICS)), max_size=3),
    competencies=st.frozensets(st.sampled_from(list(COMPETENCIES)), max_size=2),
    level=st.sampled_from(["", *LEVELS]),
)


@given(library=libraries(), wish=WISHES)
def test_every_wish_is_kept_or_refused(library: list[wire.ScenarioSummary], wish: Wish) -> None:
    wanted = round(wish.count * wish.stopped / 100)
    try:
        dealt = deal(library, wish)
    except TooFewError as few:
        is_short = few.to_stop < wanted or few.innocent < wish.count - wanted
        event(f"refused: {is_short}")
        if not is_short:
            raise
        return
    assert dealt == deal(list(reversed(library)), wish)  # the order of files says nothing
    keys = {each.key for each in dealt}
    assert len(keys) == len(dealt) <= wish.count
    assert all(wish.fits(each) for each in dealt)
    assert not any(each.counterfactual_of in keys for each in dealt)
    if wish.minutes:
        assert len(dealt) == 1 or sum(each.time_budget_s for each in dealt) <= wish.minutes * 60
    else:
        assert len(dealt) == wish.count
        assert sum(each.signal for each in dealt) == round(wish.count * wish.stopped / 100)


def _library(count: int = 20) -> list[wire.ScenarioSummary]:
    return [wire.ScenarioSummary(key=f"s{n:02}", signal=n % 2 == 0, time_budget_s=120) for n in range(count)]


def test_another_number_deals_others() -> None:
    first, second = ([each.key for each in deal(_library(), Wish(count=6, seed=seed))] for seed in (1, 2))
    assert first != second


def _read(**sent: str | tuple[str, ...]) -> Form:
    return Form({name: value if isinstance(value, tuple) else (value,) for name, value in sent.items()})


def test_before_and_after_are_the_same_cases_as_other_variants() -> None:
    before, after, practice = (
        read_opening(_read(form=form, seed="7", count="4", cases="deal"), _library(), _FRESH).request()
        for form in ("pre", "post", "practice")
    )
    assert [each.scenarios for each in before.slots] == [each.scenarios for each in after.slots]
    variants = [{each.variant for each in request.slots} for request in (before, after, practice)]
    assert variants == [{71}, {72}, {0}]  # a practice as written, where variants are not ticked
    assert before.feedback == after.feedback == wire.SESSION_FEEDBACK_END
    assert practice.feedback == wire.SESSION_FEEDBACK_CASE


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", "x" * 101),
        ("count", "0"),
        ("count", "many"),
        ("count", "²"),
        ("minutes", "-5"),
        ("stopped", "90"),
        ("seed", "0"),
        ("form", "exam"),
        ("pace", "run"),
        ("mode", "three"),
        ("feedback", "never"),
        ("cases", "all"),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_everything_else_is_kept(field: str, value: str) -> None:
    ticked: str | tuple[str, ...] = ("s03", "s04")
    sent = {"title": "Friday", "cases": "deal", "count": "4", "seed": "9", "scenario": ticked} | {field: value}
    opening = read_opening(_read(**sent), _library(), _FRESH)
    assert set(opening.errors) == {field}
    assert opening.errors[field].id != opening.errors[field].en
    assert opening.values[field] == value
    assert opening.values["scenario"] == ticked


def test_too_few_cases_say_how_many_there_are() -> None:
    opening = read_opening(_read(count="40"), _library(), _FRESH)
    assert "10 cases to be stopped and 10 innocent" in opening.errors["count"].en


def test_ticked_cases_come_in_their_order_and_once() -> None:
    opening = read_opening(_read(cases="choose", scenario=("s03", "s01", "s03", "gone")), _library(), _FRESH)
    assert [each.key for each in opening.chosen] == ["s03", "s01"]
    assert "scenario" in read_opening(_read(cases="choose"), _library(), _FRESH).errors


def test_a_fresh_form_can_be_sent_as_it_is() -> None:
    sent = {name: value for name, value in _FRESH.items() if value}
    opening = read_opening(_read(**sent), _library(), _FRESH)
    assert opening.errors == {}
    assert len(opening.request().slots) == 8


def test_levels_part_the_range() -> None:
    assert [level_of(each) for each in (-1.0, 0.0, 1.0)] == ["easy", "middle", "hard"]
