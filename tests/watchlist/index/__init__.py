"""Tests of watchlist.index."""
