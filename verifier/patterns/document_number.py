"""The number after this one, so that consecutive numbers can be told by their keyed hashes alone."""

from __future__ import annotations

import re
from typing import Final

_SERIES: Final = re.compile(r"(?P<before>.*?)(?P<counter>\d+)(?P<after>[A-Z]?)")
_SHORTEST_COUNTER: Final = 4


def next_number(number: str) -> str:
    """`X1234567` → `X1234568`; a single letter at the end stays. '' where the number does not count up.

    A counter has at least 4 digits; after 9999 another series begins, which nobody can know.
    """
    found = _SERIES.fullmatch(number)
    if found is None or len(found["counter"]) < _SHORTEST_COUNTER:
        return ""
    counter = str(int(found["counter"]) + 1).zfill(len(found["counter"]))
    if len(counter) > len(found["counter"]):
        return ""
    return f"{found['before']}{counter}{found['after']}"
