"""Who and what is listed, and whether the traveller in front of us is that person."""
