"""From the wire to one presentation; whatever is wrong is named by its field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from ledger.errors import Fault, FieldFault, LintasError, invalid_field
from ledger.rpc.convert import enum_from_wire
from lintas.v1 import verification_pb2
from verifier.model.check import CheckGroup, CheckOutcome, CheckResult, CheckSource
from verifier.model.presentation import Presentation
from verifier.model.visual_zone import VisualZone
from verifier.rpc.journey import journey_from_wire
from watchlist.partial_date import PartialDate
from watchlist.rpc.convert import bounded, date_from_wire, sex_from_wire

LARGEST_IMAGE_BYTES: Final = 8 * 1024 * 1024
_MOST_LINES = 12  # a reader that sends more has sent something else
_LONGEST_LINE = 500


def presentation_from_wire(request: verification_pb2.ExamineRequest) -> Presentation:
    """Raises LintasError naming the field where the request cannot be meant."""
    if not (request.image or request.mrz_lines):
        raise invalid_field("image", "give image or mrz_lines", reason="PRESENTATION_EMPTY")
    if len(request.image) > LARGEST_IMAGE_BYTES:
        field = FieldFault("image", f"at most {LARGEST_IMAGE_BYTES // 1024 // 1024} MiB; send a smaller JPEG")
        raise LintasError(Fault.EXHAUSTED, "IMAGE_TOO_LARGE", f"image: {field.description}", fields=(field,))
    return Presentation(
        image=request.image or None,
        mrz_lines=_lines(request.mrz_lines, "mrz_lines"),
        visual_zone=_visual_zone(request.visual_zone),
        visa_mrz_lines=_lines(request.visa_mrz_lines, "visa_mrz_lines"),
        chip_mrz_lines=_lines(request.chip_mrz_lines, "chip_mrz_lines"),
        terminal_checks=tuple(_terminal_check(each, i) for i, each in enumerate(request.terminal_checks)),
        journey=journey_from_wire(request.journey),
        is_retry=request.retry,
    )


def _lines(lines: Sequence[str], field: str) -> tuple[str, ...]:
    if len(lines) > _MOST_LINES:
        raise invalid_field(field, f"at most {_MOST_LINES} lines")
    return tuple(bounded(line, f"{field}[{i}]", _LONGEST_LINE) for i, line in enumerate(lines))


def _visual_zone(zone: verification_pb2.VisualZone) -> VisualZone:
    return VisualZone(
        surname=bounded(zone.surname, "visual_zone.surname"),
        given_names=bounded(zone.given_names, "visual_zone.given_names"),
        document_number=bounded(zone.document_number, "visual_zone.document_number", 64),
        issuing_state=bounded(zone.issuing_state, "visual_zone.issuing_state", 3).upper(),
        nationality=bounded(zone.nationality, "visual_zone.nationality", 3).upper(),
        birth_date=_optional_date(zone, "birth_date"),
        expiry_date=_optional_date(zone, "expiry_date"),
        sex=sex_from_wire(zone.sex, "visual_zone.sex"),
        birth_place=bounded(zone.birth_place, "visual_zone.birth_place"),
        personal_number=bounded(zone.personal_number, "visual_zone.personal_number", 64),
        issue_date=_optional_date(zone, "issue_date"),
    )


def _optional_date(
    zone: verification_pb2.VisualZone, name: Literal["birth_date", "expiry_date", "issue_date"]
) -> PartialDate | None:
    return date_from_wire(getattr(zone, name), f"visual_zone.{name}") if zone.HasField(name) else None


def _terminal_check(check: verification_pb2.TerminalCheck, index: int) -> CheckOutcome:
    field = f"terminal_checks[{index}]"
    result = enum_from_wire(verification_pb2.CheckResult, "CHECK_RESULT", CheckResult, check.result, f"{field}.result")
    if result is None:
        raise invalid_field(f"{field}.result", "required")
    group = next((group for group in CheckGroup if group.value == check.check_id.partition(".")[0]), None)
    if group is None:
        raise invalid_field(f"{field}.check_id", "no such check; docs/checks.md lists them", reason="UNKNOWN_CHECK")
    return CheckOutcome(
        check_id=check.check_id,
        group=group,
        result=result,
        source=CheckSource.TERMINAL,
        is_evaluatory=check.evaluatory,
    )
