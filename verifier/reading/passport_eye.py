"""PassportEye, the reader that most projects start from, as one engine among others.

Its own pipeline is run unchanged on pixels that we decoded. Its Tesseract runs end with the current reading's deadline.
"""

from __future__ import annotations

import importlib
import math
import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from ledger.errors import LintasError
from verifier.model.reading import Quad, ReadCharacter, Reading, ReadingNote
from verifier.reading.opencv import cv2, use_one_thread
from verifier.reading.quiet import hush
from verifier.reading.tesseract_binary import BoundedRunner, TesseractBinary, find_tesseract, pytesseract_for

_MOST_PIXELS = 6_000_000  # above this it takes gigabytes and minutes, and reads no better
_LENGTHS = {"TD1": 30, "TD2": 36, "TD3": 44, "MRVA": 44, "MRVB": 36}
_HUSHED = ("passporteye", "skimage", "sklearn", "imageio")


class PassportEyeReader:
    """Reads with PassportEye 2.2. It gives no probabilities, so they are 0.0 and every reading counts as unsure."""

    name = "passporteye"

    def __init__(
        self,
        binary: TesseractBinary | None = None,
        *,
        legacy: bool | None = None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        """`legacy` picks Tesseract's engine; None takes the legacy one where its model is installed: it reads thrice as
        many of our specimens. scikit-image and scipy are loaded here (about two seconds), not before.

        Raises LintasError READER_NOT_INSTALLED.
        """
        use_one_thread()
        found = binary or find_tesseract()
        for package in _HUSHED:
            hush(package)
        self._pipeline = importlib.import_module("passporteye.mrz.image").MRZPipeline
        self._clean = importlib.import_module("passporteye.mrz.text").MRZOCRCleaner.apply
        # PassportEye asks this name for Tesseract and knows no time limit
        ocr = importlib.import_module("passporteye.util.ocr")
        ocr.pytesseract = BoundedRunner(pytesseract_for(found))  # type: ignore[attr-defined]  # see above
        self._options = found.options(legacy=found.has_legacy_model if legacy is None else legacy)
        self._clock = clock

    def read(self, image: NDArray[np.uint8]) -> tuple[Reading, ...]:
        """The MRZ that PassportEye rates best (one at most): see `ImageReader.read`."""
        started = self._clock()
        if min(image.shape[:2], default=0) < 8:
            return ()
        for package in _HUSHED:
            hush(package)
        shrink = min(1.0, math.sqrt(_MOST_PIXELS / (image.shape[0] * image.shape[1])))
        pipeline = self._pipeline(None, self._options)
        grey = _grey(image, shrink)
        pipeline.replace_component("loader", lambda: grey, ["img"], [])
        try:
            found = pipeline.result
            band, rotation_deg = _band(pipeline, shrink) if found is not None else (None, 0.0)
        except LintasError:
            raise  # the deadline
        except Exception:  # odd images make its many libraries raise many things, and none of them is an MRZ
            return ()
        characters = self._characters(found) if found is not None else ()
        if not characters:
            return ()
        return (_reading(characters, band, rotation_deg, elapsed_ms=(self._clock() - started) * 1000),)

    def _characters(self, found: object) -> tuple[tuple[ReadCharacter, ...], ...]:
        """What Tesseract gave beside what PassportEye made of it: look-alikes by position, fillers at the end."""
        kind = getattr(found, "mrz_type", None)
        if kind not in _LENGTHS:
            return ()
        text = str(getattr(found, "aux", {}).get("raw_text", ""))
        raw = [each for each in text.replace(" ", "").split("\n") if len(each) >= 20 or "<<" in each]
        cleaned = self._clean(text)
        if [len(each) for each in raw] != [len(each) for each in cleaned]:
            return ()
        length = _LENGTHS[kind]
        return tuple(_line(seen, chosen, length) for seen, chosen in zip(raw, cleaned, strict=True))


def _line(seen: str, chosen: str, length: int) -> tuple[ReadCharacter, ...]:
    there = [ReadCharacter(was, now, 0.0) for was, now in zip(seen, chosen, strict=True)][:length]
    return (*there, *[ReadCharacter("", "<", 0.0)] * (length - len(there)))


def _grey(image: NDArray[np.uint8], shrink: float) -> NDArray[np.float64]:
    """Grey from 0 to 1, as PassportEye's own loader gives it."""
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    if shrink < 1:
        grey = cv2.resize(grey, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    return np.asarray(grey, dtype=np.float64) / 255


def _band(pipeline: object, shrink: float) -> tuple[Quad | None, float]:
    """Its box in our pixels, and how far the page was turned.

    PassportEye counts rows first, and its angle is π/2 for a line that lies level. Whether it turned the band upside
    down it does not say, so of the two directions the upright one is given.
    """
    data: dict[str, object] = {key: pipeline[key] for key in ("box_idx", "boxes", "scale_factor")}  # type: ignore[index]  # its Pipeline has __getitem__ and no types
    if data["box_idx"] is None:
        return None, 0.0
    box = data["boxes"][data["box_idx"]]  # type: ignore[index]  # as above
    scale = 1 / (float(data["scale_factor"]) * shrink)  # type: ignore[arg-type]  # as above
    left_low, right_low, right_high, left_high = (
        (float(column) * scale, float(row) * scale) for row, column in box.as_poly()
    )
    turn_deg = (math.degrees(box.angle) - 90) % 360
    if 90 < turn_deg <= 270:
        return Quad((right_low, left_low, left_high, right_high)), (turn_deg - 180) % 360
    return Quad((left_high, right_high, right_low, left_low)), turn_deg


def _reading(
    characters: tuple[tuple[ReadCharacter, ...], ...], band: Quad | None, rotation_deg: float, *, elapsed_ms: float
) -> Reading:
    repaired = any(each.is_repaired for line in characters for each in line)
    return Reading(
        lines=tuple("".join(each.chosen for each in line) for line in characters),
        characters=characters,
        engine=PassportEyeReader.name,
        confidence=0.0,
        name_confidence=0.0,
        elapsed_ms=elapsed_ms,
        band=band,
        rotation_deg=rotation_deg,
        notes=(ReadingNote.REPAIRED,) if repaired else (),
    )
