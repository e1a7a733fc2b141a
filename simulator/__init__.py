"""Training exercises on the same engine, apart from all live data."""
