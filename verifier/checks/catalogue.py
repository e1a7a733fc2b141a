"""The catalogue of checks: which there are, who computes them, and which results each may have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from ledger.text import Text
from verifier.model.check import CheckGroup, CheckResult, CheckSource


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One check. `section` is the number in TR-03135 part 1; `group` is None for the overall result."""

    check_id: str
    section: str
    group: CheckGroup | None
    computed_by: CheckSource
    results: frozenset[CheckResult]
    name: Text
    is_own: bool = False  # a check of ours that the guideline does not number


@cache
def catalogue() -> Mapping[str, CatalogueEntry]:
    """All checks by id."""
    text = (resources.files(__package__) / "catalogue.yaml").read_text("utf-8")
    entries = (_entry(row) for row in yaml.safe_load(text)["checks"])
    return {entry.check_id: entry for entry in entries}


def _entry(row: dict[str, Any]) -> CatalogueEntry:
    group = row["group"]
    return CatalogueEntry(
        check_id=row["id"],
        section=row["section"],
        group=None if group == "overall" else CheckGroup(group),
        computed_by=CheckSource(row["computed_by"]),
        results=frozenset(CheckResult(result) for result in row["results"]),
        name=Text(id=row["name"]["id"], en=row["name"]["en"]),
        is_own=row.get("lintas", False),
    )
