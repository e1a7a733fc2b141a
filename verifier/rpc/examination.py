"""From the engine's answer to the wire."""

from __future__ import annotations

from ledger.rpc.convert import enum_to_wire, instant_to_wire, text_to_wire
from lintas.v1 import verification_pb2 as wire
from verifier.advice import Advice
from verifier.examination import Examination, Provenance
from verifier.indicators.outline import ProtectionOutline
from verifier.model.check import CheckOutcome, CheckReport, CheckSource
from verifier.model.reading import ReadCharacter, Reading
from verifier.mrz.record import MrzField, MrzFinding, MrzRecord, Span
from watchlist.rpc.convert import date_to_wire, hit_to_wire, sex_to_wire


def examination_to_wire(examination: Examination) -> wire.Examination:
    """Everything. Protective alerts are no hits: they stand in the advice, on the protection track."""
    now = examination.provenance.examined_at
    hits = [hit for hit in examination.search.hits if not hit.entry.category.is_protective]
    return wire.Examination(
        reading=reading_to_wire(examination.reading) if examination.reading else None,
        mrz=record_to_wire(examination.record) if examination.record else None,
        visa_mrz=record_to_wire(examination.visa_record) if examination.visa_record else None,
        checks=_report(examination.checks),
        hits=[hit_to_wire(hit, now) for hit in hits],
        advice=_advice(examination.advice),
        provenance=_provenance(examination.provenance),
        specimen=examination.is_specimen,
        other_readings=[reading_to_wire(reading) for reading in examination.other_readings],
        protection=_protection(examination.protection) if examination.protection is not None else None,
    )


def summary_to_wire(examination: Examination) -> wire.Examination:
    """Advice and provenance only, for lists."""
    return wire.Examination(
        advice=_advice(examination.advice),
        provenance=_provenance(examination.provenance),
        specimen=examination.is_specimen,
    )


def _provenance(provenance: Provenance) -> wire.Provenance:
    age = provenance.watchlist_age
    return wire.Provenance(
        examine_time=instant_to_wire(provenance.examined_at),
        engine_version=provenance.engine_version,
        watchlist_version=provenance.watchlist_version,
        watchlist_entries=provenance.watchlist_entries,
        image_sha256=provenance.image_sha256,
        elapsed_ms=provenance.elapsed_ms,
        policy_sha256=provenance.policy_digest,
        watchlist_as_of=instant_to_wire(age.as_of) if age else None,
        watchlist_freshness=enum_to_wire("LIST_FRESHNESS", age.freshness) if age else None,
    )


def reading_to_wire(reading: Reading) -> wire.Reading:
    """One MRZ as it was seen."""
    corners = reading.band.corners_px if reading.band else ()
    return wire.Reading(
        lines=reading.lines,
        characters=[_character_line(line) for line in reading.characters],
        engine=reading.engine,
        confidence=reading.confidence,
        name_confidence=reading.name_confidence,
        elapsed_ms=reading.elapsed_ms,
        band=[wire.Point(x=x, y=y) for x, y in corners],
        rotation_deg=reading.rotation_deg,
        notes=[note.name for note in reading.notes],
    )


def _character_line(line: tuple[ReadCharacter, ...]) -> wire.CharacterLine:
    return wire.CharacterLine(
        seen="".join(character.seen for character in line),
        probabilities=[character.probability for character in line],
        repaired_columns=[column for column, character in enumerate(line) if character.is_repaired],
    )


def record_to_wire(record: MrzRecord) -> wire.MrzRecord:
    """A parsed MRZ."""
    return wire.MrzRecord(
        layout=record.layout.value if record.layout else "",
        lines=record.lines,
        fields=[_field(field) for field in record.fields],
        findings=[_finding(finding) for finding in record.findings],
        birth_dates=[date_to_wire(date) for date in record.birth_dates],
        expiry_dates=[date_to_wire(date) for date in record.expiry_dates],
        sex=sex_to_wire(record.sex),
        names_truncated=record.names_truncated,
    )


def _field(field: MrzField) -> wire.MrzField:
    return wire.MrzField(
        name=field.name,
        raw=field.raw,
        value=field.value,
        check_digit=enum_to_wire("DIGIT_RESULT", field.digit),
        printed_digit=field.printed_digit,
        computed_digit=field.computed_digit,
        spans=[_span(span) for span in field.spans],
    )


def _span(span: Span) -> wire.Span:
    return wire.Span(line=span.line, start=span.start, end=span.end)


def _finding(finding: MrzFinding) -> wire.MrzFinding:
    return wire.MrzFinding(
        code=finding.code,
        severity=finding.severity.name,
        text=text_to_wire(finding.text),
        field=finding.field,
        span=_span(finding.span) if finding.span else None,
    )


def _report(report: CheckReport) -> wire.CheckReport:
    return wire.CheckReport(
        outcomes=[_outcome(outcome) for outcome in report.outcomes],
        groups=[
            wire.GroupResult(group=enum_to_wire("CHECK_GROUP", group), result=enum_to_wire("CHECK_RESULT", result))
            for group, result in report.groups
        ],
        overall=enum_to_wire("CHECK_RESULT", report.overall),
    )


def _outcome(outcome: CheckOutcome) -> wire.CheckOutcome:
    return wire.CheckOutcome(
        check_id=outcome.check_id,
        group=enum_to_wire("CHECK_GROUP", outcome.group),
        result=enum_to_wire("CHECK_RESULT", outcome.result),
        reasons=[text_to_wire(reason) for reason in outcome.reasons],
        fields=outcome.fields,
        from_terminal=outcome.source is CheckSource.TERMINAL,
        evaluatory=outcome.is_evaluatory,
    )


def _advice(advice: Advice) -> wire.Advice:
    return wire.Advice(
        kind=enum_to_wire("ADVICE_KIND", advice.kind),
        reasons=[
            wire.AdviceReason(code=reason.code, track=reason.track.name, text=text_to_wire(reason.text))
            for reason in advice.reasons
        ],
        changes=[text_to_wire(change) for change in advice.changes],
        handling=[text_to_wire(step) for step in advice.handling],
    )


def _protection(outline: ProtectionOutline) -> wire.ProtectionOutline:
    return wire.ProtectionOutline(
        kind=enum_to_wire("ADVICE_KIND", outline.kind),
        positive_dimensions=outline.positive,
        cues=[
            wire.CueOutline(
                indicator_id=cue.indicator_id,
                standing=enum_to_wire("CUE_STANDING", cue.standing),
                by_rule=cue.by_rule,
                by_person=cue.by_person,
                facts=cue.facts,
                cancelled_by=cue.cancelled_by,
            )
            for cue in outline.cues
        ],
        counter_indicators=outline.counter_indicators,
        questions=[text_to_wire(question) for question in outline.questions],
        child=outline.is_child,
        policy_version=outline.policy_version,
    )
