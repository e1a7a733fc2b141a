"""«Not the same person»."""
