"""A detached signature: whose list, which version, when, how much, and the digest of every byte of it."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from ledger.errors import Fault, LintasError
from ledger.event import JsonValue, canonical_json
from watchlist.signing.keys import Signer, Trust

_KIND: Final = "lintas-list-export-1"  # also keeps a signature from being taken for one of something else
_LARGEST_SIGNATURE_BYTES: Final = 65_536
_FIELDS: Final = {
    "list_id": str, "format": str, "list_version": int, "exported_at": str, "entries": int, "sha256": str,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ExportStamp:
    """What an export says of itself. `exported_at` is UTC text with microseconds, `sha256` of the file in hex."""

    list_id: str
    format: str
    list_version: int
    exported_at: str
    entries: int
    sha256: str

    def signed_bytes(self) -> bytes:
        """What a signature is made over."""
        values: dict[str, JsonValue] = asdict(self)
        return canonical_json({"kind": _KIND, **values}).encode()


def signature_text(stamp: ExportStamp, signer: Signer) -> str:
    """The content of the `.sig` file: one JSON object."""
    signature = base64.b64encode(signer.sign(stamp.signed_bytes())).decode()
    return (
        json.dumps({"kind": _KIND, **asdict(stamp), "key_id": signer.key_id, "signature": signature}, indent=1) + "\n"
    )


def verified(file: Path, signature: Path, trust: Trust) -> ExportStamp:
    """What the signature vouches for, once file and signature are found genuine.

    Raises LintasError EXPORT_TAMPERED where the file is another one or the signature is none of a trusted key, and
    EXPORT_SIGNATURE where the signature file cannot be understood.
    """
    said = _read(signature)
    try:
        stamp = ExportStamp(**{name: said[name] for name in _FIELDS})  # type: ignore[arg-type]  # checked right below
        made = base64.b64decode(str(said["signature"]), validate=True)
        is_typed = all(type(getattr(stamp, name)) is kind for name, kind in _FIELDS.items())
    except (KeyError, ValueError):
        raise _unreadable() from None
    if said.get("kind") != _KIND or not is_typed:
        raise _unreadable()
    if not trust.verify(str(said.get("key_id", "")), stamp.signed_bytes(), made):
        raise _tampered("no trusted key signed this")
    with file.open("rb") as content:
        if hashlib.file_digest(content, "sha256").hexdigest() != stamp.sha256:
            raise _tampered("the file is not the one that was signed")
    return stamp


def _read(path: Path) -> Mapping[str, object]:
    with path.open("rb") as stream:
        content = stream.read(_LARGEST_SIGNATURE_BYTES + 1)
    try:
        said = json.loads(content) if len(content) <= _LARGEST_SIGNATURE_BYTES else None
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        raise _unreadable()
    return said


def _unreadable() -> LintasError:
    return LintasError(Fault.INVALID, "EXPORT_SIGNATURE", "the signature file is no signature of an export")


def _tampered(what: str) -> LintasError:
    return LintasError(Fault.PRECONDITION, "EXPORT_TAMPERED", f"not genuine: {what}")
