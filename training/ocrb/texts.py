"""What stands on a synthetic line: MRZ-like text of every layout, and random strings, so that no words are learnt."""

from __future__ import annotations

from typing import Final

import numpy as np

from verifier.reading.alphabet import ALPHABET

_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DIGITS: Final = "0123456789"
_CONSONANTS: Final = "BCDFGHJKLMNPQRSTVWXYZ"
_VOWELS: Final = "AEIOUY"
# pairs and triples that low-resolution print confuses: shown more often than chance would
_CONFUSABLE: Final = (
    "O0QDU",
    "I1LTJ",
    "B8R3",
    "S5",
    "Z27",
    "G6C",
    "<KXCSE",
    "MNHW",
    "VYU",
    "A4",
    "EF",
    "PR",
    "09",
    "3J",
    "<L",
)


def _pick(rng: np.random.Generator, alphabet: str, count: int) -> str:
    return "".join(alphabet[i] for i in rng.integers(0, len(alphabet), count))


def _name(rng: np.random.Generator) -> str:
    parts = []
    for _ in range(int(rng.integers(1, 5))):
        parts.append(_pick(rng, _CONSONANTS, 1) + _pick(rng, _VOWELS, 1))
        if rng.random() < 0.3:
            parts.append(_pick(rng, _LETTERS, 1))
    return "".join(parts)


def _names(rng: np.random.Generator) -> str:
    surname = "<".join(_name(rng) for _ in range(1 + int(rng.random() < 0.3)))
    given = "<".join(_name(rng) for _ in range(int(rng.integers(0, 4))))
    return f"{surname}<<{given}"


def _filled(text: str, length: int) -> str:
    return text[:length].ljust(length, "<")


def _number(rng: np.random.Generator) -> str:
    if rng.random() < 0.5:
        return _filled(_pick(rng, _DIGITS, int(rng.integers(7, 10))), 9)
    return _filled(_pick(rng, _LETTERS + _DIGITS, int(rng.integers(5, 10))), 9)


def _dates(rng: np.random.Generator) -> str:
    sex = "MF<"[int(rng.integers(0, 3))]
    return _pick(rng, _DIGITS, 7) + sex + _pick(rng, _DIGITS, 7)


def _optional(rng: np.random.Generator, length: int) -> str:
    kind = rng.random()
    if kind < 0.4:
        return "<" * length
    alphabet = _DIGITS if kind < 0.7 else ALPHABET
    return _filled(_pick(rng, alphabet, int(rng.integers(1, length + 1))), length)


def _layout_line(rng: np.random.Generator) -> str:
    """One line of TD1, TD2, TD3 or a visa: only its look matters here, so the digits need not fit."""
    country = _pick(rng, _LETTERS, 3) if rng.random() < 0.95 else "D<<"
    head = "PIVACO"[int(rng.integers(0, 6))] + ("<" + _LETTERS)[int(rng.integers(0, 27)) if rng.random() < 0.4 else 0]
    length = (30, 36, 44)[int(rng.integers(0, 3))]
    kind = int(rng.integers(0, 4))
    if kind == 0:
        return _filled(head + country + _names(rng), length)
    if kind == 1:
        body = _number(rng) + _pick(rng, _DIGITS, 1) + country + _dates(rng)
        return _filled(body + _optional(rng, max(length - 29, 1)) + _pick(rng, _DIGITS, 1), length)
    if kind == 2:
        return _filled(head + country + _number(rng) + _pick(rng, _DIGITS, 1) + _optional(rng, 15), 30)
    if rng.random() < 0.5:
        return _filled(_names(rng), 30)
    return _dates(rng) + country + _optional(rng, 11) + _pick(rng, _DIGITS, 1)


def _random_line(rng: np.random.Generator) -> str:
    length = int(rng.integers(28, 46))
    runs: list[str] = []
    while sum(map(len, runs)) < length:
        kind = rng.random()
        if kind < 0.25:
            runs.append("<" * int(rng.integers(1, 8)))
        elif kind < 0.65:
            group = _CONFUSABLE[int(rng.integers(0, len(_CONFUSABLE)))]
            runs.append(_pick(rng, group, int(rng.integers(1, 6))))
        else:
            runs.append(_pick(rng, ALPHABET, int(rng.integers(1, 9))))
    return "".join(runs)[:length]


def draw_text(rng: np.random.Generator) -> str:
    """A line of 28 to 45 characters: half MRZ-like, half random, so that no spelling is ever learnt."""
    return _layout_line(rng) if rng.random() < 0.5 else _random_line(rng)
