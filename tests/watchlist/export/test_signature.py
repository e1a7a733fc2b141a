"""Signatures of exports: genuine, altered, of another key, of another file, not one at all."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ledger.errors import LintasError
from watchlist.export.signature import ExportStamp, signature_text, verified
from watchlist.signing.ed25519 import Ed25519Signer, Ed25519Trust

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
CONTENT = b"entry_id,kind\n"
STAMP = ExportStamp("l", "csv", 7, "2026-11-24T09:00:00.000000Z", 1, hashlib.sha256(CONTENT).hexdigest())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_bytes(CONTENT)
    return path


@pytest.fixture
def signature(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv.sig"
    path.write_text(signature_text(STAMP, Ed25519Signer(KEY)))
    return path


TRUST = Ed25519Trust(KEY.public_key())


def reason_of(file: Path, signature: Path, trust: Ed25519Trust = TRUST) -> str:
    with pytest.raises(LintasError) as caught:
        verified(file, signature, trust)
    return caught.value.reason


def test_what_is_genuine_says_what_it_is(file: Path, signature: Path) -> None:
    assert verified(file, signature, TRUST) == STAMP


def test_an_altered_file_is_told(file: Path, signature: Path) -> None:
    file.write_bytes(CONTENT + b"\n")
    assert reason_of(file, signature) == "EXPORT_TAMPERED"


@pytest.mark.parametrize(
    "change",
    [
        {"list_version": 8},
        {"exported_at": "2027-01-01T00:00:00.000000Z"},
        {"list_id": "other"},
        {"entries": 2},
        {"sha256": hashlib.sha256(b"other").hexdigest()},
        {"signature": "A" * 86 + "=="},
        {"key_id": "0" * 16},
    ],
)
def test_whatever_is_altered_in_the_signature_is_told(file: Path, signature: Path, change: dict[str, object]) -> None:
    signature.write_text(json.dumps(json.loads(signature.read_text()) | change))
    assert reason_of(file, signature) == "EXPORT_TAMPERED"


def test_a_key_that_is_not_trusted_is_told(file: Path, signature: Path) -> None:
    assert reason_of(file, signature, Ed25519Trust(Ed25519PrivateKey.generate().public_key())) == "EXPORT_TAMPERED"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff",
        b"[" * 60_000,
        b" " * 70_000,
        json.dumps({"kind": "lintas-list-export-1"}).encode(),
    ],
)
def test_what_is_no_signature_is_refused(file: Path, signature: Path, content: bytes) -> None:
    signature.write_bytes(content)
    assert reason_of(file, signature) == "EXPORT_SIGNATURE"


@pytest.mark.parametrize(
    "change", [{"kind": "other"}, {"list_version": "7"}, {"list_id": 7}, {"signature": "no base 64"}, {"entries": None}]
)
def test_a_signature_of_another_form_is_refused(file: Path, signature: Path, change: dict[str, object]) -> None:
    signature.write_text(json.dumps(json.loads(signature.read_text()) | change))
    assert reason_of(file, signature) == "EXPORT_SIGNATURE"
