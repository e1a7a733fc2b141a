"""Leads that are kept, and what analysts made of them."""
