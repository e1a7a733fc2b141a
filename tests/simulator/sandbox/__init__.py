"""Tests of the sandbox: the engine in a room of its own."""
