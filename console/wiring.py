"""The one place where everything is put together."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from argon2 import PasswordHasher

from console.accounts.demo import PREFIX as DEMO_PREFIX
from console.accounts.gate import Gate
from console.accounts.password import Passwords
from console.accounts.roster import Roster
from console.accounts.session import SessionRules
from console.accounts.sql import SqlAccountStore
from console.audit import Audit
from console.crossing_record import crossing_record
from console.list_changes import ListChanges
from console.migrations import is_newest, upgrade
from console.protection import policy_of, protection_on
from console.settings import Settings
from console.subject_access import SubjectAccess
from console.sync.list_side import ListSide, open_list
from console.version import version
from ledger.sql import Database, SqlLedger
from verifier.classes.desk import ClassDesk
from verifier.classes.result import ClassResult
from verifier.desk import Desk
from verifier.engine import Engine
from verifier.insight.desk import InsightDesk
from verifier.leads.desk import LeadDesk
from verifier.leads.kept_lead import KeptLead
from verifier.model.visual_zone import VisualZone
from verifier.mrz.parse import parse
from verifier.protection.house import Protection
from verifier.protection.retaining import RetentionDesk
from verifier.protection.retention import RetentionOrder
from verifier.reading.cascade import CascadeReader
from verifier.reading.lazy import LazyReader
from verifier.reading.ocrb import OcrbReader
from verifier.reading.passport_eye import PassportEyeReader
from verifier.reading.pool import WorkerPool
from verifier.reading.port import ImageReader
from verifier.reading.readers import Readers
from verifier.reading.tesseract import TesseractReader
from verifier.sql import SqlCaseStore
from verifier.sql.protection_records import SqlRecords
from verifier.sql.protection_tables import LEADS, RETENTIONS, TRAINING_RESULTS
from verifier.sql.retention import SqlShelves
from verifier.subject import subject_of
from watchlist.entry import Subject
from watchlist.exclusions.desk import ExclusionDesk
from watchlist.export.exports import Exports
from watchlist.following import Following
from watchlist.freshness import ListAge
from watchlist.lifecycle.desk import SupervisorsDesk
from watchlist.lifecycle.list_imports import ListImports
from watchlist.lifecycle.rules import packaged_rules
from watchlist.lists import Lists
from watchlist.replica.dated import Dated
from watchlist.search import Searcher
from watchlist.sql import SqlDocuments, SqlProposedFiles, SqlSettlementStore


@dataclass(frozen=True, slots=True)
class Accounts:
    """Who may come in, and who decides about that."""

    gate: Gate
    roster: Roster


@dataclass(frozen=True, slots=True)
class House:
    """A house with its doors open: what servers and commands use."""

    desk: Desk
    lists: Lists
    exports: Exports
    supervisors: SupervisorsDesk
    exclusions: ExclusionDesk
    insight: InsightDesk
    leads: LeadDesk
    classes: ClassDesk
    reviewed_imports: ListImports | None  # None: lists are imported at once
    audit: Audit
    reading_engines: tuple[str, ...]
    subject_of_mrz: Callable[[tuple[str, ...]], Subject]
    accounts: Accounts
    protection: Protection
    database: Database
    list_database: Database  # the same at the centre; a local copy at a post
    follow_list: Callable[[], None]  # take in what changed, before somebody searches
    replace_list: Callable[[], None]  # begin anew, after the whole list was replaced
    list_changed_at: Callable[[], datetime | None]
    list_age: Callable[[], ListAge]


@contextmanager
def open_database(settings: Settings) -> Iterator[Database]:
    """The data base, brought to the newest schema."""
    with Database(settings.database_url) as database:
        upgrade(database)
        yield database


@contextmanager
def open_readers(settings: Settings) -> Iterator[Readers]:
    """All reading engines; each is loaded when first asked for."""
    # whoever was let in by LINTAS_CONCURRENT_CALLS may wait for the eye; the deadline ends it
    pool = WorkerPool(workers=settings.reading_workers, waiting=settings.concurrent_calls)
    makers: dict[str, Callable[[], ImageReader]] = {
        "cascade": lambda: CascadeReader(
            OcrbReader(),
            [LazyReader("tesseract", TesseractReader), LazyReader("passporteye", PassportEyeReader)],
        ),
        "ocrb": OcrbReader,
        "tesseract": TesseractReader,
        "passporteye": PassportEyeReader,
    }
    with Readers(makers, auto="cascade", pool=pool) as readers:
        yield readers


@contextmanager
def open_audit(settings: Settings) -> Iterator[Audit]:
    """Only what is needed to verify the record, which is only read where the schema is the newest."""
    with Database(settings.database_url, is_read_only=True) as database:
        if is_newest(database):
            yield Audit(database)
            return
    with open_database(settings) as database:
        yield Audit(database)


def accounts_on(database: Database, settings: Settings) -> Accounts:
    """Accounts on a data base that is open."""

    def now() -> datetime:
        return datetime.now(UTC)

    store, passwords = SqlAccountStore(database), Passwords(PasswordHasher())
    rules = SessionRules(
        longest=timedelta(hours=settings.web_session_hours), idle=timedelta(minutes=settings.web_idle_minutes)
    )
    return Accounts(
        gate=Gate(store=store, passwords=passwords, now=now, rules=rules, closed_to=DEMO_PREFIX),
        roster=Roster(store=store, passwords=passwords, now=now),
    )


@contextmanager
def open_accounts(settings: Settings) -> Iterator[Accounts]:
    """Only the accounts."""
    with open_database(settings) as database:
        yield accounts_on(database, settings)


def leads_on(database: Database, now: Callable[[], datetime]) -> LeadDesk:
    """What became of leads, on a data base that is open."""
    return LeadDesk(records=SqlRecords(database, LEADS, KeptLead), now=now, new_id=lambda: str(uuid.uuid4()))


@contextmanager
def open_retention(settings: Settings) -> Iterator[RetentionDesk]:
    """Only what is needed to mask and erase records of protection."""
    zone = ZoneInfo(settings.time_zone)
    with open_database(settings) as database:
        yield RetentionDesk(
            records=SqlRecords(database, RETENTIONS, RetentionOrder),
            shelves=SqlShelves(database),
            cases=SqlCaseStore(database),
            now=lambda: datetime.now(zone),
            new_id=lambda: str(uuid.uuid4()),
        )


@contextmanager
def open_subject_access(settings: Settings) -> Iterator[SubjectAccess]:
    """Only what is needed to answer a person who asks what is kept on them."""
    zone = ZoneInfo(settings.time_zone)
    with open_database(settings) as database:
        yield SubjectAccess(database, lambda: datetime.now(zone))


@contextmanager
def open_house(settings: Settings) -> Iterator[House]:
    """Everything, on one data base. Closing finishes what was accepted."""
    zone = ZoneInfo(settings.time_zone)

    def now() -> datetime:
        return datetime.now(zone)

    def subject_of_mrz(lines: tuple[str, ...]) -> Subject:
        return subject_of(parse(lines, now().date()), VisualZone())

    with (
        open_database(settings) as database,
        open_list(database, settings) as listed,
        open_readers(settings) as readers,
    ):
        store = listed.entries
        searcher = Dated(_searcher_of(listed, database), listed.age)
        record, policy = crossing_record(database, settings), policy_of(settings)
        cases = SqlCaseStore(database, crossings=record.crossings if record else None)
        desk = Desk(
            engine=Engine(
                reading=readers,
                watchlist=searcher,
                version=version(),
                own_state=settings.own_state,
                policy=policy,
                history=record.history if record else None,
            ),
            cases=cases,
            now=now,
            new_id=lambda: str(uuid.uuid4()),
            own_state=settings.own_state,
        )
        protection = protection_on(
            database,
            settings=settings,
            cases=cases,
            policy=policy,
            now=now,
            history=record.history if record else None,
        )
        imports = ListImports(
            imports=listed.imports,
            proposals=listed.proposals,
            files=SqlProposedFiles(listed.database),
            now=now,
            new_id=lambda: str(uuid.uuid4()),
        )
        yield House(
            desk=desk,
            lists=Lists(store=store, imports=listed.imports, searcher=searcher, now=now),
            exports=Exports(lists=listed.imports, ledger=SqlLedger(database), now=now),
            supervisors=SupervisorsDesk(
                entries=store,
                proposals=listed.proposals,
                searcher=searcher,
                rules=packaged_rules(),
                now=now,
                new_id=lambda: str(uuid.uuid4()),
                list_imports=imports,
            ),
            insight=InsightDesk(cases=cases, outcomes=protection.outcomes, zone=zone),
            leads=leads_on(database, now),
            classes=ClassDesk(records=SqlRecords(database, TRAINING_RESULTS, ClassResult), now=now),
            exclusions=ExclusionDesk(
                entries=store,
                settlements=SqlSettlementStore(database),
                now=now,
                new_id=lambda: str(uuid.uuid4()),
            ),
            reviewed_imports=imports if settings.import_needs_review else None,
            audit=Audit(database),
            reading_engines=readers.names,
            subject_of_mrz=subject_of_mrz,
            accounts=accounts_on(database, settings),
            protection=protection,
            database=database,
            list_database=listed.database,
            follow_list=searcher.refresh,
            replace_list=lambda: searcher.swap(_searcher_of(listed, database)),
            list_changed_at=ListChanges(SqlLedger(database)).last,
            list_age=lambda: listed.age(now()),
        )


def _searcher_of(listed: ListSide, database: Database) -> Following:
    # the version first: a change in between is then taken in again rather than missed
    list_version = listed.entries.list_version()
    documents = SqlDocuments(listed.database)
    people = Searcher(
        documents.held(),
        list_version,
        documents=documents,
        exclusions=SqlSettlementStore(database),
    )
    return Following(listed.entries, people, list_version, documents)
