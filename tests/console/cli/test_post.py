"""`lintas post`: a list that travels as a file, and a post that says how it stands."""

from __future__ import annotations

import json
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from console.cli import app
from console.settings import Settings
from console.sync.centre import serving_posts
from tests.verifier.people import GOOD
from tests.watchlist.people import person
from tests.watchlist.replica.lists import Centre, Clock, opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A centre with a key and a list of three."""
    (tmp_path / "list.pub").write_text(run(tmp_path, "post", "new-key", str(tmp_path / "list.pem")))
    database = opened(tmp_path / "centre.sqlite")
    Centre(database, Clock(datetime.now(UTC))).add(3)
    database.close()
    return tmp_path


def run(folder: Path, *arguments: str, given: str | None = None, code: int = 0, **settings: str) -> str:
    """At the centre, unless `LINTAS_CENTRE` is among the settings."""
    name = "post" if settings.get("LINTAS_CENTRE") else "centre"
    env = {
        "LINTAS_DATABASE_URL": f"sqlite:///{folder}/{name}.sqlite",
        "LINTAS_LIST_COPY": str(folder / "copy.sqlite"),
        "LINTAS_SYNC_KEY": str(folder / "list.pem"),
        "LINTAS_CENTRE_KEYS": str(folder / "list.pub"),
        "LINTAS_DEVICE": name,
    }
    result = CliRunner().invoke(app, arguments, input=given, env=env | settings)
    assert result.exit_code == code, (result.stdout, result.stderr, result.exception)
    return result.stdout if code == 0 else result.stdout + result.stderr


def at_post(folder: Path, *arguments: str, given: str | None = None, code: int = 0, **settings: str) -> str:
    """At a post whose centre nobody can reach, unless told otherwise."""
    return run(folder, *arguments, given=given, code=code, **({"LINTAS_CENTRE": "127.0.0.1:9"} | settings))


def test_a_new_key_is_secret_and_its_public_half_is_printed(folder: Path) -> None:
    assert stat.S_IMODE((folder / "list.pem").stat().st_mode) == 0o600
    assert (folder / "list.pub").read_text().startswith("-----BEGIN PUBLIC KEY-----")
    assert "SIGNING_KEY" in run(folder, "post", "new-key", str(folder / "list.pem"), code=2)


def test_a_list_travels_as_a_file(folder: Path) -> None:
    told = json.loads(run(folder, "post", "snapshot", str(folder / "list.snap"), "--json"))
    assert (told["list_version"], told["entries"]) == (3, 3)
    here = json.loads(at_post(folder, "post", "sync", "--file", str(folder / "list.snap"), "--json"))
    assert (here["list_version"], here["freshness"], here["list_sha256"]) == (3, "fresh", told["sha256"])


def test_a_post_without_a_list_says_so_with_its_exit_code(folder: Path) -> None:
    assert json.loads(at_post(folder, "post", "status", "--json", code=3).splitlines()[0])["freshness"] == "expired"


def test_both_languages(folder: Path) -> None:
    assert "periksa secara manual" in at_post(folder, "--language", "id", "post", "status", code=3)
    assert "check by hand" in at_post(folder, "--language", "en", "post", "status", code=3)


def test_a_tampered_file_is_told_plainly(folder: Path) -> None:
    run(folder, "post", "snapshot", str(folder / "list.snap"))
    whole = bytearray((folder / "list.snap").read_bytes())
    whole[len(whole) // 2] ^= 1
    (folder / "list.snap").write_bytes(whole)
    told = at_post(folder, "post", "sync", "--file", str(folder / "list.snap"), code=2)
    assert "SNAPSHOT_" in told


def test_an_older_file_needs_a_person_s_word(folder: Path) -> None:
    run(folder, "post", "snapshot", str(folder / "old.snap"))
    database = opened(folder / "centre.sqlite")
    Centre(database, Clock(datetime.now(UTC))).add(1, "f")
    database.close()
    run(folder, "post", "snapshot", str(folder / "new.snap"))
    at_post(folder, "post", "sync", "--file", str(folder / "new.snap"))
    assert "SNAPSHOT_REPLAYED" in at_post(folder, "post", "sync", "--file", str(folder / "old.snap"), code=2)
    at_post(folder, "post", "sync", "--file", str(folder / "old.snap"), "--go-back")


def test_no_link_is_exit_code_one(folder: Path) -> None:
    assert "what has arrived is kept" in at_post(folder, "post", "sync", "--seconds", "1", code=1)


def test_the_centre_is_no_post(folder: Path) -> None:
    assert "CENTRE_MISSING" in run(folder, "post", "sync", code=2)
    assert "CENTRE_MISSING" in run(folder, "post", "serve", code=2)


def test_a_post_needs_the_centre_s_key(folder: Path) -> None:
    assert "SIGNING_KEY" in at_post(folder, "post", "sync", code=2, LINTAS_CENTRE_KEYS=str(folder / "none"))


def test_what_was_done_without_a_link_is_delivered_later(folder: Path) -> None:
    database = opened(folder / "centre.sqlite")
    centre = Centre(database, Clock(datetime.now(UTC) - timedelta(hours=1)))
    centre.say(person("a", "BUDI SANTOSO", "1985-03-12"))
    run(folder, "post", "snapshot", str(folder / "list.snap"))
    at_post(folder, "post", "sync", "--file", str(folder / "list.snap"))
    case = json.loads(at_post(folder, "examine", "--mrz", "-", "--json", given="\n".join(GOOD)))
    assert case["examination"]["provenance"]["watchlistFreshness"] == "LIST_FRESHNESS_FRESH"
    assert case["examination"]["advice"]["kind"] == "ADVICE_KIND_REFER"
    settings = Settings(sync_listen="127.0.0.1:0", sync_key=folder / "list.pem")
    with serving_posts(database, settings) as address:
        here = json.loads(at_post(folder, "post", "sync", "--json", LINTAS_CENTRE=address))
    assert here["pending_events"] == 0
    database.close()
    told = json.loads(run(folder, "post", "delivered", "--json"))
    assert told["ok"]
    assert [head.partition(":")[0] for head in told["writers"].values()] == ["1"]
    there = json.loads(run(folder, "post", "cases", "--json"))
    assert (there["name"], there["advice"], there["outcome"]) == (case["name"], "refer", "")
    assert there["device"] == case["actor"]["deviceId"]
    line = run(folder, "post", "cases", "--undecided", "--post", there["device"])
    assert case["name"] in line
    assert "REFER" in line
    assert "no post has delivered" in run(folder, "post", "cases", "--post", "another")
