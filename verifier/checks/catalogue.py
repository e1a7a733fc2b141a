"""The catalogue of checks: which there are, who computes them, and which results each may have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from ledger.text import Text
from verifier.checks.packaged import Row, TextRow, packaged, refused, shaped
from verifier.model.check import CheckGroup, CheckResult, CheckSource

_FILE: Final = "catalogue.yaml"


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


class _CheckRow(Row):
    id: Annotated[str, StringConstraints(pattern=r"^[a-z]+\.[a-z0-9_]+$")]
    section: Annotated[str, StringConstraints(pattern=r"^\d+(\.\d+)+$")]
    group: CheckGroup | Literal["overall"]
    computed_by: CheckSource
    results: Annotated[tuple[CheckResult, ...], Field(min_length=1)]
    name: TextRow
    lintas: bool = False


class _CatalogueFile(Row):
    checks: Annotated[tuple[_CheckRow, ...], Field(min_length=1)]


@cache
def catalogue() -> Mapping[str, CatalogueEntry]:
    """All checks by id."""
    return catalogue_of(packaged(_FILE))


def catalogue_of(text: str) -> Mapping[str, CatalogueEntry]:
    """The catalogue in a text of YAML.

    Raises LintasError naming file, row and field: an unknown key, group, source or result; an id that comes twice, or
    does not begin with its group; a sum over the whole document that a terminal should measure.
    """
    entries: dict[str, CatalogueEntry] = {}
    for index, row in enumerate(shaped(_FILE, text, _CatalogueFile).checks):
        place = f"checks[{index}]"
        group = row.group if isinstance(row.group, CheckGroup) else None
        if row.id in entries:
            raise refused(_FILE, f"{place}.id", "the id comes twice")
        if row.id.partition(".")[0] != (group.value if group else "overall"):
            raise refused(_FILE, f"{place}.id", "does not begin with its group")
        if group is None and row.computed_by is CheckSource.TERMINAL:
            raise refused(_FILE, f"{place}.computed_by", "no terminal measures the overall result")
        entries[row.id] = CatalogueEntry(
            check_id=row.id,
            section=row.section,
            group=group,
            computed_by=row.computed_by,
            results=frozenset(row.results),
            name=row.name.text,
            is_own=row.lintas,
        )
    return MappingProxyType(entries)
