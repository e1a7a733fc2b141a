"""The whole line on a real port."""
