"""One module a list format, and the table of them."""

from watchlist.sources.model import Encoded, Rejected, Source
from watchlist.sources.registry import source_named, sources

__all__ = ["Encoded", "Rejected", "Source", "source_named", "sources"]
