"""What trainers may read over a real port, and that nobody who is being trained can."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import grpc
import pytest

from console.cli.train_room import scenario_folder
from console.client import ServiceError
from console.settings import Settings
from console.trainer_client import TrainerClient
from console.training import TrainingRoom, open_training, training_serving
from console.training_client import TrainingClient
from ledger.actor import Actor, Role
from lintas.v1 import trainer_pb2 as wire
from lintas.v1 import training_pb2, verification_pb2
from simulator.scenario.model import Scenario
from simulator.scenario.schema import template

BOY = "boy_with_uncle"
TRAINER = Actor("room-1", "tr-1", Role.TRAINER)
PNG = b"\x89PNG"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A trainer's own folder: one good, one broken, one with a key that Lintas has, one with a warning."""
    folder: Path = tmp_path_factory.mktemp("own")
    (folder / "ours.yaml").write_text(template("ours"), "utf-8")
    (folder / "broken.yaml").write_text(
        template("broken").replace("time_budget_s: 240", "time_budget_s: soon"), "utf-8"
    )
    (folder / f"{BOY}.yaml").write_text(template(BOY), "utf-8")
    (folder / "renamed.yaml").write_text(template("other"), "utf-8")
    return folder


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory, own: Path) -> Iterator[TrainingRoom]:
    folder: Path = tmp_path_factory.mktemp("training")
    with open_training(folder / "training.sqlite", scenario_folder(None), own) as opened:
        yield opened


@pytest.fixture(scope="module")
def channel(room: TrainingRoom, tmp_path_factory: pytest.TempPathFactory) -> Iterator[grpc.Channel]:
    live = tmp_path_factory.mktemp("live")
    settings = Settings(database_url=f"sqlite:///{live}/x.sqlite", reading_workers=1)
    with training_serving(room, settings, "127.0.0.1:0") as bound, grpc.insecure_channel(bound) as opened:
        yield opened


@pytest.fixture
def trainer(channel: grpc.Channel) -> TrainerClient:
    return TrainerClient(channel, TRAINER)


CALLS: dict[str, Callable[[TrainerClient], Any]] = {
    "GetScenario": lambda client: client.scenario(BOY),
    "GetScenarioPicture": lambda client: client.picture(wire.GetScenarioPictureRequest(key=BOY, document="passport")),
    "LintScenarios": lambda client: client.lint(),
    "ListSessions": lambda client: client.sessions(),
    "GetJoinCode": lambda client: client.join_code("any"),
    "MakePack": lambda client: list(client.pack(wire.MakePackRequest(scenarios=[BOY]), timeout_s=60)),
}


def test_every_call_is_looked_at_below() -> None:
    assert set(CALLS) == {each.name for each in wire.DESCRIPTOR.services_by_name["TrainerService"].methods}


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.TRAINER, Role.SYSTEM}])
@pytest.mark.parametrize("call", CALLS)
def test_nobody_else_reads_answers(channel: grpc.Channel, call: str, role: Role) -> None:
    with pytest.raises(ServiceError) as caught:
        CALLS[call](TrainerClient(channel, Actor("room-2", "somebody", role)))
    assert caught.value.code in {"PERMISSION_DENIED", "UNAUTHENTICATED"}


def test_a_scenario_comes_whole(trainer: TrainerClient) -> None:
    found = trainer.scenario(BOY)
    scenario = Scenario.model_validate_json(found.scenario_json)  # the published schema, nothing left out
    assert scenario.meta.key == BOY
    assert [each.document for each in found.pages] == ["passport", "passport.inner"]
    assert (found.file, found.own, list(found.findings)) == (f"{BOY}.yaml", False, [])
    assert found.engine.advice == verification_pb2.ADVICE_KIND_PROTECT
    assert len(found.engine_informed.reasons) >= len(found.engine.reasons)


def test_a_variant_is_another_traveller(trainer: TrainerClient) -> None:
    written, varied = (json.loads(trainer.scenario("namesake", seed).scenario_json) for seed in (0, 5))
    assert written["persona"] != varied["persona"]
    assert written["meta"] == varied["meta"]


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"document": "visa"}, "document"),
        ({"document": "passport", "light": "x-ray"}, "light"),
        ({"document": "passport", "region": "signature"}, "region"),
        ({"document": "passport.inner", "region": "photo"}, "region"),
        ({"document": "passport", "variant": -1}, "variant"),
    ],
)
def test_bad_pictures_name_their_field(trainer: TrainerClient, asked: dict[str, Any], field: str) -> None:
    with pytest.raises(ServiceError) as caught:
        trainer.picture(wire.GetScenarioPictureRequest(key=BOY, **asked))
    assert [name for name, _ in caught.value.fields] == [field]


def test_pictures_of_all_views(trainer: TrainerClient) -> None:
    asked = (
        ("passport", "uv", ""),
        ("passport", "ir", ""),
        ("passport.inner", "", ""),
        ("passport", "", "birth_date"),
        ("bearer", "", ""),
    )
    drawn = [
        trainer.picture(wire.GetScenarioPictureRequest(key=BOY, document=document, light=light, region=region)).png
        for document, light, region in asked
    ]
    assert all(each.startswith(PNG) for each in drawn)
    assert len(set(drawn)) == len(drawn)


def test_lint_names_lines_also_of_files_that_cannot_be_played(trainer: TrainerClient, own: Path) -> None:
    files = {(each.file, each.own): each for each in trainer.lint().files}
    assert len([name for name, is_own in files if not is_own]) >= 40
    assert [(each.level, each.rule) for name, each in _findings(files, own=False) if each.level == "error"] == []
    (broken,) = files["broken.yaml", True].findings
    line = (own / "broken.yaml").read_text("utf-8").splitlines()[broken.line - 1]
    assert line.startswith("time_budget_s")
    assert files["broken.yaml", True].key == ""
    assert [each.rule for each in files["renamed.yaml", True].findings] == ["file"]
    assert [each.rule for each in files[f"{BOY}.yaml", True].findings] == ["SCENARIO_KEY_TAKEN"]


def _findings(files: Any, *, own: bool) -> list[tuple[str, Any]]:
    return [(name, each) for (name, is_own), file in files.items() if is_own is own for each in file.findings]


def test_own_scenarios_are_played_beside_those_of_lintas(trainer: TrainerClient, channel: grpc.Channel) -> None:
    listed = {each.key: each for each in TrainingClient(channel, TRAINER).scenarios().scenarios}
    assert (listed["ours"].own, listed[BOY].own) == (True, False)
    assert list(listed[BOY].competencies) == ["compare", "interview", "protect"]
    assert trainer.scenario("ours").own
    assert not trainer.scenario(BOY).own


def test_the_trainer_finds_session_and_code_again_until_it_is_closed(
    trainer: TrainerClient, channel: grpc.Channel
) -> None:
    room = TrainingClient(channel, TRAINER)
    slots = [training_pb2.SessionSlot(scenarios=[BOY])]
    opened = room.open(training_pb2.OpenSessionRequest(title="Monday", slots=slots))
    assert trainer.sessions(1).sessions[0].session_id == opened.session_id
    assert trainer.join_code(opened.session_id) == opened.code
    room.close(opened.session_id)
    assert trainer.join_code(opened.session_id) == ""
    assert trainer.sessions().sessions[0].closed
    room.delete(opened.session_id)
    with pytest.raises(ServiceError) as caught:
        trainer.join_code(opened.session_id)
    assert caught.value.reason == "SESSION_UNKNOWN"
    with pytest.raises(ServiceError) as caught:
        trainer.sessions(51)
    assert [name for name, _ in caught.value.fields] == ["limit"]
