"""Tests of watchlist.scoring."""
