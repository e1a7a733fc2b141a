"""How an entry lives by law: proposed, reviewed by a second person, extended once, lapsed, revoked, objected to."""
