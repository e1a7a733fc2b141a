"""Copies of the list away from the centre."""
