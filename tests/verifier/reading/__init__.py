"""Tests of reading: image files, engines, the pool."""
