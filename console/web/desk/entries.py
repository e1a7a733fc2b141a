"""The desk's first page: live search, and what needs attention."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from starlette.responses import Response

from console.client import Client, ServiceError
from console.web.desk.people import READERS
from console.web.desk.words import Words
from console.web.page import page
from console.web.visit import Visit
from lintas.v1 import exclusions_pb2, supervision_pb2, watchlist_pb2
from watchlist.partial_date import PartialDate

_SOON: Final = timedelta(days=30)
_MOST: Final = 1000  # local entries that are looked through for what needs attention
_PAGE: Final = 25
LOCAL_LIST: Final = "local"


@dataclass(frozen=True, slots=True)
class Attention:
    """Entries that somebody should look at, the most urgent first."""

    ending: tuple[watchlist_pb2.Entry, ...]
    lapsed: tuple[watchlist_pb2.Entry, ...]
    contested: tuple[watchlist_pb2.Entry, ...]
    to_review: tuple[watchlist_pb2.Entry, ...]
    waiting: int
    namesakes: int


def _desk(visit: Visit) -> Response:
    with visit.services() as services:
        found = search(services, visit.ask("q"), visit.ask("born"))
        attention = _attention(services, visit.world.now())
    return visit.page(
        "desk/desk.html", says=Words(), attention=attention, found=found, query=_query(visit), born=_born(visit)
    )


def _results(visit: Visit) -> Response:
    """Only the hits, for search as you type."""
    with visit.services() as services:
        found = search(services, visit.ask("q"), visit.ask("born"))
    return visit.page("desk/results.html", says=Words(), found=found, query=_query(visit), born=_born(visit))


def _query(visit: Visit) -> str:
    return visit.ask("q")[:200]


def _born(visit: Visit) -> str:
    return visit.ask("born")[:10]


def search(services: Client, query: str, born: str) -> watchlist_pb2.SearchResponse | None:
    """Whom a name, a document number or an identity number may be; None where nothing was asked."""
    if not query:
        return None
    request = watchlist_pb2.SearchRequest(names=[watchlist_pb2.SubjectName(full=query[:200])])
    if any(character.isdigit() for character in query):
        issuer, _, number = query.rpartition(":")
        request.documents.add(issuer=issuer[:3], number=number.replace(" ", "")[:64])
        request.identity_numbers.append(number.replace(" ", "")[:64])
    try:
        date = PartialDate.parse(born) if born else None
    except ValueError:
        date = None  # half typed
    if date is not None:
        request.birth_dates.add(year=date.year, month=date.month, day=date.day)
    return services.search(request)


def _attention(services: Client, now: datetime) -> Attention:
    entries = list(_local(services))
    ending, lapsed = [], []
    for entry in entries:
        if not entry.HasField("valid_until") or entry.HasField("revoke_time"):
            continue
        left = entry.valid_until.ToDatetime(tzinfo=UTC) - now
        if timedelta(0) < left <= _SOON:
            ending.append(entry)
        elif -_SOON <= left <= timedelta(0):
            lapsed.append(entry)
    active = [entry for entry in entries if entry.state == watchlist_pb2.ENTRY_STATE_ACTIVE]
    today = now.date()
    return Attention(
        tuple(sorted(ending, key=_end)),
        tuple(sorted(lapsed, key=_end, reverse=True)),
        tuple(each for each in active if any(o.state == watchlist_pb2.OBJECTION_STATE_FILED for o in each.objections)),
        tuple(each for each in active if _review(each) <= (today.year, today.month, today.day)),
        _count_waiting(services),
        _count_namesakes(services),
    )


def _local(services: Client) -> list[watchlist_pb2.Entry]:
    found: list[watchlist_pb2.Entry] = []
    token = ""
    while len(found) < _MOST:
        request = watchlist_pb2.ListEntriesRequest(page_size=200, page_token=token, list_id=LOCAL_LIST)
        answer = services.list_entries(request)
        found.extend(answer.entries)
        token = answer.next_page_token
        if not token:
            break
    return found


def _end(entry: watchlist_pb2.Entry) -> int:
    return entry.valid_until.seconds


def _review(entry: watchlist_pb2.Entry) -> tuple[int, int, int]:
    day = entry.review_date
    return (day.year or 9999, day.month, day.day)


def _count_waiting(services: Client) -> int:
    return len(services.list_pending(supervision_pb2.ListPendingRequest(page_size=200)).proposals)


def _count_namesakes(services: Client) -> int:
    try:
        states = (exclusions_pb2.EXCLUSION_STATE_WAITING, exclusions_pb2.EXCLUSION_STATE_DUE)
        asked = [exclusions_pb2.ListExclusionsRequest(page_size=200, state=state) for state in states]
        return sum(len(services.list_exclusions(request).exclusions) for request in asked)
    except ServiceError:
        return 0


def _list(visit: Visit) -> Response:
    kinds = {"": 0, "active": 1, "not_yet_valid": 2, "lapsed": 3, "revoked": 4}
    state = visit.ask("state") if visit.ask("state") in kinds else ""
    request = watchlist_pb2.ListEntriesRequest(
        page_size=_PAGE,
        page_token=visit.ask("page"),
        list_id=visit.ask("list")[:64],
        state=kinds[state],  # type: ignore[arg-type]  # an enum's number
    )
    with visit.services() as services:
        answer = services.list_entries(request)
    return visit.page(
        "desk/list.html",
        says=Words(),
        entries=answer.entries,
        next_token=answer.next_page_token,
        list_id=request.list_id,
        chosen_state=state,
    )


ENTRIES_ROUTES: Final = (
    page("/desk", _desk, roles=READERS),
    page("/desk/results", _results, roles=READERS),
    page("/desk/list", _list, roles=READERS),
)
