"""What the centre signs about a set of changes: from where to where, how many, which, when, and how long it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from ledger.event import format_instant
from watchlist.signing.keys import Signer, Trust

_DOMAIN: Final = "lintas list stamp v1"


@dataclass(frozen=True, slots=True)
class Stamp:
    """Changes after `from_version` up to and with `list_version`; a snapshot is the changes after 0.

    `head_version` is the centre's newest at `created_at`. `list_digest` covers the whole list at `list_version`, ''
    where it was not computed; of a snapshot it is `changes_digest`.
    """

    from_version: int
    list_version: int
    head_version: int
    created_at: datetime
    valid_until: datetime
    count: int
    changes_digest: str
    list_digest: str = ""

    @property
    def is_current(self) -> bool:
        """Whoever has these changes had everything at `created_at`."""
        return self.list_version == self.head_version

    def signed_text(self, key_id: str) -> bytes:
        """What the signature covers: one value a line, in this order, none of which can hold a line break."""
        lines = (
            _DOMAIN,
            key_id,
            self.from_version,
            self.list_version,
            self.head_version,
            format_instant(self.created_at),
            format_instant(self.valid_until),
            self.count,
            self.changes_digest,
            self.list_digest,
        )
        return "\n".join(str(line) for line in lines).encode()


@dataclass(frozen=True, slots=True)
class SignedStamp:
    """A stamp with the name of the key that signed it."""

    stamp: Stamp
    key_id: str
    signature: bytes


def signed(stamp: Stamp, signer: Signer) -> SignedStamp:
    """The stamp under the centre's signature."""
    return SignedStamp(stamp, signer.key_id, signer.sign(stamp.signed_text(signer.key_id)))


def is_genuine(given: SignedStamp, trust: Trust) -> bool:
    """Whether a trusted key signed exactly this stamp."""
    return trust.verify(given.key_id, given.stamp.signed_text(given.key_id), given.signature)
