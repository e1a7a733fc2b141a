"""The report on a period."""
