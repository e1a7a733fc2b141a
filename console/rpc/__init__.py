"""Services over what only this room holds together."""
