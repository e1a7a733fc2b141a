"""The protection indicators."""
