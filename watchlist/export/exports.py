"""Exports one list: as of one version, in constant memory, told to the ledger."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path

from ledger.actor import Actor, Role
from ledger.errors import Fault, FieldFault, LintasError, invalid_field
from ledger.event import EventDraft, format_instant
from ledger.store import Ledger
from watchlist.codec import from_json
from watchlist.entry import Entry, EntryState
from watchlist.export.csv_rows import csv_lines
from watchlist.export.ftm_lines import ftm_lines, has_ftm
from watchlist.export.signature import ExportStamp
from watchlist.imports.revision import ListStore, Standing
from watchlist.standing import Confidentiality

_SHOWN = {EntryState.ACTIVE}
_ALSO = {EntryState.NOT_YET_VALID, EntryState.LAPSED}


class ExportFormat(Enum):
    """What is written."""

    CSV = "csv"
    FTM = "ftm"


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """Which list, for whom. Revoked and masked entries never leave the house."""

    list_id: str
    format: ExportFormat
    actor: Actor
    includes_inactive: bool = False  # also entries that are not in force yet, or have lapsed
    includes_restricted: bool = False  # only for supervisors


@dataclass(frozen=True, slots=True)
class Export:
    """What was written, and how many entries that would have been asked for were left out, by reason."""

    stamp: ExportStamp
    left_out: dict[str, int]


class Exports:
    """Writes lists into files."""

    def __init__(self, *, lists: ListStore, ledger: Ledger, now: Callable[[], datetime]) -> None:
        self._lists = lists
        self._ledger = ledger
        self._now = now

    def write(self, order: ExportOrder, file: Path) -> Export:
        """Write the list as it stands into `file`. The ledger tells who took which list, and no names.

        Raises LintasError RESTRICTED_EXPORT where the role may not take restricted entries out, LIST_UNKNOWN where
        there is no such list.
        """
        if order.includes_restricted and order.actor.role is not Role.SUPERVISOR:
            raise _restricted()
        now = self._now()
        chosen = _Chosen(order, now)
        hasher = hashlib.sha256()

        def work(version: int, standing: Iterator[Standing]) -> int:
            entries = chosen.entries(standing)
            is_csv = order.format is ExportFormat.CSV
            with file.open("wb") as out:
                for line in csv_lines(entries) if is_csv else ftm_lines(entries, order.list_id):
                    content = line.encode("utf-8", "surrogatepass")
                    hasher.update(content)
                    out.write(content)
            return version

        version = self._lists.standing(order.list_id, work)
        if not chosen.seen:
            raise invalid_field("list_id", "no such list", reason="LIST_UNKNOWN")
        stamp = ExportStamp(
            order.list_id, order.format.value, version, format_instant(now), chosen.count, hasher.hexdigest()
        )
        self._ledger.append(_draft(order, stamp, chosen, now))
        return Export(stamp, chosen.left_out)


def _draft(order: ExportOrder, stamp: ExportStamp, chosen: _Chosen, now: datetime) -> EventDraft:
    return EventDraft(
        "watchlist.exported",
        order.actor,
        f"lists/{order.list_id}",
        {
            "format": stamp.format,
            "list_version": stamp.list_version,
            "entries": stamp.entries,
            "left_out": {**chosen.left_out},
            "includes_inactive": order.includes_inactive,
            "includes_restricted": order.includes_restricted,
            "file_sha256": stamp.sha256,
        },
        now,
    )


@dataclass(slots=True)
class _Chosen:
    """Lets through what was asked for and may go out, and counts the rest."""

    order: ExportOrder
    now: datetime
    seen: int = 0
    count: int = 0
    left_out: dict[str, int] = field(default_factory=dict)

    def entries(self, standing: Iterator[Standing]) -> Iterator[Entry]:
        wanted = _SHOWN | _ALSO if self.order.includes_inactive else _SHOWN
        for each in standing:
            self.seen += 1
            if each.is_revoked:
                continue
            entry = from_json(each.text)
            if entry.state_at(self.now) not in wanted:
                continue
            if reason := self._reason(entry):
                self.left_out[reason] = self.left_out.get(reason, 0) + 1
            else:
                self.count += 1
                yield entry

    def _reason(self, entry: Entry) -> str:
        if entry.masked_at is not None:
            return "masked"
        if entry.confidentiality is Confidentiality.RESTRICTED and not self.order.includes_restricted:
            return "restricted"
        if self.order.format is ExportFormat.FTM and not has_ftm(entry):
            return "no_place_in_format"
        return ""


def _restricted() -> LintasError:
    description = "only a supervisor takes restricted entries out of the house"
    return LintasError(
        Fault.FORBIDDEN,
        "RESTRICTED_EXPORT",
        f"include_restricted: {description}",
        fields=(FieldFault("include_restricted", description),),
    )
