"""Patterns over recorded crossings: leads for an analyst, never a hit on a traveller."""
