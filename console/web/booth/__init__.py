"""The booth: examine a document, read the advice, decide."""
