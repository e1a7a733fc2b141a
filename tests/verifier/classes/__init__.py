"""Figures of whole classes."""
