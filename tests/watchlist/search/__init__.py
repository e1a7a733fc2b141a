"""Tests of watchlist.search."""
