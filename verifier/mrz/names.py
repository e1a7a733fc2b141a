"""The name field: primary and secondary identifier, and whether it was cut. ICAO Doc 9303-3 §4.6 and 9303-4 §4.2.3."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Names:
    """Identifiers with single spaces for fillers. A person with one name has an empty `secondary`."""

    primary: str
    secondary: str
    is_truncated: bool


def split(field: str) -> Names:
    """Take a name field apart. Two fillers divide; a field filled to its last position may have been cut."""
    # fillers first: a person without a primary identifier, as India and Indonesia print some mononyms
    primary, _, rest = field.partition("<<")
    return Names(primary=_spaced(primary), secondary=_spaced(rest), is_truncated=_is_truncated(field))


def _spaced(text: str) -> str:
    return " ".join(piece for piece in text.split("<") if piece)


def _is_truncated(field: str) -> bool:
    # a name that just fits looks the same as one that was cut (9303-3 §4.6): both are 'may be cut'
    return bool(field) and field[-1] != "<"
