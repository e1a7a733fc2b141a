"""Exercises that cannot be solved, are not bilingual, or are unfair, are found, each by its rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.sandbox.regression import answers_to, engine_findings
from simulator.scenario.lint import Level, lint
from simulator.scenario.lint.evidence import needed_s
from simulator.scenario.lint.files import file_findings
from simulator.scenario.load import parse_scenario
from simulator.scenario.schema import json_schema, template
from simulator.scenario.source import read_source
from tests.simulator.scenario.example import scenario_with
from verifier.indicators.policy_folder import load_catalogue

_ROOT = Path(__file__).parents[3]
_EXPLAIN = ', explain: {id: "Lelah tidak membuktikan apa pun.", en: "Being tired proves nothing."}'


def test_the_template_passes() -> None:
    scenario = scenario_with()
    assert lint(scenario) == []
    assert list(engine_findings(scenario, load_catalogue())) == []


def test_the_manual_shows_the_template() -> None:
    assert template("KEY") in (_ROOT / "docs/scenarios.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("changes", "rule", "place"),
    [
        ([('answers: [{text: {id: "Kakak', 'answers: [{when: alone, text: {id: "Kakak')], "fallback", "questions"),
        ([("when: trust >= 1, ", "")], "fallback", "questions"),
        ([("requires: asked(trip)", "requires: trust >= 5")], "unreachable", "questions"),
        ([("when: trust >= 1", "when: trust >= 2")], "unreachable", "questions"),
        ([("when: trust >= 1", "when: not alone")], "unreachable", "questions"),
        ([("shown: start, decoy: true", "decoy: true")], "undiscoverable", "indicators"),
        ([(_EXPLAIN, "")], "decoy", "indicators"),
        (
            [("kind: journey, side: relief", "kind: journey, between: [[passport.page.dob, passport.mrz.birth]]")],
            "fact",
            "indicators",
        ),
        (
            [("cost_s: 20", "cost_s: 500"), ("  # minimum: [some_indicator]", "  minimum: [visits_sister]\n  #")],
            "minimum",
            "time_budget_s",
        ),
        (
            [
                ("decision: defer, credit: -0.5", "decision: refer, credit: -0.5"),
                ("decision: refer, credit: -0.2", "decision: defer, credit: -0.2"),
            ],
            "",
            "",
        ),
        ([("decision: clear, credit: 1", "decision: clear, credit: 0.9")], "decisions", "expected"),
        ([("signal: noise", "signal: signal")], "decisions", "expected"),
        ([("Tired from a long journey.", "Tired from a long journey in Kenya.")], "real-country", "persona"),
        (
            [('    # mrz: {dob: "1984-03-08", digits: {birth_date: "3"}}', '    mrz: {digits: {surname: "3"}}  #')],
            "mrz",
            "documents",
        ),
        ([("number: B7301945", "number: B73019451111")], "mrz", "documents"),
        (
            [
                (
                    "    # measured: [{check: combined.dg2_viz_face, result: successful",
                    "    measured: [{check: combined.mrz_viz, result: successful",
                )
            ],
            "terminal",
            "documents",
        ),
    ],
)
def test_found_by_its_rule(changes: list[tuple[str, str]], rule: str, place: str) -> None:
    findings = lint(scenario_with(*changes))
    if not rule:
        assert findings == []
        return
    assert rule in {each.rule for each in findings}
    assert place in {each.place[0] for each in findings if each.rule == rule}
    assert any(each.level is Level.ERROR for each in findings)


def test_copied_sentences_are_a_warning() -> None:
    findings = lint(scenario_with(("Lelah setelah perjalanan panjang.", "Tired from a long journey.")))
    assert [(each.rule, each.level) for each in findings] == [("untranslated", Level.WARNING)]


_ASKED = ('text: {id: "Ceritakan rencana perjalanan Anda.", en: "Tell me about your plans."}', "text: {id: %r, en: %r}")
_HEARD = ('{text: {id: "Liburan.", en: "Holiday."}}', "{text: {id: %r, en: %r}}")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ((_ASKED[0], _ASKED[1] % ("Kelas berapa sekarang?", "What are you doing now?")), ("questions", 1, "text")),
        ((_ASKED[0], _ASKED[1] % ("Sekarang belajar apa?", "Which class are you in?")), ("questions", 1, "text")),
        ((_ASKED[0], _ASKED[1] % ("Boleh telepon ibumu?", "May we ring your mother?")), ("questions", 1, "text")),
        ((_ASKED[0], _ASKED[1] % ("Mau ke mana, Pak?", "Where are you going?")), ("questions", 1, "text")),
        ((_ASKED[0], _ASKED[1] % ("Mau ke mana?", "Where are you going, sir?")), ("questions", 1, "text")),
        ((_HEARD[0], _HEARD[1] % ("Liburan, Bu.", "Holiday.")), ("questions", 1, "answers", 1, "text")),
        ((_HEARD[0], _HEARD[1] % ("Liburan.", "Holiday, sir.")), ("questions", 1, "answers", 1, "text")),
        (('age_band: "30-34"', 'age_band: "20-24"'), ("persona", "protected", "age_band")),
        (("protected: {sex: F", "protected: {sex: M"), ("persona", "protected", "sex")),
        (("  demeanour:", "  occupation: {id: Pelajar, en: Pupil}\n  demeanour:"), ("persona", "occupation")),
        (("  demeanour:", "  occupation: {id: Pensiunan, en: Retired}\n  demeanour:"), ("persona", "occupation")),
    ],
)
def test_texts_that_do_not_fit_the_traveller_or_the_trainee_are_a_warning(
    change: tuple[str, str], place: tuple[str | int, ...]
) -> None:
    findings = lint(scenario_with(change))
    assert [(each.rule, each.level, each.place) for each in findings] == [("manners", Level.WARNING, place)]


@pytest.mark.parametrize(
    "changes",
    [
        # a child may be asked, whatever the page says
        [
            (_ASKED[0], _ASKED[1] % ("Kelas berapa kamu sekarang?", "Which class are you in?")),
            ('"1994-03-08"', '"2012-03-08"'),
            ("30-34", "13-15"),
        ],
        [(_ASKED[0], _ASKED[1] % ("Mau ke mana, Bu?", "Where are you going, ma'am?"))],
        [(_ASKED[0], _ASKED[1] % ("Ada tamu, ilmu, atau jamu?", "Any guests?"))],
    ],
)
def test_texts_that_fit_are_left_alone(changes: list[tuple[str, str]]) -> None:
    assert lint(scenario_with(*changes)) == []


def test_the_age_told_of_a_companion_is_the_one_the_engine_gets() -> None:
    written = (_ROOT / "scenarios" / "the_note.yaml").read_text("utf-8")
    assert "Pria 38 tahun" in written
    scenario = parse_scenario(read_source("the_note.yaml", written.replace("Pria 38 tahun", "Pria 47 tahun").encode()))
    assert [each.text for each in lint(scenario)] == ["says 47, journey.party 38"]


def test_the_engine_disagrees() -> None:
    scenario = scenario_with(("engine: {advice: clear}", "engine: {advice: refer}"))
    findings = list(engine_findings(scenario, load_catalogue()))
    assert {each.place for each in findings} == {
        ("expected", name, "advice") for name in ("engine", "again", "informed")
    }
    assert "the engine says clear, the scenario refer" in findings[0].text


def test_an_unknown_cue_is_named() -> None:
    scenario = scenario_with(("kind: journey, side: relief", "kind: journey, side: relief, cue: TIP-999"))
    assert [each.rule for each in engine_findings(scenario, load_catalogue())] == ["cue"]


def test_training_issuers_pass_in_the_sandbox_only() -> None:
    answer = answers_to(scenario_with(), load_catalogue())["engine"]
    assert "SPECIMEN_DOCUMENT" not in answer.reasons


def test_the_least_time_counts_tools_and_questions() -> None:
    minimum = ("  # minimum: [some_indicator]", "  minimum: [visits_sister]\n  #")
    # greet 10 s and trip 20 s reveal it, sister alone would take trip first
    assert needed_s(scenario_with(minimum)) == 30
    assert needed_s(scenario_with()) == 0


def test_a_file_is_called_by_its_key() -> None:
    assert [each.rule for each in file_findings(Path("other.yaml"), scenario_with())] == ["file"]
    assert list(file_findings(Path("example.yaml"), scenario_with())) == []


def test_the_schema_describes_every_part() -> None:
    schema = json_schema()
    assert {"meta", "persona", "documents", "expected", "debrief"} <= set(schema["required"])
    assert schema["additionalProperties"] is False
    assert "Journey" in schema["$defs"]
