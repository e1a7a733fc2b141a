"""Tests of watchlist.compare."""
