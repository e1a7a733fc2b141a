"""Exports out of real data bases: what goes out, what stays, what the ledger says."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from ledger.actor import Role
from ledger.errors import Fault, LintasError
from ledger.sql import Database, SqlLedger
from tests.watchlist.people import NOW, SUPERVISOR, document, draft, person
from watchlist.entry import Category, Entry
from watchlist.export.exports import Export, ExportFormat, ExportOrder, Exports
from watchlist.sources import lintas_csv
from watchlist.sql import SqlEntryStore, SqlListStore
from watchlist.standing import Confidentiality
from watchlist.store import compare

BAN = person("test:1", "ANNA CITRA", provenance="x")
LAPSED = person("test:2", "BUDI HARTO", valid_until=NOW - timedelta(days=1))
LATER = person("test:3", "CITRA DEWI", valid_from=NOW + timedelta(days=1))
SECRET = person("test:4", "DEWI EKA", confidentiality=Confidentiality.RESTRICTED)
GONE = person("test:5", "EKA FAJAR")
MASKED = person("test:6", "[masked]", masked_at=NOW)
CHILD = person("test:7", "FAJAR GITA", category=Category.MISSING_PERSON)
PASS = document("test:8", "IDN", "X1234567")
ALL = (BAN, LAPSED, LATER, SECRET, GONE, MASKED, CHILD, PASS)


@pytest.fixture
def exports(database: Database) -> Exports:
    store = SqlEntryStore(database)
    for said in (ALL, [each for each in ALL if each is not GONE]):
        store.apply(compare(store.current("test"), said, now=NOW), draft())
    return Exports(lists=SqlListStore(database), ledger=SqlLedger(database), now=lambda: NOW)


def written_ids(exports: Exports, folder: Path, **parts: object) -> tuple[list[str], Export]:
    order = replace(ExportOrder("test", ExportFormat.CSV, SUPERVISOR), **parts)  # type: ignore[arg-type]  # each fits its field
    export = exports.write(order, folder / "out")
    content = (folder / "out").read_bytes()
    assert export.stamp.sha256 == hashlib.sha256(content).hexdigest()
    if order.format is ExportFormat.FTM:
        entities = [json.loads(line) for line in content.decode().splitlines()]
        return [each["id"] for each in entities if each["schema"] == "Person"], export
    return [line.split(",")[0] for line in content.decode().splitlines()[1:]], export


def test_only_what_is_in_force_and_may_go_out(exports: Exports, tmp_path: Path) -> None:
    ids, export = written_ids(exports, tmp_path)
    assert ids == ["1", "7", "8"]
    assert export.left_out == {"restricted": 1, "masked": 1}
    assert (export.stamp.entries, export.stamp.list_version, export.stamp.list_id) == (3, 9, "test")


def test_what_is_not_in_force_when_asked_but_never_what_was_revoked(exports: Exports, tmp_path: Path) -> None:
    assert written_ids(exports, tmp_path, includes_inactive=True)[0] == ["1", "2", "3", "7", "8"]


def test_restricted_entries_go_with_supervisors_only(exports: Exports, tmp_path: Path) -> None:
    assert written_ids(exports, tmp_path, includes_restricted=True)[0] == ["1", "4", "7", "8"]
    auditor = replace(SUPERVISOR, role=Role.AUDITOR)
    with pytest.raises(LintasError) as caught:
        written_ids(exports, tmp_path, includes_restricted=True, actor=auditor)
    assert (caught.value.fault, caught.value.reason) == (Fault.FORBIDDEN, "RESTRICTED_EXPORT")


def test_follow_the_money_leaves_out_what_it_has_no_place_for(exports: Exports, tmp_path: Path) -> None:
    ids, export = written_ids(exports, tmp_path, format=ExportFormat.FTM)
    assert ids == ["1"]
    assert export.left_out == {"restricted": 1, "masked": 1, "no_place_in_format": 2}


def test_the_ledger_tells_who_took_what_without_names(exports: Exports, database: Database, tmp_path: Path) -> None:
    _, export = written_ids(exports, tmp_path)
    *_, event = SqlLedger(database).events()
    assert (event.kind, event.subject, event.actor) == ("watchlist.exported", "lists/test", SUPERVISOR)
    body = json.loads(event.body_json)
    assert (body["file_sha256"], body["entries"], body["list_version"]) == (export.stamp.sha256, 3, 9)
    assert "ANNA" not in event.body_json


def test_an_export_is_a_list_again(exports: Exports, tmp_path: Path) -> None:
    written_ids(exports, tmp_path)
    rows = [row for row in lintas_csv.read([tmp_path / "out"], "test") if isinstance(row, Entry)]
    assert rows[0] == BAN


def test_there_is_no_such_list(exports: Exports, tmp_path: Path) -> None:
    order = ExportOrder("nobody", ExportFormat.CSV, SUPERVISOR)
    with pytest.raises(LintasError) as caught:
        exports.write(order, tmp_path / "out")
    assert caught.value.reason == "LIST_UNKNOWN"
