"""Tests of the conversions between wire and verifier."""
