"""Imports over real data bases."""
