"""One suite for every entry store."""
