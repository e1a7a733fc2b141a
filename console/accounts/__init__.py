"""Who may come in: accounts, passwords, one-time codes, sessions, lockout."""
