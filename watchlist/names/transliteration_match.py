"""Whether an MRZ name lawfully comes from a printed one: all ways of writing are followed at once, in linear time."""

from __future__ import annotations

from collections.abc import Iterable

# the letters of one word, each with its lawful forms
Printed = tuple[tuple[str, ...], ...]


def matches(seen: str, printed: tuple[Printed, ...], *, truncated: bool) -> bool:
    """`seen` has single spaces between its words; a space counts as nothing, so words may be joined or divided.

    With `truncated`, a word may end early where `seen` has a space or its end, and words but the first may be missing.
    """
    names = tuple(word for word in printed if any(any(forms) for forms in word))
    if not seen or not names:
        return False
    reached = {0}
    for number, word in enumerate(names):
        after = _after_word(seen, word, reached, truncated=truncated)
        reached = after | reached if truncated and number else after
        if not reached:
            return False
    return len(seen) in reached


def _after_word(seen: str, word: Printed, starts: set[int], *, truncated: bool) -> set[int]:
    """Positions in `seen` that can stand after the word when it begins at one of `starts`."""
    positions, ended = _past_spaces(seen, starts), set()
    for forms in word:
        if truncated:
            ended |= {end for end in _cut_ends(seen, forms, positions) if end == len(seen) or seen[end] == " "}
        following = {p + len(form) for p in positions for form in forms if seen.startswith(form, p)}
        positions = _past_spaces(seen, following)
    return positions | _past_spaces(seen, ended)


def _cut_ends(seen: str, forms: tuple[str, ...], positions: set[int]) -> Iterable[int]:
    """Where a letter can end when its form may be cut too: Ä gives AE, cut to A."""
    for form in forms:
        for size in range(1, len(form) + 1):
            yield from (p + size for p in positions if seen.startswith(form[:size], p))


def _past_spaces(seen: str, positions: set[int]) -> set[int]:
    return positions | {p + 1 for p in positions if p < len(seen) and seen[p] == " "}
