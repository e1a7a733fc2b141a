"""Tests of specimen documents."""
