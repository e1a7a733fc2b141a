"""Who signs, and who is believed: all that exports and posts know of keys."""

from __future__ import annotations

from typing import Protocol


class Signer(Protocol):
    """A private key."""

    @property
    def key_id(self) -> str:
        """By which the public key is found, the same wherever it is used."""

    def sign(self, text: bytes) -> bytes:
        """The signature over `text`: 64 bytes (Ed25519)."""


class Trust(Protocol):
    """Public keys that are believed."""

    def verify(self, key_id: str, text: bytes, signature: bytes) -> bool:
        """Whether the trusted key of that name signed `text`."""
