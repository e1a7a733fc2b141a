"""Candidates: which entries are worth comparing, found without looking at all of them."""

from watchlist.index.name_index import NameIndex

__all__ = ["NameIndex"]
