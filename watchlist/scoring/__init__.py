"""From evidence to one probability and a grade."""

from watchlist.scoring.scorer import Scorer

__all__ = ["Scorer"]
