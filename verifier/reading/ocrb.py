"""Our own eye: finds MRZs at any of four orientations and reads them with per-character probabilities."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from verifier.model.reading import Reading, ReadingNote
from verifier.reading.band_text import BandReader, BandText
from verifier.reading.bands import Band, find_bands, longest_lines
from verifier.reading.deadline import left_s
from verifier.reading.decode import Decoded, decode
from verifier.reading.locate import find_lines
from verifier.reading.opencv import cv2, use_one_thread
from verifier.reading.quads import band_quad, touches_edge
from verifier.reading.rank import ranked
from verifier.reading.recognise import MODEL_PATH, Recogniser
from verifier.reading.view import Grey, Pose, View, guess_poses, look

ENGINE: Final = "ocrb"

_SEARCH_SIDE_PX: Final = 960
_GOOD: Final = 0.80  # confidence at which no other pose or scale is tried
_SURE: Final = 0.85  # below this a reading carries LOW_CONFIDENCE
_LEAST: Final = 0.60  # below this it is no MRZ
_GLANCE: Final = 0.62  # least sureness of a glance that earns a band a full reading
_LIKELY: Final = 0.25  # least likeness of a band that may be a second document


@dataclass(frozen=True, slots=True)
class _Found:
    text: BandText
    decoded: Decoded


class OcrbReader:
    """Reads MRZs from decoded images. The model is loaded at construction; one reader serves several threads."""

    name: str = ENGINE

    def __init__(self, model_path: Path = MODEL_PATH) -> None:
        use_one_thread()
        self._recogniser = Recogniser(model_path)

    def read(self, image: NDArray[np.uint8]) -> tuple[Reading, ...]:
        """Every MRZ in `image` (uint8: BGR height x width x 3, or grey height x width), best first; empty when none.

        Raises LintasError READING_DEADLINE when a deadline is set and passes; no image makes it raise.
        """
        began = time.perf_counter()
        grey = np.asarray(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY) if image.ndim == 3 else image, dtype=np.uint8)
        if min(grey.shape) < 8 or max(grey.shape) < 60:
            return ()
        found: list[_Found] = []
        for view in self._views(grey):
            left_s(1.0)
            found += self._in_view(grey, view)
            if any(each.text.is_lawful and each.decoded.confidence >= _GOOD for each in found):
                break
        elapsed_ms = (time.perf_counter() - began) * 1000
        return ranked([_reading(each, grey, elapsed_ms) for each in found], [each.decoded for each in found])

    def _views(self, grey: Grey) -> Iterator[View]:
        """Likely ways to look first; each further one is only asked for when those before showed nothing good."""
        scale = min(1.0, _SEARCH_SIDE_PX / max(grey.shape))
        yield look(grey, Pose(0, 0.0), scale)
        poses = guess_poses(grey)
        for pose in poses:
            if (pose.quarter_turns, pose.skew_deg) != (0, 0.0):
                yield look(grey, pose, scale)
        if scale < 0.75:
            yield look(grey, poses[0], min(1.0, 2 * scale))
        yield look(grey, poses[0], scale / 2)

    def _in_view(self, grey: Grey, view: View) -> list[_Found]:
        lines = find_lines(view.grey)
        reader = BandReader(self._recogniser, grey, view)
        found: list[_Found] = []
        bands = find_bands(lines)
        for index, band in enumerate(bands):
            left_s(1.0)
            if index > 0 and found and band.likeness < _LIKELY:
                break
            if (index > 0 or band.likeness < _LIKELY) and reader.glance(band) < _GLANCE:
                continue
            found += self._read(reader, band)
        if not found:
            used = {id(line) for band in bands for line in band.lines}
            for line in longest_lines([line for line in lines if id(line) not in used], 4):
                single = Band((line,), 0.0)
                if reader.glance(single) >= _GLANCE:
                    found += self._read(reader, single)
        return found

    @staticmethod
    def _read(reader: BandReader, band: Band) -> list[_Found]:
        text = reader.read(band)
        if text is None or text.confidence < _LEAST or text.width < 14 or (len(text.lines) == 1 and not text.is_lawful):
            return []
        return [_Found(text, decode(text.probabilities()))]


def _reading(found: _Found, grey: Grey, elapsed_ms: float) -> Reading:
    text, decoded = found.text, found.decoded
    quad = band_quad(text)
    notes = []
    if decoded.confidence < _SURE or not text.is_lawful:
        notes.append(ReadingNote.LOW_CONFIDENCE)
    if any(character.is_repaired for line in decoded.characters for character in line):
        notes.append(ReadingNote.REPAIRED)
    if not text.is_lawful and touches_edge(quad, grey.shape[1], grey.shape[0]):
        notes.append(ReadingNote.CUT_AT_EDGE)
    turn = 180.0 if text.lines[0].is_turned else 0.0
    return Reading(
        lines=tuple("".join(character.chosen for character in line) for line in decoded.characters),
        characters=decoded.characters,
        engine=ENGINE,
        confidence=round(decoded.confidence, 4),
        name_confidence=round(decoded.name_confidence, 4),
        elapsed_ms=round(elapsed_ms, 2),
        band=quad,
        rotation_deg=(text.view.rotation_deg + turn) % 360,
        notes=tuple(notes),
    )
