"""From probabilities to text with the grammar's help, each overruled character reported.

The eye is overruled only where it is itself unsure: the grammar's choice must be nearly as likely as what was seen.
A clearly printed wrong character or check digit stays as it is, since a forger's slip is just what officers look for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from verifier.model.reading import ReadCharacter
from verifier.mrz.check_digits import compute
from verifier.mrz.layout import CharacterClass, CompositeRule, LayoutRule, rules
from verifier.mrz.record import Layout, Span
from verifier.reading.alphabet import ALPHABET

Probabilities = NDArray[np.float64]  # (characters, 37)

_CLASS_ODDS: Final = 0.05  # least odds of the grammar's choice against the eye's, by character class
_TWIN_ODDS: Final = 0.002  # the same where the two differ by a hair in OCR-B
_DIGIT_ODDS: Final = 0.15  # least odds for a repair that only a check digit asks for
_TWINS: Final = frozenset(("0O", "O0", "0D", "0Q", "1I", "I1", "5S", "S5", "8B", "B8", "2Z", "Z2"))
_FLOOR: Final = 1e-3
_FIRST_ODDS: Final = 0.1  # least odds for the document code's first letter, which has one to three lawful values
# 9303-4 §4.2.2, 9303-5 §4.2.2, 9303-6 §4.2.2, 9303-7 §4.1.2
_FIRST_LETTERS: Final = {
    Layout.TD1: "ACI",
    Layout.TD2: "ACIP",
    Layout.TD3: "P",
    Layout.MRV_A: "V",
    Layout.MRV_B: "V",
    Layout.FRENCH_ID: "I",
}
_LEAST_CLASSED: Final = 12  # positions with a class, below which fitting means nothing


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of every line, the layout they fit, and the two confidences of `Reading`."""

    layout: Layout | None  # of a cut reading too, where one fits what is left
    characters: tuple[tuple[ReadCharacter, ...], ...]
    confidence: float
    name_confidence: float
    misfit: float  # share of the positions with a class that hold something else; other print has 0.2 and more
    right_digits: int
    digits: int


def decode(lines: Sequence[Probabilities]) -> Decoded:
    """Decode lines of equal length, at least one. Where no layout has this shape, nothing is changed."""
    rule = _likeliest_rule(lines)
    seen = [np.asarray(line.argmax(axis=1), dtype=np.int64) for line in lines]
    chosen = [each.copy() for each in seen]
    if rule is None:
        layout, misfit = _cut_from(lines)
        confidence = _mean(lines, chosen)
        return Decoded(layout, _characters(lines, seen, chosen), confidence, confidence, misfit, 0, 0)
    _obey_classes(lines, rule, chosen)
    _ask_digits(lines, rule, chosen)
    texts = [_text(line) for line in chosen]
    right = sum(_is_right(texts, check) for check in rule.digit_rules())
    names = [(span.line, column) for span in rule.names for column in range(span.start, span.end)]
    name_confidence = _geometric([float(lines[line][column, chosen[line][column]]) for line, column in names])
    characters = _characters(lines, seen, chosen)
    misfit = _misfit(lines, _masks(rule.layout))
    digits = len(rule.digit_rules())
    return Decoded(rule.layout, characters, _mean(lines, chosen), name_confidence, misfit, right, digits)


def _text(line: NDArray[np.int64]) -> str:
    return "".join(ALPHABET[index] for index in line)


def _geometric(values: Sequence[float]) -> float:
    return float(np.exp(np.log(np.maximum(values, _FLOOR)).mean()))


def _mean(lines: Sequence[Probabilities], chosen: Sequence[NDArray[np.int64]]) -> float:
    picked = [line[np.arange(len(line)), index] for line, index in zip(lines, chosen, strict=True)]
    return _geometric(np.concatenate(picked).tolist())


def _characters(
    lines: Sequence[Probabilities], seen: Sequence[NDArray[np.int64]], chosen: Sequence[NDArray[np.int64]]
) -> tuple[tuple[ReadCharacter, ...], ...]:
    return tuple(
        tuple(
            ReadCharacter(ALPHABET[s], ALPHABET[c], round(float(min(row[c], 1.0)), 4))
            for row, s, c in zip(line, line_seen, line_chosen, strict=True)
        )
        for line, line_seen, line_chosen in zip(lines, seen, chosen, strict=True)
    )


def _likeliest_rule(lines: Sequence[Probabilities]) -> LayoutRule | None:
    """The layout of this shape whose classes hold most of the probability."""
    fitting = [
        rule for rule in rules().values() if rule.lines == len(lines) and {rule.width} == {len(x) for x in lines}
    ]
    return max(fitting, key=lambda rule: _fit(lines, rule), default=None)


def _fit(lines: Sequence[Probabilities], rule: LayoutRule) -> float:
    masks = _masks(rule.layout)
    total = sum(float(np.log((line * mask).sum(axis=1) + 0.02).sum()) for line, mask in zip(lines, masks, strict=True))
    # what tells layouts of one size apart (9303-7 §4.1: visas begin with V)
    first = lines[0]
    is_visa = float(first[0, ALPHABET.index("V")])
    total += 4 * (is_visa if rule.layout in {Layout.MRV_A, Layout.MRV_B} else 1 - is_visa)
    french = float(np.prod([first[index, ALPHABET.index(char)] for index, char in enumerate("IDFRA")]))
    return total + (2 * french if rule.layout is Layout.FRENCH_ID else 1 - french)


@cache
def _masks(layout: Layout) -> tuple[NDArray[np.bool_], ...]:
    """Per line (width, 37): which characters each position may hold."""
    lawful = {kind: np.array([char in kind.value for char in ALPHABET]) for kind in CharacterClass}
    return tuple(np.stack([lawful[kind] for kind in line]) for line in rules()[layout].classes())


def _misfit(lines: Sequence[Probabilities], masks: Sequence[NDArray[np.bool_]]) -> float:
    """Share of what was seen, at positions with a class, that lies outside it."""
    rows, lawful = np.concatenate(lines), np.concatenate(masks)
    classed = ~lawful.all(axis=1)
    if int(classed.sum()) < _LEAST_CLASSED:
        return 1.0
    inside = (rows * lawful).sum(axis=1) / np.maximum(rows.sum(axis=1), _FLOOR)
    return float(1 - inside[classed].mean())


def _cut_from(lines: Sequence[Probabilities]) -> tuple[Layout | None, float]:
    """The layout of which these lines may be the left or the right part, and how badly they fit it."""
    options: list[tuple[float, Layout]] = []
    width = min(len(line) for line in lines)
    for rule in rules().values():
        if rule.lines < len(lines) or rule.width <= width:
            continue
        masks = _masks(rule.layout)
        for first in range(rule.lines - len(lines) + 1):
            shown = masks[first : first + len(lines)]
            options.append((_misfit(lines, [line[:width] for line in shown]), rule.layout))
            options.append((_misfit(lines, [line[-width:] for line in shown]), rule.layout))
    if not options:
        return None, 1.0
    misfit, layout = min(options, key=lambda option: option[0])
    return layout, misfit


def _obey_classes(lines: Sequence[Probabilities], rule: LayoutRule, chosen: Sequence[NDArray[np.int64]]) -> None:
    for line, index, mask in zip(lines, chosen, _masks(rule.layout), strict=True):
        for column in np.flatnonzero(~mask[np.arange(len(index)), index]):
            best = int(np.where(mask[column], line[column], -1.0).argmax())
            if _may_replace(line[column], int(index[column]), best):
                index[column] = best
    first, row = chosen[0], lines[0][0]
    if ALPHABET[int(first[0])] not in _FIRST_LETTERS[rule.layout]:
        best = max(
            (ALPHABET.index(letter) for letter in _FIRST_LETTERS[rule.layout]), key=lambda letter: float(row[letter])
        )
        if row[best] >= _FIRST_ODDS * row[first[0]]:
            first[0] = best


def _may_replace(row: NDArray[np.float64], seen: int, other: int) -> bool:
    least = _TWIN_ODDS if ALPHABET[seen] + ALPHABET[other] in _TWINS else _CLASS_ODDS
    return float(row[other]) >= least * float(row[seen])


def _covered(texts: Sequence[str], spans: Sequence[Span]) -> str:
    return "".join(texts[span.line][span.start : span.end] for span in spans)


def _is_right(texts: Sequence[str], check: CompositeRule) -> bool:
    covered = _covered(texts, check.covers)
    printed = texts[check.digit.line][check.digit.start]
    if printed == "<" and not covered.strip("<"):
        return True
    return compute(covered) == printed


def _ask_digits(lines: Sequence[Probabilities], rule: LayoutRule, chosen: Sequence[NDArray[np.int64]]) -> None:
    """Where a check digit is wrong, swap the doubtful character whose runner-up makes it right, if just one does."""
    for check in rule.digit_rules():
        texts = [_text(line) for line in chosen]
        if _is_right(texts, check):
            continue
        cures = _cures(lines, check, rule, chosen)
        if len(cures) == 1:
            line, column, index = cures[0]
            chosen[line][column] = index


def _cures(
    lines: Sequence[Probabilities], check: CompositeRule, rule: LayoutRule, chosen: Sequence[NDArray[np.int64]]
) -> list[tuple[int, int, int]]:
    """Single doubtful characters whose runner-up makes this digit right and spoils no other."""
    cures = []
    classes = rule.classes()
    texts = [_text(line) for line in chosen]
    others = [each for each in rule.digit_rules() if each is not check and _is_right(texts, each)]
    for span in (*check.covers, check.digit):
        for column in range(span.start, span.end):
            row, index = lines[span.line][column], int(chosen[span.line][column])
            for other in np.flatnonzero(row >= _DIGIT_ODDS * row[index]):
                if other == index or ALPHABET[other] not in classes[span.line][column].value:
                    continue
                changed = list(texts)
                changed[span.line] = texts[span.line][:column] + ALPHABET[other] + texts[span.line][column + 1 :]
                if _is_right(changed, check) and all(_is_right(changed, each) for each in others):
                    cures.append((span.line, column, int(other)))
    return cures
