"""docs/training.md names every reason that the training room raises, and no other."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_GENERAL = {"INVALID_FIELD", "DATABASE_UNAVAILABLE"}  # docs/api.md
_ROOMS = ("scenario", "session", "interview", "sandbox", "rpc", "sql")


def _raised() -> set[str]:
    found: set[str] = set()
    paths = [path for room in _ROOMS for path in (ROOT / "simulator" / room).rglob("*.py")]
    for path in [*paths, ROOT / "simulator/store.py", ROOT / "simulator/library.py"]:
        text = path.read_text("utf-8")
        found |= set(re.findall(r'LintasError\(\s*Fault\.\w+,\s*"([A-Z_]+)"', text))
        found |= set(re.findall(r'_moment\(\s*"([A-Z_]+)"', text))
        found |= set(re.findall(r'reason(?:: str = |=)"([A-Z_]+)"', text))
    return found | {"VARIATION_INVALID"}


def test_reasons_are_documented() -> None:
    text = (ROOT / "docs/training.md").read_text("utf-8").partition("## Error reasons")[2]
    documented = set(re.findall(r"^\| `([A-Z_]+)`", text, flags=re.MULTILINE))
    assert _raised() - documented - _GENERAL == set()
    assert documented - _raised() == set()
