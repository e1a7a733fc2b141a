"""Who on the list may this be?"""

from watchlist.search.searcher import Searcher

__all__ = ["Searcher"]
