"""Tests of simulator/report."""
