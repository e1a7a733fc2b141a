"""One module a list format, and the table of them."""

from watchlist.sources.model import Encoded, Pattern, Rejected, Source
from watchlist.sources.registry import source_named, sources

__all__ = ["Encoded", "Pattern", "Rejected", "Source", "source_named", "sources"]
