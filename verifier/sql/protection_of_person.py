"""What the records of protection hold on one person, for the person (subject access)."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from ledger.sql import Database
from verifier.sql.protection_tables import CALL_BACKS, LEADS, OUTCOMES, REFERRALS, TIPS, Shelf, case_cues

_PAGE: Final = 500
_OF_CASES: Final = {"call_backs": CALL_BACKS, "referrals": REFERRALS, "outcomes": OUTCOMES}
KINDS: Final = (*_OF_CASES, "tips", "cues", "leads")


@dataclass(frozen=True, slots=True)
class Found:
    """`told` by kind of record; `names` are the resources of which events tell."""

    told: dict[str, list[dict[str, Any]]]
    names: tuple[str, ...]


class ProtectionOfPerson:
    """Reads everything once, in pages: these tables are small beside cases."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_person(
        self, case_ids: Collection[str], is_mentioned: Callable[[str], bool], seen: Callable[[], None]
    ) -> Found:
        """Records on those cases; tips on them or in whose text the person is mentioned; leads with their crossings.

        Who told a tip is another person, whose contact is left out and whose leaving out is told.
        """
        told: dict[str, list[dict[str, Any]]] = {kind: [] for kind in KINDS}
        names: list[str] = []

        def keep(kind: str, shelf: Shelf, wanted: Callable[[dict[str, Any]], bool]) -> None:
            for row in self._rows(shelf):
                seen()
                content = json.loads(row.content)
                if row.case_id in case_ids or wanted(content):
                    told[kind].append(_without_teller(content) if kind == "tips" else content)
                    names.append(f"{shelf.collection}/{row.record_id}")

        for kind, shelf in _OF_CASES.items():
            keep(kind, shelf, lambda _content: False)
        keep("tips", TIPS, lambda content: is_mentioned(str(content.get("text", ""))))
        keep("leads", LEADS, lambda content: not set(content["found"].get("crossings", ())).isdisjoint(case_ids))
        told["cues"] = self._cues(case_ids)
        return Found(told, tuple(names))

    def _rows(self, shelf: Shelf) -> Iterator[Row[Any]]:
        last = ""
        while page := self._database.read(partial(_page, shelf=shelf, after=last)):
            yield from page
            last = page[-1].record_id

    def _cues(self, case_ids: Collection[str]) -> list[dict[str, Any]]:
        def work(connection: Connection) -> list[dict[str, Any]]:
            found = []
            for case_id in sorted(case_ids):
                query = select(case_cues).where(case_cues.c.case_id == case_id).order_by(case_cues.c.indicator_id)
                found += [dict(row) for row in connection.execute(query).mappings()]
            return found

        return self._database.read(work)


def _without_teller(content: dict[str, Any]) -> dict[str, Any]:
    return {key: "[left out: another person's]" if key == "contact" else value for key, value in content.items()}


def _page(connection: Connection, *, shelf: Shelf, after: str) -> list[Row[Any]]:
    rows, contents = shelf.rows, shelf.contents
    query = (
        select(rows.c.record_id, rows.c.case_id, contents.c.content)
        .join(contents, contents.c.record_id == rows.c.record_id)
        .where(rows.c.record_id > after)
        .order_by(rows.c.record_id)
        .limit(_PAGE)
    )
    return list(connection.execute(query))
