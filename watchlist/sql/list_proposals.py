"""The files of lists that wait for a second person, and the one transaction that approves and imports them."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from sqlalchemy import Connection, delete, func, insert, select

from ledger.errors import Fault
from ledger.event import EventDraft, format_instant
from ledger.request_key import RequestKey
from ledger.sql import Database
from watchlist.imports.record import ImportMark, Landing, ListRecord
from watchlist.imports.revision import ListStore, Revisions, Standing
from watchlist.lifecycle.proposal import Proposal, proposal_error
from watchlist.sql.imports import SqlListStore, write_list
from watchlist.sql.proposals import approve
from watchlist.sql.tables import proposals, proposed_files

T = TypeVar("T")
_PART_BYTES: Final = 1 << 20
_ORPHAN: Final = timedelta(days=1)  # pieces whose proposal was never made


class SqlProposedFiles:
    """The `ProposedFiles` port over a data base, so that any replica can carry out what another one was shown."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, proposal_id: str, files: Sequence[Path], now: datetime) -> None:
        self._database.write(partial(_drop_orphans, before=format_instant(now - _ORPHAN)))
        for number, file in enumerate(files):
            for part, content in enumerate(_parts(file)):
                row = {"proposal_id": proposal_id, "file": number, "part": part, "kept_at": format_instant(now)}
                self._database.write(partial(_keep, row={**row, "content": content}))

    def open(self, proposal_id: str, folder: Path) -> list[Path]:
        count = self._database.read(partial(_file_count, proposal_id=proposal_id))
        if not count:
            raise proposal_error("FILES_GONE", "name", "the files of this proposal are gone", Fault.PRECONDITION)
        return [self._write(proposal_id, number, folder / str(number)) for number in range(count)]

    def _write(self, proposal_id: str, number: int, path: Path) -> Path:
        part = 0
        with path.open("wb") as out:
            while (content := self._database.read(partial(_part, key=(proposal_id, number, part)))) is not None:
                out.write(zlib.decompress(content))
                part += 1
        return path

    def drop(self, proposal_id: str) -> None:
        self._database.write(partial(_drop, proposal_id=proposal_id))

    def approving(self, proposal: Proposal, draft: EventDraft, request: RequestKey) -> ListStore:
        return _Approving(self._database, lambda connection: approve(connection, proposal, draft, request))


class _Approving:
    """A list store that writes one thing more with the list."""

    def __init__(self, database: Database, also: Callable[[Connection], None]) -> None:
        self._database = database
        self._lists = SqlListStore(database)
        self._also = also

    def answered(self, request: RequestKey) -> str:
        return self._lists.answered(request)

    def standing(self, list_id: str, work: Callable[[int, Iterator[Standing]], T]) -> T:
        return self._lists.standing(list_id, work)

    def lists(self) -> tuple[ListRecord, ...]:
        return self._lists.lists()

    def keep_date(self, list_id: str, published: str) -> None:
        self._lists.keep_date(list_id, published)

    def marks(self) -> tuple[ImportMark, ...]:
        return self._lists.marks()

    def begin(self, mark: ImportMark) -> None:
        self._lists.begin(mark)

    def end(self, mark: ImportMark) -> None:
        self._lists.end(mark)

    def take_in(
        self, landing: Landing, revisions: Revisions, draft: EventDraft, request: RequestKey, *, base_version: int
    ) -> int:
        def work(connection: Connection) -> int:
            after = write_list(
                connection,
                landing=landing,
                revisions=revisions,
                draft=draft,
                request=request,
                base_version=base_version,
            )
            self._also(connection)
            return after

        return self._database.write(work)


def _parts(file: Path) -> Iterator[bytes]:
    with file.open("rb") as stream:
        while content := stream.read(_PART_BYTES):
            yield zlib.compress(content)


def _keep(connection: Connection, *, row: dict[str, object]) -> None:
    connection.execute(insert(proposed_files).values(**row))


def _file_count(connection: Connection, *, proposal_id: str) -> int:
    query = select(func.max(proposed_files.c.file)).where(proposed_files.c.proposal_id == proposal_id)
    last = connection.execute(query).scalar_one_or_none()
    return 0 if last is None else int(last) + 1


def _part(connection: Connection, *, key: tuple[str, int, int]) -> bytes | None:
    query = select(proposed_files.c.content).where(
        proposed_files.c.proposal_id == key[0], proposed_files.c.file == key[1], proposed_files.c.part == key[2]
    )
    content: bytes | None = connection.execute(query).scalar_one_or_none()
    return content


def _drop(connection: Connection, *, proposal_id: str) -> None:
    connection.execute(delete(proposed_files).where(proposed_files.c.proposal_id == proposal_id))


def _drop_orphans(connection: Connection, *, before: str) -> None:
    made = select(proposals.c.proposal_id)
    orphans = proposed_files.c.proposal_id.not_in(made) & (proposed_files.c.kept_at < before)
    connection.execute(delete(proposed_files).where(orphans))
