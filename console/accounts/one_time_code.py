"""One-time codes by time (RFC 6238): six digits every 30 seconds, each accepted once."""

from __future__ import annotations

import hmac
from datetime import datetime
from typing import Final

import pyotp

STEP_S: Final = 30
_DRIFT_STEPS: Final = 1  # phones that are half a minute off


def new_secret() -> str:
    """A fresh base-32 secret of 160 bits."""
    return str(pyotp.random_base32())


def enrolment_uri(secret: str, account_name: str) -> str:
    """What the QR code for an authenticator holds."""
    return str(pyotp.TOTP(secret).provisioning_uri(name=account_name, issuer_name="Lintas"))


def step_of(code: str, secret: str, now: datetime, *, after_step: int) -> int | None:
    """The time step whose code this is, later than `after_step`; None where it is none."""
    digits = code.replace(" ", "")
    current = int(now.timestamp()) // STEP_S
    totp = pyotp.TOTP(secret)
    for step in range(current - _DRIFT_STEPS, current + _DRIFT_STEPS + 1):
        if step > after_step and hmac.compare_digest(totp.at(step * STEP_S).encode(), digits.encode()):
            return step
    return None
