"""Tests of simulator/bots."""
