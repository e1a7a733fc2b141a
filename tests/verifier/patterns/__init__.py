"""Patterns over recorded crossings."""
