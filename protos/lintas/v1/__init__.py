"""Version 1, generated from the protos beside it."""
