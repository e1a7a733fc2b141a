"""From a scenario to what a real terminal would hand over: MRZ lines, page, chip, measured results, journey."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from simulator.scenario.document import Document, DocumentType, Measured, Overrides
from simulator.scenario.model import Scenario
from simulator.scenario.person import Persona
from verifier.model.check import CheckGroup, CheckOutcome, CheckSource
from verifier.model.presentation import Presentation
from verifier.model.visual_zone import VisualZone
from verifier.mrz.document import MrzDocument
from verifier.mrz.layout import rules
from verifier.mrz.record import Layout
from verifier.mrz.write import write
from watchlist.entry import Sex
from watchlist.partial_date import PartialDate

_LAYOUTS: Final = {
    DocumentType.PASSPORT: Layout.TD3,
    DocumentType.CARD: Layout.TD1,
    DocumentType.SMALL_CARD: Layout.TD2,
    DocumentType.VISA: Layout.MRV_A,
    DocumentType.SMALL_VISA: Layout.MRV_B,
}
_CODES: Final = {DocumentType.PASSPORT: "P", DocumentType.CARD: "I", DocumentType.SMALL_CARD: "I"}
_CUE_PREFIX: Final = "TIP-"


def holder_facts(persona: Persona, document: Document) -> Overrides:
    """Everything that the document was issued with, before any part of it differs."""
    truth = Overrides(
        surname=persona.surname,
        given=persona.given,
        number=document.number,
        dob=persona.dob,
        sex=persona.sex,
        nationality=persona.nationality,
        issuer=document.issuer,
        expires=document.expires,
    )
    return overlaid(truth, document.holder)


def overlaid(facts: Overrides, differing: Overrides) -> Overrides:
    """`facts` with everything that `differing` states."""
    stated = {name: value for name, value in differing if name in Overrides.model_fields and value is not None}
    return facts.model_copy(update=stated)


def mrz_lines(persona: Persona, document: Document, *, is_first_read: bool = False) -> tuple[str, ...]:
    """The MRZ as the reader gives it. `is_first_read`: with what it misreads the first time.

    Raises LintasError (INVALID_FIELD) for contents that the layout cannot hold.
    """
    facts = overlaid(holder_facts(persona, document), document.mrz)
    digits = dict(document.mrz.digits)
    if is_first_read and document.first_read is not None:
        facts = overlaid(facts, document.first_read)
        digits |= document.first_read.digits
    return with_digits(write(_mrz_document(document, facts)), _LAYOUTS[document.type], digits)


def chip_lines(persona: Persona, document: Document) -> tuple[str, ...]:
    """The MRZ in EF.DG1; () where the document has no chip."""
    if document.chip is None:
        return ()
    return write(_mrz_document(document, overlaid(holder_facts(persona, document), document.chip)))


def _mrz_document(document: Document, facts: Overrides) -> MrzDocument:
    return MrzDocument(
        layout=_LAYOUTS[document.type],
        document_code=document.code or _CODES.get(document.type, "V"),
        issuing_state=facts.issuer or "",
        document_number=facts.number or "",
        surname=facts.surname or "",
        given_names=facts.given or "",
        nationality=facts.nationality or "",
        birth_date=PartialDate.parse(facts.dob or ""),
        sex=facts.sex or Sex.UNSPECIFIED,
        expiry_date=PartialDate.parse(facts.expires or ""),
        optional_data=document.personal_number or "",
    )


def with_digits(lines: tuple[str, ...], layout: Layout, digits: dict[str, str]) -> tuple[str, ...]:
    """The lines with these check digits put in as they are; the composite digit is not recomputed.

    Raises KeyError for a field that has no digit in this layout; lint says so before.
    """
    changed = list(lines)
    for name, digit in digits.items():
        span = digit_spans(layout)[name]
        line = changed[span[0]]
        changed[span[0]] = line[: span[1]] + digit + line[span[1] + 1 :]
    return tuple(changed)


def digit_spans(layout: Layout) -> dict[str, tuple[int, int]]:
    """Line and column (0-based) of every check digit of the layout, by field; `composite` among them."""
    rule = rules()[layout]
    spans = {each.name: (each.digit.line, each.digit.start) for each in rule.fields if each.digit is not None}
    if rule.composite is not None:
        spans["composite"] = (rule.composite.digit.line, rule.composite.digit.start)
    return spans


def layout_of(document: Document) -> Layout:
    """The layout of its MRZ."""
    return _LAYOUTS[document.type]


def visual_zone(persona: Persona, document: Document) -> VisualZone:
    """The page as a careful officer would record it."""
    facts = overlaid(holder_facts(persona, document), document.printed)
    return VisualZone(
        surname=facts.surname or "",
        given_names=facts.given or "",
        document_number=facts.number or "",
        issuing_state=facts.issuer or "",
        nationality=facts.nationality or "",
        birth_date=PartialDate.parse(facts.dob or ""),
        expiry_date=PartialDate.parse(facts.expires or ""),
        sex=facts.sex,
        birth_place=persona.place_of_birth,
        personal_number=document.personal_number or "",
        issue_date=PartialDate.parse(document.issued),
    )


def presentation(scenario: Scenario, *, found: Iterable[str] = (), is_retry: bool = False) -> Presentation:
    """What is handed to the engine; `found` are the keys of indicators whose cues the officer reports.

    The MRZ comes as lines; put `image` in their place with `dataclasses.replace` to have it read.
    """
    document = scenario.documents[0]
    visa = next((each for each in scenario.documents if each.type.is_visa), None)
    known = frozenset(found)
    cues = [each.cue for each in scenario.indicators if each.cue and each.key in known]
    cues = list(dict.fromkeys([*scenario.reported_cues, *cues]))
    persona = scenario.persona
    return Presentation(
        mrz_lines=mrz_lines(persona, document, is_first_read=not is_retry),
        visual_zone=visual_zone(persona, document),
        visa_mrz_lines=mrz_lines(persona, visa, is_first_read=not is_retry) if visa else (),
        chip_mrz_lines=chip_lines(persona, document),
        terminal_checks=tuple(_outcome(each) for each in document.measured),
        journey=replace(
            scenario.journey,
            officer_cues=tuple(cue for cue in cues if cue.startswith(_CUE_PREFIX)),
            counter_cues=tuple(cue for cue in cues if not cue.startswith(_CUE_PREFIX)),
        ),
        is_retry=is_retry,
    )


def _outcome(measured: Measured) -> CheckOutcome:
    return CheckOutcome(
        check_id=measured.check,
        group=CheckGroup(measured.check.partition(".")[0]),
        result=measured.result,
        source=CheckSource.TERMINAL,
        is_evaluatory=measured.evaluatory,
    )
