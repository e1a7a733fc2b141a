"""Our own eye: finds MRZs at any of four orientations and reads them with per-character probabilities."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from verifier.model.reading import Reading, ReadingNote
from verifier.reading.band_text import WIDTHS, BandReader, BandText
from verifier.reading.bands import Band, find_bands, longest_lines
from verifier.reading.burst import vote
from verifier.reading.deadline import left_s
from verifier.reading.decode import Decoded, decode
from verifier.reading.effort import Effort
from verifier.reading.locate import find_lines
from verifier.reading.opencv import cv2, use_one_thread
from verifier.reading.quads import band_quad, touches_edge
from verifier.reading.rank import ranked
from verifier.reading.recognise import MODEL_PATH, Recogniser
from verifier.reading.view import Grey, Pose, View, guess_poses, look

ENGINE: Final = "ocrb"

_SEARCH_SIDES_PX: Final = (560, 1120, 280, 2000)
_PAGE_ASPECT: Final = 1.3
_GOOD: Final = 0.90  # confidence at which no other pose or scale is tried
_SURE: Final = 0.85  # below this a reading carries LOW_CONFIDENCE
_EVEN: Final = 0.5  # one character below this, and the reading carries LOW_CONFIDENCE too: every wrong one seen had one
_CLEAR: Final = 0.97
_LEAST: Final = 0.60  # below this it is no MRZ
_STRIPS: Final = 32  # recognised for one image at most
_STRIPS_A_VIEW: Final = 11  # and for one view
_MOST_MISFIT: Final = 0.1  # real documents, wrong ones too, stay below 0.03
_MOST_CUT_MISFIT: Final = 0.05  # a part of a layout is easier to hit by chance
_LEAST_FILLERS: Final = 2
_LEAST_WIDTH: Final = 20  # characters of a cut line
_GLANCE: Final = 0.62  # least sureness of a glance that earns a band a full reading
_LIKELY: Final = 0.25  # least likeness of a band that may be a second document


@dataclass(frozen=True, slots=True)
class _Found:
    text: BandText
    decoded: Decoded


class OcrbReader:
    """Reads MRZs from decoded images. The model is loaded at construction; one reader serves several threads."""

    name: str = ENGINE

    def __init__(self, model_path: Path = MODEL_PATH, *, clock: Callable[[], float] = time.perf_counter) -> None:
        """`clock` gives seconds and is only asked how long a reading took."""
        use_one_thread()
        self._clock = clock
        self._recogniser = Recogniser(model_path)

    def read(self, image: NDArray[np.uint8]) -> tuple[Reading, ...]:
        """Every MRZ in `image` (uint8: BGR height x width x 3, or grey height x width), best first; empty when none.

        Raises LintasError READING_DEADLINE when a deadline is set and passes; no image makes it raise.
        """
        began = self._clock()
        grey = np.asarray(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY) if image.ndim == 3 else image, dtype=np.uint8)
        if min(grey.shape) < 8 or max(grey.shape) < 60:
            return ()
        found: list[_Found] = []
        effort = Effort(_STRIPS)
        for view in self._views(grey):
            left_s(1.0)
            found += self._in_view(grey, view, effort)
            if effort.is_spent or any(_is_settled(each) for each in found):
                break
        elapsed_ms = (self._clock() - began) * 1000
        return ranked([_reading(each, grey, elapsed_ms) for each in found], [each.decoded for each in found])

    def read_burst(self, frames: Sequence[NDArray[np.uint8]]) -> tuple[Reading, ...]:
        """Read several frames of the same scene (each as for `read`) and let them vote, character by character."""
        return vote([self.read(frame) for frame in frames])

    def _views(self, grey: Grey) -> Iterator[View]:
        """Likely ways to look first; each further one is only asked for when those before showed nothing good."""
        scales = _scales(grey)
        upright = Pose(0, 0.0)
        yield look(grey, upright, scales[0])
        poses = guess_poses(grey)
        likely = [(pose, scale) for pose in poses for scale in scales[:2]]
        if all((pose.quarter_turns, pose.skew_deg) != (0, 0.0) for pose in poses):
            likely[2:2] = [(upright, scale) for scale in scales[:2]]
        for pose, scale in [*likely, *((pose, scale) for scale in scales[2:] for pose in poses)]:
            if (pose.quarter_turns, pose.skew_deg, scale) != (0, 0.0, scales[0]):
                yield look(grey, pose, scale)

    def _in_view(self, grey: Grey, view: View, effort: Effort) -> list[_Found]:
        lines = find_lines(view.grey)
        reader = BandReader(self._recogniser, grey, view, effort)
        found: list[_Found] = []
        enough = effort.strips_left - _STRIPS_A_VIEW
        bands = find_bands(lines)
        for index, band in enumerate(bands):
            left_s(1.0)
            if effort.is_spent or effort.strips_left < enough or (index > 0 and found and band.likeness < _LIKELY):
                break
            if (index > 0 or band.likeness < _LIKELY) and reader.glance(band) < _GLANCE:
                continue
            found += self._read(reader, band)
        if not found:
            used = {id(line) for band in bands for line in band.lines}
            for line in longest_lines([line for line in lines if id(line) not in used], 4):
                if effort.strips_left < enough:
                    break
                single = Band((line,), 0.0)
                if reader.glance(single) >= _GLANCE:
                    found += self._read(reader, single)
        return found

    @staticmethod
    def _read(reader: BandReader, band: Band) -> list[_Found]:
        text = reader.read(band)
        if text is None:
            return []
        found = _Found(text, decode(text.probabilities()))
        return [found] if _is_mrz(found) else []


def _is_mrz(found: _Found) -> bool:
    """Whether this is an MRZ, or a part of one, and not other print that happens to be legible."""
    text, decoded = found.text, found.decoded
    fillers = sum(character.seen == "<" for line in decoded.characters for character in line)
    if fillers < _LEAST_FILLERS or decoded.confidence < _LEAST:
        return False
    if text.is_lawful:
        return decoded.misfit <= (_MOST_MISFIT if decoded.confidence >= _GOOD else _MOST_CUT_MISFIT)
    if decoded.misfit > _MOST_CUT_MISFIT or decoded.confidence < _SURE:
        return False
    if len(text.lines) == 1:
        return text.width in WIDTHS and _has_fillers(decoded, 3)
    # a long name may hide the run of fillers; then the eye has to be surer
    has_fillers = _has_fillers(decoded, 3 if decoded.confidence < _CLEAR else 2)
    return text.width >= _LEAST_WIDTH and has_fillers


def _has_fillers(decoded: Decoded, run: int) -> bool:
    return any("<" * run in "".join(character.seen for character in line) for line in decoded.characters)


def _is_settled(found: _Found) -> bool:
    """Good enough that no other pose or scale could show better."""
    return found.text.is_lawful and not found.text.runs_on and found.decoded.confidence >= _GOOD


def _scales(grey: Grey) -> list[float]:
    """Scales at which to search, likeliest first: a page that fills the image has characters of 12 px on the first."""
    side_px = min(max(grey.shape), _PAGE_ASPECT * math.sqrt(grey.size))  # a strip is measured as the page around it
    sides = [side for side in _SEARCH_SIDES_PX if side < 0.8 * side_px]
    scales = [side / side_px for side in sides[:2]]
    return [*scales, *([1.0] if len(sides) < 3 else []), *(side / side_px for side in sides[2:])]


def _reading(found: _Found, grey: Grey, elapsed_ms: float) -> Reading:
    text, decoded = found.text, found.decoded
    quad = band_quad(text)
    notes = []
    weakest = min(character.probability for line in decoded.characters for character in line)
    if decoded.confidence < _SURE or weakest < _EVEN or not text.is_lawful or text.runs_on:
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
