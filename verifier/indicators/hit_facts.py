"""What the watchlist's answer says to the indicators. Hits are read; nothing flows back, and nobody is listed here."""

from __future__ import annotations

from typing import Final

from verifier.indicators.rule import FactValue
from watchlist.entry import Category, EntryKind, EntryState, Grade, Hit, SearchResult

_SURE: Final = frozenset({Grade.EXACT, Grade.PROBABLE})
_REPORTED: Final = frozenset(
    {
        Category.LOST_DOCUMENT,
        Category.STOLEN_DOCUMENT,
        Category.STOLEN_BLANK_DOCUMENT,
        Category.REVOKED_DOCUMENT,
    }
)


def of(search: SearchResult | None, *, is_child: bool) -> dict[str, FactValue | None]:
    """Facts by name; unknown where nothing was searched. Entries that lapsed or were revoked say nothing."""
    if search is None:
        return {}
    hits = [hit for hit in search.hits if hit.state is EntryState.ACTIVE]
    protective = [hit.entry.category for hit in hits if hit.entry.category.is_protective and _is_sure(hit)]
    return {
        "document.is_reported": any(hit.entry.category in _REPORTED and _is_sure(hit) for hit in hits),
        "hits.protective": bool(protective),
        "hits.protective_child": any(
            each is Category.CHILD_AT_RISK or (each is Category.MISSING_PERSON and is_child) for each in protective
        ),
        "hits.only_similar": any(hit.comparison.grade is Grade.POSSIBLE and _is_suspect(hit) for hit in hits),
    }


def _is_sure(hit: Hit) -> bool:
    return hit.comparison.grade in _SURE


def _is_suspect(hit: Hit) -> bool:
    return hit.entry.kind is EntryKind.PERSON and not hit.entry.category.is_protective
