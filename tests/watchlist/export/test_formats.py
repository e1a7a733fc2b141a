"""What is written is read again: our CSV to the letter, FollowTheMoney as far as the model goes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.watchlist.people import document, person
from tests.watchlist.sources.files import PERSON, csv_text, written
from watchlist.entry import Action, Category, DocumentKey, Entry, ListedName, NameStrength, Sex
from watchlist.export.csv_rows import csv_lines
from watchlist.export.ftm_lines import ftm_lines, has_ftm
from watchlist.partial_date import PartialDate
from watchlist.sources import Rejected, follow_the_money, lintas_csv
from watchlist.standing import Confidentiality, EntryLink, LinkKind, LocalStanding, Objection, ObjectionState

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=20).map(str.strip)
TEXTS = WORDS.filter(bool)
INSTANTS = st.none() | st.datetimes(datetime(2000, 1, 1), datetime(2050, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - st.datetimes wants them so
DATES = st.builds(PartialDate.of, st.dates(date(1900, 1, 1), date(2020, 1, 1))) | st.builds(
    PartialDate, st.integers(1900, 2020)
)
DOCUMENTS = st.builds(
    DocumentKey, st.sampled_from(["IDN", "D", ""]), st.from_regex(r"[A-Z0-9]{1,9}", fullmatch=True), st.just("P")
)


def several(values: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(values, max_size=3, unique=True).map(tuple)


NAMES = st.builds(
    ListedName,
    TEXTS,
    st.just("") | TEXTS,
    st.just("") | TEXTS,
    st.sampled_from(NameStrength),
    st.sampled_from(["", "Latn", "Arab"]),
)
LINKED = st.sampled_from(["l:E-2", "l:l:x", "other:E-1", "local-0123", "l-5", "a;b"])
LINKS = st.builds(EntryLink, st.sampled_from(LinkKind), LINKED)
TIMES = st.datetimes(datetime(2000, 1, 1), datetime(2050, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - as above
OBJECTIONS = st.builds(Objection, TEXTS, st.sampled_from(ObjectionState), TIMES, st.none() | TIMES)


@st.composite
def plain_names(draw: st.DrawFn) -> tuple[ListedName, ...]:
    """As people write them."""
    strong = draw(st.lists(TEXTS, min_size=1, max_size=3))
    weak = draw(st.lists(TEXTS, max_size=2))
    return (
        ListedName(strong[0], draw(st.just("") | TEXTS), draw(st.just("") | TEXTS)),
        *(ListedName(name, strength=NameStrength.STRONG) for name in strong[1:]),
        *(ListedName(name, strength=NameStrength.WEAK) for name in weak),
    )


@st.composite
def persons(draw: st.DrawFn) -> Entry:
    names = draw(st.one_of(plain_names(), st.lists(NAMES, min_size=1, max_size=4).map(tuple)))
    return person(
        "l:E-1",
        "",
        list_id="l",
        authority=draw(TEXTS),
        provenance=draw(TEXTS),
        names=names,
        birth_dates=draw(several(DATES)),
        birth_places=draw(several(TEXTS)),
        sex=draw(st.none() | st.sampled_from(Sex)),
        nationalities=draw(several(st.sampled_from(["IDN", "D", "HRV", "XXA"]))),
        documents=draw(several(DOCUMENTS)),
        identity_numbers=draw(several(TEXTS)),
        legal_ground=draw(st.just("") | TEXTS),
        remarks=draw(st.just("") | TEXTS),
        valid_from=draw(INSTANTS),
        confidentiality=draw(st.sampled_from(Confidentiality)),
        review_on=draw(st.none() | st.dates(date(2026, 1, 1), date(2040, 1, 1))),
        photo_reference=draw(st.just("") | TEXTS),
        links=draw(several(LINKS)),
        objections=draw(several(OBJECTIONS)),
        extensions=draw(st.integers(0, 999)),
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(persons())
def test_our_csv_comes_back_to_the_letter(tmp_path: Path, entry: Entry) -> None:
    path = written(tmp_path, "".join(csv_lines([entry])))
    assert list(lintas_csv.read([path], "l")) == [entry]


def test_links_within_a_list_follow_it_under_another_name(tmp_path: Path) -> None:
    links = (EntryLink(LinkKind.COMPANION, "l:2"), EntryLink(LinkKind.SAME_PERSON, "other:2"))
    path = written(tmp_path, "".join(csv_lines([person("l:1", "ANNA", list_id="l", links=links)])))
    (entry,) = lintas_csv.read([path], "theirs")
    assert isinstance(entry, Entry)
    assert [link.entry_id for link in entry.links] == ["theirs:2", "other:2"]


def test_links_between_entries_of_our_own_hold_at_whoever_takes_them_in(tmp_path: Path) -> None:
    links = (EntryLink(LinkKind.SPLIT_FROM, "local-2"),)
    path = written(tmp_path, "".join(csv_lines([person("local-1", "ANNA", list_id="local", links=links)])))
    (entry,) = lintas_csv.read([path], "theirs")
    assert isinstance(entry, Entry)
    assert (entry.entry_id, entry.links[0].entry_id) == ("theirs:local-1", "theirs:local-2")


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("name_details", "primary;Latn;;|weak;;;"),
        ("name_details", "main;Latn;;"),
        ("name_details", "primary;Latin;;"),
        ("links", "companion"),
        ("links", "friend;x"),
        ("links", "companion;="),
        ("objections", "filed;yesterday;;B-1"),
        ("objections", "filed;2026-05-01T00:00:00Z;;"),
        ("extensions", "-1"),
        ("extensions", "²"),
    ],
)
def test_a_cell_that_no_export_wrote_is_rejected_by_its_column(tmp_path: Path, column: str, cell: str) -> None:
    (found,) = lintas_csv.read([written(tmp_path, csv_text(PERSON | {column: cell}))], "l")
    assert isinstance(found, Rejected)
    assert found.reason.startswith(f"{column}: ")
    assert cell not in found.reason


def test_a_file_from_before_these_columns_is_read(tmp_path: Path) -> None:
    heading = "entry_id,kind,category,action,authority,names,weak_names,remarks\n"
    old = f"{heading}1,person,wanted,verify_identity,A,ANNA|BUDI,ANI,x\n"
    (entry,) = lintas_csv.read([written(tmp_path, old)], "l")
    assert isinstance(entry, Entry)
    assert [name.strength.value for name in entry.names] == ["primary", "strong", "weak"]
    assert (entry.links, entry.objections, entry.extensions) == ((), (), 0)


def test_what_supervisors_decided_here_stays_here(tmp_path: Path) -> None:
    local = LocalStanding(objections=(Objection("B-1", ObjectionState.FILED, datetime(2026, 5, 1, tzinfo=UTC)),))
    entry = person("l:1", "ANNA", list_id="l", provenance="x")
    path = written(tmp_path, "".join(csv_lines([replace(entry, local=local)])))
    assert list(lintas_csv.read([path], "l")) == [entry]


def test_documents_of_a_list_come_back_under_another_name(tmp_path: Path) -> None:
    entry = document("sltd:0123", "IDN", "X1234567", list_id="sltd", documents=(DocumentKey("IDN", "X1234567", "P"),))
    path = written(tmp_path, "".join(csv_lines([entry])))
    assert list(lintas_csv.read([path], "theirs")) == [replace(entry, entry_id="theirs:0123", list_id="theirs")]


def test_a_name_with_a_bar_line_end_or_quote_is_one_name(tmp_path: Path) -> None:
    entry = person("l:1", 'ANNA | "A" CITRA', list_id="l", remarks="two\nlines; and, marks", provenance="x")
    path = written(tmp_path, "".join(csv_lines([entry])))
    assert list(lintas_csv.read([path], "l")) == [entry]


FULL = person(
    "l:Q1",
    "Anna Citra",
    list_id="l",
    category=Category.WANTED,
    action=Action.VERIFY_IDENTITY,
    authority="Council",
    provenance="OpenSanctions Q1",
    names=(
        ListedName("Anna Citra", "Citra", "Anna"),
        ListedName("АННА", strength=NameStrength.STRONG),
        ListedName("Ani", strength=NameStrength.WEAK),
    ),
    birth_dates=(PartialDate(1965, 5, 1), PartialDate(1966)),
    birth_places=("Kediri",),
    sex=Sex.FEMALE,
    nationalities=("IDN",),
    documents=(DocumentKey("IDN", "A123456", "P"), DocumentKey("", "B7654321", "P")),
    identity_numbers=("350601",),
    legal_ground="2014/145",
)


def test_follow_the_money_comes_back(tmp_path: Path) -> None:
    path = written(tmp_path, "".join(ftm_lines([FULL], "l")))
    (entry,) = follow_the_money.read([path], "l")
    assert isinstance(entry, Entry)
    assert set(entry.documents) == set(FULL.documents)
    assert replace(entry, documents=FULL.documents) == FULL


@pytest.mark.parametrize(
    ("category", "topic"),
    [(Category.WANTED, "wanted"), (Category.SANCTION, "sanction"), (Category.TRAVEL_BAN, "poi")],
)
def test_topics(category: Category, topic: str) -> None:
    first = json.loads(next(ftm_lines([replace(FULL, category=category)], "l")))
    assert first["properties"]["topics"] == [topic]


@pytest.mark.parametrize("category", [category for category in Category if category.is_protective])
def test_who_is_to_be_protected_never_looks_accused(category: Category) -> None:
    assert not has_ftm(replace(FULL, category=category))
    assert not has_ftm(document("l:1", "IDN", "X1"))
