"""From an OCR engine's text to MRZ lines: which lines of it are an MRZ, what was seen, and what was made of it.

Only two things are ever changed, and each is marked: a letter where only digits stand (and the reverse) becomes its
look-alike, and a run of fillers is brought to the line's length. Check digits are not consulted: a wrong one stays.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.model.reading import ReadCharacter
from verifier.mrz.record import Layout
from verifier.reading.alphabet import ALPHABET
from verifier.reading.line_shape import SHAPES, LineShape

_DIGIT_FOR = {"O": "0", "Q": "0", "D": "0", "I": "1", "L": "1", "Z": "2", "S": "5", "G": "6", "B": "8"}
_LETTER_FOR = {"0": "O", "1": "I", "2": "Z", "4": "A", "5": "S", "6": "G", "8": "B"}
_SAME_AS = {"«": "<<", "‹": "<", "≪": "<<"}  # how engines write fillers when no alphabet is forced on them
_SHORTEST = 20  # characters; shorter lines are other print
_MOST_FILLERS_OFF = 8  # how far a run of fillers may be miscounted
_MOST_MISFIT = 0.12  # share of characters that fit no position, above which it is other print


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line as an engine gave it: characters of the MRZ alphabet, and for each its probability (0.0: unknown)."""

    text: str
    probabilities: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Lines that fit a layout. `misfit` is the share of characters repaired, added, dropped or out of place."""

    layout: Layout
    characters: tuple[tuple[ReadCharacter, ...], ...]
    misfit: float
    confidence: float
    name_confidence: float

    @property
    def lines(self) -> tuple[str, ...]:
        """The chosen characters."""
        return tuple("".join(each.chosen for each in line) for line in self.characters)


def text_line(words: Sequence[tuple[str, float]]) -> TextLine:
    """One line from its words and their probabilities; what is not in the MRZ alphabet is left out."""
    text, probabilities = "", []
    for word, probability in words:
        kept = "".join(_SAME_AS.get(each, each) for each in word.upper())
        kept = "".join(each for each in kept if each in ALPHABET)
        text += kept
        probabilities += [probability] * len(kept)
    return TextLine(text, tuple(probabilities))


def text_lines(text: str) -> tuple[TextLine, ...]:
    """The lines of a plain text, without probabilities."""
    return tuple(text_line([(line, 0.0)]) for line in text.splitlines() if line.strip())


def best_candidate(lines: Sequence[TextLine]) -> Candidate | None:
    """The run of lines that fits a layout best; None when none fits.

    Fit comes first and the longer layout second, since two lines of a TD1 can also pass for a short TD2.
    """
    long_enough = [each for each in lines if len(each.text) >= _SHORTEST]
    found = [candidate for shape in SHAPES for candidate in _candidates(long_enough, shape)]
    return min(found, key=lambda each: (each.misfit, -len(each.characters)), default=None)


def _candidates(lines: Sequence[TextLine], shape: LineShape) -> Iterator[Candidate]:
    count = len(shape.lines)
    for start in range(len(lines) - count + 1):
        window = lines[start : start + count]
        fitted = [_fit(line, classes) for line, classes in zip(window, shape.lines, strict=True)]
        if any(each is None for each in fitted):
            continue
        characters = tuple(each[0] for each in fitted if each is not None)
        misfits = sum(each[1] for each in fitted if each is not None)
        if characters[0][0].chosen not in shape.first_letters:
            misfits += 2
        misfit = misfits / sum(len(each) for each in shape.lines)
        if misfit <= _MOST_MISFIT:
            yield _candidate(shape, characters, misfit)


def _candidate(shape: LineShape, characters: tuple[tuple[ReadCharacter, ...], ...], misfit: float) -> Candidate:
    names = [each for span in shape.names for each in characters[span.line][span.start : span.end]]
    everything = [each for line in characters for each in line]
    return Candidate(shape.layout, characters, misfit, mean_probability(everything), mean_probability(names))


def mean_probability(characters: Sequence[ReadCharacter]) -> float:
    """The geometric mean over the characters whose probability is known; 0.0 when none is."""
    known = [each.probability for each in characters if each.probability > 0]
    return math.exp(sum(math.log(each) for each in known) / len(known)) if known else 0.0


def _fit(line: TextLine, classes: str) -> tuple[tuple[ReadCharacter, ...], int] | None:
    """The line brought to its length and classes, and how many characters do not fit as seen."""
    sized = _sized(line, len(classes))
    if sized is None:
        return None
    fitted = tuple(_in_class(each, kind) for each, kind in zip(sized, classes, strict=True))
    outside = sum(not _belongs(each.chosen, kind) for each, kind in zip(fitted, classes, strict=True))
    repaired = sum(each.is_repaired for each in fitted)
    return fitted, outside + repaired + max(0, len(line.text) - len(classes))


def _sized(line: TextLine, length: int) -> list[ReadCharacter] | None:
    """The characters with the longest run of fillers stretched or shortened to make `length`."""
    seen = [ReadCharacter(each, each, p) for each, p in zip(line.text, line.probabilities, strict=True)]
    missing = length - len(seen)
    if missing == 0:
        return seen
    start, end = _longest_filler_run(line.text)
    if abs(missing) > _MOST_FILLERS_OFF or end - start + missing < 1 or end == start:
        return None
    if missing < 0:
        return seen[: end + missing] + seen[end:]
    return seen[:end] + [ReadCharacter("", "<", 0.0)] * missing + seen[end:]


def _longest_filler_run(text: str) -> tuple[int, int]:
    best, start = (0, 0), 0
    for index, letter in enumerate(text + " "):
        if letter != "<":
            if index - start > best[1] - best[0]:
                best = (start, index)
            start = index + 1
    return best


def _in_class(character: ReadCharacter, kind: str) -> ReadCharacter:
    table = _DIGIT_FOR if kind == "n" else _LETTER_FOR if kind == "a" else {}
    chosen = table.get(character.chosen)
    return ReadCharacter(character.seen, chosen, character.probability) if chosen else character


def _belongs(letter: str, kind: str) -> bool:
    return kind == "*" or letter == "<" or letter.isdigit() == (kind == "n")
