"""What every reader of images offers."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from verifier.model.reading import Reading


class ImageReader(Protocol):
    """An engine that finds MRZs in a decoded image. Readers are safe to call from several threads at once."""

    @property
    def name(self) -> str:
        """The engine's name, as it stands in `Reading.engine`."""

    def read(self, image: NDArray[np.uint8]) -> tuple[Reading, ...]:
        """Every MRZ found in `image` (BGR uint8, height x width x 3, as `image.decode` gives it), best first.

        Empty when there is none. No image makes a reader raise; when a deadline is set (`deadline.within`) and passes,
        it raises LintasError READING_DEADLINE.
        """
