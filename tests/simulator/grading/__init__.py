"""Tests of simulator/grading."""
