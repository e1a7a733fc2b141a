"""Tests of scenarios: format, guards, lint, the engine regression."""
