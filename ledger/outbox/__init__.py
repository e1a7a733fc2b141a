"""What a post recorded on its own goes to the centre, once: the ledger itself is the outbox, its sequence the key."""
