"""A counter for training: the real desk on memory stores, for terminals that train by pointing at another port."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from ledger.store import MemoryLedger
from simulator.sandbox.engine import VERSION
from simulator.sandbox.entries import entry_of
from simulator.scenario.model import Post, Scenario
from verifier.desk import Desk
from verifier.engine import Engine, ReadingPort
from verifier.indicators.catalogue import Catalogue
from verifier.store import MemoryCaseStore
from watchlist.compare.document import bare
from watchlist.entry import Entry, SearchResult, Subject
from watchlist.search import Searcher


class ScenarioLists:
    """The lists of all scenarios: whoever shows a scenario's document is searched in its list, others in all."""

    def __init__(self, scenarios: Iterable[Scenario]) -> None:
        self._by_number: dict[str, Searcher] = {}
        every: list[Entry] = []
        for scenario in scenarios:
            entries = [
                replace(entry_of(each), entry_id=f"{scenario.meta.key}.{each.key}") for each in scenario.watchlist
            ]
            every.extend(entries)
            searcher = Searcher(entries, list_version=1)
            for document in scenario.documents:
                self._by_number[bare(document.number)] = searcher
        self._all = Searcher(every, list_version=1)

    def search(self, subject: Subject, now: datetime) -> SearchResult:
        """Hits of the list that belongs to the document shown."""
        for key in subject.documents:
            if (searcher := self._by_number.get(bare(key.number))) is not None:
                return searcher.search(subject, now)
        return self._all.search(subject, now)


def training_desk(
    scenarios: Iterable[Scenario],
    *,
    policy: Catalogue,
    reading: ReadingPort,
    new_id: Callable[[], str],
    post: Post | None = None,
) -> Desk:
    """Examines and records for the life of the process. The clock stands where exercises have it."""
    where = post or Post()
    engine = Engine(
        reading=reading,
        watchlist=ScenarioLists(scenarios),
        version=VERSION,
        own_state=where.own_state,
        policy=policy,
        accepts_training=True,
    )
    return Desk(
        engine=engine,
        cases=MemoryCaseStore(MemoryLedger()),
        now=lambda: where.now,
        new_id=new_id,
        own_state=where.own_state,
    )
