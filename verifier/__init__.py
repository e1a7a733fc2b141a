"""One traveller, straight through: read, parse, check, search, advise, record."""
