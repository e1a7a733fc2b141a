"""What a new version of a list changes: two sorted streams side by side, in constant memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from ledger.event import format_instant
from watchlist.codec import from_json, to_json
from watchlist.entry import Entry
from watchlist.imports.revision import ChangeKind, Replacing, Standing
from watchlist.index.compact import compact_number
from watchlist.vouching import VersionsDigest, entry_digest

_LOCAL: Final = '"local":'  # in the text of an entry on which something was decided here; inside a value it is escaped


@dataclass(frozen=True, slots=True)
class Difference:
    """What happens to one entry; `before` is None for a new one. For a dropped one `after` is revoked."""

    kind: ChangeKind
    before: Entry | None
    after: Entry


@dataclass(slots=True)
class Comparison:
    """Goes through both streams once; then it knows the counts, some differences of each kind, and the digest."""

    now: datetime
    removes: bool  # False: what the list drops stays in force
    shown: int = 0  # differences of each kind to keep
    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    overridden: int = 0  # entries of the list that stay suspended or revoked by a decision here
    differences: list[Difference] = field(default_factory=list)
    _digest: VersionsDigest = field(default_factory=VersionsDigest)

    @property
    def is_empty(self) -> bool:
        """The list says what it said before."""
        return not (self.added or self.changed or self.removed)

    @property
    def versions_digest(self) -> str:
        """See `watchlist.vouching`."""
        return self._digest.hexdigest()

    def run(
        self, incoming: Iterator[tuple[int, str, str]], standing: Iterator[Standing], text_of: Callable[[int], str]
    ) -> Iterator[int | Replacing]:
        """What is to be written, by id: the row's number for a new entry, else what replaces one.

        Both streams ascend by id. `incoming` holds number, id and content digest; `text_of` gives a row's entry.
        """
        old = next(standing, None)
        for row, entry_id, digest in incoming:
            while old is not None and old.entry_id < entry_id:
                yield from self._dropped(old)
                old = next(standing, None)
            if old is None or old.entry_id != entry_id:
                self._digest.add(entry_id, digest)
                if self.added < self.shown:
                    self.differences.append(Difference(ChangeKind.ADDED, None, from_json(text_of(row))))
                self.added += 1
                yield row
                continue
            if digest != old.content_digest or old.is_revoked:
                local = from_json(old.text).local if _LOCAL in old.text else None
                after = replace(from_json(text_of(row)), version=old.version + 1, local=local)
                self.changed += 1
                yield self._replacing(ChangeKind.CHANGED, self.changed, after, digest, old)
            else:
                self.unchanged += 1
            if _LOCAL in old.text and _is_overridden(old, self.now):
                self.overridden += 1
            old = next(standing, None)
        while old is not None:
            yield from self._dropped(old)
            old = next(standing, None)

    def _dropped(self, old: Standing) -> Iterator[Replacing]:
        if self.removes and not old.is_revoked:
            after = replace(from_json(old.text), revoked_at=self.now, version=old.version + 1)
            self.removed += 1
            yield self._replacing(ChangeKind.REMOVED, self.removed, after, old.content_digest, old)

    def _replacing(self, kind: ChangeKind, number: int, after: Entry, content_digest: str, old: Standing) -> Replacing:
        text = to_json(after)
        digest = entry_digest(text)
        self._digest.add(after.entry_id, digest)
        if number <= self.shown:
            self.differences.append(Difference(kind, from_json(old.text), after))
        return Replacing(
            after.entry_id,
            after.kind.value,
            after.category.value,
            compact_number(after),
            content_digest,
            digest,
            format_instant(after.revoked_at) if after.revoked_at else "",
            after.version,
            text,
        )


def _is_overridden(old: Standing, now: datetime) -> bool:
    override = from_json(old.text).override
    return override is not None and override.holds_at(now)
