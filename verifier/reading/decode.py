"""From probabilities to text with the grammar's help, each overruled character reported.

The eye is overruled only where it is itself unsure: the grammar's choice must be nearly as likely as what was seen.
A clearly printed wrong character or check digit stays as it is, since a forger's slip is just what officers look for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from verifier.model.reading import ReadCharacter
from verifier.mrz.check_digits import compute
from verifier.mrz.layout import CompositeRule, LayoutRule, rules
from verifier.mrz.record import Layout, Span
from verifier.reading.alphabet import ALPHABET

Probabilities = NDArray[np.float64]  # (characters, 37)

_CLASS_ODDS: Final = 0.05  # least odds of the grammar's choice against the eye's, by character class
_TWIN_ODDS: Final = 0.002  # the same where the two differ by a hair in OCR-B
_DIGIT_ODDS: Final = 0.15  # least odds for a repair that only a check digit asks for
_TWINS: Final = frozenset(("0O", "O0", "0D", "0Q", "1I", "I1", "5S", "S5", "8B", "B8", "2Z", "Z2"))
_FLOOR: Final = 1e-3


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of every line, the layout they fit, and the two confidences of `Reading`."""

    layout: Layout | None
    characters: tuple[tuple[ReadCharacter, ...], ...]
    confidence: float
    name_confidence: float
    right_digits: int
    digits: int


def decode(lines: Sequence[Probabilities]) -> Decoded:
    """Decode lines of equal length. Without a fitting layout nothing is changed."""
    rule = _likeliest_rule(lines)
    seen = [np.asarray(line.argmax(axis=1), dtype=np.int64) for line in lines]
    chosen = [each.copy() for each in seen]
    if rule is None:
        return Decoded(None, _characters(lines, seen, chosen), _mean(lines, chosen), _mean(lines, chosen), 0, 0)
    _obey_classes(lines, rule, chosen)
    _ask_digits(lines, rule, chosen)
    texts = [_text(line) for line in chosen]
    right = sum(_is_right(texts, check) for check in rule.digit_rules())
    names = [(span.line, column) for span in rule.names for column in range(span.start, span.end)]
    name_confidence = _geometric([float(lines[line][column, chosen[line][column]]) for line, column in names])
    characters = _characters(lines, seen, chosen)
    return Decoded(rule.layout, characters, _mean(lines, chosen), name_confidence, right, len(rule.digit_rules()))


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
    total = 0.0
    for line, classes in zip(lines, rule.classes(), strict=True):
        for row, lawful in zip(line, classes, strict=True):
            total += float(np.log(row[_indices(lawful.value)].sum() + 0.02))
    # what tells layouts of one size apart (9303-7 §4.1: visas begin with V)
    first = lines[0]
    is_visa = float(first[0, ALPHABET.index("V")])
    total += 4 * (is_visa if rule.layout in {Layout.MRV_A, Layout.MRV_B} else 1 - is_visa)
    french = float(np.prod([first[index, ALPHABET.index(char)] for index, char in enumerate("IDFRA")]))
    return total + (2 * french if rule.layout is Layout.FRENCH_ID else 1 - french)


def _indices(characters: str) -> list[int]:
    return [ALPHABET.index(char) for char in characters]


def _obey_classes(lines: Sequence[Probabilities], rule: LayoutRule, chosen: Sequence[NDArray[np.int64]]) -> None:
    for line, index, classes in zip(lines, chosen, rule.classes(), strict=True):
        for column, lawful in enumerate(classes):
            allowed = _indices(lawful.value)
            if int(index[column]) in allowed:
                continue
            best = max(allowed, key=lambda candidate: float(line[column, candidate]))
            if _may_replace(line[column], int(index[column]), best):
                index[column] = best


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
