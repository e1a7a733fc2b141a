"""A centre that serves posts, and what a post needs to call it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.settings import Settings
from console.sync.centre import serving_posts
from ledger.sql import Database
from tests.line.posts.posts import Served
from tests.watchlist.replica.lists import Centre
from watchlist.signing.ed25519 import make_key


@pytest.fixture
def keys(tmp_path: Path) -> tuple[Path, Path]:
    """Files of the private and the public key."""
    private, public = tmp_path / "centre.pem", tmp_path / "centre.pub"
    public.write_text(make_key(private).public_pem())
    return private, public


@pytest.fixture
def served(database: Database, keys: tuple[Path, Path], tmp_path: Path) -> Iterator[Served]:
    """A centre on SQLite, then on PostgreSQL, serving on a free port."""
    private, public = keys
    settings = Settings(sync_listen="127.0.0.1:0", sync_key=private)
    with serving_posts(database, settings) as address:
        yield Served(Centre(database), address, public, tmp_path)
