"""What every step of the line speaks of: presentation, reading, checks, texts."""
