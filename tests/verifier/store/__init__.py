"""One suite for every case store."""
