"""Names into the name field, cut where they are too long: ICAO Doc 9303-3 §4.6, 9303-4 §4.2.3, 9303-5 and -6 §4.2.3."""

from __future__ import annotations

from typing import Final

from verifier.mrz.layout import FILLER
from watchlist.names.transliteration import to_mrz

_DIVIDER: Final = FILLER * 2
_FREED: Final = 3  # positions a long primary identifier gives up: two fillers and one letter of the secondary


def name_field(surname: str, given_names: str, width: int) -> str:
    """Both identifiers in `width` characters. Names that do not fit are cut so that the last position is a letter.

    That letter tells the reader that the name may be cut. A secondary identifier keeps at least its initial.
    """
    primary, secondary = to_mrz(surname), to_mrz(given_names)
    whole = primary + (_DIVIDER + secondary if secondary else "")
    if len(whole) <= width:
        return whole.ljust(width, FILLER)
    if not secondary:
        return cut(primary, width)
    primary = cut(primary, width - _FREED) if len(primary) > width - _FREED else primary
    return primary + _DIVIDER + cut(secondary, width - len(primary) - len(_DIVIDER))


def cut(name: str, width: int) -> str:
    """The first `width` characters, ending in a letter: where a filler would end them, an earlier word gives way.

    Only a name all of whose words are single letters can still end in a filler.
    """
    kept = name[:width]
    if not kept.endswith(FILLER):
        return kept
    words = kept.rstrip(FILLER).split(FILLER)
    shortened = next((number for number in reversed(range(len(words))) if len(words[number]) > 1), None)
    if shortened is None:
        return kept
    words[shortened] = words[shortened][:-1]
    return FILLER.join(words) + FILLER + name[width]


def french_name_fields(surname: str, given_names: str, widths: tuple[int, int]) -> tuple[str, str]:
    """Surname and given names of the French card: two fields, two fillers between given names, plainly cut."""
    given = to_mrz(given_names).replace(FILLER, _DIVIDER)
    return to_mrz(surname)[: widths[0]].ljust(widths[0], FILLER), given[: widths[1]].ljust(widths[1], FILLER)
