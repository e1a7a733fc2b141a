"""The documents tell the truth: every check, reason, setting and link that they name exists, and none is left out."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from console.authorisation import PERMISSIONS
from console.server import SERVICES
from console.settings import Settings
from verifier.checks.catalogue import catalogue
from verifier.decision import REASONS

ROOT = Path(__file__).resolve().parents[2]
DOCS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def cells(document: str, heading: str) -> dict[str, list[str]]:
    """Rows of the table under a heading: first cell (without back-ticks) → the others."""
    text = (ROOT / "docs" / document).read_text()
    section = re.split(r"^#+ ", text, flags=re.MULTILINE)
    body = next(part for part in section if part.startswith(heading))
    rows = [line for line in body.splitlines() if line.startswith("| ")][1:]
    split = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    return {row[0].strip("`"): row[1:] for row in split if not row[0].startswith("---")}


def test_every_check_is_documented_as_it_is() -> None:
    documented = cells("checks.md", "The catalogue")
    assert set(documented) == set(catalogue())
    for check_id, (section, computed_by, english, indonesian) in documented.items():
        entry = catalogue()[check_id]
        assert (section, computed_by) == ("own" if entry.is_own else entry.section, entry.computed_by.value)
        assert (english, indonesian) == (entry.name.en, entry.name.id)


def test_every_setting_is_documented() -> None:
    documented = cells("guide.md", "Settings")
    assert set(documented) == {f"LINTAS_{name.upper()}" for name in Settings.model_fields}
    for name, field in Settings.model_fields.items():
        assert field.description == documented[f"LINTAS_{name.upper()}"][-1]


def wire_files() -> list[Any]:
    """All generated modules: a new service is found without being told of."""
    folder = ROOT / "protos" / "lintas" / "v1"
    return [importlib.import_module(f"lintas.v1.{path.stem}") for path in sorted(folder.glob("*_pb2.py"))]


def test_every_method_has_its_roles_and_is_documented() -> None:
    services = [service for file in wire_files() for service in file.DESCRIPTOR.services_by_name.values()]
    methods = {f"/{service.full_name}/{method.name}" for service in services for method in service.methods}
    assert set(PERMISSIONS) == methods
    assert set(SERVICES) <= {service.full_name for service in services}
    documented = cells("api.md", "Methods and roles")
    assert set(documented) == {name.rpartition("/")[2] for name in methods}
    for name, roles in PERMISSIONS.items():
        row = documented[name.rpartition("/")[2]]
        assert set(row[-1].split(", ")) == {role.value for role in roles}


def test_every_decision_reason_is_documented() -> None:
    documented = cells("api.md", "Reasons for decisions")
    assert set(documented) == set(REASONS)
    assert all(documented[code] == [REASONS[code].en, REASONS[code].id] for code in REASONS)


def raised_reasons() -> set[str]:
    """Stable reasons that the code raises, read from the sources."""
    found: set[str] = set()
    for room in ("ledger", "watchlist", "verifier", "console"):
        for path in (ROOT / room).rglob("*.py"):
            text = path.read_text()
            found |= set(re.findall(r'LintasError\(\s*Fault\.\w+,\s*"([A-Z_]+)"', text))
            found |= set(re.findall(r'reason(?:: str = |=)"([A-Z_]+)"', text))
            found |= set(re.findall(r'_refused\(Fault\.\w+, "([A-Z_]+)"', text))
            found |= set(re.findall(r'(?:proposal_error|settlement_error|_refused)\(\s*"([A-Z_]+)"', text))
    return found


def test_every_error_reason_is_documented() -> None:
    documented = set(cells("api.md", "Error reasons"))
    assert raised_reasons() - documented == set()
    assert {reason for reason in documented if reason.isupper()} - raised_reasons() == set()


@pytest.mark.parametrize("path", DOCS, ids=[str(path.relative_to(ROOT)) for path in DOCS])
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", path.read_text()):
        if not target.startswith(("http://", "https://", "mailto:")):
            assert (path.parent / target).exists(), target


def test_the_commands_in_the_readme_exist() -> None:
    text = (ROOT / "README.md").read_text()
    lintas = str(Path(sys.executable).parent / "lintas")
    for command in sorted(set(re.findall(r"\.venv/bin/lintas ((?:watchlist |case |audit )?\w+)", text))):
        result = subprocess.run([lintas, *command.split(), "--help"], capture_output=True, check=False)  # noqa: S603
        assert result.returncode == 0, command
    targets = set(re.findall(r"`?make (\w+)`?", text)) - {"sure"}
    makefile = (ROOT / "Makefile").read_text()
    assert targets
    assert all(f"\n{target}:" in makefile for target in targets), targets
