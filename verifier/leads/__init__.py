"""Leads of patterns, kept: what was found, and what an analyst made of it. Nothing here reaches a counter or a list."""
