"""One module a list format."""
