"""Tests of the training file."""
