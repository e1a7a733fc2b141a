"""Signatures on what leaves the house: exports of lists, and the list on its way to the posts."""
