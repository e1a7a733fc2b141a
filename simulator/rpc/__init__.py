"""The training service on the wire."""
