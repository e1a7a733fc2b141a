"""The exercise engine: sessions, cases and actions as a pure state machine over an append-only log."""
