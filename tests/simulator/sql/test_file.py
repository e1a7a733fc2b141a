"""Training and live data bases are kept apart, and a killed room loses no answer."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from console.settings import Settings
from console.wiring import open_database
from ledger.errors import LintasError
from simulator.session.action import Write
from simulator.session.plan import Slot
from simulator.sql import APPLICATION_ID, SqlSessionStore, TrainingFile
from simulator.sql.file import application_id
from tests.simulator.session.rooms import BOY, cases, plan, room

_ROOT = Path(__file__).parents[3]


def test_a_live_data_base_is_not_opened_and_not_touched(tmp_path: Path) -> None:
    live = tmp_path / "lintas.sqlite"
    with open_database(Settings(database_url=f"sqlite:///{live}")):
        pass
    before = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    with pytest.raises(LintasError) as caught:
        TrainingFile(live)
    assert caught.value.reason == "NOT_A_TRAINING_FILE"
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == before


def test_a_training_file_is_no_live_data_base(tmp_path: Path) -> None:
    path = tmp_path / "training.sqlite"
    TrainingFile(path).close()
    with (
        pytest.raises(LintasError) as caught,
        open_database(Settings(database_url=f"sqlite:///{path}")),
    ):
        pass
    assert caught.value.reason == "TRAINING_FILE"
    tables = sqlite3.connect(path).execute("SELECT name FROM sqlite_master").fetchall()
    assert ("cases",) not in tables


@pytest.mark.parametrize("content", [b"not a data base at all", b"SQLite format 3\0" + b"\0" * 84, b"x"])
def test_other_files_are_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(LintasError) as caught:
        TrainingFile(path)
    assert caught.value.reason == "NOT_A_TRAINING_FILE"
    assert path.read_bytes() == content


def test_the_mark_stands_in_the_header(tmp_path: Path) -> None:
    path = tmp_path / "training.sqlite"
    TrainingFile(path).close()
    assert application_id(path) == APPLICATION_ID
    assert path.stat().st_mode & 0o077 == 0
    TrainingFile(path).close()  # and it opens again


def test_a_later_versions_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "training.sqlite"
    TrainingFile(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version=99")
    with pytest.raises(LintasError) as caught:
        TrainingFile(path)
    assert caught.value.reason == "TRAINING_FILE_NEWER"


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(LintasError) as caught:
        TrainingFile(tmp_path / "file" / "training.sqlite")
    assert caught.value.reason == "DATABASE_UNAVAILABLE"


_PLAYER = """
import sys
from pathlib import Path
from simulator.session.action import Cite
from simulator.session.plan import Slot
from simulator.sql import SqlSessionStore, TrainingFile
from tests.simulator.session.rooms import BOY, cases, plan, room
rooms = room(SqlSessionStore(TrainingFile(Path(sys.argv[1]))))
trainee = rooms.join(rooms.open(plan(Slot((BOY,))), cases()).code, "Melati").trainee
facts = sorted(rooms.session("s1").play_at(trainee, 0).facts)
pairs = [(one, other) for one in facts for other in facts if one < other]
for number, (one, other) in enumerate(pairs[:50]):
    rooms.act("s1", trainee, 0, Cite(one, other), f"r{number}")
    print(f"r{number}", flush=True)
"""


def test_kill_9_loses_no_answer(tmp_path: Path) -> None:
    path = tmp_path / "training.sqlite"
    player = subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, "-c", _PLAYER, str(path)], cwd=_ROOT, stdout=subprocess.PIPE, text=True
    )
    assert player.stdout is not None
    answered = [player.stdout.readline().strip() for _ in range(12)]
    os.kill(player.pid, signal.SIGKILL)
    answered += [line.strip() for line in player.stdout.read().splitlines() if line.strip()]
    player.wait()
    player.stdout.close()
    assert answered[:2] == ["r0", "r1"]
    with TrainingFile(path) as file:
        session = room(SqlSessionStore(file)).session("s1")
    kept = {request for _, request in session.requests}
    assert set(answered) <= kept
    assert len(session.play_at("t01", 0).cited) == len(kept)
    assert session.cases[BOY].scenario.meta.key == BOY


def test_what_is_deleted_is_gone_from_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "training.sqlite"
    with TrainingFile(path) as file:
        rooms = room(SqlSessionStore(file))
        code = rooms.open(plan(Slot((BOY,))), cases()).code
        trainee = rooms.join(code, "Melati-Kenanga").trainee
        rooms.act("s1", trainee, 0, Write("rahasia-alasan"), "r1")
        before = b"".join(each.read_bytes() for each in tmp_path.iterdir())
        assert b"Melati-Kenanga" in before
        rooms.delete("s1")
        after = b"".join(each.read_bytes() for each in tmp_path.iterdir())
    assert b"Melati-Kenanga" not in after
    assert b"rahasia-alasan" not in after
