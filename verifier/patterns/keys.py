"""Keyed hashes: the same person, document, payer or telephone gives the same key, and nobody can turn one back.

HMAC-SHA256 (RFC 2104) under a secret of the post, with the kind of thing mixed in, so that a telephone and a document
never share a key. Without the secret, the few thousand million possible telephone numbers cannot be tried out.
"""

from __future__ import annotations

import hashlib
import hmac
from enum import Enum
from typing import Final

from verifier.patterns.contact import is_hash, normal_contact

SECRET_BYTES: Final = 32
_KEY_BYTES: Final = 8


class KeyKind(Enum):
    """What a key stands for."""

    PERSON = "person"
    DOCUMENT = "document"
    PARTY = "party"
    BOOKING = "booking"
    PAYER = "payer"
    CONTACT = "contact"
    AGENCY = "agency"


class Keyring:
    """Makes keys under one secret.

    A key is the first 64 bits, a signed integer: small enough to sort ten million. Two of n different things share one
    with a chance of n² / 2⁶⁵: one in 300 000 for ten million persons.
    """

    def __init__(self, secret: bytes, *, home_prefix: str = "62") -> None:
        """`secret`: at least 32 bytes. `home_prefix`: country code of telephone numbers without one.

        Raises ValueError for a shorter secret.
        """
        if len(secret) < SECRET_BYTES:
            raise ValueError(f"the secret must have at least {SECRET_BYTES} bytes")
        self._secret = secret
        self._home_prefix = home_prefix
        self.key_id: Final = self._digest(b"key id")[:4].hex()

    def key(self, kind: KeyKind, *parts: str) -> int | None:
        """The key of a thing that all the parts describe; None where one of them is missing: unknown stays unknown."""
        if not parts or not all(parts):
            return None
        # lengths, not separators: ("ab", "c") and ("a", "bc") are two things
        message = b"".join(len(data).to_bytes(4, "big") + data for data in (each.encode() for each in parts))
        digest = self._digest(kind.value.encode() + b"\0" + message)
        return int.from_bytes(digest[:_KEY_BYTES], "big", signed=True)

    def contact_hash(self, contact: str) -> str:
        """What terminals send instead of a telephone number or address: 64 hexadecimal digits; '' for nothing."""
        normal = normal_contact(contact, home_prefix=self._home_prefix)
        return self._digest(b"contact hash\0" + normal.encode()).hex() if normal else ""

    def contact_key(self, contact: str) -> int | None:
        """The key of a contact, given plainly or as `contact_hash`: both give the same."""
        text = contact.strip()
        return self.key(KeyKind.CONTACT, text.lower() if is_hash(text) else self.contact_hash(text))

    def agency_id(self, licence: str, name: str) -> str | None:
        """The licence number in one spelling; where there is none, `~` and a keyed hash of the name."""
        if plain := "".join(licence.upper().split()):
            return plain
        key = self.key(KeyKind.AGENCY, " ".join(name.casefold().split()))
        return None if key is None else f"~{key & (2**64 - 1):016x}"

    def _digest(self, message: bytes) -> bytes:
        return hmac.new(self._secret, message, hashlib.sha256).digest()
