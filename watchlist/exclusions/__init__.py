"""«Not the same person», decided by two people, remembered for one travel document and one entry."""
