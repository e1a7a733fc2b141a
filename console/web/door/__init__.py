"""The door: signing in and out, one's own account, and who has one."""
