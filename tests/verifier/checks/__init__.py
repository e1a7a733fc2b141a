"""Tests of the document checks."""
