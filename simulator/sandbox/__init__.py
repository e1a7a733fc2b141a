"""The real engine in a room of its own: memory stores, a clock that stands still, the scenario's own watchlist."""
