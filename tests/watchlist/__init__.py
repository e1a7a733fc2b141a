"""Tests of the watchlist."""
