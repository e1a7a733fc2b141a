"""Try a name: whom would it find, why, and how many innocent travellers would it stop?"""

from __future__ import annotations

from typing import Final

from starlette.responses import Response

from console.web.booth.case_view import evidence_rows
from console.web.desk.entries import search
from console.web.desk.people import READERS
from console.web.desk.words import Words
from console.web.page import page
from console.web.visit import Visit
from watchlist.names.frequency import carriers_per_10_000
from watchlist.names.prepared import significant

_DAYS_OF_BIRTH: Final = 60 * 365  # travellers are spread over about so many


def _trial(visit: Visit) -> Response:
    query, born = visit.ask("q")[:200], visit.ask("born")[:10]
    with visit.services() as services:
        found = search(services, query, born)
    carriers = carriers_per_10_000(significant(query)) if query else None
    return visit.page(
        "desk/trial.html",
        says=Words(),
        query=query,
        born=born,
        hits=[(hit, evidence_rows(hit)) for hit in found.hits] if found else [],
        asked=bool(query),
        per_1000=carriers / 10 if carriers is not None else None,
        per_million_with_date=carriers * 100 / _DAYS_OF_BIRTH if carriers is not None else None,
    )


TRIAL_ROUTES: Final = (page("/desk/try", _trial, roles=READERS),)
