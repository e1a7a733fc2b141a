"""Names as documents and lists write them: transliteration, tokens, variants."""
