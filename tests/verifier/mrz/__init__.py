"""The machine readable zone: parse, write, suggest."""
