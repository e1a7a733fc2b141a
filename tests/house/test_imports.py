"""Every import contract really fails when it is broken, and names the culprit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("console", "simulator", "verifier", "watchlist", "ledger")
CONTRACTS = [
    contract["name"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
]

# contract → a module, and the import that must not stand in it
BREAKS = {
    "Rooms: console > simulator > verifier > watchlist > ledger": [
        ("ledger/actor.py", "import watchlist.entry"),
        ("watchlist/entry.py", "import verifier.model"),
        ("verifier/engine.py", "import simulator"),
        ("simulator/__init__.py", "import console"),
    ],
    "The pure domain reaches no wire, no data base, no image or OCR package": [
        ("verifier/engine.py", "import cv2"),
        ("verifier/checks/__init__.py", "import sqlalchemy"),
        ("watchlist/entry.py", "import grpc"),
        ("verifier/advice/__init__.py", "import lintas.v1"),
    ],
    "Only rpc and console see the wire types": [
        ("watchlist/sql/__init__.py", "import lintas.v1"),
        ("verifier/reading/__init__.py", "import lintas.v1"),
        ("ledger/sql/__init__.py", "import grpc"),
    ],
    "Inside watchlist: rpc | sql > lists > sources > store > search > scoring > compare > names > entry": [
        ("watchlist/entry.py", "import watchlist.names"),
        ("watchlist/sql/__init__.py", "import watchlist.rpc"),
    ],
    "Inside verifier: rpc | sql > desk > case > engine > advice > checks > mrz > model": [
        ("verifier/mrz/record.py", "import verifier.checks"),
        ("verifier/sql/__init__.py", "import verifier.rpc"),
        ("verifier/engine.py", "import verifier.desk"),
    ],
    "Tips, outcomes, referrals and leads reach no list": [
        ("verifier/tips/tip.py", "import watchlist.store"),
        ("verifier/protection/hearing.py", "import watchlist.sql"),
        ("verifier/leads/desk.py", "import watchlist.lists"),
    ],
    "What stands at the counter reads no lead and no figure of a class": [
        ("verifier/advice/__init__.py", "import verifier.leads"),
        ("verifier/indicators/__init__.py", "import verifier.leads"),
        ("watchlist/entry.py", "import verifier.classes"),
    ],
    "The simulator cannot reach live stores, nor what was handed over to them": [
        ("simulator/__init__.py", "import verifier.sql"),
        ("simulator/grading/__init__.py", "import verifier.classes"),
    ],
    "Accounts know no data base, no wire, no page": [
        ("console/accounts/gate.py", "import sqlalchemy"),
        ("console/accounts/session.py", "import starlette"),
        ("console/accounts/roster.py", "import lintas.v1"),
    ],
    "The exercise engine is pure: no wire, no data base, no drawing": [
        ("simulator/session/__init__.py", "import grpc"),
        ("simulator/grading/__init__.py", "import sqlalchemy"),
        ("simulator/scenario/__init__.py", "import cv2"),
    ],
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages and their contracts in a folder that tests may spoil."""
    folder = tmp_path_factory.mktemp("house")
    for room in ROOMS:
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "protos/lintas", folder / "lintas", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    environment = os.environ | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(  # noqa: S603 - our own linter
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_the_untouched_house_passes(copy: Path) -> None:
    result = lint(copy)
    assert result.returncode == 0, result.stdout


def test_every_contract_has_its_breaks() -> None:
    assert set(BREAKS) == set(CONTRACTS)


@pytest.mark.parametrize("contract", CONTRACTS)
def test_a_broken_contract_is_found(copy: Path, contract: str) -> None:
    """All breaks of one contract at once: each must be named in the report."""
    originals = {name: (copy / name).read_text() for name, _ in BREAKS[contract]}
    try:
        for name, line in BREAKS[contract]:
            (copy / name).write_text(f"{originals[name]}\n{line}\n")
        result = lint(copy)
    finally:
        for name, text in originals.items():
            (copy / name).write_text(text)
    assert result.returncode == 1
    assert f"{contract} BROKEN" in " ".join(result.stdout.split())
    for name, line in BREAKS[contract]:
        module = name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        assert f"{module} -> {line.removeprefix('import ')}" in result.stdout.replace("\n", "")
