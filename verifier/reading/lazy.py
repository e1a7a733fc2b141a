"""A reader that is made when it is first used: PassportEye takes two seconds and 150 MB to load."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from verifier.model.reading import Reading
from verifier.reading.port import ImageReader


class LazyReader:
    """Stands in for the reader that `make` gives, for second opinions that most images never need."""

    def __init__(self, name: str, make: Callable[[], ImageReader]) -> None:
        self.name = name
        self._make = make
        self._made: ImageReader | None = None
        self._making = Lock()

    def read(self, image: NDArray[np.uint8]) -> tuple[Reading, ...]:
        """As the reader's own. Raises also what making it raises (READER_NOT_INSTALLED), each time anew."""
        with self._making:
            if self._made is None:
                self._made = self._make()
            reader = self._made
        return reader.read(image)
