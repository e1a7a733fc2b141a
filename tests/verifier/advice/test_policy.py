"""What follows from law and custom of the crossing: notes that help, and never a suspicion."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.verifier.documents import spoiled, td3
from tests.verifier.people import NOW, NoReader, plenty
from verifier.advice import Advice, AdviceKind, Track
from verifier.advice.crossing import Crossing
from verifier.advice.policy import findings
from verifier.engine import Engine, Request
from verifier.model.journey import Direction, Journey
from verifier.model.presentation import Presentation
from verifier.model.visual_zone import VisualZone
from watchlist.partial_date import PartialDate
from watchlist.search import Searcher

ARRIVAL, DEPARTURE = Direction.ARRIVAL, Direction.DEPARTURE
TODAY = NOW.date()
FRENCH = ("IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "9409923102854CORINNE<<<<<<<6512068F4")


def advice(
    lines: tuple[str, ...],
    direction: Direction | None,
    *,
    own_state: str = "IDN",
    page: VisualZone = VisualZone(),
    retry: bool = False,
) -> Advice:
    shown = Presentation(mrz_lines=lines, visual_zone=page, journey=Journey(direction), is_retry=retry)
    engine = Engine(reading=NoReader(), watchlist=Searcher(()), version="test", own_state=own_state)
    return engine.examine(shown, Request(NOW, plenty)).advice


def codes(of: Advice) -> set[str]:
    return {reason.code for reason in of.reasons}


TWELVE_DAYS_AGO = td3(expires="261112")
HOME = [
    ("scenario 17", TWELVE_DAYS_AGO, ARRIVAL, AdviceKind.CLEAR, {"DOCUMENT_EXPIRED", "OWN_NATIONAL_ARRIVES"}),
    ("a year ago to the day", td3(expires="251124"), ARRIVAL, AdviceKind.CLEAR,
     {"DOCUMENT_EXPIRED", "OWN_NATIONAL_ARRIVES"}),
    ("longer ago: a person looks, but nobody is refused", td3(expires="251123"), ARRIVAL, AdviceKind.REFER,
     {"DOCUMENT_EXPIRED", "OWN_NATIONAL_ARRIVES"}),
    ("leaving", TWELVE_DAYS_AGO, DEPARTURE, AdviceKind.REFER, {"DOCUMENT_EXPIRED"}),
    ("direction unknown", TWELVE_DAYS_AGO, None, AdviceKind.REFER, {"DOCUMENT_EXPIRED"}),
    ("foreigner", td3(issuer="MYS", expires="261112"), ARRIVAL, AdviceKind.REFER, {"DOCUMENT_EXPIRED"}),
    ("nationality decides, not the issuer", td3(issuer="MYS", nationality="IDN", expires="261112"), ARRIVAL,
     AdviceKind.CLEAR, {"DOCUMENT_EXPIRED", "OWN_NATIONAL_ARRIVES"}),
    ("valid", td3(), ARRIVAL, AdviceKind.CLEAR, {"NOTHING_FOUND"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "direction", "kind", "expected"), [row[1:] for row in HOME], ids=[row[0] for row in HOME]
)
def test_own_nationals_are_never_refused_arrival(
    lines: tuple[str, ...], direction: Direction | None, kind: AdviceKind, expected: set[str]
) -> None:
    found = advice(lines, direction)
    assert (found.kind, codes(found)) == (kind, expected)
    notes = [reason for reason in found.reasons if reason.code == "OWN_NATIONAL_ARRIVES"]
    assert all((note.track, note.kind) == (Track.POLICY, AdviceKind.CLEAR) for note in notes)
    assert all("renewal" in note.text.en and "perpanjangan" in note.text.id for note in notes)


def test_coming_home_excuses_an_old_date_and_nothing_else() -> None:
    spoiled_home = spoiled(TWELVE_DAYS_AGO, 1, 43, "x")
    assert advice(spoiled_home, ARRIVAL).kind is AdviceKind.RETRY
    assert advice(spoiled_home, ARRIVAL, retry=True).kind is AdviceKind.REFER
    other = advice(TWELVE_DAYS_AGO, ARRIVAL, page=VisualZone(surname="WIBOWO", given_names="BUDI"))
    assert (other.kind, "PAGE_DIFFERS" in codes(other)) == (AdviceKind.REFER, True)


def test_a_post_of_no_state_has_no_own_nationals() -> None:
    assert advice(TWELVE_DAYS_AGO, ARRIVAL, own_state="").kind is AdviceKind.REFER
    assert advice(td3(nationality="<<<", expires="261112"), ARRIVAL, own_state="").kind is AdviceKind.REFER


SOON = [
    ("scenario 18: four months", td3(expires="270324"), DEPARTURE, {"EXPIRES_SOON"}),
    ("one day short of six months", td3(expires="270523"), DEPARTURE, {"EXPIRES_SOON"}),
    ("six months", td3(expires="270524"), DEPARTURE, {"NOTHING_FOUND"}),
    ("last day", td3(expires="261124"), DEPARTURE, {"EXPIRES_SOON"}),
    ("already expired", td3(expires="261123"), DEPARTURE, {"DOCUMENT_EXPIRED"}),
    ("arriving", td3(expires="270324"), ARRIVAL, {"NOTHING_FOUND"}),
    ("direction unknown", td3(expires="270324"), None, {"NOTHING_FOUND"}),
    ("foreigner", td3(issuer="MYS", expires="270324"), DEPARTURE, {"EXPIRES_SOON"}),
]


@pytest.mark.parametrize(("lines", "direction", "expected"), [row[1:] for row in SOON], ids=[row[0] for row in SOON])
def test_six_months(lines: tuple[str, ...], direction: Direction | None, expected: set[str]) -> None:
    found = advice(lines, direction)
    assert codes(found) == expected
    assert found.kind is (AdviceKind.REFER if "DOCUMENT_EXPIRED" in expected else AdviceKind.CLEAR)
    notes = [reason for reason in found.reasons if reason.code == "EXPIRES_SOON"]
    assert all(note.track is Track.POLICY for note in notes)


def test_a_card_without_a_date_goes_by_the_page() -> None:
    page = VisualZone(expiry_date=PartialDate(2027, 3, 24))
    assert "EXPIRES_SOON" in codes(advice(FRENCH, DEPARTURE, page=page))


@pytest.mark.parametrize(
    ("today", "last_short", "enough"),
    [
        (date(2026, 8, 31), date(2027, 2, 27), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 28), date(2028, 2, 29)),
        (date(2026, 12, 1), date(2027, 5, 31), date(2027, 6, 1)),
    ],
)
def test_six_months_end_where_the_month_does(today: date, last_short: date, enough: date) -> None:
    for expires_on, is_short in ((last_short, True), (enough, False)):
        found = list(findings(Crossing(today, DEPARTURE, expires_on=expires_on)))
        assert bool(found) is is_short


@given(
    st.sampled_from([None, *Direction]), st.booleans(), st.none() | st.dates(date(2000, 1, 1), date(2060, 1, 1)),
)  # fmt: skip
def test_policy_is_never_a_suspicion(direction: Direction | None, own: bool, expires_on: date | None) -> None:  # noqa: FBT001 - drawn
    crossing = Crossing(TODAY, direction, is_own_national=own, expires_on=expires_on)
    assert all((each.reason.track, each.reason.kind) == (Track.POLICY, AdviceKind.CLEAR) for each in findings(crossing))


STAY = [
    ("scenario 29: nine days over", "MYS", DEPARTURE, date(2026, 11, 15), AdviceKind.REFER, {"STAY_EXCEEDED"}),
    ("the last day", "MYS", DEPARTURE, date(2026, 11, 24), AdviceKind.CLEAR, {"NOTHING_FOUND"}),
    ("a day over", "MYS", DEPARTURE, date(2026, 11, 23), AdviceKind.REFER, {"STAY_EXCEEDED"}),
    ("nobody said which way: a note", "MYS", None, date(2026, 11, 15), AdviceKind.CLEAR, {"STAY_EXCEEDED"}),
    ("arriving: no stay yet", "MYS", ARRIVAL, date(2026, 11, 15), AdviceKind.CLEAR, {"NOTHING_FOUND"}),
    ("own nationals need no permit", "IDN", DEPARTURE, date(2026, 11, 15), AdviceKind.CLEAR, {"NOTHING_FOUND"}),
]


@pytest.mark.parametrize(
    ("state", "direction", "until", "kind", "expected"), [row[1:] for row in STAY], ids=[row[0] for row in STAY]
)
def test_a_stay_exceeded(
    state: str, direction: Direction | None, until: date, kind: AdviceKind, expected: set[str]
) -> None:
    journey = Journey(direction, permitted_until=until)
    shown = Presentation(mrz_lines=td3(issuer=state), journey=journey)
    engine = Engine(reading=NoReader(), watchlist=Searcher(()), version="test", own_state="IDN")
    found = engine.examine(shown, Request(NOW, plenty)).advice
    assert (found.kind, codes(found)) == (kind, expected)
    for reason in found.reasons:
        if reason.code == "STAY_EXCEEDED":
            days = str((TODAY - until).days)
            assert reason.track is Track.POLICY
            assert days in reason.text.id
            assert days in reason.text.en
    assert any("humane" in change.en for change in found.changes) is (kind is AdviceKind.REFER)


LAPSED = "261123"
VISAS = [
    ("a visitor leaves on the visa of this state", "MYS", "IDN", DEPARTURE, AdviceKind.CLEAR),
    ("a visitor leaves, the visa of a third state", "MYS", "SGP", DEPARTURE, AdviceKind.CLEAR),
    ("a visitor arrives on it", "MYS", "IDN", ARRIVAL, AdviceKind.REFER),
    ("nobody said which way", "MYS", "IDN", None, AdviceKind.REFER),
    ("an own national leaves for that state", "IDN", "MYS", DEPARTURE, AdviceKind.REFER),
    ("an own national comes home with it", "IDN", "MYS", ARRIVAL, AdviceKind.CLEAR),
]


@pytest.mark.parametrize(
    ("state", "issuer", "direction", "kind"), [row[1:] for row in VISAS], ids=[row[0] for row in VISAS]
)
def test_an_expired_visa_may_have_lapsed_lawfully(
    state: str, issuer: str, direction: Direction | None, kind: AdviceKind
) -> None:
    visa = td3(code="V<", issuer=issuer, nationality=state, number="V7654321", expires=LAPSED)
    shown = Presentation(mrz_lines=td3(issuer=state), visa_mrz_lines=visa, journey=Journey(direction))
    engine = Engine(reading=NoReader(), watchlist=Searcher(()), version="test", own_state="IDN")
    found = engine.examine(shown, Request(NOW, plenty)).advice
    assert (found.kind, codes(found)) == (kind, {"VISA_EXPIRED"})
    assert ("no longer needs it" in found.reasons[0].text.en) is (kind is AdviceKind.CLEAR)


def test_an_expired_visa_on_leaving_excuses_nothing_else() -> None:
    visa = td3(code="V<", issuer="IDN", surname="WIBOWO", nationality="MYS", number="V7654321", expires=LAPSED)
    shown = Presentation(mrz_lines=td3(issuer="MYS"), visa_mrz_lines=visa, journey=Journey(DEPARTURE))
    engine = Engine(reading=NoReader(), watchlist=Searcher(()), version="test", own_state="IDN")
    found = engine.examine(shown, Request(NOW, plenty)).advice
    assert found.kind is AdviceKind.REFER
    assert [reason.code for reason in found.reasons if reason.kind is AdviceKind.REFER] == ["VISA_DIFFERS"]
