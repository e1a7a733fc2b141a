"""How the post does over a period: counts, times and shares with their intervals; never a person."""
