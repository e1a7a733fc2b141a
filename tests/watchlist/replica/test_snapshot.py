"""A snapshot is taken whole and genuine, or not at all."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from ledger.errors import LintasError
from tests.watchlist.people import person
from tests.watchlist.replica.lists import OTHER_KEY, TRUST, VALIDITY, Centre, Clock, Post
from watchlist.replica.snapshot import Snapshot
from watchlist.signing.ed25519 import Ed25519Signer
from watchlist.sql import SqlEntryStore
from watchlist.sql.change_log import digest_of_list


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """One kind of data base is enough here: the file is the same."""
    return f"sqlite:///{tmp_path}/centre.sqlite"


@pytest.fixture
def file(centre: Centre, tmp_path: Path) -> Path:
    """A snapshot of 50 entries."""
    centre.add(50)
    path = tmp_path / "list.lintas-snapshot"
    centre.snapshot(path)
    return path


def refused(post: Post, path: Path, reason: str) -> None:
    """The snapshot is refused for that reason, and nothing of it was taken."""
    before = post.copy.state(), post.copy.list_digest()
    with pytest.raises(LintasError) as caught:
        post.keeper.install(Snapshot(path, TRUST))
    assert caught.value.reason == reason
    assert (post.copy.state(), post.copy.list_digest()) == before


def test_a_snapshot_makes_a_copy_that_is_the_list(centre: Centre, post: Post, file: Path) -> None:
    state = post.keeper.install(Snapshot(file, TRUST))
    assert (state.list_version, state.as_of, state.valid_until) == (50, centre.clock.time, centre.clock.time + VALIDITY)
    assert post.copy.list_digest() == centre.database.read(digest_of_list)
    assert sum(1 for _ in SqlEntryStore(post.database).all()) == 50


def test_changes_go_on_from_a_snapshot(centre: Centre, post: Post, file: Path) -> None:
    post.keeper.install(Snapshot(file, TRUST))
    centre.say(person("e00001", "SOMEBODY ELSE"))
    post.follow(centre)
    assert post.copy.list_digest() == centre.database.read(digest_of_list)


def test_the_header_says_what_it_holds(file: Path) -> None:
    with gzip.open(file, "rt") as stream:
        header = json.loads(stream.readline())
    assert (header["format"], header["list_version"], header["count"]) == ("lintas-snapshot 1", 50, 50)
    assert set(header) >= {"created_at", "valid_until", "sha256", "key_id", "signature"}


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a snapshot, to be spoilt."""

    header: dict[str, object]
    rows: list[str]

    @classmethod
    def of(cls, path: Path) -> Lines:
        """Read."""
        with gzip.open(path, "rt") as stream:
            first, *rows = stream.readlines()
        return cls(json.loads(first), rows)

    def write(self, path: Path) -> None:
        """As a file that is well formed."""
        path.write_bytes(gzip.compress(f"{json.dumps(self.header)}\n{''.join(self.rows)}".encode()))


def _name(lines: Lines) -> None:
    lines.rows[7] = lines.rows[7].replace("PERSON", "NOBODY")


def _swapped(lines: Lines) -> None:
    lines.rows[3], lines.rows[4] = lines.rows[4], lines.rows[3]


def _one_more(lines: Lines) -> None:
    lines.rows.append(lines.rows[-1])


def _one_less_and_counted(lines: Lines) -> None:
    lines.rows.pop()
    lines.header["count"] = 49


def _younger(lines: Lines) -> None:
    lines.header["created_at"] = "2027-01-01T00:00:00.000000Z"


def _longer_valid(lines: Lines) -> None:
    lines.header["valid_until"] = "2036-01-01T00:00:00.000000Z"


def _newer(lines: Lines) -> None:
    lines.header["list_version"] = 5000


def _unsigned(lines: Lines) -> None:
    lines.header["signature"] = ""


def _row_of_nonsense(lines: Lines) -> None:
    lines.rows[9] = "[" * 100_000 + "\n"


def _endless_row(lines: Lines) -> None:
    lines.rows[9] = '"' + "x" * (2 << 20) + '"\n'


def _entry_of_nonsense(lines: Lines) -> None:
    lines.rows[9] = lines.rows[9].replace('\\"entry_id\\"', '\\"entry_id\\" x')


@pytest.mark.parametrize(
    "spoil",
    [
        _name, _swapped, _one_more, _one_less_and_counted, _younger, _longer_valid, _newer, _unsigned,
        _row_of_nonsense, _endless_row, _entry_of_nonsense,
    ],
)  # fmt: skip
def test_a_tampered_snapshot_is_refused(post: Post, file: Path, spoil: Callable[[Lines], None]) -> None:
    lines = Lines.of(file)
    spoil(lines)
    lines.write(file)
    refused(post, file, "SNAPSHOT_TAMPERED")


def test_a_snapshot_under_a_stranger_s_key_is_refused(centre: Centre, post: Post, tmp_path: Path) -> None:
    centre.add(5)
    centre.signer = Ed25519Signer(OTHER_KEY)
    centre.snapshot(tmp_path / "strange")
    refused(post, tmp_path / "strange", "SNAPSHOT_TAMPERED")


@pytest.mark.parametrize("kept", [0.3, 0.9, 0.999])
def test_a_truncated_snapshot_is_refused(post: Post, file: Path, kept: float) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * kept)])
    refused(post, file, "SNAPSHOT_TRUNCATED")


def test_a_snapshot_that_ends_between_two_rows_is_refused(post: Post, file: Path) -> None:
    lines = Lines.of(file)
    lines.rows.pop()
    lines.write(file)
    refused(post, file, "SNAPSHOT_TRUNCATED")


def test_a_replayed_snapshot_is_refused(centre: Centre, post: Post, file: Path) -> None:
    """It is genuine, but would bring back an entry that was revoked since."""
    centre.say()
    post.follow(centre)
    refused(post, file, "SNAPSHOT_REPLAYED")


def test_an_older_snapshot_is_taken_where_a_person_decided_so(centre: Centre, post: Post, file: Path) -> None:
    centre.say()
    post.follow(centre)
    assert post.keeper.install(Snapshot(file, TRUST), may_go_back=True).list_version == 50


def test_an_expired_snapshot_is_refused(post: Post, file: Path, clock: Clock) -> None:
    clock.time += VALIDITY
    refused(post, file, "SNAPSHOT_EXPIRED")


def test_a_snapshot_holds_to_the_last_instant(post: Post, file: Path, clock: Clock) -> None:
    clock.time += VALIDITY - timedelta(microseconds=1)
    assert post.keeper.install(Snapshot(file, TRUST)).list_version == 50


def test_setting_the_clock_back_does_not_help_an_expired_snapshot(
    centre: Centre, post: Post, file: Path, clock: Clock
) -> None:
    clock.time += VALIDITY
    post.keeper.take(centre.feed.batches(0, size=20, page=20)[:1])  # tells the post what time it is
    clock.time -= VALIDITY
    refused(post, file, "SNAPSHOT_EXPIRED")


@pytest.mark.parametrize(
    "content",
    [b"", b"not gzip at all", *(gzip.compress(text, mtime=0) for text in (b"", b"{}\n", b"[1]\n"))],
    ids=["empty", "no gzip", "nothing in it", "no header", "a list"],  # the same in every process that collects them
)
def test_what_is_no_snapshot_is_refused(post: Post, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "something"
    path.write_bytes(content)
    refused(post, path, "SNAPSHOT_UNREADABLE")


def test_a_bomb_is_refused_before_it_bursts(post: Post, tmp_path: Path) -> None:
    path = tmp_path / "bomb"
    path.write_bytes(gzip.compress(b"0" * (64 << 20)))
    refused(post, path, "SNAPSHOT_TAMPERED")


def test_any_single_byte_that_is_changed_is_noticed(post: Post, centre: Centre, tmp_path: Path) -> None:
    """Whatever reason is given: nothing of a damaged file is taken."""
    centre.add(3)
    path = tmp_path / "small"
    centre.snapshot(path)
    whole = path.read_bytes()
    expected = centre.database.read(digest_of_list)
    for place in range(0, len(whole), 7):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x41]) + whole[place + 1 :])
        try:
            post.keeper.install(Snapshot(path, TRUST))
        except LintasError:
            continue
        # a byte of gzip's own header, such as its time stamp
        assert post.copy.list_digest() == expected, place
