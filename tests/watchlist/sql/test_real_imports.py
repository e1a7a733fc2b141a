"""The real public lists through a whole import, where this machine has them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from ledger.chain import verify
from ledger.sql import Database, SqlLedger
from tests.watchlist.people import NOW, SUPERVISOR
from watchlist.entry import EntryState
from watchlist.following import Following
from watchlist.lists import ImportOrder, Lists
from watchlist.search import Searcher
from watchlist.sql import SqlEntryStore, SqlListStore
from watchlist.store import EntryFilter

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "data" / "watchlist" / "lists"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="needs ../shared/data, which is not part of the repository")


def test_two_years_of_ofac_become_one_list_with_its_history(database: Database) -> None:
    store = SqlEntryStore(database)
    day = [NOW]
    lists = Lists(
        store=store, imports=SqlListStore(database), searcher=Following(store, Searcher(), 0), now=lambda: day[0]
    )

    def say(*names: str) -> tuple[int, int, int, int]:
        files = [FOLDER / name for name in names]
        done = lists.import_list(ImportOrder("ofac-sdn", files, SUPERVISOR, f"request-{names[0]}"))
        assert done.rejected == ()
        return done.added, done.changed, done.removed, done.unchanged

    assert say("ofac_sdn.csv", "ofac_alt.csv", "ofac_sdn_comments.csv") == (4620, 0, 0, 0)
    day[0] += timedelta(days=1)
    added, changed, removed, unchanged = say("ofac_sdn_2023.csv.gz")
    assert added + changed + unchanged == 5890
    assert changed + removed + unchanged == 4620
    assert removed > 100
    assert lists.entry_count == sum(1 for _ in store.all()) == 5890
    assert store.list_version() == 4620 + added + changed + removed
    assert [change.list_version for change in store.changes_since(4620)][-1] == store.list_version()
    gone = store.page(EntryFilter(state=EntryState.REVOKED), now=day[0], page_size=1000, page_token="")
    assert len(gone.entries) == removed
    assert list(verify(SqlLedger(database).events())) == []
