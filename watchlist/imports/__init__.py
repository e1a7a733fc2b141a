"""A new version of a whole list on its way in: sorted on disk, held against what stands, written at once."""
