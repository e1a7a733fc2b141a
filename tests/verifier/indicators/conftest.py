"""The policy that comes with Lintas, loaded once, and a copy that tests may spoil."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import pytest

from verifier.indicators.catalogue import Catalogue
from verifier.indicators.policy_folder import load_catalogue


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The shipped policy."""
    return load_catalogue()


@pytest.fixture
def spoil(tmp_path: Path) -> Callable[[str, str, str], Path]:
    """Copies the policy and replaces one piece of text in one file."""

    def spoiled(file: str, old: str, new: str) -> Path:
        with resources.as_file(resources.files("verifier.indicators") / "policy") as source:
            folder = Path(shutil.copytree(source, tmp_path / "policy", dirs_exist_ok=True))
        text = (folder / file).read_text()
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1))
        return folder

    return spoiled
