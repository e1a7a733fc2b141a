"""Documents that can be written, with results that a terminal can report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from ledger.errors import LintasError
from simulator.scenario.lint.finding import Finding
from simulator.scenario.model import Scenario
from simulator.scenario.presentation import chip_lines, digit_spans, layout_of, mrz_lines, presentation
from simulator.scenario.source import Place
from verifier.checks.terminal import accepted


def writable(scenario: Scenario) -> Iterator[Finding]:
    """MRZ and chip hold what is written into them (ICAO 9303)."""
    for index, document in enumerate(scenario.documents):
        try:
            if all(name in digit_spans(layout_of(document)) for name in document.mrz.digits):
                mrz_lines(scenario.persona, document)
            chip_lines(scenario.persona, document)
        except LintasError as error:
            for fault in error.fields:
                yield Finding("mrz", ("documents", index), f"{fault.field}: {fault.description}")


def digits(scenario: Scenario) -> Iterator[Finding]:
    """Wrong check digits stand where the layout has one."""
    for index, document in enumerate(scenario.documents):
        known = digit_spans(layout_of(document))
        for part in ("mrz", "first_read"):
            overrides = getattr(document, part)
            for name in overrides.digits if overrides is not None else ():
                if name not in known:
                    place = ("documents", index, part, "digits", name)
                    yield Finding("mrz", place, f"no such check digit; one of {', '.join(known)}")


def measured(scenario: Scenario) -> Iterator[Finding]:
    """Results that the catalogue lets a terminal report."""
    for index, document in enumerate(scenario.documents):
        alone = scenario.model_copy(update={"documents": (document,)})
        try:
            accepted(presentation(alone).terminal_checks)
        except (LintasError, KeyError, ValueError) as error:
            for fault in getattr(error, "fields", ()):
                yield Finding("terminal", ("documents", index, "measured"), f"{fault.field}: {fault.description}")


def drawable(scenario: Scenario) -> Iterator[Finding]:
    """Defects that `simulator.specimen` can draw, and effects that its camera has."""
    # here, not above: whoever only reads scenarios need not load the drawing
    from simulator.specimen.camera import Camera  # noqa: PLC0415
    from simulator.specimen.defect import DefectKind  # noqa: PLC0415

    kinds = {each.value for each in DefectKind}
    effects = {"phone", *(each.name for each in fields(Camera))} - {"device"}
    for number, document in enumerate(scenario.documents):
        for name in document.camera:
            if name not in effects:
                at: Place = ("documents", number, "camera", name)
                yield Finding("defect", at, f"no such effect; one of {', '.join(sorted(effects))}")
        for index, defect in enumerate(document.defects):
            if defect.kind not in kinds:
                place = ("documents", number, "defects", index, "kind")
                yield Finding("defect", place, f"cannot be drawn; one of {', '.join(sorted(kinds))}")
