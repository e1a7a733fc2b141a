"""The recipe that most projects use: find the band with OpenCV, read it with Tesseract through pytesseract."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from verifier.model.reading import Quad, Reading, ReadingNote
from verifier.reading.alphabet import ALPHABET
from verifier.reading.deadline import left_s
from verifier.reading.mrz_band import Band, find_bands
from verifier.reading.opencv import cv2, use_one_thread
from verifier.reading.tesseract_binary import (
    TesseractBinary,
    find_tesseract,
    pytesseract_for,
)
from verifier.reading.text_lines import Candidate, TextLine, best_candidate, text_line

_SURE = 0.6  # confidence and fit at which no further orientation is tried
_LOW = 0.5
_MOST_RUNS = 12  # Tesseract runs for one image, about 0.1 s each
_LONGEST_RUN_S = 5.0  # on noise it takes many times longer than on print
_LONGEST_READ_S = 10.0  # after which no further orientation is tried
_MOST_INK = 0.42  # share of dark pixels; an MRZ has 0.1 to 0.35, noise a half


class TesseractReader:
    """Reads with Tesseract's `eng` model, which was not trained on OCR-B. Word confidences stand for each character."""

    name = "tesseract"

    def __init__(
        self,
        binary: TesseractBinary | None = None,
        *,
        legacy: bool | None = None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        """`legacy` picks the engine; None takes the legacy one, which reads OCR-B better, where its model is installed.

        Raises LintasError READER_NOT_INSTALLED.
        """
        use_one_thread()
        found = binary or find_tesseract()
        self._pytesseract = pytesseract_for(found)
        self._clock = clock
        engine = found.options(legacy=found.has_legacy_model if legacy is None else legacy)
        words = "-c load_system_dawg=0 -c load_freq_dawg=0"
        self._options = f"{engine} --psm 6 {words} -c tessedit_char_whitelist={ALPHABET}"

    def read(self, image: NDArray[np.uint8]) -> tuple[Reading, ...]:
        """The best MRZ in the image (one at most): see `ImageReader.read`."""
        started = self._clock()
        best: tuple[Candidate, Band, bool] | None = None
        for band, upside_down in _turns(image):
            if self._clock() - started > _LONGEST_READ_S:
                break
            candidate = best_candidate(self._lines(band.pixels, upside_down=upside_down))
            if candidate is None:
                continue
            if best is None or _rank(candidate) > _rank(best[0]):
                best = (candidate, band, upside_down)
            if _rank(candidate) >= _SURE:
                break
        if best is None:
            return ()
        return (_reading(*best, elapsed_ms=(self._clock() - started) * 1000),)

    def _lines(self, pixels: NDArray[np.uint8], *, upside_down: bool) -> tuple[TextLine, ...]:
        turned = cv2.rotate(pixels, cv2.ROTATE_180) if upside_down else pixels
        try:
            table = self._pytesseract.image_to_data(
                turned, config=self._options, output_type="dict", timeout=left_s(_LONGEST_RUN_S)
            )
        except (RuntimeError, OSError, ValueError):
            left_s(_LONGEST_RUN_S)  # says so when it was the deadline that ended it
            return ()  # Tesseract found nothing that it could write down
        return tuple(_text_lines(table))


def _turns(image: NDArray[np.uint8]) -> Iterator[tuple[Band, bool]]:
    if min(image.shape[:2], default=0) < 8:
        return
    print_like = (band for band in find_bands(image) if _is_print(band.pixels))
    for band in islice(print_like, _MOST_RUNS // 2):
        yield band, False
        yield band, True


def _is_print(pixels: NDArray[np.uint8]) -> bool:
    _, dark = cv2.threshold(pixels, 0, 1, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    return float(np.mean(dark)) <= _MOST_INK


def _text_lines(table: dict[str, list[object]]) -> Iterator[TextLine]:
    """Words of Tesseract's table, put together to lines; `conf` is per cent, -1 where there is none."""
    lines: dict[tuple[object, ...], list[tuple[str, float]]] = {}
    for block, paragraph, line, text, confidence in zip(
        table["block_num"], table["par_num"], table["line_num"], table["text"], table["conf"], strict=True
    ):
        if str(text).strip():
            probability = min(max(float(str(confidence)) / 100, 0.0), 1.0)
            lines.setdefault((block, paragraph, line), []).append((str(text), probability))
    return (text_line(words) for words in lines.values())


def _rank(candidate: Candidate) -> float:
    """Confidence first; what does not fit its position counts against it."""
    return candidate.confidence - 2 * candidate.misfit


def _reading(candidate: Candidate, band: Band, upside_down: bool, *, elapsed_ms: float) -> Reading:  # noqa: FBT001  # passed on from a tuple
    notes = []
    if candidate.confidence < _LOW:
        notes.append(ReadingNote.LOW_CONFIDENCE)
    if candidate.misfit > 0:
        notes.append(ReadingNote.REPAIRED)
    corners = band.quad.corners_px
    return Reading(
        lines=candidate.lines,
        characters=candidate.characters,
        engine=TesseractReader.name,
        confidence=candidate.confidence,
        name_confidence=candidate.name_confidence,
        elapsed_ms=elapsed_ms,
        band=Quad((*corners[2:], *corners[:2])) if upside_down else band.quad,
        rotation_deg=(band.rotation_deg + (180.0 if upside_down else 0.0)) % 360,
        notes=tuple(notes),
    )
