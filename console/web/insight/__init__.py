"""How the post does, what was done, whether the record is whole."""
