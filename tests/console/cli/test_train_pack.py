"""`lintas train pack`: a PDF for its owner alone, and errors that say what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from console.cli.app import app


def _run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["train", "pack", *arguments])
    return result.exit_code, " ".join(result.output.split())


def test_the_trainers_part(tmp_path: Path) -> None:
    code, said = _run("boy_with_uncle", "namesake", "--part", "key", "--in", "en", "-o", str(tmp_path / "key.pdf"))
    assert (code, said) == (0, "")
    assert (tmp_path / "key.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "key.pdf").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("wanted", [["nothing"], ["boy_with_uncle", "nothing"]])
def test_an_unknown_scenario_is_told_with_those_there_are(tmp_path: Path, wanted: list[str]) -> None:
    code, said = _run(*wanted, "-o", str(tmp_path / "x.pdf"), "--file", str(tmp_path / "none.sqlite"))
    assert code == 2
    assert "boy_with_uncle" in said
    assert not (tmp_path / "x.pdf").exists()
