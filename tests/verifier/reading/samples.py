"""The bundled sample documents, as tests use them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from verifier.reading.image import decode

FOLDER = Path(__file__).parents[3] / "console" / "samples"


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample: its pixels, and its MRZ as printed."""

    file: str
    image: NDArray[np.uint8]
    lines: tuple[str, ...]


def sample(file: str) -> Sample:
    """The sample of that file name."""
    listed = json.loads((FOLDER / "samples.json").read_text(encoding="utf-8"))
    lines = next(tuple(each["mrz"]) for each in listed if each["file"] == file)
    return Sample(file, decode((FOLDER / file).read_bytes()), lines)
