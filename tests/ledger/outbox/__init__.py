"""What posts deliver arrives once."""
