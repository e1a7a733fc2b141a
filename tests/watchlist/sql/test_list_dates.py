"""An older list never takes the place of a newer one without a word, over every data base."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from ledger.errors import LintasError
from ledger.sql import Database, SqlLedger
from tests.watchlist.people import NOW, SUPERVISOR
from tests.watchlist.sources.files import PERSON, csv_text, entity, ftm_person, individual, simple, un_list, written
from watchlist.imports.record import ListRecord, check_order, checked_date, told_date
from watchlist.imports.report import ImportOrder, ImportReport
from watchlist.imports.take_in import take_in
from watchlist.sources import source_named
from watchlist.sql import SqlListStore

TODAY = NOW.date()
OLD, NEW = "2026-05-01", "2026-05-20"


@dataclass(slots=True)
class Desk:
    """Imports one list again and again."""

    database: Database
    folder: Path
    requests: int = 0

    def say(self, content: str, **parts: object) -> ImportReport:
        self.requests += 1
        path = written(self.folder, content, f"list-{self.requests}")
        order = ImportOrder("l", [path], SUPERVISOR, f"request-{self.requests}")
        return take_in(replace(order, **parts), SqlListStore(self.database), NOW)  # type: ignore[arg-type]  # each part fits its field

    @property
    def record(self) -> ListRecord:
        (found,) = SqlListStore(self.database).lists()
        return found


@pytest.fixture
def desk(database: Database, tmp_path: Path) -> Desk:
    return Desk(database, tmp_path)


def un(day: str, name: str) -> str:
    root = f'<CONSOLIDATED_LIST dateGenerated="{day}T00:00:00Z">'
    return un_list(individual("", name=name)).replace("<CONSOLIDATED_LIST>", root)


def csv_of(name: str) -> str:
    return csv_text(PERSON | {"names": name})


def test_an_older_list_is_refused_with_both_dates_and_changes_nothing(desk: Desk) -> None:
    assert desk.say(un(NEW, "ANNA")).published == NEW
    for is_dry_run in (True, False):
        with pytest.raises(LintasError, match=f"{OLD}.*{NEW}") as caught:
            desk.say(un(OLD, "BUDI"), is_dry_run=is_dry_run)
        assert caught.value.reason == "LIST_OLDER"
    assert (desk.record.published, desk.record.list_version) == (NEW, 1)
    assert SqlListStore(desk.database).marks() == ()


def test_an_older_list_comes_in_where_somebody_says_so(desk: Desk) -> None:
    desk.say(un(NEW, "ANNA"))
    assert desk.say(un(OLD, "BUDI"), allows_older=True).changed == 1
    assert desk.record.published == OLD
    (_, event) = SqlLedger(desk.database).events()
    assert json.loads(event.body_json)["published"] == OLD


def test_the_same_day_and_the_next_come_in(desk: Desk) -> None:
    for day, name in ((OLD, "ANNA"), (OLD, "ANA"), (NEW, "ANNE")):
        desk.say(un(day, name))
    assert (desk.record.published, desk.record.source, desk.record.entries) == (NEW, "un-sc", 1)


def test_a_newer_publication_that_says_the_same_is_remembered(desk: Desk) -> None:
    desk.say(csv_of("ANNA"), published=OLD)
    assert desk.say(csv_of("ANNA"), published=NEW).unchanged == 1
    with pytest.raises(LintasError, match="older"):
        desk.say(csv_of("BUDI"), published=OLD)


def test_a_list_without_a_date_leaves_the_one_that_was_known(desk: Desk) -> None:
    desk.say(csv_of("ANNA"), published=NEW)
    assert desk.say(csv_of("BUDI")).changed == 1
    assert desk.record.published == NEW


def test_two_imports_at_once_cannot_put_the_older_one_last(desk: Desk) -> None:
    class Slow(SqlListStore):
        """Somebody else's import lands while this one has been compared."""

        def lists(self) -> tuple[ListRecord, ...]:
            found = super().lists()
            if len(found) == 0:
                desk.say(csv_of("ANNA"), published=NEW)
            return found

    path = written(desk.folder, csv_text(PERSON, PERSON | {"entry_id": "T-9"}), "slow")
    order = ImportOrder("l", [path], SUPERVISOR, "request-slow", published=OLD)
    with pytest.raises(LintasError) as caught:
        take_in(order, Slow(desk.database), NOW)
    assert caught.value.reason == "LIST_OLDER"
    assert desk.record.list_version == 1


@pytest.mark.parametrize(
    ("content", "published"),
    [
        (un(NEW, "ANNA"), NEW),
        (un_list(individual("")), ""),
        (un("2026-13-01", "ANNA"), ""),
        (entity("Person", "xx-1", {"name": ["Anna CITRA"]}, last_seen=f"{NEW}T10:00:00", first_seen="2026-11-20"), NEW),
        (ftm_person(), ""),
        (csv_text(PERSON), ""),
    ],
)
def test_what_files_tell_of_their_day(tmp_path: Path, content: str, published: str) -> None:
    path = written(tmp_path, content)
    source = source_named("auto", path)
    told = source.published([path]) if source.published else ()
    assert told_date(told, TODAY) == published


def test_targets_tell_their_day_where_the_column_is_there(tmp_path: Path) -> None:
    path = written(tmp_path, simple(last_seen=f"{NEW}T10:00:00"))
    source = source_named("targets-simple", path)
    assert source.published is not None
    assert told_date(source.published([path]), TODAY) == NEW


def test_a_day_that_nobody_can_have_published_on() -> None:
    tomorrow, later = TODAY + timedelta(days=1), TODAY + timedelta(days=2)
    assert checked_date(tomorrow.isoformat(), TODAY) == tomorrow.isoformat()
    for text in (later.isoformat(), "2026-02-30", "20 May 2026"):
        with pytest.raises(LintasError, match="published_date"):
            checked_date(text, TODAY)
    assert told_date([later.isoformat(), OLD, "soon"], TODAY) == OLD
    assert told_date([later.isoformat()], TODAY) == ""


def test_the_order_of_dates() -> None:
    assert check_order("", NEW, allows_older=False) == NEW
    assert check_order(NEW, "", allows_older=False) == NEW
    assert check_order(OLD, NEW, allows_older=True) == OLD
