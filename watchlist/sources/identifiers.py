"""Numbers of passports and identity papers as lists write them in running text."""

from __future__ import annotations

import re
from typing import Final

_NUMBER = re.compile(
    r"(?:Booklet: ?|Card: ?|No\.?:? )?([A-Za-z0-9][A-Za-z0-9 ./\-]*?)(?= *(?:[(,;]| issued| expires| and |$))"
)
_SHORTEST: Final = 4


def leading_number(text: str) -> str:
    """The number that `text` begins with, letters and digits only; '' where there is none that identifies anything.

    'L 123456 issued 3 Mar 1999' gives 'L123456'. A single letter before a space must not become a key of its own.
    """
    match = _NUMBER.match(text.strip())
    if match is None:
        return ""
    number = "".join(c for c in match[1].upper() if c.isalnum())
    return number if len(number) >= _SHORTEST and any(c.isdigit() for c in number) else ""
