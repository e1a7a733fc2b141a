"""The wire contract of Lintas."""
