"""docs/grading.md names the errors that grading and reports raise, and the commands that exist."""

from __future__ import annotations

import re
from pathlib import Path

from typer.testing import CliRunner

from console.cli import app

ROOT = Path(__file__).resolve().parents[3]
DOCUMENT = (ROOT / "docs/grading.md").read_text(encoding="utf-8")


def test_every_reason_is_documented() -> None:
    raised = {"INVALID_FIELD"}
    for room in ("simulator/grading", "simulator/report", "simulator/bots"):
        for path in (ROOT / room).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            raised |= set(re.findall(r'LintasError\(\s*Fault\.\w+,\s*"([A-Z_]+)"', text))
            raised |= set(re.findall(r'reason="([A-Z_]+)"', text))
    documented = set(re.findall(r"^\| `([A-Z_]+)` \|", DOCUMENT, re.MULTILINE))
    assert documented == raised


def test_the_commands_exist() -> None:
    commands = set(re.findall(r"lintas train (\w+)", DOCUMENT))
    assert commands == {"simulate", "report", "forget", "play"}
    for command in commands:
        assert CliRunner().invoke(app, ["train", command, "--help"]).exit_code == 0
    told = [
        CliRunner().invoke(app, ["train", command, "--help"], env={"COLUMNS": "200", "NO_COLOR": "1"}).output
        for command in sorted(commands)
    ]
    help_text = re.sub(r"\x1b\[[0-9;]*m", "", "".join(told))
    options = set(re.findall(r"`?(--[a-z][a-z-]+)", DOCUMENT))
    assert {"--home-page", "--scenarios"} <= options
    for option in options:
        assert option in help_text, option
