"""Referral of a possible victim: the record in HTCDS terms, the call to a child's parents, and who can help."""
