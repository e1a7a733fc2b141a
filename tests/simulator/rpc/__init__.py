"""The training service over a real port."""
