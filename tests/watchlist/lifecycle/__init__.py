"""How an entry lives by law."""
