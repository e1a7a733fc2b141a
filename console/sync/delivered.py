"""Cases that posts delivered, as the centre keeps them: newest first, each with the post that it came from."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass

from ledger.sql.inbox import SqlInbox
from verifier.case import Case
from verifier.case_record import from_json


@dataclass(frozen=True, slots=True)
class DeliveredCase:
    """One case of a post, as it was when it was delivered last."""

    writer_id: str
    case: Case


def delivered_cases(
    inbox: SqlInbox, *, device_id: str = "", undecided_only: bool = False, limit: int = 50
) -> list[DeliveredCase]:
    """The newest `limit` that fit. Reads all of them once, in memory for `limit`."""

    def wanted() -> Iterator[DeliveredCase]:
        for writer_id, record in inbox.kept("cases"):
            case = from_json(record.content)
            if device_id in {"", case.actor.device_id} and not (undecided_only and case.outcome):
                yield DeliveredCase(writer_id, case)

    return heapq.nlargest(limit, wanted(), key=lambda each: (each.case.created_at, each.case.case_id))
