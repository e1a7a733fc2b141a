"""Contacts in one spelling, so that the same telephone hashes alike however it was written down."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_NO_DIGITS: Final = re.compile(r"[\s().\-/\u2010-\u2015]+")
_TRUNK_IN_BRACKETS: Final = re.compile(r"\(0\)")
_HASH: Final = re.compile(r"[0-9a-fA-F]{32,128}")
_MAIL: Final = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_SHORTEST_DIGITS, _LONGEST_DIGITS = 8, 15  # ITU-T E.164 §6.2.1: at most 15 with the country code


def normal_phone(text: str, *, home_prefix: str = "62") -> str | None:
    """`+` and the digits of an E.164 number, or None where the text is no telephone number.

    `+…` and `00…` are international; one leading 0 is the trunk prefix and stands for `home_prefix` (digits of the
    country code). Bare digits are a home number, unless they begin with `home_prefix`. Digits of every script are read;
    letters, extensions and anything shorter than 8 or longer than 15 digits are refused.
    """
    plain = _TRUNK_IN_BRACKETS.sub("", unicodedata.normalize("NFKC", text))
    compact = _NO_DIGITS.sub("", plain)
    is_international = compact.startswith("+")
    digits = _ascii_digits(compact.removeprefix("+"))
    if digits is None:
        return None
    if not is_international and digits.startswith("00"):
        is_international, digits = True, digits[2:]
    if not is_international:
        if digits.startswith("0"):
            digits = home_prefix + digits[1:]
        elif not digits.startswith(home_prefix):
            digits = home_prefix + digits
    is_lawful = _SHORTEST_DIGITS <= len(digits) <= _LONGEST_DIGITS and not digits.startswith("0")
    return f"+{digits}" if is_lawful else None


def _ascii_digits(text: str) -> str | None:
    values = [unicodedata.digit(each, -1) for each in text]
    return None if not values or -1 in values else "".join(map(str, values))


def is_hash(text: str) -> bool:
    """It is hashed already, as terminals do: 32 to 128 hexadecimal digits."""
    return _HASH.fullmatch(text.strip()) is not None


def normal_contact(text: str, *, home_prefix: str = "62") -> str | None:
    """A telephone number, e-mail address or account name in its one spelling; None where nothing stands."""
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    if not plain:
        return None
    if (phone := normal_phone(plain, home_prefix=home_prefix)) is not None:
        return f"tel:{phone}"
    if _MAIL.fullmatch(plain):
        return f"mail:{plain.casefold()}"
    return f"name:{plain.casefold()}"
