"""Which events of the ledger are asked for, and how one is told to machines."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ledger.event import Event, format_instant


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Empty means any. `kind` is the beginning of kinds; `until` is the first instant that no longer counts."""

    kind: str = ""
    officer_id: str = ""
    subject: str = ""
    since: datetime | None = None
    until: datetime | None = None

    def admits(self, event: Event) -> bool:
        """Whether the event is among those asked for."""
        return (
            event.kind.startswith(self.kind)
            and self.officer_id.casefold() in {"", event.actor.officer_id.casefold()}
            and self.subject in {"", event.subject}
            and (self.since is None or event.recorded_at >= self.since)
            and (self.until is None or event.recorded_at < self.until)
        )


def told(event: Event) -> dict[str, Any]:
    """The event as plain data."""
    return {
        "sequence": event.sequence,
        "kind": event.kind,
        "subject": event.subject,
        "recorded_at": format_instant(event.recorded_at),
        "device": event.actor.device_id,
        "officer": event.actor.officer_id,
        "role": event.actor.role.value,
        "body": json.loads(event.body_json),
        "digest": event.digest,
    }
