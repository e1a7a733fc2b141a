"""Refusing numbers out of range, with the field named."""

from __future__ import annotations

import math

from ledger.errors import invalid_field


def require_within(field: str, value: float, low: float, high: float) -> None:
    """Raises LintasError (INVALID_FIELD) unless `value` is a finite number in [low, high]."""
    if not (math.isfinite(value) and low <= value <= high):
        raise invalid_field(field, f"a number from {low:g} to {high:g}")


def require_key(field: str, value: str) -> None:
    """Raises LintasError (INVALID_FIELD) unless `value` is a non-empty key of at most 200 printable characters."""
    if not value or len(value) > 200 or not value.isprintable():
        raise invalid_field(field, "a key of 1 to 200 printable characters")
