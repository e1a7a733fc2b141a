"""Loads a folder of policy files into a catalogue; every refusal names file, line and field."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError

from verifier.indicators import policy_rows as rows
from verifier.indicators.catalogue import Advisory, Catalogue, HandlingStep
from verifier.indicators.indicator import CounterIndicator, Dimension, Indicator
from verifier.indicators.marked_yaml import MarkedDocument, Place, parse, policy_error
from verifier.indicators.policy_meaning import check_counter, check_indicator
from verifier.indicators.rule import Rule
from verifier.indicators.rule_text import read_rule
from verifier.model.journey import Direction

_FileT = TypeVar("_FileT", bound=BaseModel)
_LARGEST_BYTES: Final = 1_000_000
_LONGEST_ADVISORY_DAYS: Final = 184
_OTHERS: Final = ("advisories", "counter_indicators", "handling", "policy", "sources")
_NAMES: Final = tuple(sorted(f"{name}.yaml" for name in (*_OTHERS, *(each.value for each in Dimension))))


def load_catalogue(folder: Traversable | None = None) -> Catalogue:
    """The catalogue of a folder, or the one that comes with Lintas.

    Raises LintasError: POLICY_INVALID for a file that is missing, too large (1 MB) or wrong; PROTECTED_ATTRIBUTE for a
    rule that speaks of who somebody is. Both name file, line and field.
    """
    files = _read(folder if folder is not None else resources.files("verifier.indicators") / "policy")
    return _Loading(files).catalogue()


def _read(folder: Traversable) -> dict[str, bytes]:
    files = {}
    for name in _NAMES:
        path = folder / name
        if not path.is_file():
            raise policy_error(name, 1, "(file)", "the file is missing")
        files[name] = path.read_bytes()
        if len(files[name]) > _LARGEST_BYTES:
            raise policy_error(name, 1, "(file)", "larger than 1 MB")
    unknown = sorted(each.name for each in folder.iterdir() if each.name.endswith(".yaml") and each.name not in files)
    if unknown:
        raise policy_error(unknown[0], 1, "(file)", "no policy file has this name")
    return files


def digest_of(files: dict[str, bytes]) -> str:
    """SHA-256 (hex) over names and contents, in the order of names; lengths keep the borders."""
    total = hashlib.sha256()
    for name in sorted(files):
        total.update(f"{name} {len(files[name])}\n".encode())
        total.update(files[name])
    return total.hexdigest()


class _Loading:
    """One run over one set of files."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self._files = files
        self._sources = self._shaped("sources.yaml", rows.SourceFile)[1].sources
        self._handling = self._handling_steps()

    def catalogue(self) -> Catalogue:
        version = self._shaped("policy.yaml", rows.VersionFile)[1]
        names = {}
        indicators: dict[str, Indicator] = {}
        for dimension in Dimension:
            document, file = self._shaped(f"{dimension.value}.yaml", rows.DimensionFile)
            if file.dimension is not dimension:
                raise document.error(("dimension",), "must be the name of the file")
            names[dimension] = file.name.text
            for place, indicator in self._indicators(document, file):
                if indicator.indicator_id in indicators:
                    raise document.error((*place, "id"), "the id comes twice")
                indicators[indicator.indicator_id] = indicator
        return Catalogue(
            version=version.version,
            published_on=version.published_on,
            digest=digest_of(self._files),
            dimensions=MappingProxyType(names),
            indicators=MappingProxyType(indicators),
            counter_indicators=MappingProxyType(self._counters(indicators)),
            handling=tuple(self._handling.values()),
            advisories=self._advisories(),
            sources=MappingProxyType(self._sources),
        )

    def _shaped(self, name: str, shape: type[_FileT]) -> tuple[MarkedDocument, _FileT]:
        try:
            text = self._files[name].decode("utf-8")
        except UnicodeDecodeError as error:
            raise policy_error(name, 1, "(file)", "must be UTF-8") from error
        document = parse(name, text)
        try:
            return document, shape.model_validate(document.data)
        except ValidationError as error:
            # a misspelt field is also a missing one: name the misspelling
            first = min(error.errors(), key=lambda each: each["type"] != "extra_forbidden")
            raise document.error(tuple(first["loc"]), first["msg"]) from error

    def _indicators(self, document: MarkedDocument, file: rows.DimensionFile) -> Iterator[tuple[Place, Indicator]]:
        for index, row in enumerate(file.indicators):
            place: Place = ("indicators", index)
            rule = None if row.rule is None else read_rule(document, (*place, "rule"), row.rule)
            indicator = _indicator(row, file, rule)
            check_indicator(document, place, indicator, sources=self._sources, steps=self._handling)
            yield place, indicator

    def _counters(self, indicators: dict[str, Indicator]) -> dict[str, CounterIndicator]:
        document, file = self._shaped("counter_indicators.yaml", rows.CounterFile)
        counters: dict[str, CounterIndicator] = {}
        for index, row in enumerate(file.counter_indicators):
            place: Place = ("counter_indicators", index)
            counter = CounterIndicator(
                counter_id=row.id,
                name=row.name.text,
                cancels=frozenset(row.cancels),
                provenance=row.provenance,
                sources=row.sources,
                owner=row.owner or file.owner,
                reviewed_on=row.reviewed_on or file.reviewed_on,
                review_due_on=row.review_due_on or file.review_due_on,
                question=row.question.text if row.question else None,
                rule=None if row.rule is None else read_rule(document, (*place, "rule"), row.rule),
            )
            if row.id in counters:
                raise document.error((*place, "id"), "the id comes twice")
            check_counter(document, place, counter, sources=self._sources, indicators=indicators)
            counters[row.id] = counter
        return counters

    def _handling_steps(self) -> dict[str, HandlingStep]:
        document, file = self._shaped("handling.yaml", rows.HandlingFile)
        steps: dict[str, HandlingStep] = {}
        for index, row in enumerate(file.handling):
            if row.id in steps:
                raise document.error(("handling", index, "id"), "the id comes twice")
            steps[row.id] = HandlingStep(row.id, row.text.text, row.least_advice, row.for_children)
        return steps

    def _advisories(self) -> tuple[Advisory, ...]:
        document, file = self._shaped("advisories.yaml", rows.AdvisoryFile)
        for index, row in enumerate(file.advisories):
            if not 0 <= (row.valid_until - row.valid_from).days <= _LONGEST_ADVISORY_DAYS:
                place: Place = ("advisories", index, "valid_until")
                raise document.error(place, f"an advisory ends within {_LONGEST_ADVISORY_DAYS} days")
        return tuple(
            Advisory(row.id, frozenset(row.places), row.valid_from, row.valid_until, row.authority, row.question.text)
            for row in file.advisories
        )


def _indicator(row: rows.IndicatorRow, file: rows.DimensionFile, rule: Rule | None) -> Indicator:
    both = row.direction == "both"
    return Indicator(
        indicator_id=row.id,
        dimension=file.dimension,
        side=row.side,
        directions=frozenset(Direction) if both else frozenset({Direction(row.direction)}),
        observed_by=row.observed_by,
        weight=row.weight,
        weight_under_18=row.weight_under_18,
        name=row.name.text,
        caveat=row.caveat.text,
        question=row.question.text if row.question else None,
        question_up_to_years=row.question_up_to_years,
        ilo=row.ilo,
        provenance=row.provenance,
        sources=row.sources,
        owner=row.owner or file.owner,
        reviewed_on=row.reviewed_on or file.reviewed_on,
        review_due_on=row.review_due_on or file.review_due_on,
        mode=row.mode,
        rule=rule,
        why_no_rule=row.why_no_rule,
        selects_questions_only=row.selects_questions_only,
        treats_as_child=row.treats_as_child,
        handling=row.handling,
    )
