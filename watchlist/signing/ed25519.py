"""Keys of a house: Ed25519 in PEM files. Several public keys may be trusted at once, so that keys can be renewed."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from ledger.errors import Fault, LintasError

_BLOCK = re.compile(rb"-----BEGIN PUBLIC KEY-----.+?-----END PUBLIC KEY-----", re.DOTALL)


def key_id_of(key: Ed25519PublicKey) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of the raw public key."""
    return hashlib.sha256(key.public_bytes(Encoding.Raw, PublicFormat.Raw)).hexdigest()[:16]


class Ed25519Signer:
    """Signs with one private key."""

    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key
        self._key_id = key_id_of(key.public_key())

    @classmethod
    def load(cls, path: Path) -> Ed25519Signer:
        """From a PEM file. Raises LintasError SIGNING_KEY where there is none that can be used."""
        try:
            key = load_pem_private_key(path.read_bytes(), password=None)
        except (OSError, ValueError, TypeError):
            raise _bad_key("no readable private key", path) from None
        if not isinstance(key, Ed25519PrivateKey):
            raise _bad_key("not an Ed25519 key", path)
        return cls(key)

    @property
    def key_id(self) -> str:
        """See `key_id_of`."""
        return self._key_id

    def sign(self, text: bytes) -> bytes:
        """64 bytes."""
        return self._key.sign(text)

    def public_pem(self) -> str:
        """For the posts."""
        return self._key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


class Ed25519Trust:
    """Believes some public keys and nobody else."""

    def __init__(self, *keys: Ed25519PublicKey) -> None:
        self._keys = {key_id_of(key): key for key in keys}

    @classmethod
    def load(cls, path: Path) -> Ed25519Trust:
        """From a file with one or more public keys in PEM. Raises LintasError SIGNING_KEY."""
        try:
            keys = [load_pem_public_key(block) for block in _BLOCK.findall(path.read_bytes())]
        except (OSError, ValueError):
            raise _bad_key("no readable public keys", path) from None
        known = [key for key in keys if isinstance(key, Ed25519PublicKey)]
        if not known or len(known) != len(keys):
            raise _bad_key("not Ed25519 public keys", path)
        return cls(*known)

    def verify(self, key_id: str, text: bytes, signature: bytes) -> bool:
        """Whether the trusted key of that name signed `text`."""
        key = self._keys.get(key_id)
        if key is None:
            return False
        try:
            key.verify(signature, text)
        except InvalidSignature:
            return False
        return True


def make_key(path: Path) -> Ed25519Signer:
    """A new private key in a new file, for its owner's eyes only. Raises LintasError SIGNING_KEY where one is there."""
    key = Ed25519PrivateKey.generate()
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except OSError as error:
        raise _bad_key(f"cannot be made ({error.strerror})", path) from None
    with os.fdopen(descriptor, "wb") as out:
        out.write(pem)
    return Ed25519Signer(key)


def _bad_key(what: str, path: Path) -> LintasError:
    return LintasError(Fault.PRECONDITION, "SIGNING_KEY", f"{path}: {what}")
