"""Every check with every result that it can have, as a table."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.errors import LintasError
from tests.verifier.documents import spoiled, td1, td3
from verifier import checks
from verifier.checks.catalogue import catalogue
from verifier.checks.run import report_of
from verifier.model.check import CheckGroup, CheckOutcome, CheckReport, CheckResult, CheckSource, aggregate
from verifier.model.presentation import Presentation
from verifier.model.visual_zone import VisualZone
from verifier.mrz.check_digits import compute
from verifier.mrz.parse import parse
from watchlist.entry import Sex
from watchlist.partial_date import PartialDate

TODAY = date(2026, 11, 24)
S, F, U, N, A = (
    CheckResult.SUCCESSFUL,
    CheckResult.FAILED,
    CheckResult.UNDETERMINED,
    CheckResult.NOT_SUPPORTED,
    CheckResult.ABORTED,
)
PAGE = VisualZone(
    surname="Santoso",
    given_names="Budi",
    document_number="X 1234567",
    nationality="IDN",
    birth_date=PartialDate(1985, 3, 12),
    expiry_date=PartialDate(2034, 1, 1),
    sex=Sex.MALE,
)


def report(
    lines: tuple[str, ...] | None,
    *,
    page: VisualZone = VisualZone(),
    visa: tuple[str, ...] | None = None,
    chip: tuple[str, ...] | None = None,
    terminal: tuple[CheckOutcome, ...] = (),
) -> CheckReport:
    return checks.run(
        parse(lines, TODAY) if lines else None,
        Presentation(mrz_lines=lines or (), visual_zone=page, terminal_checks=terminal),
        today=TODAY,
        visa=parse(visa, TODAY) if visa else None,
        chip=parse(chip, TODAY) if chip else None,
    )


def result(found: CheckReport, check_id: str) -> CheckResult | None:
    outcome = found.outcome(check_id)
    return outcome.result if outcome else None


GOOD = td3()
FRENCH = ("IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "9409923102854CORINNE<<<<<<<6512068F4")
MRZ_ONLY = [
    ("good", GOOD, "optical.mrz_icao", S),
    ("no layout", ("TOO", "SHORT"), "optical.mrz_icao", F),
    ("date that does not exist", td3(born="850231"), "optical.mrz_icao", F),
    ("wrong digit", spoiled(GOOD, 1, 43, "9"), "optical.mrz_icao", F),
    ("known defect", spoiled(td3(issuer="XZD"), 1, 43, "9"), "optical.mrz_icao", U),
    ("good", GOOD, "optical.mrz_format", S),
    ("no layout", ("TOO", "SHORT"), "optical.mrz_format", F),
    ("date that does not exist", td3(born="850231"), "optical.mrz_format", F),
    ("wrong digit, good form", spoiled(GOOD, 1, 43, "9"), "optical.mrz_format", S),
    ("good digits", GOOD, "optical.mrz_check_digits", S),
    ("wrong number digit", spoiled(GOOD, 1, 0, "Y"), "optical.mrz_check_digits", F),
    ("wrong composite", spoiled(GOOD, 1, 43, "9"), "optical.mrz_check_digits", F),
    ("known defect", spoiled(td3(issuer="XZD"), 1, 43, "9"), "optical.mrz_check_digits", U),
    ("known defect, other digit", spoiled(td3(issuer="XZD"), 1, 9, "0"), "optical.mrz_check_digits", F),
    ("no layout", ("TOO", "SHORT"), "optical.mrz_check_digits", A),
    ("known codes", GOOD, "optical.country_identifier", S),
    ("Germany", td3(issuer="D"), "optical.country_identifier", S),
    ("stateless", td3(issuer="DEU", nationality="XXA"), "optical.country_identifier", S),
    ("no such issuer", td3(issuer="QQQ"), "optical.country_identifier", F),
    ("no such nationality", td3(nationality="ZZZ"), "optical.country_identifier", F),
    ("no longer issued", td3(issuer="ANT", nationality="NLD"), "optical.country_identifier", U),
    ("ordinary", GOOD, "optical.specimen", S),
    ("Utopia", td3(issuer="UTO"), "optical.specimen", F),
    ("training state", td3(issuer="XZB"), "optical.specimen", F),
    ("valid", GOOD, "combined.expiry", S),
    ("last day", td3(expires="261124"), "combined.expiry", S),
    ("yesterday", td3(expires="261123"), "combined.expiry", F),
    ("15 years ahead", td3(expires="410101"), "combined.expiry", S),
    ("16 years ahead is the past", td3(expires="420101"), "combined.expiry", F),
    ("no such day", td3(expires="270230"), "combined.expiry", U),
    ("29 February of a leap year", td3(expires="280229"), "combined.expiry", S),
    ("old French card has none", FRENCH, "combined.expiry", N),
    ("plausible", GOOD, "combined.dates", S),
    ("partial birth date", td3(born="85<<<<"), "combined.dates", S),
    ("unknown birth date", td3(born="<<<<<<"), "combined.dates", S),
    ("born today", td3(born="261124"), "combined.dates", S),
    ("no such birth date", td3(born="851399"), "combined.dates", F),
    ("page not recorded", GOOD, "combined.mrz_viz", N),
    ("card front not recorded", td1(), "combined.td1_sides", N),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "check_id", "expected"), [row[1:] for row in MRZ_ONLY], ids=[f"{row[2]}: {row[0]}" for row in MRZ_ONLY]
)
def test_mrz_checks(lines: tuple[str, ...], check_id: str, expected: CheckResult) -> None:
    assert result(report(lines), check_id) is expected


def page(**changes: object) -> VisualZone:
    fields = {name: getattr(PAGE, name) for name in PAGE.__slots__}
    return VisualZone(**(fields | changes))


PAGES = [
    ("equal", GOOD, PAGE, S, ()),
    ("other name", GOOD, page(surname="Sudirman"), F, ("primary_identifier",)),
    ("accents", td3(surname="SUHARTONO"), page(surname="Suhartôno"), S, ()),
    ("umlaut", td3(surname="MUELLER", given="JUERGEN"), page(surname="Müller", given_names="Jürgen"), S, ()),
    ("other lawful umlaut", td3(surname="MULLER", given="JURGEN"), page(surname="Müller", given_names="Jürgen"), S, ()),
    ("hyphen", td3(surname="SMITH JONES"), page(surname="Smith-Jones"), S, ()),
    ("apostrophe", td3(surname="OCONNOR"), page(surname="O’Connor"), S, ()),
    (
        "cut for length",
        td3(surname="NILAVADHANANANDA", given="CHAYAPA DEJTHAMRONG KRASU"),
        page(surname="Nilavadhanananda", given_names="Chayapa Dejthamrong Krasuang"),
        S,
        (),
    ),
    ("mononym", td3(surname="SUHARTO", given=""), page(surname="Suharto", given_names=""), S, ()),
    ("other birth date", GOOD, page(birth_date=PartialDate(1985, 3, 13)), F, ("birth_date",)),
    ("other century", GOOD, page(birth_date=PartialDate(1885, 3, 12)), F, ("birth_date",)),
    ("year only on the page", GOOD, page(birth_date=PartialDate(1985)), S, ()),
    ("other expiry", GOOD, page(expiry_date=PartialDate(2044, 1, 1)), F, ("expiry_date",)),
    ("other number", GOOD, page(document_number="X1234568"), F, ("document_number",)),
    ("other sex", GOOD, page(sex=Sex.FEMALE), F, ("sex",)),
    ("X on the page", td3(sex="<"), page(sex=Sex.UNSPECIFIED), S, ()),
    ("other nationality", GOOD, page(nationality="MYS"), F, ("nationality",)),
    ("D and DEU", td3(issuer="D"), page(nationality="DEU"), S, ()),
    ("only one thing recorded", GOOD, VisualZone(sex=Sex.MALE), S, ()),
    ("nothing comparable recorded", GOOD, VisualZone(birth_place="BENGKULU"), N, ()),
    ("number is a dash", GOOD, page(document_number="-"), S, ()),
    ("number is a space", GOOD, page(document_number=" "), S, ()),
    ("nothing but dashes", GOOD, VisualZone(document_number="-", surname="-", personal_number="--"), N, ()),
    ("surname is a dash", td3(surname="SUHARTO", given=""), page(surname="-", given_names="Suharto"), S, ()),
    ("given name is a dash", td3(surname="SUHARTO", given=""), page(surname="Suharto", given_names="-"), S, ()),
    ("name fields swapped", GOOD, page(surname="Budi", given_names="Santoso"), S, ()),
    (
        "swapped, several words and an umlaut",
        td3(surname="MUELLER", given="ANNA MARIA"),
        page(surname="Anna Maria", given_names="Müller"),
        S,
        (),
    ),
    ("whole name in one field", GOOD, page(surname="", given_names="Budi Santoso"), S, ()),
    ("whole name as surname", GOOD, page(surname="Santoso Budi", given_names=""), S, ()),
    ("other given name alone", GOOD, page(surname="", given_names="Bambang"), F, ("primary_identifier",)),
    ("surname alone, and another's", GOOD, page(surname="Wibowo", given_names=""), F, ("primary_identifier",)),
    ("swapped, and another's", GOOD, page(surname="Budi", given_names="Wibowo"), F, ("primary_identifier",)),
    ("surname twice", GOOD, page(surname="Santoso", given_names="Santoso"), F, ("primary_identifier",)),
    ("only in characters that no MRZ can hold", GOOD, page(surname="山田", given_names=""), S, ()),
    ("two things differ", GOOD, page(surname="X", sex=Sex.FEMALE), F, ("primary_identifier", "sex")),
]


@pytest.mark.parametrize(
    ("lines", "zone", "expected", "fields"), [row[1:] for row in PAGES], ids=[row[0] for row in PAGES]
)
def test_mrz_against_page(
    lines: tuple[str, ...], zone: VisualZone, expected: CheckResult, fields: tuple[str, ...]
) -> None:
    outcome = report(lines, page=zone).outcome("combined.mrz_viz")
    assert outcome is not None
    assert (outcome.result, outcome.fields) == (expected, fields)


def test_cards_have_their_own_check() -> None:
    found = report(td1(), page=PAGE)
    assert result(found, "combined.td1_sides") is S
    assert found.outcome("combined.mrz_viz") is None


VISA = td3(code="V<", number="V7654321")


def australian(passport: str) -> tuple[str, ...]:
    """A visa that names a passport in its optional data."""
    return td3(code="V<", issuer="AUS", nationality="IDN", number="V7654321", optional=passport)


VISAS = [
    ("same person", VISA, "combined.passport_visa", S),
    ("other name", td3(code="V<", surname="WIBOWO"), "combined.passport_visa", F),
    ("other birth date", td3(code="V<", born="850313"), "combined.passport_visa", F),
    ("other sex", td3(code="V<", sex="F"), "combined.passport_visa", F),
    ("other nationality", td3(code="V<", issuer="AUS", nationality="MYS"), "combined.passport_visa", F),
    ("names this passport", australian("X1234567"), "combined.passport_visa", S),
    ("names another passport", australian("X7654321"), "combined.passport_visa", U),
    ("permit of the same person", td1(number="P7654321"), "combined.passport_permit", S),
    ("permit of another", td1(surname="WIBOWO"), "combined.passport_permit", F),
    ("no MRZ at all", ("TOO", "SHORT"), "combined.passport_visa", A),
    ("the passport's own lines", GOOD, "combined.passport_visa", A),
    ("right digits", VISA, "combined.visa_mrz", S),
    ("wrong digit", spoiled(VISA, 1, 19, "9"), "combined.visa_mrz", F),
    ("date that does not exist", td3(code="V<", expires="340231"), "combined.visa_mrz", F),
    ("permit with a wrong digit", spoiled(td1(), 1, 6, "9"), "combined.visa_mrz", F),
    ("valid", VISA, "combined.visa_expiry", S),
    ("last day", td3(code="V<", expires="261124"), "combined.visa_expiry", S),
    ("yesterday", td3(code="V<", expires="261123"), "combined.visa_expiry", F),
    ("no such day", td3(code="V<", expires="270230"), "combined.visa_expiry", U),
]


@pytest.mark.parametrize(("visa", "check_id", "expected"), [row[1:] for row in VISAS], ids=[row[0] for row in VISAS])
def test_passport_against_visa(visa: tuple[str, ...], check_id: str, expected: CheckResult) -> None:
    assert result(report(GOOD, visa=visa), check_id) is expected


def test_a_visa_is_checked_for_itself_even_where_the_passport_cannot_be_read() -> None:
    found = report(("TOO", "SHORT"), visa=td3(code="V<", expires="261123"))
    assert result(found, "combined.visa_expiry") is F
    assert found.outcome("combined.passport_visa") is None


def test_no_visa_no_checks_of_it() -> None:
    assert not [each for each in report(GOOD).outcomes if "visa" in each.check_id]


@pytest.mark.parametrize(
    ("chip", "expected"),
    [
        (GOOD, S),
        (td3(optional="12345"), U),  # with the digits that follow from it
        (td3(optional="12345", given="BUDIMAN"), F),
        (spoiled(td3(optional="12345"), 1, 43, "9"), F),  # a composite that follows from nothing
        (spoiled(td3(optional="12345"), 1, 42, "8"), F),
        (spoiled(GOOD, 1, 30, "7"), U),
        (spoiled(GOOD, 1, 43, "9"), F),
        (spoiled(GOOD, 1, 9, "9"), F),
        (spoiled(spoiled(GOOD, 1, 9, "9"), 1, 30, "7"), F),
        (spoiled(spoiled(GOOD, 1, 27, "9"), 1, 30, "7"), F),
        (td1(), F),
        (td3(given="BUDIMAN"), F),
        (td3(number="X7654321"), F),
        (("TOO", "SHORT"), A),
    ],
)
def test_printed_mrz_against_chip(chip: tuple[str, ...], expected: CheckResult) -> None:
    assert result(report(GOOD, chip=chip), "combined.mrz_dg1") is expected


def test_a_card_whose_optional_data_alone_differ() -> None:
    chip = spoiled(td1(), 0, 20, "A")
    composite = compute(chip[0][5:30] + chip[1][0:7] + chip[1][8:15] + chip[1][18:29])
    assert result(report(td1(), chip=spoiled(chip, 1, 29, composite)), "combined.mrz_dg1") is U
    assert result(report(td1(), chip=spoiled(chip, 1, 29, "x")), "combined.mrz_dg1") is F  # does not follow


@given(st.integers(0, 87), st.sampled_from("ABCXYZ0189<"))
def test_no_changed_character_of_the_chip_goes_unseen(position: int, character: str) -> None:
    chip = spoiled(GOOD, position // 44, position % 44, character)
    found = result(report(GOOD, chip=chip), "combined.mrz_dg1")
    is_optional = position in range(44 + 28, 44 + 42)
    # `<` for the digit 0 over empty optional data is the same by law (9303-4 §4.2.2.2)
    is_lawful_filler = (position, character) == (44 + 42, "<")
    assert found is (S if chip == GOOD else U if is_optional or is_lawful_filler else F)


def terminal(check_id: str, found: CheckResult, *, evaluatory: bool = False) -> CheckOutcome:
    return CheckOutcome(check_id, CheckGroup.OPTICAL, found, is_evaluatory=evaluatory)


def test_terminal_results_count_in_their_group() -> None:
    found = report(GOOD, terminal=(terminal("electronic.aa", F),))
    assert dict(found.groups)[CheckGroup.ELECTRONIC] is F
    assert found.overall is F
    assert found.outcomes[0].source is CheckSource.TERMINAL


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (None, S),
        (terminal("optical.mrz_ocrb", F), F),
        (terminal("optical.mrz_ir_readable", A), A),
        (terminal("optical.mrz_ocrb", N), S),
        (terminal("optical.mrz_ocrb", F, evaluatory=True), S),
        (terminal("optical.spectral", F), S),  # no part of the MRZ's compliance
    ],
)
def test_mrz_compliance_is_made_of_its_parts(part: CheckOutcome | None, expected: CheckResult) -> None:
    """TR-03135 part 1, 5.5.4.1: check digits, infrared and typeface together; our check of the form with them."""
    assert result(report(GOOD, terminal=(part,) if part else ()), "optical.mrz_icao") is expected


def test_evaluatory_results_are_kept_but_never_count() -> None:
    found = report(GOOD, terminal=(terminal("combined.dg2_viz_face", F, evaluatory=True),))
    assert result(found, "combined.dg2_viz_face") is F
    assert found.overall is S


@pytest.mark.parametrize(
    ("outcome", "field", "reason"),
    [
        (terminal("electronic.magic", S), "terminal_checks[0].check_id", "UNKNOWN_CHECK"),
        (terminal("combined.expiry", S), "terminal_checks[0].check_id", "CHECK_NOT_TERMINAL"),
        (terminal("overall.document", S), "terminal_checks[0].check_id", "CHECK_NOT_TERMINAL"),
        (terminal("optical.document_detection", U), "terminal_checks[0].result", "RESULT_NOT_ALLOWED"),
    ],
)
def test_terminal_results_that_cannot_be(outcome: CheckOutcome, field: str, reason: str) -> None:
    with pytest.raises(LintasError) as caught:
        report(GOOD, terminal=(outcome,))
    assert (caught.value.reason, caught.value.fields[0].field) == (reason, field)


def test_a_terminal_result_given_twice() -> None:
    with pytest.raises(LintasError) as caught:
        report(GOOD, terminal=(terminal("electronic.aa", S), terminal("electronic.aa", F)))
    assert caught.value.reason == "CHECK_REPEATED"


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        ([], N),
        ([N], N),
        ([S], S),
        ([S, N], S),
        ([U, S], U),
        ([A, U, S], A),
        ([F, A, U, S, N], F),
    ],
)
def test_aggregation(results: list[CheckResult], expected: CheckResult) -> None:
    assert aggregate(results) is expected
    assert aggregate(reversed(results)) is expected


def test_no_mrz_is_evidence_of_nothing() -> None:
    found = report(None)
    assert [result(found, f"optical.mrz_{name}") for name in ("format", "icao")] == [A, A]
    assert found.overall is A


def test_a_group_that_nobody_checked_does_not_appear() -> None:
    assert [group for group, _ in report_of([]).groups] == []


@given(st.lists(st.text(max_size=60), max_size=4), st.booleans())
def test_no_text_makes_a_check_raise(lines: list[str], with_page: bool) -> None:  # noqa: FBT001 - drawn
    texts = tuple(lines)
    found = report(texts or None, page=PAGE if with_page else VisualZone(), visa=texts, chip=GOOD)
    for outcome in found.outcomes:
        assert outcome.result in catalogue()[outcome.check_id].results


@given(st.integers(0, 87), st.sampled_from("ABCXYZ0189<"))
def test_every_outcome_of_a_spoiled_document_is_allowed_by_the_catalogue(position: int, character: str) -> None:
    lines = spoiled(GOOD, position // 44, position % 44, character)
    for outcome in report(lines, page=PAGE, visa=VISA, chip=GOOD).outcomes:
        entry = catalogue()[outcome.check_id]
        assert outcome.result in entry.results
        assert outcome.group is entry.group
        if outcome.result in {F, U}:
            assert all(reason.id and reason.en for reason in outcome.reasons)
            assert outcome.reasons
