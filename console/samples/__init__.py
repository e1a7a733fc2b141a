"""Synthetic sample documents: drawn by `draw.py`, every person and number invented."""
