"""What is advised, as a table; the tracks keep apart; who somebody is changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.text import Text
from tests.verifier.documents import spoiled, td1, td3
from tests.verifier.people import NOW, engine, plenty
from tests.watchlist.people import document, person
from verifier.advice import Advice, AdviceKind, Track, watchlist
from verifier.advice.advise import advise
from verifier.advice.protection import ProtectionAssessment
from verifier.checks.run import report_of
from verifier.engine import Request
from verifier.model.check import CheckGroup, CheckOutcome, CheckResult
from verifier.model.presentation import Presentation
from verifier.model.reading import ReadCharacter, Reading, ReadingNote
from verifier.model.visual_zone import VisualZone
from watchlist.entry import (
    Action,
    Category,
    Comparison,
    Entry,
    EntryState,
    Grade,
    Hit,
    SearchResult,
    Sex,
)
from watchlist.partial_date import PartialDate

GOOD = td3()
UTOPIA = td3(issuer="UTO")
MISREAD_YEAR = spoiled(GOOD, 1, 21, "1")
LISTED = person("a", "BUDI SANTOSO", "1985-03-12")


def advice(
    lines: tuple[str, ...] = GOOD, *entries: Entry, page: VisualZone = VisualZone(), retry: bool = False
) -> Advice:
    presentation = Presentation(mrz_lines=lines, visual_zone=page, is_retry=retry)
    return engine(*entries).examine(presentation, Request(NOW, plenty)).advice


def codes(of: Advice) -> set[str]:
    return {reason.code for reason in of.reasons}


DOCUMENTS = [
    ("in order", GOOD, False, AdviceKind.CLEAR, "NOTHING_FOUND"),
    ("wrong digit, first time", spoiled(GOOD, 1, 43, "9"), False, AdviceKind.RETRY, "CHECK_DIGITS_WRONG"),
    ("wrong digit again", spoiled(GOOD, 1, 43, "9"), True, AdviceKind.REFER, "CHECK_DIGITS_WRONG"),
    ("known defect", spoiled(td3(issuer="XZD"), 1, 43, "9"), True, AdviceKind.REFER, "SPECIMEN_DOCUMENT"),
    ("expired", td3(expires="211124"), False, AdviceKind.REFER, "DOCUMENT_EXPIRED"),
    ("two-digit year 38 in 2026 is the future", td3(expires="380101"), False, AdviceKind.CLEAR, "NOTHING_FOUND"),
    ("no such issuer", td3(issuer="QQQ"), False, AdviceKind.REFER, "COUNTRY_CODE_UNKNOWN"),
    ("specimen", td3(issuer="UTO"), False, AdviceKind.REFER, "SPECIMEN_DOCUMENT"),
    ("specimen with a wrong digit", spoiled(UTOPIA, 1, 43, "x"), False, AdviceKind.REFER, "SPECIMEN_DOCUMENT"),
    ("half an MRZ", GOOD[:1], False, AdviceKind.RETRY, "MRZ_MALFORMED"),
    ("half an MRZ again", GOOD[:1], True, AdviceKind.REFER, "MRZ_MALFORMED"),
    ("expired only because a digit is wrong", MISREAD_YEAR, False, AdviceKind.RETRY, "DOCUMENT_EXPIRED"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "retry", "kind", "code"), [row[1:] for row in DOCUMENTS], ids=[row[0] for row in DOCUMENTS]
)
def test_documents(lines: tuple[str, ...], retry: bool, kind: AdviceKind, code: str) -> None:  # noqa: FBT001 - a table
    found = advice(lines, retry=retry)
    assert found.kind is kind
    assert code in codes(found)
    assert bool(found.changes) == (kind is not AdviceKind.CLEAR)


def old_us_card() -> tuple[str, ...]:
    """An invented permanent resident card of the old model, with the wrong composite that those bear."""
    first, second, third = td1()
    return spoiled(("C1USA" + first[5:], second, third), 1, 29, "x")


@pytest.mark.parametrize("retry", [False, True])
def test_a_known_defect_alone_does_not_refer(retry: bool) -> None:  # noqa: FBT001 - a table
    """Scenario 15: composite digit wrong after two reads, issuer known for it."""
    found = advice(old_us_card(), retry=retry)
    assert (found.kind, found.changes) == (AdviceKind.CLEAR, ())
    assert [reason.code for reason in found.reasons] == ["CHECK_UNDETERMINED"]
    assert "resident cards are known" in found.reasons[0].text.en


def test_a_known_defect_excuses_no_other_digit() -> None:
    assert advice(spoiled(old_us_card(), 1, 6, "x"), retry=True).kind is AdviceKind.REFER


def failed(check_id: str) -> CheckOutcome:
    return CheckOutcome(check_id, CheckGroup.OPTICAL, CheckResult.FAILED)


MEASURED = [
    "electronic.ds_revocation", "electronic.dg_hashes", "electronic.aa", "optical.spectral", "optical.mrz_ocrb",
    "combined.dg2_viz_face", "seal.authenticity",
]  # fmt: skip


@pytest.mark.parametrize("check_id", MEASURED)
@pytest.mark.parametrize("retry", [False, True])
def test_a_wrong_digit_never_softens_what_the_terminal_measured(check_id: str, retry: bool) -> None:  # noqa: FBT001 - a table
    """A revoked signer does not come from a misread line."""
    presentation = Presentation(mrz_lines=MISREAD_YEAR, terminal_checks=(failed(check_id),), is_retry=retry)
    found = engine().examine(presentation, Request(NOW, plenty)).advice
    assert found.kind is AdviceKind.REFER
    assert {reason.code for reason in found.reasons if reason.kind is AdviceKind.REFER} >= {"DOCUMENT_CHECK_FAILED"}


COMPUTED = [
    ("country_identifier", "COUNTRY_CODE_UNKNOWN"),
    ("expiry", "DOCUMENT_EXPIRED"),
    ("dates", "DATES_IMPOSSIBLE"),
    ("mrz_viz", "PAGE_DIFFERS"),
    ("mrz_dg1", "CHIP_DIFFERS"),
    ("td1_sides", "PAGE_DIFFERS"),
    ("passport_visa", "VISA_DIFFERS"),
    ("passport_permit", "PERMIT_DIFFERS"),
]


@pytest.mark.parametrize(("name", "code"), COMPUTED, ids=[row[0] for row in COMPUTED])
def test_what_is_computed_from_a_doubtful_line_asks_for_another_reading(name: str, code: str) -> None:
    group = "optical" if name == "country_identifier" else "combined"
    outcomes = [failed("optical.mrz_check_digits"), failed(f"{group}.{name}")]
    nobody = SearchResult((), 0, 0)
    record = engine().examine(Presentation(mrz_lines=GOOD), Request(NOW, plenty)).record
    first, second = (
        advise(report_of(outcomes), record=record, reading_seen=None, search=nobody, is_retry=retry)
        for retry in (False, True)
    )
    assert (first.kind, second.kind) == (AdviceKind.RETRY, AdviceKind.REFER)
    assert code in codes(first) & codes(second)


VISA = td3(code="V<", number="V7654321")
OTHER_VISA = td3(code="V<", number="V7654321", surname="WIBOWO")
VISAS = [
    ("in order", VISA, AdviceKind.CLEAR, AdviceKind.CLEAR, {"NOTHING_FOUND"}),
    ("garbage", ("@@@@", "#"), AdviceKind.RETRY, AdviceKind.REFER, {"VISA_UNREADABLE"}),
    ("half a visa", VISA[:1], AdviceKind.RETRY, AdviceKind.REFER, {"VISA_UNREADABLE"}),
    ("the passport once more", GOOD, AdviceKind.RETRY, AdviceKind.REFER, {"VISA_UNREADABLE"}),
    ("of somebody else", OTHER_VISA, AdviceKind.REFER, AdviceKind.REFER, {"VISA_DIFFERS"}),
    ("wrong digit", spoiled(VISA, 1, 9, "9"), AdviceKind.RETRY, AdviceKind.REFER, {"VISA_MRZ_WRONG"}),
    (
        "birth date differs and its digit is wrong",
        spoiled(VISA, 1, 18, "9"),
        AdviceKind.RETRY,
        AdviceKind.REFER,
        {"VISA_MRZ_WRONG", "VISA_DIFFERS"},
    ),
    ("expired", td3(code="V<", expires="261123"), AdviceKind.REFER, AdviceKind.REFER, {"VISA_EXPIRED"}),
    ("permit of somebody else", td1(surname="WIBOWO"), AdviceKind.REFER, AdviceKind.REFER, {"PERMIT_DIFFERS"}),
    (
        "permit of somebody else, and a wrong digit",
        spoiled(td1(surname="WIBOWO"), 1, 29, "x"),
        AdviceKind.RETRY,
        AdviceKind.REFER,
        {"VISA_MRZ_WRONG", "PERMIT_DIFFERS"},
    ),
    (
        "expired because a digit is wrong",
        spoiled(VISA, 1, 21, "1"),
        AdviceKind.RETRY,
        AdviceKind.REFER,
        {"VISA_MRZ_WRONG", "VISA_EXPIRED"},
    ),
]


@pytest.mark.parametrize(
    ("visa", "first", "second", "expected"), [row[1:] for row in VISAS], ids=[row[0] for row in VISAS]
)
def test_visas(visa: tuple[str, ...], first: AdviceKind, second: AdviceKind, expected: set[str]) -> None:
    shown = Presentation(mrz_lines=GOOD, visa_mrz_lines=visa)
    at_first, again = (
        engine().examine(replace(shown, is_retry=retry), Request(NOW, plenty)).advice for retry in (False, True)
    )
    assert (at_first.kind, again.kind) == (first, second)
    assert codes(at_first) == codes(again) == expected
    if first is AdviceKind.RETRY:
        assert any("visa" in text.en for text in at_first.changes)


def test_a_doubtful_visa_excuses_nothing_on_the_passport() -> None:
    presentation = Presentation(mrz_lines=td3(expires="211124"), visa_mrz_lines=spoiled(VISA, 1, 9, "9"))
    found = engine().examine(presentation, Request(NOW, plenty)).advice
    assert [reason.code for reason in found.reasons if reason.kind is AdviceKind.REFER] == ["DOCUMENT_EXPIRED"]


def test_a_doubtful_passport_does_not_excuse_an_expired_visa() -> None:
    presentation = Presentation(mrz_lines=MISREAD_YEAR, visa_mrz_lines=td3(code="V<", expires="261123"))
    found = engine().examine(presentation, Request(NOW, plenty)).advice
    assert [reason.code for reason in found.reasons if reason.kind is AdviceKind.REFER] == ["VISA_EXPIRED"]


def test_what_the_parts_say_is_not_said_again_by_their_sum() -> None:
    found = advice(spoiled(GOOD, 1, 43, "9"))
    assert [reason.code for reason in found.reasons] == ["CHECK_DIGITS_WRONG"]


def test_a_page_that_differs_refers() -> None:
    """Scenario 21."""
    found = advice(page=VisualZone(surname="WIBOWO", given_names="BUDI", sex=Sex.FEMALE))
    assert (found.kind, codes(found)) == (AdviceKind.REFER, {"PAGE_DIFFERS"})


HITS = [
    ("name and birth date", [LISTED], AdviceKind.REFER, {"PERSON_LISTED"}),
    ("namesake with another birth date", [person("a", "BUDI SANTOSO", "1996-07-01")], AdviceKind.CLEAR, {"NAMESAKE"}),
    ("name alone", [person("a", "BUDI SANTOSO")], AdviceKind.CLEAR, {"NAMESAKE"}),
    (
        "lapsed yesterday",
        [person("a", "BUDI SANTOSO", "1985-03-12", valid_until=NOW - timedelta(days=1))],
        AdviceKind.CLEAR,
        {"ENTRY_NOT_IN_FORCE"},
    ),
    (
        "in force from tomorrow",
        [person("a", "BUDI SANTOSO", "1985-03-12", valid_from=NOW + timedelta(days=1))],
        AdviceKind.CLEAR,
        {"ENTRY_NOT_YET_IN_FORCE"},
    ),
    (
        "revoked",
        [person("a", "BUDI SANTOSO", "1985-03-12", revoked_at=NOW - timedelta(days=1))],
        AdviceKind.CLEAR,
        {"ENTRY_NOT_IN_FORCE"},
    ),
    *(
        (
            f"missing person, {state}",
            [
                person(
                    "a",
                    "BUDI SANTOSO",
                    "1985-03-12",
                    category=Category.MISSING_PERSON,
                    action=Action.PROTECT_PERSON,
                    **when,
                )
            ],
            AdviceKind.CLEAR,
            {"NOTHING_FOUND"},
        )
        for state, when in {
            "lapsed": {"valid_until": NOW - timedelta(days=1)},
            "revoked": {"revoked_at": NOW - timedelta(days=1)},
            "not yet in force": {"valid_from": NOW + timedelta(days=1)},
        }.items()
    ),
    ("this document is stolen", [document("d", "IDN", "X1234567")], AdviceKind.REFER, {"DOCUMENT_LISTED"}),
    ("the same number of another state", [document("d", "MYS", "X1234567")], AdviceKind.CLEAR, {"NOTHING_FOUND"}),
    (
        "missing child",
        [
            person(
                "a",
                "BUDI SANTOSO",
                "1985-03-12",
                category=Category.MISSING_PERSON,
                action=Action.PROTECT_PERSON,
            )
        ],
        AdviceKind.PROTECT,
        {"PROTECTIVE_ALERT"},
    ),
    (
        "namesake of a missing person",
        [
            person(
                "a",
                "BUDI SANTOSO",
                "1996-07-01",
                category=Category.MISSING_PERSON,
                action=Action.PROTECT_PERSON,
            )
        ],
        AdviceKind.CLEAR,
        {"PROTECTIVE_ALERT"},
    ),
]


@pytest.mark.parametrize(("entries", "kind", "expected"), [row[1:] for row in HITS], ids=[row[0] for row in HITS])
def test_hits(entries: list[Entry], kind: AdviceKind, expected: set[str]) -> None:
    found = advice(GOOD, *entries)
    assert (found.kind, codes(found)) == (kind, expected)


def hit(entry: Entry, state: EntryState, grade: Grade) -> SearchResult:
    return SearchResult((Hit(entry, state, Comparison(0.5, grade, ())),), 1, 1)


@pytest.mark.parametrize("state", EntryState)
@pytest.mark.parametrize("grade", Grade)
def test_a_protective_alert_never_shows_on_the_watchlist_track(state: EntryState, grade: Grade) -> None:
    """Whatever became of the alert: a trafficker who reads the screen learns nothing of a list."""
    child = person("c", "BUDI SANTOSO", category=Category.CHILD_AT_RISK, action=Action.PROTECT_CHILD)
    found = list(watchlist.findings(hit(child, state, grade)))
    assert {finding.reason.track for finding in found} <= {Track.PROTECTION}
    speaks = state is EntryState.ACTIVE and grade is not Grade.EXCLUDED
    assert bool(found) is speaks


def test_what_is_not_yet_in_force_is_not_called_lapsed() -> None:
    ban = person("b", "BUDI SANTOSO")
    sentences = {
        state: next(watchlist.findings(hit(ban, state, Grade.EXACT))).reason
        for state in (EntryState.NOT_YET_VALID, EntryState.LAPSED, EntryState.REVOKED)
    }
    early, late = sentences[EntryState.NOT_YET_VALID], sentences[EntryState.LAPSED]
    assert "not yet in force" in early.text.en
    assert "belum berlaku" in early.text.id
    assert "no longer in force" in late.text.en
    assert late == sentences[EntryState.REVOKED]


def test_forty_namesakes_are_one_note() -> None:
    """Whatever the search thinks worth showing, a crowd of namesakes is one sentence."""
    hits = [
        hit(person(f"n{number}", "BUDI SANTOSO"), EntryState.ACTIVE, Grade.POSSIBLE).hits[0] for number in range(40)
    ]
    found = list(watchlist.findings(SearchResult(tuple(hits), 1, 40)))
    assert [(each.reason.code, each.reason.kind) for each in found] == [("NAMESAKE", AdviceKind.CLEAR)]


def test_protection_wins_and_keeps_to_its_track() -> None:
    child = person("c", "BUDI SANTOSO", "1985-03-12", category=Category.CHILD_AT_RISK, action=Action.PROTECT_CHILD)
    found = advice(td3(expires="211124"), LISTED, child)
    assert found.kind is AdviceKind.PROTECT
    assert {reason.track for reason in found.reasons} == {Track.PROTECTION, Track.WATCHLIST, Track.DOCUMENT}
    assert found.handling
    assert all(reason.track is Track.PROTECTION for reason in found.reasons if reason.code == "PROTECTIVE_ALERT")


def test_indicators_speak_on_their_own_track() -> None:
    said = ProtectionAssessment(AdviceKind.REFER, (Text(id="a", en="b"),), (Text(id="c", en="d"),))
    found = advise(
        report_of([]), record=None, reading_seen=None, search=SearchResult((), 0, 0), is_retry=True, assessment=said
    )
    assert Track.PROTECTION in {reason.track for reason in found.reasons}


def test_refusal_is_never_advised() -> None:
    assert {kind.name for kind in AdviceKind} == {"CLEAR", "RETRY", "REFER", "PROTECT"}


def reading(*notes: ReadingNote, repaired: bool = False) -> Reading:
    character = ReadCharacter("O" if repaired else "0", "0", 0.9)
    return Reading(("0",), ((character,),), "test", 0.5, 0.5, 1.0, notes=notes)


@pytest.mark.parametrize(
    ("seen", "retry", "kind", "code"),
    [
        (reading(), False, AdviceKind.CLEAR, "NOTHING_FOUND"),
        (reading(repaired=True), False, AdviceKind.CLEAR, "CHARACTERS_REPAIRED"),
        (reading(ReadingNote.LOW_CONFIDENCE), False, AdviceKind.RETRY, "READING_UNSURE"),
        (reading(ReadingNote.LOW_CONFIDENCE), True, AdviceKind.REFER, "READING_UNSURE"),
        (reading(ReadingNote.SECOND_OPINION_DISAGREES), False, AdviceKind.RETRY, "READING_UNSURE"),
        (reading(ReadingNote.SECOND_OPINION_DISAGREES), True, AdviceKind.REFER, "READING_UNSURE"),
        (reading(ReadingNote.CUT_AT_EDGE), False, AdviceKind.RETRY, "MRZ_CUT_OFF"),
        (reading(ReadingNote.CUT_AT_EDGE), True, AdviceKind.REFER, "MRZ_CUT_OFF"),
        (reading(ReadingNote.SECOND_OPINION), True, AdviceKind.CLEAR, "NOTHING_FOUND"),
        (reading(repaired=True), True, AdviceKind.CLEAR, "CHARACTERS_REPAIRED"),
    ],
)
def test_doubtful_readings(seen: Reading, retry: bool, kind: AdviceKind, code: str) -> None:  # noqa: FBT001 - a table
    record = engine().examine(Presentation(mrz_lines=GOOD), Request(NOW, plenty)).record
    found = advise(report_of([]), record=record, reading_seen=seen, search=SearchResult((), 0, 0), is_retry=retry)
    assert (found.kind, code in codes(found)) == (kind, True)
    assert bool(found.changes) == (kind is not AdviceKind.CLEAR)
    if kind is AdviceKind.REFER:
        assert any("name and number" in text.en for text in found.changes)


STATES = ("IDN", "MYS", "NGA", "SYR", "NLD", "PHL", "VNM", "USA", "XXA", "XXB")
NAMES = (
    ("MUHAMMAD ALI", "HASSAN"),
    ("SILVA", "MARIA JOSE"),
    ("NGUYEN", "THI LAN"),
    ("SMITH", "JOHN"),
    ("SITI AMINAH", ""),
    ("IVANOV", "OLEG"),
    ("COHEN", "SARAH"),
)


@given(
    st.sampled_from(STATES), st.sampled_from(STATES), st.sampled_from(NAMES), st.sampled_from(NAMES),
    st.sampled_from("MF<"), st.sampled_from("MF<"), st.sampled_from(["340101", "211124"]), st.booleans(),
)  # fmt: skip
def test_who_somebody_is_changes_nothing(
    state: str, other_state: str, name: tuple[str, str], other_name: tuple[str, str], sex: str, other_sex: str,
    expires: str, is_spoiled: bool,  # noqa: FBT001 - drawn
) -> None:  # fmt: skip
    """Matched pairs: the same facts with another nationality, name and sex give the same advice."""

    def advised(state: str, name: tuple[str, str], sex: str) -> Advice:
        issuer = "DEU" if state.startswith("XX") else state
        lines = td3(issuer=issuer, nationality=state, surname=name[0], given=name[1], sex=sex, expires=expires)
        return advice(
            spoiled(lines, 1, 9, "x") if is_spoiled else lines, person("a", "QUITE SOMEBODY ELSE", "1985-03-12")
        )

    assert advised(state, name, sex) == advised(other_state, other_name, other_sex)


SAME_RARITY = (("QORVANISH", "ZEBUDEL"), ("WUTOMBARE", "KIXOLAN"), ("NGAVETSIK", "THUYLOR"), ("XELIJOMEK", "DRUVAHI"))


@settings(max_examples=50)
@given(
    st.sampled_from(STATES), st.sampled_from(STATES), st.sampled_from(SAME_RARITY), st.sampled_from(SAME_RARITY),
    st.sampled_from("MF"), st.sampled_from("MF"), st.sampled_from(["1985-03-12", "1985", "1996-07-01", ""]),
    st.sampled_from([Category.TRAVEL_BAN, Category.MISSING_PERSON]),
)  # fmt: skip
def test_who_somebody_is_changes_nothing_about_a_hit(
    state: str, other_state: str, name: tuple[str, str], other_name: tuple[str, str], sex: str, other_sex: str,
    born: str, category: Category,
) -> None:  # fmt: skip
    """Matched pairs with the same evidence against the person: another people, another sex, the same advice."""

    def advised(state: str, name: tuple[str, str], sex: str) -> Advice:
        lines = td3(issuer="DEU", nationality=state, surname=name[0], given=name[1], sex=sex)
        full = f"{name[1]} {name[0]}"
        parts = {"nationalities": (state,), "sex": Sex(sex), "category": category}
        return advice(lines, person("a", full, born, **parts))

    one, other = advised(state, name, sex), advised(other_state, other_name, other_sex)
    assert (one.kind, codes(one)) == (other.kind, codes(other))


def test_matched_pairs_are_not_all_clear() -> None:
    """The pairs above say something: the same birth date makes a hit, another does not."""

    def kind(born: str) -> AdviceKind:
        (surname, given), _, _, _ = SAME_RARITY
        entry = person("a", f"{given} {surname}", born, sex=Sex.MALE, nationalities=("IDN",))
        return advice(td3(surname=surname, given=given), entry).kind

    assert (kind("1985-03-12"), kind("1996-07-01")) == (AdviceKind.REFER, AdviceKind.CLEAR)


@given(st.sampled_from(STATES), st.sampled_from(STATES), st.sampled_from("MF"), st.sampled_from("MF"))
def test_nationality_and_sex_of_a_namesake_never_make_a_hit(state: str, other: str, sex: str, listed_sex: str) -> None:
    lines = td3(issuer="DEU", nationality=state, sex=sex)
    entry = person("a", "BUDI SANTOSO", "1996-07-01", nationalities=(other,), sex=Sex(listed_sex), birth_places=("X",))
    assert advice(lines, entry).kind is AdviceKind.CLEAR


def test_the_page_settles_the_century() -> None:
    """Born 1919 or 2019: with the page's 2019 the entry about a man of 1919 is a namesake's."""
    lines = td3(born="190312")
    entry = person("a", "BUDI SANTOSO", "1919-03-12")
    page = VisualZone(birth_date=PartialDate(2019, 3, 12))
    assert advice(lines, entry, page=page).kind is AdviceKind.CLEAR
    assert advice(lines, entry).kind is AdviceKind.REFER
