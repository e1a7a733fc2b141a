"""Names: transliteration and tokens."""
