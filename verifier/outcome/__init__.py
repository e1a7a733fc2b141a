"""What came of a case, and what it says of every indicator. Read by reports; nothing here changes a rule."""
