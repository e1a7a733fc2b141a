"""The shipped policy is whole, and a spoiled one is refused with file, line and field."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from datetime import date
from importlib import resources
from pathlib import Path

import pytest
import yaml

from ledger.errors import LintasError
from verifier.indicators.catalogue import Catalogue
from verifier.indicators.indicator import Dimension, ObservedBy, Provenance, Weight
from verifier.indicators.policy_folder import digest_of, load_catalogue
from verifier.indicators.relation import Relation
from verifier.indicators.vocabulary import VOCABULARY

SHARED = Path(__file__).resolve().parents[4] / "shared" / "domain" / "indicators.yaml"
Spoil = Callable[[str, str, str], Path]


def shipped(file: str) -> str:
    return (resources.files("verifier.indicators") / "policy" / file).read_text()


def test_counts(catalogue: Catalogue) -> None:
    assert (len(catalogue.indicators), len(catalogue.counter_indicators)) == (76, 12)
    assert set(catalogue.dimensions) == set(Dimension)


def test_every_indicator_says_what_a_reader_needs(catalogue: Catalogue) -> None:
    for each in catalogue.indicators.values():
        for text in (each.name, each.caveat, *((each.question,) if each.question else ())):
            assert text.id.strip()
            assert text.en.strip()
            assert text.id != text.en, each.indicator_id
        assert each.owner
        assert each.review_due_on > each.reviewed_on
        assert set(each.sources) <= set(catalogue.sources)


def test_questions_are_questions(catalogue: Catalogue) -> None:
    asked = [each.question for each in catalogue.indicators.values() if each.question]
    asked += [each.question for each in catalogue.counter_indicators.values() if each.question]
    assert len(asked) >= 60
    for question in asked:
        assert "?" in question.id
        assert "?" in question.en


def test_what_nobody_confirmed_says_so(catalogue: Catalogue) -> None:
    for each in catalogue.indicators.values():
        if each.sources == ("MEM",):
            assert each.provenance is not Provenance.READ, each.indicator_id


def test_system_indicators_have_a_rule_or_say_why_not(catalogue: Catalogue) -> None:
    without = {
        each.indicator_id
        for each in catalogue.indicators.values()
        if each.observed_by is ObservedBy.SYSTEM and each.rule is None
    }
    assert without == {"TIP-070"}
    assert all(catalogue.indicators[each].why_no_rule for each in without)


def test_presentation_is_capped_and_no_critical_can_be_cancelled(catalogue: Catalogue) -> None:
    assert {each.weight for each in catalogue.of_dimension(Dimension.PRESENTATION)} == {Weight.WEAK}
    cancelled = {each for counter in catalogue.counter_indicators.values() for each in counter.cancels}
    assert all(catalogue.indicators[each].weight is not Weight.CRITICAL for each in cancelled)


def test_the_guide_lists_every_word() -> None:
    guide = (Path(__file__).resolve().parents[3] / "docs" / "indicators.md").read_text()
    assert not [name for name in (*VOCABULARY, *(each.value for each in Relation)) if f"`{name}`" not in guide]


@pytest.mark.skipif(not SHARED.exists(), reason="the founders' catalogue is not beside the repository")
def test_the_facts_are_those_of_the_founders_catalogue(catalogue: Catalogue) -> None:
    theirs = yaml.safe_load(SHARED.read_text())
    directions = {"dep": {"departure"}, "arr": {"arrival"}, "both": {"departure", "arrival"}}
    for row in theirs["indicators"]:
        ours = catalogue.indicators[row["id"]]
        assert ours.dimension.value == row["dimension"]
        assert ours.side.value == row["side"]
        assert {each.value for each in ours.directions} == directions[row["direction"]]
        assert ours.observed_by.value == row["observable_by"]
        assert ours.weight.value == row["weight"]
        assert ours.provenance.value == row["provenance"]
        assert bool(ours.ilo) == ("ilo" in row)
    for row in theirs["counter_indicators"]:
        assert catalogue.counter_indicators[row["id"]].cancels == set(row["cancels"])
    assert Counter(row["dimension"] for row in theirs["indicators"]) == Counter(
        each.dimension.value for each in catalogue.indicators.values()
    )


def test_reviews_come_due(catalogue: Catalogue) -> None:
    assert catalogue.due_for_review(date(2027, 5, 23)) == ()
    soon = catalogue.due_for_review(date(2027, 5, 24))
    assert "TIP-060" in soon
    assert "TIP-020" not in soon
    assert len(catalogue.due_for_review(date(2027, 11, 24))) == 88


def test_the_digest_covers_every_byte(catalogue: Catalogue, spoil: Spoil) -> None:
    assert len(catalogue.digest) == hashlib.sha256().digest_size * 2
    changed = load_catalogue(spoil("facilitator.yaml", "Relatives wave.", "Relatives  wave."))
    assert changed.digest != catalogue.digest
    assert load_catalogue().digest == catalogue.digest


def test_the_digest_keeps_the_borders_of_files() -> None:
    assert digest_of({"a": b"12", "b": b"3"}) != digest_of({"a": b"1", "b": b"23"})


@pytest.mark.parametrize(
    ("file", "old", "new", "lines_down", "field"),
    [
        ("facilitator.yaml", "weight: strong", "weight: huge", 0, "indicators[3].weight"),
        ("facilitator.yaml", "weight: strong", "wieght: strong", 0, "indicators[3].wieght"),
        ("facilitator.yaml", "weight: strong", "weight: strong\n  weight: weak", 1, "indicators[3].weight"),
        ("facilitator.yaml", "id: TIP-111", "id: TIP-110", 0, "indicators[1].id"),
        ("facilitator.yaml", "id: TIP-111", "id: TIP-1", 0, "indicators[1].id"),
        ("presentation.yaml", "id: TIP-122", "id: TIP-113", 0, "indicators[2].id"),
        ("facilitator.yaml", "sources: [ID-OMB]", "sources: [HEARSAY]", 0, "indicators[3].sources"),
        ("facilitator.yaml", "dimension: facilitator", "dimension: presentation", 0, "dimension"),
        ("facilitator.yaml", "owner: border-operations", "1: 2", 0, "(file)"),
        ("facilitator.yaml", "owner: border-operations", "owner: 2026-13-45", 0, "(file)"),
        ("facilitator.yaml", "weight: strong", "weight: strong\n  review_due_on: 2026-01-01", 1, "review_due_on"),
        ("travel_pattern.yaml", "weight: medium", "weight: medium\n  weight_under_18: weak", 1, "weight_under_18"),
        ("travel_pattern.yaml", "selects_questions_only: true", "selects_questions_only: false", 1, "[7].rule"),
        ("history_watchlist.yaml", "  why_no_rule: ", "  rule: {hits.protective: true}\n  why_no_rule: ", 1, "why_no"),
        ("presentation.yaml", "weight: weak", "weight: medium", 0, "indicators[0].weight"),
        ("presentation.yaml", "handling: [medical-help]", "handling: [magic]", 0, "indicators[0].handling"),
        ("counter_indicators.yaml", "cancels: [TIP-073]", "cancels: [TIP-020]", 0, "counter_indicators[10].cancels"),
        ("counter_indicators.yaml", "cancels: [TIP-073]", "cancels: [TIP-999]", 0, "counter_indicators[10].cancels"),
        ("counter_indicators.yaml", "id: CTR-11", "id: CTR-10", 0, "counter_indicators[10].id"),
        ("policy.yaml", "version: 2", "version: 0", 0, "version"),
        ("handling.yaml", "id: consent", "id: hotline", 0, "handling[13].id"),
        ("sources.yaml", "  GAO:", "  VEGA:", 0, "sources.VEGA"),
    ],
)
def test_a_spoiled_policy_names_file_line_and_field(
    spoil: Spoil, file: str, old: str, new: str, lines_down: int, field: str
) -> None:
    line = shipped(file).split(old)[0].count("\n") + 1 + lines_down
    folder = spoil(file, old, new)
    with pytest.raises(LintasError) as caught:
        load_catalogue(folder)
    assert caught.value.reason == "POLICY_INVALID"
    place = caught.value.fields[0].field
    assert place.startswith(f"{file}:{line}: ")
    assert field in place


@pytest.mark.parametrize("text", ["a: [", "a: &x [*x]", "- " * 5000, "", "a: &x 1\nb: *x", "\x07"])
def test_what_is_no_policy_is_refused_by_file(spoil: Spoil, text: str) -> None:
    folder = spoil("policy.yaml", "version", "version")
    (folder / "policy.yaml").write_text(text)
    with pytest.raises(LintasError, match=r"policy\.yaml:[12]: "):
        load_catalogue(folder)


def test_bytes_that_are_no_text_are_refused(spoil: Spoil) -> None:
    folder = spoil("policy.yaml", "version", "version")
    (folder / "policy.yaml").write_bytes(b"\xff\xfe")
    with pytest.raises(LintasError, match="UTF-8"):
        load_catalogue(folder)


def test_a_missing_a_foreign_and_an_endless_file_are_refused(spoil: Spoil) -> None:
    folder = spoil("policy.yaml", "version", "version")
    (folder / "sources.yaml").rename(folder / "soruces.yaml")
    with pytest.raises(LintasError, match=r"sources\.yaml:1: .*missing"):
        load_catalogue(folder)
    (folder / "sources.yaml").write_text("sources: {}")
    with pytest.raises(LintasError, match=r"soruces\.yaml:1"):
        load_catalogue(folder)
    (folder / "sources.yaml").write_text("#" * 1_000_001)
    with pytest.raises(LintasError, match="larger than"):
        load_catalogue(folder)


def test_an_advisory_must_end(spoil: Spoil) -> None:
    advisory = (
        "advisories:\n- {id: ADV-2026-01, places: [XXX], valid_from: 2026-01-01, valid_until: 2026-12-31,"
        ' authority: a, question: {en: "b?", id: "c?"}}'
    )
    with pytest.raises(LintasError, match=r"advisories\.yaml:\d+: advisories\[0\].valid_until"):
        load_catalogue(spoil("advisories.yaml", "advisories: []", advisory))
    shorter = advisory.replace("2026-12-31", "2026-06-30")
    assert load_catalogue(spoil("advisories.yaml", "advisories: []", shorter)).advisories[0].places == {"XXX"}
