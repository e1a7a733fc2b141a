"""Keys of the centre: made once, kept private, several trusted at a time."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from ledger.errors import LintasError
from watchlist.signing.ed25519 import Ed25519Signer, Ed25519Trust, make_key


def test_a_key_signs_and_its_public_half_believes(tmp_path: Path) -> None:
    made = make_key(tmp_path / "key.pem")
    (tmp_path / "public.pem").write_text(made.public_pem())
    trust = Ed25519Trust.load(tmp_path / "public.pem")
    loaded = Ed25519Signer.load(tmp_path / "key.pem")
    signature = loaded.sign(b"text")
    assert loaded.key_id == made.key_id
    assert trust.verify(made.key_id, b"text", signature)
    assert not trust.verify(made.key_id, b"another text", signature)
    assert not trust.verify("0" * 16, b"text", signature)


def test_a_private_key_is_for_its_owner_alone(tmp_path: Path) -> None:
    make_key(tmp_path / "key.pem")
    assert stat.S_IMODE((tmp_path / "key.pem").stat().st_mode) == 0o600


def test_a_key_is_never_overwritten(tmp_path: Path) -> None:
    make_key(tmp_path / "key.pem")
    with pytest.raises(LintasError, match="cannot be made"):
        make_key(tmp_path / "key.pem")


def test_two_keys_are_trusted_while_one_replaces_the_other(tmp_path: Path) -> None:
    old, new = make_key(tmp_path / "old.pem"), make_key(tmp_path / "new.pem")
    (tmp_path / "public.pem").write_text(f"the old one\n{old.public_pem()}\nthe new one\n{new.public_pem()}")
    trust = Ed25519Trust.load(tmp_path / "public.pem")
    assert all(trust.verify(key.key_id, b"x", key.sign(b"x")) for key in (old, new))


@pytest.mark.parametrize("content", ["", "no key", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"])
def test_a_file_without_a_key_is_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / "file.pem"
    path.write_text(content)
    for load in (Ed25519Trust.load, Ed25519Signer.load):
        with pytest.raises(LintasError) as caught:
            load(path)
        assert caught.value.reason == "SIGNING_KEY"
