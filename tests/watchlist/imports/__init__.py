"""Tests of importing whole lists."""
