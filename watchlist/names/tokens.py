"""From a written name to comparable tokens."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from watchlist.names.transliteration import to_mrz

_LONGEST_NAME = 1_000  # characters; longer ones are cut, no name is
_WORDS = re.compile(r"[A-Z0-9]+")


@lru_cache(maxsize=200_000)
def tokens(name: str) -> tuple[str, ...]:
    """Upper-case ASCII tokens in the order written. Any script; invisible and combining characters vanish."""
    visible = "".join(c for c in name[:_LONGEST_NAME] if unicodedata.category(c) not in {"Cf", "Cc"} or c.isspace())
    return tuple(_WORDS.findall(to_mrz(visible).replace("<", " ")))
