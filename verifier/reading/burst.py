"""A burst of frames votes: what most frames see, weighed by how sure each is, is what is read."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from verifier.model.reading import ReadCharacter, Reading, ReadingNote
from verifier.reading.rank import same_place

_ALIKE: Final = 0.6  # share of equal characters at which two frames show the same document
_SURE: Final = 0.85
_KEPT: Final = frozenset((ReadingNote.CUT_AT_EDGE, ReadingNote.SEVERAL_DOCUMENTS))


def vote(frames: Sequence[Sequence[Reading]]) -> tuple[Reading, ...]:
    """One reading a document, the one that most frames show first. `frames` holds each frame's readings.

    Each character is the one with most probability over the frames; its probability is the mean over the frames that
    show the document. Band, engine and rotation are those of the surest frame.
    """
    documents: list[list[Reading]] = []
    for frame in frames:
        for reading in frame:
            same = next((group for group in documents if _alike(group[0], reading)), None)
            if same is None:
                documents.append([reading])
            else:
                same.append(reading)
    voted = sorted((_voted(group) for group in documents), key=lambda pair: -pair[0])
    kept: list[Reading] = []
    for _, reading in voted:
        # a frame that lost some characters makes lines of other lengths out of the same document
        if not any(same_place(reading, other) for other in kept):
            kept.append(reading)
    return tuple(kept)


def _alike(first: Reading, second: Reading) -> bool:
    if [len(line) for line in first.lines] != [len(line) for line in second.lines]:
        return False
    pairs = list(zip("".join(first.lines), "".join(second.lines), strict=True))
    return sum(a == b for a, b in pairs) >= _ALIKE * len(pairs)


def _voted(group: Sequence[Reading]) -> tuple[float, Reading]:
    """The vote and its weight: the summed confidence."""
    best = max(group, key=lambda reading: reading.confidence)
    lines = [
        tuple(
            _majority([reading.characters[row][column] for reading in group])
            for column in range(len(best.characters[row]))
        )
        for row in range(len(best.characters))
    ]
    confidence = _geometric([character.probability for line in lines for character in line])
    # the name's share of the confidence is kept as the surest frame had it
    share = best.name_confidence / best.confidence if best.confidence else 0.0
    notes = {note for note in best.notes if note in _KEPT}
    if confidence < _SURE:
        notes.add(ReadingNote.LOW_CONFIDENCE)
    if any(character.is_repaired for line in lines for character in line):
        notes.add(ReadingNote.REPAIRED)
    reading = replace(
        best,
        lines=tuple("".join(character.chosen for character in line) for line in lines),
        characters=tuple(lines),
        confidence=round(confidence, 4),
        name_confidence=round(min(1.0, confidence * share), 4),
        elapsed_ms=round(sum(each.elapsed_ms for each in group), 2),
        notes=tuple(sorted(notes, key=lambda note: note.value)),
    )
    return sum(each.confidence for each in group), reading


def _majority(characters: Sequence[ReadCharacter]) -> ReadCharacter:
    weights: dict[tuple[str, str], float] = defaultdict(float)
    for character in characters:
        weights[character.seen, character.chosen] += character.probability
    chosen: dict[str, float] = defaultdict(float)
    for (_, letter), weight in weights.items():
        chosen[letter] += weight
    letter = max(chosen, key=lambda each: chosen[each])
    seen = max((pair for pair in weights if pair[1] == letter), key=lambda pair: weights[pair])[0]
    return ReadCharacter(seen, letter, round(chosen[letter] / len(characters), 4))


def _geometric(values: Sequence[float]) -> float:
    return math.exp(sum(math.log(max(value, 1e-3)) for value in values) / len(values)) if values else 0.0
