"""docs/mrz.md tells every finding code that the source gives, with its severity, and no other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from verifier.mrz.record import Layout

_ROOT = Path(__file__).parents[3]
_ROW = re.compile(r"^\| `([A-Z_]+)` \| (error|warning|note) \|", re.MULTILINE)
_CODE = re.compile(r"[A-Z]+(_[A-Z]+)+")


def _documented() -> dict[str, str]:
    return dict(_ROW.findall((_ROOT / "docs" / "mrz.md").read_text("utf-8")))


def _calls() -> Iterator[tuple[str, str]]:
    """Code and severity of every finding made in the package: calls whose first two arguments are just these."""
    for path in sorted((_ROOT / "verifier" / "mrz").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(
                    args=[ast.Constant(value=str(code)), ast.Attribute(value=ast.Name(id="Severity"), attr=name), *_]
                ) if _CODE.fullmatch(code):
                    yield code, name.lower()


def test_every_code_stands_in_the_table() -> None:
    made = dict(_calls())
    assert len(made) > 10
    assert made == _documented()


@pytest.mark.parametrize("layout", list(Layout))
def test_every_layout_is_told(layout: Layout) -> None:
    assert f"`{layout.name}`" in (_ROOT / "docs" / "mrz.md").read_text("utf-8")
