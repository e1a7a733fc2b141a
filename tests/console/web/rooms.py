"""A console with a classroom, and a month of cases where insight has something to tell: for real browsers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from console.server import serving
from console.settings import Settings
from console.web.server import web_serving
from console.wiring import open_house
from ledger.actor import Actor, Role
from ledger.sql import Database
from tests.console.web.conftest import PASSWORD, PEOPLE
from tests.console.web.insight_filled import fill
from tests.verifier.insight.months import month
from tests.verifier.people import draft, key
from verifier.sql import SqlCaseStore


@contextmanager
def training_console(folder: Path, *, has_month: bool = False) -> Iterator[str]:
    """Address of a console whose databases lie in `folder`. `has_month`: a month with leads and classes."""
    database_url = f"sqlite:///{folder}/lintas.sqlite"
    settings = Settings(
        database_url=database_url,
        training=True,
        training_file=f"{folder}/training.sqlite",
        listen="127.0.0.1:0",
        web_listen="127.0.0.1:0",
        reading_workers=1,
    )
    with open_house(settings) as house, serving(house, settings) as address:
        for name, role in PEOPLE.items():
            house.accounts.roster.create(name, role, Actor("tests", "tests", Role.SYSTEM), password=PASSWORD)
        if has_month:
            with Database(database_url) as database:
                store = SqlCaseStore(database)
                for number, case in enumerate(month()):
                    store.record(case, draft(case), key(number))
            fill(house)
        with web_serving(house, settings, address) as url:
            yield url
