"""Tests of the exercise engine."""
