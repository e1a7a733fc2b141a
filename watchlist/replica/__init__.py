"""Copies of the list away from the centre: signed snapshots and changes, and what is refused of them."""
