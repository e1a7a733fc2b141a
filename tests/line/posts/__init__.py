"""Centre and posts over real connections."""
